import { i, LW, TN, JO, MA, SK, PD, csrf } from './parts.mjs';
const no = (r) => `<span class="tag bad">no ${r}</span>`;
export const rows = [
  ['0198a1', 'MTN Group', '· 17 companies', 'S', 'South Africa', [LW, TN, JO], 64, '3 days', '', '655-10'],
  ['0198a2', 'Vodacom Group', '· 5 companies', 'S', 'South Africa', [LW, TN, no('FR')], 41, '72 days', 'warn', '655-01'],
  ['0198a3', 'Cell C', '', 'A', 'South Africa', [MA, TN, JO], 18, '18 days', '', '655-07'],
  ['0198a4', 'Telkom Mobile', '', 'A', 'South Africa', [MA, no('SR'), PD], 22, '131 days', 'bad', '655-02'],
  ['0198a5', 'Mobile Telecommunications Limited', '', 'A', 'Namibia', [MA, SK, PD], 9, '9 days', '', '649-01'],
  ['0198a6', 'TN Mobile', '', 'B', 'Namibia', [LW, SK, PD], 5, '26 days', '', '649-03'],
  ['0198a7', 'Rain', '', 'B', 'South Africa', [LW, SK, JO], 7, '64 days', 'warn', '655-38'],
  ['0198a8', 'Liquid Intelligent Technologies', '', 'B', 'South Africa', [MA, SK, PD], 12, '12 days', '', '655-41'],
  ['0198a9', 'Paratus Telecommunications', '', 'C', 'Namibia', [], 3, 'never', 'bad', '649-04'],
  ['0198aa', 'Sentech', '', 'C', 'South Africa', [], 1, 'never', 'bad', '655-05'],
  ['0198ab', 'Broadband InfraCo', '', 'C', 'South Africa', [], 0, 'never', 'bad', '655-25'],
  ['0198ac', 'Cape Town Metropolitan Council, Department of Information Systems and Technology', '', 'C', 'South Africa', [], 2, '201 days', 'bad', '655-30'],
  ['0198ad', 'South African Police Service Gauteng', '', 'C', 'South Africa', [], 0, 'never', 'bad', '655-33'],
  ['0198ae', 'Wireless Business Solutions', '· iBurst', 'C', 'South Africa', [], 4, '88 days', 'warn', '655-12'],
];
const opened = (n) => n === 0;
export const table = ({ open = true, picked = true, edit = '' } = {}) => `<table class="table cards" data-list data-new="/accounts/new" aria-label="Accounts">
  <caption class="hush">Accounts in South Africa or Namibia, sorted by grade</caption>
  <thead><tr>
    <th scope="col" class="pick"><input type="checkbox" data-pick-all aria-label="Select all rows shown"></th>
    <th scope="col" class="name"><a href="?sort=name">Account${i('arrow-up')}</a></th>
    <th scope="col" aria-sort="ascending"><a href="?sort=-grade">Grade${i('arrow-up')}</a></th>
    <th scope="col"><a href="?sort=country">Country${i('arrow-up')}</a></th>
    <th scope="col">Triangle</th>
    <th scope="col" class="num"><a href="?sort=people">People${i('arrow-up')}</a></th>
    <th scope="col"><a href="?sort=lastSeen">Last touchpoint${i('arrow-up')}</a></th>
    <th scope="col">Network code</th>
  </tr></thead>
  <tbody>
${rows.map(([id, name, more, grade, country, tri, n, seen, tone, code], k) => `  <tr id="row-${id}" data-id="${id}" data-panel="/accounts/${id}/panel"${open && opened(k) ? ' class="open"' : ''}>
    <td class="pick"><input type="checkbox" name="id" value="${id}" form="selection" aria-label="Select ${name}"${picked && k === 1 ? ' checked' : ''}></td>
    <td class="name editable" data-field="name" data-edit="/accounts/${id}/cells/name" title="${name}"><a href="/accounts/${id}">${name}</a>${more ? ` <small class="quiet">${more}</small>` : ''}</td>
    <td class="lead" data-field="grade"><span class="grade ${grade}" title="Grade ${grade}">${grade}</span></td>
    ${edit === 'error' && k === 3 ? `<td class="editable editing" data-field="country" data-edit="/accounts/${id}/cells/country"><form class="cell-form" hx-post="/accounts/${id}/cells/country" hx-target="closest td" hx-swap="outerHTML">${csrf}<input type="hidden" name="version" value="7"><input class="input" name="value" value="Souht Africa" aria-label="Country of ${name}" aria-invalid="true" aria-describedby="cell-error"><div class="cell-note error" id="cell-error" role="alert">No country is called “Souht Africa”. Did you mean South Africa?</div></form></td>` : `<td class="editable" data-field="country" data-edit="/accounts/${id}/cells/country">${country}</td>`}
    <td data-field="triangle">${tri.length ? `<span class="triangle">${tri.join('')}</span>` : '<span class="quiet">–</span>'}</td>
    <td class="num" data-field="people" data-label="People">${n}</td>
    <td data-field="lastSeen" data-label="Seen">${tone ? `<span class="tag ${tone}">${seen}</span>` : seen}</td>
    <td class="figures quiet" data-field="codes">${code}</td>
  </tr>`).join('\n')}
  </tbody>
</table>`;

export const chips = (builderOpen = false) => `<div class="chips" role="group" aria-label="Filters">
  <form class="quick" role="search" method="get" action="/accounts" data-quick><input type="hidden" name="filter" value="country=in=(ZA,NA)"><input class="input" type="search" name="q" placeholder="Find in accounts" aria-label="Find in accounts" aria-keyshortcuts="/" autocomplete="off"></form>
  <span class="chip"><button type="button" data-filter-edit>Country <b>South Africa, Namibia</b></button><a class="off" href="?filter=" aria-label="Remove filter: country is South Africa or Namibia">${i('x')}</a></span>
  <span class="chip"><button type="button" data-filter-edit>Group <b>is not Orange</b></button><a class="off" href="?filter=" aria-label="Remove filter: group is not Orange">${i('x')}</a></span>
  <button class="chip dash" type="button" data-filter-edit data-filter-add${builderOpen ? ' popovertarget="filter"' : ''} aria-haspopup="dialog" aria-expanded="${builderOpen}">${i('plus', 's')}Add filter</button>
  <a class="btn plain small" href="?">Clear</a>
</div>`;

export const selection = `<form class="selection" id="selection" method="post" action="/accounts/selection" data-selection>${csrf}
  <b aria-live="polite"><span data-selected-count>1</span> selected</b>
  <button class="btn small" formaction="/accounts/export">${i('download', 's')}Export</button>
  <button class="btn small plain" type="button" data-select-none>Clear selection</button>
</form>`;

export const foot = (counts = '<b>1–14</b> of <b>1,000+</b>') => `<div class="list-foot"><span>${counts}</span><span class="desk">64 people on average for grade S</span><nav aria-label="Pages of the list"><a class="btn small icon plain" rel="prev" role="link" aria-disabled="true" aria-label="Previous page">${i('chevron-left')}</a><a class="btn small icon plain" rel="next" href="?after=0198ae" aria-label="Next page">${i('chevron-right')}</a></nav></div>`;

export const columns = `<button class="btn plain desk" type="button" popovertarget="columns" aria-haspopup="dialog">${i('columns-3')}Columns</button>
  <form id="columns" popover class="columns" method="get" action="/accounts" data-columns aria-labelledby="columns-title"><input type="hidden" name="filter" value="country=in=(ZA,NA)"><input type="hidden" name="columns" value="name,grade,country">
    <h3 id="columns-title">Columns</h3>
    <ol>${[['name', 'Account', 1], ['grade', 'Grade', 1], ['country', 'Country', 1], ['triangle', 'Triangle', 1], ['people', 'People', 1], ['lastSeen', 'Last touchpoint', 1], ['codes', 'Network code', 1], ['parent.name', 'Group', 0], ['region', 'Region', 0], ['updatedAt', 'Changed', 0]].map(([v, l, on]) => `<li><label class="check"><input type="checkbox" value="${v}" data-column${on ? ' checked' : ''}>${l}</label><button class="btn plain icon small" type="button" data-up aria-label="Move ${l} up">${i('arrow-up', 's')}</button><button class="btn plain icon small" type="button" data-down aria-label="Move ${l} down">${i('arrow-down', 's')}</button></li>`).join('')}</ol>
    <div class="row"><button class="btn go">Show</button><a class="btn plain" href="?columns=">Reset</a></div>
  </form>`;

export const panel = `<div class="panel-in" data-panel-of="0198a1">
    <div class="panel-head"><span class="grade S" title="Grade S">S</span><h2 tabindex="-1">MTN Group</h2>
      <button class="btn plain icon" type="button" data-panel-prev aria-label="Previous" aria-keyshortcuts="ArrowUp">${i('arrow-up')}</button><button class="btn plain icon" type="button" data-panel-next aria-label="Next" aria-keyshortcuts="ArrowDown">${i('arrow-down')}</button>
      <a class="btn" href="/accounts/0198a1" data-panel-full>Open</a><button class="btn plain icon" type="button" data-panel-close aria-label="Close">${i('x')}</button></div>
    <dl class="kv"><dt>Head office</dt><dd>Johannesburg, South Africa</dd><dt>Group</dt><dd><a href="#">17 companies</a> in 17 countries</dd><dt>Names</dt><dd>MTN Group Limited, <span lang="zh-CN">南非移动电话网络公司</span></dd><dt>AR</dt><dd>Lindiwe Wessels</dd><dt>SR</dt><dd>Tang Ning <span lang="zh-CN">唐宁</span></dd><dt>FR</dt><dd>James Okafor</dd><dt>Codes</dt><dd class="figures">MCC 655 · MNC 10, 12</dd></dl>
    <section class="stack tight"><h3>People</h3>
      <div class="row"><span class="grow"><a href="#">Charles Naidoo</a> <span class="quiet">CTIO</span></span><span class="quiet small">3 days</span></div>
      <div class="row"><span class="grow"><a href="#">Thandi Botha</a> <span class="quiet">CFO</span></span><span class="tag warn">72 days</span></div>
      <div class="row"><span class="grow"><a href="#">Kagiso Molefe</a> <span class="quiet">Head of energy</span></span><span class="quiet small">3 days</span></div></section>
    <section><h3>Lately</h3><ol class="tl">
      <li><div>Visit: CTO office, network energy<div class="quiet small">K. Molefe, T. Radebe with Lindiwe, Tang Ning</div></div><time datetime="2026-11-19">3 d</time></li>
      <li><div>Call: spare-parts depot in Accra<div class="quiet small">T. Radebe with James</div></div><time datetime="2026-11-14">8 d</time></li>
      <li class="dim"><div>Grade changed from A to S<div class="quiet small">Lindiwe Wessels</div></div><time datetime="2026-11-10">12 d</time></li></ol></section>
  </div>`;

// what the filter builder renders into its popover (made by filter.js)
export const builder = `<div class="filter-pop" popover="manual" id="filter" role="dialog" aria-label="Filter" data-open-now><div class="filter">
  <div class="fgroup" role="group" aria-label="All of these">
    <div class="row"><span class="small quiet">Show records where</span><span class="seg"><button type="button" aria-pressed="true">all</button><button type="button" aria-pressed="false">any</button></span><span class="small quiet">of these hold</span></div>
    <div class="frow"><select class="select" aria-label="Field"><option>Name</option></select><select class="select" aria-label="Condition"><option>contains</option></select><input class="input" value="mtn" aria-label="Value"><button class="btn plain icon" type="button" aria-label="Remove condition">${i('x')}</button></div>
    <div class="frow"><select class="select" aria-label="Field"><option>Group › Name</option></select><select class="select" aria-label="Condition"><option>is</option></select><input class="input" value="Orange" aria-label="Value"><button class="btn plain icon" type="button" aria-label="Remove condition">${i('x')}</button></div>
    <div class="fgroup" role="group" aria-label="Any of these">
      <div class="row"><span class="seg"><button type="button" aria-pressed="false">all</button><button type="button" aria-pressed="true">any</button></span><span class="small quiet">of these hold</span><span class="grow"></span><button class="btn plain icon small" type="button" aria-label="Remove group">${i('x')}</button></div>
      <div class="frow"><select class="select" aria-label="Field"><option>Country</option></select><select class="select" aria-label="Condition"><option>is one of</option></select><div class="lookup-box"><span class="tag">South Africa<button class="btn plain icon" type="button" aria-label="Remove South Africa">${i('x', 's')}</button></span><span class="tag">Namibia<button class="btn plain icon" type="button" aria-label="Remove Namibia">${i('x', 's')}</button></span><input role="combobox" aria-expanded="false" aria-label="Value"></div><button class="btn plain icon" type="button" aria-label="Remove condition">${i('x')}</button></div>
      <div><button class="btn plain small" type="button">${i('plus', 's')}Condition</button></div>
    </div>
    <div class="row"><button class="btn plain small" type="button">${i('plus', 's')}Condition</button><button class="btn plain small" type="button">${i('plus', 's')}Group of conditions</button></div>
  </div>
  <div class="filter-foot"><button class="btn go" type="button">Show</button><button class="btn plain" type="button">Cancel</button></div>
</div></div>`;

export const listHead = (title = 'Accounts', tag = '') => `<div class="head"><h1>${title}</h1>${tag}<div class="acts">${columns}<a class="btn desk" href="export.html">${i('download')}Export</a><a class="btn desk" href="import-upload.html">${i('upload')}Import</a><a class="btn go" href="form.html">${i('plus')}New account</a></div></div>`;

export const list = ({ withPanel = true, picked = true, builderOpen = false, edit = '', state = '' } = {}) => `<div class="split" id="list" data-list-root data-url="/accounts" data-fields="/accounts/filter-fields" data-filter="name==*mtn*;parent.name!=Orange;(country==ZA,country==NA)">
      <main class="page fill" id="content" tabindex="-1">
        ${listHead()}
        ${chips(builderOpen)}
        ${state || `<div class="sheet list-sheet">${picked ? selection : selection.replace('data-selection', 'data-selection hidden')}
<div class="table-wrap" tabindex="0" role="region" aria-label="Accounts">${table({ open: withPanel, picked, edit })}</div>
${foot()}</div>`}
      </main>
      <aside class="panel" id="panel" aria-label="Record at the side"${withPanel ? '' : ' hidden'}>${withPanel ? panel : ''}</aside>
      ${builderOpen ? builder : ''}
    </div>`;

import { i, LW, TN, JO, face, csrf } from './parts.mjs';

export const recordHead = (actions = true) => `<div class="head"><span class="grade S l" title="Grade S">S</span><h1>MTN Group</h1><span class="quiet">Johannesburg, South Africa · <a href="#">17 companies</a></span>
  <div class="acts"><span class="triangle" role="group" aria-label="Account team">${LW}${TN}${JO}</span>${actions ? `<a class="btn" href="form.html" aria-keyshortcuts="e">${i('pencil')}Edit</a><a class="btn go" href="#">${i('handshake')}Log a touchpoint</a>
    <button class="btn plain icon" type="button" popovertarget="more" aria-label="More actions">${i('ellipsis')}</button>
    <div id="more" popover><ul class="menu"><li><a href="#">${i('link')}Copy link</a></li><li><a href="#">${i('bell')}Follow</a></li><li><a href="#">${i('user-plus')}Change team</a></li><li><hr></li><li><form method="post" action="/accounts/0198a1/delete">${csrf}<button class="menu-item danger">${i('trash-2')}Delete</button></form></li></ul></div>` : ''}</div></div>`;

export const tabs = (on) => `<nav class="tabs" aria-label="MTN Group">${[['record.html', 'Overview', ''], ['people.html', 'People', '64'], ['#c', 'Companies', '17'], ['#t', 'Touchpoints', '218'], ['#s', 'Site visits', '3'], ['history.html', 'History', '']].map(([h, l, n]) => `<a href="${h}"${l === on ? ' aria-current="page"' : ''}>${l}${n ? ` <span class="count">${n}</span>` : ''}</a>`).join('')}</nav>`;

const people = [
  ['Charles Naidoo', 'Group Chief Technology and Information Officer', 'Technology', 'high', '3 days', ''],
  ['Thandi Botha', 'Chief Financial Officer', 'Finance', 'high', '72 days', 'warn'],
  ['Kagiso Molefe', 'Head of energy', 'Network operations', 'middle', '3 days', ''],
  ['Sipho Nkosi', 'Procurement manager', 'Supply chain', 'middle', '131 days', 'bad'],
  ['Tumelo Radebe', 'Planning engineer', 'Network planning', 'base', '8 days', ''],
];
export const related = `<section class="sheet list-sheet" aria-labelledby="people-title">
  <div class="sheet-head"><h2 id="people-title">People</h2><span class="count">64</span><span class="grow"></span><a class="btn plain small" href="people.html">See all</a><a class="btn small" href="#">${i('plus', 's')}Add person</a></div>
  <div class="table-wrap"><table class="table cards" data-list aria-labelledby="people-title"><thead><tr><th scope="col" class="name">Name</th><th scope="col">Role</th><th scope="col">Department</th><th scope="col">Level</th><th scope="col">Last seen</th></tr></thead><tbody>
  ${people.map(([n, r, d, l, s, tone], k) => `<tr data-id="p${k}" data-panel="/people/p${k}/panel"><td class="name"><a href="#">${n}</a></td><td class="editable" data-field="role" data-edit="/employments/p${k}/cells/role" title="${r}">${r}</td><td>${d}</td><td>${l}</td><td data-label="Seen">${tone ? `<span class="tag ${tone}">${s}</span>` : s}</td></tr>`).join('\n  ')}
  </tbody></table></div>
  <div class="list-foot"><span><b>5</b> of <b>64</b>, the most senior first</span></div>
</section>`;

export const timeline = `<section class="sheet" aria-labelledby="lately"><div class="sheet-head"><h2 id="lately">Timeline</h2><span class="grow"></span><a class="btn plain small" href="#">All</a></div><div class="sheet-body"><ol class="tl">
  <li><div><a href="#">Visit: CTO office, network energy</a><div class="quiet small">K. Molefe, T. Radebe with Lindiwe, Tang Ning</div><div class="small soft">They want the diesel share below 20 % by March.</div></div><time datetime="2026-11-19T09:30Z">3 d</time></li>
  <li class="late"><div>Promise late: power study for Kumasi<div class="quiet small">Tang Ning, due 20 Nov 2026, 18:00</div></div><time datetime="2026-11-20">2 h late</time></li>
  <li><div><a href="#">Call: spare-parts depot in Accra</a><div class="quiet small">T. Radebe with James</div></div><time datetime="2026-11-14">8 d</time></li>
  <li class="dim"><div>Grade <span class="diff-inline">A → S</span><div class="quiet small">Lindiwe Wessels</div></div><time datetime="2026-11-10">12 d</time></li>
</ol></div></section>`;

export const comments = `<section class="sheet" aria-labelledby="comments"><div class="sheet-head"><h2 id="comments">Comments</h2><span class="count">2</span></div><div class="sheet-body stack" id="comment-list">
  <article class="comment" id="c1">${face('TN', 'SR', 'Tang Ning')}<div class="row"><b>Tang Ning</b><time class="quiet small" datetime="2026-11-21T15:10Z">yesterday, 15:10</time></div><div class="text">The energy team moved from Sandton to Fairland.
Please meet them there from December.</div></article>
  <article class="comment" id="c2">${face('JO', 'FR', 'James Okafor')}<div class="row"><b>James Okafor</b><time class="quiet small" datetime="2026-11-22T07:45Z">2 hours ago</time></div><div class="text"><span lang="zh-CN">收到，我会通知交付团队。</span></div></article>
  <form class="stack" method="post" action="/accounts/0198a1/comments" hx-post="/accounts/0198a1/comments" hx-target="#comment-list" hx-swap="morph:outerHTML" hx-select="#comment-list" data-form>${csrf}<div class="field"><label for="new-comment">New comment</label><textarea class="textarea" id="new-comment" name="text" required maxlength="4000" rows="2"></textarea></div><div class="row"><button class="btn">Comment</button><span class="quiet small"><kbd>Ctrl</kbd> <kbd>↵</kbd></span></div></form>
</div></section>`;

export const sections = `<section class="sheet pad sections" aria-label="Fields">
  <div class="section"><h2>Company</h2><dl class="kv"><dt>Name</dt><dd>MTN Group Limited</dd><dt>Other names</dt><dd>MTN, <span lang="zh-CN">南非移动电话网络公司</span></dd><dt>Group</dt><dd class="unset">none: the top of its group</dd><dt>Country</dt><dd>South Africa</dd><dt>Region</dt><dd>Southern Africa</dd><dt>Website</dt><dd><a href="https://www.mtn.com" rel="noreferrer">mtn.com</a></dd></dl></div>
  <div class="section"><h2>Grade and team</h2><dl class="kv"><dt>Grade</dt><dd><span class="grade S">S</span> decided 3 Mar 2026</dd><dt>AR</dt><dd>Lindiwe Wessels <span class="quiet">since Jan 2024</span></dd><dt>SR</dt><dd>Tang Ning <span lang="zh-CN">唐宁</span> <span class="quiet">since Jun 2025</span></dd><dt>FR</dt><dd>James Okafor <span class="quiet">since Feb 2026</span></dd></dl></div>
  <div class="section"><h2>Codes</h2><dl class="kv"><dt>MCC, MNC</dt><dd class="figures">655-10, 655-12</dd><dt>Our number</dt><dd class="figures">A-000017</dd><dt>Notes</dt><dd class="span">Fiscal year ends in December. Tenders go through the group’s sourcing company in Dubai; local companies sign the call-offs.</dd></dl></div>
</section>`;

export const record = `${recordHead()}
<weir-live src="/live/account/0198a1" refresh="#record, #comment-list" hidden><div class="banner" role="status">${i('refresh-cw')}<span>Somebody changed this account. <a href="record.html">Show</a></span></div></weir-live>
${tabs('Overview')}
<div class="cols"><div class="stack" id="record">${sections}${related}</div><div class="stack">${timeline}${comments}</div></div>`;

const entry = (who, when, what, rows, restore = true) => `<li><div><b>${who}</b> ${what}<dl class="diff">${rows.map(([f, a, b]) => `<dt>${f}</dt><dd>${a ? `<del>${a}</del> ` : ''}${b ? `<ins>${b}</ins>` : '<span class="quiet">emptied</span>'}</dd>`).join('')}</dl></div><div class="row"><time datetime="2026-11-10">${when}</time>${restore ? `<form method="post" action="/accounts/0198a1/restore">${csrf}<input type="hidden" name="version" value="7"><button class="btn small plain" aria-label="Restore what was before ${when}">${i('undo-2', 's')}Restore</button></form>` : ''}</div></li>`;
export const history = `${recordHead()}
${tabs('History')}
<section class="sheet" aria-labelledby="history-title"><div class="sheet-head"><h2 id="history-title">History</h2><span class="quiet">12 changes</span><span class="grow"></span><form method="get" class="row"><select class="select" name="who" aria-label="Who"><option>Everyone</option><option>Lindiwe Wessels</option><option>Imports</option></select><button class="btn">Show</button></form></div><div class="sheet-body"><ol class="tl">
  <li class="day"><time datetime="2026-11-22">Today</time></li>
  ${entry('Tang Ning', '08:12', 'changed', [['Website', 'http://mtn.co.za', 'https://www.mtn.com']])}
  <li class="day"><time datetime="2026-11-10">10 November 2026</time></li>
  ${entry('Lindiwe Wessels', '14:02', 'changed', [['Grade', 'A', 'S'], ['Notes', 'Fiscal year ends in June.', 'Fiscal year ends in December. Tenders go through the group’s sourcing company in Dubai; local companies sign the call-offs.']])}
  ${entry('Lindiwe Wessels', '13:55', 'changed the team', [['FR', 'Priya Desai', 'James Okafor']])}
  <li class="day"><time datetime="2026-11-02">2 November 2026</time></li>
  ${entry('Import', '09:30', '<a href="import-done.html">mobile-operators.csv</a> by Lindiwe Wessels created', [['Name', '', 'MTN Group Limited'], ['Country', '', 'South Africa'], ['Codes', '', '655-10, 655-12']], false)}
</ol></div><div class="list-foot"><span><b>4</b> of <b>12</b></span><nav aria-label="Pages of the history"><a class="btn small plain" href="#">Earlier</a></nav></div></section>`;

export const lookup = ({ name, label, value = '', text = '', invalid = false, src = '/lookup/accounts', describedby = '', multiple = false, chosen = [] }) => `<weir-lookup src="${src}"${multiple ? ' multiple' : ''}><div class="lookup-box">${multiple ? chosen.map(([v, l]) => `<span class="tag" data-value="${v}">${l}<input type="hidden" name="${name}" value="${v}"></span>`).join('') : `<input type="hidden" name="${name}" value="${value}">`}<input id="${name}" type="text" value="${text}" autocomplete="off"${invalid ? ' aria-invalid="true"' : ''}${describedby ? ` aria-describedby="${describedby}"` : ''}></div></weir-lookup>`;

export const form = (errors = true) => `<div class="head"><h1>MTN Group</h1><span class="quiet">Edit account</span></div>
<form class="form" method="post" action="/accounts/0198a1" data-form novalidate>${csrf}<input type="hidden" name="version" value="7">
${errors ? `<div class="problems" role="alert" tabindex="-1" data-problems><h2>Two fields need your attention</h2><ul><li><a href="#name">Name: say what the company is called.</a></li><li><a href="#website">Website: this is not a web address.</a></li></ul></div>` : ''}
<section class="sheet pad form"><fieldset class="stack"><legend>Company</legend><div class="fields">
  <div class="field span"><label for="name">Name <span class="must" aria-hidden="true">*</span></label><input class="input" id="name" name="name" value="${errors ? '' : 'MTN Group Limited'}" required maxlength="200"${errors ? ' aria-invalid="true" aria-describedby="name-error"' : ''}>${errors ? '<span class="error" id="name-error">Say what the company is called.</span>' : ''}</div>
  <div class="field"><label for="parent">Group</label>${lookup({ name: 'parent', label: 'Group', describedby: 'parent-hint' })}<span class="hint" id="parent-hint">The company it belongs to, if any.</span></div>
  <div class="field"><label for="country">Country</label>${lookup({ name: 'country', label: 'Country', value: 'ZA', text: 'South Africa', src: '/lookup/countries' })}</div>
  <div class="field"><label for="grade">Grade</label><select class="select" id="grade" name="grade"><option value=""></option><option selected>S</option><option>A</option><option>B</option><option>C</option></select></div>
  <div class="field"><label for="since">Customer since</label><input class="input" id="since" name="since" type="date" value="2011-04-01"></div>
  <div class="field"><label for="website">Website</label><input class="input" id="website" name="website" type="url" value="${errors ? 'mtn dot com' : 'https://www.mtn.com'}"${errors ? ' aria-invalid="true" aria-describedby="website-error"' : ''}>${errors ? '<span class="error" id="website-error">This is not a web address. Example: https://www.mtn.com</span>' : ''}</div>
  <div class="field"><label for="subscribers">Subscribers</label><div class="with-unit"><input class="input num" id="subscribers" name="subscribers" inputmode="numeric" value="288,000,000"><span class="quiet">people</span></div></div>
</div></fieldset>
<fieldset class="stack"><legend>Team</legend><div class="fields">
  <div class="field"><label for="ar">AR, account responsible</label>${lookup({ name: 'ar', value: 'u1', text: 'Lindiwe Wessels', src: '/lookup/users' })}</div>
  <div class="field"><label for="sr">SR, solution responsible</label>${lookup({ name: 'sr', value: 'u2', text: 'Tang Ning 唐宁', src: '/lookup/users' })}</div>
  <div class="field span"><label for="others">Others in the team</label>${lookup({ name: 'others', multiple: true, chosen: [['u3', 'James Okafor'], ['u4', 'Priya Desai']], src: '/lookup/users' })}</div>
</div></fieldset>
<fieldset class="stack"><legend>More</legend><div class="field"><label for="notes">Notes</label><textarea class="textarea" id="notes" name="notes" rows="3">Fiscal year ends in December. Tenders go through the group’s sourcing company in Dubai; local companies sign the call-offs.</textarea></div>
<label class="check"><input type="checkbox" name="active" checked><span>Active<small>Inactive companies stay out of lists and lookups.</small></span></label></fieldset></section>
<div class="form-foot"><button class="btn go" aria-keyshortcuts="Control+Enter">Save</button><a class="btn plain" href="record.html">Cancel</a><span class="quiet small desk"><kbd>Ctrl</kbd> <kbd>↵</kbd> saves</span></div>
</form>`;

export const conflict = `<dialog class="wide" id="conflict" aria-labelledby="conflict-title" data-open-now data-conflict><form method="post" action="/accounts/0198a1" data-form>${csrf}<input type="hidden" name="version" value="9">
  <div class="dialog-head"><h2 id="conflict-title">Tang Ning saved this account while you edited it</h2><button class="btn plain icon" type="button" data-close aria-label="Close">${i('x')}</button></div>
  <div class="dialog-body"><p class="soft">Saved 2 minutes ago. Choose for each field what stays; the other fields are already merged.</p>
  <table class="conflict"><thead><tr><th scope="col">Field</th><th scope="col">Was</th><th scope="col">Yours</th><th scope="col">Tang Ning’s</th></tr></thead><tbody>
    <tr><th scope="row">Website</th><td class="quiet" data-label="Was">http://mtn.co.za</td><td data-label="Yours"><label class="check"><input type="radio" name="choose.website" value="mine" checked autofocus><span>https://mtn.com</span></label><input type="hidden" name="website" value="https://mtn.com"></td><td data-label="Tang Ning’s"><label class="check"><input type="radio" name="choose.website" value="theirs"><span>https://www.mtn.com</span></label></td></tr>
    <tr><th scope="row">Grade</th><td class="quiet" data-label="Was">A</td><td data-label="Yours"><label class="check"><input type="radio" name="choose.grade" value="mine" checked><span><span class="grade S">S</span></span></label><input type="hidden" name="grade" value="S"></td><td data-label="Tang Ning’s"><label class="check"><input type="radio" name="choose.grade" value="theirs"><span><span class="grade">B</span></span></label></td></tr>
  </tbody></table>
  <div class="row"><button class="btn small plain" type="button" data-choose="mine">All mine</button><button class="btn small plain" type="button" data-choose="theirs">All theirs</button></div></div>
  <div class="dialog-foot"><a class="btn plain" href="record.html">Drop my changes</a><button class="btn go">Save</button></div></form></dialog>`;

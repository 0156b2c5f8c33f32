// Lists: the state is the address; keys walk the cells; a record opens at the side.
import { takesText, phone, settle } from './dom.js';
import { edit } from './cell.js';

const { htmx } = window;
const root = () => document.getElementById('list');
const panel = () => document.getElementById('panel');
const cssId = (id) => CSS.escape(id);

/* ---------- the address ---------- */

const withoutPanel = (search) => {
  const p = new URLSearchParams(search);
  p.delete('panel');
  return p.toString();
};
let shown = { path: location.pathname, search: location.search };

/** Loads the list of an address into the page. */
export async function go(url, { push = true } = {}) {
  const list = root();
  const to = new URL(url, location.href);
  if (!list || to.pathname !== location.pathname) {
    location.assign(to);
    return;
  }
  const turned = withoutPanel(to.search) !== withoutPanel(shown.search);
  if (push) history.pushState(null, '', to);
  shown = { path: to.pathname, search: to.search };
  await htmx.ajax('GET', to.pathname + to.search, { source: list, target: '#list', select: '#list', swap: 'morph:outerHTML' });
  if (turned) root()?.querySelector('.table-wrap')?.scrollTo({ top: 0 });
}

window.addEventListener('popstate', () => {
  if (!root() || location.pathname !== shown.path) return;
  const same = withoutPanel(location.search) === withoutPanel(shown.search);
  if (!same) { go(location.href, { push: false }); return; }
  shown.search = location.search;
  const id = new URLSearchParams(location.search).get('panel');
  const row = id && document.querySelector(`#list tr[data-id="${cssId(id)}"]`);
  if (row) openPanel(row, { history: false });
  else if (!id) closePanel({ history: false });
});

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest?.('#list :is(thead, .chips, .list-foot, .empty, [data-columns]) a[href]');
  if (!link || link.target || link.hasAttribute('download') || link.getAttribute('aria-disabled') === 'true') return;
  const to = new URL(link.href);
  if (to.origin !== location.origin || to.pathname !== location.pathname) return;
  event.preventDefault();
  go(to);
});

/** The address that a GET form makes, without its empty fields. */
function addressOf(form, submitter) {
  const to = new URL(form.action, location.href);
  const p = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) if (typeof value === 'string' && value !== '') p.append(name, value);
  to.search = p;
  return to;
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.closest('#list') || form.method !== 'get' || event.defaultPrevented) return;
  if (form.matches('[data-columns]')) columnsInto(form);
  event.preventDefault();
  form.closest('[popover]')?.hidePopover();
  go(addressOf(form, event.submitter));
});

const searchSoon = settle(220, (form) => { if (form.isConnected) go(addressOf(form)); });
document.addEventListener('input', (event) => {
  const form = event.target.closest?.('#list form[data-quick]');
  if (form && !event.isComposing) searchSoon(form);
});
document.addEventListener('compositionend', (event) => {
  const form = event.target.closest?.('#list form[data-quick]');
  if (form) searchSoon(form);
});

/* ---------- columns ---------- */

function columnsInto(form) {
  form.elements.namedItem('columns').value = [...form.querySelectorAll('[data-column]:checked')].map((c) => c.value).join(',');
}
document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-columns] :is([data-up], [data-down])');
  if (!button) return;
  const item = button.closest('li');
  if (button.hasAttribute('data-up')) item.previousElementSibling?.before(item);
  else item.nextElementSibling?.after(item);
  button.focus();
});

/* ---------- cells and keys ---------- */

const rowsOf = (table) => [...table.tBodies].flatMap((b) => [...b.rows]).filter((r) => r.dataset.id);

/** Makes a table a grid that is one stop for the Tab key. */
function enhance(table) {
  if (!table.querySelector('tbody tr[data-id]')) return;
  table.setAttribute('role', 'grid');
  for (const tr of table.rows) {
    tr.setAttribute('role', 'row');
    for (const c of tr.cells) {
      if (c.tagName === 'TH') { c.setAttribute('role', c.scope === 'row' ? 'rowheader' : 'columnheader'); continue; }
      c.setAttribute('role', 'gridcell');
      if (!c.hasAttribute('tabindex')) c.tabIndex = -1;
      if (!c.classList.contains('editing')) c.querySelectorAll('a, button, input').forEach((x) => { x.tabIndex = -1; });
    }
  }
  if (!table.querySelector('td[tabindex="0"]')) {
    const first = rowsOf(table)[0];
    const cell = first?.querySelector('.name') ?? first?.cells[0];
    if (cell) cell.tabIndex = 0;
  }
}

/** Moves the one Tab stop of the grid to this cell, and the focus with it. */
export function focusCell(cell) {
  if (!cell) return;
  cell.closest('table').querySelectorAll('td[tabindex="0"]').forEach((c) => { c.tabIndex = -1; });
  cell.tabIndex = 0;
  cell.focus({ preventScroll: true });
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function step(table, cell, by) {
  const rows = rowsOf(table);
  const at = rows.indexOf(cell.parentElement);
  const row = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
  focusCell(row?.cells[Math.min(cell.cellIndex, row.cells.length - 1)]);
}

function listKey(event, table, cell) {
  const row = cell.parentElement;
  const side = getComputedStyle(table).direction === 'rtl' ? -1 : 1;
  switch (event.key) {
    case 'ArrowDown': case 'j': step(table, cell, 1); return true;
    case 'ArrowUp': case 'k': step(table, cell, -1); return true;
    case 'PageDown': step(table, cell, 10); return true;
    case 'PageUp': step(table, cell, -10); return true;
    case 'ArrowRight': focusCell(row.cells[cell.cellIndex + side]); return true;
    case 'ArrowLeft': focusCell(row.cells[cell.cellIndex - side]); return true;
    case 'Home': focusCell(event.ctrlKey ? rowsOf(table)[0]?.cells[cell.cellIndex] : row.cells[0]); return true;
    case 'End': focusCell(event.ctrlKey ? rowsOf(table).pop()?.cells[cell.cellIndex] : row.cells[row.cells.length - 1]); return true;
    case 'Enter':
      if (event.ctrlKey || event.metaKey) { (cell.querySelector('a[href]') ?? row.querySelector('.name a'))?.click(); return true; }
      openRow(row, { focus: true });
      return true;
    case 'o': openRow(row, { focus: true }); return true;
    case 'x': case ' ': return pick(row, event.shiftKey);
    case 'e': case 'F2': {
      const to = cell.matches('.editable') ? cell : row.querySelector('td.editable');
      if (to) edit(to);
      return Boolean(to);
    }
    default: return false;
  }
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || event.altKey || document.querySelector('dialog:modal')) return;
  if ((event.ctrlKey || event.metaKey) && !['Enter', 'Home', 'End'].includes(event.key)) return;
  if (takesText(event.target)) {
    if (event.key === 'ArrowDown' && event.target.closest('[data-quick]')) { firstCell(); event.preventDefault(); }
    return;
  }
  const cell = event.target.closest?.('[data-list] td');
  if (cell && cell.closest('table').getAttribute('role') === 'grid') {
    if (cell.classList.contains('editing')) return;
    if (event.target !== cell && (event.key === 'Enter' || event.key === ' ')) return;
    if (listKey(event, cell.closest('table'), cell)) event.preventDefault();
    else if (event.key === 'Escape' && isOpen()) { closePanel(); event.preventDefault(); }
    return;
  }
  if (isOpen() && panel().contains(event.target)) {
    if (panelKey(event)) event.preventDefault();
    return;
  }
  if (event.key === 'Escape' && isOpen()) closePanel();
  else if ((event.key === 'j' || event.key === 'k') && !event.target.closest?.('[popover]')) { if (firstCell()) event.preventDefault(); }
});

function firstCell() {
  const table = document.querySelector('[data-list][role=grid]');
  const cell = table?.querySelector('tr.open .name, td[tabindex="0"]') ?? table?.querySelector('td');
  focusCell(cell);
  return Boolean(cell);
}

document.addEventListener('focusin', (event) => {
  const cell = event.target.closest?.('[data-list][role=grid] td');
  if (cell && cell.tabIndex !== 0) {
    cell.closest('table').querySelectorAll('td[tabindex="0"]').forEach((c) => { c.tabIndex = -1; });
    cell.tabIndex = 0;
  }
});

/* ---------- selection ---------- */

let lastPicked = null;

function pick(row, range) {
  const box = row.querySelector('td.pick input');
  if (!box) return false;
  box.checked = !box.checked;
  picked(box, range);
  return true;
}

function picked(box, range) {
  const table = box.closest('table');
  const rows = rowsOf(table);
  const at = rows.indexOf(box.closest('tr'));
  if (range && lastPicked?.isConnected) {
    const from = rows.indexOf(lastPicked.closest('tr'));
    for (const r of rows.slice(Math.min(at, from), Math.max(at, from) + 1)) {
      const b = r.querySelector('td.pick input');
      if (b) b.checked = box.checked;
    }
  }
  lastPicked = box;
  tell(table);
}

function tell(table) {
  const boxes = [...table.querySelectorAll('td.pick input')];
  const some = boxes.filter((b) => b.checked);
  for (const b of boxes) b.closest('tr').setAttribute('aria-selected', String(b.checked));
  const all = table.querySelector('[data-pick-all]');
  if (all) {
    all.checked = some.length > 0 && some.length === boxes.length;
    all.indeterminate = some.length > 0 && some.length < boxes.length;
  }
  const bar = table.closest('.list-sheet')?.querySelector('[data-selection]');
  if (!bar) return;
  bar.hidden = some.length === 0;
  const count = bar.querySelector('[data-selected-count]');
  if (count) count.textContent = String(some.length);
}

let shift = false;
document.addEventListener('click', (event) => { shift = event.shiftKey; }, true);
document.addEventListener('change', (event) => {
  const box = event.target;
  if (box.matches?.('[data-list] td.pick input')) picked(box, shift);
  else if (box.matches?.('[data-pick-all]')) {
    const table = box.closest('table');
    table.querySelectorAll('td.pick input').forEach((b) => { b.checked = box.checked; });
    tell(table);
  }
});
document.addEventListener('click', (event) => {
  const none = event.target.closest?.('[data-select-none]');
  const table = none?.closest('.list-sheet')?.querySelector('[data-list]');
  if (!table) return;
  table.querySelectorAll('td.pick input').forEach((b) => { b.checked = false; });
  tell(table);
  focusCell(table.querySelector('td[tabindex="0"]'));
});

/* ---------- the side panel ---------- */

const isOpen = () => Boolean(panel() && !panel().hidden);

function openRow(row, options) {
  if (!row?.dataset.panel) return;
  if (panel() && !phone()) openPanel(row, options);
  else row.querySelector('.name a')?.click();
}

export async function openPanel(row, { history: write = true, focus = false } = {}) {
  const aside = panel();
  const was = isOpen();
  document.querySelectorAll('#list tr.open').forEach((r) => r.classList.remove('open'));
  row.classList.add('open');
  row.scrollIntoView({ block: 'nearest' });
  if (write && root()) {
    const to = new URL(location.href);
    to.searchParams.set('panel', row.dataset.id);
    history[was ? 'replaceState' : 'pushState'](null, '', to);
    shown.search = to.search;
  }
  await htmx.ajax('GET', row.dataset.panel, { source: aside, target: '#panel', swap: 'innerHTML' });
  if (!row.classList.contains('open')) return;
  aside.hidden = false;
  if (focus || getComputedStyle(aside).position === 'fixed') {
    const title = aside.querySelector('h2');
    title?.setAttribute('tabindex', '-1');
    title?.focus({ preventScroll: true });
  }
}

export function closePanel({ history: write = true } = {}) {
  const aside = panel();
  if (!isOpen()) return;
  const row = document.querySelector('#list tr.open');
  const inside = aside.contains(document.activeElement) || document.activeElement === document.body;
  aside.hidden = true;
  aside.replaceChildren();
  row?.classList.remove('open');
  if (write && root()) {
    const to = new URL(location.href);
    to.searchParams.delete('panel');
    history.pushState(null, '', to);
    shown.search = to.search;
  }
  if (inside) focusCell(row?.querySelector('td[tabindex="0"]') ?? row?.querySelector('.name'));
}

/** To the record before or after, over the end of the page into the next one. */
async function walk(by) {
  const row = document.querySelector('#list tr.open');
  const table = row?.closest('table') ?? document.querySelector('#list [data-list]');
  if (!table) return;
  const rows = rowsOf(table);
  const next = row ? rows[rows.indexOf(row) + by] : rows[0];
  if (next) { await openPanel(next, { focus: true }); return; }
  const link = document.querySelector(`#list .list-foot a[rel=${by > 0 ? 'next' : 'prev'}][href]`);
  if (!link || link.getAttribute('aria-disabled') === 'true') return;
  const to = new URL(link.href);
  to.searchParams.delete('panel');
  await go(to);
  const fresh = document.querySelector('#list [data-list]');
  const all = fresh ? rowsOf(fresh) : [];
  const target = by > 0 ? all[0] : all.at(-1);
  if (target) await openPanel(target, { focus: true });
}

function panelKey(event) {
  if (event.key === 'Escape') { closePanel(); return true; }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { panel().querySelector('[data-panel-full]')?.click(); return true; }
  if (event.ctrlKey || event.metaKey) return false;
  if (event.key === 'ArrowDown' || event.key === 'j') { walk(1); return true; }
  if (event.key === 'ArrowUp' || event.key === 'k') { walk(-1); return true; }
  return false;
}

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  if (event.target.closest('[data-panel-close]')) { closePanel(); return; }
  if (event.target.closest('[data-panel-next]')) { walk(1); return; }
  if (event.target.closest('[data-panel-prev]')) { walk(-1); return; }
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const row = event.target.closest('[data-list] tbody tr[data-panel]');
  if (!row || event.target.closest('.pick, .editing, button, input, select, textarea, label')) return;
  const link = event.target.closest('a');
  if (link && !link.closest('.name')) return;
  if (!panel() || phone()) {
    if (!link) row.querySelector('.name a')?.click();
    return;
  }
  if (link) event.preventDefault();
  if (String(getSelection()) !== '') return;
  // a second click within a moment begins to edit the cell, see cell.js
  openPanel(row);
});

document.addEventListener('click', (event) => {
  const filter = event.target.closest?.('[data-filter-edit]');
  if (!filter || !root()) return;
  event.preventDefault();
  import('./filter.js').then((m) => m.openFilter(root(), filter, go));
});

export function startLists(scope) {
  const tables = [...(scope.querySelectorAll?.('table[data-list]') ?? [])];
  const near = scope.closest?.('table[data-list]');
  if (near) tables.push(near);
  for (const table of tables) { enhance(table); tell(table); }
}

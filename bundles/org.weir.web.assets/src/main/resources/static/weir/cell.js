// One cell of a list edited in its place: Enter saves, Esc leaves, Tab saves and goes on.
const { htmx } = window;

/** What a cell was before it was edited, by its row and field. */
const before = new Map();
let onward = 0;

const keyOf = (cell) => `${cell.closest('tr').dataset.id} ${cell.dataset.field}`;

function control(cell) {
  return cell.querySelector('input[role=combobox], .input, .select, .textarea, input:not([type=hidden])');
}

const stateOf = (form) => new URLSearchParams([...new FormData(form)].filter(([, v]) => typeof v === 'string')).toString();

/** Its own address, or that of the row's cells and its field. */
function addressOf(cell) {
  const cells = cell.closest('tr')?.dataset.cells;
  return cell.dataset.edit ?? (cells && cell.classList.contains('editable') ? cells + cell.dataset.field : undefined);
}

/** Fetches the form of the cell into it. */
export async function edit(cell) {
  if (cell.classList.contains('editing') || !addressOf(cell)) return;
  const key = keyOf(cell);
  before.set(key, cell.outerHTML);
  await htmx.ajax('GET', addressOf(cell), { source: cell, target: cell, swap: 'outerHTML' });
}

function cellOf(key) {
  const [row, field] = key.split(' ');
  return document.querySelector(`tr[data-id="${CSS.escape(row)}"] td[data-field="${CSS.escape(field)}"]`);
}

async function settleFocus(cell, flash) {
  const { focusCell } = await import('./list.js');
  focusCell(cell);
  if (flash) {
    cell.classList.add('saved');
    setTimeout(() => cell.classList.remove('saved'), 1200);
  }
}

function cancel(cell, { focus = true } = {}) {
  const key = keyOf(cell);
  const html = before.get(key);
  if (!html) { location.reload(); return; }
  before.delete(key);
  const template = document.createElement('template');
  template.innerHTML = `<table><tbody><tr>${html}</tr></tbody></table>`;
  const was = template.content.querySelector('td');
  cell.replaceWith(was);
  htmx.process(was);
  if (focus) settleFocus(was, false);
}

document.addEventListener('dblclick', (event) => {
  const cell = event.target.closest?.('[data-list] td.editable');
  if (!cell || event.target.closest('input, button')) return;
  getSelection()?.removeAllRanges();
  edit(cell);
});

document.addEventListener('keydown', (event) => {
  const cell = event.target.closest?.('td.editing');
  if (!cell || event.isComposing || event.defaultPrevented) return;
  const form = cell.querySelector('form');
  if (event.key === 'Escape') {
    event.preventDefault();
    event.stopPropagation();
    cancel(cell);
  } else if (event.key === 'Enter' && form && event.target.matches('input, select')) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.key === 'Tab' && form && !cell.querySelector('.cell-note')) {
    event.preventDefault();
    onward = event.shiftKey ? -1 : 1;
    if (stateOf(form) === cell.dataset.was) {
      const key = keyOf(cell);
      cancel(cell, { focus: false });
      goOn(cellOf(key));
    } else {
      form.requestSubmit();
    }
  }
});

function goOn(cell) {
  const all = [...cell.closest('tr').querySelectorAll('td.editable')];
  const next = all[all.indexOf(cell) + onward];
  onward = 0;
  if (next) edit(next);
  else settleFocus(cell, false);
}

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-cell-cancel]');
  if (button) cancel(button.closest('td'));
});

// leaving the cell with the pointer saves what was changed
document.addEventListener('pointerdown', (event) => {
  for (const cell of document.querySelectorAll('td.editing')) {
    if (cell.contains(event.target) || event.target.closest?.('.options')) continue;
    const form = cell.querySelector('form');
    if (cell.querySelector('.cell-note')) continue;
    if (!form || stateOf(form) === cell.dataset.was) cancel(cell, { focus: false });
    else form.requestSubmit();
  }
});

document.addEventListener('htmx:afterSettle', (event) => {
  const cell = event.detail.elt;
  if (!(cell instanceof Element) || !cell.matches('td[data-field]')) return;
  const key = keyOf(cell);
  if (cell.classList.contains('editing')) {
    const form = cell.querySelector('form');
    if (form && cell.dataset.was === undefined) cell.dataset.was = stateOf(form);
    onward = 0;
    const target = cell.querySelector('.cell-note button') ?? control(cell);
    target?.focus();
    target?.select?.();
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  } else if (before.has(key)) {
    before.delete(key);
    if (onward) goOn(cell);
    else if (document.activeElement === document.body || document.activeElement.closest('td') === cell) settleFocus(cell, true);
  }
});

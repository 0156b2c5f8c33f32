// Keys that hold everywhere. Those of a list are in list.js, of a cell in cell.js.
import { takesText } from './dom.js';

let wentG = 0;

const visible = (node) => node.offsetParent !== null || node.getClientRects().length > 0;

function open(id) {
  const dialog = document.getElementById(id);
  if (dialog && !dialog.open && dialog.dispatchEvent(new CustomEvent('weir:open', { cancelable: true }))) dialog.showModal();
}

function plain(event) {
  const key = event.key;
  if (wentG && Date.now() - wentG < 1200) {
    wentG = 0;
    const link = document.querySelector(`[data-goto="${CSS.escape(key)}"]`) ?? (key === 'h' ? document.querySelector('.rail .mark') : null);
    if (link) { link.click(); return true; }
  }
  if (key === 'g') { wentG = Date.now(); return false; }
  if (key === '?') { open('keys'); return true; }
  if (key === '/') {
    const quick = document.querySelector('[data-quick] input[type=search]');
    if (quick) { quick.focus(); quick.select(); } else open('palette');
    return true;
  }
  if (key === 'n') {
    const table = document.activeElement?.closest('[data-new]') ?? document.querySelector('[data-new]');
    if (table) { location.assign(table.dataset.new); return true; }
  }
  if (key === 'f') {
    const add = document.querySelector('[data-filter-add]');
    if (add) { add.click(); return true; }
  }
  if (/^[a-z]$/.test(key) && !document.activeElement?.closest('[data-list]')) {
    const named = [...document.querySelectorAll(`:is(a, button)[aria-keyshortcuts~="${key}"]`)].find(visible);
    if (named) { named.click(); return true; }
  }
  return false;
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    open('palette');
    return;
  }
  if (event.key === 'Escape') {
    const rail = document.querySelector('.rail.open');
    if (rail) { rail.classList.remove('open'); document.querySelector('.rail-open')?.focus(); }
    else if (event.target.matches?.('[data-quick] input')) event.target.blur();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target) || document.querySelector('dialog:modal')) return;
  if (plain(event)) event.preventDefault();
});

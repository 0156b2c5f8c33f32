// Short messages at the foot of the page, said aloud by screen readers.
import { el, icon, csrf } from './dom.js';
import { t } from './texts.js';

const stays = 6000;

function home() {
  return document.getElementById('toasts') ?? document.body.appendChild(el('div', { class: 'toasts', id: 'toasts', role: 'status', 'aria-live': 'polite' }));
}

/** Failures stay until closed; the rest goes after six seconds unless pointed at or focused. */
function start(node) {
  if (!node.querySelector('[data-toast-close]')) {
    node.append(el('button', { class: 'btn icon small', type: 'button', 'aria-label': t('js.close'), 'data-toast-close': true, click: () => node.remove() }, icon('x', 's')));
  }
  if (node.classList.contains('bad')) return;
  let timer;
  const go = () => { timer = setTimeout(() => node.remove(), stays); };
  const hold = () => clearTimeout(timer);
  node.addEventListener('pointerenter', hold);
  node.addEventListener('focusin', hold);
  node.addEventListener('pointerleave', go);
  node.addEventListener('focusout', go);
  go();
}

async function undo(url, node) {
  node.remove();
  const response = await fetch(url, { method: 'POST', headers: { 'X-CSRF-Token': csrf() }, credentials: 'same-origin' });
  if (response.ok) location.reload();
  else toast({ text: t('js.failed'), tone: 'bad' });
}

/** @param message text, tone (good, bad or none), undo (an address that is posted to), undoText */
export function toast(message) {
  const { text, tone = '', undo: url, undoText } = typeof message === 'string' ? { text: message } : message;
  const node = el('div', { class: tone ? `toast ${tone}` : 'toast' }, el('span', { class: 'grow' }, text));
  if (url) node.append(el('button', { class: 'btn small', type: 'button', click: () => undo(url, node) }, undoText ?? 'Undo'));
  // a modal dialog makes the rest of the page inert, so the message goes inside it
  const modal = [...document.querySelectorAll('dialog:modal')].pop();
  const place = home();
  if (modal) {
    const inside = modal.querySelector(':scope > .toasts') ?? modal.appendChild(el('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' }));
    inside.append(node);
  } else {
    place.append(node);
  }
  start(node);
}

document.addEventListener('toast', (event) => toast(event.detail.value ?? event.detail));
export function startToasts(root) {
  root.querySelectorAll?.('[data-toast]').forEach((node) => { node.removeAttribute('data-toast'); start(node); });
}

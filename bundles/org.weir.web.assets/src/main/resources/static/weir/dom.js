// Small tools shared by the scripts.

/** An element; attributes with a false or null value are left out, functions become listeners. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(name, value);
    else if (value !== false && value != null) node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((c) => c != null));
  return node;
}

const sprite = new URL('icons.svg', import.meta.url).href;

export function icon(name, size = '') {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', size ? `i ${size}` : 'i');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `${sprite}#${name}`);
  svg.append(use);
  return svg;
}

let last = 0;
export const newId = (prefix) => `${prefix}-${++last}`;

/** Whether keys typed there are text. */
export function takesText(node) {
  if (!(node instanceof HTMLElement)) return false;
  if (node.isContentEditable || node.matches('textarea, select')) return true;
  return node.matches('input') && !node.matches('[type=checkbox], [type=radio], [type=button], [type=submit], [type=file], [type=range]');
}

export const phone = () => matchMedia('(max-width: 640px)').matches;

export const csrf = () => document.querySelector('meta[name=csrf]')?.content ?? '';

/** Waits until nothing came for some time, then runs once with the last arguments. */
export function settle(ms, run) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...args), ms);
  };
}

/** A piece of HTML from our server; throws what the response said when it is not 2xx. */
export async function piece(url, signal) {
  const response = await fetch(url, { headers: { 'HX-Request': 'true', Accept: 'text/html' }, signal, credentials: 'same-origin' });
  if (response.status === 401) {
    location.assign(response.headers.get('Location') ?? location.href);
    throw new DOMException('signed out', 'AbortError');
  }
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}

/** Puts a node of the top layer under (or above) its anchor, inside the window. */
export function place(node, anchor, { width = false, end = false } = {}) {
  const a = anchor.getBoundingClientRect();
  if (width) node.style.width = `${Math.max(a.width, 220)}px`;
  const w = node.offsetWidth;
  const h = node.offsetHeight;
  const below = innerHeight - a.bottom - 8;
  const up = h > below && a.top > below;
  const rtl = getComputedStyle(anchor).direction === 'rtl';
  const x = end !== rtl ? a.right - w : a.left;
  node.style.left = `${Math.max(8, Math.min(x, innerWidth - w - 8))}px`;
  node.style.top = up ? `${Math.max(8, a.top - h - 4)}px` : `${a.bottom + 4}px`;
  node.style.maxHeight = `${Math.max(160, (up ? a.top : below) - 8)}px`;
}

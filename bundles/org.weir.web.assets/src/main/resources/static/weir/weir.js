// The browser side of Weir. Everything works as links and forms; this makes it quick.
import { csrf, place, el, takesText } from './dom.js';
import { t } from './texts.js';
import { toast, startToasts } from './toast.js';
import { startLists } from './list.js';
import './cell.js';
import { startForms } from './form.js';
import './keys.js';
import './lookup.js';
import './progress.js';
import './live.js';
import './palette.js';

const { htmx, Idiomorph } = window;

// htmx waits for the document before it reads these. The security policy forbids eval and inline styles.
Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  historyEnabled: false,
  defaultSwapStyle: 'morph:innerHTML',
  scrollIntoViewOnBoost: false,
  selfRequestsOnly: true,
  responseHandling: [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    { code: '409|422', swap: true },
    { code: '[45]..', swap: false, error: true },
  ],
});

const kept = new Set(['role', 'tabindex']);
const morph = {
  ignoreActiveValue: true,
  callbacks: {
    // what list.js adds to the cells of a grid is not in the server's HTML, and stays
    beforeAttributeUpdated: (name, node) => !(kept.has(name) && node.closest?.('[data-list]')),
  },
};
htmx.defineExtension('morph', {
  isInlineSwap: (style) => style === 'morph' || style === 'morph:outerHTML',
  handleSwap(style, target, fragment) {
    if (style !== 'morph' && !style.startsWith('morph:')) return false;
    const morphStyle = style === 'morph:innerHTML' ? 'innerHTML' : 'outerHTML';
    return Idiomorph.morph(target, fragment.children, { ...morph, morphStyle });
  },
});
document.body.setAttribute('hx-ext', 'morph');
document.addEventListener('weir:morph', ({ detail: { from, to } }) => {
  Idiomorph.morph(from, to, { ...morph, morphStyle: 'outerHTML' });
  const part = document.getElementById(to.id);
  htmx.process(part);
  start(part);
});

document.addEventListener('htmx:configRequest', (event) => {
  event.detail.headers['X-CSRF-Token'] = csrf();
});

/** Where the request ended: a sign-in page that came instead of a piece is gone to. */
document.addEventListener('htmx:beforeOnLoad', (event) => {
  const { xhr } = event.detail;
  const dialogs = document.getElementById('dialogs');
  if (xhr.status === 401 && xhr.getResponseHeader('X-Signed-Out') && dialogs) {
    // what was typed stays where it is; signing in again happens over it
    event.preventDefault();
    dialogs.innerHTML = xhr.responseText;
    htmx.process(dialogs);
    const dialog = dialogs.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  } else if (xhr.status === 401) {
    event.preventDefault();
    location.assign(xhr.getResponseHeader('Location') ?? location.href);
  } else if (/^\s*<!doctype html[\s\S]{0,4000}class="gate/i.test(xhr.responseText)) {
    event.preventDefault();
    location.assign(xhr.responseURL || location.href);
  }
});

document.addEventListener('weir:signed-in', ({ detail }) => {
  document.querySelector('meta[name=csrf]')?.setAttribute('content', detail.csrf);
  for (const field of document.querySelectorAll('input[name=_csrf]')) field.value = detail.csrf;
});

function said(xhr) {
  if (!xhr.getResponseHeader('Content-Type')?.includes('json')) return t('js.failed');
  try {
    const problem = JSON.parse(xhr.responseText);
    return problem.detail ?? problem.title ?? t('js.failed');
  } catch {
    return t('js.failed');
  }
}
document.addEventListener('htmx:responseError', (event) => toast({ text: said(event.detail.xhr), tone: 'bad' }));
document.addEventListener('htmx:sendError', () => toast({ text: t('js.offline'), tone: 'bad' }));

let running = 0;
function busy(by) {
  running = Math.max(0, running + by);
  document.getElementById('loading')?.classList.toggle('on', running > 0);
}
document.addEventListener('htmx:beforeSend', () => busy(1));
document.addEventListener('htmx:afterRequest', () => busy(-1));

/* dialogs and popovers */

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const opener = event.target.closest('[data-open]');
  if (opener && !event.ctrlKey && !event.metaKey) {
    const dialog = document.getElementById(opener.dataset.open);
    if (dialog) {
      event.preventDefault();
      opener.closest('[popover]')?.hidePopover();
      dialog.dispatchEvent(new CustomEvent('weir:open', { cancelable: true })) && dialog.showModal();
    }
    return;
  }
  const closer = event.target.closest('[data-close]');
  if (closer) {
    closer.closest('dialog')?.close();
    return;
  }
  if (event.target.matches('dialog:modal') && !event.target.querySelector('form[data-form]')) {
    const r = event.target.getBoundingClientRect();
    if (event.clientX < r.left || event.clientX > r.right || event.clientY < r.top || event.clientY > r.bottom) event.target.close();
  }
  const choose = event.target.closest('[data-choose]');
  if (choose) {
    for (const radio of choose.closest('form').querySelectorAll(`input[type=radio][value=${choose.dataset.choose}]`)) radio.checked = true;
  }
});

const anchors = new WeakMap();
document.addEventListener('click', (event) => {
  const invoker = event.target.closest?.('[popovertarget]');
  if (invoker) anchors.set(document.getElementById(invoker.getAttribute('popovertarget')), invoker);
}, true);
document.addEventListener('toggle', (event) => {
  const pop = event.target;
  if (!(pop instanceof HTMLElement) || !pop.hasAttribute('popover')) return;
  const anchor = anchors.get(pop) ?? (pop.id && document.querySelector(`[popovertarget="${CSS.escape(pop.id)}"]`));
  if (!anchor) return;
  const open = event.newState === 'open';
  anchor.setAttribute('aria-expanded', String(open));
  if (open) {
    const middle = anchor.getBoundingClientRect();
    place(pop, anchor, { end: middle.left + middle.width / 2 > innerWidth / 2 });
    if (event.target.matches(':has(.menu)')) pop.querySelector('a, button')?.focus({ preventScroll: true });
  }
}, true);
document.addEventListener('keydown', (event) => {
  const menu = event.target.closest?.('.menu');
  if (!menu || !['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key) || takesText(event.target)) return;
  const all = [...menu.querySelectorAll('a, button')].filter((x) => x.offsetParent);
  const at = all.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  all[(to + all.length) % all.length]?.focus();
  event.preventDefault();
});

/* the navigation on a small screen: the link to #rail works alone, this spares the history */

document.addEventListener('click', (event) => {
  const rail = document.getElementById('rail');
  if (!rail) return;
  if (event.target.closest?.('.rail-open')) {
    event.preventDefault();
    rail.classList.add('open');
    rail.querySelector('a')?.focus();
  } else if (rail.classList.contains('open') && (event.target.closest?.('.rail-close') || !rail.contains(event.target))) {
    if (event.target.closest('.rail-close')) event.preventDefault();
    rail.classList.remove('open');
    document.querySelector('.rail-open')?.focus();
  }
});

/* theme */

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('[data-theme-switch]')) return;
  event.preventDefault();
  const { value } = event.submitter;
  document.documentElement.dataset.theme = value;
  for (const b of form.querySelectorAll('[name=theme]')) b.setAttribute('aria-pressed', String(b.value === value));
  fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams({ theme: value, _csrf: csrf() }),
    headers: { 'HX-Request': 'true', 'X-CSRF-Token': csrf() },
    credentials: 'same-origin',
  }).then((r) => { if (!r.ok) throw r; }).catch(() => toast({ text: t('js.failed'), tone: 'bad' }));
});

/* files dropped on a field */

for (const kind of ['dragover', 'dragleave', 'drop']) {
  document.addEventListener(kind, (event) => {
    const drop = event.target.closest?.('.drop');
    if (!drop) return;
    drop.classList.toggle('over', kind === 'dragover');
    if (kind === 'dragleave') return;
    event.preventDefault();
    if (kind === 'drop' && event.dataTransfer.files.length) {
      const input = drop.querySelector('input[type=file]');
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
}

function start(root) {
  startToasts(root);
  startForms(root);
  startLists(root);
  const now = [...(root.querySelectorAll?.('[data-open-now]') ?? [])];
  if (root.matches?.('[data-open-now]')) now.unshift(root);
  for (const node of now) {
    node.removeAttribute('data-open-now');
    if (node instanceof HTMLDialogElement) {
      if (node.dispatchEvent(new CustomEvent('weir:open', { cancelable: true }))) node.showModal();
    } else {
      node.showPopover?.();
    }
  }
}
document.addEventListener('htmx:afterSettle', (event) => start(event.detail.elt?.isConnected ? event.detail.elt : document.body));
start(document.body);
document.documentElement.dataset.ready = '';

export { el, toast };

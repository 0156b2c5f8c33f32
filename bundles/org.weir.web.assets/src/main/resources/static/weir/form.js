// Forms: unsaved input is guarded, Ctrl+Enter saves, nothing is sent twice, errors get the focus.
const dirty = new WeakSet();
const sending = new WeakSet();
let leaving = false;

document.addEventListener('input', (event) => {
  const form = event.target.form ?? event.target.closest?.('form');
  if (form?.matches('[data-form]:not([data-no-guard])')) { dirty.add(form); form.setAttribute('data-dirty', ''); }
});
document.addEventListener('change', (event) => {
  const form = event.target.closest?.('form');
  if (form?.matches('[data-form]:not([data-no-guard])')) { dirty.add(form); form.setAttribute('data-dirty', ''); }
});

window.addEventListener('beforeunload', (event) => {
  if (leaving) return;
  if ([...document.querySelectorAll('form[data-form]')].some((f) => dirty.has(f))) event.preventDefault();
});

function free(form) {
  sending.delete(form);
  form.querySelectorAll('[aria-busy]').forEach((b) => b.removeAttribute('aria-busy'));
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method === 'get' || form.method === 'dialog' || form.matches('[data-theme-switch]')) return;
  if (sending.has(form)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  sending.add(form);
  const button = event.submitter ?? form.querySelector('button:not([type=button])');
  // after the browser has taken the fields, for a disabled or changed button would not be among them
  setTimeout(() => {
    if (event.defaultPrevented && !form.matches('[hx-post], [data-hx-post]')) return free(form);
    button?.setAttribute('aria-busy', 'true');
    if (!form.matches('[hx-post], [data-hx-post]')) {
      leaving = true;
      // an answer that is a file leaves the page standing
      setTimeout(() => { leaving = false; free(form); }, 10000);
    }
    return undefined;
  });
}, true);

document.addEventListener('htmx:afterRequest', (event) => {
  const form = event.detail.elt?.closest?.('form');
  if (!form) return;
  free(form);
  if (event.detail.successful) {
    dirty.delete(form);
    form.removeAttribute('data-dirty');
    if (form.hasAttribute('data-reset')) form.reset();
  }
});

window.addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  leaving = false;
  document.querySelectorAll('form').forEach(free);
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  const form = event.target.closest?.('form[data-form]');
  if (form) {
    event.preventDefault();
    form.requestSubmit();
  }
});

export function startForms(root) {
  const problems = root.querySelector?.('[data-problems]');
  const wrong = root.querySelector?.('form[data-form] [aria-invalid="true"]');
  if (problems) {
    problems.focus();
    problems.removeAttribute('data-problems');
  } else if (wrong && !root.contains(document.activeElement?.closest('form'))) {
    wrong.focus();
  }
}

// Ctrl+K: everything that can be found or done, found by the server.
import { piece, csrf, el, newId } from './dom.js';
import { t, ready } from './texts.js';

const dialog = document.getElementById('palette');
if (dialog) {
  const input = dialog.querySelector('input');
  const list = dialog.querySelector('[role=listbox]');
  let running;
  let timer;
  let at = -1;

  const options = () => [...list.querySelectorAll('[role=option]')];

  const choose = (index) => {
    const all = options();
    if (all.length === 0) { at = -1; input.removeAttribute('aria-activedescendant'); return; }
    at = (index + all.length) % all.length;
    all.forEach((o, n) => {
      o.id ||= newId('p');
      o.setAttribute('aria-selected', String(n === at));
    });
    input.setAttribute('aria-activedescendant', all[at].id);
    all[at].scrollIntoView({ block: 'nearest' });
  };

  const ask = async () => {
    running?.abort();
    running = new AbortController();
    const url = new URL(dialog.dataset.palette, location.href);
    url.searchParams.set('q', input.value);
    url.searchParams.set('here', location.pathname);
    const ids = [...document.querySelectorAll('td.pick input:checked')].slice(0, 200).map((c) => c.value);
    if (ids.length) url.searchParams.set('ids', ids.join(','));
    try {
      const html = await piece(url, running.signal);
      list.innerHTML = html;
    } catch (error) {
      if (error.name === 'AbortError') return;
      list.replaceChildren(el('p', { class: 'none quiet small pad' }, t('js.failed')));
    }
    if (!list.querySelector('[role=option]') && !list.textContent.trim()) list.replaceChildren(el('p', { class: 'quiet small pad' }, t('js.none')));
    choose(0);
  };

  const run = (option, elsewhere) => {
    if (!option) return;
    const { href, post, open } = option.dataset;
    if (open) {
      dialog.close();
      document.getElementById(open)?.showModal();
    } else if (post) {
      const form = el('form', { method: 'post', action: post, hidden: true }, el('input', { type: 'hidden', name: '_csrf', value: csrf() }));
      document.body.append(form);
      form.requestSubmit();
    } else if (href && elsewhere) {
      window.open(href, '_blank', 'noopener');
    } else if (href) {
      dialog.close();
      location.assign(href);
    }
  };

  dialog.addEventListener('weir:open', async () => {
    input.select();
    await ready;
    ask();
  });
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 90);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) { event.preventDefault(); choose(at + step); }
    else if (event.key === 'PageDown') { event.preventDefault(); choose(Math.min(at + 8, options().length - 1)); }
    else if (event.key === 'PageUp') { event.preventDefault(); choose(Math.max(at - 8, 0)); }
    else if (event.key === 'Enter') { event.preventDefault(); run(options()[at], event.ctrlKey || event.metaKey); }
  });
  list.addEventListener('click', (event) => run(event.target.closest('[role=option]'), event.ctrlKey || event.metaKey));
}

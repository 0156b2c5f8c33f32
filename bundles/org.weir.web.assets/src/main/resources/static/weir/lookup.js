// <weir-lookup src="…" [multiple]>: a reference chosen from what the server finds. Without scripts it is a text field.
import { el, icon, newId, piece, place, settle } from './dom.js';
import { t, ready } from './texts.js';

class Lookup extends HTMLElement {
  connectedCallback() {
    if (this.box) return;
    this.box = this.querySelector('.lookup-box');
    if (!this.box) return;
    this.input = this.box.querySelector('input:not([type=hidden])');
    this.hidden1 = this.multiple ? null : this.box.querySelector('input[type=hidden]');
    this.field = this.dataset.name ?? this.hidden1?.name ?? this.box.querySelector('.tag input')?.name ?? this.input.id;
    this.label = this.input.value;
    this.list = el('div', { class: 'options', role: 'listbox', id: newId('options'), popover: 'manual', 'aria-label': this.input.getAttribute('aria-label') ?? this.input.labels?.[0]?.textContent.trim() });
    if (this.multiple) this.list.setAttribute('aria-multiselectable', 'true');
    this.append(this.list);
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-expanded': 'false', 'aria-controls': this.list.id, 'aria-autocomplete': 'list', autocomplete: 'off', spellcheck: 'false' })) this.input.setAttribute(name, value);
    this.input.removeAttribute('name');
    this.say = el('span', { class: 'hush', role: 'status' });
    this.append(this.say);
    this.at = -1;
    ready.then(() => this.dress());
    const soon = settle(140, () => this.ask());
    this.input.addEventListener('input', (e) => { if (!e.isComposing) soon(); });
    this.input.addEventListener('compositionend', soon);
    this.input.addEventListener('keydown', (e) => this.key(e));
    this.input.addEventListener('click', () => { if (!this.open) this.ask(true); });
    this.addEventListener('focusout', (e) => { if (!this.contains(e.relatedTarget)) this.leave(); });
    this.box.addEventListener('click', (e) => { if (e.target === this.box) this.input.focus(); });
    this.list.addEventListener('pointerdown', (e) => e.preventDefault());
    this.list.addEventListener('click', (e) => this.choose(e.target.closest('[role=option]')));
    this.shut = (e) => { if (this.open && !this.list.contains(e.target)) this.close(); };
  }

  disconnectedCallback() {
    this.close();
  }

  get multiple() { return this.hasAttribute('multiple'); }

  get open() { return this.list?.matches(':popover-open') ?? false; }

  get values() { return [...this.box.querySelectorAll('input[type=hidden]')].map((x) => x.value).filter(Boolean); }

  /** The chosen ones with their labels. */
  get chosen() {
    if (!this.multiple) return this.hidden1.value ? [{ value: this.hidden1.value, label: this.label }] : [];
    return [...this.box.querySelectorAll('.tag')].map((x) => ({ value: x.dataset.value, label: x.dataset.label ?? x.firstChild.textContent.trim() }));
  }

  /** Buttons that only scripts serve. */
  dress() {
    if (this.multiple) this.box.querySelectorAll('.tag').forEach((tag) => this.dressTag(tag));
    else if (!this.input.required) {
      this.clear = el('button', { class: 'btn plain icon', type: 'button', tabindex: '-1', 'aria-label': t('js.clear'), click: () => { this.set('', ''); this.input.focus(); } }, icon('x', 's'));
      this.clear.hidden = !this.hidden1.value;
      this.box.append(this.clear);
    }
  }

  dressTag(tag) {
    if (tag.querySelector('button')) return;
    const name = tag.dataset.label ?? tag.firstChild.textContent.trim();
    tag.dataset.label = name;
    tag.append(el('button', { class: 'btn plain icon', type: 'button', 'aria-label': t('js.remove', name), click: () => { tag.remove(); this.changed(); this.input.focus(); } }, icon('x', 's')));
  }

  changed() {
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  set(value, label) {
    this.hidden1.value = value;
    this.label = label;
    this.input.value = label;
    this.input.removeAttribute('aria-invalid');
    if (this.clear) this.clear.hidden = !value;
    this.changed();
  }

  add(value, label) {
    if (this.values.includes(value)) return;
    const tag = el('span', { class: 'tag', 'data-value': value, 'data-label': label }, label, el('input', { type: 'hidden', name: this.field, value }));
    this.dressTag(tag);
    this.input.before(tag);
    this.input.value = '';
    this.changed();
  }

  options() { return [...this.list.querySelectorAll('[role=option]')]; }

  async ask(all = false) {
    this.running?.abort();
    this.running = new AbortController();
    const url = new URL(this.getAttribute('src'), location.href);
    url.searchParams.set('q', all && !this.multiple && this.input.value === this.label ? '' : this.input.value);
    try {
      this.list.innerHTML = await piece(url, this.running.signal);
    } catch (error) {
      if (error.name === 'AbortError') return;
      this.list.replaceChildren(el('div', { class: 'none' }, t('js.failed')));
    }
    if (document.activeElement !== this.input) return;
    const found = this.options();
    const has = new Set(this.values);
    found.forEach((o) => { o.id ||= newId('o'); o.setAttribute('aria-selected', 'false'); if (has.has(o.dataset.value)) o.setAttribute('aria-checked', 'true'); });
    if (found.length === 0 && !this.list.textContent.trim()) this.list.replaceChildren(el('div', { class: 'none' }, t('js.none')));
    this.say.textContent = found.length ? t('js.results', found.length) : t('js.none');
    this.show();
    this.move(this.input.value && this.input.value !== this.label ? 0 : -1);
  }

  show() {
    if (!this.open) {
      this.list.showPopover();
      this.input.setAttribute('aria-expanded', 'true');
      document.addEventListener('scroll', this.shut, { capture: true, passive: true });
    }
    place(this.list, this.box, { width: true });
  }

  close() {
    document.removeEventListener('scroll', this.shut, { capture: true });
    if (this.open) this.list.hidePopover();
    this.input?.setAttribute('aria-expanded', 'false');
    this.input?.removeAttribute('aria-activedescendant');
    this.at = -1;
  }

  move(to) {
    const all = this.options();
    this.at = all.length === 0 || to < 0 ? -1 : to % all.length;
    all.forEach((o, n) => o.setAttribute('aria-selected', String(n === this.at)));
    const active = all[this.at];
    if (active) {
      this.input.setAttribute('aria-activedescendant', active.id);
      // not scrollIntoView: it would scroll the page, and scrolling closes the list
      if (active.offsetTop < this.list.scrollTop) this.list.scrollTop = active.offsetTop - 4;
      else if (active.offsetTop + active.offsetHeight > this.list.scrollTop + this.list.clientHeight) this.list.scrollTop = active.offsetTop + active.offsetHeight - this.list.clientHeight + 4;
    } else {
      this.input.removeAttribute('aria-activedescendant');
    }
  }

  choose(option) {
    if (!option) return;
    const { value, label = option.textContent.trim() } = option.dataset;
    if (this.multiple) this.add(value, label);
    else this.set(value, label);
    this.close();
    this.input.focus();
  }

  key(event) {
    if (event.isComposing) return;
    const count = this.options().length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!this.open) this.ask(true);
      else if (event.key === 'ArrowDown') this.move(this.at + 1);
      else this.move(this.at <= 0 ? count - 1 : this.at - 1);
    } else if (event.key === 'Enter' && this.open && this.at >= 0) {
      event.preventDefault();
      event.stopPropagation();
      this.choose(this.options()[this.at]);
    } else if (event.key === 'Tab' && this.open && this.at >= 0) {
      this.choose(this.options()[this.at]);
    } else if (event.key === 'Escape' && this.open) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (event.key === 'Backspace' && this.multiple && this.input.value === '') {
      this.box.querySelector('.tag:last-of-type')?.remove();
      this.changed();
    }
  }

  /** Text that chose nothing goes back to what was chosen; emptied means nothing chosen. */
  leave() {
    this.close();
    if (this.multiple) this.input.value = '';
    else if (this.input.value.trim() === '' && this.hidden1.value) this.set('', '');
    else this.input.value = this.label;
  }
}
customElements.define('weir-lookup', Lookup);

// The filter builder: conditions and groups over the fields that the server names, written into the address.
import { el, icon, place } from './dom.js';
import { t, ready } from './texts.js';
import { parse, write } from './rsql.js';
import './lookup.js';

const wild = (head, tail) => ({
  to: (v) => [`${head}${v}${tail}`],
  fits: (v) => v.length > head.length + tail.length - 1 && v.startsWith(head) && v.endsWith(tail) && !v.slice(head.length, v.length - tail.length || undefined).includes('*'),
  from: (v) => v.slice(head.length, tail ? -tail.length : undefined),
});
const contains = wild('*', '*');
const starts = wild('', '*');
const asIs = { to: (v) => [v], fits: () => true, from: (v) => v };
const days = { to: (v) => [`today-${v}`], fits: (v) => /^today-\d+$/.test(v), from: (v) => v.slice(6) };

/** An operator: key of its words, RSQL comparator, how the value is written, which input. */
const op = (key, sign, form = asIs, input = '') => ({ key, sign, form, input });
const gone = [op('empty', '=null=', { to: () => ['true'], fits: (v) => v === 'true', from: () => '' }, 'none'), op('filled', '=null=', { to: () => ['false'], fits: (v) => v === 'false', from: () => '' }, 'none')];
const compare = (gt, ge, lt, le) => [op(gt, '=gt='), op(ge, '=ge='), op(lt, '=lt='), op(le, '=le=')];
const several = [op('in', '=in=', asIs, 'many'), op('out', '=out=', asIs, 'many')];
const text = [op('contains', '==', contains), op('lacks', '!=', contains), op('starts', '==', starts), op('is', '=='), op('isNot', '!='), ...gone];
const moment = [op('last', '=ge=', days, 'days'), op('older', '=lt=', days, 'days'), ...compare('after', 'since', 'before', 'until'), op('on', '=='), ...gone];
const number = [op('is', '=='), op('isNot', '!='), ...compare('gt', 'ge', 'lt', 'le'), ...gone];
const operators = { text, list: text, number, money: number, date: moment, time: moment, bool: [op('is', '==', asIs, 'yes')], choice: [...several, ...gone], ref: [...several, ...gone] };
const of = (field) => operators[field?.kind] ?? text;

function operatorOf(field, { op: sign, values }) {
  const all = of(field);
  const many = all.find((o) => o.input === 'many');
  if (many && (sign === '==' || sign === '!=')) return all.find((o) => o.sign === (sign === '==' ? '=in=' : '=out='));
  return all.find((o) => o.sign === sign && o.form.fits(values[0])) ?? all.find((o) => o.sign === sign) ?? all[0];
}

class Builder {
  constructor(fields, done, cancel) {
    this.fields = fields;
    this.done = done;
    this.cancel = cancel;
  }

  field(path) { return this.fields.find((f) => f.path === path); }

  fieldSelect(chosen, change) {
    const select = el('select', { class: 'select', 'aria-label': t('js.filter.field'), change });
    const groups = new Map();
    for (const f of this.fields) {
      const option = el('option', { value: f.path }, f.label);
      option.selected = f.path === chosen;
      if (!f.group) { select.append(option); continue; }
      if (!groups.has(f.group)) groups.set(f.group, select.appendChild(el('optgroup', { label: f.group })));
      groups.get(f.group).append(option);
    }
    return select;
  }

  value(field, operator, values) {
    const name = t('js.filter.value');
    const first = values[0] === undefined ? '' : operator.form.from(values[0]);
    if (operator.input === 'none') return el('span');
    if (operator.input === 'yes') {
      const select = el('select', { class: 'select', 'aria-label': name }, el('option', { value: 'true' }, t('js.yes')), el('option', { value: 'false' }, t('js.no')));
      select.value = first === 'false' ? 'false' : 'true';
      return select;
    }
    if (operator.input === 'many' && field.choices) {
      return el('div', { class: 'choices', role: 'group', 'aria-label': name }, ...field.choices.map((c) => {
        const box = el('input', { type: 'checkbox', value: c.value });
        box.checked = values.includes(c.value);
        return el('label', { class: 'check' }, box, c.label);
      }));
    }
    if (operator.input === 'many' && field.lookup) {
      const tags = values.filter(Boolean).map((v) => el('span', { class: 'tag', 'data-value': v, 'data-label': field.labels?.[v] ?? v }, field.labels?.[v] ?? v, el('input', { type: 'hidden', value: v })));
      return el('weir-lookup', { src: field.lookup, multiple: true }, el('div', { class: 'lookup-box' }, ...tags, el('input', { type: 'text', 'aria-label': name })));
    }
    if (operator.input === 'many') return el('input', { class: 'input', 'aria-label': name, value: values.join(', '), 'data-many': true });
    if (operator.input === 'days') {
      return el('div', { class: 'with-unit' }, el('input', { class: 'input num', type: 'number', min: '0', step: '1', value: first || '30', 'aria-label': name }), el('span', { class: 'quiet small' }, t('js.filter.days')));
    }
    const type = { number: 'text', money: 'text', date: 'date', time: 'date' }[field.kind] ?? 'text';
    const value = type === 'date' && !/^\d{4}-\d\d-\d\d/.test(first) ? first : first.slice(0, type === 'date' ? 10 : undefined);
    const words = type === 'date' && value !== '' && !/^\d{4}/.test(value);
    return el('input', { class: 'input', type: words ? 'text' : type, inputmode: type === 'text' && field.kind !== 'text' && field.kind !== 'list' ? 'decimal' : null, value, 'aria-label': name });
  }

  condition(node) {
    const row = el('div', { class: 'frow' });
    const draw = (path, operator, values) => {
      const field = this.field(path) ?? { path, label: path, kind: 'text' };
      const all = of(field);
      const chosen = operator && all.includes(operator) ? operator : all[0];
      const fields = this.fieldSelect(path, () => { draw(fields.value, null, []); row.querySelector('.select').focus(); });
      if (!this.field(path)) fields.append(new Option(path, path, true, true));
      const ops = el('select', { class: 'select', 'aria-label': t('js.filter.condition'), change: () => { const next = all[ops.value]; const keep = row.read()?.node.values ?? []; draw(path, next, next.input === row.operator.input && next.form === row.operator.form ? keep : next.input === 'many' || next.input === row.operator.input ? keep.map((v) => row.operator.form.from(v)).map((v) => next.form.to(v)[0]) : []); row.querySelectorAll('.select')[1].focus(); } });
      all.forEach((o, n) => ops.append(new Option(t(`js.op.${o.key}`), n, o === chosen, o === chosen)));
      const input = this.value(field, chosen, values);
      row.operator = chosen;
      row.read = () => this.read(field, chosen, input);
      row.replaceChildren(fields, ops, input, el('button', { class: 'btn plain icon', type: 'button', 'aria-label': t('js.filter.drop'), click: () => { const next = row.nextElementSibling ?? row.previousElementSibling; row.remove(); next?.querySelector('select, button')?.focus(); } }, icon('x')));
    };
    const field = this.field(node.path);
    draw(node.path, node.op ? operatorOf(field ?? { kind: 'text' }, node) : null, node.values ?? []);
    return row;
  }

  /** A condition written by hand that has no words here. */
  kept(node) {
    const row = el('div', { class: 'row' }, el('code', { class: 'grow' }, node.raw), el('button', { class: 'btn plain icon', type: 'button', 'aria-label': t('js.filter.drop'), click: () => row.remove() }, icon('x')));
    row.read = () => ({ node });
    return row;
  }

  read(field, operator, input) {
    let values;
    if (operator.input === 'none') values = operator.form.to('');
    else if (operator.input === 'many' && field.choices) values = [...input.querySelectorAll('input:checked')].map((c) => c.value);
    else if (operator.input === 'many' && field.lookup) values = [...input.querySelectorAll('input[type=hidden]')].map((c) => c.value);
    else if (operator.input === 'many') values = input.value.split(',').map((v) => v.trim());
    else {
      const one = (input.matches('input, select') ? input : input.querySelector('input')).value.trim();
      values = one === '' ? [] : operator.form.to(one);
    }
    values = values.filter((v) => v !== '');
    return values.length ? { node: { path: field.path, op: operator.sign, values } } : null;
  }

  group(node, top = false) {
    const list = el('div', { class: 'fgroup-list stack tight' });
    let mode = node.any ? 'any' : 'all';
    const box = el('div', { class: 'fgroup', role: 'group', 'aria-label': t(`js.filter.${mode}`) });
    const buttons = ['all', 'any'].map((m) => el('button', { type: 'button', 'aria-pressed': String(m === mode), click: () => { mode = m; buttons.forEach((b, n) => b.setAttribute('aria-pressed', String(['all', 'any'][n] === m))); } }, t(`js.filter.${m}`)));
    const head = el('div', { class: 'row' }, top ? el('span', { class: 'small quiet' }, t('js.filter.where')) : null, el('span', { class: 'seg' }, ...buttons), el('span', { class: 'small quiet' }, t('js.filter.hold')), el('span', { class: 'grow' }), top ? null : el('button', { class: 'btn plain icon small', type: 'button', 'aria-label': t('js.filter.dropGroup'), click: () => box.remove() }, icon('x', 's')));
    const add = () => { const row = this.condition({ path: this.fields[0].path }); list.append(row); row.querySelector('select').focus(); };
    const foot = el('div', { class: 'row wrap' }, el('button', { class: 'btn plain small', type: 'button', 'data-add': true, click: add }, icon('plus', 's'), t('js.filter.add')), el('button', { class: 'btn plain small', type: 'button', click: () => { const g = this.group({ [mode === 'all' ? 'any' : 'all']: [{ path: this.fields[0].path }] }); list.append(g); g.querySelector('select').focus(); } }, icon('plus', 's'), t('js.filter.addGroup')));
    for (const child of node.any ?? node.all ?? [node]) list.append(child.raw ? this.kept(child) : child.path ? this.condition(child) : this.group(child));
    box.append(head, list, foot);
    box.read = () => {
      const parts = [...list.children].map((c) => c.read()?.node).filter(Boolean);
      return parts.length ? { node: { [mode]: parts } } : null;
    };
    return box;
  }

  draw(node, empty) {
    const top = node.path || node.raw ? { all: [node] } : node;
    this.top = this.group(top, true);
    if (empty || (top.all ?? top.any).length === 0) this.top.querySelector(':scope > .row > [data-add]').click();
    const form = el('form', { class: 'filter', submit: (e) => { e.preventDefault(); e.stopPropagation(); this.done(write(this.top.read()?.node ?? { all: [] })); } },
      this.top,
      el('div', { class: 'filter-foot' }, el('button', { class: 'btn go' }, t('js.filter.show')), el('button', { class: 'btn plain', type: 'button', click: this.cancel }, t('js.filter.cancel'))));
    return form;
  }
}

const known = new Map();

/** @param list the #list element; @param anchor the chip; @param go loads an address into the list */
export async function openFilter(list, anchor, go) {
  await ready;
  document.getElementById('filter')?.remove();
  const now = list.dataset.filter ?? '';
  const url = new URL(list.dataset.fields, location.href);
  if (now) url.searchParams.set('filter', now);
  if (!known.has(url.href)) {
    const response = await fetch(url, { headers: { Accept: 'application/json', 'HX-Request': 'true' }, credentials: 'same-origin' });
    if (!response.ok) { document.dispatchEvent(new CustomEvent('toast', { detail: { text: t('js.failed'), tone: 'bad' } })); return; }
    known.set(url.href, (await response.json()).fields);
  }
  const pop = el('div', { id: 'filter', popover: 'auto', role: 'dialog', 'aria-label': t('js.filter'), 'aria-modal': 'false' });
  const close = () => { pop.hidePopover(); };
  const done = (rsql) => {
    close();
    const to = new URL(location.href);
    to.searchParams.delete('after');
    to.searchParams.delete('before');
    to.searchParams.delete('panel');
    if (rsql) to.searchParams.set('filter', rsql);
    else to.searchParams.delete('filter');
    go(to);
  };
  let node;
  try {
    node = parse(now);
  } catch {
    node = { all: [] };
  }
  const builder = new Builder(known.get(url.href), done, close);
  document.body.append(pop);
  pop.append(builder.draw(node, anchor.hasAttribute('data-filter-add')));
  pop.addEventListener('toggle', (e) => {
    if (e.newState === 'closed') { anchor.setAttribute('aria-expanded', 'false'); const had = pop.contains(document.activeElement) || document.activeElement === document.body; pop.remove(); if (had) anchor.focus(); }
  });
  pop.showPopover();
  anchor.setAttribute('aria-expanded', 'true');
  place(pop, anchor);
  const rows = pop.querySelectorAll('.frow');
  rows[anchor.hasAttribute('data-filter-add') ? rows.length - 1 : 0]?.querySelector('select')?.focus();
}

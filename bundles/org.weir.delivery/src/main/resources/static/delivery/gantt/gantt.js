// <weir-gantt data-plan="/api/plan" data-dom="…" data-texts="…" data-toasts="…">: a plan drawn row by row as it is scrolled.
// Arrows walk the rows, left and right fold, Enter opens the reason, Shift with left or right moves the start.
import { Plan, iso } from './model.js';
import { Picture, HEAD, inks } from './draw.js';
import { agenda } from './agenda.js';
import { dates, nameOf, reason } from './reasons.js';
import { Detail } from './detail.js';

const UNITS = { day: 26, week: 9, month: 2.8 };
const SIEVES = {
  all: null,
  open: () => (it) => it.state !== 'done',
  critical: () => (it) => it.critical,
  late: (plan) => (it) => plan.late(it),
  waiting: () => (it) => it.state === 'planned' && it.wait && it.wait !== 'none' && it.wait !== 'link',
};

class Gantt extends HTMLElement {
  async connectedCallback() {
    if (this.tools) return;
    const [dom, texts, toasts] = await Promise.all([import(this.dataset.dom), import(this.dataset.texts), import(this.dataset.toasts)]);
    await texts.ready;
    this.tools = { ...dom, t: texts.t, toast: toasts.toast };
    const language = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang; // day first, as elsewhere
    const short = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
    const long = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
    this.say = (n) => short.format(new Date(Math.floor(n) * 86_400_000));
    this.sayLong = (n) => long.format(new Date(Math.floor(n) * 86_400_000));
    this.language = language;
    await this.load();
  }

  async load() {
    const { el, t } = this.tools;
    const asked = performance.now();
    try {
      const response = await fetch(this.dataset.plan, { headers: { Accept: 'application/json' }, credentials: 'same-origin' });
      if (!response.ok) throw new Error((await response.json().catch(() => ({}))).detail ?? t('js.failed'));
      const text = await response.text();
      this.dataset.fetched = Math.round(performance.now() - asked);
      const kept = this.plan && this.rows?.[this.selected]?.node.id;
      const closed = this.plan?.closed;
      this.plan = new Plan(JSON.parse(text));
      if (closed) this.plan.closed = closed;
      this.build();
      if (kept) this.select(this.rows.findIndex((it) => it.node.id === kept));
    } catch (error) {
      this.replaceChildren(el('p', { class: 'sheet empty', role: 'alert' }, error.message));
    }
    this.dataset.drawn = Math.round(performance.now() - asked);
  }

  build() {
    const { el, t, phone } = this.tools;
    this.watcher?.disconnect();
    this.phone = phone();
    if (this.phone) {
      this.replaceChildren(agenda(this));
      return;
    }
    if (!this.plan.tasks.size) {
      this.replaceChildren(el('div', { class: 'sheet empty' }, this.tools.icon('calendar'), el('h2', {}, t('js.gantt.nothing')), el('p', {}, t('js.gantt.nothing.help'))));
      return;
    }
    this.sieve ??= !this.plan.single && [...this.plan.tasks.values()].some(SIEVES.open()) ? 'open' : 'all';
    this.moved = null;
    this.ghost = null;
    this.hover = -1;
    this.canvas = el('canvas', { 'aria-hidden': 'true' });
    this.names = el('div', { class: 'gantt-names' });
    this.list = el('div', { class: 'gantt-rows' });
    this.names.append(el('div', { class: 'gantt-corner' }, t('js.gantt.tasks')), this.list);
    this.tip = el('div', { class: 'gantt-tip', role: 'tooltip', hidden: true });
    this.stage = el('div', { class: 'gantt-stage' }, this.names, this.canvas);
    this.roll = el('div', { class: 'gantt-roll' }, this.stage);
    this.scroller = el('div', { class: 'gantt-scroller', tabindex: '0', role: 'treegrid', 'aria-label': t('js.gantt.tasks'), 'aria-describedby': 'gantt-keys' }, this.roll);
    this.detail = new Detail(this);
    this.replaceChildren(this.bar(), el('div', { class: 'gantt-frame sheet' }, this.scroller, this.detail.node), this.legend(), this.tip);
    this.picture = new Picture(this.canvas, this.language);
    this.unit ??= this.fitting();
    this.row = parseFloat(getComputedStyle(this).getPropertyValue('--gantt-row')) || 30;
    this.colours();
    this.listen();
    this.sift();
    this.resize();
    this.seek(this.plan.focus(this.rows) - 2, 0);
  }

  fitting() {
    const days = this.plan.to - this.plan.from;
    const width = this.clientWidth - 300;
    return Object.values(UNITS).find((unit) => days * unit < width * 1.6) ?? UNITS.month;
  }

  bar() {
    const { el, icon, t } = this.tools;
    const zoom = el('div', { class: 'joined', role: 'group', 'aria-label': t('js.gantt.zoom') });
    for (const [name, unit] of Object.entries(UNITS)) {
      zoom.append(el('button', { class: 'btn small', type: 'button', 'data-unit': unit, click: () => this.zoom(unit) }, t(`js.gantt.zoom.${name}`)));
    }
    this.zooms = zoom;
    const sieve = el('select', { class: 'select gantt-sieve', 'aria-label': t('js.gantt.show'), change: (e) => { this.sieve = e.target.value; this.sift(); this.draw(); } });
    for (const name of Object.keys(SIEVES)) sieve.append(el('option', { value: name, selected: name === this.sieve }, t(`js.gantt.show.${name}`)));
    const tasks = [...this.plan.tasks.values()];
    const facts = [
      el('span', { class: 'tag' }, t(this.plan.single ? 'js.gantt.so-many.one' : 'js.gantt.so-many', tasks.length, this.plan.projects.size)),
      tasks.some((it) => it.critical) ? el('span', { class: 'tag bad' }, t('js.gantt.so-critical', tasks.filter((it) => it.critical && it.state !== 'done').length)) : null,
      tasks.some((it) => this.plan.late(it)) ? el('span', { class: 'tag warn' }, t('js.gantt.so-late', tasks.filter((it) => this.plan.late(it) && it.state !== 'done').length)) : null,
    ];
    return el('div', { class: 'row wrap gantt-bar' }, zoom,
      el('button', { class: 'btn small', type: 'button', click: () => this.seek(this.plan.today, 0.25) }, icon('target', 's'), t('js.gantt.today')),
      el('button', { class: 'btn small', type: 'button', click: () => this.foldAll() }, icon('chevron-down', 's'), t('js.gantt.fold')),
      sieve, el('span', { class: 'grow' }), ...facts.filter(Boolean));
  }

  legend() {
    const { el, t } = this.tools;
    const sign = (name) => el('span', { class: 'row tight' }, el('i', { class: `gantt-sign ${name}` }), t(`js.gantt.sign.${name}`));
    return el('div', { class: 'row wrap tiny quiet gantt-legend' }, ...['planned', 'critical', 'done', 'baseline', 'free', 'off', 'hold', 'wished'].map(sign),
      el('span', { class: 'grow' }), el('span', { id: 'gantt-keys' }, t(this.plan.mayHold ? 'js.gantt.keys.move' : 'js.gantt.keys')));
  }

  colours() {
    this.inks = inks(this);
  }

  listen() {
    this.scroller.addEventListener('scroll', () => this.soon());
    this.scroller.addEventListener('keydown', (e) => this.key(e));
    this.canvas.addEventListener('pointermove', (e) => this.point(e));
    this.canvas.addEventListener('pointerleave', () => { this.hover = -1; this.tip.hidden = true; this.soon(); });
    this.canvas.addEventListener('pointerdown', (e) => this.press(e));
    this.watcher = new ResizeObserver(() => (this.tools.phone() === this.phone ? this.resize() : this.build()));
    this.watcher.observe(this.scroller);
    const again = () => { this.colours(); this.soon(); };
    new MutationObserver(again).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
  }

  sift() {
    const make = SIEVES[this.sieve];
    this.rows = this.plan.rows(make && make(this.plan));
    this.selected = Math.min(this.selected ?? -1, this.rows.length - 1);
    this.scroller.setAttribute('aria-rowcount', this.rows.length);
    this.measure();
  }

  measure() {
    for (const it of this.zooms.children) it.setAttribute('aria-pressed', Number(it.dataset.unit) === this.unit);
    this.left = this.names.offsetWidth;
    this.roll.style.width = `${this.left + (this.plan.to - this.plan.from) * this.unit}px`;
    this.roll.style.height = `${HEAD + this.rows.length * this.row + 12}px`;
  }

  resize() {
    this.measure();
    const { clientWidth: w, clientHeight: h } = this.scroller;
    this.stage.style.width = `${w}px`;
    this.stage.style.height = `${h}px`;
    this.picture.size(Math.max(50, w - this.left), h);
    this.draw();
  }

  soon() {
    this.frame ??= requestAnimationFrame(() => { this.frame = null; this.draw(); });
  }

  draw() {
    const { scrollLeft: left, scrollTop: top } = this.scroller;
    const { plan, rows, unit, row, selected, hover, ghost, moved } = this;
    this.picture.draw({ plan, rows, unit, row, left, top, selected, hover, ghost, moved, inks: this.inks });
    this.labels(top);
  }

  labels(top) {
    const first = Math.max(0, Math.floor(top / this.row) - 1);
    const last = Math.min(this.rows.length - 1, Math.ceil((top + this.scroller.clientHeight) / this.row));
    const nodes = [];
    for (let i = first; i <= last; i++) nodes.push(this.label(this.rows[i], i));
    this.list.style.transform = `translateY(${first * this.row - top}px)`;
    this.list.replaceChildren(...nodes);
    this.scroller.setAttribute('aria-activedescendant', this.selected >= first && this.selected <= last ? `gantt-${this.selected}` : '');
  }

  label(it, i) {
    const { el, icon, t } = this.tools;
    const { node } = it;
    const folds = it.kind !== 'task';
    const closed = this.plan.closed.has(node.id);
    const text = folds ? this.groupName(it) : node.name;
    const says = folds ? '' : `${text}, ${dates(node, this.say, t)}, ${reason(this.plan, node, t, this.say)}`;
    const row = el('div', { class: `gantt-row ${it.kind}${node.critical ? ' critical' : ''}`, role: 'row', id: `gantt-${i}`, 'aria-rowindex': i + 1, 'aria-level': it.level, 'aria-selected': String(i === this.selected), 'aria-expanded': folds ? String(!closed) : null, click: (e) => this.clicked(e, i) },
      folds ? icon(closed ? 'chevron-right' : 'chevron-down', 's') : el('i', { class: node.state === 'done' ? 'dot good' : node.critical ? 'dot bad' : 'dot' }),
      el('span', { class: 'clip grow', role: 'gridcell', title: text, 'aria-label': says || null }, text),
      el('small', { class: 'figures quiet', role: 'gridcell' }, node.from == null ? '–' : this.say(node.from)));
    return row;
  }

  groupName({ kind, node }) {
    if (kind === 'project') return [this.plan.projects.get(node.id)?.title, `${node.progress} %`].join(' · ');
    return (node.site ? this.plan.names.get(node.site) : this.tools.t('js.gantt.no-site')) ?? '…';
  }

  clicked(event, i) {
    this.select(i);
    if (this.rows[i].kind !== 'task') this.fold(this.rows[i].node.id);
    else this.detail.show(this.rows[i].node);
    this.scroller.focus({ preventScroll: true });
  }

  fold(id) {
    const { closed } = this.plan;
    if (!closed.delete(id)) closed.add(id);
    this.sift();
    this.draw();
  }

  foldAll() {
    const { closed, tree, single } = this.plan;
    const outer = single ? tree.flatMap((it) => it.sites.map((s) => s.id)) : tree.map((it) => it.id);
    const open = outer.every((id) => closed.has(id));
    closed.clear();
    if (!open) outer.forEach((id) => closed.add(id));
    this.sift();
    this.draw();
  }

  zoom(unit) {
    const middle = this.plan.from + (this.scroller.scrollLeft + this.picture.width / 2) / this.unit;
    this.unit = unit;
    this.measure();
    this.seek(middle, 0.5);
  }

  seek(day, share) {
    this.scroller.scrollLeft = (day - this.plan.from) * this.unit - this.picture.width * share;
    this.draw();
  }

  select(i) {
    this.selected = i;
    if (i >= 0) {
      const top = i * this.row;
      const high = this.scroller.clientHeight - HEAD - this.row;
      if (top < this.scroller.scrollTop) this.scroller.scrollTop = top;
      else if (top > this.scroller.scrollTop + high) this.scroller.scrollTop = top - high;
    }
    this.draw();
  }

  /** Unfolds, selects and opens the task. */
  open(task) {
    this.plan.closed.delete(task.project);
    this.plan.closed.delete(`${task.project}/${task.site ?? ''}`);
    this.sift();
    if (task.row < 0) {
      this.sieve = 'all';
      this.querySelector('.gantt-sieve').value = 'all';
      this.sift();
    }
    this.select(task.row);
    if (task.from != null) {
      const x = (task.from - this.plan.from) * this.unit - this.scroller.scrollLeft;
      if (x < 0 || x > this.picture.width - 60) this.seek(task.from, 0.3);
    }
    this.detail.show(task);
  }

  key(event) {
    const it = this.rows[this.selected];
    const page = Math.max(1, Math.floor((this.scroller.clientHeight - HEAD) / this.row) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -1e9, End: 1e9 };
    if (event.shiftKey && it?.kind === 'task' && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      this.nudge(it.node, event.key === 'ArrowRight' ? 1 : -1);
    } else if (event.key in steps) {
      this.select(Math.max(0, Math.min(this.rows.length - 1, this.selected + steps[event.key])));
    } else if (it && it.kind !== 'task' && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      if (this.plan.closed.has(it.node.id) === (event.key === 'ArrowRight')) this.fold(it.node.id);
    } else if (it && (event.key === 'Enter' || event.key === ' ')) {
      if (it.kind !== 'task') this.fold(it.node.id);
      else if (this.ghost) this.drop();
      else this.detail.show(it.node, true);
    } else if (event.key === 'Escape') {
      if (this.ghost) this.ghost = null;
      else this.detail.hide();
      this.draw();
    } else {
      return;
    }
    event.preventDefault();
  }

  /** A task that can be moved: not begun, planned, and the reader may. */
  movable(task) {
    return this.plan.mayHold && task.state === 'planned' && task.from != null;
  }

  nudge(task, by) {
    if (!this.movable(task)) return;
    const from = Math.max(this.plan.today, (this.ghost?.task === task ? this.ghost.from : Math.floor(task.from)) + by);
    this.ghost = { task, from, to: from + (task.to - task.from) };
    this.draw();
  }

  drop() {
    const { task, from } = this.ghost;
    this.ghost = null;
    this.draw();
    this.detail.show(task, true, iso(from));
  }

  rowAt(event) {
    const box = this.canvas.getBoundingClientRect();
    const y = event.clientY - box.top;
    const i = Math.floor((y - HEAD + this.scroller.scrollTop) / this.row);
    return { i: y > HEAD && i < this.rows.length ? i : -1, day: this.plan.from + (event.clientX - box.left + this.scroller.scrollLeft) / this.unit };
  }

  hits(i, day) {
    const it = this.rows[i];
    const some = 4 / this.unit;
    return it?.kind === 'task' && it.node.from != null && day >= it.node.from - some && day <= Math.max(it.node.to, it.node.from + some) + some ? it.node : null;
  }

  point(event) {
    if (this.dragging) return;
    const { i, day } = this.rowAt(event);
    const task = this.hits(i, day);
    this.canvas.style.cursor = task ? (this.movable(task) ? 'grab' : 'pointer') : '';
    if (i !== this.hover) {
      this.hover = i;
      this.soon();
    }
    this.tell(task, event);
  }

  tell(task, event) {
    const { el, t } = this.tools;
    this.tip.hidden = !task;
    if (!task) return;
    this.tip.replaceChildren(el('b', {}, nameOf(this.plan, task)), el('span', {}, `${dates(task, this.say, t)}${task.crew ? ` · ${this.plan.names.get(task.crew) ?? ''}` : ''}`), el('span', { class: 'soft' }, reason(this.plan, task, t, this.say)), task.critical ? el('span', { class: 'bad-text' }, t('js.gantt.critical')) : null);
    const x = Math.min(event.clientX + 14, innerWidth - this.tip.offsetWidth - 8);
    const y = event.clientY + 18 + this.tip.offsetHeight > innerHeight ? event.clientY - this.tip.offsetHeight - 10 : event.clientY + 18;
    this.tip.style.left = `${x}px`;
    this.tip.style.top = `${y}px`;
  }

  press(event) {
    const { i, day } = this.rowAt(event);
    if (i < 0) return;
    const task = this.hits(i, day);
    this.scroller.focus({ preventScroll: true });
    if (!task || !this.movable(task)) {
      this.clicked(event, i);
      return;
    }
    event.preventDefault();
    this.canvas.setPointerCapture(event.pointerId);
    this.dragging = { task, i, day, moved: false };
    const move = (e) => {
      const by = Math.round(this.rowAt(e).day - day);
      this.dragging.moved ||= Math.abs(e.clientX - event.clientX) > 4;
      if (!this.dragging.moved) return;
      this.tip.hidden = true;
      const from = Math.max(this.plan.today, Math.floor(task.from) + by);
      this.ghost = { task, from, to: from + (task.to - task.from) };
      this.soon();
    };
    const up = () => {
      this.canvas.removeEventListener('pointermove', move);
      const { moved } = this.dragging;
      this.dragging = null;
      this.select(i);
      if (moved && this.ghost && this.ghost.from !== Math.floor(task.from)) this.drop();
      else {
        this.ghost = null;
        this.clicked(event, i);
      }
    };
    this.canvas.addEventListener('pointermove', move);
    this.canvas.addEventListener('pointerup', up, { once: true });
  }
}

customElements.define('weir-gantt', Gantt);

// What is known of one task, why it starts when it does, and moving it: first what would move, then the move.
import { day } from './model.js';
import { counted, dates, nameOf, reason } from './reasons.js';

export class Detail {
  constructor(gantt) {
    this.gantt = gantt;
    this.node = gantt.tools.el('aside', { class: 'gantt-detail', hidden: true, 'aria-label': gantt.tools.t('js.gantt.detail') });
    this.node.addEventListener('keydown', (e) => {
      if (e.key === 'Escape') {
        this.hide();
        gantt.scroller.focus();
      }
    });
  }

  hide() {
    this.node.hidden = true;
    this.gantt.moved = null;
    this.gantt.soon();
  }

  /** @param focus whether the reader comes by keyboard @param until a day to move to, to be looked at */
  show(task, focus, until) {
    const { gantt } = this;
    const { el, icon, t } = gantt.tools;
    gantt.moved = null;
    const close = el('button', { class: 'btn plain icon small', type: 'button', 'aria-label': t('js.close'), click: () => this.hide() }, icon('x', 's'));
    this.node.replaceChildren(
      el('div', { class: 'panel-head' }, el('h2', {}, el('a', { href: `/r/task/${task.id}` }, task.name)), close),
      this.tags(task), this.facts(task), this.why(task), ...(gantt.movable(task) ? [this.mover(task, until)] : []));
    this.node.hidden = false;
    gantt.soon();
    if (focus) (this.node.querySelector('input') ?? close).focus();
    if (until) this.preview(task, until);
  }

  tags(task) {
    const { el, t } = this.gantt.tools;
    const tags = el('div', { class: 'row wrap' }, el('span', { class: task.state === 'done' ? 'tag good' : task.state === 'running' ? 'tag info' : 'tag' }, t(`js.gantt.state.${task.state}`)));
    if (task.critical) tags.append(el('span', { class: 'tag bad' }, t('js.gantt.critical')));
    if (this.gantt.plan.late(task)) tags.append(el('span', { class: 'tag warn' }, counted(t, 'js.gantt.late', Math.ceil(task.to - task.baseTo))));
    return tags;
  }

  facts(task) {
    const { plan, tools, say } = this.gantt;
    const { el, t } = tools;
    const list = el('dl', { class: 'kv' });
    const fact = (key, value) => { if (value) list.append(el('dt', {}, t(key)), el('dd', {}, value)); };
    const project = plan.projects.get(task.project);
    fact('js.gantt.when', dates(task, this.gantt.sayLong, t));
    fact('js.gantt.effort', counted(t, 'js.gantt.days', task.halfDays / 2));
    fact('js.gantt.progress', task.progress ? `${task.progress} %` : '');
    fact('js.gantt.crew', plan.names.get(task.crew));
    fact('js.gantt.site', plan.names.get(task.site));
    if (!plan.single) fact('js.gantt.project', project && el('a', { href: `/r/project/${project.id}` }, project.title));
    if (task.baseFrom != null) fact('js.gantt.baseline', `${say(task.baseFrom)} – ${say(task.baseTo - 1)}`);
    if (task.hold != null) fact('js.gantt.hold', say(task.hold));
    return list;
  }

  /** The chain of causes back to the one that waits for nothing. */
  why(task) {
    const { plan, tools, say } = this.gantt;
    const { el, t } = tools;
    const list = el('ol', { class: 'gantt-why' });
    const chain = plan.chain(task);
    for (const it of chain.slice(0, 8)) {
      const name = it === task ? el('b', {}, nameOf(plan, it)) : el('button', { class: 'link', type: 'button', click: () => this.gantt.open(it) }, nameOf(plan, it));
      list.append(el('li', {}, name, el('span', { class: 'soft' }, reason(plan, it, t, say))));
    }
    if (chain.length > 8) list.append(el('li', { class: 'quiet' }, t('js.gantt.why.more', chain.length - 8)));
    return el('section', { class: 'section' }, el('h2', {}, t('js.gantt.why')), list);
  }

  mover(task, until) {
    const { plan, tools } = this.gantt;
    const { el, t } = tools;
    const input = el('input', { class: 'input short', type: 'date', name: 'until', value: until ?? task.holdUntil ?? '', id: 'gantt-until' });
    this.outcome = el('div', { class: 'stack tight', 'aria-live': 'polite' });
    const form = el('form', { class: 'section gantt-mover', submit: (e) => { e.preventDefault(); this.preview(task, input.value || null); } },
      el('h2', {}, t('js.gantt.move')),
      el('label', { class: 'small', for: 'gantt-until' }, t('js.gantt.not-before')),
      el('div', { class: 'row' }, input, el('button', { class: 'btn small', type: 'submit' }, t('js.gantt.preview'))), this.outcome);
    if (task.hold != null) form.append(el('button', { class: 'btn plain small', type: 'button', click: () => this.preview(task, null) }, t('js.gantt.release')));
    this.today = plan.today;
    return form;
  }

  async act(task, until, preview) {
    const { csrf } = this.gantt.tools;
    const response = await fetch(`/api/task/${task.id}/actions/hold-until`, {
      method: 'POST', credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF': csrf() },
      body: JSON.stringify({ until, preview }),
    });
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) throw new Error(answer.errors?.[0]?.message ?? answer.detail ?? answer.title ?? this.gantt.tools.t('js.failed'));
    return answer;
  }

  async preview(task, until) {
    const { gantt } = this;
    const { el, t } = gantt.tools;
    this.outcome.replaceChildren(el('p', { class: 'quiet' }, t('js.gantt.reckoning')));
    try {
      const answer = await this.act(task, until, true);
      const moved = answer.data?.moved ?? [];
      const elsewhere = answer.data?.movedElsewhere ?? 0;
      gantt.moved = moved.map((it) => ({ task: gantt.plan.tasks.get(it.task), from: day(it.toStart), to: day(it.toFinish) + 1 })).filter((it) => it.task);
      gantt.draw();
      this.outcome.replaceChildren(...this.moves(task, until, moved, elsewhere));
      this.outcome.querySelector('.go')?.focus();
    } catch (error) {
      this.outcome.replaceChildren(el('p', { class: 'bad-text', role: 'alert' }, error.message));
    }
  }

  moves(task, until, moved, elsewhere) {
    const { gantt } = this;
    const { el, t } = gantt.tools;
    const list = el('ul', { class: 'gantt-moves' });
    for (const it of moved.slice(0, 6)) {
      const other = gantt.plan.tasks.get(it.task);
      list.append(el('li', {}, el('span', { class: 'clip' }, other ? nameOf(gantt.plan, other) : it.name), el('small', { class: 'figures' }, it.fromStart === it.toStart ? `– ${gantt.say(day(it.fromFinish))} → ${gantt.say(day(it.toFinish))}` : `${gantt.say(day(it.fromStart))} → ${gantt.say(day(it.toStart))}`)));
    }
    if (moved.length > 6) list.append(el('li', { class: 'quiet' }, t('js.gantt.moves.more', moved.length - 6)));
    if (elsewhere) list.append(el('li', { class: 'quiet' }, t('js.gantt.moves.elsewhere', elsewhere)));
    const go = el('button', { class: 'btn go small', type: 'button', click: () => this.apply(task, until, go) }, t(moved.length + elsewhere ? 'js.gantt.apply' : 'js.gantt.apply-none'));
    return [el('b', {}, moved.length + elsewhere ? counted(t, 'js.gantt.would-move', moved.length + elsewhere) : t('js.gantt.nothing-moves')), list, el('div', { class: 'row' }, go, el('button', { class: 'btn plain small', type: 'button', click: () => this.show(task) }, t('js.filter.cancel')))];
  }

  async apply(task, until, button) {
    const { gantt } = this;
    button.setAttribute('aria-busy', 'true');
    try {
      const answer = await this.act(task, until, false);
      gantt.tools.toast({ text: answer.message, tone: 'good' });
      await gantt.load();
      const now = gantt.plan.tasks.get(task.id);
      if (now) gantt.open(now);
    } catch (error) {
      button.removeAttribute('aria-busy');
      this.outcome.append(gantt.tools.el('p', { class: 'bad-text', role: 'alert' }, error.message));
    }
  }
}

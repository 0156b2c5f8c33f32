// The phone's view: tasks by the day they start, late ones first.
import { dates, reason } from './reasons.js';

const STEP = 60;

export function agenda(gantt) {
  const { plan, tools, say } = gantt;
  const { el, icon, t } = tools;
  const tasks = [...plan.tasks.values()].filter((it) => it.state !== 'done').sort((a, b) => (a.from ?? 1e9) - (b.from ?? 1e9));
  const root = el('div', { class: 'stack gantt-agenda' });
  if (!tasks.length) {
    root.append(el('p', { class: 'sheet empty' }, t('js.gantt.nothing')));
    return root;
  }
  let shown = 0;
  let list;
  let at = null;
  const more = el('button', { class: 'btn wide', type: 'button', click: () => show() }, t('js.gantt.more'));
  function show() {
    for (const task of tasks.slice(shown, shown + STEP)) {
      const day = task.from == null ? -1 : Math.floor(task.from);
      if (day !== at) {
        at = day;
        list = el('ul', { class: 'items' });
        root.append(el('section', { class: 'sheet' }, el('div', { class: 'sheet-head' }, el('h2', {}, day < 0 ? t('js.gantt.unplanned') : say(day)), day === plan.today ? el('span', { class: 'tag accent' }, t('js.gantt.today')) : null), list));
      }
      list.append(item(task));
    }
    shown += STEP;
    more.remove();
    if (shown < tasks.length) root.append(more);
  }
  function item(task) {
    const place = [plan.names.get(task.site), plan.single ? null : plan.projects.get(task.project)?.title].filter(Boolean).join(' · ');
    return el('li', {}, el('a', { class: 'grow', href: `/r/task/${task.id}` },
      el('b', {}, task.name),
      el('span', { class: 'sub' }, place),
      el('span', { class: 'sub' }, `${dates(task, say, t)} · ${reason(plan, task, t, say)}`)),
      task.critical ? el('span', { class: 'tag bad' }, t('js.gantt.critical')) : null,
      icon('chevron-right'));
  }
  show();
  return root;
}

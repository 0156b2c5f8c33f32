// Why a task starts when it does, in words.
export function reason(plan, task, t, say) {
  const other = plan.tasks.get(task.waitsFor) ?? plan.others.get(task.waitsFor);
  const name = other ? nameOf(plan, other) : t('js.gantt.another');
  switch (task.wait) {
    case 'link': return t('js.gantt.wait.link', name, lag(plan, task, t));
    case 'crew': return t('js.gantt.wait.crew', plan.names.get(task.crew) ?? t('js.gantt.the-crew'), name);
    case 'absence': return t('js.gantt.wait.absence', plan.names.get(task.crew) ?? t('js.gantt.the-crew'));
    case 'calendar': return t('js.gantt.wait.calendar');
    case 'hold': return task.hold == null ? t('js.gantt.wait.project') : t('js.gantt.wait.hold', say(task.hold));
    default: return task.from == null ? t('js.gantt.unplanned') : t('js.gantt.wait.none');
  }
}

/** The text for one, or for any other number. */
export const counted = (t, key, number) => t(number === 1 ? `${key}.one` : key, number);

export function nameOf(plan, task) {
  const place = plan.names.get(task.site) ?? task.projectTitle;
  return place ? `${task.name} · ${place}` : task.name;
}

function lag(plan, task, t) {
  const link = task.before.find((it) => it.from === task.waitsFor);
  if (!link) return '';
  const kind = link.kind === 'fs' ? '' : t(`js.gantt.link.${link.kind}`);
  const days = link.lag ? counted(t, link.lag > 0 ? 'js.gantt.lag' : 'js.gantt.lead', Math.abs(link.lag) / 2) : '';
  const both = [kind, days].filter(Boolean).join(', ');
  return both ? ` (${both})` : '';
}

export function dates(task, say, t) {
  if (task.from == null) return t('js.gantt.unplanned');
  const from = Math.floor(task.from);
  const to = task.milestone ? from : Math.ceil(task.to) - 1;
  return from === to ? say(from) : `${say(from)} – ${say(to)}`;
}

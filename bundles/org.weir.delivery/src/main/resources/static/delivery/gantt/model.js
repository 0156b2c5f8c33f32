// The plan as rows and numbers. Days are counted from 1970; a task covers [from, to) in days with halves.
const DAY = 86_400_000;

export const day = (text) => (text ? Math.round(Date.parse(`${text}T00:00:00Z`) / DAY) : null);
export const iso = (n) => new Date(Math.floor(n) * DAY).toISOString().slice(0, 10);
export const date = (n) => new Date(Math.floor(n) * DAY);
export const weekday = (n) => (((Math.floor(n) + 4) % 7) + 7) % 7;

export class Plan {
  constructor(data, open) {
    this.today = day(data.today);
    this.mayHold = data.mayHold;
    this.names = new Map();
    for (const list of [data.accounts, data.sites, data.crews]) for (const it of list) this.names.set(it.id, it.name);
    this.crewsOff = new Map(data.crews.map((it) => [it.id, it.off.map((o) => ({ from: day(o.from), to: day(o.until) + 1, why: o.why }))]));
    this.calendars = new Map(data.calendars.map((it) => [it.id ?? '', { week: new Set(it.week.map((w) => w % 7)), off: new Set(it.off.map(day)), worked: new Set(it.worked.map(day)) }]));
    this.calendarOf = new Map(data.crews.map((it) => [it.id, this.calendars.has(it.calendar) ? it.calendar : '']));
    this.others = new Map(data.others.map((it) => [it.id, it]));
    this.projects = new Map(data.projects.map((it) => [it.id, { ...it, wished: day(it.wishedFinish), baseline: day(it.baselineFinish) }]));
    this.tasks = new Map();
    this.seams = [];
    for (const it of data.tasks) this.tasks.set(it.id, this.task(it));
    this.links = data.links.map((it) => ({ ...it, a: this.tasks.get(it.from), b: this.tasks.get(it.to) })).filter((it) => it.a && it.b);
    for (const link of this.links) {
      link.a.after.push(link);
      link.b.before.push(link);
    }
    this.single = this.projects.size === 1;
    this.closed = new Set();
    if (!this.single && this.tasks.size > 400 && !open) for (const id of this.projects.keys()) this.closed.add(id);
    this.group();
    this.span();
  }

  /** Whether nobody who works by the calendar works on the day. */
  free(calendar, n) {
    const it = this.calendars.get(calendar);
    if (!it) return weekday(n) === 0 || weekday(n) === 6;
    return it.week.has(weekday(n)) ? it.off.has(n) : !it.worked.has(n);
  }

  /** Whether no calendar of this plan works on the day. */
  allFree(n) {
    if (!this.calendars.size) return this.free('', n);
    for (const id of this.calendars.keys()) if (!this.free(id, n)) return false;
    return true;
  }

  task(it) {
    const start = day(it.start);
    const finish = day(it.finish);
    const placed = start != null && finish != null;
    const place = this.names.get(it.site);
    const short = place && it.name.endsWith(` · ${place}`) ? it.name.slice(0, -place.length - 3) : it.name;
    const from = placed ? start + (it.startHalf === 'afternoon' ? 0.5 : 0) : null;
    const to = placed ? Math.max(from, finish + (it.finishHalf === 'morning' ? 0.5 : 1)) : null;
    return {
      ...it, name: short, from, to: it.halfDays === 0 && placed ? from : to, milestone: it.halfDays === 0,
      baseFrom: day(it.baselineStart), baseTo: it.baselineFinish ? day(it.baselineFinish) + 1 : null,
      hold: day(it.holdUntil), before: [], after: [], row: -1,
    };
  }

  /** Project, site, task; within a site by time. */
  group() {
    const tree = new Map();
    for (const task of this.tasks.values()) {
      const sites = tree.get(task.project) ?? tree.set(task.project, new Map()).get(task.project);
      const key = task.site ?? '';
      (sites.get(key) ?? sites.set(key, []).get(key)).push(task);
    }
    this.tree = [...this.projects.keys()].filter((id) => tree.has(id)).map((id) => {
      const sites = [...tree.get(id)].map(([site, tasks]) => summed({ kind: 'site', id: `${id}/${site}`, project: id, site, tasks: tasks.sort((a, b) => (a.from ?? 1e9) - (b.from ?? 1e9)) }));
      sites.sort((a, b) => (a.from ?? 1e9) - (b.from ?? 1e9));
      return summed({ kind: 'project', id, project: id, sites, tasks: sites.flatMap((it) => it.tasks) });
    });
  }

  span() {
    let from = this.today;
    let to = this.today + 14;
    const see = (a, b) => {
      if (a != null && a < from) from = a;
      if (b != null && b > to) to = b;
    };
    for (const it of this.tasks.values()) {
      see(it.from, it.to);
      see(it.baseFrom, it.baseTo);
    }
    for (const it of this.projects.values()) see(it.wished, it.wished == null ? null : it.wished + 1);
    this.from = from - 4;
    this.to = to + 10;
  }

  /** Rows to show: what is not folded away and passes the sieve. */
  rows(passes) {
    const rows = [];
    for (const task of this.tasks.values()) task.row = -1;
    for (const project of this.tree) {
      const at = rows.length;
      if (!this.single) rows.push({ kind: 'project', node: project, level: 1 });
      let shown = 0;
      for (const site of project.sites) {
        const tasks = passes ? site.tasks.filter(passes) : site.tasks;
        if (!tasks.length) continue;
        shown += tasks.length;
        if (!this.single && this.closed.has(project.id)) continue;
        rows.push({ kind: 'site', node: site, level: this.single ? 1 : 2 });
        if (this.closed.has(site.id)) continue;
        for (const task of tasks) {
          task.row = rows.length;
          rows.push({ kind: 'task', node: task, level: this.single ? 2 : 3 });
        }
      }
      if (!shown) rows.length = at;
    }
    return rows;
  }

  /** What the task waits for, and that for, back to what waits for nothing. */
  chain(task) {
    const chain = [];
    const seen = new Set();
    for (let at = task; at && !seen.has(at.id); at = this.tasks.get(at.waitsFor)) {
      seen.add(at.id);
      chain.push(at);
    }
    return chain;
  }

  /** Where to look first: the earliest of what is still open, or of all, but not after today. */
  focus(rows) {
    const starts = (tasks) => tasks.filter((it) => it.from != null).map((it) => it.from);
    const tasks = rows.flatMap((it) => (it.kind === 'task' ? [it.node] : it.node.tasks));
    const open = starts(tasks.filter((it) => it.state !== 'done'));
    const from = (open.length ? open : starts(tasks)).reduce((a, n) => Math.min(a, n), Infinity);
    return Math.min(this.today, Number.isFinite(from) ? from : this.today);
  }

  late(task) {
    return task.baseTo != null && task.to != null && task.to > task.baseTo;
  }
}

function summed(node) {
  let from = Infinity;
  let to = -Infinity;
  let work = 0;
  let done = 0;
  node.critical = false;
  for (const it of node.tasks) {
    if (it.from != null) {
      from = Math.min(from, it.from);
      to = Math.max(to, it.to);
    }
    work += it.halfDays;
    done += it.halfDays * it.progress;
    node.critical ||= it.critical;
  }
  node.from = Number.isFinite(from) ? from : null;
  node.to = Number.isFinite(to) ? to : null;
  node.progress = work ? Math.round(done / work) : 0;
  return node;
}

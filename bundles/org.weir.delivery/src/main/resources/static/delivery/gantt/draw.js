// Draws what is in the window on a canvas: days, bars, links, days off, today. Colours come from the tokens.
import { date, weekday } from './model.js';

export const HEAD = 48;

const INKS = ['ink', 'ink-2', 'ink-3', 'line', 'line-2', 'edge', 'sheet', 'sunk', 'accent', 'accent-wash', 'on-accent', 'bad', 'bad-wash', 'warn', 'good', 'good-wash', 'quiet-wash'];

/** The tokens' colours as the browser resolves them now. */
export function inks(host) {
  const probe = host.appendChild(document.createElement('i'));
  const found = {};
  for (const name of INKS) {
    probe.style.color = `var(--${name})`;
    found[name] = getComputedStyle(probe).color;
  }
  found.font = getComputedStyle(host).fontFamily;
  probe.remove();
  return found;
}

export class Picture {
  constructor(canvas, language) {
    this.canvas = canvas;
    this.g = canvas.getContext('2d');
    this.month = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
    this.short = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
    this.year = new Intl.DateTimeFormat(language, { year: 'numeric', timeZone: 'UTC' });
    this.dayMonth = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  }

  size(width, height) {
    const dense = window.devicePixelRatio || 1;
    this.width = width;
    this.height = height;
    this.canvas.width = Math.round(width * dense);
    this.canvas.height = Math.round(height * dense);
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.g.setTransform(dense, 0, 0, dense, 0, 0);
  }

  /** @param v plan, rows, inks, unit (pixels a day), row (pixels), left, top (scrolled), selected, hover, ghost, moved */
  draw(v) {
    Object.assign(this, v);
    const g = this.g;
    g.clearRect(0, 0, this.width, this.height);
    this.first = Math.max(0, Math.floor(v.top / v.row));
    this.last = Math.min(v.rows.length - 1, Math.ceil((v.top + this.height - HEAD) / v.row));
    g.save();
    g.beginPath();
    g.rect(0, HEAD, this.width, this.height - HEAD);
    g.clip();
    this.ground();
    this.today(false);
    this.allLinks();
    for (let i = this.first; i <= this.last; i++) this.rowOf(v.rows[i], i);
    this.ghosts();
    g.restore();
    this.head();
    this.today(true);
  }

  x(day) {
    return (day - this.plan.from) * this.unit - this.left;
  }

  y(row) {
    return HEAD + row * this.row - this.top;
  }

  days(run) {
    const from = Math.floor(this.plan.from + this.left / this.unit);
    const to = Math.ceil(this.plan.from + (this.left + this.width) / this.unit);
    for (let n = from; n <= to; n++) run(n);
  }

  ground() {
    const g = this.g;
    const c = this.inks;
    if (this.unit >= 5) {
      g.fillStyle = c.sunk;
      this.days((n) => {
        if (this.plan.allFree(n)) g.fillRect(this.x(n), HEAD, this.unit, this.height);
      });
    }
    for (let i = this.first; i <= this.last; i++) {
      const it = this.rows[i];
      const y = this.y(i);
      if (i === this.selected || i === this.hover) {
        g.fillStyle = i === this.selected ? c['accent-wash'] : c['quiet-wash'];
        g.globalAlpha = i === this.selected ? 0.55 : 0.6;
        g.fillRect(0, y, this.width, this.row);
        g.globalAlpha = 1;
      }
      if (it.kind === 'task') {
        this.freeDays(it.node, y);
        this.daysOff(it.node, y);
      }
      g.fillStyle = c.line;
      g.fillRect(0, y + this.row - 1, this.width, it.kind === 'task' ? 0.5 : 1);
    }
    g.fillStyle = c.line;
    this.days((n) => {
      const d = date(n);
      const month = d.getUTCDate() === 1;
      if (month || (this.unit >= 5 && weekday(n) === 1) || this.unit >= 20) {
        g.globalAlpha = month ? 1 : 0.5;
        g.fillRect(Math.round(this.x(n)), HEAD, 1, this.height);
      }
    });
    g.globalAlpha = 1;
  }

  /** What the task's own calendar has off where others work. */
  freeDays(task, y) {
    if (this.unit < 5 || this.plan.calendars.size < 2) return;
    const calendar = this.plan.calendarOf.get(task.crew) ?? '';
    this.g.fillStyle = this.inks.sunk;
    this.days((n) => {
      if (this.plan.free(calendar, n) && !this.plan.allFree(n)) this.g.fillRect(this.x(n), y, this.unit, this.row - 1);
    });
  }

  /** The crew's days off around the task as hatching in its row. */
  daysOff(task, y) {
    if (task.state === 'done' || task.from == null) return;
    const off = this.plan.crewsOff.get(task.crew)?.filter((it) => it.to > task.from - 14 && it.from < task.to + 7);
    if (!off?.length) return;
    const g = this.g;
    g.save();
    g.strokeStyle = this.inks.warn;
    g.globalAlpha = 0.35;
    g.lineWidth = 1;
    for (const it of off) {
      const x = this.x(it.from);
      const w = (it.to - it.from) * this.unit;
      if (x + w < 0 || x > this.width) continue;
      g.save();
      g.beginPath();
      g.rect(x, y + 1, w, this.row - 2);
      g.clip();
      g.beginPath();
      for (let at = Math.floor(x / 6) * 6 - this.row; at < x + w; at += 6) {
        g.moveTo(at, y + this.row);
        g.lineTo(at + this.row, y);
      }
      g.stroke();
      g.restore();
    }
    g.restore();
  }

  today(label) {
    const g = this.g;
    const x = Math.round(this.x(this.plan.today)) + 0.5;
    if (x < 0 || x > this.width) return;
    g.strokeStyle = this.inks.accent;
    g.lineWidth = 1.5;
    g.beginPath();
    g.moveTo(x, label ? HEAD - 7 : HEAD);
    g.lineTo(x, label ? HEAD : this.height);
    g.stroke();
    if (label) {
      g.fillStyle = this.inks.accent;
      g.beginPath();
      g.arc(x, HEAD - 7, 3, 0, 7);
      g.fill();
    }
  }

  rowOf(it, i) {
    if (it.kind === 'task') this.bar(it.node, this.y(i));
    else this.bracket(it.node, this.y(i));
  }

  bracket(node, y) {
    if (node.from == null) return;
    const g = this.g;
    const c = this.inks;
    const x = this.x(node.from);
    const w = Math.max(3, (node.to - node.from) * this.unit);
    const at = y + this.row / 2 - 4;
    g.fillStyle = node.kind === 'project' ? c['ink-2'] : c['ink-3'];
    g.beginPath();
    g.moveTo(x, at);
    g.lineTo(x + w, at);
    g.lineTo(x + w, at + 9);
    g.lineTo(x + w - 5, at + 5);
    g.lineTo(x + 5, at + 5);
    g.lineTo(x, at + 9);
    g.fill();
    const wished = this.plan.projects.get(node.project)?.wished;
    if (node.kind === 'project' && wished != null) this.flag(this.x(wished + 1), y, node.to > wished + 1);
  }

  flag(x, y, late) {
    const g = this.g;
    g.fillStyle = late ? this.inks.bad : this.inks.good;
    g.fillRect(x, y + 4, 1.5, this.row - 8);
    g.beginPath();
    g.moveTo(x, y + 4);
    g.lineTo(x + 9, y + 8);
    g.lineTo(x, y + 12);
    g.fill();
  }

  bar(task, y) {
    const g = this.g;
    const c = this.inks;
    if (task.baseFrom != null) {
      g.fillStyle = c.edge;
      g.globalAlpha = 0.7;
      g.fillRect(this.x(task.baseFrom), y + this.row - 7, Math.max(2, (task.baseTo - task.baseFrom) * this.unit), 3);
      g.globalAlpha = 1;
    }
    if (task.from == null) return;
    const x = this.x(task.from);
    const w = Math.max(3, (task.to - task.from) * this.unit);
    if (task.hold != null) this.holdMark(this.x(task.hold), y);
    if (x + w < -200 || x > this.width) return;
    const strong = task.critical ? c.bad : c.accent;
    const top = y + 6;
    const high = this.row - 15;
    if (task.milestone) {
      this.diamond(x, top + high / 2, high / 2 + 2, strong);
    } else {
      const done = task.state === 'done';
      g.beginPath();
      g.roundRect(x + 0.5, top + 0.5, w - 1, high - 1, Math.min(4, w / 2));
      g.fillStyle = done ? c['quiet-wash'] : task.critical ? c['bad-wash'] : c['accent-wash'];
      g.fill();
      if (task.progress > 0 && !done) {
        g.save();
        g.clip();
        g.fillStyle = strong;
        g.fillRect(x, top, (w * task.progress) / 100, high);
        g.restore();
      }
      g.strokeStyle = done ? c.edge : strong;
      g.lineWidth = task.critical && !done ? 2 : 1;
      g.stroke();
    }
    if (this.unit >= 5) this.words(task, task.milestone ? x + high / 2 + 4 : x + w + 6, y);
  }

  words(task, x, y) {
    const g = this.g;
    g.fillStyle = this.inks['ink-2'];
    g.font = `11px ${this.inks.font}`;
    g.textBaseline = 'middle';
    const crew = this.plan.names.get(task.crew);
    g.fillText((task.state === 'done' ? '✓ ' : '') + task.name + (crew ? ` · ${crew}` : ''), x, y + this.row / 2 - 1);
  }

  diamond(x, y, r, ink) {
    const g = this.g;
    g.fillStyle = ink;
    g.beginPath();
    g.moveTo(x, y - r);
    g.lineTo(x + r, y);
    g.lineTo(x, y + r);
    g.lineTo(x - r, y);
    g.fill();
  }

  holdMark(x, y) {
    const g = this.g;
    g.strokeStyle = this.inks.warn;
    g.lineWidth = 2;
    g.beginPath();
    g.moveTo(x + 4, y + 4);
    g.lineTo(x, y + 4);
    g.lineTo(x, y + this.row - 8);
    g.lineTo(x + 4, y + this.row - 8);
    g.stroke();
  }

  allLinks() {
    const chosen = this.rows[this.selected]?.node.id;
    const strong = [];
    for (const link of this.plan.links) {
      const { a, b } = link;
      if (a.row < 0 || b.row < 0 || a.from == null || b.from == null) continue;
      if (Math.max(a.row, b.row) < this.first || Math.min(a.row, b.row) > this.last) continue;
      if (a.id === chosen || b.id === chosen) strong.push(link);
      else this.link(link, a.critical && b.critical && b.waitsFor === a.id && b.state !== 'done');
    }
    for (const link of strong) this.link(link, false, true);
  }

  link({ a, b, kind }, critical, strong) {
    const g = this.g;
    const y1 = this.y(a.row) + 6 + (this.row - 15) / 2;
    const y2 = this.y(b.row) + 6 + (this.row - 15) / 2;
    const out = kind === 'fs' || kind === 'ff';
    const into = kind === 'fs' || kind === 'ss';
    const x1 = this.x(out ? a.to : a.from);
    const x2 = this.x(into ? b.from : b.to);
    if (Math.max(x1, x2) < -30 || Math.min(x1, x2) > this.width + 30) return;
    const s1 = out ? 1 : -1;
    const s2 = into ? -1 : 1;
    const turn = 7;
    g.strokeStyle = strong ? this.inks.ink : critical ? this.inks.bad : this.inks['line-2'];
    g.fillStyle = g.strokeStyle;
    g.lineWidth = strong || critical ? 1.5 : 1;
    g.beginPath();
    g.moveTo(x1, y1);
    const direct = out && into && x2 >= x1 + 2 * turn;
    if (direct) {
      g.lineTo(x1 + turn, y1);
      g.lineTo(x1 + turn, y2);
    } else {
      const middle = y2 > y1 ? y2 - this.row / 2 : y2 + this.row / 2;
      g.lineTo(x1 + s1 * turn, y1);
      g.lineTo(x1 + s1 * turn, middle);
      g.lineTo(x2 + s2 * turn, middle);
      g.lineTo(x2 + s2 * turn, y2);
    }
    g.lineTo(x2, y2);
    g.stroke();
    g.beginPath();
    g.moveTo(x2, y2);
    g.lineTo(x2 + s2 * 5, y2 - 3.5);
    g.lineTo(x2 + s2 * 5, y2 + 3.5);
    g.fill();
  }

  /** Where things would move: dashed. */
  ghosts() {
    const g = this.g;
    const all = [...(this.moved ?? [])];
    if (this.ghost) all.push(this.ghost);
    g.save();
    g.setLineDash([4, 3]);
    g.strokeStyle = this.inks.warn;
    g.lineWidth = 1.5;
    for (const it of all) {
      const row = it.task.row;
      if (row < this.first || row > this.last) continue;
      g.strokeRect(this.x(it.from), this.y(row) + 6, Math.max(4, (it.to - it.from) * this.unit), this.row - 15);
    }
    g.restore();
  }

  head() {
    const g = this.g;
    const c = this.inks;
    g.fillStyle = c.sheet;
    g.fillRect(0, 0, this.width, HEAD);
    g.fillStyle = c['line-2'];
    g.fillRect(0, HEAD - 1, this.width, 1);
    g.textBaseline = 'middle';
    const upper = this.unit >= 5 ? 'month' : 'year';
    this.days((n) => this.lower(n));
    this.upper(upper);
  }

  lower(n) {
    const g = this.g;
    const d = date(n);
    const x = this.x(n);
    g.font = `11px ${this.inks.font}`;
    g.fillStyle = this.inks['ink-3'];
    const number = String(d.getUTCDate());
    if (this.unit >= 20) {
      if (n === this.plan.today) g.fillStyle = this.inks.accent;
      g.fillText(number, x + this.unit / 2 - g.measureText(number).width / 2, 34);
    } else if (this.unit >= 5) {
      if (weekday(n) === 1) g.fillText(number, x + 3, 34);
    } else if (d.getUTCDate() === 1) {
      g.fillText(this.short.format(d), x + 3, 34);
    }
  }

  upper(by) {
    const g = this.g;
    g.font = `600 12px ${this.inks.font}`;
    let n = Math.floor(this.plan.from + this.left / this.unit);
    const to = this.plan.from + (this.left + this.width) / this.unit;
    while (n <= to) {
      const d = date(n);
      const next = by === 'month' ? Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + 1, 1) : Date.UTC(d.getUTCFullYear() + 1, 0, 1);
      const end = Math.round(next / 86_400_000);
      const words = (by === 'month' ? this.month : this.year).format(d);
      const wide = g.measureText(words).width;
      const x = Math.min(Math.max(8, this.x(n) + 8), this.x(end) - wide - 8);
      g.fillStyle = this.inks['ink-2'];
      g.fillText(words, x, 14);
      g.fillStyle = this.inks.line;
      g.fillRect(Math.round(this.x(end)), 4, 1, HEAD - 5);
      n = end;
    }
  }
}

// Stand-ins for what the scripts ask the server, so that the reference pages can be worked with.
import fs from 'node:fs';
import { panel, rows } from './list.mjs';

const page = (n) => fs.readFileSync(new URL(n, import.meta.url), 'utf8');
const names = rows.map((r) => [r[0], r[1]]);
const escape = (s) => s.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const options = (all, q) => `<ul>${all.filter(([, l]) => l.toLowerCase().includes(q.toLowerCase())).slice(0, 20).map(([v, l]) => `<li role="option" data-value="${v}" data-label="${escape(l)}">${escape(l)}</li>`).join('')}</ul>`;
const users = [['u1', 'Lindiwe Wessels'], ['u2', 'Tang Ning 唐宁'], ['u3', 'James Okafor'], ['u4', 'Priya Desai'], ['u5', 'Miguel Andrade'], ['u6', 'Sarah Kirabo']];
const countries = [['ZA', 'South Africa'], ['NA', 'Namibia'], ['AO', 'Angola'], ['BW', 'Botswana'], ['ZM', 'Zambia'], ['ZW', 'Zimbabwe']];
export const seen = [];
const body = async (q) => { let s = ''; for await (const c of q) s += c; return new URLSearchParams(s); };

export async function fake(q, s, u) {
  if (!u.pathname.startsWith('/src/')) seen.push(`${q.method} ${q.url}`);
  const html = (text, code = 200, headers = {}) => { s.writeHead(code, { 'content-type': 'text/html; charset=utf-8', ...headers }); s.end(text); return true; };
  const p = u.pathname;
  if (p === '/accounts') {
    const text = page('list-plain.html').replaceAll('../../main/', '/src/main/');
    return html(text.replace(/data-filter="[^"]*"/, `data-filter="${escape(u.searchParams.get('filter') ?? '')}"`));
  }
  if (/^\/(accounts|people)\/\w+\/panel$/.test(p)) {
    const row = rows.find((r) => r[0] === p.split('/')[2]);
    return html(panel.replaceAll('../../main/', '/src/main/').replace('MTN Group</h2>', `${row?.[1] ?? 'Person'}</h2>`));
  }
  const cell = /^\/accounts\/(\w+)\/cells\/(\w+)$/.exec(p);
  if (cell) {
    const [, id, field] = cell;
    const open = `<td class="editable editing" data-field="${field}" data-edit="${p}"><form class="cell-form" hx-post="${p}" hx-target="closest td" hx-swap="outerHTML"><input type="hidden" name="version" value="7">`;
    const row = rows.find((r) => r[0] === id);
    const now = field === 'country' ? row[4] : row[1];
    if (q.method === 'GET') return html(`${open}<input class="input" name="value" value="${now}" aria-label="${field}"></form></td>`);
    const b = await body(q);
    const value = b.get('value');
    if (value === 'wrong') return html(`${open}<input class="input" name="value" value="wrong" aria-label="${field}" aria-invalid="true" aria-describedby="ce"><div class="cell-note error" id="ce" role="alert">No such country.</div></form></td>`, 422);
    if (value === 'late' && !b.get('force')) return html(`${open}<input class="input" name="value" value="late" aria-label="${field}" aria-describedby="cc"><div class="cell-note" id="cc" role="alert"><span>Tang Ning made this <b>Zambia</b> 2 minutes ago.</span><span class="row wrap"><button class="btn small go" name="force" value="8">Keep mine</button><button class="btn small" type="button" data-cell-cancel>Keep Zambia</button></span></div></form></td>`, 409);
    return html(`<td class="editable" data-field="${field}" data-edit="${p}">${escape(value)}</td>`, 200, { 'HX-Trigger': JSON.stringify({ toast: { text: 'Saved', undo: '/undo/1', undoText: 'Undo' } }) });
  }
  if (p === '/lookup/accounts') return html(options(names, u.searchParams.get('q')));
  if (p === '/lookup/users') return html(options(users, u.searchParams.get('q')));
  if (p === '/lookup/countries') return html(options(countries, u.searchParams.get('q')));
  if (p === '/palette') {
    const query = u.searchParams.get('q').toLowerCase();
    const hit = names.filter(([, l]) => l.toLowerCase().includes(query)).slice(0, 6);
    return html(`${hit.length ? `<div role="group"><div role="presentation">Accounts</div>${hit.map(([v, l]) => `<div role="option" data-href="/accounts?panel=${v}">${escape(l)}</div>`).join('')}</div>` : ''}${'new account'.includes(query) ? '<div role="group"><div role="presentation">Actions</div><div role="option" data-href="/accounts">New account<kbd>n</kbd></div></div>' : ''}`);
  }
  if (p === '/accounts/filter-fields') {
    s.writeHead(200, { 'content-type': 'application/json' });
    s.end(JSON.stringify({ fields: [
      { path: 'name', label: 'Name', kind: 'text' }, { path: 'country', label: 'Country', kind: 'ref', lookup: '/lookup/countries', labels: Object.fromEntries(countries) },
      { path: 'grade', label: 'Grade', kind: 'choice', choices: ['S', 'A', 'B', 'C'].map((v) => ({ value: v, label: v })) }, { path: 'subscribers', label: 'Subscribers', kind: 'number' }, { path: 'active', label: 'Active', kind: 'bool' }, { path: 'lastSeen', label: 'Last touchpoint', kind: 'date' },
      { path: 'parent.name', label: 'Group › Name', group: 'Group', kind: 'text' }, { path: 'parent.country', label: 'Group › Country', group: 'Group', kind: 'ref', lookup: '/lookup/countries', labels: Object.fromEntries(countries) }, { path: 'employments.person.name', label: 'People › Name', group: 'People', kind: 'text' },
    ] }));
    return true;
  }
  if (p === '/jobs/1/events') {
    s.writeHead(200, { 'content-type': 'text/event-stream' });
    let done = 0;
    const timer = setInterval(() => {
      done = Math.min(2599, done + 200);
      s.write(`event: progress\ndata: ${JSON.stringify({ done, total: 2599, text: `${done} of 2,599 rows`, state: done < 2599 ? 'running' : 'done' })}\n\n`);
      if (done >= 2599) { clearInterval(timer); s.end(); }
    }, 250);
    q.on('close', () => clearInterval(timer));
    return true;
  }
  if (p.startsWith('/live/')) {
    s.writeHead(200, { 'content-type': 'text/event-stream' });
    const timer = setInterval(() => s.write('event: changed\ndata: {}\n\n'), 700);
    q.on('close', () => clearInterval(timer));
    return true;
  }
  if (p === '/preferences/theme' || p.startsWith('/undo/')) { s.writeHead(204); s.end(); return true; }
  return false;
}

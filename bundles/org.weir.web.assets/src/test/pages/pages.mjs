// Writes the reference pages: node pages.mjs
import fs from 'node:fs';
import { frame, gate, i, csrf } from './parts.mjs';
import { list } from './list.mjs';
import { record, history, form, conflict } from './record.mjs';
const out = (name, html) => fs.writeFileSync(new URL(name, import.meta.url), html.replace(/[ \t]+$/gm, ''));
const field = (id, label, type, more = '', error = '') => `<div class="field"><label for="${id}">${label}</label><input class="input" id="${id}" name="${id}" type="${type}" ${more}${error ? ` aria-invalid="true" aria-describedby="${id}-error"` : ''}>${error ? `<span class="error" id="${id}-error">${error}</span>` : ''}</div>`;
const brand = `<a class="mark" href="/">${i('weir')}Weir</a>`;

out('sign-in.html', gate({ title: 'Sign in', body: `${brand}
    <form class="sheet" method="post" action="/sign-in" data-form data-no-guard><h1>Sign in</h1>
      <div class="problems" role="alert" tabindex="-1" data-problems><p>Name or password is wrong.</p></div>
      ${csrf}<input type="hidden" name="back" value="/accounts">
      ${field('name', 'Name', 'text', 'autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus value="lindiwe"')}
      ${field('password', 'Password', 'password', 'autocomplete="current-password" required')}
      <button class="btn go wide">Sign in</button>
    </form>
    <p class="quiet small">No account yet, or password forgotten? Your administrator helps.</p>` }));
const crumbs = (...c) => c.map((x, n) => n < c.length - 1 ? `<a href="list.html">${x}</a>` : x);
out('list.html', frame({ title: 'Accounts', on: 'accounts', crumbs: crumbs('Relationship', 'Accounts'), split: list() }));
out('list-plain.html', frame({ title: 'Accounts', on: 'accounts', crumbs: crumbs('Relationship', 'Accounts'), split: list({ withPanel: false, picked: false }) }));
out('record.html', frame({ title: 'MTN Group', on: 'accounts', crumbs: crumbs('Relationship', 'Accounts', 'MTN Group'), body: record }));
out('form.html', frame({ title: 'Edit MTN Group', on: 'accounts', crumbs: crumbs('Relationship', 'Accounts', 'MTN Group', 'Edit'), body: `<div class="stack loose narrow-in">${form()}</div>` }));
if (fs.existsSync(new URL('more.mjs', import.meta.url))) await (await import('./more.mjs')).write({ out, field, brand, crumbs });

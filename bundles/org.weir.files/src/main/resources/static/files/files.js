// Files are dropped, pasted or chosen, several at once, and go one after the other, each with its progress. One that fails
// says why and can be sent again; the others are not held up. Without this file the form sends one file.
const form = document.querySelector('form[data-files]');
const input = form.elements.namedItem('file');
const section = form.closest('.files');
const list = section.querySelector('[data-files-coming]');
const said = section.querySelector('[data-files-said]');
const csrf = () => form.elements.namedItem('_csrf').value;
const texts = form.dataset;
const say = (pattern, what) => pattern.replace('{0}', what);
const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
const waiting = [];
let under = null;
let kept = [];

input.multiple = true;
input.required = false;
form.querySelectorAll('[data-without-script]').forEach((it) => { it.hidden = true; });
form.querySelectorAll('[data-with-script]').forEach((it) => { it.hidden = false; });

function size(bytes) {
  let value = bytes;
  let unit = 0;
  for (; value >= 1000 && unit < 3; unit++) value /= 1000;
  return `${number.format(value)} ${['B', 'kB', 'MB', 'GB'][unit]}`;
}

function make(tag, name, text = '') {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.textContent = text;
  return node;
}

function button(symbol, label, act) {
  const node = make('button', 'btn plain icon');
  node.type = 'button';
  node.title = label;
  node.setAttribute('aria-label', label);
  node.append(document.querySelector(`template[data-icon="${symbol}"]`).content.cloneNode(true));
  node.addEventListener('click', act);
  return node;
}

/** One file on its way: what it shows, and what can be done with it. */
class Coming {
  constructor(file) {
    this.file = file;
    this.line = make('li');
    this.bar = make('progress', 'bar');
    this.bar.max = 100;
    this.bar.value = 0;
    this.bar.setAttribute('aria-label', file.name);
    this.state = make('p', 'quiet small');
    this.acts = make('div', 'row');
    const what = make('div');
    what.append(make('span', 'files-name', file.name), this.bar, this.state);
    this.line.append(make('span', 'files-picture small quiet', size(file.size)), what, this.acts);
    list.append(this.line);
    list.hidden = false;
  }

  wait() {
    this.bar.hidden = false;
    this.bar.value = 0;
    this.say(texts.waiting);
    this.acts.replaceChildren(this.out());
    waiting.push(this);
  }

  out() {
    return button('x', say(texts.leaveOut, this.file.name), () => this.leave());
  }

  leave() {
    const at = waiting.indexOf(this);
    if (at >= 0) waiting.splice(at, 1);
    this.request?.abort();
    this.line.remove();
    list.hidden = list.children.length === 0;
    form.querySelector('button').focus();
  }

  say(text, failed = false) {
    this.state.textContent = text;
    this.state.className = failed ? 'failed small' : 'quiet small';
  }

  fail(text, again = true) {
    this.bar.hidden = true;
    this.say(text, true);
    const acts = [this.out()];
    if (again) acts.unshift(button('refresh-cw', say(texts.again, this.file.name), () => { this.wait(); next(); }));
    this.acts.replaceChildren(...acts);
    said.textContent = say(texts.failed, this.file.name);
  }

  send() {
    const body = new FormData();
    body.append('_csrf', csrf());
    body.append('file', this.file, this.file.name);
    const request = new XMLHttpRequest();
    this.request = request;
    request.open('POST', form.action);
    request.setRequestHeader('HX-Request', 'true');
    request.setRequestHeader('X-CSRF-Token', csrf());
    request.upload.addEventListener('progress', (event) => {
      if (!event.lengthComputable) return;
      this.bar.value = Math.floor((100 * event.loaded) / event.total);
      this.say(event.loaded < event.total ? `${size(event.loaded)} / ${size(event.total)}` : texts.keeping);
    });
    request.addEventListener('loadend', () => {
      this.request = null;
      this.over(request);
    });
    request.send(body);
  }

  over(request) {
    under = null;
    if (request.status === 200) {
      kept.push(this.file.name);
      this.line.remove();
      list.hidden = list.children.length === 0;
    } else if (this.line.isConnected) {
      this.fail(why(request));
    }
    next();
  }
}

function why(request) {
  try {
    const { detail, title } = JSON.parse(request.responseText);
    return detail ?? title ?? texts.broken;
  } catch {
    return texts.broken;
  }
}

function next() {
  if (under) return;
  under = waiting.shift() ?? null;
  if (under) under.send();
  else if (kept.length > 0) fresh();
}

/** What the server keeps now, in the place of what was shown. */
async function fresh() {
  const names = kept;
  kept = [];
  said.textContent = names.length === 1 ? say(texts.one, names[0]) : say(texts.many, number.format(names.length));
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const now = page.querySelector('[data-files-kept]');
  if (now) section.querySelector('[data-files-kept]').replaceWith(now);
  const tab = document.querySelector('.tabs [aria-current]');
  const tabNow = page.querySelector('.tabs [aria-current]');
  if (tab && tabNow) tab.replaceChildren(...tabNow.childNodes);
}

function take(files, folders = new Set()) {
  for (const file of files) {
    const coming = new Coming(file);
    if (folders.has(file)) coming.fail(texts.folder, false);
    else if (file.size > Number(texts.most)) coming.fail(texts.tooLarge, false);
    else coming.wait();
  }
  next();
}

const carriesFiles = (event) => event.dataTransfer?.types.includes('Files');

input.addEventListener('change', () => {
  take([...input.files]);
  input.value = '';
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  input.click();
});
// a file dropped beside the zone is taken too: the browser would leave the page for it
document.addEventListener('dragover', (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  form.classList.add('over');
});
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) form.classList.remove('over');
});
document.addEventListener('drop', (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  form.classList.remove('over');
  const folders = new Set();
  for (const item of event.dataTransfer.items) {
    if (item.webkitGetAsEntry?.()?.isDirectory) folders.add(item.getAsFile());
  }
  const names = new Set([...folders].map((it) => it?.name));
  const files = [...event.dataTransfer.files];
  take(files, new Set(files.filter((it) => names.has(it.name))));
});
document.addEventListener('paste', (event) => {
  if (event.clipboardData?.files.length && !event.target.closest?.('textarea, input')) take([...event.clipboardData.files]);
});
window.addEventListener('beforeunload', (event) => {
  if (under || waiting.length > 0) event.preventDefault();
});

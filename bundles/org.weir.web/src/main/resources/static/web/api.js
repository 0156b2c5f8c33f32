// <weir-api src="…">: the operations of the API from its OpenAPI document, each with its shapes and a form to try it as oneself.

/** An element; attributes that are false or null are left out, functions become listeners. */
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(name, value);
    else if (value !== false && value != null) node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter((it) => it != null));
  return node;
}

const TONES = { get: 'info', post: 'good', put: 'warn', patch: 'warn', delete: 'bad' };
const SHOWN = ['etag', 'location', 'link', 'ratelimit', 'ratelimit-policy', 'retry-after', 'idempotency-replayed'];
const DEEPEST = 6;
let last = 0;

class Api extends HTMLElement {
  async connectedCallback() {
    try {
      const answer = await fetch(this.getAttribute('src'), { headers: { 'Accept-Language': this.getAttribute('lang') } });
      if (!answer.ok) throw new Error(String(answer.status));
      this.document = await answer.json();
    } catch {
      this.replaceChildren(el('p', { class: 'banner bad', role: 'alert' }, this.t('away')));
      return;
    }
    this.draw();
  }

  t(name) {
    return this.dataset[`t${name[0].toUpperCase()}${name.slice(1)}`] ?? name;
  }

  draw() {
    const kinds = [...this.document.tags.map((it) => [it.name, it.description]), ['weir', this.t('more')]];
    const wanted = decodeURIComponent(location.hash.slice(1)).split('/');
    this.kind = el('select', { class: 'select', 'aria-label': this.t('kind'), change: () => this.list() },
      kinds.map(([name, words]) => el('option', { value: name, selected: name === wanted[0] }, `${words} (${name})`)));
    this.find = el('input', { class: 'input', type: 'search', placeholder: this.t('find'), 'aria-label': this.t('find'), input: () => this.list() });
    this.place = el('div', { 'aria-live': 'polite' });
    this.replaceChildren(el('div', { class: 'api-bar', role: 'search' }, this.kind, this.find), this.place);
    this.list(wanted[1]);
  }

  /** Those of the kind, or of all kinds when something is sought. */
  list(open) {
    const sought = this.find.value.trim().toLowerCase();
    const found = [];
    for (const [path, methods] of Object.entries(this.document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const words = `${method} ${path} ${operation.summary} ${operation.operationId}`.toLowerCase();
        if (sought ? words.includes(sought) : operation.tags[0] === this.kind.value) found.push([method, path, operation]);
      }
    }
    this.place.replaceChildren(...found.slice(0, 200).map((it) => this.row(...it)));
    if (!found.length) this.place.append(el('p', { class: 'quiet' }, this.t('none')));
    if (open) this.place.querySelector(`[data-op="${CSS.escape(open)}"]`)?.setAttribute('open', '');
  }

  row(method, path, operation) {
    const inside = el('div');
    return el('details', {
      class: 'sheet api-op',
      'data-op': operation.operationId,
      toggle: (event) => {
        if (!event.target.open || event.target !== event.currentTarget) return;
        history.replaceState(history.state, '', `#${operation.tags[0]}/${operation.operationId}`);
        if (!inside.childElementCount) inside.append(...this.operation(method, path, operation));
      },
    },
    el('summary', {}, el('span', {}, el('span', { class: `tag ${TONES[method] ?? ''}` }, method.toUpperCase())),
      el('code', {}, `/api${path}`), el('span', { class: 'quiet' }, operation.summary)),
    inside);
  }

  operation(method, path, operation) {
    const parts = [el('p', { class: 'quiet' }, `${this.t('permission')}: `, el('code', {}, operation['x-permission']), ' · ', el('code', {}, operation.operationId))];
    const bodies = Object.entries(operation.requestBody?.content ?? {});
    const json = bodies.find(([type]) => type === 'application/json') ?? bodies.find(([type]) => type.includes('json'));
    if (json) {
      parts.push(el('details', { class: 'api-answers' },
        el('summary', {}, `${this.t('body')}: ${this.t('shape')}`), this.shape(json[1].schema, 0)));
    }
    parts.push(this.form(method, path, operation, json, bodies), this.answers(operation));
    return parts;
  }

  answers(operation) {
    return el('div', { class: 'api-answers' }, el('h3', {}, this.t('answers')),
      Object.entries(operation.responses).map(([status, told]) => {
        const response = this.resolved(told);
        const content = Object.entries(response.content ?? {})[0];
        const headers = Object.entries(response.headers ?? {});
        return el('details', {}, el('summary', {}, el('code', {}, status), ` ${response.description}`),
          content ? el('p', { class: 'quiet' }, el('code', {}, content[0])) : null,
          content ? this.shape(content[1].schema, 0) : null,
          headers.length ? el('p', { class: 'quiet' }, `${this.t('headers')}:`) : null,
          headers.length ? el('ul', { class: 'api-shape' }, headers.map(([name, it]) =>
            el('li', {}, el('code', {}, name), ' ', el('span', { class: 'quiet' }, this.resolved(it).description ?? '')))) : null);
      }));
  }

  resolved(node) {
    let it = node;
    while (it?.$ref) it = it.$ref.slice(2).split('/').reduce((at, key) => at[key], this.document);
    return it;
  }

  /** What a schema is called in a word or two. */
  kindOf(told) {
    const schema = this.resolved(told) ?? {};
    const any = schema.anyOf ?? schema.oneOf;
    if (any) return any.map((it) => this.kindOf(it)).join(` ${this.t('or')} `);
    const type = [schema.type ?? 'object'].flat().join(` ${this.t('or')} `);
    if (schema.items) return `${this.t('list')}: ${this.kindOf(schema.items)}`;
    const name = told?.$ref ? told.$ref.split('/').pop() : schema.format;
    return name ? `${type} (${name})` : type;
  }

  /** Its members, those of objects within folded. */
  shape(told, depth) {
    let schema = this.resolved(told) ?? {};
    if (schema.items) schema = this.resolved(schema.items);
    const members = (schema.allOf ?? [schema]).map((it) => this.resolved(it));
    const properties = Object.assign({}, ...members.map((it) => it.properties ?? {}));
    const required = members.flatMap((it) => it.required ?? []);
    if (!Object.keys(properties).length) return el('p', { class: 'quiet' }, this.kindOf(told));
    return el('ul', { class: 'api-shape' }, Object.entries(properties).map(([name, it]) => {
      const own = this.resolved(it);
      const limits = [own.enum ? own.enum.filter((one) => one !== null).join(' | ') : null,
        own.maxLength ? `≤ ${own.maxLength}` : null, required.includes(name) ? this.t('needed') : null].filter(Boolean).join(' · ');
      const line = [el('code', {}, name), ' ', el('span', { class: 'quiet' }, this.kindOf(it)), ' ',
        it.title ?? own.title ?? '', limits ? el('span', { class: 'quiet' }, ` ${limits}`) : null];
      const inner = this.resolved(own.items ?? (own.anyOf ?? own.oneOf ?? []).find((one) => this.resolved(one).properties) ?? own);
      if (inner?.properties && depth < DEEPEST) {
        const within = el('details', { toggle: () => {
          if (within.open && within.childElementCount === 1) within.append(this.shape(inner, depth + 1));
        } }, el('summary', {}, ...line));
        return el('li', {}, within);
      }
      return el('li', {}, ...line);
    }));
  }

  form(method, path, operation, json, bodies) {
    const fields = [];
    for (const parameter of operation.parameters ?? []) {
      fields.push([parameter, this.field(parameter)]);
    }
    const text = json ? el('textarea', { class: 'textarea api-json', spellcheck: 'false', id: `api-${++last}`, rows: 10 }) : null;
    if (text) text.value = JSON.stringify(json[1].example ?? this.example(json[1].schema, 0), null, 2);
    const file = !json && bodies.length ? el('input', { class: 'input', type: 'file', id: `api-${++last}` }) : null;
    const said = el('div', { role: 'status', tabindex: '-1' });
    const button = el('button', { class: method === 'get' ? 'btn go' : 'btn danger' }, `${this.t('send')}: ${method.toUpperCase()}`);
    const form = el('form', {
      class: 'api-form',
      submit: (event) => {
        event.preventDefault();
        this.send(method, path, fields, json?.[0], text, file, button, said);
      },
    },
    fields.map(([, it]) => it.node),
    text ? el('div', { class: 'field span' }, el('label', { for: text.id }, `${this.t('body')} (${json[0]})`), text) : null,
    file ? el('div', { class: 'field span' }, el('label', { for: file.id }, this.t('file')), file) : null,
    el('div', { class: 'span' }, button, method === 'get' ? null : el('span', { class: 'quiet' }, ` ${this.t('real')}`)));
    return el('section', { 'aria-label': this.t('try') }, el('h3', {}, this.t('try')), form, said);
  }

  field(parameter) {
    const id = `api-${++last}`;
    const schema = this.resolved(parameter.schema) ?? {};
    const choices = schema.enum ?? (schema.type === 'boolean' ? ['true', 'false'] : null);
    const input = choices
      ? el('select', { class: 'select', id }, ['', ...choices].map((it) => el('option', { value: it }, it)))
      : el('input', { class: 'input', id, required: parameter.in === 'path', type: schema.type === 'integer' ? 'number' : 'text', autocomplete: 'off' });
    const node = el('div', { class: 'field' },
      el('label', { for: id }, el('code', {}, parameter.name), el('span', { class: 'quiet' }, ` ${parameter.in}`),
        parameter.required ? el('span', { class: 'must', 'aria-hidden': 'true' }, ' *') : null),
      input, parameter.description ? el('span', { class: 'hint' }, parameter.description) : null);
    return { node, input };
  }

  example(told, depth) {
    const schema = this.resolved(told) ?? {};
    if (schema.example !== undefined) return schema.example;
    if (schema.allOf) return Object.assign({}, ...schema.allOf.map((it) => this.example(it, depth + 1)));
    if (schema.anyOf) return this.example(schema.anyOf[0], depth + 1);
    if (schema.enum) return schema.enum[0];
    const type = [schema.type].flat()[0];
    if (type === 'array') return depth > 2 ? [] : [this.example(schema.items, depth + 1)];
    if (schema.properties && depth < 3) {
      return Object.fromEntries(Object.entries(schema.properties)
        .filter(([, it]) => !this.resolved(it).readOnly).map(([name, it]) => [name, this.example(it, depth + 1)]));
    }
    return { string: '', integer: 0, number: 0, boolean: false, object: {} }[type] ?? null;
  }

  async send(method, path, fields, type, text, file, button, said) {
    let address = `/api${path}`;
    const query = new URLSearchParams();
    const headers = { Accept: '*/*', 'Accept-Language': this.getAttribute('lang') };
    for (const [parameter, { input }] of fields) {
      const value = input.value.trim();
      if (parameter.in === 'path') address = address.replace(`{${parameter.name}}`, encodeURIComponent(value));
      else if (value && parameter.in === 'query') query.set(parameter.name, value);
      else if (value && parameter.in === 'header') headers[parameter.name] = value;
    }
    if (query.size) address += `?${query}`;
    if (method !== 'get') headers['X-CSRF'] = document.querySelector('meta[name=csrf]')?.content ?? '';
    let body;
    if (text && text.value.trim()) {
      headers['Content-Type'] = type;
      body = text.value;
    } else if (file?.files.length) {
      body = new FormData();
      body.append('file', file.files[0]);
    }
    button.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(address, { method: method.toUpperCase(), headers, body, credentials: 'same-origin' });
      said.replaceChildren(...await this.told(method, address, answer));
    } catch {
      said.replaceChildren(el('p', { class: 'banner bad' }, this.t('failed')));
    }
    button.removeAttribute('aria-busy');
    said.focus({ preventScroll: true });
    said.scrollIntoView({ block: 'nearest' });
  }

  async told(method, address, answer) {
    const type = answer.headers.get('Content-Type') ?? '';
    const parts = [el('h3', {}, this.t('answer')),
      el('p', {}, el('span', { class: `tag ${answer.ok ? 'good' : 'bad'}` }, `${answer.status} ${answer.statusText}`), ' ', el('code', {}, `${method.toUpperCase()} ${address}`))];
    const headers = SHOWN.filter((it) => answer.headers.has(it)).map((it) => `${it}: ${answer.headers.get(it)}`);
    if (headers.length) parts.push(el('pre', {}, headers.join('\n')));
    if (type.includes('json')) {
      parts.push(el('pre', { tabindex: '0' }, JSON.stringify(JSON.parse(await answer.text()), null, 2)));
    } else if (answer.status !== 204) {
      const file = await answer.blob();
      parts.push(el('p', {}, `${type} · ${file.size.toLocaleString()} B`));
    }
    return parts;
  }
}

customElements.define('weir-api', Api);

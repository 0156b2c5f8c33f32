// Filters as they stand in addresses: RSQL. A node is {all: […]}, {any: […]}, {path, op, values},
// or {raw} for what the builder does not draw (a negation) and keeps as it is.
const comparators = ['=null=', '=out=', '=in=', '=gt=', '=ge=', '=lt=', '=le=', '==', '!=', '>=', '<=', '>', '<'];
const alias = { '>=': '=ge=', '<=': '=le=', '>': '=gt=', '<': '=lt=' };
const reserved = /["'();,=!~<>\s\\]/;

/** @throws SyntaxError with the place where the text stops making sense */
export function parse(text) {
  let at = 0;
  const fail = () => { throw new SyntaxError(`filter: character ${at + 1}`); };
  const space = () => { while (/\s/.test(text[at] ?? '')) at += 1; };

  function value() {
    space();
    const quote = text[at];
    if (quote === '"' || quote === "'") {
      let out = '';
      for (at += 1; text[at] !== quote; at += 1) {
        if (at >= text.length) fail();
        if (text[at] === '\\' && (text[at + 1] === quote || text[at + 1] === '\\')) at += 1;
        out += text[at] ?? fail();
      }
      at += 1;
      return out;
    }
    const start = at;
    while (at < text.length && !`"'();,`.includes(text[at])) at += 1;
    return text.slice(start, at).trim() || fail();
  }

  function condition() {
    space();
    const start = at;
    while (at < text.length && /[\w.-]/.test(text[at])) at += 1;
    const path = text.slice(start, at);
    if (!path) fail();
    space();
    const found = comparators.find((c) => text.startsWith(c, at));
    if (!found) fail();
    at += found.length;
    const op = alias[found] ?? found;
    space();
    if (text[at] !== '(') return { path, op, values: [value()] };
    at += 1;
    const values = [value()];
    space();
    while (text[at] === ',') { at += 1; values.push(value()); space(); }
    if (text[at] !== ')') fail();
    at += 1;
    return { path, op, values };
  }

  function one() {
    space();
    if (text[at] === '!') {
      const start = at;
      at += 1;
      one();
      return { raw: text.slice(start, at).trim() };
    }
    if (text[at] !== '(') return condition();
    at += 1;
    const inner = any();
    space();
    if (text[at] !== ')') fail();
    at += 1;
    return inner;
  }

  function row(sign, next, name) {
    const parts = [next()];
    space();
    while (text[at] === sign) { at += 1; parts.push(next()); space(); }
    return parts.length === 1 ? parts[0] : { [name]: parts };
  }
  const all = () => row(';', one, 'all');
  const any = () => row(',', all, 'any');

  if (!text?.trim()) return { all: [] };
  const node = any();
  space();
  if (at < text.length) fail();
  return node;
}

const quote = (v) => (v === '' || reserved.test(v) ? `"${v.replace(/[\\"]/g, '\\$&')}"` : v);

/** The text of a node; empty for a node without conditions. */
export function write(node, inside = '') {
  if (node.raw) return node.raw;
  if (node.path) {
    const { path, op, values } = node;
    return op === '=in=' || op === '=out=' ? `${path}${op}(${values.map(quote).join(',')})` : `${path}${op}${quote(values[0])}`;
  }
  const name = node.all ? 'all' : 'any';
  const parts = node[name].map((n) => write(n, name)).filter(Boolean);
  if (parts.length <= 1) {
    const only = node[name].find((n) => write(n));
    return only ? write(only, inside) : '';
  }
  const text = parts.join(name === 'all' ? ';' : ',');
  return inside && inside !== name ? `(${text})` : text;
}

// Serves the reference pages under the product's content security policy, with stand-ins for the endpoints the
// scripts call. node serve.mjs [port]
import http from 'node:http';
import fs from 'node:fs';
import path from 'node:path';
const root = path.resolve(new URL('../../..', import.meta.url).pathname);
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.mjs': 'text/javascript', '.svg': 'image/svg+xml', '.json': 'application/json' };
export const policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";
const fake = fs.existsSync(new URL('fake.mjs', import.meta.url)) ? (await import('./fake.mjs')).fake : () => false;
export const server = http.createServer(async (q, s) => {
  const u = new URL(q.url, 'http://x');
  s.setHeader('Content-Security-Policy', policy);
  s.setHeader('Cache-Control', 'no-store');
  if (u.pathname === '/') { s.writeHead(302, { location: '/src/test/pages/list.html' }); return s.end(); }
  if (await fake(q, s, u)) return;
  const f = path.join(root, decodeURIComponent(u.pathname));
  if (!f.startsWith(root + '/src/') || !fs.existsSync(f) || fs.statSync(f).isDirectory()) { s.writeHead(404, { 'content-type': 'text/plain' }); return s.end('not here: ' + u.pathname); }
  s.writeHead(200, { 'content-type': types[path.extname(f)] ?? 'application/octet-stream' });
  fs.createReadStream(f).pipe(s);
});
if (process.argv[1] === new URL(import.meta.url).pathname) server.listen(Number(process.argv[2] ?? 8200), '127.0.0.1');

// Another origin than the one of dist: a folder, served on a free port of this machine, with every header that a test wants.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = { '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm' };

/** Serves `folder`, and `pages` (path to text) before it. Gives the origin and how to end it. */
export async function serve(folder, { headers = {}, pages = {} } = {}) {
  const server = createServer(async ({ url }, reply) => {
    const path = normalize(decodeURIComponent(new URL(url, 'http://host').pathname)).replace(/\/$/, '/index.html');
    try {
      const body = pages[path] ?? await readFile(join(folder, path));
      reply.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'x-content-type-options': 'nosniff', ...headers });
      reply.end(body);
    } catch {
      reply.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such file here.');
    }
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }) };
}

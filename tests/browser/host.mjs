// A host of its own for a test: it gives what the server gives, unless the test lets a file change or fail. Playwright's
// routes do not reach the browser's own look for a new service worker.
import { createServer } from 'node:http';
import { test } from './page.mjs';

const KEPT = ['content-type', 'content-security-policy', 'cache-control'];

/** With `host`: `asked`, the files that were asked for, and `change(file, how)`, where `how` makes a body or a status of a body. */
export const hosted = test.extend({
  host: async ({}, use) => {
    const changes = new Map();
    const asked = [];
    const server = createServer(async ({ url }, reply) => {
      const file = url.slice(1).split('?')[0];
      asked.push(file);
      const answer = await fetch(new URL(url.slice(1), process.env.BASE_URL), { redirect: 'manual' });
      const body = Buffer.from(await answer.arrayBuffer());
      const changed = changes.get(file)?.(body.toString()) ?? body;
      for (const name of KEPT) if (answer.headers.has(name)) reply.setHeader(name, answer.headers.get(name));
      reply.statusCode = typeof changed === 'number' ? changed : answer.status;
      reply.end(typeof changed === 'number' ? '' : changed);
    });
    await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const address = `http://127.0.0.1:${server.address().port}/`;
    await use({ address, asked, change: (file, how) => changes.set(file, how) });
    server.closeAllConnections();
    await new Promise((resolve) => { server.close(resolve); });
  },
  baseURL: async ({ host }, use) => { await use(host.address); },
});

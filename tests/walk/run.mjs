// Runs the walk in every browser whose programs are named, and says in its last lines which were not walked through and why.
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { BROWSERS, missing } from './browsers.mjs';

for (const name of ['BASE_URL', 'DIST']) {
  if (!process.env[name]) throw new Error(`${name} is not set. Run the walk with: cargo xtask test --only walk`);
}

const files = [fileURLToPath(new URL('walk.test.mjs', import.meta.url))];
const tests = run({ files, concurrency: false });
tests.on('test:fail', () => { process.exitCode = 1; });
tests.compose(new spec()).pipe(process.stdout);
process.on('exit', () => {
  const skipped = BROWSERS.filter((browser) => missing(browser).length > 0);
  for (const browser of skipped) console.log(`Skipped: ${browser.name} (not set: ${missing(browser).join(', ')})`);
  console.log(`Walked through: ${BROWSERS.filter((browser) => !skipped.includes(browser)).map(({ name }) => name).join(', ') || 'no browser'}`);
});

// The forms that it comes in: the bundle, the one file, the frame, the examples, tables without script, the package.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CITIES, expect, failing, site, takeAlong, test } from './page.mjs';

const DIST = new URL('../../dist/', import.meta.url);
const shown = (page) => expect(page.locator('.cc-sentence').first()).toBeVisible();

test('the bundle is one script: it asks for nothing else, under a policy without connections', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await site(page, '<city-compare view="budgets"></city-compare><script src="city-compare.bundle.js"></script>', {
    policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data: blob:; connect-src 'none'",
  });
  await shown(page);
  await expect(page.locator('figure')).toBeVisible();
  expect(asked).toEqual(['/site.html', '/city-compare.bundle.js']);
});

for (const view of ['glance', 'visions', 'strategies', 'topics', 'budgets', 'sources']) {
  failing(`the one file, opened as a file with the network off: ${view}`, async ({ page, context }) => {
    const said = [];
    page.on('console', (message) => { if (message.type() === 'error') said.push(message.text()); });
    page.on('pageerror', (error) => said.push(error.message));
    await context.setOffline(true);
    await page.goto(`${pathToFileURL(fileURLToPath(new URL('city-compare.html', DIST))).href}#cc.view=${view}`);
    await shown(page);
    for (const name of CITIES) await expect(page.locator('.cc-chip-name', { hasText: name })).toBeVisible();
    if (view === 'budgets') {
      const [csv, png] = await page.locator('city-compare').evaluate(async (cc) => [cc.exportCsv(), (await cc.exportPng()).size]);
      expect(csv).toContain('광양');
      expect(png).toBeGreaterThan(10_000);
    }
    expect(said).toEqual([]);
  });
}

failing('the one file gives every export and prints, and is small enough for a stick', async ({ page, context }) => {
  await context.setOffline(true);
  const file = fileURLToPath(new URL('city-compare.html', DIST));
  expect(statSync(file).size).toBeLessThanOrEqual(1_600_000);
  await page.goto(`${pathToFileURL(file).href}#cc.view=budgets`);
  await shown(page);
  await takeAlong(page);
  for (const [name, ending] of [['CSV', 'csv'], ['JSON', 'json'], ['SVG', 'svg'], ['PNG', 'png']]) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: `${name} 내려받기`, exact: true }).click()]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
    expect(statSync(await download.path()).size).toBeGreaterThan(500);
  }
  const pdf = await page.pdf();
  expect(pdf.length).toBeGreaterThan(20_000);
});

failing('the bundle on a page that was opened as a file cannot read data beside it, and says so', async ({ page }) => {
  await page.goto(pathToFileURL(fileURLToPath(new URL('city-compare.html', DIST))).href);
  await shown(page);
  await page.locator('city-compare').evaluate((cc) => { cc.src = 'own.json'; });
  await expect(page.getByRole('alert')).toContainText(/파일로 열렸습니다|보안 정책/);
});

test('the example of a frame is as high as its content', async ({ page }) => {
  await page.goto('examples/iframe.html');
  const frame = page.locator('iframe');
  await expect(frame.contentFrame().locator('figure')).toBeVisible();
  const inner = () => frame.contentFrame().locator('city-compare').evaluate((cc) => Math.ceil(cc.getBoundingClientRect().height));
  await expect.poll(async () => Number(await frame.getAttribute('height')) - await inner()).toBe(0);
});

test('a frame takes no data from its address', async ({ page }) => {
  await page.goto('embed.html?src=https://evil.example/x.json&lang=en');
  await expect(page.locator('.cc')).toHaveAttribute('lang', 'en');
  expect(await page.locator('city-compare').getAttribute('src')).toBe(null);
});

for (const name of ['plain', 'strict-csp', 'two-instances', 'own-dataset', 'theming', 'no-script']) {
  test(`the example ${name} shows the comparison`, async ({ page }) => {
    await page.goto(`examples/${name}.html`);
    await shown(page);
    await expect(page.locator('city-compare [role=alert]')).toHaveCount(0);
  });
}

test('the example of one’s own data shows its two invented cities', async ({ page }) => {
  await page.goto('examples/own-dataset.html');
  await expect(page.locator('.cc-chip-name')).toHaveCount(2);
  await expect(page.locator('.cc')).not.toContainText('광양시');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('real tables stand in the page', async ({ page }) => {
    await page.goto('examples/no-script.html');
    await expect(page.getByRole('table')).toHaveCount(2);
    await expect(page.getByRole('table').first()).toContainText('광주, 대한민국 미래로!');
    await expect(page.getByRole('table').last()).toContainText('1조 1,602억');
  });
});

test('integrity.json holds the digest of every file, and the loader those of what it loads', async ({ request }) => {
  const digests = await (await request.get('integrity.json')).json();
  const loader = await (await request.get('city-compare.js')).text();
  const files = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((entry) => relative(fileURLToPath(DIST), join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'));
  expect(Object.keys(digests).sort()).toEqual(names.filter((name) => name !== 'integrity.json').sort());
  for (const name of names.filter((name) => name !== 'integrity.json')) {
    expect(digests[name], name).toBe(`sha384-${createHash('sha384').update(readFileSync(new URL(name, DIST))).digest('base64')}`);
  }
  const readme = readFileSync(new URL('README.md', DIST), 'utf8');
  expect(readme).toContain(`city-compare.js" integrity="${digests['city-compare.js']}" crossorigin="anonymous"></script>`);
  expect(readme).toContain(digests['city-compare.bundle.js']);
  expect(loader).toContain(digests['wasm/city-compare_bg.wasm']);
  expect(loader).toContain(digests['wasm/city-compare.js']);
});

test('the package names a version, and every file that it lists is there', async () => {
  const read = (name) => JSON.parse(readFileSync(new URL(name, DIST), 'utf8'));
  const { version, files, exports, types, customElements } = read('package.json');
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  const named = [...files, types, customElements, exports['./bundle'], exports['./react'].types, exports['.'].default];
  expect(named.filter((name) => !existsSync(new URL(name, DIST)))).toEqual([]);
});

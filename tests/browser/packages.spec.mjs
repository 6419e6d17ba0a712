// The npm package, packed from dist and installed: in a Vite app, in a page without a bundler, in React. `cargo xtask test`
// builds the apps (xtask/src/test/packages.rs) and says in PACKAGES where they are.
import { POLICY, expect, failing as test, watch } from './page.mjs';
import { serve } from './origin.mjs';

const shown = (page) => expect(page.locator('.cc-sentence').first()).toBeVisible();

/** Opens an app on an origin of its own, under the strict policy; nothing may complain, and no other host be asked. */
async function app(page, folder, look) {
  const site = await serve(`${process.env.PACKAGES}/${folder}`, { headers: { 'content-security-policy': POLICY } });
  const said = watch(page, [site.origin]);
  const asked = [];
  page.on('response', (response) => asked.push([response.status(), new URL(response.url()).pathname]));
  try {
    await page.goto(`${site.origin}/`);
    await shown(page);
    await look(asked);
    expect(asked.filter(([status]) => status !== 200)).toEqual([]);
    expect(said, 'the console and the network').toEqual([]);
  } finally {
    await site.close();
  }
}

test('a Vite build brings the module and its glue along, with their digests', async ({ page }) => {
  await app(page, 'vite/dist', async (asked) => {
    await expect(page.locator('figure')).toBeVisible();
    await expect(page.locator('.cc-chip-name')).toHaveText(['여수시', '광주광역시']);
    const paths = asked.map(([, path]) => path);
    expect(paths.filter((path) => /^\/assets\/city-compare_bg-[\w-]+\.wasm$/.test(path))).toHaveLength(1);
    expect(paths.filter((path) => /^\/assets\/city-compare-[\w-]+\.js$/.test(path)).length).toBeGreaterThan(0);
    // The parts that this view needs, under the names that the build gave them.
    for (const part of ['budgets', 'charts', 'dataset', 'evidence', 'shared']) {
      expect(paths.filter((path) => new RegExp(`^/assets/city-compare-${part}-[\\w-]+\\.wasm$`).test(path)), part).toHaveLength(1);
    }
  });
});

test('a page without a bundler takes the files as they are in node_modules', async ({ page }) => {
  await app(page, 'plain', async () => {
    await expect(page.locator('figure')).toBeVisible();
  });
});

test('an app that esbuild made, as Angular does, takes the bundle, and asks for no file but its own', async ({ page }) => {
  await app(page, 'esbuild', async (asked) => {
    await expect(page.locator('figure')).toBeVisible();
    expect(asked.map(([, path]) => path)).toEqual(['/', '/dist/main.js']);
  });
});

test('in React: attributes, properties and events; taken away and brought back', async ({ page }) => {
  await app(page, 'react/dist', async () => {
    await expect(page.locator('figure')).toBeVisible();
    await expect(page.locator('output')).toHaveText('ready ko');
    await expect(page.locator('.cc-chip-name')).toHaveText(['여수시', '광주광역시']);
    // A list as a property, while it is shown; the event of the change comes back.
    await page.getByRole('button', { name: '다른 도시', exact: true }).click();
    await expect(page.locator('.cc-chip-name')).toHaveText(['광양시', '경주시', '전주시']);
    // What the page sets is where a reader starts: the event tells the change, and nothing that differs from it.
    await expect(page.locator('output')).toHaveText('change');
    // An object as a property.
    await page.getByRole('button', { name: '우리 자료' }).click();
    await expect(page.locator('.cc-chip-name')).toHaveCount(2);
    await expect(page.locator('.cc')).not.toContainText('광양시');
    const kept = await page.locator('city-compare').elementHandle();
    await page.getByRole('button', { name: '닫기' }).click();
    await expect(page.locator('city-compare')).toHaveCount(0);
    await expect.poll(() => kept.evaluate((element) => element.shadowRoot.querySelector('.cc'))).toBe(null);
    await page.getByRole('button', { name: '열기' }).click();
    await shown(page);
    await expect(page.locator('.cc-chip-name')).toHaveCount(2);
    await expect(page.locator('output')).toHaveText('ready ko');
  });
});

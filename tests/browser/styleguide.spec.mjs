// The style guide shows the real style sheet and the real widget, under the strict policy, in both languages.
import { violations } from './access.mjs';
import { expect, failing as test } from './page.mjs';

const STATES = {
  visions: '.cc-panel',
  bars: '.cc-hit',
  parts: '.cc-legend li',
  table: '.cc-data [aria-sort="ascending"]',
  none: '.cc-empty',
  item: '.cc-item',
  problem: '.cc-problems',
  failure: '[role="alert"]',
};

for (const [lang, colorScheme, width] of [['ko', 'light', 1280], ['en', 'dark', 360]]) {
  test(`the style guide shows every state: ${lang}, ${colorScheme}, ${width} px`, async ({ page }) => {
    test.setTimeout(90_000);
    const said = [];
    page.on('console', (message) => { if (message.type() === 'error') said.push(message.text()); });
    page.on('pageerror', (error) => said.push(error.message));
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`examples/styleguide.html${lang === 'en' ? '?lang=en' : ''}`);
    for (const [id, shows] of Object.entries(STATES)) {
      await page.locator(`#${id}`).scrollIntoViewIfNeeded();
      await expect(page.locator(`#${id} ${shows}`).first(), id).toBeVisible();
    }
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    // Nothing but the dataset that is missing on purpose.
    expect(said.filter((line) => !line.includes('404'))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    // Eight widgets on a page have eight navigations of one name: said by axe's advice, and true of no site.
    expect((await violations(page)).filter((line) => !line.startsWith('landmark-'))).toEqual([]);
  });
}

test('the style guide reads every token of the style sheet, and their contrast is enough in both themes', async ({ page }) => {
  await page.goto('examples/styleguide.html');
  await expect(page.locator('[data-specimen=colours] table').first()).toBeVisible();
  const names = await page.locator('[data-specimen]').evaluateAll((all) => all.flatMap((host) => [...host.shadowRoot.querySelectorAll('code')].map((code) => code.textContent)));
  for (const token of ['--_text-sentence', '--_space-2', '--_target', '--_edge', '--city-4', '--part-7', '--rest']) expect(names).toContain(token);
  const low = await page.locator('[data-specimen=colours]').evaluateAll((all) => all.flatMap((host) => [...host.shadowRoot.querySelectorAll('tr')].map((row) => {
    const [name, value] = [row.querySelector('code').textContent, parseFloat(row.querySelector('.number').textContent)];
    const least = /ink|quiet|accent|warn/.test(name) ? 4.5 : /line|soft/.test(name) ? 1 : 3;
    return value >= least ? '' : `${host.getAttribute('theme')} ${name} ${value}`;
  }).filter(Boolean)));
  expect(low).toEqual([]);
  expect(await page.locator('#simulations .specimen').count()).toBe(10);
});

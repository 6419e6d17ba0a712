// axe finds nothing in any view, and what a keyboard needs is there. WCAG 2.2 A and AA.
import AxeBuilder from '@axe-core/playwright';
import { expect, fits, open, test } from './page.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const VIEWS = ['visions', 'strategies', 'budgets', 'sources'];

for (const [lang, colorScheme, width] of [['ko', 'light', 1280], ['en', 'dark', 360]]) {
  for (const view of VIEWS) {
    test(`axe finds nothing: ${view}, ${lang}, ${colorScheme}, ${width} px`, async ({ page }) => {
      test.setTimeout(90_000);
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await open(page, `cc.view=${view}`, lang);
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target} (${nodes.length})`)).toEqual([]);
    });
  }
}

test('at 320 px, which is 400 % zoom, nothing hangs over the page', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const view of VIEWS) {
    await open(page, `cc.view=${view}`);
    expect(await fits(page), view).toBe(true);
  }
});

test('the first stop of the keyboard skips to the comparison', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await expect(page.locator('.cc-skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.cc-main')).toBeFocused();
});

test('Escape closes the source of an item first, and only then the item; the focus goes back each time', async ({ page }) => {
  await open(page);
  const link = page.locator('[data-row=vision] [data-city=gwangju] a').first();
  await link.click();
  const item = page.locator('.cc-item');
  await expect(item).toBeFocused();
  const source = item.getByRole('button', { name: /근거/ }).first();
  await source.click();
  await expect(page.locator('.cc-panel')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('.cc-panel')).toHaveCount(0);
  await expect(item).toBeVisible();
  await expect(source).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(item).toHaveCount(0);
  await expect(link).toBeFocused();
});

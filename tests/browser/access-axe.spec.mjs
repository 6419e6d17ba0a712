// axe finds nothing: in every view, language, theme and width, and in what a reader opens.
import { STATES, VIEWS, unfold, violations } from './access.mjs';
import { expect, open, test } from './page.mjs';

test.use({ trace: 'off' });

for (const colorScheme of ['light', 'dark']) {
  for (const lang of ['ko', 'en']) {
    for (const width of [360, 1280]) {
      test(`axe finds nothing in any view: ${lang}, ${colorScheme}, ${width} px`, async ({ page }) => {
        test.setTimeout(90_000);
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        const all = {};
        for (const [view, whole] of Object.entries(VIEWS)) {
          await open(page, whole, lang);
          const says = await violations(page);
          if (says.length) all[view] = says;
        }
        expect(all).toEqual({});
      });
    }
  }
}

for (const [lang, colorScheme, width, states] of [
  ['ko', 'light', 360, ['outline', 'alike', 'cell', 'plan', 'item', 'search', 'folds']],
  ['en', 'dark', 1280, ['shares', 'years', 'figures', 'table', 'empty', 'cell', 'item', 'search', 'problem']],
]) {
  test(`axe finds nothing in what a reader opens: ${lang}, ${colorScheme}, ${width} px`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const all = {};
    for (const state of states) {
      await page.goto('about:blank'); // a change of the fragment alone would load nothing
      await open(page, STATES[state], lang);
      if (state === 'problem') await expect(page.getByRole('alert')).toBeVisible();
      if (state === 'item') await page.locator('.cc-item .cc-source').first().click();
      if (state === 'folds') await unfold(page);
      const says = await violations(page);
      if (says.length) all[state] = says;
    }
    expect(all).toEqual({});
  });
}

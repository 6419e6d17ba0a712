// Pages that forbid to read text as markup (Trusted Types), and pages that are XML.
import { POLICY, SCRIPT, expect, site, test } from './page.mjs';

const TRUSTED = `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'`;

test('under Trusted Types every view is drawn, with its charts, legends, items and sources', async ({ page }) => {
  await page.addInitScript(() => { window.violations = []; document.addEventListener('securitypolicyviolation', (event) => window.violations.push(`${event.violatedDirective} ${event.sample}`)); });
  await site(page, `${SCRIPT}<city-compare></city-compare>`, { policy: TRUSTED });
  await expect(page.locator('thead th')).toHaveCount(5);
  await page.locator('.cc-source').first().click();
  await expect(page.locator('.cc-panel')).toBeVisible();
  await page.getByRole('button', { name: '예산', exact: true }).click();
  await expect(page.locator('.cc-svg rect.cc-mark')).not.toHaveCount(0);
  const shows = [['도시의 돈을 보는 방법', ['분야별', '1인당', '계획과 집행', '전국에서', '연도별', '언론 보도']], ['내용', ['회계별', '분야별', '해마다']]];
  for (const [group, what] of shows.flatMap(([group, all]) => all.map((what) => [group, what]))) {
    await page.getByRole('group', { name: group }).getByRole('button', { name: what, exact: true }).click();
    await expect(page.locator('.cc-svg :is(.cc-mark, .cc-line)')).not.toHaveCount(0);
  }
  await page.getByRole('group', { name: '내용' }).getByRole('button', { name: '분야별', exact: true }).click();
  await expect(page.locator('.cc-legend svg.cc-key rect')).not.toHaveCount(0);
  await page.getByRole('button', { name: '전략', exact: true }).click();
  await expect(page.locator('.cc-svg rect')).not.toHaveCount(0);
  await page.getByRole('button', { name: '주제', exact: true }).click();
  await page.locator('.cc-columns .cc-link').first().click();
  await expect(page.locator('.cc-item')).toBeVisible();
  await page.getByRole('button', { name: '자료와 출처', exact: true }).click();
  await expect(page.locator('.cc-card').first()).toBeVisible();
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});

test('a drawing is of SVG, and its text is text', async ({ page }) => {
  await site(page, `${SCRIPT}<city-compare view="budgets"></city-compare>`);
  await expect(page.locator('.cc-svg')).toBeVisible();
  const spaces = await page.locator('.cc-svg').evaluate((svg) => [...new Set([svg, ...svg.querySelectorAll('*')].map((node) => node.namespaceURI))]);
  expect(spaces).toEqual(['http://www.w3.org/2000/svg']);
});

test('in a page that is XML, which takes no modules, the bundle works with all its controls', async ({ page }) => {
  await page.route('**/site.xhtml', (route) => route.fulfill({
    contentType: 'application/xhtml+xml',
    body: `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ko" lang="ko"><head><title>계획</title><link rel="icon" href="data:,"/></head>
      <body><city-compare></city-compare><script src="city-compare.bundle.js"></script></body></html>`,
  }));
  await page.goto('site.xhtml');
  await expect(page.locator('thead th')).toHaveCount(5);
  await page.getByRole('button', { name: '예산', exact: true }).click();
  await expect(page.locator('.cc-svg rect.cc-mark')).not.toHaveCount(0);
  await page.getByRole('button', { name: '언론 보도', exact: true }).click();
  await page.getByRole('combobox', { name: '연도' }).selectOption('2023');
  await page.getByRole('button', { name: '표로 보기' }).click();
  await expect(page.locator('.cc-data')).toBeVisible();
  await page.getByRole('searchbox').fill('청년');
  await expect(page.locator('.cc-hits li')).not.toHaveCount(0);
});

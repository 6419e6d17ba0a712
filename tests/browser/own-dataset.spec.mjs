// Data of the page's own: their own name, digest, notes and footer; seven cities, two of one name; and what is sound of them, whatever else is wrong.
import { createHash } from 'node:crypto';
import { SCRIPT, expect, site, test } from './page.mjs';
import { serveSeven } from './seven.mjs';

const own = (attributes = '') => `${SCRIPT}<city-compare src="seven.json" ${attributes}></city-compare>`;
const exported = (page, kind) => page.locator('city-compare').evaluate((cc, kind) => cc[`export${kind}`](), kind);
const chips = (page) => page.locator('.cc-chip-name');

test('exports, citation and footer carry the name and digest of these data and no others', async ({ page }) => {
  const body = await serveSeven(page, (dataset) => {
    for (const document of dataset.documents) if (document.kind === 'news_article' || document.kind === 'blog') document.kind = 'budget_report';
  });
  const hash = createHash('sha256').update(body).digest('hex');
  const built = createHash('sha256').update(await (await page.request.get(process.env.DATASET ?? 'dataset.json')).body()).digest('hex');
  await site(page, own('view="budgets" figure="press"'));
  await expect(page.locator('.cc-foot')).toHaveText(`일곱 도시 자료 7.0 · ${hash.slice(0, 12)}`);
  const [csv, json, svg] = [await exported(page, 'Csv'), await exported(page, 'Json'), await exported(page, 'Svg')];
  for (const text of [csv, json, svg]) {
    expect(text).toContain(hash);
    expect(text).not.toContain(built);
  }
  expect(svg).toContain('일곱 도시 자료 7.0');
  expect(svg).not.toContain('city-compare 자료');
  await expect(page.locator('.cc-notes')).toBeVisible();
  await expect(page.locator('.cc-notes')).not.toContainText('언론');
  await expect(page.locator('.cc-notes')).toContainText('물가를 반영하지 않은');
});

test('without a name they are the page’s own, never ours', async ({ page }) => {
  await serveSeven(page, (dataset) => { delete dataset.name; });
  await site(page, own('view="budgets"'));
  await expect(page.locator('.cc-foot')).toContainText('이 페이지의 자료 7.0');
  await expect(page.locator('.cc-foot')).not.toContainText('city-compare');
});

test('the sixth and seventh city: years, colours, chips and filters of their own', async ({ page }) => {
  await serveSeven(page);
  const year = (element) => element.getByRole('combobox', { name: '연도' });
  await site(page, own('cities="yeosu,junggu-seoul" view="budgets" year="2042" state="url"'));
  await expect(page.locator('.cc-problems')).toHaveCount(0);
  await expect(year(page)).toHaveValue('2042');
  const tones = await page.locator('.cc-cities .cc-chip').evaluateAll((all) => all.map((chip) => getComputedStyle(chip).borderInlineStartColor));
  expect(new Set(tones).size).toBe(2);
  const fills = await page.locator('.cc-svg rect.cc-mark').evaluateAll((all) => all.map((bar) => getComputedStyle(bar).fill));
  expect(new Set(fills).size).toBe(2);
  await page.goto('about:blank');
  await page.goto('site.html#cc.cities=junggu-busan,junggu-seoul&cc.view=strategies');
  await expect(chips(page)).toHaveText(['부산광역시 중구', '서울특별시 중구']);
  const departments = page.getByRole('combobox', { name: '담당 부서', exact: true });
  const some = await departments.locator('option').nth(1).getAttribute('value');
  await departments.selectOption(some);
  await page.reload();
  await expect(departments).toHaveValue(some);
  await expect(page.locator('.cc-problems')).toHaveCount(0);
});

test('two cities of one name are told apart everywhere, and by their ids in CSV', async ({ page }) => {
  await serveSeven(page);
  await site(page, own('cities="junggu-seoul,junggu-busan,yeosu" view="budgets"'));
  await expect(chips(page)).toHaveText(['서울특별시 중구', '부산광역시 중구', '여수시']);
  for (const name of ['서울특별시 중구', '부산광역시 중구']) await expect(page.getByRole('button', { name: `${name} 빼기` })).toHaveCount(1);
  const names = await page.locator('.cc-hit').evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label')));
  expect(new Set(names).size).toBe(names.length);
  const csv = await exported(page, 'Csv');
  expect(csv).toContain(',서울특별시 중구,junggu-seoul,');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(chips(page)).toHaveText(['Jung-gu, Seoul', 'Jung-gu, Busan', 'Yeosu']);
  await expect(page.getByRole('combobox', { name: 'Add a city' })).toBeVisible();
});

test('mistakes in rows leave out the rows: the rest is shown, and what is not is told by cause', async ({ page }) => {
  await serveSeven(page, ({ cities }) => {
    for (const at of [0, 1, 2]) cities[1].budgets[at].krw = 'much';
    cities[0].plan.items[0].title.ko = '첫ㆍ번째 "비전"';
    cities[2].plan.items[3].colour = 'blue';
  });
  await site(page, own());
  await expect(page.locator('thead th')).toHaveCount(5);
  const told = page.locator('.cc-problems li');
  await expect(told.first()).toContainText(/잘못된 곳을 \d+곳 찾았습니다/);
  await expect(told.filter({ hasText: 'cities[1].budgets[0].krw' })).toContainText(/같은 까닭으로 2곳이 더 있습니다: cities\[1\]\.budgets\[1\]\.krw/);
  await expect(told.filter({ hasText: 'colour' })).toHaveCount(1);
  await expect(told.last()).toContainText('글 1개를 바로잡아 읽었습니다');
  await page.getByRole('searchbox').fill('첫·번째');
  await expect(page.locator('.cc-hits')).toContainText('첫·번째 “비전”');
});

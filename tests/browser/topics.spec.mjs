// One topic over all cities: its plans, why a column is empty, the reader's own words, what is taken along.
import { VIEWS, violations } from './access.mjs';
import { CITIES, CITIES_EN, expect, fits, open, test } from './page.mjs';
import { readFile } from 'node:fs/promises';

const topic = (page, name) => page.locator('.cc-choices').getByRole('button', { name, exact: true });
const columns = (page) => page.locator('.cc-column');
const counts = async (page) => (await columns(page).locator('h4 strong').allInnerTexts()).map(Number);

/** The topics of the dataset: title, and how many plans of each city they hold. */
async function known(page) {
  const { topics, cities } = await (await page.request.get('dataset.json')).json();
  return topics.map(({ id, title, items }) => ({
    id, title, plans: cities.map(({ plan }) => plan.items.filter((item) => items.includes(item.id) && item.role === 'plan').length),
  }));
}

test('twelve topics; of each, every column counts the plans that the dataset names', async ({ page }) => {
  await open(page, VIEWS.topics);
  const all = await known(page);
  expect(all).toHaveLength(12);
  await expect(page.locator('.cc-main .cc-choice')).toHaveText(all.map(({ title }) => title.ko));
  await expect(topic(page, all[0].title.ko)).toHaveAttribute('aria-pressed', 'true');
  for (const { title, plans } of all) {
    await topic(page, title.ko).click();
    await expect(topic(page, title.ko)).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => counts(page), title.ko).toEqual(plans);
    const sum = plans.reduce((total, count) => total + count, 0);
    await expect(page.locator('.cc-sentence')).toHaveText(`${title.ko}: 5곳 가운데 ${plans.filter(Boolean).length}곳의 문서에 계획 ${sum}건이 있습니다.`);
    for (const [place, count] of plans.entries()) await expect(columns(page).nth(place).locator('.cc-list > li')).toHaveCount(count);
  }
});

for (const [lang, names] of [['ko', CITIES], ['en', CITIES_EN]]) {
  test(`a column without plans says why, and that of an article that it is one, ${lang}`, async ({ page }) => {
    await open(page, `${VIEWS.topics}&cc.topic=childcare`, lang);
    await expect(columns(page).locator('h4')).toHaveText(names.map((name) => new RegExp(`^${name} `)));
    for (const [place, count] of (await counts(page)).entries()) {
      const why = columns(page).nth(place).locator('.cc-none');
      if (count) await expect(why).toHaveCount(0);
      else await expect(why).toHaveText(lang === 'ko' ? '이 문서에는 없습니다. 신문 기사 한 편이라, 시가 하지 않는다는 뜻은 아닙니다.' : /article/);
    }
    expect(await counts(page)).toContain(0);
  });
}

test('own words: typed in the search field, they stand over the columns, which show what they find', async ({ page }) => {
  await open(page, VIEWS.topics);
  await page.getByRole('searchbox').fill('도서관');
  await expect(topic(page, '“도서관”')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.cc-sentence')).toContainText('도서관');
  await expect(page.locator('.cc-results'), 'no second list').toHaveCount(0);
  await expect.poll(() => counts(page).then((all) => Math.max(...all))).toBeGreaterThan(0);
  expect((await columns(page).locator('.cc-list > li').allTextContents()).some((text) => text.includes('도서관'))).toBe(true);
  await expect(page).toHaveURL(/cc\.q=/);
  await page.getByRole('searchbox').fill('가나다라마바사');
  await expect.poll(() => counts(page)).toEqual([0, 0, 0, 0, 0]);
  await expect(columns(page).locator('.cc-none')).toHaveCount(5);
  await topic(page, '청년').click();
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await expect(page.locator('.cc-sentence')).toContainText('청년');
  await expect(topic(page, '청년')).toHaveAttribute('aria-pressed', 'true');
});

test('a plan opens with the focus in it, and closes where it was; its source names document and line', async ({ page }) => {
  await open(page, VIEWS.topics);
  const link = columns(page).first().locator('.cc-list .cc-link').first();
  const title = await link.innerText();
  await link.press('Enter');
  const item = page.locator('.cc-item');
  await expect(item).toBeFocused();
  await expect(item.locator('h4')).toContainText(title);
  await page.keyboard.press('Escape');
  await expect(item).toHaveCount(0);
  await expect(link).toBeFocused();
  const source = columns(page).nth(1).locator('.cc-source').first();
  await source.press('Enter');
  await expect(columns(page).nth(1).locator('.cc-panel')).toBeFocused();
  await expect(columns(page).nth(1).locator('.cc-panel')).toContainText('번째 줄');
  await page.keyboard.press('Escape');
  await expect(source).toBeFocused();
});

test('the chart is one stop, and opens the sources of its squares', async ({ page }) => {
  await open(page, VIEWS.topics);
  const marks = page.locator('.cc-figure').first().locator('.cc-hit');
  await expect(marks).toHaveCount(5);
  await marks.first().focus();
  await page.keyboard.press('End');
  await expect(marks.last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.cc-panel')).toBeFocused();
});

test('the list is taken along as CSV: a row for each plan, with city, money, department and source', async ({ page }) => {
  await open(page, VIEWS.topics);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '목록 내려받기(CSV)' }).click()]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  const [, ...lines] = text.slice(1).trimEnd().split('\r\n');
  const sum = (await counts(page)).reduce((total, count) => total + count, 0);
  expect(lines).toHaveLength(sum);
  expect(text).toContain('여수시');
  expect(await page.locator('city-compare').evaluate((cc) => cc.exportCsv()), 'and by code').toBe(text);
  expect(await page.locator('city-compare').evaluate((cc) => cc.exportSvg())).toMatch(/<svg/);
});

test('what the plans state of money is said, and beside it what the whole field costs each resident', async ({ page }) => {
  await open(page, VIEWS.topics);
  await expect(page.locator('.cc-summary').filter({ hasText: '금액을 적은 문서' })).toHaveText('금액을 적은 문서: 광양시');
  const scale = page.locator('.cc-figure').last();
  await expect(scale.locator('h4')).toHaveText('복지에 드는 돈은 주민 1인당 얼마입니까?');
  await expect(scale.locator('.cc-caveat')).toContainText('아이 돌봄에 쓴 돈만이 아니라 복지 분야 전체의 금액입니다');
  await expect(scale.locator('.cc-hit')).toHaveCount(5);
  await scale.locator('.cc-hit').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.cc-panel')).toContainText('지방재정365');
});

test('a link shows its topic, going back leads to the view before, and the topic is as it was left', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: '주제', exact: true }).click();
  await topic(page, '청년').click();
  await expect(page).toHaveURL(/cc\.topic=/);
  await page.getByRole('button', { name: '예산', exact: true }).click();
  await expect(page.locator('figure')).toBeVisible();
  await page.goBack();
  await expect(topic(page, '청년')).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(page.locator('.cc-sentence')).toContainText('청년');
  await expect(topic(page, '청년')).toHaveAttribute('aria-pressed', 'true');
});

test('the heading is not said again by the summary', async ({ page }) => {
  await open(page, VIEWS.topics);
  const said = await page.locator('.cc-sentence').innerText();
  await expect(page.locator('.cc-summary').filter({ hasText: said })).toHaveCount(0);
});

for (const lang of ['ko', 'en']) {
  for (const width of [360, 1280]) {
    test(`axe finds nothing in a topic and in own words, ${lang}, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await open(page, `${VIEWS.topics}&cc.topic=tourism`, lang);
      expect(await violations(page)).toEqual([]);
      await page.goto('about:blank');
      await open(page, `${VIEWS.topics}&cc.q=${encodeURIComponent('도서관')}`, lang);
      expect(await violations(page)).toEqual([]);
    });
  }
}

test('from 320 to 1280 px nothing is wider than the window', async ({ page }) => {
  await open(page, VIEWS.topics);
  for (const width of [320, 360, 480, 640, 768, 1024, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => fits(page), `${width} px`).toBe(true);
  }
});

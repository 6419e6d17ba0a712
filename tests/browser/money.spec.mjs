// Official figures of the cities' money: what stands there first, what its sentence, marks, tables and files say, and what a reader can choose.
import { CITIES, CITIES_EN, SCRIPT, expect, fits, open, site, test } from './page.mjs';
import { serveSeven } from './seven.mjs';

const VIEW = 'cc.view=budgets';
const heading = (page) => page.locator('.cc-sentence');
const summary = (page) => page.locator('.cc-figure .cc-summary');
const marks = (page) => page.locator('.cc-hit');
const drawn = (page) => page.locator('.cc-drawing svg');
const basis = (page) => page.getByRole('combobox', { name: /^(연도와 단계|Year and stage)$/ });
const choice = (page, name) => page.locator('.cc-choices').getByRole('button', { name, exact: true });

/** The shown figure's export: an object for each mark. */
async function exported(page) {
  const csv = await page.locator('city-compare').evaluate((cc) => cc.exportCsv());
  const [head, ...rows] = csv.replace(/^\uFEFF/, '').trimEnd().split('\r\n').map((row) => row.match(/("([^"]|"")*"|[^,]*)(,|$)/g)
    .map((cell) => cell.replace(/,$/, '').replace(/^"(.*)"$/s, '$1').replaceAll('""', '"')));
  return rows.map((row) => Object.fromEntries(head.map((name, place) => [name, row[place]])));
}

/** What is drawn over the rows of squares: the city, the lit field with share and amount. */
const rows = async (page) => drawn(page).locator('text').evaluateAll((all) => all.map((text) => text.textContent));

for (const [lang, names, title, lit] of [
  ['ko', CITIES, '시 살림이 10만 원이라면 어디에 쓸까요?', /^복지 \d+\.\d% · (\d조 )?[\d,]+억$/],
  ['en', CITIES_EN, 'If the city\'s money were 100,000 won, where would it go?', /^Welfare \d+\.\d% · ₩[\d.]+ (b|tr)illion$/],
]) {
  test(`at first all five stand beside each other, of one year, stage and account, ${lang}`, async ({ page }) => {
    await open(page, VIEW, lang);
    await expect(heading(page)).toHaveText(title);
    await expect(page.locator('.cc-figure h4'), 'the heading is not said twice').toHaveCount(0);
    await expect(drawn(page)).toBeVisible();
    const texts = await rows(page);
    for (const name of names) expect(texts).toContain(name);
    expect(texts.filter((text) => lit.test(text)), texts.join()).toHaveLength(5);
    const all = await exported(page);
    expect(new Set(all.map((row) => row.city))).toEqual(new Set(names));
    expect(new Set(all.map((row) => [row.fiscal_year, row.stage, row.account].join(' '))).size).toBe(1);
    expect(all.every((row) => row.status === 'stated')).toBe(true);
    await expect(page.locator('.cc-basis')).toHaveText(lang === 'ko' ? '2025년 · 지출액 · 일반회계' : '2025 · spent · general account');
  });
}

test('the question of welfare is answered: the sentence and every row name share and amount', async ({ page }) => {
  await open(page, VIEW);
  await expect(summary(page)).toHaveText('2025년 지출액(일반회계)에서 사회복지의 비율이 가장 높은 곳은 5곳 가운데 전주시이며 42.1%(1조 1,011억 원)입니다.');
  const lit = (await rows(page)).filter((text) => text.startsWith('복지'));
  expect(lit).toEqual(['복지 33.9% · 5,597억', '복지 29.9% · 3,071억', '복지 26.8% · 5,307억', '복지 42.1% · 1조 1,011억', '복지 40.9% · 2조 7,520억']);
});

test('a mark opens its source: the ministry’s table, and the public copy that was read', async ({ page }) => {
  await open(page, VIEW);
  const mark = page.getByRole('button', { name: /^전주시, 복지, 사십이 점 일 퍼센트/ });
  await mark.focus();
  await expect(page.locator('.cc-readout')).toContainText('전주시');
  await expect(page.locator('.cc-readout')).toContainText('42.1%');
  await page.keyboard.press('Enter');
  const panel = page.locator('.cc-panel');
  await expect(panel).toBeFocused();
  await expect(panel).toContainText('지방재정365');
  await expect(panel).toContainText('공개 사본');
  await expect(panel.locator('a').first()).toHaveAttribute('href', /^https:\/\/github\.com\/.+\/blob\/[0-9a-f]{40}\//);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(mark).toBeFocused();
});

test('another field is lit: sentence, rows and link follow, and the focus stays', async ({ page }) => {
  await open(page, VIEW);
  const before = await summary(page).textContent();
  await choice(page, '버스·교통').click();
  await expect(choice(page, '버스·교통')).toBeFocused();
  await expect(choice(page, '버스·교통')).toHaveAttribute('aria-pressed', 'true');
  await expect(choice(page, '복지')).toHaveAttribute('aria-pressed', 'false');
  await expect(summary(page)).toContainText('교통');
  expect(await summary(page).textContent()).not.toBe(before);
  expect((await rows(page)).filter((text) => text.startsWith('버스·교통'))).toHaveLength(5);
  await expect(page).toHaveURL(/cc\.lit=120/);
  await page.reload();
  await expect(choice(page, '버스·교통')).toHaveAttribute('aria-pressed', 'true');
});

test('a year and stage that one city lacks: its row stays and says why, and one press shows what all five have', async ({ page }) => {
  await open(page, VIEW);
  const some = basis(page).locator('option', { hasText: '5곳 가운데 4곳' });
  await expect(some).toHaveText(/^2026년 당초예산/);
  await basis(page).selectOption({ label: await some.textContent() });
  await expect(page.locator('.cc-basis')).toContainText('2026년 · 당초예산');
  expect(await rows(page)).toContain('광주광역시');
  expect((await rows(page)).filter((text) => /^복지 \d/.test(text))).toHaveLength(4);
  const told = page.locator('.cc-controls .cc-caveat');
  await expect(told).toContainText('광주광역시');
  await expect(told).toContainText('광역자치단체가 들어 있지 않아');
  await told.getByRole('button', { name: /^\d{4}년 .+: 5곳 모두$/ }).click();
  await expect(told).toHaveCount(0);
  expect((await rows(page)).filter((text) => /^복지 \d/.test(text))).toHaveLength(5);
});

for (const [figure, title] of [
  ['blocks', '시 살림이 10만 원이라면 어디에 쓸까요?'], ['fields', '분야마다 어느 도시가 더 씁니까?'], ['per_resident', '주민 1인당 예산은 얼마입니까?'],
  ['stages', /^\d{4}년, 처음 짠 예산과 실제 쓴 돈은 얼마나 다릅니까\?$/], ['peers', '전국의 자치단체 사이에서는 어디쯤입니까?'], ['years', '해마다 얼마를 썼습니까?'],
]) {
  test(`the figure ${figure} has its question, an answer, a chart, a table and a file of the same marks`, async ({ page }) => {
    await open(page, `${VIEW}&cc.figure=${figure}`);
    await expect(heading(page)).toHaveText(title);
    await expect(summary(page)).toHaveText(/니다(\([^()]*\))?\.$/);
    await expect(drawn(page)).toBeVisible();
    for (const city of CITIES) await expect(drawn(page)).toContainText(city);
    const all = await exported(page);
    await expect(marks(page)).toHaveCount(all.length);
    for (const city of CITIES) expect(all.map((row) => row.city)).toContain(city);
    expect(all.every((row) => row.documents && /^https:\/\/github\.com\//.test(row.urls))).toBe(true);
    await expect(page.locator('.cc-sources')).toContainText('공개 사본');
    await page.getByRole('button', { name: '표로 보기' }).click();
    const cells = await page.locator('.cc-data tbody').innerText();
    for (const row of all) expect(cells).toContain(row.label);
    await expect(page.locator('.cc-data caption')).toContainText(await heading(page).innerText());
  });
}

test('per resident: the amounts are those that the ministry publishes, in both languages', async ({ page }) => {
  await open(page, `${VIEW}&cc.figure=per_resident`);
  expect((await exported(page)).map((row) => [row.city_id, Number(row.value), row.unit])).toEqual([
    ['yeosu', 5_145_000, 'won_per_resident'], ['gwangyang', 6_328_000, 'won_per_resident'], ['gyeongju', 7_310_000, 'won_per_resident'],
    ['jeonju', 3_909_000, 'won_per_resident'], ['gwangju', 4_505_000, 'won_per_resident'],
  ]);
  await expect(summary(page)).toContainText('경주시');
  await expect(marks(page).first()).toHaveAccessibleName(/^여수시, .*오백십사만 오천 원/);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(summary(page)).toContainText('Gyeongju');
  await expect(drawn(page)).toContainText('₩7.31 million');
});

test('the order of the fields and the prices are choices that a link restores', async ({ page }) => {
  await open(page, `${VIEW}&cc.figure=fields`);
  const first = async () => (await exported(page))[0].category;
  expect(await first()).toBe('복지');
  await choice(page, '분야 번호 순').click();
  await expect.poll(first).toBe('시청 살림·민원');
  await expect(choice(page, '분야 번호 순')).toHaveAttribute('aria-pressed', 'true');
  await choice(page, '연도별').click();
  const prices = page.locator('.cc-choices').getByRole('button', { name: /^\d{4}년 물가로$/ });
  const nominal = (await exported(page)).map((row) => row.value);
  await prices.click();
  await expect(prices).toHaveAttribute('aria-pressed', 'true');
  expect((await exported(page)).map((row) => row.value)).not.toEqual(nominal);
  await expect(page).toHaveURL(/cc\.real=yes/);
  await page.reload();
  await expect(prices).toHaveAttribute('aria-pressed', 'true');
  await expect(heading(page)).toHaveText('해마다 얼마를 썼습니까?');
});

test('the figure is an attribute and a property, and a wrong one is told', async ({ page }) => {
  await site(page, `${SCRIPT}<city-compare view="budgets" figure="per_resident"></city-compare>`);
  await expect(heading(page)).toHaveText('주민 1인당 예산은 얼마입니까?');
  const element = page.locator('city-compare');
  expect(await element.evaluate((cc) => cc.figure)).toBe('per_resident');
  await element.evaluate((cc) => { cc.figure = 'peers'; });
  await expect(heading(page)).toHaveText('전국의 자치단체 사이에서는 어디쯤입니까?');
  await expect(element).toHaveAttribute('figure', 'peers');
  await element.evaluate((cc) => { cc.figure = null; });
  await expect(heading(page)).toHaveText('시 살림이 10만 원이라면 어디에 쓸까요?');
  await element.evaluate((cc) => { cc.figure = 'all'; });
  await expect(page.getByRole('alert')).toContainText('figure');
  await expect(heading(page)).toHaveText('시 살림이 10만 원이라면 어디에 쓸까요?');
});

test('back leads to the view before, and the figure is as it was left', async ({ page }) => {
  await open(page, 'cc.view=sources');
  await page.getByRole('button', { name: '예산', exact: true }).click();
  await choice(page, '1인당').click();
  await expect(page).toHaveURL(/cc\.figure=per_resident/);
  await page.getByRole('button', { name: '주제', exact: true }).click();
  await expect(page.locator('.cc-columns')).toBeVisible();
  await page.goBack();
  await expect(heading(page)).toHaveText('주민 1인당 예산은 얼마입니까?');
  await expect(choice(page, '1인당')).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await expect(page.locator('.cc-glossary')).toBeVisible();
});

test('links and code of version 0.1, which knew the press alone, show what they showed', async ({ page }) => {
  for (const old of ['cc.unit=per_resident', 'cc.what=years', 'cc.year=2023', 'cc.strict=yes']) {
    await page.goto('about:blank');
    await open(page, `${VIEW}&${old}`);
    await expect(choice(page, '언론 보도'), old).toHaveAttribute('aria-pressed', 'true');
    await expect(heading(page), old).toContainText('본예산');
    await expect(page.locator('.cc-problems'), old).toHaveCount(0);
  }
  await site(page, `${SCRIPT}<city-compare view="budgets" year="2024"></city-compare>`);
  await expect(page.getByRole('combobox', { name: '연도' })).toHaveValue('2024');
});

test('two cities: both are named with their shares, and none is called the highest', async ({ page }) => {
  for (const [lang, names, highest] of [['ko', ['여수시', '전주시'], '가장'], ['en', ['Yeosu', 'Jeonju'], 'highest']]) {
    await page.goto('about:blank');
    await open(page, `${VIEW}&cc.cities=yeosu,jeonju&cc.lang=${lang}`);
    await expect(summary(page)).toHaveText(new RegExp(names.map((name) => `${name} \\d+\\.\\d%`).join('.*')));
    await expect(summary(page)).not.toContainText(highest);
    expect(new Set((await exported(page)).map((row) => row.city))).toEqual(new Set(names));
  }
});

test('a dataset without official figures shows those of the press, and offers no others', async ({ page }) => {
  await serveSeven(page, (dataset) => { delete dataset.official; });
  await site(page, `${SCRIPT}<city-compare src="seven.json" view="budgets"></city-compare>`);
  await expect(drawn(page)).toContainText('광주광역시');
  await expect(page.locator('.cc-choice')).toHaveText(['언론 보도', '계획 사업', '주요 수치']);
  await expect(page.getByRole('combobox', { name: '연도' })).toBeVisible();
});

for (const lang of ['ko', 'en']) {
  test(`on a phone all five strips stand on the first screen, in letters that can be read, ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await open(page, VIEW, lang);
    await expect(drawn(page)).toBeVisible();
    expect((await marks(page).first().boundingBox()).y, 'the first row').toBeLessThanOrEqual(480);
    const last = await marks(page).last().boundingBox();
    expect(last.y + last.height, 'the last row').toBeLessThanOrEqual(780);
    const sizes = await drawn(page).locator('text').evaluateAll((all) => all.map((text) => Number.parseFloat(getComputedStyle(text).fontSize)));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(13);
  });
}

test('on a phone the first row begins on the first screen, and rows of choices are walked by keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await open(page, VIEW);
  expect(await fits(page)).toBe(true);
  expect((await marks(page).first().boundingBox()).y, 'the first row').toBeLessThan(480);
  for (const row of await page.locator('.cc-choices').all()) {
    const buttons = row.getByRole('button');
    await buttons.first().focus();
    for (let at = 1; at < await buttons.count(); at += 1) {
      await page.keyboard.press('Tab');
      await expect(buttons.nth(at)).toBeFocused();
      const { x, width } = await buttons.nth(at).boundingBox();
      expect(x, `${at} begins in the window`).toBeGreaterThanOrEqual(0);
      expect(x + width, `${at} ends in the window`).toBeLessThanOrEqual(360);
    }
  }
});

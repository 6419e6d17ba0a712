// Budgets of press reports and plans on the complete dataset: what a chart says, what it admits, and that no grouping invents or loses money.
import { expect, open, test } from './page.mjs';

const marks = (page) => page.locator('.cc-hit');
const mark = (page, name) => marks(page).and(page.getByRole('button', { name }));
const notes = (page) => page.locator('.cc-notes');
const drawn = (page) => page.locator('.cc-drawing svg');
const segment = (page, name) => page.getByRole('button', { name, exact: true });
const unfold = (page) => notes(page).locator('summary').click();

/** The shown figure's export: an object for each mark. */
async function exported(page) {
  const csv = await page.evaluate(() => document.querySelector('city-compare').exportCsv());
  const [head, ...rows] = csv.replace(/^\uFEFF/, '').trimEnd().split('\r\n').map((row) => {
    const cells = row.match(/("([^"]|"")*"|[^,]*)(,|$)/g).map((cell) => cell.replace(/,$/, '').replace(/^"(.*)"$/s, '$1').replaceAll('""', '"'));
    return cells;
  });
  return rows.map((row) => Object.fromEntries(head.map((name, place) => [name, row[place]])));
}

const sum = (rows) => rows.reduce((total, row) => total + Number(row.value), 0);

/** The texts of the data table, row by row, without source buttons. */
async function table(page) {
  return page.locator('.cc-data tbody tr').evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => {
    const copy = cell.cloneNode(true);
    for (const button of copy.querySelectorAll('button')) button.remove();
    return copy.textContent.replace(/\s+/g, ' ').trim();
  })));
}

test('totals: the sentence names the largest and the smallest, and that the years differ', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press');
  await expect(page.locator('.cc-summary')).toContainText('광양시 1조 1,602억 5,660만 원에서 광주광역시 5조 7,124억 원까지입니다.');
  await expect(page.locator('.cc-summary')).toContainText('회계연도가 서로 달라 배수는 계산하지 않았습니다.');
  await expect(notes(page)).toContainText('도시마다 연도가 다릅니다: 여수시 2022년도');
  await expect(notes(page)).toContainText('광주광역시 2020년도');
  await expect(marks(page)).toHaveCount(5);
});

test('per resident: the amount is the total by the named population, and the population has its source', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press');
  await segment(page, '주민 1인당').click();
  await expect(segment(page, '주민 1인당')).toBeFocused();
  await expect(notes(page)).toContainText('여수시 주민 280,242명(2020년 12월 31일)');
  await expect(notes(page)).toContainText('광양시 주민 150,531명(2021년 12월 31일)');
  const rows = await exported(page);
  expect(Math.round(Number(rows[0].value))).toBe(Math.round(1_371_200_000_000 / 280_242));
  expect(rows.every((row) => row.unit === 'won_per_resident')).toBe(true);
  const note = notes(page).locator('li').filter({ hasText: '주민등록 인구로 나누었습니다' });
  await unfold(page);
  await note.getByRole('button').click();
  await expect(page.locator('.cc-panel')).toContainText('28만242명');
});

test('accounts: general and special accounts stand one on the other', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press');
  await segment(page, '회계별').click();
  await expect(page.locator('.cc-legend')).toContainText('일반회계');
  await expect(page.locator('.cc-legend')).toContainText('특별회계');
  await expect(mark(page, /^광주광역시, 일반회계, 사조 오천육백칠십삼억 원/)).toBeVisible();
  await expect(mark(page, /^광주광역시, 특별회계, 일조 천사백오십일억 원/)).toBeVisible();
  await expect(drawn(page)).toContainText('5조 7,124억');
  await expect(notes(page)).toContainText('예산안(의회에 낸 것)과 확정 예산이 섞여 있습니다');
});

test('fields: merged fields stay merged, as amounts and as shares that make the whole', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press&cc.what=fields');
  await expect(mark(page, /여수시, 사회복지 \+ 보건, 사천팔백구십구억 원|사회복지 \+ 보건.*여수시.*사천팔백구십구억 원/)).toHaveCount(1);
  await expect(notes(page)).toContainText('바탕이 되는 회계가 다릅니다');
  await segment(page, '비중').click();
  await expect(page.locator('.cc-sentence')).toHaveText('본예산의 분야별 비중');
  await expect(page.locator('.cc-legend')).toContainText('나뉘지 않은 나머지');
  const rows = await exported(page);
  for (const city of new Set(rows.map((row) => row.city))) {
    const of = rows.filter((row) => row.city === city && row.status === 'stated');
    expect(Math.abs(sum(of) - 100), `${city} ${sum(of)}`).toBeLessThan(0.6);
  }
  await segment(page, '전체').click();
  await expect(page.getByRole('button', { name: '비중', exact: true })).toHaveCount(0);
});

test('years: a line for each city, what was not found said, proposals told apart', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press');
  await segment(page, '해마다').click();
  await expect(drawn(page)).toContainText('2조 4,458억 (2023)');
  await expect(drawn(page)).toContainText('여수시 2018–2021: 자료에 없음');
  await expect(notes(page)).toContainText('예산안(의회에 낸 것)과 확정 예산이 섞여 있습니다');
  await expect(mark(page, /^여수시, 2025년, 일조 사천팔백이십오억 원, 예산안/)).toBeVisible();
  await expect(page.getByRole('combobox', { name: '연도' })).toBeHidden();
  await page.getByRole('button', { name: '표로 보기' }).click();
  const rows = await table(page);
  expect(rows.map((row) => row[0])).toEqual(['2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025']);
  expect(rows[0][1]).toBe('자료에 없음');
  expect(rows[4][1]).toBe('1조 3,712억 원 확정');
});

test('years: where two sources disagree, the line does not settle it silently', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press&cc.what=years');
  // Yeosu 2024 and Jeonju 2021 have two adopted totals each.
  await expect(page.locator('figure')).toContainText(/여수시 2024년도: 출처마다|1조 4,574억|14,574/);
  await expect(page.locator('figure')).toContainText(/전주시 2021년도: 출처마다|2조 371억|20,371/);
});

test('two sources that disagree are both drawn, and the contradiction stands beside them with its sum', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press&cc.year=2024');
  await expect(drawn(page)).toContainText('1조 4,577억');
  await expect(drawn(page)).toContainText('1조 4,574억');
  await expect(mark(page, /^여수시/)).toHaveCount(2);
  const note = notes(page).locator('li').filter({ hasText: '14,577 − 14,574 = 3' });
  await expect(note).toContainText('여수시 2024년도');
  await unfold(page);
  const source = note.getByRole('button', { name: /근거 보기/ });
  await source.click();
  await expect(page.locator('.cc-panel')).toBeFocused();
  await expect(page.locator('.cc-panel')).toContainText('프레시안');
  await page.keyboard.press('Escape');
  await expect(source).toBeFocused();
});

test('only the same year and stage: the rest is named, not drawn', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press');
  await page.getByRole('checkbox', { name: '같은 해·같은 단계만 비교' }).check();
  const rows = await exported(page);
  const stated = rows.filter((row) => row.status === 'stated');
  expect(new Set(stated.map((row) => `${row.fiscal_year} ${row.stage}`))).toEqual(new Set(['2022 initial']));
  expect(stated.map((row) => row.city)).not.toContain('광주광역시');
  await expect(notes(page)).toContainText('광주광역시: 2022년도 본예산을 찾지 못했습니다.');
  await expect(notes(page)).not.toContainText('도시마다 연도가 다릅니다');
  await expect(page).toHaveURL(/cc\.strict=yes/);
});

test('the year that is chosen is used, and the place on the page is kept', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press');
  const year = page.getByRole('combobox', { name: '연도' });
  await expect(year).toHaveValue('2022');
  await page.evaluate(() => scrollTo(0, 200));
  await year.focus();
  const before = await page.evaluate(() => scrollY);
  await year.selectOption('2023');
  await expect(drawn(page)).toContainText('1조 8,450억');
  await expect(year).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test('plan projects: no grouping makes or loses money', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.budgets=plan');
  const totals = {};
  for (const [name, label] of [['사업', '스마트 하수관로 선도사업'], ['부서', '하수도과'], ['과제 묶음', null], ['분야', '공공질서 및 안전 + 환경']]) {
    await segment(page, name).click();
    await expect(segment(page, name)).toBeFocused();
    const rows = (await exported(page)).filter((row) => row.status === 'stated');
    totals[name] = sum(rows);
    if (label) await expect(drawn(page)).toContainText(label);
  }
  expect(new Set(Object.values(totals)).size, JSON.stringify(totals)).toBe(1);
  await segment(page, '연도').click();
  await expect(drawn(page)).toContainText('2023년도');
  await expect(page.locator('.cc-summary')).toContainText('2023년도가 189억 원으로 가장 많고');
  await expect(page.getByRole('combobox', { name: '연도' })).toBeHidden();
});

test('plan projects of one year: what states no amount for it is counted', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.budgets=plan');
  await page.getByRole('combobox', { name: '연도' }).selectOption('2022');
  await expect(notes(page)).toContainText(/2022년도 금액이 적히지 않은 사업 \d+건은 빠져 있습니다/);
  await expect(drawn(page)).toContainText('스마트 하수관로 선도사업');
  await expect(drawn(page)).toContainText('140억');
  await expect(drawn(page)).not.toContainText('성인문해교실');
});

test('비예산, not stated and stated are three things, in chart, table and export', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.budgets=plan');
  const rows = await exported(page);
  const none = rows.filter((row) => row.status === 'non_budget');
  expect(none).toHaveLength(7);
  expect(none.every((row) => row.value === '' && row.label === '비예산')).toBe(true);
  expect(rows.filter((row) => row.status === 'stated').every((row) => Number(row.value) > 0)).toBe(true);
  await expect(page.locator('.cc-summary')).toContainText('비예산은 7개');
  await expect(notes(page)).toContainText('금액이 적힌 것 32건, 비예산 7건, 적혀 있지 않은 것 0건');
  await expect(notes(page)).toContainText('경주시의 문서에는 사업 예산이 적혀 있지 않습니다.');
  await page.getByRole('button', { name: '표로 보기' }).click();
  const row = (await table(page)).find((row) => row[0].startsWith('아기 주민등록증'));
  expect(row).toContain('비예산');
  expect(row.join()).not.toMatch(/\d원|0원/);
});

test('a project without a budget is not said to have an unknown source of money', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.budgets=plan');
  await expect(mark(page, /아기 주민등록증.*비예산/)).toHaveAccessibleName(/^(?!.*재원 미상)/);
});

test('a bar of the plans names its city, to the eye, to the ear and in the export', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.budgets=plan');
  for (const grouping of ['사업', '부서']) {
    await segment(page, grouping).click();
    expect(new Set((await exported(page)).map((row) => row.city)), grouping).toEqual(new Set(['광양시']));
    await marks(page).first().focus();
    await expect(page.locator('.cc-readout'), grouping).toContainText('광양시');
    await expect(marks(page).first(), grouping).toHaveAccessibleName(/광양시/);
  }
});

test('a project’s money is told by source, what is left of it as unknown', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.budgets=plan');
  await expect(mark(page, /스마트 하수관로 선도사업, 국비, 이백삼십억 오천팔백만 원/)).toBeVisible();
  await expect(mark(page, /고3 운전면허 취득지원, 재원 미상, 이억 오천만 원/)).toHaveCount(1);
  const note = notes(page).locator('li').filter({ hasText: '14,000 + 18,900 = 32,900 ≠ 32,940 = 23,058 + 9,882' });
  await unfold(page);
  await note.locator('.cc-source').click();
  await expect(page.locator('.cc-panel')).toContainText('번째 줄');
});

test('cities whose documents state no amounts get sentences, not an empty chart', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.budgets=plan&cc.cities=yeosu,gwangju');
  await expect(drawn(page)).toHaveCount(0);
  await expect(page.locator('.cc-empty')).toContainText('고른 조건에 맞는 금액이 없습니다.');
  for (const city of ['여수시', '광주광역시']) await expect(notes(page)).toContainText(`${city}의 문서에는 사업 예산이 적혀 있지 않습니다.`);
  await expect(page.locator('.cc-sentence')).toContainText('2곳 가운데 0곳');
  await segment(page, '주요 수치').click();
  await expect(drawn(page)).toHaveCount(0);
  await expect(page.locator('.cc-empty')).toBeVisible();
});

test('a year that no city has a budget for gets a sentence and a way out', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press&cc.year=1999&cc.strict=yes');
  await expect(page.getByRole('alert')).toContainText('year=1999');
  await expect(drawn(page)).toBeVisible();
  await page.getByRole('combobox', { name: '연도' }).selectOption('2025');
  await expect(drawn(page)).toContainText('2025년도');
  await expect(notes(page)).toContainText('광양시: 2025년도 본예산을 찾지 못했습니다.');
});

test('headline figures stand apart from budgets and say that they are none', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.budgets=figures');
  await expect(page.locator('.cc-sentence')).toContainText('문서가 내세운 금액');
  await expect(notes(page)).toContainText('예산이 아니며, 예산과 더하지 않습니다');
  await expect(drawn(page)).toContainText('투자유치 목표');
  await expect(drawn(page)).toContainText('1조 5,000억');
  const figures = (await exported(page)).map((row) => row.category);
  await segment(page, '계획 사업').click();
  const projects = (await exported(page)).map((row) => row.category);
  expect(projects.filter((name) => figures.includes(name))).toEqual([]);
});

test('the pointer, the focus and a touch show value, city, year and source', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press');
  const readout = page.locator('.cc-readout');
  await expect(readout).toContainText('막대나 점을 누르면');
  await marks(page).nth(1).hover();
  await expect(readout).toContainText('광양시');
  await expect(readout).toContainText('1조 1,602억 5,660만 원');
  await expect(readout).toContainText('2022');
  await expect(readout).toContainText('확정');
  await expect(readout).toContainText('지구환경뉴스');
  await marks(page).first().focus();
  await expect(readout).toContainText('여수시');
  await expect(readout).toContainText('1조 3,712억 원');
  await page.keyboard.press('ArrowDown');
  await expect(readout).toContainText('광양시');
});

test('what a bar says is in view where the bar is, in a long chart too', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, 'cc.view=budgets&cc.budgets=plan');
  await mark(page, /스마트 하수관로 선도사업, 국비/).hover();
  await expect(page.locator('.cc-readout')).toContainText('230억 5,800만 원');
  await expect(page.locator('.cc-readout')).toBeInViewport({ ratio: 1 });
});

test('every bar, however small, can be pointed at', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.budgets=plan');
  const small = await marks(page).evaluateAll((marks) => marks
    .map((mark) => [mark.ariaLabel, mark.getBoundingClientRect()])
    .filter(([, box]) => box.width < 8 || box.height < 8)
    .map(([name, box]) => `${name}: ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`));
  expect(small).toEqual([]);
});

test('a bar leads to its project, and the project back to its bar', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.budgets=plan');
  await mark(page, /청년주택자금 대출이자 지원사업, /).hover();
  await page.locator('.cc-readout').getByRole('link', { name: /청년주택자금/ }).focus();
  await page.keyboard.press('Enter');
  const item = page.locator('.cc-item');
  await expect(item).toBeFocused();
  await expect(item).toContainText('800백만원');
  await item.getByRole('button', { name: '예산 그래프에서 보기' }).click();
  await expect(item).toHaveCount(0);
  await expect(mark(page, /청년주택자금 대출이자 지원사업, /)).toHaveCount(1);
  await expect(segment(page, '계획 사업').first()).toHaveAttribute('aria-pressed', 'true');
});

test('a bar opens its source, Escape closes it and gives the focus back to the bar', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press');
  await marks(page).nth(3).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.cc-panel')).toBeFocused();
  await expect(page.locator('.cc-panel')).toContainText('2조 2743억 원');
  await expect(page.locator('.cc-panel')).toContainText('전북일보');
  await page.keyboard.press('Escape');
  await expect(page.locator('.cc-panel')).toHaveCount(0);
  await expect(marks(page).nth(3)).toBeFocused();
});

test('the table is sorted by keyboard, says how, and keeps the focus; missing values stay last', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press&cc.table=yes');
  const head = page.getByRole('columnheader', { name: '금액' });
  await expect(head).toHaveAttribute('aria-sort', 'none');
  await head.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(head.getByRole('button')).toBeFocused();
  expect((await table(page)).map((row) => row[0])).toEqual(['광양시', '여수시', '경주시', '전주시', '광주광역시']);
  await page.keyboard.press(' ');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  expect((await table(page)).map((row) => row[0])).toEqual(['광주광역시', '전주시', '경주시', '여수시', '광양시']);
  const city = page.getByRole('columnheader', { name: '도시' });
  await city.getByRole('button').press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'none');
  await expect(city).toHaveAttribute('aria-sort', 'ascending');

  await open(page, 'cc.view=budgets&cc.figure=press&cc.what=years&cc.table=yes');
  const yeosu = page.getByRole('columnheader', { name: '여수시' });
  for (const direction of ['ascending', 'descending']) {
    await yeosu.getByRole('button').press('Enter');
    await expect(yeosu).toHaveAttribute('aria-sort', direction);
    expect((await table(page)).slice(-4).map((row) => row[1]), direction).toEqual(Array(4).fill('자료에 없음'));
  }
});

test('chart and table hold the same values, in both languages', async ({ page }) => {
  for (const fragment of ['cc.view=budgets&cc.figure=press&cc.year=2024', 'cc.view=budgets&cc.budgets=plan&cc.group=field', 'cc.view=budgets&cc.budgets=figures']) {
    for (const lang of ['ko', 'en']) {
      await open(page, `${fragment}&cc.table=yes`, lang);
      const cells = (await table(page)).flat().join('\n');
      for (const row of await exported(page)) expect(cells, `${fragment} ${lang}`).toContain(row.label);
      await page.getByRole('button', { name: /그래프로 보기|Show as a chart/ }).click();
      await expect(marks(page)).toHaveCount((await exported(page)).length);
    }
  }
});

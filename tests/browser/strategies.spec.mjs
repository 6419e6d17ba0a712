// Strategies on the complete dataset: the unit matrix, its cells and their items, filters, outlines, topics, an opened item, and the
// search. What is expected is counted from dataset.json, so that the page cannot agree with itself only.
import { violations } from './access.mjs';
import { bare, pages } from './paper.mjs';
import { CITIES, expect, fits, open, test } from './page.mjs';

const IDS = ['yeosu', 'gwangyang', 'gyeongju', 'jeonju', 'gwangju'];
const MATRIX = 'cc.view=strategies';

/** The published dataset, read from beside the page. */
async function dataset(page) {
  return (await page.request.get('dataset.json')).json();
}

/** Whether an item is what a city is going to do, and no result, heading or step. */
const isPlan = (item) => item.role === 'plan';

/** The items of a city whose first field it is, in document order. */
function inCell(data, code, id, pass = isPlan) {
  const city = data.cities.find((city) => city.id === id);
  return city.plan.items.filter((item) => pass(item) && item.fields[0]?.code === code);
}

/** The items that pass, over the chosen cities. */
function passing(data, pass, ids = IDS) {
  return ids.flatMap((id) => data.cities.find((city) => city.id === id).plan.items.filter(pass));
}

/** The cells of the matrix as the page gives them away: ids of their items by field and city, in the order of the rows. */
async function cells(page) {
  await expect(page.locator('.cc-chart .cc-hit').first()).toBeVisible();
  const { marks } = JSON.parse(await page.locator('city-compare').evaluate((host) => host.exportJson()));
  return marks.map(({ category, series, items = [], text }) => ({ field: category, city: series, ids: items.map(({ item }) => item), text: text.ko }));
}

const idsOf = (items) => items.map((item) => item.id);
const rowsOf = (marks) => [...new Set(marks.map(({ field }) => field))];

/** The button of a cell, by the names of city and field. */
const cell = (page, city, field) => page.locator('.cc-chart').getByRole('button', { name: new RegExp(`^${city}, ${field},`) });
const list = (page) => page.getByRole('region', { name: '고른 칸의 항목' });
const listed = (page) => list(page).locator('ol > li');

const search = (page) => page.getByRole('searchbox', { name: '찾기' });
const hits = (page) => page.locator('.cc-hits > li');

for (const rest of [false, true]) {
  test(`every ${rest ? 'item' : 'plan'} is one square, in the cell of its first field and its city`, async ({ page }) => {
    const data = await dataset(page);
    await open(page, rest ? `${MATRIX}&cc.rest=yes` : MATRIX);
    const pass = rest ? () => true : isPlan;
    const shown = await cells(page);
    for (const { field, city, ids } of shown) expect(ids, `${field} ${city}`).toEqual(idsOf(inCell(data, field, city, pass)));
    for (const id of IDS) {
      const own = shown.filter(({ city }) => city === id).flatMap(({ ids }) => ids);
      expect(own.toSorted(), id).toEqual(idsOf(passing(data, pass, [id])).toSorted());
    }
    if (rest) expect(shown.flatMap(({ ids }) => ids).length).toBe(716);
    // A cell says number and share of the document's plans.
    const { ids, text } = shown.find(({ field, city }) => field === '080' && city === 'gwangyang');
    const plans = inCell(data, '080', 'gwangyang').length;
    const all = passing(data, isPlan, ['gwangyang']).length;
    expect(text).toBe(`${(plans * 100 / all).toFixed(1)}% (계획 ${plans}건)`);
    expect(ids.length).toBeGreaterThanOrEqual(plans);
    await expect(page.locator('.cc-hit')).toHaveCount(shown.length);
  });
}

test('the question stands as the heading, its answer and one caveat above the chart', async ({ page }) => {
  await open(page, MATRIX);
  await expect(page.locator('.cc-sentence')).toHaveText(/\?$/);
  await expect(page.locator('.cc-summary')).toHaveText(/니다\.$/);
  await expect(page.locator('.cc-caveat')).toHaveCount(1);
  await expect(page.locator('.cc-caveat')).toContainText('신문 기사 한 편');
  await page.setViewportSize({ width: 360, height: 780 });
  await open(page, MATRIX);
  const answer = await page.locator('.cc-summary').evaluate((line) => line.getBoundingClientRect().top);
  expect(answer).toBeLessThan(480);
});

test('the rows follow the difference of shares, the official order, or the number of plans; the focus stays', async ({ page }) => {
  const data = await dataset(page);
  await open(page, MATRIX);
  const shares = (marks, code) => marks.filter(({ field }) => field === code).map(({ text }) => Number(/^([\d.]+)%/.exec(text)?.[1] ?? 0));
  const spread = await cells(page);
  const apart = rowsOf(spread).map((code) => Math.max(...shares(spread, code)) - Math.min(...shares(spread, code)));
  for (const [place, next] of apart.slice(1).entries()) expect(apart[place]).toBeGreaterThanOrEqual(next - 0.001);
  const most = page.getByRole('button', { name: '계획 많은 순' });
  await most.click();
  await expect(most).toHaveAttribute('aria-pressed', 'true');
  await expect(most).toBeFocused();
  await expect(page).toHaveURL(/cc\.order=coverage/);
  const plans = rowsOf(await cells(page)).map((code) => IDS.flatMap((id) => inCell(data, code, id)).length);
  expect(plans).toEqual(plans.toSorted((a, b) => b - a));
  await page.getByRole('button', { name: '공식 분야 순' }).click();
  const codes = rowsOf(await cells(page));
  expect(codes).toEqual(data.fields.map(({ code }) => code).filter((code) => codes.includes(code)));
});

test('what is no plan is left out until it is asked for, and the notes say how many', async ({ page }) => {
  const data = await dataset(page);
  await open(page, MATRIX);
  const rest = passing(data, (item) => !isPlan(item)).length;
  await page.locator('.cc-notes > summary').click();
  await expect(page.locator('.cc-notes')).toContainText(`계획이 아닌 항목 ${rest}건`);
  await page.getByRole('checkbox', { name: '성과·여건 등 계획이 아닌 것도 보기' }).check();
  await expect(page).toHaveURL(/cc\.rest=yes/);
  expect((await cells(page)).flatMap(({ ids }) => ids).length).toBe(716);
});

test('a cell opens its items beside it, the first focused; closing gives the focus back to the cell', async ({ page }) => {
  const data = await dataset(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, MATRIX);
  const button = cell(page, '광양시', '복지');
  await button.scrollIntoViewIfNeeded();
  const place = () => button.evaluate((one) => [one.getBoundingClientRect().top, one.getBoundingClientRect().left].map(Math.round));
  const before = await place();
  await button.click({ position: { x: 5, y: 5 } });
  const items = inCell(data, '080', 'gwangyang');
  await expect(listed(page)).toHaveCount(items.length);
  expect(await listed(page).locator('a').evaluateAll((all) => all.map((one) => one.hash.split('item=')[1]))).toEqual(idsOf(items));
  await expect(listed(page).first().getByRole('link')).toBeFocused();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await expect(page).toHaveURL(/cc\.cell=080\.gwangyang/);
  expect(await place(), 'the matrix keeps its place').toEqual(before);
  const [drawer, main] = await Promise.all([list(page).boundingBox(), page.locator('.cc-main').boundingBox()]);
  expect(Math.abs(drawer.x + drawer.width - main.x - main.width)).toBeLessThan(2);
  expect(drawer.y).toBeGreaterThanOrEqual(0);
  expect(drawer.y + drawer.height).toBeLessThanOrEqual(801);
  const money = items.find((item) => item.budget.amounts.length > 0);
  await expect(listed(page).nth(items.indexOf(money))).toContainText(/억|만/);
  await page.keyboard.press('Escape');
  await expect(list(page)).toHaveCount(0);
  await expect(button).toBeFocused();
  expect(await place()).toEqual(before);
  await button.press('Enter');
  await list(page).getByRole('button', { name: '닫기' }).click();
  await expect(button).toBeFocused();
});

test('going back closes an item, and then the list of its cell; going forward opens them again', async ({ page }) => {
  await open(page, MATRIX);
  const button = cell(page, '경주시', '문화·관광');
  await button.press('Enter');
  const first = listed(page).first().getByRole('link');
  await expect(first).toBeFocused();
  const title = await first.textContent();
  await page.keyboard.press('Enter');
  await expect(page.locator('.cc-item')).toBeFocused();
  await expect(page.locator('.cc-item h4')).toContainText(title);
  await page.goBack();
  await expect(page.locator('.cc-item')).toHaveCount(0);
  await expect(first).toBeFocused();
  await page.goBack();
  await expect(list(page)).toHaveCount(0);
  await expect(button).toBeFocused();
  await page.goForward();
  await expect(list(page)).toBeVisible();
});

test('a link opens the cell that it names, and an unknown one is told', async ({ page }) => {
  const data = await dataset(page);
  await open(page, `${MATRIX}&cc.cell=050.gwangju`);
  await expect(listed(page)).toHaveCount(inCell(data, '050', 'gwangju').length);
  await page.goto('about:blank');
  await open(page, `${MATRIX}&cc.cell=050.paris`);
  await expect(page.getByRole('alert')).toContainText('cell=050.paris');
  await expect(list(page)).toHaveCount(0);
});

test('the matrix is one stop; arrows go from city to city and from field to field', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, `${MATRIX}&cc.order=code`);
  await expect(page.locator('.cc-hit[tabindex="0"]')).toHaveCount(1);
  const marks = page.locator('.cc-hit');
  await marks.first().focus();
  await expect(marks.first()).toHaveAccessibleName(/^여수시, 시청 살림·민원, .*계획 \d+건/);
  await page.keyboard.press('ArrowRight');
  await expect(marks.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(marks.nth(6)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await expect(marks.first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(marks.last()).toBeFocused();
  await expect(page.locator('.cc-readout')).toContainText('광주광역시');
});

test('pointing at a square says its title', async ({ page }) => {
  const data = await dataset(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, MATRIX);
  const button = cell(page, '광주광역시', '복지');
  await button.scrollIntoViewIfNeeded();
  await button.hover({ position: { x: 4, y: 28 } });
  await expect(page.locator('.cc-readout strong')).toHaveText(inCell(data, '080', 'gwangju')[0].title.ko);
});

test('a row of the list shows its lines in the document', async ({ page }) => {
  await open(page, `${MATRIX}&cc.cell=050.gwangju`);
  const source = list(page).getByRole('button', { name: /: 근거 보기$/ }).first();
  await source.click();
  await expect(source).toHaveAttribute('aria-expanded', 'true');
  await expect(list(page).locator('.cc-panel')).toContainText('번째 줄');
  await source.click();
  await expect(page.locator('.cc-panel')).toHaveCount(0);
});

test('an item opens beside its place, with what it is part of, and turns to the next of its cell', async ({ page }) => {
  const data = await dataset(page);
  await open(page, `${MATRIX}&cc.cell=080.gwangyang`);
  const items = inCell(data, '080', 'gwangyang');
  const at = items.findIndex((item) => item.parent) || 1;
  const link = listed(page).nth(at).getByRole('link');
  await link.click();
  const item = page.locator('.cc-item');
  await expect(item).toBeFocused();
  await expect(item).toContainText(`${at + 1} / ${items.length}`);
  const parent = data.cities[1].plan.items.find(({ id }) => id === items[at].parent);
  await expect(item.getByRole('navigation', { name: '상위 항목' }).getByRole('link').last()).toHaveText(parent.title.ko);
  await item.getByRole('button', { name: '다음 항목' }).click();
  await expect(item.locator('h4')).toContainText(items[at + 1].title.ko);
  await expect(item).toBeFocused();
  await item.getByRole('button', { name: '이전 항목' }).click();
  await expect(item).toContainText(`${at + 1} / ${items.length}`);
  // Turning is no step: going back closes the item.
  await page.goBack();
  await expect(item).toHaveCount(0);
  await expect(link).toBeFocused();
});

test('an item of a long list keeps the place of the list', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, 'cc.view=topics&cc.topic=childcare');
  const link = page.locator('.cc-column .cc-link').nth(6);
  await link.scrollIntoViewIfNeeded();
  const top = () => link.evaluate((one) => Math.round(one.getBoundingClientRect().top));
  const before = await top();
  await link.click();
  await expect(page.locator('.cc-item')).toBeFocused();
  await expect(page.locator('.cc-item')).toBeInViewport();
  expect(await top()).toBe(before);
  await page.keyboard.press('Escape');
  await expect(link).toBeFocused();
  expect(await top()).toBe(before);
});

for (const [width, height, what, most] of [[1280, 800, '.cc-main', 1300], [360, 780, '.cc-drawing', 2400]]) {
  test(`all 716 items within ${most} px at ${width} px (${what}), in both languages; nothing is cut, with a cell open too`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const lang of ['ko', 'en']) {
      await page.goto('about:blank');
      await open(page, `${MATRIX}&cc.rest=yes`, lang);
      expect((await page.locator(what).first().boundingBox()).height, lang).toBeLessThanOrEqual(most);
      expect(await fits(page)).toBe(true);
      await page.locator('.cc-hit').nth(5).click();
      await expect(page.locator('.cc-cell')).toBeInViewport();
      expect(await fits(page)).toBe(true);
      expect(await violations(page)).toEqual([]);
    }
  });
}

test('on a phone the list is a sheet at the foot of the window', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await open(page, MATRIX);
  await cell(page, '광양시', '복지').click({ position: { x: 5, y: 5 } });
  await expect(listed(page).first().getByRole('link')).toBeFocused();
  const box = await list(page).boundingBox();
  expect(box.y).toBeGreaterThan(60);
  expect(Math.abs(box.y + box.height - 780)).toBeLessThan(2);
});

test('the matrix with all items is printed upright on one page, legibly', async ({ page }) => {
  test.setTimeout(60_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, `${MATRIX}&cc.rest=yes`);
  const printed = await pages(await page.pdf({ preferCSSPageSize: true, printBackground: false }));
  // The documents and the version may stand on a second page; the matrix with what is to know about it is on the first.
  expect(printed.length).toBeLessThanOrEqual(2);
  expect(bare(printed[0].text)).toContain(bare('이 비교에서 알아 둘 것'));
  expect(bare(printed[0].text)).toContain('과학기술');
  expect(printed[0].height).toBeGreaterThan(printed[0].width);
  expect(printed[0].texts.filter(({ size }) => size < 6).map(({ text }) => text)).toEqual([]);
  for (const name of CITIES) expect(bare(printed[0].text)).toContain(name);
});

test('each filter lists what the dataset holds, filters combine, and each chip lifts its own', async ({ page }) => {
  const data = await dataset(page);
  await open(page, MATRIX);
  const count = page.locator('.cc-filter-count');
  const chips = page.locator('.cc-set .cc-chip');
  const has = {
    field: (item) => item.fields.some((field) => field.code === '080'),
    level: (item) => item.level === 'initiative',
    department: (item) => item.departments.some((department) => department.ko === '교육보육과'),
    budget: (item) => item.budget.amounts.length > 0 || item.budget.status === 'funding_only',
    indicator: (item) => item.indicators.length > 0,
  };
  const expected = (...names) => {
    const n = passing(data, (item) => isPlan(item) && names.every((name) => has[name](item))).length;
    return n ? `계획 ${n}건` : '조건에 맞는 항목이 없습니다. 조건을 하나씩 풀어 보세요.';
  };
  await page.getByRole('combobox', { name: '분야', exact: true }).selectOption('080');
  await expect(count).toHaveText(expected('field'));
  await page.getByRole('checkbox', { name: '금액 적힌 것만' }).check();
  await expect(count).toHaveText(expected('field', 'budget'));
  await expect(page).toHaveURL(/cc\.field=080.*cc\.with-budget=yes/);
  await page.getByRole('button', { name: '‘사회복지’ 조건 풀기' }).click();
  await expect(page.getByRole('combobox', { name: '분야', exact: true })).toHaveValue('');
  await expect(count).toHaveText(expected('budget'));
  await page.getByRole('checkbox', { name: '지표 있는 것만' }).check();
  await expect(count).toHaveText(expected('budget', 'indicator'));
  await page.getByRole('combobox', { name: '담당 부서' }).selectOption('교육보육과');
  await expect(count).toHaveText(expected('budget', 'indicator', 'department'));
  await page.getByRole('combobox', { name: '단계' }).selectOption('initiative');
  await expect(count).toHaveText(expected('budget', 'indicator', 'department', 'level'));
  await expect(chips).toHaveCount(4);
  // What passes is what has a square.
  const shown = (await cells(page)).flatMap(({ ids }) => ids);
  expect(shown.toSorted()).toEqual(idsOf(passing(data, (item) => isPlan(item) && ['budget', 'indicator', 'department', 'level'].every((name) => has[name](item)))).toSorted());
  for (const name of ['사업', '교육보육과', '지표 있는 것만', '금액 적힌 것만']) await page.getByRole('button', { name: `‘${name}’ 조건 풀기` }).click();
  await expect(count).toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: '금액 적힌 것만' })).not.toBeChecked();
});

test('filters hold in the outlines too, and a link restores them', async ({ page }) => {
  const data = await dataset(page);
  await open(page, 'cc.view=strategies&cc.strategies=outline&cc.with-indicator=yes');
  const n = passing(data, (item) => item.indicators.length > 0).length;
  await expect(page.locator('.cc-filter-count')).toHaveText(`항목 ${n}건`);
  await page.locator('.cc-outline[data-city=gwangyang]').getByRole('button', { name: `모두 보기 (${n})` }).click();
  await expect(page.locator('.cc-outline[data-city=gwangyang] .cc-statements > li')).toHaveCount(n);
  await expect(page.getByRole('checkbox', { name: '지표 있는 것만' })).toBeChecked();
  await expect(page.locator('.cc-outline[data-city=yeosu]')).toContainText('조건에 맞는 항목이 없습니다');
});

test('filters without result say so and what to do, once', async ({ page }) => {
  await open(page, 'cc.view=strategies&cc.level=vision&cc.with-budget=yes');
  await expect(page.locator('.cc-filter-count')).toHaveText('조건에 맞는 항목이 없습니다. 조건을 하나씩 풀어 보세요.');
  await expect(page.getByRole('status').filter({ hasText: '조건에 맞는 항목이 없습니다' })).toHaveCount(1);
  await page.getByRole('button', { name: '‘비전’ 조건 풀기' }).click();
  await expect(page.locator('.cc-filter-count')).toHaveText(/^계획 \d+건$/);
});

test('an outline is the document’s own, folds and unfolds by keyboard, and leads to the item', async ({ page }) => {
  await open(page, 'cc.view=strategies&cc.strategies=outline');
  await expect(page.locator('.cc-outline h4')).toHaveText(CITIES);
  const gwangju = page.locator('.cc-outline[data-city=gwangju]');
  const policy = gwangju.locator('details').filter({ has: page.locator('summary', { hasText: '품격 있는 광주' }) });
  const inside = policy.getByRole('link', { name: '광주다운 도시 디자인', includeHidden: true });
  const fold = policy.locator('summary').first();
  await expect(inside).toBeHidden();
  await fold.press('Enter');
  await expect(inside).toBeVisible();
  await fold.press('Enter');
  await expect(inside).toBeHidden();
  await fold.press(' ');
  await inside.click();
  await expect(page.locator('.cc-item')).toContainText('광주다운 도시 디자인');
  await expect(page).toHaveURL(/cc\.item=gwangju/);
});

test('a card of the sources counts as stated and as listed what its document counts', async ({ page }) => {
  await open(page, 'cc.view=sources');
  const counts = (city) => page.locator('.cc-card').filter({ has: page.getByRole('heading', { name: city, exact: true }) }).locator('[data-row=structure]');
  await expect(counts('경주시')).toContainText('적힌 수 7 · 실린 수 7');
  await expect(counts('경주시')).toContainText('적힌 수 49 · 목록 없음');
  await expect(counts('광주광역시').locator('div').filter({ hasText: '5대 정책' })).toContainText('적힌 수 5 · 실린 수 5');
  await expect(counts('광주광역시').locator('div').filter({ hasText: '20대 전략' })).toContainText('적힌 수 20 · 실린 수 20');
});

test('a common topic names two cities at least, and leads to the items that it is made of', async ({ page }) => {
  await open(page, 'cc.view=strategies&cc.strategies=topics');
  const rows = page.locator('tr[data-topic]');
  expect(await rows.count()).toBeGreaterThanOrEqual(10);
  for (const cities of await rows.evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].filter((cell) => cell.querySelector('a')).length))) {
    expect(cities).toBeGreaterThanOrEqual(2);
  }
  const carbon = page.locator('tr[data-topic="탄소중립"]');
  await expect(carbon.locator('[data-city=gwangju]')).toContainText('문서에 없음');
  await carbon.locator('[data-city=jeonju]').getByRole('link', { name: '탄소중립 실천 4대 거점' }).click();
  await expect(page.locator('.cc-item')).toBeFocused();
  await expect(page.locator('.cc-item')).toContainText('전주시');
  await expect(page.locator('.cc-item h4')).toContainText('탄소중립 실천 4대 거점');
});

test('what only one city has is listed for each city, with a word that it promises nothing', async ({ page }) => {
  await open(page, 'cc.view=strategies&cc.strategies=topics');
  await expect(page.locator('.cc-outline h5')).toHaveText(CITIES.map((name) => new RegExp(`^${name} 계획 \\d건$`)));
  await expect(page.locator('.cc-main')).toContainText('다른 도시가 하지 않는다는 뜻은 아닙니다.');
  await page.locator('.cc-outline[data-city=yeosu]').getByRole('link', { name: /여순사건/ }).click();
  await expect(page.locator('.cc-item')).toContainText('여순사건');
});

test('topics follow the chosen cities', async ({ page }) => {
  await open(page, 'cc.view=strategies&cc.strategies=topics&cc.cities=jeonju,gwangju');
  await expect(page.locator('tr[data-topic]').first().locator('td')).toHaveCount(2);
  for (const cells of await page.locator('tr[data-topic]').evaluateAll((rows) => rows.map((row) => row.querySelectorAll('td a').length))) expect(cells).toBeGreaterThanOrEqual(2);
  await expect(page.locator('.cc-outline')).toHaveCount(2);
});

test('an opened item shows what is alike in other cities with the shared words and no score', async ({ page }) => {
  const data = await dataset(page);
  const item = passing(data, (item) => item.title.ko === '중소기업연수원 건립')[0];
  await open(page, `cc.view=strategies&cc.item=${item.id}`);
  const alike = page.locator('.cc-alike');
  const first = alike.locator('li').filter({ hasText: '남중권 중소기업 연수원' }).first();
  await expect(first).toContainText('광양시');
  await expect(first).toContainText('중소기업');
  await expect(first).toContainText(/같은 낱말: .*중소기업/);
  await expect(alike).not.toContainText(/0\.\d/);
  await expect(alike).toContainText('뜻이 같다는 보증은 아닙니다');
  await expect(alike).not.toContainText('전주시');
  const name = await first.getByRole('link').textContent();
  await first.getByRole('link').click();
  await expect(page.locator('.cc-item h4')).toContainText(name);
  await expect(page.locator('.cc-item')).toContainText('광양시');
});

test('an item carries its tables and the contradictions of its sheet with their arithmetic', async ({ page }) => {
  await open(page, 'cc.item=gwangyang-5-4');
  const item = page.locator('.cc-item');
  await expect(item.getByRole('table', { name: /성인문해교실 분야별·연도별 인원/ })).toContainText('초등학력 인정');
  await expect(item.locator('.cc-contradictions')).toContainText('350 + 29 + 37 + 64 + 30 + 18 = 528 ≠ 519');
  await expect(item.locator('.cc-contradictions')).toContainText('1414번째 줄');
  await expect(item).toContainText('57백만원');
});

test('the back link of an item leads to the list as it was', async ({ page }) => {
  await open(page, 'cc.view=strategies&cc.field=070&cc.order=coverage&cc.cell=070.jeonju');
  await list(page).getByRole('link', { name: '새활용센터' }).click();
  await expect(page.locator('.cc-item')).toBeVisible();
  await page.getByRole('button', { name: '목록으로' }).click();
  await expect(page.locator('.cc-item')).toHaveCount(0);
  await expect(list(page).getByRole('link', { name: '새활용센터' })).toBeFocused();
  await expect(page.getByRole('button', { name: '계획 많은 순' })).toHaveAttribute('aria-pressed', 'true');
});

test('the search finds words, parts of words, initial consonants, NFD input and several words, and marks them', async ({ page }) => {
  await open(page);
  for (const [typed, title] of [
    ['청년주택', '청년주택자금 대출이자 지원사업'],
    ['산후조리', '공공산후조리원 설립으로'],
    ['ㅊㄴㅈㅌ', '청년주택자금 대출이자 지원사업'],
    ['청년주택'.normalize('NFD'), '청년주택자금 대출이자 지원사업'],
    ['대출이자 청년', '청년주택자금 대출이자 지원사업'],
  ]) {
    await search(page).fill(typed);
    const hit = hits(page).filter({ hasText: title }).first();
    await expect(hit, typed).toBeVisible();
    await expect(hit.locator('mark').first(), typed).toBeVisible();
    await expect(search(page)).toBeFocused();
  }
  await search(page).fill('ㅊㄴㅈㅌ');
  await expect(page.locator('.cc-results')).toContainText('초성으로 찾음');
  await expect(hits(page).filter({ hasText: '청년주택자금 대출이자 지원사업' }).first().locator('mark')).toHaveText('청년주택');
  await search(page).fill('대출이자 청년');
  await expect(hits(page).filter({ hasText: '청년주택자금 대출이자 지원사업' }).first().locator('mark')).toHaveText(['청년', '대출이자']);
});

test('the search finds English words in both languages of the page', async ({ page }) => {
  await open(page);
  await search(page).fill('carbon neutral');
  await expect(hits(page).filter({ hasText: '전주시' }).first()).toBeVisible();
  const title = hits(page).locator('a[lang=en]').first();
  await expect(title).toBeVisible();
  await expect(title.locator('mark').first()).toHaveText(/carbon/i);
  await page.getByRole('button', { name: 'English' }).click();
  const field = page.getByRole('searchbox', { name: 'Search' });
  await expect(field).toHaveValue('carbon neutral');
  await field.fill('literacy');
  await expect(hits(page).filter({ hasText: 'Gwangyang adult literacy classes' }).first()).toBeVisible();
});

test('a hit leads to its item; the search can be cleared', async ({ page }) => {
  await open(page);
  await search(page).fill('ㅊㄴㅈㅌ');
  await hits(page).getByRole('link', { name: '청년주택자금 대출이자 지원사업', exact: true }).click();
  await expect(page.locator('.cc-item')).toBeFocused();
  await expect(page.locator('.cc-item h4')).toContainText('청년주택자금 대출이자 지원사업');
  await expect(page).toHaveURL(/cc\.item=gwangyang/);
  // What is opened lies beside the list, on top of its end.
  await page.locator('.cc-item').press('Escape');
  await expect(page.locator('.cc-item')).toHaveCount(0);
  await page.getByRole('button', { name: '찾기 지우기' }).click();
  await expect(page.locator('.cc-results')).toHaveCount(0);
  await expect(search(page)).toHaveValue('');
});

test('a search without a hit says what was searched, and the number of hits is announced', async ({ page }) => {
  await open(page);
  await search(page).fill('탄소중립');
  await expect(page.getByRole('status')).toHaveText(/^\d+건 찾음$/);
  await search(page).fill('xyzzy');
  await expect(page.locator('.cc-results')).toContainText('‘xyzzy’에 맞는 것이 없습니다. 고른 도시의 제목, 요약, 부서, 수치, 표, 용어 설명에서 찾았습니다.');
  await expect(hits(page)).toHaveCount(0);
  await expect(page.getByRole('status')).toHaveText('0건 찾음');
});

test('only the chosen cities are searched', async ({ page }) => {
  await open(page);
  await search(page).fill('탄소중립');
  await expect(hits(page).filter({ hasText: '전주시' }).first()).toBeVisible();
  await page.getByRole('button', { name: '전주시 빼기' }).click();
  await expect(hits(page).filter({ hasText: '여수시' }).first()).toBeVisible();
  await expect(hits(page).filter({ hasText: '전주시' })).toHaveCount(0);
});

test('typing a word is no step of its own: going back leaves the view that it was typed in', async ({ page }) => {
  await open(page);
  const current = page.locator('.cc-tab[aria-current]');
  const start = await current.textContent();
  await page.getByRole('button', { name: '전략', exact: true }).click();
  await expect(page.locator('.cc-hit').first()).toBeVisible();
  await search(page).pressSequentially('탄소중립');
  await expect(hits(page).first()).toBeVisible();
  await page.goBack();
  await expect(current).toHaveText(start);
  await expect(search(page)).toHaveValue('');
});

test('an outline tells how many of each kind its document states and how many it lists', async ({ page }) => {
  await open(page, 'cc.view=strategies&cc.strategies=outline');
  await expect(page.locator('.cc-outline[data-city=gyeongju] .cc-counts')).toContainText('적힌 수 49 · 목록 없음');
  await expect(page.locator('.cc-outline[data-city=gwangju] .cc-counts')).toContainText('20대 전략: 적힌 수 20 · 실린 수 20');
});

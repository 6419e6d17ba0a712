// Strategies on the complete dataset: the field matrix, filters, outlines, topics, an opened item, and the search.
// What is expected is counted from dataset.json, so that the page cannot agree with itself only.
import { CITIES, expect, open, test } from './page.mjs';

const IDS = ['yeosu', 'gwangyang', 'gyeongju', 'jeonju', 'gwangju'];

/** The published dataset, read from beside the page. */
async function dataset(page) {
  return (await page.request.get('dataset.json')).json();
}

/** The plans of a city in a field. */
function inField(data, id, code, pass = () => true) {
  const city = data.cities.find((city) => city.id === id);
  return city.plan.items.filter((item) => item.role === 'plan' && pass(item) && item.fields.some((field) => field.code === code));
}

/** Whether the matrix counts an item: what a city is going to do, and no result, heading or step. */
const isPlan = (item) => item.role === 'plan';

/** The ids of the items that pass, over the chosen cities. */
function passing(data, pass, ids = IDS) {
  return ids.flatMap((id) => data.cities.find((city) => city.id === id).plan.items.filter(pass));
}

/** The rows of the matrix as the page shows them: code, and for each city the line above its items and the items. */
async function matrix(page) {
  await expect(page.locator('.cc-unfinished')).toHaveCount(0);
  // What is folded is made when it is asked for.
  await page.locator('.cc-matrix .cc-more[aria-expanded=false]').evaluateAll((folded) => folded.forEach((more) => more.click()));
  return page.locator('.cc-matrix tbody tr[data-row]').evaluateAll((rows) => rows.map((row) => ({
    code: row.dataset.row,
    cells: Object.fromEntries([...row.querySelectorAll('td')].map((cell) => [cell.dataset.city, {
      head: cell.querySelector('.cc-count, .cc-none').textContent,
      items: [...cell.querySelectorAll('.cc-statements > li')].map((entry) => ({
        id: entry.querySelector('a').hash.split('item=')[1],
        arguable: Boolean(entry.querySelector('.cc-ours')),
      })),
    }])),
  })));
}

/** How many items a head line tells; 0 for a field without items. */
const told = (head) => Number(/^계획 (\d+)건/.exec(head)?.[1] ?? 0);

const search = (page) => page.getByRole('searchbox', { name: '찾기' });
const hits = (page) => page.locator('.cc-hits > li');

test('the matrix has a row for each of the 14 fields, and counts in each city what its plan holds', async ({ page }) => {
  const data = await dataset(page);
  await open(page, 'cc.view=strategies');
  await expect(page.locator('.cc-matrix tbody tr[data-row]')).toHaveCount(14);
  const rows = await matrix(page);
  expect(rows.map((row) => row.code)).toEqual(data.fields.map((field) => field.code));
  for (const { code, cells } of rows) {
    for (const id of IDS) {
      const { head, items } = cells[id];
      const held = inField(data, id, code);
      const known = Object.fromEntries(held.map((item) => [item.id, item.fields.find((field) => field.code === code).confidence === 'arguable']));
      // Parts that only repeat their parent may stand with it; nothing may be invented, and what is marked is marked as in the data.
      expect(items.every((item) => known[item.id] === item.arguable), `${id} ${code}`).toBe(true);
      expect(told(head), `${id} ${code}`).toBe(items.length);
      if (held.length === 0) expect(head).toBe('이 분야의 계획 없음');
      const arguable = items.filter((item) => item.arguable).length;
      if (arguable) expect(head).toContain(`달리 볼 수 있는 것 ${arguable}건`);
      else expect(head).not.toContain('달리');
    }
  }
  // Gyeongju's article says nothing of health or education; no city plans a reserve fund.
  expect(rows.find((row) => row.code === '090').cells.gyeongju.head).toBe('이 분야의 계획 없음');
  expect(Object.values(rows.find((row) => row.code === '160').cells).map((cell) => cell.head)).toEqual(Array(5).fill('이 분야의 계획 없음'));
});

test('the matrix is ordered by code, by number of items, and by how far the cities are apart; the focus stays', async ({ page }) => {
  await open(page, 'cc.view=strategies');
  const byCode = await matrix(page);
  const total = (row) => Object.values(row.cells).reduce((sum, cell) => sum + told(cell.head), 0);
  const most = page.getByRole('button', { name: '계획 많은 차례' });
  await most.click();
  await expect(most).toHaveAttribute('aria-pressed', 'true');
  await expect(most).toBeFocused();
  await expect(page).toHaveURL(/cc\.order=coverage/);
  const totals = (await matrix(page)).map(total);
  expect(totals).toEqual([...totals].sort((a, b) => b - a));

  await page.getByRole('button', { name: '차이 큰 차례' }).click();
  // The exported shares tell how far the cities are apart.
  const spreads = await page.evaluate(() => {
    const rows = document.querySelector('city-compare').exportCsv().trim().split('\r\n').slice(1).map((row) => row.split(','));
    const shares = Map.groupBy(rows, (row) => row[4]);
    return Object.fromEntries([...shares].map(([code, of]) => {
      const values = of.map((row) => Number(row[7]));
      return [code, Math.max(...values) - Math.min(...values)];
    }));
  });
  const difference = (await matrix(page)).map((row) => spreads[row.code]);
  for (const [place, spread] of difference.slice(1).entries()) expect(difference[place]).toBeGreaterThanOrEqual(spread - 0.15); // shares are rounded to 0.1
  await page.getByRole('button', { name: '분야 번호' }).click();
  expect(await matrix(page)).toEqual(byCode);
});

test('a long cell shows four items, and all of them when asked, and says so to a screen reader', async ({ page }) => {
  await open(page, 'cc.view=strategies');
  const cell = page.locator('[data-row="080"] [data-city=gwangyang]');
  const entries = cell.locator('.cc-statements > li');
  const more = cell.getByRole('button', { name: /모두 보기|줄여 보기/ });
  const all = told(await cell.locator('.cc-count').textContent());
  expect(all).toBeGreaterThan(5);
  await expect(entries).toHaveCount(4);
  await expect(more).toHaveText(`모두 보기 (${all})`);
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  await more.press('Enter');
  await expect(entries.filter({ visible: true })).toHaveCount(all);
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  await expect(more).toBeFocused();
  await more.press('Enter');
  await expect(entries.filter({ visible: true })).toHaveCount(4);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(entries).toHaveCount(all);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(entries).toHaveCount(4);
});

test('an item of the matrix shows its lines in the document', async ({ page }) => {
  await open(page, 'cc.view=strategies');
  const source = page.locator('[data-row="050"] [data-city=gwangju]').getByRole('button', { name: '민주시민대학: 근거 보기' });
  await source.click();
  await expect(source).toHaveAttribute('aria-expanded', 'true');
  await expect(page.locator('.cc-panel')).toContainText('번째 줄');
  await expect(page.locator('.cc-panel')).toContainText('시정비전과 목표');
  await source.click();
  await expect(page.locator('.cc-panel')).toHaveCount(0);
});

test('each filter lists what the dataset holds, filters combine, and each chip lifts its own', async ({ page }) => {
  const data = await dataset(page);
  await open(page, 'cc.view=strategies');
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
    return n ? `계획 ${n}건` : '조건에 맞는 항목이 없습니다. 조건을 하나씩 풀어 보십시오.';
  };
  await page.getByRole('combobox', { name: '분야', exact: true }).selectOption('080');
  await expect(count).toHaveText(expected('field'));
  await page.getByRole('checkbox', { name: '금액 적힌 것만' }).check();
  await expect(count).toHaveText(expected('field', 'budget'));
  await expect(page).toHaveURL(/cc\.field=080.*cc\.with-budget=yes/);
  await page.getByRole('button', { name: '‘사회복지’ 거르기 풀기' }).click();
  await expect(page.getByRole('combobox', { name: '분야', exact: true })).toHaveValue('');
  await expect(count).toHaveText(expected('budget'));
  await page.getByRole('checkbox', { name: '지표 있는 것만' }).check();
  await expect(count).toHaveText(expected('budget', 'indicator'));
  await page.getByRole('combobox', { name: '담당 부서' }).selectOption('교육보육과');
  await expect(count).toHaveText(expected('budget', 'indicator', 'department'));
  await page.getByRole('combobox', { name: '단계' }).selectOption('initiative');
  await expect(count).toHaveText(expected('budget', 'indicator', 'department', 'level'));
  await expect(chips).toHaveCount(4);
  // What passes is what the matrix lists.
  const shown = new Set((await matrix(page)).flatMap((row) => Object.values(row.cells).flatMap((cell) => cell.items.map((item) => item.id))));
  expect([...shown].sort()).toEqual(passing(data, (item) => isPlan(item) && ['budget', 'indicator', 'department', 'level'].every((name) => has[name](item))).map((item) => item.id).sort());
  for (const name of ['사업', '교육보육과', '지표 있는 것만', '금액 적힌 것만']) await page.getByRole('button', { name: `‘${name}’ 거르기 풀기` }).click();
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
  await expect(page.locator('.cc-filter-count')).toHaveText('조건에 맞는 항목이 없습니다. 조건을 하나씩 풀어 보십시오.');
  await expect(page.getByRole('status').filter({ hasText: '조건에 맞는 항목이 없습니다' })).toHaveCount(1);
  await page.getByRole('button', { name: '‘비전’ 거르기 풀기' }).click();
  await expect(page.locator('.cc-filter-count')).toHaveText(/^계획 \d+건$/);
});

test('a filter never makes a city look as if it did nothing in a field', async ({ page }) => {
  const data = await dataset(page);
  await open(page, 'cc.view=strategies&cc.field=080&cc.with-budget=yes');
  expect(inField(data, 'yeosu', '080').length).toBeGreaterThan(0);
  const cell = page.locator('[data-row="080"] [data-city=yeosu]');
  await expect(cell).toBeVisible();
  await expect(cell).not.toContainText('이 분야의 계획 없음');
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

test('an opened item shows what is alike in other cities with the shared words and what the measure means', async ({ page }) => {
  const data = await dataset(page);
  const item = passing(data, (item) => item.title.ko === '중소기업연수원 건립')[0];
  await open(page, `cc.view=strategies&cc.item=${item.id}`);
  const alike = page.locator('.cc-alike');
  const first = alike.locator('li').filter({ hasText: '남중권 중소기업 연수원' }).first();
  await expect(first).toContainText('광양시');
  await expect(first).toContainText('중소기업');
  await expect(first).toContainText(/비슷한 정도 0\.\d\d/);
  await expect(alike).toContainText('뜻이 같다는 보증은 아닙니다');
  await expect(alike).not.toContainText('전주시');
  const scores = (await alike.locator('small').allTextContents()).map((text) => Number(/0\.\d\d|1\.00/.exec(text)[0]));
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
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
  await open(page, 'cc.view=strategies&cc.field=070&cc.order=coverage');
  await page.locator('[data-row="070"] [data-city=jeonju]').getByRole('link', { name: '새활용센터' }).click();
  await expect(page.locator('.cc-item')).toBeVisible();
  await page.getByRole('button', { name: '목록으로' }).click();
  await expect(page.locator('.cc-item')).toHaveCount(0);
  await expect(page.locator('.cc-matrix tbody tr[data-row]')).toHaveCount(1);
  await expect(page.getByRole('button', { name: '계획 많은 차례' })).toHaveAttribute('aria-pressed', 'true');
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
  await expect(page.locator('.cc-results')).toContainText('첫소리로 찾음');
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
  await page.getByRole('button', { name: '찾기 지우기' }).click();
  await expect(page.locator('.cc-results')).toHaveCount(0);
  await expect(search(page)).toHaveValue('');
});

test('a search without a hit says what was searched, and the number of hits is announced', async ({ page }) => {
  await open(page);
  await search(page).fill('탄소중립');
  await expect(page.getByRole('status')).toHaveText(/^\d+건 찾음$/);
  await search(page).fill('xyzzy');
  await expect(page.locator('.cc-results')).toContainText('‘xyzzy’에 맞는 것이 없습니다. 고른 도시의 제목, 간추림, 부서, 수치, 표, 낱말 풀이에서 찾았습니다.');
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
  await page.getByRole('button', { name: '전략', exact: true }).click();
  await expect(page.locator('.cc-matrix')).toBeVisible();
  await search(page).pressSequentially('탄소중립');
  await expect(hits(page).first()).toBeVisible();
  await page.goBack();
  await expect(page.locator('[data-row=vision]')).toBeVisible();
  await expect(search(page)).toHaveValue('');
});

test('an outline tells how many of each kind its document states and how many it lists', async ({ page }) => {
  await open(page, 'cc.view=strategies&cc.strategies=outline');
  await expect(page.locator('.cc-outline[data-city=gyeongju] .cc-counts')).toContainText('적힌 수 49 · 목록 없음');
  await expect(page.locator('.cc-outline[data-city=gwangju] .cc-counts')).toContainText('20대 전략: 적힌 수 20 · 실린 수 20');
});

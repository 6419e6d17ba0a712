// Seven cities of a page's own: two of one name, one without a plan, one without budgets, one without residents, years and
// departments that the five cities do not have. They go through every view as the five do.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, SCRIPT, site, takeAlong, test } from './page.mjs';

const SEVEN = await readFile(new URL('../fixtures/seven/seven.json', import.meta.url), 'utf8');
const NAMES = JSON.parse(SEVEN).cities.map((city) => [city.id, city.name]);
const FIVE = ['junggu-garam', 'junggu-noeul', 'byeolbit', 'moraenae', 'solbaram']; // everything that is out of the ordinary

/** Opens a page with the seven cities and these attributes, and waits for the comparison. */
async function seven(page, attributes = '', fragment = '') {
  await site(page, `${SCRIPT}<city-compare src="seven.json" state="url" ${attributes}></city-compare>`, { files: { 'seven.json': SEVEN } });
  if (fragment) {
    await page.goto('about:blank');
    await page.goto(`site.html#${fragment}`);
  }
  await shown(page);
}

async function shown(page) {
  await expect(page.locator('.cc-sentence')).toBeVisible();
  await expect(page.locator('.cc-unfinished')).toHaveCount(0);
}

const cities = (...ids) => `cities="${ids.join(',')}"`;
const told = (page) => page.locator('city-compare').getByRole('alert');
const chips = (page) => page.locator('.cc-chip');
const names = (page) => page.locator('.cc-chip-name').allInnerTexts();
const exported = (page) => page.locator('city-compare').evaluate((cc) => cc.exportCsv());

/** The rows of an exported CSV by the names of its columns. */
function rowsOf(csv) {
  const cells = (line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
  const [head, ...rows] = csv.slice(1).trimEnd().split('\r\n').map(cells);
  return rows.map((row) => Object.fromEntries(head.map((name, place) => [name, row[place]])));
}

/** What has the focus in the widget, by its name; nothing if the page has it. */
const focused = (page) => page.evaluate(() => {
  const one = document.querySelector('city-compare').shadowRoot.activeElement;
  return one && (one.getAttribute('aria-label') ?? one.textContent.trim());
});

/** Colours as they are painted. */
const colours = (page, selector, property) => page.locator(selector).evaluateAll((all, name) => all.map((one) => getComputedStyle(one)[name]), property);

for (const [lang, views, word] of [['ko', ['비전', '전략', '주제', '예산', '자료와 출처'], /[가-힣]/], ['en', ['Visions', 'Strategies', 'Topics', 'Budgets', 'Data and sources'], /^[^가-힣]+$/]]) {
  test(`the seven go through every view and every kind of figure, ${lang}`, async ({ page }) => {
    await seven(page, `lang="${lang}" ${cities(...FIVE)}`);
    for (const name of [...views, views[0]]) {
      await page.locator('.cc-tab').filter({ hasText: name }).click();
      await expect(page.locator('.cc-tab[aria-current]')).toHaveText(name);
      await shown(page);
      await expect(page.locator('.cc-sentence')).toHaveText(word);
      await expect(told(page)).toHaveCount(0);
    }
    for (const part of ['strategies=outline', 'strategies=topics', 'budgets=plan', 'budgets=figures', 'what=accounts', 'what=fields', 'what=years', 'unit=per_resident', 'table=yes']) {
      const view = part.startsWith('strategies') ? 'strategies' : 'budgets';
      await page.goto('about:blank');
      await page.goto(`site.html#cc.view=${view}&cc.${part}`);
      await shown(page);
      await expect(told(page), part).toHaveCount(0);
      await expect(page.locator('.cc-main'), part).toContainText(lang === 'ko' ? '솔바람시' : 'Solbaram');
    }
  });
}

test('without a choice, five of the seven are compared, and the others can join', async ({ page }) => {
  await seven(page);
  await expect(chips(page)).toHaveCount(5);
  await chips(page).last().getByRole('button', { name: /빼기$/ }).click();
  const menu = page.getByRole('combobox', { name: '도시 추가' });
  await expect(menu.locator('option')).toHaveCount(4); // what it is for, and three cities
  await menu.selectOption('dallae');
  await expect(chips(page)).toHaveCount(5);
  expect((await names(page)).at(-1)).toBe('달래광역시');
});

test('the cities after the fifth are chosen by attributes, with their own years', async ({ page }) => {
  await seven(page, `${cities('solbaram', 'dallae')} view="budgets" year="2027"`);
  await expect(told(page)).toHaveCount(0);
  expect(await names(page)).toEqual(['솔바람시', '달래광역시']);
  const year = page.getByRole('combobox', { name: '연도' });
  await expect(year).toHaveValue('2027');
  expect(await year.locator('option').evaluateAll((all) => all.map((one) => one.value))).toEqual(expect.arrayContaining(['2017', '2026', '2027']));
  expect(rowsOf(await exported(page)).map((row) => [row.city, row.fiscal_year, row.status])).toEqual([['솔바람시', '2027', 'stated'], ['달래광역시', '2027', 'stated']]);
});

test('years that only one city has are chosen, kept in the address and restored', async ({ page }) => {
  await seven(page, `${cities('junggu-garam', 'dallae')} view="budgets"`);
  const year = page.getByRole('combobox', { name: '연도' });
  for (const choice of ['2016', '2017', '2027']) {
    await year.selectOption(choice);
    await expect(page).toHaveURL(new RegExp(`cc\\.year=${choice}`));
    await page.reload();
    await shown(page);
    await expect(told(page), choice).toHaveCount(0);
    await expect(year).toHaveValue(choice);
  }
});

test('the years of the plans’ projects are those of the chosen cities', async ({ page }) => {
  await seven(page, `${cities('solbaram', 'dallae')}`, 'cc.view=budgets&cc.budgets=plan&cc.plan-year=2017');
  await expect(told(page)).toHaveCount(0);
  expect(new Set(rowsOf(await exported(page)).filter((row) => row.status === 'stated').map((row) => row.city))).toEqual(new Set(['달래광역시']));
});

test('departments of a sixth city are offered, chosen, and restored from the address', async ({ page }) => {
  await seven(page, `${cities('solbaram', 'dallae')} view="strategies"`);
  const department = page.getByRole('combobox', { name: '담당 부서' });
  await expect(department.locator('option', { hasText: '햇빛전환과' })).toHaveCount(1);
  await department.selectOption({ label: '밤하늘과' });
  const titles = async () => {
    const { marks } = JSON.parse(await page.locator('city-compare').first().evaluate((host) => host.exportJson()));
    const { cities: all } = JSON.parse(SEVEN);
    const shown = marks.flatMap(({ items = [] }) => items.map(({ item }) => item));
    return all.flatMap(({ plan }) => plan.items).filter(({ id }) => shown.includes(id)).map(({ title }) => title.ko);
  };
  await expect.poll(titles).toContain('가로등 낮추기');
  expect(await titles()).not.toContain('마을 햇빛 발전소');
  await page.reload();
  await shown(page);
  await expect(told(page)).toHaveCount(0);
  expect(await titles()).not.toContain('마을 햇빛 발전소');
});

test('every city has a colour of its own, in its chip and in the charts', async ({ page }) => {
  for (const ids of [FIVE, ['junggu-garam', 'solbaram', 'dallae'], ['moraenae', 'solbaram', 'dallae', 'haneul', 'byeolbit']]) {
    await seven(page, `${cities(...ids)} view="budgets"`);
    const tones = await page.locator('.cc-chip').evaluateAll((all) => all.map((one) => getComputedStyle(one).getPropertyValue('--tone')));
    expect(tones.every((tone) => tone.trim()), `${ids}: ${tones}`).toBe(true);
    expect(new Set(tones).size, `${ids}: ${tones}`).toBe(ids.length);
    const edges = await colours(page, '.cc-chip', 'borderInlineStartColor');
    expect(edges.length).toBe(ids.length);
  }
  await seven(page, `${cities('junggu-garam', 'solbaram', 'dallae')} view="budgets"`, 'cc.what=years&cc.view=budgets');
  const lines = await page.locator('.cc-legend .cc-swatch, .cc-legend svg').evaluateAll((all) => all.map((one) => one.outerHTML.replace(/id="[^"]*"|url\([^)]*\)/g, '')));
  expect(new Set(lines).size).toBe(lines.length);
});

test('two cities of one name are told apart in chips, buttons, menu, heads, charts, tables and exports', async ({ page }) => {
  await seven(page, cities('junggu-garam', 'junggu-noeul', 'haneul'));
  const provinces = [/가람광역시/, /노을광역시/];
  const both = async (locator, what) => {
    for (const province of provinces) await expect(locator.filter({ hasText: province }), what).toHaveCount(1);
  };
  await both(page.locator('.cc-chip-name'), 'chips');
  await both(page.locator('.cc-side thead .cc-city-name'), 'heads of columns');
  const buttons = await page.locator('.cc-chip-button').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  expect(new Set(buttons).size).toBe(buttons.length);
  await page.getByRole('button', { name: '예산', exact: true }).click();
  await expect(page.locator('.cc-drawing svg')).toContainText('가람광역시');
  await expect(page.locator('.cc-drawing svg')).toContainText('노을광역시');
  const marks = await page.locator('.cc-hit').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  expect(new Set(marks.map((name) => name.split(',')[0])).size).toBe(3);
  const rows = rowsOf(await exported(page));
  expect(new Set(rows.map((row) => row.city)).size).toBe(3);
  expect(rows.map((row) => row.city_id)).toEqual(['junggu-garam', 'junggu-noeul', 'haneul']);
  await page.getByRole('button', { name: '표로 보기' }).click();
  await both(page.locator('.cc-data tbody tr'), 'rows of the table');
  await page.getByRole('button', { name: /노을광역시.*빼기/ }).click();
  await both(page.getByRole('combobox', { name: '도시 추가' }).locator('option').or(page.locator('.cc-chip-name')), 'chip and menu');
  await expect(page.locator('.cc-chip-name').filter({ hasText: '가람광역시' })).toHaveCount(1);
});

test('a city that shares its name with none keeps its plain name', async ({ page }) => {
  await seven(page, cities('haneul', 'solbaram'));
  expect(await names(page)).toEqual(['하늘시', '솔바람시']);
});

test('“move earlier” pressed twice moves the city two places: the focus stays on its button', async ({ page }) => {
  await seven(page, cities('haneul', 'byeolbit', 'moraenae', 'dallae'));
  await page.getByRole('button', { name: '달래광역시 앞으로 옮기기' }).focus();
  await page.keyboard.press('Enter');
  await expect(chips(page).nth(2)).toContainText('달래광역시');
  await expect.poll(() => focused(page)).toBe('달래광역시 앞으로 옮기기');
  await page.keyboard.press('Enter');
  await expect(chips(page).nth(1)).toContainText('달래광역시');
  await page.keyboard.press('Enter');
  await expect(chips(page).first()).toContainText('달래광역시');
  await expect.poll(() => focused(page), 'at the front there is no such button: its chip has it').toContain('달래광역시');
});

test('cities are taken out from the last to the second by keyboard, and the focus is never lost', async ({ page }) => {
  await seven(page, cities('haneul', 'byeolbit', 'moraenae', 'solbaram', 'dallae'));
  await chips(page).last().getByRole('button', { name: /빼기$/ }).focus();
  for (const left of [4, 3, 2]) {
    await page.keyboard.press('Enter');
    await expect(chips(page)).toHaveCount(left);
    await expect.poll(() => focused(page), `${left} are left`).toBeTruthy();
    if (left > 2) expect(await focused(page)).toMatch(/빼기$/);
  }
  await page.locator('.cc-add').focus();
  await page.locator('.cc-add').selectOption('junggu-noeul');
  await expect(chips(page)).toHaveCount(3);
  await expect.poll(() => focused(page), 'a city joined').toBeTruthy();
});

test('a city without a plan says so in every view, and takes nothing from the others', async ({ page }) => {
  await seven(page, cities('byeolbit', 'haneul'));
  await expect(page.locator('[data-row=vision] [data-city=byeolbit]')).toContainText('비전 문장 없음');
  await expect(page.locator('[data-row=vision] [data-city=haneul]')).toContainText('숲에서 쉬는 하늘시');
  await expect(page.locator('.cc-sentence')).toHaveText('비전을 문장으로 내건 곳은 하늘시입니다');
  await page.getByRole('button', { name: '전략', exact: true }).click();
  await expect(page.locator('.cc-hit').first()).toBeVisible();
  const { marks } = JSON.parse(await page.locator('city-compare').evaluate((host) => host.exportJson()));
  const held = (city) => marks.filter(({ series }) => series === city).map(({ items = [], status }) => [items.length > 0, status]);
  expect(held('byeolbit').every(([items, status]) => !items && status === 'not_stated')).toBe(true);
  expect(held('haneul').some(([items]) => items)).toBe(true);
  await page.getByRole('button', { name: /^하늘시, .*계획 [1-9]/ }).first().click();
  await expect(page.locator('.cc-cell li').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '예산', exact: true }).click();
  await expect(page.locator('[data-plot^=city-]')).toBeVisible();
  expect(rowsOf(await exported(page)).map((row) => row.status)).toEqual(['stated', 'stated']);
});

test('a city without budgets has no bar, no zero, and a reason', async ({ page }) => {
  await seven(page, `${cities('moraenae', 'haneul')} view="budgets"`);
  const [none, some] = rowsOf(await exported(page));
  expect([none.city, none.value, none.status === 'stated']).toEqual(['모래내시', '', false]);
  expect(some.status).toBe('stated');
  await expect(page.locator('.cc-notes')).toContainText('모래내시');
  await expect(page.locator('.cc-sentence')).not.toContainText('모래내시');
  await page.getByRole('button', { name: '해마다' }).click();
  await expect(page.locator('figure')).toContainText('모래내시');
});

test('a city without a number of residents has no amount for each, and a reason', async ({ page }) => {
  await seven(page, `${cities('solbaram', 'haneul')} view="budgets" unit="per_resident"`);
  const [none, some] = rowsOf(await exported(page));
  expect([none.city, none.value, none.status === 'stated']).toEqual(['솔바람시', '', false]);
  expect(some.unit).toBe('won_per_resident');
  await expect(page.locator('.cc-notes')).toContainText(/솔바람시.*주민 수/);
});

test('files, citation and footer speak of the page’s own data, and of no press that it does not name', async ({ page, baseURL }) => {
  await seven(page, `${cities(...FIVE)} view="budgets"`);
  const published = createHash('sha256').update(Buffer.from(await (await page.request.get(new URL('dataset.json', baseURL).href)).body())).digest('hex');
  const own = createHash('sha256').update(SEVEN).digest('hex');
  const csv = await exported(page);
  expect(rowsOf(csv).every((row) => ['', own].includes(row.dataset_sha256) && row.dataset_version === '2026.11-seven')).toBe(true);
  const [json, svg] = await page.locator('city-compare').evaluate((cc) => [cc.exportJson(), cc.exportSvg()]);
  const shownText = await page.locator('.cc').innerText();
  for (const [what, text] of Object.entries({ csv, json, svg, page: shownText })) {
    expect(text, what).not.toContain(published.slice(0, 12));
    expect(text, what).not.toContain('금액은 언론이 억 원 단위로');
  }
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await takeAlong(page);
  await page.getByRole('button', { name: '출처 표기 복사', exact: true }).click();
  await expect(page.getByRole('status')).toHaveText('복사했습니다.');
  const citation = await page.evaluate(() => navigator.clipboard.readText());
  expect(citation).toContain('2026.11-seven');
  expect(citation).not.toContain(published.slice(0, 12));
  expect(citation).not.toContain('city-compare 데이터셋');
});

test('the search finds items of the sixth and seventh city, and of both cities of one name', async ({ page }) => {
  await seven(page, cities('junggu-garam', 'junggu-noeul', 'dallae'));
  const field = page.getByRole('searchbox', { name: '찾기' });
  await field.fill('야시장');
  const hits = page.locator('.cc-results li');
  await expect(hits.filter({ hasText: '야시장 거리 만들기' }).first()).toContainText('가람광역시');
  await expect(hits.filter({ hasText: '야시장 거리 넓히기' }).first()).toContainText('노을광역시');
  await field.fill('가로등');
  await page.locator('.cc-results').getByRole('link', { name: '가로등 낮추기', exact: true }).click();
  await expect(page.locator('.cc-item h4')).toContainText('가로등 낮추기');
  await expect(page.locator('.cc-item')).toContainText('밤하늘과');
});

test('a link to an item of the seventh city opens it, and its id is known', async ({ page }) => {
  await seven(page, `${cities('haneul', 'dallae')} item="dallae-1-1"`);
  await expect(told(page)).toHaveCount(0);
  await expect(page.locator('.cc-item h4')).toContainText('가로등 낮추기');
  await expect(page.locator('.cc-item')).toContainText('9억');
});

test('every one of the seven can be shown beside every other', async ({ page }) => {
  await seven(page, 'view="budgets"');
  for (const [id, name] of NAMES) {
    const other = id === 'haneul' ? 'dallae' : 'haneul';
    await page.locator('city-compare').evaluate((cc, ids) => { cc.cities = ids; }, `${id},${other}`);
    await expect(page.locator('.cc-chip-name').first()).toContainText(name.ko);
    await expect(told(page), id).toHaveCount(0);
  }
});

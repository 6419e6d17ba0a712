// Another city of the country: found by its name, beside the five in every view, in a link, in every form that is delivered.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { violations } from './access.mjs';
import { CITIES, SCRIPT, expect, failing, fits, open, site, test } from './page.mjs';

const PART = /city-compare-country\.wasm$/;
const FIVE = 'yeosu,gwangyang,gyeongju,jeonju';
const WITH = `cc.cities=${FIVE},lofin-4613000`;
const chips = (page) => page.locator('.cc-chip-name');
const find = (page) => page.getByRole('button', { name: /^(다른 도시 찾기|Find another city)$/ });
const field = (page) => page.getByRole('searchbox', { name: /^(어느 도시를 찾으십니까\?|Which city are you looking for\?)$/ });
const places = (page) => page.locator('.cc-place');
const drawn = (page) => page.locator('.cc-drawing svg');

/** Opens the search and types. */
async function look(page, typed) {
  await find(page).click();
  await expect(field(page)).toBeFocused();
  await field(page).fill(typed);
}

/** The files of the part that were asked for. */
function asked(page) {
  const files = [];
  page.on('request', (request) => { if (PART.test(new URL(request.url()).pathname)) files.push(request.url()); });
  return files;
}

test('nothing of the country is loaded until a reader asks for another city', async ({ page }) => {
  const files = asked(page);
  await open(page, 'cc.view=budgets');
  await page.mouse.move(0, 0);
  expect(files).toEqual([]);
  await find(page).click();
  await expect(field(page)).toBeFocused();
  await expect(page.locator('.cc-finder')).toContainText('전국 243개 자치단체');
  await expect(places(page), 'nothing is listed before something is typed').toHaveCount(0);
  expect(files).toHaveLength(1);
});

test('names, initial consonants, provinces and former names find; Escape closes and gives the focus back', async ({ page }) => {
  await open(page);
  await look(page, 'ㅅㅊㅅ');
  await expect(places(page).filter({ hasText: '순천시' })).toBeVisible();
  await field(page).fill('중구');
  await expect(places(page)).toHaveCount(6);
  await expect(places(page).first()).toContainText('서울특별시');
  await expect(page.locator('.cc-finder')).toContainText('6곳을 찾았습니다');
  await field(page).fill('청원');
  await expect(places(page)).toHaveText([/청주시.*옛 이름 청원군/]);
  await field(page).fill('전라남도');
  await expect(places(page)).toHaveCount(12);
  await expect(page.locator('.cc-finder')).toContainText('23곳 가운데 앞의 12곳');
  await field(page).fill('파리');
  await expect(page.locator('.cc-finder')).toContainText('“파리”에 맞는 자치단체가 없습니다.');
  await page.keyboard.press('Escape');
  await expect(page.locator('.cc-finder')).toHaveCount(0);
  await expect(find(page)).toBeFocused();
});

test('a place takes the place of the city that the reader chooses, and the focus goes to its chip', async ({ page }) => {
  await open(page, 'cc.view=budgets');
  await look(page, '순천');
  const leaving = page.getByRole('combobox', { name: /대신 뺄 도시$/ });
  await expect(leaving).toHaveValue('gwangju');
  await leaving.selectOption('gyeongju');
  await places(page).first().click();
  await expect(chips(page)).toHaveText(['여수시', '광양시', '순천시', '전주시', '광주광역시']);
  await expect(page.getByRole('button', { name: '순천시 빼기' })).toBeFocused();
  await expect(page.locator('.cc-finder')).toHaveCount(0);
  await expect(page.locator('[role=status]')).toContainText('순천시');
  await expect(page).toHaveURL(/cc\.cities=yeosu,gwangyang,lofin-4613000,jeonju,gwangju/);
  // Those that are compared are told, and a city of the data is no second city.
  await look(page, '여수');
  await expect(places(page)).toHaveCount(1);
  await expect(places(page).first()).toBeDisabled();
  await field(page).fill('경주');
  await places(page).first().click();
  await expect(chips(page)).toHaveText(['여수시', '광양시', '순천시', '전주시', '경주시']);
  await expect(page).toHaveURL(/jeonju,gyeongju/);
});

test('with room for another one, a place comes at the end, and no two columns have one colour', async ({ page }) => {
  await open(page, 'cc.cities=yeosu,gwangju&cc.view=budgets');
  await look(page, 'ㅎㅊㄱ');
  await expect(page.getByRole('combobox', { name: /대신 뺄 도시$/ })).toHaveCount(0);
  await places(page).filter({ hasText: '합천군' }).click();
  await expect(chips(page)).toHaveText(['여수시', '광주광역시', '합천군']);
  const tones = await page.locator('.cc-chip').evaluateAll((all) => all.map((chip) => /cc-tone-\d/.exec(chip.className)[0]));
  expect(new Set(tones).size).toBe(3);
  // What was found stays in the menu of cities, after it went.
  await page.getByRole('button', { name: '합천군 빼기' }).click();
  await expect(page.locator('.cc-add option', { hasText: '합천군' })).toHaveCount(1);
});

test('a link with a place restores it in a new window; Back and forward lead through it', async ({ page }) => {
  await open(page, `${WITH}&cc.view=budgets`);
  await expect(chips(page)).toHaveText(['여수시', '광양시', '경주시', '전주시', '순천시']);
  await expect(page.locator('.cc-problems')).toHaveCount(0);
  await page.getByRole('navigation', { name: '보기' }).getByRole('button', { name: '비전', exact: true }).click();
  await expect(page.locator('.cc-quote[data-city=lofin-4613000]')).toBeVisible();
  await page.goBack();
  await expect(drawn(page)).toContainText('순천시');
  await page.evaluate(() => { location.hash = '#cc.view=budgets&cc.cities=yeosu,lofin-1100000'; });
  await expect(chips(page), 'an address that is typed loads what it names').toHaveText(['여수시', '서울특별시']);
  await page.reload();
  await expect(chips(page)).toHaveText(['여수시', '서울특별시']);
});

test('an id of no place is told as any other that is not known', async ({ page }) => {
  await open(page, 'cc.cities=yeosu,gwangju,lofin-9999999');
  await expect(page.getByRole('alert')).toContainText('lofin-9999999');
  await expect(chips(page)).toHaveText(['여수시', '광주광역시']);
});

test('attributes name a place, and may do so later; the site’s own city may be one', async ({ page }) => {
  await site(page, `${SCRIPT}<city-compare cities="yeosu,jeonju" home="lofin-4613000" view="budgets"></city-compare>`);
  await expect(chips(page)).toHaveText(['순천시', '여수시', '전주시']);
  await expect(page.locator('.cc-chip.cc-home')).toContainText('순천시');
  await page.locator('city-compare').evaluate((cc) => { cc.setAttribute('cities', 'lofin-2611000,yeosu'); });
  await expect(chips(page)).toHaveText(['순천시', '중구(부산광역시)', '여수시']);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('in the views of plans a place says that no plan is in the data', async ({ page }) => {
  await open(page, `${WITH}&cc.view=visions`);
  const card = page.locator('.cc-quote[data-city=lofin-4613000]');
  await expect(card).toContainText('이 도시의 계획은 자료에 없습니다.');
  await page.locator('.cc-aligned summary').click();
  const cell = page.locator('.cc-side td[data-city=lofin-4613000]').first();
  await expect(cell).toContainText('이 도시의 계획은 자료에 없습니다.');
  await expect(cell).not.toContainText('문서에 없음');
  await page.goto('about:blank');
  await open(page, `${WITH}&cc.view=strategies`);
  await expect(drawn(page)).toContainText('자료에 계획이 없습니다');
  await page.getByRole('button', { name: '문서 순서대로' }).click();
  await expect(page.locator('.cc-outline[data-city=lofin-4613000]')).toContainText('이 도시의 계획은 자료에 없습니다.');
  await page.goto('about:blank');
  await open(page, `${WITH}&cc.view=topics`);
  await expect(page.locator('.cc-column', { hasText: '순천시' })).toContainText('자료에 이 도시의 계획이 없습니다.');
  await page.goto('about:blank');
  await open(page, `${WITH}&cc.view=sources`);
  await expect(page.locator('.cc-card', { hasText: '순천시' })).toContainText('예산에는 공식 재정 자료가 있습니다.');
});

for (const [lang, name, missing, revenue] of [
  ['ko', '순천시', /2026년 당초예산 값을 찾지 못했습니다/, '해마다 얼마가 들어왔습니까?'],
  ['en', 'Suncheon-si', /No figure was found: 2026, initial budget/, 'How much came in each year?'],
]) {
  test(`in the budgets a place stands like any other, table and CSV too, ${lang}`, async ({ page }) => {
    await open(page, `${WITH}&cc.view=budgets`, lang);
    await expect(drawn(page)).toContainText(name);
    const csv = () => page.locator('city-compare').evaluate((cc) => cc.exportCsv());
    const rows = (await csv()).trimEnd().split('\r\n');
    const own = rows.filter((row) => row.includes(name));
    expect(own.length).toBeGreaterThan(8);
    expect(own.every((row) => row.includes('2026') && row.includes('stated'))).toBe(true);
    await page.getByRole('button', { name: lang === 'ko' ? '표로 보기' : 'Show as a table' }).click();
    await expect(page.locator('.cc-data tbody tr', { hasText: name })).toHaveCount(1);
    for (const figure of ['fields', 'stages', 'peers', 'years', 'per_resident']) {
      await page.goto('about:blank');
      await open(page, `${WITH}&cc.view=budgets&cc.figure=${figure}`, lang);
      await expect(drawn(page)).toBeVisible();
      expect(await csv(), figure).toContain(name);
      if (figure === 'years') await expect(page.locator('.cc-sentence')).toHaveText(revenue);
      if (figure === 'per_resident') {
        await page.locator('.cc-notes > summary').first().click();
        await expect(page.locator('.cc-notes li', { hasText: name }).first()).toContainText(missing);
      }
    }
  });
}

test('what a place says rests on a source that opens', async ({ page }) => {
  await open(page, `${WITH}&cc.view=budgets`);
  const mark = page.getByRole('button', { name: /^순천시, 복지/ });
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.cc-panel')).toContainText('지방재정365');
});

test('the code to paste keeps a place that is shown', async ({ page }) => {
  await open(page, `${WITH}&cc.view=budgets`);
  await page.locator('#open-builder').click();
  await expect(page.locator('.builder-code').first()).toContainText(`cities="${FIVE},lofin-4613000"`);
});

test('data of a page’s own have places beside them, too', async ({ page }) => {
  await site(page, `${SCRIPT}<city-compare src="examples/own-dataset.json" view="budgets"></city-compare>`);
  await expect(page.locator('.cc-sentence')).toBeVisible();
  const before = await chips(page).count();
  await look(page, '순천');
  await places(page).first().click();
  await expect(chips(page)).toHaveCount(before + 1);
  await expect(drawn(page)).toContainText('순천시');
});

test('the bundle holds the country, under a policy without connections', async ({ page }) => {
  await site(page, '<city-compare view="budgets" cities="yeosu,lofin-4613000"></city-compare><script src="city-compare.bundle.js"></script>', {
    policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data: blob:; connect-src 'none'",
  });
  await expect(chips(page)).toHaveText(['여수시', '순천시']);
  await look(page, '목포');
  await places(page).first().click();
  await expect(chips(page)).toHaveText(['여수시', '순천시', '목포시']);
});

failing('the one file holds the country, with the network off', async ({ page, context }) => {
  const said = [];
  page.on('console', (message) => { if (message.type() === 'error') said.push(message.text()); });
  page.on('pageerror', (error) => said.push(error.message));
  await context.setOffline(true);
  const file = fileURLToPath(new URL('../../dist/city-compare.html', import.meta.url));
  await page.goto(`${pathToFileURL(file).href}#${WITH}&cc.view=budgets`);
  await expect(chips(page)).toHaveText(['여수시', '광양시', '경주시', '전주시', '순천시']);
  await look(page, '목포');
  await places(page).first().click();
  await expect(chips(page)).toHaveText(['여수시', '광양시', '경주시', '전주시', '목포시']);
  expect(said).toEqual([]);
});

failing('a file of the country that does not come is told where the search would be, with a way to try again', async ({ page }) => {
  await page.route(PART, (route) => route.abort());
  await open(page);
  await find(page).click();
  await expect(page.getByRole('alert')).toContainText('불러오지 못했습니다');
  await expect(chips(page)).toHaveText(CITIES);
  await page.unroute(PART);
  await page.getByRole('button', { name: '다시 시도' }).click();
  await expect(field(page)).toBeVisible();
});

for (const lang of ['ko', 'en']) {
  for (const width of [320, 360, 1280]) {
    test(`the search fits and axe finds nothing: ${lang}, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 780 });
      await open(page, `${WITH}&cc.view=budgets`, lang);
      if (width < 700) await page.getByRole('button', { name: /^(도시 5|Cities: 5)/ }).click();
      await look(page, '시');
      await expect(places(page)).toHaveCount(12);
      expect(await fits(page)).toBe(true);
      for (const place of await places(page).all()) expect((await place.boundingBox()).height).toBeGreaterThanOrEqual(24);
      expect(await violations(page)).toEqual([]);
    });
  }
}

test('press reports stand beside the official figures, with the difference where they speak of the same', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press');
  const fold = page.locator('details[data-row=press-official]');
  await expect(fold.locator('summary')).toHaveText(/^언론 보도와 공식 수치 \d+$/);
  await fold.locator('summary').click();
  const row = fold.locator('tbody tr', { hasText: '여수시 · 2022년 12월 31일 주민등록 인구' });
  await expect(row).toContainText('274,765명');
  await expect(row.locator('td').last()).toHaveText('같음');
  const total = fold.locator('tbody tr', { hasText: '광주광역시 · 2019년 당초예산 총액' });
  await expect(total.locator('td').last()).toHaveText('기준 다름(기금)');
  await expect(fold).toContainText('공식 수치에는 기금이 들어 있고 언론 보도에는 없어');
  await expect(fold).toContainText('같은 기준의 공식 수치가 없는 언론 수치');
  await total.getByRole('button').last().click();
  await expect(page.locator('.cc-panel')).toContainText('지방재정365');
});

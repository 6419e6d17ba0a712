// Taking a figure along: files of exactly what is shown, a citation, a link, and the same from script.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, open, site, takeAlong, test } from './page.mjs';

const COLUMNS = [
  'plot_title', 'city', 'city_id', 'category', 'detail', 'series', 'label', 'value', 'unit', 'fiscal_year', 'stage', 'account', 'amount_won', 'count', 'status',
  'as_printed', 'documents', 'lines', 'urls', 'link', 'accessed', 'dataset_version', 'dataset_sha256',
];

/** Presses a button of the figure and gives the file that it offers. */
async function taken(page, name) {
  await takeAlong(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Presses a button and gives what is on the clipboard. */
async function copied(page, name) {
  await takeAlong(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('status')).toHaveText(/^(복사했습니다|Copied)\.$/);
  return page.evaluate(() => navigator.clipboard.readText());
}

/** CSV as rows of cells, quoted or not. */
function parsed(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

const published = async (page) => (await page.request.get('dataset.json')).body();

test('CSV: Excel’s mark and line ends, the columns, and the rows of the table with their sources', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press&cc.table=yes');
  const { name, bytes } = await taken(page, 'CSV 내려받기');
  const { version } = JSON.parse(await published(page));
  expect(name).toMatch(/^[a-z0-9.-]+\.csv$/);
  expect(name).toContain(version);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = bytes.toString('utf8').slice(1);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const [head, ...rows] = parsed(text);
  expect(head).toEqual(COLUMNS);
  const shown = await page.locator('.cc-data tbody tr').evaluateAll((rows) => rows.map((row) => [row.cells[0], row.cells[2], row.cells[3]].map((cell) => {
    const copy = cell.cloneNode(true);
    for (const button of copy.querySelectorAll('button')) button.remove();
    return copy.textContent.trim();
  })));
  const of = Object.fromEntries(head.map((column, place) => [column, place]));
  expect(rows.map((row) => [row[of.city], row[of.label], row[of.fiscal_year]])).toEqual(shown);
  const yeosu = rows[0];
  expect(yeosu[of.value]).toBe('1371200000000');
  expect(yeosu[of.unit]).toBe('won');
  expect(yeosu[of.stage]).toBe('initial');
  expect(yeosu[of.as_printed]).toContain('1조 3712억');
  expect(yeosu[of.documents]).toContain('남도방송');
  expect(yeosu[of.dataset_version]).toBe(version);
  expect(yeosu[of.dataset_sha256]).toMatch(/^[0-9a-f]{64}$/);
});

test('the hash in an export is the hash of the published dataset', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press');
  const hash = createHash('sha256').update(await published(page)).digest('hex');
  const text = await page.evaluate(() => document.querySelector('city-compare').exportCsv());
  expect(parsed(text.slice(1))[1].at(-1)).toBe(hash);
  await expect(page.locator('.cc-foot')).toContainText(hash.slice(0, 12));
});

test('CSV and JSON of stacked bars hold the same marks, with status and lines', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.budgets=plan');
  const [head, ...rows] = parsed((await taken(page, 'CSV 내려받기')).bytes.toString('utf8').slice(1));
  const json = JSON.parse((await taken(page, 'JSON 내려받기')).bytes.toString('utf8'));
  const of = Object.fromEntries(head.map((column, place) => [column, place]));
  expect(json.title).toEqual({ ko: '계획 사업의 예산과 재원', en: expect.stringContaining('projects') });
  expect(json.dataset.sha256).toBe(rows[0][of.dataset_sha256]);
  expect(json.marks.map((mark) => [mark.status, mark.value === null ? '' : String(mark.value)])).toEqual(rows.map((row) => [row[of.status], row[of.value]]));
  expect(rows.every((row) => row[of.lines] !== '')).toBe(true);
  expect(json.notes.length).toBeGreaterThan(3);
  await expect(page.locator('.cc-hit')).toHaveCount(rows.length);
});

test('SVG: title, the texts that are shown, version, hash and sources inside, nothing from outside', async ({ page, context }) => {
  await open(page, 'cc.view=budgets&cc.figure=press');
  const { name, bytes } = await taken(page, 'SVG 내려받기');
  expect(name).toMatch(/\.svg$/);
  const blank = await context.newPage(); // parsed where no policy speaks: the file is opened anywhere
  const svg = await blank.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      broken: Boolean(document.querySelector('parsererror')),
      root: document.documentElement.localName,
      title: document.querySelector('title')?.textContent,
      text: document.documentElement.textContent,
      outside: [...document.querySelectorAll('script, image, foreignObject, [href]:not([href^="#"])')].length,
    };
  }, bytes.toString('utf8'));
  expect(svg).toMatchObject({ broken: false, root: 'svg', outside: 0 });
  expect(svg.title).toContain('도시의 본예산');
  const { version } = JSON.parse(await published(page));
  for (const part of ['1조 3,712억', '광주광역시', version, '광역시입니다', '남도방송']) expect(svg.text).toContain(part);
  expect(svg.text).toMatch(/[0-9a-f]{12}/);
  expect(bytes.toString('utf8')).not.toMatch(/url\(['"]?http|@import/);
});

test('PNG: twice the size of the SVG', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press');
  const svg = (await taken(page, 'SVG 내려받기')).bytes.toString('utf8');
  const [, width, height] = /<svg[^>]*?\bwidth="(\d+)[^"]*"[^>]*?\bheight="(\d+)/.exec(svg);
  const { name, bytes } = await taken(page, 'PNG 내려받기');
  expect(name).toMatch(/\.png$/);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
});

test('exports follow the language and the choice', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press&cc.what=fields&cc.unit=share&cc.cities=yeosu,gwangju', 'en');
  const [, ...rows] = parsed((await taken(page, 'Download CSV')).bytes.toString('utf8').slice(1));
  expect(new Set(rows.map((row) => row[1]))).toEqual(new Set(['Yeosu', 'Gwangju']));
  expect(rows[0][0]).toBe('Shares of the functional fields');
  expect(new Set(rows.map((row) => row[8]))).toEqual(new Set(['percent']));
  const svg = (await taken(page, 'Download SVG')).bytes.toString('utf8');
  expect(svg).toContain('Shares of the functional fields');
});

test('the citation names title, dataset, sources and the address, in the language of the page', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press&cc.cities=yeosu,jeonju');
  const { version } = JSON.parse(await published(page));
  const korean = await copied(page, '출처 표기 복사');
  expect(korean).toMatch(new RegExp(`^도시의 본예산\\. city-compare 데이터셋 ${version.replaceAll('.', '\\.')}\\(SHA-256 [0-9a-f]{12}\\)\\.`));
  expect(korean).toContain('남도방송');
  expect(korean).toContain('cc.view=budgets&cc.figure=press');
  expect(korean).toMatch(/\d{4}년 \d{1,2}월 \d{1,2}일 확인\.$/);
  await page.getByRole('button', { name: 'English' }).click();
  const english = await copied(page, 'Copy citation');
  expect(english).toMatch(/^Initial budgets of the cities\. city-compare dataset/);
  expect(english).toMatch(/Accessed .*\d{4}\.$/);
});

test('the copied link restores the view in a new page', async ({ page, context }) => {
  await open(page, 'cc.view=budgets&cc.figure=press');
  await page.getByRole('button', { name: '광주광역시 빼기' }).click();
  await page.getByRole('button', { name: '주민 1인당' }).click();
  await page.getByRole('combobox', { name: '연도' }).selectOption('2023');
  await page.getByRole('button', { name: '표로 보기' }).click();
  const shown = await page.locator('.cc-data').innerText();
  const link = await copied(page, '링크 복사');
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.locator('.cc-data')).toBeVisible();
  expect(await other.locator('.cc-data').innerText()).toBe(shown);
  await expect(other.getByRole('button', { name: '주민 1인당' })).toHaveAttribute('aria-pressed', 'true');
  await expect(other.getByRole('combobox', { name: '연도' })).toHaveValue('2023');
});

test('the link of a second widget restores the second widget and leaves the first as it was', async ({ page, context }) => {
  await open(page, 'cc.view=sources');
  const second = page.locator('#second');
  await page.evaluate(() => {
    const widget = document.createElement('city-compare');
    widget.id = 'second';
    widget.setAttribute('state', 'url');
    document.body.prepend(widget);
  });
  await second.getByRole('button', { name: '예산', exact: true }).click();
  await expect(second.locator('figure')).toBeVisible();
  await expect(page).toHaveURL(/#cc\.view=sources&second\.view=budgets$/);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await takeAlong(second);
  await second.getByRole('button', { name: '링크 복사' }).click();
  await expect(second.getByRole('status')).toHaveText('복사했습니다.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${page.url()}&second.lang=ko`);
});

test('a page’s script gets the same CSV and SVG without a click, and nothing where there are no numbers', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press&cc.year=2023');
  const clicked = (await taken(page, 'CSV 내려받기')).bytes.toString('utf8');
  const [csv, svg] = await page.evaluate(() => {
    const widget = document.querySelector('city-compare');
    return [widget.exportCsv(), widget.exportSvg()];
  });
  expect(csv).toBe(clicked);
  expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg /);
  expect(svg).toContain('도시의 본예산');
  await page.getByRole('button', { name: '비전', exact: true }).click();
  await expect(page.locator('[data-row=vision]')).toBeVisible();
  expect(await page.evaluate(() => document.querySelector('city-compare').exportCsv())).toBeUndefined();
});

test('JSON and PNG are to be had by code, without a click', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press');
  const json = JSON.parse(await page.locator('city-compare').evaluate((element) => element.exportJson()));
  expect(JSON.stringify(json)).toContain('1371200000000');
  const png = await page.locator('city-compare').evaluate(async (element) => {
    const blob = await element.exportPng();
    const bytes = new DataView(await blob.arrayBuffer());
    return { type: blob.type, width: bytes.getUint32(16) };
  });
  expect(png).toEqual({ type: 'image/png', width: 1920 });
});

test('the picture to share says the answer, what changes its reading, its basis and its sources; Escape closes what takes it along', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press');
  await takeAlong(page);
  await expect(page.locator('.cc-taken-along')).toBeFocused();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '공유할 그림 내려받기(SVG)' }).click()]);
  const svg = await readFile(await download.path(), 'utf8');
  expect(svg).toContain('viewBox="0 0 1200 675"');
  const said = svg.replace(/<style>[^]*?<\/style>/, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, '');
  for (const part of [await page.locator('.cc-caveat').innerText(), '자료:남도방송', '외']) expect(said).toContain(part.replace(/\s+/g, '').slice(0, 30));
  await page.locator('.cc-taken-along').press('Escape');
  await expect(page.locator('.cc-taken-along')).toHaveCount(0);
  await expect(page.locator('.cc-taking')).toBeFocused();
});

test('the sources of a figure are hidden until they are asked for', async ({ page }) => {
  await open(page, 'cc.view=budgets');
  await expect(page.locator('.cc-sources')).toBeHidden();
  await page.getByRole('button', { name: /^출처 \d+$/ }).click();
  await expect(page.locator('.cc-sources')).toBeVisible();
});

test('the code shows on another page what is on the screen, whatever was chosen', async ({ page, context }) => {
  test.setTimeout(120_000);
  const states = [
    'cc.view=budgets&cc.figure=fields&cc.order=code&cc.cities=gwangju,yeosu', 'cc.view=budgets&cc.figure=blocks&cc.lit=120', 'cc.view=budgets&cc.figure=years&cc.real=yes',
    'cc.view=budgets&cc.figure=press&cc.what=years&cc.unit=per_resident', 'cc.view=budgets&cc.budgets=plan&cc.group=department', 'cc.view=topics&cc.q=%EB%B2%84%EC%8A%A4',
    'cc.view=topics&cc.topic=jobs', 'cc.view=strategies&cc.field=080&cc.with-budget=yes&cc.rest=yes',
  ];
  const other = await context.newPage();
  for (const state of states) {
    await open(page, state);
    await page.reload();
    await takeAlong(page);
    const rows = (text) => text.trimEnd().split('\r\n').map((line) => line.replace(/http[^,]*index\.html[^,]*|http[^,]*site\.html[^,]*/, ''));
    const shown = rows(await page.locator('city-compare').evaluate((host) => host.exportCsv()));
    for (const [form, where] of [[/^두 줄/, 'lines'], [/^틀/, 'frame']]) {
      await page.locator('.cc-taken-along').getByRole('button', { name: form }).click();
      const code = await page.locator('.cc-code').innerText();
      await site(other, code.replaceAll(/https?:\/\/[^/]+\//g, './'), { policy: '' });
      const within = where === 'frame' ? other.frameLocator('iframe') : other;
      await expect(within.locator('.cc-figure').first()).toBeVisible();
      expect(rows(await within.locator('city-compare').evaluate((host) => host.exportCsv())).map((row) => row.split(',').slice(0, 12).join()), `${where}: ${state}`)
        .toEqual(shown.map((row) => row.split(',').slice(0, 12).join()));
      await expect(within.locator('.cc-problems')).toHaveCount(0);
    }
  }
});

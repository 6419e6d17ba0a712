// Paper: what Chromium prints is read again: size and orientation, nothing lost or beyond the page, numbers, sources, version.
import { STATES, VIEWS, found } from './access.mjs';
import { bare, pages, wordsOf } from './paper.mjs';
import { expect, open, test } from './page.mjs';

test.use({ trace: 'off' });

const A4 = [595, 842];
const print = async (page) => pages(await page.pdf({ preferCSSPageSize: true, printBackground: false }));

/** What holds for every printed page: A4, everything within it and no smaller than 6 pt, numbered. */
function sound(printed, landscape) {
  const [short, long] = A4;
  const wrong = [];
  for (const [index, { width, height, texts, text }] of printed.entries()) {
    const [w, h] = landscape ? [long, short] : [short, long];
    if (Math.abs(width - w) > 1.5 || Math.abs(height - h) > 1.5) wrong.push(`page ${index + 1} is ${width} × ${height}`);
    for (const one of texts) if (one.x < 0 || one.end > width + 0.5 || one.y < 0 || one.y > height) wrong.push(`beyond page ${index + 1}: ${one.text}`);
    for (const one of texts) if (one.size < 6) wrong.push(`${one.size.toFixed(1)} pt on page ${index + 1}: ${one.text}`);
    if (!bare(text).includes(`${index + 1}/${printed.length}`)) wrong.push(`page ${index + 1} has no number`);
  }
  return wrong.slice(0, 6);
}

/** Every word of these elements is on paper. */
async function printedTexts(page, printed, selector) {
  const said = await page.locator(selector).evaluateAll((all) => all.filter((one) => !one.closest('.cc-hidden')).map((one) => one.textContent));
  const paper = bare(printed.map(({ text }) => text).join(''));
  expect(said.length, selector).toBeGreaterThan(0);
  return said.filter((text) => wordsOf(text).some((word) => !paper.includes(word))).map((text) => text.slice(0, 60));
}

for (const [state, lang, landscape, whole] of [
  ['visions', 'ko', true, ['.cc-sentence', '.cc-slogan', '.cc-badge', '.cc-directions a', '.cc-foot p']],
  ['budgets', 'ko', false, ['.cc-sentence', '.cc-summary', '.cc-drawing .cc-label', '.cc-basis', '.cc-notes h5', '.cc-notes li', '.cc-sources', '.cc-foot p']],
  ['press', 'ko', false, ['.cc-sentence', '.cc-summary', '.cc-drawing .cc-label', '.cc-drawing .cc-value', '.cc-notes h5', '.cc-notes li', '.cc-sources', '.cc-foot p']],
  ['glance', 'ko', false, ['.cc-sentence', '.cc-summary', '.cc-cards h4', '.cc-cards p:not(.cc-readout)', '.cc-leads li', '.cc-foot p']],
  ['topics', 'en', false, ['.cc-sentence', '.cc-summary', '.cc-column h4', '.cc-column li', '.cc-column .cc-none', '.cc-foot p']],
  ['table', 'en', true, ['.cc-sentence', '.cc-data caption', '.cc-data tbody th', '.cc-data tbody tr:last-child td:last-child', '.cc-sources', '.cc-foot p']],
  ['sources', 'en', false, ['.cc-sentence', '.cc-card h5', '.cc-glossary dt', '.cc-foot p']],
]) {
  test(`paper: ${state}, ${lang}: A4 ${landscape ? 'lying, for five columns' : 'upright'}, numbered, nothing lost`, async ({ page }) => {
    test.setTimeout(60_000);
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(page, VIEWS[state] ?? STATES[state], lang);
    const printed = await print(page);
    expect(sound(printed, landscape)).toEqual([]);
    for (const selector of whole) {
      expect.soft(await printedTexts(page, printed, selector), selector).toEqual([]);
    }
    // Nothing that can only be pressed is printed.
    expect(printed[0].text).not.toMatch(/CSV|내려받기|Download|English/);
  });
}

test('paper: the heads of a table stand on each of its pages; a chart that is longer than a page is printed as its table', async ({ page }) => {
  test.setTimeout(60_000);
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, STATES.plan);
  await expect(page.locator('.cc-drawing')).toBeVisible();
  const printed = await print(page);
  expect(sound(printed, true)).toEqual([]);
  const heads = ['국비', '시비'];
  const listed = printed.filter(({ text }) => bare(text).split('만원').length + bare(text).split(',000').length > 20);
  expect(listed.length).toBeGreaterThan(1);
  for (const { text } of listed) for (const head of heads) expect.soft(bare(text)).toContain(head);
  await expect(page.locator('.cc-drawing'), 'the screen has its chart again').toBeVisible();
});

test('a phone prints the same pages as a desk, in colours for paper, and its screen is as before afterwards', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, VIEWS.budgets);
  await page.locator('city-compare').evaluate((host) => host.setAttribute('theme', 'dark'));
  const width = () => page.locator('.cc-drawing svg').evaluate((svg) => svg.viewBox.baseVal.width);
  const before = await width();
  const printed = await print(page);
  expect(sound(printed, false)).toEqual([]);
  const largest = Math.max(...printed[0].texts.map(({ size }) => size));
  expect(largest).toBeLessThan(24);
  await expect.poll(width).toBe(before);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('.cc')).toHaveCSS('color', 'rgb(22, 24, 29)');
});

test('print() of the element prints it alone, with numbered pages', async ({ page }) => {
  await page.goto('examples/two-instances.html');
  await expect(page.locator('#left .cc-sentence')).toBeVisible();
  // The dialog would stand in the way: what it would print is printed instead.
  const ready = page.evaluate(() => new Promise((done) => { window.print = () => done(document.adoptedStyleSheets.length); document.querySelector('#left').print(); }));
  expect(await ready).toBe(1);
  // It is over when print() returns; for the picture of it the sheet is put back.
  await page.evaluate(() => {
    window.print = () => { window.kept = [...document.adoptedStyleSheets]; document.querySelector('#left').setAttribute('data-kept', ''); };
    const left = document.querySelector('#left');
    left.print();
    left.setAttribute('data-city-compare-print', '');
    document.adoptedStyleSheets = window.kept;
  });
  const printed = await print(page);
  expect(sound(printed, false)).toEqual([]);
  const paper = printed.map(({ text }) => text).join('');
  expect(bare(paper)).toContain('광양시');
  expect(bare(paper), 'the other element').not.toContain('Gwangju');
  expect(bare(paper), 'the page around it').not.toContain('한쪽에둘');
});

for (const lang of ['ko', 'en']) {
  test(`paper: every topic stands on one sheet, with its address and a QR code, ${lang}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(page, VIEWS.topics, lang);
    const topics = await page.locator('.cc-main .cc-choice').allInnerTexts();
    const long = {};
    for (const name of topics) {
      await page.locator('.cc-main .cc-choice').filter({ hasText: name }).first().click();
      await expect(page.locator('.cc-sentence')).toContainText(name);
      const printed = await print(page);
      if (printed.length > 1) long[name] = printed.length;
      expect.soft(bare(printed.at(-1).text), name).toContain('cc.view=topics');
    }
    expect(long).toEqual({});
  });
}

test('paper: what is folded is unfolded, what scrolls does not, and nothing to press is left', async ({ page }) => {
  await page.setViewportSize({ width: 794, height: 1123 });
  const all = {};
  for (const [state, fragment] of Object.entries({ ...VIEWS, table: STATES.table, item: STATES.item, alike: STATES.alike })) {
    await page.emulateMedia({ media: 'screen' });
    await open(page, fragment);
    await page.emulateMedia({ media: 'print' });
    const lost = await found(page, '.cc-hits', (box) => box.scrollHeight > box.clientHeight + 1 && 'is cut on paper');
    lost.push(...await found(page, '.cc-tabs, .cc-segments, .cc-take, .cc-search, .cc-filters, .cc-source, .cc-skip, .cc-more, .cc-back, .cc-hit, .cc-readout', () => 'is printed'));
    lost.push(...await found(page, 'details:not([open])', (fold) => fold.lastElementChild.getBoundingClientRect().height === 0 && 'is folded on paper'));
    if (lost.length) all[state] = lost.slice(0, 8);
  }
  expect(all).toEqual({});
});

// What everyone needs: axe, the keyboard, sizes, zoom, forced colours, reduced motion, and paper.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, fits, open, test } from './page.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const VIEWS = {
  visions: 'cc.view=visions',
  strategies: 'cc.view=strategies',
  budgets: 'cc.view=budgets',
  sources: 'cc.view=sources',
};
const STATES = {
  outline: 'cc.view=strategies&cc.strategies=outline&cc.with-budget=yes',
  topics: 'cc.view=strategies&cc.strategies=topics',
  plan: 'cc.view=budgets&cc.budgets=plan',
  shares: 'cc.view=budgets&cc.what=fields&cc.unit=share',
  years: 'cc.view=budgets&cc.what=years',
  figures: 'cc.view=budgets&cc.budgets=figures',
  table: 'cc.view=budgets&cc.budgets=plan&cc.group=field&cc.table=yes',
  empty: 'cc.view=budgets&cc.budgets=plan&cc.cities=yeosu,gwangju',
  item: 'cc.item=gwangyang-5-4',
  search: `cc.q=${encodeURIComponent('탄소')}`,
  problem: 'cc.view=maps',
  folds: 'cc.view=sources&cc.cities=gyeongju,jeonju',
};

// Recording each of a thousand key presses would take longer than the test; its messages say what fails.
test.use({ trace: 'off' });

/** Violations in short: rule, how often, the first elements and why. There are no frames, so axe may run in one piece, four times as fast. */
async function violations(page) {
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'], selectors: false })
    .setLegacyMode(true)
    .analyze();
  const why = ({ any, all, none }) => [...any, ...all, ...none][0]?.message ?? '';
  return violations.map(({ id, nodes }) => `${id} × ${nodes.length}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 90)} (${why(node)})`).join(' | ')}`);
}

/** Runs in the page: everything under the widget's shadow root that passes. */
async function found(page, selector, pass, arg) {
  return page.locator('city-compare').evaluate((host, { selector, pass, arg }) => {
    const test = new Function(`return (${pass})`)();
    const name = (element) => `${element.localName}.${element.className.baseVal ?? element.className} “${(element.ariaLabel ?? element.textContent).trim().slice(0, 30)}”`;
    return [...host.shadowRoot.querySelectorAll(selector)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => [element, test(element, arg)])
      .filter(([, says]) => says)
      .map(([element, says]) => `${name(element)} ${says === true ? '' : says}`);
  }, { selector, pass: pass.toString(), arg });
}

for (const scheme of ['light', 'dark']) {
  for (const lang of ['ko', 'en']) {
    for (const width of [360, 1280]) {
      test(`axe finds nothing in any view: ${lang}, ${scheme}, ${width} px`, async ({ page }) => {
        test.setTimeout(60_000);
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height: 900 });
        const all = {};
        for (const [view, whole] of Object.entries(VIEWS)) {
          // The whole matrix holds a thousand links of one kind: it is looked at twice, and one of its rows each time.
          const fragment = view === 'strategies' && !(scheme === 'light' ? lang === 'ko' && width === 1280 : lang === 'en' && width === 360) ? `${whole}&cc.field=050` : whole;
          await open(page, fragment, lang);
          const says = await violations(page);
          if (says.length) all[view] = says;
        }
        expect(all).toEqual({});
      });
    }
  }
}

for (const [lang, scheme, width, states] of [
  ['ko', 'light', 360, ['outline', 'topics', 'plan', 'item', 'search', 'folds']],
  ['en', 'dark', 1280, ['shares', 'years', 'figures', 'table', 'empty', 'item', 'search', 'problem']],
]) {
  test(`axe finds nothing in what a reader opens: ${lang}, ${scheme}, ${width} px`, async ({ page }) => {
    test.setTimeout(60_000);
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    const all = {};
    for (const state of states) {
      await open(page, STATES[state], lang);
      if (state === 'item') await page.locator('.cc-item .cc-source').first().click();
      if (state === 'folds') await page.locator('details').evaluateAll((folds) => { for (const fold of folds) fold.open = true; });
      const says = await violations(page);
      if (says.length) all[state] = says;
    }
    expect(all).toEqual({});
  });
}

/** Presses Tab until the focus leaves the widget; tells of each stop whether it can be seen. */
async function walk(page, key = 'Tab') {
  const stops = [];
  for (let presses = 0; presses < 700; presses += 1) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(() => {
      const root = document.querySelector('city-compare').shadowRoot;
      const focused = root.activeElement;
      if (!focused) return null;
      const box = focused.getBoundingClientRect();
      const style = getComputedStyle(focused);
      const visibleWidth = Math.min(box.right, innerWidth) - Math.max(box.left, 0);
      const visibleHeight = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
      const inset = (from, to, share) => from + (to - from) * share;
      const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [inset(Math.max(box.left, 0), Math.min(box.right, innerWidth), x), inset(Math.max(box.top, 0), Math.min(box.bottom, innerHeight), y)]));
      // A link that wraps leaves holes in its box: a text's own rows are looked at as well.
      for (const row of focused.getClientRects()) points.push([row.left + row.width / 2, row.top + row.height / 2]);
      const seen = points.some(([x, y]) => {
        const top = root.elementFromPoint(x, y);
        return top && (top === focused || focused.contains(top) || top.contains(focused) && getComputedStyle(top).position !== 'sticky');
      });
      const covered = points.map(([x, y]) => root.elementFromPoint(x, y)).every((top) => top?.closest('.cc-side thead, .cc-side tbody th[scope="row"]') && !top.contains(focused) && !focused.contains(top));
      return {
        name: `${focused.localName}.${focused.className} “${(focused.ariaLabel ?? focused.textContent).trim().slice(0, 40)}”`,
        seen: visibleWidth > 0 && visibleHeight > 0 && seen && !covered,
        ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      };
    });
    if (!stop) return stops;
    stops.push(stop);
    if (key !== 'Tab' && stop.name.includes('cc-skip')) return stops;
  }
  throw new Error(`${stops.length} stops and no way out`);
}

for (const [view, width] of [['visions', 1280], ['visions', 360], ['matrix', 1280], ['budgets', 1280], ['sources', 360]]) {
  test(`the keyboard walks ${view} at ${width} px from the skip button to the end and back, and always sees where it is`, async ({ page }) => {
    test.setTimeout(60_000);
    await page.setViewportSize({ width, height: 700 });
    await open(page, VIEWS[view] ?? 'cc.view=strategies&cc.cities=gyeongju,jeonju');
    const stops = await walk(page);
    expect(stops[0].name).toContain('비교 내용으로 건너뛰기');
    expect(stops.slice(1, 3).map((stop) => stop.name).join()).toMatch(/한국어.*English/);
    expect(stops.filter((stop) => !stop.ring).map((stop) => stop.name), 'without a ring').toEqual([]);
    expect(stops.filter((stop) => !stop.seen).map((stop) => stop.name), 'out of sight').toEqual([]);
    const back = await walk(page, 'Shift+Tab');
    expect(back.length).toBe(stops.length);
    expect(back.filter((stop) => !stop.seen).map((stop) => stop.name), 'out of sight on the way back').toEqual([]);
  });
}

test('the skip button leads to the comparison', async ({ page }) => {
  await open(page, VIEWS.visions);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('button', { name: '비교 내용으로 건너뛰기' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /비전을 밝힙니다/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('.cc-main :focus')).toHaveCount(1);
});

test('Escape closes an opened item and gives the focus back to what opened it', async ({ page }) => {
  await open(page, VIEWS.visions);
  const link = page.locator('[data-row=vision] [data-city=gwangju] a');
  await link.press('Enter');
  await expect(page.locator('.cc-item')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('.cc-item')).toHaveCount(0);
  await expect(link).toBeFocused();
});

test('the back button of an item gives the focus back to what opened it', async ({ page }) => {
  await open(page, VIEWS.visions);
  const link = page.locator('[data-row=vision] [data-city=gwangju] a');
  await link.press('Enter');
  await page.getByRole('button', { name: '목록으로' }).press('Enter');
  await expect(page.locator('.cc-item')).toHaveCount(0);
  await expect(link).toBeFocused();
});

test('Escape closes the source of an item first, and then only that', async ({ page }) => {
  await open(page, STATES.item);
  const source = page.locator('.cc-item .cc-source').first();
  await source.press('Enter');
  await expect(page.locator('.cc-panel')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('.cc-panel')).toHaveCount(0);
  await expect(source).toBeFocused();
  await expect(page.locator('.cc-item')).toBeVisible();
});

test('the focus is never lost when a button removes itself', async ({ page }) => {
  await open(page, 'cc.view=strategies&cc.field=080&cc.with-budget=yes');
  const lost = [];
  const within = async (what) => {
    if (!await page.locator('city-compare').evaluate((host) => Boolean(host.shadowRoot.activeElement))) lost.push(what);
  };
  await page.getByRole('button', { name: '‘사회복지’ 거르기 풀기' }).press('Enter');
  await expect(page.locator('.cc-set .cc-chip')).toHaveCount(1);
  await within('a filter, another left');
  await page.getByRole('button', { name: '‘금액 적힌 것만’ 거르기 풀기' }).press('Enter');
  await expect(page.locator('.cc-set')).toHaveCount(0);
  await within('the last filter');
  await page.getByRole('searchbox').fill('탄소중립');
  await page.getByRole('button', { name: '찾기 지우기' }).press('Enter');
  await expect(page.locator('.cc-results')).toHaveCount(0);
  await within('the search');
  await page.getByRole('button', { name: '여수시 빼기' }).press('Enter');
  await expect(page.locator('.cc-cities .cc-chip')).toHaveCount(4);
  await within('a city');
  await page.getByRole('button', { name: '광주광역시 앞으로 옮기기' }).press('Enter');
  await within('a moved city');
  await page.getByRole('button', { name: '광주광역시 앞으로 옮기기' }).press('Enter');
  await page.getByRole('button', { name: '광주광역시 앞으로 옮기기' }).press('Enter');
  await within('a city moved to the first place');
  await page.getByRole('combobox', { name: '도시 추가' }).selectOption('yeosu');
  await within('the menu of cities, when all are in');
  expect(lost).toEqual([]);
});

test('what changes is announced once, in the language of the page', async ({ page }) => {
  await open(page);
  const status = page.getByRole('status');
  await expect(status).toHaveCount(1);
  await page.getByRole('button', { name: '여수시 빼기' }).click();
  await expect(status).toHaveText('4개 도시를 견줍니다: 광양시, 경주시, 전주시, 광주광역시.');
  await page.getByRole('button', { name: '예산', exact: true }).click();
  await expect(status).toHaveText('예산 보기입니다.');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Sources', exact: true }).click();
  await expect(status).toHaveText('Sources view.');
});

test('the language switch changes every name and keeps what is open', async ({ page }) => {
  await open(page, 'cc.view=strategies&cc.order=coverage&cc.field=080');
  await page.getByRole('button', { name: 'English' }).press('Enter');
  await expect(page.locator('.cc')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('button', { name: 'Most items' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: 'Remove the filter “Social welfare”' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Field', exact: true })).toHaveValue('080');
  await expect(page.locator('[data-row="080"] [data-city=gwangyang]')).toContainText('items');
  await page.getByRole('button', { name: '한국어' }).press('Enter');
  await expect(page.getByRole('button', { name: '항목 많은 차례' })).toHaveAttribute('aria-pressed', 'true');
});

test('Korean words on the English page are marked as Korean, so that they are read aloud as Korean', async ({ page }) => {
  const all = {};
  for (const [state, fragment] of [...Object.entries(VIEWS), ...['plan', 'item', 'search', 'topics'].map((state) => [state, STATES[state]])]) {
    await open(page, fragment, 'en');
    if (state === 'item') await page.locator('.cc-item .cc-source').first().click();
    const wrong = await page.locator('city-compare').evaluate((host) => {
      const walker = document.createTreeWalker(host.shadowRoot, NodeFilter.SHOW_TEXT);
      const wrong = new Set();
      while (walker.nextNode()) {
        const { data, parentElement } = walker.currentNode;
        if (/[가-힣]{2}/.test(data) && parentElement.closest('[lang]')?.lang !== 'ko') wrong.add(`${parentElement.localName}.${parentElement.className.baseVal ?? parentElement.className}: ${data.trim().slice(0, 60)}`);
      }
      for (const element of host.shadowRoot.querySelectorAll('[aria-label], [title], [placeholder]')) {
        for (const name of ['aria-label', 'title', 'placeholder']) if (/[가-힣]{2}/.test(element.getAttribute(name) ?? '') && element.closest('[lang]')?.lang !== 'ko') wrong.add(`@${name}: ${element.getAttribute(name).slice(0, 60)}`);
      }
      return [...wrong];
    });
    if (wrong.length) all[state] = [wrong.length, ...wrong.slice(0, 6)];
  }
  expect(all).toEqual({});
});

/** Controls that are smaller than 24 px and closer than 24 px to another (WCAG 2.5.8). Marks of a chart have their table; a link in a sentence is as high as its line. */
const crowded = (page) => page.locator('city-compare').evaluate((host) => {
  const targets = [...host.shadowRoot.querySelectorAll('button:not(.cc-hit), a.cc-link, .cc-card > a, .cc-evidence > a, select, input, summary')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.classList.contains('cc-skip'))
    .map((element) => [element.closest('label') ?? element, element.getBoundingClientRect()])
    .map(([element, own]) => { const label = element.getBoundingClientRect(); return [element, element.localName === 'label' ? label : own]; });
  const distance = (x, y, box) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const small = ([, box]) => box.width < 24 || box.height < 24;
  return targets.filter((target) => small(target) && targets.some((other) => {
    if (other === target || other[0].closest('.cc-hits') !== target[0].closest('.cc-hits') || Math.abs(other[1].top - target[1].top) > 80) return false;
    const x = target[1].left + target[1].width / 2;
    const y = target[1].top + target[1].height / 2;
    if (small(other)) return Math.hypot(x - other[1].left - other[1].width / 2, y - other[1].top - other[1].height / 2) < 24;
    return distance(x, y, other[1]) < 12;
  })).map(([element, box]) => `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 24)}” ${box.width.toFixed(0)}×${box.height.toFixed(0)}`);
});

test('everything can be touched: main controls 44 px high, others 24 px or apart', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  const all = {};
  const main = '.cc-tab, .cc-segment, .cc-language, .cc-chip-button, .cc-add, .cc-select select, .cc-search input, .cc-check, .cc-take button, .cc-sort, .cc-more, .cc-quiet, .cc-item .cc-back';
  for (const [state, fragment] of [...Object.entries(VIEWS), ...['outline', 'topics', 'plan', 'table', 'item', 'search'].map((state) => [state, STATES[state]])]) {
    await open(page, fragment);
    if (state === 'outline' || state === 'sources') await page.locator('details').evaluateAll((folds) => { for (const fold of folds) fold.open = true; });
    const low = await found(page, main, (element) => {
      const box = element.getBoundingClientRect();
      return (box.height < 43.5 || box.width < 24) && `${box.width.toFixed(0)}×${box.height.toFixed(0)}`;
    });
    const close = await crowded(page);
    if (low.length || close.length) all[state] = { low: [...new Set(low)].slice(0, 5), close: [close.length, ...close.slice(0, 5)] };
  }
  expect(all).toEqual({});
});

/** What does not fit: the page, controls that reach beyond the window, texts that their box cuts. */
async function spilt(page) {
  const beyond = await found(page, 'button, a, select, input, summary, h2, h3, h4, h5, p, li, th, td, dt, dd, small, label, figure', (element) => {
    if (element.closest('.cc-scroll, .cc-hidden') || element.matches('.cc-skip:not(:focus)')) return false;
    const box = element.getBoundingClientRect();
    if (box.right > innerWidth + 1 || box.left < -1) return `reaches ${box.left.toFixed(0)}…${box.right.toFixed(0)}`;
    const cut = element.matches('button, a, summary, th, td, li, p, label') && getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    return cut && 'is cut';
  });
  const drawn = await found(page, '.cc-drawing svg text', (text) => {
    const box = text.getBoundingClientRect();
    return (box.right > innerWidth + 1 || box.left < -1) && `reaches ${box.left.toFixed(0)}…${box.right.toFixed(0)}`;
  });
  const wide = await fits(page) ? [] : [`the page is ${await page.evaluate(() => document.documentElement.scrollWidth)} px wide`];
  return [...wide, ...new Set(beyond), ...new Set(drawn)].slice(0, 8);
}

for (const lang of ['ko', 'en']) {
  test(`at 400 % zoom (320 px) nothing needs scrolling sideways and nothing is lost: ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const all = {};
    for (const [state, fragment] of Object.entries({ ...VIEWS, ...STATES })) {
      await open(page, fragment, lang);
      const lost = await spilt(page);
      if (lost.length) all[state] = lost;
    }
    expect(all).toEqual({});
  });
}

test('text at 200 % loses nothing, on a desk and on a phone', async ({ page }) => {
  const all = {};
  for (const [width, states] of [[1280, { ...VIEWS, table: STATES.table, item: STATES.item, search: STATES.search }], [360, { ...VIEWS, plan: STATES.plan }]]) {
    await page.setViewportSize({ width, height: 900 });
    for (const [state, fragment] of Object.entries(states)) {
      await open(page, fragment);
      await page.evaluate(() => { document.documentElement.style.fontSize = '32px'; });
      const lost = await spilt(page);
      if (lost.length) all[`${state} ${width}`] = lost;
    }
  }
  expect(all).toEqual({});
});

test('the wider spacing that a reader sets is taken (WCAG 1.4.12)', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  const all = {};
  for (const [view, fragment] of Object.entries(VIEWS)) {
    await open(page, fragment);
    await page.locator('city-compare').evaluate((host) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }');
      host.shadowRoot.adoptedStyleSheets.push(sheet);
    });
    const lost = (await spilt(page)).filter((line) => !line.startsWith('text.'));
    if (lost.length) all[view] = lost;
  }
  expect(all).toEqual({});
});

test('forced colours: what is chosen, current and drawn can still be told', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, 'cc.view=budgets&cc.what=accounts');
  const look = (locator) => locator.evaluate((element) => {
    const style = getComputedStyle(element);
    return [style.color, style.backgroundColor, style.borderBottomColor, style.borderBottomStyle, style.borderBottomWidth, style.textDecorationLine, style.fontWeight].join(' ');
  });
  for (const [on, off] of [['예산', '비전'], ['회계별', '총계'], ['한국어', 'English']]) {
    expect.soft(await look(page.getByRole('button', { name: on, exact: true })), `${on} beside ${off}`).not.toBe(await look(page.getByRole('button', { name: off, exact: true })));
  }
  // Texts of the drawing take the colours that the reader forced.
  const [text, paper] = await page.locator('.cc-drawing svg text').first().evaluate((text) => [getComputedStyle(text).fill, getComputedStyle(text.closest('.cc')).backgroundColor]);
  expect(text).not.toBe(paper);
  await expect(page.locator('.cc-drawing .cc-mark').first()).toHaveCSS('stroke', /rgb/);
  for (const fragment of [VIEWS.visions, VIEWS.strategies, VIEWS.sources]) {
    await open(page, fragment);
    await expect(page.locator('.cc-main')).toBeVisible();
  }
});

test('reduced motion: nothing moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const fragment of Object.values(VIEWS)) {
    await open(page, fragment);
    const moving = await found(page, '*', (element) => {
      const style = getComputedStyle(element);
      return [style.transitionDuration, style.animationDuration].some((times) => times.split(',').some((time) => parseFloat(time) > 0));
    });
    expect(moving).toEqual([]);
  }
});

test('paper: each view prints, nothing hangs over the page, controls stay away, all items are there', async ({ page }) => {
  await page.setViewportSize({ width: 794, height: 1123 });
  const all = {};
  for (const [state, fragment] of Object.entries({ ...VIEWS, plan: STATES.plan, table: STATES.table, item: STATES.item, topics: STATES.topics })) {
    await page.emulateMedia({ media: 'screen' });
    await open(page, fragment);
    await page.emulateMedia({ media: 'print' });
    const lost = await spilt(page);
    // What scrolls on a screen is cut on paper.
    lost.push(...await found(page, '.cc-scroll, .cc-hits', (box) => (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1) && `is cut on paper: ${box.scrollWidth} > ${box.clientWidth}`));
    lost.push(...await found(page, '.cc-tabs, .cc-segments, .cc-take, .cc-search, .cc-filters, .cc-source, .cc-skip, .cc-more, .cc-back', () => 'is printed'));
    lost.push(...await found(page, 'details:not([open])', () => 'is folded on paper'));
    if (lost.length) all[state] = lost.slice(0, 8);
    const pdf = await page.pdf({ format: 'A4', printBackground: true });
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0, state).toBeGreaterThan(0);
  }
  expect(all).toEqual({});
});

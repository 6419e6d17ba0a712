// The keyboard: it reaches everything, always shows where it is, and is never lost or trapped.
import { STATES, VIEWS, textSize } from './access.mjs';
import { expect, open, test } from './page.mjs';

// Recording each of a thousand key presses would take longer than the test; its messages say what fails.
test.use({ trace: 'off' });

/** Presses Tab until the focus leaves the widget; tells of each stop whether it can be seen and is not under a sticky head. */
async function walk(page, key = 'Tab') {
  const stops = [];
  for (let presses = 0; presses < 700; presses += 1) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(() => {
      const root = document.querySelector('city-compare').shadowRoot;
      const focused = root.activeElement;
      if (!focused) return null;
      const style = getComputedStyle(focused);
      // A link that wraps leaves holes in its box: its rows are looked at, each at its middle and near its ends.
      const points = [...focused.getClientRects()].flatMap((row) => [0.1, 0.5, 0.9].flatMap((x) => [0.2, 0.5, 0.8].map((y) => [row.left + row.width * x, row.top + row.height * y])));
      const inside = points.filter(([x, y]) => x >= 0 && x < innerWidth && y >= 0 && y < innerHeight);
      const own = (top) => top && (top === focused || focused.contains(top) || focused.matches('input') && focused.closest('label')?.contains(top));
      const seen = inside.filter(([x, y]) => own(root.elementFromPoint(x, y)));
      return {
        name: `${focused.localName}.${focused.className} “${(focused.ariaLabel ?? focused.textContent).trim().slice(0, 40)}”`,
        // WCAG 2.4.11 asks that not all of it is covered; a scrolled box is larger than the window.
        seen: seen.length > 0 || focused.matches('.cc-scroll, .cc-hits') && inside.length > 0,
        ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      };
    });
    if (!stop) return stops;
    stops.push(stop);
    if (key !== 'Tab' && stop.name.includes('cc-skip')) return stops;
  }
  throw new Error(`${stops.length} stops and no way out`);
}

const MATRIX = 'cc.view=strategies&cc.cities=gyeongju,jeonju';

for (const [view, width, size] of [['visions', 1280], ['visions', 360], ['visions', 1280, 32], ['matrix', 1280], ['budgets', 1280], ['budgets', 360], ['glance', 1280], ['glance', 360], ['topics', 1280], ['topics', 360], ['sources', 360]]) {
  const text = size ? ' with text at 200 %' : '';
  test(`the keyboard walks ${view} at ${width} px${text} from the skip button to the end and back, and always sees where it is`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.setViewportSize({ width, height: 700 });
    if (size) await textSize(page, size);
    await open(page, VIEWS[view] ?? MATRIX);
    const stops = await walk(page);
    expect(stops[0].name).toContain('비교 내용으로 건너뛰기');
    // Where space is short, the language that is spoken is not offered.
    expect(stops.slice(1, 3).map((stop) => stop.name).join()).toMatch(width === 1280 && !size ? /한국어.*English/ : /English/);
    expect(stops.filter((stop) => !stop.ring).map((stop) => stop.name), 'without a ring').toEqual([]);
    expect(stops.filter((stop) => !stop.seen).map((stop) => stop.name), 'out of sight').toEqual([]);
    if (size) return;
    const back = await walk(page, 'Shift+Tab');
    expect(back.length).toBe(stops.length);
    expect(back.filter((stop) => !stop.seen).map((stop) => stop.name), 'out of sight on the way back').toEqual([]);
  });
}

test('the skip button leads to the comparison, and moves nothing when it shows', async ({ page }) => {
  await open(page, VIEWS.visions);
  const top = () => page.locator('.cc-title').evaluate((title) => title.getBoundingClientRect().top);
  const before = await top();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('button', { name: '비교 내용으로 건너뛰기' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  expect(await top()).toBe(before);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /^비전을 문장으로/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('.cc-main :focus')).toHaveCount(1);
});

test('a chart is one stop; arrows, Home and End reach each mark, which says all of it; Escape leads on', async ({ page }) => {
  await open(page, STATES.press);
  const marks = page.locator('.cc-hit');
  await expect(page.locator('.cc-hit[tabindex="0"]')).toHaveCount(1);
  await expect(page.locator('.cc-hit[tabindex="-1"]')).toHaveCount(await marks.count() - 1);
  await page.getByRole('checkbox', { name: '같은 해·같은 단계만 비교' }).focus();
  // Terms of the heading and the summary come first.
  const focused = () => page.locator('city-compare').evaluate((host) => host.shadowRoot.activeElement.className);
  do await page.keyboard.press('Tab'); while (await focused() === 'cc-term');
  await expect(marks.first()).toBeFocused();
  // City, what it is, the value as it is read aloud, year and stage.
  await expect(marks.first()).toHaveAccessibleName(/여수시, 일조 삼천칠백십이억 원, 2022년, 확정/);
  await page.keyboard.press('ArrowDown');
  await expect(marks.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(marks.nth(2)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await expect(marks.first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(marks.last()).toBeFocused();
  await expect(page.locator('.cc-readout')).toContainText('5조 7,124억');
  await page.keyboard.press('Home');
  await expect(marks.first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('.cc-take button').first()).toBeFocused();
});

test('what a screen reader is given: the chart has a name and says how it is used once, in no mark', async ({ page }) => {
  await open(page, VIEWS.budgets);
  const browser = await page.context().newCDPSession(page);
  const { nodes } = await browser.send('Accessibility.getFullAXTree');
  const described = nodes.filter((node) => node.description?.value?.includes('화살표'));
  expect(described.map((node) => [node.role.value, node.name.value])).toEqual([['group', '시 살림이 10만 원이라면 어디에 쓸까요?']]);
  const { root } = await browser.send('DOM.getDocument', { depth: -1, pierce: true });
  const details = new Set();
  (function look(node) { // what is folded has its summary for a name
    if (node.localName === 'details') details.add(node.backendNodeId);
    for (const child of [...node.children ?? [], ...node.shadowRoots ?? []]) look(child);
  })(root);
  const unnamed = nodes.filter((node) => !details.has(node.backendDOMNodeId) && ['button', 'link', 'combobox', 'checkbox', 'textbox', 'searchbox', 'group', 'region', 'table', 'navigation'].includes(node.role?.value) && !node.ignored && !node.name?.value);
  expect(unnamed.map((node) => node.role.value)).toEqual([]);
});

test('a table of numbers is sorted by buttons in its heads, and says by which', async ({ page }) => {
  await open(page, STATES.table);
  const head = page.getByRole('columnheader').last();
  await expect(head).toHaveAttribute('aria-sort', 'none');
  await head.getByRole('button').press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(head.getByRole('button')).toBeFocused();
  await head.getByRole('button').press('Space');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('columnheader').first()).toHaveAttribute('aria-sort', 'none');
  await expect(page.locator('table caption')).not.toBeEmpty();
  await expect(page.locator('tbody th[scope=row]').first()).toBeVisible();
});

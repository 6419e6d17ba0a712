// Pages as they are: with a header that stays, old browsers' colours, a screen reader while someone types.
import { SCRIPT, expect, site, test } from './page.mjs';

const HEADER = { files: { 'site.css': 'header { position: fixed; inset: 0 0 auto; height: 80px; z-index: 1; background: navy; } main { padding-top: 80px; } city-compare { --city-compare-top: 80px; }' } };

for (const width of [1280, 360]) {
  test(`city names and rows stick below a header of the page and never over it, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await site(page, `<link rel="stylesheet" href="site.css"><header><a href="#x">home</a></header><main>${SCRIPT}<city-compare></city-compare></main>`, HEADER);
    await expect(page.locator('thead th')).toHaveCount(5);
    await expect(page.locator('.cc-unfinished')).toHaveCount(0);
    await page.locator('.cc-aligned summary').click();
    // A row in the middle of the table comes to the top of the window, so that heads stick above it.
    await page.locator('.cc-side [data-row=means] td').nth(2).evaluate((cell) => scrollTo(0, scrollY + cell.getBoundingClientRect().top - 100));
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
    const at = (y) => page.evaluate((y) => document.elementFromPoint(innerWidth / 2, y)?.localName, y);
    expect(await at(40)).toBe('header');
    const sticky = page.locator(width > 640 ? '.cc-side thead th' : '.cc-side tbody th[scope=row]');
    const tops = await sticky.evaluateAll((all) => all.map((head) => head.getBoundingClientRect().top));
    expect(tops.some((top) => Math.round(top) === 80), `${tops}`).toBe(true);
    // What is focused is not hidden under either.
    const hidden = [];
    for (let step = 0; step < 12; step += 1) {
      await page.keyboard.press('Shift+Tab');
      const top = await page.locator('city-compare').evaluate(({ shadowRoot }) => shadowRoot.activeElement?.getBoundingClientRect().top);
      if (top !== undefined && top < 80) hidden.push(top);
    }
    expect(hidden).toEqual([]);
  });
}

test('a browser without light-dark() draws in the light colours', async ({ page }) => {
  await page.addInitScript(() => {
    const { replaceSync } = CSSStyleSheet.prototype;
    CSSStyleSheet.prototype.replaceSync = function replace(text) { return replaceSync.call(this, text.replaceAll('light-dark(', 'x(')); };
  });
  await page.emulateMedia({ colorScheme: 'dark' });
  await site(page, `${SCRIPT}<city-compare view="budgets" figure="press" theme="dark"></city-compare>`);
  await expect(page.locator('.cc-svg rect.cc-mark').first()).toBeVisible();
  const seen = await page.locator('city-compare').evaluate(({ shadowRoot }) => {
    const style = (selector) => getComputedStyle(shadowRoot.querySelector(selector));
    return [style('.cc').backgroundColor, style('.cc').color, style('rect.cc-mark').fill, style('.cc').colorScheme];
  });
  expect(seen).toEqual(['rgb(255, 255, 255)', 'rgb(22, 24, 29)', 'rgb(10, 92, 184)', 'light']);
});

test('what was found is said once, when typing rests, though a syllable passes through its letters', async ({ page }) => {
  await site(page, `${SCRIPT}<city-compare></city-compare>`);
  const search = page.getByRole('searchbox');
  await search.focus();
  await page.getByRole('status').evaluate((status) => {
    window.said = [];
    new MutationObserver(() => { if (status.textContent) window.said.push(status.textContent); }).observe(status, { childList: true, characterData: true, subtree: true });
  });
  for (const text of ['ㅇ', '여', '역', '여수', '여숫', '여수시', '여수시 ', '여수시 청', '여수시 청년']) {
    await search.evaluate((field, text) => {
      field.dispatchEvent(new CompositionEvent('compositionupdate', { data: text, bubbles: true, composed: true }));
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true, composed: true }));
    }, text);
    await page.waitForTimeout(120);
  }
  await expect.poll(() => page.evaluate(() => window.said.length), { timeout: 20_000 }).toBe(1);
  await page.waitForTimeout(1_000);
  expect(await page.evaluate(() => window.said)).toEqual([expect.stringMatching(/\d+/)]);
});

test('lang takes the tags that a content management system writes', async ({ page }) => {
  for (const [tag, lang] of [['en-US', 'en'], ['KO', 'ko'], ['en_US', 'en'], ['ko-KR', 'ko']]) {
    await site(page, `${SCRIPT}<city-compare lang="${tag}"></city-compare>`);
    await expect(page.locator('.cc')).toHaveAttribute('lang', lang);
    await expect(page.locator('.cc-problems')).toHaveCount(0);
  }
});

test('a page that a translator has been over: nothing old stays, nothing new is missing', async ({ page }) => {
  await site(page, `${SCRIPT}<city-compare></city-compare>`);
  await expect(page.locator('thead th')).toHaveCount(5);
  await expect(page.locator('.cc-unfinished')).toHaveCount(0);
  const translate = () => page.locator('city-compare').evaluate(({ shadowRoot }) => {
    const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
    for (const text of texts) {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = text.data;
      outer.append(inner);
      text.replaceWith(outer);
    }
  });
  await translate();
  await page.locator('.cc-tab').nth(4).click();
  await expect(page.locator('.cc-sentence')).toHaveText(/10만 원/);
  await expect(page.locator('.cc-sentence')).not.toContainText('비전');
  await translate();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('.cc-tab')).toHaveText(['At a glance', 'Visions', 'Strategies', 'Topics', 'Budgets', 'Data and sources']);
  await expect(page.locator('.cc-chip-name')).toHaveText(['Yeosu', 'Gwangyang', 'Gyeongju', 'Jeonju', 'Gwangju']);
  await translate();
  await page.getByRole('button', { name: 'Remove Yeosu' }).click();
  await expect(page.locator('.cc-chip-name')).toHaveText(['Gwangyang', 'Gyeongju', 'Jeonju', 'Gwangju']);
  await translate();
  await page.locator('.cc-tab').nth(3).click();
  await page.locator('.cc-columns .cc-link').first().click();
  await expect(page.locator('.cc-item')).toHaveCount(1);
  await translate();
  await page.keyboard.press('Escape');
  await page.locator('.cc-back').click({ timeout: 1_000 }).catch(() => {});
  await expect(page.locator('.cc-item')).toHaveCount(0);
  const texts = await page.locator('.cc-main').innerText();
  expect(texts).not.toMatch(/[가-힣]{2,}이 있습니다/);
  // The widget follows its width as before.
  await page.setViewportSize({ width: 500, height: 700 });
  await expect.poll(() => page.locator('.cc').evaluate((cc) => cc.clientWidth)).toBeLessThanOrEqual(500);
});

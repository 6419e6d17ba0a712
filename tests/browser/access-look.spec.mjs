// What a reader's system asks for: forced colours, no motion; and the languages of the parts of a page.
import { STATES, VIEWS, found } from './access.mjs';
import { expect, open, test } from './page.mjs';

test.use({ trace: 'off' });

test('forced colours: what is chosen, current, open and drawn can still be told', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, 'cc.view=budgets&cc.figure=press&cc.what=accounts');
  const look = (locator) => locator.evaluate((element) => {
    const style = getComputedStyle(element);
    return [style.color, style.backgroundColor, style.borderBottomColor, style.borderBottomStyle, style.borderBottomWidth, style.textDecorationLine, style.fontWeight].join(' ');
  });
  for (const [on, off] of [['예산', '비전'], ['회계별', '전체'], ['한국어', 'English']]) {
    expect.soft(await look(page.getByRole('button', { name: on, exact: true })), `${on} beside ${off}`).not.toBe(await look(page.getByRole('button', { name: off, exact: true })));
  }
  const [text, paper] = await page.locator('.cc-drawing svg text').first().evaluate((text) => [getComputedStyle(text).fill, getComputedStyle(text.closest('.cc')).backgroundColor]);
  expect(text, 'texts of the drawing take the forced colours').not.toBe(paper);
  await expect(page.locator('.cc-drawing .cc-mark').first()).toHaveCSS('stroke', text);
  await open(page, VIEWS.visions);
  const [source, other] = [page.locator('.cc-source').first(), page.locator('.cc-source').nth(1)];
  await source.click();
  expect(await look(source)).not.toBe(await look(other));
});

test('reduced motion: nothing moves, and what waits does not either', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moves = (element) => {
    const style = getComputedStyle(element);
    return [style.transitionDuration, style.animationDuration].some((times) => times.split(',').some((time) => parseFloat(time) > 0));
  };
  for (const fragment of Object.values(VIEWS)) {
    await open(page, fragment);
    expect(await found(page, '*', moves)).toEqual([]);
  }
  await page.route('**/*.wasm', () => {}); // it never comes: the panel that waits stays
  await page.goto('about:blank');
  await page.goto('index.html#cc.view=visions');
  await expect(page.locator('city-compare').getByRole('status')).toBeVisible();
  expect(await page.locator('city-compare').evaluate((host) => getComputedStyle(host.shadowRoot.querySelector('.line'), '::before').animationName)).toBe('none');
});

test('Korean words on the English page are marked as Korean, so that they are read aloud as Korean', async ({ page }) => {
  const all = {};
  for (const [state, fragment] of [...Object.entries(VIEWS), ...['plan', 'item', 'search', 'alike'].map((state) => [state, STATES[state]])]) {
    await open(page, fragment, 'en');
    if (state === 'item') await page.locator('.cc-item .cc-source').first().click();
    const wrong = await page.locator('city-compare').evaluate((host) => {
      const korean = /[가-힣]{2}/;
      const marked = (element) => element.closest('[lang]')?.lang === 'ko';
      const walker = document.createTreeWalker(host.shadowRoot, NodeFilter.SHOW_TEXT);
      const wrong = new Set();
      while (walker.nextNode()) {
        const { data, parentElement } = walker.currentNode;
        if (korean.test(data) && !marked(parentElement)) wrong.add(`${parentElement.localName}.${parentElement.className.baseVal ?? parentElement.className}: ${data.trim().slice(0, 60)}`);
      }
      for (const element of host.shadowRoot.querySelectorAll('[aria-label], [title], [placeholder]')) {
        for (const name of ['aria-label', 'title', 'placeholder']) {
          const said = element.getAttribute(name) ?? '';
          if (korean.test(said) && !marked(element)) wrong.add(`@${name}: ${said.slice(0, 60)}`);
        }
      }
      return [...wrong];
    });
    if (wrong.length) all[state] = [wrong.length, ...wrong.slice(0, 6)];
  }
  expect(all).toEqual({});
});

test('the page and the widget name their language, and the switch changes it', async ({ page }) => {
  await open(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.locator('.cc')).toHaveAttribute('lang', 'ko');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('.cc')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('button', { name: '한국어' })).toHaveAttribute('lang', 'ko');
});

test('no id stands twice, and every name that is referred to is there', async ({ page }) => {
  for (const fragment of [...Object.values(VIEWS), STATES.table, STATES.item]) {
    await open(page, fragment);
    const wrong = await page.locator('city-compare').evaluate((host) => {
      const ids = [...host.shadowRoot.querySelectorAll('[id]')].map(({ id }) => id);
      const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
      const referred = [...host.shadowRoot.querySelectorAll('[aria-labelledby], [aria-describedby], [aria-controls]')]
        .flatMap((element) => ['aria-labelledby', 'aria-describedby', 'aria-controls'].flatMap((name) => (element.getAttribute(name) ?? '').split(/\s+/).filter(Boolean)));
      return [...twice, ...referred.filter((id) => !ids.includes(id))].slice(0, 5);
    });
    expect(wrong, fragment).toEqual([]);
  }
});

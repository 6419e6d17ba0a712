// Two languages, and a made-up one that is two fifths longer: every text says its language, and nothing is cut.
import { CITIES_EN, expect, fits, open, SCRIPT, site, test } from './page.mjs';

const VIEWS = ['view=glance', 'view=visions', 'view=topics', 'view=strategies', 'view=strategies&cc.strategies=outline', 'view=strategies&cc.strategies=topics', 'view=budgets',
  'view=budgets&cc.figure=fields', 'view=budgets&cc.figure=per_resident', 'view=budgets&cc.figure=stages', 'view=budgets&cc.figure=peers', 'view=budgets&cc.figure=years', 'view=budgets&cc.figure=press',
  'view=budgets&cc.budgets=plan', 'view=budgets&cc.budgets=figures', 'view=budgets&cc.table=yes', 'view=sources'];
const HANGUL = /[\u3131-\u318e\uac00-\ud7a3]/;

/** Items that state much: one for each sort of statement. */
async function items(page) {
  const { cities } = await (await page.request.get('dataset.json')).json();
  const all = cities.flatMap(({ plan }) => plan.items);
  return ['schedule', 'quantities', 'legal_basis', 'indicators', 'partners'].map((what) => `item=${all.find((item) => item[what].length > 1).id}`);
}

/** Every text of the widget that a reader sees or hears, with the language of the element around it. */
async function texts(page) {
  return page.locator('city-compare').evaluate((element) => {
    const found = [];
    const walker = document.createTreeWalker(element.shadowRoot, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
      const lang = around.closest('[lang]')?.getAttribute('lang'); // an element of a drawing has no property for it
      if (node.nodeType === Node.TEXT_NODE) found.push({ text: node.data.trim(), lang });
      else for (const name of ['aria-label', 'title', 'alt']) if (node.hasAttribute(name)) found.push({ text: node.getAttribute(name), lang });
    }
    return found.filter(({ text }) => text);
  });
}

test('in English every text with Hangul says that it is Korean', async ({ page }) => {
  test.setTimeout(90_000);
  for (const view of [...VIEWS, ...await items(page)]) {
    await open(page, `cc.${view}&cc.lang=en`);
    await expect(page.locator('.cc')).toHaveAttribute('lang', 'en');
    // What is folded counts too: its texts are in the page. A source that is opened shows the document's own words.
    const source = page.locator('.cc-source:visible');
    if (await source.count()) await source.first().click();
    const wrong = (await texts(page)).filter(({ text, lang }) => HANGUL.test(text) && lang !== 'ko');
    expect(wrong.map(({ text }) => text), view).toEqual([]);
  }
});

test('in Korean no text says that it is English but the name of that language', async ({ page }) => {
  for (const view of VIEWS) {
    await open(page, `cc.${view}&cc.lang=ko`);
    const english = (await texts(page)).filter(({ lang }) => lang !== 'ko');
    expect(english.map(({ text }) => text), view).toEqual(['English']);
  }
});

test('the title of the page follows the view and the language', async ({ page }) => {
  await open(page, 'cc.view=sources');
  await expect(page).toHaveTitle(/^언론 기사 \d+건, .*을 보았습니다 · 다섯 도시 비교: 계획과 예산$/);
  await page.getByRole('button', { name: 'Visions' }).or(page.getByRole('button', { name: '비전', exact: true })).click();
  await expect(page).toHaveTitle(/^비전을 문장으로 내건 곳은 광양시와 광주광역시입니다 · 다섯 도시 비교: 계획과 예산$/);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page).toHaveTitle(/^Gwangyang and Gwangju state a vision · Five Korean cities compared: plans and budgets$/);
});

/** A text in the made-up language of crates/core/src/text/pseudo.rs. */
function longer(text) {
  const more = Math.max(1, Math.ceil(text.length * 0.4));
  return `[${text.replace(/[aeioudstB]/g, (c) => 'áéïöüđšŧƁ'['aeioudstB'.indexOf(c)])} ${'~'.repeat(more).replace(/~{10}(?=~)/g, '$& ')}]`;
}

function translate(json) {
  for (const [name, value] of Object.entries(json)) {
    if (name === 'en' && typeof value === 'string') json[name] = longer(value);
    else if (value && typeof value === 'object') translate(value);
  }
  return json;
}

for (const width of [360, 1280]) {
  test(`a language two fifths longer fits: ${width} px`, async ({ page, request }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height: 900 });
    const dataset = translate(await (await request.get('dataset.json')).json());
    for (const view of [...VIEWS, 'item']) {
      const attribute = view === 'item' ? `item="${dataset.cities[1].plan.items.find(({ budget }) => budget.amounts.length > 1).id}"` : view.split('&')[0].replace('=', '="').concat('"');
      await site(page, `<city-compare id="cc" src="longer.json" lang="en" ${attribute} state="url"></city-compare>${SCRIPT}`, {
        lang: 'en', files: { 'longer.json': JSON.stringify(dataset) },
      });
      if (view.includes('&')) await page.evaluate((hash) => { location.hash = hash; location.reload(); }, `cc.${view}`);
      await expect(page.locator('.cc-chip-name').first()).toHaveText(longer(CITIES_EN[0]));
      // The data came in the longer language; the widget's own strings are lengthened where they stand.
      await page.locator('city-compare').evaluate((element, make) => {
        const longer = new Function(`return ${make}`)();
        const walker = document.createTreeWalker(element.shadowRoot, NodeFilter.SHOW_TEXT);
        const own = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (!node.data.includes('~') && /[A-Za-z]{2}/.test(node.data) && !node.parentElement.closest('svg, q, style')) own.push(node);
        }
        for (const node of own) node.data = longer(node.data);
      }, longer.toString());
      expect(await fits(page), view).toBe(true);
      expect(await cut(page), view).toEqual([]);
    }
  });
}

/** Texts that hang over the widget or over their button, or that something cuts off. */
async function cut(page) {
  return page.locator('city-compare').evaluate((element) => {
    const bad = [];
    const walker = document.createTreeWalker(element.shadowRoot, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = node.parentElement;
      if (!node.data.trim() || around.closest('.cc-hidden, .cc-skip, svg, option, caption.cc-hidden') || !around.checkVisibility()) continue;
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      const scrolls = around.closest('.cc-scroll, .cc-choices, .cc-tabs');
      const outside = (box, slack) => text.left < box.left - slack || text.right > box.right + slack;
      const button = around.closest('button:not(.cc-term), .cc-chip, select');
      if (!scrolls && outside(element.getBoundingClientRect(), 1)) bad.push(`over the widget: ${node.data}`);
      if (button && outside(button.getBoundingClientRect(), 1)) bad.push(`over its button: ${node.data}`);
      for (let box = around; box; box = box.parentElement) {
        if (box.clientWidth <= 1) break; // only for screen readers
        const { overflowX, overflowY, textOverflow } = getComputedStyle(box);
        const hides = (overflow) => ['hidden', 'clip'].includes(overflow);
        if (hides(overflowX) && box.scrollWidth > box.clientWidth + 1 || hides(overflowY) && box.scrollHeight > box.clientHeight + 1 || textOverflow === 'ellipsis') {
          bad.push(`cut by ${box.className}: ${node.data}`);
        }
      }
    }
    return bad;
  });
}

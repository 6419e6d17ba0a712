// What the checks of accessibility share: the states that are looked at, and questions to everything under the shadow root.
import { AxeBuilder } from '@axe-core/playwright';
import { fits } from './page.mjs';

export const VIEWS = {
  glance: 'cc.view=glance',
  visions: 'cc.view=visions',
  strategies: 'cc.view=strategies',
  topics: 'cc.view=topics',
  budgets: 'cc.view=budgets',
  sources: 'cc.view=sources',
};
export const STATES = {
  outline: 'cc.view=strategies&cc.strategies=outline&cc.with-budget=yes',
  alike: 'cc.view=strategies&cc.strategies=topics',
  fields: 'cc.view=budgets&cc.figure=fields',
  residents: 'cc.view=budgets&cc.figure=per_resident',
  stages: 'cc.view=budgets&cc.figure=stages',
  peers: 'cc.view=budgets&cc.figure=peers',
  settled: 'cc.view=budgets&cc.figure=years',
  press: 'cc.view=budgets&cc.figure=press',
  words: `cc.view=topics&cc.q=${encodeURIComponent('주차')}`,
  cell: 'cc.view=strategies&cc.rest=yes&cc.cell=080.gwangyang',
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

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** axe's violations in short: rule, how often, the first elements and why. Without frames it may run in one piece, four times as fast. */
export async function violations(page) {
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'], selectors: false })
    .setLegacyMode(true)
    .analyze();
  const why = ({ any, all, none }) => [...any, ...all, ...none][0]?.message ?? '';
  return violations.map(({ id, nodes }) => `${id} × ${nodes.length}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 90)} (${why(node)})`).join(' | ')}`);
}

/** Runs in the page: every visible element under the shadow root of which `pass` says something. */
export async function found(page, selector, pass, arg) {
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

/** What does not fit: the page, what reaches beyond the window, texts that their box cuts. */
export async function spilt(page) {
  const beyond = await found(page, 'button, a, select, input, summary, h2, h3, h4, h5, p, li, th, td, dt, dd, small, label, figure', (element) => {
    if (element.closest('.cc-scroll, .cc-choices, .cc-tabs, .cc-hidden, .cc-side thead') || element.matches('.cc-skip:not(:focus)')) return false;
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

export const unfold = (page) => page.locator('details').evaluateAll((folds) => { for (const fold of folds) fold.open = true; });

/** The text size that a reader sets in the browser: 16 px is the usual one, 32 px are 200 %. */
export async function textSize(page, standard) {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.enable');
  await browser.send('Page.setFontSizes', { fontSizes: { standard } });
}

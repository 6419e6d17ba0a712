// One walk through the release build, the same in every browser: the views in both languages, the keyboard in a chart, exports,
// an item, the search, paper, a page's own data, frames, and the one file opened from the disk.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { serve } from '../browser/origin.mjs';
import { BROWSERS, missing, start } from './browsers.mjs';
import { Key, Widget, until } from './widget.mjs';

const { BASE_URL, DIST } = process.env;
const SEVEN = await readFile(new URL('../fixtures/seven/seven.json', import.meta.url), 'utf8');
const VIEWS = { ko: ['한눈에', '비전', '전략', '주제', '예산', '자료와 출처'], en: ['At a glance', 'Visions', 'Strategies', 'Topics', 'Budgets', 'Data and sources'] };

for (const browser of BROWSERS) {
  const skip = missing(browser).length > 0 && `${missing(browser).join(', ')} not set`;
  describe(browser.name, { skip, timeout: 600_000 }, () => walk(browser));
}

function walk(browser) {
  let session;
  let driver;
  before(async () => {
    session = await start(browser);
    driver = session.driver;
    const { map_: known } = await driver.getCapabilities();
    console.log(`${known.get('browserName')} ${known.get('browserVersion')}`);
  });
  after(() => session?.end());

  /** Opens the app in Korean, which another visit may have changed, with choices in its address. From another page, so that it is loaded anew. */
  const open = async (choices = '') => {
    await driver.get('about:blank');
    await driver.get(new URL(`index.html#cc.lang=ko${choices && `&${choices}`}`, BASE_URL).href);
    const widget = new Widget(driver);
    await widget.shown();
    return widget;
  };

  for (const lang of ['ko', 'en']) {
    it(`shows every view, ${lang}`, async () => {
      const widget = await open();
      if (lang === 'en') await widget.press('button', 'English');
      const headings = [];
      for (const name of [...VIEWS[lang].slice(2), ...VIEWS[lang].slice(0, 2)]) {
        await widget.view(name);
        headings.push(await widget.text('.cc-sentence'));
        assert.equal(await widget.count('[role=alert]'), 0);
      }
      assert.equal(new Set(headings).size, 6, headings.join('\n'));
      assert.equal(headings.every((heading) => /[가-힣]/.test(heading) === (lang === 'ko')), true, headings.join('\n'));
      assert.equal((await widget.texts('.cc-side thead .cc-city-name')).length, 5);
    });
  }

  it('is drawn: a chart has its bars in their colours, terms are underlined, nothing is wider than the window', async () => {
    const widget = await open('cc.view=budgets&cc.figure=press');
    await until('the chart', () => widget.count('.cc-drawing svg'));
    const seen = await widget.ask((host) => {
      const root = host.shadowRoot;
      const bar = [...root.querySelectorAll('.cc-drawing svg *')].find((one) => one.getBBox && one.getBBox().width > 50 && one.getBBox().height > 5 && getComputedStyle(one).fill !== 'none');
      const term = root.querySelector('.cc-term');
      return {
        fill: bar && getComputedStyle(bar).fill,
        underline: term && getComputedStyle(term).textDecorationLine,
        dotted: term && getComputedStyle(term).textDecorationStyle,
        fits: document.documentElement.scrollWidth <= innerWidth,
      };
    });
    assert.match(seen.fill, /^(rgb|color|lab|ok)/);
    assert.notEqual(seen.fill, 'rgb(0, 0, 0)');
    assert.deepEqual([seen.underline, seen.dotted, seen.fits], ['underline', 'dotted', true]);
  });

  it('walks through a chart by keyboard, opens the source of a bar, and leaves by Escape', async () => {
    const widget = await open('cc.view=budgets&cc.figure=press');
    await until('the bars', async () => await widget.count('.cc-hit') === 5);
    assert.equal(await widget.count('.cc-hit[tabindex="0"]'), 1);
    await widget.ask((host) => host.shadowRoot.querySelector('.cc-hit[tabindex="0"]').focus());
    const at = async (city) => assert.match((await widget.focused()).name, new RegExp(`^${city}`));
    await at('여수시');
    await widget.keys(Key.ARROW_DOWN);
    await at('광양시');
    await widget.keys(Key.END);
    await at('광주광역시');
    await until('what the bar says', async () => (await widget.text('.cc-readout')).includes('5조 7,124억'));
    await widget.keys(Key.HOME);
    await at('여수시');
    await widget.keys(Key.ENTER);
    await until('the source', async () => (await widget.text('.cc-panel'))?.includes('원문 표기'));
    await widget.ask((host) => host.shadowRoot.querySelector('.cc-hit').focus());
    await widget.keys(Key.ESCAPE);
    await until('the button after the chart', async () => !(await widget.focused())?.classes.includes('cc-hit'));
    assert.ok(await widget.focused(), 'the focus stays in the widget');
  });

  it('gives a figure as CSV, from script and by its button', async () => {
    const widget = await open('cc.view=budgets&cc.figure=press');
    await until('the chart', () => widget.count('.cc-drawing svg'));
    const csv = await widget.ask((host) => host.exportCsv());
    assert.equal(csv.codePointAt(0), 0xfeff);
    const [head, ...rows] = csv.slice(1).trimEnd().split('\r\n');
    assert.match(head, /^plot_title,/);
    assert.equal(rows.length, 5);
    assert.match(rows[0], /여수시.*1371200000000.*won/);
    await widget.press('.cc-taking', '내 글에 쓰기');
    await until('what takes it along', () => widget.count('.cc-taken-along'));
    await widget.press('.cc-taken-along button', 'CSV 내려받기');
    const file = await until('the downloaded file', async () => (await readdir(session.folder)).find((name) => name.endsWith('.csv')));
    const taken = await until('its content', () => readFile(join(session.folder, file), 'utf8'));
    assert.equal(taken, csv);
  });

  it('opens an item of the strategies with the focus in it, and closes it where it was', async () => {
    const widget = await open('cc.view=strategies');
    await until('the matrix', () => widget.count('.cc-hit'));
    await widget.press('.cc-hit', '');
    await until('the items', () => widget.count('.cc-cell li a'));
    const before = await widget.count('.cc-cell li a');
    const title = await widget.text('.cc-cell li a');
    // The first item has the focus already; Enter opens it in every browser, where a title that wraps may miss the pointer.
    await until('the focus in the list', async () => (await widget.focused())?.classes.includes('cc-link'));
    await widget.keys('\uE007');
    await until('the item', async () => (await widget.text('.cc-item h4'))?.includes(title));
    await until('the focus in the item', async () => (await widget.focused())?.classes.includes('cc-item'));
    assert.match(await driver.getCurrentUrl(), /cc\.item=/);
    await widget.press('.cc-item .cc-back', '');
    await until('the list', async () => await widget.count('.cc-item') === 0 && await widget.count('.cc-cell li a') === before);
  });

  it('searches as letters are typed, and leads to what was found', async () => {
    const widget = await open();
    const [field] = await widget.all('input[type=search]');
    await field.sendKeys('청년');
    await until('hits', () => widget.count('.cc-results a'));
    assert.ok((await widget.texts('.cc-results mark')).includes('청년'));
    await field.sendKeys('주택자금');
    const title = '청년주택자금 대출이자 지원사업';
    await widget.press('.cc-results a', title);
    await until('the item', async () => (await widget.text('.cc-item h4'))?.includes(title));
  });

  it('is made for paper: the style for print hides what is pressed, and the charts have the width of the page', async () => {
    const widget = await open('cc.view=budgets&cc.figure=press');
    await until('the chart', () => widget.count('.cc-drawing svg'));
    // The same in every browser: the print rules of the style sheet, applied to the screen.
    const left = await widget.ask((host) => {
      const rules = host.shadowRoot.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
      const print = rules.filter((rule) => rule instanceof CSSMediaRule && rule.media.mediaText === 'print');
      for (const rule of print) rule.media.mediaText = 'all';
      const shown = [...host.shadowRoot.querySelectorAll('.cc-tabs, .cc-take, .cc-search, .cc-skip, .cc-hit, .cc-readout')].filter((one) => one.getClientRects().length > 0);
      const result = { rules: print.length, shown: shown.map((one) => one.className) };
      for (const rule of print) rule.media.mediaText = 'print';
      return result;
    });
    assert.ok(left.rules > 0, 'there are rules for print');
    assert.deepEqual(left.shown, []);
    const width = () => widget.ask((host) => host.shadowRoot.querySelector('.cc-drawing svg').viewBox.baseVal.width);
    const screen = await width();
    await driver.executeScript('dispatchEvent(new Event("beforeprint"))');
    await until('the chart in the width of A4', async () => await width() !== screen && await width() < 794);
    await driver.executeScript('dispatchEvent(new Event("afterprint"))');
    await until('the chart of the screen', async () => await width() === screen);
  });

  it('prints', async (test) => {
    await open('cc.view=budgets&cc.figure=press');
    let paper;
    try {
      paper = Buffer.from(await driver.printPage(), 'base64');
    } catch (error) {
      if (error.name !== 'UnknownCommandError') throw error;
      return test.skip('its driver has no command for it');
    }
    assert.equal(paper.subarray(0, 5).toString(), '%PDF-');
    assert.ok(paper.length > 20_000, `${paper.length} bytes`);
  });

  describe('in the pages of others', () => {
    const pages = {};
    let site;
    before(async () => { site = await serve(DIST, { pages }); });
    after(() => site?.close());

    const page = (body) => `<!doctype html><html lang="ko"><head><meta charset="utf-8"><link rel="icon" href="data:,"></head><body>${body}</body></html>`;

    it('shows a dataset of the page’s own, with all its views', async () => {
      pages['/seven.json'] = SEVEN;
      pages['/own.html'] = page('<script type="module" src="city-compare.js"></script><city-compare src="seven.json"></city-compare>');
      await driver.get(`${site.origin}/own.html`);
      const widget = new Widget(driver);
      await widget.shown();
      for (const name of ['전략', '예산', '자료와 출처', '비전']) {
        await widget.view(name);
        assert.equal(await widget.count('[role=alert]'), 0);
      }
      assert.ok((await widget.texts('.cc-side thead .cc-city-name')).some((name) => name.includes('하늘시')));
    });

    for (const [what, other] of [['another origin', true], ['the same origin', false]]) {
      it(`gives a frame of ${what} the height of its content, and follows it`, async () => {
        const embed = await readFile(join(DIST, 'embed.html'), 'utf8');
        const frame = other ? await serve(DIST, {
          pages: { '/embed.html': embed.replace('name="city-compare-origins" content=""', `name="city-compare-origins" content="${site.origin}"`) },
        }) : site;
        const src = `${frame.origin}/embed.html?cities=yeosu,gwangju&view=budgets`;
        pages['/host.html'] = page(`<script src="city-compare-embed.js"></script><iframe data-city-compare src="${src}" title="비교" width="900" height="321"></iframe>`);
        try {
          await driver.get(`${site.origin}/host.html`);
          const inside = async (look) => {
            await driver.switchTo().frame(0);
            try {
              return await look(new Widget(driver));
            } finally {
              await driver.switchTo().defaultContent();
            }
          };
          const outer = () => driver.executeScript('return Number(document.querySelector("iframe").height)');
          const same = async () => {
            const inner = await inside((widget) => widget.ask((host) => Math.ceil(host.getBoundingClientRect().height)));
            return inner > 321 && Math.abs(await outer() - inner) <= 1;
          };
          await inside((widget) => widget.shown());
          await until('the height of the content', same);
          const before = await outer();
          await inside((widget) => widget.view('비전'));
          await until('another height', async () => await outer() !== before && await same());
        } finally {
          if (other) await frame.close();
        }
      });
    }
  });

  it('is one file that opens from the disk, with every view and the exports', async () => {
    await driver.get(pathToFileURL(join(DIST, 'city-compare.html')).href);
    const widget = new Widget(driver);
    await widget.shown();
    for (const name of ['전략', '자료와 출처', '비전', '예산']) await widget.view(name);
    await until('the chart', () => widget.count('.cc-drawing svg'));
    const [csv, svg] = await widget.ask((host) => [host.exportCsv(), host.exportSvg()]);
    assert.match(csv, /광양시/);
    assert.match(svg, /<svg /);
  });
}

// What a browser may refuse: storage, the clipboard, files, pictures, focus, history. The comparison goes on, and says what a reader can do.
import { expect, open, SCRIPT, site, takeAlong, test } from './page.mjs';

const STATE = 'cc.view=budgets&cc.figure=press';

/** Whether the widget still answers. */
async function goesOn(page) {
  await page.getByRole('combobox', { name: '연도' }).selectOption('2023');
  await expect(page.getByRole('combobox', { name: '연도' })).toHaveValue('2023');
  await expect(page.locator('.cc-drawing svg')).toBeVisible();
  await page.getByRole('button', { name: '자료와 출처', exact: true }).click();
  await expect(page.getByRole('button', { name: '자료와 출처', exact: true })).toHaveAttribute('aria-current', 'page');
}

const STORAGE = {
  throws: () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } }),
  missing: () => Object.defineProperty(window, 'localStorage', { get: () => null }),
  full: () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
  foreign: () => { Storage.prototype.getItem = () => 42; Storage.prototype.setItem = undefined; },
};
for (const [how, script] of Object.entries(STORAGE)) {
  test(`storage that is ${how}: the comparison is shown, and the language is not remembered`, async ({ page }) => {
    await page.addInitScript(script);
    await site(page, `${SCRIPT}<city-compare state="url" lang="en"></city-compare>`);
    await expect(page.locator('thead th')).toHaveCount(5);
    await page.getByRole('button', { name: '한국어' }).click();
    await expect(page.locator('.cc')).toHaveAttribute('lang', 'ko');
    expect(await page.evaluate(() => document.querySelector('city-compare').ready.then(() => 'ready'))).toBe('ready');
  });
}

test('the language that was chosen is remembered where states are kept', async ({ page }) => {
  await site(page, `${SCRIPT}<city-compare state="url"></city-compare>`);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('.cc')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(page.locator('.cc')).toHaveAttribute('lang', 'en');
});

const CLIPBOARD = {
  missing: () => Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined }),
  throwing: () => Object.defineProperty(Navigator.prototype, 'clipboard', { get() { throw new TypeError('no'); } }),
  refusing: () => { Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError')); },
  'of another kind': () => { Clipboard.prototype.writeText = () => 7; },
};
for (const [how, script] of Object.entries(CLIPBOARD)) {
  test(`a clipboard that is ${how}: the citation is copied from a selection`, async ({ page }) => {
    await page.addInitScript(script);
    await page.addInitScript(() => { document.execCommand = (what) => { window.taken = [what, getSelection().toString() || document.querySelector('city-compare').shadowRoot.activeElement.value]; return true; }; });
    await open(page, STATE);
    await takeAlong(page);
    const button = page.getByRole('button', { name: '출처 표기 복사' });
    await button.press('Enter');
    await expect(page.getByRole('status')).toHaveText('복사했습니다.');
    const [what, text] = await page.evaluate(() => window.taken);
    expect([what, text]).toEqual(['copy', expect.stringContaining('도시의 본예산. city-compare 데이터셋')]);
    await expect(button).toBeFocused();
    await goesOn(page);
  });

  test(`a clipboard that is ${how} and no selection either: a sentence and the text to copy`, async ({ page }) => {
    await page.addInitScript(script);
    await page.addInitScript(() => { document.execCommand = () => { throw new Error('no'); }; });
    await open(page, STATE);
    await takeAlong(page);
    for (const [name, text] of [['출처 표기 복사', /^도시의 본예산\. city-compare/], ['링크 복사', /#cc\.view=budgets&cc\.figure=press&cc\.lang=ko$/]]) {
      await page.getByRole('button', { name }).click();
      await expect(page.locator('.cc-taken')).toContainText('Ctrl+C');
      const field = page.getByRole('textbox', { name: '아래 글을 골라 두었으니' });
      await expect(field).toHaveValue(text);
      await expect(field).toBeFocused();
      await expect.poll(() => field.evaluate((area) => area.selectionEnd - area.selectionStart === area.value.length)).toBe(true);
    }
    await goesOn(page);
  });
}

test('the selection copies in truth', async ({ page }) => {
  await page.addInitScript(() => { Clipboard.prototype.writeText = undefined; });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, STATE);
  await takeAlong(page);
  await page.getByRole('button', { name: '출처 표기 복사' }).click();
  await expect(page.getByRole('status')).toHaveText('복사했습니다.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('도시의 본예산');
});

test('an element that is gone before its copy is through ends nothing', async ({ page }) => {
  await page.addInitScript(() => { Clipboard.prototype.writeText = () => new Promise((done, fail) => { Object.assign(window, { done, fail }); }); });
  await site(page, `${SCRIPT}<city-compare id="one" view="budgets" figure="press"></city-compare><city-compare id="two" view="budgets" figure="press"></city-compare>`);
  for (const end of ['done', 'fail']) {
    await takeAlong(page.locator('#one'));
    await page.locator('#one').getByRole('button', { name: '출처 표기 복사' }).click();
    await page.evaluate(async (end) => {
      const one = document.querySelector('#one');
      const next = one.cloneNode(true);
      one.replaceWith(next);
      await new Promise((resolve) => { setTimeout(resolve, 50); });
      window[end]();
    }, end);
    await expect(page.locator('#one').locator('figure')).toBeVisible();
  }
  await page.locator('#two').getByRole('combobox', { name: '연도' }).selectOption('2023');
  await expect(page.locator('#two').getByRole('combobox', { name: '연도' })).toHaveValue('2023');
  await expect(page.locator('[part=failure]')).toHaveCount(0);
});

test('a download of which nothing comes: a hint, and the file as text', async ({ page }) => {
  await page.addInitScript(() => { HTMLAnchorElement.prototype.click = () => {}; });
  await open(page, STATE);
  await takeAlong(page);
  await page.getByRole('button', { name: 'CSV 내려받기' }).click();
  await expect(page.locator('.cc-taken')).toContainText(/city-compare-city-totals-[0-9.]+\.csv 파일을 넘겼습니다\. 내려받아지지 않으면/);
  await page.getByRole('button', { name: '글로 보기' }).click();
  const field = page.getByRole('textbox', { name: '아래 글을 골라 두었으니' });
  await expect(field).toHaveValue(/plot_title,city,city_id/);
  await expect(field).toBeFocused();
  await goesOn(page);
});

test('a file can be passed on to another app where the browser knows how', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.canShare = ({ files }) => files?.[0]?.name.endsWith('.csv');
    navigator.share = async ({ files }) => { window.shared = [files[0].name, await files[0].text()]; };
  });
  await open(page, STATE);
  await takeAlong(page);
  await page.getByRole('button', { name: 'CSV 내려받기' }).click();
  await page.getByRole('button', { name: '다른 앱으로 보내기' }).click();
  await expect.poll(() => page.evaluate(() => window.shared?.[1])).toContain('1371200000000');
});

const FILES = {
  throwing: () => { URL.createObjectURL = () => { throw new Error('no'); }; },
  missing: () => { window.Blob = undefined; },
  'not clicked': () => { HTMLElement.prototype.click = () => { throw new Error('no'); }; },
};
for (const [how, script] of Object.entries(FILES)) {
  test(`files that are ${how}: the text to copy instead, and a sentence for a picture`, async ({ page }) => {
    await open(page, STATE);
    await takeAlong(page);
    await page.evaluate(script);
    await page.getByRole('button', { name: 'JSON 내려받기' }).press('Enter');
    await expect(page.locator('.cc-taken')).toContainText('브라우저가 파일을 만들지 못했습니다.');
    await expect(page.locator('.cc-text-field')).toHaveValue(/"schema": "city-compare-plot\/1"/);
    await page.getByRole('button', { name: 'PNG 내려받기' }).press('Enter');
    await expect(page.getByRole('alert')).toHaveText(/브라우저가 그림을 만들지 못했습니다/);
    await goesOn(page);
  });
}

const PICTURES = {
  'an image that cannot be read': () => { Object.defineProperty(HTMLImageElement.prototype, 'src', { set() { this.dispatchEvent(new Event('error')); } }); },
  'no canvas': () => { HTMLCanvasElement.prototype.getContext = () => null; },
  'a canvas that throws': () => { CanvasRenderingContext2D.prototype.drawImage = () => { throw new Error('memory'); }; },
  'a canvas without memory': () => { HTMLCanvasElement.prototype.toBlob = (give) => { give(null); }; },
};
for (const [how, script] of Object.entries(PICTURES)) {
  test(`a picture of which nothing comes says so: ${how}`, async ({ page }) => {
    await open(page, STATE);
    await takeAlong(page);
    await page.evaluate(script);
    await page.getByRole('button', { name: 'PNG 내려받기' }).click();
    await expect(page.getByRole('alert')).toHaveText(/브라우저가 그림을 만들지 못했습니다/);
    await goesOn(page);
  });
}

test('focus, timers and history that throw end nothing', async ({ page }) => {
  await open(page, STATE);
  await page.evaluate(() => {
    HTMLElement.prototype.focus = () => { throw new Error('no'); };
    window.setTimeout = () => { throw new Error('no'); };
    window.requestAnimationFrame = undefined;
    String.prototype.normalize = () => { throw new Error('no'); };
  });
  await page.locator('.cc-hit').first().evaluate((mark) => { mark.dispatchEvent(new MouseEvent('click', { bubbles: true })); });
  await expect(page.locator('.cc-panel')).toBeVisible();
  await page.keyboard.press('Escape');
  await goesOn(page);
});

test('a page that does not let the widget listen to its history has a comparison without it', async ({ page }) => {
  await page.addInitScript(() => {
    const listen = window.addEventListener.bind(window);
    // The loader asks first, the widget after it.
    let asked = 0;
    window.addEventListener = (name, ...rest) => {
      if (name === 'popstate' && (asked += 1) > 1) throw new Error('no');
      listen(name, ...rest);
    };
  });
  await site(page, `${SCRIPT}<city-compare view="budgets" figure="press" state="url"></city-compare>`);
  await expect(page.locator('figure')).toBeVisible();
  await goesOn(page);
});

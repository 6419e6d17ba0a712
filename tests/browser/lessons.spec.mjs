// Lessons: all six from the first question to the code, in both languages and at both widths, by keyboard, by touch and from the one
// file without a network; class views that hold; nothing that is kept or sent unasked; sheets on paper.
import { violations } from './access.mjs';
import { bare, pages } from './paper.mjs';
import { CITIES, SCRIPT, expect, failing, fits, open, site, test } from './page.mjs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

test.use({ trace: 'off' });

const LESSONS = ['visions', 'mayor', 'per-resident', 'same-problem', 'two-numbers', 'proposal'];
const WORDS = {
  ko: { check: /^(내 답 확인|다음 보기)$/, next: /^(다음|마치기)$/, code: /: [2-9A-Z]{3,4}(-[2-9A-Z]{1,4})*$/ },
  en: { check: /^(Check my answer|See more)$/, next: /^(Next|Finish)$/, code: /: [2-9A-Z]{3,4}(-[2-9A-Z]{1,4})*$/ },
};
const FILE = pathToFileURL(fileURLToPath(new URL('../../dist/city-compare.html', import.meta.url))).href;

const step = (page) => page.locator('.cc-lesson-step');
const lesson = (id) => `cc.lesson=${id}`;

/** Answers what is asked, whatever kind it is. */
async function answer(page) {
  const here = step(page);
  if (await here.locator('.cc-lesson-split').count()) {
    const fields = here.locator('.cc-lesson-split input[type="number"]');
    await fields.nth(0).fill('40000');
    await fields.nth(5).fill('60000');
    await fields.nth(5).press('Tab');
  } else if (await here.locator('.cc-lesson-order').count()) {
    await here.locator('.cc-lesson-order button:enabled').nth(1).click();
  } else if (await here.locator('input[type="range"]').count()) {
    await here.locator('input[type="range"]').press('ArrowRight');
  } else if (await here.locator('.cc-lesson-answer select').count()) {
    await here.locator('.cc-lesson-answer select').selectOption({ index: 1 });
    await here.locator('.cc-lesson-answer input[type="number"]').fill('171');
  } else if (await here.locator('input[type="radio"]').count()) {
    await here.locator('input[type="radio"]').first().check();
  } else {
    await here.locator('textarea').fill('까닭은 이렇습니다. <b>굵게</b>');
  }
}

/** Walks a lesson to its end; `seen` is called at each step before and after the answer. */
async function walk(page, lang, seen = async () => {}) {
  const { check, next } = WORDS[lang];
  for (let count = 0; count < 12; count += 1) {
    if (await page.locator('.cc-lesson-done').count()) return count;
    const id = await step(page).getAttribute('data-step');
    await seen(id, 'before');
    await answer(page);
    await step(page).getByRole('button', { name: check }).click();
    await expect(page.locator('.cc-lesson-reveal')).toBeVisible();
    await seen(id, 'after');
    await step(page).getByRole('button', { name: next }).click();
    await expect(page.locator(`[data-step="${id}"]`)).toHaveCount(0);
  }
  throw new Error('the lesson does not end');
}

for (const lang of ['ko', 'en']) {
  for (const width of [360, 1280]) {
    test(`all six lessons to their ends, with nothing that axe finds, ${lang}, ${width} px`, async ({ page }) => {
      test.setTimeout(240_000);
      await page.setViewportSize({ width, height: 900 });
      const found = {};
      for (const id of LESSONS) {
        await page.goto('about:blank');
        await open(page, lesson(id), lang);
        await expect(step(page)).toBeVisible();
        const steps = await walk(page, lang, async (name, when) => {
          const says = await violations(page);
          if (says.length) found[`${id} ${name} ${when}`] = says;
          if (!(await fits(page))) found[`${id} ${name} ${when} wide`] = true;
        });
        expect(steps, id).toBeGreaterThanOrEqual(4);
        await expect(page.locator('.cc-lesson-code')).toHaveText(WORDS[lang].code);
      }
      expect(found).toEqual({});
    });
  }
}

test('the page of lessons: six cards from the door of the first page, a link and a QR code for pupils, nothing that axe finds', async ({ page }) => {
  await open(page, 'cc.view=glance');
  await page.getByRole('link', { name: '수업에 쓰기' }).click();
  await expect(page.locator('.cc-lesson-card')).toHaveCount(6);
  await expect(page.locator('.cc-sentence')).toHaveText('수업에 쓰기');
  expect(await violations(page)).toEqual([]);
  const card = page.locator('.cc-lesson-card').first();
  await expect(card).toContainText('[4사09-02]');
  await card.getByRole('button', { name: '학생용 링크와 QR' }).click();
  await expect(card.getByRole('img', { name: '이 수업을 여는 QR 코드' })).toBeVisible();
  await expect(card.locator('.cc-lesson-link a')).toHaveAttribute('href', /cc\.lesson=visions&cc\.lock=view/);
  expect(await violations(page)).toEqual([]);
  await page.goBack();
  await expect(page.locator('.cc-lesson-card')).toHaveCount(0);
});

test('the keys of a lesson follow from dataset.json', async ({ page }) => {
  await open(page, lesson('per-resident'));
  const { official, cities } = await (await page.request.get('dataset.json')).json();
  const four = ['yeosu', 'gwangyang', 'gyeongju', 'jeonju'];
  const named = Object.fromEntries(cities.map(({ id, name }) => [id, name.ko]));
  const of = (city) => official.totals.filter((total) => total.city === city && total.stage === 'initial' && total.scope === 'general' && total.side === 'expenditure');
  const year = Math.max(...four.flatMap((city) => of(city).map((total) => total.fiscal_year)));
  const krw = (city) => of(city).find((total) => total.fiscal_year === year).krw;
  const wanted = [...four].sort((a, b) => krw(b) - krw(a)).map((id) => named[id]);
  const rows = page.locator('.cc-lesson-order li');
  const shown = async () => (await rows.allInnerTexts()).map((text) => CITIES.find((city) => text.includes(city)));
  for (const [place, city] of wanted.entries()) {
    for (let at = (await shown()).indexOf(city); at > place; at -= 1) await page.getByRole('button', { name: `${city} 위로` }).click();
  }
  expect(await shown()).toEqual(wanted);
  await page.getByRole('button', { name: '내 답 확인' }).click();
  await expect(page.locator('.cc-lesson-verdict')).toHaveText(new RegExp(`^자료와 맞습니다\\. .*${wanted.join(' → ')}`));
  await page.getByRole('button', { name: '다음', exact: true }).click();
  await page.getByLabel('숫자로 적기').fill('4000000');
  await page.getByLabel('숫자로 적기').press('Tab');
  await expect(page.getByRole('slider')).toHaveValue('4000000');
  await page.getByRole('button', { name: '내 답 확인' }).click();
  await expect(page.locator('.cc-lesson-verdict')).toHaveText(/내 어림 400만 원, 실제 \S+ .*, 차이 /);
  await expect(page.getByRole('status').filter({ hasText: '내 어림 400만 원' })).toHaveCount(1);
});

test('a mark of the chart answers where the chart is the question', async ({ page }) => {
  await open(page, lesson('mayor'));
  const { check, next } = WORDS.ko;
  for (let count = 0; count < 2; count += 1) {
    await answer(page);
    await step(page).getByRole('button', { name: check }).click();
    await step(page).getByRole('button', { name: next }).click();
  }
  await expect(page.locator('[data-step="farm"]')).toBeVisible();
  await page.locator('[data-step="farm"] .cc-hit').first().press('Enter');
  await expect(page.locator('[data-step="farm"] input[type="radio"]:checked')).toHaveCount(1);
});

test('by keyboard alone to the end', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, lesson('visions'));
  const focused = () => page.evaluate(() => {
    const root = document.querySelector('city-compare').shadowRoot;
    const { activeElement: at } = root;
    return at ? { tag: at.tagName, type: at.type, text: at.textContent.trim(), enabled: !at.disabled } : null;
  });
  /** Tabs until something is reached. */
  const reach = async (wanted) => {
    for (let count = 0; count < 120; count += 1) {
      await page.keyboard.press('Tab');
      const at = await focused();
      if (at && wanted(at)) return;
    }
    throw new Error('not reached');
  };
  await step(page).locator('h4').focus();
  for (let count = 0; count < 5; count += 1) {
    if (await step(page).locator('textarea').count()) {
      await reach(({ tag }) => tag === 'TEXTAREA');
      await page.keyboard.type('바다');
    } else {
      await reach(({ type }) => type === 'radio');
      await page.keyboard.press('Space');
    }
    await reach(({ tag, text }) => tag === 'BUTTON' && WORDS.ko.check.test(text));
    await page.keyboard.press('Enter');
    await expect(page.locator('.cc-lesson-reveal')).toBeFocused();
    await reach(({ tag, text }) => tag === 'BUTTON' && WORDS.ko.next.test(text));
    await page.keyboard.press('Enter');
    await expect(step(page).locator('h4')).toBeFocused();
  }
  await expect(page.locator('.cc-lesson-code')).toBeVisible();
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  test('a lesson is answered by a finger, and every target is large enough', async ({ page }) => {
    await open(page, lesson('same-problem'));
    await page.locator('.cc-lesson-answer select').tap();
    await answer(page);
    await step(page).getByRole('button', { name: '내 답 확인' }).tap();
    await expect(page.locator('.cc-lesson-reveal')).toBeVisible();
    await step(page).getByRole('button', { name: '다음', exact: true }).tap();
    await page.locator('.cc-lesson-answer .cc-check').first().tap();
    await expect(page.locator('input[type="radio"]:checked')).toHaveCount(1);
    const small = await page.locator('.cc-lesson-answer .cc-check, .cc-lesson-step > .cc-quiet').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.textContent));
    expect(small).toEqual([]);
  });
});

failing('a lesson from the one file, with the network off', async ({ page, context }) => {
  failing.setTimeout(120_000);
  const asked = [];
  page.on('request', (request) => { if (request.url().startsWith('http')) asked.push(request.url()); });
  await context.setOffline(true);
  for (const id of ['per-resident', 'two-numbers']) {
    await page.goto('about:blank');
    await page.goto(`${FILE}#${lesson(id)}`);
    await expect(step(page)).toBeVisible({ timeout: 30_000 });
    await walk(page, 'ko');
    await expect(page.locator('.cc-lesson-code')).toHaveText(WORDS.ko.code);
  }
  expect(asked).toEqual([]);
});

test('nothing is kept on the device or sent unless the pupil wishes, and then it can be deleted', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, lesson('visions'));
  const kept = () => page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((name) => name.includes('lesson')));
  const sent = [];
  page.on('request', (request) => { if (request.method() !== 'GET') sent.push(request.url()); });
  await walk(page, 'ko');
  expect(await kept()).toEqual([]);
  await expect(page.locator('.cc-lesson-given').first()).toContainText('<b>굵게</b>');
  await page.getByLabel('이 기기에 두기').check();
  await expect.poll(kept).toEqual(['city-compare.lesson.visions']);
  await page.reload();
  await expect(page.locator('.cc-lesson-code')).toBeVisible();
  await page.getByRole('button', { name: '내 답 지우기' }).click();
  await expect(step(page)).toHaveAttribute('data-step', 'mine');
  expect(await kept()).toEqual([]);
  expect(sent).toEqual([]);
});

test('the work is a file that holds no script, whatever a pupil wrote', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, lesson('visions'));
  await walk(page, 'ko');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '내 활동 내려받기' }).click()]);
  expect(download.suggestedFilename()).toBe('city-compare-visions.html');
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain('&lt;b&gt;굵게&lt;/b&gt;');
  expect(text).not.toContain('<script');
});

test('codes of a class are counted, and a wrong one is told', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, lesson('visions'));
  await walk(page, 'ko');
  const code = (await page.locator('.cc-lesson-code').innerText()).split(': ')[1];
  await page.goto('about:blank');
  await open(page, lesson('visions/tally'));
  const field = page.getByLabel('코드', { exact: true });
  for (const typed of [code, code.toLowerCase().replaceAll('-', ' ')]) {
    await field.fill(typed);
    await field.press('Enter');
  }
  await expect(page.locator('.cc-lesson form')).toContainText('코드 2개');
  await expect(page.locator('.cc-lesson-tally')).toHaveCount(5);
  await field.fill(code.slice(0, -1) + (code.endsWith('2') ? '3' : '2'));
  await field.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('코드가 맞지 않습니다. 다시 살펴보세요.');
  await expect(page.locator('.cc-lesson form')).toContainText('코드 2개');
  expect(await violations(page)).toEqual([]);
});

test('a quiz is the same for all who type the same number', async ({ page }) => {
  await open(page, 'cc.lesson=quiz');
  await page.getByLabel('문제 번호').fill('7');
  await page.getByRole('button', { name: '문제 만들기' }).click();
  await expect(page.locator('.cc-lesson-quiz > li')).toHaveCount(10);
  const first = await page.locator('.cc-lesson-quiz legend').allInnerTexts();
  await page.locator('.cc-lesson-quiz input[type="radio"]').first().check();
  await expect(page.locator('.cc-lesson-quiz .cc-lesson-reveal')).toHaveCount(1);
  await page.locator('.cc-lesson-quiz .cc-lesson-reveal .cc-source').click();
  await expect(page.locator('.cc-evidence').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '문제 만들기' }).click();
  expect(await page.locator('.cc-lesson-quiz legend').allInnerTexts()).toEqual(first);
});

test('what a link locks is not offered and stays through Back, until the reader lifts it', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.cities=yeosu,jeonju');
  await page.goto('about:blank');
  await open(page, 'cc.view=budgets&cc.cities=yeosu,jeonju,gyeongju&cc.lock=cities,view,year');
  const chips = page.locator('.cc-chip-name');
  await expect(chips).toHaveText(['여수시', '전주시', '경주시']);
  await expect(page.locator('.cc-class-view')).toBeVisible();
  await expect(page.locator('.cc-chip-button, .cc-add')).toHaveCount(0);
  await expect(page.locator('.cc-tabs')).toBeHidden();
  await expect(page.getByRole('combobox')).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  await page.locator('.cc-choice').nth(1).click();
  await page.evaluate(() => { location.hash = '#cc.view=sources&cc.cities=gwangju,yeosu'; });
  await expect(page.locator('.cc-class-view')).toBeVisible();
  await expect(chips).toHaveText(['여수시', '전주시', '경주시']);
  await expect(page.locator('.cc-figure')).toBeVisible();
  await page.goBack();
  await expect(chips).toHaveText(['여수시', '전주시', '경주시']);
  await page.getByRole('button', { name: '고정 풀기' }).click();
  await expect(page.locator('.cc-tabs')).toBeVisible();
  await expect(page.locator('.cc-chip-button').first()).toBeVisible();
});

test('a lesson that is locked leads nowhere else', async ({ page }) => {
  await open(page, 'cc.lesson=visions&cc.lock=view');
  await expect(step(page)).toBeVisible();
  await expect(page.locator('.cc-tabs')).toBeHidden();
  await expect(page.locator('.cc-lesson-back')).toHaveCount(0);
  await answer(page);
  await page.getByRole('button', { name: WORDS.ko.check }).click();
  await page.getByRole('button', { name: WORDS.ko.next }).click();
  await expect(step(page)).toHaveAttribute('data-step', 'dialogue');
});

test('attributes: a lesson and a lock, which a link does not lift by naming cities', async ({ page }) => {
  await site(page, `${SCRIPT}<city-compare cities="yeosu,jeonju" lock="cities" state="url"></city-compare>`);
  await expect(page.locator('.cc-class-view')).toBeVisible();
  await page.goto('about:blank');
  await page.goto('site.html#cc.cities=gwangju,gyeongju');
  await expect(page.locator('.cc-chip-name')).toHaveText(['여수시', '전주시']);
  await page.locator('city-compare').evaluate((element) => { element.cities = 'gyeongju,gwangju'; });
  await expect(page.locator('.cc-chip-name')).toHaveText(['경주시', '광주광역시']);
  await page.locator('city-compare').evaluate((element) => { element.lesson = 'mayor'; });
  await expect(step(page)).toBeVisible();
  await page.locator('city-compare').evaluate((element) => { element.lesson = null; element.lock = null; });
  await expect(page.locator('.cc-class-view')).toHaveCount(0);
  await expect(step(page)).toHaveCount(0);
});

test('a lesson of one’s own: a step of what is seen, a question, a file, and one page without a network', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=blocks');
  await page.locator('.cc-taking').first().click();
  await page.getByRole('link', { name: '이 화면을 수업 단계로 담기' }).click();
  await expect(page.getByLabel('1단계 물음')).toBeVisible();
  await page.getByLabel('1단계 물음').fill('어느 분야가 눈에 띕니까?');
  await page.getByLabel('1단계 물음').press('Tab');
  const save = async (name) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return readFile(await download.path(), 'utf8');
  };
  const file = await save('수업 파일로 저장');
  const made = JSON.parse(file);
  expect(made.steps[0].question.ko).toBe('어느 분야가 눈에 띕니까?');
  const html = await save('HTML 파일 하나로 저장');
  expect(html).toContain(' lesson="{&quot;aim&quot;');
  await page.getByRole('link', { name: '이 수업 시작' }).click();
  await expect(step(page).locator('h4')).toHaveText('어느 분야가 눈에 띕니까?');
  await expect(step(page).locator('.cc-svg')).toBeVisible();
  await page.goto('about:blank');
  await open(page, 'cc.lesson=own');
  await page.getByLabel('수업 파일 열기').setInputFiles({ name: 'lesson.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await expect(page.getByLabel('1단계 물음')).toHaveValue('어느 분야가 눈에 띕니까?');
  await page.getByLabel('수업 파일 열기').setInputFiles({ name: 'lesson.json', mimeType: 'application/json', buffer: Buffer.from(file.replace('"text"', '"song"')) });
  await expect(page.getByRole('alert')).toContainText('steps[0]');
});

for (const lang of ['ko', 'en']) {
  test(`sheets on paper: A4, with the version of the data and a QR code on each, ${lang}`, async ({ page }) => {
    test.setTimeout(240_000);
    const wrong = [];
    for (const id of LESSONS) {
      for (const sheet of ['worksheet', 'teacher', 'cards']) {
        await page.goto('about:blank');
        await open(page, lesson(`${id}/${sheet}`), lang);
        await expect(page.locator('.cc-sheet')).toBeVisible();
        await expect(page.locator('.cc-sheet .cc-qr')).toHaveCount(1);
        if (sheet === 'teacher' && lang === 'ko') expect(await violations(page), `${id} ${sheet}`).toEqual([]);
        const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: false, ...(process.env.SHEETS ? { path: `${process.env.SHEETS}/${id}-${sheet}-${lang}.pdf` } : {}) });
        const printed = await pages(bytes);
        const text = bare(printed.map((one) => one.text).join(''));
        const version = bare(await page.locator('.cc-sheet footer p').first().innerText());
        if (!text.includes(version)) wrong.push(`${id} ${sheet}: no version`);
        const small = printed.flatMap(({ texts }) => texts.filter(({ size }) => size < 6).map((one) => one.text));
        if (small.length) wrong.push(`${id} ${sheet}: small ${small.slice(0, 3)}`);
        const out = printed.flatMap(({ width, texts }) => texts.filter(({ x, end }) => x < 0 || end > width + 0.5).map((one) => one.text));
        if (out.length) wrong.push(`${id} ${sheet}: beyond ${out.slice(0, 3)}`);
        if (Math.abs(printed[0].width - 595) > 1.5) wrong.push(`${id} ${sheet}: ${printed[0].width}`);
        if (text.includes(bare(lang === 'ko' ? '학생용 링크와' : 'Link and QR code for pupils'))) wrong.push(`${id} ${sheet}: more than the sheet`);
      }
    }
    expect(wrong).toEqual([]);
  });
}

// Measures every page and prints the samples as JSON: node run.mjs OUT. `cargo xtask bench` serves the pages, sets the
// environment, and makes the tables.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { launch, visit } from './browser.mjs';
import { COUNTRY, CURVE, OPENED, OURS, PEERS } from './pages.mjs';

const { BASE_URL, CHROMIUM, ROUNDS, THROTTLE, QUICK } = process.env;
const [rounds, throttle, quick] = [Number(ROUNDS), Number(THROTTLE), QUICK === '1'];
const REDRAWS = 5;
const browser = await launch(CHROMIUM);
const say = (text) => process.stderr.write(`    ${text}\n`);

/** Adds a sample to a list that may not be there yet. */
const put = (samples, name, value) => { (samples[name] ??= []).push(value); };
const at = (name) => `${BASE_URL}${name}`;

/** A page of a library or of ours: bytes, time to painted, redraws. */
async function load(samples, name, address, redraw) {
  await visit(browser, at(address), throttle, async (page) => {
    const own = (samples[name] ??= { bytes: [], painted: [], redraw: [] });
    own.painted.push(page.painted);
    own.bytes.push(page.bytes());
    for (let times = 0; redraw && times < REDRAWS; times += 1) own.redraw.push(await redraw(page, times));
  });
}

const peerRedraw = ({ page }) => page.evaluate(() => inside.timed(() => bench.redraw()));
// Total and per resident in turn, or the next year: the segments are part (3), what (4), unit (2).
const ourRedraws = { unit: ({ act }, times) => act('segment', 7 + (times + 1) % 2), year: ({ act }) => act('year') };

async function loads() {
  const samples = {};
  const pages = [
    ...PEERS.map((name) => [name, `peers/${name}.html`, peerRedraw]),
    ['budgets, unit', 'budgets.html', ourRedraws.unit],
    ['budgets, year', 'budgets.html', ourRedraws.year],
    ...Object.keys(OURS).filter((name) => name !== 'budgets').map((name) => [name, `${name}.html`, undefined]),
  ];
  for (let round = 0; round < rounds; round += 1) {
    say(`pages, round ${round + 1} of ${rounds}`);
    // Each round begins with another page, so that none always follows the same one.
    for (let place = 0; place < pages.length; place += 1) await load(samples, ...pages[(place + round) % pages.length]);
  }
  return samples;
}

/** What a reader does one after the other, from the visions of five cities on. */
const STEPS = [
  ['view: strategies', 'view', 'strategies'], ['filter: a field', 'filter', 3], ['filter: none', 'filter', 0],
  ['view: budgets', 'view', 'budgets'], ['budgets: fields', 'segment', 5], ['unit: share', 'segment', 8], ['year: next', 'year'],
  ['budgets: projects', 'segment', 1], ['view: sources', 'view', 'sources'], ['view: visions', 'view', 'visions'],
  ['', 'remove'], ['city added', 'add'], ['search: focused', 'focus'], ['search: first letters', 'search', '청년'], ['search: next letters', 'search', '청년 주택'],
  ['search: initials', 'search', 'ㅊㄴㅈㅌ'], ['search: cleared', 'search', ''],
];

/** Every step's time to the next frame; unthrottled also its longest task. */
async function steps(samples, address, rate) {
  await visit(browser, at(address), rate, async ({ page, act }) => {
    for (const [name, ...what] of STEPS) {
      const since = await page.evaluate(() => performance.now());
      const time = await act(...what);
      await page.waitForTimeout(120); // what is done after the frame, and the report of a long task, which comes after it has ended
      if (!name) continue;
      const own = (samples[name] ??= { time: [], longest: [] });
      own.time.push(time);
      own.longest.push(await page.evaluate((time) => inside.longest(time), since));
    }
  });
}

async function interactions(address, rate, times) {
  const samples = {};
  for (let round = 0; round < times; round += 1) await steps(samples, address, rate);
  return samples;
}

/** From the last byte of the dataset to the painted comparison, and what it holds in memory. */
async function curve(times) {
  const samples = {};
  for (let round = 0; round < times; round += 1) {
    for (const cities of CURVE) {
      if (quick && cities > COUNTRY) continue;
      await visit(browser, at(`cities-${cities}.html`), 1, async ({ page, painted, memory }) => {
        const fetched = await page.evaluate(() => performance.getEntriesByType('resource').find(({ name }) => name.includes('/data/')).responseEnd);
        const own = (samples[cities] ??= {});
        put(own, 'ready', painted - fetched);
        const { js, wasm } = await memory();
        put(own, 'js', js);
        put(own, 'wasm', wasm);
      });
    }
    say(`cities from ${CURVE[0]} to ${quick ? COUNTRY : CURVE.at(-1)}, round ${round + 1} of ${times}`);
  }
  return samples;
}

/** From the start of the navigation to the painted comparison, and what it holds in memory: of five cities, and of a country in pieces. */
async function opened(times) {
  const samples = {};
  const names = Object.keys(OPENED);
  for (let round = 0; round < times; round += 1) {
    for (let place = 0; place < names.length; place += 1) {
      const name = names[(place + round) % names.length];
      await visit(browser, at(`opened-${name}.html`), 1, async ({ painted, memory }) => {
        const own = (samples[name] ??= {});
        put(own, 'ready', painted);
        const { js, wasm } = await memory();
        put(own, 'js', js);
        put(own, 'wasm', wasm);
      });
    }
  }
  say(`a country in pieces, ${times} rounds`);
  return samples;
}

/** The heap after 0, 1/10 … 10/10 of the given number of times. */
async function growth(times, address, work) {
  return visit(browser, at(address), 1, async ({ page, memory }) => {
    const heaps = [];
    for (let part = 0; part <= 10; part += 1) {
      if (part) await page.evaluate(work, times / 10);
      heaps.push(await memory());
    }
    return heaps;
  });
}

async function switches(times) {
  for (let time = 0; time < times; time += 1) {
    inside.do('view', ['visions', 'strategies', 'budgets', 'sources'][time % 4]);
    await (time % 4 === 3 ? inside.frame() : undefined);
  }
}

async function mounts(times) {
  const shown = document.querySelector('city-compare');
  for (let time = 0; time < times; time += 1) {
    const element = document.createElement('city-compare');
    element.setAttribute('view', 'budgets');
    shown.before(element);
    await element.ready;
    element.remove();
    await new Promise((resolve) => { setTimeout(resolve); });
  }
}

try {
  const { devDependencies: libraries } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
  const result = {
    day: new Date().toISOString().slice(0, 10),
    processors: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    libraries,
    chromium: browser.version(),
    loads: await loads(),
    throttled: await interactions('visions.html', throttle, rounds),
    unthrottled: await interactions('visions.html', 1, rounds),
  };
  say('interactions with five cities done');
  const several = Math.min(rounds, 3);
  result.curve = await curve(several);
  result.opened = await opened(rounds);
  result.country = await interactions(`cities-${COUNTRY}.html`, 1, several);
  say(`interactions with ${COUNTRY} cities done`);
  result.switches = await growth(quick ? 40 : 1000, 'visions.html', switches);
  result.mounts = await growth(quick ? 20 : 500, 'visions.html', mounts);
  writeFileSync(process.argv[2], JSON.stringify(result));
} finally {
  await browser.close();
}

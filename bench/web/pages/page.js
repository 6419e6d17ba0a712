// What the pages of the libraries share: the bars, and the table of the same numbers.
// Each page sets `window.bench`: `ready` resolves when the first drawing is in the document, `redraw` draws other values.
import figure from 'figure'; // made from dataset.json by build.mjs

export const { labels, values } = figure;
export const chart = document.getElementById('chart');
export const WIDTH = 960;
export const HEIGHT = 720;

const won = new Intl.NumberFormat('ko-KR');
export const eok = (amount) => `${won.format(Math.round(amount / 1e8))}억`;

const body = document.getElementById('rows');

function table(set) {
  body.replaceChildren(...labels.map((label, place) => {
    const row = document.createElement('tr');
    const [name, amount] = [document.createElement('th'), document.createElement('td')];
    name.scope = 'row';
    name.textContent = label;
    amount.textContent = `${won.format(values[set][place])}원`;
    row.append(name, amount);
    return row;
  }));
}

/** Rows as most libraries take them. */
export const rows = (set) => labels.map((label, place) => ({ label, amount: values[set][place] }));

/** Draws both for the first time, and tells the benchmark how to draw them again. */
export function start(first, again) {
  let shown = 0;
  table(shown);
  const ready = Promise.resolve(first(shown));
  window.bench = {
    ready,
    async redraw() {
      shown = 1 - shown;
      table(shown);
      await again(shown);
    },
  };
}

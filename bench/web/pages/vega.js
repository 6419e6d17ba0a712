import embed from 'vega-embed';
import { HEIGHT, WIDTH, chart, labels, rows, start } from './page.js';

let view;
const spec = (set) => ({
  width: WIDTH - 300,
  height: HEIGHT - 60,
  data: { name: 'bars', values: rows(set) },
  mark: 'bar',
  encoding: {
    y: { field: 'label', type: 'nominal', sort: labels, title: null },
    x: { field: 'amount', type: 'quantitative', title: '원' },
  },
});

start(
  async (set) => { ({ view } = await embed(chart, spec(set), { renderer: 'svg', actions: false })); },
  (set) => view.data('bars', rows(set)).runAsync(),
);

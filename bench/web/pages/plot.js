import { axisX, axisY, barX, plot, ruleX } from '@observablehq/plot';
import { HEIGHT, WIDTH, chart, eok, labels, rows, start } from './page.js';

const draw = (set) => chart.replaceChildren(plot({
  width: WIDTH,
  height: HEIGHT,
  marginLeft: 300,
  y: { domain: labels, label: null },
  marks: [axisX({ tickFormat: eok, label: null }), axisY({ label: null }), barX(rows(set), { x: 'amount', y: 'label' }), ruleX([0])],
}));

start(draw, draw);

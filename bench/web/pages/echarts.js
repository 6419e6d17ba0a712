import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { HEIGHT, WIDTH, chart, eok, labels, start, values } from './page.js';

use([BarChart, GridComponent, SVGRenderer]);
const drawing = init(chart, null, { renderer: 'svg', width: WIDTH, height: HEIGHT });

start(
  (set) => drawing.setOption({
    animation: false, // the first frame is to show the bars at their length
    grid: { left: 300, right: 20, top: 10, bottom: 30 },
    yAxis: { type: 'category', data: labels, inverse: true },
    xAxis: { type: 'value', axisLabel: { formatter: eok } },
    series: [{ type: 'bar', data: values[set] }],
  }),
  (set) => drawing.setOption({ series: [{ data: values[set] }] }),
);

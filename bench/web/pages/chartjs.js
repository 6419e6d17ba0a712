import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import { HEIGHT, WIDTH, chart, eok, labels, start, values } from './page.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);
const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT });
let drawing;

start(
  (set) => {
    chart.append(canvas);
    drawing = new Chart(canvas, {
      type: 'bar',
      data: { labels, datasets: [{ data: values[set] }] },
      options: {
        indexAxis: 'y',
        animation: false, // the first frame is to show the bars at their length
        responsive: false,
        scales: { x: { ticks: { callback: eok } }, y: { ticks: { autoSkip: false } } },
      },
    });
  },
  (set) => {
    drawing.data.datasets[0].data = values[set];
    drawing.update('none');
  },
);

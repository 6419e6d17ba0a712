// Writes the pages that are measured into the folder SITE: node build.mjs DIST SITE. `cargo xtask bench` runs it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { CURVE, OPENED, OURS, PEERS } from './pages.mjs';

const [dist, site] = process.argv.slice(2);
const BARS = 32;

/** A figure of ours: the largest projects of Gwangyang's plan; for the second drawing each bar takes its neighbour's amount. */
function figure() {
  const dataset = JSON.parse(readFileSync(join(dist, 'dataset.json'), 'utf8'));
  const { items } = dataset.cities.find((city) => city.id === 'gwangyang').plan;
  const amount = ({ budget: { amounts } }) => {
    const basis = amounts.some((amount) => amount.basis === 'header') ? 'header' : 'body';
    const own = amounts.filter((amount) => amount.basis === basis);
    const annual = own.filter((amount) => amount.kind === 'annual');
    return (annual.length ? annual : own).reduce((sum, { krw }) => sum + krw, 0);
  };
  const projects = items
    .map((item) => ({ label: item.title.ko, amount: amount(item) }))
    .filter((project) => project.amount > 0)
    .sort((a, b) => b.amount - a.amount)
    .slice(0, BARS);
  if (projects.length < BARS) throw new Error(`dataset.json has ${projects.length} projects with amounts in Gwangyang, not ${BARS}`);
  const amounts = projects.map((project) => project.amount);
  return { labels: projects.map((project) => project.label), values: [amounts, [...amounts.slice(1), amounts[0]]] };
}

const html = (title, body) => `<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,"></head>
<body>${body}</body></html>
`;

const bars = JSON.stringify(figure());
const inline = {
  name: 'figure',
  setup(bundler) {
    bundler.onResolve({ filter: /^figure$/ }, ({ path }) => ({ path, namespace: 'figure' }));
    bundler.onLoad({ filter: /./, namespace: 'figure' }, () => ({ contents: bars, loader: 'json' }));
  },
};

const folder = join(site, 'peers');
await build({
  entryPoints: PEERS.map((name) => join(import.meta.dirname, 'pages', `${name}.js`)),
  outdir: folder,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  plugins: [inline],
});
mkdirSync(folder, { recursive: true });
for (const name of PEERS) {
  const table = '<table><thead><tr><th>사업</th><th>금액</th></tr></thead><tbody id="rows"></tbody></table>';
  writeFileSync(join(folder, `${name}.html`), html(name, `<h1>광양시 계획 사업</h1><div id="chart"></div>${table}<script type="module" src="${name}.js"></script>`));
}
const ours = (attributes) => `<script type="module" src="city-compare.js"></script><city-compare ${attributes}></city-compare>`;
for (const [name, attributes] of Object.entries(OURS)) writeFileSync(join(site, `${name}.html`), html(name, ours(attributes)));
for (const cities of CURVE) writeFileSync(join(site, `cities-${cities}.html`), html(`${cities}`, ours(`src="data/${cities}.json" view="budgets"`)));
for (const [name, attributes] of Object.entries(OPENED)) writeFileSync(join(site, `opened-${name}.html`), html(name, ours(`${attributes} view="budgets"`)));

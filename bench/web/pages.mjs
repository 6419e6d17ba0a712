// The pages: those of the libraries, and ours by name and attributes.

export const PEERS = ['vega', 'echarts', 'plot', 'chartjs'];

export const OURS = {
  visions: 'view="visions"',
  strategies: 'view="strategies"',
  budgets: 'view="budgets"',
  sources: 'view="sources"',
};

/** Numbers of cities of the generated datasets, which xtask writes as data/N.json. */
export const CURVE = [5, 20, 50, 100, 243, 500, 1000];
export const COUNTRY = 243;

/** As many in pieces, beside five that are whole: opened in turn. */
export const OPENED = { five: 'src="data/5.json"', pieces: 'src="data/pieces/index.json"' };

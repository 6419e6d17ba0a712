// A dataset of seven cities, as a page brings its own: the five, and two of one name, of which one has no plan worth the name and one no budgets.
export const SEVEN = ['yeosu', 'gwangyang', 'gyeongju', 'jeonju', 'gwangju', 'junggu-seoul', 'junggu-busan'];

/** The text of the dataset. `change` may do something to it before. */
export async function seven(page, change = () => {}) {
  const dataset = await (await page.request.get(process.env.DATASET ?? 'dataset.json')).json();
  const [yeosu, gwangyang] = dataset.cities;
  const like = (city, id, province, more) => {
    const own = new Set([city.plan.items, city.plan.figures, city.plan.tables].flat().map((one) => one.id));
    const renamed = (_, value) => (own.has(value) ? value.replace(city.id, id) : value);
    return { ...JSON.parse(JSON.stringify(city), renamed), id, name: { ko: '중구', en: 'Jung-gu' }, province, ...more };
  };
  const later = gwangyang.budgets.map((budget) => ({ ...budget, fiscal_year: budget.fiscal_year + 20 }));
  dataset.cities.push(
    like(yeosu, 'junggu-seoul', { ko: '서울특별시', en: 'Seoul' }, { budgets: later, conflicts: [], field_splits: [] }),
    like(gwangyang, 'junggu-busan', { ko: '부산광역시', en: 'Busan' }, { budgets: [], conflicts: [], field_splits: [], population: [] }),
  );
  Object.assign(dataset, { name: { ko: '일곱 도시 자료', en: 'Seven cities' }, version: '7.0' });
  change(dataset);
  return JSON.stringify(dataset);
}

/** Serves it as seven.json. Gives its text. */
export async function serveSeven(page, change) {
  const body = await seven(page, change);
  await page.route('**/seven.json', (route) => route.fulfill({ contentType: 'application/json', body }));
  return body;
}

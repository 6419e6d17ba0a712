// What a page's own script does with the element. `tsc --strict` reads it; nothing runs it.
import { CityCompare, type CityCompareOptions } from '../../../dist/city-compare';

const element = document.querySelector('city-compare');
if (element) {
  const options: CityCompareOptions = { cities: ['yeosu', 'gwangju'], view: 'budgets', year: 2022, theme: null };
  element.options = options;
  element.view = 'strategies';
  element.cities = 'yeosu,jeonju';
  const view: string = element.view;
  // @ts-expect-error a view that does not exist
  element.view = 'maps';
  // @ts-expect-error a theme that does not exist
  element.options = { theme: 'pink' };
  element.data = { schema: 1 };
  element.data = '{"schema": 1}';
  const data: string | undefined = element.dataset["id"];
  element.addEventListener('city-compare:change', (event) => {
    const fragment: string = event.detail.fragment;
    // @ts-expect-error a detail that does not exist
    event.detail.views;
    console.log(fragment);
  });
  document.addEventListener('city-compare:error', ({ detail }) => console.log(detail.cause === 'csp', detail.problems.length));
  void element.ready.then(async (ready: CityCompare) => {
    const csv: string | undefined = ready.exportCsv();
    const png: Blob | undefined = await ready.exportPng();
    ready.print();
    return [csv, png];
  });
  console.log(view, data, CityCompare.version);
}

// The page for iframes: attributes from the address, and its height to the page around it, if that page may know it.

const NAMES = ['cities', 'view', 'field', 'item', 'year', 'unit', 'lang', 'theme', 'home', 'state'];
const element = document.querySelector('city-compare');
for (const [name, value] of new URLSearchParams(location.search)) {
  if (NAMES.includes(name)) element.setAttribute(name, value); // `src` is not among them: no one brings data in by a link
}

const configured = document.querySelector('meta[name=city-compare-origins]').content.split(/\s+/).filter(Boolean);
const around = document.referrer ? new URL(document.referrer).origin : '';
if (parent !== window && [location.origin, ...configured].includes(around)) {
  const tell = () => parent.postMessage({ type: 'city-compare:height', height: Math.ceil(element.getBoundingClientRect().height) }, around);
  new ResizeObserver(tell).observe(element);
}

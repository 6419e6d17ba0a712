// Before anything is seen: the language of the page, which is the one that the reader chose before, or that of their browser;
// and whether the address asks for something else than the first view that the page holds. A page waits for this script.

const page = document.documentElement;

/** The language that the comparison remembers. */
function remembered() {
  try {
    return localStorage.getItem('city-compare.lang') ?? '';
  } catch {
    return ''; // a page in a frame that may keep nothing
  }
}

const spoken = [remembered(), ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase());
page.lang = spoken.find((tag) => tag === 'ko' || tag === 'en') ?? 'en';
if (location.hash) page.dataset.elsewhere = '';

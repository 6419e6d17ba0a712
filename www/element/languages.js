// Which language the element speaks before the module is there, and what it says then.

/** @typedef {'ko' | 'en'} Lang */

/** @type {Record<Lang, string>} */
export const LOADING = { ko: '도시 비교 자료를 불러오는 중입니다.', en: 'Loading the comparison of cities.' };

/**
 * The language of the page around an element, across shadow roots.
 * @param {Element} element
 */
export function pageLanguage(element) {
  // By what a node has, not by its class: a window that the element was moved to has classes of its own.
  for (let node = /** @type {any} */ (element).parentNode; node; node = node.parentNode ?? node.host) {
    const tag = node.getAttribute?.('lang');
    if (tag) return /** @type {string} */ (tag);
  }
  return navigator.language || 'ko';
}

/**
 * A tag of BCP 47, of which only the language counts here; CMSes write `ko-KR`, `EN` and `en_US`.
 * @param {string | null} tag
 * @returns {Lang | undefined}
 */
function known(tag) {
  const language = tag?.trim().toLowerCase().split(/[-_]/)[0];
  return language === 'ko' || language === 'en' ? language : undefined;
}

/**
 * The language of the panel: the element's own, or the page's.
 * @param {Element} element
 * @returns {Lang}
 */
export const speaks = (element) => known(element.getAttribute('lang')) ?? known(pageLanguage(element)) ?? 'en';

// What stands there before the comparison, and instead of it.

import { make } from './dom.js';
import { awaited } from './fetching.js';
import { LOADING } from './languages.js';
import SHEET from './panel.css';
import { dress } from './sheets.js';

/** @import { Lang } from './languages.js' */
/** @import { Explanation } from './types.js' */

/** So long it may take before the panel says which file has not come yet, in milliseconds. */
const PATIENCE = 20_000;

/**
 * @param {ShadowRoot} root
 * @param {'status' | 'alert'} role
 * @param {Lang} lang
 * @param {HTMLElement[]} content
 */
function panel(root, role, lang, content) {
  const shown = make('div', content, { className: 'wait', lang });
  shown.setAttribute('role', role);
  shown.setAttribute('part', role === 'alert' ? 'failure' : 'loading');
  // Under it stays what the page put inside the element.
  root.replaceChildren(shown, make('slot'));
  dress(root, SHEET);
  return shown;
}

/**
 * Says that it is being loaded, unless the page holds the first view: then that stays.
 * @param {ShadowRoot} root
 * @param {Lang} lang
 */
export const loading = (root, lang) =>
  /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[part~=first]')]).find((first) => first.clientHeight) ??
  panel(root, 'status', lang, [make('div', [], { className: 'line' }), make('p', LOADING[lang])]);

/**
 * Says what is waited for when it takes long. Gives how to end it.
 * @param {HTMLElement} shown The panel.
 */
export function patience(shown) {
  const timer = setTimeout(() => {
    shown.append(make('p', [...awaited].join(', ')));
  }, PATIENCE);
  return () => {
    clearTimeout(timer);
  };
}

/**
 * Says what failed and what to do, in both languages, the one of the page first.
 * @param {ShadowRoot} root
 * @param {Lang} lang
 * @param {Explanation} said
 */
export function failure(root, lang, said) {
  /** @param {Lang} tongue */
  const part = (tongue) =>
    make(
      'div',
      said[tongue].map((text) => make('p', text)),
      { lang: tongue },
    );
  const list = said.problems.map((problem) => make('li', problem));
  panel(root, 'alert', lang, [part(lang), part(lang === 'ko' ? 'en' : 'ko'), ...(list.length ? [make('ul', list)] : [])]);
}

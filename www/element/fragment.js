// What stands behind the '#' of the page's address: what the instances with state="url" write there, beside what others keep there.
//
//   #cc.view=budgets&cc.year=2023     names begin with the instance's; `&` between all entries
//   #section2&cc.view=budgets         an anchor of the page stays first
//   #/plans?cc.view=budgets           the route of a hash router stays a route, our entries are in its query
//
// src/element reads all three, and `#/plans&cc.view=budgets` of older links.

/** @param {string} text */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a percent sign of someone else's
  }
}

/** @param {string} hash */
export const isRoute = (hash) => /^!?\//.test(hash);

/**
 * Tells the entries of an instance.
 * @param {string} name
 */
const entryOf = (name) => (/** @type {string} */ part) => decoded(part).startsWith(`${decoded(name)}.`);

/**
 * What stands behind the '#' with these entries of an instance in the place of those that it had.
 * @param {string} hash
 * @param {string} name The instance.
 * @param {string} fragment
 */
export function withEntries(hash, name, fragment) {
  const own = entryOf(name);
  /** @param {string} text */
  const others = (text) => text.split('&').filter((part) => part && !own(part));
  const [, route = '', rest = ''] = isRoute(hash) ? (/^([^?]*)\??(.*)$/s.exec(hash) ?? []) : ['', '', hash];
  const entries = [...others(rest), fragment].filter(Boolean).join('&');
  return [others(route).join('&'), entries].filter(Boolean).join('?');
}

/**
 * The entries of an instance, without the language that a copied link names.
 * @param {string} hash
 * @param {string} name
 */
export const entriesOf = (hash, name) =>
  hash
    .split(/[?&]/)
    .filter((part) => entryOf(name)(part) && !part.includes('.lang='))
    .join('&');

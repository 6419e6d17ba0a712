// Small helpers of the app's page: elements, and what is said to a reader.

/** @typedef {string | Node | undefined} Child */

/**
 * An element with properties and attributes, and its children: texts and elements.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [values]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, values = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(values)) {
    if (name in element) Object.assign(element, { [name]: value });
    else if (value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.flat().filter((child) => child !== undefined));
  return element;
}

/**
 * Says something in a status region: the same words a second time, too.
 * @param {HTMLElement} status
 * @param {string | undefined} text
 */
export function say(status, text = '') {
  status.textContent = '';
  setTimeout(() => {
    status.textContent = text;
  }, 50);
}

/**
 * Puts values into the places of a string.
 * @param {string | undefined} text
 * @param {Record<string, string | number>} values
 */
export const fill = (text = '', values = {}) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

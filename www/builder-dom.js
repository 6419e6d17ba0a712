// Small helpers of the embed builder: elements, and what is said to a reader.

/** An element with properties and attributes, and its children: texts and elements. */
export function make(tag, values = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(values)) {
    if (name in element) element[name] = value;
    else if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== undefined));
  return element;
}

/** Says something in a status region: the same words a second time, too. */
export function say(status, text) {
  status.textContent = '';
  setTimeout(() => { status.textContent = text; }, 50);
}

/** Puts values into the places of a string. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

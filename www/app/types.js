// What the build writes for the app (app-words.json), and what is chosen in the embed builder.

/** The strings of one language, by their names. @typedef {Record<string, string>} Words */

/** @typedef {'ko' | 'en'} Lang */

/** Something to choose, with its name in each language. @typedef {{ value: string, name: Record<Lang, string> }} Named */

/**
 * What there is to choose from.
 * @typedef {object} Choices
 * @property {Named[]} cities
 * @property {Named[]} views
 * @property {Named[]} fields
 * @property {string[]} years
 * @property {string} year The one that is shown if none is chosen.
 * @property {Named[]} figures
 * @property {Named[]} units
 */

/** The forms, in the order in which they are offered. @typedef {'lines' | 'bundle' | 'frame' | 'package' | 'file'} Form */

/**
 * What is chosen.
 * @typedef {object} Choice
 * @property {string[]} cities Those that are shown.
 * @property {string[]} order All of them.
 * @property {string} view
 * @property {string} field
 * @property {string} topic
 * @property {string} show What the screen shows besides, as entries of an address.
 * @property {boolean} only Whether a figure stands without controls.
 * @property {string} figure
 * @property {string} year
 * @property {string} unit
 * @property {string} lang
 * @property {string} theme
 * @property {string} home
 * @property {boolean} state
 * @property {Form} form
 * @property {string} base The address of the uploaded folder.
 * @property {boolean} elsewhere Whether the page is on another server.
 */

/** Digests of files, by their names. @typedef {Record<string, string>} Digests */

/** The name of an attribute, and its value; true for one that has none. @typedef {[name: string, value: string | true]} Pair */

export {};

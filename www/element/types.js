// The types that pages, the other modules here and the published declarations share. Nothing of it is in the script.

/**
 * Names of the attributes; each is a property of the same name.
 * @typedef {'cities' | 'view' | 'topic' | 'field' | 'item' | 'figure' | 'year' | 'stage' | 'unit' | 'show' | 'controls' | 'lang' | 'theme' | 'home' | 'state' | 'lesson' | 'lock' | 'src'} CityCompareAttribute
 */

/** @typedef {'glance' | 'visions' | 'strategies' | 'topics' | 'budgets' | 'sources'} CityCompareView */
/** @typedef {'blocks' | 'fields' | 'per_resident' | 'stages' | 'peers' | 'years' | 'press'} CityCompareFigure */
/** @typedef {'amount' | 'per_resident' | 'share'} CityCompareUnit */
/** @typedef {'proposed' | 'initial' | 'final' | 'current' | 'spent' | 'settled'} CityCompareStage */
/** @typedef {'all' | 'none'} CityCompareControls */
/** @typedef {'auto' | 'light' | 'dark'} CityCompareTheme */
/** @typedef {'none' | 'url'} CityCompareStore */

/**
 * A tag of BCP 47, as HTML's own attribute has it: Korean and English are spoken, `auto` and every other is the page's language.
 * @typedef {'auto' | 'ko' | 'en' | (string & {})} CityCompareLanguage
 */

/**
 * Several attributes at once. `null` removes an attribute: its default holds again.
 * @typedef {object} CityCompareOptions
 * @property {string | readonly string[] | null} [cities] Ids of two to five cities, in order; a list becomes the attribute with commas. Default: all.
 * @property {CityCompareView | null} [view] Default: `visions`.
 * @property {string | null} [topic] Id of a topic. Default: the first.
 * @property {string | null} [field] Code of a functional field, `010` to `900`. Default: none.
 * @property {string | null} [item] Id of a plan item to open. Default: none.
 * @property {string | number | null} [year] Fiscal year of the press reports' budgets, or with `stage` of the official figures. Default: the one that most cities have.
 * @property {CityCompareStage | null} [stage] Stage of the official figures, with `year`. Default: the newest that all cities have.
 * @property {CityCompareFigure | null} [figure] Default: `blocks`, or `press` where `year` or `unit` is given.
 * @property {CityCompareUnit | null} [unit] Default: `amount`.
 * @property {string | null} [show] What else an address says of a state, as it stands behind the # of a copied link. Default: nothing.
 * @property {CityCompareControls | null} [controls] `none` shows a figure alone. Default: `all`.
 * @property {CityCompareLanguage | null} [lang] Default: `auto`, the language of the page.
 * @property {CityCompareTheme | null} [theme] Default: `auto`, as the system asks.
 * @property {string | null} [home] Id of the site's own city: first and marked. Default: none.
 * @property {CityCompareStore | null} [state] `url` keeps the reader's choices in the address. Default: `none`.
 * @property {string | null} [lesson] Id of a lesson in place of the view, `all`, or a lesson as JSON. Default: none.
 * @property {string | readonly string[] | null} [lock] What a class view keeps: `cities`, `view`, `year`. Default: none.
 * @property {string | null} [src] Addresses of datasets of one's own, with spaces between; `built-in` is the five cities. Default: these.
 */

/**
 * Why the comparison cannot be shown.
 * @typedef {'file' | 'mime' | 'missing' | 'csp' | 'cors' | 'integrity' | 'network' | 'nowasm' | 'memory' | 'panic' | 'dataset' | 'unknown'} CityCompareCause
 */

/**
 * @typedef {object} CityCompareReady
 * @property {'ko' | 'en'} lang The language that is spoken.
 */

/**
 * @typedef {object} CityCompareChange
 * @property {string} fragment The state, as it stands behind the `#` of an address; `&` between its parts.
 * @property {'ko' | 'en'} lang The language that is spoken.
 */

/**
 * @typedef {object} CityCompareError
 * @property {CityCompareCause} cause Why.
 * @property {string} message What failed and what to do, in the language of the page.
 * @property {string[]} problems Every problem of a broken dataset, or the message of an unknown error.
 */

/**
 * @typedef {{
 *   'city-compare:ready': CustomEvent<CityCompareReady>,
 *   'city-compare:change': CustomEvent<CityCompareChange>,
 *   'city-compare:error': CustomEvent<CityCompareError>,
 * }} CityCompareEventMap
 */

/* What the modules share among themselves. */

/**
 * An instance of the wasm module.
 * @typedef {object} Widget
 * @property {() => void} hold Before `mount`: what is focused and selected of a first view that the page holds stays so.
 * @property {() => void} mount
 * @property {(width: number) => void} resize
 * @property {(width: number) => void} print
 * @property {(name: string, attribute: (name: string) => string | null, language: string) => void} update
 * @property {(call: (fragment: string, lang: 'ko' | 'en', step: 'push' | 'replace') => void) => void} on_change
 * @property {(kind: 'csv' | 'svg' | 'json') => string | undefined} export
 * @property {'ko' | 'en'} lang
 * @property {() => void} free
 */

/**
 * What is known of a failure.
 * @typedef {object} Context
 * @property {string} [protocol] Of the page.
 * @property {string} [address] Of what was loaded.
 * @property {string} [digest] That it was to have.
 * @property {SecurityPolicyViolationEvent[]} [violations] What the page's policy refused meanwhile.
 * @property {string} [directive] Of the policy that blocked it.
 * @property {boolean} [panic]
 * @property {boolean} [wasm] False in a browser without WebAssembly.
 */

/** @typedef {{ message?: string, context?: Context }} Failure */

/**
 * What a reader is told about a failure: sentences in both languages.
 * @typedef {object} Explanation
 * @property {CityCompareCause} cause
 * @property {string[]} ko
 * @property {string[]} en
 * @property {string[]} problems
 */

/** @typedef {(error: unknown, context: Context) => Promise<Explanation>} Diagnose Finds out why, and says it. */

/**
 * What is needed seldom, and loaded then.
 * @typedef {{ diagnose: Diagnose, picture: (svg: string) => Promise<Blob> }} Seldom
 */

export {};

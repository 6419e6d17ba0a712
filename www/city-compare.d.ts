// Types of <city-compare>. docs/embedding.md tells what each attribute does.

/** Names of the attributes; each is a property of the same name. */
export type CityCompareAttribute =
  | 'cities' | 'view' | 'field' | 'item' | 'year' | 'unit' | 'lang' | 'theme' | 'home' | 'state' | 'src';

export type CityCompareView = 'visions' | 'strategies' | 'budgets' | 'sources';
export type CityCompareUnit = 'amount' | 'per_resident' | 'share';
export type CityCompareTheme = 'auto' | 'light' | 'dark';
export type CityCompareStore = 'none' | 'url';

/** Several attributes at once. `null` removes an attribute: its default holds again. */
export interface CityCompareOptions {
  /** Ids of two to five cities, in order; a list becomes the attribute with commas. Default: all. */
  cities?: string | readonly string[] | null;
  /** Default: `visions`. */
  view?: CityCompareView | null;
  /** Code of a functional field, `010` to `900`. Default: none. */
  field?: string | null;
  /** Id of a plan item to open. Default: none. */
  item?: string | null;
  /** Fiscal year of the cities' budgets. Default: the one that most cities have. */
  year?: string | number | null;
  /** Default: `amount`. */
  unit?: CityCompareUnit | null;
  /** Default: `auto`, the language of the page. */
  lang?: 'auto' | 'ko' | 'en' | null;
  /** Default: `auto`, as the system asks. */
  theme?: CityCompareTheme | null;
  /** Id of the site's own city: first and marked. Default: none. */
  home?: string | null;
  /** `url` keeps the reader's choices in the address. Default: `none`. */
  state?: CityCompareStore | null;
  /** Address of a dataset of one's own. Default: the five cities. */
  src?: string | null;
}

/** Why the comparison cannot be shown. */
export type CityCompareCause =
  | 'file' | 'mime' | 'missing' | 'csp' | 'cors' | 'integrity' | 'network' | 'nowasm' | 'memory' | 'panic' | 'dataset' | 'unknown';

export interface CityCompareReady {
  /** The language that is spoken. */
  lang: 'ko' | 'en';
}

export interface CityCompareChange {
  /** The state, as it stands behind the `#` of an address; `&` between its parts. */
  fragment: string;
  lang: 'ko' | 'en';
}

export interface CityCompareError {
  cause: CityCompareCause;
  /** What failed and what to do, in the language of the page. */
  message: string;
  /** Every problem of a broken dataset, or the message of an unknown error. */
  problems: string[];
}

export interface CityCompareEventMap {
  'city-compare:ready': CustomEvent<CityCompareReady>;
  'city-compare:change': CustomEvent<CityCompareChange>;
  'city-compare:error': CustomEvent<CityCompareError>;
}

export class CityCompare extends HTMLElement {
  static readonly version: string;
  static readonly observedAttributes: readonly CityCompareAttribute[];

  get cities(): string;
  set cities(value: string | readonly string[] | null);
  get view(): string;
  set view(value: CityCompareView | null);
  get field(): string;
  set field(value: string | null);
  get item(): string;
  set item(value: string | null);
  get year(): string;
  set year(value: string | number | null);
  get unit(): string;
  set unit(value: CityCompareUnit | null);
  get theme(): string;
  set theme(value: CityCompareTheme | null);
  get home(): string;
  set home(value: string | null);
  get state(): string;
  set state(value: CityCompareStore | null);
  get src(): string;
  set src(value: string | null);

  /** The attributes that are set; assigning sets those that it names. */
  get options(): Partial<Record<CityCompareAttribute, string>>;
  set options(values: CityCompareOptions);

  /**
   * A dataset of one's own, as an object or as JSON text, by the contract of `city-compare.schema.json`; `null` goes back
   * to `src`, or the five cities. Reading gives the `data-*` attributes, as of every element.
   */
  get dataset(): DOMStringMap;
  set dataset(value: object | string | null);

  /** Resolves with the element when the comparison is shown; rejects when it cannot be. A new one after each new start. */
  get ready(): Promise<this>;

  /** The shown figure as CSV text; undefined for a view without numbers, and before `ready`. */
  exportCsv(): string | undefined;
  /** The shown figure as SVG text; undefined for a view without numbers, and before `ready`. */
  exportSvg(): string | undefined;
  /** The shown figure as JSON text; undefined for a view without numbers, and before `ready`. */
  exportJson(): string | undefined;
  /** The shown figure as a PNG picture, 1920 pixels wide; undefined for a view without numbers, and before `ready`. */
  exportPng(): Promise<Blob | undefined>;
  /** Opens the browser's print dialog for this element alone. */
  print(): void;

  addEventListener<K extends keyof CityCompareEventMap>(
    type: K, listener: (this: CityCompare, event: CityCompareEventMap[K]) => void, options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof CityCompareEventMap>(
    type: K, listener: (this: CityCompare, event: CityCompareEventMap[K]) => void, options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'city-compare': CityCompare;
  }
  interface DocumentEventMap extends CityCompareEventMap {}
}

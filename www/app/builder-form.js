// The choices of the embed builder: a form of native fields.

import { FORMS, folder, foreign, has } from './builder-code.js';
import { fill, make, say } from './builder-dom.js';

const LEAST = 2; // a comparison has two cities

/** @import { Child } from './builder-dom.js' */
/** @import { Choice, Choices, Form, Lang, Named, Words } from './types.js' */

/** An option: its value, its name, and the language of the name if it is not the form's. @typedef {[value: string, text: string | undefined, tongue?: string]} Option */

/**
 * The form in a language. It changes `choice` and calls `changed` after each change.
 * @param {{ words: Words, choices: Choices, lang: Lang, choice: Choice, changed: () => void }} given
 */
export function form({ words, choices, lang, choice, changed }) {
  /** @param {Named} named @returns {Option} */
  const named = ({ value, name }) => [value, name[lang]];
  /** @param {string} id */
  const cityName = (id) => choices.cities.find(({ value }) => value === id)?.name[lang] ?? id;
  const city = cities({ words, choice, cityName, changed: update });
  const home = make('select', { id: 'builder-home', name: 'home', 'aria-describedby': 'builder-home-hint' });
  const field = select('field', words.field, [['', words.all_fields], ...choices.fields.map(named)]);
  const year = select(
    'year',
    words.year,
    choices.years.map((value) => /** @type {Option} */ ([value, value])),
  );
  const figure = radios('figure', words.figure, choices.figures.map(named));
  const unit = radios('unit', words.unit, choices.units.map(named));
  const base = address();
  const elsewhere = check('elsewhere', words.elsewhere);
  const state = check('state', words.state);
  const only = check('only', words.only);

  const element = make(
    'form',
    { className: 'builder-form', noValidate: true },
    group(words.show, city, radios('view', words.view, choices.views.map(named)), figure, field, year, unit),
    group(
      words.look,
      make(
        'div',
        { className: 'builder-field' },
        make('label', { htmlFor: 'builder-home' }, words.home),
        home,
        make('p', { id: 'builder-home-hint', className: 'builder-hint' }, words.home_hint),
      ),
      radios('lang', words.language, [
        ['auto', words.language_auto],
        ['ko', words.korean, 'ko'],
        ['en', words.english, 'en'],
      ]),
      radios('theme', words.theme, [
        ['auto', words.theme_auto],
        ['light', words.theme_light],
        ['dark', words.theme_dark],
      ]),
      only,
      state,
    ),
    group(words.place, forms(), base, elsewhere),
  );
  element.addEventListener('submit', (event) => event.preventDefault());
  element.addEventListener('change', (event) => {
    const target = /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target);
    if (!(target.name in choice) || target.name === 'base') return;
    Object.assign(choice, {
      [target.name]: target instanceof HTMLInputElement && target.type === 'checkbox' ? target.checked : target.value,
    });
    update();
  });
  sync();
  return element;

  function update() {
    sync();
    changed();
  }

  /** Shows the fields that the other choices leave a meaning. */
  function sync() {
    if (!choice.cities.includes(choice.home)) choice.home = '';
    /** @type {Option[]} */
    const options = [['', words.home_none], ...choice.cities.map((id) => /** @type {Option} */ ([id, cityName(id)]))];
    home.replaceChildren(...options.map(([value, text]) => make('option', { value }, text)));
    home.value = choice.home;
    field.hidden = !has(choice, 'field');
    figure.hidden = !has(choice, 'figure');
    year.hidden = unit.hidden = !has(choice, 'year');
    state.hidden = choice.form === 'frame'; // a frame's own address is seen by no one
    base.hidden = choice.form === 'package';
    elsewhere.hidden = !foreign({ ...choice, elsewhere: true });
  }

  /**
   * @param {'field' | 'year'} name
   * @param {string | undefined} label
   * @param {Option[]} options
   */
  function select(name, label, options) {
    const id = `builder-${name}`;
    const list = make(
      'select',
      { id, name },
      options.map(([value, text]) => make('option', { value }, text)),
    );
    list.value = choice[name];
    return make('div', { className: 'builder-field' }, make('label', { htmlFor: id }, label), list);
  }

  /**
   * @param {'elsewhere' | 'only' | 'state'} name
   * @param {string | undefined} label
   */
  function check(name, label) {
    return make(
      'label',
      { className: 'builder-option' },
      make('input', { type: 'checkbox', name, checked: choice[name] }),
      make('span', {}, label),
    );
  }

  /**
   * @param {'view' | 'figure' | 'unit' | 'lang' | 'theme'} name
   * @param {string | undefined} legend
   * @param {Option[]} options
   */
  function radios(name, legend, options) {
    /** @param {Option} option */
    const one = ([value, text, tongue]) =>
      make(
        'label',
        { className: 'builder-option' },
        make('input', { type: 'radio', name, value, checked: choice[name] === value }),
        make('span', tongue ? { lang: tongue } : {}, text),
      );
    return make('fieldset', {}, make('legend', {}, legend), make('div', { className: 'builder-options' }, options.map(one)));
  }

  function forms() {
    /** @param {Form} value */
    const one = (value) =>
      make(
        'label',
        { className: 'builder-option builder-form-option' },
        make('input', { type: 'radio', name: 'form', value, checked: choice.form === value, 'aria-describedby': `builder-${value}-hint` }),
        make('span', {}, words[value]),
        make('span', { id: `builder-${value}-hint`, className: 'builder-hint' }, words[`${value}_hint`]),
      );
    return make('fieldset', {}, make('legend', {}, words.form), FORMS.map(one));
  }

  function address() {
    const wrong = make('p', { className: 'builder-wrong', role: 'alert' });
    const input = make('input', {
      id: 'builder-base',
      name: 'base',
      type: 'text',
      inputMode: 'url',
      spellcheck: false,
      autocomplete: 'off',
      value: choice.base,
      'aria-describedby': 'builder-base-hint',
    });
    input.addEventListener('input', () => {
      const found = folder(input.value);
      input.setAttribute('aria-invalid', String(!found));
      const text = found ? '' : (words.base_wrong ?? '');
      if (wrong.textContent !== text) wrong.textContent = text; // said once, not at each key
      if (!found) return;
      choice.base = found;
      update();
    });
    return make(
      'div',
      { className: 'builder-field' },
      make('label', { htmlFor: 'builder-base' }, words.base),
      input,
      wrong,
      make('p', { id: 'builder-base-hint', className: 'builder-hint' }, words.base_hint),
    );
  }
}

/**
 * @param {string | undefined} heading
 * @param {...Child} fields
 */
const group = (heading, ...fields) => make('section', { className: 'builder-group' }, make('h3', {}, heading), fields);

/**
 * The cities: chosen or not, in an order that buttons change.
 * @param {{ words: Words, choice: Choice, cityName: (id: string) => string, changed: () => void }} given
 */
function cities({ words, choice, cityName, changed }) {
  const list = make('ol', { className: 'builder-cities' });
  const status = make('p', { className: 'builder-hint', role: 'status' });
  /** @param {string} id @param {number} by @param {number} index */
  const arrow = (id, by, index) =>
    make(
      'button',
      {
        type: 'button',
        className: 'builder-arrow',
        disabled: !choice.order[index + by],
        'data-by': by,
        'aria-label': fill(by < 0 ? words.move_earlier : words.move_later, { city: cityName(id) }),
        onclick: () => move(id, by),
      },
      by < 0 ? '↑' : '↓',
    );
  /** @param {string} id @param {number} index */
  const row = (id, index) =>
    make(
      'li',
      { 'data-city': id },
      make(
        'label',
        { className: 'builder-option' },
        make('input', {
          type: 'checkbox',
          checked: choice.cities.includes(id),
          onchange: (/** @type {Event} */ { target }) => choose(id, /** @type {HTMLInputElement} */ (target)),
        }),
        make('span', {}, cityName(id)),
      ),
      arrow(id, -1, index),
      arrow(id, 1, index),
    );
  draw();
  return make(
    'fieldset',
    { 'aria-describedby': 'builder-cities-hint' },
    make('legend', {}, words.cities),
    make('p', { id: 'builder-cities-hint', className: 'builder-hint' }, words.cities_hint),
    list,
    status,
  );

  function draw() {
    list.replaceChildren(...choice.order.map(row));
  }

  /** @param {string} id @param {HTMLInputElement} box */
  function choose(id, box) {
    const chosen = choice.order.filter((known) => (known === id ? box.checked : choice.cities.includes(known)));
    if (chosen.length < LEAST) {
      box.checked = true;
      say(status, words.at_least_two);
      return;
    }
    choice.cities = chosen;
    status.textContent = '';
    changed();
  }

  /** @param {string} id @param {number} by */
  function move(id, by) {
    const { order } = choice;
    const from = order.indexOf(id);
    order.splice(from + by, 0, ...order.splice(from, 1));
    choice.cities = order.filter((known) => choice.cities.includes(known));
    draw();
    // The focus stays on the city: on the same button, or on the other one at an end of the list.
    const buttons = /** @type {HTMLButtonElement[]} */ ([...list.querySelectorAll(`[data-city="${id}"] button`)]);
    (buttons.find((button) => Number(button.dataset.by) === by && !button.disabled) ?? buttons.find((button) => !button.disabled))?.focus();
    say(status, fill(words.moved, { city: cityName(id), n: from + by + 1 }));
    changed();
  }
}

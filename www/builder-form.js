// The choices of the embed builder: a form of native fields.

import { FORMS, folder, foreign, has } from './builder-code.js';
import { fill, make, say } from './builder-dom.js';

const LEAST = 2; // a comparison has two cities

/** The form in a language. It changes `choice` and calls `changed` after each change. */
export function form({ words, choices, lang, choice, changed }) {
  const named = ({ value, name }) => [value, name[lang]];
  const cityName = (id) => choices.cities.find(({ value }) => value === id).name[lang];
  const city = cities({ words, choice, cityName, changed: update });
  const home = make('select', { id: 'builder-home', name: 'home', 'aria-describedby': 'builder-home-hint' });
  const field = select('field', words.field, [['', words.all_fields], ...choices.fields.map(named)]);
  const year = select('year', words.year, choices.years.map((value) => [value, value]));
  const unit = radios('unit', words.unit, choices.units.map(named));
  const base = address();
  const elsewhere = check('elsewhere', words.elsewhere);
  const state = check('state', words.state);

  const element = make('form', { className: 'builder-form', noValidate: true },
    group(words.show, city, radios('view', words.view, choices.views.map(named)), field, year, unit),
    group(words.look,
      make('div', { className: 'builder-field' },
        make('label', { htmlFor: 'builder-home' }, words.home), home,
        make('p', { id: 'builder-home-hint', className: 'builder-hint' }, words.home_hint)),
      radios('lang', words.language, [['auto', words.language_auto], ['ko', words.korean, 'ko'], ['en', words.english, 'en']]),
      radios('theme', words.theme, [['auto', words.theme_auto], ['light', words.theme_light], ['dark', words.theme_dark]]),
      state),
    group(words.place, forms(), base, elsewhere));
  element.addEventListener('submit', (event) => event.preventDefault());
  element.addEventListener('change', ({ target }) => {
    if (!(target.name in choice) || target.name === 'base') return;
    choice[target.name] = target.type === 'checkbox' ? target.checked : target.value;
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
    const options = [['', words.home_none], ...choice.cities.map((id) => [id, cityName(id)])];
    home.replaceChildren(...options.map(([value, text]) => make('option', { value }, text)));
    home.value = choice.home;
    field.hidden = !has(choice, 'field');
    year.hidden = unit.hidden = !has(choice, 'year');
    state.hidden = choice.form === 'frame'; // a frame's own address is seen by no one
    base.hidden = choice.form === 'package';
    elsewhere.hidden = !foreign({ ...choice, elsewhere: true });
  }

  function select(name, label, options) {
    const id = `builder-${name}`;
    const list = make('select', { id, name }, options.map(([value, text]) => make('option', { value }, text)));
    list.value = choice[name];
    return make('div', { className: 'builder-field' }, make('label', { htmlFor: id }, label), list);
  }

  function check(name, label) {
    return make('label', { className: 'builder-option' }, make('input', { type: 'checkbox', name, checked: choice[name] }), make('span', {}, label));
  }

  function radios(name, legend, options) {
    const one = ([value, text, tongue]) => make('label', { className: 'builder-option' },
      make('input', { type: 'radio', name, value, checked: choice[name] === value }), make('span', tongue ? { lang: tongue } : {}, text));
    return make('fieldset', {}, make('legend', {}, legend), make('div', { className: 'builder-options' }, options.map(one)));
  }

  function forms() {
    const one = (value) => make('label', { className: 'builder-option builder-form-option' },
      make('input', { type: 'radio', name: 'form', value, checked: choice.form === value, 'aria-describedby': `builder-${value}-hint` }),
      make('span', {}, words[value]), make('span', { id: `builder-${value}-hint`, className: 'builder-hint' }, words[`${value}_hint`]));
    return make('fieldset', {}, make('legend', {}, words.form), FORMS.map(one));
  }

  function address() {
    const wrong = make('p', { className: 'builder-wrong', role: 'alert' });
    const input = make('input', { id: 'builder-base', name: 'base', type: 'text', inputMode: 'url', spellcheck: false, autocomplete: 'off',
      value: choice.base, 'aria-describedby': 'builder-base-hint' });
    input.addEventListener('input', () => {
      const found = folder(input.value);
      input.setAttribute('aria-invalid', String(!found));
      const text = found ? '' : words.base_wrong;
      if (wrong.textContent !== text) wrong.textContent = text; // said once, not at each key
      if (!found) return;
      choice.base = found;
      update();
    });
    return make('div', { className: 'builder-field' }, make('label', { htmlFor: 'builder-base' }, words.base), input, wrong,
      make('p', { id: 'builder-base-hint', className: 'builder-hint' }, words.base_hint));
  }
}

const group = (heading, ...fields) => make('section', { className: 'builder-group' }, make('h3', {}, heading), fields);

/** The cities: chosen or not, in an order that buttons change. */
function cities({ words, choice, cityName, changed }) {
  const list = make('ol', { className: 'builder-cities' });
  const status = make('p', { className: 'builder-hint', role: 'status' });
  const arrow = (id, by, index) => make('button', {
    type: 'button', className: 'builder-arrow', disabled: !choice.order[index + by], 'data-by': by,
    'aria-label': fill(by < 0 ? words.move_earlier : words.move_later, { city: cityName(id) }), onclick: () => move(id, by),
  }, by < 0 ? '↑' : '↓');
  const row = (id, index) => make('li', { 'data-city': id },
    make('label', { className: 'builder-option' },
      make('input', { type: 'checkbox', checked: choice.cities.includes(id), onchange: (event) => choose(id, event.target) }),
      make('span', {}, cityName(id))),
    arrow(id, -1, index), arrow(id, 1, index));
  draw();
  return make('fieldset', { 'aria-describedby': 'builder-cities-hint' }, make('legend', {}, words.cities),
    make('p', { id: 'builder-cities-hint', className: 'builder-hint' }, words.cities_hint), list, status);

  function draw() {
    list.replaceChildren(...choice.order.map(row));
  }

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

  function move(id, by) {
    const { order } = choice;
    const from = order.indexOf(id);
    [order[from], order[from + by]] = [order[from + by], order[from]];
    choice.cities = order.filter((known) => choice.cities.includes(known));
    draw();
    // The focus stays on the city: on the same button, or on the other one at an end of the list.
    const buttons = [...list.querySelectorAll(`[data-city="${id}"] button`)];
    (buttons.find((button) => Number(button.dataset.by) === by && !button.disabled) ?? buttons.find((button) => !button.disabled)).focus();
    say(status, fill(words.moved, { city: cityName(id), n: from + by + 1 }));
    changed();
  }
}

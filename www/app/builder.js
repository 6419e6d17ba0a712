// The embed builder of the app: what to show and in which form, and the code, policy and preview for it.
// app.js imports it when it is opened for the first time; nothing of it belongs to the widget.

import { adopt, attributes, start } from './builder-code.js';
import { make } from './builder-dom.js';
import { form } from './builder-form.js';
import { result } from './builder-result.js';

/** Attributes that the preview takes over; not `state`, which would write the preview into the address of the app. */
const SHOWN = ['cities', 'view', 'topic', 'field', 'figure', 'year', 'unit', 'show', 'controls', 'lang', 'theme', 'home'];

/** @import { Choices, Digests, Lang, Words } from './types.js' */

/** @type {{ adopt: () => void, refresh: () => void } | undefined} */
let built;

/**
 * Opens or closes the builder in its section.
 * @param {HTMLElement} section
 * @param {HTMLElement} opener
 */
export async function toggle(section, opener) {
  built ??= await build(section, opener);
  const open = section.hidden;
  if (open) built.adopt();
  section.hidden = !open;
  opener.setAttribute('aria-expanded', String(open));
  if (open) {
    built.refresh();
    section.querySelector('h2')?.focus({ preventScroll: true });
    section.scrollIntoView({ block: 'start' });
  } else {
    opener.focus();
  }
}

/**
 * @param {HTMLElement} section
 * @param {HTMLElement} opener
 */
async function build(section, opener) {
  /** @type {[{ words: Record<Lang, Words>, choices: Choices, version: string }, unknown]} */
  const [{ words, choices, version }] = await Promise.all([json('app-words.json'), style('builder.css')]);
  const choice = start(choices, new URL('./', document.baseURI).href);
  const head = make('header', { className: 'builder-head' });
  const chosen = make('div');
  const given = make('div', { className: 'builder-result' });
  const previewHead = make('div');
  const preview = document.createElement('city-compare');
  /** @type {Digests} */
  let digests = {};
  /** @type {Lang} */
  let lang;
  section.append(
    head,
    make('div', { className: 'builder-columns' }, chosen, given),
    make('section', { className: 'builder-preview' }, previewHead, make('div', { className: 'builder-stage' }, preview)),
  );
  speak();
  for (const name of ['ready', 'change']) {
    document.addEventListener(`city-compare:${name}`, ({ target }) => {
      if (target !== preview) speak();
    });
  }
  let seen = '';
  return { adopt: begin, refresh };

  /** Begins with what the screen shows, unless it is what it was when the builder was open last. */
  function begin() {
    if (seen === location.hash) return;
    seen = location.hash;
    adopt(choice, choices, seen);
    chosen.replaceChildren(form({ words: words[lang], choices, lang, choice, changed }));
    changed();
  }

  /** Everything in the language of the page, when that changed. The listener of app.js, which sets it, came first. */
  function speak() {
    const wanted = document.documentElement.lang === 'en' ? 'en' : 'ko';
    if (wanted === lang) return;
    lang = wanted;
    section.lang = lang;
    const said = words[lang];
    const close = make('button', { type: 'button', className: 'button', onclick: () => toggle(section, opener) }, said.close);
    head.replaceChildren(make('h2', { id: 'builder-title', tabIndex: -1 }, said.open), close, make('p', {}, said.intro));
    chosen.replaceChildren(form({ words: said, choices, lang, choice, changed }));
    previewHead.replaceChildren(make('h3', {}, said.preview), make('p', { className: 'builder-hint' }, said.preview_note));
    changed();
    // An automatic language is read again when the attribute changes.
    if (choice.lang === 'auto') {
      preview.lang = lang;
      preview.removeAttribute('lang');
    }
  }

  function changed() {
    const { frame_title: title = '' } = words[/** @type {Lang} */ (choice.lang)] ?? words[lang];
    given.replaceChildren(...result({ words: words[lang], title, choices, choice, digests, version }));
    /** @type {Record<string, string>} */
    const wanted = Object.fromEntries(attributes(choice, choices));
    for (const name of SHOWN) {
      if (preview.getAttribute(name) === (wanted[name] ?? null)) continue;
      const value = wanted[name];
      if (value === undefined) preview.removeAttribute(name);
      else preview.setAttribute(name, value);
    }
  }

  /** The digests of the files on the host as they are now: never those of a version that was kept. */
  async function refresh() {
    digests = await json('integrity.json', { cache: 'no-cache' }).catch(() => ({}));
    changed();
  }
}

/**
 * @param {string} address
 * @param {RequestInit} [options]
 */
async function json(address, options) {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

/** @param {string} href */
function style(href) {
  const link = make('link', { rel: 'stylesheet', href });
  const done = new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(new Error(href));
  });
  document.head.append(link);
  return done;
}

// What the embed builder gives: the code to paste, the policy that the page needs, and the tables for pages without script.

import { code, filled, foreign, policy } from './builder-code.js';
import { fill, make, say } from './builder-dom.js';

/** @import { Choice, Choices, Digests, Words } from './types.js' */

/**
 * The result in a language, for what is chosen now; `title` is in the language of the comparison.
 * @param {{ words: Words, title: string, choices: Choices, choice: Choice, digests: Digests, version: string }} given
 */
export function result({ words, title, choices, choice, digests, version }) {
  return [
    make('h3', {}, words.code),
    ...code(choice, choices, digests, title).map(([label, text]) => block(words, words[label] ?? '', text)),
    ...(choice.form === 'file' ? [download(words, choice, choices)] : []),
    ...(['lines', 'bundle', 'frame'].includes(choice.form)
      ? [hint(Object.keys(digests).length ? fill(words.digest, { version }) : words.digest_missing)]
      : []),
    make('h3', {}, words.policy),
    ...rules(words, choice),
    ...(choice.form === 'file' ? [] : tables(words, choice)),
  ];
}

/** @param {string | undefined} text */
const hint = (text) => make('p', { className: 'builder-hint' }, text);

/**
 * @param {Words} words
 * @param {Choice} choice
 */
function rules(words, choice) {
  const header = policy(choice);
  /** @type {Record<string, string>} */
  const said = { frame: 'policy_frame', file: 'policy_file', lines: 'policy_lines' };
  const more = [
    header && words.policy_more,
    foreign(choice) && words.cors,
    foreign(choice) && choice.form === 'frame' && words.frame_origins,
    choice.form === 'frame' && choice.lang === 'auto' && words.frame_language,
  ];
  return [
    make('p', {}, words[said[choice.form] ?? 'policy_bundle']),
    ...(header ? [block(words, words.policy_label ?? '', header)] : []),
    ...more.flatMap((text) => (text ? [hint(text)] : [])),
  ];
}

/**
 * @param {Words} words
 * @param {Choice} choice
 */
function tables(words, choice) {
  /** @param {string} name */
  const link = (name) => make('li', {}, make('a', { href: `fallback/${name}.html` }, `fallback/${name}.html`));
  const note = choice.form === 'frame' ? words.fallback_frame : words.fallback_note;
  return [make('h3', {}, words.fallback), make('p', {}, note), make('ul', { className: 'builder-links' }, link('ko'), link('en'))];
}

/**
 * Code that can be focused, selected and copied, but not changed.
 * @param {Words} words
 * @param {string} label
 * @param {string} text
 */
function block(words, label, text) {
  const shown = make('pre', {
    className: 'builder-code',
    tabIndex: 0,
    role: 'textbox',
    'aria-readonly': 'true',
    'aria-multiline': 'true',
    'aria-label': label,
    lang: 'en',
    dir: 'ltr',
    translate: false,
    textContent: text,
  });
  const select = () => getSelection()?.selectAllChildren(shown);
  shown.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'a' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    select();
  });
  const status = make('span', { className: 'builder-said', role: 'status' });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      say(status, words.copied);
    } catch {
      // the browser or the page's permissions do not allow it, or the page did not come over https
      shown.focus();
      select();
      say(status, words.copy_refused);
    }
  };
  return make(
    'div',
    { className: 'builder-block' },
    make(
      'div',
      { className: 'builder-block-head' },
      make('span', { className: 'builder-label' }, label),
      status,
      make('button', { type: 'button', className: 'button', 'aria-label': `${words.copy}: ${label}`, onclick: copy }, words.copy),
    ),
    shown,
  );
}

/**
 * The one file, opened with what is chosen.
 * @param {Words} words
 * @param {Choice} choice
 * @param {Choices} choices
 */
function download(words, choice, choices) {
  const status = make('span', { className: 'builder-said', role: 'status' });
  const get = async () => {
    say(status, words.downloading);
    try {
      const answer = await fetch('city-compare.html');
      if (!answer.ok) throw new Error(String(answer.status));
      const page = filled(await answer.text(), choice, choices);
      const href = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
      make('a', { href, download: 'city-compare.html' }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60_000);
      say(status, words.downloaded);
    } catch {
      say(status, words.download_failed);
    }
  };
  return make(
    'div',
    { className: 'builder-download' },
    make('button', { type: 'button', className: 'button', onclick: get }, words.download),
    status,
    hint(words.file_note),
  );
}

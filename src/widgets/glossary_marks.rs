use crate::compare::{glossary, in_lang};
use crate::model::{Bilingual, Term};
use crate::shared::context::Context;
use crate::shared::prelude::*;
use crate::text::Lang;
use std::cell::RefCell;

/// The glossary's terms in a block of text: each is a button where it first stands, and explained under its text. Texts of
/// links and buttons do not come here: nothing that can be pressed stands in another.
pub(crate) struct Terms {
    pub(crate) cx: Context,
    pub(crate) lang: Lang,
    block: String,
    told: RefCell<Vec<String>>,
}

impl Terms {
    /// A block with a name that is its own in the widget.
    pub(crate) fn new(cx: Context, block: String, lang: Lang) -> Self {
        Self { cx, lang, block, told: RefCell::default() }
    }

    /// A text with its terms, and under it the explanation of the one that is open.
    pub(crate) fn say(&self, text: &Bilingual) -> AnyView {
        self.text(in_lang(text, self.lang))
    }

    /// As [`Self::say`], of a text in the language of the block.
    pub(crate) fn text(&self, text: &str) -> AnyView {
        let (line, panel) = self.apart(text);
        vec![line, panel].into_any()
    }

    /// A text that stands elsewhere: its terms are explained there.
    pub(crate) fn passed(&self, text: &str) {
        let data = self.cx.data();
        let found = glossary::terms(&data, text, self.lang);
        self.told.borrow_mut().extend(found.into_iter().map(|found| found.term.id.clone()));
    }

    /// The text and the explanation apart, for a heading, to which the explanation does not belong.
    pub(crate) fn apart(&self, text: &str) -> (AnyView, AnyView) {
        let (cx, data) = (self.cx, self.cx.data());
        let mut told = self.told.borrow_mut();
        let (mut pieces, mut here, mut at) = (Vec::new(), Vec::new(), 0);
        for found in glossary::terms(&data, text, self.lang) {
            let (Some(before), Some(word)) = (text.get(at..found.range.start), text.get(found.range.clone())) else {
                continue;
            };
            if told.contains(&found.term.id) {
                continue;
            }
            told.push(found.term.id.clone());
            // The language belongs to the key, so that switching it closes what is open.
            let key = format!("{}-{}-{}", self.block, found.term.id, self.lang.tag());
            pieces.push(before.to_owned().into_any());
            pieces.push(button(cx, key.clone(), word.to_owned(), spoken(found.term, self.lang)));
            here.push((key, found.term.clone()));
            at = found.range.end;
        }
        pieces.push(text.get(at..).unwrap_or_default().to_owned().into_any());
        if here.is_empty() {
            return (pieces.into_any(), ().into_any());
        }
        let lang = self.lang;
        let panel = move || {
            let open = cx.term.get()?;
            let (key, term) = here.iter().find(|(key, _)| *key == open)?;
            let explained = view! {
                <span class="cc-explain" role="note" id=cx.id(&format!("term-{key}"))>
                    <strong>{in_lang(&term.term, lang).to_owned()}</strong> " " {in_lang(&term.explanation, lang).to_owned()}
                </span>
            };
            Some(explained.into_any())
        };
        (pieces.into_any(), live(panel))
    }
}

fn spoken(term: &Term, lang: Lang) -> String {
    format!("{}: {}", in_lang(&term.term, lang), in_lang(&term.explanation, lang))
}

/// The term as a button. The focus stays on it; its explanation is announced politely, and stands after the text.
fn button(cx: Context, key: String, word: String, spoken: String) -> AnyView {
    let id = cx.id(&format!("term-{key}"));
    let (own, named) = (key.clone(), key.clone());
    let expanded = move || cx.term.with(|term| term.as_ref() == Some(&own)).to_string();
    // The explanation is in the page only while it is open.
    let controls = move || cx.term.with(|term| term.as_ref() == Some(&named)).then(|| id.clone());
    let toggle = move |_| {
        let opens = cx.term.with_untracked(|term| term.as_ref() != Some(&key));
        cx.term.set(opens.then(|| key.clone()));
        cx.status.set(if opens { spoken.clone() } else { String::new() });
    };
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && cx.term.with_untracked(Option::is_some) {
            // What is around it stays open: one press closes one thing.
            event.stop_propagation();
            cx.term.set(None);
            cx.status.set(String::new());
        }
    };
    view! {
        <button type="button" class="cc-term" aria-expanded=text(expanded) aria-controls=controls on:click=toggle on:keydown=escape>{word}</button>
    }
}

//! A state in the page's address, and the reader's way back and forward through states.

use crate::browser::{self, Travel};
use crate::dataset::opening::Known;
use crate::lazy;
use crate::model::Bilingual;
use crate::options::{State, address, beyond_opening, cities_asked};
use crate::shared::context::Instance;
use crate::text::{Lang, fill, words};
use leptos::prelude::*;

/// What is known of the reader's history.
#[derive(Default)]
pub(super) struct History {
    /// What was shown at each place whose address says nothing of this instance: `None` is where a reader starts. A host's
    /// anchor that is followed in between makes such a place, and changes nothing here.
    places: Vec<(String, Option<State>)>,
    /// Whether what changes now follows from going back or forward: that is no new step.
    travelled: bool,
}

impl History {
    /// Whether the change that is being told followed from going back or forward.
    pub(super) fn take_travelled(&mut self) -> bool {
        std::mem::take(&mut self.travelled)
    }
}

/// A handle on what is known of the reader's history.
pub(super) type Places = StoredValue<History>;

/// Places that are remembered.
const MANY: usize = 64;

/// Where the reader's language is remembered.
const LANGUAGE: &str = "city-compare.lang";

/// Shows what the address says, if it says anything of this instance, and notes the place. What this version does not know
/// of it is told.
pub(super) fn begin(cx: Instance, places: Places, known: &dyn Known) {
    let (instance, fragment) = (cx.instance.get_value(), browser::fragment());
    if address::own_entries(&instance, &fragment).next().is_none() {
        return note(cx, places);
    }
    if let Some(lang) = linked_language(&instance, &fragment) {
        cx.lang.set(lang);
    }
    let start = cx.start.get_untracked();
    let (state, unread) = State::from_fragment(known, &start, &instance, &fragment);
    cx.change_if(|now| *now = state);
    if !unread.is_empty() {
        let list = unread.join(", ");
        let said = |lang| fill(words(lang).link_unread, &[("list", &list)]);
        cx.problems.update(|problems| problems.push(Bilingual::new(said(Lang::Ko), said(Lang::En))));
    }
}

/// Notes what is shown at this place, if its address does not say it.
pub(super) fn note(cx: Instance, places: Places) {
    let (instance, fragment) = (cx.instance.get_value(), browser::fragment());
    let state = cx.state.get_untracked();
    let at_start = cx.start.with_untracked(|start| state == *start);
    if !at_start && address::own_entries(&instance, &fragment).next().is_some() {
        return;
    }
    let entry = browser::entry();
    places.update_value(|History { places, .. }| {
        places.retain(|(known, _)| *known != entry);
        places.push((entry, (!at_start).then_some(state)));
        let excess = places.len().saturating_sub(MANY);
        places.drain(..excess);
    });
}

/// Follows the reader back and forward.
pub(super) fn follow(cx: Instance, places: Places) -> Option<Travel> {
    browser::on_travel(move || {
        // The widget may be gone, and the page may keep no states.
        if cx.url_state_enabled.try_get_untracked() != Some(true) {
            return;
        }
        let (instance, fragment) = (cx.instance.get_value(), browser::fragment());
        if address::own_entries(&instance, &fragment).next().is_none() {
            return without_entries(cx, places);
        }
        let beyond = beyond_opening(|_| None, &instance, &fragment);
        lazy::with_what_it_needs(cx, beyond, cities_asked(&|_| None, &instance, &fragment), move |known| {
            // The address may be another one by the time that the dataset is there.
            let fragment = browser::fragment();
            let start = cx.start.get_untracked();
            let (state, _) = State::from_fragment(known, &start, &instance, &fragment);
            travel(cx, places, state, linked_language(&instance, &fragment));
        });
    })
}

/// A place whose address says nothing of this instance: one that was left shows what it showed, and at a new one, as behind
/// a link of the page to an anchor, nothing changes.
fn without_entries(cx: Instance, places: Places) {
    let entry = browser::entry();
    let known = places
        .with_value(|history| history.places.iter().find(|(known, _)| *known == entry).map(|(_, state)| state.clone()));
    match known {
        Some(state) => {
            let state = state.unwrap_or_else(|| cx.start.get_untracked());
            travel(cx, places, state, None);
        }
        None => note(cx, places),
    }
}

/// Shows what a place of the history shows.
fn travel(cx: Instance, places: Places, state: State, lang: Option<Lang>) {
    let other_lang = lang.filter(|lang| *lang != cx.lang.get_untracked());
    // The way back leads out of no class view.
    let mut state = state;
    cx.state.with_untracked(|now| {
        if now.lock.is_on() {
            state.lock = now.lock;
            state.hold(now);
        }
    });
    let changes = other_lang.is_some() || cx.state.with_untracked(|now| *now != state);
    places.update_value(|history| history.travelled |= changes);
    cx.change_if(|now| *now = state);
    if let Some(lang) = other_lang {
        cx.set_lang(lang);
    }
}

/// The language that a copied link names.
fn linked_language(instance: &str, fragment: &str) -> Option<Lang> {
    let tag = address::own_entries(instance, fragment).find(|(name, _)| *name == "lang").map(|(_, tag)| tag)?;
    Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
}

/// The language that the reader chose before.
pub(super) fn remembered_language() -> Option<Lang> {
    let tag = browser::remembered(LANGUAGE)?;
    Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
}

/// Remembers the language, where the page lets states be kept.
pub(super) fn remember_language(cx: Instance) {
    let lang = cx.lang.get();
    if cx.url_state_enabled.get() {
        // Storage may be full or forbidden: then the choice lasts as long as the page.
        let _ = browser::remember(LANGUAGE, lang.tag());
    }
}

//! Choosing the city from the list of the country.

use super::bench::At;
use crate::compare::search::{KnownPlace, Places};
use crate::embedded;
use crate::shared::context::say;
use crate::shared::prelude::*;
use crate::text::workbench::words;
use crate::text::{Lang, fill};
use city_compare_import::desk::{bare_dataset, subject};

/// Places that are listed.
const LIMIT: usize = 12;

pub(super) fn step(at: At) -> AnyView {
    let cx = at.cx;
    let chosen = at.with(|bench| bench.desk.subject.as_ref().map(|subject| subject.place.name.clone()));
    let Some(name) = chosen else { return finder(at) };
    let said = move || fill(words(cx.lang.get()).city_chosen, &[("city", &say(&name, cx.lang.get()))]);
    let other = move |_| at.change(|bench| bench.desk.subject = None);
    view! {
        <p>{text(said)}</p>
        <button type="button" class="cc-quiet" on:click=other>{cx.t(|lang| words(lang).city_other)}</button>
    }
}

fn finder(at: At) -> AnyView {
    let cx = at.cx;
    let typed = RwSignal::new(String::new());
    let places = Places::new(embedded::country(), &bare_dataset());
    let found = move || {
        let (lang, typed) = (cx.lang.get(), typed.get());
        if typed.trim().is_empty() {
            return None;
        }
        let found = places.find(&typed);
        let told = told(found.len(), lang);
        cx.announce_at_rest(told.clone());
        let entries = found.iter().take(LIMIT).map(|place| entry(at, place, lang)).collect_view();
        Some(view! { <p class="cc-note">{told}</p><ul class="cc-places">{entries}</ul> })
    };
    view! {
        <div role="search" aria-label=cx.t(|lang| words(lang).city_label)>
            <label class="cc-find">
                <span>{cx.t(|lang| words(lang).city_label)}</span>
                <input type="search" id=cx.id("workbench-city") autocomplete="off" spellcheck="false"
                    placeholder=cx.t(|lang| words(lang).city_hint)
                    on:input=move |event| typed.set(event_target_value(&event)) />
            </label>
            {live(found)}
        </div>
    }
}

fn told(found: usize, lang: Lang) -> String {
    let w = words(lang);
    if found == 0 { w.city_none.to_owned() } else { fill(w.city_more, &[("n", &found.to_string())]) }
}

fn entry(at: At, place: &KnownPlace, lang: Lang) -> AnyView {
    let code = place.id.trim_start_matches(|c: char| !c.is_ascii_digit()).to_owned();
    let choose = move |_| {
        let Some(subject) = subject(embedded::country(), &code) else { return };
        at.change(|bench| {
            bench.desk.subject = Some(subject);
            bench.outcome = None;
        });
        at.read();
    };
    view! {
        <li>
            <button type="button" class="cc-place" on:click=choose>
                <span>{say(&place.name, lang)}</span> " " <small>{say(&place.detail, lang)}</small>
            </button>
        </li>
    }
}

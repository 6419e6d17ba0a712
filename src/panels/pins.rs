//! The tray: what a reader keeps, in their order, with notes; to print as one sheet, to pass on as a link, to take along.

use crate::browser;
use crate::chart::{self, Frame};
use crate::compare::topics as known;
use crate::embedded;
use crate::pins::{self, Card, Pin, Topics};
use crate::shared::context::Context;
use crate::shared::official_figures::with_official_figures;
use crate::shared::prelude::*;
use crate::text::take::words;
use crate::text::{Lang, fill};
use crate::widgets::export_bar::{self, Taking, meta};
use crate::widgets::paper_mark;
use std::time::Duration;

/// Room left and right of what stands in the tray, in CSS pixels.
const ROOM: u32 = 40;
/// Widest that a chart is drawn in it.
const WIDEST: u32 = 400;
/// How wide a chart is drawn on paper: half a page.
const ON_PAPER: u32 = 480;

/// The tray: a button that says how many there are, and what it opens.
pub(crate) fn tray(cx: Context) -> AnyView {
    with_official_figures(cx);
    let open = RwSignal::new(false);
    let kept = cx.memo(|state| state.pins.clone());
    let count = memo(move || kept.with(|pins| pins::read(pins).len()));
    let taken: Taking = RwSignal::new(None);
    let name = move || fill(words(cx.lang.get()).tray, &[("n", &count.get().to_string())]);
    let place = NodeRef::<html::Div>::new();
    let close = move || {
        open.set(false);
        cx.focus("pins");
    };
    Effect::new(move |_| {
        if let (false, Some(root)) = (cx.paper.get(), cx.element()) {
            browser::printed_all(&root);
        }
    });
    let content = move || {
        (open.get() || cx.paper.get()).then(|| {
            view! {
                <section class="cc-tray-content" aria-label=cx.t(|lang| words(lang).tray_heading)
                    on:keydown=move |event| if event.key() == "Escape" { close() }>
                    <h4>{cx.t(|lang| words(lang).tray_heading)}</h4>
                    {live(move || list(cx, kept))}
                    {actions(cx, count, taken, place)}
                    {export_bar::told(cx, taken)}
                    {paper_mark::mark(cx)}
                </section>
            }
        })
    };
    view! {
        <div class="cc-tray" node_ref=place class:cc-open=move || open.get()>
            {live(content)}
            <button type="button" class="cc-pill" id=cx.id("pins") aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)>{live(name)}</button>
        </div>
    }
}

/// The pins with what is shown of each, and how many the data do not hold.
fn cards(cx: Context, kept: &str, lang: Lang) -> (Vec<(Pin, Card)>, usize) {
    let data = cx.data();
    let topics = known::of(&data, embedded::topics());
    let found = |selection: &crate::compare::Selection, typed: &str| cx.found(&topics, selection, typed);
    let topics_of = Topics { all: &topics, found: &found };
    let all = pins::read(kept);
    let of = all.len();
    let cards: Vec<(Pin, Card)> =
        all.into_iter().filter_map(|pin| Some((pin.clone(), pins::card(&data, &topics_of, &pin, lang)?))).collect();
    let missing = of - cards.len();
    (cards, missing)
}

fn list(cx: Context, kept: Memo<String>) -> AnyView {
    let lang = cx.lang.get();
    let w = words(lang);
    // A note that is being written leaves the list as it is.
    let order = memo(move || kept.with(|pins| pins::read(pins).into_iter().map(|pin| pin.what).collect::<Vec<_>>()));
    order.with(|_| ());
    let (cards, missing) = cards(cx, &kept.get_untracked(), lang);
    let missing =
        (missing > 0).then(|| view! { <p class="cc-note">{fill(w.unknown, &[("n", &missing.to_string())])}</p> });
    if cards.is_empty() {
        return view! { <p class="cc-none">{w.empty}</p>{missing} };
    }
    let last = cards.len() - 1;
    let rows =
        cards.into_iter().enumerate().map(|(place, (pin, card))| row(cx, place, last, pin, card, lang)).collect_view();
    view! { <ol class="cc-pins">{rows}</ol>{missing} }
}

fn row(cx: Context, place: usize, last: usize, pin: Pin, card: Card, lang: Lang) -> AnyView {
    let w = words(lang);
    let named = |text: &str| fill(text, &[("what", &card.title)]);
    let (earlier, later, remove, note) = (named(w.earlier), named(w.later), named(w.remove), named(w.note_of));
    let title = card.title.clone();
    let turn = move |to: usize, name: &'static str| {
        let said = fill(words(lang).moved, &[("what", &title), ("n", &(to + 1).to_string())]);
        move |_| {
            change(cx, |pins| pins.swap(place, to));
            cx.status.set(said.clone());
            // The row was made anew at its new place: the focus goes along.
            let id = format!("pin-{to}-{name}");
            browser::later(Duration::ZERO, move || {
                cx.focus(&id);
            });
        }
    };
    let go = {
        let what = pin.what.clone();
        move |_| {
            if let Some(state) = what.state(&cx.data()) {
                cx.change(|now| *now = crate::options::State { pins: now.pins.clone(), ..state });
            }
        }
    };
    let write = move |event: leptos::ev::Event| {
        let text = event_target_value(&event);
        change(cx, |pins| {
            if let Some(pin) = pins.get_mut(place) {
                pin.note = text;
            }
        });
    };
    let take_out = move |_| {
        change(cx, |pins| drop(pins.remove(place)));
        browser::later(Duration::ZERO, move || {
            cx.focus("pins");
        });
    };
    let lines = card.lines.iter().take(SHOWN).map(|line| view! { <p>{line.clone()}</p> }).collect_view();
    let more = card.lines.get(SHOWN..).filter(|more| !more.is_empty()).map(|more| {
        let lines = more.iter().map(|line| view! { <p>{line.clone()}</p> }).collect_view();
        view! { <details prop:open=move || cx.paper.get()><summary>{format!("+{}", more.len())}</summary>{lines}</details> }
    });
    let cited = card.citations.iter().take(CITED).map(|cited| view! { <small>{cited.clone()}</small> }).collect_view();
    let drawing = card.plot.map(|plot| drawing(cx, place, plot, lang));
    let written = pin.note.clone();
    let on_paper = move || cx.paper.get().then(|| written.clone()).filter(|note| !note.is_empty());
    view! {
        <li>
            <p class="cc-tag">{card.of}</p>
            <button type="button" class="cc-link" on:click=go>{card.title.clone()}</button>
            {drawing}
            {lines}
            {more}
            {cited}
            <p class="cc-pin-note">{live(on_paper)}</p>
            <div class="cc-set">
                <input type="text" class="cc-note-field" placeholder=w.note aria-label=note maxlength="120" prop:value=pin.note on:change=write/>
                <button type="button" class="cc-quiet" id=cx.id(&format!("pin-{place}-earlier")) aria-label=earlier disabled=place == 0
                    on:click=turn.clone()(place.saturating_sub(1), "earlier")>"↑"</button>
                <button type="button" class="cc-quiet" id=cx.id(&format!("pin-{place}-later")) aria-label=later disabled=place == last
                    on:click=turn((place + 1).min(last), "later")>"↓"</button>
                <button type="button" class="cc-quiet" aria-label=remove on:click=take_out>"×"</button>
            </div>
        </li>
    }
}

/// Lines and sources of a pin that are shown at once.
const SHOWN: usize = 5;
const CITED: usize = 3;

fn drawing(cx: Context, place: usize, plot: crate::compare::Plot, lang: Lang) -> AnyView {
    live(move || {
        let width = if cx.paper.get() { ON_PAPER } else { cx.width.get().saturating_sub(ROOM).min(WIDEST) };
        let prefix = cx.id(&format!("pin-{place}"));
        let shape = chart::draw(&plot, Frame { width, lang, id_prefix: &prefix }).shape;
        view! { <div class="cc-drawing" use:drawn=shape></div> }
    })
}

fn drawn(element: web_sys::Element, shape: chart::Shape) {
    browser::draw(&element, &shape);
}

/// Changes what is kept, if an address can hold it.
fn change(cx: Context, change: impl FnOnce(&mut Vec<Pin>)) {
    let mut pins = cx.state.with_untracked(|state| pins::read(&state.pins));
    change(&mut pins);
    match pins::fitting(&pins) {
        Some(text) => cx.update_state(|state| state.pins = text),
        None => cx.status.set(words(cx.lang.get_untracked()).full.to_owned()),
    }
}

/// To print, pass on and take along.
fn actions(cx: Context, count: Memo<usize>, taken: Taking, place: NodeRef<html::Div>) -> AnyView {
    let print = move |_| {
        if let Some(place) = place.get_untracked() {
            browser::print_alone(&place, &[]);
        }
    };
    let now = move || {
        let lang = cx.lang.get_untracked();
        (cards(cx, &cx.state.with_untracked(|state| state.pins.clone()), lang).0, lang)
    };
    let csv = move |_| {
        let (cards, _) = now();
        export_bar::save_text(file("csv"), "text/csv;charset=utf-8", pins::pins_csv(&cards, &meta(cx)), taken);
    };
    let html = move |_| {
        let (cards, lang) = now();
        let page = pins::pins_html(&cards, &cx.data(), &meta(cx), lang);
        export_bar::save_text(file("html"), "text/html;charset=utf-8", page, taken);
    };
    live(move || {
        (count.get() > 0).then(|| {
            view! {
                <div class="cc-take">
                    <button type="button" class="cc-quiet" on:click=print>{cx.t(|lang| words(lang).print_sheet)}</button>
                    {export_bar::link_button(cx, taken)}
                    <button type="button" class="cc-quiet" on:click=html>{cx.t(|lang| words(lang).save_html)}</button>
                    <button type="button" class="cc-quiet" on:click=csv>{cx.t(|lang| words(lang).save_csv)}</button>
                </div>
            }
        })
    })
}

fn file(ending: &str) -> String {
    format!("city-compare-pins.{ending}")
}

//! What a step shows.

use crate::compare::{Evidence, Plot, in_lang, speak};
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::lesson::words;
use crate::text::{Lang, fill};
use crate::widgets::evidence_button;
use crate::widgets::figure::{self, Press};
use crate::widgets::glossary_marks::Terms;
use city_compare_lessons::show::{Card, CardLine, Shown};

/// Widest chart of a lesson in CSS pixels, and what stands beside it.
const WIDEST: u32 = 760;
const BESIDE: u32 = 64;

/// Shows it under a name that is its own in the lesson.
pub(super) fn shown(cx: Context, name: &str, shown: Shown, press: Press) -> AnyView {
    let lang = cx.lang.get_untracked();
    match shown {
        Shown::Note(text) => view! { <p class="cc-note">{Terms::new(cx, name.to_owned(), lang).say(&text)}</p> },
        Shown::Plot(plot) => chart(cx, name, *plot, press),
        Shown::Cards(cards) => {
            let cards = cards.iter().enumerate().map(|(at, card)| one(cx, &format!("{name}-{at}"), card, lang));
            view! { <ul class="cc-lesson-cards">{cards.collect_view()}</ul> }
        }
    }
}

/// A chart without a sentence that says what is largest: its name, what limits it, the drawing, and what it is of.
fn chart(cx: Context, name: &str, plot: Plot, press: Press) -> AnyView {
    let lang = cx.lang.get_untracked();
    let plot = Plot { id: format!("{}-{name}", plot.id), answer: None, ..plot };
    let row = figure::row_of(&plot);
    let title = say(&plot.title, lang);
    let limits: Vec<String> = plot
        .notes
        .iter()
        .filter(|note| note.kind == crate::compare::NoteKind::NotComparable)
        .map(|note| say(&note.text, lang))
        .collect();
    let basis = speak::basis(&plot, lang);
    let names: Vec<String> = plot.marks.iter().map(|mark| speak::name(&plot, mark, &cx.data(), lang)).collect();
    let plot = memo(move || Some(plot.clone()));
    let width = memo(move || cx.width.get().saturating_sub(BESIDE).min(WIDEST));
    // What a printed worksheet and a hand-in say in words.
    let words = names.join(". ");
    view! {
        <figure class="cc-figure cc-lesson-figure">
            <figcaption><h5>{title}</h5></figcaption>
            {limits.into_iter().map(|text| view! { <p class="cc-caveat">{text}</p> }).collect_view()}
            {figure::drawing_of(cx, plot, width, press)}
            <p class="cc-hidden">{words}</p>
            {basis.map(|basis| view! { <p class="cc-basis">{basis}</p> })}
            {evidence_button::panel(cx, row)}
        </figure>
    }
}

fn one(cx: Context, name: &str, card: &Card, lang: Lang) -> AnyView {
    let row = format!("lesson-{name}");
    let limits = card.limits.as_ref().map(|limits| {
        let text = fill(words(lang).limits, &[("what", in_lang(limits, lang))]);
        view! { <p class="cc-note">{text}</p> }
    });
    let line = |(at, line): (usize, &CardLine)| {
        let button = evidence_button::button(cx, &row, format!("{row}-{at}"), &line.text, vec![line.evidence.clone()]);
        let place = place(&line.evidence, lang);
        let tag = line.printed.then_some("ko").filter(|_| lang == Lang::Ko);
        view! { <li><span lang=tag>{say(&line.text, lang)}</span> " " <span class="cc-lesson-place">{place}</span>{button}</li> }
    };
    let lines = card.lines.iter().enumerate().map(line).collect_view();
    let rest = card.rest.as_ref().map(|rest| view! { <p class="cc-none">{say(rest, lang)}</p> });
    view! {
        <li>
            <h5>{say(&card.head, lang)}</h5>
            {limits}
            <ul>{lines}</ul>
            {rest}
            {evidence_button::panel(cx, row)}
        </li>
    }
}

/// Where a statement stands, as short as its city's card wants it.
fn place(evidence: &Evidence, lang: Lang) -> String {
    if evidence.lines.is_empty() { String::new() } else { crate::widgets::citation::lines(&evidence.lines, lang) }
}

/// What a step rests on: a button that opens all of it, and its place.
pub(super) fn sources(
    cx: Context,
    name: &str,
    what: &crate::model::Bilingual,
    evidence: Vec<Evidence>,
) -> Option<AnyView> {
    let row = format!("lesson-{name}");
    let button = evidence_button::button(cx, &row, row.clone(), what, evidence)?;
    let w = words(cx.lang.get_untracked());
    Some(view! { <p class="cc-note">{w.sources} " " {button}</p>{evidence_button::panel(cx, row)} })
}

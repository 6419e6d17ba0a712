//! What comes of it: the city beside the five, what is to be looked at, the sums that must close.

use super::bench::At;
use crate::embedded;
use crate::screen::WELFARE;
use crate::screen::glance::{self, CardKind};
use crate::shared::context::say;
use crate::shared::official_figures::with_official_figures;
use crate::shared::prelude::*;
use crate::text::workbench::words;
use crate::text::{Lang, fill};
use crate::widgets::{evidence_button, figure};
use city_compare_import::import::{Choice, Outcome, UnitQuestion};
use city_compare_import::problem::csv;
use city_compare_import::recipe::Witness;

/// Space left and right of a chart in CSS pixels.
const MARGIN: u32 = 64;

pub(super) fn step(at: At) -> AnyView {
    let cx = at.cx;
    if at.with(|bench| bench.made.is_none()) {
        return view! { <p class="cc-note">{words(cx.lang.get()).see_first}</p> };
    }
    view! { {problems(at)}{units(at)}{sums(at)}{comparison(at)} }
}

/// What is to be looked at, a line for each cause.
fn problems(at: At) -> AnyView {
    let lang = at.cx.lang.get();
    let w = words(lang);
    at.with(|bench| {
        let Some(outcome) = &bench.outcome else { return ().into_any() };
        let lines = outcome.problems.lines(lang, &outcome.sheets());
        if lines.is_empty() {
            return view! { <p>{w.problems_none}</p> };
        }
        let count = fill(w.problems_some, &[("n", &outcome.problems.all().len().to_string())]);
        let all = move |_| {
            let lang = at.cx.lang.get_untracked();
            let text = at.look(|bench| bench.outcome.as_ref().map(|found| csv(&found.problems, lang, &found.sheets())));
            at.offer(&text.unwrap_or_default(), "text/csv;charset=utf-8", "problems.csv");
        };
        let list = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! {
            <h5>{count}</h5>
            <ul class="cc-list">{list}</ul>
            <button type="button" class="cc-quiet" on:click=all>{w.problems_all}</button>
        }
    })
}

/// Units in doubt, each with a button for both readings.
fn units(at: At) -> AnyView {
    let lang = at.cx.lang.get();
    at.with(|bench| {
        let Some(outcome) = &bench.outcome else { return ().into_any() };
        outcome.units.iter().map(|question| unit(at, outcome, question, lang)).collect_view().into_any()
    })
}

fn unit(at: At, outcome: &Outcome, question: &UnitQuestion, lang: Lang) -> AnyView {
    let (read, instead) = question.readings(lang);
    let file = outcome.tables.get(question.table).map(|table| table.sheet.file.clone()).unwrap_or_default();
    let asked = fill(words(lang).unit_question, &[("file", &file), ("read", &read), ("instead", &instead)]);
    let (table, units) = (question.table, [(question.read, read), (question.instead, instead)]);
    let button = |(unit, reading): (city_compare_import::unit::Unit, String)| {
        let choose = move |_| {
            at.change(|bench| {
                let recipe = bench.outcome.as_ref().and_then(|outcome| outcome.tables.get(table)?.recipe.clone());
                if let Some((mut recipe, place)) = recipe.zip(bench.desk.table_of(table)) {
                    (recipe.unit, recipe.witness) = (Some(unit), Witness::Person);
                    bench.desk.choose(place, Choice::Recipe(Box::new(recipe)));
                }
            });
            at.read();
        };
        view! { <button type="button" class="cc-choice" on:click=choose>{reading}</button> }
    };
    let buttons = units.map(button).collect_view();
    view! { <div class="cc-controls" role="group" aria-label=asked.clone()><span>{asked.clone()}</span>{buttons}</div> }
}

/// The sums, each with its arithmetic.
fn sums(at: At) -> Option<AnyView> {
    let lang = at.cx.lang.get();
    at.with(|bench| {
        let sums = &bench.outcome.as_ref()?.sums;
        let list = sums.iter().map(|sum| view! { <li>{sum.line(lang)}</li> }).collect_view();
        let head = fill(words(lang).sums, &[("n", &sums.len().to_string())]);
        (!sums.is_empty())
            .then(|| view! { <details><summary>{head}</summary><ul class="cc-list">{list}</ul></details> })
    })
}

/// The city beside the others, in the questions of the first page.
fn comparison(at: At) -> AnyView {
    let cx = at.cx;
    with_official_figures(cx);
    let page = memo(move || {
        at.with(|_| ());
        let data = cx.data();
        cx.state.with(|state| {
            glance::glance(&data, data.official.as_ref(), &state.selection(&data), WELFARE, embedded::topics())
        })
    });
    let kinds = memo(move || page.with(|page| page.cards.iter().map(|card| card.kind).collect::<Vec<_>>()));
    let cards = move || kinds.get().into_iter().map(|kind| card(at, page, kind)).collect_view();
    view! { <div>{live(cards)}</div> }
}

fn card(at: At, page: Memo<glance::Glance>, kind: CardKind) -> AnyView {
    let cx = at.cx;
    let plot =
        memo(move || page.with(|page| page.cards.iter().find(|card| card.kind == kind).map(|card| card.plot.clone())));
    let width = memo(move || cx.width.get().saturating_sub(MARGIN));
    let question = move || plot.with(|plot| plot.as_ref().map(|plot| say(&plot.title, cx.lang.get())));
    let answer = move || plot.with(|plot| plot.as_ref()?.answer.as_ref().map(|answer| say(answer, cx.lang.get())));
    view! {
        <h5>{live(question)}</h5>
        <p>{live(answer)}</p>
        {figure::drawing(cx, plot, width)}
        {move || evidence_button::panel(cx, plot.with(|plot| plot.as_ref().map(figure::row_of).unwrap_or_default()))}
    }
}

//! Marks of a plot: the names of their buttons, what is said of them, and what they rest on.

use super::item_link;
use crate::compare::{Mark, Plot, Proportion, speak, stage_name};
use crate::model::{Bilingual, Dataset};
use crate::shared::context::{Context, Opened, say};
use crate::shared::prelude::*;
use crate::text::Lang;
use crate::text::figures::words;

/// The name of the button of a mark.
pub(super) fn key_of(plot: &Plot, mark: usize) -> String {
    format!("{}-{mark}", plot.id)
}

/// The name of the row under which what a plot rests on is opened.
pub(crate) fn row_of(plot: &Plot) -> String {
    format!("plot-{}", plot.id)
}

/// The name of the button of a cell: of a field and a city.
pub(crate) fn mark_button(plot: &Plot, field: &str, city: &str) -> Option<String> {
    let is_cell = |mark: &Mark| cell_of(plot, mark).is_some_and(|(of, in_city)| of == field && in_city == city);
    Some(format!("source-{}", key_of(plot, plot.marks.iter().position(is_cell)?)))
}

/// Field and city of a mark of the matrix.
pub(super) fn cell_of<'a>(plot: &'a Plot, mark: &Mark) -> Option<(&'a str, &'a str)> {
    Some((&plot.categories.get(mark.category)?.key, &plot.series.get(mark.series)?.key))
}

/// The first mark of the category that leads to an item.
pub(super) fn mark_of_item(plot: &Plot, id: &str) -> Option<usize> {
    let category = plot.categories.iter().position(|category| category.item.as_deref() == Some(id))?;
    plot.marks.iter().position(|mark| mark.category == category)
}

/// What is opened of a mark.
pub(super) fn opened_mark(data: &Dataset, plot: &Plot, index: usize, mark: &Mark) -> Opened {
    let what = plot.categories.get(mark.category).map(|category| category.label.clone()).unwrap_or_default();
    Opened {
        row: row_of(plot),
        key: key_of(plot, index),
        what,
        evidence: mark.evidence.clone(),
        amount: amount_lines(data, plot, mark),
    }
}

/// The exact amount with what makes it graspable, and then why a part of that is missing.
fn amount_lines(data: &Dataset, plot: &Plot, mark: &Mark) -> Vec<Bilingual> {
    let Some(found) = Proportion::of_mark(data, plot, mark) else { return Vec::new() };
    let line = |lang| [vec![speak::mark_text(plot, mark, lang)], found.parts(lang)].concat().join(" · ");
    let why = |lang| found.reasons(lang).join(" ");
    let lines = [Bilingual::new(line(Lang::Ko), line(Lang::En)), Bilingual::new(why(Lang::Ko), why(Lang::En))];
    lines.into_iter().filter(|line| !line.ko.is_empty()).collect()
}

/// A mark in one line: what it is of, its exact value, year and stage.
fn mark_line(plot: &Plot, mark: &Mark, data: &Dataset, lang: Lang) -> String {
    let mut parts = speak::mark_names(plot, mark, data, lang);
    parts.push(speak::mark_text(plot, mark, lang));
    parts.extend(Proportion::of_mark(data, plot, mark).iter().flat_map(|found| found.parts(lang)));
    parts.extend(mark.year.map(|year| year.to_string()));
    parts.extend(mark.stage.map(|stage| stage_name(stage, lang).to_owned()));
    // A cell of many items has as many lines: its list tells them.
    let source = mark.evidence.first().filter(|_| mark.squares.is_empty());
    parts.extend(source.map(|evidence| speak::source_text(evidence, data, lang)));
    parts.join(" · ")
}

/// What is under the pointer or the focus, in words, with the way to its item. It stays, so that it can be read and used.
pub(super) fn readout(
    cx: Context,
    plot: Memo<Option<Plot>>,
    shown: RwSignal<Option<usize>>,
    square: RwSignal<Option<String>>,
) -> impl IntoView {
    live(move || {
        let lang = cx.lang.get();
        let content = shown.get().and_then(|index| {
            plot.with(|plot| {
                let plot = plot.as_ref()?;
                let mark = plot.marks.get(index)?;
                let category = plot.categories.get(mark.category)?;
                let text = mark_line(plot, mark, &cx.data(), lang);
                let to = category
                    .item
                    .as_ref()
                    .map(|id| item_link::link(cx, id, format!("{} →", say(&category.label, lang))));
                let pointed = move || {
                    let id = square.get()?;
                    let title = cx.data().item(&id).map(|(_, item)| say(&item.title, lang))?;
                    Some(view! { " · " <strong>{title}</strong> })
                };
                Some(view! { <span>{text}{live(pointed)}</span> " " {to} })
            })
        });
        let hint = content.is_none().then(|| words(lang).chart_hint);
        view! { <p class="cc-readout">{content}{hint}</p> }
    })
}

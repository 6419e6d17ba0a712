use super::context::{Context, say};
use super::evidence;
use super::prelude::*;
use super::turns::{Make, in_turns};
use crate::compare::{self, Row, RowCell, Statement};
use crate::text::{Lang, words};
use std::ops::Range;

/// Statements of a long cell that are shown before the reader asks for all.
const SHOWN: usize = 4;

/// Rows that are made at once, and in each turn after.
const ROWS_IN_SIGHT: usize = 2;
const ROWS_EACH: usize = 2;

/// Visions, goals, values and structure side by side: a table whose columns are the cities.
pub(super) fn visions(cx: Context) -> impl IntoView {
    let cities = cx.memo(|state| state.cities.clone());
    live(move || {
        let (data, lang) = (cx.data(), cx.lang.get());
        cities.with(|_| ());
        let selection = cx.state.with_untracked(|state| state.selection(&data));
        let columns = selection.len() + 1;
        let body = compare::visions(&data, &selection)
            .into_iter()
            .filter(|row| row.cells.iter().any(|cell| !cell.statements.is_empty() || cell.missing.is_some()))
            .map(|row| Box::new(move || table_row(cx, &row, lang, columns).into_any()) as Make)
            .collect();
        let body = in_turns(cx, ROWS_IN_SIGHT, ROWS_EACH, body);
        view! {
            <table class="cc-table cc-side" role="table">
                <caption class="cc-hidden">{words(lang).visions}</caption>
                {city_heads(cx, lang)}
                <tbody role="rowgroup">{body}</tbody>
            </table>
        }
    })
}

/// The row of city names over a side-by-side table; it stays in view while rows scroll.
pub(super) fn city_heads(cx: Context, lang: Lang) -> impl IntoView {
    let data = cx.data();
    let selection = cx.state.with_untracked(|state| state.selection(&data));
    let heads = selection
        .cities(&data)
        .map(|city| {
            let tone = cx.tone(&city.id);
            let detail = data.document(&city.plan.document).map(|document| {
                let mut parts = vec![compare::document_kind_name(document.kind, lang).to_owned()];
                parts.extend(document.published.as_ref().map(|date| date.year().to_string()));
                parts.join(" · ")
            });
            view! {
                <th scope="col" role="columnheader" class=format!("cc-tone-{tone}")>
                    <span class="cc-city-name">{say(&city.name, lang)}</span>
                    <span class="cc-city-detail">{detail}</span>
                </th>
            }
        })
        .collect_view();
    view! {
        <thead role="rowgroup">
            <tr role="row"><td role="cell" class={"cc-corner"}></td>{heads}</tr>
        </thead>
    }
}

fn table_row(cx: Context, row: &Row, lang: Lang, columns: usize) -> impl IntoView + use<> {
    let cells = row.cells.iter().map(|cell| table_cell(cx, row.key, &row.label, cell, lang)).collect_view();
    view! {
        <tr role="row" data-row=row.key>
            <th scope="row" role="rowheader">{say(&row.label, lang)}</th>
            {cells}
        </tr>
        {evidence::panel_row(cx, row.key.to_owned(), columns)}
    }
}

/// A cell; where the cities stack, it begins with the city's name.
fn table_cell(
    cx: Context,
    row: &'static str,
    row_label: &crate::model::Bilingual,
    cell: &RowCell,
    lang: Lang,
) -> AnyView {
    let data = cx.data();
    let name = data.city(&cell.city).map(|city| say(&city.name, lang));
    let tone = cx.tone(&cell.city);
    let (statements, city, label) = (cell.statements.clone(), cell.city.clone(), row_label.clone());
    let total = statements.len();
    let entry = move |place| {
        let found = statements.get(place)?;
        Some(statement(cx, row, &label, &city, place, found, lang).into_any())
    };
    let missing = cell.missing.as_ref().map(|note| {
        view! {
            <p class="cc-none"><strong>{words(lang).not_in_document}</strong> <span>{say(note, lang)}</span></p>
        }
    });
    view! {
        <td role="cell" data-city=cell.city.clone()>
            <span class=format!("cc-cell-city cc-tone-{tone}") aria-hidden="true">{name}</span>
            {missing}
            {folded(cx, total, Box::new(entry))}
        </td>
    }
}

/// Makes the entry at a place of a folded list.
pub(super) type Entry = Box<dyn Fn(usize) -> Option<AnyView> + Send + Sync>;

/// A list of which the first few are shown until the reader asks for all, or prints. The others are made then: a matrix of
/// fields has a thousand of them.
pub(super) fn folded(cx: Context, total: usize, entry: Entry) -> Option<AnyView> {
    if total == 0 {
        return None;
    }
    let all = RwSignal::new(false);
    let folds = total > SHOWN + 1;
    let list = move |places: Range<usize>| places.map(|place| view! { <li>{entry(place)}</li> }).collect_view();
    let first = list(0..if folds { SHOWN } else { total });
    let rest = folds.then_some(live(move || (all.get() || cx.paper.get()).then(|| list(SHOWN..total))));
    let more = folds.then(|| {
        let text = move || {
            let w = words(cx.lang.get());
            if all.get() { w.show_fewer.to_owned() } else { format!("{} ({total})", w.show_all) }
        };
        view! {
            <button type="button" class="cc-more" aria-expanded=move || all.get().to_string()
                on:click=move |_| all.update(|all| *all = !*all)>{live(text)}</button>
        }
    });
    Some(view! { <ul class="cc-statements">{first}{rest}</ul>{more} })
}

fn statement(
    cx: Context,
    row: &'static str,
    row_label: &crate::model::Bilingual,
    city: &str,
    place: usize,
    statement: &Statement,
    lang: Lang,
) -> impl IntoView + use<> {
    let w = words(lang);
    // A label that only repeats the row's name says nothing.
    let label = statement
        .label
        .as_ref()
        .filter(|label| *label != row_label)
        .map(|label| view! { <span class="cc-tag">{say(label, lang)}</span> });
    let ours = (!statement.printed && statement.item.is_some() && row != "figures")
        .then(|| view! { <span class="cc-ours">{w.title_ours}</span> });
    let detail =
        statement.detail.as_ref().map(|detail| view! { <span class="cc-more-text">{say(detail, lang)}</span> });
    let text = say(&statement.text, lang);
    let text = match &statement.item {
        Some(id) => super::item::link(cx, id, text),
        None => view! { <span class="cc-text">{text}</span> },
    };
    let key = format!("{row}-{city}-{place}");
    let source =
        evidence::button(cx, row, key, &statement.text, statement.evidence.iter().cloned().collect::<Vec<_>>());
    view! { {label} {text} {ours} {source} {detail} }
}

use crate::compare::{self, Row, RowCell, Statement};
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::{Lang, words};
use crate::widgets::chunked_render::{Make, in_turns};
use crate::widgets::city_heads::city_heads;
use crate::widgets::folded_list::folded;
use crate::widgets::{evidence_button, item_link};

/// Rows that are made at once, and in each turn after.
const ROWS_IN_SIGHT: usize = 2;
const ROWS_EACH: usize = 2;

/// Visions, goals, values and structure side by side: a table whose columns are the cities.
pub(crate) fn visions(cx: Context) -> impl IntoView {
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

fn table_row(cx: Context, row: &Row, lang: Lang, columns: usize) -> impl IntoView + use<> {
    let cells = row.cells.iter().map(|cell| table_cell(cx, row.key, &row.label, cell, lang)).collect_view();
    view! {
        <tr role="row" data-row=row.key>
            <th scope="row" role="rowheader">{say(&row.label, lang)}</th>
            {cells}
        </tr>
        {evidence_button::panel_row(cx, row.key.to_owned(), columns)}
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
        Some(id) => item_link::link(cx, id, text),
        None => view! { <span class="cc-text">{text}</span> },
    };
    let key = format!("{row}-{city}-{place}");
    let source =
        evidence_button::button(cx, row, key, &statement.text, statement.evidence.iter().cloned().collect::<Vec<_>>());
    view! { {label} {text} {ours} {source} {detail} }
}

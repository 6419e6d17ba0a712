use crate::compare::{self, Row, RowCell, Selection, Statement};
use crate::shared::context::{Instance, say};
use crate::shared::prelude::*;
use crate::text::{Lang, vision, words};
use crate::widgets::chunked_render::{Make, in_turns};
use crate::widgets::city_heads::heads_of;
use crate::widgets::{evidence_button, folded_list, item_link};
use leptos::wasm_bindgen::JsCast;

/// Goals, values and means side by side: a table whose columns are the cities, made after the cards are seen. It stays
/// unfolded when cities or the language change.
pub(super) fn folded(cx: Instance, selection: &Selection, unfolded: StoredValue<bool>, lang: Lang) -> AnyView {
    let columns = selection.len() + 1;
    let rows: Vec<Make> = compare::quotes::aligned(&cx.opening(), selection)
        .into_iter()
        .map(|row| Box::new(move || table_row(cx, &row, lang, columns)) as Make)
        .collect();
    let rows = in_turns(cx, 0, rows.len().max(1), rows);
    let remember = move |event: web_sys::Event| {
        let fold = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        unfolded.set_value(fold.is_some_and(|fold| fold.has_attribute("open")));
    };
    view! {
        <details class="cc-aligned" open=unfolded.get_value() on:toggle=remember>
            <summary>{vision::words(lang).folded}</summary>
            <table class="cc-table cc-side" role="table">
                <caption class="cc-hidden">{vision::words(lang).folded}</caption>
                {heads_of(cx, selection, lang)}
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </details>
    }
}

fn table_row(cx: Instance, row: &Row, lang: Lang, columns: usize) -> AnyView {
    let cells = row.cells.iter().map(|cell| table_cell(cx, row, cell, lang)).collect_view();
    view! {
        <tr role="row" data-row=row.key>
            <th scope="row" role="rowheader">{say(&row.label, lang)}</th>
            {cells}
        </tr>
        {evidence_button::panel_row(cx, row.key.to_owned(), columns)}
    }
}

/// A cell; where the cities stack, it begins with the city's name.
fn table_cell(cx: Instance, row: &Row, cell: &RowCell, lang: Lang) -> AnyView {
    let opening = cx.opening();
    let name = opening.city(&cell.city).map(|city| say(&city.name, lang));
    let tone = cx.tone(&cell.city);
    let (row, row_label) = (row.key, say(&row.label, lang));
    let (mut statements, city) = (cell.statements.clone(), cell.city.clone());
    let total = statements.len();
    // A label that only repeats the row's name says nothing.
    for statement in &mut statements {
        statement.label.take_if(|label| say(label, lang) == row_label);
    }
    let entry =
        move |place: usize| Some(statement(cx, row, format!("{row}-{city}-{place}"), statements.get(place)?, lang));
    // There is no document that could lack it where there is no plan.
    let planned = opening.city(&cell.city).is_some_and(|city| city.planned);
    let missing = cell.missing.as_ref().map(|note| {
        // Where nobody said why, the badge says all.
        let why = Some(say(note, lang)).filter(|why| why != words(lang).not_in_document);
        let badge = planned.then(|| view! { <strong>{words(lang).not_in_document}</strong> " " });
        view! { <p class="cc-none">{badge}<span>{why}</span></p> }
    });
    view! {
        <td role="cell" data-city=cell.city.clone()>
            <span class=format!("cc-cell-city cc-tone-{tone}") aria-hidden="true">{name}</span>
            {missing}
            {folded_list::folded(cx, total, Box::new(entry))}
        </td>
    }
}

fn statement(cx: Instance, row: &str, key: String, statement: &Statement, lang: Lang) -> AnyView {
    let label = statement.label.as_ref().map(|label| view! { <span class="cc-tag">{say(label, lang)}</span> });
    let detail =
        statement.detail.as_ref().map(|detail| view! { <span class="cc-more-text">{say(detail, lang)}</span> });
    let text = say(&statement.text, lang);
    let text = match &statement.item {
        Some(id) => item_link::link(cx, id, text),
        None => view! { <span class="cc-text">{text}</span> },
    };
    let source = evidence_button::button(cx, row, key, &statement.text, statement.evidence.iter().cloned().collect());
    view! { {label} {text} {item_link::ours(statement, lang)} {source} {detail} }
}

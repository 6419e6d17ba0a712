//! A table of a document.

use super::citation;
use crate::compare::in_lang;
use crate::format;
use crate::model::Cell;
use crate::shared::context::say;
use crate::shared::prelude::*;
use crate::text::Lang;

/// A table of a document as it stands there.
pub(crate) fn document_table(table: &crate::model::Table, lang: Lang) -> AnyView {
    let heads = table
        .columns
        .iter()
        .map(|column| {
            let unit = column.unit.as_ref().map(|unit| format!(" ({})", in_lang(unit, lang)));
            view! { <th scope="col">{say(&column.name, lang)}{unit}</th> }
        })
        .collect_view();
    let rows = table
        .rows
        .iter()
        .map(|row| {
            let cells = row
                .iter()
                .map(|cell| match cell {
                    Cell::Number(number) => view! { <td class="cc-number">{format::number(*number)}</td> },
                    Cell::Text(text) => view! { <td>{say(text, lang)}</td> },
                    Cell::NotStated => view! { <td class="cc-none">"–"</td> },
                })
                .collect_view();
            view! { <tr>{cells}</tr> }
        })
        .collect_view();
    let caption = format!("{} ({})", in_lang(&table.title, lang), citation::lines(&[table.lines], lang));
    view! {
        <div class="cc-scroll" tabindex="0" role="group" aria-label=say(&table.title, lang)>
            <table class="cc-table cc-plain">
                <caption>{caption}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

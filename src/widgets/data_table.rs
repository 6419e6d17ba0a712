//! A plot as a table.

use super::marks::opened_mark;
use super::{evidence_button, item_link};
use crate::compare::table::{self, SortKey};
use crate::compare::{DataTable, Plot};
use crate::shared::context::Context;
use crate::shared::prelude::*;

/// The plot as a table: the same numbers, exact, sortable by keyboard.
pub(super) fn data_table(cx: Context, plot: Memo<Option<Plot>>) -> impl IntoView {
    let sort = RwSignal::new(None::<(usize, bool)>);
    live(move || {
        let (data, lang) = (cx.data(), cx.lang.get());
        plot.with(|plot| {
            let plot = plot.as_ref()?;
            let table = DataTable::new(plot, &data, lang);
            let table = match sort.get() {
                Some((column, ascending)) => table.sorted(column, ascending),
                None => table,
            };
            let heads = table
                .columns
                .iter()
                .enumerate()
                .map(|(place, column)| {
                    let state = move || match sort.get() {
                        Some((sorted, true)) if sorted == place => "ascending",
                        Some((sorted, false)) if sorted == place => "descending",
                        _ => "none",
                    };
                    let toggle = move |_| {
                        sort.update(|sort| {
                            *sort = match *sort {
                                Some((sorted, ascending)) if sorted == place => Some((place, !ascending)),
                                _ => Some((place, true)),
                            };
                        });
                    };
                    view! {
                        <th scope="col" aria-sort=state class:cc-number=column.is_numeric()>
                            <button type="button" class="cc-sort" on:click=toggle>{column.label.clone()}</button>
                        </th>
                    }
                })
                .collect_view();
            let rows = table.rows.iter().map(|row| table_row(cx, plot, &table, row)).collect_view();
            Some(view! {
                <div class="cc-scroll" tabindex="0" role="group" aria-label=table.caption.clone()>
                    <table class="cc-table cc-data">
                        <caption>{table.caption.clone()}</caption>
                        <thead><tr>{heads}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            })
        })
    })
}

fn table_row(cx: Context, plot: &Plot, table: &DataTable, row: &table::Row) -> impl IntoView + use<> {
    let item = plot.categories.get(row.category).and_then(|category| category.item.clone());
    let cells = row
        .cells
        .iter()
        .enumerate()
        .map(|(place, cell)| {
            let numeric = table.columns.get(place).is_some_and(table::Column::is_numeric);
            let detail = cell.detail.clone().map(|detail| view! { <small>{detail}</small> });
            let source = cell.mark.and_then(|mark| {
                evidence_button::button_of(cx, opened_mark(&cx.data(), plot, mark, plot.marks.get(mark)?))
            });
            let source = if numeric { source } else { None };
            if place == 0 {
                let name = match &item {
                    Some(id) => item_link::link(cx, id, cell.text.clone()),
                    None => cell.text.clone().into_any(),
                };
                return view! { <th scope="row">{name} {detail}</th> };
            }
            let missing = matches!(cell.key, SortKey::Missing);
            view! { <td class:cc-number=numeric class:cc-none=missing>{cell.text.clone()} " " {detail} {source}</td> }
        })
        .collect_view();
    view! { <tr>{cells}</tr> }
}

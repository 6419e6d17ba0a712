mod filters;
mod topics;

use crate::compare::{self, Evidence, FieldOrder, Outline};
use crate::model::Certainty;
use crate::options::StrategyPart;
use crate::screen;
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::items::words;
use crate::text::{Lang, count, fill};
use crate::widgets::chunked_render::{Make, in_turns};
use crate::widgets::city_heads::city_heads;
use crate::widgets::controls::segments;
use crate::widgets::folded_list::folded;
use crate::widgets::{evidence_button, figure, item_link};

/// Strategies by functional field, or as each document orders them.
pub(crate) fn strategies(cx: Context) -> impl IntoView {
    let part = cx.memo(|state| state.strategies);
    let parts = segments(
        cx,
        |lang| words(lang).strategy_parts,
        &[
            (StrategyPart::Matrix, |lang| words(lang).matrix),
            (StrategyPart::Outline, |lang| words(lang).outline),
            (StrategyPart::Topics, |lang| words(lang).topics),
        ],
        part,
        move |part| cx.change(|state| state.strategies = part),
    );
    let content = move || match part.get() {
        StrategyPart::Matrix => view! { {filters::filters(cx)}{matrix(cx)} },
        StrategyPart::Outline => view! { {filters::filters(cx)}{outlines(cx)} },
        StrategyPart::Topics => topics::topics(cx).into_any(),
    };
    view! { <div class="cc-controls">{parts}</div>{content} }
}

fn matrix(cx: Context) -> impl IntoView {
    let order = cx.memo(|state| state.order);
    let filtered = cx.memo(|state| state.filters.clone());
    let cities = cx.memo(|state| state.cities.clone());
    let orders = segments(
        cx,
        |lang| words(lang).sort_by,
        &[
            (FieldOrder::Code, |lang| words(lang).sort_code),
            (FieldOrder::Coverage, |lang| words(lang).sort_coverage),
            (FieldOrder::Difference, |lang| words(lang).sort_difference),
        ],
        order,
        move |order| cx.change(|state| state.order = order),
    );
    let table = move || {
        let (data, lang, order, filters) = (cx.data(), cx.lang.get(), order.get(), filtered.get());
        cities.with(|_| ());
        let selection = cx.state.with_untracked(|state| state.selection(&data));
        let matrix = compare::matrix(&data, &selection, order, &filters);
        let columns = selection.len() + 1;
        // Of a filtered field only its own row is left.
        let wanted = |row: &&compare::MatrixRow<'_>| filters.field.as_ref().is_none_or(|code| *code == row.field.code);
        let rows = matrix
            .rows
            .iter()
            .filter(wanted)
            .map(|row| {
                let (row, filtered) = (FieldRow::new(row, lang), !filters.is_empty());
                Box::new(move || matrix_row(cx, &row, filtered, lang, columns).into_any()) as Make
            })
            .collect();
        let rows = in_turns(cx, ROWS_IN_SIGHT, ROWS_EACH, rows);
        view! {
            <table class="cc-table cc-side cc-matrix" role="table">
                <caption class="cc-hidden">{words(lang).matrix}</caption>
                {city_heads(cx, lang)}
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        }
    };
    // The chart stands under the table, far out of sight.
    let coverage: Make = Box::new(move || {
        let plot = memo(move || cx.state.with(|state| screen::plot(&cx.data(), state)));
        figure::figure(cx, plot).into_any()
    });
    view! { <div class="cc-controls">{orders}</div>{table}{in_turns(cx, 0, 1, vec![coverage])} }
}

/// Rows of the matrix that are made at once, and in each turn after.
const ROWS_IN_SIGHT: usize = 3;
const ROWS_EACH: usize = 2;

/// What a row of the matrix is made of, whenever its turn comes.
struct FieldRow {
    code: String,
    name: String,
    cells: Vec<FieldCell>,
}

struct FieldCell {
    city: String,
    items: Vec<(String, Certainty)>,
    arguable: usize,
}

impl FieldRow {
    fn new(row: &compare::MatrixRow<'_>, lang: Lang) -> Self {
        let cell = |cell: &compare::MatrixCell<'_>| FieldCell {
            city: cell.city.to_owned(),
            items: cell.items.iter().map(|(item, how)| (item.id.clone(), *how)).collect(),
            arguable: cell.arguable(),
        };
        Self {
            code: row.field.code.clone(),
            name: say(&row.field.name, lang),
            cells: row.cells.iter().map(cell).collect(),
        }
    }
}

fn matrix_row(cx: Context, row: &FieldRow, filtered: bool, lang: Lang, columns: usize) -> impl IntoView + use<> {
    let key = format!("field-{}", row.code);
    let cells = row.cells.iter().map(|cell| matrix_cell(cx, &key, cell, filtered, lang)).collect_view();
    view! {
        <tr role="row" data-row=row.code.clone()>
            <th scope="row" role="rowheader"><span class="cc-tag">{row.code.clone()}</span> {row.name.clone()}</th>
            {cells}
        </tr>
        {evidence_button::panel_row(cx, key, columns)}
    }
}

fn matrix_cell(cx: Context, row: &str, cell: &FieldCell, filtered: bool, lang: Lang) -> AnyView {
    let w = words(lang);
    let data = cx.data();
    let name = data.city(&cell.city).map(|city| say(&city.name, lang));
    let tone = cx.tone(&cell.city);
    let n = cell.items.len();
    let (own, city, key) = (cell.items.clone(), cell.city.clone(), row.to_owned());
    let entry = move |place: usize| {
        let (id, certainty) = own.get(place)?;
        let data = cx.data();
        let found = data.city(&city)?.plan.item(id)?;
        let arguable =
            (*certainty == Certainty::Arguable).then(|| view! { <span class="cc-ours">{words(lang).arguable}</span> });
        let source =
            evidence_button::button(cx, &key, format!("{key}-{id}"), &found.title, vec![Evidence::item(found)]);
        Some(view! { {item_link::link(cx, id, say(&found.title, lang))} " " {arguable} {source} })
    };
    let head = if n == 0 {
        let none = if filtered { w.filter_no_fit } else { w.field_not_addressed };
        view! { <p class="cc-none">{none}</p> }
    } else {
        let arguable =
            (cell.arguable > 0).then(|| format!(" · {}", fill(w.arguable_count, &[("n", &cell.arguable.to_string())])));
        view! { <p class="cc-count">{count(n, w.plans_one, w.plans_other)}{arguable}</p> }
    };
    view! {
        <td role="cell" data-city=cell.city.clone()>
            <span class=format!("cc-cell-city cc-tone-{tone}") aria-hidden="true">{name}</span>
            {head}
            {folded(cx, n, Box::new(entry))}
        </td>
    }
}

fn outlines(cx: Context) -> impl IntoView {
    let cities = cx.memo(|state| state.cities.clone());
    let filtered = cx.memo(|state| state.filters.clone());
    live(move || {
        let (data, lang, filters) = (cx.data(), cx.lang.get(), filtered.get());
        cities.with(|_| ());
        let selection = cx.state.with_untracked(|state| state.selection(&data));
        let columns = selection
            .cities(&data)
            .map(|city| {
                let tone = cx.tone(&city.id);
                let nodes = compare::outline(city);
                let tree = if filters.is_empty() {
                    branch(cx, &nodes, lang)
                } else {
                    let ids: Vec<String> = filters.of(city).map(|found| found.id.clone()).collect();
                    let (total, own) = (ids.len(), city.id.clone());
                    let entry = move |place: usize| {
                        let data = cx.data();
                        let found = data.city(&own)?.plan.item(ids.get(place)?)?;
                        Some(leaf(cx, found, lang).into_any())
                    };
                    folded(cx, total, Box::new(entry))
                        .unwrap_or_else(|| view! { <p class="cc-none">{words(lang).filter_none}</p> })
                };
                let counts = compare::structure(city)
                    .statements
                    .iter()
                    .map(|level| {
                        let label = level.label.as_ref().map(|label| say(label, lang));
                        view! { <li>{label} ": " {say(&level.text, lang)}</li> }
                    })
                    .collect_view();
                view! {
                    <section class="cc-outline" data-city=city.id.clone()>
                        <h4 class=format!("cc-tone-{tone}")>{say(&city.name, lang)}</h4>
                        <ul class="cc-counts">{counts}</ul>
                        {tree}
                    </section>
                }
            })
            .collect_view();
        view! { <div class="cc-columns">{columns}</div> }
    })
}

fn leaf(cx: Context, found: &crate::model::Item, lang: Lang) -> impl IntoView + use<> {
    let label = found.label.as_ref().map(|label| view! { <span class="cc-tag">{say(label, lang)}</span> });
    view! { {label} " " {item_link::link(cx, &found.id, say(&found.title, lang))} " " {item_link::role_mark(found, lang)} }
}

/// A level of the outline: leaves as lines, branches as disclosures.
fn branch(cx: Context, nodes: &[Outline<'_>], lang: Lang) -> AnyView {
    let entry = |node: &Outline<'_>| {
        if node.children.is_empty() {
            return view! { <li>{leaf(cx, node.item, lang)}</li> };
        }
        let w = words(lang);
        let label = node.item.label.as_ref().map(|label| view! { <span class="cc-tag">{say(label, lang)}</span> });
        let size = count(node.children.len(), w.items_one, w.items_other);
        view! {
            <li>
                <details>
                    <summary>{label} " " <span>{say(&node.item.title, lang)}</span> " " <small>{size}</small></summary>
                    {item_link::link(cx, &node.item.id, format!("{} →", w.summary_label))}
                    {branch(cx, &node.children, lang)}
                </details>
            </li>
        }
    };
    let entries = nodes.iter().map(entry).collect_view();
    view! { <ul class="cc-tree">{entries}</ul> }
}

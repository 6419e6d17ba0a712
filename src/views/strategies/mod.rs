mod cell;
mod filters;
mod matrix;
mod topics;

use crate::compare::{self, Outline};
use crate::options::StrategyPart;
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::items::words;
use crate::text::{Lang, count, country};
use crate::widgets::controls::segments;
use crate::widgets::folded_list::folded;
use crate::widgets::item_link;

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
        move |part| {
            cx.change(|state| {
                state.strategies = part;
                state.cell = None;
            });
        },
    );
    let content = move || match part.get() {
        StrategyPart::Matrix => matrix::matrix(cx).into_any(),
        StrategyPart::Outline => view! { {filters::filters(cx)}{outlines(cx)} },
        StrategyPart::Topics => topics::topics(cx).into_any(),
    };
    view! { <div class="cc-controls">{parts}</div>{content} }
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
                let tree = if !city.plan.is_known() {
                    view! { <p class="cc-none">{country::words(lang).no_plan}</p> }
                } else if filters.is_empty() {
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

use super::context::{Context, say};
use super::item;
use super::part::Part;
use super::prelude::*;
use crate::compare::search::{Found, Hit, Place, Scope, Target};
use crate::model::Dataset;
use crate::options::{State, StrategyPart, View};
use crate::text::{Lang, count, fill, words};
use std::ops::Range;

/// Hits that are listed; their number is always told.
const LIMIT: usize = 40;

/// The search field of the head.
pub(super) fn field(cx: Context) -> impl IntoView {
    let query = cx.memo(|state| state.query.clone());
    view! {
        <div class="cc-search" role="search">
            <label>
                <span class="cc-hidden">{cx.t(|w| w.search)}</span>
                <input
                    type="search"
                    id=cx.id("search")
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=cx.t(|w| w.search_hint)
                    prop:value=move || query.get()
                    on:focus=move |_| Part::Search.expect(cx)
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        cx.update_state(|state| state.query = text);
                    }
                />
            </label>
        </div>
    }
}

/// What was found, above the view; nothing while nothing is searched.
pub(super) fn results(cx: Context) -> impl IntoView {
    let query = cx.memo(|state| state.query.trim().to_owned());
    let cities = cx.memo(|state| state.cities.clone());
    live(move || {
        let query = query.get();
        if query.is_empty() {
            return None;
        }
        let lang = cx.lang.get();
        let found = cx.search(&query, &Scope::Cities(cities.get()), LIMIT);
        let w = words(lang);
        cx.announce_at_rest(count(found.total, w.search_found_one, w.search_found_other));
        Some(list(cx, &query, &found, lang))
    })
}

fn list(cx: Context, query: &str, found: &Found, lang: Lang) -> AnyView {
    let w = words(lang);
    let head = if found.total == 0 {
        fill(w.search_none, &[("query", query)])
    } else {
        let number = count(found.total, w.search_found_one, w.search_found_other);
        if found.initials { format!("{number} ({})", w.search_initials) } else { number }
    };
    let hits = found.hits.iter().map(|hit| view! { <li>{entry(cx, hit, lang)}</li> }).collect_view();
    view! {
        <section class="cc-results" aria-label=w.search>
            <p class="cc-results-head">
                <strong>{head}</strong>
                <button type="button" class="cc-quiet" on:click=move |_| {
                    cx.focus("search");
                    cx.update_state(|state| state.query.clear());
                }>
                    {w.search_clear}
                </button>
            </p>
            <ul class="cc-hits">{hits}</ul>
        </section>
    }
}

fn entry(cx: Context, hit: &Hit, lang: Lang) -> AnyView {
    let w = words(lang);
    let data = cx.data();
    // A hit is shown in the language in which its words were found, so that the marks make sense.
    let shown = if hit.marks.is_empty() { lang } else { hit.lang };
    let title = crate::compare::in_lang(&hit.title, shown).to_owned();
    let title = marked(&title, if shown == hit.lang { &hit.marks } else { &[] });
    let city = hit.city.as_deref().and_then(|id| data.city(id)).map(|city| {
        let tone = cx.tone(&city.id);
        view! { <span class=format!("cc-tag cc-hit-city cc-tone-{tone}")>{say(&city.name, lang)}</span> }
    });
    let kind = match &hit.target {
        Target::Item(id) => data.item(id).map(|(_, item)| crate::compare::level_name(item.level, lang)),
        Target::Figure { .. } => Some(w.figures_row),
        Target::Table { .. } => Some(w.tables),
        Target::Term(_) => Some(w.glossary),
        Target::Field(_) => Some(w.field),
        Target::Document(_) => Some(w.document),
    };
    let snippet = hit.snippet.as_ref().map(|snippet| {
        let place = place_name(snippet.place, lang);
        view! { <p class="cc-more-text">{place} ": " <span lang=snippet.lang.tag()>{marked(&snippet.text, &snippet.marks)}</span></p> }
    });
    let target = hit.target.clone();
    let link = item::lead(cx, Some(shown), title, move |state| lead(&cx.data(), &target, state));
    view! { {city} <span class="cc-tag">{kind}</span> {link} {snippet} }
}

/// Leads to what was found.
fn lead(data: &Dataset, target: &Target, state: &mut State) {
    let of_table = |city: &str, id: &str| {
        let table = data.city(city)?.plan.tables.iter().find(|table| table.id == id)?;
        table.items.first().cloned()
    };
    let of_figure = |city: &str, id: &str| {
        let figure = data.city(city)?.plan.figures.iter().find(|figure| figure.id == id)?;
        figure.items.first().cloned()
    };
    state.item = match target {
        Target::Item(id) => Some(id.clone()),
        Target::Table { city, id } => of_table(city, id),
        Target::Figure { city, id } => of_figure(city, id),
        Target::Field(code) => {
            state.view = View::Strategies;
            state.strategies = StrategyPart::Matrix;
            state.filters.field = Some(code.clone());
            state.item = None;
            return;
        }
        Target::Term(_) | Target::Document(_) => None,
    };
    // A figure or table of no item stands with its document.
    if state.item.is_none() {
        state.view = View::Sources;
    }
}

fn place_name(place: Place, lang: Lang) -> &'static str {
    let w = words(lang);
    match place {
        Place::Summary => w.summary_label,
        Place::Department => w.department,
        Place::Partner => w.partners,
        Place::LegalBasis => w.legal_basis,
        Place::Section => w.section,
        Place::Publisher => w.publisher,
        Place::Date => w.published,
        Place::Value => w.as_printed,
        Place::Column | Place::Cell => w.tables,
        Place::Code => w.field,
        Place::Form => w.glossary,
        Place::City => w.cities_label,
        _ => w.quantities,
    }
}

/// A text with its matches marked.
pub(super) fn marked(text: &str, marks: &[Range<usize>]) -> AnyView {
    let mut parts: Vec<AnyView> = Vec::new();
    let mut at = 0;
    for mark in marks {
        let (Some(before), Some(hit)) = (text.get(at..mark.start), text.get(mark.clone())) else { continue };
        parts.push(before.to_owned().into_any());
        parts.push(view! { <mark>{hit.to_owned()}</mark> });
        at = mark.end;
    }
    parts.push(text.get(at..).unwrap_or_default().to_owned().into_any());
    parts.collect_view().into_any()
}

/// The items of other cities that are most alike, with the shared words.
pub(super) fn alike(cx: Context, id: &str, city: &str, lang: Lang) -> AnyView {
    const SHOWN: usize = 5;
    let w = words(lang);
    let data = cx.data();
    let others: Vec<&str> = data.cities.iter().map(|city| city.id.as_str()).filter(|other| *other != city).collect();
    let rows = cx
        .alike(|alike| alike.to(id, &others, SHOWN))
        .into_iter()
        .filter(|similar| similar.score >= crate::compare::alike::ALIKE)
        .filter_map(|similar| {
            let (city, found) = data.item(&similar.item)?;
            let tone = cx.tone(&city.id);
            let score = fill(w.alike_score, &[("score", &format!("{:.2}", similar.score))]);
            Some(view! {
                <li>
                    <span class=format!("cc-tag cc-hit-city cc-tone-{tone}")>{say(&city.name, lang)}</span> " "
                    {item::link(cx, &found.id, say(&found.title, lang))} " "
                    <small>{score} " · " <span lang="ko">{similar.shared.join(", ")}</span></small>
                </li>
            })
        })
        .collect::<Vec<_>>();
    let content = if rows.is_empty() {
        view! { <p class="cc-none">{w.alike_none}</p> }
    } else {
        view! { <ul class="cc-list">{rows}</ul><p class="cc-more-text">{w.alike_method}</p> }
    };
    view! { <section class="cc-sub cc-alike"><h5>{w.alike}</h5>{content}</section> }
}

use crate::compare::search::{Found, Hit, Place, Scope, Target};
use crate::model::Dataset;
use crate::options::{State, StrategyPart, View};
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::items::words;
use crate::text::{Lang, count, fill};
use crate::widgets::item_link;
use std::ops::Range;

/// Hits that are listed; their number is always told.
const LIMIT: usize = 40;

/// What was found, above the view; nothing while nothing is searched.
pub(crate) fn results(cx: Context) -> impl IntoView {
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
    let link = item_link::lead(cx, Some(shown), title, move |state| lead(&cx.data(), &target, state));
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
pub(crate) fn marked(text: &str, marks: &[Range<usize>]) -> AnyView {
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

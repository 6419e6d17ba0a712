//! Another city: any of the country's local governments beside the cities that are compared.

use crate::browser;
use crate::compare::official::join_places;
use crate::compare::search::{KnownPlace, Places};
use crate::compare::{self, Selection};
use crate::dataset::opening::Opening;
use crate::dataset::pieces::finds;
use crate::embedded;
use crate::lazy;
use crate::model::Dataset;
use crate::shared::context::{Context, say};
use crate::shared::data::{Data, Joined};
use crate::shared::official_figures::{figures_of, with_official_figures};
use crate::shared::prelude::*;
use crate::text::country::words;
use crate::text::{Lang, fill};
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen_futures::spawn_local;

/// Places that are listed; their number is always told.
const LIMIT: usize = 12;

/// Puts places beside the cities of a dataset; `None` if none joins.
pub(crate) fn join(data: &Data, asked: &[String]) -> Option<Data> {
    let mut dataset: Dataset = match data {
        Data::Own(own) => figures_of(own),
        other => (**other).clone(),
    };
    if matches!(data, Data::Embedded(_)) && dataset.official.is_none() {
        dataset.official = Some(embedded::official().clone());
    }
    let joins = join_places(embedded::country(), &mut dataset, asked.iter().map(String::as_str));
    joins.then(|| match data {
        Data::Own(own) => Data::Own(Arc::new(own.with(dataset, true))),
        Data::Embedded(_) | Data::Joined(_) => {
            Data::Joined(Arc::new(Joined { opening: Opening::of(&dataset), dataset }))
        }
    })
}

/// The search among the country's local governments: a list appears when something is typed.
pub(crate) fn finder(cx: Context) -> impl IntoView {
    let query = RwSignal::new(String::new());
    // A city of the dataset stands under its own id, which its official place tells.
    with_official_figures(cx);
    let places = Places::new(embedded::country(), &cx.data());
    let cities = cx.memo(|state| state.cities.clone());
    let full = memo(move || cities.with(|ids| ids.len() >= compare::MAX_CITIES));
    // Where no more fit, the last one that is not the site's own goes.
    let last = move || {
        let home = cx.home.get();
        cities.with(|ids| ids.iter().rev().find(|id| home.as_ref() != Some(*id)).cloned().unwrap_or_default())
    };
    let chosen = RwSignal::new(None::<String>);
    let leaving = memo(move || chosen.get().filter(|id| cities.with(|ids| ids.contains(id))).unwrap_or_else(last));
    let all = places.len();
    let found = move || {
        let (lang, typed) = (cx.lang.get(), query.get());
        let found = with_own(cx, &typed, places.find(&typed));
        let told = told(&typed, found.len(), all, lang);
        if !typed.trim().is_empty() {
            cx.announce_at_rest(told.clone());
        }
        let entry = |place: &KnownPlace| {
            let here = cities.with(|ids| ids.contains(&place.id));
            let id = place.id.clone();
            let choose = move |_| choose(cx, id.clone(), full.get_untracked().then(|| leaving.get_untracked()));
            let mark = here.then(|| view! { " · " {words(lang).chosen} });
            view! {
                <li>
                    <button type="button" class="cc-place" disabled=here on:click=choose>
                        <span>{say(&place.name, lang)}</span> " " <small>{say(&place.detail, lang)}{mark}</small>
                    </button>
                </li>
            }
        };
        let entries = found.iter().take(LIMIT).map(entry).collect_view();
        view! { <p class="cc-note">{told}</p><ul class="cc-places">{entries}</ul> }
    };
    let close = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            cx.finding.set(false);
            cx.focus("find");
        }
    };
    browser::later(Duration::ZERO, move || {
        let _ = cx.focus("place");
    });
    view! {
        <div class="cc-finder" role="search" aria-label=cx.t(|lang| crate::text::words(lang).find_city) on:keydown=close>
            <label class="cc-find">
                <span>{cx.t(|lang| words(lang).find_label)}</span>
                <input type="search" id=cx.id("place") autocomplete="off" spellcheck="false"
                    placeholder=cx.t(|lang| words(lang).find_hint)
                    on:input=move |event| query.set(event_target_value(&event)) />
            </label>
            {live(move || full.get().then(|| leaves(cx, cities, leaving, chosen)))}
            {live(found)}
        </div>
    }
}

/// Places that were found, after the page's own cities: those that are there, and those of datasets in pieces.
fn with_own(cx: Context, typed: &str, found: Vec<&KnownPlace>) -> Vec<KnownPlace> {
    let data = cx.data();
    let there = data.cities.iter().filter(|city| finds(typed, &city.name, &city.province, &[]));
    let there = there.map(|city| (&city.id, &city.name, &city.province));
    let further = data.further().iter().map(|more| &more.listed);
    let further = further.filter(|city| finds(typed, &city.name, &city.province, &city.codes));
    let further = further.map(|city| (&city.id, &city.name, &city.province));
    let is_new = |id: &str| found.iter().all(|place| place.id != id);
    let own = there.chain(further).filter(|(id, ..)| !typed.trim().is_empty() && is_new(id));
    let own =
        own.map(|(id, name, province)| KnownPlace { id: id.clone(), name: name.clone(), detail: province.clone() });
    own.chain(found.iter().map(|place| (*place).clone())).collect()
}

/// How many were found, or what can be found.
fn told(typed: &str, found: usize, all: usize, lang: Lang) -> String {
    let (w, n) = (words(lang), found.to_string());
    match found {
        _ if typed.trim().is_empty() => fill(w.find_about, &[("n", &all.to_string())]),
        0 => fill(w.found_none, &[("query", typed.trim())]),
        n_found if n_found > LIMIT => fill(w.found_first, &[("n", &n), ("shown", &LIMIT.to_string())]),
        _ => fill(w.found, &[("n", &n)]),
    }
}

/// Which of the cities goes when another one comes.
fn leaves(cx: Context, cities: Memo<Vec<String>>, leaving: Memo<String>, chosen: RwSignal<Option<String>>) -> AnyView {
    let options = move || {
        let (data, lang, leaving) = (cx.data(), cx.lang.get(), leaving.get());
        let option = |id: &String| {
            let name = data.city(id).map(|city| say(&city.name, lang));
            view! { <option value=id.clone() selected=*id == leaving>{name}</option> }
        };
        cities.with(|ids| ids.iter().map(option).collect_view())
    };
    let label = move || fill(words(cx.lang.get()).leaving, &[("most", &compare::MAX_CITIES.to_string())]);
    view! {
        <label class="cc-select">
            <span>{live(label)}</span>
            <select id=cx.id("leaving") on:change=move |event| chosen.set(Some(event_target_value(&event)))>{live(options)}</select>
        </label>
    }
}

/// Puts a place beside the cities, where one of them may have to go, and closes the search.
fn choose(cx: Context, id: String, leaving: Option<String>) {
    // Of a dataset in pieces it is read first.
    lazy::with_cities(cx, vec![id], move |known| {
        if let Some(id) = known.into_iter().next() {
            put(cx, id, leaving);
        }
    });
}

fn put(cx: Context, id: String, leaving: Option<String>) {
    spawn_local(async move {
        let data = cx.data.try_get_value();
        let asked = [id.clone()];
        // The part is there: this comes from it.
        let Ok(Some(data)) = lazy::with_places(data, &asked, cx.fetch).await else { return };
        let with = |before: &Selection| before.ids().into_iter().map(str::to_owned).collect::<Vec<_>>();
        let before = with(&cx.state.with_untracked(|state| state.selection(&data)));
        cx.keep(data);
        cx.change(|state| state.cities = replaced(before, leaving, &id));
        cx.finding.try_set(false);
        browser::later(Duration::ZERO, move || {
            let _ = cx.focus(&format!("remove-{id}")) || cx.focus(&format!("chip-{id}")) || cx.focus("find");
        });
    });
}

/// The ids with another one: in the place of the one that goes, else at the end.
fn replaced(mut ids: Vec<String>, leaving: Option<String>, id: &str) -> Vec<String> {
    match leaving.and_then(|leaving| ids.iter_mut().find(|known| **known == leaving)) {
        Some(place) => id.clone_into(place),
        None => ids.push(id.to_owned()),
    }
    ids
}

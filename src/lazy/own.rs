//! Datasets of the page's own: one, or several beside each other, whole or in pieces.

use super::growing::keep_grow;
use super::whole::whole_dataset;
use crate::browser::{self, Coming, Fetching};
use crate::compare::official::add_documents;
use crate::dataset::asked::{self, Asked, BUILT_IN};
use crate::dataset::join::{self, Joined, Part, Source};
use crate::dataset::opening::Opening;
use crate::dataset::pieces::{self, Index, Listed};
use crate::dataset::{Fault, Problem, Sound, sound};
use crate::embedded;
use crate::export::Meta;
use crate::model::{Bilingual, Dataset};
use crate::shared::context::Instance;
use crate::shared::data::{Data, Further, Own};
use crate::text::beside::words;
use crate::text::{Lang, fill};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use sha2::{Digest, Sha256};
use std::pin::Pin;
use std::sync::Arc;

/// What a page asks for.
pub(crate) struct Wish {
    /// Its own dataset, or several, as JSON; else `src` says where they are.
    pub(crate) held: Option<String>,
    pub(crate) src: String,
    /// Ids of cities that attributes and address name.
    pub(crate) cities: Vec<String>,
    pub(crate) fetching: Fetching,
    /// For sentences of a dataset that cannot be shown.
    pub(crate) lang: Lang,
}

/// Why nothing can be shown.
pub(crate) enum Unshown {
    /// The data have mistakes, each as a sentence.
    Problems(Vec<String>),
    /// They did not come; the page's loader says why.
    NotFetched(JsValue),
}

/// Cities that are shown of a dataset in pieces when nothing names others.
const FIRST: usize = crate::compare::MAX_CITIES;

/// What came of one that was asked for.
enum Came {
    Whole(Source),
    InPieces(Source, Vec<Further>),
}

/// What is told of a dataset while it is read.
#[derive(Default)]
struct Told {
    report: Vec<Bilingual>,
    /// Mistakes of datasets that stand beside others.
    problems: Vec<Problem>,
    unshown: Option<Unshown>,
}

/// Reads what a page asks for.
pub(super) async fn read(wish: Wish) -> Result<Own, Unshown> {
    let sentences =
        |problems: Vec<Problem>| Unshown::Problems(problems.iter().map(|found| found.sentence(wish.lang)).collect());
    let entries = match &wish.held {
        Some(text) => asked::held(text).map_err(|problem| sentences(vec![*problem]))?,
        None => asked::addresses(&wish.src),
    };
    keep_grow(grow_later);
    let alone = entries.len() == 1;
    let coming: Vec<(Asked, Option<Coming>)> = entries
        .into_iter()
        .map(|asked| match &asked {
            Asked::Address(address) => (asked.clone(), Some(wish.fetching.begin(address))),
            _ => (asked, None),
        })
        .collect();
    let mut told = Told::default();
    let mut came = Vec::new();
    for (place, (asked, coming)) in coming.into_iter().enumerate() {
        match one(place, asked, coming, &wish, alone, &mut told).await {
            Ok(found) => came.push(found),
            Err(unshown) => told.unshown = told.unshown.take().or(Some(unshown)),
        }
    }
    own(came, told).map_err(|why| why.unwrap_or_else(|| sentences(Vec::new())))
}

/// One of those that a page asks for.
async fn one(
    place: usize,
    asked: Asked,
    coming: Option<Coming>,
    wish: &Wish,
    alone: bool,
    told: &mut Told,
) -> Result<Came, Unshown> {
    let (name, text) = match asked {
        Asked::BuiltIn => {
            let dataset = whole_dataset().await.map_err(|_| Unshown::NotFetched(JsValue::UNDEFINED))?;
            return Ok(Came::Whole(built_in(dataset)));
        }
        Asked::Text(text) => (format!("data[{place}]"), Ok(text)),
        Asked::Address(address) => {
            let text = match coming {
                Some(coming) => coming.text().await,
                None => Err(JsValue::UNDEFINED),
            };
            (address, text)
        }
    };
    let text = text.map_err(|error| {
        if !alone {
            told.report.push(failed(&name, &error));
        }
        Unshown::NotFetched(error)
    })?;
    let refused = |told: &mut Told, mut problems: Vec<Problem>| {
        if !alone {
            at(&mut problems, &name);
            told.problems.extend(problems.iter().cloned());
        }
        Unshown::Problems(problems.iter().map(|problem| problem.sentence(wish.lang)).collect())
    };
    if pieces::is_index(&text) {
        let index = Index::read(&text).map_err(|problems| refused(told, problems))?;
        return in_pieces(&name, &hash_of(&text), &index, wish, alone, told).await.map_err(|why| match why {
            Ok(error) => Unshown::NotFetched(error),
            Err(problems) => refused(told, problems),
        });
    }
    let read = sound(&text).map_err(|problems| refused(told, problems))?;
    let dataset = said(read, &name, alone, told);
    Ok(Came::Whole(Source { place: name, hash: hash_of(&text), dataset }))
}

/// The dataset that could be read. One alone tells its own mistakes; of several, each is told with its place.
fn said(read: Sound, name: &str, alone: bool, told: &mut Told) -> Dataset {
    if alone {
        let (ko, en) = (read.report(Lang::Ko), read.report(Lang::En));
        told.report.extend(ko.into_iter().zip(en).map(|(ko, en)| Bilingual::new(ko, en)));
    } else {
        let mut problems = read.problems;
        at(&mut problems, name);
        told.problems.extend(problems);
    }
    read.dataset
}

fn at(problems: &mut [Problem], name: &str) {
    for problem in problems {
        problem.file = Some(name.to_owned());
    }
}

fn built_in(dataset: &Dataset) -> Source {
    let name = |lang| crate::text::words(lang).dataset_name;
    let name = Some(Bilingual::new(name(Lang::Ko), name(Lang::En)));
    let dataset = Dataset { name, ..dataset.clone() };
    Source { place: BUILT_IN.to_owned(), hash: embedded::HASH.to_owned(), dataset }
}

/// The cities of an index that are shown first, and the others.
async fn in_pieces(
    name: &str,
    hash: &str,
    index: &Index,
    wish: &Wish,
    alone: bool,
    told: &mut Told,
) -> Result<Came, Result<JsValue, Vec<Problem>>> {
    let first = first_of(index, &wish.cities, alone);
    let further = |listed: &Listed| Further { listed: listed.clone(), index: name.to_owned(), part: 0 };
    let chosen: Vec<Further> = first.iter().map(|listed| further(listed)).collect();
    let (sources, mut missing) = fetched(&chosen, &wish.fetching, told).await;
    if sources.is_empty()
        && let Some((_, error)) = missing.pop()
    {
        return Err(Ok(error));
    }
    told.report.extend(missing.iter().map(|(address, error)| failed(address, error)));
    let sources = sources.into_iter().map(|(source, _)| source).collect();
    let Joined { dataset, problems, .. } = index.dataset(sources).map_err(Err)?;
    told.problems.extend(problems);
    let further = index.cities.iter().filter(|listed| dataset.city(&listed.id).is_none()).map(further).collect();
    Ok(Came::InPieces(Source { place: name.to_owned(), hash: hash.to_owned(), dataset }, further))
}

/// Those that are named, or else the first; alone at least two.
fn first_of<'a>(index: &'a Index, named: &[String], alone: bool) -> Vec<&'a Listed> {
    let mut first: Vec<&Listed> =
        named.iter().filter_map(|id| index.cities.iter().find(|listed| listed.id == *id)).collect();
    let wanted = match first.len() {
        0 => FIRST,
        _ if alone => crate::compare::MIN_CITIES,
        _ => 0,
    };
    for listed in &index.cities {
        if first.len() < wanted && !first.iter().any(|known| known.id == listed.id) {
            first.push(listed);
        }
    }
    first
}

/// The files of cities, each with the part that it belongs to, and why some did not come. All are asked for at once.
async fn fetched(
    chosen: &[Further],
    fetching: &Fetching,
    told: &mut Told,
) -> (Vec<(Source, usize)>, Vec<(String, JsValue)>) {
    let begin = |further: &Further| {
        let address = browser::beside(&further.index, &further.listed.file);
        let address = address.unwrap_or_else(|_| further.listed.file.clone());
        let coming = fetching.begin(&address);
        (address, coming)
    };
    let coming: Vec<(String, Coming)> = chosen.iter().map(begin).collect();
    let (mut sources, mut missing) = (Vec::new(), Vec::new());
    for (further, (address, coming)) in chosen.iter().zip(coming) {
        let text = match coming.text().await {
            Ok(text) => text,
            Err(error) => {
                missing.push((address, error));
                continue;
            }
        };
        let hash = hash_of(&text);
        if hash != further.listed.sha256 {
            let sentence = |lang| fill(words(lang).other_content, &[("address", &address)]);
            told.report.push(Bilingual::new(sentence(Lang::Ko), sentence(Lang::En)));
            continue;
        }
        match sound(&text) {
            Ok(read) => {
                let dataset = said(read, &address, false, told);
                sources.push((Source { place: address, hash, dataset }, further.part));
            }
            Err(mut problems) => {
                at(&mut problems, &address);
                told.problems.extend(problems);
            }
        }
    }
    (sources, missing)
}

/// All that came, as one: the cities of the page's own data first.
fn own(came: Vec<Came>, mut told: Told) -> Result<Own, Option<Unshown>> {
    let mut sources = Vec::new();
    let mut further: Vec<Further> = Vec::new();
    for found in came {
        match found {
            Came::Whole(source) => sources.push(source),
            Came::InPieces(source, more) => {
                sources.push(source);
                further.extend(more);
            }
        }
    }
    if sources.is_empty() {
        return Err(told.unshown);
    }
    // Ids of the built-in cities stand in links of others: they are never the ones that are renamed.
    sources.sort_by_key(|source| source.place != BUILT_IN);
    let Joined { mut dataset, parts, problems } = join::join(sources).map_err(|_| None)?;
    told.problems.extend(problems);
    let built_in = parts.iter().find(|part| part.place == BUILT_IN).map(|part| part.cities.clone());
    if let Some(built_in) = &built_in {
        dataset.cities.sort_by_key(|city| built_in.contains(&city.id));
    }
    further.retain_mut(|more| {
        more.part = parts.iter().position(|part| part.place == more.index).unwrap_or_default();
        let is_free = dataset.city(&more.listed.id).is_none();
        if !is_free {
            let fault = Fault::DuplicateId { id: more.listed.id.clone(), first: first_place(&parts, &more.listed.id) };
            told.problems.push(Problem {
                file: Some(more.index.clone()),
                line: None,
                path: "cities".to_owned(),
                fault,
            });
        }
        is_free
    });
    add_documents(&mut dataset);
    let figures = built_in.is_none() || parts.len() < 2;
    let meta = Meta::joined(&parts, BUILT_IN);
    let opening = Opening::of(&dataset);
    Ok(Own { opening, dataset, parts, meta, report: reported(told), further, figures })
}

fn first_place(parts: &[Part], city: &str) -> String {
    parts.iter().find(|part| part.cities.iter().any(|id| id == city)).map(|part| part.place.clone()).unwrap_or_default()
}

/// What is told, with a line above the mistakes that says how many there are.
fn reported(told: Told) -> Vec<Bilingual> {
    let mut report = told.report;
    if !told.problems.is_empty() {
        let n = told.problems.len().to_string();
        let sentence = |lang| fill(words(lang).some_left_out, &[("n", &n)]);
        report.push(Bilingual::new(sentence(Lang::Ko), sentence(Lang::En)));
        report.extend(join::report(&told.problems));
    }
    report
}

/// Reads cities of a dataset in pieces that are not there yet; the ids of all that are there then.
async fn grow(cx: Instance, ids: Vec<String>) -> Vec<String> {
    while let (Some(whole), Some(fetching)) = (cx.with_data(), cx.fetching.try_get_value()) {
        let Some(Data::Own(own)) = whole.data.try_get_value() else { break };
        let (grown, added) = grown(&own, &ids, &fetching).await;
        let is_same = |data: &Data| matches!(data, Data::Own(now) if Arc::ptr_eq(now, &own));
        // What another choice brought meanwhile is not lost: these are added to that.
        if whole.data.try_with_value(is_same) == Some(true) {
            tell_missing(cx, &own, &ids, &grown);
            let mut known = ids.clone();
            known.retain(|id| grown.dataset.city(id).is_some());
            known.extend(added.into_iter().filter(|id| !ids.contains(id)));
            cx.keep(Data::Own(Arc::new(grown)));
            // What was found in the cities of before is looked for again.
            cx.tools.try_update_value(|tools| *tools = Arc::default());
            cx.arrived.try_update(|arrived| *arrived += 1);
            return known;
        }
    }
    ids
}

/// Says which of the chosen cities did not come, and no longer of those that did.
fn tell_missing(cx: Instance, before: &Own, ids: &[String], now: &Own) {
    let chosen = before.further.iter().filter(|more| ids.contains(&more.listed.id));
    let told: Vec<(Bilingual, bool)> = chosen
        .map(|more| {
            let name = |lang| if lang == Lang::Ko { &more.listed.name.ko } else { &more.listed.name.en };
            let sentence = |lang| fill(words(lang).city_failed, &[("city", name(lang))]);
            let is_missing = now.further.iter().any(|other| other.listed.id == more.listed.id);
            (Bilingual::new(sentence(Lang::Ko), sentence(Lang::En)), is_missing)
        })
        .collect();
    cx.problems.try_update(|problems| {
        problems.retain(|problem| !told.iter().any(|(sentence, _)| sentence == problem));
        problems.extend(told.into_iter().filter(|(_, is_missing)| *is_missing).map(|(sentence, _)| sentence));
    });
}

/// The data with some of the further cities, and the ids that these have.
async fn grown(own: &Own, ids: &[String], fetching: &Fetching) -> (Own, Vec<String>) {
    let chosen: Vec<Further> = own.further.iter().filter(|more| ids.contains(&more.listed.id)).cloned().collect();
    let mut told = Told::default();
    let (came, _) = fetched(&chosen, fetching, &mut told).await;
    let (sources, places): (Vec<Source>, Vec<usize>) = came.into_iter().unzip();
    let Joined { mut dataset, parts: new, problems } = pieces::extend(own.dataset.clone(), sources);
    told.problems.extend(problems);
    add_documents(&mut dataset);
    let mut parts = own.parts.clone();
    let mut added = Vec::new();
    // The first of the new parts is what was there.
    for (new, place) in new.into_iter().skip(1).zip(places) {
        added.extend(new.cities.iter().cloned());
        if let Some(part) = parts.get_mut(place) {
            part.cities.extend(new.cities);
        }
    }
    let further = own.further.iter().filter(|more| dataset.city(&more.listed.id).is_none()).cloned().collect();
    let mut report = own.report.clone();
    report.extend(reported(told).into_iter().filter(|line| !own.report.contains(line)));
    let meta = Meta::joined(&parts, BUILT_IN);
    let opening = Opening::of(&dataset);
    (Own { opening, dataset, parts, meta, report, further, figures: own.figures }, added)
}

/// What adds cities, as a context can hold it without knowing this part.
fn grow_later(cx: Instance, ids: Vec<String>) -> Pin<Box<dyn Future<Output = Vec<String>>>> {
    Box::pin(grow(cx, ids))
}

fn failed(address: &str, error: &JsValue) -> Bilingual {
    let why = browser::message(error);
    let sentence = |lang| fill(words(lang).loading_failed, &[("address", address), ("why", &why)]);
    Bilingual::new(sentence(Lang::Ko), sentence(Lang::En))
}

fn hash_of(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

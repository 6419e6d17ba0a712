//! The data that are read when they are needed: the page's own, cities of a dataset in pieces, places of the country.
#![allow(
    unsafe_code,
    reason = "the marks of a split point declare what is loaded later; their own crate answers for them"
)]

use super::growing::{Grow, kept_grow};
use super::kept::loaded;
use super::own::{self, Unshown, Wish};
use super::split;
use super::whole::whole_dataset;
use crate::dataset::country::code_of;
use crate::dataset::opening::Known;
use crate::model::Bilingual;
use crate::part::Part;
use crate::shared::context::Instance;
use crate::shared::data::{Data, Own, known};
use crate::shared::fetch::{Fetch, NotLoaded};
use crate::text::{Lang, words};
use leptos::prelude::*;
use std::pin::Pin;
use wasm_bindgen_futures::spawn_local;
#[cfg(feature = "split")]
use wasm_split_helpers::wasm_split;

/// What reads the page's own data, once its part is there.
type Reading = Pin<Box<dyn Future<Output = Result<Own, Unshown>>>>;

#[cfg_attr(feature = "split", wasm_split(own, fallible))]
fn own_part(wish: Wish) -> Result<Reading, NotLoaded> {
    Ok(Box::pin(own::read(wish)))
}

/// Reads data of the page's own.
pub(crate) async fn read_own(wish: Wish) -> Result<Result<Own, Unshown>, NotLoaded> {
    let reading = split!(own_part(wish))?;
    Ok(reading.await)
}

/// What reads cities of a dataset in pieces, if some of these are not there yet.
fn growing(cx: Instance, ids: &[String]) -> Option<Grow> {
    match cx.with_data().and_then(|cx| cx.data.try_get_value()) {
        Some(Data::Own(own)) if is_further(&own, ids) => kept_grow(),
        _ => None,
    }
}

/// Whether some of these cities are of a dataset in pieces, and not read yet.
fn is_further(own: &Own, ids: &[String]) -> bool {
    own.further.iter().any(|more| ids.contains(&more.listed.id))
}

/// Does it with cities of a dataset in pieces, which are read first if they are not there: with the ids of those that are.
pub(crate) fn with_cities(cx: impl Into<Instance>, ids: Vec<String>, work: impl FnOnce(Vec<String>) + 'static) {
    let cx = cx.into();
    match growing(cx, &ids) {
        Some(grow) => spawn_local(async move { work(grow(cx, ids).await) }),
        None => work(ids),
    }
}

/// Brings the whole dataset beside what the first view shows of it.
pub(crate) async fn make_whole(cx: Instance) -> Result<(), NotLoaded> {
    if cx.with_data().is_none() {
        let whole = whole_dataset().await?;
        // It may have come by another way meanwhile, with places beside it.
        if cx.with_data().is_none() {
            cx.keep(Data::Embedded(whole));
        }
    }
    Ok(())
}

/// A dataset with the places of the country that are asked for beside its cities; the same one, or none, if all are known. What is no
/// place, is not there afterwards either: whoever reads the ids tells it.
pub(crate) async fn with_places(data: Option<Data>, asked: &[String], fetch: Fetch) -> Result<Option<Data>, NotLoaded> {
    if has_all_places(known(data.as_ref()), asked) {
        return Ok(data);
    }
    fetch(Part::Country).await?;
    let data = match data {
        Some(data) => data,
        None => Data::Embedded(whole_dataset().await?),
    };
    let joined = loaded(Part::Country).and_then(|loaded| loaded.join?(&data, asked));
    Ok(Some(joined.unwrap_or(data)))
}

fn has_all_places(known: &dyn Known, asked: &[String]) -> bool {
    asked.iter().all(|id| code_of(id).is_none() || known.has(id))
}

async fn bring(cx: Instance, asked: &[String]) -> Result<(), NotLoaded> {
    make_whole(cx).await?;
    let data = cx.with_data().and_then(|cx| cx.data.try_get_value());
    if let Some(data) = with_places(data, asked, cx.fetch).await? {
        cx.keep(data);
    }
    if let Some(grow) = growing(cx, asked) {
        grow(cx, asked.to_vec()).await;
    }
    Ok(())
}

/// Does it at once with what is known, or as soon as the whole dataset is there, and the places that are asked for.
pub(crate) fn with_what_it_needs(
    cx: Instance,
    beyond: bool,
    asked: Vec<String>,
    work: impl FnOnce(&dyn Known) + 'static,
) {
    let is_there = cx.ask(|known| has_all_places(known, &asked)) && growing(cx, &asked).is_none();
    if (!beyond || cx.with_data().is_some()) && is_there {
        return cx.ask(work);
    }
    spawn_local(async move {
        match bring(cx, &asked).await {
            // The widget may be gone by then.
            Ok(()) => {
                if let Some(cx) = cx.with_data() {
                    work(&cx.data())
                }
            }
            Err(NotLoaded) => {
                let sentence = |lang| words(lang).part_failed.to_owned();
                let said = Bilingual::new(sentence(Lang::Ko), sentence(Lang::En));
                cx.problems.try_update(|problems| problems.push(said));
            }
        }
    });
}

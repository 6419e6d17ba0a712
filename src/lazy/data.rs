//! The data that are read when they are needed: the page's own, cities of a dataset in pieces, places of the country.
#![allow(
    unsafe_code,
    reason = "the marks of a split point declare what is loaded later; their own crate answers for them"
)]

use super::own::{self, Unshown, Wish};
use super::whole::whole_dataset;
use super::{loaded, split};
use crate::dataset::country::code_of;
use crate::model::{Bilingual, Dataset};
use crate::part::Part;
use crate::shared::context::{Context, Data, Grow, Own};
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
fn growing(cx: Context, ids: &[String]) -> Option<Grow> {
    match cx.data.try_get_value() {
        Some(Data::Own(own)) if is_further(&own, ids) => Some(own.grow),
        _ => None,
    }
}

/// Whether some of these cities are of a dataset in pieces, and not read yet.
fn is_further(own: &Own, ids: &[String]) -> bool {
    own.further.iter().any(|more| ids.contains(&more.listed.id))
}

/// Does it with cities of a dataset in pieces, which are read first if they are not there: with the ids of those that are.
pub(crate) fn with_cities(cx: Context, ids: Vec<String>, work: impl FnOnce(Vec<String>) + 'static) {
    match growing(cx, &ids) {
        Some(grow) => spawn_local(async move { work(grow(cx, ids).await) }),
        None => work(ids),
    }
}

/// Replaces what the first view needs by the whole dataset: the widget shows the same, and may be asked for more.
pub(crate) async fn make_whole(cx: Context) -> Result<(), NotLoaded> {
    if matches!(cx.data.try_get_value(), Some(Data::Opening(_))) {
        let whole = whole_dataset().await?;
        // The widget may be gone by then.
        cx.data.try_update_value(|data| *data = Data::Embedded(whole));
    }
    Ok(())
}

/// A dataset with the places of the country that are asked for beside its cities; the same one if it has them all. What is no place,
/// is not there afterwards either: whoever reads the ids tells it.
pub(crate) async fn with_places(data: Data, asked: &[String], fetch: Fetch) -> Result<Data, NotLoaded> {
    if has_all_places(&data, asked) {
        return Ok(data);
    }
    fetch(Part::Country).await?;
    let data = match data {
        Data::Opening(_) => Data::Embedded(whole_dataset().await?),
        other => other,
    };
    let joined = loaded(Part::Country).and_then(|loaded| loaded.join?(&data, asked));
    Ok(joined.unwrap_or(data))
}

fn has_all_places(data: &Dataset, asked: &[String]) -> bool {
    asked.iter().all(|id| code_of(id).is_none() || data.city(id).is_some())
}

async fn bring(cx: Context, asked: &[String]) -> Result<(), NotLoaded> {
    make_whole(cx).await?;
    if let Some(data) = cx.data.try_get_value() {
        let data = with_places(data, asked, cx.fetch).await?;
        cx.data.try_update_value(|now| *now = data);
        if let Some(grow) = growing(cx, asked) {
            grow(cx, asked.to_vec()).await;
        }
    }
    Ok(())
}

/// Does it at once with the dataset that is there, or as soon as the whole one is, and the cities that are asked for.
pub(crate) fn with_what_it_needs(cx: Context, beyond: bool, asked: Vec<String>, work: impl FnOnce(&Dataset) + 'static) {
    let data = cx.data();
    let is_there = has_all_places(&data, &asked) && growing(cx, &asked).is_none();
    if !(beyond && matches!(data, Data::Opening(_))) && is_there {
        return work(&data);
    }
    spawn_local(async move {
        match bring(cx, &asked).await {
            // The widget may be gone by then.
            Ok(()) => {
                if let Some(data) = cx.data.try_get_value() {
                    work(&data)
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

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
use crate::shared::context::{Context, Data, Own};
use crate::shared::fetch::{Fetch, NotLoaded};
use crate::text::{Lang, words};
use leptos::prelude::*;
use std::pin::Pin;
use std::sync::Arc;
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

/// Whether some of these cities are of a dataset in pieces, and not read yet.
fn is_further(data: &Data, ids: &[String]) -> bool {
    data.further().iter().any(|more| ids.contains(&more.listed.id))
}

/// Reads cities of a dataset in pieces that are not there yet; the ids of all that are there then.
async fn grow(cx: Context, ids: &[String]) -> Vec<String> {
    let mut known = ids.to_vec();
    while let (Some(Data::Own(own)), Some(fetching)) = (cx.data.try_get_value(), cx.fetching.try_get_value()) {
        if !is_further(&Data::Own(own.clone()), ids) {
            break;
        }
        let (grown, added) = (own.grow)(own.clone(), ids.to_vec(), fetching).await;
        let is_same = |data: &Data| matches!(data, Data::Own(now) if Arc::ptr_eq(now, &own));
        // What another choice brought meanwhile is not lost: these are added to that.
        if cx.data.try_with_value(is_same) == Some(true) {
            known.retain(|id| grown.dataset.city(id).is_some());
            known.extend(added.into_iter().filter(|id| !ids.contains(id)));
            cx.data.try_update_value(|data| *data = Data::Own(Arc::new(grown)));
            // What was found in the cities of before is looked for again.
            cx.tools.try_update_value(|tools| *tools = Arc::default());
            cx.arrived.try_update(|arrived| *arrived += 1);
            break;
        }
    }
    known
}

/// Does it with cities of a dataset in pieces, which are read first if they are not there: with the ids of those that are.
pub(crate) fn with_cities(cx: Context, ids: Vec<String>, work: impl FnOnce(Vec<String>) + 'static) {
    if cx.data.try_with_value(|data| is_further(data, &ids)) == Some(true) {
        spawn_local(async move { work(grow(cx, &ids).await) });
    } else {
        work(ids);
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
        grow(cx, asked).await;
    }
    Ok(())
}

/// Does it at once with the dataset that is there, or as soon as the whole one is, and the cities that are asked for.
pub(crate) fn with_what_it_needs(cx: Context, beyond: bool, asked: Vec<String>, work: impl FnOnce(&Dataset) + 'static) {
    let data = cx.data();
    let is_there = has_all_places(&data, &asked) && !is_further(&data, &asked);
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

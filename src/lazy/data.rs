//! The datasets that are read when they are needed: the whole embedded one, and the page's own.
#![allow(
    unsafe_code,
    reason = "the marks of a split point declare what is loaded later; their own crate answers for them"
)]

use super::own::{self, Unshown, Wish};
use super::split;
use crate::embedded;
use crate::model::{Bilingual, Dataset};
use crate::shared::context::{Context, Data, Own};
use crate::shared::fetch::NotLoaded;
use crate::text::{Lang, words};
use leptos::prelude::*;
use std::pin::Pin;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;
#[cfg(feature = "split")]
use wasm_split_helpers::wasm_split;

#[cfg_attr(feature = "split", wasm_split(dataset, fallible))]
fn whole() -> Result<&'static Dataset, NotLoaded> {
    Ok(embedded::dataset())
}

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

/// Does it with cities of a dataset in pieces, which are read first if they are not there; what they are called then is told.
pub(crate) fn with_cities(cx: Context, ids: Vec<String>, work: impl FnOnce(Vec<String>) + 'static) {
    let is_further = |data: &Data| data.further().iter().any(|more| ids.contains(&more.listed.id));
    if !cx.data.try_with_value(is_further).unwrap_or_default() {
        return work(ids);
    }
    spawn_local(async move {
        let mut known = ids.clone();
        // What another choice brought meanwhile is not lost: it is added to that again.
        while let (Some(Data::Own(own)), Some(fetching)) = (cx.data.try_get_value(), cx.fetching.try_get_value()) {
            let (grown, added) = (own.grow)(own.clone(), ids.clone(), fetching).await;
            let is_same = |data: &Data| matches!(data, Data::Own(now) if Arc::ptr_eq(now, &own));
            if cx.data.try_with_value(is_same) == Some(true) {
                cx.data.try_update_value(|data| *data = Data::Own(Arc::new(grown)));
                // What was found in the cities of before is looked for again.
                cx.tools.try_update_value(|tools| *tools = Arc::default());
                cx.arrived.try_update(|arrived| *arrived += 1);
                known.retain(|id| cx.data().city(id).is_some());
                known.extend(added.into_iter().filter(|id| !ids.contains(id)));
                break;
            }
        }
        work(known);
    });
}

/// The embedded dataset with all its items.
pub(crate) async fn whole_dataset() -> Result<&'static Dataset, NotLoaded> {
    split!(whole())
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

/// Does it at once with the dataset that is there, or as soon as the whole one is, or the cities that are named.
pub(crate) fn with_what_it_needs(
    cx: Context,
    (beyond, cities): (bool, Vec<String>),
    work: impl FnOnce(&Dataset) + 'static,
) {
    if !(beyond && matches!(cx.data(), Data::Opening(_))) {
        return with_cities(cx, cities, move |_| {
            // The widget may be gone by then.
            if let Some(data) = cx.data.try_get_value() {
                work(&data);
            }
        });
    }
    spawn_local(async move {
        match make_whole(cx).await {
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

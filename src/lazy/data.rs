//! The datasets that are read when they are needed: the whole embedded one, and the page's own.
#![allow(
    unsafe_code,
    reason = "the marks of a split point declare what is loaded later; their own crate answers for them"
)]

use super::kept::loaded;
use super::split;
use crate::compare::official::add_documents;
use crate::dataset;
use crate::dataset::opening::{Known, Opening};
use crate::embedded;
use crate::model::{Bilingual, Dataset};
use crate::part::Part;
use crate::shared::context::Instance;
use crate::shared::data::{Data, Own, known};
use crate::shared::fetch::{Fetch, NotLoaded};
use crate::text::{Lang, words};
use leptos::prelude::*;
use sha2::{Digest, Sha256};
use wasm_bindgen_futures::spawn_local;
#[cfg(feature = "split")]
use wasm_split_helpers::wasm_split;

#[cfg_attr(feature = "split", wasm_split(dataset, fallible))]
fn whole() -> Result<&'static Dataset, NotLoaded> {
    Ok(embedded::dataset())
}

#[cfg_attr(feature = "split", wasm_split(own, fallible))]
fn own_part(json: &str, lang: Lang) -> Result<Result<Own, Vec<String>>, NotLoaded> {
    let sentences = |problems: Vec<dataset::Problem>| problems.iter().map(|problem| problem.sentence(lang)).collect();
    Ok(dataset::sound(json).map_err(sentences).map(|sound| {
        let (ko, en) = (sound.report(Lang::Ko), sound.report(Lang::En));
        let report = ko.into_iter().zip(en).map(|(ko, en)| Bilingual::new(ko, en)).collect();
        let hash = Sha256::digest(json.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        let mut dataset = sound.dataset;
        add_documents(&mut dataset);
        Own { opening: Opening::of(&dataset), dataset, hash, report }
    }))
}

/// Reads a dataset of the page's own; the problems of a broken one, each as a sentence.
pub(crate) async fn read_own(json: &str, lang: Lang) -> Result<Result<Own, Vec<String>>, NotLoaded> {
    split!(own_part(json, lang))
}

/// The embedded dataset with all its items.
pub(crate) async fn whole_dataset() -> Result<&'static Dataset, NotLoaded> {
    split!(whole())
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
    if has_all(known(data.as_ref()), asked) {
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

fn has_all(known: &dyn Known, asked: &[String]) -> bool {
    asked.iter().all(|id| known.has(id))
}

async fn bring(cx: Instance, asked: &[String]) -> Result<(), NotLoaded> {
    make_whole(cx).await?;
    let data = cx.with_data().and_then(|cx| cx.data.try_get_value());
    if let Some(data) = with_places(data, asked, cx.fetch).await? {
        cx.keep(data);
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
    if (!beyond || cx.with_data().is_some()) && cx.ask(|known| has_all(known, &asked)) {
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

//! The whole embedded dataset, read when it is needed.
#![allow(
    unsafe_code,
    reason = "the marks of a split point declare what is loaded later; their own crate answers for them"
)]

use super::split;
use crate::embedded;
use crate::model::Dataset;
use crate::shared::fetch::NotLoaded;
#[cfg(feature = "split")]
use wasm_split_helpers::wasm_split;

#[cfg_attr(feature = "split", wasm_split(dataset, fallible))]
fn whole() -> Result<&'static Dataset, NotLoaded> {
    Ok(embedded::dataset())
}

/// The embedded dataset with all its items.
pub(crate) async fn whole_dataset() -> Result<&'static Dataset, NotLoaded> {
    split!(whole())
}

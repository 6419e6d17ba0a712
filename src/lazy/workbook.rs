//! Spreadsheets: what reads them is a file of its own, which comes when the first one is given.
#![allow(
    unsafe_code,
    reason = "the marks of a split point declare what is loaded later; their own crate answers for them"
)]

use super::split;
use crate::shared::fetch::NotLoaded;
use city_compare_import::form::{self, Contents};
#[cfg(feature = "split")]
use wasm_split_helpers::wasm_split;

#[cfg_attr(feature = "split", wasm_split(spreadsheet, fallible))]
fn spreadsheet(name: String, bytes: Vec<u8>) -> Result<Contents, NotLoaded> {
    Ok(form::workbook(&name, &bytes))
}

/// What a workbook holds.
pub(crate) async fn read_workbook(name: String, bytes: Vec<u8>) -> Result<Contents, NotLoaded> {
    split!(spreadsheet(name, bytes))
}

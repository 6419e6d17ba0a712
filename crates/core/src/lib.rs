//! Comparing city plans and budgets, without a browser: everything here is built and tested natively.
//!
//! Dependencies point one way: `screen → chart, export → compare → dataset`; `format`, `text` and `options` are leaves beside it.
//!
//! | module | what it answers |
//! | --- | --- |
//! | [`compare`] | what stands in which row, what is comparable, what is alike |
//! | [`chart`] | a plot as SVG, drawn by plotters |
//! | [`export`] | a plot as CSV, JSON, a static table, a citation |
//! | [`screen`] | which plot and which heading a reader's choices show |
//! | [`options`] | the element's attributes, and the state that a link restores |
//! | [`mod@format`], [`text`] | numbers and sentences in Korean and English |

pub mod chart;
mod choices;
pub mod compare;
pub mod export;
pub mod format;
pub mod options;
mod order;
pub mod pins;
pub mod screen;
pub mod text;

pub use city_compare_dataset::{self as dataset, model};
#[cfg(test)]
use city_compare_embedded as embedded;

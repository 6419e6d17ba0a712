//! Side-by-side comparison of city plans and budgets: a Leptos widget with its dataset compiled in, and its core.
//!
//! Everything but the widget itself (wasm32 only) is pure: it knows no browser and is tested natively. Dependencies point
//! one way: `element → app → registry → views, panels → widgets → screen → chart, export → compare → dataset → model`.
//!
//! | module | what it answers |
//! | --- | --- |
//! | [`model`] | what a city, a plan item, an amount *is*; what may be missing, and in which ways |
//! | [`dataset`] | reading a dataset, with every problem at once |
//! | [`embedded`] | the five cities that are compiled in |
//! | [`compare`] | what stands in which row, what is comparable, what is alike |
//! | [`chart`] | a plot as SVG, drawn by plotters |
//! | [`export`] | a plot as CSV, JSON, a static table, a citation |
//! | [`screen`] | which plot and which heading a reader's choices show |
//! | [`options`] | the element's attributes, and the state that a link restores |
//! | [`part`] | what the widget's module is cut into |
//! | [`mod@format`], [`text`] | numbers and sentences in Korean and English |
//!
//! ```
//! use city_compare::compare::{Basis, Choice, Selection, speak, totals};
//! use city_compare::model::FiscalYear;
//! use city_compare::{embedded, text::Lang};
//!
//! let dataset = embedded::dataset();
//! let cities = Selection::new(dataset, &["yeosu", "gwangyang"]);
//! let plot = totals(dataset, &cities, Choice { year: FiscalYear(2022), strict: false }, Basis::Amount);
//! let sentence = speak::summary(&plot, dataset, Lang::En);
//! assert!(sentence.ends_with("to 1.3712 trillion won (Yeosu)."), "{sentence}");
//! ```
//!
//! A city brings its own data as JSON of the same shape; see [`dataset::from_json`] and `city-compare.schema.json`.

#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
mod app;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
pub mod browser;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
pub mod element;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
mod lazy;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
mod panels;
pub mod part;
#[cfg(all(feature = "ssr", not(target_arch = "wasm32")))]
pub mod prerender;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
mod registry;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
mod shared;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
mod views;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
mod widgets;

pub use city_compare_core::{chart, compare, export, format, options, pins, screen, text};
pub use city_compare_dataset::{self as dataset, model};
pub use city_compare_embedded as embedded;

/// Version of the widget, which is that of its npm package.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

//! Side-by-side comparison of city plans and budgets.
pub mod chart;
mod choices;
pub mod compare;
pub mod dataset;
#[cfg(target_arch = "wasm32")]
pub mod element;
pub mod embedded;
pub mod export;
pub mod format;
pub mod model;
pub mod options;
pub mod screen;
pub mod text;
#[cfg(target_arch = "wasm32")]
mod view;

//! Side-by-side comparison of city plans and budgets.
mod choices;
pub mod compare;
pub mod dataset;
pub mod embedded;
pub mod format;
pub mod model;
pub mod options;
pub mod text;

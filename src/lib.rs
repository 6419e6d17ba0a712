//! Side-by-side comparison of city plans and budgets.
pub mod compare;
pub mod dataset;
pub mod embedded;
pub mod format;
pub mod model;
pub mod text;

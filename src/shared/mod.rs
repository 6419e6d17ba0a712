//! What all rooms of the widget share: its context, asking for its parts, Leptos.

pub(crate) mod context;
pub(crate) mod data;
pub(crate) mod fetch;
pub(crate) mod official_figures;
pub(crate) mod prelude;

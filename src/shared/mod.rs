//! What all rooms of the widget share: its context, the names of its parts, Leptos.

pub(crate) mod context;
pub(crate) mod official_figures;
pub(crate) mod part;
pub(crate) mod prelude;

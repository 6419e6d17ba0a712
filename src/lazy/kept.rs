//! What each part brought, once it is there.

use crate::part::Part;
use crate::shared::context::Context;
use crate::shared::data::Data;
use leptos::prelude::AnyView;
use std::sync::OnceLock;

/// Puts places beside the cities of a dataset; `None` if none joins.
type Join = fn(&Data, &[String]) -> Option<Data>;

/// The functions that a part brings.
pub(crate) struct Loaded {
    pub(crate) content: fn(Context) -> AnyView,
    /// The heading of a view.
    pub(crate) heading: Option<fn(Context) -> String>,
    /// The shown figure as text, by kind.
    pub(crate) export: Option<fn(Context, &str) -> Option<String>>,
    /// What is prepared when a reader may be about to use it.
    pub(crate) prepare: Option<fn(Context)>,
    /// Puts places of the country beside the cities of a dataset.
    pub(crate) join: Option<Join>,
}

/// The functions of a part, once it is there.
pub(crate) fn loaded(part: Part) -> Option<&'static Loaded> {
    place(part).get()
}

/// Keeps the functions of a part.
pub(crate) fn keep(part: Part, loaded: Loaded) {
    place(part).get_or_init(|| loaded);
}

fn place(part: Part) -> &'static OnceLock<Loaded> {
    static PLACES: [OnceLock<Loaded>; Part::ALL.len()] = [const { OnceLock::new() }; Part::ALL.len()];
    &PLACES[part as usize]
}

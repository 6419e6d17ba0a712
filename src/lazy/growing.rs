//! What reads cities of a dataset in pieces, once the part is there that can.

use crate::shared::context::Instance;
use std::pin::Pin;
use std::sync::OnceLock;

/// Reads cities that are not there yet; the ids of all that are there then.
pub(crate) type Grow = fn(Instance, Vec<String>) -> Pin<Box<dyn Future<Output = Vec<String>>>>;

static GROW: OnceLock<Grow> = OnceLock::new();

/// Keeps what reads them.
pub(crate) fn keep_grow(grow: Grow) {
    GROW.get_or_init(|| grow);
}

/// What reads them; `None` before any dataset was read.
pub(crate) fn kept_grow() -> Option<Grow> {
    GROW.get().copied()
}

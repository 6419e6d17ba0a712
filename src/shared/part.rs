//! The names of what is loaded when a reader first needs it.

use crate::options::{State, View};
use std::pin::Pin;
#[cfg(feature = "split")]
use wasm_split_helpers::SplitLoaderError;

/// What is loaded on demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Strategies,
    Budgets,
    Sources,
    Item,
    Search,
    Evidence,
}

/// A part that could not be loaded. The page's loader knows why.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NotLoaded;

#[cfg(feature = "split")]
impl From<SplitLoaderError> for NotLoaded {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// Loads the functions of a part. The registry answers it, so that who asks for a part knows none of them.
pub(crate) type Fetch = fn(Part) -> Pin<Box<dyn Future<Output = Result<(), NotLoaded>>>>;

impl Part {
    /// What is needed to show a state.
    pub(crate) fn of_state(state: &State) -> Vec<Self> {
        let item = state.item.is_some().then_some(Self::Item);
        let search = (!state.query.trim().is_empty()).then_some(Self::Search);
        Self::of_view(state.view).into_iter().chain(item).chain(search).collect()
    }

    /// The part that makes a view; visions, which comes with the widget itself, is none.
    pub(crate) fn of_view(view: View) -> Option<Self> {
        match view {
            View::Visions => None,
            View::Strategies => Some(Self::Strategies),
            View::Budgets => Some(Self::Budgets),
            View::Sources => Some(Self::Sources),
        }
    }
}

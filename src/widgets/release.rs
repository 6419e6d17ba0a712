//! Where the page has this widget from, for links and code that lead there.

use crate::browser;
use crate::export::Release;
use crate::options::{State, View};
use crate::shared::context::Context;
use crate::shared::prelude::*;

/// The release that the page has loaded, if other pages can ask for it.
pub(crate) fn loaded() -> Option<Release> {
    let (address, integrity) = browser::script()?;
    Release::of(&address, integrity.as_deref())
}

/// A state and the language for the address of the app, which begins with its first page.
pub(crate) fn fragment(cx: Context, state: &State) -> String {
    let first = State { view: View::Glance, ..State::start(&cx.data()) };
    let language = format!("cc.lang={}", cx.lang.get_untracked().tag());
    [state.fragment(&first, "cc"), language].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("&")
}

//! The button that keeps something to look at side by side, or lets go of it.

use crate::pins::{self, What};
use crate::shared::context::Context;
use crate::shared::prelude::*;
use crate::text::fill;
use crate::text::take::words;

/// The button of what it keeps, and of its name for those who do not see what it stands beside.
pub(crate) fn button(
    cx: Context,
    what: impl Fn() -> Option<What> + Copy + Send + Sync + 'static,
    name: impl Fn() -> String + Send + Sync + 'static,
) -> AnyView {
    let kept = memo(move || {
        let what = what();
        cx.state.with(|state| pins::read(&state.pins).iter().any(|pin| Some(&pin.what) == what.as_ref()))
    });
    let press = move |_| {
        let Some(what) = what() else { return };
        match cx.state.with_untracked(|state| pins::toggled(&state.pins, &what)) {
            Some(pins) => cx.update_state(|state| state.pins = pins),
            None => cx.status.set(words(cx.lang.get_untracked()).full.to_owned()),
        }
    };
    let text = move || {
        let w = words(cx.lang.get());
        if kept.get() { w.pinned } else { w.pin }
    };
    let label = move || fill(words(cx.lang.get()).pin_of, &[("what", &name())]);
    view! {
        <button type="button" class="cc-quiet cc-pin" aria-pressed=move || kept.get().to_string() aria-label=label
            on:click=press>{text}</button>
    }
}

//! The button that keeps something to look at side by side, or lets go of it.

use crate::pins::{self, What};
use crate::shared::context::Context;
use crate::shared::prelude::*;
use crate::text::take::words;

/// The button of what it keeps.
pub(crate) fn button(cx: Context, what: impl Fn() -> Option<What> + Copy + Send + Sync + 'static) -> AnyView {
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
    let mark = move || kept.get().then(|| view! { <span aria-hidden="true">{"✓ "}</span> });
    view! {
        <button type="button" class="cc-quiet cc-pin" aria-pressed=move || kept.get().to_string()
            on:click=press>{live(mark)}{cx.t(|lang| words(lang).pin)}</button>
    }
}

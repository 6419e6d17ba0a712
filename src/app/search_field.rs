//! The search field of the head.

use crate::lazy;
use crate::part::Part;
use crate::shared::context::Instance;
use crate::shared::prelude::*;
use crate::text::words;

/// The search field of the head.
pub(crate) fn field(cx: Instance) -> impl IntoView {
    let query = cx.memo(|state| state.query.clone());
    view! {
        <div class="cc-search" role="search">
            <label>
                <span class="cc-hidden">{cx.t(|lang| words(lang).search)}</span>
                <input
                    type="search"
                    id=cx.id("search")
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=cx.t(|lang| words(lang).search_hint)
                    prop:value=move || query.get()
                    on:focus=move |_| lazy::prefetch(Part::Search, cx)
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        cx.update_state(|state| state.query = text);
                    }
                />
            </label>
        </div>
    }
}

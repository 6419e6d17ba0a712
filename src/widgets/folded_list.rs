//! A long list that is folded.

use crate::shared::context::Instance;
use crate::shared::prelude::*;
use crate::text::words;
use std::ops::Range;

/// Statements of a long cell that are shown before the reader asks for all.
const SHOWN: usize = 4;

/// Makes the entry at a place of a folded list.
pub(crate) type Entry = Box<dyn Fn(usize) -> Option<AnyView> + Send + Sync>;

/// A list of which the first few are shown until the reader asks for all, or prints. The others are made then: a matrix of
/// fields has a thousand of them.
pub(crate) fn folded(cx: impl Into<Instance>, total: usize, entry: Entry) -> Option<AnyView> {
    list(cx.into(), total, entry)
}

fn list(cx: Instance, total: usize, entry: Entry) -> Option<AnyView> {
    if total == 0 {
        return None;
    }
    let all = RwSignal::new(false);
    let folds = total > SHOWN + 1;
    let list = move |places: Range<usize>| places.map(|place| view! { <li>{entry(place)}</li> }).collect_view();
    let first = list(0..if folds { SHOWN } else { total });
    let rest = folds.then_some(live(move || (all.get() || cx.paper.get()).then(|| list(SHOWN..total))));
    let more = folds.then(|| {
        let text = move || {
            let w = words(cx.lang.get());
            if all.get() { w.show_fewer.to_owned() } else { format!("{} ({total})", w.show_all) }
        };
        view! {
            <button type="button" class="cc-more" aria-expanded=move || all.get().to_string()
                on:click=move |_| all.update(|all| *all = !*all)>{live(text)}</button>
        }
    });
    Some(view! { <ul class="cc-statements">{first}{rest}</ul>{more} })
}

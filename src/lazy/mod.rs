//! Showing what may still have to be loaded. What a part is made of, the registry knows; here it is only asked for.

mod data;
mod growing;
mod kept;
mod own;
mod split;
mod whole;
mod workbook;

use crate::part::Part;
use crate::shared::context::Instance;
use crate::shared::fetch::NotLoaded;
use crate::shared::prelude::*;
use crate::text::words;
pub(crate) use data::{make_whole, read_own, with_cities, with_places, with_what_it_needs};
pub(crate) use kept::{Loaded, keep, loaded};
pub(crate) use own::{Unshown, Wish};
pub(crate) use split::split;
use wasm_bindgen_futures::spawn_local;
pub(crate) use whole::whole_dataset;
pub(crate) use workbook::read_workbook;

/// Loads a part, and the whole dataset beside what the first view shows of it.
pub(crate) async fn load(part: Part, cx: Instance) -> Result<(), NotLoaded> {
    if cx.with_data().is_none() {
        // The dataset is asked for at the same time; whether it came is seen below.
        spawn_local(async {
            let _ = whole_dataset().await;
        });
    }
    (cx.fetch)(part).await?;
    make_whole(cx).await
}

/// Loads a part before a reader asks, when it looks as if that will be next.
pub(crate) fn prefetch(part: Part, cx: Instance) {
    spawn_local(async move {
        // What fails now is told when it is asked for.
        if load(part, cx).await.is_ok()
            && let (Some(Loaded { prepare: Some(prepare), .. }), Some(cx)) = (loaded(part), cx.with_data())
        {
            prepare(cx);
        }
    });
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Loading {
    Comes,
    Here,
    Failed,
}

/// What a part makes, or until it is there that it is on its way, or that it could not be loaded and how to try again.
pub(crate) fn show(cx: impl Into<Instance>, part: Part) -> AnyView {
    shown(cx.into(), part)
}

fn shown(cx: Instance, part: Part) -> AnyView {
    if let (Some(here), Some(cx)) = (loaded(part), cx.with_data()) {
        return (here.content)(cx);
    }
    let loading = RwSignal::new(Loading::Comes);
    let load = move || {
        spawn_local(async move {
            let now = if load(part, cx).await.is_ok() { Loading::Here } else { Loading::Failed };
            // The reader may have gone elsewhere in the meantime.
            if loading.try_set(now).is_none() {
                cx.arrived.try_update(|arrived| *arrived += 1);
            }
        });
    };
    load();
    let again = move |_| {
        loading.set(Loading::Comes);
        load();
    };
    let shown = move || match (loading.get(), loaded(part), cx.with_data()) {
        (Loading::Here, Some(here), Some(cx)) => (here.content)(cx),
        (Loading::Failed, ..) => view! {
            <div class="cc-problems" role="alert">
                <p>{cx.t(|lang| words(lang).part_failed)}</p>
                <button type="button" class="cc-quiet" on:click=again>{cx.t(|lang| words(lang).try_again)}</button>
            </div>
        },
        _ => view! { <p class="cc-waiting">{cx.t(|lang| words(lang).part_loading)}</p> },
    };
    live(shown)
}

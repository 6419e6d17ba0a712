//! Showing what may still have to be loaded. What a part is made of, the registry knows; here it is only asked for.

mod data;
mod own;
mod split;
mod whole;
mod workbook;

use crate::part::Part;
use crate::shared::context::{Context, Data};
use crate::shared::fetch::NotLoaded;
use crate::shared::prelude::*;
use crate::text::words;
pub(crate) use data::{make_whole, read_own, with_cities, with_places, with_what_it_needs};
pub(crate) use own::{Unshown, Wish};
pub(crate) use split::split;
use std::sync::OnceLock;
use wasm_bindgen_futures::spawn_local;
pub(crate) use whole::whole_dataset;
pub(crate) use workbook::read_workbook;

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
    pub(crate) join: Option<fn(&Data, &[String]) -> Option<Data>>,
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

/// Loads a part, and the whole dataset in place of what the first view needs.
pub(crate) async fn load(part: Part, cx: Context) -> Result<(), NotLoaded> {
    if matches!(cx.data.try_get_value(), Some(Data::Opening(_))) {
        // The dataset is asked for at the same time; whether it came is seen below.
        spawn_local(async {
            let _ = whole_dataset().await;
        });
    }
    (cx.fetch)(part).await?;
    make_whole(cx).await
}

/// Loads a part before a reader asks, when it looks as if that will be next.
pub(crate) fn prefetch(part: Part, cx: Context) {
    spawn_local(async move {
        // What fails now is told when it is asked for.
        if load(part, cx).await.is_ok()
            && let Some(Loaded { prepare: Some(prepare), .. }) = loaded(part)
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
pub(crate) fn show(cx: Context, part: Part) -> AnyView {
    if let (Some(here), false) = (loaded(part), matches!(cx.data(), Data::Opening(_))) {
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
    let shown = move || match (loading.get(), loaded(part)) {
        (Loading::Here, Some(here)) => (here.content)(cx),
        (Loading::Failed, _) => view! {
            <div class="cc-problems" role="alert">
                <p>{cx.t(|lang| words(lang).part_failed)}</p>
                <button type="button" class="cc-quiet" on:click=again>{cx.t(|lang| words(lang).try_again)}</button>
            </div>
        },
        _ => view! { <p class="cc-waiting">{cx.t(|lang| words(lang).part_loading)}</p> },
    };
    live(shown)
}

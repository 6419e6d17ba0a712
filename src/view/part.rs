//! Parts of the widget that are files of their own, loaded when a reader first needs them.
//!
//! With the feature `split` each function that is marked as a split point, and all that only it reaches, is cut out of the
//! module (xtask/src/build/split.rs); calling it loads its file. Without the feature everything is there from the start.
#![allow(
    unsafe_code,
    reason = "the marks of a split point declare what is loaded later; their own crate answers for them"
)]

use super::context::{Context, Data, Own};
use super::prelude::*;
use super::{budgets, evidence, item, search, sources, strategies};
use crate::dataset;
use crate::embedded;
use crate::model::{Bilingual, Dataset};
use crate::options::{State, View};
use crate::text::Lang;
use sha2::{Digest, Sha256};
use std::sync::OnceLock;
use wasm_bindgen_futures::spawn_local;
#[cfg(feature = "split")]
use wasm_split_helpers::{SplitLoaderError, wasm_split};

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

/// The functions that a part brings.
pub(crate) struct Brought {
    pub(crate) content: fn(Context) -> AnyView,
    /// The heading of a view.
    pub(crate) heading: Option<fn(Context) -> String>,
    /// The shown figure as text, by kind.
    pub(crate) export: Option<fn(Context, &str) -> Option<String>>,
    /// What is prepared when a reader may be about to use it.
    pub(crate) prepare: Option<fn(Context)>,
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

/// Calls a split point.
macro_rules! split {
    ($call:expr) => {{
        #[cfg(feature = "split")]
        {
            $call.await
        }
        #[cfg(not(feature = "split"))]
        {
            $call
        }
    }};
}

#[cfg_attr(feature = "split", wasm_split(strategies, fallible))]
fn strategies_part() -> Result<Brought, NotLoaded> {
    Ok(Brought {
        content: |cx| strategies::strategies(cx).into_any(),
        heading: Some(super::heading),
        export: Some(super::export),
        prepare: None,
    })
}

#[cfg_attr(feature = "split", wasm_split(budgets, fallible))]
fn budgets_part() -> Result<Brought, NotLoaded> {
    Ok(Brought {
        content: |cx| budgets::budgets(cx).into_any(),
        heading: Some(super::heading),
        export: Some(super::export),
        prepare: None,
    })
}

#[cfg_attr(feature = "split", wasm_split(sources, fallible))]
fn sources_part() -> Result<Brought, NotLoaded> {
    Ok(Brought {
        content: |cx| sources::sources(cx).into_any(),
        heading: Some(super::heading),
        export: None,
        prepare: None,
    })
}

#[cfg_attr(feature = "split", wasm_split(item, fallible))]
fn item_part() -> Result<Brought, NotLoaded> {
    Ok(Brought { content: |cx| item::opened_item(cx).into_any(), heading: None, export: None, prepare: None })
}

#[cfg_attr(feature = "split", wasm_split(search, fallible))]
fn search_part() -> Result<Brought, NotLoaded> {
    Ok(Brought {
        content: |cx| search::results(cx).into_any(),
        heading: None,
        export: None,
        prepare: Some(Context::prepare_search),
    })
}

#[cfg_attr(feature = "split", wasm_split(evidence, fallible))]
fn evidence_part() -> Result<Brought, NotLoaded> {
    Ok(Brought { content: |cx| evidence::open_panel(cx).into_any(), heading: None, export: None, prepare: None })
}

#[cfg_attr(feature = "split", wasm_split(dataset, fallible))]
fn whole() -> Result<&'static Dataset, NotLoaded> {
    Ok(embedded::dataset())
}

#[cfg_attr(feature = "split", wasm_split(own, fallible))]
fn own_part(json: &str, lang: Lang) -> Result<Result<Own, Vec<String>>, NotLoaded> {
    let sentences = |problems: Vec<dataset::Problem>| problems.iter().map(|problem| problem.sentence(lang)).collect();
    Ok(dataset::sound(json).map_err(sentences).map(|sound| {
        let (ko, en) = (sound.report(Lang::Ko), sound.report(Lang::En));
        let report = ko.into_iter().zip(en).map(|(ko, en)| Bilingual::new(ko, en)).collect();
        let hash = Sha256::digest(json.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        Own { dataset: sound.dataset, hash, report }
    }))
}

/// Reads a dataset of the page's own; the problems of a broken one, each as a sentence.
pub(crate) async fn read_own(json: &str, lang: Lang) -> Result<Result<Own, Vec<String>>, NotLoaded> {
    split!(own_part(json, lang))
}

/// The embedded dataset with all its items.
pub(crate) async fn whole_dataset() -> Result<&'static Dataset, NotLoaded> {
    split!(whole())
}

impl Part {
    /// What is needed to show a state.
    pub(crate) fn of_state(state: &State) -> Vec<Self> {
        let item = state.item.is_some().then_some(Self::Item);
        let search = (!state.query.trim().is_empty()).then_some(Self::Search);
        of_view(state.view).into_iter().chain(item).chain(search).collect()
    }

    /// What it brought, once it is there.
    pub(crate) fn brought(self) -> Option<&'static Brought> {
        self.place().get()
    }

    fn place(self) -> &'static OnceLock<Brought> {
        static PLACES: [OnceLock<Brought>; 6] = [const { OnceLock::new() }; 6];
        &PLACES[self as usize]
    }

    /// Loads it, and the whole dataset in place of what the first view needs.
    pub(crate) async fn load(self, cx: Context) -> Result<&'static Brought, NotLoaded> {
        if matches!(cx.data.try_get_value(), Some(Data::Opening(_))) {
            // The dataset is asked for at the same time; whether it came is seen below.
            spawn_local(async {
                let _ = whole_dataset().await;
            });
        }
        let brought = self.fetch().await?;
        make_whole(cx).await?;
        Ok(brought)
    }

    /// Loads its functions.
    pub(crate) async fn fetch(self) -> Result<&'static Brought, NotLoaded> {
        if let Some(brought) = self.brought() {
            return Ok(brought);
        }
        if self != Self::Evidence {
            // Every part shows sources: opening one later takes no file.
            Box::pin(Self::Evidence.fetch()).await?;
        }
        let brought = match self {
            Self::Strategies => split!(strategies_part()),
            Self::Budgets => split!(budgets_part()),
            Self::Sources => split!(sources_part()),
            Self::Item => split!(item_part()),
            Self::Search => split!(search_part()),
            Self::Evidence => split!(evidence_part()),
        }?;
        Ok(self.place().get_or_init(|| brought))
    }

    /// Loads it before a reader asks, when it looks as if that will be next.
    pub(super) fn expect(self, cx: Context) {
        spawn_local(async move {
            // What fails now is told when it is asked for.
            if let Ok(Brought { prepare: Some(prepare), .. }) = self.load(cx).await {
                prepare(cx);
            }
        });
    }
}

/// The part that makes a view; visions, which comes with the widget itself, is none.
pub(crate) fn of_view(view: View) -> Option<Part> {
    match view {
        View::Visions => None,
        View::Strategies => Some(Part::Strategies),
        View::Budgets => Some(Part::Budgets),
        View::Sources => Some(Part::Sources),
    }
}

/// Replaces what the first view needs by the whole dataset: the widget shows the same, and may be asked for more.
pub(crate) async fn make_whole(cx: Context) -> Result<(), NotLoaded> {
    if matches!(cx.data.try_get_value(), Some(Data::Opening(_))) {
        let whole = whole_dataset().await?;
        // The widget may be gone by then.
        cx.data.try_update_value(|data| *data = Data::Embedded(whole));
    }
    Ok(())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Loading {
    Comes,
    Here,
    Failed,
}

/// What a part makes, or until it is there that it is on its way, or that it could not be loaded and how to try again.
pub(super) fn show(cx: Context, part: Part) -> AnyView {
    if let (Some(brought), false) = (part.brought(), matches!(cx.data(), Data::Opening(_))) {
        return (brought.content)(cx);
    }
    let loading = RwSignal::new(Loading::Comes);
    let load = move || {
        spawn_local(async move {
            let now = if part.load(cx).await.is_ok() { Loading::Here } else { Loading::Failed };
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
    let shown = move || match (loading.get(), part.brought()) {
        (Loading::Here, Some(brought)) => (brought.content)(cx),
        (Loading::Failed, _) => view! {
            <div class="cc-problems" role="alert">
                <p>{cx.t(|w| w.part_failed)}</p>
                <button type="button" class="cc-quiet" on:click=again>{cx.t(|w| w.try_again)}</button>
            </div>
        },
        _ => view! { <p class="cc-waiting">{cx.t(|w| w.part_loading)}</p> },
    };
    live(shown)
}

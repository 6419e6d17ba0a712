//! The parts of the widget that are files of their own, each with the view or panel that it brings.
//!
//! With the feature `split` each function that is marked as a split point, and all that only it reaches, is cut out of the
//! module (xtask/src/build/split.rs); calling it loads its file. Without the feature everything is there from the start.
#![allow(
    unsafe_code,
    reason = "the marks of a split point declare what is loaded later; their own crate answers for them"
)]

use crate::lazy::{self, Loaded, split};
use crate::panels::{country, evidence, item, pins, search, take};
use crate::part::Part;
use crate::screen;
use crate::shared::context::{Context, Instance};
use crate::shared::fetch::NotLoaded;
use crate::shared::official_figures::with_official_figures;
use crate::shared::prelude::*;
use crate::views::{budgets, glance, lessons, sources, strategies, topics, visions, workbench};
use crate::widgets::export_bar;
use std::pin::Pin;
#[cfg(feature = "split")]
use wasm_split_helpers::wasm_split;

/// The view that comes with the widget itself.
pub(crate) fn first_view(cx: Instance) -> AnyView {
    visions::visions(cx).into_any()
}

/// An export of the shown plot, as text.
fn export(cx: Context, kind: &str) -> Option<String> {
    let plot = cx.state.with_untracked(|state| screen::plot(&cx.data(), state))?;
    Some(export_bar::content(cx, &plot, kind).0)
}

fn export_budgets(cx: Context, kind: &str) -> Option<String> {
    let shown = cx.state.with_untracked(|state| screen::budgets(&cx.data(), state))?;
    Some(export_bar::content(cx, &shown.plot, kind).0)
}

fn glance_heading(cx: Context) -> String {
    crate::text::glance::words(cx.lang.get()).question.to_owned()
}

fn sources_heading(cx: Context) -> String {
    with_official_figures(cx);
    heading(cx)
}

fn budgets_heading(cx: Context) -> String {
    with_official_figures(cx);
    let (data, lang) = (cx.data(), cx.lang.get());
    cx.state
        .with(|state| screen::budgets(&data, state).map(|shown| shown.heading(&data, state, lang)).unwrap_or_default())
}

/// The heading of a view other than visions.
fn heading(cx: Context) -> String {
    cx.state.with(|state| screen::heading(&cx.data(), state, cx.lang.get()))
}

/// A view, whose figure can be taken along.
fn figures(content: fn(Context) -> AnyView) -> Loaded {
    Loaded { heading: Some(heading), export: Some(export), ..panel(content) }
}

/// A panel.
fn panel(content: fn(Context) -> AnyView) -> Loaded {
    Loaded { content, heading: None, export: None, prepare: None, join: None }
}

/// Makes a split point of each line, named as its part is, and what calls it.
macro_rules! registry {
    ($($part:ident, $name:ident => $loaded:expr;)+) => {
        $(
            #[cfg_attr(feature = "split", wasm_split($name, fallible))]
            fn $name() -> Result<Loaded, NotLoaded> {
                Ok($loaded)
            }
            const _: () = assert!(is_named(Part::$part, stringify!($name)), "a split point is named as its part is");
        )+

        async fn bring(part: Part) -> Result<Loaded, NotLoaded> {
            match part {
                $(Part::$part => split!($name()),)+
            }
        }
    };
}

/// Whether a part has a name, to be known while it is compiled.
const fn is_named(part: Part, name: &str) -> bool {
    let (own, name) = (part.name().as_bytes(), name.as_bytes());
    let mut at = 0;
    while at < own.len() && at < name.len() && own[at] == name[at] {
        at += 1;
    }
    at == own.len() && at == name.len()
}

registry! {
    Glance, glance => Loaded { heading: Some(glance_heading), ..panel(|cx| {
        with_official_figures(cx);
        glance::glance(cx).into_any()
    }) };
    Strategies, strategies => figures(|cx| strategies::strategies(cx).into_any());
    Topics, topics => Loaded { heading: Some(topics::heading), export: Some(topics::export), ..panel(|cx| {
        with_official_figures(cx);
        topics::topics(cx).into_any()
    }) };
    Budgets, budgets => Loaded { heading: Some(budgets_heading), export: Some(export_budgets), ..panel(|cx| {
        with_official_figures(cx);
        budgets::budgets(cx).into_any()
    }) };
    Sources, sources => Loaded { heading: Some(sources_heading), ..panel(|cx| {
        with_official_figures(cx);
        sources::sources(cx).into_any()
    }) };
    Item, item => panel(|cx| item::opened_item(cx).into_any());
    Search, search => Loaded { prepare: Some(Context::prepare_search), ..panel(|cx| search::results(cx).into_any()) };
    Country, country => Loaded { join: Some(country::join), ..panel(|cx| country::finder(cx).into_any()) };
    Workbench, workbench => Loaded { heading: Some(workbench::heading), ..panel(|cx| workbench::workbench(cx).into_any()) };
    Lesson, lesson => Loaded { heading: Some(lessons::heading), ..panel(|cx| {
        with_official_figures(cx);
        lessons::lessons(cx).into_any()
    }) };
    Evidence, evidence => panel(|cx| evidence::open_panel(cx).into_any());
    Take, take => panel(|cx| take::take(cx).into_any());
    Pins, pins => panel(|cx| pins::tray(cx).into_any());
}

/// Loads the functions of a part.
pub(crate) fn fetch(part: Part) -> Pin<Box<dyn Future<Output = Result<(), NotLoaded>>>> {
    Box::pin(async move {
        if lazy::loaded(part).is_some() {
            return Ok(());
        }
        if part != Part::ALONG {
            fetch(Part::ALONG).await?;
        }
        let loaded = bring(part).await?;
        lazy::keep(part, loaded);
        Ok(())
    })
}

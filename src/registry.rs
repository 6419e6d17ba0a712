//! The parts of the widget that are files of their own, each with the view or panel that it brings.
//!
//! With the feature `split` each function that is marked as a split point, and all that only it reaches, is cut out of the
//! module (xtask/src/build/split.rs); calling it loads its file. Without the feature everything is there from the start.
#![allow(
    unsafe_code,
    reason = "the marks of a split point declare what is loaded later; their own crate answers for them"
)]

use crate::lazy::{self, Loaded, split};
use crate::panels::{evidence, item, search};
use crate::screen;
use crate::shared::context::Context;
use crate::shared::official_figures::with_official_figures;
use crate::shared::part::{NotLoaded, Part};
use crate::shared::prelude::*;
use crate::views::{budgets, sources, strategies, visions};
use crate::widgets::export_bar;
use std::pin::Pin;
#[cfg(feature = "split")]
use wasm_split_helpers::wasm_split;

/// The view that comes with the widget itself.
pub(crate) fn first_view(cx: Context) -> AnyView {
    visions::visions(cx).into_any()
}

/// An export of the shown plot, as text.
fn export(cx: Context, kind: &str) -> Option<String> {
    let plot = cx.state.with_untracked(|state| screen::plot(&cx.data(), state))?;
    Some(export_bar::content(cx, &plot, kind).0)
}

fn export_budgets(cx: Context, kind: &str) -> Option<String> {
    let plot = cx.state.with_untracked(|state| screen::budgets(&cx.data(), state))?;
    Some(export_bar::content(cx, &plot, kind).0)
}

fn sources_heading(cx: Context) -> String {
    with_official_figures(cx);
    heading(cx)
}

fn budgets_heading(cx: Context) -> String {
    with_official_figures(cx);
    cx.state.with(|state| screen::budgets_heading(&cx.data(), state, cx.lang.get()))
}

/// The heading of a view other than visions.
fn heading(cx: Context) -> String {
    cx.state.with(|state| screen::heading(&cx.data(), state, cx.lang.get()))
}

#[cfg_attr(feature = "split", wasm_split(strategies, fallible))]
fn strategies_part() -> Result<Loaded, NotLoaded> {
    Ok(Loaded {
        content: |cx| strategies::strategies(cx).into_any(),
        heading: Some(heading),
        export: Some(export),
        prepare: None,
    })
}

#[cfg_attr(feature = "split", wasm_split(budgets, fallible))]
fn budgets_part() -> Result<Loaded, NotLoaded> {
    Ok(Loaded {
        content: |cx| {
            with_official_figures(cx);
            budgets::budgets(cx).into_any()
        },
        heading: Some(budgets_heading),
        export: Some(export_budgets),
        prepare: None,
    })
}

#[cfg_attr(feature = "split", wasm_split(sources, fallible))]
fn sources_part() -> Result<Loaded, NotLoaded> {
    Ok(Loaded {
        content: |cx| {
            with_official_figures(cx);
            sources::sources(cx).into_any()
        },
        heading: Some(sources_heading),
        export: None,
        prepare: None,
    })
}

#[cfg_attr(feature = "split", wasm_split(item, fallible))]
fn item_part() -> Result<Loaded, NotLoaded> {
    Ok(Loaded { content: |cx| item::opened_item(cx).into_any(), heading: None, export: None, prepare: None })
}

#[cfg_attr(feature = "split", wasm_split(search, fallible))]
fn search_part() -> Result<Loaded, NotLoaded> {
    Ok(Loaded {
        content: |cx| search::results(cx).into_any(),
        heading: None,
        export: None,
        prepare: Some(Context::prepare_search),
    })
}

#[cfg_attr(feature = "split", wasm_split(evidence, fallible))]
fn evidence_part() -> Result<Loaded, NotLoaded> {
    Ok(Loaded { content: |cx| evidence::open_panel(cx).into_any(), heading: None, export: None, prepare: None })
}

/// Loads the functions of a part.
pub(crate) fn fetch(part: Part) -> Pin<Box<dyn Future<Output = Result<(), NotLoaded>>>> {
    Box::pin(async move {
        if lazy::loaded(part).is_some() {
            return Ok(());
        }
        if part != Part::Evidence {
            // Every part shows sources: opening one later takes no file.
            fetch(Part::Evidence).await?;
        }
        let loaded = match part {
            Part::Strategies => split!(strategies_part()),
            Part::Budgets => split!(budgets_part()),
            Part::Sources => split!(sources_part()),
            Part::Item => split!(item_part()),
            Part::Search => split!(search_part()),
            Part::Evidence => split!(evidence_part()),
        }?;
        lazy::keep(part, loaded);
        Ok(())
    })
}

//! What every view uses: Leptos' signals, and our nodes.

pub(super) use super::node::{ElementRef, IntoNode, Node, Nodes, memo};
pub(super) use city_compare_view_macro::view;
pub(super) use leptos::prelude::*;

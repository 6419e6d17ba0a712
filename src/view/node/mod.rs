//! What a view is made of: one type for all of them, drawn and updated by one piece of code.
//!
//! The macro [`view!`](city_compare_view_macro::view) makes these nodes from the syntax of Leptos, and they follow Leptos'
//! signals; [`Node`] is a Leptos view itself, so that Leptos mounts it. What is ours is that all views share one type.
//! Leptos gives each its own, with its own code to build and update it: two hundred of them made the module half as large
//! again (the figures are in DESIGN.md).

mod attribute;
mod following;
mod shown;

pub(crate) use attribute::{Attribute, attribute, class, inner_html, on, property, style};
pub(crate) use following::memo;

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use std::borrow::Cow;

/// A piece of a page.
pub(crate) enum Node {
    /// No content; it keeps its place.
    Nothing,
    Text(Cow<'static, str>),
    Element(Box<Element>),
    Several(Vec<Node>),
    /// Made again whenever a signal that it reads changes.
    Follows(Box<dyn FnMut() -> Node + Send>),
}

/// Attributes that are texts in the source.
type Fixed = &'static [(&'static str, &'static str)];

/// An HTML element. Its tag is in capitals, as the DOM gives it.
pub(crate) struct Element {
    tag: &'static str,
    fixed: Fixed,
    attributes: Vec<Attribute>,
    children: Vec<Node>,
}

/// What `view!` makes of an element.
pub(crate) fn element(tag: &'static str, fixed: Fixed, attributes: Vec<Attribute>, children: Vec<Node>) -> Node {
    Node::Element(Box::new(Element { tag, fixed, attributes, children }))
}

/// Whatever may stand between the tags of a view.
pub(crate) trait IntoNode {
    fn into_node(self) -> Node;
}

impl IntoNode for Node {
    fn into_node(self) -> Node {
        self
    }
}

impl IntoNode for &'static str {
    fn into_node(self) -> Node {
        Node::Text(Cow::Borrowed(self))
    }
}

impl IntoNode for String {
    fn into_node(self) -> Node {
        Node::Text(Cow::Owned(self))
    }
}

impl<T: IntoNode> IntoNode for Option<T> {
    fn into_node(self) -> Node {
        self.map_or(Node::Nothing, T::into_node)
    }
}

impl<T: IntoNode> IntoNode for Vec<T> {
    fn into_node(self) -> Node {
        self.nodes()
    }
}

impl<F, T> IntoNode for F
where
    F: FnMut() -> T + Send + 'static,
    T: IntoNode,
{
    fn into_node(mut self) -> Node {
        Node::Follows(Box::new(move || self().into_node()))
    }
}

/// Pieces in a row, as one.
pub(crate) trait Nodes: IntoIterator<Item: IntoNode> + Sized {
    fn nodes(self) -> Node {
        Node::Several(self.into_iter().map(IntoNode::into_node).collect())
    }
}

impl<I: IntoIterator<Item: IntoNode>> Nodes for I {}

/// The element that a view made, for its focus: empty until it is made.
#[derive(Clone, Copy)]
pub(crate) struct ElementRef(RwSignal<Option<SendWrapper<web_sys::HtmlElement>>>);

impl ElementRef {
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// The element; whoever asks is told when it is there.
    pub(crate) fn get(self) -> Option<web_sys::HtmlElement> {
        self.0.get().map(SendWrapper::take)
    }

    pub(crate) fn get_untracked(self) -> Option<web_sys::HtmlElement> {
        self.0.try_get_untracked().flatten().map(SendWrapper::take)
    }

    fn set(self, element: web_sys::HtmlElement) {
        self.0.set(Some(SendWrapper::new(element)));
    }
}

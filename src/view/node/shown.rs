//! Nodes in the page: made, updated in place where their shape stayed, replaced where it changed.

use super::attribute::{Kept, clear, is_late, set_all, set_fixed};
use super::following::Following;
use super::{Element, Fixed, Node};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use leptos::wasm_bindgen::JsCast;
use std::borrow::Cow;

/// A node as it stands in the page.
pub(crate) enum Shown {
    /// A comment keeps the place of nothing.
    Nothing(web_sys::Node),
    Text(web_sys::Node, Cow<'static, str>),
    Element(Box<ShownElement>),
    /// With a comment behind the last one.
    Several(Vec<Shown>, web_sys::Node),
    /// Dropping it ends the following.
    Follows(Following<Shown>),
}

pub(crate) struct ShownElement {
    element: web_sys::Element,
    tag: &'static str,
    fixed: Fixed,
    attributes: Vec<Kept>,
    children: Vec<Shown>,
}

impl Node {
    fn show(self) -> Shown {
        match self {
            Node::Nothing => Shown::Nothing(comment()),
            Node::Text(text) => Shown::Text(document().create_text_node(&text).into(), text),
            Node::Element(element) => Shown::Element(Box::new(element.show())),
            Node::Several(nodes) => Shown::Several(nodes.into_iter().map(Node::show).collect(), comment()),
            Node::Follows(mut make) => Shown::Follows(Following::new(move |before: Option<Shown>| {
                let node = make();
                match before {
                    Some(before) => node.update(before),
                    None => node.show(),
                }
            })),
        }
    }

    /// Changes what is shown into this node.
    fn update(self, before: Shown) -> Shown {
        match (self, before) {
            (Node::Nothing, Shown::Nothing(place)) => Shown::Nothing(place),
            (Node::Text(text), Shown::Text(node, old)) => {
                if text != old {
                    node.set_text_content(Some(&text));
                }
                Shown::Text(node, text)
            }
            (Node::Element(element), Shown::Element(old)) if element.tag == old.tag => {
                Shown::Element(Box::new(element.update(*old)))
            }
            (Node::Several(nodes), Shown::Several(old, end)) => {
                let shown = match end.parent_node() {
                    Some(parent) => update_all(nodes, old, &parent, Some(&end)),
                    None => old,
                };
                Shown::Several(shown, end)
            }
            (node, mut old) => {
                let mut new = node.show();
                let place = old.first();
                if let Some(parent) = place.as_ref().and_then(web_sys::Node::parent_node) {
                    new.put(&parent, place.as_ref());
                }
                old.remove();
                new
            }
        }
    }
}

impl Element {
    fn show(self) -> ShownElement {
        let element = create(self.tag);
        set_fixed(&element, self.fixed, &[]);
        let (late, early) = self.attributes.into_iter().partition(is_late);
        let mut attributes = set_all(&element, early, &[]);
        let mut children: Vec<Shown> = self.children.into_iter().map(Node::show).collect();
        for child in &mut children {
            child.put(&element, None);
        }
        attributes.extend(set_all(&element, late, &[]));
        ShownElement { element, tag: self.tag, fixed: self.fixed, attributes, children }
    }

    fn update(self, before: ShownElement) -> ShownElement {
        let ShownElement { element, tag, fixed, mut attributes, children } = before;
        if !std::ptr::eq(self.fixed, fixed) {
            // Another piece of source: nothing of what was set is taken for granted.
            clear(&element, &std::mem::take(&mut attributes));
            set_fixed(&element, self.fixed, fixed);
        }
        let children = update_all(self.children, children, &element, None);
        // The old ones go at the end of the line: their listeners and followers with them.
        let attributes = set_all(&element, self.attributes, &attributes);
        ShownElement { element, tag, fixed: self.fixed, attributes, children }
    }
}

/// Updates children in their order, adds those that are new before `end`, and removes those that are left over.
fn update_all(nodes: Vec<Node>, old: Vec<Shown>, parent: &web_sys::Node, end: Option<&web_sys::Node>) -> Vec<Shown> {
    let mut old = old.into_iter();
    let mut shown = Vec::with_capacity(nodes.len());
    for node in nodes {
        shown.push(match old.next() {
            Some(old) => node.update(old),
            None => {
                let mut new = node.show();
                new.put(parent, end);
                new
            }
        });
    }
    old.for_each(|mut left| left.remove());
    shown
}

impl Shown {
    /// The first node of the page that belongs to it.
    fn first(&self) -> Option<web_sys::Node> {
        match self {
            Self::Nothing(node) | Self::Text(node, _) => Some(node.clone()),
            Self::Element(shown) => Some(shown.element.clone().into()),
            Self::Several(shown, end) => shown.first().map_or_else(|| Some(end.clone()), Self::first),
            Self::Follows(effect) => effect.with(|shown| shown.first()).flatten(),
        }
    }

    /// Puts it into the page. A node of a live parent always takes a child.
    fn put(&mut self, parent: &web_sys::Node, before: Option<&web_sys::Node>) {
        let insert = |node: &web_sys::Node| {
            let _ = parent.insert_before(node, before);
        };
        match self {
            Self::Nothing(node) | Self::Text(node, _) => insert(node),
            Self::Element(shown) => insert(&shown.element),
            Self::Several(shown, end) => {
                insert(end);
                for one in shown {
                    one.put(parent, Some(end));
                }
            }
            Self::Follows(effect) => {
                effect.with(|shown| shown.put(parent, before));
            }
        }
    }

    fn remove(&mut self) {
        let take = |node: &web_sys::Node| {
            if let Some(parent) = node.parent_node() {
                let _ = parent.remove_child(node);
            }
        };
        match self {
            Self::Nothing(node) | Self::Text(node, _) => take(node),
            Self::Element(shown) => take(&shown.element),
            Self::Several(shown, end) => {
                shown.iter_mut().for_each(Self::remove);
                take(end);
            }
            Self::Follows(effect) => {
                effect.with(Self::remove);
            }
        }
    }
}

/// Leptos mounts the outermost node.
impl Render for Node {
    type State = Shown;

    fn build(self) -> Shown {
        self.show()
    }

    fn rebuild(self, state: &mut Shown) {
        let before = std::mem::replace(state, Shown::Nothing(comment()));
        *state = self.update(before);
    }
}

impl Mountable for Shown {
    fn unmount(&mut self) {
        self.remove();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        self.put(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let first = self.first();
        let parent = first.as_ref().and_then(web_sys::Node::parent_node);
        let Some(parent) = parent.and_then(|parent| parent.dyn_into().ok()) else { return false };
        child.mount(&parent, first.as_ref());
        true
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        match self {
            Self::Element(shown) => vec![shown.element.clone()],
            Self::Several(shown, _) => shown.iter().flat_map(Mountable::elements).collect(),
            Self::Follows(effect) => effect.with(|shown| shown.elements()).unwrap_or_default(),
            Self::Nothing(_) | Self::Text(..) => Vec::new(),
        }
    }
}

fn comment() -> web_sys::Node {
    document().create_comment("").into()
}

#[allow(clippy::expect_used, reason = "the tags are those of our own views: HTML names, which every document takes")]
fn create(tag: &str) -> web_sys::Element {
    document().create_element(tag).expect("an HTML name")
}

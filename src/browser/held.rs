//! What a reader has focused and selected of the first view that the page holds, before the widget takes its place: the same
//! elements in the same order, so that a way through them leads to the same place.

use super::js;
use leptos::wasm_bindgen::{JsCast, JsValue};

/// The way from the root to an element: which child at each step.
type Way = Vec<u32>;

/// A place in a text: an element, and how many units of UTF-16 stand before it there.
type Place = (Way, u32);

/// What was focused and selected.
#[derive(Debug, Default)]
pub struct Held {
    focus: Option<Way>,
    selection: Option<(Place, Place)>,
}

/// Notes what is focused and selected of the first view in a shadow root; nothing where the page holds none.
pub fn held(root: &web_sys::ShadowRoot) -> Held {
    if !root.query_selector("[part~=first]").is_ok_and(|first| first.is_some()) {
        return Held::default();
    }
    let focus = js::get(root, "activeElement").and_then(|focused| way(root, focused.dyn_into().ok()?));
    Held { focus, selection: selection(root).and_then(|selection| selected(root, &selection)) }
}

impl Held {
    /// Focuses and selects the same in what stands there now.
    pub fn give_back(self, root: &web_sys::ShadowRoot) {
        // What is no more there leaves the reader where the page begins, as a new view does.
        if let Some(focused) = self.focus.and_then(|way| follow(root, &way)) {
            let still = js::object(&[("preventScroll", true.into())]);
            let _ = still.and_then(|still| js::call(&focused, "focus", &[still]));
        }
        let places = self.selection.and_then(|(from, to)| Some((node_at(root, &from)?, node_at(root, &to)?)));
        if let (Some(((from, start), (to, end))), Some(selection)) = (places, selection(root)) {
            let _ = js::call(&selection, "setBaseAndExtent", &[from.into(), start.into(), to.into(), end.into()]);
        }
    }
}

/// The selection: of the shadow root, where a browser has one for it, or else of the document, whose places lie inside it then.
fn selection(root: &web_sys::ShadowRoot) -> Option<JsValue> {
    let own = js::call(root, "getSelection", &[]).ok();
    own.or_else(|| js::call(&js::global("document")?, "getSelection", &[]).ok())
}

fn selected(root: &web_sys::ShadowRoot, selection: &JsValue) -> Option<(Place, Place)> {
    if js::get(selection, "isCollapsed")?.is_truthy() {
        return None;
    }
    let place = |node: &str, offset: &str| {
        let node: web_sys::Node = js::get(selection, node)?.dyn_into().ok()?;
        let offset = js::get(selection, offset)?.as_f64()?;
        let mut before = offset as u32;
        let mut at = node.clone();
        while let Some(sibling) = at.previous_sibling() {
            before += length(&sibling);
            at = sibling;
        }
        Some((way(root, node.parent_element()?)?, before))
    };
    Some((place("anchorNode", "anchorOffset")?, place("focusNode", "focusOffset")?))
}

/// Units of UTF-16 in the text of a node.
fn length(node: &web_sys::Node) -> u32 {
    let text = if node.node_type() == web_sys::Node::COMMENT_NODE { None } else { node.text_content() };
    text.map_or(0, |text| u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX))
}

/// The way to an element; `None` if it is not in the root. The views of several languages are one place, and so is the style
/// sheet: what is above the elements of a view does not count.
fn way(root: &web_sys::ShadowRoot, to: web_sys::Element) -> Option<Way> {
    let mut way = Way::new();
    let mut at = to;
    while let Some(above) = at.parent_element() {
        let mut before = 0;
        let mut sibling = at.previous_element_sibling();
        while let Some(its) = sibling {
            before += 1;
            sibling = its.previous_element_sibling();
        }
        way.push(before);
        at = above;
    }
    way.reverse();
    root.contains(Some(&at)).then_some(way)
}

fn follow(root: &web_sys::ShadowRoot, way: &[u32]) -> Option<web_sys::Element> {
    let view = root.query_selector(".cc").ok().flatten()?;
    way.iter().try_fold(view, |at, place| at.children().item(*place))
}

/// The text node at a place, and how far in it.
fn node_at(root: &web_sys::ShadowRoot, (way, units): &Place) -> Option<(web_sys::Node, u32)> {
    let mut left = *units;
    let mut at = follow(root, way)?.first_child();
    while let Some(node) = at {
        let its = length(&node);
        if node.node_type() == web_sys::Node::TEXT_NODE && left <= its {
            return Some((node, left));
        }
        left = left.checked_sub(its)?;
        at = node.next_sibling();
    }
    None
}

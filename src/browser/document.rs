//! Elements: finding, focusing and making them.

use super::js;
use crate::chart::Shape;
use leptos::wasm_bindgen::{JsCast, JsValue};

const SVG: &str = "http://www.w3.org/2000/svg";

fn document() -> Option<web_sys::Document> {
    js::global("document")?.dyn_into().ok()
}

pub(super) fn make(tag: &str) -> Option<web_sys::Element> {
    document()?.create_element(tag).ok()
}

/// The element with an id in the tree that the given element belongs to. Ids are compared: in a selector a quote would end them.
pub fn by_id(near: &web_sys::Element, id: &str) -> Option<web_sys::HtmlElement> {
    let root: JsValue = js::call(near, "getRootNode", &[]).ok()?;
    js::call(&root, "getElementById", &[id.into()]).ok()?.dyn_into().ok()
}

/// Focuses an element; `false` if it takes no focus.
pub fn focus(element: &web_sys::HtmlElement) -> bool {
    element.focus().is_ok()
}

/// Scrolls just so far that all of what an event is about is seen. Browsers leave what has the focus as it is if a pixel is seen.
pub fn reveal_target(event: &web_sys::Event) {
    let how = js::object(&[("block", "nearest".into()), ("inline", "nearest".into())]);
    if let (Some(target), Ok(how)) = (event.target(), how) {
        let _ = js::call(&target, "scrollIntoView", &[how]);
    }
}

/// Focuses the element with an id; `false` if there is none.
pub fn focus_by_id(near: &web_sys::Element, id: &str) -> bool {
    by_id(near, id).is_some_and(|found| focus(&found))
}

/// What has the focus in the tree that the given element belongs to.
pub fn active_in(near: &web_sys::Element) -> Option<web_sys::HtmlElement> {
    let root = js::call(near, "getRootNode", &[]).ok()?;
    js::get(&root, "activeElement")?.dyn_into().ok()
}

/// Whether a translator has put nodes of its own into an element: no one else writes `font` these days.
pub fn is_translated(element: &web_sys::Element) -> bool {
    js::call(element, "querySelector", &["font".into()]).is_ok_and(|found| found.is_truthy())
}

/// Removes the elements in an element; comments, by which a view knows its place, stay.
pub fn remove_elements(from: &web_sys::Element) {
    while let Some(element) = from.first_element_child() {
        element.remove();
    }
}

/// Focuses a field and selects its text, so that a reader can copy it.
pub fn select_text(field: &web_sys::Element) {
    // A field that cannot be selected can still be read.
    let _ = js::call(field, "focus", &[]).and_then(|_| js::call(field, "select", &[]));
}

/// The script of the element that the page has loaded: its address, and its digest where the page names one.
pub fn script() -> Option<(String, Option<String>)> {
    let found = js::call(&document()?.into(), "querySelector", &["script[src*='city-compare.']".into()]).ok()?;
    let text = |name| js::get(&found, name)?.as_string();
    Some((text("src")?, text("integrity")))
}

/// Prints one element of the tree that it stands in, through the element that holds the tree; what stands beside it on the way up is
/// marked until [`printed_all`] takes the marks away.
pub fn print_alone(element: &web_sys::Element, with: &[&str]) {
    let Ok(root) = js::call(element, "getRootNode", &[]) else { return };
    let mut above = element.parent_element();
    while let Some(node) = above {
        let _ = node.set_attribute("data-alone", "in");
        above = node.parent_element();
    }
    let _ = element.set_attribute("data-alone", "it");
    for selector in with {
        let found = js::call(&root, "querySelector", &[(*selector).into()]).ok();
        if let Some(found) = found.and_then(|found| found.dyn_into::<web_sys::Element>().ok()) {
            let _ = found.set_attribute("data-alone", "it");
        }
    }
    // A page that took our method away prints nothing; it has its own ways.
    let _ = js::get(&root, "host").map(|host| js::call(&host, "print", &[]));
}

/// Takes the marks of [`print_alone`] away.
pub fn printed_all(near: &web_sys::Element) {
    let Ok(root) = js::call(near, "getRootNode", &[]) else { return };
    while let Some(marked) = js::call(&root, "querySelector", &["[data-alone]".into()])
        .ok()
        .and_then(|found| found.dyn_into::<web_sys::Element>().ok())
    {
        if marked.remove_attribute("data-alone").is_err() {
            return;
        }
    }
}

/// Whether a click asks the browser for something of its own: a new tab, a new window, a download.
pub fn is_modified(event: &web_sys::MouseEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() || event.button() != 0
}

/// Gives an element a class, or takes it away.
pub fn set_class(element: &web_sys::Element, class: &str, on: bool) {
    let list: JsValue = element.class_list().into();
    // A list of classes that refuses one leaves the element as it is.
    let _ = js::call(&list, if on { "add" } else { "remove" }, &[class.into()]);
}

/// Prints the element that the given one is a part of, alone.
///
/// # Errors
/// The element has no such method, or the browser does not print.
pub fn print(near: &web_sys::Element) -> Result<(), js::Refused> {
    let root = js::call(near, "getRootNode", &[])?;
    js::call(&js::get(&root, "host").ok_or(js::Refused)?, "print", &[]).map(drop)
}

/// Puts a drawing into an element in place of what is there. Elements are made one by one: a page may forbid to read text
/// as markup (Trusted Types).
pub fn draw(into: &web_sys::Element, shape: &Shape) {
    let Some(document) = document() else { return };
    if let Some(drawn) = element(&document, shape) {
        into.set_text_content(None);
        // What is made cannot be of another document, and an element takes any element.
        let _ = into.append_child(&drawn);
    }
}

fn element(document: &web_sys::Document, shape: &Shape) -> Option<web_sys::Element> {
    let made = document.create_element_ns(Some(SVG), shape.tag.name()).ok()?;
    for (name, value) in shape.attributes.iter().filter(|(name, _)| *name != "xmlns") {
        made.set_attribute(name, value).ok()?;
    }
    if !shape.text.is_empty() {
        made.set_text_content(Some(&shape.text));
    }
    for inner in &shape.shapes {
        made.append_child(&element(document, inner)?.into()).ok()?;
    }
    Some(made)
}

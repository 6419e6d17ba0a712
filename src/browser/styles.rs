//! Style sheets that a part brings.

use super::document::make;
use super::js::{self, Refused};
use leptos::wasm_bindgen::JsValue;

/// Adds a style sheet to the tree that an element belongs to: as a constructed one, which a page's policy for styles lets through;
/// where the browser knows none, as an element.
pub fn add_styles(near: &web_sys::Element, css: &str) {
    let Ok(root) = js::call(near, "getRootNode", &[]) else { return };
    if adopt(&root, css).is_err()
        && let Some(style) = make("style")
    {
        style.set_text_content(Some(css));
        // A page that forbids it shows the part without its own styles.
        let _ = js::call(&root, "appendChild", &[style.into()]);
    }
}

fn adopt(root: &JsValue, css: &str) -> Result<(), Refused> {
    let sheet = js::new("CSSStyleSheet", &[])?;
    js::call(&sheet, "replaceSync", &[css.into()])?;
    let now = js::get(root, "adoptedStyleSheets").ok_or(Refused)?;
    let all = js::call(&now, "concat", std::slice::from_ref(&sheet)).or_else(|_| {
        let all = js_sys::Array::from(&now);
        all.push(&sheet);
        Ok::<_, Refused>(all.into())
    })?;
    js::set(root, "adoptedStyleSheets", &all)
}

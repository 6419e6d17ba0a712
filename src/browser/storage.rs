//! What a reader chose before. A page without storage remembers nothing, and works.

use super::js::{self, Refused};
use leptos::wasm_bindgen::JsValue;

/// The browser's storage: asking for it throws in a sandboxed frame or with blocked cookies, and gives null in some apps.
fn storage() -> Option<JsValue> {
    js::global("localStorage")
}

/// What is kept under a name.
pub fn remembered(name: &str) -> Option<String> {
    js::call(&storage()?, "getItem", &[name.into()]).ok()?.as_string()
}

/// Keeps a text under a name.
///
/// # Errors
/// There is no storage, or it is full or forbidden.
pub fn remember(name: &str, text: &str) -> Result<(), Refused> {
    js::call(&storage().ok_or(Refused)?, "setItem", &[name.into(), text.into()]).map(drop)
}

/// Deletes what is kept under a name.
pub fn forget(name: &str) {
    // Without storage nothing is kept.
    let _ = storage().ok_or(Refused).and_then(|storage| js::call(&storage, "removeItem", &[name.into()]));
}

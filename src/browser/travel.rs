//! The reader going back and forward.

use super::address::fragment;
use super::js;
use leptos::wasm_bindgen::JsValue;
use leptos::wasm_bindgen::closure::Closure;

/// Follows the reader back and forward until it is dropped.
pub struct Travel {
    listener: Closure<dyn FnMut()>,
}

const EVENT: &str = "popstate";

/// Calls at each step back or forward, and at each other anchor; `None` where the page does not let others listen.
pub fn on_travel(work: impl FnMut() + 'static) -> Option<Travel> {
    let listener = Closure::<dyn FnMut()>::new(work);
    js::call(&js_sys::global(), "addEventListener", &[EVENT.into(), JsValue::from(listener.as_ref())]).ok()?;
    Some(Travel { listener })
}

impl Drop for Travel {
    fn drop(&mut self) {
        let listener = JsValue::from(self.listener.as_ref());
        // A listener that cannot be removed finds nothing to work on.
        let _ = js::call(&js_sys::global(), "removeEventListener", &[EVENT.into(), listener]);
    }
}

/// The place in the reader's history: the name that the browser gives it, or else what stands behind the '#'.
pub fn entry() -> String {
    let key = || js::get(&js::get(&js::global("navigation")?, "currentEntry")?, "key")?.as_string();
    key().filter(|key| !key.is_empty()).unwrap_or_else(fragment)
}

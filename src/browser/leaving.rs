//! Asking before a page is left whose work would be lost.

use super::js;
use leptos::wasm_bindgen::JsValue;
use leptos::wasm_bindgen::closure::Closure;

const EVENT: &str = "beforeunload";

/// Lets the browser ask before the page goes, until it is dropped.
pub struct Unsaved {
    listener: Closure<dyn FnMut(JsValue)>,
}

/// Begins to ask; `None` where the page does not let others listen.
pub fn ask_before_leaving() -> Option<Unsaved> {
    let ask = |event: JsValue| {
        // Older browsers ask for the value, newer ones for the call: where neither is heard, nothing is asked.
        let _ = js::call(&event, "preventDefault", &[]);
        let _ = js::set(&event, "returnValue", &true.into());
    };
    let listener = Closure::<dyn FnMut(JsValue)>::new(ask);
    js::call(&js_sys::global(), "addEventListener", &[EVENT.into(), JsValue::from(listener.as_ref())]).ok()?;
    Some(Unsaved { listener })
}

impl Drop for Unsaved {
    fn drop(&mut self) {
        let listener = JsValue::from(self.listener.as_ref());
        // A listener that cannot be removed asks once more.
        let _ = js::call(&js_sys::global(), "removeEventListener", &[EVENT.into(), listener]);
    }
}

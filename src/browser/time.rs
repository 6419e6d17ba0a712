//! Timers and today's date.

use super::js;
use crate::model::PartialDate;
use leptos::wasm_bindgen::closure::Closure;
use std::time::Duration;

/// Does it after a while; at once where the page has no timers.
pub fn later(wait: Duration, work: impl FnOnce() + 'static) {
    after(wait, Box::new(work));
}

/// One function for all work: each closure of its own would bring its own glue.
fn after(wait: Duration, work: Box<dyn FnOnce()>) {
    if !js::IN_A_BROWSER {
        return;
    }
    let work = Closure::once_into_js(work);
    let wait = u32::try_from(wait.as_millis()).unwrap_or(u32::MAX);
    if js::call(&js_sys::global(), "setTimeout", &[work.clone(), wait.into()]).is_err() {
        let _ = js::object(&[("work", work)]).and_then(|holder| js::call(&holder, "work", &[]));
    }
}

/// Waits until the browser has drawn, and answered what a reader did meanwhile.
pub async fn pause() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        later(Duration::ZERO, move || {
            // Nothing is left to be told where no one waits any more.
            let _ = resolve.call0(&leptos::wasm_bindgen::JsValue::NULL);
        });
    });
    let _ = js::settled(promise.into()).await;
}

/// Does it before the browser draws again.
pub fn frame(work: impl FnOnce() + 'static) {
    before_drawing(Box::new(work));
}

fn before_drawing(work: Box<dyn FnOnce()>) {
    if !js::IN_A_BROWSER {
        return;
    }
    let work = Closure::once_into_js(work);
    if js::call(&js_sys::global(), "requestAnimationFrame", std::slice::from_ref(&work)).is_err() {
        // Each of them would do; a page that has neither cannot be helped.
        let _ = js::call(&js_sys::global(), "setTimeout", &[work]);
    }
}

/// The reader's date.
pub fn today() -> Option<PartialDate> {
    let now = js::new("Date", &[]).ok()?;
    let part = |name| js::call(&now, name, &[]).ok()?.as_f64();
    PartialDate::parse(&format!("{:04}-{:02}-{:02}", part("getFullYear")?, part("getMonth")? + 1.0, part("getDate")?))
}

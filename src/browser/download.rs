//! Files to take along. Browsers inside other apps, and sandboxed frames, do nothing at a download, and nothing tells so.

use super::document::make;
use super::js::{self, Refused};
use super::time::later;
use js_sys::Array;
use leptos::wasm_bindgen::JsValue;
use std::time::Duration;

/// The browser reads the address of a download after the click.
const KEPT: Duration = Duration::from_secs(60);

/// Offers content, a text or bytes, as a file of a name.
///
/// # Errors
/// The browser makes no file of it.
pub fn offer(content: &JsValue, mime: &str, name: &str) -> Result<(), Refused> {
    let blob = blob(content, mime)?;
    let address = address_of(&blob)?;
    let anchor = make("a").ok_or(Refused)?;
    anchor.set_attribute("href", &address)?;
    anchor.set_attribute("download", name)?;
    let clicked = js::call(&anchor, "click", &[]).map(drop);
    later(KEPT, move || forget(&address));
    clicked
}

pub(super) fn blob(content: &JsValue, mime: &str) -> Result<JsValue, Refused> {
    js::new("Blob", &[Array::of1(content).into(), js::object(&[("type", mime.into())])?])
}

pub(super) fn address_of(blob: &JsValue) -> Result<String, Refused> {
    let url = js::global("URL").ok_or(Refused)?;
    js::call(&url, "createObjectURL", std::slice::from_ref(blob))?.as_string().ok_or(Refused)
}

pub(super) fn forget(address: &str) {
    // An address that stays costs memory until the page goes, and nothing else.
    let _ = js::global("URL").ok_or(Refused).and_then(|url| js::call(&url, "revokeObjectURL", &[address.into()]));
}

fn to_share(content: &JsValue, mime: &str, name: &str) -> Result<JsValue, Refused> {
    let kind = js::object(&[("type", mime.into())])?;
    let file = js::new("File", &[Array::of1(content).into(), name.into(), kind])?;
    js::object(&[("files", Array::of1(&file).into())])
}

/// Whether the browser can pass the file on to another app.
pub fn can_share(content: &JsValue, mime: &str, name: &str) -> bool {
    let asked = || {
        let navigator = js::global("navigator").ok_or(Refused)?;
        js::call(&navigator, "canShare", &[to_share(content, mime, name)?])
    };
    asked().is_ok_and(|answer| answer.is_truthy())
}

/// Passes the file on to another app of the reader's choice.
///
/// # Errors
/// The browser cannot, or the reader chose none.
pub async fn share(content: &JsValue, mime: &str, name: &str) -> Result<(), Refused> {
    let navigator = js::global("navigator").ok_or(Refused)?;
    js::settled(js::call(&navigator, "share", &[to_share(content, mime, name)?])?).await.map(drop)
}

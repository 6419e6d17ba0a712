//! Texts that the page's loader fetches: it knows why one did not come.

use super::js::{self, Refused};
use js_sys::{Function, Promise};
use leptos::wasm_bindgen::{JsCast, JsValue};
use send_wrapper::SendWrapper;
use std::sync::Arc;
use wasm_bindgen_futures::JsFuture;

/// Fetches the text at an address.
#[derive(Debug, Clone)]
pub struct Fetching(Option<Arc<SendWrapper<Function>>>);

/// A text that was asked for.
pub struct Coming(Result<JsValue, JsValue>);

impl Fetching {
    /// By the loader's function, which takes an address and promises a text.
    pub fn by(call: Function) -> Self {
        Self(Some(Arc::new(SendWrapper::new(call))))
    }

    /// By nothing: where views are made into markup, no text is fetched.
    pub fn none() -> Self {
        Self(None)
    }

    /// Asks for a text at once, so that several come at the same time.
    pub fn begin(&self, address: &str) -> Coming {
        let call = |fetch: &Arc<SendWrapper<Function>>| fetch.call1(&JsValue::NULL, &JsValue::from_str(address));
        Coming(self.0.as_ref().map_or(Err(JsValue::UNDEFINED), call))
    }
}

impl Coming {
    /// The text.
    ///
    /// # Errors
    /// What the loader says of why it did not come.
    pub async fn text(self) -> Result<String, JsValue> {
        let promise: Promise = self.0?.dyn_into()?;
        JsFuture::from(promise).await?.as_string().ok_or(JsValue::UNDEFINED)
    }
}

/// The message of an error.
pub fn message(error: &JsValue) -> String {
    js::get(error, "message").and_then(|text| text.as_string()).unwrap_or_default()
}

/// The address of a file that is named from another address, which may itself be named from the page.
///
/// # Errors
/// One of the two is no address.
pub fn beside(address: &str, file: &str) -> Result<String, Refused> {
    let base = js::global("document").and_then(|document| js::get(&document, "baseURI")).ok_or(Refused)?;
    let whole = js::new("URL", &[JsValue::from_str(address), base])?;
    let href = js::get(&js::new("URL", &[JsValue::from_str(file), whole])?, "href").ok_or(Refused)?;
    href.as_string().ok_or(Refused)
}

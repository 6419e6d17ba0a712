//! Files that a reader gives, by a dialog or by dropping them: they are read here, and go nowhere.

use super::js::{self, Refused};
use js_sys::Uint8Array;
use leptos::wasm_bindgen::{JsCast, JsValue};

/// A file that was given.
pub struct GivenFile {
    /// Its name.
    pub name: String,
    file: JsValue,
}

impl GivenFile {
    /// What it holds.
    ///
    /// # Errors
    /// The browser may not read it, or it is gone.
    pub async fn bytes(&self) -> Result<Vec<u8>, Refused> {
        let buffer = js::settled(js::call(&self.file, "arrayBuffer", &[])?).await?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }
}

/// The files of an event: of a file field that changed, which is emptied, so that the same file can be chosen again; or those
/// that were dropped.
pub fn given_files(event: &web_sys::Event) -> Vec<GivenFile> {
    let list = js::get(event, "dataTransfer").and_then(|dropped| js::get(&dropped, "files"));
    let field = event.target().map(JsValue::from);
    let list = list.or_else(|| js::get(field.as_ref()?, "files"));
    let count = list.as_ref().and_then(|list| js::get(list, "length")?.as_f64()).unwrap_or_default();
    let mut given = Vec::new();
    let mut at = 0_u32;
    while f64::from(at) < count {
        let file = list.as_ref().and_then(|list| js::call(list, "item", &[at.into()]).ok());
        let name = file.as_ref().and_then(|file| js::get(file, "name")?.as_string());
        given.extend(file.zip(name).map(|(file, name)| GivenFile { name, file }));
        at += 1;
    }
    if let Some(field) = field.filter(|field| field.is_instance_of::<web_sys::HtmlInputElement>()) {
        // A field that keeps its files asks for others the next time.
        let _ = js::set(&field, "value", &"".into());
    }
    given
}

/// The text of bytes in CP949 by the browser's own decoder; `None` if they are none.
pub fn cp949(bytes: &[u8]) -> Option<String> {
    let how = js::object(&[("fatal", true.into())]).ok()?;
    let decoder = js::new("TextDecoder", &["euc-kr".into(), how]).ok()?;
    js::call(&decoder, "decode", &[Uint8Array::from(bytes).into()]).ok()?.as_string()
}

/// The text of a file that lies beside the page.
///
/// # Errors
/// It cannot be fetched.
pub async fn text_beside(name: &str) -> Result<String, Refused> {
    let answer = js::settled(js::call(&js_sys::global(), "fetch", &[name.into()])?).await?;
    if !js::get(&answer, "ok").is_some_and(|ok| ok.is_truthy()) {
        return Err(Refused);
    }
    js::settled(js::call(&answer, "text", &[])?).await?.as_string().ok_or(Refused)
}

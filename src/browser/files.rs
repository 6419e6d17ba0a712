//! Files that a reader gives or opens: they are read here, and go nowhere; and the page that holds everything as one file.

use super::js::{self, Refused};
use js_sys::Uint8Array;
use leptos::wasm_bindgen::{JsCast, JsValue};

/// The name of the one file beside the page.
const ONE_FILE: &str = "city-compare.html";
/// How the element begins and ends in it.
const TAG: &str = "<city-compare";
const END: &str = "></city-compare>";

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

/// The text of the file that a reader chose in a field, which is empty afterwards so that the same file can be chosen again.
///
/// # Errors
/// No file was chosen, or it cannot be read.
pub async fn chosen_file(field: web_sys::EventTarget) -> Result<String, Refused> {
    let field: JsValue = field.into();
    let files = js::get(&field, "files").ok_or(Refused)?;
    let file = js::get(&files, "0").ok_or(Refused)?;
    let text = js::settled(js::call(&file, "text", &[])?).await;
    js::set(&field, "value", &"".into())?;
    text?.as_string().ok_or(Refused)
}

/// The page as one HTML file that needs no network, with attributes of the element inside: `data` holds a dataset as JSON, `lesson`
/// a lesson. From a page that is the one file itself, that page; else the one file beside the page.
///
/// # Errors
/// The page is not the one file, and there is none beside it.
pub async fn one_file(attributes: &[(&str, &str)]) -> Result<String, Refused> {
    let page = match own_page() {
        Some(page) => page,
        None => beside().await?,
    };
    with_attributes(&page, attributes).ok_or(Refused)
}

async fn beside() -> Result<String, Refused> {
    let answer = js::settled(js::call(&js_sys::global(), "fetch", &[ONE_FILE.into()])?).await?;
    if !js::get(&answer, "ok").is_some_and(|ok| ok.is_truthy()) {
        return Err(Refused);
    }
    js::settled(js::call(&answer, "text", &[])?).await?.as_string().ok_or(Refused)
}

/// The text of this page, if it is one file: then its script stands in it.
fn own_page() -> Option<String> {
    let document = js::global("document")?;
    let scripts = js::get(&document, "scripts")?;
    let many = js::get(&scripts, "length")?.as_f64()?;
    let first = js::get(&scripts, "0")?;
    let inside =
        js::get(&first, "src").and_then(|address| address.as_string()).is_none_or(|address| address.is_empty());
    let root = js::get(&document, "documentElement")?;
    let text = js::get(&root, "outerHTML")?.as_string()?;
    (many == 1.0 && inside && text.contains(END)).then(|| format!("<!doctype html>\n{text}\n"))
}

/// The element's attributes in a page replaced, but that its state stays in the address.
fn with_attributes(page: &str, attributes: &[(&str, &str)]) -> Option<String> {
    let body = page.find("<body")?;
    let from = body + page.get(body..)?.find(TAG)?;
    let to = from + page.get(from..)?.find(END)?;
    let escaped = |value: &str| value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    let all = attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", escaped(value)));
    Some(format!("{}{TAG} state=\"url\"{}{}", page.get(..from)?, all.collect::<String>(), page.get(to..)?))
}

//! The browser's own tables of Unicode.

use super::js;

/// The text in NFC; as it is where the browser does not know how.
pub fn nfc(text: &str) -> String {
    let unified = || {
        // Methods are looked up on objects.
        let boxed = js::call(&js_sys::global(), "Object", &[text.into()])?;
        js::call(&boxed, "normalize", &["NFC".into()])
    };
    unified().ok().and_then(|unified| unified.as_string()).unwrap_or_else(|| text.to_owned())
}

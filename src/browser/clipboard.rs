//! Copying. Pages without https have no clipboard, frames need a permission, and a reader may refuse.

use super::document::{active_in, focus, make, select_text};
use super::js::{self, Refused};

/// Copies a text. `near` is an element of the widget, in which a field may stand for a moment.
///
/// # Errors
/// Neither the clipboard nor the older way of a selection takes it.
pub async fn copy(text: &str, near: &web_sys::Element) -> Result<(), Refused> {
    match written(text).await {
        Ok(()) => Ok(()),
        Err(Refused) => copied_from_a_field(text, near),
    }
}

async fn written(text: &str) -> Result<(), Refused> {
    let clipboard = js::global("navigator").and_then(|navigator| js::get(&navigator, "clipboard")).ok_or(Refused)?;
    js::settled(js::call(&clipboard, "writeText", &[text.into()])?).await.map(drop)
}

fn copied_from_a_field(text: &str, near: &web_sys::Element) -> Result<(), Refused> {
    let field = make("textarea").ok_or(Refused)?;
    let _ = field.set_attribute("class", "cc-hidden");
    js::set(&field, "value", &text.into())?;
    let before = active_in(near);
    near.append_child(&field)?;
    let document = js::global("document").ok_or(Refused)?;
    select_text(&field);
    let copied = js::call(&document, "execCommand", &["copy".into()]);
    field.remove();
    if let Some(before) = before {
        focus(&before);
    }
    if copied?.is_truthy() { Ok(()) } else { Err(Refused) }
}

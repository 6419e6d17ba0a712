//! The device's own voice. Many have none, and a page may not be allowed to use it.

use super::js::{self, Refused};

/// Whether the device can read aloud.
pub fn can_speak() -> bool {
    js::global("speechSynthesis").is_some() && js::global("SpeechSynthesisUtterance").is_some()
}

/// Reads a text aloud in a language, in place of what is being read.
///
/// # Errors
/// There is no voice, or the page may not use it.
pub fn speak(text: &str, lang: &str) -> Result<(), Refused> {
    let voice = js::global("speechSynthesis").ok_or(Refused)?;
    let spoken = js::new("SpeechSynthesisUtterance", &[text.into()])?;
    js::set(&spoken, "lang", &lang.into())?;
    js::call(&voice, "cancel", &[])?;
    js::call(&voice, "speak", &[spoken]).map(drop)
}

/// Stops reading.
pub fn hush() {
    // Where there is no voice, nothing is being read.
    let _ = js::global("speechSynthesis").ok_or(Refused).and_then(|voice| js::call(&voice, "cancel", &[]));
}

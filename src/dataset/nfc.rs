//! NFC, the Unicode form of every text here. In a browser the browser's own tables do it, which are there already.

use std::borrow::Cow;

/// The text in NFC; borrowed if it is that already.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn nfc(text: &str) -> Cow<'_, str> {
    use unicode_normalization::{UnicodeNormalization, is_nfc};
    if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// The text in NFC; borrowed if it is that already.
#[cfg(target_arch = "wasm32")]
pub(crate) fn nfc(text: &str) -> Cow<'_, str> {
    if text.chars().all(never_changes) {
        return Cow::Borrowed(text);
    }
    let unified = String::from(js_sys::JsString::from(text).normalize("NFC"));
    if unified == text { Cow::Borrowed(text) } else { Cow::Owned(unified) }
}

/// Letters that NFC leaves alone whatever stands beside them: Latin, Hangul syllables, single consonants and vowels, Chinese
/// characters, and the punctuation of our texts. Whole, for speed: others are asked about.
#[cfg(target_arch = "wasm32")]
fn never_changes(letter: char) -> bool {
    matches!(letter, '\0'..'\u{300}' | '가'..='힣' | '\u{3131}'..='\u{318e}' | '\u{4e00}'..='\u{9fff}' | '‐'..='‧')
}

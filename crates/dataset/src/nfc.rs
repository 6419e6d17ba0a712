//! NFC, the Unicode form of every text here.
//!
//! Natively the tables of a crate do it. A browser has tables of its own, and the crate's would weigh 90 kB there: the widget
//! says with [`use_normalizer`] how to ask for them.

use std::borrow::Cow;
use std::sync::OnceLock;

/// What brings a text into NFC.
pub type Normalizer = fn(&str) -> String;

static NORMALIZER: OnceLock<Normalizer> = OnceLock::new();

/// Says what brings a text into NFC. The first one counts; without one, wasm leaves texts as they are.
pub fn use_normalizer(normalizer: Normalizer) {
    // A second instance of the widget says the same again.
    let _ = NORMALIZER.set(normalizer);
}

#[cfg(not(target_arch = "wasm32"))]
fn default_normalizer(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfc().collect()
}

#[cfg(target_arch = "wasm32")]
fn default_normalizer(text: &str) -> String {
    text.to_owned()
}

/// The text in NFC; borrowed if it is that already.
///
/// ```
/// use city_compare_dataset::nfc::nfc;
/// assert_eq!(nfc("\u{1100}\u{1161}"), "가");
/// ```
pub fn nfc(text: &str) -> Cow<'_, str> {
    if text.chars().all(never_changes) {
        return Cow::Borrowed(text);
    }
    let unified = NORMALIZER.get().copied().unwrap_or(default_normalizer)(text);
    if unified == text { Cow::Borrowed(text) } else { Cow::Owned(unified) }
}

/// Letters that NFC leaves alone whatever stands beside them: Latin, Hangul syllables, single consonants and vowels, Chinese
/// characters, and the punctuation of our texts. Whole, for speed: others are asked about.
fn never_changes(letter: char) -> bool {
    matches!(letter, '\0'..'\u{300}' | '가'..='힣' | '\u{3131}'..='\u{318e}' | '\u{4e00}'..='\u{9fff}' | '‐'..='‧')
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::never_changes;
    use unicode_normalization::is_nfc;

    #[test]
    fn what_is_not_asked_about_is_nfc() {
        for letter in ('\0'..=char::MAX).filter(|letter| never_changes(*letter)) {
            assert!(is_nfc(&letter.to_string()), "{letter:?}");
        }
    }
}

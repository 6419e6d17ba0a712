//! Strings of the cards of visions, per language: few, since the first view reads them.

pub use super::VisionWords;

use super::{Lang, table};

/// The strings of a language.
pub fn words(lang: Lang) -> &'static VisionWords {
    match lang {
        Lang::Ko => &table::KO_VISIONWORDS,
        #[cfg(feature = "pseudo")]
        Lang::En if super::pseudo::is_on() => super::pseudo::vision(),
        Lang::En => &table::EN_VISIONWORDS,
    }
}

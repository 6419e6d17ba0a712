//! Strings of the first page, per language.

pub use super::GlanceWords;

use super::{Lang, table};

/// The strings of a language.
pub fn words(lang: Lang) -> &'static GlanceWords {
    match lang {
        Lang::Ko => &table::KO_GLANCEWORDS,
        #[cfg(feature = "pseudo")]
        Lang::En if super::pseudo::is_on() => super::pseudo::glance(),
        Lang::En => &table::EN_GLANCEWORDS,
    }
}

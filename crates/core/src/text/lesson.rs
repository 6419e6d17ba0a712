//! Strings of lessons, per language.

pub use super::LessonWords;

use super::{Lang, table};

/// The strings of a language.
pub fn words(lang: Lang) -> &'static LessonWords {
    match lang {
        Lang::Ko => &table::KO_LESSONWORDS,
        #[cfg(feature = "pseudo")]
        Lang::En if super::pseudo::is_on() => super::pseudo::lesson(),
        Lang::En => &table::EN_LESSONWORDS,
    }
}

//! Strings of taking a figure along and of what is pinned, per language: a table of their own, since their parts are loaded late.

pub use super::TakeWords;

use super::{Lang, table};

/// The strings of a language.
pub fn words(lang: Lang) -> &'static TakeWords {
    match lang {
        Lang::Ko => &table::KO_TAKEWORDS,
        #[cfg(feature = "pseudo")]
        Lang::En if super::pseudo::is_on() => super::pseudo::take(),
        Lang::En => &table::EN_TAKEWORDS,
    }
}

//! Strings of the sentence above a chart, per language: a table of their own, since only views with charts read them.

pub use super::SummaryWords;

use super::{Lang, table};

/// The strings of a language.
pub fn words(lang: Lang) -> &'static SummaryWords {
    match lang {
        Lang::Ko => &table::KO_SUMMARYWORDS,
        #[cfg(feature = "pseudo")]
        Lang::En if super::pseudo::is_on() => super::pseudo::summary(),
        Lang::En => &table::EN_SUMMARYWORDS,
    }
}

//! Strings that only the view of sources shows, per language. The view is loaded when a reader opens it, so they are a table of
//! their own.

pub use super::SourcesWords;

use super::{Lang, table};

/// The strings of a language.
pub fn words(lang: Lang) -> &'static SourcesWords {
    match lang {
        Lang::Ko => &table::KO_SOURCESWORDS,
        #[cfg(feature = "pseudo")]
        Lang::En if super::pseudo::is_on() => super::pseudo::sources(),
        Lang::En => &table::EN_SOURCESWORDS,
    }
}

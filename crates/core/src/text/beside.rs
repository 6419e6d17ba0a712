//! Strings of datasets beside each other, per language.

pub use super::BesideWords;

use super::{Lang, table};

/// The strings of a language.
pub fn words(lang: Lang) -> &'static BesideWords {
    match lang {
        Lang::Ko => &table::KO_BESIDEWORDS,
        #[cfg(feature = "pseudo")]
        Lang::En if super::pseudo::is_on() => super::pseudo::beside(),
        Lang::En => &table::EN_BESIDEWORDS,
    }
}

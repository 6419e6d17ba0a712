//! Strings of the country’s other cities and of what stands beside the press, per language. Only parts that are loaded later say
//! them, so they are a table of their own.

pub use super::CountryWords;

use super::{Lang, table};

/// The strings of a language.
pub fn words(lang: Lang) -> &'static CountryWords {
    match lang {
        Lang::Ko => &table::KO_COUNTRYWORDS,
        #[cfg(feature = "pseudo")]
        Lang::En if super::pseudo::is_on() => super::pseudo::country(),
        Lang::En => &table::EN_COUNTRYWORDS,
    }
}

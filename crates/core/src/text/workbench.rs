//! Strings of the page that makes data of a city, per language.

pub use super::WorkbenchWords;

use super::{Lang, table};

/// The strings of a language.
pub fn words(lang: Lang) -> &'static WorkbenchWords {
    match lang {
        Lang::Ko => &table::KO_WORKBENCHWORDS,
        #[cfg(feature = "pseudo")]
        Lang::En if super::pseudo::is_on() => super::pseudo::workbench(),
        Lang::En => &table::EN_WORKBENCHWORDS,
    }
}

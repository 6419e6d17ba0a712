//! Strings of what a reader opens to read: items, filters, search, evidence and sources. A table of their own, beside what every view
//! says.

pub use super::ItemWords;

#[cfg(feature = "pseudo")]
use super::pseudo;
use super::{Lang, Words, table};
use std::ops::Deref;

/// The strings of a language.
pub fn words(lang: Lang) -> &'static ItemWords {
    match lang {
        Lang::Ko => &table::KO_ITEMWORDS,
        #[cfg(feature = "pseudo")]
        Lang::En if pseudo::is_on() => pseudo::items(),
        Lang::En => &table::EN_ITEMWORDS,
    }
}

/// What every view says is said here, too.
impl Deref for ItemWords {
    type Target = Words;

    fn deref(&self) -> &Words {
        self.widget
    }
}

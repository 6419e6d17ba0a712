//! Strings of amounts, charts, budgets and exports, per language. They are read by views that a reader opens, so they are a table of
//! their own, beside what every view says.

pub use super::FigureWords;

#[cfg(feature = "pseudo")]
use super::pseudo;
use super::{Lang, Words, table};
use std::ops::Deref;

/// The strings of a language.
pub fn words(lang: Lang) -> &'static FigureWords {
    match lang {
        Lang::Ko => &table::KO_FIGUREWORDS,
        #[cfg(feature = "pseudo")]
        Lang::En if pseudo::is_on() => pseudo::figures(),
        Lang::En => &table::EN_FIGUREWORDS,
    }
}

/// What every view says is said here, too.
impl Deref for FigureWords {
    type Target = Words;

    fn deref(&self) -> &Words {
        self.widget
    }
}

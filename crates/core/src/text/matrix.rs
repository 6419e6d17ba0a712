//! Strings of the unit chart, per language. They are read by views that a reader opens, so they are a table of their own.

pub use super::MatrixWords;

use super::{Lang, fill, table};

/// The strings of a language.
pub fn words(lang: Lang) -> &'static MatrixWords {
    match lang {
        Lang::Ko => &table::KO_MATRIXWORDS,
        #[cfg(feature = "pseudo")]
        Lang::En if super::pseudo::is_on() => super::pseudo::matrix(),
        Lang::En => &table::EN_MATRIXWORDS,
    }
}

/// How many plans: `계획 12건`, `12 plans`.
pub fn plans(n: usize, lang: Lang) -> String {
    fill(words(lang).plans, &[("n", &n.to_string())])
}

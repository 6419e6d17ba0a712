//! Strings of the first page, per language.

pub use super::GlanceWords;

use super::{Lang, table};

/// The strings of a language.
pub fn words(lang: Lang) -> &'static GlanceWords {
    match lang {
        Lang::Ko => &table::KO_GLANCEWORDS,
        Lang::En => &table::EN_GLANCEWORDS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_places_and_no_empty_string() {
        let tables = table::KO_GLANCEWORDS.entries().into_iter().zip(table::EN_GLANCEWORDS.entries());
        for ((name, ko), (_, en)) in tables {
            crate::text::tests::same_places(name, ko, en);
        }
    }
}

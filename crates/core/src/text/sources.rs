//! Strings that only the view of sources shows, per language. The view is loaded when a reader opens it, so they are a table of
//! their own.

pub use super::SourcesWords;

use super::{Lang, table};

/// The strings of a language.
pub fn words(lang: Lang) -> &'static SourcesWords {
    match lang {
        Lang::Ko => &table::KO_SOURCESWORDS,
        Lang::En => &table::EN_SOURCESWORDS,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::places;
    use super::*;

    #[test]
    fn both_languages_have_the_same_places_and_no_empty_string() {
        for ((name, ko), (_, en)) in words(Lang::Ko).entries().into_iter().zip(words(Lang::En).entries()) {
            assert_eq!(places(ko), places(en), "{name}");
            for text in [ko, en] {
                assert!(!text.is_empty() && text.trim() == text, "{name}: {text:?}");
            }
        }
    }
}

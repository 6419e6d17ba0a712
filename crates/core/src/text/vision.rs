//! Strings of the cards of visions, per language: few, since the first view reads them.

pub use super::VisionWords;

use super::{Lang, table};

/// The strings of a language.
pub fn words(lang: Lang) -> &'static VisionWords {
    match lang {
        Lang::Ko => &table::KO_VISIONWORDS,
        Lang::En => &table::EN_VISIONWORDS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_places_and_no_empty_string() {
        let tables = table::KO_VISIONWORDS.entries().into_iter().zip(table::EN_VISIONWORDS.entries());
        for ((name, ko), (_, en)) in tables {
            crate::text::tests::same_places(name, ko, en);
        }
    }
}

//! Strings of the topic page, per language. It is a view that a reader opens, so they are a table of their own.

pub use super::TopicWords;

use super::{Lang, table};

/// The strings of a language.
pub fn words(lang: Lang) -> &'static TopicWords {
    match lang {
        Lang::Ko => &table::KO_TOPICWORDS,
        Lang::En => &table::EN_TOPICWORDS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_places_and_no_empty_string() {
        let tables = table::KO_TOPICWORDS.entries().into_iter().zip(table::EN_TOPICWORDS.entries());
        for ((name, ko), (_, en)) in tables {
            crate::text::tests::same_places(name, ko, en);
        }
    }
}

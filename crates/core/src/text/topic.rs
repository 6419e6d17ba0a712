//! Strings of the topic page, per language. It is a view that a reader opens, so they are a table of their own.

pub use super::TopicWords;

use super::{Lang, table};

/// The strings of a language.
pub fn words(lang: Lang) -> &'static TopicWords {
    match lang {
        Lang::Ko => &table::KO_TOPICWORDS,
        #[cfg(feature = "pseudo")]
        Lang::En if super::pseudo::is_on() => super::pseudo::topic(),
        Lang::En => &table::EN_TOPICWORDS,
    }
}

use super::{Bilingual, Judged, WordForms};
use serde::{Deserialize, Serialize};

/// A subject that people look for, such as childcare, and the items of all cities that are about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Topic {
    /// Unique id.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[a-z0-9-]+$")))]
    pub id: String,
    /// Its name.
    pub title: Bilingual,
    /// What is in it, and what is not, in a line.
    pub description: Bilingual,
    /// Words of Korean titles that make an item one of the topic.
    pub words: Vec<String>,
    /// Words that do the same, and bring in what stands under the item if it is something that is done: a strategy, an
    /// initiative, an action or a core project.
    pub project_words: Vec<String>,
    /// Phrases in which a word means something else. A hit inside one does not count, and a part whose own title has one
    /// is not brought in by what it stands under.
    pub exclude: Vec<String>,
    /// Groups of words for one thing, in both languages. Search takes any of a group for any other; the Korean ones are
    /// words of the topic, too.
    pub synonyms: Vec<WordForms>,
    /// Ids of its items. If the topic has words, they are found by the words, in the order of the dataset, and may be
    /// left out.
    pub items: Vec<String>,
    /// How well the words find what readers want in this dataset; `None` if nobody has judged it.
    pub judged: Option<Judged>,
}

impl Topic {
    /// Whether words say which items it has; else the items are listed.
    pub fn has_words(&self) -> bool {
        !self.words.is_empty() || !self.project_words.is_empty()
    }
}

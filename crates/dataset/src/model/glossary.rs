use super::Bilingual;
use serde::{Deserialize, Serialize};

/// A term that a reader may stumble over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Term {
    /// Unique id.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[a-z0-9-]+$")))]
    pub id: String,
    /// The term.
    pub term: Bilingual,
    /// One or two plain sentences.
    pub explanation: Bilingual,
    /// The word forms under which it occurs in texts.
    #[serde(rename = "match")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<WordForms>"))]
    pub forms: WordForms,
}

/// Word forms by language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WordForms {
    /// Korean forms.
    pub ko: Vec<String>,
    /// English forms.
    pub en: Vec<String>,
}

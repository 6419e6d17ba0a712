use super::super::Bilingual;
use serde::{Deserialize, Serialize};

/// Where a figure comes from: who published it, in which dataset, and in which public copy it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfficialSource {
    /// Unique id.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[a-z0-9-]+$")))]
    pub id: String,
    /// Who published it.
    pub publisher: Bilingual,
    /// The name of the dataset.
    pub dataset: Bilingual,
    /// The publisher's own code of the table.
    pub table: Option<String>,
    /// The copy that was read, where it is recorded. `None` is not “from the publisher itself”: the note says what is known.
    pub copy: Option<PublicCopy>,
    /// What to know about it.
    pub note: Option<Bilingual>,
}

/// A copy that somebody keeps in a public repository. The publisher's own pages could not be opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PublicCopy {
    /// Owner and name on GitHub.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[^/ ]+/[^/ ]+$")))]
    pub repository: String,
    /// Path of the file in it.
    pub path: String,
    /// The commit, 40 hexadecimal digits.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9a-f]{40}$")))]
    pub commit: String,
}

use serde::{Deserialize, Serialize};

/// How many of some items: 113 of 120. At least one, and no more than there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Share {
    /// How many.
    pub part: u32,
    /// Of how many.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub of: u32,
}

/// How far two readers agree on what no document says, and people decide by reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Agreement {
    /// Items of which both say alike what they are: plans, results, frames and so on.
    pub roles: Share,
    /// Items for which both name the same main functional field.
    pub fields: Share,
}

/// How well the words of a topic find what readers want of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Judged {
    /// What is wanted, of what the words find.
    pub precision: Share,
    /// What the words find, of what is wanted.
    pub recall: Share,
}

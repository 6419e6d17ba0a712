use serde::{Deserialize, Serialize};

/// A range of lines in a document, from 1, both ends included. In JSON: `[from, to]`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Lines(
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))] pub u32,
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))] pub u32,
);

impl Lines {
    /// First line.
    pub fn from(self) -> u32 {
        self.0
    }

    /// Last line.
    pub fn to(self) -> u32 {
        self.1
    }

    /// Whether the line lies in the range.
    ///
    /// ```
    /// use city_compare_dataset::model::Lines;
    /// assert!(Lines(3, 5).contains(5));
    /// assert!(!Lines(3, 5).contains(6));
    /// ```
    pub fn contains(self, line: u32) -> bool {
        (self.0..=self.1).contains(&line)
    }

    /// Whether the two ranges share a line.
    pub fn overlaps(self, other: Self) -> bool {
        self.0 <= other.1 && other.0 <= self.1
    }
}

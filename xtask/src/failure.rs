//! The one error type: what failed, what was expected, and what a person can do.

use std::fmt::{self, Display, Formatter};

/// Why a task stopped, in three plain sentences without their full stops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What failed, with names and places: "trunk 0.21.14 could not be installed".
    pub what: String,
    /// What would have been right: "cargo reaches crates.io".
    pub expected: String,
    /// What to do now: "check the network, then run the same command again".
    pub action: String,
}

impl Failure {
    /// A failure from its three sentences.
    pub fn new(what: impl Into<String>, expected: impl Into<String>, action: impl Into<String>) -> Self {
        Self { what: what.into(), expected: expected.into(), action: action.into() }
    }

    /// A file or folder that could not be read or written.
    pub fn file(what: &str, path: &std::path::Path, error: &std::io::Error) -> Self {
        Self::new(
            format!("{what} {} failed: {error}", path.display()),
            "the file is there, may be used, and the disk has room",
            "look at the path and its rights, then run the same command again",
        )
    }
}

impl Display for Failure {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}.\n  Expected: {}.\n  What to do: {}.", self.what, self.expected, self.action)
    }
}

impl std::error::Error for Failure {}

#[cfg(test)]
mod tests {
    use super::Failure;

    #[test]
    fn a_failure_says_what_was_expected_and_what_to_do() {
        let failure = Failure::new("npm was not found", "Node.js 20 or later with npm", "install Node.js");
        assert_eq!(
            failure.to_string(),
            "npm was not found.\n  Expected: Node.js 20 or later with npm.\n  What to do: install Node.js."
        );
    }
}

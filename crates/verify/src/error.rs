use city_compare_dataset::seeds::report::report;
use city_compare_dataset::{Lang, Problem};
use std::fmt::{self, Display, Formatter};
use std::io;
use std::path::Path;

/// Why nothing could be verified, in three plain sentences without their full stops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// What failed, with names and places.
    pub what: String,
    /// What would have been right.
    pub expected: String,
    /// What to do now.
    pub action: String,
}

impl Error {
    pub(crate) fn new(what: impl Into<String>, expected: impl Into<String>, action: impl Into<String>) -> Self {
        Self { what: what.into(), expected: expected.into(), action: action.into() }
    }

    /// Seeds that cannot be read.
    pub(crate) fn of_seeds(folder: &Path, problems: &[Problem]) -> Self {
        Self::new(
            report(folder, problems, Lang::En),
            "seeds that can be read",
            "correct them; every problem is named with file and line",
        )
    }

    /// A table or sheet that cannot be read.
    pub(crate) fn unreadable(message: String) -> Self {
        Self::new(message, "seeds and tables that can be read", "correct what the message names")
    }

    /// A file that cannot be read.
    pub(crate) fn file(path: &Path, error: &io::Error) -> Self {
        Self::new(
            format!("Reading {} failed: {error}", path.display()),
            "the file is there and may be read",
            "look at the path and its rights, then run the same command again",
        )
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}.\n  Expected: {}.\n  What to do: {}.", self.what, self.expected, self.action)
    }
}

impl std::error::Error for Error {}

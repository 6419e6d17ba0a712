//! `verify-sources` and `check-official`: what is found goes to the person, and a difference stops the task.

use crate::failure::Failure;
use crate::project::Project;
use crate::run::say;
use city_compare_verify::{facts, official as official_figures, sources as documents_of};
use std::path::{Path, PathBuf};

impl From<city_compare_verify::Error> for Failure {
    fn from(error: city_compare_verify::Error) -> Self {
        Self { what: error.what, expected: error.expected, action: error.action }
    }
}

/// How much is said of what was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// What is wrong, and the counts.
    Short,
    /// Numbers that no statement holds, too, and lines that only a broad range covers.
    Whole,
}

/// Compares the seeds with the documents, and the official figures with the folder in which they were gathered, if it is
/// there. It fails unless every statement stands in its document and every line is accounted for.
pub fn sources(project: &Project, documents: &Path, said: Said) -> Result<(), Failure> {
    let report = documents_of::run(&project.root().join("seeds"), documents)?;
    match said {
        Said::Short => say(format_args!("{report}")),
        Said::Whole => say(format_args!("{report:#}")),
    }
    if !report.is_clean() {
        return Err(Failure::new(
            "The seeds and the documents disagree",
            "0 mismatches and 0 unexplained lines",
            "correct seeds/ at the places named above",
        ));
    }
    gathered(project, &documents.join("..").join("facts").join("official"))
}

fn gathered(project: &Project, folder: &Path) -> Result<(), Failure> {
    if !folder.is_dir() {
        say(format_args!("    Skipped: the official figures that were gathered are not in {}.", folder.display()));
        return Ok(());
    }
    let report = facts::run(&project.root().join("seeds"), folder)?;
    say(format_args!("{report}"));
    if report.mismatches.is_empty() {
        return Ok(());
    }
    Err(Failure::new(
        "The official figures of the seeds are not those that were gathered",
        "every figure of both is the same, and every sum holds",
        "correct seeds/official and seeds/country at the places named above",
    ))
}

/// Compares the official figures with files that a person downloaded.
pub fn official(project: &Project, files: &[PathBuf]) -> Result<(), Failure> {
    let report = official_figures::run(&project.root().join("seeds"), files)?;
    say(format_args!("{report}"));
    if report.is_clean() {
        return Ok(());
    }
    Err(Failure::new(
        "The seeds and the files disagree",
        "every figure of both is the same",
        "look the figures up at the publisher; correct seeds/official or seeds/country where they are wrong",
    ))
}

//! What the verification found, to be printed.

use super::claim::Kind;
use super::coverage::Coverage;
use std::collections::BTreeMap;
use std::fmt;

/// A statement that its document does not bear out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// File of the document, or its id.
    pub document: String,
    /// First line that the statement cites, from 1; 0 for the document as a whole.
    pub line: u32,
    /// Whose statement it is.
    pub owner: String,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { document, line, owner, message } = self;
        write!(f, "{document}:{line}: {owner}: {message}")
    }
}

/// What was found about one document.
#[derive(Debug, Clone, Default)]
pub struct DocumentReport {
    /// Its file.
    pub file: String,
    /// Its id.
    pub id: String,
    /// What the dataset holds of it.
    pub coverage: Coverage,
    /// The lines named in the coverage, for the full listing.
    pub texts: BTreeMap<u32, String>,
    /// Amounts whose unit stands elsewhere than beside the number: line, owner, unit.
    pub units_elsewhere: Vec<(u32, String, String)>,
}

/// The result of the whole verification. `{}` prints mismatches and the summary, `{:#}` also lists every number and
/// bullet that deserves a look.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// What is wrong.
    pub mismatches: Vec<Mismatch>,
    /// Document by document.
    pub documents: Vec<DocumentReport>,
    /// Documents that are only cited, without a text to check against.
    pub without_text: usize,
    /// Budget and population figures of such documents.
    pub without_text_figures: usize,
    pub(super) checked: BTreeMap<Kind, usize>,
    pub(super) unchecked: BTreeMap<Kind, usize>,
}

impl Report {
    /// Whether every statement is borne out and every line explained.
    pub fn is_clean(&self) -> bool {
        self.mismatches.is_empty() && self.documents.iter().all(|document| document.coverage.unexplained.is_empty())
    }

    /// How many statements were checked.
    pub fn checked(&self) -> usize {
        self.checked.values().sum()
    }

    fn write_document(&self, document: &DocumentReport, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Coverage { lines, cited, left_out, unexplained, numbers, bullets } = &document.coverage;
        let text = |line: &u32| document.texts.get(line).map(String::as_str).unwrap_or_default();
        writeln!(f, "{} ({})", document.file, document.id)?;
        writeln!(
            f,
            "  {lines} lines with text: {cited} cited, {left_out} left out, {} unexplained",
            unexplained.len()
        )?;
        for line in unexplained {
            writeln!(f, "  {}:{line}: cited by no item and not left out: {}", document.file, text(line))?;
        }
        writeln!(f, "  numbers held by no statement: {}", numbers.len())?;
        if f.alternate() {
            for (line, number) in numbers {
                writeln!(f, "    {}:{line}: {number} | {}", document.file, text(line))?;
            }
        }
        writeln!(f, "  bullets covered only by a broad range: {}", bullets.len())?;
        if f.alternate() {
            for line in bullets {
                writeln!(f, "    {}:{line}: {}", document.file, text(line))?;
            }
        }
        writeln!(f, "  amounts whose unit stands elsewhere: {}", document.units_elsewhere.len())?;
        if f.alternate() {
            for (line, owner, unit) in &document.units_elsewhere {
                writeln!(f, "    {}:{line}: {owner}: in {unit}", document.file)?;
            }
        }
        Ok(())
    }
}

fn counts(counts: &BTreeMap<Kind, usize>) -> String {
    counts.iter().map(|(kind, count)| format!("{count} {}", kind.name())).collect::<Vec<_>>().join(", ")
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for mismatch in &self.mismatches {
            writeln!(f, "{mismatch}")?;
        }
        for document in &self.documents {
            self.write_document(document, f)?;
        }
        writeln!(f, "{} statements checked: {}", self.checked(), counts(&self.checked))?;
        if !self.unchecked.is_empty() {
            writeln!(f, "not checkable: {}", counts(&self.unchecked))?;
        }
        writeln!(
            f,
            "{} budget and population figures rest on {} documents without a text; checked: the won against the print",
            self.without_text_figures, self.without_text
        )?;
        let unexplained: usize = self.documents.iter().map(|document| document.coverage.unexplained.len()).sum();
        write!(f, "{} mismatches, {unexplained} unexplained lines", self.mismatches.len())
    }
}

use crate::model::{Bilingual, Correction, Dataset, Discrepancy, Document, Item, Lines, Source};

/// Where a statement comes from: what a reader opens to check it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Id of the document.
    pub document: String,
    /// Section as the document heads it; `None` for pages that are cited as a whole.
    pub section: Option<String>,
    /// Lines; empty for pages that are cited as a whole.
    pub lines: Vec<Lines>,
    /// As printed.
    pub as_printed: Option<String>,
}

impl Evidence {
    /// A page that is cited as a whole.
    pub fn page(document: &str, as_printed: Option<&str>) -> Self {
        Self {
            document: document.to_owned(),
            section: None,
            lines: Vec::new(),
            as_printed: as_printed.map(str::to_owned),
        }
    }

    /// An item of a plan; its title as printed if the document prints it.
    pub fn item(item: &Item) -> Self {
        let printed = item.title_origin == crate::model::TitleOrigin::Printed;
        Self::of(&item.source, printed.then_some(item.title.ko.as_str()))
    }

    /// What a plan's document states, and where.
    pub fn of(source: &Source, as_printed: Option<&str>) -> Self {
        Self {
            document: source.document.clone(),
            section: Some(source.section.clone()),
            lines: source.ranges().collect(),
            as_printed: as_printed.map(str::to_owned),
        }
    }

    /// Lines of an item's document that state one of its numbers.
    pub fn within(item: &Item, lines: Lines, as_printed: Option<&str>) -> Self {
        Self {
            document: item.source.document.clone(),
            section: Some(item.source.section.clone()),
            lines: vec![lines],
            as_printed: as_printed.map(str::to_owned),
        }
    }

    /// The document, with the corrections and contradictions that touch the cited lines.
    pub fn open<'a>(&self, dataset: &'a Dataset) -> Option<OpenEvidence<'a>> {
        let document = dataset.document(&self.document)?;
        let touches = |line: u32| self.lines.iter().any(|lines| lines.contains(line));
        Some(OpenEvidence {
            document,
            corrections: document.corrections.iter().filter(|correction| touches(correction.line)).collect(),
            discrepancies: document
                .contradictions()
                .chain(document.gaps())
                .filter(|discrepancy| discrepancy.lines.iter().copied().any(touches))
                .collect(),
        })
    }
}

/// Evidence with everything that touches it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenEvidence<'a> {
    /// The document.
    pub document: &'a Document,
    /// Scanning errors on the cited lines.
    pub corrections: Vec<&'a Correction>,
    /// Contradictions that involve the cited lines, the gravest first, then gaps of our text.
    pub discrepancies: Vec<&'a Discrepancy>,
}

/// A remark beside a comparison, and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What sort of remark.
    pub kind: NoteKind,
    /// The sentence.
    pub text: Bilingual,
    /// Where it comes from, if from a document.
    pub evidence: Vec<Evidence>,
}

/// What sort of remark a note is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// What differs between the things compared: year, stage, account, kind of city.
    NotComparable,
    /// What contradicts itself.
    Contradiction,
    /// What is not stated.
    Missing,
    /// How the figures were made.
    Method,
}

mod sentences;

pub(super) use super::rule::Rule;
use crate::Lang;

/// One problem of a dataset: where it is and what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Problem {
    /// File, for seeds.
    pub file: Option<String>,
    /// Line, where the notation knows it, from 1.
    pub line: Option<u32>,
    /// Path of the value, such as `cities[0].plan.items[3].parent`.
    pub path: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a value. Every variant names what was found and what was expected.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names of the parts say what they are; the sentences are in `Problem::sentence`")]
pub enum Fault {
    /// The text is not in its notation.
    Syntax { message: String },
    /// A file of the seeds cannot be opened.
    NoFile { message: String },
    /// A key is missing.
    Missing { key: String },
    /// A key that the format does not know.
    UnknownKey { key: String, known: String },
    /// A key that stands twice in the same group of entries.
    DuplicateKey { key: String },
    /// A value of another type.
    WrongType { found: String, expected: Kind },
    /// A word that is none of the fixed ones.
    UnknownWord { found: String, allowed: String },
    /// A list that must not be empty.
    EmptyList,
    /// A text without content.
    EmptyText,
    /// A text that is not NFC, or holds marks that the dataset unifies.
    NotUnified { found: String, instead: String },
    /// A text that holds a telephone number.
    PhoneNumber { found: String },
    /// An id used twice.
    DuplicateId { id: String, first: String },
    /// An id that another dataset beside this one uses, and the id under which it is read instead.
    Collides { id: String, first: String, instead: String },
    /// An id of an unexpected form; the prefix is empty where none is asked for.
    BadId { id: String, prefix: String },
    /// A reference to nothing.
    UnknownReference { id: String, target: Target },
    /// A reference to something that was left out, since it could not be read itself.
    LeftOut { id: String },
    /// An item that is its own ancestor.
    Cycle { id: String },
    /// A range of lines that ends before it begins, or begins at 0.
    BadLines { from: u32, to: u32 },
    /// A line beyond the end of the document.
    LinesBeyond { line: u32, lines: u32 },
    /// More of something than there is.
    AboveWhole { part: u32, of: u32 },
    /// A table's row with too many or too few cells.
    RowLength { found: usize, expected: usize },
    /// A budget figure whose measure, account and fields do not fit together.
    MeasureMismatch { measure: String, account: String, fields: usize },
    /// An address that is neither http nor https.
    BadUrl { found: String },
    /// A stated budget without an amount.
    NoAmounts,
    /// A budget of which only shares are stated, without a share.
    NoFunding,
    /// An amount of one year that does not say which.
    AnnualWithoutYear,
    /// An amount that is said to have no year, with one.
    UndatedWithYear,
    /// Amounts or funding of a budget that is not stated.
    AmountsNotStated { status: String },
    /// An item that is no plan, and yet one for the staff only.
    StaffOnlyNoPlan,
    /// An item without a functional field.
    NoFields,
    /// A word of a topic that stands in no title.
    UnusedWord { word: String },
    /// A word that a topic has twice.
    RepeatedWord { word: String },
    /// An item listed for a topic whose words do not find it.
    FoundByNoWord { id: String },
    /// A phrase of a topic that keeps nothing out.
    ExcludesNothing { word: String },
    /// An official figure that breaks a law.
    Rule { found: String, rule: Rule },
    /// A dataset of another format.
    WrongSchema { found: String },
}

/// A type of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Kind {
    Text,
    WholeNumber,
    Count,
    Number,
    Won,
    Year,
    Date,
    List,
    Table,
    LineRange,
    Cell,
    Bool,
    FieldCode,
    Sha256,
}

/// What a reference points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Target {
    Item,
    Parent,
    Document,
    Field,
    City,
    Source,
    Place,
}

impl Problem {
    /// Whether the reader put it right by itself.
    pub(super) fn is_put_right(&self) -> bool {
        matches!(self.fault, Fault::NotUnified { .. })
    }

    /// Whether what it is about can be read all the same: a spelling that was put right, a telephone number, a key that is
    /// not known or stands twice, and something at the top level, beside the entries of lists.
    pub(super) fn is_in_the_way(&self) -> bool {
        let readable = matches!(
            self.fault,
            Fault::NotUnified { .. }
                | Fault::PhoneNumber { .. }
                | Fault::UnknownKey { .. }
                | Fault::DuplicateKey { .. }
        );
        !readable && (self.path.contains('[') || self.path == "schema")
    }

    /// The problem as one line: place, what was found, what was expected, what to do.
    pub fn sentence(&self, lang: Lang) -> String {
        format!("{}: {}", self.place(lang), self.what(lang))
    }

    /// What was found, what was expected, what to do: the sentence without its place.
    pub fn what(&self, lang: Lang) -> String {
        match lang {
            Lang::Ko => self.fault.korean(),
            Lang::En => self.fault.english(),
        }
    }

    /// `seeds/yeosu.toml:12: cities[0].kind`; without a file `line 12` or the path alone.
    fn place(&self, lang: Lang) -> String {
        let spot = match (&self.file, self.line, lang) {
            (Some(file), Some(line), _) => format!("{file}:{line}"),
            (Some(file), None, _) => file.clone(),
            (None, Some(line), Lang::Ko) => format!("{line}번째 줄"),
            (None, Some(line), Lang::En) => format!("line {line}"),
            (None, None, Lang::Ko) if self.path.is_empty() => "최상위".to_owned(),
            (None, None, Lang::En) if self.path.is_empty() => "at the top level".to_owned(),
            (None, None, _) => String::new(),
        };
        let gap = if spot.is_empty() || self.path.is_empty() { "" } else { ": " };
        format!("{spot}{gap}{}", self.path)
    }
}

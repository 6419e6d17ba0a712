//! What a statement of the dataset claims of a document.

use city_compare_dataset::model::{FiscalYear, Lines, Number};

/// What sort of statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    PrintedTitle,
    OwnTitle,
    Summary,
    Department,
    Partner,
    Period,
    Schedule,
    Indicator,
    Quantity,
    LegalBasis,
    Amount,
    Funding,
    Figure,
    Table,
    Correction,
    Discrepancy,
    Calculation,
    Level,
    Languages,
}

impl Kind {
    /// For the summary.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::PrintedTitle => "printed titles",
            Self::OwnTitle => "titles of our own",
            Self::Summary => "summaries with numbers",
            Self::Department => "departments",
            Self::Partner => "partners",
            Self::Period => "periods",
            Self::Schedule => "dated steps",
            Self::Indicator => "indicators",
            Self::Quantity => "quantities",
            Self::LegalBasis => "legal bases",
            Self::Amount => "amounts",
            Self::Funding => "shares of funding",
            Self::Figure => "figures",
            Self::Table => "tables",
            Self::Correction => "corrections",
            Self::Discrepancy => "contradictions",
            Self::Calculation => "calculations",
            Self::Level => "stated counts",
            Self::Languages => "texts in both languages",
        }
    }
}

/// What a document must show for a statement to be true.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Claim {
    /// These words stand in one of the ranges, as corrected.
    Words(String),
    /// These words stand there exactly as printed, uncorrected.
    Printed(String),
    /// The printed amount is there and makes so many won, and no other year stands before it.
    Money { krw: i64, as_printed: String, year: Option<FiscalYear> },
    /// The number is there, with the unit that the statement gives it.
    Number { value: Number, unit: String, as_printed: Option<String> },
    /// Every number of this text is there.
    NumbersOf(String),
}

/// One statement of the dataset about a document.
#[derive(Debug, Clone)]
pub(super) struct Statement {
    pub(super) kind: Kind,
    /// Whose it is: the id of an item, a figure, a table.
    pub(super) owner: String,
    pub(super) ranges: Vec<Lines>,
    pub(super) claims: Vec<Claim>,
    /// Every text of it that holds numbers; not labels and section heads, whose numbers only count.
    pub(super) text: String,
    /// Whether a line that it cites counts as cited by an item.
    pub(super) cites: bool,
}

//! What the parts of a dataset have in common: how large it is, whose they are, and where in the documents they stand.

use crate::words;
use city_compare::model::{Bilingual, Lines, Number};

/// How large a dataset is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    /// Number of cities.
    pub cities: usize,
    /// Plan items of each city.
    pub items: usize,
    /// Fiscal years of budgets.
    pub years: u16,
}

impl Scale {
    /// All local governments of Korea.
    pub const COUNTRY: Self = Self { cities: 243, items: 50, years: 3 };
}

/// The first fiscal year of the budgets.
pub const FIRST_YEAR: u16 = 2022;

/// What the parts of a city have in common.
pub(crate) struct Seat {
    pub(crate) id: String,
    pub(crate) name: Bilingual,
    pub(crate) persons: u32,
}

/// The next lines of the document.
pub(crate) fn take(line: &mut u32, count: u32) -> Lines {
    let from = *line + 1;
    *line += count;
    Lines(from, *line)
}

pub(crate) fn number(value: f64) -> Number {
    Number::new(value).unwrap_or_default()
}

pub(crate) fn plan_document_id(seat: &Seat) -> String {
    format!("{}-plan", seat.id)
}

pub(crate) fn budget_document_id(seat: &Seat) -> String {
    format!("{}-budget", seat.id)
}

/// Both languages of a pair of words.
pub(crate) fn both((ko, en): words::Pair) -> Bilingual {
    Bilingual::new(ko, en)
}

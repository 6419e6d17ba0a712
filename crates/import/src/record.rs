//! What a row of a table says, wherever it stood in the table.

use crate::at::At;
use crate::unit::Unit;
use city_compare_dataset::model::official::{ResidentMeasure, Scope, Side, Spending};
use city_compare_dataset::model::{Account, FiscalYear, PartialDate, Stage};

/// Whom a row is about, as it says itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Who<'a> {
    /// A code, of 7 or 10 digits; empty if none stands there.
    pub code: &'a str,
    /// A name.
    pub name: &'a str,
    /// A province beside it.
    pub region: &'a str,
}

/// An entry of a table: whom it is about, what it says, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<'a> {
    /// The cell, or the row where several cells say it.
    pub at: At,
    /// Whom it is about.
    pub who: Who<'a>,
    /// The unit in which its amounts are written.
    pub unit: Unit,
    /// What it says.
    pub record: Record<'a>,
}

/// What an entry says.
#[derive(Debug, Clone, PartialEq)]
pub enum Record<'a> {
    /// What is spent on a functional field.
    Field {
        /// Fiscal year.
        year: FiscalYear,
        /// Stage.
        stage: Stage,
        /// Which account.
        account: Account,
        /// The account's name, as it stands there.
        account_name: &'a str,
        /// The name of the section, as it stands there.
        section: &'a str,
        /// The field's code, as it stands there; empty if only the name does.
        code: &'a str,
        /// The field's name, as it stands there.
        name: &'a str,
        /// Gross amounts in won, by kind of spending.
        gross: Vec<(Spending, i64)>,
        /// Net amounts in won.
        net: Vec<(Spending, i64)>,
    },
    /// A total.
    Total {
        /// Fiscal year.
        year: FiscalYear,
        /// Stage.
        stage: Stage,
        /// What it holds.
        scope: Scope,
        /// Revenue or expenditure.
        side: Side,
        /// Won.
        krw: i64,
    },
    /// The initial and the final total of a row, and what it says of their difference.
    Course {
        /// Fiscal year.
        year: FiscalYear,
        /// 당초예산.
        initial: i64,
        /// 최종예산.
        last: i64,
        /// 증감액, where a column holds it.
        change: Option<i64>,
    },
    /// A number of people.
    People {
        /// The day.
        day: PartialDate,
        /// Whom it counts.
        measure: ResidentMeasure,
        /// Persons.
        persons: u64,
    },
    /// A code of a place, which stands in `who`.
    Code {
        /// Whether it still holds (존재).
        there: bool,
    },
}

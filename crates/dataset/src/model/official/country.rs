use super::super::words::words;
use super::super::{Bilingual, FiscalYear, Number, PartialDate, Won};
use super::{LofinCode, PlaceKind};

words! {
    /// Why a code of a local government ended.
    PlaceChange {
        /// A county became a city.
        BecameCity = "became_city",
        /// Moved to another province.
        Moved = "moved",
        /// Merged with another.
        Merged = "merged",
    }
}

/// One of the country's local governments, with all that is known of it here.
#[derive(Debug, Clone, PartialEq)]
pub struct CountryPlace {
    /// Its code at 지방재정365.
    pub lofin: LofinCode,
    /// Its administrative code of ten digits in 2026, if it was there then.
    pub mois: Option<String>,
    /// Its name without the province.
    pub name: Bilingual,
    /// The name that it had before, in Korean.
    pub former_name_ko: Option<String>,
    /// The province in the spring of 2026, or its last one; its own name for one of the upper tier.
    pub province: Bilingual,
    /// Kind.
    pub kind: PlaceKind,
    /// The first and the last fiscal year with totals.
    pub years: (FiscalYear, FiscalYear),
    /// The code that took over, and why.
    pub successor: Option<(LofinCode, PlaceChange)>,
    /// The last day on which it was there, where it ended after the last totals; `None` if it still is, or only its code ended.
    pub ended: Option<PartialDate>,
    /// Residents (거주자) by day.
    pub residents: Vec<(PartialDate, u64)>,
    /// Totals by year, with funds.
    pub totals: Vec<YearTotals>,
    /// The initial budget of 2026 by field: policy projects of the general and special accounts.
    pub fields: Vec<FieldBudget>,
    /// Administration (행정운영경비) in the same budget, which belongs to no field.
    pub administration: Option<Won>,
    /// Fiscal independence by year.
    pub independence: Vec<Independence>,
}

/// The totals of a year, each with funds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearTotals {
    /// Fiscal year.
    pub year: FiscalYear,
    /// The initial budget.
    pub initial: Won,
    /// The final budget.
    pub last: Won,
    /// The revenue of the closed accounts, where it is known.
    pub settled_revenue: Option<Won>,
}

/// Policy projects of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldBudget {
    /// Code of the field.
    pub field: String,
    /// Whole won.
    pub policy_projects: Won,
}

/// Fiscal independence (재정자립도) of a year, in per cent, by two rules: the one of 2014 leaves out non-tax revenue that is
/// no true income.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Independence {
    /// Fiscal year.
    pub year: FiscalYear,
    /// By the rule before 2014.
    pub old_rule: Option<Number>,
    /// By the rule since 2014.
    pub new_rule: Option<Number>,
}

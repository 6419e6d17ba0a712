use super::words::words;
use super::{Bilingual, FiscalYear, Number, OriginalBudget, PartialDate, Plan, Stage};
use serde::{Deserialize, Serialize};

/// A city with its plan and its budgets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct City {
    /// Unique id: lower case letters, digits, hyphens.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[a-z0-9-]+$")))]
    pub id: String,
    /// Official name.
    pub name: Bilingual,
    /// Province, or the city itself if it ranks as one.
    pub province: Bilingual,
    /// Kind of municipality: budgets of different kinds are not alike.
    pub kind: CityKind,
    /// Resident-registration population, by date.
    pub population: Vec<Population>,
    /// The plan document.
    pub plan: Plan,
    /// Original budgets (본예산), as the press prints them.
    pub budgets: Vec<OriginalBudget>,
    /// Where sources of the budget and population figures disagree.
    pub conflicts: Vec<BudgetConflict>,
    /// How complete the itemisation by functional field is.
    pub field_splits: Vec<FieldSplit>,
    /// What was looked for in the sources of the budgets and not found.
    pub not_found: Vec<CityNote>,
}

words! {
    /// Kind of municipality.
    CityKind {
        /// A basic local government (기초자치단체).
        City = "city",
        /// A metropolitan city (광역시): its budget excludes its districts' and carries functions that a basic city has not.
        MetropolitanCity = "metropolitan_city",
    }
}

/// A number of residents on a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Population {
    /// Date, as far as the source states it.
    pub as_of: PartialDate,
    /// Persons; `None` where the source prints no exact number.
    pub persons: Option<u64>,
    /// As the source prints it.
    pub as_printed: String,
    /// Ids of the documents, at least one.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub documents: Vec<String>,
    /// What to know about the number.
    pub note: Option<Bilingual>,
}

/// Sources that disagree about the same figure of a city. Both stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BudgetConflict {
    /// Unique id.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[a-z0-9-]+$")))]
    pub id: String,
    /// The fiscal year, if it is about one.
    pub fiscal_year: Option<FiscalYear>,
    /// What sort of contradiction.
    pub kind: super::DiscrepancyKind,
    /// What they disagree about.
    pub what: Bilingual,
    /// The values.
    pub stated: Vec<ConflictValue>,
    /// The arithmetic in symbols, where there is any.
    pub computed: Option<String>,
    /// One or two sentences.
    pub note: Bilingual,
}

/// One of the values that sources disagree about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConflictValue {
    /// What the value is of, and who says so.
    pub what: Bilingual,
    /// As printed.
    pub value: String,
    /// Ids of the documents.
    pub documents: Vec<String>,
}

/// How much of a budget the published fields account for.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldSplit {
    /// Fiscal year.
    pub fiscal_year: FiscalYear,
    /// Proposed or initial.
    pub stage: Stage,
    /// What the fields are parts of.
    pub base: super::Measure,
    /// Number of fields printed.
    pub printed: u32,
    /// Share of the base that they account for, in percent.
    pub itemised_percent: Number,
    /// Whether they add up to the base.
    pub complete: bool,
}

/// A sentence about a city's figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CityNote {
    /// The sentence.
    pub note: Bilingual,
}

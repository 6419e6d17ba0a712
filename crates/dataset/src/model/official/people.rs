use super::super::words::words;
use super::super::{FiscalYear, Number, PartialDate};
use serde::{Deserialize, Serialize};

words! {
    /// Who is counted. The two measures of one day differ, and are never mixed.
    ResidentMeasure {
        /// All who are registered (총인구수): the measure by which LOFIN divides.
        Registered = "registered",
        /// Residents without those whose whereabouts are unknown and without nationals abroad (거주자).
        Resident = "resident",
    }
}

/// A number of people of a city on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Residents {
    /// Id of the city.
    pub city: String,
    /// Who is counted.
    pub measure: ResidentMeasure,
    /// The day.
    pub as_of: PartialDate,
    /// Persons.
    pub persons: u64,
    /// The codes of the ministry under which they are counted; of several, the number is the sum.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub codes: Vec<String>,
    /// Id of the source.
    pub source: String,
}

/// The consumer price index of a year; 2020 is 100.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PriceLevel {
    /// The year.
    pub year: FiscalYear,
    /// The index as it stands now.
    pub index: Number,
    /// The index as it was first published, where that is known: it may have been revised.
    pub first_published: Option<Number>,
    /// The change on the year before in per cent, as printed.
    pub change_percent: Option<Number>,
    /// Id of the source.
    pub source: String,
}

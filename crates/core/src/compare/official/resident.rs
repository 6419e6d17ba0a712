//! The budget per resident by LOFIN's definition: the general account of the initial budget, divided by the registered
//! population of the year's eve, in thousand won.

use crate::model::official::{Official, ResidentMeasure, Scope, Side};
use crate::model::{FiscalYear, PartialDate, Stage, Won};

/// A city's budget per resident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerResidentBudget {
    /// Id of the city.
    pub city: String,
    /// Fiscal year.
    pub year: FiscalYear,
    /// The general account of the initial budget.
    pub budget: Won,
    /// Registered population.
    pub residents: u64,
    /// Of which day.
    pub as_of: PartialDate,
    /// Thousand won per resident, rounded half up: as LOFIN prints it.
    pub thousand_won: i64,
}

/// By LOFIN's definition; `None` where the general account or the number of residents is not known.
pub fn per_resident(official: &Official, city: &str, year: FiscalYear) -> Option<PerResidentBudget> {
    let total = official.total(city, year, Stage::Initial, Scope::General, Side::Expenditure)?;
    // Without local bonds it is not the general account that LOFIN divides.
    let budget = Some(total).filter(|total| total.caveat.is_none())?.krw;
    let count = official.residents_on_the_eve(city, year, ResidentMeasure::Registered)?;
    let persons = i64::try_from(count.persons).ok().filter(|persons| *persons > 0)?;
    Some(PerResidentBudget {
        city: city.to_owned(),
        year,
        budget,
        residents: count.persons,
        as_of: count.as_of.clone(),
        thousand_won: (budget.get() / 1_000 * 2 + persons) / (2 * persons),
    })
}

//! Initial, final, settled: how a year's money went, in per cent of what was planned at its beginning.

use super::Tenths;
use crate::model::official::{Official, Scope, Side, Total};
use crate::model::{FiscalYear, Stage, Won};

/// A city's year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// Id of the city.
    pub city: String,
    /// Fiscal year.
    pub year: FiscalYear,
    /// What all its amounts hold.
    pub scope: Scope,
    /// The initial budget: 100 per cent.
    pub initial: Won,
    /// Final budget, settled revenue and settled expenditure, where they are known.
    pub last: Option<(Won, Tenths)>,
    /// Settled revenue.
    pub revenue: Option<(Won, Tenths)>,
    /// Settled expenditure.
    pub expenditure: Option<(Won, Tenths)>,
}

/// The years of a city for which an initial budget and something later of the same scope are known, oldest first.
pub fn courses(official: &Official, city: &str, scope: Scope) -> Vec<Course> {
    let mut years: Vec<FiscalYear> = Vec::new();
    years.extend(official.totals.iter().filter(|total| total.city == city).map(|total| total.fiscal_year));
    years.sort_unstable();
    years.dedup();
    years.into_iter().filter_map(|year| course(official, city, scope, year)).collect()
}

fn course(official: &Official, city: &str, scope: Scope, year: FiscalYear) -> Option<Course> {
    let whole = |total: &&Total| total.caveat.is_none();
    let of = |stage, side| official.total(city, year, stage, scope, side).filter(whole).map(|total| total.krw);
    let initial = of(Stage::Initial, Side::Expenditure)?;
    let beside = |krw: Option<Won>| krw.and_then(|krw| Some((krw, Tenths::of(krw, initial)?)));
    let course = Course {
        city: city.to_owned(),
        year,
        scope,
        initial,
        last: beside(of(Stage::Final, Side::Expenditure)),
        revenue: beside(of(Stage::Settled, Side::Revenue)),
        expenditure: beside(of(Stage::Settled, Side::Expenditure)),
    };
    (course.last.is_some() || course.revenue.is_some() || course.expenditure.is_some()).then_some(course)
}

//! What the press prints beside what the ministry's accounts say, with the difference.

use super::Amount;
use crate::model::official::{Official, Origin, Precision, ResidentMeasure, Scope, Side};
use crate::model::{City, Dataset, FiscalYear, Measure, OriginalBudget, PartialDate, Stage};

/// How near the two figures are to speaking of the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The same thing.
    Same,
    /// The official figure holds the funds too, which the press leaves out: it must be larger.
    OfficialHoldsFunds,
}

/// A figure of the press and the official one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TwoSources {
    /// Id of the city.
    pub city: String,
    /// What it is of.
    pub of: Compared,
    /// As the press has it, in won or persons.
    pub press: i64,
    /// As the press prints it.
    pub as_printed: String,
    /// The documents that print it.
    pub documents: Vec<String>,
    /// As the official source has it.
    pub official: i64,
    /// Id of the official source.
    pub source: String,
    /// Official less press.
    pub difference: i64,
    /// Whether they speak of the same thing.
    pub relation: Relation,
    /// Whether the difference is at most one unit of the last digit that the press prints.
    pub only_rounding: bool,
}

/// What is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Compared {
    /// An initial budget.
    InitialBudget(FiscalYear, Measure),
    /// The registered population of a day.
    Residents(PartialDate),
}

/// Every figure of the press that has an official one beside it, contradictions before mere rounding.
pub fn press_beside_official(dataset: &Dataset, official: &Official) -> Vec<TwoSources> {
    let mut found: Vec<TwoSources> = dataset
        .cities
        .iter()
        .flat_map(|city| {
            let budgets = city.budgets.iter().filter_map(|budget| budget_beside(official, city, budget));
            budgets.chain(residents_beside(official, city))
        })
        .collect();
    crate::order::Order::order_by_key(&mut found[..], |pair| (pair.only_rounding, pair.relation != Relation::Same));
    found
}

fn budget_beside(official: &Official, city: &City, budget: &OriginalBudget) -> Option<TwoSources> {
    if budget.stage != Stage::Initial {
        return None;
    }
    let total = |scope| {
        let found = official.total(&city.id, budget.fiscal_year, Stage::Initial, scope, Side::Expenditure)?;
        (found.caveat.is_none() && found.origin != Origin::Computed).then_some(found)
    };
    let (found, relation) = match budget.measure {
        Measure::Total => total(Scope::GeneralAndSpecial)
            .map(|found| (found, Relation::Same))
            .or_else(|| total(Scope::WithFunds).map(|found| (found, Relation::OfficialHoldsFunds))),
        Measure::GeneralAccount => total(Scope::General).map(|found| (found, Relation::Same)),
        Measure::SpecialAccounts | Measure::Field => None,
    }?;
    let (press, official) = (budget.krw.get(), found.krw.get());
    let unit = last_unit(press);
    Some(TwoSources {
        city: city.id.clone(),
        of: Compared::InitialBudget(budget.fiscal_year, budget.measure),
        press,
        as_printed: budget.as_printed.clone(),
        documents: budget.documents.clone(),
        official,
        source: found.source.clone(),
        difference: official - press,
        relation,
        only_rounding: relation == Relation::Same && (official - press).abs() <= unit,
    })
}

fn residents_beside<'a>(official: &'a Official, city: &'a City) -> impl Iterator<Item = TwoSources> + 'a {
    city.population.iter().filter_map(|population| {
        let same = |count: &&crate::model::official::Residents| {
            count.city == city.id && count.measure == ResidentMeasure::Registered && count.as_of == population.as_of
        };
        let found = official.residents.iter().find(same)?;
        let (press, official) = (i64::try_from(population.persons?).ok()?, i64::try_from(found.persons).ok()?);
        Some(TwoSources {
            city: city.id.clone(),
            of: Compared::Residents(population.as_of.clone()),
            press,
            as_printed: population.as_printed.clone(),
            documents: population.documents.clone(),
            official,
            source: found.source.clone(),
            difference: official - press,
            relation: Relation::Same,
            only_rounding: press == official,
        })
    })
}

/// The unit of the last digit that is not zero: 100 million for a figure in 억.
fn last_unit(krw: i64) -> i64 {
    let mut unit = 1;
    while krw > 0 && krw % (unit * 10) == 0 {
        unit *= 10;
    }
    unit
}

impl TwoSources {
    /// The amounts of a budget.
    pub fn amounts(&self) -> Option<(Amount, Amount)> {
        let won = |krw| Some(Amount { krw: crate::model::Won::new(krw)?, precision: Precision::Won });
        matches!(self.of, Compared::InitialBudget(..)).then(|| won(self.press).zip(won(self.official))).flatten()
    }
}

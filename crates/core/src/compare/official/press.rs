//! What the press prints beside what the ministry's accounts say, with the difference.

use super::say::city_name;
use crate::compare::both::both;
use crate::compare::{Evidence, Selection};
use crate::format;
use crate::model::official::{Official, Origin, ResidentMeasure, Scope, Side};
use crate::model::{Bilingual, City, Dataset, FiscalYear, Measure, OriginalBudget, PartialDate, Stage, Won};
use crate::text::country::words;
use crate::text::{Lang, fill, official as names};

/// How near the two figures are to speaking of the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The same thing.
    Same,
    /// The official figure holds the funds too, which the press leaves out: it must be larger, and nothing can be subtracted.
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
    /// Official less press; `None` where the two do not speak of the same thing.
    pub difference: Option<i64>,
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

/// Figures of the press that have no official one beside them, by the reason.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PressAlone {
    /// Proposed budgets: the official tables begin with what was voted.
    pub proposed: usize,
    /// Special accounts and fields, which the official tables divide otherwise.
    pub split: usize,
    /// A year and an account that the official tables which could be read do not hold.
    pub not_found: usize,
}

impl PressAlone {
    /// All of them.
    pub fn count(&self) -> usize {
        self.proposed + self.split + self.not_found
    }
}

/// Every figure of the press about the chosen cities that has an official one of the same city, year, stage and account beside it:
/// contradictions first, then what differs by the funds alone, then mere rounding. And how many stand alone, and why.
pub fn press_beside_official(
    dataset: &Dataset,
    official: &Official,
    selection: &Selection,
) -> (Vec<TwoSources>, PressAlone) {
    let (mut found, mut alone) = (Vec::new(), PressAlone::default());
    for city in selection.cities(dataset) {
        for budget in &city.budgets {
            match budget_beside(official, city, budget) {
                Ok(pair) => found.push(pair),
                Err(reason) => *reason(&mut alone) += 1,
            }
        }
        found.extend(residents_beside(official, city));
    }
    let agrees = |pair: &TwoSources| pair.difference == Some(0);
    crate::order::Order::order_by_key(&mut found[..], |pair| {
        (pair.only_rounding && !agrees(pair), agrees(pair), pair.relation != Relation::Same)
    });
    (found, alone)
}

/// Which count of those that stand alone a figure belongs to.
type Reason = fn(&mut PressAlone) -> &mut usize;

fn budget_beside(official: &Official, city: &City, budget: &OriginalBudget) -> Result<TwoSources, Reason> {
    if budget.stage != Stage::Initial {
        return Err(|alone| &mut alone.proposed);
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
        Measure::SpecialAccounts | Measure::Field => return Err(|alone| &mut alone.split),
    }
    .ok_or::<Reason>(|alone| &mut alone.not_found)?;
    let (press, official) = (budget.krw.get(), found.krw.get());
    let unit = last_unit(press);
    Ok(TwoSources {
        city: city.id.clone(),
        of: Compared::InitialBudget(budget.fiscal_year, budget.measure),
        press,
        as_printed: budget.as_printed.clone(),
        documents: budget.documents.clone(),
        official,
        source: found.source.clone(),
        difference: (relation == Relation::Same).then_some(official - press),
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
            difference: Some(official - press),
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
    /// The city, and what the two figures are of.
    pub fn what(&self, dataset: &Dataset, lang: Lang) -> String {
        let w = words(lang);
        let of = match &self.of {
            Compared::InitialBudget(year, measure) => {
                let what = if *measure == Measure::Total { w.press_total } else { w.press_general };
                let stage = names::stage(Stage::Initial, lang);
                fill(what, &[("year", &year.to_string()), ("stage", stage)])
            }
            Compared::Residents(day) => fill(w.press_residents, &[("day", &format::date(day, lang))]),
        };
        format!("{} · {of}", city_name(dataset, &self.city, lang))
    }

    /// The official figure, exact.
    pub fn official_text(&self, lang: Lang) -> String {
        self.amount(self.official, lang)
    }

    /// Official less press; or why nothing can be subtracted.
    pub fn difference_text(&self, lang: Lang) -> String {
        let w = words(lang);
        match self.difference {
            None => w.press_holds_funds.to_owned(),
            Some(0) => w.press_same.to_owned(),
            Some(difference) => {
                let sign = if difference > 0 { "+" } else { "−" };
                let difference = format!("{sign}{}", self.amount(difference.abs(), lang));
                if self.only_rounding { fill(w.press_rounding, &[("difference", &difference)]) } else { difference }
            }
        }
    }

    /// The documents behind both, those of the press first.
    pub fn evidence(&self) -> (Vec<Evidence>, Vec<Evidence>) {
        let press = self.documents.iter().map(|id| Evidence::page(id, Some(&self.as_printed)));
        (press.collect(), vec![Evidence::page(&self.source, None)])
    }

    /// The name of both figures, in every language.
    pub fn name(&self, dataset: &Dataset) -> Bilingual {
        both(|lang| self.what(dataset, lang))
    }

    fn amount(&self, value: i64, lang: Lang) -> String {
        match self.of {
            Compared::InitialBudget(..) => Won::new(value).map(|krw| format::exact(krw, lang)).unwrap_or_default(),
            Compared::Residents(_) => fill(words(lang).persons, &[("n", &format::grouped(value))]),
        }
    }
}

impl PressAlone {
    /// How many stand alone, and why; `None` if none does.
    pub fn text(&self, lang: Lang) -> Option<String> {
        let w = words(lang);
        let reasons =
            [(self.not_found, w.press_no_scope), (self.split, w.press_no_split), (self.proposed, w.press_no_proposed)];
        let told = reasons.iter().filter(|(n, _)| *n > 0).map(|(n, text)| fill(text, &[("n", &n.to_string())]));
        let list = told.collect::<Vec<_>>().join(", ");
        (self.count() > 0).then(|| fill(w.press_no_official, &[("list", &list)]))
    }
}

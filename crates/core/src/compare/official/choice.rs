//! Which year, stage and scope to show: the newest for which all chosen cities have the same.

use super::{FieldBasis, TotalBasis};
use crate::model::Stage;
use crate::model::official::{Official, Place, Spending};
use crate::order::Order;

/// A basis that figures can have.
pub trait Available: Copy + PartialEq {
    /// The bases of a city's figures, each once.
    fn of_city(official: &Official, city: &str) -> Vec<Self>;

    /// Newest first; within a year what says most: closed accounts, then money spent, then budgets.
    fn rank(&self) -> (std::cmp::Reverse<u16>, u8);
}

/// What can be chosen, best first, with the cities that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices<B> {
    /// The bases and the cities.
    pub all: Vec<(B, Vec<String>)>,
    cities: Vec<String>,
}

/// A choice with a row for each chosen city, in the order in which they were chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen<B> {
    /// The basis of every figure that is shown.
    pub basis: B,
    /// The rows.
    pub rows: Vec<Row<B>>,
}

/// A city's row. One without the figure stays, with the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<B> {
    /// Id of the city.
    pub city: String,
    /// Why it has no figure; `None` if it has one.
    pub missing: Option<Missing>,
    /// The nearest choice for which all chosen cities have a figure, offered where this one has none.
    pub instead: Option<B>,
}

/// Why a city has no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The city was no more.
    Ended,
    /// The table that was read holds no government of its tier.
    OtherTier,
    /// Not found in what could be read.
    NotFound,
}

const fn stage_rank(stage: Stage) -> u8 {
    match stage {
        Stage::Settled => 0,
        Stage::Spent => 1,
        Stage::Final => 2,
        Stage::Initial => 3,
        Stage::Current => 4,
        Stage::Proposed => 5,
    }
}

impl Available for FieldBasis {
    fn of_city(official: &Official, city: &str) -> Vec<Self> {
        let own = official.field_amounts.iter().filter(|amount| {
            amount.city == city && !matches!(amount.spending, Spending::Administration | Spending::FinancialActivities)
        });
        let mut bases: Vec<Self> = Vec::new();
        for basis in own.map(Self::of) {
            if !bases.contains(&basis) {
                bases.push(basis);
            }
        }
        bases
    }

    fn rank(&self) -> (std::cmp::Reverse<u16>, u8) {
        (std::cmp::Reverse(self.year.0), stage_rank(self.stage))
    }
}

impl Available for TotalBasis {
    fn of_city(official: &Official, city: &str) -> Vec<Self> {
        let own = official.totals.iter().filter(|total| total.city == city);
        own.map(|t| Self { year: t.fiscal_year, stage: t.stage, scope: t.scope, side: t.side }).collect()
    }

    fn rank(&self) -> (std::cmp::Reverse<u16>, u8) {
        (std::cmp::Reverse(self.year.0), stage_rank(self.stage) * 8 + self.scope as u8 * 2 + self.side as u8)
    }
}

/// The bases by field that some of the cities have.
pub fn field_choices(official: &Official, cities: &[&str]) -> Choices<FieldBasis> {
    Choices::new(official, cities)
}

/// The bases of totals that some of the cities have.
pub fn total_choices(official: &Official, cities: &[&str]) -> Choices<TotalBasis> {
    Choices::new(official, cities)
}

impl<B: Available> Choices<B> {
    fn new(official: &Official, cities: &[&str]) -> Self {
        let mut all: Vec<(B, Vec<String>)> = Vec::new();
        for city in cities {
            for basis in B::of_city(official, city) {
                match all.iter_mut().find(|(known, _)| *known == basis) {
                    Some((_, having)) => having.push((*city).to_owned()),
                    None => all.push((basis, vec![(*city).to_owned()])),
                }
            }
        }
        all.order_by_key(|(basis, _)| basis.rank());
        Self { all, cities: cities.iter().map(|city| (*city).to_owned()).collect() }
    }

    /// The bases that all chosen cities have, best first.
    pub fn common(&self) -> impl Iterator<Item = B> + '_ {
        self.all.iter().filter(|(_, having)| having.len() == self.cities.len()).map(|(basis, _)| *basis)
    }

    /// The one to begin with: the newest for which all chosen cities have the same; without one, the newest of those that most
    /// of them have. `None` if no city has any figure.
    pub fn default(&self) -> Option<B> {
        let most = || self.all.iter().map(|(_, having)| having.len()).max();
        self.common().next().or_else(|| {
            let most = most()?;
            self.all.iter().find(|(_, having)| having.len() == most).map(|(basis, _)| *basis)
        })
    }

    /// The rows of a basis. A city without the figure stays, with the reason and what works instead.
    pub fn choose(&self, official: &Official, basis: B) -> Chosen<B> {
        let having = self.all.iter().find(|(known, _)| *known == basis).map_or(&[][..], |(_, having)| having);
        let row = |city: &String| {
            let missing = (!having.contains(city)).then(|| why(official, city, &basis, having));
            let instead = missing.and_then(|_| self.nearest(&basis));
            Row { city: city.clone(), missing, instead }
        };
        Chosen { basis, rows: self.cities.iter().map(row).collect() }
    }

    /// Each city with its own best basis, if a reader asks for a mixture. Such figures do not compare: no sentence ranks them, and
    /// [`super::say::mixed`] says so above the chart.
    pub fn each(&self) -> Vec<(&str, Option<B>)> {
        let own = |city: &String| self.all.iter().find(|(_, having)| having.contains(city)).map(|(basis, _)| *basis);
        self.cities.iter().map(|city| (city.as_str(), own(city))).collect()
    }

    /// Of the bases that all have, the one whose year is nearest; of two as near the better.
    fn nearest(&self, basis: &B) -> Option<B> {
        let year = |basis: &B| basis.rank().0.0;
        self.common().min_by_key(|common| (year(common).abs_diff(year(basis)), common.rank()))
    }
}

fn why<B: Available>(official: &Official, city: &str, basis: &B, having: &[String]) -> Missing {
    let own = official.place(city);
    let year = basis.rank().0.0;
    let ended = own.and_then(|place| place.ended.as_ref()).is_some_and(|day| day.year() < year);
    let basic = |place: &Place| place.kind.is_basic();
    let others = || having.iter().filter_map(|city| official.place(city));
    if ended {
        Missing::Ended
    } else if own.is_some_and(|own| others().next().is_some() && others().all(|other| basic(other) != basic(own))) {
        Missing::OtherTier
    } else {
        Missing::NotFound
    }
}

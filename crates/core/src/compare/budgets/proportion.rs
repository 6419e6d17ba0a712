//! Large amounts made graspable: what they are for each resident, and what part of the city's own budget of that year.

use super::population_for;
use crate::compare::speak::city_of;
use crate::compare::{Plot, Reading, Unit, stage_name};
use crate::format;
use crate::model::{
    Amount, AmountKind, City, Dataset, FiscalYear, FundingSource, Item, Measure, OriginalBudget, Population, Stage,
    Won, Word,
};
use crate::text::figures::words;
use crate::text::{Lang, fill};

/// An amount above zero beside what makes it graspable. It stands beside the exact amount, never for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Proportion<'a> {
    /// The city whose amount it is.
    pub city: &'a City,
    /// For each resident.
    pub per_resident: PerResident<'a>,
    /// Of the city's original budget.
    pub share: Share,
}

/// An amount divided by the residents, or why it is not.
#[derive(Debug, Clone, PartialEq)]
pub enum PerResident<'a> {
    /// Rounded to the won, and the number of residents that it is divided by.
    Of(Won, &'a Population),
    /// No exact number of residents near the year is known, or no year.
    NoPopulation,
}

/// An amount as a part of the city's whole original budget of the same year, or why it is none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Share {
    /// From 0; 1 is the whole budget.
    Of(f64, FiscalYear, Stage),
    /// The amount is the budget itself.
    Whole,
    /// The amount is not stated as that of one year.
    NotOneYear,
    /// No total of that year's original budget is known.
    NoBudget(FiscalYear),
    /// The sources print totals that give different shares.
    SourcesDisagree(FiscalYear),
    /// Others than the city, the province and the state pay a part: it is not all in the city's budget.
    NotAllPublic,
    /// An investment, an effect or a fund won: no budget.
    NotABudget,
}

impl<'a> Proportion<'a> {
    /// Of an amount that a plan item states; `None` for a stated zero, and for what private investors spend. An item without
    /// a stated amount (비예산, or nothing said) has no amount to ask for.
    pub fn of_amount(dataset: &'a Dataset, city: &'a City, item: &Item, amount: &Amount) -> Option<Self> {
        if amount.kind == AmountKind::PrivateInvestment {
            return None;
        }
        let paid_by_others = item.budget.funding().iter().any(|share| is_other(share.from) && share.krw.get() > 0);
        let share = match (amount.kind, amount.year) {
            _ if paid_by_others => Share::NotAllPublic,
            (AmountKind::Annual, Some(year)) => share(city, amount.krw, year, None),
            _ => Share::NotOneYear,
        };
        Self::new(dataset, city, amount.krw, amount.year, share)
    }

    /// Of a mark of a plot of amounts; `None` for one without a value, for a zero, and for one of several cities.
    pub fn of_mark(dataset: &'a Dataset, plot: &Plot, mark: &crate::compare::Mark) -> Option<Self> {
        let Reading::Value(value) = mark.value else { return None };
        let krw = value.whole().and_then(Won::new).filter(|_| plot.unit == Unit::Won)?;
        let city = city_of(plot, mark, dataset)?;
        let source = plot.series.get(mark.series).and_then(|series| FundingSource::parse(&series.key));
        // Bars of several projects may hold amounts of several years.
        let one_year = mark.stage.is_some() || plot.categories.get(mark.category)?.item.is_some();
        let share = match mark.year.filter(|_| one_year) {
            _ if plot.id == super::figures::ID => Share::NotABudget,
            _ if source.is_some_and(is_other) => Share::NotAllPublic,
            Some(year) => share(city, krw, year, mark.stage),
            None => Share::NotOneYear,
        };
        Self::new(dataset, city, krw, mark.year.filter(|_| one_year), share)
    }

    fn new(dataset: &'a Dataset, city: &'a City, krw: Won, year: Option<FiscalYear>, share: Share) -> Option<Self> {
        // An amount over several years is divided by the residents when the document was published.
        let published =
            || dataset.document(&city.plan.document)?.published.as_ref().map(|date| FiscalYear(date.year()));
        let of = year.or_else(published).and_then(|year| {
            let (population, persons) = population_for(city, year)?;
            Some(PerResident::Of(krw.per(persons)?, population))
        });
        (krw.get() > 0).then_some(Self { city, per_resident: of.unwrap_or(PerResident::NoPopulation), share })
    }

    /// What there is to say beside the exact amount: `주민 1인당 약 3만 2천 원(2023년 12월 31일 인구)`,
    /// `2024년 본예산(확정)의 0.6%`.
    pub fn parts(&self, lang: Lang) -> Vec<String> {
        let w = words(lang);
        let each = match self.per_resident {
            PerResident::Of(krw, population) => {
                let krw = if krw.get() == 0 { w.under_one_won.to_owned() } else { format::about(krw, lang) };
                let date = format::date(&population.as_of, lang);
                Some(fill(w.each_resident, &[("krw", &krw), ("date", &date)]))
            }
            PerResident::NoPopulation => None,
        };
        let share = match self.share {
            Share::Of(share, year, stage) => {
                let values = [
                    ("percent", &*small_percent(share, lang)),
                    ("year", &year.to_string()),
                    ("stage", stage_name(stage, lang)),
                ];
                Some(fill(w.share_of_budget, &values))
            }
            _ => None,
        };
        each.into_iter().chain(share).collect()
    }

    /// Why a part is missing, in sentences.
    pub fn reasons(&self, lang: Lang) -> Vec<String> {
        let w = words(lang);
        let city = crate::compare::in_lang(&self.city.name, lang);
        let no_population =
            (self.per_resident == PerResident::NoPopulation).then(|| fill(w.note_no_population, &[("city", city)]));
        let (reason, year) = match self.share {
            Share::Of(..) | Share::Whole => ("", FiscalYear::default()),
            Share::NotOneYear => (w.no_share_years, FiscalYear::default()),
            Share::NoBudget(year) => (w.no_share_budget, year),
            Share::SourcesDisagree(year) => (w.no_share_disagree, year),
            Share::NotAllPublic => (w.no_share_others, FiscalYear::default()),
            Share::NotABudget => (w.no_share_figure, FiscalYear::default()),
        };
        let no_share = (!reason.is_empty()).then(|| fill(reason, &[("city", city), ("year", &year.to_string())]));
        no_population.into_iter().chain(no_share).collect()
    }
}

/// Whether a source pays from outside the city's budget. National and provincial funds pass through it.
fn is_other(source: FundingSource) -> bool {
    !matches!(source, FundingSource::National | FundingSource::Province | FundingSource::City)
}

/// The share of the city's total of a year: of the given stage, or else of the adopted budget before the proposal.
fn share(city: &City, krw: Won, year: FiscalYear, stage: Option<Stage>) -> Share {
    let of_stage = |stage: Stage| {
        let fits = move |budget: &&OriginalBudget| {
            budget.measure == Measure::Total
                && budget.fiscal_year == year
                && budget.stage == stage
                && budget.krw.get() > 0
        };
        city.budgets.iter().filter(fits).map(|budget| budget.krw)
    };
    let known = |stage: &Stage| of_stage(*stage).next().is_some();
    let Some(stage) = stage.or([Stage::Initial, Stage::Proposed].into_iter().find(known)) else {
        return Share::NoBudget(year);
    };
    if of_stage(stage).any(|total| total == krw) {
        return Share::Whole;
    }
    #[expect(clippy::cast_precision_loss, reason = "public budgets lie far below 2^53 won")]
    let mut shares = of_stage(stage).map(|total| krw.get() as f64 / total.get() as f64);
    let Some(first) = shares.next() else { return Share::NoBudget(year) };
    let printed = |share| small_percent(share, Lang::En);
    if shares.any(|other| printed(other) != printed(first)) {
        return Share::SourcesDisagree(year);
    }
    Share::Of(first, year, stage)
}

/// A share with one decimal. One that is above zero is never printed as zero.
fn small_percent(share: f64, lang: Lang) -> String {
    if share < 0.0005 {
        fill(words(lang).less_than, &[("what", &format::percent(0.001, lang))])
    } else {
        format::percent(share, lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{Grouping, Selection, figures, plan_projects, totals};
    use crate::embedded;
    use crate::model::Budget;
    use proptest::prelude::*;

    fn city(id: &str) -> &'static City {
        embedded::dataset().city(id).expect("the city exists")
    }

    fn won(krw: i64) -> Won {
        Won::new(krw).expect("not below zero")
    }

    fn all() -> Selection {
        Selection::all(embedded::dataset())
    }

    #[test]
    fn an_amount_of_a_year_is_set_against_the_residents_and_the_budget_of_that_year() {
        let dataset = embedded::dataset();
        let item = city("gwangyang").plan.items.iter().find(|item| {
            let amounts = item.budget.amounts();
            let public = item.budget.funding().iter().all(|share| !is_other(share.from));
            public
                && amounts
                    .iter()
                    .any(|amount| amount.year == Some(FiscalYear(2021)) && amount.krw.get() > 1_000_000_000)
        });
        let item = item.expect("a project with a large amount in 2021");
        let amount = item.budget.amounts().iter().find(|amount| amount.year == Some(FiscalYear(2021))).expect("2021");
        let found = Proportion::of_amount(dataset, city("gwangyang"), item, amount).expect("above zero");
        let Share::Of(share, FiscalYear(2021), Stage::Initial) = found.share else { panic!("{:?}", found.share) };
        assert!((share * 1_012_900_000_000.0 - amount.krw.get() as f64).abs() < 1.0);
        let PerResident::Of(each, population) = found.per_resident else { panic!("a population") };
        assert_eq!((each, population.as_of.as_str()), (amount.krw.per(151_769).expect("people"), "2020-12-31"));
        assert!(found.reasons(Lang::Ko).is_empty());
        assert!(found.parts(Lang::Ko)[0].ends_with("(2020년 12월 31일 인구)"), "{:?}", found.parts(Lang::Ko));
        assert!(found.parts(Lang::En)[1].ends_with("of the initial budget for 2021 (adopted)"));
    }

    fn is_own(amount: &&Amount) -> bool {
        amount.kind != AmountKind::PrivateInvestment
    }

    #[test]
    fn no_budget_stated_nothing_and_a_stated_zero_have_no_proportion() {
        let dataset = embedded::dataset();
        let mut item = city("gwangyang").plan.items.first().expect("an item").clone();
        for silent in [Budget::NonBudget, Budget::NotStated] {
            assert!(silent.amounts().is_empty());
        }
        let mut amount = city("gwangyang")
            .plan
            .items
            .iter()
            .flat_map(|item| item.budget.amounts())
            .find(is_own)
            .expect("one")
            .clone();
        item.budget = Budget::Stated { amounts: vec![amount.clone()], funding: vec![] };
        assert!(Proportion::of_amount(dataset, city("gwangyang"), &item, &amount).is_some());
        amount.krw = won(0);
        assert_eq!(Proportion::of_amount(dataset, city("gwangyang"), &item, &amount), None);
        // Nor has what private investors spend: it is not the city's money.
        amount.krw = won(1);
        amount.kind = AmountKind::PrivateInvestment;
        assert_eq!(Proportion::of_amount(dataset, city("gwangyang"), &item, &amount), None);
        // A mark without a value has none either, whatever the reason.
        let mut plot = plan_projects(dataset, &all(), Grouping::Initiative, None);
        for missing in [Reading::NonBudget, Reading::NotStated, Reading::NotApplicable] {
            plot.marks[0].value = missing;
            assert_eq!(Proportion::of_mark(dataset, &plot, &plot.marks[0]), None);
        }
    }

    #[test]
    fn what_cannot_be_compared_has_no_share_and_says_why() {
        let gwangyang = city("gwangyang");
        assert_eq!(share(gwangyang, won(1), FiscalYear(2018), None), Share::NoBudget(FiscalYear(2018)));
        // Jeonju's sources print 2,041.0 and 2,037.1 billion for 2021.
        let jeonju = city("jeonju");
        assert_eq!(
            share(jeonju, won(900_000_000_000), FiscalYear(2021), None),
            Share::SourcesDisagree(FiscalYear(2021))
        );
        assert!(matches!(share(jeonju, won(2_000_000_000), FiscalYear(2021), None), Share::Of(..)), "0.1% of either");
        assert_eq!(share(jeonju, won(2_041_000_000_000), FiscalYear(2021), None), Share::Whole);
        let dataset = embedded::dataset();
        for item in &gwangyang.plan.items {
            for amount in item.budget.amounts() {
                let Some(found) = Proportion::of_amount(dataset, gwangyang, item, amount) else { continue };
                let others = item.budget.funding().iter().any(|share| is_other(share.from));
                assert_eq!(others, found.share == Share::NotAllPublic, "{}", item.id);
                assert_eq!(found.parts(Lang::En).len() + found.reasons(Lang::En).len(), 2, "{}", item.id);
            }
        }
    }

    #[test]
    fn marks_of_budgets_are_the_whole_and_headline_figures_are_no_budgets() {
        let dataset = embedded::dataset();
        let choice = crate::compare::Choice { year: FiscalYear(2022), strict: false };
        let plot = totals(dataset, &all(), choice, crate::compare::Basis::Amount);
        for mark in &plot.marks {
            let found = Proportion::of_mark(dataset, &plot, mark).expect("an amount");
            assert_eq!((found.share, found.parts(Lang::Ko).len()), (Share::Whole, 1));
        }
        let plot = figures(dataset, &all());
        for mark in &plot.marks {
            let found = Proportion::of_mark(dataset, &plot, mark).expect("an amount");
            assert_eq!(found.share, Share::NotABudget);
        }
        let plot = totals(dataset, &all(), choice, crate::compare::Basis::PerResident);
        assert_eq!(Proportion::of_mark(dataset, &plot, &plot.marks[0]), None, "already for each resident");
    }

    #[test]
    fn a_small_share_is_not_printed_as_zero() {
        assert_eq!(small_percent(0.000_49, Lang::Ko), "0.1% 미만");
        assert_eq!(small_percent(0.000_5, Lang::En), "0.1%");
    }

    proptest! {
        #[test]
        fn a_larger_amount_has_no_smaller_share(a in 1_i64..1_000_000_000_000, b in 1_i64..1_000_000_000_000) {
            let of = |krw| match share(city("gyeongju"), won(krw), FiscalYear(2022), None) {
                Share::Of(share, ..) => share,
                other => panic!("{other:?}"),
            };
            prop_assert!((0.0..=1.0).contains(&of(a)));
            prop_assert_eq!(a <= b, of(a) <= of(b));
        }
    }
}

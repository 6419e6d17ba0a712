use crate::compare::Selection;
use crate::model::{City, Dataset, FiscalYear, Measure, OriginalBudget, Population, Stage};
use crate::order::Order;

/// Which year's budget of each city is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The wished year.
    pub year: FiscalYear,
    /// Only this year, and only the stage that most of the cities have in it; otherwise each city's nearest year.
    pub strict: bool,
}

/// The figures of one city's budget that a comparison uses: one year, one stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Picked<'a> {
    /// The city.
    pub city: &'a City,
    /// Its year.
    pub year: FiscalYear,
    /// Its stage.
    pub stage: Stage,
    /// The figures; several for the same thing where sources disagree.
    pub figures: Vec<&'a OriginalBudget>,
}

/// Every fiscal year for which one of the cities has a budget, in order.
pub fn budget_years(dataset: &Dataset, selection: &Selection) -> Vec<FiscalYear> {
    years_of(selection.cities(dataset))
}

/// Every fiscal year for which any city of the dataset has a budget, in order.
pub fn all_budget_years(dataset: &Dataset) -> Vec<FiscalYear> {
    years_of(dataset.cities.iter())
}

fn years_of<'a>(cities: impl Iterator<Item = &'a City>) -> Vec<FiscalYear> {
    let mut years: Vec<FiscalYear> = cities.flat_map(|city| &city.budgets).map(|budget| budget.fiscal_year).collect();
    years.order_by(Ord::cmp);
    years.dedup();
    years
}

/// The figures of each city for a choice, with those that match `wanted`; `None` for a city that has none.
pub(super) fn pick<'a>(
    dataset: &'a Dataset,
    selection: &'a Selection,
    choice: Choice,
    wanted: &dyn Fn(&OriginalBudget) -> bool,
) -> Vec<(&'a City, Option<Picked<'a>>)> {
    let stage = choice.strict.then(|| common_stage(dataset, selection, choice.year, wanted));
    selection.cities(dataset).map(|city| (city, pick_city(city, choice, stage, wanted))).collect()
}

/// The stage that most of the cities have in a year; adopted where it is even.
fn common_stage(
    dataset: &Dataset,
    selection: &Selection,
    year: FiscalYear,
    wanted: &dyn Fn(&OriginalBudget) -> bool,
) -> Stage {
    let having = |stage| {
        let has = |city: &City| city.budgets.iter().any(|b| b.fiscal_year == year && b.stage == stage && wanted(b));
        selection.cities(dataset).filter(|city| has(city)).count()
    };
    if having(Stage::Proposed) > having(Stage::Initial) { Stage::Proposed } else { Stage::Initial }
}

fn pick_city<'a>(
    city: &'a City,
    choice: Choice,
    stage: Option<Stage>,
    wanted: &dyn Fn(&OriginalBudget) -> bool,
) -> Option<Picked<'a>> {
    let fits = |budget: &&OriginalBudget| {
        wanted(budget)
            && stage.is_none_or(|stage| budget.stage == stage)
            && (!choice.strict || budget.fiscal_year == choice.year)
    };
    // Fields of a proposal that itemises more say more than those of an adopted budget that itemises less.
    let fields = |budget: &OriginalBudget| {
        let same = |other: &&OriginalBudget| {
            other.measure == Measure::Field && (other.fiscal_year, other.stage) == (budget.fiscal_year, budget.stage)
        };
        if budget.measure == Measure::Field { city.budgets.iter().filter(same).count() } else { 0 }
    };
    // Nearest year; of two as near the later; of its stages the one that itemises more, or else the adopted one.
    let best = city.budgets.iter().filter(fits).min_by_key(|budget| {
        let distance = budget.fiscal_year.0.abs_diff(choice.year.0);
        let reverse = std::cmp::Reverse((budget.fiscal_year, fields(budget)));
        (distance, reverse, budget.stage != Stage::Initial)
    })?;
    let (year, stage) = (best.fiscal_year, best.stage);
    let figures = city.budgets.iter().filter(|b| wanted(b) && b.fiscal_year == year && b.stage == stage).collect();
    Some(Picked { city, year, stage, figures })
}

/// The population that an amount of a fiscal year is divided by: the exact number nearest to the eve of the year, at most
/// two years away. A number of a year without a day counts as of its end.
pub fn population_for(city: &City, year: FiscalYear) -> Option<(&Population, u64)> {
    const FARTHEST_MONTHS: i32 = 24;
    let eve = i32::from(year.0) * 12;
    let distance = |population: &Population| {
        let month = i32::from(population.as_of.month_day().0.unwrap_or(12));
        (i32::from(population.as_of.year()) * 12 + month - eve).abs()
    };
    city.population
        .iter()
        .filter_map(|population| Some((population, population.persons?)))
        .filter(|(population, _)| distance(population) <= FARTHEST_MONTHS)
        .min_by_key(|(population, _)| distance(population))
}

/// Whether a figure is the total of all accounts.
pub(super) fn is_total(budget: &OriginalBudget) -> bool {
    budget.measure == Measure::Total
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;

    fn city(id: &str) -> &'static City {
        embedded::dataset().city(id).expect("the city exists")
    }

    #[test]
    fn the_adopted_budget_is_preferred_to_the_proposal_of_the_same_year() {
        let choice = Choice { year: FiscalYear(2022), strict: false };
        let picked = pick_city(city("yeosu"), choice, None, &is_total).expect("Yeosu has 2022");
        assert_eq!((picked.year, picked.stage), (FiscalYear(2022), Stage::Initial));
    }

    #[test]
    fn a_city_without_the_year_shows_its_nearest_one_and_none_when_strict() {
        let near = Choice { year: FiscalYear(2022), strict: false };
        let picked = pick_city(city("gwangju"), near, None, &is_total).expect("a near year");
        assert_eq!(picked.year, FiscalYear(2020));
        let strict = Choice { strict: true, ..near };
        assert!(pick_city(city("gwangju"), strict, Some(Stage::Initial), &is_total).is_none());
    }

    #[test]
    fn sources_that_disagree_are_both_picked() {
        let choice = Choice { year: FiscalYear(2024), strict: false };
        let picked = pick_city(city("yeosu"), choice, None, &is_total).expect("Yeosu has 2024");
        let amounts: Vec<i64> = picked.figures.iter().map(|figure| figure.krw.get()).collect();
        assert_eq!(amounts, [1_457_700_000_000, 1_457_400_000_000]);
    }

    #[test]
    fn the_population_is_that_of_the_eve_of_the_year() {
        let (population, persons) = population_for(city("yeosu"), FiscalYear(2024)).expect("a population");
        assert_eq!((population.as_of.as_str(), persons), ("2023-12-31", 271_696));
    }

    #[test]
    fn a_population_without_an_exact_number_is_not_used() {
        let (population, _) = population_for(city("gwangju"), FiscalYear(2020)).expect("a population");
        assert_eq!(population.as_of.as_str(), "2018-12-31");
    }
}

//! The generated dataset is what it says: valid, of the asked size, and the same every time.

use city_compare::dataset;
use city_compare::model::{Budget, Dataset, Measure};
use city_compare::text::Lang;
use city_compare_bench::{Scale, generate};
use std::collections::HashSet;

const SMALL: Scale = Scale { cities: 40, ..Scale::COUNTRY };

fn read_back(generated: &Dataset) -> Result<Dataset, Vec<String>> {
    let json = serde_json::to_string(generated).unwrap_or_default();
    dataset::from_json(&json).map_err(|problems| problems.iter().map(|problem| problem.sentence(Lang::En)).collect())
}

#[test]
fn the_loader_finds_no_problem_and_reads_the_same_dataset() {
    let generated = generate(SMALL, 1);
    assert_eq!(read_back(&generated), Ok(generated));
}

#[test]
fn a_country_has_243_cities_of_50_items_and_three_years() {
    let country = generate(Scale::COUNTRY, 1);
    assert_eq!(country.cities.len(), 243);
    for city in &country.cities {
        let years: HashSet<_> = city.budgets.iter().map(|budget| budget.fiscal_year).collect();
        assert_eq!((city.plan.items.len(), years.len()), (50, 3), "{}", city.id);
    }
}

#[test]
fn a_thousand_cities_have_a_thousand_names() {
    let many = generate(Scale { cities: 1_200, items: 3, years: 1 }, 1);
    let ids: HashSet<_> = many.cities.iter().map(|city| &city.id).collect();
    let names: HashSet<_> = many.cities.iter().map(|city| &city.name.ko).collect();
    assert_eq!((ids.len(), names.len()), (1_200, 1_200));
}

#[test]
fn a_seed_gives_one_dataset_and_another_seed_another() {
    assert_eq!(generate(SMALL, 7), generate(SMALL, 7));
    assert_ne!(generate(SMALL, 7).cities, generate(SMALL, 8).cities);
}

#[test]
fn a_larger_dataset_begins_with_the_smaller_one() {
    let (small, large) = (generate(Scale { cities: 5, ..SMALL }, 3), generate(SMALL, 3));
    assert_eq!(Some(small.cities.as_slice()), large.cities.get(..5));
    assert_eq!(Some(small.documents.as_slice()), large.documents.get(..small.documents.len()));
}

#[test]
fn fields_add_up_to_the_general_account_and_accounts_to_the_total() {
    let sum = |city: &city_compare::model::City, measure, year| -> i64 {
        let of = city.budgets.iter().filter(|budget| budget.measure == measure && budget.fiscal_year == year);
        of.map(|budget| budget.krw.get()).sum()
    };
    for city in &generate(SMALL, 1).cities {
        for year in city.budgets.iter().map(|budget| budget.fiscal_year) {
            let general = sum(city, Measure::GeneralAccount, year);
            assert_eq!(general, sum(city, Measure::Field, year), "{}", city.id);
            assert_eq!(
                sum(city, Measure::Total, year),
                general + sum(city, Measure::SpecialAccounts, year),
                "{}",
                city.id
            );
        }
    }
}

#[test]
fn money_is_missing_in_each_of_the_ways_that_it_can_be() {
    let generated = generate(SMALL, 1);
    let budgets = || generated.cities.iter().flat_map(|city| &city.plan.items).map(|item| &item.budget);
    assert!(budgets().any(|budget| *budget == Budget::NonBudget));
    assert!(budgets().any(|budget| *budget == Budget::NotStated));
    assert!(budgets().any(|budget| !budget.amounts().is_empty() && budget.funding().is_empty()));
}

#[test]
fn items_are_about_as_long_as_the_real_ones() {
    let size = |dataset: &Dataset| {
        let items: Vec<_> = dataset.cities.iter().flat_map(|city| &city.plan.items).collect();
        serde_json::to_string(&items).expect("the model serializes").len() / items.len()
    };
    let (real, generated) = (size(city_compare::embedded::dataset()), size(&generate(SMALL, 1)));
    assert!((real / 2..real * 2).contains(&generated), "{generated} bytes an item, {real} in the real dataset");
}

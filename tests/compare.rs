//! Laws of the comparison on the complete dataset.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use city_compare::compare::{self, Basis, Choice, Form, Grouping, NoteKind, Plot, Reading, Selection};
use city_compare::embedded;
use city_compare::model::{AmountKind, Budget, Dataset, FiscalYear, FundingSource, Level, Won};
use proptest::prelude::*;
use std::collections::HashSet;

fn dataset() -> &'static Dataset {
    embedded::dataset()
}

fn any_cities() -> impl Strategy<Value = Vec<&'static str>> {
    prop::sample::subsequence(vec!["yeosu", "gwangyang", "gyeongju", "jeonju", "gwangju"], 2..=5).prop_shuffle()
}

/// Every plot of a selection, in every unit, year and grouping.
fn plots(selection: &Selection) -> Vec<Plot> {
    let data = dataset();
    let mut plots = vec![compare::figures(data, selection)];
    for basis in [Basis::Amount, Basis::PerResident] {
        plots.push(compare::years(data, selection, basis));
    }
    for year in compare::budget_years(data, selection) {
        for strict in [false, true] {
            let choice = Choice { year, strict };
            plots.push(compare::totals(data, selection, choice, Basis::Amount));
            plots.push(compare::totals(data, selection, choice, Basis::PerResident));
            plots.push(compare::accounts(data, selection, choice));
            plots.push(compare::field_amounts(data, selection, choice));
            plots.push(compare::field_shares(data, selection, choice));
        }
    }
    let years = compare::plan_years(data, selection).into_iter().map(Some);
    for year in years.chain([None]) {
        for grouping in [Grouping::Initiative, Grouping::Department, Grouping::Group, Grouping::Field, Grouping::Year] {
            plots.push(compare::plan_projects(data, selection, grouping, year));
        }
    }
    plots
}

#[test]
fn every_mark_lies_in_its_plot_and_every_value_leads_to_a_known_document() {
    let selection = Selection::all(dataset());
    for plot in plots(&selection) {
        for mark in &plot.marks {
            assert!(mark.category < plot.categories.len() && mark.series < plot.series.len(), "{}", plot.id);
            assert!(mark.notes.iter().all(|note| *note < plot.notes.len()), "{}", plot.id);
            if mark.value.value().is_some() {
                assert!(!mark.evidence.is_empty(), "{}: {:?}", plot.id, plot.categories[mark.category].label.en);
            }
            for evidence in &mark.evidence {
                assert!(evidence.open(dataset()).is_some(), "{}", evidence.document);
            }
        }
    }
}

#[test]
fn no_amount_appears_that_the_dataset_does_not_hold() {
    let held: HashSet<i64> =
        dataset().cities.iter().flat_map(|city| &city.budgets).map(|budget| budget.krw.get()).collect();
    let selection = Selection::all(dataset());
    for year in compare::budget_years(dataset(), &selection) {
        let choice = Choice { year, strict: false };
        for plot in [
            compare::totals(dataset(), &selection, choice, Basis::Amount),
            compare::accounts(dataset(), &selection, choice),
            compare::years(dataset(), &selection, Basis::Amount),
        ] {
            for value in plot.marks.iter().filter_map(|mark| mark.value.value()) {
                #[allow(clippy::cast_possible_truncation, reason = "whole won below 2^53")]
                let krw = value as i64;
                assert!(held.contains(&krw), "{} shows {krw}", plot.id);
            }
        }
    }
}

#[test]
fn shares_of_a_city_add_up_to_the_whole() {
    let selection = Selection::all(dataset());
    for year in compare::budget_years(dataset(), &selection) {
        let plot = compare::field_shares(dataset(), &selection, Choice { year, strict: false });
        for category in 0..plot.categories.len() {
            let shares: Vec<f64> = plot.of_category(category).filter_map(|mark| mark.value.value()).collect();
            if !shares.is_empty() {
                let sum: f64 = shares.iter().sum();
                // Each share is rounded to a tenth of a percent.
                assert!((sum - 100.0).abs() <= 0.05 * 2.0 * f64::from(u32::try_from(shares.len()).unwrap()), "{sum}");
            }
        }
    }
}

/// Sum of all values of a plot, in won.
fn total(plot: &Plot) -> f64 {
    plot.marks.iter().filter_map(|mark| mark.value.value()).sum()
}

#[test]
fn grouping_projects_neither_loses_nor_doubles_money() {
    let selection = Selection::new(dataset(), &["gwangyang", "yeosu"]);
    for year in compare::plan_years(dataset(), &selection).into_iter().map(Some).chain([None]) {
        let by = |grouping| total(&compare::plan_projects(dataset(), &selection, grouping, year));
        let single = by(Grouping::Initiative);
        for grouping in [Grouping::Department, Grouping::Group, Grouping::Field] {
            assert!((by(grouping) - single).abs() < 0.5, "{grouping:?} {year:?}");
        }
    }
}

#[test]
fn a_stated_zero_a_missing_amount_and_no_budget_are_three_things() {
    let selection = Selection::new(dataset(), &["gwangyang", "yeosu"]);
    let plot = compare::plan_projects(dataset(), &selection, Grouping::Initiative, None);
    let reading = |id: &str| {
        let category = plot.categories.iter().position(|category| category.key == id).unwrap();
        plot.of_category(category).next().unwrap().value
    };
    assert_eq!(reading("gwangyang-1-1"), Reading::NonBudget);
    assert!(matches!(reading("gwangyang-4-7"), Reading::Value(_)));
    assert_ne!(Reading::NonBudget, Reading::NotStated);
    // A stated zero stays a value.
    let zero = compare::Reading::Value(city_compare::model::Number::new(0.0).unwrap());
    assert_eq!(zero.value(), Some(0.0));
    assert_eq!(Reading::NotStated.value(), None);
}

#[test]
fn every_project_of_gwangyang_is_shown_or_counted() {
    let selection = Selection::new(dataset(), &["gwangyang", "yeosu"]);
    let plot = compare::plan_projects(dataset(), &selection, Grouping::Initiative, None);
    let gwangyang = dataset().city("gwangyang").unwrap();
    let projects: Vec<_> = gwangyang.plan.level(Level::Initiative).collect();
    assert_eq!(projects.len(), 39);
    for project in projects {
        assert!(plot.categories.iter().any(|category| category.key == project.id), "{}", project.id);
    }
    // Yeosu's 27 are not 27 empty bars, but a sentence.
    assert!(plot.categories.iter().all(|category| !category.key.starts_with("yeosu")));
    assert!(plot.notes.iter().any(|note| note.kind == NoteKind::Missing && note.text.en.starts_with("Yeosu")));
}

#[test]
fn the_contradiction_of_the_sewer_project_stands_beside_its_bar() {
    let selection = Selection::all(dataset());
    let plot = compare::plan_projects(dataset(), &selection, Grouping::Initiative, None);
    let category = plot.categories.iter().position(|c| c.key == "gwangyang-4-7").unwrap();
    let mark = plot.of_category(category).next().unwrap();
    let note = &plot.notes[*mark.notes.first().expect("the bar names its note")];
    assert_eq!(note.kind, NoteKind::Contradiction);
    let beside = plot.categories[category].detail.as_ref().expect("something stands beside the bar");
    assert!(beside.ko.contains("금액이 서로 맞지 않음"), "{}", beside.ko);
    assert!(note.text.ko.contains("14,000 + 18,900 = 32,900 ≠ 32,940"), "{}", note.text.ko);
}

#[test]
fn a_share_of_an_unstated_total_and_private_money_are_no_projects_amount() {
    let item = |id| dataset().item(id).unwrap().1;
    let Budget::FundingOnly { funding } = &item("gwangyang-c1-2-a1").budget else {
        panic!("line 73 names 국비 only")
    };
    assert_eq!(
        (funding[0].from, funding[0].krw.get(), funding[0].year),
        (FundingSource::National, 40_000_000_000, None)
    );
    for id in ["gwangyang-c1-1-a1", "gwangyang-c1-1-a2", "gwangyang-c1-1-a3", "gwangyang-c1-1-a4", "gwangyang-c1-2-a1"]
    {
        assert!(!item(id).budget.states_cost() && item(id).budget.states_money(), "{id}");
        assert!(item(id).budget.amounts().is_empty(), "{id}");
    }
    let private = &item("gwangyang-r3-2").budget;
    assert!(!private.states_cost() && private.amounts()[0].kind == AmountKind::PrivateInvestment);
    // In a chart of projects they would be a bar whose total is not stated.
    let mut changed = dataset().clone();
    let project = |changed: &mut Dataset, budget: &Budget| {
        let city = changed.cities.iter_mut().find(|city| city.id == "gwangyang").unwrap();
        city.plan.items.iter_mut().find(|item| item.id == "gwangyang-4-7").unwrap().budget = budget.clone();
    };
    for budget in [&item("gwangyang-c1-2-a1").budget, private] {
        project(&mut changed, budget);
        let selection = Selection::new(&changed, &["gwangyang", "yeosu"]);
        let plot = compare::plan_projects(&changed, &selection, Grouping::Initiative, None);
        let place = plot.categories.iter().position(|category| category.key == "gwangyang-4-7").unwrap();
        let values: Vec<Reading> = plot.of_category(place).map(|mark| mark.value).collect();
        assert_eq!(values, [Reading::NotStated]);
    }
}

#[test]
fn gwangyangs_levels_are_those_of_its_plan() {
    let gwangyang = dataset().city("gwangyang").unwrap();
    let ids = |level| gwangyang.plan.level(level).map(|item| item.id.as_str()).collect::<Vec<_>>();
    assert_eq!(ids(Level::Pillar), ["gwangyang-p1", "gwangyang-p2", "gwangyang-p3", "gwangyang-p4"]);
    let groups: Vec<String> = (1..=9).map(|n| format!("gwangyang-{n}")).collect();
    assert_eq!(ids(Level::Group), groups, "①~⑧ and the innovation brand");
    assert!(gwangyang.plan.level(Level::Section).all(|item| !item.is_plan() || item.parent.is_some()));
}

#[test]
fn a_project_without_budget_has_no_amount_in_any_year() {
    for item in dataset().cities.iter().flat_map(|city| &city.plan.items) {
        if item.budget == Budget::NonBudget {
            assert!(item.budget.amounts().is_empty() && item.budget.funding().is_empty());
        }
    }
}

#[test]
fn what_differs_is_said() {
    let selection = Selection::all(dataset());
    let choice = Choice { year: FiscalYear(2022), strict: false };
    let plot = compare::totals(dataset(), &selection, choice, Basis::PerResident);
    let said: Vec<&str> =
        plot.notes.iter().filter(|n| n.kind == NoteKind::NotComparable).map(|n| n.text.en.as_str()).collect();
    assert!(said.iter().any(|text| text.contains("Gwangju FY2020")), "{said:?}");
    assert!(said.iter().any(|text| text.contains("metropolitan")), "{said:?}");
    assert!(plot.notes.iter().any(|note| note.text.en.contains("1,459,336")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_cities_changes_no_value(cities in any_cities()) {
        let forth = Selection::new(dataset(), &cities);
        let back: Vec<&str> = cities.iter().rev().copied().collect();
        let back = Selection::new(dataset(), &back);
        let choice = Choice { year: FiscalYear(2022), strict: false };
        let values = |selection: &Selection| {
            let plot = compare::totals(dataset(), selection, choice, Basis::Amount);
            let mut values: Vec<(String, Option<i64>)> = plot
                .marks
                .iter()
                .map(|mark| {
                    #[allow(clippy::cast_possible_truncation, reason = "whole won below 2^53")]
                    let krw = mark.value.value().map(|value| value as i64);
                    (plot.categories[mark.category].key.clone(), krw)
                })
                .collect();
            values.sort();
            values
        };
        prop_assert_eq!(values(&forth), values(&back));
    }

    #[test]
    fn every_plot_of_every_choice_of_cities_can_be_made(cities in any_cities()) {
        let selection = Selection::new(dataset(), &cities);
        for plot in plots(&selection) {
            prop_assert!(!plot.title.ko.is_empty() && !plot.title.en.is_empty());
            if plot.form == Form::Bars {
                prop_assert_eq!(plot.marks.len(), plot.categories.len());
            }
        }
    }

    #[test]
    fn per_resident_is_the_amount_divided(krw in 0_i64..10_000_000_000_000, persons in 1_u64..2_000_000) {
        let per = Won::new(krw).unwrap().per(persons).unwrap().get();
        let persons = i64::try_from(persons).unwrap();
        prop_assert!((per * persons - krw).abs() <= persons / 2 + 1);
    }
}

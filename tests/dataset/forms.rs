//! A stated zero, 비예산, not stated and not applicable stay four things in every form; money is whole.

use super::common::{self, json, sentences};
use super::{FIXTURE, changed, load};
use city_compare::compare::{Reading, speak::Status};
use city_compare::dataset::from_json;
use city_compare::embedded;
use city_compare::model::{
    Amount, AmountKind, Basis, Budget, Cell, Dataset, FiscalYear, Funding, FundingSource, Lines, Number, Role, Won,
};
use city_compare::text::Lang;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn budgets() -> [Budget; 4] {
    let zero = Amount {
        year: Some(FiscalYear(2025)),
        kind: AmountKind::Annual,
        krw: Won::new(0).unwrap(),
        as_printed: "0".to_owned(),
        basis: Basis::Header,
        lines: Lines(1, 1),
    };
    let share = Funding {
        from: FundingSource::National,
        krw: Won::new(1).unwrap(),
        year: None,
        scope: None,
        as_printed: "국비 1원".to_owned(),
        lines: Lines(1, 1),
    };
    let share = Budget::FundingOnly { funding: vec![share] };
    [Budget::Stated { amounts: vec![zero], funding: Vec::new() }, Budget::NonBudget, Budget::NotStated, share]
}

#[test]
fn a_stated_zero_no_budget_nothing_said_and_a_mere_share_stay_four_things_in_every_form() {
    let [zero, non_budget, not_stated, share] = budgets();
    assert_eq!(json(&common::dataset()).pointer("/cities/0/plan/items/1/budget/amounts/1/krw"), Some(&json!(0)));
    let written = [&zero, &non_budget, &not_stated, &share].map(|budget| serde_json::to_value(budget).unwrap());
    assert_eq!(written[0]["status"], "stated");
    assert_eq!(written[0]["amounts"][0]["krw"], 0);
    assert_eq!(written[1], json!({ "status": "non_budget", "amounts": [], "funding": [] }));
    assert_eq!(written[2], json!({ "status": "not_stated", "amounts": [], "funding": [] }));
    assert_eq!((&written[3]["status"], &written[3]["amounts"]), (&json!("funding_only"), &json!([])));
    for budget in [&zero, &non_budget, &not_stated, &share] {
        let bytes = postcard::to_allocvec(budget).unwrap();
        assert_eq!(postcard::from_bytes::<Budget>(&bytes).as_ref(), Ok(budget));
        let pointer = "/cities/0/plan/items/2/budget";
        let value = changed(&FIXTURE, pointer, Some(serde_json::to_value(budget).unwrap()));
        let dataset = load(&value).unwrap_or_else(|problems| panic!("{:#?}", sentences(&problems, Lang::En)));
        assert_eq!(&dataset.cities[0].plan.items[2].budget, budget);
    }
    for instead in [None, Some(json!(null))] {
        let dataset = load(&changed(&FIXTURE, "/cities/0/plan/items/2/budget", instead)).unwrap();
        assert_eq!(dataset.cities[0].plan.items[2].budget, not_stated);
    }
}

#[test]
fn an_item_without_a_role_is_a_plan_for_everyone() {
    let item = "/cities/0/plan/items/1";
    let without = changed(&FIXTURE, &format!("{item}/role"), None);
    let without = changed(&without, &format!("{item}/staff_only"), None);
    let read = load(&without).unwrap_or_else(|problems| panic!("{:#?}", sentences(&problems, Lang::En)));
    let read = &read.cities[0].plan.items[1];
    assert!(read.is_plan() && !read.staff_only);
    let result = changed(&FIXTURE, &format!("{item}/role"), Some(json!("result")));
    assert_eq!(load(&result).unwrap().cities[0].plan.items[1].role, Role::Result);
    assert!(load(&changed(&FIXTURE, &format!("{item}/role"), Some(json!("done")))).is_err());
    assert!(load(&changed(&FIXTURE, &format!("{item}/staff_only"), Some(json!("yes")))).is_err());
    // What is no plan is none for the staff either.
    assert!(load(&changed(&result, &format!("{item}/staff_only"), Some(json!(true)))).is_err());
    let staff = load(&changed(&FIXTURE, &format!("{item}/staff_only"), Some(json!(true)))).unwrap();
    assert!(staff.cities[0].plan.items[1].staff_only);
}

#[test]
fn what_does_not_apply_has_no_value_at_all() {
    // A total over years has no year; an indicator without a number has words; a document without lines has none.
    let dataset = common::dataset();
    let value = json(&dataset);
    assert_eq!(value.pointer("/cities/0/plan/items/1/indicators/0/after/value"), Some(&json!(null)));
    let zero = changed(&FIXTURE, "/cities/0/plan/items/1/indicators/0/after/value", Some(json!(0)));
    let after = |dataset: &Dataset| dataset.cities[0].plan.items[1].indicators[0].after.as_ref().unwrap().value;
    assert_eq!(after(&load(&FIXTURE).unwrap()), None);
    assert_eq!(after(&load(&zero).unwrap()), Number::new(0.0));
    // Not applicable is no budget of the dataset: it is said where cities are compared, in a word of its own.
    let zero = Status::of(Reading::Value(Number::new(0.0).unwrap()));
    let four = [zero, Status::NonBudget, Status::NotStated, Status::NotApplicable];
    assert_eq!(four.map(Status::word), ["stated", "non_budget", "not_stated", "not_applicable"]);
    for lang in Lang::ALL {
        assert_eq!(four.map(|status| status.label(lang)).into_iter().collect::<BTreeSet<_>>().len(), 4);
    }
}

#[test]
fn an_empty_cell_is_neither_zero_nor_a_text() {
    let cells = [
        Cell::Number(Number::new(0.0).unwrap()),
        Cell::NotStated,
        Cell::Text(city_compare::model::Bilingual::new("없음", "None")),
    ];
    let written: Vec<Value> = cells.iter().map(|cell| serde_json::to_value(cell).unwrap()).collect();
    assert_eq!(written, [json!(0), json!({ "status": "not_stated" }), json!({ "ko": "없음", "en": "None" })]);
    for (cell, written) in cells.iter().zip(&written) {
        assert_eq!(postcard::from_bytes::<Cell>(&postcard::to_allocvec(cell).unwrap()).as_ref(), Ok(cell));
        let dataset = load(&changed(&FIXTURE, "/cities/0/plan/tables/0/rows/0/1", Some(written.clone()))).unwrap();
        assert_eq!(&dataset.cities[0].plan.tables[0].rows[0][1], cell);
    }
}

#[test]
fn the_whole_dataset_survives_the_compact_form() {
    for dataset in [embedded::dataset(), &common::dataset()] {
        let bytes = postcard::to_allocvec(dataset).unwrap();
        assert!(postcard::from_bytes::<Dataset>(&bytes).unwrap() == *dataset);
    }
}

#[test]
fn money_is_whole_and_never_below_zero() {
    assert_eq!(Won::new(-1), None);
    assert_eq!(Won::new(0).map(Won::get), Some(0));
    assert!(serde_json::from_str::<Won>("-1").is_err());
    assert!(serde_json::from_str::<Won>("0.5").is_err());
    assert!(postcard::from_bytes::<Won>(&postcard::to_allocvec(&-1_i64).unwrap()).is_err());
    let pointer = "/cities/0/budgets/1/krw";
    for (krw, found) in [(json!(-1), "-1"), (json!(0.5), "0.5"), (json!("1억"), "“1억”"), (json!(1e300), "1e300")]
    {
        let problems = load(&changed(&FIXTURE, pointer, Some(krw))).unwrap_err();
        let expected = "expected an amount in whole won, not below 0. Correct the value.";
        assert_eq!(sentences(&problems, Lang::En), [format!("cities[0].budgets[1].krw: found {found}, {expected}")]);
        assert_eq!(
            sentences(&problems, Lang::Ko),
            [format!(
                "cities[0].budgets[1].krw: {found} 값이 있습니다. 필요한 값: 0 이상의 원 단위 정수. 값을 고치세요."
            )]
        );
    }
    // JSON knows one kind of number: 5.0 is the whole number 5.
    let dataset = from_json(&FIXTURE.to_string().replace("400000000000", "400000000000.0")).unwrap();
    assert_eq!(dataset.cities[0].budgets[1].krw, Won::new(400_000_000_000).unwrap());
}

//! A dataset with mistakes: what is sound of it is read, and what is not is told.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use city_compare::dataset::schema::json_schema;
use city_compare::dataset::{Fault, Sound, from_json, sound};
use city_compare::model::Dataset;
use city_compare::text::Lang;
use common::{assert_speaks, json};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| jsonschema::validator_for(&json_schema()).unwrap());
static FIXTURE: LazyLock<Value> = LazyLock::new(|| json(&common::dataset()));

fn with(pointer: &str, value: Value) -> Value {
    let mut changed = FIXTURE.clone();
    *changed.pointer_mut(pointer).unwrap_or_else(|| panic!("there is no {pointer}")) = value;
    changed
}

fn read(value: &Value) -> Sound {
    sound(&value.to_string()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn items(dataset: &Dataset, city: usize) -> Vec<&str> {
    dataset.cities[city].plan.items.iter().map(|item| item.id.as_str()).collect()
}

#[test]
fn a_sound_dataset_is_read_whole() {
    let read = read(&FIXTURE);
    assert_eq!((read.problems, read.put_right), (Vec::new(), 0));
    assert_eq!(read.dataset, common::dataset());
}

#[test]
fn every_spelling_that_the_schema_accepts_is_put_right_while_reading_and_told_once() {
    let spellings = [
        ("보건ㆍ복지", "보건·복지"),
        ("\"함께\" 하는 도시", "“함께” 하는 도시"),
        ("문화\u{a0}예술", "문화 예술"),
        ("\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}", "한글"),
        ("차\u{200b}세대", "차세대"),
        ("2021〜2023", "2021~2023"),
    ];
    for (written, unified) in spellings {
        let value = with("/cities/0/plan/title/ko", json!(written));
        assert!(VALIDATOR.is_valid(&value), "{written}");
        let read = read(&value);
        assert_eq!(read.dataset.cities[0].plan.title.ko, unified);
        assert_eq!((read.problems.len(), read.put_right), (0, 1), "{written}");
        assert_eq!(read.report(Lang::Ko).len(), 1);
        assert!(read.report(Lang::En)[0].ends_with("put right: 1."), "{:?}", read.report(Lang::En));
        assert_eq!(
            from_json(&value.to_string()).map(|dataset| dataset.cities[0].plan.title.ko.clone()),
            Ok(unified.into())
        );
    }
}

#[test]
fn ids_need_no_prefix_and_a_telephone_number_hides_nothing() {
    let title = format!("{} 061-123-4567", FIXTURE["cities"][0]["plan"]["items"][0]["title"]["ko"].as_str().unwrap());
    let value = with("/cities/0/plan/items/0/title/ko", json!(title));
    assert!(VALIDATOR.is_valid(&value));
    let read = read(&value);
    assert_eq!(read.dataset.cities[0].plan.items[0].title.ko, title);
    let told = |fault: &Fault| matches!(fault, Fault::PhoneNumber { .. });
    assert!(read.problems.iter().any(|problem| told(&problem.fault)), "{:#?}", read.problems);
    assert!(read.problems.iter().all(|problem| told(&problem.fault)), "{:#?}", read.problems);
    let text = FIXTURE.to_string();
    let renamed = text.replace("\"gaon-", "\"plan-");
    assert!(VALIDATOR.is_valid(&serde_json::from_str(&renamed).unwrap()));
    assert_eq!(sound(&renamed).map(|sound| sound.problems), Ok(Vec::new()));
}

#[test]
fn a_mistake_in_a_row_leaves_out_the_row_and_nothing_else() {
    let whole = common::dataset();
    let last = whole.cities[0].plan.items.len() - 1;
    let id = whole.cities[0].plan.items[last].id.clone();
    let value = with(&format!("/cities/0/plan/items/{last}/title_origin"), json!("someone’s"));
    let read = read(&value);
    let left: Vec<&str> = items(&whole, 0).into_iter().filter(|item| *item != id).collect();
    assert_eq!(items(&read.dataset, 0), left);
    assert_eq!((&read.dataset.cities[1], &read.dataset.documents), (&whole.cities[1], &whole.documents));
    assert_eq!(read.problems[0].path, format!("cities[0].plan.items[{last}].title_origin"));
}

#[test]
fn an_amount_that_cannot_be_read_is_no_amount_that_is_not_stated() {
    let whole = common::dataset();
    let stated =
        |dataset: &Dataset| dataset.cities[0].plan.items.iter().position(|item| !item.budget.amounts().is_empty());
    let at = stated(&whole).expect("the fixture states amounts");
    let value = with(&format!("/cities/0/plan/items/{at}/budget/amounts/0/krw"), json!("12억"));
    let read = read(&value);
    assert!(!items(&read.dataset, 0).contains(&whole.cities[0].plan.items[at].id.as_str()));
}

#[test]
fn what_rests_on_what_is_left_out_goes_with_it_and_says_why() {
    let whole = common::dataset();
    let child = whole.cities[0].plan.items.iter().find(|item| item.parent.is_some()).expect("the fixture has a tree");
    let parent = child.parent.clone().unwrap();
    let at = whole.cities[0].plan.items.iter().position(|item| item.id == parent).unwrap();
    let read = read(&with(&format!("/cities/0/plan/items/{at}/ordinal"), json!(0)));
    let left = items(&read.dataset, 0);
    assert!(!left.contains(&parent.as_str()) && !left.contains(&child.id.as_str()));
    assert!(read.problems.iter().any(|problem| problem.fault == Fault::LeftOut { id: parent.clone() }));
    read.problems.iter().for_each(assert_speaks);
}

#[test]
fn what_stands_below_what_is_left_out_goes_with_it_however_deep_it_is() {
    let mut value = FIXTURE.clone();
    let item = value["cities"][0]["plan"]["items"][0].clone();
    let link = |at: usize| {
        let mut link = item.clone();
        link["id"] = json!(format!("link-{at}"));
        if at > 0 {
            link["parent"] = json!(format!("link-{}", at - 1));
        }
        link
    };
    let items = value["cities"][0]["plan"]["items"].as_array_mut().unwrap();
    let before = items.len();
    items.extend((0..60).map(link));
    items[before]["ordinal"] = json!(0);
    let read = read(&value);
    assert_eq!(read.dataset.cities[0].plan, common::dataset().cities[0].plan);
    assert_eq!(read.problems.len(), 60);
    for (at, problem) in read.problems.iter().enumerate().skip(1) {
        assert_eq!(problem.path, format!("cities[0].plan.items[{}].parent", before + at));
        assert_eq!(problem.fault, Fault::LeftOut { id: format!("link-{}", at - 1) });
    }
}

#[test]
fn causes_are_grouped_with_their_number_and_first_places() {
    let mut value = FIXTURE.clone();
    let budgets = value.pointer("/cities/0/budgets").unwrap().as_array().unwrap().clone();
    let many: Vec<Value> = std::iter::repeat_n(budgets[0].clone(), 7).collect();
    *value.pointer_mut("/cities/0/budgets").unwrap() = json!(many);
    for at in 1..7 {
        value["cities"][0]["budgets"][at]["krw"] = json!(-1);
    }
    value["cities"][0]["kind"] = json!("city");
    value["cities"][0]["colour"] = json!("blue");
    let read = read(&value);
    assert_eq!((read.dataset.cities[0].budgets.len(), read.problems.len()), (1, 7));
    let report = read.report(Lang::En);
    assert_eq!(report.len(), 3, "{report:#?}");
    assert!(report[0].starts_with("Mistakes in this page’s own data: 7."));
    assert!(report.iter().any(|line| line.contains("budgets[1].krw: ")
        && line.ends_with("The same cause in other places: 5 (cities[0].budgets[2].krw, cities[0].budgets[3].krw, cities[0].budgets[4].krw, …).")));
    assert_eq!(read.report(Lang::Ko).len(), 3);
}

#[test]
fn only_what_cannot_be_used_at_all_is_refused() {
    assert!(sound("{").is_err());
    assert!(sound(&with("/schema", json!("city-compare/9")).to_string()).is_err());
    assert!(sound(&with("/cities", json!([])).to_string()).is_err());
    let mut none = FIXTURE.clone();
    for city in none["cities"].as_array_mut().unwrap() {
        city["kind"] = json!("town");
    }
    assert!(sound(&none.to_string()).is_err());
    // A version, a field, one of two cities: the rest is shown.
    assert_eq!(read(&with("/version", json!(3))).dataset.cities.len(), 2);
    assert_eq!(read(&with("/cities/1/kind", json!("town"))).dataset.cities.len(), 1);
}

/// The names of the cities of the fixture under other names and provinces.
fn named(cities: [(&str, &str, &str, &str); 2]) -> Vec<(String, String)> {
    let mut value = FIXTURE.clone();
    for (at, (ko, en, province, english)) in cities.into_iter().enumerate() {
        value["cities"][at]["name"] = json!({ "ko": ko, "en": en });
        value["cities"][at]["province"] = json!({ "ko": province, "en": english });
    }
    read(&value).dataset.cities.into_iter().map(|city| (city.name.ko, city.name.en)).collect()
}

#[test]
fn the_province_tells_cities_of_one_name_apart_in_the_language_that_needs_it() {
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(
        named([("중구", "Jung-gu", "서울특별시", "Seoul"), ("중구", "Jung-gu", "부산광역시", "Busan")]),
        [pair("서울특별시 중구", "Jung-gu, Seoul"), pair("부산광역시 중구", "Jung-gu, Busan")]
    );
    assert_eq!(
        named([
            ("광주시", "Gwangju", "경기도", "Gyeonggi Province"),
            ("광주광역시", "Gwangju", "광주광역시", "Gwangju")
        ]),
        [pair("광주시", "Gwangju, Gyeonggi Province"), pair("광주광역시", "Gwangju")]
    );
    // Where the province is the same, the id does.
    assert_eq!(
        named([("중구", "Jung-gu", "서울", "Seoul"), ("중구", "Jung-gu", "서울", "Seoul")]),
        [pair("서울 중구 (gaon)", "Jung-gu, Seoul (gaon)"), pair("서울 중구 (narae)", "Jung-gu, Seoul (narae)")]
    );
}

/// Every place in a value.
fn pointers(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(entries) => entries.iter().for_each(|(key, value)| pointers(value, format!("{at}/{key}"), found)),
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(place, value)| pointers(value, format!("{at}/{place}"), found));
        }
        _ => {}
    }
    found.push(at);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is wrong in a few places: what is shown is a sound dataset, and everything that is left out is told.
    #[test]
    fn what_is_read_of_any_dataset_is_sound(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), prop::sample::select(vec![
            json!(null), json!(-1), json!(1.5), json!(" "), json!("x"), json!([]), json!({}), json!(true), json!("gaon"),
        ])), 1..4)
    ) {
        let mut value = FIXTURE.clone();
        for (index, instead) in changes {
            let mut places = Vec::new();
            pointers(&value, String::new(), &mut places);
            if let Some(place) = value.pointer_mut(index.get::<String>(&places)) {
                *place = instead;
            }
        }
        match sound(&value.to_string()) {
            Err(problems) => prop_assert!(!problems.is_empty()),
            Ok(read) => {
                read.problems.iter().for_each(assert_speaks);
                let readable = |fault: &Fault| matches!(fault, Fault::Missing { .. } | Fault::WrongType { .. } | Fault::EmptyText);
                // What is amiss at the top level, such as a missing version, stays amiss.
                if !read.problems.iter().any(|problem| !problem.path.contains('[') && readable(&problem.fault)) {
                    let again = from_json(&json(&read.dataset).to_string());
                    prop_assert_eq!(again.as_ref().ok(), Some(&read.dataset), "{:?}", again.as_ref().err());
                }
            }
        }
    }
}

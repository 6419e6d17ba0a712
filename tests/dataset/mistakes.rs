//! Whatever is brought instead of a dataset is told, or is a dataset.

use super::common::{assert_speaks, json, sentences};
use super::{FIXTURE, all_nodes, changed, load};
use city_compare::dataset::{Fault, from_json};
use city_compare::embedded;
use city_compare::text::Lang;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

#[track_caller]
fn says(json: &str, english: &str, korean: &str) {
    let problems = from_json(json).expect_err("it is no dataset");
    assert_eq!(sentences(&problems, Lang::En), [english]);
    assert_eq!(sentences(&problems, Lang::Ko), [korean]);
    assert_speaks(&problems[0]);
}

#[test]
fn another_thing_than_an_object_is_one_problem() {
    for (json, found) in
        [("[]", "[]"), ("[1, 2]", "[…]"), ("3", "3"), ("\"x\"", "“x”"), ("null", "null"), ("\u{feff}true", "true")]
    {
        says(
            json,
            &format!("at the top level: found {found}, expected a group of entries {{…}}. Correct the value."),
            &format!("최상위: {found} 값이 있습니다. 필요한 값: 항목 묶음 {{…}}. 값을 고치세요."),
        );
    }
}

#[test]
fn an_empty_object_says_what_it_lacks() {
    let expected: Vec<String> = ["schema", "version", "fields", "documents", "cities"]
        .map(|key| format!("at the top level: “{key}” is missing. Add it."))
        .into();
    assert_eq!(sentences(&from_json("{}").unwrap_err(), Lang::En), expected);
}

#[test]
fn text_that_is_no_json_is_one_problem_with_its_line() {
    says(
        "",
        "line 1: the text cannot be read: EOF while parsing a value at line 1 column 0. Correct it there.",
        "1번째 줄: 글을 읽을 수 없습니다(EOF while parsing a value at line 1 column 0). 그곳을 고치세요.",
    );
    says(
        "{\n  \"schema\": x\n}",
        "line 2: the text cannot be read: expected value at line 2 column 13. Correct it there.",
        "2번째 줄: 글을 읽을 수 없습니다(expected value at line 2 column 13). 그곳을 고치세요.",
    );
    for json in ["{} {}", "<html>", "{\"krw\": 1e999}", "\u{0}"] {
        let problems = from_json(json).unwrap_err();
        assert_eq!(problems.len(), 1, "{json}");
        assert!(matches!(problems[0].fault, Fault::Syntax { .. }));
        assert_speaks(&problems[0]);
    }
}

#[test]
fn json_nested_too_deeply_is_one_problem() {
    for (open, close) in [("[", "]"), ("{\"cities\":", "}")] {
        let json = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        let problems = from_json(&json).unwrap_err();
        assert_eq!(problems.len(), 1);
        let english = problems[0].sentence(Lang::En);
        assert!(english.starts_with("line 1: the text cannot be read: recursion limit exceeded"), "{english}");
        assert_speaks(&problems[0]);
    }
}

#[test]
fn a_key_that_stands_twice_is_not_dropped() {
    let json = FIXTURE.to_string();
    let twice = json.replacen("\"version\":", "\"version\":\"9\",\"version\":", 1);
    assert_eq!(
        sentences(&from_json(&twice).unwrap_err(), Lang::En),
        ["version: “version” stands here more than once. Keep one of them."]
    );
    let inside = json.replacen("\"krw\":400000000000", "\"krw\":0,\"krw\":400000000000", 1);
    assert_eq!(
        sentences(&from_json(&inside).unwrap_err(), Lang::Ko),
        ["cities[0].budgets[1].krw: 같은 이름 ‘krw’ 항목이 여러 번 나옵니다. 하나만 남기세요."]
    );
}

#[test]
fn numbers_beyond_all_bounds_are_refused_and_shown_short() {
    let pointer = "/cities/0/budgets/1/krw";
    let json = changed(&FIXTURE, pointer, Some(json!("HERE"))).to_string();
    for (number, found) in [
        ("9223372036854775808", "9.223372036854776e18"),
        ("123456789012345678901234567890", "1.2345678901234568e29"),
        ("-1e300", "-1e300"),
    ] {
        let problems = from_json(&json.replace("\"HERE\"", number)).unwrap_err();
        let expected = "expected an amount in whole won, not below 0. Correct the value.";
        assert_eq!(sentences(&problems, Lang::En), [format!("cities[0].budgets[1].krw: found {found}, {expected}")]);
    }
    let most = from_json(&json.replace("\"HERE\"", "9223372036854775807")).unwrap();
    assert_eq!(most.cities[0].budgets[1].krw.get(), i64::MAX);
    for number in ["4294967296", "1e10", "-1"] {
        let json = changed(&FIXTURE, "/cities/0/plan/items/1/ordinal", Some(json!("HERE"))).to_string();
        let problems = from_json(&json.replace("\"HERE\"", number)).unwrap_err();
        assert_eq!(problems.len(), 1);
        assert!(problems[0].sentence(Lang::En).contains("expected a whole number from 1"));
    }
}

#[test]
fn six_mistakes_in_json_are_six_problems_with_their_paths() {
    let mut value = FIXTURE.clone();
    for (pointer, instead) in [
        ("/cities/0/kind", json!("town")),
        ("/cities/0/plan/items/0/source/lines", json!([9, 3])),
        ("/cities/0/budgets/0/krw", json!(-5)),
        ("/cities/1/name", json!({ "ko": "나래시" })),
        ("/documents/0/publishd", json!("x")),
        ("/documents/1/published", json!("yesterday")),
    ] {
        value = changed(&value, pointer, Some(instead));
    }
    let problems = load(&value).unwrap_err();
    problems.iter().for_each(assert_speaks);
    assert!(problems.iter().all(|problem| problem.file.is_none() && problem.line.is_none()));
    let paths: BTreeSet<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    let expected = BTreeSet::from([
        "cities[0].kind",
        "cities[0].plan.items[0].source.lines",
        "cities[0].budgets[0].krw",
        "cities[1].name",
        "documents[0].publishd",
        "documents[1].published",
    ]);
    assert_eq!((problems.len(), paths), (6, expected));
}

/// Loading gives a dataset, or problems that speak; it never panics.
fn assert_loads_or_speaks(json: &str) {
    match from_json(json) {
        Ok(dataset) => {
            let again = from_json(&serde_json::to_string(&dataset).unwrap());
            assert!(again == Ok(dataset), "what was read can be written and read again");
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            problems.iter().for_each(assert_speaks);
        }
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        prop_oneof![Just("stated"), Just("city-compare/1"), Just("gaon"), Just("2024-02-30"), Just("")]
            .prop_map(Value::from),
    ];
    let key = prop_oneof![
        "[a-z.\\[\\]0-9]{0,6}",
        prop_oneof![
            Just("schema"),
            Just("cities"),
            Just("plan"),
            Just("items"),
            Just("budget"),
            Just("ko"),
            Just("id")
        ]
        .prop_map(str::to_owned),
    ];
    leaf.prop_recursive(5, 40, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::vec((key.clone(), inner), 0..6)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

/// The embedded dataset with its smallest city alone.
static REDUCED: LazyLock<Value> = LazyLock::new(|| {
    let mut dataset = embedded::dataset().clone();
    dataset.cities.sort_by_key(|city| city.plan.items.len());
    dataset.cities.truncate(1);
    dataset.glossary.truncate(2);
    let city = &dataset.cities[0];
    let figures =
        city.budgets.iter().flat_map(|b| &b.documents).chain(city.population.iter().flat_map(|p| &p.documents));
    let values = city.conflicts.iter().flat_map(|c| &c.stated).flat_map(|value| &value.documents);
    let cited: HashSet<String> = figures.chain(values).chain([&city.plan.document]).cloned().collect();
    dataset.documents.retain(|document| cited.contains(&document.id));
    json(&dataset)
});

#[test]
fn the_reduced_dataset_is_a_dataset() {
    assert_eq!(load(&REDUCED).map(|dataset| dataset.cities.len()).map_err(|p| sentences(&p, Lang::En)), Ok(1));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_json_is_a_dataset_or_a_problem(value in any_json()) {
        assert_loads_or_speaks(&value.to_string());
    }

    #[test]
    fn any_text_is_a_dataset_or_a_problem(text in ".{0,80}") {
        assert_loads_or_speaks(&text);
    }

    #[test]
    fn a_dataset_with_any_value_in_some_places_is_a_dataset_or_a_problem(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), proptest::option::of(any_json())), 1..4)
    ) {
        let mut value = REDUCED.clone();
        for (index, instead) in changes {
            let pointers: Vec<String> = all_nodes(&value).into_iter().map(|(pointer, _)| pointer).collect();
            value = changed(&value, index.get::<String>(&pointers), instead);
        }
        assert_loads_or_speaks(&value.to_string());
    }
}

#[test]
fn what_is_left_of_a_text_counts_when_its_marks_are_put_right() {
    let told = |text: &str| {
        let value = changed(&FIXTURE, "/cities/0/name/ko", Some(json!(text)));
        load(&value)
            .err()
            .unwrap_or_default()
            .into_iter()
            .map(|problem| (problem.path, problem.fault))
            .collect::<Vec<_>>()
    };
    // Nothing to see is nothing: a zero-width space or a byte order mark that some program left.
    assert_eq!(told("\u{200b}\u{feff}"), [("cities[0].name.ko".to_owned(), Fault::EmptyText)]);
    let number = Fault::PhoneNumber { found: "061-123-4567".to_owned() };
    assert_eq!(told("061-\u{200b}123-4567"), [("cities[0].name.ko".to_owned(), number)]);
    assert_eq!(told("가온\u{200b}시"), []);
}

//! The schema and the loader say the same, and what is published is read back.

use super::common::{self, json, sentences};
use super::{FIXTURE, VALIDATOR, all_nodes, changed, load};
use city_compare::dataset::schema::json_schema;
use city_compare::dataset::{Fault, Problem, from_json};
use city_compare::embedded;
use city_compare::text::Lang;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::HashSet;

#[test]
fn the_schema_is_a_json_schema_and_names_its_dialect() {
    let schema = json_schema();
    assert!(jsonschema::meta::is_valid(&schema));
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["$id"], "urn:city-compare:dataset:1");
    assert_eq!(schema["title"], "city-compare dataset");
    assert_eq!(schema["properties"]["schema"]["const"], "city-compare/1");
}

#[test]
fn the_schema_says_what_money_dates_lines_and_words_are() {
    let schema = json_schema();
    let defs = &schema["$defs"];
    assert_eq!((&defs["Won"]["type"], &defs["Won"]["minimum"]), (&json!("integer"), &json!(0)));
    assert_eq!(defs["PartialDate"]["type"], "string");
    assert!(defs["PartialDate"]["pattern"].is_string());
    let lines = &defs["Lines"];
    assert_eq!((&lines["minItems"], &lines["maxItems"]), (&json!(2), &json!(2)));
    for end in lines["prefixItems"].as_array().unwrap() {
        assert_eq!((&end["type"], &end["minimum"]), (&json!("integer"), &json!(1)));
    }
    let words: Vec<&Value> = defs["Stage"]["oneOf"].as_array().unwrap().iter().map(|word| &word["const"]).collect();
    assert_eq!(words, ["proposed", "initial", "final", "current", "spent", "settled"]);
}

/// What may be left out may be null.
#[test]
fn an_item_that_says_nothing_of_its_role_is_a_plan() {
    for (key, instead) in [("role", None), ("role", Some(json!(null))), ("staff_only", Some(json!(null)))] {
        let value = changed(&FIXTURE, &format!("/cities/0/plan/items/0/{key}"), instead);
        assert!(VALIDATOR.is_valid(&value), "the schema refuses {key}");
        let dataset = load(&value).expect("the loader reads it");
        let item = &dataset.cities[0].plan.items[0];
        assert!(!item.staff_only && (key != "role" || item.is_plan()), "{key}");
    }
}

#[test]
fn the_embedded_dataset_fits_the_schema() {
    let dataset = json(&embedded::published());
    let errors: Vec<String> =
        VALIDATOR.iter_errors(&dataset).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert!(VALIDATOR.is_valid(&FIXTURE));
}

#[test]
fn broken_variants_do_not_fit_the_schema() {
    let item = "/cities/0/plan/items/1";
    let broken: &[(String, Option<Value>)] = &[
        ("/schema".into(), Some(json!("city-compare/2"))),
        ("/version".into(), None),
        ("/cities".into(), Some(json!([]))),
        ("/extra".into(), Some(json!(1))),
        ("/fields/0/code".into(), Some(json!("1"))),
        ("/cities/0/kind".into(), Some(json!("town"))),
        ("/cities/0/name/en".into(), None),
        ("/cities/0/name/en".into(), Some(json!(" "))),
        ("/cities/0/budgets/0/krw".into(), Some(json!(-1))),
        ("/cities/0/budgets/0/krw".into(), Some(json!(0.5))),
        ("/cities/0/budgets/0/krw".into(), Some(json!("1조"))),
        ("/cities/0/budgets/0/documents".into(), Some(json!([]))),
        ("/cities/0/budgets/0/stage".into(), Some(json!("voted"))),
        ("/cities/0/budgets/0/fiscal_year".into(), Some(json!(25))),
        ("/cities/0/population/0/as_of".into(), Some(json!("2024. 10."))),
        ("/documents/1/sha256".into(), Some(json!("abc"))),
        ("/documents/0/url".into(), Some(json!("javascript:alert(1)"))),
        (format!("{item}/ordinal"), Some(json!(0))),
        (format!("{item}/fields"), Some(json!([]))),
        (format!("{item}/source/lines"), Some(json!([0, 1]))),
        (format!("{item}/source/lines"), Some(json!([1]))),
        (format!("{item}/source/lines"), Some(json!([1, 2, 3]))),
        (format!("{item}/source/lines/0"), Some(json!("1"))),
        (format!("{item}/budget/status"), Some(json!("non_budget"))),
        (format!("{item}/budget/amounts"), Some(json!([]))),
        (format!("{item}/budget/status"), None),
        (format!("{item}/budget/amounts/0/krw"), Some(json!(null))),
        (format!("{item}/title"), Some(json!("only one language"))),
        (format!("{item}/typo"), Some(json!(1))),
        ("/cities/0/plan/tables/0/rows/1/1".into(), Some(json!(null))),
        ("/cities/0/plan/tables/0/rows/1/1/status".into(), Some(json!("unknown"))),
        (String::new(), Some(json!([]))),
    ];
    for (pointer, instead) in broken {
        let value = changed(&FIXTURE, pointer, instead.clone());
        assert!(!VALIDATOR.is_valid(&value), "the schema lets pass {pointer} = {instead:?}");
        assert!(load(&value).is_err(), "the loader lets pass {pointer} = {instead:?}");
    }
}

/// Whether only the loader can know of the problem: it takes more than one value, or more than a pattern, to see it.
fn beyond_a_schema(problem: &Problem) -> bool {
    matches!(
        problem.fault,
        Fault::DuplicateId { .. }
            | Fault::BadId { .. }
            | Fault::UnknownReference { .. }
            | Fault::Cycle { .. }
            | Fault::BadLines { .. }
            | Fault::LinesBeyond { .. }
            | Fault::AboveWhole { .. }
            | Fault::RowLength { .. }
            | Fault::MeasureMismatch { .. }
            | Fault::NotUnified { .. }
            | Fault::PhoneNumber { .. }
            | Fault::FoundByNoWord { .. }
    )
}

/// The schema and the loader agree on every kind of value of the fixture, removed or replaced.
#[test]
fn the_schema_and_the_loader_say_the_same() {
    let instead = [
        None,
        Some(json!(null)),
        Some(json!(-1)),
        Some(json!(1.5)),
        Some(json!(2.0)),
        Some(json!(" ")),
        Some(json!("x")),
        Some(json!([])),
        Some(json!({})),
        Some(json!(true)),
    ];
    let mut kinds = HashSet::new();
    let mut nodes = all_nodes(&FIXTURE);
    // One node of each kind: the second amount of the second item tells nothing that the first does not.
    nodes.retain(|(pointer, _)| kinds.insert(pointer.replace(|c: char| c.is_ascii_digit(), "")));
    assert!(nodes.len() > 150, "the fixture holds every kind of value: {}", nodes.len());
    for (i, (pointer, _)) in nodes.iter().enumerate() {
        for k in 0..3 {
            let instead = &instead[(i * 3 + k) % instead.len()];
            let value = changed(&FIXTURE, pointer, instead.clone());
            let fits = VALIDATOR.is_valid(&value);
            match load(&value) {
                Ok(_) => assert!(fits, "the loader reads {pointer} = {instead:?}, the schema refuses it"),
                Err(problems) => {
                    let agree = !fits || problems.iter().all(beyond_a_schema);
                    assert!(
                        agree,
                        "the schema lets pass {pointer} = {instead:?}: {:#?}",
                        sentences(&problems, Lang::En)
                    );
                }
            }
        }
    }
}

#[test]
fn a_key_that_stands_for_nothing_may_be_left_out() {
    // What the published JSON spells out as null or [] means the same when it is absent.
    let mut lean = FIXTURE.clone();
    strip(&mut lean);
    assert!(VALIDATOR.is_valid(&lean));
    assert_eq!(load(&lean).map_err(|p| sentences(&p, Lang::En)), Ok(common::dataset()));
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(entries) => {
            entries.retain(|_, value| !value.is_null() && *value != json!([]));
            entries.values_mut().for_each(strip);
        }
        Value::Array(values) => values.iter_mut().for_each(strip),
        _ => {}
    }
}

#[test]
fn the_published_json_read_back_is_the_embedded_dataset() {
    let published = serde_json::to_string_pretty(&embedded::published()).unwrap();
    let back = from_json(&published).unwrap_or_else(|problems| panic!("{:#?}", sentences(&problems, Lang::En)));
    assert!(back == embedded::published());
    let hash: String = Sha256::digest(published.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hash, embedded::HASH);
    assert_eq!(serde_json::to_string_pretty(&back).unwrap(), published);
}

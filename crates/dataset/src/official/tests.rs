#![allow(clippy::expect_used, clippy::panic, reason = "a test stops by panicking")]

use crate::{Lang, from_json, seeds, sound};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::LazyLock;

/// The whole dataset as JSON, with its official figures.
static WHOLE: LazyLock<Value> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let seeds = seeds::load(&folder).unwrap_or_else(|problems| panic!("{}", problems[0].sentence(Lang::En)));
    serde_json::to_value(&seeds.dataset).expect("the model serializes")
});

/// The dataset with a value in place of another one.
fn with(pointer: &str, value: Value) -> String {
    let mut whole = WHOLE.clone();
    *whole.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer} is there")) = value;
    whole.to_string()
}

#[test]
fn official_figures_are_read_from_json_as_from_seeds() {
    let back = from_json(&WHOLE.to_string()).unwrap_or_else(|problems| panic!("{}", problems[0].sentence(Lang::En)));
    assert_eq!(serde_json::to_value(&back).expect("the model serializes"), *WHOLE);
}

/// Each mistake: where it is made, what stands there, where it is told, and what is said.
#[test]
fn every_mistake_is_told_at_its_place_with_what_was_found_and_expected() {
    let official = "/official";
    let mistakes: [(&str, Value, &str, &str); 15] = [
        ("/totals/0/krw", json!(-1), "official.totals[0].krw", "whole won"),
        ("/totals/0/city", json!("atlantis"), "official.totals[0].city", "no city with the id “atlantis”"),
        ("/totals/0/source", json!("nobody"), "official.totals[0].source", "no source of official figures"),
        ("/totals/0/stage", json!("adopted"), "official.totals[0].stage", "one of: proposed, initial, final"),
        ("/field_amounts/0/krw", json!(94_009_000_001_i64), "official.field_amounts[0].krw", "multiple of the unit"),
        ("/field_amounts/0/field", json!("999"), "official.field_amounts[0].field", "no functional field"),
        ("/field_amounts/0/scope", json!("with_funds"), "official.field_amounts[1].scope", "must be of one scope"),
        ("/indicators/0/peers/min", json!(9e15), "official.indicators[0].peers", "must not fall"),
        ("/indicators/0/value", json!(1), "official.indicators[0].value", "between the minimum and the maximum"),
        (
            "/indicators/0/peers/rank",
            json!(227),
            "official.indicators[0].peers.rank",
            "larger than the number of peers",
        ),
        ("/residents/0/codes/0", json!("4612000"), "official.residents[0].codes[0]", "ten digits"),
        ("/places/0/codes/0/code", json!("4613000000"), "official.places[0].codes[0].code", "seven digits"),
        ("/places/4/successors/0", json!("nowhere"), "official.places[4].successors[0]", "no place with the id"),
        ("/prices/0/index", json!(0), "official.prices[0].index", "above zero"),
        ("/sources/0/copy/commit", json!("abc"), "official.sources[0].copy.commit", "40 hexadecimal digits"),
    ];
    for (pointer, value, path, said) in mistakes {
        let problems = from_json(&with(&format!("{official}{pointer}"), value)).expect_err(pointer);
        let found = problems.iter().find(|problem| problem.path == path);
        let problem =
            found.unwrap_or_else(|| panic!("{pointer}: {:?}", problems.iter().map(|p| &p.path).collect::<Vec<_>>()));
        let sentence = problem.sentence(Lang::En);
        assert!(sentence.contains(said), "{pointer}: {sentence}");
        assert!(problem.sentence(Lang::Ko).ends_with('.'), "{pointer}");
    }
}

#[test]
fn a_figure_that_stands_twice_and_a_scope_that_holds_less_than_its_part_are_told() {
    let mut whole = WHOLE.clone();
    let totals = whole.pointer_mut("/official/totals").and_then(Value::as_array_mut).expect("totals");
    let general =
        |total: &Value| total["scope"] == "general" && total["stage"] == "initial" && total["fiscal_year"] == 2026;
    let at = totals.iter().position(general).expect("a general account");
    totals[at]["krw"] = json!(9_000_000_000_000_000_i64);
    let twice = totals[0].clone();
    totals.push(twice);
    let last = totals.len() - 1;
    let problems = from_json(&whole.to_string()).expect_err("two mistakes");
    let told: Vec<String> = problems.iter().map(|problem| problem.sentence(Lang::En)).collect();
    let told_at = |path: String| told.iter().any(|sentence| sentence.starts_with(&path));
    assert!(told_at(format!("official.totals[{at}].krw: found “9000000000000000 > ")), "{told:?}");
    assert!(told_at(format!("official.totals[{last}]: the id “")), "{told:?}");
}

#[test]
fn a_press_report_has_no_other_stage_than_proposed_and_initial() {
    let problems = from_json(&with("/cities/0/budgets/0/stage", json!("settled"))).expect_err("a stage of accounts");
    assert!(problems[0].sentence(Lang::En).contains("Other stages belong to “official”"), "{problems:?}");
}

#[test]
fn a_figure_with_a_mistake_is_left_out_and_the_rest_stays() {
    let sound = sound(&with("/official/totals/0/city", json!("atlantis"))).expect("the rest is sound");
    let all = WHOLE.pointer("/official/totals").and_then(Value::as_array).map_or(0, Vec::len);
    assert_eq!(sound.dataset.official.map(|official| official.totals.len()), Some(all - 1));
}

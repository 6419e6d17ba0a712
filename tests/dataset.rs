//! The dataset: its contract in JSON, its texts and references, and what loading does with anything else.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use city_compare::compare::{Reading, speak::Status};
use city_compare::dataset::schema::json_schema;
use city_compare::dataset::{Fault, Problem, from_json};
use city_compare::embedded;
use city_compare::model::{
    Amount, AmountKind, Basis, Budget, Cell, Dataset, FiscalYear, Funding, FundingSource, Lines, Number, Role, Won,
};
use city_compare::text::Lang;
use common::{assert_speaks, json, sentences};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| jsonschema::validator_for(&json_schema()).unwrap());
static FIXTURE: LazyLock<Value> = LazyLock::new(|| json(&common::dataset()));

fn load(value: &Value) -> Result<Dataset, Vec<Problem>> {
    from_json(&value.to_string())
}

/// Every value inside a value, with its JSON pointer.
fn nodes<'a>(value: &'a Value, pointer: String, found: &mut Vec<(String, &'a Value)>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                nodes(value, format!("{pointer}/{key}"), found);
            }
        }
        Value::Array(values) => {
            for (i, value) in values.iter().enumerate() {
                nodes(value, format!("{pointer}/{i}"), found);
            }
        }
        _ => {}
    }
    found.push((pointer, value));
}

fn all_nodes(value: &Value) -> Vec<(String, &Value)> {
    let mut found = Vec::new();
    nodes(value, String::new(), &mut found);
    found
}

/// The value with one node replaced, or removed if there is nothing instead.
fn changed(value: &Value, pointer: &str, instead: Option<Value>) -> Value {
    let mut value = value.clone();
    let Some((parent, key)) = pointer.rsplit_once('/') else {
        return instead.unwrap_or(Value::Null);
    };
    let parent = value.pointer_mut(parent).unwrap();
    match (parent, instead) {
        (Value::Object(entries), Some(instead)) => drop(entries.insert(key.to_owned(), instead)),
        (Value::Object(entries), None) => drop(entries.remove(key)),
        (Value::Array(values), Some(instead)) => values[key.parse::<usize>().unwrap()] = instead,
        (Value::Array(values), None) => drop(values.remove(key.parse().unwrap())),
        _ => unreachable!("only objects and arrays have children"),
    }
    value
}

// ---- the contract ----

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

// ---- zero, 비예산, not stated, not applicable ----

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

// ---- what the embedded dataset holds ----

/// Every text of the embedded dataset with its JSON pointer.
fn texts() -> Vec<(String, String)> {
    let value = json(embedded::dataset());
    let text = |(pointer, value): (String, &Value)| Some((pointer, value.as_str()?.to_owned()));
    all_nodes(&value).into_iter().filter_map(text).collect()
}

#[test]
fn no_text_holds_a_telephone_number_or_a_mail_address() {
    for (pointer, text) in texts().iter().filter(|(pointer, _)| !pointer.ends_with("/sha256")) {
        assert!(!text.contains('@'), "{pointer}: {text}");
        // Simpler and wider than the loader's own check: any three groups of 2 to 4, 3 or 4, and 4 digits.
        let joined: String = text
            .chars()
            .map(|c| {
                if c.is_ascii_digit() {
                    c
                } else if "-.)– ".contains(c) {
                    '-'
                } else {
                    '/'
                }
            })
            .collect();
        for run in joined.split('/') {
            let groups: Vec<&str> = run.split('-').filter(|group| !group.is_empty()).collect();
            for window in groups.windows(3) {
                let phone = window[0].starts_with('0')
                    && matches!(window[0].len(), 2..=4)
                    && matches!(window[1].len(), 3 | 4)
                    && window[2].len() == 4;
                assert!(!phone, "{pointer}: {text}");
            }
            let short = groups.windows(2).any(|w| {
                matches!(
                    w[0],
                    "1544"
                        | "1566"
                        | "1577"
                        | "1588"
                        | "1599"
                        | "1600"
                        | "1644"
                        | "1661"
                        | "1666"
                        | "1670"
                        | "1688"
                        | "1800"
                        | "1833"
                        | "1899"
                ) && w[1].len() == 4
            });
            assert!(!short, "{pointer}: {text}");
        }
    }
}

#[test]
fn every_text_is_nfc_without_odd_marks_and_without_blanks_at_its_ends() {
    for (pointer, text) in texts() {
        assert!(unicode_normalization::is_nfc(&text), "{pointer}: {text}");
        assert!(!text.is_empty(), "{pointer}");
        let odd = text.chars().find(|c| "\u{a0}\u{200b}\u{feff}‧・ㆍ•∙⋅∼〜\"\t\r\n".contains(*c) || c.is_control());
        assert_eq!(odd, None, "{pointer}: {text}");
        // Forms of the glossary end with a blank where the word must end: 시비 is also the beginning of other words.
        if !pointer.contains("/match/") {
            assert_eq!(text.trim(), text, "{pointer}");
        }
    }
}

#[test]
fn every_bilingual_text_has_both_languages_and_the_english_no_hangul() {
    let hangul = |c: char| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}');
    let value = json(embedded::dataset());
    let mut pairs = 0;
    for (pointer, node) in all_nodes(&value) {
        let (ko, en) = (node.get("ko"), node.get("en"));
        assert_eq!(ko.is_some(), en.is_some(), "{pointer} has one language only");
        let (Some(ko), Some(en)) = (ko, en) else { continue };
        pairs += 1;
        // No exception is needed: not even quoted names are in Hangul.
        assert!(!en.to_string().contains(hangul), "{pointer}: {en}");
        for text in [ko, en] {
            let filled = text.as_str().map_or(text.as_array().is_some_and(|a| !a.is_empty()), |t| !t.trim().is_empty());
            assert!(filled, "{pointer}: {text}");
        }
    }
    assert!(pairs > 2_000, "{pairs}");
}

#[test]
fn ids_are_unique() {
    let value = json(embedded::dataset());
    let mut seen = HashSet::new();
    let mut ids = 0;
    for (pointer, node) in all_nodes(&value) {
        if pointer.ends_with("/id") {
            ids += 1;
            assert!(seen.insert(node.as_str().unwrap().to_owned()), "{pointer}: {node}");
        }
    }
    assert!(ids > 500, "{ids}");
    let codes: BTreeSet<&str> = embedded::dataset().fields.iter().map(|field| field.code.as_str()).collect();
    assert_eq!(codes.len(), 14);
}

#[test]
fn every_item_has_a_field() {
    for city in &embedded::dataset().cities {
        for item in &city.plan.items {
            assert!(!item.fields.is_empty(), "{}", item.id);
            let codes: BTreeSet<&str> = item.fields.iter().map(|mapping| mapping.code.as_str()).collect();
            assert_eq!(codes.len(), item.fields.len(), "{} names a field twice", item.id);
        }
    }
}

/// The table stands in DESIGN.md under `## What is counted`.
#[test]
fn the_design_page_counts_roles_as_they_are() {
    use city_compare::model::Item;
    let design = include_str!("../DESIGN.md");
    for city in &embedded::dataset().cities {
        let items = &city.plan.items;
        let of = |role| items.iter().filter(|item| item.role == role).count();
        let staff = city.plan.plans().filter(|item: &&Item| item.staff_only).count();
        let rest = [Role::Result, Role::Frame, Role::Context, Role::Step, Role::Publicity, Role::Terms].map(of);
        let counts: Vec<String> =
            [items.len(), of(Role::Plan), staff].into_iter().chain(rest).map(|n| n.to_string()).collect();
        let row = format!("| {} | {} |", city.name.en, counts.join(" | "));
        assert!(design.contains(&row), "{row}");
    }
}

#[test]
fn roles_keep_to_their_rules() {
    use city_compare::model::Level;
    for item in embedded::dataset().cities.iter().flat_map(|city| &city.plan.items) {
        let (id, is) = (&item.id, |role| item.role == role);
        assert!(!item.source.section.starts_with("홍보계획") || is(Role::Publicity), "{id} stands under 홍보계획");
        assert!(
            !matches!(item.level, Level::Vision | Level::Goal | Level::Value) || is(Role::Frame),
            "{id} is a purpose"
        );
        assert!(!matches!(item.level, Level::Initiative | Level::CoreProject) || item.is_plan(), "{id} is a task");
        // What was done is in the section of results, or said to be.
        assert!(!item.source.section.contains("추진성과") || is(Role::Result) || item.id == "gwangyang-r3-2", "{id}");
    }
}

#[test]
fn every_document_is_cited() {
    let dataset = embedded::dataset();
    let mut cited: HashSet<&str> = HashSet::new();
    for city in &dataset.cities {
        cited.insert(&city.plan.document);
        cited.extend(city.plan.items.iter().map(|item| item.source.document.as_str()));
        let lists = city.budgets.iter().map(|budget| &budget.documents);
        let lists = lists.chain(city.population.iter().map(|population| &population.documents));
        let lists = lists.chain(city.conflicts.iter().flat_map(|c| &c.stated).map(|value| &value.documents));
        cited.extend(lists.flatten().map(String::as_str));
    }
    let idle: Vec<&str> = dataset.documents.iter().map(|d| d.id.as_str()).filter(|id| !cited.contains(id)).collect();
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn siblings_of_a_level_have_ordinals_of_their_own() {
    for city in &embedded::dataset().cities {
        let mut seen = HashMap::new();
        for item in &city.plan.items {
            let place = (item.parent.as_deref(), item.level, item.ordinal);
            assert!(item.ordinal > 0, "{}", item.id);
            assert_eq!(seen.insert(place, &item.id), None, "{} has the place of another item", item.id);
        }
    }
}

#[test]
fn every_plan_document_is_a_file_that_can_be_checked() {
    let dataset = embedded::dataset();
    for city in &dataset.cities {
        let document = dataset.document(&city.plan.document).unwrap();
        assert!(document.file.is_some() && document.sha256.is_some() && document.lines.is_some(), "{}", document.id);
        assert_eq!(document.city.as_deref(), Some(city.id.as_str()));
    }
}

#[test]
fn every_budget_figure_has_a_document() {
    for city in &embedded::dataset().cities {
        assert!(city.budgets.iter().all(|budget| !budget.documents.is_empty()), "{}", city.id);
        assert!(city.population.iter().all(|population| !population.documents.is_empty()), "{}", city.id);
    }
}

/// A printed amount such as `2조4천500억원(29.5%)` in won; 원 may be missing.
fn printed_won(printed: &str) -> Option<i64> {
    let amount = printed.split('(').next()?.replace([' ', ','], "");
    let mut rest = amount.strip_suffix('원').unwrap_or(&amount);
    let (mut total, mut section) = (0_i64, 0_i64);
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let number: i64 = rest.get(..digits)?.parse().ok()?;
        rest = &rest[digits..];
        let unit = rest.chars().next();
        rest = &rest[unit.map_or(0, char::len_utf8)..];
        match unit {
            Some('천') => section += number * 1_000,
            Some('백') => section += number * 100,
            Some(unit) => {
                let won = match unit {
                    '조' => 1_000_000_000_000,
                    '억' => 100_000_000,
                    '만' => 10_000,
                    _ => return None,
                };
                total += (section + number) * won;
                section = 0;
            }
            None => section += number,
        }
        // 9천억: the unit follows the thousand at once.
        for (unit, won) in [('조', 1_000_000_000_000), ('억', 100_000_000), ('만', 10_000)] {
            if let Some(after) = rest.strip_prefix(unit) {
                total += section * won;
                section = 0;
                rest = after;
            }
        }
    }
    Some(total + section)
}

#[test]
fn printed_amounts_are_read_as_people_read_them() {
    assert_eq!(printed_won("1조 3712억 원"), Some(1_371_200_000_000));
    assert_eq!(printed_won("2조4천500억원(29.5%)"), Some(2_450_000_000_000));
    assert_eq!(printed_won("1조 9천억원"), Some(1_900_000_000_000));
    assert_eq!(printed_won("37억 5만 원"), Some(3_700_050_000));
    assert_eq!(printed_won("약간"), None);
}

#[test]
fn budgets_are_what_is_printed_times_its_unit() {
    for city in &embedded::dataset().cities {
        for budget in &city.budgets {
            let at = format!("{} {} {}", city.id, budget.fiscal_year, budget.label.ko);
            assert_eq!(printed_won(&budget.as_printed), Some(budget.krw.get()), "{at}: {}", budget.as_printed);
        }
    }
}

#[test]
fn populations_are_what_is_printed() {
    for city in &embedded::dataset().cities {
        for population in city.population.iter().filter(|population| population.as_printed.ends_with('명')) {
            let printed = printed_won(population.as_printed.trim_end_matches('명'));
            let persons = population.persons.map(|persons| i64::try_from(persons).unwrap());
            assert_eq!(printed.filter(|_| persons.is_some()), persons, "{}: {}", city.id, population.as_printed);
        }
    }
}

// ---- whatever is brought instead of a dataset ----

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

//! Does a second reader judge the items as the first one did?
//!
//! Roles and functional fields are judgements. A second reader, who has not seen the first one's, judges 120 items drawn
//! at random; the lists are kept in `tests/fixtures`:
//!
//! ```toml
//! date = "2026-11-27"          # when they were read
//!
//! [[item]]                     # 120 of them
//! id = "gwangyang-1-1-a6"
//! role = "plan"                # or, in fields_second_reader.toml, fields = ["060", "140"], the likeliest first
//! staff_only = true            # may be left out: no
//! first = "step"               # what the seeds said then, where they follow the second reader since
//! settled = "Why the one or the other."  # wherever the two differ
//! ```
//!
//! Agreement is that of the two readers before anything was settled. The blank lists for a reader are written by
//! `DOCUMENTS=folder OUT=folder cargo test --test second_reader draw -- --ignored`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops by panicking")]

#[path = "second_reader/agreement.rs"]
mod agreement;
#[path = "second_reader/draw.rs"]
mod draw;

use agreement::Agreement;
use city_compare::embedded;
use city_compare::model::{self, Certainty, Item, Role, Share, Word};
use std::collections::BTreeSet;
use std::path::Path;
use toml::de::{DeTable, DeValue};

const DRAWN: usize = 120;

/// An item as the second reader judged it.
struct Judged {
    id: String,
    role: Option<String>,
    fields: Vec<String>,
    staff_only: bool,
    first: Option<String>,
    settled: bool,
}

/// The judgements of a list.
fn judged(name: &str) -> Vec<Judged> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    let text = std::fs::read_to_string(path).expect("the list can be read");
    let table = DeTable::parse(&text).expect("the list is TOML").into_inner();
    assert!(table["date"].get_ref().as_str().is_some_and(|date| date.len() == 10), "{name} says when it was read");
    let word = |item: &DeValue, key: &str| item.get(key).map(|value| value.get_ref().as_str().expect(key).to_owned());
    let list = |item: &DeValue| {
        let fields = item.get("fields").and_then(|value| value.get_ref().as_array());
        fields.into_iter().flatten().map(|code| code.get_ref().as_str().expect("a code").to_owned()).collect()
    };
    let one = |item: &DeValue| Judged {
        id: word(item, "id").expect("an id"),
        role: word(item, "role"),
        fields: list(item),
        staff_only: item.get("staff_only").is_some_and(|value| value.get_ref().as_bool() == Some(true)),
        first: word(item, "first"),
        settled: word(item, "settled").is_some_and(|why| !why.trim().is_empty()),
    };
    let items: Vec<Judged> =
        table["item"].get_ref().as_array().expect("items").iter().map(|value| one(value.get_ref())).collect();
    let ids: BTreeSet<&str> = items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!((items.len(), ids.len()), (DRAWN, DRAWN), "{name} holds each drawn item once");
    items
}

fn item(id: &str) -> &'static Item {
    embedded::dataset().item(id).unwrap_or_else(|| panic!("no item {id}")).1
}

/// What the page says of it.
fn published() -> model::Agreement {
    embedded::dataset().agreement.expect("the dataset says how far readers agree")
}

fn share<T>(all: &Agreement<T>) -> Share {
    let small = |n: usize| u32::try_from(n).expect("a few hundred items");
    Share { part: small(all.same), of: small(all.n) }
}

#[test]
fn the_second_reader_gives_items_the_same_roles() {
    let judged = judged("roles_second_reader.toml");
    let role = |word: &str| Role::parse(word).unwrap_or_else(|| panic!("no role {word}")).word();
    let mut pairs = Vec::new();
    for one in &judged {
        let now = item(&one.id).role.word();
        let (first, second) = (one.first.as_deref().map_or(now, role), role(one.role.as_deref().expect("a role")));
        assert!(first == second || one.settled, "{}: {first} or {second}? The list must say why.", one.id);
        pairs.push((first, second));
    }
    let all = Agreement::of(&pairs);
    println!("roles: {all}");
    for ((first, second), n) in all.table() {
        println!("  {first:10} {second:10} {n}");
    }
    let plan: Vec<(bool, bool)> = pairs.iter().map(|(a, b)| (*a == "plan", *b == "plan")).collect();
    println!("plan or not: {}", Agreement::of(&plan));
    let plans = judged.iter().zip(&pairs).filter(|(_, pair)| **pair == ("plan", "plan"));
    let staff: Vec<(bool, bool)> = plans.map(|(one, _)| (item(&one.id).staff_only, one.staff_only)).collect();
    println!("only for the city's staff: {}", Agreement::of(&staff));
    assert!(all.kappa > 0.6, "less than substantial agreement");
    assert_eq!(published().roles, share(&all), "agreement.roles in seeds/dataset.toml");
}

#[test]
fn the_second_reader_files_items_in_the_same_fields() {
    let judged = judged("fields_second_reader.toml");
    let (mut mains, mut sure, mut among) = (Vec::new(), Vec::new(), 0);
    for one in &judged {
        let ours = &item(&one.id).fields;
        let main = one.first.as_deref().unwrap_or(&ours[0].code);
        let theirs = one.fields.first().expect("a field").as_str();
        assert!(embedded::dataset().field(theirs).is_some(), "{}: no field {theirs}", one.id);
        let known = main == theirs || ours.iter().any(|mapping| mapping.code == theirs);
        assert!(known || one.settled, "{}: {main} or {theirs}? The list must say why.", one.id);
        among += usize::from(known);
        mains.push((main, theirs));
        if ours[0].confidence == Certainty::Sure {
            sure.push((main, theirs));
        }
    }
    let all = Agreement::of(&mains);
    println!("main field: {all}");
    println!("main field, where ours is sure: {}", Agreement::of(&sure));
    println!("their main field is one of ours: {among} of {DRAWN}");
    assert!(all.kappa > 0.6, "less than substantial agreement");
    assert_eq!(published().fields, share(&all), "agreement.fields in seeds/dataset.toml");
}

#[test]
fn the_blank_lists_say_nothing_of_what_was_judged() {
    for list in draw::LISTS {
        let ids = draw::ids(list);
        assert_eq!(ids.len(), DRAWN);
        let again: BTreeSet<&str> = draw::ids(list).into_iter().collect();
        assert_eq!(again.len(), DRAWN, "each once, and the same at every draw");
        let blank = draw::blank(list, None);
        assert_eq!(blank.lines().count(), DRAWN + 1);
        let head: Vec<&str> = blank.lines().next().unwrap().split('\t').collect();
        assert!(blank.lines().all(|line| line.split('\t').count() == head.len()));
        assert!(!head.iter().any(|name| ["role", "fields", "staff_only", "level"].contains(name)));
    }
    assert_ne!(draw::ids("roles"), draw::ids("fields"));
}

#[test]
#[ignore = "writes the blank lists for a second reader"]
fn draw() {
    let folder = |name: &str| std::env::var(name).unwrap_or_else(|_| panic!("{name} names a folder"));
    let (documents, out) = (folder("DOCUMENTS"), folder("OUT"));
    for list in draw::LISTS {
        let blank = draw::blank(list, Some(Path::new(&documents)));
        std::fs::write(Path::new(&out).join(format!("{list}_blank.tsv")), blank).expect("the folder can be written");
    }
}

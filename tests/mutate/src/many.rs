//! Datasets with as many mistakes of one kind as a real table has rows: the time to tell them follows their number, not
//! its square.

use city_compare_dataset::{Lang, sound};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// How many rows are faulty.
pub const ROWS: usize = 10_000;

/// A dataset with one kind of mistake in each of its rows.
pub struct Many {
    /// The kind.
    pub name: &'static str,
    /// The dataset, as a city brings it.
    pub text: String,
}

impl Many {
    /// How long it takes to read what is sound and to tell the rest by cause, and in how many lines it is told.
    pub fn told(&self) -> (Duration, usize) {
        let since = Instant::now();
        let lines = match sound(&self.text) {
            Ok(sound) => sound.report(Lang::Ko).len(),
            Err(problems) => problems.len(),
        };
        (since.elapsed(), lines)
    }
}

/// Every kind of mistake that grows with the rows of a list, made of one sound dataset.
pub fn many(base: &Value, rows: usize) -> Vec<Many> {
    let one = |name, change: &dyn Fn(&mut Value)| {
        let mut tree = base.clone();
        change(&mut tree);
        Many { name, text: tree.to_string() }
    };
    let item = base["cities"][0]["plan"]["items"][0].clone();
    let items =
        |tree: &mut Value, made: &dyn Fn(usize, &mut Value)| fill(tree, "/cities/0/plan/items", &item, rows, made);
    let budget = base["cities"][0]["budgets"][0].clone();
    let budgets =
        |tree: &mut Value, made: &dyn Fn(usize, &mut Value)| fill(tree, "/cities/0/budgets", &budget, rows, made);
    let city = base["cities"][0].clone();
    vec![
        one("amounts below zero", &|tree| budgets(tree, &|_, row| row["krw"] = json!(-1))),
        one("amounts below zero in every other row, and documents that are not there", &|tree| {
            budgets(tree, &|at, row| match at % 2 {
                0 => row["krw"] = json!(-1),
                _ => row["documents"] = json!(["nowhere"]),
            });
        }),
        one("unknown words", &|tree| items(tree, &|_, row| row["title_origin"] = json!("someone’s"))),
        one("unknown keys", &|tree| items(tree, &|_, row| row["colour"] = json!("blue"))),
        one("one id for all", &|tree| items(tree, &|_, row| row["id"] = json!("same"))),
        one("spelling", &|tree| items(tree, &|_, row| row["title"]["ko"] = json!("보건ㆍ복지"))),
        one("parents that are left out", &|tree| {
            items(tree, &|at, row| match at {
                0 => row["ordinal"] = json!(0),
                _ => row["parent"] = json!("row-0"),
            });
        }),
        one("a chain of parents", &|tree| {
            items(tree, &|at, row| {
                if at > 0 {
                    row["parent"] = json!(format!("row-{}", at - 1));
                }
            });
        }),
        one("a chain of parents that ends in a circle", &|tree| {
            items(tree, &|at, row| row["parent"] = json!(format!("row-{}", at.max(2) - 1)));
        }),
        one("an item that a topic has again and again", &|tree| {
            tree["topics"] = json!([topic(json!([]), vec![item["id"].clone(); rows])]);
        }),
        one("items that no word of a topic finds", &|tree| {
            items(tree, &|_, _| {});
            let ids = (0..rows).map(|at| json!(format!("row-{at}"))).collect();
            tree["topics"] = json!([topic(json!(["아무데도"]), ids)]);
        }),
        one("items that a word of a topic finds", &|tree| {
            items(tree, &|_, row| row["title"]["ko"] = json!("여기"));
            let ids = (0..rows).rev().map(|at| json!(format!("row-{at}"))).collect();
            tree["topics"] = json!([topic(json!(["여기"]), ids)]);
        }),
        one("cities of one name", &|tree| {
            let cities = |at: usize, row: &mut Value| {
                row["plan"]["items"] = json!([]);
                row["budgets"] = json!([]);
                row["id"] = json!(format!("row-{at}"));
            };
            fill(tree, "/cities", &city, rows, &cities);
        }),
    ]
}

fn topic(words: Value, items: Vec<Value>) -> Value {
    let text = json!({ "ko": "주제", "en": "Topic" });
    json!({ "id": "topic", "title": text, "description": text, "words": words, "items": items })
}

/// Puts rows in the place of a list, each a copy of one that is sound, with an id of its own and then changed.
fn fill(tree: &mut Value, list: &str, row: &Value, rows: usize, made: &dyn Fn(usize, &mut Value)) {
    let row = |at: usize| {
        let mut row = row.clone();
        if row.get("level").is_some() {
            row["id"] = json!(format!("row-{at}"));
        }
        made(at, &mut row);
        row
    };
    if let Some(place) = tree.pointer_mut(list) {
        *place = (0..rows).map(row).collect();
    }
}

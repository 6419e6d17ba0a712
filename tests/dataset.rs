//! The dataset: its contract in JSON, its texts and references, and what loading does with anything else.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;
#[path = "dataset/content.rs"]
mod content;
#[path = "dataset/forms.rs"]
mod forms;
#[path = "dataset/mistakes.rs"]
mod mistakes;
#[path = "dataset/schema.rs"]
mod schema;

use city_compare::dataset::schema::json_schema;
use city_compare::dataset::{Problem, from_json};
use city_compare::model::Dataset;
use common::json;
use jsonschema::Validator;
use serde_json::Value;
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

//! The JSON Schema of the dataset: the contract for everyone who does not read Rust.

use crate::model::Dataset;
use schemars::Schema;
use schemars::transform::transform_subschemas;
use serde_json::{Value, json};

/// Without these, there is no dataset. Lists inside it may be left out, which means that they are empty.
const REQUIRED: [&str; 5] = ["schema", "version", "fields", "documents", "cities"];

/// The JSON Schema (draft 2020-12) of `dataset.json`, generated from the types of [`crate::model`].
///
/// It is strict: unknown keys are refused, words are listed, money is a whole number of won not below 0, lines count
/// from 1. What it cannot say, such as that a cited document exists, [`crate::from_json`] checks on top.
///
/// ```
/// let schema = city_compare_dataset::schema::json_schema();
/// assert_eq!(schema["properties"]["schema"]["const"], city_compare_dataset::model::SCHEMA);
/// ```
pub fn json_schema() -> Value {
    let mut schema = schemars::schema_for!(Dataset);
    strict(&mut schema);
    schema.insert("required".into(), json!(REQUIRED));
    schema.insert("$id".into(), json!("urn:city-compare:dataset:1"));
    schema.insert("title".into(), json!("city-compare dataset"));
    schema.to_value()
}

/// Makes a schema as strict as the loader, and its descriptions fit for readers who do not see the Rust.
fn strict(schema: &mut Schema) {
    describe(schema);
    if schema.get("type") == Some(&json!("object")) {
        schema.insert("additionalProperties".into(), json!(false));
        lists_may_be_absent(schema);
    }
    // Every text says something: a text that is not stated is absent or null.
    let text = schema.get("type").is_some_and(|kind| *kind == "string" || *kind == json!(["string", "null"]));
    if text && !["pattern", "const", "enum"].iter().any(|key| schema.get(*key).is_some()) {
        schema.insert("pattern".into(), json!(r"\S"));
    }
    transform_subschemas(&mut strict, schema);
}

/// Takes the lists that may be left out, because they may be empty, from the required properties.
fn lists_may_be_absent(schema: &mut Schema) {
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else { return };
    let optional: Vec<String> = properties
        .iter()
        .filter(|(_, property)| property.get("type") == Some(&json!("array")) && property.get("minItems").is_none())
        .map(|(name, _)| name.clone())
        .collect();
    if let Some(required) = schema.get_mut("required").and_then(Value::as_array_mut) {
        required.retain(|name| !optional.iter().any(|optional| name == optional));
    }
}

/// Doc comments without their examples and their links into the Rust documentation.
fn describe(schema: &mut Schema) {
    let Some(Value::String(text)) = schema.get("description") else { return };
    let prose = text.split("```").next().unwrap_or_default().trim();
    let paragraphs: Vec<String> = prose.split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect();
    let plain = paragraphs.join("\n\n").replace("[`", "`").replace("`]", "`");
    schema.insert("description".into(), Value::String(plain));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every schema inside a schema, with its place.
    fn walk<'a>(value: &'a Value, path: String, visit: &mut dyn FnMut(&str, &'a Value)) {
        visit(&path, value);
        match value {
            Value::Object(entries) => {
                entries.iter().for_each(|(key, value)| walk(value, format!("{path}/{key}"), visit));
            }
            Value::Array(values) => {
                values.iter().enumerate().for_each(|(i, value)| walk(value, format!("{path}/{i}"), visit));
            }
            _ => {}
        }
    }

    #[test]
    fn no_object_allows_unknown_keys() {
        let schema = json_schema();
        walk(&schema, String::new(), &mut |path, value| {
            if value.get("type") == Some(&json!("object")) {
                assert_eq!(value.get("additionalProperties"), Some(&json!(false)), "{path}");
            }
        });
    }

    #[test]
    fn every_property_is_described_without_rust() {
        let schema = json_schema();
        walk(&schema, String::new(), &mut |path, value| {
            let Some(description) = value.get("description").and_then(Value::as_str) else { return };
            assert!(!description.is_empty() && !description.contains("```"), "{path}: {description}");
            assert!(!description.contains("[`") && !description.contains("::"), "{path}: {description}");
        });
        walk(&schema, String::new(), &mut |path, value| {
            if path.ends_with("/properties")
                && !path.contains("/if/")
                && !path.contains("/then/")
                && !path.contains("/else/")
            {
                for (name, property) in value.as_object().into_iter().flatten() {
                    assert!(property.get("description").is_some(), "{path}/{name} has no description");
                }
            }
        });
    }
}

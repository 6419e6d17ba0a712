//! The JSON Schema of a lesson, for those who write one.

use crate::model::{Lesson, SCHEMA};
use serde_json::{Value, json};

/// The JSON Schema (draft 2020-12) of a lesson, generated from the types of [`crate::model`].
pub fn json_schema() -> Value {
    let mut schema = schemars::schema_for!(Lesson).to_value();
    if let Some(name) = schema.pointer_mut("/properties/schema") {
        *name = json!({ "const": SCHEMA, "description": "The name of this shape." });
    }
    if let Some(root) = schema.as_object_mut() {
        root.insert("$id".into(), json!("urn:city-compare:lesson:1"));
        root.insert("title".into(), json!("city-compare lesson"));
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lesson_fits_and_a_broken_one_does_not() {
        let validator = jsonschema::validator_for(&json_schema()).unwrap();
        for file in crate::FILES {
            let lesson: Value = serde_json::from_str(file).unwrap();
            let told: Vec<String> = validator.iter_errors(&lesson).map(|error| error.to_string()).collect();
            assert_eq!(told, Vec::<String>::new());
            let mut broken = lesson;
            broken["steps"][0]["answer"]["kind"] = json!("song");
            assert!(!validator.is_valid(&broken));
        }
    }
}

//! custom-elements.json, which the analyzer makes from the element, against what the widget reads.

use crate::failure::Failure;
use city_compare::options::ATTRIBUTES;
use std::collections::BTreeSet;

/// Where it lies in dist/.
pub(super) const NAME: &str = "custom-elements.json";

/// Fails unless the manifest's attributes are those that the widget reads, and `src`, which the loader reads.
pub(super) fn hold(manifest: &str) -> Result<(), Failure> {
    let manifest: serde_json::Value = serde_json::from_str(manifest).unwrap_or_default();
    let entries = manifest["modules"][0]["declarations"][0]["attributes"].as_array().cloned().unwrap_or_default();
    let described: BTreeSet<&str> = entries.iter().filter_map(|entry| entry["name"].as_str()).collect();
    let read: BTreeSet<&str> = ATTRIBUTES.into_iter().chain(["src"]).collect();
    if described == read {
        return Ok(());
    }
    let differ: Vec<&str> = described.symmetric_difference(&read).copied().collect();
    Err(Failure::new(
        format!("{NAME} and the widget differ in the attributes {}", differ.join(", ")),
        "the same names in ATTRIBUTES of the options and in the comments of www/element/attributes.js",
        "add or remove what differs in one of them",
    ))
}

#[cfg(test)]
mod tests {
    use super::hold;
    use city_compare::options::ATTRIBUTES;

    fn manifest(names: &[&str]) -> String {
        let attributes: Vec<_> = names.iter().map(|name| serde_json::json!({ "name": name })).collect();
        serde_json::json!({ "modules": [{ "declarations": [{ "attributes": attributes }] }] }).to_string()
    }

    #[test]
    fn an_attribute_too_many_or_too_few_is_named() {
        let all: Vec<&str> = ATTRIBUTES.into_iter().chain(["src"]).collect();
        assert_eq!(hold(&manifest(&all)), Ok(()));
        let said = |names: &[&str]| hold(&manifest(names)).err().map(|failure| failure.to_string()).unwrap_or_default();
        assert!(said(&ATTRIBUTES).contains("differ in the attributes src"));
        assert!(said(&[&all[..], &["colour"]].concat()).contains("differ in the attributes colour"));
    }
}

//! custom-elements.json against the code that it describes.

use city_compare::options::ATTRIBUTES;
use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

const MANIFEST: &str = include_str!("../../../../www/custom-elements.json");
const TYPES: &str = include_str!("../../../../www/city-compare.d.ts");
const LOADER: &str = include_str!("../../../../www/city-compare.js");
const SHEET: &str = include_str!("../../../../www/city-compare.css");

/// The names of a list of the manifest's only declaration.
fn names(list: &str) -> BTreeSet<String> {
    let manifest: serde_json::Value = serde_json::from_str(MANIFEST).unwrap_or_default();
    let entries = manifest["modules"][0]["declarations"][0][list].as_array().cloned().unwrap_or_default();
    entries.iter().filter_map(|entry| entry["name"].as_str().map(str::to_owned)).collect()
}

/// What follows each `start` in a text, up to `end`.
fn between(text: &str, start: &str, end: char) -> BTreeSet<String> {
    text.split(start).skip(1).filter_map(|rest| rest.split_once(end)).map(|(name, _)| name.to_owned()).collect()
}

/// All Rust files of the views, as one text.
fn views() -> io::Result<String> {
    all_within(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/view"))
}

fn all_within(path: &Path) -> io::Result<String> {
    if path.is_file() {
        return fs::read_to_string(path);
    }
    fs::read_dir(path)?.map(|entry| all_within(&entry?.path())).collect()
}

fn set<const N: usize>(names: [&str; N]) -> BTreeSet<String> {
    names.map(str::to_owned).into()
}

#[test]
fn the_attributes_are_those_that_are_read() {
    let mut known = set(ATTRIBUTES);
    known.insert("src".to_owned());
    assert_eq!(names("attributes"), known);
    let line = LOADER.lines().find(|line| line.starts_with("const ATTRIBUTES")).unwrap_or_default();
    assert_eq!(line.split('\'').skip(1).step_by(2).map(str::to_owned).collect::<BTreeSet<_>>(), known);
}

#[test]
fn the_parts_and_slots_are_those_of_the_views_and_the_loader() -> io::Result<()> {
    let views = views()?;
    let mut parts = between(&views, "part=\"", '"');
    parts.extend(set(["loading", "failure"]));
    assert!(LOADER.contains("role === 'alert' ? 'failure' : 'loading'"));
    assert_eq!(names("cssParts"), parts);
    let mut slots = between(&views, "<slot name=\"", '"');
    slots.extend(between(&views, "<slot name={\"", '"'));
    slots.insert(String::new());
    assert_eq!(names("slots"), slots);
    Ok(())
}

#[test]
fn the_custom_properties_are_those_that_the_style_sheets_read() {
    let read: BTreeSet<String> = [SHEET, LOADER]
        .iter()
        .flat_map(|text| between(text, "var(--city-compare-", ','))
        .filter(|name| name.chars().all(|c| c.is_ascii_lowercase()))
        .map(|name| format!("--city-compare-{name}"))
        .collect();
    assert_eq!(names("cssProperties"), read);
}

#[test]
fn the_events_and_members_are_those_of_the_loader_and_of_its_types() {
    let told: BTreeSet<String> =
        between(LOADER, "this.#tell('", '\'').iter().map(|name| format!("city-compare:{name}")).collect();
    assert_eq!(names("events"), told);
    for event in told {
        assert!(TYPES.contains(&format!("'{event}': CustomEvent<")), "{event}");
    }
    // Methods and accessors of the class stand at two spaces, without a hash; what the browser calls is no one's to call.
    let own = LOADER.lines().filter_map(|line| line.strip_prefix("  ")).filter_map(|line| {
        let line =
            line.strip_prefix("async ").or(line.strip_prefix("get ")).or(line.strip_prefix("set ")).unwrap_or(line);
        let (name, rest) = line.split_once('(')?;
        let named =
            name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(|c| c.is_ascii_alphanumeric());
        let called =
            ["constructor", "connectedCallback", "disconnectedCallback", "attributeChangedCallback"].contains(&name);
        (named && !called && rest.contains(") {")).then(|| name.to_owned())
    });
    let told = names("members");
    for member in own.filter(|name| !["if", "for", "catch"].contains(&name.as_str())) {
        assert!(told.contains(&member), "{member} of the loader in custom-elements.json");
    }
    for member in names("members") {
        let typed = [format!("set {member}("), format!("get {member}("), format!("  {member}(")];
        // `lang` is every element's own.
        assert!(member == "lang" || typed.iter().any(|form| TYPES.contains(form)), "{member} in the types");
        assert!(LOADER.contains(&member), "{member} in the loader");
    }
}

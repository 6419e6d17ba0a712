//! The strings of the widget: none stands in `texts/` that nothing says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use city_compare::text::{Lang, figures, items, lesson, words};
use std::fs;
use std::path::Path;

/// All sources that may name a string, as one text.
fn sources(folder: &Path, found: &mut String) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            found.push_str(&fs::read_to_string(&path).expect("a source is text"));
        }
    }
}

#[test]
fn every_string_of_the_widget_is_said_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = String::new();
    for folder in ["src", "crates/core/src", "crates/lessons/src", "xtask/src"] {
        sources(&root.join(folder), &mut found);
    }
    let is_used = |key: &str| {
        found.match_indices(key).any(|(at, _)| {
            let after = found[at + key.len()..].chars().next();
            let whole = after.is_none_or(|c| !c.is_ascii_alphanumeric() && c != '_');
            whole && found[..at].ends_with('.')
        })
    };
    let tables = [
        words(Lang::Ko).entries(),
        figures::words(Lang::Ko).entries(),
        items::words(Lang::Ko).entries(),
        lesson::words(Lang::Ko).entries(),
    ];
    let unused: Vec<&str> = tables.concat().into_iter().map(|(key, _)| key).filter(|key| !is_used(key)).collect();
    assert!(unused.is_empty(), "nothing says these strings of texts/ko.toml and texts/en.toml: {unused:?}");
}

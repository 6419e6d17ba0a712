//! What a mistake in the seeds says: file, line, path, what was found, what was expected, what to do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;
#[path = "seeds/form.rs"]
mod form;
#[path = "seeds/meaning.rs"]
mod meaning;
#[path = "seeds/values.rs"]
mod values;

use city_compare::dataset::{Problem, seeds};
use city_compare::text::Lang;
use common::{FILES, assert_speaks, sentences};

/// The fixture with one text of a file replaced, which must occur there exactly once.
fn replaced(file: &str, from: &str, to: &str) -> Vec<(&'static str, String)> {
    let mut texts: Vec<(&str, String)> = FILES.iter().map(|(name, text)| (*name, (*text).to_owned())).collect();
    let (_, text) = texts.iter_mut().find(|(name, _)| *name == file).expect("the file is in the fixture");
    assert_eq!(text.matches(from).count(), 1, "{file}: “{from}” must occur once");
    *text = text.replace(from, to);
    texts
}

fn problems(texts: &[(&'static str, String)]) -> Vec<Problem> {
    let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    seeds::from_texts(&texts).expect_err("the seeds are broken")
}

/// The line of a file on which a text stands, counted from 1.
fn line(texts: &[(&'static str, String)], file: &str, marker: &str) -> usize {
    let (_, text) = texts.iter().find(|(name, _)| *name == file).expect("the file is in the fixture");
    let at = text.find(marker).unwrap_or_else(|| panic!("{file}: no “{marker}”"));
    text[..at].matches('\n').count() + 1
}

/// Breaks one thing and expects exactly one problem: at the first line that holds `at`, at that path, in those words.
#[track_caller]
fn says(file: &str, from: &str, to: &str, at: &str, path: &str, english: &str) {
    let texts = replaced(file, from, to);
    let problems = problems(&texts);
    let line = line(&texts, file, at);
    let gap = if path.is_empty() { "" } else { ": " };
    let place = format!("seeds/{file}.toml:{line}{gap}{path}");
    assert_eq!(sentences(&problems, Lang::En), [format!("{place}: {english}")]);
    assert_speaks(&problems[0]);
    assert!(problems[0].sentence(Lang::Ko).starts_with(&format!("{place}: ")), "{}", problems[0].sentence(Lang::Ko));
}

const ITEM: &str = "cities[0].plan.items[1]";

//! The fixture: seeds of two invented cities, and what its mistakes say.
#![allow(dead_code, reason = "each test binary uses a part of it")]

use city_compare::dataset::{Problem, seeds};
use city_compare::model::Dataset;
use city_compare::text::Lang;

/// The files of the fixture by name.
pub const FILES: [(&str, &str); 8] = [
    ("dataset", include_str!("../fixtures/seeds/dataset.toml")),
    ("fields", include_str!("../fixtures/seeds/fields.toml")),
    ("documents", include_str!("../fixtures/seeds/documents.toml")),
    ("budgets", include_str!("../fixtures/seeds/budgets.toml")),
    ("glossary", include_str!("../fixtures/seeds/glossary.toml")),
    ("gaon", include_str!("../fixtures/seeds/gaon.toml")),
    ("narae", include_str!("../fixtures/seeds/narae.toml")),
    ("topics", include_str!("../fixtures/seeds/topics.toml")),
];

/// The fixture's dataset.
pub fn dataset() -> Dataset {
    match seeds::from_texts(&FILES) {
        Ok(seeds) => seeds.dataset,
        Err(problems) => panic!("the fixture is valid:\n{}", sentences(&problems, Lang::En).join("\n")),
    }
}

/// The dataset as JSON, as the build publishes it.
pub fn json(dataset: &Dataset) -> serde_json::Value {
    serde_json::to_value(dataset).expect("the model serializes")
}

pub fn sentences(problems: &[Problem], lang: Lang) -> Vec<String> {
    problems.iter().map(|problem| problem.sentence(lang)).collect()
}

/// Both sentences say something, and the Korean one is Korean.
pub fn assert_speaks(problem: &Problem) {
    let (ko, en) = (problem.sentence(Lang::Ko), problem.sentence(Lang::En));
    assert!(!en.trim().is_empty() && en.ends_with('.'), "{en}");
    assert!(ko.ends_with("세요.") || ko.contains("세요:") || ko.contains("세요("), "not a request: {ko}");
    assert_ne!(ko, en);
    assert!(ko.chars().any(|c| ('가'..='힣').contains(&c)), "not Korean: {ko}");
}

//! A city's file of the seeds, as TOML, beside the other files of the fixture: every refusal names file and place.
#![no_main]

use city_compare_dataset::seeds;
use libfuzzer_sys::fuzz_target;

const FILES: [(&str, &str); 7] = [
    ("dataset", include_str!("../../tests/fixtures/seeds/dataset.toml")),
    ("fields", include_str!("../../tests/fixtures/seeds/fields.toml")),
    ("documents", include_str!("../../tests/fixtures/seeds/documents.toml")),
    ("budgets", include_str!("../../tests/fixtures/seeds/budgets.toml")),
    ("glossary", include_str!("../../tests/fixtures/seeds/glossary.toml")),
    ("gaon", include_str!("../../tests/fixtures/seeds/gaon.toml")),
    ("narae", include_str!("../../tests/fixtures/seeds/narae.toml")),
];

fuzz_target!(|text: &str| {
    let mut files = FILES;
    files[6].1 = text;
    if let Err(problems) = seeds::from_texts(&files) {
        assert!(!problems.is_empty());
        assert!(problems.iter().all(|problem| problem.file.is_some()), "{problems:?}");
    }
});

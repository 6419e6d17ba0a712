//! A dataset of one's own, and what is wrong with it: each problem with its place, what was found and what was expected.
//!
//! `cargo run --example problems_of_a_dataset -- mine.json` reads a file; without one, a dataset with three mistakes.

use city_compare::{dataset, text::Lang};
use std::process::ExitCode;
use std::{env, fs};

/// A city of an unknown kind, without a plan, in a dataset that names no documents.
const MISTAKEN: &str = r#"{
  "schema": "city-compare/1",
  "version": "1",
  "fields": [],
  "cities": [{
    "id": "gaon",
    "name": { "ko": "가온시", "en": "Gaon" },
    "province": { "ko": "한빛도", "en": "Hanbit Province" },
    "kind": "town"
  }]
}"#;

fn main() -> ExitCode {
    let json = match env::args().nth(1) {
        None => MISTAKEN.to_owned(),
        Some(path) => match fs::read_to_string(&path) {
            Ok(json) => json,
            Err(error) => {
                eprintln!("{path} cannot be read: {error}");
                return ExitCode::FAILURE;
            }
        },
    };
    // All of it or nothing. `dataset::sound` gives what is sound of a dataset with mistakes, as the widget shows it.
    match dataset::from_json(&json) {
        Ok(dataset) => println!("Sound: {} cities, version {}.", dataset.cities.len(), dataset.version),
        Err(problems) => {
            println!("Problems: {}", problems.len());
            for problem in &problems {
                println!("  {}", problem.sentence(Lang::En));
            }
        }
    }
    ExitCode::SUCCESS
}

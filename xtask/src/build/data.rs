//! The files that are written from the Rust types: the dataset and its schema.

use crate::failure::Failure;
use city_compare::dataset::schema::json_schema;
use city_compare::dataset::seeds::{self, report::report};
use city_compare::embedded;
use city_compare::text::Lang;
use std::path::Path;

/// `dataset.json`: the dataset that is compiled in.
pub fn dataset_json() -> Result<String, Failure> {
    // The same form that the build script hashed: HASH is the SHA-256 of this file.
    serde_json::to_string_pretty(&embedded::published()).map_err(|error| not_written("dataset.json", &error))
}

/// `city-compare.schema.json`: what a dataset looks like, a city's own too.
pub fn schema_json() -> Result<String, Failure> {
    serde_json::to_string_pretty(&json_schema()).map_err(|error| not_written("city-compare.schema.json", &error))
}

/// `city-compare-lesson.schema.json`: what a lesson looks like, a teacher's own too.
pub fn lesson_schema_json() -> Result<String, Failure> {
    let schema = city_compare_lessons::schema::json_schema();
    serde_json::to_string_pretty(&schema).map_err(|error| not_written("city-compare-lesson.schema.json", &error))
}

/// `examples/own-dataset.json`: two invented cities, from the seeds that the tests use too.
pub fn example_json(seeds: &Path) -> Result<String, Failure> {
    let seeds = seeds::load(seeds).map_err(|problems| {
        let shown = report(seeds, &problems, Lang::En);
        Failure::new(shown, "seeds that can be read", "correct tests/fixtures/seeds")
    })?;
    serde_json::to_string_pretty(&seeds.dataset).map_err(|error| not_written("examples/own-dataset.json", &error))
}

fn not_written(name: &str, error: &serde_json::Error) -> Failure {
    Failure::new(
        format!("{name} could not be made from the Rust types: {error}"),
        "every type of the dataset has a JSON form",
        "correct the type in crates/dataset/src/model that the message names",
    )
}

#[cfg(test)]
mod tests {
    use super::embedded;
    use brotli::enc::{BrotliCompress, BrotliEncoderParams};

    /// What a reader who asks for another city loads for it.
    const MOST: usize = 60 * 1024;

    #[test]
    fn the_country_stays_small() {
        let mut bytes = embedded::COUNTRY_BYTES;
        let mut packed = Vec::new();
        BrotliCompress(&mut bytes, &mut packed, &BrotliEncoderParams::default()).expect("memory does not fail");
        println!("country.bin: {} bytes, {} with brotli", embedded::COUNTRY_BYTES.len(), packed.len());
        assert!(packed.len() <= MOST, "{} bytes", packed.len());
    }
}

//! A dataset of any number of invented cities, of the same shape and about the same density as the real one.
//!
//! Korea has 243 local governments: [`Scale::COUNTRY`] is as large as all of them with 50 plan items each and three fiscal years
//! of budgets. The same seed gives the same dataset everywhere, and the first cities of a large dataset are those of a small one, so
//! that a curve over the number of cities measures nothing else. Names and figures are invented; texts are put together from
//! word lists of our own.
//!
//! ```
//! use city_compare_bench::{Scale, generate};
//! let dataset = generate(Scale { cities: 5, ..Scale::COUNTRY }, 1);
//! assert_eq!(dataset.cities.len(), 5);
//! assert!(dataset.cities.iter().all(|city| city.plan.items.len() == 50));
//! let json = serde_json::to_string(&dataset).unwrap();
//! assert!(city_compare::dataset::from_json(&json).is_ok());
//! ```

mod budgets;
mod city;
mod item;
mod random;
mod seat;
mod words;

use city_compare::embedded;
use city_compare::model::{Dataset, SCHEMA};
pub use seat::{FIRST_YEAR, Scale};

/// Invents a dataset. Fields, glossary and cautions are the real ones. It has no topics of its own.
pub fn generate(scale: Scale, seed: u64) -> Dataset {
    let real = embedded::dataset();
    let (cities, documents): (Vec<_>, Vec<_>) = (0..scale.cities).map(|place| city::city(scale, seed, place)).unzip();
    Dataset {
        schema: SCHEMA.to_owned(),
        name: None,
        version: format!("generated-{}-{seed}", scale.cities),
        fields: real.fields.clone(),
        documents: documents.into_iter().flatten().collect(),
        cities,
        glossary: real.glossary.clone(),
        topics: Vec::new(),
        cautions: real.cautions.clone(),
        agreement: None,
        official: None,
    }
}

//! Checks the seeds and compiles them in: as compact bytes for the browser, and with the hash of `dataset.json`.
//!
//! A mistake in the seeds fails the build with file, line, what was found and what was expected.
#![allow(clippy::expect_used, clippy::panic, reason = "a build script stops by panicking; nothing here is shipped")]

use city_compare_dataset::model::official::Official;
use city_compare_dataset::model::{Dataset, Topic};
use city_compare_dataset::opening::Opening;
use city_compare_dataset::{Lang, country, seeds};
use sha2::{Digest, Sha256};
use std::path::Path;

fn main() {
    // A package holds them; in the repository a link leads there, which is an ordinary file where links are not made.
    let crates = Path::new(env!("CARGO_MANIFEST_DIR"));
    let seeds = [crates.join("seeds"), crates.join("..").join("..").join("seeds")];
    let seeds = seeds.iter().find_map(|seeds| seeds.canonicalize().ok().filter(|seeds| seeds.is_dir()));
    let folder = seeds.expect("seeds/ is in the package, or in the repository");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut seeds = match seeds::load(&folder) {
        Ok(seeds) => seeds,
        Err(problems) => {
            for problem in &problems {
                println!("cargo::error={}", problem.sentence(Lang::En));
            }
            eprintln!("{}", seeds::report::report(&folder, &problems, Lang::En));
            eprintln!("{} problems in seeds/. Correct them and build again.", problems.len());
            std::process::exit(1);
        }
    };
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR for build scripts");
    let json = serde_json::to_string_pretty(&seeds.dataset).expect("the model serializes");
    let hash: String = Sha256::digest(json.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    // Official figures are read by views of their own: a part of their own in memory.
    let official = seeds.dataset.official.take().expect("seeds/official is there");
    let figures = postcard::to_allocvec(&official).expect("the model serializes");
    let back: Official = postcard::from_bytes(&figures).expect("what was written can be read");
    assert!(back == official, "the compact form must hold all official figures");
    let bytes = postcard::to_allocvec(&seeds.dataset).expect("the model serializes");
    let back: Dataset = postcard::from_bytes(&bytes).expect("what was written can be read");
    assert!(back == seeds.dataset, "the compact form must hold the whole dataset");
    // The topics with their words alone, for data that bring none: whoever reads them needs no dataset.
    let words = seeds.dataset.topics.iter().cloned().map(|topic| Topic { items: Vec::new(), judged: None, ..topic });
    let topics = postcard::to_allocvec(&words.collect::<Vec<_>>()).expect("the model serializes");
    let back: Vec<Topic> = postcard::from_bytes(&topics).expect("what was written can be read");
    assert!(back.len() == seeds.dataset.topics.len(), "the compact form must hold all topics");
    let country = seeds::country::load(&folder).map_err(|problems| seeds::report::report(&folder, &problems, Lang::En));
    let country = country.and_then(|country| country::write(&country)).expect("seeds/country can be read and written");
    std::fs::write(Path::new(&out).join("country.bin"), country).expect("OUT_DIR is writable");
    std::fs::write(Path::new(&out).join("topics.postcard"), topics).expect("OUT_DIR is writable");
    let opening = postcard::to_allocvec(&Opening::of(&seeds.dataset)).expect("the model serializes");
    std::fs::write(Path::new(&out).join("opening.postcard"), opening).expect("OUT_DIR is writable");
    std::fs::write(Path::new(&out).join("dataset.postcard"), bytes).expect("OUT_DIR is writable");
    std::fs::write(Path::new(&out).join("official.postcard"), figures).expect("OUT_DIR is writable");
    std::fs::write(Path::new(&out).join("dataset.sha256"), hash).expect("OUT_DIR is writable");
}

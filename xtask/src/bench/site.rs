//! The folder that is served while measuring: the release, the pages, the generated datasets, and each file as brotli.

use super::web;
use crate::build;
use crate::build::sizes::{BEST, brotli};
use crate::failure::Failure;
use crate::project::Project;
use crate::run::check;
use crate::serve::files::prepared;
use crate::split;
use city_compare_bench::{Scale, generate};
use std::fs;
use std::path::Path;

/// Numbers of cities of the generated datasets: those of CURVE in bench/web/pages.mjs.
const CURVE: [usize; 7] = [5, 20, 50, 100, 243, 500, 1000];

/// So many cities stand in pieces, too.
const IN_PIECES: usize = 243;

/// The datasets' seed.
const SEED: u64 = 1;

/// Of the release, what no page loads: compressing it would take most of the time.
const LEFT_OUT: [&str; 4] = ["city-compare.html", "city-compare.bundle.js", "examples", "dataset.json"];

/// Datasets are large, and their transfer is not measured: they are compressed quickly.
const QUICK: i32 = 4;

/// Puts everything into `folder`, whose former content goes.
pub fn prepare(project: &Project, dist: &Path, folder: &Path) -> Result<(), Failure> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| Failure::file("Removing", folder, &error))?;
    }
    build::copy_folder(dist, folder)?;
    for name in LEFT_OUT {
        let path = folder.join(name);
        // What is not there need not go.
        if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.ok();
    }
    let mut node = project.command("node");
    node.arg(web(project).join("build.mjs")).arg(dist).arg(folder);
    check(&mut node, || {
        Failure::new(
            "The pages could not be put together",
            "bench/web/build.mjs bundles its pages, and dist/dataset.json has 32 projects of Gwangyang; the message stands above",
            "correct what the message names, then run the same command again",
        )
    })?;
    compress(folder, BEST)?;
    let data = folder.join("data");
    fs::create_dir_all(&data).map_err(|error| Failure::file("Making", &data, &error))?;
    for cities in CURVE {
        let dataset = generate(Scale { cities, ..Scale::COUNTRY }, SEED);
        let path = data.join(format!("{cities}.json"));
        let json = serde_json::to_vec(&dataset).unwrap_or_default();
        fs::write(&path, json).map_err(|error| Failure::file("Writing", &path, &error))?;
    }
    split::write(&generate(Scale { cities: IN_PIECES, ..Scale::COUNTRY }, SEED), &data.join("pieces"))?;
    compress(&data, QUICK)
}

/// Writes every file of a folder once more, as brotli, under the name that the server looks for.
fn compress(folder: &Path, quality: i32) -> Result<(), Failure> {
    let failed = |error| Failure::file("Compressing", folder, &error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            compress(&path, quality)?;
        } else {
            let short = brotli(&fs::read(&path).map_err(failed)?, quality).map_err(failed)?;
            fs::write(prepared(&path), short).map_err(failed)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::CURVE;

    #[test]
    fn the_datasets_are_those_that_the_pages_load() {
        let pages = include_str!("../../../bench/web/pages.mjs");
        let list = CURVE.map(|cities| cities.to_string()).join(", ");
        assert!(pages.contains(&format!("CURVE = [{list}]")), "pages.mjs must say [{list}]");
    }
}

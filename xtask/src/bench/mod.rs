//! `cargo xtask bench`: size and speed in Chromium, beside four chart libraries. No figure of it fails anything.

mod markdown;
mod plot;
mod report;
mod samples;
mod site;

use crate::build::{self, Profile};
use crate::failure::Failure;
use crate::install;
use crate::install::browsers;
use crate::project::Project;
use crate::run::{check, say, step};
use crate::serve::Site;
use report::Results;
use samples::Samples;
use std::fs;
use std::path::{Path, PathBuf};

/// How much slower than this machine the browser is made: about a phone of the middle class.
const THROTTLE: u32 = 4;

/// With fewer rounds the largest datasets and the long repetitions are left out.
const FULL: u32 = 3;

/// Measures a release: the one in `dist`, or one that is built first.
pub fn run(project: &Project, dist: Option<&Path>, rounds: u32) -> Result<(), Failure> {
    let chromium = browsers::chromium(project)?;
    let web = web(project);
    install::npm_ci(project, &web, "the libraries that are measured beside ours", "about 1 min")?;
    let dist = match dist {
        Some(folder) => folder.to_path_buf(),
        None => {
            build::dist(project, Profile::Release, &project.dist())?;
            project.dist()
        }
    };
    let folder = project.bench_site();
    step("Preparing the pages (about 1 min)", || site::prepare(project, &dist, &folder))?;
    let site = Site::start(&folder, 0)?;
    let out = folder.join("samples.json");
    step(&format!("Measuring, {rounds} rounds (leave the machine alone meanwhile)"), || {
        let mut node = project.command("node");
        node.arg(web.join("run.mjs")).arg(&out);
        node.env("BASE_URL", site.address()).env("CHROMIUM", &chromium);
        node.env("ROUNDS", rounds.to_string()).env("THROTTLE", THROTTLE.to_string());
        node.env("QUICK", if rounds < FULL { "1" } else { "0" });
        check(&mut node, || {
            Failure::new(
                "A page could not be measured, or the browser did not start",
                "every page of bench/web is painted, and every step of run.mjs finds its control; the message stands above",
                "correct what the message names: bench/web/inside.js knows the classes of the widget's controls",
            )
        })
    })?;
    let results = Results::new(&read(&out)?, rounds, THROTTLE);
    say(results.tables());
    write(&project.root().join("bench").join("results.json"), &results.json()?)?;
    write(&project.root().join("docs").join("bench.svg"), &plot::svg(&results))?;
    let page = project.root().join("docs").join("benchmark.md");
    let text = fs::read_to_string(&page).map_err(|error| Failure::file("Reading", &page, &error))?;
    write(&page, &markdown::with_tables(&text, &results.tables())?)?;
    say("Written: bench/results.json, docs/bench.svg, docs/benchmark.md.");
    Ok(())
}

/// The folder of the pages and of what drives the browser.
fn web(project: &Project) -> PathBuf {
    project.root().join("bench").join("web")
}

fn read(path: &Path) -> Result<Samples, Failure> {
    let text = fs::read_to_string(path).map_err(|error| Failure::file("Reading", path, &error))?;
    serde_json::from_str(&text).map_err(|error| {
        Failure::new(
            format!("The samples could not be read: {error}"),
            "what bench/web/run.mjs writes has the shape of xtask/src/bench/samples.rs",
            "change one of the two",
        )
    })
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| Failure::file("Writing", path, &error))
}

//! The project's tasks. `cargo xtask --help` lists them.

mod arguments;
mod bench;
mod browser;
mod data;
mod dist;
mod failure;
mod forms;
mod official;
mod packages;
mod pins;
mod project;
mod reply;
mod run;
mod serve;
mod size;
mod split;
mod test;
mod tools;
mod verify;

use arguments::Task;
use dist::Profile;
use failure::Failure;
use project::Project;
use run::say;
use serve::Site;
use size::Sizes;
use std::env;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    match arguments::parse(env::args_os().skip(1)).and_then(carry_out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            writeln!(io::stderr(), "\nxtask: {failure}").ok();
            ExitCode::FAILURE
        }
    }
}

fn carry_out(task: Task) -> Result<(), Failure> {
    match task {
        Task::Help => {
            say(arguments::HELP);
            Ok(())
        }
        Task::Serve { release } => serve_page(&Project::find()?, release),
        Task::Build { dev } => build(&Project::find()?, if dev { Profile::Dev } else { Profile::Release }),
        Task::Test { steps } => test::run(&Project::find()?, &steps),
        Task::Bench { dist, rounds } => bench::run(&Project::find()?, dist.as_deref(), rounds),
        Task::CheckOfficial { files } => check_official(&Project::find()?, &files),
        Task::VerifySources { documents } => verify_sources(&Project::find()?, &documents),
    }
}

fn serve_page(project: &Project, release: bool) -> Result<(), Failure> {
    let (profile, folder) =
        if release { (Profile::Release, project.dist()) } else { (Profile::Dev, project.dev_dist()) };
    dist::build(project, profile, &folder)?;
    let site = Site::start(&folder, serve::PORT)?;
    if site.port() != serve::PORT {
        say(format_args!("\nPort {} is taken; port {} is free.", serve::PORT, site.port()));
    }
    say(format_args!("\nThe page is at {} (Ctrl+C stops it).", site.address()));
    say("It shows this build. After a change start again, or use `trunk serve`, which rebuilds by itself.");
    site.forever();
    Ok(())
}

fn build(project: &Project, profile: Profile) -> Result<(), Failure> {
    let dist = project.dist();
    dist::build(project, profile, &dist)?;
    Sizes::measure(&dist)?.print();
    say("\nWritten: dist/. Copy its content to a web host, or look at it with `cargo xtask serve --release`.");
    Ok(())
}

/// Compares the seeds with the documents.
pub fn verified(seeds: &Path, documents: &Path) -> Result<verify::Report, Failure> {
    verify::run(seeds, documents).map_err(|problems| {
        Failure::new(problems, "seeds that can be read", "correct them; every problem is named with file and line")
    })
}

/// Fails unless every statement stands in its document and every line is accounted for.
pub fn hold(report: &verify::Report) -> Result<(), Failure> {
    if report.is_clean() {
        return Ok(());
    }
    Err(Failure::new(
        "The seeds and the documents disagree",
        "0 mismatches and 0 unexplained lines",
        "correct seeds/ at the places named above",
    ))
}

fn verify_sources(project: &Project, documents: &Path) -> Result<(), Failure> {
    let report = verified(&project.root().join("seeds"), documents)?;
    // Everything that was looked at: numbers that no statement holds, lines that only a broad range covers.
    say(format_args!("{report:#}"));
    hold(&report)?;
    verify_official(project, &documents.join("..").join("facts").join("official"))
}

/// Compares the official figures with the folder in which they were gathered, if it is there.
pub fn verify_official(project: &Project, facts: &Path) -> Result<(), Failure> {
    if !facts.is_dir() {
        say(format_args!("    Skipped: the official figures that were gathered are not in {}.", facts.display()));
        return Ok(());
    }
    let report = verify::facts::run(&project.root().join("seeds"), facts).map_err(|message| {
        Failure::new(message, "seeds and tables that can be read", "correct what the message names")
    })?;
    say(format_args!("{report}"));
    if report.mismatches.is_empty() {
        return Ok(());
    }
    Err(Failure::new(
        "The official figures of the seeds are not those that were gathered",
        "every figure of both is the same, and every sum holds",
        "correct seeds/official and seeds/country at the places named above",
    ))
}

fn check_official(project: &Project, files: &[std::path::PathBuf]) -> Result<(), Failure> {
    let report = official::run(&project.root().join("seeds"), files)?;
    say(format_args!("{report}"));
    if report.is_clean() {
        return Ok(());
    }
    Err(Failure::new(
        "The seeds and the files disagree",
        "every figure of both is the same",
        "look the figures up at the publisher; correct seeds/official or seeds/country where they are wrong",
    ))
}

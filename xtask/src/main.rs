//! The project's tasks. `cargo xtask --help` lists them.

mod arguments;
mod bench;
mod build;
#[cfg(test)]
mod documents;
mod failure;
mod import;
mod install;
mod pins;
mod project;
mod run;
mod serve;
mod split;
mod test;
mod verify;

use arguments::Task;
use build::Profile;
use build::sizes::Sizes;
use failure::Failure;
use pins::{TRUNK, WASM_BINDGEN};
use project::Project;
use run::{check, say};
use serve::Site;
use std::env;
use std::io::{self, Write};
use std::process::ExitCode;
use verify::Said;

fn main() -> ExitCode {
    let task = arguments::parse(env::args_os().skip(1));
    match task.and_then(|task| task.map_or(Ok(()), carry_out)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            writeln!(io::stderr(), "\nxtask: {failure}").ok();
            ExitCode::FAILURE
        }
    }
}

fn carry_out(task: Task) -> Result<(), Failure> {
    // Cargo calls it for each test module: it needs nothing of the repository.
    if let Task::WasmTestRunner { words } = task {
        return build::test_runner(words);
    }
    let project = Project::find()?;
    match task {
        Task::Serve { watch: true, .. } => watch(&project),
        Task::Serve { release, watch: false } => serve_page(&project, release),
        Task::Build { dev } => build_page(&project, if dev { Profile::Dev } else { Profile::Release }),
        Task::Test { only, strict } => test::run(&project, &only, strict),
        Task::Fuzz { cases, seed } => fuzz(&project, cases, seed),
        Task::Bench { dist, rounds } => bench::run(&project, dist.as_deref(), rounds),
        Task::CheckOfficial { files } => verify::official(&project, &files),
        Task::SplitDataset { dataset, out } => split::run(&dataset, &out),
        Task::Import(words) => import::run(&project, &words),
        Task::PlanTemplate { folder } => import::templates(&folder),
        Task::VerifySources { documents } => verify::sources(&project, &documents, Said::Whole),
        Task::WasmTestRunner { words } => build::test_runner(words),
    }
}

fn serve_page(project: &Project, release: bool) -> Result<(), Failure> {
    let (profile, folder) =
        if release { (Profile::Release, project.dist()) } else { (Profile::Dev, project.dev_dist()) };
    build::dist(project, profile, &folder)?;
    let site = Site::start(&folder, serve::PORT)?;
    if site.port() != serve::PORT {
        say(format_args!("\nPort {} is taken; port {} is free.", serve::PORT, site.port()));
    }
    say(format_args!("\nThe page is at {} (Ctrl+C stops it).", site.address()));
    say("It shows this build. `cargo xtask serve --watch` builds again at every change.");
    site.forever();
    Ok(())
}

/// Trunk with its tools, as Trunk.toml says.
fn watch(project: &Project) -> Result<(), Failure> {
    install::wasm_target(project)?;
    install::cargo_tool(project, &WASM_BINDGEN)?;
    install::cargo_tool(project, &TRUNK)?;
    // Trunk takes NO_COLOR=1, which many set, for a wrong value of its own option.
    check(project.command(TRUNK.program).arg("serve").env_remove("NO_COLOR"), || {
        Failure::new(
            "trunk stopped",
            "it serves until it is stopped; its own message stands above",
            "correct what the message names, then run the same command again",
        )
    })
}

fn build_page(project: &Project, profile: Profile) -> Result<(), Failure> {
    let dist = project.dist();
    build::dist(project, profile, &dist)?;
    let sizes = Sizes::measure(&dist)?;
    sizes.print();
    if profile == Profile::Release {
        sizes.record(&project.root().join("docs").join("sizes.md"))?;
    }
    say("\nWritten: dist/. Copy its content to a web host, or look at it with `cargo xtask serve --release`.");
    Ok(())
}

/// The package has a profile of its own: fast, and with every overflow told.
fn fuzz(project: &Project, cases: u64, seed: u64) -> Result<(), Failure> {
    let mut cargo = project.command("cargo");
    cargo.args(["run", "--profile", "mutate", "--package", "city-compare-mutate", "--"]);
    cargo.arg("--cases").arg(cases.to_string()).arg("--seed").arg(seed.to_string());
    run::step(&format!("Feeding {cases} changed datasets to the reader (some minutes)"), || {
        check(&mut cargo, || {
            Failure::new(
                "A changed dataset was not read as it must be",
                "no panic, no case that takes over a second, and a place in every refusal",
                "run the case that is named above by itself, and correct the reader",
            )
        })
    })
}

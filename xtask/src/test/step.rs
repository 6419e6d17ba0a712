//! The steps: what each is called, what it says, and what it runs.

use super::in_browsers;
use super::outcome::Outcome;
use crate::build::sizes::Sizes;
use crate::build::www;
use crate::failure::Failure;
use crate::install;
use crate::pins::{CARGO_DENY, WASM_TARGET};
use crate::project::Project;
use crate::run::check;
use crate::verify::{self, Said};
use clap::ValueEnum;
use std::process::Command;

/// A part of the tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Step {
    Fmt,
    Deny,
    Clippy,
    Native,
    Doc,
    Fuzz,
    Wasm,
    Browser,
    Walk,
    Size,
    Sources,
}

/// What the native tests need beyond the widget itself.
const FEATURES: &str = "city-compare/seeds,city-compare/schema";

/// The package that changes datasets, and its short run.
const FUZZ: &str = "city-compare-mutate";

impl Step {
    /// All steps in their order: the fast ones first.
    pub const ALL: [Self; 11] = [
        Self::Fmt,
        Self::Deny,
        Self::Clippy,
        Self::Native,
        Self::Doc,
        Self::Fuzz,
        Self::Wasm,
        Self::Browser,
        Self::Walk,
        Self::Size,
        Self::Sources,
    ];

    /// The word for `--only`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Deny => "deny",
            Self::Clippy => "clippy",
            Self::Native => "native",
            Self::Doc => "doc",
            Self::Fuzz => "fuzz",
            Self::Wasm => "wasm",
            Self::Browser => "browser",
            Self::Walk => "walk",
            Self::Size => "size",
            Self::Sources => "sources",
        }
    }

    pub(super) fn headline(self) -> &'static str {
        match self {
            Self::Fmt => "the source is formatted",
            Self::Deny => "licences, bans and sources of every crate",
            Self::Clippy => "no lint complains, natively, for the browser and in www/",
            Self::Native => "tests of everything that needs no browser",
            Self::Doc => "the documentation is whole, and its examples run",
            Self::Fuzz => "datasets with mistakes: no panic, no hang, every refusal names a place (short form)",
            Self::Wasm => "the wasm module in headless Chromium",
            Self::Browser => "Playwright on the release build in headless Chromium",
            Self::Walk => "one walk through the release build in Chromium, Firefox and WebKitGTK",
            Self::Size => "size limits of the release build",
            Self::Sources => "the seeds against the documents",
        }
    }

    /// Whether it looks at dist/.
    pub(super) fn needs_release(self) -> bool {
        matches!(self, Self::Browser | Self::Walk | Self::Size)
    }

    pub(super) fn run(self, project: &Project) -> Result<Outcome, Failure> {
        match self {
            Self::Fmt => fmt(project)?,
            Self::Deny => deny(project)?,
            Self::Clippy => clippy(project)?,
            Self::Native => native(project)?,
            Self::Doc => doc(project)?,
            // Over the whole workspace, so that cargo takes what the native tests have compiled.
            Self::Fuzz => {
                cargo(project, &["test", "--workspace", "--features", FEATURES, "--test", "short", "--test", "many"])?;
            }
            Self::Wasm => return in_browsers::wasm(project),
            Self::Browser => return in_browsers::playwright(project),
            Self::Walk => return in_browsers::walk(project),
            Self::Size => size(project)?,
            Self::Sources => return sources(project),
        }
        Ok(Outcome::Passed)
    }
}

fn fmt(project: &Project) -> Result<(), Failure> {
    install::components(project)?;
    check(project.command("cargo").args(["fmt", "--all", "--check"]), || {
        Failure::new("The source is not formatted", "no difference from what rustfmt writes", "run `cargo fmt --all`")
    })
}

fn deny(project: &Project) -> Result<(), Failure> {
    install::cargo_tool(project, &CARGO_DENY)?;
    let mut deny = project.command("cargo-deny");
    // Advisories are another day's news about the same crates: a workflow asks for them, not this.
    deny.args(["--workspace", "check", "--hide-inclusion-graph", "licenses", "bans", "sources"]);
    check(&mut deny, || {
        Failure::new(
            "A crate may not be built in",
            "every crate has a licence, a source and a version that deny.toml allows; the message stands above",
            "take another crate, or argue for it in deny.toml",
        )
    })
}

fn clippy(project: &Project) -> Result<(), Failure> {
    www::hold(project)?;
    install::components(project)?;
    install::wasm_target(project)?;
    let native = ["clippy", "--workspace", "--all-targets", "--features", FEATURES, "--", "-D", "warnings"];
    let wasm = ["clippy", "--package", "city-compare", "--target", WASM_TARGET, "--lib", "--test", "web"];
    cargo(project, &native)?;
    cargo(project, &[&wasm[..], &["--", "-D", "warnings"]].concat())
}

fn native(project: &Project) -> Result<(), Failure> {
    // tests/examples.rs runs the examples: built as tests, they would lie under other names.
    cargo(project, &["build", "--package", "city-compare", "--features", FEATURES, "--examples"])?;
    // The fuzzing package has a step of its own.
    cargo(project, &["test", "--workspace", "--exclude", FUZZ, "--features", FEATURES, "--lib", "--bins", "--tests"])
}

fn doc(project: &Project) -> Result<(), Failure> {
    let mut pages = project.command("cargo");
    pages.args(["doc", "--workspace", "--no-deps", "--document-private-items", "--features", FEATURES]);
    cargo_passes(pages.env("RUSTDOCFLAGS", "-D warnings"))?;
    cargo(project, &["test", "--workspace", "--features", FEATURES, "--doc"])
}

fn cargo(project: &Project, arguments: &[&str]) -> Result<(), Failure> {
    cargo_passes(project.command("cargo").args(arguments))
}

fn cargo_passes(cargo: &mut Command) -> Result<(), Failure> {
    let words: Vec<String> = cargo.get_args().map(|word| word.to_string_lossy().into_owned()).collect();
    check(cargo, || {
        Failure::new(
            format!("`cargo {}` failed", words.join(" ")),
            "no error and no failing test; cargo's own message stands above",
            "correct what the message names, then run the same command again",
        )
    })
}

fn size(project: &Project) -> Result<(), Failure> {
    let sizes = Sizes::measure(&project.dist())?;
    sizes.print();
    sizes.hold()
}

fn sources(project: &Project) -> Result<Outcome, Failure> {
    // The documents are not ours to publish: they are beside the repository, not in it.
    let documents = project.root().join("..").join("shared").join("seeds");
    if !documents.is_dir() {
        return Ok(Outcome::Skipped("the documents are not in ../shared/seeds, where this step looks for them".into()));
    }
    verify::sources(project, &documents, Said::Short)?;
    Ok(Outcome::Passed)
}

#[cfg(test)]
mod tests {
    use super::Step;
    use clap::ValueEnum;

    #[test]
    fn every_step_is_in_the_list_and_known_by_its_name() {
        assert_eq!(Step::ALL.as_slice(), Step::value_variants());
        for step in Step::ALL {
            assert_eq!(Step::from_str(step.name(), false), Ok(step));
        }
    }
}

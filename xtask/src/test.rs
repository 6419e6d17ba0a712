//! `cargo xtask test`: everything that must hold, step by step; the first step that fails ends it.

use crate::browser;
use crate::dist::{self, Profile};
use crate::failure::Failure;
use crate::packages;
use crate::pins::{WASM_BINDGEN, WASM_TARGET};
use crate::project::Project;
use crate::run::{check, say, step};
use crate::serve::Site;
use crate::size::Sizes;
use crate::tools;

/// A part of the tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The source is formatted.
    Fmt,
    /// No lint complains, natively and for the browser.
    Clippy,
    /// Native tests.
    Native,
    /// The examples in the documentation.
    Doc,
    /// Tests of the wasm module in a browser.
    Wasm,
    /// Tests of the page in a browser.
    Browser,
    /// Size limits.
    Size,
    /// The seeds against the documents.
    Sources,
}

/// All steps in their order: the fast ones first.
pub const STEPS: [Step; 8] =
    [Step::Fmt, Step::Clippy, Step::Native, Step::Doc, Step::Wasm, Step::Browser, Step::Size, Step::Sources];

/// How a step ended that did not fail.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Passed,
    Skipped,
}

impl Step {
    /// The word for `--only`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Clippy => "clippy",
            Self::Native => "native",
            Self::Doc => "doc",
            Self::Wasm => "wasm",
            Self::Browser => "browser",
            Self::Size => "size",
            Self::Sources => "sources",
        }
    }

    fn headline(self) -> &'static str {
        match self {
            Self::Fmt => "the source is formatted",
            Self::Clippy => "no lint complains, natively and for the browser",
            Self::Native => "tests of everything that needs no browser",
            Self::Doc => "examples in the documentation",
            Self::Wasm => "the wasm module in headless Chromium",
            Self::Browser => "Playwright on the release build in headless Chromium",
            Self::Size => "size limits of the release build",
            Self::Sources => "the seeds against the documents",
        }
    }

    fn run(self, project: &Project) -> Result<Outcome, Failure> {
        match self {
            Self::Fmt => fmt(project)?,
            Self::Clippy => clippy(project)?,
            Self::Native => {
                cargo(project, &["test", "--workspace", "--features", FEATURES, "--lib", "--bins", "--tests"])?
            }
            Self::Doc => cargo(project, &["test", "--package", "city-compare", "--features", FEATURES, "--doc"])?,
            Self::Wasm => wasm(project)?,
            Self::Browser => playwright(project)?,
            Self::Size => size(project)?,
            Self::Sources => return sources(project),
        }
        Ok(Outcome::Passed)
    }
}

/// What the native tests need beyond the widget itself.
const FEATURES: &str = "city-compare/seeds,city-compare/schema";

/// Runs the steps in their order.
pub fn run(project: &Project, steps: &[Step]) -> Result<(), Failure> {
    let mut built = false;
    let (mut passed, mut skipped) = (0, 0);
    for wanted in STEPS.into_iter().filter(|known| steps.contains(known)) {
        if matches!(wanted, Step::Browser | Step::Size) && !built {
            dist::build(project, Profile::Release, &project.dist())?;
            built = true;
        }
        let headline = format!("{}: {}", wanted.name(), wanted.headline());
        match step(&headline, || wanted.run(project)) {
            Ok(Outcome::Passed) => passed += 1,
            Ok(Outcome::Skipped) => skipped += 1,
            Err(failure) => {
                say(format_args!("\nsteps: {passed} passed, 1 failed ({}), then stopped", wanted.name()));
                return Err(failure);
            }
        }
    }
    say(format_args!("\nsteps: {passed} passed, 0 failed, {skipped} skipped"));
    Ok(())
}

fn fmt(project: &Project) -> Result<(), Failure> {
    tools::components(project)?;
    check(project.command("cargo").args(["fmt", "--all", "--check"]), || {
        Failure::new("The source is not formatted", "no difference from what rustfmt writes", "run `cargo fmt --all`")
    })
}

fn clippy(project: &Project) -> Result<(), Failure> {
    tools::components(project)?;
    tools::wasm_target(project)?;
    let native = ["clippy", "--workspace", "--all-targets", "--features", FEATURES, "--", "-D", "warnings"];
    let wasm = ["clippy", "--package", "city-compare", "--target", WASM_TARGET, "--lib", "--test", "web"];
    cargo(project, &native)?;
    cargo(project, &[&wasm[..], &["--", "-D", "warnings"]].concat())
}

fn cargo(project: &Project, arguments: &[&str]) -> Result<(), Failure> {
    check(project.command("cargo").args(arguments), || {
        Failure::new(
            format!("`cargo {}` failed", arguments.join(" ")),
            "no error and no failing test; cargo's own message stands above",
            "correct what the message names, then run the same command again",
        )
    })
}

fn wasm(project: &Project) -> Result<(), Failure> {
    tools::wasm_target(project)?;
    tools::cargo_tool(project, &WASM_BINDGEN)?;
    let browser = browser::ensure(project)?;
    let webdriver = browser::webdriver_json(project, &browser)?;
    let mut cargo = project.command("cargo");
    cargo.args(["test", "--package", "city-compare", "--target", WASM_TARGET, "--test", "web"]);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    cargo.env("CHROMEDRIVER", &browser.driver).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", webdriver);
    check(&mut cargo, || {
        Failure::new(
            "A test of the wasm module failed, or the browser did not start",
            "every test in tests/web.rs passes; the runner's own message stands above",
            "correct what the message names, then run `cargo xtask test --only wasm`",
        )
    })
}

fn playwright(project: &Project) -> Result<(), Failure> {
    let browser = browser::ensure(project)?;
    let folder = project.root().join("tests").join("browser");
    tools::npm_ci(project, &folder, "Playwright and axe", "about 10 s")?;
    let packages = packages::build(project)?;
    let site = Site::start(&project.dist(), 0)?;
    let mut npm = project.command("npm");
    npm.args(["test", "--silent"]).current_dir(&folder);
    npm.env("BASE_URL", site.address()).env("CHROMIUM", &browser.chromium);
    npm.env("FIREFOX", &browser.firefox).env("PACKAGES", packages);
    check(&mut npm, || {
        Failure::new(
            "A test of the page failed, or the browser did not start",
            "every test in tests/browser passes; Playwright's own message stands above",
            "correct what the message names (traces are in test-results/), then run `cargo xtask test --only browser`",
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
        say("    Skipped: the documents are not in ../shared/seeds, where this step looks for them.");
        return Ok(Outcome::Skipped);
    }
    let report = crate::verified(&project.root().join("seeds"), &documents)?;
    say(format_args!("{report}"));
    crate::hold(&report)?;
    crate::verify_official(project, &documents.join("..").join("facts").join("official"))?;
    Ok(Outcome::Passed)
}

/// The steps of a list as `--only` takes it: words with commas.
pub fn parse(list: &str) -> Result<Vec<Step>, Failure> {
    list.split(',')
        .map(|word| {
            STEPS.into_iter().find(|known| known.name() == word.trim()).ok_or_else(|| {
                Failure::new(
                    format!("There is no step \"{}\"", word.trim()),
                    format!("some of {}", STEPS.map(Step::name).join(",")),
                    "correct the list behind --only",
                )
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{STEPS, Step, parse};

    #[test]
    fn every_step_is_known_by_its_name() {
        assert_eq!(parse(&STEPS.map(Step::name).join(",")), Ok(STEPS.to_vec()));
    }

    #[test]
    fn an_unknown_step_is_answered_with_the_known_ones() {
        let said = parse("fmt,clipy").err().map(|failure| failure.to_string()).unwrap_or_default();
        assert!(said.contains("\"clipy\"") && said.contains("clippy,native"), "{said}");
    }
}

//! The steps that need a browser. One that is not there is no failure: it is named.

use super::outcome::Outcome;
use super::packages;
use crate::failure::Failure;
use crate::install::browsers::{
    self, CHROMEDRIVER, CHROMIUM, FIREFOX, Found, GECKODRIVER, MINIBROWSER, Program, WEBKITDRIVER, XVFB, ensure,
};
use crate::install::{self, npm_ci};
use crate::pins::WASM_TARGET;
use crate::project::Project;
use crate::run::check;
use crate::serve::Site;
use std::env;
use std::process::Command;

/// The tests of the module, by wasm-bindgen's runner.
pub fn wasm(project: &Project) -> Result<Outcome, Failure> {
    install::wasm_target(project)?;
    let [chromium, driver] = ensure(project, [&CHROMIUM, &CHROMEDRIVER])?;
    let (chromium, driver) = match (chromium.needed(), driver.needed()) {
        (Ok(chromium), Ok(driver)) => (chromium, driver),
        (Err(why), _) | (_, Err(why)) => return Ok(Outcome::Skipped(why)),
    };
    browsers::same_version(project, chromium, driver)?;
    let mut cargo = project.command("cargo");
    cargo.args(["test", "--package", "city-compare", "--target", WASM_TARGET, "--test", "web"]);
    // A list, not a line: the folder may have a space in its name.
    let runner = serde_json::json!([project.program(), "wasm-test-runner"]);
    cargo.arg("--config").arg(format!("target.{WASM_TARGET}.runner={runner}"));
    cargo.env("CHROMEDRIVER", driver);
    cargo.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browsers::webdriver_json(project, chromium)?);
    check(&mut cargo, || {
        Failure::new(
            "A test of the wasm module failed, or the browser did not start",
            "every test in tests/web.rs passes; the runner's own message stands above",
            "correct what the message names, then run `cargo xtask test --only wasm`",
        )
    })?;
    Ok(Outcome::Passed)
}

/// The tests of the release, by Playwright.
pub fn playwright(project: &Project) -> Result<Outcome, Failure> {
    let [chromium, firefox] = ensure(project, [&CHROMIUM, &FIREFOX])?;
    if let Err(why) = chromium.needed() {
        return Ok(Outcome::Skipped(why));
    }
    if !browsers::has_korean(project) {
        return Ok(Outcome::Skipped("no font with Korean letters was found: pictures and widths would differ".into()));
    }
    let folder = project.root().join("tests").join("browser");
    npm_ci(project, &folder, "Playwright and axe", "about 10 s")?;
    let packages = packages::build(project)?;
    let site = Site::start(&project.dist(), 0)?;
    let mut npm = project.command("npm");
    npm.args(["test", "--silent"]).current_dir(&folder).env("PACKAGES", packages);
    check(with_programs(&mut npm, &site, &[&chromium, &firefox]), || {
        Failure::new(
            "A test of the page failed, or the browser did not start",
            "every test in tests/browser passes; Playwright's own message stands above",
            "correct what the message names (traces are in test-results/), then run `cargo xtask test --only browser`",
        )
    })?;
    Ok(Outcome::without(firefox.needed().err().into_iter().collect()))
}

/// The browsers of the walk, each with what it cannot do without.
const WALKED: [(&str, &[&Program]); 3] = [
    ("Chromium", &[&CHROMIUM, &CHROMEDRIVER]),
    ("Firefox", &[&FIREFOX, &GECKODRIVER]),
    ("WebKitGTK", &[&MINIBROWSER, &WEBKITDRIVER, &XVFB]),
];

/// One walk, by WebDriver, in every browser that is there.
pub fn walk(project: &Project) -> Result<Outcome, Failure> {
    let mut found =
        ensure(project, [&CHROMIUM, &CHROMEDRIVER, &FIREFOX, &GECKODRIVER, &MINIBROWSER, &WEBKITDRIVER, &XVFB])?;
    let missing = without_halves(&mut found, env::var_os("DISPLAY").is_some());
    if missing.len() == WALKED.len() {
        return Ok(Outcome::Skipped(missing.join("; ")));
    }
    let folder = project.root().join("tests").join("walk");
    npm_ci(project, &folder, "selenium-webdriver", "some seconds")?;
    let site = Site::start(&project.dist(), 0)?;
    let mut npm = project.command("npm");
    npm.args(["test", "--silent"]).current_dir(&folder).env("DIST", project.dist());
    check(with_programs(&mut npm, &site, &found.iter().collect::<Vec<_>>()), || {
        Failure::new(
            "The walk did not come to its end in every browser",
            "every step of tests/walk passes in each browser; its own message stands above",
            "correct what the message names, then run `cargo xtask test --only walk`",
        )
    })?;
    Ok(Outcome::without(missing))
}

/// A browser that lacks one of its programs is left out whole, and named. With a display of the machine's own, none is made.
fn without_halves(found: &mut [Found], display: bool) -> Vec<String> {
    let mut named = Vec::new();
    for (name, programs) in WALKED {
        let is_of = |found: &&mut Found| programs.iter().any(|program| program.variable == found.program.variable);
        let lacking: Vec<String> = found
            .iter()
            .filter(|found| programs.iter().any(|program| program.variable == found.program.variable))
            .filter(|found| !(display && found.program.variable == XVFB.variable))
            .filter_map(|found| found.needed().err())
            .collect();
        if !lacking.is_empty() {
            found.iter_mut().filter(is_of).for_each(|found| found.path = None);
            named.push(format!("{name}: {}", lacking.join("; ")));
        }
    }
    named
}

/// Tells the tests where the page is and where the browsers are. A variable that is not set says that there is none.
fn with_programs<'a>(npm: &'a mut Command, site: &Site, programs: &[&Found]) -> &'a mut Command {
    npm.env("BASE_URL", site.address());
    for found in programs {
        match &found.path {
            Some(path) => npm.env(found.program.variable, path),
            None => npm.env_remove(found.program.variable),
        };
    }
    npm
}

#[cfg(test)]
mod tests {
    use super::{CHROMEDRIVER, CHROMIUM, Found, MINIBROWSER, Program, WEBKITDRIVER, XVFB, without_halves};

    fn found(there: &[&'static Program], missing: &[&'static Program]) -> Vec<Found> {
        let there = there.iter().map(|program| Found { program, path: Some("/bin/true".into()) });
        there.chain(missing.iter().map(|program| Found { program, path: None })).collect()
    }

    #[test]
    fn a_browser_without_its_driver_is_left_out_whole_and_named() {
        let mut programs = found(&[&CHROMIUM, &CHROMEDRIVER, &MINIBROWSER, &XVFB], &[&WEBKITDRIVER]);
        let named = without_halves(&mut programs, false);
        assert_eq!(named.len(), 1);
        assert!(named[0].starts_with("WebKitGTK: WebKitWebDriver was not found"), "{named:?}");
        let left: Vec<&str> =
            programs.iter().filter(|found| found.path.is_some()).map(|found| found.program.variable).collect();
        assert_eq!(left, ["CHROMIUM", "CHROMEDRIVER"]);
    }

    #[test]
    fn a_machine_with_a_display_needs_no_other() {
        let webkit = || found(&[&MINIBROWSER, &WEBKITDRIVER], &[&XVFB]);
        assert!(without_halves(&mut webkit(), true).is_empty());
        assert!(without_halves(&mut webkit(), false)[0].contains("XVFB=path"));
    }
}

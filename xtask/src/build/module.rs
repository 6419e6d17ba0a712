//! The wasm module: compiled by cargo, and given its JavaScript by wasm-bindgen. That is a library here, in the version of
//! Cargo.lock: a program would have to be installed, and could be of another version than the module.

use super::Profile;
use crate::failure::Failure;
use crate::pins::WASM_TARGET;
use crate::project::Project;
use crate::run::check;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The name of the glue and, with `_bg`, of the module beside it.
const NAME: &str = "city-compare";

/// Compiles the widget for the browser. A release can be cut into parts.
pub fn compile(project: &Project, profile: Profile) -> Result<PathBuf, Failure> {
    let mut cargo = project.command("cargo");
    cargo.args(["build", "--package", "city-compare", "--lib", "--target", WASM_TARGET]);
    if profile == Profile::Release {
        cargo.args(["--release", "--features", "split"]);
    }
    check(&mut cargo, || {
        Failure::new(
            "The widget could not be compiled for the browser",
            "src/ compiles for wasm32; the compiler's own message stands above",
            "correct what the message names, then run the same command again",
        )
    })?;
    Ok(project.wasm(if profile == Profile::Release { "release" } else { "debug" }))
}

/// Writes the module as browsers load it, and the script that loads it, into a folder.
pub fn glue(module: &Path, folder: &Path, options: &[&str]) -> Result<(), Failure> {
    let mut words: Vec<OsString> = ["wasm-bindgen", "--target", "web", "--no-typescript", "--out-name", NAME]
        .iter()
        .chain(options)
        .map(OsString::from)
        .collect();
    words.extend(["--out-dir".into(), folder.into(), module.into()]);
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(words).map_err(|error| {
        Failure::new(
            format!("wasm-bindgen could not read {}: {error:#}", module.display()),
            "a module that was compiled with the crate wasm-bindgen of the same version",
            "run `cargo update --package wasm-bindgen` to the version in Cargo.toml, then the same command again",
        )
    })
}

/// What cargo calls for a test module: it starts the browser, and says what its tests say.
pub fn test_runner(words: Vec<OsString>) -> Result<(), Failure> {
    let words = std::iter::once(OsString::from("wasm-bindgen-test-runner")).chain(words);
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(words).map_err(|error| {
        Failure::new(
            format!("{error:#}"),
            "every test of the module passes in the browser",
            "correct what the messages above name",
        )
    })
}

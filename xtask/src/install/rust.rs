//! What rustup installs.

use crate::failure::Failure;
use crate::pins;
use crate::project::Project;
use crate::run::{check, output, step};
use std::path::Path;

/// The standard library for the browser.
pub fn wasm_target(project: &Project) -> Result<(), Failure> {
    // Looked up in rustc's own folder, so that a Rust that did not come by rustup serves as well.
    let installed = output(project.command("rustc").args(["--print", "sysroot"])).is_some_and(|sysroot| {
        Path::new(&sysroot).join("lib").join("rustlib").join(pins::WASM_TARGET).join("lib").is_dir()
    });
    if installed {
        return Ok(());
    }
    rustup(project, &["target", "add", pins::WASM_TARGET], &format!("the Rust target {}", pins::WASM_TARGET))
}

/// rustfmt and clippy, which a minimal Rust does not have.
pub fn components(project: &Project) -> Result<(), Failure> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if output(project.command("cargo").args([subcommand, "--version"])).is_none() {
            rustup(project, &["component", "add", component], component)?;
        }
    }
    Ok(())
}

fn rustup(project: &Project, arguments: &[&str], what: &str) -> Result<(), Failure> {
    let by_hand = format!("rustup {}", arguments.join(" "));
    if project.find_program("rustup").is_none() {
        return Err(Failure::new(
            format!("{what} is missing, and rustup, which installs it, was not found"),
            "Rust installed by rustup, or a Rust that brings it along",
            format!("install rustup from https://rustup.rs, run `{by_hand}`, then the same command again"),
        ));
    }
    step(&format!("Installing {what} with rustup (some seconds)"), || {
        check(project.command("rustup").args(arguments), || {
            Failure::new(
                format!("rustup could not install {what}"),
                "rustup reaches its server; its own message stands above",
                format!("check the network, or run `{by_hand}` by hand, then the same command again"),
            )
        })
    })
}

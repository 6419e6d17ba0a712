//! The programs that the build needs: found where they are, installed where they are missing.

pub mod browsers;
pub mod pins;

use crate::failure::Failure;
use crate::project::Project;
use crate::run::{check, output, step, words};
use pins::CargoTool;
use std::fs;
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

/// A program from crates.io, in its pinned version.
pub fn cargo_tool(project: &Project, tool: &CargoTool) -> Result<(), Failure> {
    let found = version_of(project, tool);
    if found.as_deref() == Some(tool.version) {
        return Ok(());
    }
    // Into a folder of the project's own: a person's other version of the same program stays as it is.
    let root = project.tools();
    let mut arguments = vec!["install", "--locked", tool.krate, "--version", tool.version, "--force"];
    if tool.debug {
        arguments.push("--debug");
    }
    let headline = format!(
        "Installing {} {} with cargo into {} (once; about {} on two cores)",
        tool.krate,
        tool.version,
        root.display(),
        words(tool.takes)
    );
    let by_hand = format!("cargo {} --root {}", arguments.join(" "), root.display());
    let failure = || {
        Failure::new(
            format!("cargo could not install {} {}", tool.krate, tool.version),
            "cargo reaches crates.io, and a C compiler is installed; cargo's own message stands above",
            format!("check the network, or run `{by_hand}` by hand, then the same command again"),
        )
    };
    step(&headline, || {
        // A temporary build folder: the project's own is for the project.
        let mut cargo = project.command("cargo");
        cargo.args(&arguments).arg("--root").arg(&root).env_remove("CARGO_TARGET_DIR");
        check(&mut cargo, failure)
    })?;
    match version_of(project, tool) {
        Some(version) if version == tool.version => Ok(()),
        found => Err(Failure::new(
            format!(
                "{} was installed, but the {} that is found is {}",
                tool.krate,
                tool.program,
                found.unwrap_or_default()
            ),
            format!("{} {}", tool.program, tool.version),
            format!("remove the folder {}, then run the same command again", root.display()),
        )),
    }
}

fn version_of(project: &Project, tool: &CargoTool) -> Option<String> {
    let printed = output(project.command(tool.program).arg("--version").env_remove("NO_COLOR"))?;
    printed.split_whitespace().nth(1).map(str::to_owned)
}

/// Node.js with npm, which must be on the machine.
pub fn node(project: &Project) -> Result<(), Failure> {
    let version = output(project.command("node").arg("--version"));
    let major = version.as_deref().and_then(|text| text.trim_start_matches('v').split('.').next()?.parse::<u32>().ok());
    let what = match (major, project.find_program("npm")) {
        (Some(major), Some(_)) if major >= pins::NODE_MAJOR => return Ok(()),
        (Some(major), _) if major < pins::NODE_MAJOR => format!("Node.js {major} is too old"),
        (None, _) => "Node.js was not found".to_owned(),
        _ => "npm was not found".to_owned(),
    };
    Err(Failure::new(
        what,
        format!("Node.js {} or later with npm, for the build and the browser tests", pins::NODE_MAJOR),
        "install Node.js from https://nodejs.org, then run the same command again",
    ))
}

/// What the build uses from npm, in `target/tools`: esbuild and tsc for www/, wasm-opt for the module.
pub fn npm_tools(project: &Project) -> Result<(), Failure> {
    node(project)?; // they are scripts of Node.js: it is needed at every build
    let folder = project.tools();
    fs::create_dir_all(&folder).map_err(|error| Failure::file("Making the folder", &folder, &error))?;
    for name in ["package.json", "package-lock.json", ".npmrc"] {
        let from = project.root().join("xtask").join("tools").join(name);
        fs::copy(&from, folder.join(name)).map_err(|error| Failure::file("Copying", &from, &error))?;
    }
    npm_ci(project, &folder, &format!("esbuild, tsc, biome and wasm-opt (binaryen {})", pins::BINARYEN), "about 20 s")
}

/// The packages of a folder with a lock file; nothing is done when they are as the lock file says.
pub fn npm_ci(project: &Project, folder: &Path, what: &str, takes: &str) -> Result<(), Failure> {
    let lock = folder.join("package-lock.json");
    let wanted = fs::read(&lock).map_err(|error| Failure::file("Reading", &lock, &error))?;
    // npm ci starts by removing node_modules: the copy of the lock file is there only after a complete installation.
    let stamp = folder.join("node_modules").join(".installed-package-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    node(project)?;
    step(&format!("Installing {what} with npm (once; {takes})"), || {
        let mut npm = project.command("npm");
        npm.args(["ci", "--no-audit", "--no-fund"]).current_dir(folder);
        // The browser is the system's; Playwright need not bring its own.
        npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        check(&mut npm, || {
            Failure::new(
                format!("npm could not install {what}"),
                "npm reaches its registry; its own message stands above",
                format!("check the network, or run `npm ci` in {}, then the same command again", folder.display()),
            )
        })?;
        fs::write(&stamp, &wanted).map_err(|error| Failure::file("Writing", &stamp, &error))
    })
}

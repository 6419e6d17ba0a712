//! Node.js, and packages from npm.

use crate::failure::Failure;
use crate::pins;
use crate::project::Project;
use crate::run::{check, output, step};
use std::fs;
use std::path::Path;

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
        format!("Node.js {} or later with npm, for wasm-opt and the browser tests", pins::NODE_MAJOR),
        "install Node.js from https://nodejs.org, then run the same command again",
    ))
}

/// What the build uses from npm, in `target/tools`: esbuild and tsc for www/, wasm-opt for the module.
pub fn npm_tools(project: &Project) -> Result<(), Failure> {
    node(project)?; // wasm-opt is a script of Node.js: it is needed at every build
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

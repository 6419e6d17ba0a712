//! What www/ becomes in `dist/`: pages, style sheets and icons as they are, in one flat folder, and the scripts, which
//! xtask/tools/bundle.mjs makes of the modules.

use super::copy_folder;
use crate::failure::Failure;
use crate::install;
use crate::project::Project;
use crate::run::check;
use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

/// The folders whose files lie in `dist/` itself; of the others the scripts alone are published.
const FLAT: [&str; 3] = ["app", "embed", "server"];

/// Files of www/ itself.
const FILES: [&str; 3] = ["README.md", "package.json", "city-compare.css"];

/// Copies what is published as it is.
pub fn copy(project: &Project, out: &Path) -> Result<(), Failure> {
    let www = project.root().join("www");
    for name in FILES {
        fs::copy(www.join(name), out.join(name)).map_err(|error| Failure::file("Copying", &www.join(name), &error))?;
    }
    for folder in FLAT {
        copy_folder(&www.join(folder), out)?;
    }
    // Its name begins with a dot.
    let rules = www.join("server").join(".htaccess");
    fs::copy(&rules, out.join(".htaccess")).map_err(|error| Failure::file("Copying", &rules, &error))?;
    copy_folder(&www.join("examples"), &out.join("examples"))?;
    // Modules came along with what lies beside them: what is published of them is written by the next step.
    for entry in fs::read_dir(out).map_err(|error| Failure::file("Reading", out, &error))?.flatten() {
        if entry.path().extension().is_some_and(|ending| ending == "js") {
            fs::remove_file(entry.path()).map_err(|error| Failure::file("Removing", &entry.path(), &error))?;
        }
    }
    Ok(())
}

/// Puts the style sheet without what only people read in the place of the other.
pub fn small_styles(project: &Project, out: &Path) -> Result<(), Failure> {
    let mut outfile = OsString::from("--outfile=");
    outfile.push(out.join("city-compare.css"));
    let mut esbuild = project.command("esbuild");
    esbuild.arg(project.root().join("www").join("city-compare.css")).args(["--minify", "--log-level=warning"]);
    check(esbuild.arg(outfile), || {
        Failure::new(
            "The style sheet could not be made small",
            "www/city-compare.css is a style sheet; esbuild's own message stands above",
            "correct what the message names, then run the same command again",
        )
    })
}

/// Makes all scripts: the loader knows the digests of what lies in `out`, the bundle holds it, and the worker keeps nothing yet.
pub fn scripts(project: &Project, out: &Path, version: &str) -> Result<(), Failure> {
    bundle(project, out, &["release", version], "")
}

/// Makes the service worker of a version; `files` says what it keeps.
pub fn worker(project: &Project, out: &Path, version: &str, files: &serde_json::Value) -> Result<(), Failure> {
    bundle(project, out, &["worker", version], &files.to_string())
}

/// Writes the declarations and custom-elements.json.
pub fn types(project: &Project, out: &Path) -> Result<(), Failure> {
    bundle(project, out, &["types"], "")
}

/// Fails unless the modules of www/ are formatted and have their types, and no lint complains.
pub fn hold(project: &Project) -> Result<(), Failure> {
    install::npm_tools(project)?;
    let checks: [(&str, &[&str], &str); 3] = [
        ("biome", &["ci"], "run `target/tools/node_modules/.bin/biome check --write`, and correct what is left"),
        ("tsc", &["-p", "www"], "correct what the message names in www/"),
        ("tsc", &["-p", "www/worker"], "correct what the message names in www/worker/"),
    ];
    for (program, arguments, advice) in checks {
        check(project.command(program).args(arguments), || {
            let call = format!("`{program} {}` failed", arguments.join(" "));
            Failure::new(call, "no difference, no lint and no wrong type; the tool's own message stands above", advice)
        })?;
    }
    Ok(())
}

fn bundle(project: &Project, out: &Path, stage: &[&str], input: &str) -> Result<(), Failure> {
    let mut node = project.command("node");
    node.arg(project.root().join("xtask").join("tools").join("bundle.mjs")).arg(out).args(stage);
    fed(&mut node, input, || {
        Failure::new(
            format!("The scripts of www/ could not be made ({})", stage.join(" ")),
            "modules that esbuild, tsc and the manifest's analyzer can read; their own messages stand above",
            "correct what the message names, then run the same command again",
        )
    })
}

/// Runs a program whose output the person sees, with a text for it to read.
fn fed(command: &mut std::process::Command, input: &str, failure: impl Fn() -> Failure) -> Result<(), Failure> {
    if input.is_empty() {
        return check(command, failure);
    }
    let mut child = command.stdin(Stdio::piped()).spawn().map_err(|_| failure())?;
    // It is closed when it goes out of scope: the program waits for the end of the text.
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input.as_bytes()).map_err(|_| failure())?;
    }
    match child.wait() {
        Ok(status) if status.success() => Ok(()),
        _ => Err(failure()),
    }
}

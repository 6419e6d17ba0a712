//! Programs from crates.io, in their pinned versions, in a folder of the project's own: a person's other version of the same
//! program stays as it is.

use crate::failure::Failure;
use crate::pins::CargoTool;
use crate::project::Project;
use crate::run::{check, output, step, words};

/// Installs a program unless it is there in its pinned version.
pub fn cargo_tool(project: &Project, tool: &CargoTool) -> Result<(), Failure> {
    if version_of(project, tool).as_deref() == Some(tool.version) {
        return Ok(());
    }
    install(project, tool)?;
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
            format!("remove the folder {}, then run the same command again", project.tools().display()),
        )),
    }
}

fn install(project: &Project, tool: &CargoTool) -> Result<(), Failure> {
    let root = project.tools();
    let mut arguments = vec!["install", "--locked", tool.krate, "--version", tool.version, "--force"];
    if tool.debug {
        arguments.push("--debug");
    }
    let headline = format!(
        "Installing {} {} with cargo into {} (once; about {} on two cores): {}",
        tool.krate,
        tool.version,
        root.display(),
        words(tool.takes),
        tool.why
    );
    let by_hand = format!("cargo {} --root {}", arguments.join(" "), root.display());
    step(&headline, || {
        // A temporary build folder: the project's own is for the project.
        let mut cargo = project.command("cargo");
        cargo.args(&arguments).arg("--root").arg(&root).env_remove("CARGO_TARGET_DIR");
        check(&mut cargo, || {
            Failure::new(
                format!("cargo could not install {} {}", tool.krate, tool.version),
                "cargo reaches crates.io, and a C compiler is installed; cargo's own message stands above",
                format!("check the network, or run `{by_hand}` by hand, then the same command again"),
            )
        })
    })
}

/// What stands behind the program's name in what it prints.
fn version_of(project: &Project, tool: &CargoTool) -> Option<String> {
    let printed = output(project.command(tool.program).arg("--version").env_remove("NO_COLOR"))?;
    printed.split_whitespace().nth(1).map(str::to_owned)
}

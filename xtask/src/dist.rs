//! `dist/`: everything that is published, built by trunk from index.html and completed from www/ and the types.

use crate::data;
use crate::failure::Failure;
use crate::forms;
use crate::pins;
use crate::project::Project;
use crate::run::{check, step};
use crate::split;
use crate::tools;
use city_compare::embedded;
use std::fs;
use std::path::Path;

/// How the wasm module is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quickly, with names in a panic's message.
    Dev,
    /// Small: optimized by the compiler and by wasm-opt.
    Release,
}

/// Installs what is missing, and builds into the folder `out`, whose former content goes.
pub fn build(project: &Project, profile: Profile, out: &Path) -> Result<(), Failure> {
    tools::wasm_target(project)?;
    tools::cargo_tool(project, &pins::WASM_BINDGEN)?;
    tools::cargo_tool(project, &pins::TRUNK)?;
    if profile == Profile::Release {
        tools::binaryen(project)?;
    }
    let headline = match profile {
        Profile::Dev => "Building the page for development (first time about 3 minutes, then seconds)",
        Profile::Release => "Building the page for release (first time about 3 minutes, then less than 1)",
    };
    step(headline, || {
        trunk(project, profile, out)?;
        if profile == Profile::Release {
            split::split(project, out)?;
        }
        copy_folder(&project.root().join("www"), out)?;
        write(&out.join("dataset.json"), &data::dataset_json()?)?;
        write(&out.join("city-compare.schema.json"), &data::schema_json()?)?;
        let country = out.join("country.bin");
        fs::write(&country, data::country_bin(&project.root().join("seeds"))?)
            .map_err(|error| Failure::file("Writing", &country, &error))?;
        let invented = project.root().join("tests").join("fixtures").join("seeds");
        write(&out.join("examples").join("own-dataset.json"), &data::example_json(&invented)?)?;
        // What a developer looks at is never older than what was built.
        forms::write(out, embedded::dataset(), profile == Profile::Release)
    })
}

fn trunk(project: &Project, profile: Profile, out: &Path) -> Result<(), Failure> {
    let mut trunk = project.command(pins::TRUNK.program);
    trunk.arg("build").arg("--dist").arg(out);
    if profile == Profile::Release {
        trunk.args(["--release", "--features", "split"]);
    }
    // Trunk takes NO_COLOR=1, which many set, for a wrong value of its own option.
    trunk.env_remove("NO_COLOR");
    check(&mut trunk, || {
        Failure::new(
            "trunk could not build the page",
            "src/ compiles for the browser; the compiler's or trunk's own message stands above",
            "correct what the message names, then run the same command again",
        )
    })
}

/// Copies a folder with all that is in it. Names that begin with a dot stay behind: what is in www/ is published.
pub fn copy_folder(from: &Path, to: &Path) -> Result<(), Failure> {
    let failed = |error| Failure::file("Copying", from, &error);
    fs::create_dir_all(to).map_err(failed)?;
    for entry in fs::read_dir(from).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target).map_err(failed)?;
        }
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| Failure::file("Writing", path, &error))
}

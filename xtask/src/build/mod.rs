//! `dist/`: everything that is published, made from the wasm module, index.html, www/ and the types.

pub mod data;
mod first_view;
pub mod forms;
mod module;
mod page;
pub mod sizes;
pub mod split;
pub mod www;

use crate::failure::Failure;
use crate::install;
use crate::project::Project;
use crate::run::step;
use city_compare::embedded;
pub use module::test_runner;
use std::fs;
use std::io;
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
pub fn dist(project: &Project, profile: Profile, out: &Path) -> Result<(), Failure> {
    install::wasm_target(project)?;
    install::npm_tools(project)?;
    let headline = match profile {
        Profile::Dev => "Building the page for development (first time about 2 minutes, then seconds)",
        Profile::Release => "Building the page for release (first time about 3 minutes, then less than 1)",
    };
    step(headline, || {
        let module = module::compile(project, profile)?;
        empty(out)?;
        match profile {
            Profile::Dev => module::glue(&module, &out.join("wasm"), &[])?,
            Profile::Release => split::split(project, &module, out)?,
        }
        complete(project, profile, out)
    })
}

/// Adds all that is not the module.
fn complete(project: &Project, profile: Profile, out: &Path) -> Result<(), Failure> {
    www::copy(project, out)?;
    if profile == Profile::Release {
        www::small_styles(project, out)?;
    }
    page::write(project, profile, out)?;
    write(&out.join("dataset.json"), &data::dataset_json()?)?;
    write(&out.join("city-compare.schema.json"), &data::schema_json()?)?;
    write(&out.join("city-compare-lesson.schema.json"), &data::lesson_schema_json()?)?;
    let country = out.join("country.bin");
    // The very bytes that the widget holds.
    fs::write(&country, embedded::COUNTRY_BYTES).map_err(|error| Failure::file("Writing", &country, &error))?;
    let invented = project.root().join("tests").join("fixtures").join("seeds");
    write(&out.join("examples").join("own-dataset.json"), &data::example_json(&invented)?)?;
    // What a developer looks at is never older than what was built.
    forms::write(project, out, embedded::dataset(), profile)
}

/// Makes a folder, or empties it.
pub fn empty(folder: &Path) -> Result<(), Failure> {
    let gone = fs::remove_dir_all(folder).or_else(|error| match error.kind() {
        io::ErrorKind::NotFound => Ok(()),
        _ => Err(error),
    });
    gone.and_then(|()| fs::create_dir_all(folder)).map_err(|error| Failure::file("Making", folder, &error))
}

/// Copies a folder with all that is in it. Names that begin with a dot stay behind.
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

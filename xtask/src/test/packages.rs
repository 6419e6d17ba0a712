//! The npm package as others use it: packed from dist, installed, and built into apps, which the browser tests then open.

use crate::build::copy_folder;
use crate::failure::Failure;
use crate::install;
use crate::project::Project;
use crate::run::{check, step};
use std::fs;
use std::path::{Path, PathBuf};

/// Packs dist/, installs the package beside Vite and React, and builds the apps. Gives the folder that they are in:
/// `vite/dist`, `react/dist`, `esbuild` with the bundle inside its own, and `plain` without a bundler.
pub fn build(project: &Project) -> Result<PathBuf, Failure> {
    let folder = project.packages();
    let tests = project.root().join("tests").join("npm");
    for app in ["vite", "react", "esbuild", "plain"] {
        remove(&folder.join(app))?;
    }
    copy_folder(&tests, &folder)?;
    copy_folder(&project.root().join("www").join("examples").join("react"), &folder.join("react"))?;
    // A file with a dot, which copying leaves behind.
    copy(&tests.join(".npmrc"), &folder.join(".npmrc"))?;
    install::npm_ci(project, &folder, "Vite and React", "about 10 s")?;
    step("Packing dist/ and building the apps that use the package", || {
        install(project, &folder)?;
        for app in ["vite", "react"] {
            node(project, &folder, &["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn", app])?;
        }
        node(project, &folder, &["node_modules/typescript/bin/tsc", "-p", "react"])?;
        // esbuild, which Angular's builder uses too, leaves `new URL('./file', import.meta.url)` as it is.
        let mut esbuild = project.command("esbuild");
        esbuild.args(["esbuild/main.js", "--bundle", "--format=esm", "--outdir=esbuild/dist", "--log-level=warning"]);
        check(esbuild.current_dir(&folder), || {
            failed("`esbuild` failed", "the app builds with the bundle of the package")
        })?;
        copy_folder(&folder.join("node_modules").join("city-compare"), &folder.join("plain").join("city-compare"))
    })?;
    copy(&project.dist().join("examples").join("own-dataset.json"), &folder.join("react/dist/own-dataset.json"))?;
    Ok(folder)
}

/// `npm pack`, and the archive installed without a network: the package depends on nothing.
///
/// It is installed alone and then put beside the others: an installation beside them would ask for their catalogue
/// entries, which `npm ci` of a lock file does not leave in npm's cache.
fn install(project: &Project, folder: &Path) -> Result<(), Failure> {
    let archive = format!("city-compare-{}.tgz", city_compare::VERSION);
    let mut pack = project.command("npm");
    pack.args(["pack", "--silent", "--pack-destination"]).arg(folder).current_dir(project.dist());
    check(&mut pack, || failed("`npm pack` failed in dist/", "www/package.json lists files that the build writes"))?;
    let alone = folder.join("alone");
    remove(&alone)?;
    fs::create_dir_all(&alone).map_err(|error| Failure::file("Making the folder", &alone, &error))?;
    fs::write(alone.join("package.json"), "{ \"private\": true }\n")
        .map_err(|error| Failure::file("Writing", &alone.join("package.json"), &error))?;
    let mut install = project.command("npm");
    install.args(["install", "--offline", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--silent"]);
    install.arg(folder.join(&archive)).current_dir(&alone);
    check(&mut install, || failed(&format!("npm could not install {archive}"), "a package that installs by itself"))?;
    let installed = Path::new("node_modules").join("city-compare");
    remove(&folder.join(&installed))?;
    copy_folder(&alone.join(&installed), &folder.join(&installed))
}

fn node(project: &Project, folder: &Path, arguments: &[&str]) -> Result<(), Failure> {
    check(project.command("node").args(arguments).current_dir(folder), || {
        failed(
            &format!("`node {}` failed", arguments.join(" ")),
            "the app builds with the package; the tool's own message stands above",
        )
    })
}

fn failed(what: &str, expected: &str) -> Failure {
    Failure::new(what, expected, "correct what the message names in www/ or tests/npm, then run the same command again")
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::copy(from, to).map(|_| ()).map_err(|error| Failure::file("Copying", from, &error))
}

fn remove(folder: &Path) -> Result<(), Failure> {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder).map_err(|error| Failure::file("Removing", folder, &error))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    type Versions = BTreeMap<String, String>;

    /// Every package that a package.json names, with its version.
    fn versions(json: &str) -> Versions {
        let json: serde_json::Value = serde_json::from_str(json).unwrap_or_default();
        let lists = ["dependencies", "devDependencies"].map(|list| json[list].as_object().cloned().unwrap_or_default());
        lists
            .into_iter()
            .flatten()
            .map(|(name, version)| (name, version.as_str().unwrap_or_default().to_owned()))
            .collect()
    }

    #[test]
    fn the_react_example_names_what_it_is_tested_with() {
        let mut example = versions(include_str!("../../../www/examples/react/package.json"));
        assert_eq!(example.remove("city-compare").as_deref(), Some(city_compare::VERSION));
        assert_eq!(example, versions(include_str!("../../../tests/npm/package.json")));
    }
}

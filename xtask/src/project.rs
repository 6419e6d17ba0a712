//! Where things are: the repository, its outputs, and the programs that it uses.

use crate::failure::Failure;
use crate::pins;
use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The repository that xtask works on.
pub struct Project {
    root: PathBuf,
    target: PathBuf,
    program: PathBuf,
}

impl Project {
    /// The repository that this xtask belongs to.
    pub fn find() -> Result<Self, Failure> {
        // Cargo sets the variable at `cargo run`; it stays right when the folder was moved after the build.
        let xtask =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = xtask.parent().map(Path::to_path_buf).unwrap_or_default();
        if !root.join("Trunk.toml").is_file() {
            return Err(Failure::new(
                format!("{} is not the repository of city-compare", root.display()),
                "a folder with Trunk.toml and xtask/",
                "change to a clone of the repository, and run `cargo xtask` there",
            ));
        }
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| root.join(dir));
        // Asked for at the start: cargo may put another file in its place while the tests run.
        let program = env::current_exe().map_err(|error| Failure::file("Finding", Path::new("xtask"), &error))?;
        Ok(Self { root, target, program })
    }

    /// The repository's top folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where a release build goes.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where `serve` puts a development build, so that `dist` never holds one by accident.
    pub fn dev_dist(&self) -> PathBuf {
        self.target.join("serve")
    }

    /// The module that cargo made last, in the folder of a profile: `release` or `debug`.
    pub fn wasm(&self, profile: &str) -> PathBuf {
        self.target.join(pins::WASM_TARGET).join(profile).join("city_compare.wasm")
    }

    /// Where it is cut into parts.
    pub fn split(&self) -> PathBuf {
        self.target.join("split")
    }

    /// Where programs from crates.io and npm are installed: a folder of the project's own.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// Where the pages that are measured are put together.
    pub fn bench_site(&self) -> PathBuf {
        self.target.join("bench-site")
    }

    /// Where the npm package is tried.
    pub fn packages(&self) -> PathBuf {
        self.target.join("packages")
    }

    /// This program, as another one calls it.
    pub fn program(&self) -> &Path {
        &self.program
    }

    /// A command in the repository's top folder that finds the installed tools before all others.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let program = program.as_ref();
        // Looked up here: Windows itself finds only programs that end in .exe, and npm is a script there (npm.cmd).
        let found = self.find_program(program);
        let mut command = Command::new(found.as_deref().map_or(program, Path::as_os_str));
        command.current_dir(&self.root).env("PATH", self.path());
        command
    }

    /// The place of a program, as `command` would find it.
    pub fn find_program(&self, program: impl AsRef<OsStr>) -> Option<PathBuf> {
        which::which_in(program, Some(self.path()), &self.root).ok()
    }

    fn path(&self) -> OsString {
        let own = env::var_os("PATH").unwrap_or_default();
        let folders = [self.tools().join("bin"), self.tools().join("node_modules").join(".bin")];
        // A folder with a colon in its name cannot stand in PATH; then the tools must be on PATH already.
        env::join_paths(folders.into_iter().chain(env::split_paths(&own))).unwrap_or(own)
    }
}

#[cfg(test)]
mod tests {
    use super::Project;
    use crate::failure::Failure;

    #[test]
    fn programs_are_found_as_the_system_finds_them() -> Result<(), Failure> {
        let project = Project::find()?;
        let cargo = project.find_program("cargo").unwrap_or_default();
        assert!(cargo.is_absolute() && cargo.is_file(), "{}", cargo.display());
        assert_eq!(project.command("cargo").get_program(), cargo);
        assert_eq!(project.command("no-such-program-here").get_program(), "no-such-program-here");
        Ok(())
    }
}

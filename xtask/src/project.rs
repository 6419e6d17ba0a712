//! Where things are: the repository, its outputs, and the programs that it uses.

use crate::failure::Failure;
use crate::install::pins;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The repository that xtask works on.
pub struct Project {
    root: PathBuf,
    target: PathBuf,
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
        Ok(Self { root, target })
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

    /// The module that cargo made last for a release.
    pub fn wasm(&self) -> PathBuf {
        self.target.join(pins::WASM_TARGET).join("release").join("city_compare.wasm")
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

    /// A command in the repository's top folder that finds the installed tools before all others.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", self.path());
        command
    }

    /// The place of a program, as `command` would find it.
    pub fn find_program(&self, program: &str) -> Option<PathBuf> {
        let name = format!("{program}{}", env::consts::EXE_SUFFIX);
        env::split_paths(&self.path()).map(|folder| folder.join(&name)).find(|path| path.is_file())
    }

    fn path(&self) -> OsString {
        let own = env::var_os("PATH").unwrap_or_default();
        let folders = [self.tools().join("bin"), self.tools().join("node_modules").join(".bin")];
        // A folder with a colon in its name cannot stand in PATH; then the tools must be on PATH already.
        env::join_paths(folders.into_iter().chain(env::split_paths(&own))).unwrap_or(own)
    }
}

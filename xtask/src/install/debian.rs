//! System packages: installed only on Debian and only by root, after saying which and why.

use crate::failure::Failure;
use crate::project::Project;
use crate::run::{check, output, say, step};
use std::fs;

/// Whether this is Debian. Not Ubuntu: its package chromium is a snap, which does not run in a container.
pub fn is_debian(project: &Project) -> bool {
    let named = fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=debian"));
    named && project.find_program("apt-get").is_some()
}

/// Whether a package is installed.
pub fn has(project: &Project, package: &str) -> bool {
    output(project.command("dpkg").args(["-s", package])).is_some()
}

/// Installs packages where that is allowed. What could not be installed is no failure here: who needs it names it.
pub fn install(project: &Project, packages: &[&str], why: &str) {
    if packages.is_empty() || !is_debian(project) {
        return;
    }
    let by_hand = format!("apt-get install -y {}", packages.join(" "));
    if output(project.command("id").arg("-u")).as_deref() != Some("0") {
        say(format_args!("\nOnly root may install system packages. For {why}: sudo {by_hand}"));
        return;
    }
    let headline = format!("Installing {} with apt-get (once; about 1 minute): {why}", packages.join(", "));
    if let Err(failure) = step(&headline, || apt(project, packages, &by_hand)) {
        say(failure);
    }
}

fn apt(project: &Project, packages: &[&str], by_hand: &str) -> Result<(), Failure> {
    let failure = || {
        Failure::new(
            format!("apt-get could not install {}", packages.join(", ")),
            "apt-get reaches Debian's packages; its own message stands above",
            format!("check the network, or run `apt-get update && {by_hand}`"),
        )
    };
    check(project.command("apt-get").args(["update", "-q"]), failure)?;
    let mut install = project.command("apt-get");
    install.args(["install", "-y", "-q", "--no-install-recommends"]).args(packages);
    check(install.env("DEBIAN_FRONTEND", "noninteractive"), failure)
}

//! The version of every program that xtask installs. Crates are pinned in Cargo.toml, npm packages in their package.json.
//!
//! To change one: change it here, run `cargo test -p xtask`, and change what the failing test names.

use std::time::Duration;

/// A program that cargo builds and installs.
pub struct CargoTool {
    /// The name of its crate.
    pub krate: &'static str,
    /// The program that the crate installs and that is asked for its version.
    pub program: &'static str,
    /// The version, exactly.
    pub version: &'static str,
    /// A build without optimization: much faster to install, and fast enough to use.
    pub debug: bool,
    /// About how long the installation takes on two cores.
    pub takes: Duration,
    /// What it is for, said before it is installed.
    pub why: &'static str,
}

/// Makes the JavaScript glue for trunk. What xtask builds uses the same crate as a library.
pub const WASM_BINDGEN: CargoTool = CargoTool {
    krate: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: "0.2.129",
    debug: true,
    takes: Duration::from_secs(2 * 60),
    why: "trunk calls it at every build",
};

/// Builds again at every change.
pub const TRUNK: CargoTool = CargoTool {
    krate: "trunk",
    program: "trunk",
    version: "0.21.14",
    debug: true,
    takes: Duration::from_secs(4 * 60),
    why: "it builds again and reloads the page at every change",
};

/// Checks the licences and sources of everything that is built in.
pub const CARGO_DENY: CargoTool = CargoTool {
    krate: "cargo-deny",
    program: "cargo-deny",
    version: "0.20.2",
    debug: true,
    takes: Duration::from_secs(4 * 60),
    why: "it checks licences, bans and sources of every crate",
};

/// Drives Firefox.
pub const GECKODRIVER: CargoTool = CargoTool {
    krate: "geckodriver",
    program: "geckodriver",
    version: "0.37.1",
    debug: true,
    takes: Duration::from_secs(90),
    why: "it drives Firefox in the walk through three browsers",
};

/// The npm package that carries wasm-opt, in xtask/tools/package.json.
pub const BINARYEN: &str = "132.0.0";

/// The oldest major version of Node.js that the npm packages run on.
pub const NODE_MAJOR: u32 = 20;

/// The target that browsers run.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

#[cfg(test)]
mod tests {
    use super::{BINARYEN, CARGO_DENY, GECKODRIVER, TRUNK, WASM_BINDGEN};

    const CARGO_TOML: &str = include_str!("../../Cargo.toml");
    const XTASK_TOML: &str = include_str!("../Cargo.toml");
    const CARGO_LOCK: &str = include_str!("../../Cargo.lock");
    const TRUNK_TOML: &str = include_str!("../../Trunk.toml");
    const TOOLS: &str = include_str!("../tools/package.json");
    const TOOLS_LOCK: &str = include_str!("../tools/package-lock.json");
    const BROWSER_LOCK: &str = include_str!("../../tests/browser/package-lock.json");
    const PACKAGES_LOCK: &str = include_str!("../../tests/npm/package-lock.json");

    #[test]
    fn the_glue_is_made_by_the_version_of_wasm_bindgen_that_the_module_has() {
        let pin = format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version);
        assert!(CARGO_TOML.contains(&pin), "Cargo.toml must say {pin}");
        let library = format!("wasm-bindgen-cli = {{ version = \"={}\"", WASM_BINDGEN.version);
        assert!(XTASK_TOML.contains(&library), "xtask/Cargo.toml must say {library}");
        let locked = format!("name = \"wasm-bindgen\"\nversion = \"{}\"", WASM_BINDGEN.version);
        assert!(CARGO_LOCK.contains(&locked), "Cargo.lock must hold wasm-bindgen {}", WASM_BINDGEN.version);
    }

    #[test]
    fn trunk_toml_names_the_wasm_bindgen_that_xtask_installs() {
        let wasm_bindgen = format!("wasm_bindgen = \"{}\"", WASM_BINDGEN.version);
        assert!(TRUNK_TOML.contains(&wasm_bindgen), "Trunk.toml must say {wasm_bindgen}");
    }

    #[test]
    fn the_npm_tools_hold_the_pinned_binaryen() {
        let pin = format!("\"binaryen\": \"{BINARYEN}\"");
        assert!(TOOLS.contains(&pin), "xtask/tools/package.json must say {pin}");
        assert!(TOOLS_LOCK.contains(&pin), "xtask/tools/package-lock.json must say {pin}");
    }

    #[test]
    fn no_lock_file_names_where_a_package_was_downloaded() {
        for lock in [TOOLS_LOCK, BROWSER_LOCK, PACKAGES_LOCK] {
            assert!(!lock.contains("\"resolved\""), "write it again with omit-lockfile-registry-resolved=true");
        }
    }

    #[test]
    fn every_tool_has_an_exact_version() {
        for tool in [WASM_BINDGEN, TRUNK, CARGO_DENY, GECKODRIVER] {
            assert_eq!(tool.version.split('.').count(), 3, "{}", tool.krate);
        }
    }
}

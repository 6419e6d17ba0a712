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
}

/// Makes the JavaScript glue, and runs the tests in the browser. The same version as the crate `wasm-bindgen`.
pub const WASM_BINDGEN: CargoTool = CargoTool {
    krate: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: "0.2.129",
    debug: false,
    takes: Duration::from_secs(5 * 60),
};

/// Builds the page around the wasm module.
pub const TRUNK: CargoTool =
    CargoTool { krate: "trunk", program: "trunk", version: "0.21.14", debug: true, takes: Duration::from_secs(4 * 60) };

/// The npm package that carries wasm-opt, in xtask/tools/package.json.
pub const BINARYEN: &str = "132.0.0";

/// The oldest major version of Node.js that the npm packages run on.
pub const NODE_MAJOR: u32 = 20;

/// The target that browsers run.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

#[cfg(test)]
mod tests {
    use super::{BINARYEN, TRUNK, WASM_BINDGEN};

    const CARGO_TOML: &str = include_str!("../../../Cargo.toml");
    const CARGO_LOCK: &str = include_str!("../../../Cargo.lock");
    const TRUNK_TOML: &str = include_str!("../../../Trunk.toml");
    const TOOLS: &str = include_str!("../../tools/package.json");
    const TOOLS_LOCK: &str = include_str!("../../tools/package-lock.json");
    const BROWSER_LOCK: &str = include_str!("../../../tests/browser/package-lock.json");
    const PACKAGES_LOCK: &str = include_str!("../../../tests/npm/package-lock.json");

    #[test]
    fn cargo_toml_pins_the_wasm_bindgen_that_the_cli_is_made_for() {
        let pin = format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version);
        assert!(CARGO_TOML.contains(&pin), "Cargo.toml must say {pin}");
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
        for tool in [WASM_BINDGEN, TRUNK] {
            assert_eq!(tool.version.split('.').count(), 3, "{}", tool.krate);
        }
    }
}

//! A release is cut into parts: the cutter reads from the relocations what each function needs. Its style sheet is the one
//! that `cargo xtask build` made small, named by `CITY_COMPARE_STYLES`; without that variable it is the source.

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=CITY_COMPARE_STYLES");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("www").join("city-compare.css").into_os_string();
    let styles = std::env::var_os("CITY_COMPARE_STYLES").unwrap_or(source);
    println!("cargo::rerun-if-changed={}", styles.display());
    println!("cargo::rustc-env=CITY_COMPARE_STYLES={}", styles.display());
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        println!("cargo::rustc-link-arg-cdylib=--emit-relocs");
    }
}

//! What the commands need beside Rust: found where it is, installed where it is missing and may be installed.

pub mod browsers;
mod cargo;
mod debian;
mod npm;
mod rust;

pub use cargo::cargo_tool;
pub use npm::{npm_ci, npm_tools};
pub use rust::{components, wasm_target};

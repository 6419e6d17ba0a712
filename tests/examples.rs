//! The examples run, and say what they promise. The native step builds them before: `cargo build --examples`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::env;
use std::path::PathBuf;
use std::process::Command;

/// The first lines of what an example prints.
fn first_lines(name: &str, arguments: &[&str], count: usize) -> Vec<String> {
    let tests = env::current_exe().unwrap();
    let folder = tests.ancestors().nth(2).map(PathBuf::from).unwrap_or_default().join("examples");
    let program = folder.join(name).with_extension(env::consts::EXE_EXTENSION);
    let output = Command::new(&program).args(arguments).output().unwrap_or_else(|error| {
        panic!("{}: {error}. Build the examples first: cargo build --examples", program.display())
    });
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().take(count).map(str::to_owned).collect()
}

#[test]
fn two_cities_are_compared_in_the_terminal() {
    let lines = first_lines("compare_two_cities", &["yeosu", "jeonju"], 4);
    println!("{lines:#?}");
    assert_eq!(lines[0], "Vision");
    assert!(lines[1].starts_with("  Yeosu: "));
    assert!(lines.iter().any(|line| line.starts_with("  Jeonju: ")), "{lines:#?}");
}

#[test]
fn a_chart_is_a_file_of_svg() {
    let lines = first_lines("chart_as_svg", &[], 1);
    assert!(lines[0].starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""), "{}", lines[0]);
}

#[test]
fn a_dataset_s_problems_are_told_with_their_places() {
    let lines = first_lines("problems_of_a_dataset", &[], 4);
    assert_eq!(lines[0], "Problems: 3");
    assert!(
        lines.iter().any(|line| line.starts_with("  cities[0].kind: found “town”, expected one of: ")),
        "{lines:#?}"
    );
    let seven = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/seven/seven.json");
    assert_eq!(first_lines("problems_of_a_dataset", &[seven], 1), ["Sound: 7 cities, version 2026.11-seven."]);
}

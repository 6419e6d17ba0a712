//! As many mistakes as a real table has rows.
#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use city_compare_mutate::{Bases, ROWS, many};
use std::time::Duration;

/// A build that is not optimised is some ten times slower than what a reader runs.
const LIMIT: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 1 });

#[test]
fn ten_thousand_faulty_rows_are_told_by_cause_within_a_second() {
    let bases = Bases::new().expect("the datasets that the cases are made of are sound");
    let mut slow = Vec::new();
    for case in many(&bases.whole[0], ROWS) {
        let (took, lines) = case.told();
        println!("{}: {} ms, {lines} lines", case.name, took.as_millis());
        if took > LIMIT {
            slow.push((case.name, took));
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}

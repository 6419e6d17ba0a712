//! The short form of the million: what the tests run every time.
#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use city_compare_mutate::{Bases, Case, Outcome, Plan, check, run};
use std::time::Duration;

/// A build that is not optimised is some ten times slower than what a reader runs.
const LIMIT: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 1 });

/// `cargo test -p city-compare-mutate --profile mutate` runs the whole short form.
const CASES: u64 = if cfg!(debug_assertions) { 1_000 } else { 20_000 };

#[test]
fn changed_datasets_neither_panic_nor_hang_and_every_refusal_names_a_place() {
    let bases = Bases::new().expect("the datasets that the cases are made of are sound");
    let plan = Plan { from: 0, cases: CASES, seed: 20_261_127, limit: LIMIT };
    let report = run(&bases, plan, &|number, case| panic!("case {number} does not end:\n{}", case.text));
    let told: Vec<String> =
        report.failures.iter().map(|failure| format!("{}: {:?}", failure.number, failure.broken)).collect();
    assert!(told.is_empty(), "cases of seed {}: {told:#?}", plan.seed);
    assert_eq!(report.accepted + report.in_part + report.refused, CASES);
    // The changes are neither all harmless nor all fatal, else they would try one half of the code only.
    assert!(report.accepted > CASES / 20 && report.in_part > CASES / 20 && report.refused > CASES / 20, "{report:?}");
}

#[test]
fn a_case_follows_from_seed_and_number() {
    let bases = Bases::new().expect("the datasets that the cases are made of are sound");
    for number in 0..50 {
        assert_eq!(Case::new(&bases, 7, number), Case::new(&bases, 7, number));
        assert_ne!(Case::new(&bases, 7, number).choice, Case::new(&bases, 8, number).choice);
    }
}

#[test]
fn the_bases_themselves_are_accepted_and_can_be_shown_whatever_is_chosen() {
    let bases = Bases::new().expect("the datasets that the cases are made of are sound");
    for base in bases.small.iter().chain(&bases.whole[..1]) {
        for choice in [0, 10, 20, 25, 26, 28, 31] {
            let case = Case { notation: city_compare_mutate::Notation::Json, text: base.to_string(), choice };
            assert_eq!(check(&case), Ok(Outcome::Accepted));
        }
    }
}

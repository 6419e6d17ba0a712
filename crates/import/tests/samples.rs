//! Real layouts that people keep in public repositories. They are not ours to publish: where the folder is not there, the test
//! says so and ends.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use city_compare_dataset::Lang;
use city_compare_dataset::model::official::{ResidentMeasure, Scope};
use common::{Files, outcome, subject};
use std::path::{Path, PathBuf};

/// The folder with the samples, beside the repository or where `IMPORT_SAMPLES` says.
fn samples() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/import-samples");
    let named = std::env::var_os("IMPORT_SAMPLES").map(PathBuf::from);
    let further = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/import-samples");
    let found = named.into_iter().chain([beside, further]).find(|folder| folder.is_dir());
    if found.is_none() {
        println!("skipped: the samples are not there; IMPORT_SAMPLES names their folder");
    }
    found
}

fn load(folder: &Path, names: &[&str]) -> Files {
    Files::new(names.iter().map(|name| ((*name).to_owned(), std::fs::read(folder.join(name)).unwrap())))
}

#[test]
fn the_budget_of_one_district_closes_to_the_won_in_every_form() {
    let Some(folder) = samples() else { return };
    let city = subject("대구 중구");
    let mut first = None;
    for name in [
        "aidfa_2026_daegu_junggu.keys_camel.utf8.csv",
        "DERIVED_aidfa_2026_daegu_junggu.header_korean.cp949.csv",
        "DERIVED_aidfa_2026_daegu_junggu.envelope.json",
        "DERIVED_aidfa_2026_daegu_junggu.xml",
    ] {
        let found = outcome(&load(&folder, &[name]), &city);
        let lines: Vec<String> = found.sums.iter().map(|sum| sum.line(Lang::Ko)).collect();
        assert!(
            lines.iter().any(|line| line.contains("2026 일반회계") && line.ends_with("= 397,200,000,000원")),
            "{name}: {lines:?}"
        );
        assert!(
            lines.iter().any(|line| line.contains("2026 특별회계") && line.ends_with("= 398,000,000원")),
            "{name}: {lines:?}"
        );
        let official = found.dataset.unwrap().official.unwrap();
        let of = |scope| official.totals.iter().find(|total| total.scope == scope).map(|total| total.krw.get());
        assert_eq!((of(Scope::General), of(Scope::GeneralAndSpecial)), (Some(397_200_000_000), Some(397_598_000_000)));
        let figures = (official.totals.clone(), official.field_amounts.clone());
        assert_eq!(*first.get_or_insert_with(|| figures.clone()), figures, "{name}");
    }
}

#[test]
fn every_other_sample_is_read() {
    let Some(folder) = samples() else { return };
    let found = outcome(&load(&folder, &["lofin_initial_final_2019-2024.utf8bom.csv"]), &subject("여수시"));
    let official = found.dataset.unwrap().official.unwrap();
    assert_eq!(official.totals.len(), 12, "{:?}", found.problems);
    assert_eq!(found.tables[0].rows, 1458);
    let day = |name: &str, city: &str| {
        let found = outcome(&load(&folder, &[name]), &subject(city));
        println!(
            "{name}: {:?} {:?}",
            found.problems.lines(Lang::En, &found.sheets()),
            found.sums.iter().map(|s| s.line(Lang::En)).collect::<Vec<_>>()
        );
        found
    };
    let found = day("202505_age_quoted_original.head120+cities.csv", "경주시");
    let residents = found.dataset.unwrap().official.unwrap().residents;
    assert_eq!(
        residents.iter().map(|r| (r.measure, r.as_of.as_str().to_owned())).collect::<Vec<_>>(),
        [(ResidentMeasure::Registered, "2025-05-31".to_owned())]
    );
    let found = day("202607_population_households.TRANSCRIBED.cp949.csv", "여수시");
    assert!(found.sums.iter().any(|sum| sum.closes() && sum.computed() == 3_149_996));
    assert_eq!(found.dataset.unwrap().official.unwrap().residents[0].persons, 259_568);
    let found = day("2026_first_half_registered_population_and_household_monthly.csv", "수원시");
    let persons: Vec<u64> = found.dataset.unwrap().official.unwrap().residents.iter().map(|r| r.persons).collect();
    assert_eq!(persons.len(), 4, "{persons:?}");
    assert_eq!(persons[0], 1_180_701);
    let found = day("DERIVED_no_data.envelope.json", "여수시");
    assert!(found.dataset.is_none());
    for name in [
        "bjd_2022_utf8_lf_header.trim.txt",
        "bjd_2023_cp949_crlf_no_header.trim.txt",
        "lofin_province_funds_million_won.csv",
    ] {
        day(name, "여수시");
    }
}

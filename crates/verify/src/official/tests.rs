//! The forms in which the tables come, and what a planted error says. The files are of our own making.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops by panicking")]

use super::held::Held;
use super::report::FileReport;
use super::{check, held, run};
use crate::Error;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static HELD: LazyLock<Held> =
    LazyLock::new(|| held(&root().join("seeds")).unwrap_or_else(|failure| panic!("{failure}")));

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(root().join("tests/fixtures/official").join(name)).unwrap()
}

fn checked(name: &str, bytes: &[u8]) -> Result<FileReport, Error> {
    check(&HELD, name, bytes)
}

/// Equal, different, contradictions.
fn counts(report: &FileReport) -> (usize, usize, usize) {
    (report.equal, report.different.len(), report.contradictions.len())
}

#[test]
fn one_table_in_four_forms_says_the_same() {
    for name in ["fields.cp949.csv", "fields.camel.csv", "fields.json", "fields.xml"] {
        let report = checked(name, &bytes(name)).unwrap();
        // Thirteen fields and the administration of one county.
        assert_eq!(counts(&report), (14, 0, 0), "{name}: {:?}", report.different);
        assert_eq!(report.sums.len(), 2, "{name}");
        assert!(report.sums[0].contains("financial activities 3,000 ="), "{name}: {}", report.sums[0]);
    }
}

#[test]
fn initial_and_final_budgets_are_found_by_name_even_by_a_former_one() {
    let report = checked("x", &bytes("initial-final.utf8bom.csv")).unwrap();
    assert_eq!(counts(&report), (14, 0, 0));
}

#[test]
fn people_are_told_apart_by_month_measure_and_code() {
    // The former metropolitan city is the sum of its five districts; branch offices have no people of their own.
    assert_eq!(counts(&checked("x", &bytes("residents.cp949.csv")).unwrap()), (2, 0, 0));
    assert_eq!(counts(&checked("x", &bytes("registered.cp949.csv")).unwrap()), (1, 0, 0));
    assert_eq!(counts(&checked("x", &bytes("months.utf8bom.csv")).unwrap()), (2, 0, 0));
}

/// A figure changed in a file is named, with both values and the difference, in every form of the table.
#[test]
fn a_planted_error_is_found() {
    let held: Vec<(String, i64)> =
        HELD.of(super::held::Kind::Fields).map(|(key, ours)| (key.to_string(), ours.value)).collect();
    for name in ["fields.camel.csv", "fields.json", "fields.xml"] {
        let text = String::from_utf8(bytes(name)).unwrap();
        let part = text
            .split(|c: char| !c.is_ascii_digit())
            .filter(|digits| digits.len() >= 9)
            .find(|digits| digits.ends_with("000") && !digits.starts_with("47"));
        let part = part.expect("an amount").to_owned();
        let planted = part.parse::<i64>().unwrap() + 1_000_000;
        let report = checked(name, text.replacen(&part, &planted.to_string(), 1).as_bytes()).unwrap();
        assert_eq!(counts(&report), (13, 1, 0), "{name}");
        let difference = &report.different[0];
        assert_eq!(difference.theirs - difference.ours, 1_000_000);
        assert!(held.contains(&(difference.key.to_string(), difference.ours)));
        let report = super::Report { files: vec![report], ..super::Report::default() };
        assert!(!report.is_clean());
        assert!(report.to_string().contains("difference 1,000,000"), "{report}");
    }
}

#[test]
fn a_table_that_contradicts_itself_is_told_with_its_line() {
    let text = String::from_utf8(bytes("initial-final.utf8bom.csv")).unwrap();
    let line = text.lines().nth(1).unwrap();
    let change = line.rsplit(',').next().unwrap();
    let report = checked("x", text.replacen(change, "1", 1).as_bytes()).unwrap();
    assert_eq!(report.contradictions.len(), 1);
    assert!(report.contradictions[0].starts_with("line 2: 당초예산 + 증감액"), "{:?}", report.contradictions);
    let report = checked("x", text.replacen("전남여수시", "전남없는시", 1).as_bytes()).unwrap();
    assert!(
        report.contradictions.iter().any(|told| told.contains("no place is known that was called 전남없는시 in 2023"))
    );
}

#[test]
fn a_page_of_several_is_told() {
    for name in ["fields.json", "fields.xml"] {
        let text = String::from_utf8(bytes(name)).unwrap().replacen("26", "1000", 1);
        let report = checked(name, text.as_bytes()).unwrap();
        assert!(
            report.contradictions.iter().any(|told| told.contains("announces 1000 rows, and here are 26")),
            "{name}"
        );
    }
}

#[test]
fn no_data_is_an_answer_and_no_broken_file() {
    let report = checked("no-data.json", &bytes("no-data.json")).unwrap();
    assert_eq!(report.no_data.as_deref(), Some("해당하는 데이터가 없습니다."));
    assert_eq!(counts(&report), (0, 0, 0));
}

#[test]
fn what_is_no_such_table_is_told_with_its_columns() {
    let told = |bytes: &[u8]| checked("a file", bytes).err().map(|failure| failure.to_string()).unwrap_or_default();
    let funds = told(&bytes("funds.utf8bom.csv"));
    assert!(funds.contains("is no table that figures are held of; its columns are: 시도명, 회계연도"), "{funds}");
    assert!(told(b"").contains("it is empty"));
    assert!(told(b"\xff\xfe\x00").contains("neither UTF-8 nor CP949"));
    assert!(told(br#"{"RESULT": {"CODE": "ERROR-300", "MESSAGE": "x"}}"#).contains("the service answered ERROR-300"));
    assert!(told(b"<a><row><b>1</c></row></a>").contains("could not be read"));
    let absent = run(&root().join("seeds"), &[Path::new("nothing.csv").to_path_buf()]);
    assert!(absent.is_err_and(|failure| failure.to_string().contains("nothing.csv")));
}

/// Amounts in another unit are brought to won.
#[test]
fn a_unit_beside_the_amounts_is_noticed() {
    let text = String::from_utf8(bytes("initial-final.utf8bom.csv")).unwrap();
    let thousand = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        if cells[0].starts_with('2') {
            let amounts =
                cells[4..].iter().map(|amount| amount.strip_suffix("000").unwrap_or(amount)).collect::<Vec<_>>();
            format!("{},{},천원", cells[..4].join(","), amounts.join(","))
        } else {
            format!("{line},단위")
        }
    };
    let text: Vec<String> = text.lines().map(thousand).collect();
    assert_eq!(counts(&checked("x", text.join("\n").as_bytes()).unwrap()), (14, 0, 0));
}

/// Real copies, where they are at hand: they are not ours to publish.
#[test]
fn the_table_of_a_district_closes_at_its_budget() {
    let samples = root().join("../shared/import-samples");
    if !samples.is_dir() {
        println!("skipped: ../shared/import-samples is not there");
        return;
    }
    for name in [
        "aidfa_2026_daegu_junggu.keys_camel.utf8.csv",
        "DERIVED_aidfa_2026_daegu_junggu.header_korean.cp949.csv",
        "DERIVED_aidfa_2026_daegu_junggu.envelope.json",
        "DERIVED_aidfa_2026_daegu_junggu.xml",
    ] {
        let report = checked(name, &std::fs::read(samples.join(name)).unwrap()).unwrap();
        assert!(report.sums.iter().any(|sum| sum.ends_with("= 397,200,000,000 won")), "{name}: {:?}", report.sums);
        assert!(report.sums.iter().any(|sum| sum.ends_with("= 398,000,000 won")), "{name}: {:?}", report.sums);
        assert_eq!(counts(&report), (14, 0, 0), "{name}: {:?}", report.different);
    }
    let name = "aidfa_2026_daegu_junggu.keys_camel.utf8.csv";
    let planted = std::fs::read_to_string(samples.join(name)).unwrap().replacen("1727057000", "1727057001", 1);
    let report = checked(name, planted.as_bytes()).unwrap();
    assert_eq!(counts(&report), (13, 1, 0));
    assert_eq!(report.different[0].theirs - report.different[0].ours, 1);
    assert!(!report.sums.iter().any(|sum| sum.ends_with("= 397,200,000,000 won")));
    let all = "lofin_initial_final_2019-2024.utf8bom.csv";
    let report = checked(all, &std::fs::read(samples.join(all)).unwrap()).unwrap();
    assert_eq!(counts(&report), (2 * 243 * 6, 0, 0));
}

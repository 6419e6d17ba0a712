//! Files with mistakes in them by the thousand: they are read or told, never a panic, and what is written is read back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use city_compare_dataset::{Lang, from_json};
use common::{Files, outcome, subject};
use std::path::Path;

/// Numbers that follow from a seed, the same on every machine.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n.max(1)
    }
}

const PIECES: [&str; 16] = [
    ",",
    "\"",
    "\n",
    "\t",
    "-",
    "9999999999999999999",
    "합계",
    "=1+1",
    "#REF!",
    "1,2,3",
    "0",
    "년",
    "(4613000000)",
    "단위: 천원",
    "\u{1100}\u{1161}",
    "{",
];

#[test]
fn changed_files_are_read_or_told() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    let names = [
        "import/fields.csv",
        "import/fields.json",
        "import/fields.xml",
        "import/plan.ko.csv",
        "import/formula.xlsx",
        "official/initial-final.utf8bom.csv",
        "official/months.utf8bom.csv",
        "official/residents.cp949.csv",
    ];
    let bases: Vec<Vec<u8>> = names.iter().map(|name| std::fs::read(folder.join(name)).unwrap()).collect();
    let cities = ["울릉군", "여수시"].map(subject);
    let mut numbers = Numbers(1);
    let mut read = 0;
    for case in 0..1_500 {
        let mut bytes = bases[case % bases.len()].clone();
        for _ in 0..=numbers.below(4) {
            let at = numbers.below(bytes.len());
            match numbers.below(4) {
                0 => bytes.truncate(at.max(1)),
                1 => bytes[at] = u8::try_from(numbers.below(256)).unwrap(),
                2 => drop(bytes.splice(at..at, PIECES[numbers.below(PIECES.len())].bytes())),
                _ => {
                    let until = (at + numbers.below(40)).min(bytes.len());
                    let piece = bytes[at..until].to_vec();
                    bytes.extend(piece);
                }
            }
        }
        let found = outcome(&Files::new([("file".to_owned(), bytes)]), &cities[usize::from(case % bases.len() > 4)]);
        let sheets = found.sheets();
        for problem in found.problems.all() {
            assert!((problem.at.table as usize) < sheets.len());
        }
        assert!(found.problems.lines(Lang::Ko, &sheets).len() < 50);
        if let Some(dataset) = &found.dataset {
            read += 1;
            assert_eq!(from_json(&found.json().unwrap()).as_ref(), Ok(dataset), "case {case}");
        }
    }
    assert!(read > 200, "{read}");
}

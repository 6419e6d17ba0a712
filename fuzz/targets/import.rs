//! A file of a person, in any form: it is read or told, and what is written is read back.
#![no_main]

use city_compare_dataset::model::{Bilingual, official::PlaceKind};
use city_compare_dataset::{Lang, from_json};
use city_compare_import::form::{Contents, read, workbook};
use city_compare_import::import::{Source, import};
use city_compare_import::places::{Place, Places, Subject};
use city_compare_import::text::cp949;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let contents = match read("file", bytes, cp949) {
        Contents::Workbook => workbook("file", bytes),
        contents => contents,
    };
    let place = Place::invented(Bilingual::new("가온시", "Gaon"), Bilingual::new("가람도", "Garam"), PlaceKind::City);
    let places = Places::new([place.clone()]);
    let source = Source { file: "file", contents: &contents, choices: &[] };
    let outcome = import(&[source], &Subject::new(place), &places);
    let sheets = outcome.sheets();
    assert!(outcome.problems.lines(Lang::Ko, &sheets).len() < 50);
    assert!(outcome.problems.all().iter().all(|problem| (problem.at.table as usize) < sheets.len()));
    if let (Some(json), Some(dataset)) = (outcome.json(), &outcome.dataset) {
        assert_eq!(from_json(&json).as_ref(), Ok(dataset));
    }
});

//! The same table in every form, and plans.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use city_compare_dataset::model::{Budget, Dataset, Level, Role};
use city_compare_dataset::{Lang, from_json};
use city_compare_import::form::cells::Cells;
use city_compare_import::form::{Contents, pasted, workbook};
use city_compare_import::import::{Choice, Outcome, Work};
use city_compare_import::plan::{Column, Form, workbook as template_book};
use city_compare_import::problem::Cause;
use city_compare_import::recipe::Use;
use city_compare_import::table::{CellKind, Table};
use city_compare_import::text::Encoding;
use city_compare_import::unit::Unit;
use common::{Files, outcome, subject};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use std::path::Path;

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/import").join(name)).unwrap()
}

fn causes(found: &Outcome) -> Vec<Cause> {
    found.problems.groups().iter().map(|group| group.cause).collect()
}

/// Reads bytes under one name, so that nothing but the form differs.
fn of(bytes: Vec<u8>) -> Outcome {
    outcome(&Files::new([("table".to_owned(), bytes)]), &subject("울릉군"))
}

fn rows(csv: &str) -> Vec<Vec<String>> {
    csv.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

/// A workbook of a sheet: amounts as numbers, codes as text.
fn book(rows: &[Vec<String>]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, i) in rows.iter().zip(0_u32..) {
        for (cell, j) in row.iter().zip(0_u16..) {
            match cell.parse::<f64>() {
                Ok(number) if !cell.starts_with('0') || cell == "0" => sheet.write_number(i, j, number).unwrap(),
                _ => sheet.write_string(i, j, cell).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn one_table_in_every_form_is_one_dataset() {
    let utf8 = String::from_utf8(fixture("fields.csv")).unwrap();
    let first = of(utf8.clone().into_bytes());
    assert_eq!(first.tables[0].encoding, Some(Encoding::Utf8));
    let dataset = first.dataset.unwrap();
    assert_eq!(dataset.official.as_ref().unwrap().field_amounts.len(), 11, "{:?}", dataset.official);
    let (cp949, _, broken) = encoding_rs::EUC_KR.encode(&utf8);
    assert!(!broken);
    let forms: Vec<(&str, Vec<u8>)> = vec![
        ("CP949", cp949.replace_lf()),
        ("UTF-8 with a mark", format!("\u{feff}{utf8}").into_bytes()),
        (
            "UTF-16",
            [b"\xff\xfe".to_vec(), utf8.replace(',', "\t").encode_utf16().flat_map(u16::to_le_bytes).collect()]
                .concat(),
        ),
        ("TSV", utf8.replace(',', "\t").into_bytes()),
        (
            "quoted",
            utf8.lines().map(|line| format!("\"{}\"\r\n", line.replace(',', "\",\""))).collect::<String>().into_bytes(),
        ),
        ("NFD", unicode(&utf8).into_bytes()),
        ("JSON", fixture("fields.json")),
        ("XML", fixture("fields.xml")),
        ("XLSX", book(&rows(&utf8))),
    ];
    for (name, bytes) in forms {
        let found = of(bytes);
        assert_eq!(causes(&found), [], "{name}: {:?}", found.problems.lines(Lang::En, &found.sheets()));
        assert_eq!(found.dataset.as_ref(), Some(&dataset), "{name}");
    }
    let table = pasted("table", &utf8.replace(',', "\t"));
    let files = Files::of(Contents::Tables(vec![table]));
    assert_eq!(outcome(&files, &subject("울릉군")).dataset, Some(dataset.clone()), "pasted");
    round_trip(&dataset);
}

trait ReplaceLf {
    fn replace_lf(&self) -> Vec<u8>;
}

impl ReplaceLf for [u8] {
    /// With the line ends of Windows.
    fn replace_lf(&self) -> Vec<u8> {
        self.iter().flat_map(|byte| if *byte == b'\n' { vec![b'\r', b'\n'] } else { vec![*byte] }).collect()
    }
}

/// Hangul in parts, as files from a Mac hold it.
fn unicode(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfd().collect()
}

fn round_trip(dataset: &Dataset) {
    let json = serde_json::to_string_pretty(dataset).unwrap();
    assert_eq!(from_json(&json).as_ref(), Ok(dataset));
}

#[test]
fn hidden_sheets_formulas_dates_and_floats_of_a_workbook() {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let sheet = book.add_worksheet().set_name("계획").unwrap();
    for (name, at) in ["단계", "번호", "제목", "기능별 분야", "2026년 예산(백만원)"].into_iter().zip(0_u16..)
    {
        sheet.write_string(2, at, name).unwrap();
    }
    sheet.write_string(0, 0, "우리 시 계획").unwrap();
    sheet.write_string(3, 0, "추진과제").unwrap();
    // A person wrote 3-10, and the spreadsheet made a date of it.
    sheet.write_datetime_with_format(3, 1, ExcelDateTime::from_ymd(2026, 3, 10).unwrap(), &day).unwrap();
    sheet.write_string(3, 2, "바다숲").unwrap();
    sheet.write_number(3, 3, 100).unwrap();
    sheet.write_number(3, 4, 0.1 + 0.2).unwrap();
    sheet.write_string(5, 2, "다리").unwrap();
    sheet.write_string(5, 3, "120; 140?").unwrap();
    sheet.write_formula(5, 4, Formula::new("=2+3").set_result("5")).unwrap();
    let hidden = book.add_worksheet().set_name("옛것").unwrap();
    hidden.set_hidden(true);
    for (row, i) in [["단계", "제목"], ["전략", "숨은 것"]].iter().zip(0_u32..) {
        for (cell, j) in row.iter().zip(0_u16..) {
            hidden.write_string(i, j, *cell).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    let files = Files::new([("plan.xlsx".to_owned(), bytes)]);
    let found = outcome(&files, &subject("여수시"));
    assert_eq!(
        causes(&found),
        [Cause::DateForNumber, Cause::HiddenSheet],
        "{:?}",
        found.problems.lines(Lang::En, &found.sheets())
    );
    let line = &found.problems.lines(Lang::Ko, &found.sheets())[0];
    assert!(line.contains("2026-03-10") && line.contains("시트 계획, 4행, B열 (번호)"), "{line}");
    let items = &found.dataset.as_ref().unwrap().cities[0].plan.items;
    let amounts: Vec<Option<i64>> =
        items.iter().map(|item| item.budget.amounts().first().map(|amount| amount.krw.get())).collect();
    assert_eq!(amounts, [Some(300_000), Some(5_000_000)]);
    let both = outcome(&files.choosing(&[Choice::Recognise, Choice::EvenHidden]), &subject("여수시"));
    assert_eq!(both.dataset.unwrap().cities[0].plan.items.len(), 3);
}

#[test]
fn a_formula_without_a_value_and_an_error_are_told_at_their_cells() {
    let found = outcome(&Files::new([("plan.xlsx".to_owned(), fixture("formula.xlsx"))]), &subject("여수시"));
    assert_eq!(causes(&found), [Cause::FormulaWithoutValue, Cause::ErrorCell]);
    let lines = found.problems.lines(Lang::En, &found.sheets());
    assert!(lines[0].contains("=2+3") && lines[0].contains("row 2, column D"), "{lines:?}");
    let items = &found.dataset.as_ref().unwrap().cities[0].plan.items;
    let amount = |at: usize| items[at].budget.amounts().first().map(|amount| amount.krw.get());
    assert_eq!((amount(0), amount(1), amount(2)), (None, Some(5_000_000), None));
}

/// Some rows at a time, with a bar of progress: the same as in one go.
#[test]
fn work_in_pieces_is_work_in_one_go() {
    let files = Files::new([("a.csv".to_owned(), fixture("fields.csv")), ("b.csv".to_owned(), fixture("plan.ko.csv"))]);
    let city = subject("울릉군");
    let sources = files.sources();
    let mut work = Work::new(&sources, &city, &common::PLACES);
    let mut shares = vec![work.share()];
    while work.advance(2) {
        shares.push(work.share());
    }
    assert!(shares.len() > 4 && shares.is_sorted() && shares[0] < 0.2, "{shares:?}");
    assert_eq!(work.finish(), outcome(&files, &city));
    let text = String::from_utf8(fixture("fields.csv")).unwrap();
    let mut cells = Cells::new("a.csv", &text);
    assert!(cells.advance(2) && cells.share() > 0.1 && cells.share() < 0.9);
    assert_eq!(cells.finish(), Cells::new("a.csv", &text).finish());
}

#[test]
fn an_empty_template_comes_back_as_it_was_and_says_nothing() {
    for lang in Lang::ALL {
        let form = Form::new(lang);
        let header = form.rows()[0].clone();
        for (name, bytes) in [("form.csv", form.csv().into_bytes()), ("form.xlsx", template_book(&form).unwrap())] {
            let files = Files::new([(name.to_owned(), bytes)]);
            let Contents::Tables(tables) = files.contents() else { panic!("{name}") };
            let back: Vec<Vec<String>> =
                tables[0].rows(0).map(|row| row.cells().map(|cell| cell.text.to_owned()).collect()).collect();
            let trimmed = |rows: &[Vec<String>]| -> Vec<Vec<String>> {
                rows.iter().map(|row| row.iter().rev().skip_while(|cell| cell.is_empty()).cloned().collect()).collect()
            };
            assert_eq!(trimmed(&back), trimmed(&form.rows()), "{name}");
            let found = outcome(&files, &subject("여수시"));
            assert_eq!((causes(&found), found.dataset), (vec![], None), "{name}");
            let recipe = found.tables[0].recipe.clone().unwrap();
            let columns: Vec<Column> = recipe
                .columns
                .iter()
                .filter_map(|mapped| match mapped.usage {
                    Use::Plan(column) => Some(column),
                    _ => None,
                })
                .collect();
            assert_eq!(columns, form.columns(), "{name}");
            assert_eq!(found.tables[0].sheet.names, header);
        }
        assert_eq!(template_book(&form).unwrap(), template_book(&form).unwrap(), "the same form gives the same bytes");
    }
}

#[test]
fn a_filled_plan_is_read_in_both_languages_and_forms() {
    let plan = |name: &str| {
        let found = of(fixture(name));
        assert_eq!(
            causes(&found),
            [Cause::UnknownParent, Cause::NoField],
            "{name}: {:?}",
            found.problems.lines(Lang::En, &found.sheets())
        );
        found.dataset.unwrap()
    };
    let (korean, english) = (plan("plan.ko.csv"), plan("plan.en.csv"));
    let items = &korean.cities[0].plan.items;
    assert_eq!(
        items.iter().map(|item| (item.level, item.role)).collect::<Vec<_>>(),
        [
            (Level::Vision, Role::Frame),
            (Level::Strategy, Role::Frame),
            (Level::Initiative, Role::Plan),
            (Level::Initiative, Role::Plan),
            (Level::Initiative, Role::Plan),
        ]
    );
    assert_eq!(items[2].parent.as_ref(), Some(&items[1].id));
    assert_eq!(items[2].indicators.len(), 2);
    assert_eq!(
        items[2].budget.amounts().iter().map(|amount| amount.krw.get()).collect::<Vec<_>>(),
        [1_200_000_000, 0, 300_500_000]
    );
    assert_eq!(items[2].budget.funding().len(), 2);
    assert_eq!((&items[3].budget, &items[4].budget), (&Budget::NonBudget, &Budget::NotStated));
    assert_eq!(korean.document(&items[2].source.document).unwrap().title.ko, "공약실천계획서");
    for (ours, theirs) in items.iter().zip(&english.cities[0].plan.items) {
        assert_eq!(
            (&ours.title.ko, &ours.fields, ours.level, ours.role),
            (&theirs.title.ko, &theirs.fields, theirs.level, theirs.role)
        );
    }
    round_trip(&korean);
    // The same rows as a workbook, as tabs, and typed.
    let text = String::from_utf8(fixture("plan.ko.csv")).unwrap();
    let table = |contents: Contents| outcome(&Files::of(contents), &subject("울릉군")).dataset.unwrap();
    let Contents::Tables(mut tables) = workbook("table", &book(&rows(&text))) else { panic!() };
    tables[0].sheet = None;
    assert_eq!(table(Contents::Tables(tables)), korean);
    assert_eq!(table(Contents::Tables(vec![pasted("table", &text.replace(',', "\t"))])), korean);
    assert_eq!(table(Contents::Tables(vec![Table::typed("table", rows(&text))])), korean);
}

#[test]
fn a_row_may_stay_incomplete() {
    let text = "단계,제목,기능별 분야,총사업비(천원)\n전략,,,\n추진과제,다리,교통 및 물류,5\n없는 단계,길,120,\n";
    let found = of(text.as_bytes().to_vec());
    assert_eq!(causes(&found), [Cause::NoTitle, Cause::UnknownWord]);
    let items = &found.dataset.as_ref().unwrap().cities[0].plan.items;
    assert_eq!(items.iter().map(|item| item.title.ko.as_str()).collect::<Vec<_>>(), ["다리", "길"]);
    let at = found.problems.all()[0].at;
    assert_eq!((at.row, at.column), (Some(2), Some(1)));
    assert!(found.problems.at(at).count() == 1);
}

#[test]
fn a_dataset_of_this_format_gets_the_figures_beside_its_plan() {
    let plan = of(fixture("plan.ko.csv"));
    let json = plan.json().unwrap();
    let files =
        Files::new([("dataset.json".to_owned(), json.into_bytes()), ("table".to_owned(), fixture("fields.csv"))]);
    let found = outcome(&files, &subject("울릉군"));
    let dataset = found.dataset.clone().unwrap();
    assert_eq!(dataset.cities.len(), 1);
    assert_eq!(dataset.cities[0].plan.items.len(), 5);
    assert_eq!(dataset.official.as_ref().unwrap().field_amounts.len(), 11);
    round_trip(&dataset);
    // More rows of a plan follow those that are there.
    let more = ("more.csv".to_owned(), "단계,제목,기능별 분야\n추진과제,등대,100\n".as_bytes().to_vec());
    let json = ("dataset.json".to_owned(), found.json().unwrap().into_bytes());
    let found = outcome(&Files::new([json, more]), &subject("울릉군"));
    assert_eq!((causes(&found), found.dataset.unwrap().cities[0].plan.items.len()), (vec![], 6));
}

#[test]
fn the_columns_of_the_template_are_known_in_both_languages() {
    for lang in Lang::ALL {
        for column in Column::fixed().chain([Column::Year(2026), Column::Year(2031)]) {
            assert_eq!(Column::of(&column.header(Unit::ThousandWon, lang)), Some(column));
        }
    }
}

#[test]
fn a_broken_workbook_is_told() {
    let found = of(b"PK\x03\x04 and nothing else".to_vec());
    assert_eq!(causes(&found), [Cause::Unreadable]);
    assert_eq!(Table::new("x", city_compare_import::table::Origin::Csv).rows(0).count(), 0);
    assert_ne!(CellKind::Date, CellKind::Number);
}

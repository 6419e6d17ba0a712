//! CSV of a plot whose texts are anything: another reader of CSV finds the same cells, and no formula.
#![no_main]

use city_compare_core::compare::{Category, Evidence, Form, Mark, Plot, Reading, Series, Tone, Unit};
use city_compare_core::export::{COLUMNS, Meta, csv};
use city_compare_core::text::Lang;
use city_compare_dataset::model::{Bilingual, Number};
use city_compare_embedded as embedded;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&str, &str, &str, f64)| {
    let (title, label, printed, value) = input;
    let plot = plot(title, label, printed, value);
    let text = csv(&plot, embedded::dataset(), &Meta::default(), Lang::Ko);
    let mut reader = ::csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    assert_eq!(reader.headers().expect("a head").iter().collect::<Vec<_>>(), COLUMNS);
    let rows: Vec<::csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("rows that can be read");
    assert_eq!(rows.len(), 1);
    let cell = |name: &str| &rows[0][COLUMNS.iter().position(|column| *column == name).expect("a column")];
    for (name, put) in [("plot_title", title), ("series", label), ("as_printed", printed)] {
        let cell = cell(name);
        assert!(cell == put || cell.strip_prefix('\'') == Some(put), "{name}: {put:?} became {cell:?}");
        let calculated = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
        assert!(!calculated || cell.parse::<f64>().is_ok(), "{name}: {cell:?} is a formula");
    }
});

fn plot(title: &str, label: &str, printed: &str, value: f64) -> Plot {
    let both = |text: &str| Bilingual::new(text, text);
    let evidence = Evidence { as_printed: Some(printed.to_owned()), ..Evidence::page("none", None) };
    let reading = Number::new(value).map_or(Reading::NotStated, Reading::Value);
    Plot {
        id: "fuzz".to_owned(),
        title: both(title),
        form: Form::Bars,
        unit: Unit::Won,
        categories: vec![Category { key: "a".to_owned(), label: both(label), detail: None, item: None }],
        series: vec![Series { key: "b".to_owned(), label: both(label), tone: Tone::Part(0), detail: None }],
        marks: vec![Mark {
            category: 0,
            series: 0,
            value: reading,
            year: None,
            stage: None,
            account: None,
            amount: None,
            squares: vec![],
            evidence: vec![evidence],
            notes: vec![],
        }],
        notes: vec![],
        answer: None,
    }
}

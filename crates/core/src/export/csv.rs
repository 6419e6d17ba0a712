//! CSV for Excel and for scripts.
//!
//! Written by hand: the `csv` crate adds 27 kB of WebAssembly, and a writer is twenty lines. The tests read it back with
//! that crate.

use super::Meta;
use crate::compare::speak::{Status, city_of, counts, document_title, lines_text, mark_text, unit_code, unit_name};
use crate::compare::{Evidence, Mark, Plot, Reading, in_lang};
use crate::model::{Dataset, Number, Word};
use crate::text::Lang;

/// The columns, the same in every language, so that a script reads both.
pub const COLUMNS: [&str; 23] = [
    "plot_title",
    "city",
    "city_id",
    "category",
    "detail",
    "series",
    "label",
    "value",
    "unit",
    "fiscal_year",
    "stage",
    "account",
    "amount_won",
    "count",
    "status",
    "as_printed",
    "documents",
    "lines",
    "urls",
    "link",
    "accessed",
    "dataset_version",
    "dataset_sha256",
];

/// A plot as CSV: a row for each mark, in the order of the marks. UTF-8 with a byte order mark and CRLF, as Excel
/// expects it.
///
/// `value` is a plain number in `unit` (`won`, `won_per_resident`, `percent`, or the name of a count) and is empty unless
/// `status` is `stated`; `label` is the same as in the table. `stage` is one of the words of [`crate::model::Stage`]; `account` is `general`,
/// `special`, `total` or `not_stated`; `amount_won` is the amount that a share is of, `count` the number of plans. Where a mark rests on several places, `as_printed`, `documents`, `lines` and `urls`
/// hold one part for each, in the same order, with ` | ` between them.
///
/// Text that a spreadsheet would take for a formula is preceded by an apostrophe.
pub fn csv(plot: &Plot, dataset: &Dataset, meta: &Meta, lang: Lang) -> String {
    let mut text = mark();
    write_row(&mut text, &COLUMNS.map(str::to_owned));
    for mark in &plot.marks {
        write_row(&mut text, &row(plot, mark, dataset, meta, lang));
    }
    text
}

fn row(plot: &Plot, mark: &Mark, dataset: &Dataset, meta: &Meta, lang: Lang) -> [String; COLUMNS.len()] {
    let category = plot.categories.get(mark.category);
    let detail = category.and_then(|category| category.detail.as_ref());
    let series = plot.series.get(mark.series);
    let city = city_of(plot, mark, dataset);
    let (version, hash) = meta.of(city.map(|city| city.id.as_str()).unwrap_or_default());
    let document = |evidence: &Evidence| document_title(&evidence.document, dataset, lang).to_owned();
    let url = |evidence: &Evidence| dataset.document(&evidence.document)?.url.clone();
    [
        in_lang(&plot.title, lang).to_owned(),
        city.map(|city| in_lang(&city.name, lang).to_owned()).unwrap_or_default(),
        city.map(|city| city.id.clone()).unwrap_or_default(),
        category.map(|category| in_lang(&category.label, lang).to_owned()).unwrap_or_default(),
        detail.map(|detail| in_lang(detail, lang).to_owned()).unwrap_or_default(),
        series.map(|series| in_lang(&series.label, lang).to_owned()).unwrap_or_default(),
        mark_text(plot, mark, lang),
        plain_value(mark.value),
        unit_code(&plot.unit).map_or_else(|| in_lang(&unit_name(&plot.unit), lang).to_owned(), str::to_owned),
        mark.year.map(|year| year.to_string()).unwrap_or_default(),
        mark.stage.map(|stage| stage.word().to_owned()).unwrap_or_default(),
        mark.account.map(|account| account.word().to_owned()).unwrap_or_default(),
        mark.amount.map(|won| won.get().to_string()).unwrap_or_default(),
        if counts(plot, mark) { mark.counted().to_string() } else { String::new() },
        Status::of(mark.value).word().to_owned(),
        parts(mark, |evidence| evidence.as_printed.clone().unwrap_or_default()),
        parts(mark, document),
        parts(mark, |evidence| lines_text(&evidence.lines, "-", "; ")),
        parts(mark, |evidence| url(evidence).unwrap_or_default()),
        meta.link.clone().unwrap_or_default(),
        meta.date.as_ref().map(|date| date.as_str().to_owned()).unwrap_or_default(),
        version.to_owned(),
        hash.to_owned(),
    ]
}

/// One part for each place that the mark rests on; nothing if all parts are empty.
fn parts(mark: &Mark, part: impl Fn(&Evidence) -> String) -> String {
    let parts: Vec<String> = mark.evidence.iter().map(part).collect();
    if parts.iter().all(String::is_empty) { String::new() } else { parts.join(" | ") }
}

/// A number that every program reads: no separators, a point before decimals.
fn plain_value(value: Reading) -> String {
    match value {
        Reading::Value(number) => plain(number),
        Reading::NonBudget | Reading::NotStated | Reading::NotApplicable => String::new(),
    }
}

fn plain(number: Number) -> String {
    number.whole().map_or_else(|| number.get().to_string(), |whole| whole.to_string())
}

/// The byte order mark, by which Excel knows the encoding.
pub(crate) fn mark() -> String {
    String::from("\u{feff}")
}

pub(crate) fn write_row(text: &mut String, cells: &[String]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        let guard = if is_formula(cell) { "'" } else { "" };
        if cell.contains(['"', ',', '\r', '\n']) {
            text.push('"');
            text.push_str(guard);
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(guard);
            text.push_str(cell);
        }
    }
    text.push_str("\r\n");
}

/// Whether a spreadsheet would calculate the cell: it begins like a formula and is no number.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) && !is_number(cell)
}

/// A sign, digits, perhaps a point and digits. Not `str::parse`, which is 15 kB of WebAssembly.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix(['+', '-']).unwrap_or(cell);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, fraction].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        for formula in
            ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "＝1", "-", "-inf", "-1+2", "-1.", "- 건수"]
        {
            assert!(is_formula(formula), "{formula}");
        }
        for plain in ["", "-2", "+3.5", "-0.25", "1=1", "86억 원", "'=1"] {
            assert!(!is_formula(plain), "{plain}");
        }
    }

    #[test]
    fn cells_with_commas_quotation_marks_and_line_breaks_are_quoted() {
        let mut text = String::new();
        write_row(&mut text, &["a,b", "say \"a\"", "two\nlines", "=1,2", "plain"].map(str::to_owned));
        assert_eq!(text, "\"a,b\",\"say \"\"a\"\"\",\"two\nlines\",\"'=1,2\",plain\r\n");
    }

    #[test]
    fn numbers_are_plain() {
        for (value, text) in [(1_374_200_000_000.0, "1374200000000"), (0.0, "0"), (12.3, "12.3"), (-0.5, "-0.5")] {
            assert_eq!(plain(Number::new(value).unwrap_or_default()), text);
        }
    }
}

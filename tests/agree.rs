//! Table, CSV, JSON, summary and accessible names are made from one plot and say the same.
//!
//! [`assert_agrees`] reads every form back with readers of its own (spoken Korean among them) and compares it, value by
//! value, with the plot. Call it on any plot.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops by panicking")]

#[path = "agree/plots.rs"]
mod plots;
#[path = "agree/reading.rs"]
mod reading;

use city_compare::compare::speak::{self, Status};
use city_compare::compare::table::{Cell, ColumnKind, SortKey};
use city_compare::compare::{DataTable, Form, Mark, Plot, Reading, Unit};
use city_compare::export::{COLUMNS, Meta, csv, html, json};
use city_compare::model::{Dataset, Word};
use city_compare::{embedded, text::Lang};
use proptest::prelude::*;
use reading::{Amount, close, numbers_in, spoken, written};

/// Proves that everything made from a plot says what the plot says, in both languages.
///
/// # Panics
/// At the first form that disagrees, naming the plot, the language and the mark.
fn assert_agrees(plot: &Plot) {
    assert_forms_agree(plot);
    for lang in Lang::ALL {
        assert_summary_agrees(plot, embedded::dataset(), lang);
    }
}

/// The same of everything but the summary, which may be a sentence of the plot's own.
fn assert_forms_agree(plot: &Plot) {
    let dataset = embedded::dataset();
    assert_sound(plot);
    assert_json_agrees(plot, dataset);
    for lang in Lang::ALL {
        assert_table_agrees(plot, dataset, lang);
        assert_csv_agrees(plot, dataset, lang);
        assert_names_agree(plot, dataset, lang);
    }
}

/// Every mark has a place, no place has two marks.
fn assert_sound(plot: &Plot) {
    for (index, mark) in plot.marks.iter().enumerate() {
        let place = (mark.category, mark.series);
        assert!(mark.category < plot.categories.len(), "{}: mark {index} has no category", plot.id);
        assert!(mark.series < plot.series.len().max(1), "{}: mark {index} has no series", plot.id);
        let others = plot.marks.iter().filter(|other| (other.category, other.series) == place).count();
        assert_eq!(others, 1, "{}: mark {index} shares its place", plot.id);
        assert!(mark.notes.iter().all(|note| *note < plot.notes.len()), "{}: mark {index} has no such note", plot.id);
    }
}

/// A written value is the mark's, exactly; a percentage to its one decimal. A missing mark holds no amount.
fn assert_says(text: &str, read: Option<Amount>, plot: &Plot, mark: &Mark, what: &str) {
    match mark.value {
        Reading::Value(value) => {
            let read = read.unwrap_or_else(|| panic!("{}: {what} {text:?} holds no value", plot.id)).0;
            assert!(close(&plot.unit, read, value.get()), "{}: {what} {text:?} is {read}, not {value:?}", plot.id);
        }
        _ => assert!(read.is_none(), "{}: {what} {text:?} gives a missing mark a value", plot.id),
    }
}

fn assert_table_agrees(plot: &Plot, dataset: &Dataset, lang: Lang) {
    let table = DataTable::new(plot, dataset, lang);
    let mut seen = vec![0; plot.marks.len()];
    for row in &table.rows {
        assert_eq!(row.cells.len(), table.columns.len());
        assert_eq!(row.header().unwrap().text, label(&plot.categories[row.category].label, lang));
        for (cell, column) in row.cells.iter().zip(&table.columns) {
            let Some(index) = cell.mark else {
                assert!(cell.status.is_none() && cell.evidence.is_empty());
                if column.kind == ColumnKind::Sum {
                    let sum = bar(plot, row.category);
                    assert_eq!(
                        written(&cell.text).map(|read| close(&plot.unit, read.0, sum.unwrap())),
                        sum.map(|_| true)
                    );
                }
                continue;
            };
            seen[index] += 1;
            let mark = &plot.marks[index];
            assert_eq!(mark.category, row.category);
            assert!(column.kind == ColumnKind::Value || column.kind == ColumnKind::Series(mark.series));
            assert_eq!((cell.status, &cell.evidence), (Some(Status::of(mark.value)), &mark.evidence));
            assert_eq!(cell.key, mark.value.value().map_or(SortKey::Missing, SortKey::Number));
            assert_says(&cell.text, written(&cell.text), plot, mark, "table cell");
        }
    }
    assert!(seen.iter().all(|times| *times == 1), "{}: marks in the table: {seen:?}", plot.id);
    let page = html(&table);
    assert_eq!(page.matches("<tr>").count(), table.rows.len() + 1);
    assert_eq!(page.matches(" data-status=\"").count(), plot.marks.len());
}

fn assert_csv_agrees(plot: &Plot, dataset: &Dataset, lang: Lang) {
    let meta = Meta::published(embedded::dataset(), embedded::HASH);
    let text = csv(plot, dataset, &meta, lang);
    assert!(text.ends_with("\r\n"));
    let mut reader = ::csv::Reader::from_reader(text.strip_prefix('\u{feff}').unwrap().as_bytes());
    assert_eq!(reader.headers().unwrap(), COLUMNS.as_slice());
    let rows: Vec<::csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    assert_eq!(rows.len(), plot.marks.len());
    for (row, mark) in rows.iter().zip(&plot.marks) {
        let cell = |name: &str| &row[COLUMNS.iter().position(|column| *column == name).unwrap()];
        assert_eq!(cell("value").parse().ok(), mark.value.value(), "{}: CSV value", plot.id);
        assert_eq!(cell("status"), Status::of(mark.value).word());
        assert_says(cell("label"), written(cell("label")), plot, mark, "CSV label");
        assert_eq!(unguarded(cell("category")), label(&plot.categories[mark.category].label, lang));
        if let Some(series) = plot.series.get(mark.series) {
            assert_eq!(unguarded(cell("series")), label(&series.label, lang));
        }
        assert_eq!(cell("fiscal_year"), mark.year.map(|year| year.to_string()).unwrap_or_default());
        assert_eq!(cell("stage"), mark.stage.map_or("", Word::word));
        assert_eq!(cell("account"), mark.account.map_or("", Word::word));
        for (name, parts) in [("documents", mark.evidence.len()), ("dataset_version", 1), ("dataset_sha256", 1)] {
            assert!(parts == 0 || !cell(name).is_empty(), "{}: CSV {name}", plot.id);
        }
    }
}

fn assert_json_agrees(plot: &Plot, dataset: &Dataset) {
    let text = json(plot, dataset, &Meta::published(embedded::dataset(), embedded::HASH));
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["dataset"]["sha256"], embedded::HASH);
    assert_eq!(value["title"]["ko"], plot.title.ko.as_str());
    let marks = value["marks"].as_array().unwrap();
    assert_eq!(marks.len(), plot.marks.len());
    for (json, mark) in marks.iter().zip(&plot.marks) {
        assert_eq!(json["value"].as_f64(), mark.value.value(), "{}: JSON value", plot.id);
        assert_eq!(json["status"], Status::of(mark.value).word());
        assert_eq!(json["category"], plot.categories[mark.category].key.as_str());
        assert_eq!(json["series"].as_str(), plot.series.get(mark.series).map(|series| series.key.as_str()));
        assert_eq!(json["fiscal_year"].as_u64(), mark.year.map(|year| year.0.into()));
        assert_eq!(json["evidence"].as_array().unwrap().len(), mark.evidence.len());
        for text in [&json["text"]["ko"], &json["text"]["en"]] {
            let text = text.as_str().unwrap();
            assert_says(text, written(text), plot, mark, "JSON text");
        }
    }
    let known = |id: &&str| dataset.document(id).is_some();
    for id in plot.documents().iter().filter(|id| known(id)) {
        assert!(value["documents"].as_array().unwrap().iter().any(|document| document["id"] == *id));
    }
}

fn assert_names_agree(plot: &Plot, dataset: &Dataset, lang: Lang) {
    for mark in &plot.marks {
        let name = speak::name(plot, mark, dataset, lang);
        let known = speak::mark_names(plot, mark, dataset, lang).join(", ");
        let rest = name.strip_prefix(&known).and_then(|rest| rest.strip_prefix(", ")).unwrap();
        let said = rest.split(", ").next().unwrap();
        assert_says(&name, spoken(said, &plot.unit, lang), plot, mark, "name");
        if plot.form != Form::Slope {
            assert!(mark.year.is_none_or(|year| rest.contains(&year.to_string())), "{name}");
        }
    }
}

/// Every number of the summary that belongs to no name is a value, the documented ratio, or a count of missing marks.
fn assert_summary_agrees(plot: &Plot, dataset: &Dataset, lang: Lang) {
    let summary = speak::summary(plot, dataset, lang);
    // What one of the residents has is a unit, and no number.
    let mut rest = summary.replace("주민 1인당", "주민당");
    let mut names: Vec<String> =
        plot.marks.iter().flat_map(|mark| speak::mark_names(plot, mark, dataset, lang)).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    for name in names {
        rest = rest.replace(&name, "·");
    }
    let ratio = speak::ratio(plot);
    let count = |status| plot.marks.iter().filter(|mark| Status::of(mark.value) == status).count();
    // Of a stacked plot, the bars are compared.
    let values: Vec<f64> = match plot.form {
        Form::Stacked => (0..plot.categories.len()).filter_map(|category| bar(plot, category)).collect(),
        // Of several series, one field over the cities, or the cities in one year.
        _ => speak::compared(plot).iter().filter_map(|mark| mark.value.value()).collect(),
    };
    assert_superlative_holds(plot, &summary);
    let ends = [values.iter().copied().reduce(f64::min), values.iter().copied().reduce(f64::max)];
    let tied = |end: f64| values.iter().filter(|value| close(&plot.unit, **value, end)).count();
    let missing = [Status::NotStated, Status::NonBudget, Status::NotApplicable].map(count);
    let more = missing.into_iter().chain(ends.into_iter().flatten().map(tied)).map(|count| count.saturating_sub(3));
    let counts: Vec<usize> = missing.into_iter().chain(more).filter(|count| *count > 0).collect();
    for number in numbers_in(&rest) {
        let is_value = values.iter().any(|value| close(&plot.unit, number, *value));
        let is_count = counts.iter().any(|count| number == *count as f64);
        assert!(is_value || is_count || ratio == Some(number), "{}: {number} of {summary:?} is nowhere", plot.id);
    }
    for status in [Status::NotStated, Status::NonBudget, Status::NotApplicable] {
        let said = numbers_in(&rest).contains(&(count(status) as f64));
        assert!(count(status) == 0 || said, "{}: {summary:?} leaves out what is {}", plot.id, status.word());
    }
    for extreme in ends.into_iter().flatten() {
        let said = numbers_in(&rest).iter().any(|number| close(&plot.unit, *number, extreme));
        assert!(said, "{}: {summary:?} leaves out {extreme}", plot.id);
    }
}

/// What is called the largest is so among three values at least, of one series, year, stage and account.
fn assert_superlative_holds(plot: &Plot, summary: &str) {
    if !["가장", "largest", "smallest"].iter().any(|word| summary.contains(word)) || plot.form == Form::Stacked {
        return;
    }
    let marks = speak::compared(plot);
    assert!(marks.len() >= 3, "{}: {summary:?} compares {}", plot.id, marks.len());
    let several = plot.series.len() > 1 && matches!(plot.form, Form::Grouped | Form::Shares | Form::Slope);
    let one = |of: fn(&Mark) -> usize| marks.iter().all(|mark| of(mark) == of(marks[0]));
    assert!(!several || one(|mark| mark.category) || one(|mark| mark.series), "{}: {summary:?}", plot.id);
    let said = |of: &dyn Fn(&Mark) -> Option<String>| {
        let mut all: Vec<String> = marks.iter().filter_map(|mark| of(mark)).collect();
        all.sort();
        all.dedup();
        all.len() <= 1
    };
    assert!(said(&|mark| mark.stage.map(|stage| stage.word().to_owned())), "{}: {summary:?}", plot.id);
    assert!(said(&|mark| mark.account.map(|account| account.word().to_owned())), "{}: {summary:?}", plot.id);
}

/// The sum of a bar.
fn bar(plot: &Plot, category: usize) -> Option<f64> {
    plot.of_category(category).filter_map(|mark| mark.value.value()).reduce(|sum, part| sum + part)
}

fn label(text: &city_compare::model::Bilingual, lang: Lang) -> &str {
    city_compare::compare::in_lang(text, lang)
}

fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

#[test]
fn every_form_of_a_plot_says_the_same() {
    for plot in plots::all() {
        assert_agrees(&plot);
    }
}

#[test]
fn every_plot_of_the_app_says_the_same() {
    let plots = plots::real();
    assert!(plots.len() > 100 && plots.iter().filter(|plot| !plot.is_empty()).count() > 100);
    for plot in plots {
        assert_agrees(&plot);
    }
}

/// Unit charts and topics have sentences of their own: every number in one is a mark’s, or one of plans, documents or the year.
#[test]
fn a_unit_chart_says_the_same() {
    for plot in plots::units() {
        assert_forms_agree(&plot);
        for lang in Lang::ALL {
            let summary = speak::summary(&plot, embedded::dataset(), lang);
            let mut known: Vec<f64> = plot.marks.iter().filter_map(|mark| mark.value.value()).collect();
            known.extend(plot.marks.iter().map(|mark| mark.counted() as f64));
            known.extend((1..=plot.series.len()).map(|n| n as f64));
            let plans = embedded::dataset().cities.iter().map(|city| city.plan.plans().count() as f64);
            // Where filters are set, the numbers of each document are added up over the fields.
            let sums = (0..plot.series.len()).map(|series| {
                plot.marks.iter().filter(|mark| mark.series == series).map(|mark| mark.counted() as f64).sum()
            });
            known.extend(plans.chain(sums));
            known.push(plot.marks.iter().map(|mark| mark.counted() as f64).sum());
            known.extend(plot.marks.iter().filter_map(|mark| mark.year).map(|year| f64::from(year.0)));
            for number in numbers_in(&summary) {
                assert!(known.iter().any(|one| (one - number).abs() < 1e-9), "{}: {number} of {summary:?}", plot.id);
            }
        }
    }
}

#[test]
fn the_csv_of_a_hostile_label_is_no_formula() {
    let mut plot = plots::totals();
    plot.categories[0].label.ko = "=HYPERLINK(\"http://x\"), \"y\"\nz".to_owned();
    assert_agrees(&plot);
    assert!(
        csv(&plot, embedded::dataset(), &Meta::published(embedded::dataset(), embedded::HASH), Lang::Ko)
            .contains(",\"'=HYPERLINK")
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_plot_agrees(plot in plots::any_plot()) {
        assert_agrees(&plot);
    }

    #[test]
    fn sorting_keeps_every_row_and_puts_missing_values_last(plot in plots::any_plot(), column in 0_usize..6, up: bool) {
        let table = DataTable::new(&plot, embedded::dataset(), Lang::Ko);
        let sorted = table.sorted(column, up);
        let bag = |table: &DataTable| {
            let mut rows: Vec<String> = table.rows.iter().map(|row| format!("{row:?}")).collect();
            rows.sort();
            rows
        };
        prop_assert_eq!(bag(&table), bag(&sorted));
        let keys: Vec<&SortKey> = sorted.rows.iter().filter_map(|row| row.cells.get(column)).map(|c| &c.key).collect();
        let present = keys.iter().take_while(|key| ***key != SortKey::Missing).count();
        prop_assert!(keys.iter().skip(present).all(|key| **key == SortKey::Missing));
        for pair in keys[..present].windows(2) {
            if let (SortKey::Number(left), SortKey::Number(right)) = (pair[0], pair[1]) {
                let in_order = if up { left <= right } else { left >= right };
                prop_assert!(in_order, "{:?}", keys);
            }
        }
        prop_assert_eq!(sorted.sorted(column, up), sorted.clone());
        assert_stable(&table, &sorted, column);
    }

    #[test]
    fn no_text_of_a_missing_mark_holds_an_amount(plot in plots::any_plot()) {
        let dataset = embedded::dataset();
        for lang in Lang::ALL {
            let table = DataTable::new(&plot, dataset, lang);
            let missing = |cell: &&Cell| cell.status.is_some_and(|status| status != Status::Stated);
            for cell in table.rows.iter().flat_map(|row| &row.cells).filter(missing) {
                prop_assert!(!cell.text.contains(|c: char| c.is_ascii_digit()));
            }
            for mark in plot.marks.iter().filter(|mark| mark.value.value().is_none()) {
                let name = speak::name(&plot, mark, dataset, lang);
                prop_assert!(!name.ends_with(" 원") && !name.contains(" 원,") && !name.contains(" won"), "{}", name);
                prop_assert!(!name.contains("퍼센트") && !name.contains("percent"), "{}", name);
            }
        }
    }
}

/// Rows with equal keys stand as they stood before.
fn assert_stable(table: &DataTable, sorted: &DataTable, column: usize) {
    let of_key = |table: &DataTable, key: &SortKey| -> Vec<String> {
        let same = table.rows.iter().filter(|row| row.cells.get(column).is_none_or(|cell| cell.key == *key));
        same.map(|row| format!("{row:?}")).collect()
    };
    for row in &sorted.rows {
        let key = row.cells.get(column).map_or(SortKey::Missing, |cell| cell.key.clone());
        assert_eq!(of_key(table, &key), of_key(sorted, &key));
    }
}

#[test]
fn shares_of_amounts_give_the_amount_and_the_share() {
    let mut plot = plots::funding();
    plot.form = Form::Shares;
    let table = DataTable::new(&plot, embedded::dataset(), Lang::En);
    assert_eq!(table.rows[0].cells[1].text, "6,450,000,000 won (75.0%)");
    assert_eq!(table.rows[1].cells[1].text, "86,000,000 won", "a part is missing, so that there is no whole");
    assert_eq!(plot.unit, Unit::Won);
}

#[test]
fn a_list_has_columns_only_for_what_its_marks_have() {
    let headings = |plot: &Plot| -> Vec<String> {
        DataTable::new(plot, embedded::dataset(), Lang::Ko).columns.into_iter().map(|column| column.label).collect()
    };
    assert_eq!(headings(&plots::totals()), ["도시", "금액", "회계연도", "예산 단계", "회계", "자료에 있는지", "출처"]);
    assert_eq!(headings(&plots::funding()), ["항목", "국비", "시비", "부분의 합"]);
    assert_eq!(headings(&plots::slope()), ["연도", "여수시", "광양시"]);
}

#[test]
fn cells_of_a_matrix_say_what_differs_from_their_neighbours() {
    let table = DataTable::new(&plots::slope(), embedded::dataset(), Lang::Ko);
    let details: Vec<Option<&str>> =
        table.rows.iter().flat_map(|row| &row.cells[1..]).map(|cell| cell.detail.as_deref()).collect();
    assert_eq!(details, [Some("예산안"), Some("확정"), Some("확정"), Some("확정")]);
}

#[test]
fn items_of_several_cities_are_named_with_their_city() {
    let plot = plots::items();
    for (mark, category) in plot.marks.iter().zip(&plot.categories) {
        let (city, item) = embedded::dataset().item(category.item.as_deref().unwrap()).unwrap();
        let name = speak::name(&plot, mark, embedded::dataset(), Lang::Ko);
        assert!(name.contains(&city.name.ko) && name.contains(&item.title.ko), "{name}");
    }
    let summary = speak::summary(&plot, embedded::dataset(), Lang::Ko);
    let largest = plot
        .marks
        .iter()
        .filter(|mark| mark.value.value().is_some())
        .max_by(|left, right| left.value.value().unwrap().total_cmp(&right.value.value().unwrap()));
    let title = &plot.categories[largest.unwrap().category].label.ko;
    assert!(summary.contains(&format!("“{title}”")), "{summary}");
}

#[test]
fn summaries_read_as_sentences() {
    for (plot, ko, en) in plots::summaries() {
        assert_eq!(speak::summary(&plot, embedded::dataset(), Lang::Ko), ko);
        assert_eq!(speak::summary(&plot, embedded::dataset(), Lang::En), en);
    }
}

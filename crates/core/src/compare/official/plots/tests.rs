#![allow(clippy::expect_used, clippy::panic, reason = "a test stops by panicking")]

use super::Figures;
use crate::chart::{Frame, draw};
use crate::compare::official::*;
use crate::compare::{DataTable, Form, Plot, Reading, Selection, Tone, speak};
use crate::embedded;
use crate::export::{Meta, csv};
use crate::model::{Dataset, FiscalYear, Stage};
use crate::text::Lang;
use std::sync::LazyLock;

const FIVE: [&str; 5] = ["yeosu", "gwangyang", "gyeongju", "jeonju", "gwangju"];

/// The dataset with its official sources among the documents.
static DATASET: LazyLock<Dataset> = LazyLock::new(|| {
    let mut dataset = embedded::dataset().clone();
    dataset.documents.extend(documents(embedded::official()));
    dataset
});

fn basis(year: u16, stage: Stage) -> FieldBasis {
    let choices = field_choices(embedded::official(), &FIVE);
    let found = choices.all.iter().find(|(basis, _)| basis.year == FiscalYear(year) && basis.stage == stage);
    found.expect("the seeds have it").0
}

fn with<T>(cities: &[&str], ask: impl FnOnce(Figures<'_>) -> T) -> T {
    let selection = Selection::new(&DATASET, cities);
    ask(Figures { dataset: &DATASET, official: embedded::official(), selection: &selection })
}

fn welfare() -> PartKey {
    PartKey::Field("080".to_owned())
}

fn all_plots(cities: &[&str]) -> Vec<Plot> {
    with(cities, |of| {
        let mut all = vec![
            plots::per_resident(of, FiscalYear(2026)),
            plots::peers(of),
            plots::years(of, Prices::Nominal),
            plots::years(of, Prices::Of(FiscalYear(2024))),
        ];
        all.extend((2012..=2024).map(|year| plots::stages(of, FiscalYear(year))));
        for (on, _) in field_choices(of.official, cities).all {
            all.push(plots::blocks(of, on, &welfare()));
            all.push(plots::multiples(of, on, PanelOrder::Spread));
        }
        all
    })
}

fn values(plot: &Plot) -> Vec<f64> {
    plot.marks.iter().filter_map(|mark| mark.value.value()).collect()
}

#[test]
fn the_share_of_welfare_stands_with_its_amount_and_its_source() {
    let plot = with(&FIVE, |of| plots::blocks(of, basis(2024, Stage::Spent), &welfare()));
    let lit = plot.series.iter().position(|series| series.tone == Tone::Part(0)).expect("one is lit");
    let shown: Vec<&crate::compare::Mark> = plot.marks.iter().filter(|mark| mark.series == lit).collect();
    let shares: Vec<f64> = shown.iter().filter_map(|mark| mark.value.value()).collect();
    assert_eq!(shares, [36.8, 30.3, 29.2, 42.5, 41.8]);
    let details: Vec<&str> = plot.categories.iter().filter_map(|c| Some(c.detail.as_ref()?.ko.as_str())).collect();
    assert_eq!(details[0], "복지 36.8% · 5,383억");
    for mark in shown {
        assert!(mark.amount.is_some_and(|amount| amount.get() > 100_000_000_000));
        let open = mark.evidence.first().and_then(|evidence| evidence.open(&DATASET)).expect("it opens");
        assert!(open.document.publisher.is_some());
        assert!(open.document.url.is_some() || !open.document.title.ko.is_empty());
    }
    assert_eq!(plot.series.iter().filter(|series| series.tone == Tone::Part(0)).count(), 1);
    let said = speak::summary(&plot, &DATASET, Lang::Ko);
    assert!(said.contains("전주시이며 42.5%"), "{said}");
}

#[test]
fn the_budgets_per_resident_are_those_that_are_printed() {
    let plot = with(&FIVE, |of| plots::per_resident(of, FiscalYear(2026)));
    assert_eq!(values(&plot), [5_145_000.0, 6_328_000.0, 7_310_000.0, 3_909_000.0, 4_505_000.0]);
}

#[test]
fn a_city_without_the_figure_keeps_its_row_with_the_reason() {
    let plot = with(&FIVE, |of| plots::blocks(of, basis(2026, Stage::Initial), &welfare()));
    let place = plot.categories.iter().position(|category| category.key == "gwangju").expect("it stays");
    assert!(plot.of_category(place).all(|mark| mark.value == Reading::NotStated));
    let detail = plot.categories[place].detail.as_ref().expect("the reason");
    assert!(detail.ko.contains("광역자치단체"), "{}", detail.ko);
    assert!(plot.notes[0].text.ko.starts_with("광주광역시:"), "{}", plot.notes[0].text.ko);
}

#[test]
fn metropolitan_cities_stand_on_a_line_of_their_own() {
    let plot = with(&FIVE, plots::peers);
    assert_eq!((plot.form, plot.categories.len()), (Form::Range, 2));
    assert_eq!(plot.of_category(1).filter(|mark| mark.series >= 3).count(), 1);
    assert!(plot.categories[0].detail.as_ref().is_some_and(|detail| detail.ko.contains("226")));
}

#[test]
fn table_and_csv_hold_what_every_plot_shows_and_each_value_has_its_source() {
    for cities in [&FIVE[..], &FIVE[1..3], &["gwangju", "yeosu", "jeonju"]] {
        for plot in all_plots(cities) {
            assert!(plot.answer.is_some() || plot.is_empty(), "{}", plot.id);
            for (index, mark) in plot.marks.iter().enumerate() {
                let (c, s) = (mark.category, mark.series);
                assert!(c < plot.categories.len() && s < plot.series.len(), "{} {index}", plot.id);
                assert_eq!(plot.marks.iter().filter(|other| (other.category, other.series) == (c, s)).count(), 1);
                if mark.value.value().is_some() {
                    let open = mark.evidence.first().and_then(|evidence| evidence.open(&DATASET));
                    assert!(open.is_some(), "{} {index} has no source", plot.id);
                }
            }
            for lang in Lang::ALL {
                let table = DataTable::new(&plot, &DATASET, lang);
                let shown = table.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.mark.is_some()).count();
                assert_eq!(shown, plot.marks.len(), "{}", plot.id);
                let text = csv(&plot, &DATASET, &Meta::default(), lang);
                assert_eq!(text.matches("\r\n").count(), plot.marks.len() + 1, "{}", plot.id);
                let drawn = draw(&plot, Frame { width: 320, lang, id_prefix: "t" });
                assert!(drawn.height > 0 && plot.marks.is_empty() == drawn.marks.is_empty(), "{}", plot.id);
            }
        }
    }
}

#[test]
fn a_superlative_holds_for_the_lit_field_of_every_year() {
    for count in 2..=5 {
        with(&FIVE[..count], |of| {
            for (on, _) in field_choices(of.official, &FIVE[..count]).all {
                for field in &DATASET.fields {
                    let lit = PartKey::Field(field.code.clone());
                    let plot = plots::blocks(of, on, &lit);
                    let Some(said) = plot.answer.as_ref().map(|answer| &answer.ko) else { continue };
                    let lit = plot.series.iter().position(|series| series.tone == Tone::Part(0));
                    let shown: Vec<f64> = plot
                        .marks
                        .iter()
                        .filter(|mark| Some(mark.series) == lit)
                        .filter_map(|mark| mark.value.value())
                        .collect();
                    if said.contains("가장") {
                        let most = shown.iter().copied().fold(f64::MIN, f64::max);
                        assert!(count >= 3 && said.contains(&format!("{most:.1}%")), "{said} of {shown:?}");
                    }
                }
            }
        });
    }
}

#[test]
fn every_source_opens_as_a_document_of_the_same_id() {
    let made = documents(embedded::official());
    assert_eq!(made.len(), embedded::official().sources.len());
    let known = |id: &str| embedded::dataset().document(id).is_some();
    assert!(made.iter().all(|document| !known(&document.id) && document.publisher.is_some()));
}

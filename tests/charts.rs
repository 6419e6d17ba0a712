//! Golden drawings: every kind of chart, compared with the file that was looked at and committed.
//!
//! `UPDATE_GOLDEN=1 cargo test --test charts` writes the files anew. Look at them before committing:
//! (they carry classes only: put the rules of `chart::palette` beside them).

#[path = "golden/plots.rs"]
mod plots;

use city_compare::chart::{Format, Frame, Meta, draw, picture, standalone};
use city_compare::compare::official::{add_documents, plots::Figures};
use city_compare::compare::topic::{self, Subject, TopicPage};
use city_compare::compare::units::{self, Ask, RowOrder};
use city_compare::compare::{Filters, Plot, Selection};
use city_compare::options::{BudgetWhat, Figure, State, UnitChoice, View};
use city_compare::text::Lang;
use city_compare::{embedded, export, screen};
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// Compares with the committed file, or writes it.
fn golden(name: &str, svg: &str) {
    let path = folder().join(format!("{name}.svg"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        assert!(std::fs::write(&path, svg).is_ok(), "cannot write {}", path.display());
        return;
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = committed.lines().zip(svg.lines()).position(|(old, new)| old != new);
    assert!(
        committed == svg,
        "{name}: differs from {} from line {} on. If the change is wanted: UPDATE_GOLDEN=1 cargo test --test charts, \
         and look at the new drawing.",
        path.display(),
        differs.unwrap_or_else(|| committed.lines().count().min(svg.lines().count())) + 1,
    );
}

fn drawn(name: &str, plot: &Plot, lang: Lang, width: u32) {
    let name = format!("{name}-{}-{width}", lang.tag());
    golden(&name, &draw(plot, Frame { width, lang, id_prefix: &name }).svg());
}

fn both_widths(name: &str, plot: &Plot, lang: Lang) {
    drawn(name, plot, lang, 320);
    drawn(name, plot, lang, 960);
}

#[test]
fn bars_of_five_cities() {
    both_widths("bars", &plots::bars(), Lang::Ko);
    both_widths("bars", &plots::bars(), Lang::En);
    drawn("per-resident", &plots::per_resident(), Lang::En, 640);
}

#[test]
fn grouped_bars() {
    both_widths("grouped", &plots::grouped(), Lang::Ko);
    drawn("grouped", &plots::grouped(), Lang::En, 960);
}

#[test]
fn stacked_bars_with_remarks_on_what_is_no_part() {
    both_widths("stacked", &plots::stacked(), Lang::Ko);
    both_widths("stacked", &plots::stacked(), Lang::En);
}

#[test]
fn shares_of_a_hundred_percent() {
    both_widths("shares", &plots::shares(), Lang::Ko);
    drawn("shares", &plots::shares(), Lang::En, 960);
}

#[test]
fn lines_over_the_years_with_gaps() {
    both_widths("slope", &plots::slope(), Lang::Ko);
    drawn("slope", &plots::slope(), Lang::En, 960);
    drawn("two-years", &plots::two_years(), Lang::Ko, 640);
}

#[test]
fn a_hundred_blocks_a_city() {
    both_widths("blocks", &plots::blocks(), Lang::Ko);
    both_widths("blocks", &plots::blocks(), Lang::En);
}

#[test]
fn small_charts_on_one_scale() {
    both_widths("multiples", &plots::multiples(), Lang::Ko);
    both_widths("multiples", &plots::multiples(), Lang::En);
}

#[test]
fn points_of_one_budget() {
    both_widths("dumbbell", &plots::dumbbell(), Lang::Ko);
    both_widths("dumbbell", &plots::dumbbell(), Lang::En);
}

#[test]
fn cities_among_their_peers() {
    both_widths("range", &plots::range(), Lang::Ko);
    both_widths("range", &plots::range(), Lang::En);
}

#[test]
fn long_titles_wrap_or_end_in_an_ellipsis() {
    both_widths("long-titles", &plots::long_titles(), Lang::Ko);
    both_widths("long-titles", &plots::long_titles(), Lang::En);
}

#[test]
fn one_bar_and_no_bar() {
    both_widths("one-bar", &plots::one_bar(), Lang::Ko);
    drawn("none", &plots::none(), Lang::Ko, 320);
}

#[test]
fn sixty_bars_follow_one_another() {
    both_widths("sixty", &plots::sixty(), Lang::Ko);
}

#[test]
fn every_kind_of_missing_and_a_stated_zero() {
    both_widths("missing", &plots::missing(), Lang::Ko);
    drawn("missing", &plots::missing(), Lang::En, 320);
}

/// The unit matrix of the five cities, with and without what is no plan, and the small one of the first page.
#[test]
fn what_the_documents_plan_one_square_an_item() {
    let dataset = embedded::dataset();
    let (selection, filters) = (Selection::all(dataset), Filters::default());
    let ask =
        Ask { dataset, selection: &selection, filters: &filters, found: None, rest: false, order: RowOrder::Spread };
    for lang in Lang::ALL {
        for width in [328, 1_248] {
            drawn("units", &units::plot(ask), lang, width);
        }
        drawn("tiles", &units::glance(ask, 4), lang, 336);
    }
    let whole = units::plot(Ask { rest: true, order: RowOrder::Field, ..ask });
    drawn("units-whole", &whole, Lang::Ko, 328);
    drawn("units-whole", &whole, Lang::Ko, 1_248);
}

/// What five cities plan for children, and the money of its main field for scale.
#[test]
fn one_topic_over_the_cities() {
    let (dataset, official) = (embedded::dataset(), embedded::official());
    let selection = Selection::all(dataset);
    let subject = dataset.topics.first().map(Subject::Topic);
    assert!(subject.is_some());
    if let Some(subject) = subject {
        let page = TopicPage::new(dataset, &selection, subject);
        for lang in Lang::ALL {
            drawn("topic", &topic::plot(dataset, &selection, &page), lang, 328);
            drawn("topic", &topic::plot(dataset, &selection, &page), lang, 1_248);
        }
        let money = topic::money(Figures { dataset, official, selection: &selection }, subject);
        assert!(money.is_some());
        money.iter().for_each(|plot| drawn("topic-money", plot, Lang::Ko, 560));
    }
}

#[test]
fn files_of_their_own() {
    let sources = [
        "남도일보, “여수시 2022년 본예산 1조 3,712억원 확정”, 2021-12-17".to_owned(),
        "광양시, 2021년 「광양시 혁신 실행계획」, 41–78행".to_owned(),
    ];
    let meta = Meta {
        summary: "사회복지·보건의 몫이 모든 도시에서 가장 크다.",
        sources: &sources,
        dataset: "city-compare 자료 2026.1 · 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    };
    let english = Meta {
        dataset: "city-compare data 2026.1 · 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ..meta
    };
    let frame = |width, lang| Frame { width, lang, id_prefix: "file" };
    golden("file-shares-ko-960", &standalone(&plots::shares(), frame(960, Lang::Ko), &meta));
    golden("file-grouped-en-480", &standalone(&plots::grouped(), frame(480, Lang::En), &english));
    golden("file-slope-ko-640", &standalone(&plots::slope(), frame(640, Lang::Ko), &meta));
}

#[test]
fn drawings_carry_classes_and_no_colours() {
    for plot in [plots::bars(), plots::grouped(), plots::stacked(), plots::shares(), plots::slope(), plots::missing()] {
        let svg = draw(&plot, Frame { width: 640, lang: Lang::En, id_prefix: "x" }).svg();
        assert!(!svg.contains("style") && !svg.contains("rgb("), "{svg}");
        let without_patterns = svg.replace("url(#", "");
        assert!(!without_patterns.contains("=\"#"), "{svg}");
    }
}

/// Each form of official figures, with the figures of the five cities.
#[test]
fn official_figures_of_the_five_cities() {
    let (dataset, official) = (embedded::dataset(), embedded::official());
    let figures = [Figure::Blocks, Figure::Fields, Figure::PerResident, Figure::Stages, Figure::Peers, Figure::Years];
    for figure in figures {
        let state = State { view: View::Budgets, figure, ..State::start(dataset) };
        let plot = screen::money(dataset, official, &state);
        assert!(plot.is_some(), "{figure:?}");
        if let Some(plot) = plot {
            Lang::ALL.into_iter().for_each(|lang| both_widths(&plot.id, &plot, lang));
        }
    }
}

/// Pictures to share: of the official money, the matrix, a legend of many fields, and what differs in years.
#[test]
fn pictures_that_are_made_to_be_shared() {
    let mut dataset = embedded::published();
    add_documents(&mut dataset);
    let dataset = dataset;
    let start = State { view: View::Budgets, ..State::start(&dataset) };
    let money = |figure| screen::budgets(&dataset, &State { figure, ..start.clone() }).unwrap().plot;
    let press = State { what: BudgetWhat::Fields, unit: UnitChoice::Share, figure: Figure::Press, ..start.clone() };
    let matrix = State { view: View::Strategies, ..start.clone() };
    let plots = [
        ("blocks", money(Figure::Blocks)),
        ("fields", money(Figure::Fields)),
        ("years", money(Figure::Years)),
        ("press", screen::budgets(&dataset, &press).unwrap().plot),
        ("matrix", screen::plot(&dataset, &matrix).unwrap()),
    ];
    let meta = export::Meta::published(&dataset, embedded::HASH);
    for (name, plot) in plots {
        for (format, lang) in [(Format::Wide, Lang::Ko), (Format::Tall, Lang::Ko), (Format::Tall, Lang::En)] {
            let (width, height) = format.size();
            let svg = picture(&plot, format, lang, &export::said(&plot, &dataset, &meta, lang));
            assert!(svg.contains(&format!("viewBox=\"0 0 {width} {height}\"")));
            golden(&format!("share-{name}-{}-{width}", lang.tag()), &svg);
        }
    }
}

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops by panicking")]

use super::super::add_documents;
use super::join_places;
use crate::chart::{Frame, draw};
use crate::compare::topic::{Absence, Subject, TopicPage};
use crate::compare::{self, DataTable, Plot, Reading, Selection, Unit, quotes, speak, units};
use crate::dataset::opening::Opening;
use crate::embedded;
use crate::export::{Meta, csv};
use crate::model::{Dataset, FiscalYear, Stage, Word};
use crate::options::{Figure, State, View};
use crate::screen;
use crate::text::Lang;
use proptest::prelude::*;

const SUNCHEON: &str = "lofin-4613000";

/// The five cities with places beside them.
fn with(ids: &[&str]) -> Dataset {
    let mut dataset = embedded::published();
    add_documents(&mut dataset);
    assert!(join_places(embedded::country(), &mut dataset, ids.iter().copied()));
    dataset
}

fn state(dataset: &Dataset, cities: &[&str], figure: Figure) -> State {
    let cities = cities.iter().map(|id| (*id).to_owned()).collect();
    State { cities, view: View::Budgets, figure, ..State::start(dataset) }
}

fn shown(dataset: &Dataset, cities: &[&str], figure: Figure) -> Plot {
    let official = dataset.official.as_ref().expect("official figures");
    screen::money(dataset, official, &state(dataset, cities, figure)).expect("the country has it")
}

/// What everything that is made from a plot must hold.
fn sound(plot: &Plot, dataset: &Dataset) {
    for (index, mark) in plot.marks.iter().enumerate() {
        assert!(mark.category < plot.categories.len() && mark.series < plot.series.len(), "{} {index}", plot.id);
        if mark.value.value().is_some() {
            let open = mark.evidence.first().and_then(|evidence| evidence.open(dataset));
            assert!(open.is_some(), "{} {index} has no source", plot.id);
        }
    }
    for lang in Lang::ALL {
        let table = DataTable::new(plot, dataset, lang);
        let cells = table.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.mark.is_some()).count();
        assert_eq!(cells, plot.marks.len(), "{}", plot.id);
        assert_eq!(csv(plot, dataset, &Meta::default(), lang).matches("\r\n").count(), plot.marks.len() + 1);
        assert!(!speak::summary(plot, dataset, lang).is_empty());
        assert!(draw(plot, Frame { width: 320, lang, id_prefix: "t" }).height > 0);
    }
}

#[test]
fn a_place_without_a_plan_says_so_in_every_view_of_plans() {
    let dataset = with(&[SUNCHEON]);
    let selection = Selection::new(&dataset, &["yeosu", SUNCHEON]);
    let card = quotes::quotes(&Opening::of(&dataset), &selection).pop().expect("a card");
    assert!(matches!(&card.said, quotes::Said::Nothing(Some(why)) if why.en == "The data hold no plan of this city."));
    assert!(card.kind.is_none() && card.directions.is_empty());
    for row in quotes::aligned(&Opening::of(&dataset), &selection) {
        let cell = &row.cells[1];
        assert!(
            cell.statements.is_empty() && cell.missing.as_ref().is_some_and(|why| why.ko.contains("자료에 없습니다"))
        );
    }
    let page = TopicPage::new(&dataset, &selection, Subject::Topic(&dataset.topics[0]));
    assert_eq!(page.columns[1].absence, Some(Absence::NoPlan));
    let state = State { cities: selection.ids().into_iter().map(str::to_owned).collect(), ..State::start(&dataset) };
    let matrix = units::plot(screen::asked(&dataset, &selection, &state));
    let own = matrix.marks.iter().filter(|mark| mark.series == 1);
    assert!(own.clone().count() > 0 && own.clone().all(|mark| mark.value == Reading::NotStated));
    let projects = compare::plan_projects(&dataset, &selection, compare::Grouping::Initiative, None);
    let told = projects.notes.iter().find(|note| note.text.ko.starts_with("순천시:")).expect("told");
    assert!(told.text.ko.contains("자료에 없습니다") && told.evidence.is_empty());
}

#[test]
fn what_one_begins_with_does_not_change_when_a_place_joins() {
    let dataset = with(&[SUNCHEON]);
    assert_eq!(State::start(&dataset), State::start(embedded::dataset()));
    let mut two = dataset.clone();
    two.cities.retain(|city| ["yeosu", "jeonju", SUNCHEON].contains(&city.id.as_str()));
    assert_eq!(Selection::all(&two).ids(), ["yeosu", "jeonju"]);
}

#[test]
fn a_sixth_city_has_a_tone_of_its_own_whichever_goes() {
    let dataset = with(&[SUNCHEON, "lofin-4511000", "lofin-1100000"]);
    let all: Vec<&str> = dataset.cities.iter().map(|city| city.id.as_str()).collect();
    assert_eq!(all.len(), 7, "Jeonju is among the five");
    for gone in 0..all.len() {
        for other in gone + 1..all.len() {
            let ids: Vec<&str> =
                all.iter().enumerate().filter(|(at, _)| ![gone, other].contains(at)).map(|(_, id)| *id).collect();
            let selection = Selection::new(&dataset, &ids);
            let mut tones: Vec<usize> = ids.iter().map(|id| selection.tone(&dataset, id)).collect();
            tones.sort_unstable();
            assert_eq!(tones, [0, 1, 2, 3, 4], "{ids:?}");
        }
    }
}

#[test]
fn fields_of_2026_compare_with_those_of_the_five() {
    let dataset = with(&[SUNCHEON]);
    let plot = shown(&dataset, &["yeosu", "gwangyang", SUNCHEON], Figure::Blocks);
    assert!(plot.marks.iter().all(|mark| (mark.year, mark.stage) == (Some(FiscalYear(2026)), Some(Stage::Initial))));
    let details: Vec<&str> = plot.categories.iter().filter_map(|c| Some(c.detail.as_ref()?.ko.as_str())).collect();
    assert_eq!(details.len(), 3);
    assert!(details.iter().all(|detail| detail.starts_with("복지 ")), "{details:?}");
    let answer = plot.answer.expect("three compare");
    assert!(
        answer.ko.starts_with("2026년 당초예산(일반회계와 특별회계)에서 사회복지의 비율이 가장 높은 곳은 3곳 가운데 "),
        "{}",
        answer.ko
    );
    // Gwangju has none of that year: it stays, with the reason.
    let plot = shown(&dataset, &["gwangju", "yeosu", SUNCHEON], Figure::Blocks);
    assert!(plot.of_category(0).all(|mark| mark.value == Reading::NotStated));
    assert!(plot.notes[0].text.ko.starts_with("광주광역시:"), "{}", plot.notes[0].text.ko);
}

#[test]
fn over_the_years_all_are_compared_by_what_all_have() {
    let dataset = with(&[SUNCHEON]);
    let plot = shown(&dataset, &["yeosu", "jeonju", SUNCHEON], Figure::Years);
    assert_eq!(plot.title.en, "How much came in each year?");
    assert!(plot.caveat() == plot.notes.first() && plot.notes[0].text.ko.starts_with("순천시: 결산은 세입만"));
    let answer = plot.answer.as_ref().expect("the years in common are compared");
    assert!(answer.ko.contains("2012년에서 2024년") && answer.ko.contains("세입"), "{}", answer.ko);
    let suncheon = plot.marks.iter().filter(|mark| mark.series == 2 && mark.value.value().is_some()).count();
    assert_eq!(suncheon, 13);
    // The five are compared by what they spent, as before.
    let plot = shown(&dataset, &["yeosu", "jeonju", "gwangju"], Figure::Years);
    assert_eq!(plot.title.ko, "해마다 얼마를 썼습니까?");
}

#[test]
fn among_peers_a_place_stands_in_the_group_of_the_five() {
    let dataset = with(&[SUNCHEON, "lofin-1100000"]);
    let plot = shown(&dataset, &["yeosu", SUNCHEON, "gwangju", "lofin-1100000"], Figure::Peers);
    assert_eq!((&plot.unit, plot.categories.len()), (&Unit::Percent, 2));
    for (place, count, cities) in [(0, "226", 2), (1, "17", 1)] {
        assert!(plot.categories[place].detail.as_ref().is_some_and(|detail| detail.ko.contains(count)));
        assert_eq!(plot.of_category(place).filter(|mark| mark.series >= 3).count(), cities);
    }
    // Of the upper tier the country's table has none: who lacks it is told.
    let lacks = |note: &&compare::Note| note.text.ko == "서울특별시: 재정자립도 값을 찾지 못했습니다.";
    assert_eq!(plot.notes.iter().filter(lacks).count(), 1);
    assert!(plot.notes[0].text.ko.starts_with("순천시, 서울특별시: 1인당 예산액을"), "{}", plot.notes[0].text.ko);
    let answer = plot.answer.as_ref().expect("said");
    assert!(answer.ko.contains("재정자립도") && answer.ko.contains("순천시 "), "{}", answer.ko);
    assert_eq!(shown(&dataset, &["yeosu", "gwangju"], Figure::Peers).unit, Unit::WonPerResident);
}

#[test]
fn stages_and_amounts_per_resident_say_what_a_place_lacks() {
    let dataset = with(&[SUNCHEON]);
    let stages = shown(&dataset, &["yeosu", SUNCHEON], Figure::Stages);
    let own: Vec<bool> = stages.of_category(1).map(|mark| mark.value.value().is_some()).collect();
    assert_eq!(own, [true, true, false], "initial and final are known, what was spent is not");
    assert!(stages.notes[0].text.en.starts_with("Suncheon-si: of the closed accounts"), "{}", stages.notes[0].text.en);
    let each = shown(&dataset, &["yeosu", SUNCHEON], Figure::PerResident);
    assert!(each.of_category(1).all(|mark| mark.value == Reading::NotStated));
    assert!(each.notes[0].text.ko.starts_with("순천시: 2026년 당초예산"), "{}", each.notes[0].text.ko);
}

#[test]
fn a_link_restores_a_place_once_it_has_joined() {
    let dataset = with(&[SUNCHEON]);
    let start = State::start(embedded::dataset());
    let fragment = "#cc.cities=yeosu,lofin-4613000,jeonju&cc.view=budgets";
    let (back, unread) = State::from_fragment(&dataset, &start, "cc", fragment);
    assert_eq!((back.cities.join(","), unread.len()), ("yeosu,lofin-4613000,jeonju".to_owned(), 0));
    assert_eq!(back.fragment(&start, "cc"), fragment[1..]);
    // Without it, the id is told as any other that is not known.
    let (_, unread) = State::from_fragment(embedded::dataset(), &start, "cc", fragment);
    assert_eq!(unread, ["cities=yeosu,lofin-4613000,jeonju"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Any two places of the country beside any of the five, in every figure: table, file, drawing and sources hold.
    #[test]
    fn every_figure_holds_with_any_places(at in prop::collection::vec(0_usize..247, 2), own in 0_usize..5, figure in 0_usize..6) {
        let heads = embedded::country().heads();
        let ids: Vec<String> = at.iter().map(|at| format!("lofin-{}", heads[*at].lofin)).collect();
        let mut dataset = embedded::published();
        add_documents(&mut dataset);
        join_places(embedded::country(), &mut dataset, ids.iter().map(String::as_str));
        let one = dataset.cities[own].id.clone();
        let cities: Vec<&str> = [one.as_str()].into_iter().chain(ids.iter().map(String::as_str)).collect();
        let figure = Figure::WORDS[figure].1;
        let shown = screen::budgets(&dataset, &state(&dataset, &cities, figure)).expect("something is shown");
        sound(&shown.plot, &dataset);
        for lang in Lang::ALL {
            prop_assert!(!shown.heading(&dataset, &state(&dataset, &cities, figure), lang).is_empty());
        }
    }
}

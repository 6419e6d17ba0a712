use super::*;
use crate::chart::{Frame, draw};
use crate::compare::official::say::highest;
use crate::compare::{DataTable, Mark, Plot, Reading, in_lang, speak};
use crate::embedded;
use crate::export::{Meta, csv};
use crate::model::{Bilingual, DocumentKind, Level, Role};
use crate::text::Lang;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn ask<'a>(dataset: &'a Dataset, selection: &'a Selection, filters: &'a Filters) -> Ask<'a> {
    Ask { dataset, selection, filters, found: None, rest: false, order: RowOrder::Spread }
}

/// The five cities, asked for everything.
fn whole(rest: bool) -> Plot {
    let dataset = embedded::dataset();
    let (selection, filters) = (Selection::all(dataset), Filters::default());
    plot(Ask { rest, ..ask(dataset, &selection, &filters) })
}

/// Every item of a matrix with how often it stands there.
fn held(matrix: &UnitMatrix<'_>) -> BTreeMap<String, usize> {
    let mut held = BTreeMap::new();
    for square in matrix.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.squares) {
        *held.entry(square.item.clone()).or_default() += 1;
    }
    held
}

/// Seven cities, one of which has no plan in the data.
fn seven() -> Dataset {
    let mut dataset = embedded::dataset().clone();
    for place in 0..2 {
        let mut city = dataset.cities[place].clone();
        city.id = format!("more-{place}");
        city.name = Bilingual::new(format!("가온{place}시"), format!("Gaon {place}"));
        for item in &mut city.plan.items {
            item.id = format!("more-{place}-{}", item.id);
        }
        if place == 1 {
            city.plan.items.clear();
        }
        dataset.cities.push(city);
    }
    dataset
}

#[test]
fn all_716_items_stand_in_one_cell_each_in_document_order() {
    let dataset = embedded::dataset();
    let (selection, filters) = (Selection::all(dataset), Filters::default());
    let matrix = UnitMatrix::new(Ask { rest: true, ..ask(dataset, &selection, &filters) });
    let held = held(&matrix);
    assert_eq!((held.len(), held.values().max()), (716, Some(&1)));
    for cell in matrix.rows.iter().flat_map(|row| row.cells.iter().zip(&matrix.cities)) {
        let (cell, city) = cell;
        let places: Vec<usize> = cell
            .squares
            .iter()
            .map(|square| city.plan.items.iter().position(|item| item.id == square.item).expect("its own"))
            .collect();
        assert!(places.is_sorted(), "{}", city.id);
    }
    assert_eq!(matrix.left_out, 0);
}

#[test]
fn what_is_no_plan_is_left_out_unless_asked_for_and_never_counted() {
    let dataset = embedded::dataset();
    let (selection, filters) = (Selection::all(dataset), Filters::default());
    let plans = UnitMatrix::new(ask(dataset, &selection, &filters));
    let all = UnitMatrix::new(Ask { rest: true, ..ask(dataset, &selection, &filters) });
    assert_eq!(held(&plans).len() + plans.left_out, 716);
    for row in &plans.rows {
        let with = all.rows.iter().find(|other| other.field.code == row.field.code).expect("the row stays");
        for (one, other) in row.cells.iter().zip(&with.cells) {
            assert_eq!((one.plans, one.share), (other.plans, other.share), "{}", row.field.code);
            assert!(one.squares.iter().all(|square| square.kind != SquareKind::NoPlan));
        }
    }
}

#[test]
fn a_square_says_what_its_item_says_of_money() {
    for city in &embedded::dataset().cities {
        for item in &city.plan.items {
            let square = square(item);
            assert_eq!(square.kind == SquareKind::NoPlan, item.role != Role::Plan, "{}", item.id);
            if item.is_plan() {
                assert_eq!(square.kind == SquareKind::Money, item.budget.states_money(), "{}", item.id);
                assert_eq!(square.kind == SquareKind::NonBudget, item.budget == Budget::NonBudget, "{}", item.id);
            }
        }
    }
    let dataset = embedded::dataset();
    let (selection, filters) = (Selection::all(dataset), Filters { budget: true, ..Filters::default() });
    let matrix = UnitMatrix::new(ask(dataset, &selection, &filters));
    let kinds: Vec<SquareKind> = matrix
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .flat_map(|cell| &cell.squares)
        .map(|square| square.kind)
        .collect();
    assert!(!kinds.is_empty() && kinds.iter().all(|kind| *kind == SquareKind::Money));
}

#[test]
fn rows_follow_the_spread_of_shares_or_the_codes() {
    let dataset = embedded::dataset();
    let (selection, filters) = (Selection::all(dataset), Filters::default());
    let spread = UnitMatrix::new(ask(dataset, &selection, &filters));
    assert!(spread.rows.is_sorted_by_key(|row| std::cmp::Reverse(row.spread())));
    let codes = UnitMatrix::new(Ask { order: RowOrder::Field, ..ask(dataset, &selection, &filters) });
    assert!(codes.rows.is_sorted_by_key(|row| &row.field.code));
    assert_eq!(spread.rows.len(), codes.rows.len());
    let empty: Vec<&str> = codes.empty.iter().map(|field| field.code.as_str()).collect();
    assert_eq!(empty, ["160", "900"]);
}

#[test]
fn the_answer_and_the_caveat_are_true_sentences() {
    let dataset = embedded::dataset();
    let (selection, filters) = (Selection::all(dataset), Filters::default());
    let ask = ask(dataset, &selection, &filters);
    let matrix = UnitMatrix::new(ask);
    let said = |lang| answer(&ask, &matrix, lang).expect("an answer");
    assert_eq!(
        said(Lang::Ko),
        "문서의 계획 가운데 산업·일자리의 비율이 가장 높은 곳은 5곳 가운데 전주시이며 40.4%(47건 가운데 19건)입니다."
    );
    assert_eq!(
        said(Lang::En),
        "Of 5 documents, that of Jeonju has the highest share of plans in Industry and jobs: 40.4% (19 of 47)."
    );
    let unequal = unequal(dataset, &selection).expect("they are");
    assert_eq!(
        caveat(&unequal, Lang::Ko),
        "광양시 문서는 1,910줄이고, 경주시·전주시 문서는 신문 기사 한 편입니다. 개수가 아니라 문서 안의 비율(%)을 보세요."
    );
    let money = Filters { budget: true, ..Filters::default() };
    let narrowed = Ask { filters: &money, ..ask };
    let text = answer(&narrowed, &UnitMatrix::new(narrowed), Lang::Ko).expect("an answer");
    assert!(text.starts_with("조건에 맞는 계획은 여수시 88건 가운데 0건, 광양시 304건 가운데"), "{text}");
}

#[test]
fn documents_of_one_kind_and_length_need_no_caveat() {
    let mut dataset = embedded::dataset().clone();
    for document in &mut dataset.documents {
        (document.kind, document.lines) = (DocumentKind::NewsArticle, Some(80));
    }
    let selection = Selection::all(&dataset);
    assert_eq!(unequal(&dataset, &selection), None);
    let plan = dataset.cities[1].plan.document.clone();
    dataset.documents.iter_mut().filter(|document| document.id == plan).for_each(|document| document.lines = Some(160));
    let Some(Unequal::Lines { longest, .. }) = unequal(&dataset, &selection) else { unreachable!("twice as long") };
    assert_eq!((longest.0.id.as_str(), longest.1), ("gwangyang", 160));
}

#[test]
fn a_dataset_of_seven_cities_and_one_without_a_plan() {
    let dataset = seven();
    let selection = Selection::new(&dataset, &["more-1", "more-0", "yeosu", "gwangju"]);
    let filters = Filters::default();
    let plot = plot(ask(&dataset, &selection, &filters));
    assert!(plot.marks.iter().filter(|mark| mark.series == 0).all(|mark| mark.value == Reading::NotStated));
    assert_eq!(plot.series[0].detail.as_ref().map(|detail| detail.ko.as_str()), Some("자료에 계획이 없습니다"));
    assert!(plot.answer.as_ref().is_some_and(|answer| answer.en.starts_with("Of 3 documents")), "{:?}", plot.answer);
    let tones: std::collections::BTreeSet<_> = plot.series.iter().map(|series| format!("{:?}", series.tone)).collect();
    assert_eq!(tones.len(), 4);
    for width in [328, 1_248] {
        let drawing = draw(&plot, Frame { width, lang: Lang::Ko, id_prefix: "t" });
        assert!(drawing.svg().contains("자료에 없음"));
    }
}

#[test]
fn no_plan_at_all_is_no_chart() {
    let mut dataset = embedded::dataset().clone();
    dataset.cities.iter_mut().for_each(|city| city.plan.items.clear());
    let (selection, filters) = (Selection::all(&dataset), Filters::default());
    let plot = plot(ask(&dataset, &selection, &filters));
    assert!(plot.is_empty() && plot.answer.is_none());
    assert_eq!(unequal(&dataset, &selection), None);
}

#[test]
fn all_items_fit_a_screen() {
    for (width, most) in [(1_248, 1_000), (1_152, 1_000), (328, 2_400)] {
        for lang in Lang::ALL {
            let drawing = draw(&whole(true), Frame { width, lang, id_prefix: "t" });
            println!("{width} px, {lang:?}: {} px high", drawing.height);
            assert!(drawing.height <= most, "{width} px, {lang:?}: {} px high", drawing.height);
            assert_eq!(drawing.squares.len(), 716);
        }
    }
}

#[test]
fn table_csv_and_speech_give_the_share_and_the_number() {
    let (plot, dataset) = (whole(false), embedded::dataset());
    let table = DataTable::new(&plot, dataset, Lang::Ko);
    let row = table.rows.iter().find(|row| row.cells[0].text == "복지").expect("the row");
    assert_eq!(row.cells[1].text, "사회복지");
    assert_eq!(row.cells[3].text, "23.7% (계획 72건)");
    let place =
        |mark: &&Mark| plot.categories[mark.category].key == "080" && plot.series[mark.series].key == "gwangyang";
    let mark = plot.marks.iter().find(place).expect("the mark");
    assert_eq!(speak::name(&plot, mark, dataset, Lang::Ko), "광양시, 복지, 이십삼 점 칠 퍼센트, 계획 72건, 출처 1개");
    assert_eq!(speak::name(&plot, mark, dataset, Lang::En), "Gwangyang, Welfare, 23.7 percent, 72 plans, 1 source");
    let text = csv(&plot, dataset, &Meta::default(), Lang::En);
    assert!(text.contains(",Welfare,Social welfare,Gwangyang,23.7% (72 plans),23.7,percent,,,,,72,stated,"), "{text}");
    assert_eq!(speak::summary(&plot, dataset, Lang::Ko), plot.answer.as_ref().expect("an answer").ko);
}

fn any_filters() -> impl Strategy<Value = Filters> {
    let fields = prop::option::of(prop::sample::select(vec!["010", "060", "080", "110", "160"]));
    let levels = prop::option::of(prop::sample::select(vec![Level::Initiative, Level::Action, Level::Strategy]));
    let department = prop::option::weighted(0.2, Just("교육보육과".to_owned()));
    (fields, levels, department, any::<bool>(), prop::bool::weighted(0.2)).prop_map(
        |(field, level, department, budget, indicator)| Filters {
            field: field.map(str::to_owned),
            level,
            department,
            budget,
            indicator,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_asked_for_stands_in_one_cell_and_nothing_else(
        chosen in prop::sample::subsequence((0..7_usize).collect::<Vec<_>>(), 2..=5).prop_shuffle(),
        filters in any_filters(),
        rest: bool,
        some in prop::option::weighted(0.3, 2..9_usize),
    ) {
        let dataset = seven();
        let ids: Vec<&str> = chosen.iter().map(|place| dataset.cities[*place].id.as_str()).collect();
        let selection = Selection::new(&dataset, &ids);
        let items = || selection.cities(&dataset).flat_map(|city| &city.plan.items);
        let found: Option<Vec<String>> = some.map(|nth| items().step_by(nth).map(|item| item.id.clone()).collect());
        let ask = Ask { found: found.as_deref(), rest, ..ask(&dataset, &selection, &filters) };
        let matrix = UnitMatrix::new(ask);
        let wanted: BTreeMap<String, usize> = items()
            .filter(|item| (rest || item.is_plan()) && filters.pass(item))
            .filter(|item| found.as_ref().is_none_or(|found| found.contains(&item.id)))
            .map(|item| (item.id.clone(), 1))
            .collect();
        prop_assert_eq!(held(&matrix), wanted);
        for row in &matrix.rows {
            for cell in &row.cells {
                let counted = cell.squares.iter().filter(|square| square.kind != SquareKind::NoPlan).count();
                prop_assert_eq!((cell.plans, cell.share), (counted, Tenths::of_count(counted, cell.all)));
            }
        }
        let plot = plot(ask);
        for lang in Lang::ALL {
            // A superlative holds for the shares as they are shown, and needs three of them.
            if let Some(said) = plot.answer.as_ref().map(|answer| in_lang(answer, lang)).filter(|said| said.contains("가장") || said.contains("highest")) {
                let shown: Vec<i64> = matrix.rows[0].cells.iter().filter_map(|cell| cell.share).map(Tenths::get).collect();
                let first = highest(&shown).expect("a first place");
                let share = Tenths::of_count(usize::try_from(shown[first[0]]).unwrap_or_default(), 1_000).expect("a share");
                prop_assert!(!ask.narrows() && said.contains(&format!("{share}%")), "{} of {:?}", said, shown);
            }
            for width in [300, 328, 700, 1_248] {
                let drawing = draw(&plot, Frame { width, lang, id_prefix: "t" });
                let many: usize = plot.marks.iter().map(|mark| mark.squares.len()).sum();
                prop_assert_eq!(drawing.squares.len(), many);
                for square in &drawing.squares {
                    let cell = drawing.marks.iter().find(|place| place.mark == square.mark).expect("its cell");
                    let inside = square.x >= cell.x && square.y >= cell.y
                        && square.x + square.side <= cell.x + cell.w && square.y + square.side <= cell.y + cell.h;
                    prop_assert!(inside, "{:?} in {:?}", square, cell);
                }
            }
        }
    }

    #[test]
    fn the_order_of_cities_changes_no_cell(chosen in Just(vec!["yeosu", "gwangyang", "gyeongju", "jeonju", "gwangju"]).prop_shuffle()) {
        let dataset = embedded::dataset();
        let filters = Filters::default();
        let (one, other) = (Selection::all(dataset), Selection::new(dataset, &chosen));
        let (first, second) = (UnitMatrix::new(ask(dataset, &one, &filters)), UnitMatrix::new(ask(dataset, &other, &filters)));
        for (row, moved) in first.rows.iter().zip(&second.rows) {
            prop_assert_eq!(&row.field.code, &moved.field.code);
            for (place, city) in second.cities.iter().enumerate() {
                let before = first.cities.iter().position(|known| known.id == city.id).expect("the same cities");
                prop_assert_eq!(row.cells.get(before), moved.cells.get(place));
            }
        }
    }
}

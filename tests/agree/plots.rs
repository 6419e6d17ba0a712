//! Hand-made plots of every form, and arbitrary ones.

use city_compare::compare::{
    self, Basis, Category, Choice, Evidence, Form, Grouping, Mark, Note, NoteKind, Plot, Reading, Selection, Series,
    Tone, Unit,
};
use city_compare::embedded;
use city_compare::model::{Account, Bilingual, Budget, City, Dataset, FiscalYear, Lines, Number, Stage, Word};
use proptest::prelude::*;

const CITIES: [(&str, &str, &str); 5] = [
    ("yeosu", "여수시", "Yeosu"),
    ("gwangyang", "광양시", "Gwangyang"),
    ("gyeongju", "경주시", "Gyeongju"),
    ("jeonju", "전주시", "Jeonju"),
    ("gwangju", "광주광역시", "Gwangju"),
];

fn value(number: f64) -> Reading {
    Reading::Value(Number::new(number).unwrap())
}

fn page() -> Evidence {
    Evidence {
        document: "src-news1-2022-11-21-yeosu".to_owned(),
        section: None,
        lines: vec![Lines(3, 5), Lines(9, 9)],
        as_printed: Some("1조3742억원".to_owned()),
    }
}

fn mark(category: usize, series: usize, value: Reading) -> Mark {
    Mark {
        category,
        series,
        value,
        year: None,
        stage: None,
        account: None,
        amount: None,
        squares: vec![],
        evidence: vec![],
        notes: vec![],
    }
}

fn category(key: &str, ko: &str, en: &str) -> Category {
    Category { key: key.to_owned(), label: Bilingual::new(ko, en), detail: None, item: None }
}

fn series(key: &str, ko: &str, en: &str) -> Series {
    Series { key: key.to_owned(), label: Bilingual::new(ko, en), tone: Tone::Part(0), detail: None }
}

fn cities(readings: &[Reading]) -> Plot {
    Plot {
        id: "budget-total".to_owned(),
        title: Bilingual::new("본예산 총액", "Original budgets"),
        form: Form::Bars,
        unit: Unit::Won,
        categories: CITIES[..readings.len()].iter().map(|(key, ko, en)| category(key, ko, en)).collect(),
        series: vec![series("total", "총계", "Total")],
        marks: readings.iter().enumerate().map(|(index, reading)| mark(index, 0, *reading)).collect(),
        notes: vec![],
        answer: None,
    }
}

/// Totals of five cities, with years, stages and a missing one.
pub fn totals() -> Plot {
    let mut plot = cities(&[value(1.3742e12), value(8.866e11), Reading::NotStated, value(0.0), value(5.4354e12)]);
    plot.notes = vec![Note { kind: NoteKind::Missing, text: Bilingual::new("없음", "none"), evidence: vec![page()] }];
    for (index, mark) in plot.marks.iter_mut().enumerate() {
        mark.year = Some(FiscalYear(2022 + u16::try_from(index % 2).unwrap()));
        mark.stage = (index != 2).then_some(Stage::Proposed);
        mark.account = (index == 0).then_some(Account::Total);
        mark.evidence = vec![page(), Evidence::page("an-unknown-page", None)];
        mark.notes = vec![0];
    }
    plot
}

/// Items by who pays, with a part that is not stated and one without a budget.
pub fn funding() -> Plot {
    Plot {
        form: Form::Stacked,
        categories: vec![category("a", "청년 일자리 2,000개", "2,000 jobs"), category("b", "도서관(안)", "Library")],
        series: vec![series("national", "국비", "State"), series("city", "시비", "City")],
        marks: vec![
            mark(0, 0, value(6.45e9)),
            mark(0, 1, value(2.15e9)),
            mark(1, 0, value(8.6e7)),
            mark(1, 1, Reading::NonBudget),
        ],
        ..cities(&[])
    }
}

/// Two cities over two years, of different stages.
pub fn slope() -> Plot {
    let mut plot = Plot {
        form: Form::Slope,
        unit: Unit::WonPerResident,
        categories: vec![category("2022", "2022년", "2022"), category("2023", "2023년", "2023")],
        series: CITIES[..2].iter().map(|(key, ko, en)| series(key, ko, en)).collect(),
        marks: vec![
            mark(0, 0, value(5_012_345.0)),
            mark(0, 1, value(6_000_001.0)),
            mark(1, 0, value(5_500_000.0)),
            mark(1, 1, Reading::NotApplicable),
        ],
        ..cities(&[])
    };
    for mark in &mut plot.marks {
        mark.year = Some(FiscalYear(2022 + u16::try_from(mark.category).unwrap()));
        mark.stage = Some(if mark.category + mark.series == 0 { Stage::Proposed } else { Stage::Initial });
    }
    plot
}

/// Items of several cities as the dataset holds them: with an amount of one year, without a budget, or not stated.
pub fn items() -> Plot {
    let mut plot = cities(&[]);
    let of = |city: &'static City| city.plan.items.iter().take(60).map(move |item| (city, item));
    for (index, (_, item)) in embedded::dataset().cities.iter().flat_map(of).enumerate() {
        let amount = item.budget.amounts().first();
        let reading = match (amount, &item.budget) {
            (Some(amount), _) => value(amount.krw.get() as f64),
            (None, Budget::NonBudget) => Reading::NonBudget,
            (None, _) => Reading::NotStated,
        };
        let evidence = amount.map(|amount| Evidence::within(item, amount.lines, Some(&amount.as_printed)));
        let evidence = vec![evidence.unwrap_or_else(|| Evidence::item(item))];
        let year = amount.and_then(|amount| amount.year);
        plot.categories
            .push(Category { item: Some(item.id.clone()), ..category(&item.id, &item.title.ko, &item.title.en) });
        plot.marks.push(Mark { year, evidence, ..mark(index, 0, reading) });
    }
    plot
}

/// Every plot that the app can make of all cities, and of each pair.
pub fn real() -> Vec<Plot> {
    let dataset = embedded::dataset();
    let mut selections = vec![Selection::all(dataset)];
    for (index, (one, ..)) in CITIES.iter().enumerate() {
        selections.extend(CITIES[index + 1..].iter().map(|(other, ..)| Selection::new(dataset, &[one, other])));
    }
    selections.iter().flat_map(|selection| of_selection(dataset, selection)).collect()
}

fn of_selection(dataset: &Dataset, selection: &Selection) -> Vec<Plot> {
    let mut plots = vec![compare::figures(dataset, selection)];
    plots.extend([Basis::Amount, Basis::PerResident].map(|basis| compare::years(dataset, selection, basis)));
    for year in compare::budget_years(dataset, selection) {
        for choice in [true, false].map(|strict| Choice { year, strict }) {
            plots.push(compare::totals(dataset, selection, choice, Basis::Amount));
            plots.push(compare::totals(dataset, selection, choice, Basis::PerResident));
            plots.push(compare::accounts(dataset, selection, choice));
            plots.push(compare::field_amounts(dataset, selection, choice));
            plots.push(compare::field_shares(dataset, selection, choice));
        }
    }
    let years = compare::plan_years(dataset, selection).into_iter().map(Some).chain([None]);
    for year in years {
        let of = |(_, grouping): &(&str, Grouping)| compare::plan_projects(dataset, selection, *grouping, year);
        plots.extend(Grouping::WORDS.iter().map(of));
    }
    plots
}

/// Every hand-made plot.
pub fn all() -> Vec<Plot> {
    let shares = Plot {
        form: Form::Shares,
        unit: Unit::Percent,
        marks: vec![mark(0, 0, value(33.333_333)), mark(0, 1, value(66.666_667)), mark(1, 1, value(100.0))],
        ..funding()
    };
    let people = Unit::Count(Bilingual::new("명", "people"));
    let counts = Plot { unit: people, ..cities(&[value(12_487.0), value(1.0), value(-2.5), Reading::NotStated]) };
    let mut hatched = funding();
    hatched.series[1].tone = Tone::Rest;
    vec![
        totals(),
        items(),
        funding(),
        Plot { form: Form::Shares, ..funding() },
        Plot { form: Form::Grouped, ..funding() },
        hatched,
        slope(),
        shares,
        counts,
        cities(&[]),
        cities(&[Reading::NotStated; 5]),
    ]
}

/// Plots with their summaries.
pub fn summaries() -> Vec<(Plot, &'static str, &'static str)> {
    let percent = |readings: &[Reading]| Plot { unit: Unit::Percent, ..cities(readings) };
    let trees = Unit::Count(Bilingual::new("그루", "trees"));
    vec![
        (
            totals(),
            "전주시 0원에서 광주광역시 5조 4,354억 원까지입니다. 회계연도가 서로 달라 배수는 계산하지 않았습니다. \
             자료에 없는 값은 1개(경주시)입니다.",
            "From 0 won (Jeonju) to 5.4354 trillion won (Gwangju). They differ in fiscal year: no ratio given. \
             Without a value: 1 not stated (Gyeongju).",
        ),
        (
            funding(),
            "도서관(안) 8,600만 원에서 청년 일자리 2,000개 86억 원까지입니다. 비예산은 1개(도서관(안) 시비)입니다.",
            "From 86 million won (Library) to 8.6 billion won (2,000 jobs). \
             Without a value: 1 no separate budget (Library City).",
        ),
        (
            slope(),
            "여수시 2022년 주민 1인당 501만 2,345원에서 광양시 2022년 주민 1인당 600만 1원까지입니다. 예산 단계가 서로 달라 \
             배수는 계산하지 않았습니다. 해당 없는 것은 1개(광양시 2023년)입니다.",
            "From 5,012,345 won per resident (Yeosu 2022) to 6,000,001 won per resident (Gwangyang 2022). \
             They differ in stage: no ratio given. Without a value: 1 not applicable (Gwangyang 2023).",
        ),
        (
            cities(&[value(1.005e12), value(1.0005e12), value(8.000_001e11)]),
            "여수시가 1조 50억 원으로 가장 많고, 경주시가 8,000억 10만 원으로 가장 적습니다.",
            "Yeosu is largest at 1.005 trillion won; Gyeongju is smallest at 800.0001 billion won.",
        ),
        (cities(&[]), "비교할 값이 없습니다.", "There is nothing to compare."),
        (
            cities(&[Reading::NotStated; 5]),
            "값이 하나도 없습니다. 자료에 없는 값은 5개(여수시, 광양시, 경주시 외 2개)입니다.",
            "There are no values. Without a value: 5 not stated (Yeosu, Gwangyang, Gyeongju and 2 more).",
        ),
        (
            cities(&[value(8.6e9), Reading::NonBudget, Reading::NotStated]),
            "값이 있는 것은 여수시 하나로, 86억 원입니다. 자료에 없는 값은 1개(경주시), 비예산은 1개(광양시)입니다.",
            "Only Yeosu has a value: 8.6 billion won. Without a value: 1 not stated (Gyeongju), 1 no separate budget (Gwangyang).",
        ),
        (
            cities(&[value(8.6e9); 4]),
            "여수시, 광양시, 경주시 외 1개는 모두 86억 원으로 같습니다.",
            "Yeosu, Gwangyang, Gyeongju and 1 more are all equal, at 8.6 billion won.",
        ),
        (
            percent(&[value(40.1), value(12.3), value(40.1)]),
            "여수시, 경주시가 40.1%로 가장 높고, 12.3%로 가장 낮은 광양시의 약 3.3배입니다.",
            "Yeosu and Gyeongju are largest at 40.1%, about 3.3 times the smallest, Gwangyang at 12.3%.",
        ),
        (
            Plot { unit: trees, ..cities(&[value(1.0), value(900.0)]) },
            "여수시 1그루에서 광양시 900그루까지입니다.",
            "From 1 tree (Yeosu) to 900 trees (Gwangyang).",
        ),
    ]
}

fn any_reading(unit: &Unit) -> BoxedStrategy<Reading> {
    let number = match unit {
        Unit::Won => prop_oneof![
            (0_i64..9_000_000_000_000_000).prop_map(|krw| krw as f64),
            (0_i64..100_000, 4_u32..11).prop_map(|(round, zeros)| (round * 10_i64.pow(zeros)) as f64),
        ]
        .boxed(),
        Unit::WonPerResident => (0_i64..30_000_000).prop_map(|krw| krw as f64).boxed(),
        Unit::Percent => (0_i32..1000).prop_map(|tenths| f64::from(tenths) / 10.0).boxed(),
        Unit::Count(_) => (-1_000_000_i32..1_000_000).prop_map(|quarters| f64::from(quarters) / 4.0).boxed(),
    };
    prop_oneof![
        4 => number.prop_map(value),
        1 => Just(Reading::NonBudget),
        1 => Just(Reading::NotStated),
        1 => Just(Reading::NotApplicable),
    ]
    .boxed()
}

/// A plot of any form and unit, with holes, ties, odd labels and some marks left out.
pub fn any_plot() -> impl Strategy<Value = Plot> {
    let form = prop::sample::select(vec![Form::Bars, Form::Grouped, Form::Stacked, Form::Shares, Form::Slope]);
    let count = Unit::Count(Bilingual::new("개", "libraries"));
    let unit = prop::sample::select(vec![Unit::Won, Unit::WonPerResident, Unit::Percent, count]);
    let labels = prop::collection::vec("[가-힣A-Za-z\"',=+@| -]{0,12}", 1..7);
    (form, unit, labels, 1_usize..4, any::<u64>()).prop_flat_map(|(form, unit, labels, wide, seed)| {
        let readings = prop::collection::vec((any_reading(&unit), 0_u8..6), labels.len() * wide);
        readings.prop_map(move |readings| arbitrary(form, unit.clone(), &labels, wide, &readings, seed))
    })
}

fn arbitrary(form: Form, unit: Unit, labels: &[String], wide: usize, readings: &[(Reading, u8)], seed: u64) -> Plot {
    let name =
        |index: usize, label: &String| category(&format!("c{index}"), &format!("가{label}가"), &format!("x{label}x"));
    let mut marks = Vec::new();
    for (index, (reading, chance)) in readings.iter().enumerate() {
        let mut made = mark(index / wide, index % wide, *reading);
        made.year = (chance % 2 == 0).then_some(FiscalYear(2020 + u16::from(*chance)));
        made.stage = (chance % 3 == 0).then_some(if seed.is_multiple_of(2) { Stage::Proposed } else { Stage::Initial });
        made.account = (chance % 4 == 1).then_some(Account::NotStated);
        made.evidence = vec![page(); usize::from(chance % 3)];
        if *chance < 5 {
            marks.push(made);
        }
    }
    let parts = [("s0", "국비", "State"), ("s1", "시비", "City"), ("s2", "민간", "Private")];
    Plot {
        form,
        unit,
        categories: labels.iter().enumerate().map(|(index, label)| name(index, label)).collect(),
        series: parts[..wide].iter().map(|(key, ko, en)| series(key, ko, en)).collect(),
        marks,
        ..cities(&[])
    }
}

/// Unit charts of what the documents plan: whole, without what is no plan, narrowed down, and small; and the plots of topics.
pub fn units() -> Vec<Plot> {
    use city_compare::compare::Filters;
    use city_compare::compare::official::plots::Figures;
    use city_compare::compare::topic::{self, Subject, TopicPage};
    use city_compare::compare::units::{self, Ask, RowOrder};
    let dataset = embedded::dataset();
    let mut plots = Vec::new();
    for ids in [&["yeosu", "gwangyang", "gyeongju", "jeonju", "gwangju"][..], &["gyeongju", "jeonju"]] {
        let selection = Selection::new(dataset, ids);
        for filters in [
            Filters::default(),
            Filters { budget: true, ..Filters::default() },
            Filters { field: Some("080".to_owned()), ..Filters::default() },
            Filters { department: Some("nobody".to_owned()), ..Filters::default() },
        ] {
            for (rest, order) in [(false, RowOrder::Spread), (true, RowOrder::Field)] {
                let ask = Ask { dataset, selection: &selection, filters: &filters, found: None, rest, order };
                plots.extend([units::plot(ask), units::glance(ask, 4)]);
            }
        }
        for topic in &dataset.topics {
            let page = TopicPage::new(dataset, &selection, Subject::Topic(topic));
            plots.push(topic::plot(dataset, &selection, &page));
            let of = Figures { dataset, official: embedded::official(), selection: &selection };
            plots.extend(topic::money(of, Subject::Topic(topic)));
        }
    }
    plots
}

//! Plots for the golden drawings: real-looking data of the five cities, built by hand.

use city_compare::compare::{Category, Evidence, Form, Mark, Note, NoteKind, Plot, Reading, Series, Tone, Unit};
use city_compare::model::{Bilingual, FiscalYear, Number};

pub const CITIES: [(&str, &str, &str); 5] = [
    ("yeosu", "여수시", "Yeosu"),
    ("gwangyang", "광양시", "Gwangyang"),
    ("gyeongju", "경주시", "Gyeongju"),
    ("jeonju", "전주시", "Jeonju"),
    ("gwangju", "광주광역시", "Gwangju"),
];

pub fn value(number: f64) -> Reading {
    Number::new(number).map_or(Reading::NotStated, Reading::Value)
}

/// 100 million won.
pub fn eok(number: f64) -> Reading {
    value(number * 100_000_000.0)
}

fn category(key: &str, ko: &str, en: &str, detail: Option<(&str, &str)>) -> Category {
    let detail = detail.map(|(ko, en)| Bilingual::new(ko, en));
    Category { key: key.to_owned(), label: Bilingual::new(ko, en), detail, item: None }
}

fn series(key: &str, ko: &str, en: &str, tone: Tone) -> Series {
    Series { key: key.to_owned(), label: Bilingual::new(ko, en), tone, detail: None }
}

pub fn mark(category: usize, series: usize, value: Reading) -> Mark {
    let evidence = vec![Evidence::page("namdo-ilbo-2022", None)];
    Mark {
        category,
        series,
        value,
        year: Some(FiscalYear(2022)),
        stage: None,
        account: None,
        amount: None,
        squares: vec![],
        evidence,
        notes: vec![],
    }
}

pub fn plot(form: Form, title: (&str, &str), categories: Vec<Category>, series: Vec<Series>, marks: Vec<Mark>) -> Plot {
    let title = Bilingual::new(title.0, title.1);
    Plot { id: "plot".into(), title, form, unit: Unit::Won, categories, series, marks, notes: vec![], answer: None }
}

fn city_series() -> Vec<Series> {
    (0_u8..).zip(CITIES).map(|(at, (key, ko, en))| series(key, ko, en, Tone::City(at))).collect()
}

fn city_categories(details: [Option<(&str, &str)>; 5]) -> Vec<Category> {
    CITIES.into_iter().zip(details).map(|((key, ko, en), detail)| category(key, ko, en, detail)).collect()
}

const ADOPTED: Option<(&str, &str)> = Some(("2022 · 확정 · 총계", "2022 · adopted · total"));
const PROPOSED: Option<(&str, &str)> = Some(("2022 · 예산안 · 총계", "2022 · proposed · total"));

/// Every row of values a category, every place in it a series; `None` is a pair that the plot does not speak of.
fn table(rows: &[Vec<Option<Reading>>]) -> Vec<Mark> {
    let cells = rows.iter().enumerate().flat_map(|(at, row)| row.iter().enumerate().map(move |cell| (at, cell)));
    cells.filter_map(|(category, (series, cell))| Some(mark(category, series, (*cell)?))).collect()
}

pub fn bars() -> Plot {
    let amounts = [13_712.0, 10_912.0, 15_650.0, 22_765.0, 63_610.0];
    let marks = amounts.into_iter().enumerate().map(|(at, amount)| mark(at, at, eok(amount))).collect();
    let details = [ADOPTED, ADOPTED, PROPOSED, ADOPTED, PROPOSED];
    let title = ("2022년 본예산", "Original budgets of 2022");
    plot(Form::Bars, title, city_categories(details), city_series(), marks)
}

pub fn per_resident() -> Plot {
    let amounts = [4_990_000.0, 7_249_000.0, 6_228_000.0, 3_460_000.0, 4_413_000.0];
    let marks = amounts.into_iter().enumerate().map(|(at, amount)| mark(at, at, value(amount))).collect();
    Plot { unit: Unit::WonPerResident, marks, ..bars() }
}

pub fn missing() -> Plot {
    let readings = [eok(13_712.0), Reading::NotStated, Reading::NonBudget, Reading::NotApplicable, value(0.0)];
    Plot { marks: readings.into_iter().enumerate().map(|(at, reading)| mark(at, at, reading)).collect(), ..bars() }
}

pub fn one_bar() -> Plot {
    let whole = bars();
    Plot { categories: whole.categories[..1].to_vec(), marks: whole.marks[..1].to_vec(), ..whole }
}

pub fn none() -> Plot {
    Plot { categories: vec![], marks: vec![], ..bars() }
}

const FIELDS: [(&str, &str, &str); 8] = [
    ("080", "사회복지·보건", "Social welfare and health"),
    ("110", "산업·교통물류", "Industry, transport and logistics"),
    ("100", "농림·해양수산", "Agriculture, forestry, oceans and fisheries"),
    ("060", "문화관광·교육", "Culture, tourism and education"),
    ("140", "국토·지역개발", "Land and regional development"),
    ("010", "일반행정·안전", "General administration and safety"),
    ("070", "환경", "Environment"),
    ("900", "기타", "Other"),
];

pub fn grouped() -> Plot {
    let rows = [
        [4_899.0, 2_552.0, 5_110.0],
        [1_226.0, 909.0, 1_480.0],
        [992.0, 640.0, 1_870.0],
        [881.0, 471.0, 1_655.0],
        [860.0, 677.0, 1_390.0],
        [758.0, 611.0, 702.0],
    ];
    let mut cells: Vec<Vec<Option<Reading>>> =
        rows.iter().map(|row| row.iter().map(|amount| Some(eok(*amount))).collect()).collect();
    cells[3][1] = Some(Reading::NotStated);
    cells[5][2] = None;
    let categories = FIELDS.iter().take(6).map(|(key, ko, en)| category(key, ko, en, None)).collect();
    let title = ("2022년 본예산의 분야별 금액", "Original budgets of 2022 by functional field");
    plot(Form::Grouped, title, categories, city_series().into_iter().take(3).collect(), table(&cells))
}

fn field_series() -> Vec<Series> {
    let parts = (0_u8..).zip(FIELDS).map(|(at, (key, ko, en))| series(key, ko, en, Tone::Part(at)));
    parts.chain([series("rest", "항목이 적히지 않은 몫", "Not itemised", Tone::Rest)]).collect()
}

pub fn shares() -> Plot {
    let rows = [
        vec![4_899.0, 1_226.0, 992.0, 881.0, 860.0, 758.0, 602.0, 2_024.0],
        vec![2_552.0, 909.0, 640.0, 471.0, 677.0, 611.0, 1_369.0, 1_200.0, 2_483.0],
        vec![5_110.0, 1_480.0, 1_870.0, 1_655.0, 1_390.0, 702.0, 1_210.0, 2_233.0],
        vec![10_244.0, 1_593.0, 683.0, 2_050.0, 1_366.0, 1_138.0, 1_593.0, 4_098.0],
    ];
    let mut cells: Vec<Vec<Option<Reading>>> =
        rows.iter().map(|row| row.iter().map(|amount| Some(eok(*amount))).collect()).collect();
    cells.push(vec![Some(Reading::NotStated); 8]);
    let title = ("2022년 본예산의 분야별 비중", "Shares of the functional fields in 2022");
    let mut plot = plot(Form::Shares, title, city_categories([ADOPTED; 5]), field_series(), table(&cells));
    let text = Bilingual::new(
        "광주광역시는 광역시여서 자치구 예산이 빠지고 다른 도시에 없는 일도 맡으므로 그대로 견줄 수 없습니다.",
        "Gwangju is a metropolitan city: its budget leaves out its districts’ own and carries functions that other cities do not have, so it cannot be compared directly.",
    );
    plot.notes.push(Note { kind: NoteKind::NotComparable, text, evidence: vec![] });
    plot
}

/// Projects of a plan by funding source, in thousand won.
pub fn stacked() -> Plot {
    let thousand = |number: f64| Some(value(number * 1_000.0));
    let cells = vec![
        vec![thousand(2_500_000.0), thousand(750_000.0), thousand(1_750_000.0), None, None],
        vec![None, thousand(22_200.0), thousand(7_950.0), thousand(1_580.0), None],
        vec![thousand(4_350_000.0), thousand(1_305_000.0), thousand(3_045_000.0), None, Some(Reading::NotStated)],
        vec![Some(Reading::NonBudget)],
        vec![None, None, None, None, thousand(1_500_000.0)],
        vec![Some(Reading::NotStated), Some(Reading::NotStated), Some(Reading::NotStated)],
        vec![thousand(0.0), thousand(0.0), thousand(1_200_000.0), None, None],
        vec![Some(value(0.0))],
    ];
    let categories = [
        ("g1", "광양만권 소재부품 지식산업센터 건립", "Knowledge industry centre for materials and parts"),
        ("g2", "농촌 신활력 사회혁신 활동단체 지원", "Support for groups of social innovation in the countryside"),
        (
            "g3",
            "섬진강 복합형 휴양단지와 체류형 관광산업을 잇는 뱃길 조성사업",
            "A boat route joining the Seomjin riverside resort and overnight tourism",
        ),
        ("g4", "민원 서식 간소화", "Simpler forms"),
        ("g5", "스마트 안심 버스정류장", "Smart and safe bus stops"),
        ("g6", "청년 친화도시 조성", "A city for the young"),
        ("g7", "공공시설 개방", "Opening public buildings"),
        ("g8", "적극행정 실천 다짐", "Pledge of active administration"),
    ];
    let categories =
        categories.map(|(key, ko, en)| category(key, ko, en, Some(("2021 · 문서 머리", "2021 · sheet header"))));
    let series = vec![
        series("national", "국비", "National", Tone::Part(0)),
        series("province", "도비", "Provincial", Tone::Part(1)),
        series("city", "시비", "City", Tone::Part(2)),
        series("self", "자부담", "Recipients", Tone::Part(3)),
        series("rest", "재원 미상", "Source not stated", Tone::Rest),
    ];
    let title = ("계획 사업의 예산과 재원", "Budgets of the plan’s projects, by funding source");
    plot(Form::Stacked, title, categories.into(), series, table(&cells))
}

pub fn slope() -> Plot {
    let years = ["2020", "2021", "2022", "2023", "2024"];
    let rows = [
        [13_030.0, 12_860.0, 13_712.0, 15_564.0, 14_577.0],
        [10_490.0, 9_716.0, 10_912.0, 12_010.0, 12_145.0],
        [14_150.0, 14_895.0, 15_650.0, 19_200.0, 20_600.0],
        [19_000.0, 20_560.0, 22_765.0, 25_170.0, 25_800.0],
        [57_124.0, 62_531.0, 63_610.0, 71_102.0, 69_042.0],
    ];
    let mut marks: Vec<Mark> = Vec::new();
    for (year, _) in years.iter().enumerate() {
        for (city, amounts) in rows.iter().enumerate() {
            marks.push(mark(year, city, eok(amounts[year])));
        }
    }
    marks[5 + 1].value = Reading::NotStated; // Gwangyang 2021: a gap
    marks[20 + 3].value = Reading::NotStated; // Jeonju 2024: ends early
    let categories = years.iter().map(|year| category(year, year, year, None)).collect();
    let title = ("본예산의 해마다 바뀐 크기", "Original budgets over the years");
    plot(Form::Slope, title, categories, city_series(), marks)
}

pub fn two_years() -> Plot {
    let whole = slope();
    let keep = |mark: &&Mark| mark.category < 2 && mark.series < 4;
    let marks = whole.marks.iter().filter(keep).cloned().collect();
    Plot { categories: whole.categories[2..4].to_vec(), marks, ..whole }
}

/// Titles that are too long for any line.
pub fn long_titles() -> Plot {
    let titles = [
        (
            "광양만권 4차산업혁명 대응을 위한 소재부품 지식산업센터와 스마트 산업단지 통합관제센터의 단계별 구축 및 운영 활성화 사업",
            "Phased construction and operation of a knowledge industry centre for materials and parts and of an integrated control centre for the smart industrial complex",
        ),
        (
            "지속가능발전목표이행평가및시민참여거버넌스구축기본계획수립연구용역",
            "Pneumonoultramicroscopicsilicovolcanoconiosis prevention",
        ),
        ("노인 일자리", "Jobs for the old"),
    ];
    let detail = Some((
        "2022 · 확정 · 일반회계 · 추진계획 제3장 제2절 기준, 국비 매칭분 포함, 이월액 제외",
        "2022 · adopted · general account · as in chapter 3, section 2, with matched national funds, without carry-overs",
    ));
    let categories = (0..).zip(titles).map(|(at, (ko, en))| category(&format!("t{at}"), ko, en, detail)).collect();
    let marks = [1_234.5, 83.0, 0.04].into_iter().enumerate().map(|(at, amount)| mark(at, 1, eok(amount))).collect();
    plot(Form::Bars, ("긴 제목", "Long titles"), categories, city_series(), marks)
}

/// Sixty projects of two cities, with the odd value missing.
pub fn sixty() -> Plot {
    let mut categories = Vec::new();
    let mut marks = Vec::new();
    for at in 0..60_usize {
        let city = at % 2;
        let (ko, en) = (
            format!("중점사업 {}: 생활밀착형 시설 확충", at + 1),
            format!("Project {}: neighbourhood facilities", at + 1),
        );
        categories.push(category(&format!("p{at}"), &ko, &en, None));
        let amount = match at % 17 {
            5 => Reading::NotStated,
            11 => Reading::NonBudget,
            _ => eok((60 - at) as f64 * 3.7 + 0.5),
        };
        marks.push(mark(at, city, amount));
    }
    plot(Form::Bars, ("사업별 예산", "Budgets of projects"), categories, city_series(), marks)
}

/// Shares of the money spent in 2024, general account: welfare, general administration, environment, and the rest as one.
const SPENT_2024: [[f64; 4]; 5] = [
    [36.8, 5.5, 5.9, 51.8],
    [30.3, 4.7, 6.6, 58.4],
    [29.2, 6.6, 6.4, 57.8],
    [42.5, 6.8, 6.4, 44.3],
    [41.8, 17.8, 2.4, 38.0],
];
const SPENT_FIELDS: [(&str, &str, &str); 4] = [
    ("080", "사회복지", "Social welfare"),
    ("010", "일반공공행정", "General public administration"),
    ("070", "환경", "Environment"),
    ("900", "나머지", "The rest"),
];

/// Strips of a hundred blocks, welfare lit; the last city without figures.
pub fn blocks() -> Plot {
    let details = [
        "복지 36.8% · 5,383억 원",
        "복지 30.3% · 2,831억 원",
        "복지 29.2% · 4,938억 원",
        "복지 42.5% · 1조 415억 원",
        "자료에 없음",
    ];
    let details = details.map(|detail| Some((detail, "Welfare")));
    let tones = [Tone::Part(0), Tone::Ground(0), Tone::Ground(1), Tone::Ground(0)];
    let series = SPENT_FIELDS.iter().zip(tones).map(|((key, ko, en), tone)| series(key, ko, en, tone)).collect();
    let mut cells: Vec<Vec<Option<Reading>>> =
        SPENT_2024.iter().map(|row| row.iter().map(|share| Some(value(*share))).collect()).collect();
    cells[4] = vec![Some(Reading::NotStated); 4];
    let title = ("시 살림이 10만 원이라면", "If the city's money were 100,000 won");
    Plot { unit: Unit::Percent, ..plot(Form::Blocks, title, city_categories(details), series, table(&cells)) }
}

/// A small chart for each field.
pub fn multiples() -> Plot {
    let cells: Vec<Vec<Option<Reading>>> =
        (0..3).map(|field| SPENT_2024.iter().map(|row| Some(value(row[field]))).collect()).collect();
    let plain = ["복지", "시청 살림·민원", "환경·쓰레기"];
    let categories =
        SPENT_FIELDS.iter().zip(plain).map(|((key, ko, en), plain)| category(key, plain, en, Some((ko, "")))).collect();
    let title = ("분야마다 비교하기", "Field by field");
    Plot { unit: Unit::Percent, ..plot(Form::Multiples, title, categories, city_series(), table(&cells)) }
}

/// Initial, final and settled budgets in per cent of the initial one; one is not settled yet.
pub fn dumbbell() -> Plot {
    let rows = [
        [100.0, 120.2, 110.8],
        [100.0, 105.7, 99.1],
        [100.0, 106.3, 99.9],
        [100.0, 105.7, 103.3],
        [100.0, 113.6, 110.1],
    ];
    let mut marks = Vec::new();
    for (city, row) in rows.iter().enumerate() {
        marks.extend(row.iter().enumerate().map(|(stage, number)| mark(city, stage, value(*number))));
    }
    for mark in marks.iter_mut().filter(|mark| mark.category == 4 && mark.series == 2) {
        mark.value = Reading::NotStated;
    }
    let stages = [("initial", "당초", "Initial"), ("final", "최종", "Final"), ("settled", "결산", "Settled")];
    let series = stages.map(|(key, ko, en)| series(key, ko, en, Tone::City(0))).to_vec();
    let details = [
        "15,629억 → 18,789억 → 17,318억",
        "11,305억 → 11,951억 → 11,198억",
        "21,635억 → 22,988억 → 21,623억",
        "27,895억 → 29,483억 → 28,816억",
        "73,199억 → 83,151억",
    ];
    let details = details.map(|detail| Some((detail, "")));
    let title = ("처음 짠 예산, 고친 예산, 쓴 돈", "Initial, final and settled budget");
    Plot { unit: Unit::Percent, ..plot(Form::Dumbbell, title, city_categories(details), series, marks) }
}

/// Four cities between the least and the most of 226.
pub fn range() -> Plot {
    let peers = [("least", "가장 적은 곳", "Least"), ("median", "가운데", "Median"), ("most", "가장 많은 곳", "Most")];
    let group = peers.map(|(key, ko, en)| series(key, ko, en, Tone::Ground(0)));
    let series = group.into_iter().chain(city_series().into_iter().take(4)).collect();
    let numbers = [1_940_000.0, 5_660_000.0, 27_940_000.0, 5_145_000.0, 6_328_000.0, 7_310_000.0, 3_909_000.0];
    let marks = numbers.iter().enumerate().map(|(at, number)| mark(0, at, value(*number))).collect();
    let categories = vec![category("basic", "시·군·구 226곳", "226 cities, counties and districts", None)];
    let title = ("비슷한 도시들 사이에서", "Among peers");
    Plot { unit: Unit::WonPerResident, ..plot(Form::Range, title, categories, series, marks) }
}

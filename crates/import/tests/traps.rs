//! What caught others: codes, names, districts, units, numbers, formulas, dates.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use city_compare_dataset::Lang;
use city_compare_dataset::model::official::{ResidentMeasure, Scope, Side, Spending};
use city_compare_dataset::model::{FiscalYear, Stage};
use city_compare_import::form::Contents;
use city_compare_import::import::{Choice, Outcome};
use city_compare_import::layout::{propose, recognise};
use city_compare_import::places::Subject;
use city_compare_import::problem::{Cause, Weight, csv};
use city_compare_import::recipe::{Kind, Recipe, Use, Witness};
use city_compare_import::unit::Unit;
use common::{Files, outcome, subject};

const AIDFA: &str = "회계연도,지역명,자치단체코드,자치단체명,회계구분명,분야코드,분야명,부문명,정책사업예산총계,행정운영경비총계,재무활동총계,정책사업예산순계";

fn read(text: &str, city: &str) -> Outcome {
    outcome(&Files::text("표.csv", text), &subject(city))
}

fn causes(found: &Outcome) -> Vec<Cause> {
    found.problems.groups().iter().map(|group| group.cause).collect()
}

fn persons(found: &Outcome) -> Vec<u64> {
    let official = found.dataset.as_ref().and_then(|dataset| dataset.official.clone()).unwrap_or_default();
    official.residents.iter().map(|count| count.persons).collect()
}

fn total(found: &Outcome, year: u16, stage: Stage, scope: Scope) -> Option<i64> {
    let dataset = found.dataset.as_ref()?;
    let official = dataset.official.as_ref()?;
    let city = &dataset.cities[0].id;
    official.total(city, FiscalYear(year), stage, scope, Side::Expenditure).map(|total| total.krw.get())
}

#[test]
fn the_same_digits_of_two_schemes_are_two_places() {
    let row = |code: &str, name: &str| {
        format!("{AIDFA}\n2026,전남,{code},{name},일반회계,010,일반공공행정,,1000000000,0,0,0\n")
    };
    // 4613000 is Suncheon at LOFIN; 4613000000 was Yeosu at the ministry.
    let found = read(&row("4613000", "전남여수시"), "여수시");
    assert_eq!(causes(&found), [Cause::CodeAndName]);
    let line = &found.problems.lines(Lang::En, &found.sheets())[0];
    assert!(line.contains("전남여수시") && line.contains("순천시") && line.contains("row 2"), "{line}");
    assert!(found.dataset.is_none());
    assert!(read(&row("4612000", "전남여수시"), "여수시").dataset.is_some());
    assert!(read(&row("4613000", "전남순천시"), "순천시").dataset.is_some());
    let people = "행정구역,2026년05월_총인구수\n전라남도 여수시 (4613000000),\"260,000\"\n";
    assert_eq!(persons(&read(people, "여수시")), [260_000]);
    assert!(read(people, "순천시").dataset.is_none());
}

#[test]
fn a_code_of_2026_is_found_by_its_name() {
    let found =
        read("행정구역,2026년07월_거주자 인구수\n전남광주통합특별시 여수시 (1213000000),\"259,568\"\n", "여수시");
    assert_eq!(persons(&found), [259_568]);
    assert_eq!(causes(&found), [Cause::CodeChanged]);
    assert_eq!(found.dataset.unwrap().official.unwrap().residents[0].codes, ["1213000000"]);
}

#[test]
fn a_name_without_its_province_is_asked_for() {
    let row = |region: &str| {
        format!("회계연도,지역명,자치단체명,당초예산,최종예산\n2023,{region},중구,300000000000,310000000000\n")
    };
    let found = read(&row(""), "대구 중구");
    assert_eq!(causes(&found), [Cause::NameWithoutProvince]);
    assert!(found.problems.lines(Lang::Ko, &found.sheets())[0].contains("부산광역시"));
    assert_eq!(total(&read(&row("대구"), "대구 중구"), 2023, Stage::Initial, Scope::WithFunds), Some(300_000_000_000));
}

#[test]
fn districts_of_a_city_and_branch_offices_are_not_added() {
    let text = "행정구역,2026년07월_거주자 인구수\n\
        경기도  (4100000000),\"1,290,110\"\n경기도 수원시 (4111000000),\"1,180,110\"\n경기도 수원시 장안구 (4111100000),\"268,519\"\n\
        경기도 수원시 권선구 (4111300000),\"358,865\"\n경기도 수원시 팔달구 (4111500000),\"192,040\"\n\
        경기도 수원시 영통구 (4111700000),\"360,686\"\n경기도 송탄출장소 (4122200000),0\n경기도 과천시 (4129000000),\"110,000\"\n";
    let found = read(text, "수원시");
    assert_eq!(persons(&found), [1_180_110]);
    let sum = found.sums[0].line(Lang::En);
    assert!(sum.contains("2 cities, counties and districts 1,290,110 = 1,290,110"), "{sum}");
    assert_eq!(causes(&found), [Cause::DistrictOfCity]);
}

#[test]
fn a_province_that_does_not_add_up_is_told_with_the_difference() {
    let text = "행정구역,2026년07월_거주자 인구수\n경기도  (4100000000),\"1,290,111\"\n경기도 수원시 (4111000000),\"1,180,110\"\n경기도 과천시 (4129000000),\"110,000\"\n";
    let found = read(text, "수원시");
    assert_eq!(causes(&found), [Cause::BooksOpen]);
    assert!(found.problems.lines(Lang::En, &found.sheets())[0].contains("difference is 1."));
}

#[test]
fn sejong_stands_twice_and_counts_once() {
    let text = "행정구역,2026년07월_거주자 인구수\n세종특별자치시  (3600000000),\"390,229\"\n세종특별자치시  (3611000000),\"390,229\"\n";
    let found = read(text, "세종특별자치시");
    assert_eq!(persons(&found), [390_229]);
    assert!(causes(&found).contains(&Cause::TwiceEqual), "{:?}", causes(&found));
}

#[test]
fn the_two_measures_and_the_months_are_told_apart() {
    let text = "※ 통계,Unnamed: 1,Unnamed: 2,Unnamed: 3\n,,2026년01월,,2026년02월,\n행정기관코드,행정기관,총 거주자수,세대수,총 거주자수,세대수\n4613000000,전라남도 여수시 ,\"262,166\",1,\"261,559\",1\n";
    let found = read(text, "여수시");
    let official = found.dataset.unwrap().official.unwrap();
    let days: Vec<(&str, ResidentMeasure, u64)> =
        official.residents.iter().map(|count| (count.as_of.as_str(), count.measure, count.persons)).collect();
    assert_eq!(
        days,
        [("2026-01-31", ResidentMeasure::Resident, 262_166), ("2026-02-28", ResidentMeasure::Resident, 261_559)]
    );
    let found = read(
        "행정구역,2025년05월_계_총인구수,2025년05월_남_총인구수\n전라남도 여수시  (4613000000),\"265,755\",\"132,000\"\n",
        "여수시",
    );
    assert_eq!(found.dataset.unwrap().official.unwrap().residents[0].measure, ResidentMeasure::Registered);
}

#[test]
fn zero_is_stated_and_empty_is_not() {
    let text = format!(
        "{AIDFA}\n2026,전남,4612000,전남여수시,일반회계,010,일반공공행정,,1400000000000,0,0,0\n2026,전남,4612000,전남여수시,일반회계,020,공공질서및안전,,0,0,0,0\n2026,전남,4612000,전남여수시,일반회계,050,교육,,,0,0,0\n"
    );
    let found = read(&text, "여수시");
    assert_eq!(causes(&found), [Cause::EmptyAmount]);
    let line = &found.problems.lines(Lang::Ko, &found.sheets())[0];
    assert!(line.contains("4행") && line.contains("I열 (정책사업예산총계)"), "{line}");
    let official = found.dataset.unwrap().official.unwrap();
    let policy = |field: &str| {
        let of = |amount: &&city_compare_dataset::model::official::FieldAmount| {
            amount.field == field && amount.spending == Spending::PolicyProjects
        };
        official.field_amounts.iter().find(of).map(|amount| amount.krw.get())
    };
    assert_eq!((policy("010"), policy("020"), policy("050")), (Some(1_400_000_000_000), Some(0), None));
}

#[test]
fn a_cut_budget_net_above_gross_and_old_names_are_told_and_used() {
    let found = read(
        "회계연도,지역명,자치단체명,당초예산,최종예산,증감액\n2023,전남,전남여수시,1639176055000,1539176055000,-100000000000\n",
        "여수시",
    );
    assert_eq!(causes(&found), [Cause::InitialAboveFinal]);
    assert_eq!(total(&found, 2023, Stage::Final, Scope::WithFunds), Some(1_539_176_055_000));
    let found = read(
        "회계연도,지역명,자치단체명,당초예산,최종예산,증감액\n2023,전남,전남여수시,1639176055000,1739176055000,-1\n",
        "여수시",
    );
    assert_eq!(causes(&found), [Cause::ChangeMismatch]);
    let text =
        format!("{AIDFA}\n2014,전남,4612000,전남여수시,일반회계,120,수송및교통,도로,900000000000,0,0,900000000001\n");
    let found = read(&text, "여수시");
    assert_eq!(causes(&found), [Cause::NetAboveGross, Cause::DriftedLabel].into_iter().rev().collect::<Vec<_>>());
    assert!(found.problems.count(Weight::LeftOut) == 0);
    assert_eq!(found.dataset.unwrap().official.unwrap().field_amounts[0].printed, "수송및교통");
}

#[test]
fn numbers_as_spreadsheets_write_them() {
    let row = |amount: &str| {
        read(
            &format!("회계연도,지역명,자치단체명,당초예산,최종예산\n2023,전남,전남여수시,{amount},1700000000000\n"),
            "여수시",
        )
    };
    let sound = [
        ("\"1,600,000,000,000\"", 1_600_000_000_000),
        (" 1600000000000 ", 1_600_000_000_000),
        ("1600000000000.0", 1_600_000_000_000),
        ("1600000000000.00", 1_600_000_000_000),
        ("1.6조", 0),
    ];
    for (text, krw) in sound.into_iter().filter(|(_, krw)| *krw > 0) {
        assert_eq!(total(&row(text), 2023, Stage::Initial, Scope::WithFunds), Some(krw), "{text}");
    }
    for (text, cause) in [
        ("1600000000000.5", Cause::Fraction),
        ("1.6E+12", Cause::DigitsLost),
        ("=SUM(D1:D9)", Cause::FormulaWithoutValue),
        ("#REF!", Cause::ErrorCell),
        ("10-Mar", Cause::DateForNumber),
        ("3월 10일", Cause::DateForNumber),
        ("2026-03-10", Cause::DateForNumber),
        ("\"16,00\"", Cause::NoNumber),
        ("많음", Cause::NoNumber),
        ("99999999999999999999", Cause::TooLarge),
        ("-5", Cause::Negative),
    ] {
        let found = row(text);
        assert!(causes(&found).contains(&cause), "{text}: {:?}", causes(&found));
        assert_eq!(total(&found, 2023, Stage::Initial, Scope::WithFunds), None, "{text}");
    }
}

#[test]
fn titles_units_merged_heads_and_totals_are_no_data() {
    let text = "2026년도 세출예산,,,,,,,\n,,,,,,,(단위: 천원)\n\n회계연도,지역명,자치단체명,회계구분명,분야코드,분야명,정책사업예산총계,행정운영경비총계,재무활동총계\n\
        2026,전남,전남여수시,일반회계,010,일반공공행정,\"500,000,000\",0,0\n2026,전남,전남여수시,일반회계,080,사회복지,\"900,000,000\",0,\"1,000\"\n\
        합계,,,,,,\"1,400,000,000\",0,\"1,000\"\n※ 잠정치,,,,,,,,\n";
    let found = read(text, "여수시");
    assert_eq!(causes(&found), [], "{:?}", found.problems.lines(Lang::En, &found.sheets()));
    assert_eq!(total(&found, 2026, Stage::Initial, Scope::General), Some(1_400_001_000_000));
    assert_eq!(found.tables[0].recipe.as_ref().unwrap().unit, Some(Unit::ThousandWon));
    assert_eq!(found.tables[0].recipe.as_ref().unwrap().witness, Witness::Title);
    let wrong = read(&text.replace("합계,,,,,,\"1,400,000,000\"", "합계,,,,,,\"1,400,000,007\""), "여수시");
    assert_eq!(causes(&wrong), [Cause::TotalMismatch]);
    assert!(
        wrong.problems.lines(Lang::En, &wrong.sheets())[0].contains("difference is 7."),
        "{:?}",
        wrong.problems.lines(Lang::En, &wrong.sheets())
    );
}

#[test]
fn a_jump_by_a_thousand_asks_with_both_readings() {
    // Thousand won that nobody says, in a table that usually holds won.
    let text = "회계연도,지역명,자치단체명,당초예산,최종예산\n2024,전남,전남여수시,1562910756,1878930152\n";
    let found = read(text, "여수시");
    assert_eq!(causes(&found), [Cause::UnitDoubt]);
    let question = found.units[0];
    assert_eq!((question.read, question.instead), (Unit::Won, Unit::ThousandWon));
    let line = &found.problems.lines(Lang::Ko, &found.sheets())[0];
    assert!(line.contains("18억 7,893만 152원") && line.contains("1조 8,789억 3,015만 2,000원"), "{line}");
    // The answer is a recipe with the unit.
    let files = Files::text("표.csv", text);
    let Contents::Tables(tables) = files.contents() else { panic!() };
    let (mut recipe, _) = recognise(&tables[0]).unwrap();
    (recipe.unit, recipe.witness) = (Some(Unit::ThousandWon), Witness::Person);
    let found = outcome(&files.choosing(&[Choice::Recipe(Box::new(recipe))]), &subject("여수시"));
    assert_eq!(total(&found, 2024, Stage::Initial, Scope::WithFunds), Some(1_562_910_756_000));
    assert_eq!(causes(&found), []);
}

#[test]
fn columns_are_found_by_name_wherever_they_stand() {
    let straight = read(
        "회계연도,지역명,자치단체명,당초예산,최종예산\n2024,전남,전남여수시,1562910756000,1878930152000\n",
        "여수시",
    );
    let turned = read(
        "최종예산,비고,자치단체명,당초예산,회계연도,지역명\n1878930152000,x,전남여수시,1562910756000,2024,전남\n",
        "여수시",
    );
    assert_eq!(straight.dataset, turned.dataset);
}

#[test]
fn the_same_file_twice_is_used_once() {
    let row = format!("{AIDFA}\n2026,전남,4612000,전남여수시,일반회계,010,일반공공행정,가,1400000000000,5,0,0\n");
    let bytes = |name: &str| (name.to_owned(), row.clone().into_bytes());
    let found = outcome(&Files::new([bytes("a.csv"), bytes("b.csv")]), &subject("여수시"));
    assert_eq!(causes(&found), [Cause::TwiceEqual]);
    assert_eq!(total(&found, 2026, Stage::Initial, Scope::General), Some(1_400_000_000_005));
    let other = row.replace("1400000000000", "1300000000000").into_bytes();
    let found = outcome(&Files::new([bytes("a.csv"), ("b.csv".to_owned(), other)]), &subject("여수시"));
    assert_eq!(causes(&found), [Cause::TwiceDifferent]);
}

#[test]
fn closed_accounts_and_codes_that_ended() {
    let found = read(
        "회계연도,자치단체코드,자치단체명,세입결산액,세출결산액\n2023,4612000,전남여수시,2000000000000,1700000000000\n",
        "여수시",
    );
    let official = found.dataset.unwrap().official.unwrap();
    let sides: Vec<(Stage, Side, i64)> = official.totals.iter().map(|t| (t.stage, t.side, t.krw.get())).collect();
    assert_eq!(
        sides,
        [(Stage::Settled, Side::Revenue, 2_000_000_000_000), (Stage::Settled, Side::Expenditure, 1_700_000_000_000)]
    );
    let people = (
        "people.csv".to_owned(),
        "행정구역,2026년05월_총인구수\n전라남도 여수시 (4613000000),\"260,000\"\n".as_bytes().to_vec(),
    );
    let codes = |state: &str| {
        (
            "codes.txt".to_owned(),
            format!("법정동코드\t법정동명\t폐지여부\n1213000000\t전남광주통합특별시 여수시\t{state}\n").into_bytes(),
        )
    };
    let listed = |state| {
        let found = outcome(&Files::new([people.clone(), codes(state)]), &subject("여수시"));
        let codes = found.dataset.unwrap().official.unwrap().places[0].codes.clone();
        codes.iter().any(|code| code.code == "1213000000")
    };
    assert!(listed("존재") && !listed("폐지"));
}

#[test]
fn an_unknown_table_is_read_by_a_recipe_that_can_be_kept() {
    let text = "우리 시 예산 (단위: 백만원),,\n과목,2025년,2026년\n합쳐서,1500000,1600000\n";
    let files = Files::text("표.csv", text);
    let city = subject("여수시");
    assert_eq!(causes(&outcome(&files, &city)), [Cause::UnknownLayout]);
    let Contents::Tables(tables) = files.contents() else { panic!() };
    let (mut recipe, _) = propose(&tables[0]);
    assert_eq!((recipe.kind, recipe.unit, recipe.witness), (Kind::Totals, Some(Unit::MillionWon), Witness::Title));
    let years: Vec<(Use, Option<FiscalYear>)> =
        recipe.columns.iter().map(|column| (column.usage, column.year)).collect();
    assert_eq!(
        years,
        [(Use::None, None), (Use::Amount, Some(FiscalYear(2025))), (Use::Amount, Some(FiscalYear(2026)))]
    );
    recipe.scope = Some(Scope::GeneralAndSpecial);
    let recipe = Recipe::from_json(&recipe.to_json()).unwrap();
    let found = outcome(&files.choosing(&[Choice::Recipe(Box::new(recipe.clone()))]), &city);
    assert_eq!(total(&found, 2026, Stage::Initial, Scope::GeneralAndSpecial), Some(1_600_000_000_000));
    let other = Files::text("x.csv", "다른 표,1\n2,3\n").choosing(&[Choice::Recipe(Box::new(recipe))]);
    assert_eq!(causes(&outcome(&other, &city)), [Cause::MissingColumns]);
    // A unit that stands in a column.
    let funds = Files::text("x.csv", "시도명,회계연도,기금명,당해현재액,원본단위\n전남,2021,어느 기금,81450,백만원\n");
    let Contents::Tables(tables) = funds.contents() else { panic!() };
    let (recipe, fit) = propose(&tables[0]);
    assert_eq!((recipe.witness, fit.column(Use::UnitOfRow)), (Witness::Column, Some(4)));
}

#[test]
fn what_a_service_answers_is_no_broken_file() {
    let told = |text: &str| causes(&read(text, "여수시"));
    assert_eq!(told(r#"{"RESULT": {"CODE": "INFO-200", "MESSAGE": "해당하는 데이터가 없습니다."}}"#), [Cause::NoData]);
    assert_eq!(told(r#"{"RESULT": {"CODE": "ERROR-300", "MESSAGE": "x"}}"#), [Cause::Refused]);
    assert_eq!(told("<a><row><b>1</c></row></a>"), [Cause::Unreadable]);
    assert_eq!(told(""), [Cause::EmptyFile]);
    let part = r#"{"AIDFA":[{"head":[{"list_total_count":1000},{"RESULT":{"CODE":"INFO-000","MESSAGE":"ok"}}]},{"row":[{"fyr":"2026","laf_cd":"4612000","laf_hg_nm":"전남여수시","acnt_dv_nm":"일반회계","fld_cd":"010","fld_nm":"일반공공행정","biz_bdg_tott_amt":1400000000000,"fin_acv_tott_amt":0,"padm_oper_exps_tott_amt":0}]}]}"#;
    assert_eq!(told(part), [Cause::OtherPages]);
    let files = Files::new([("x.csv".to_owned(), vec![0xff, 0x00, 0xff])]);
    assert_eq!(causes(&outcome(&files, &subject("여수시"))), [Cause::NoText]);
}

/// A million faulty rows in a test would take long unoptimised; `million_faulty_rows` runs in a release.
#[test]
fn many_faulty_rows_are_few_lines_and_the_sound_ones_are_used() {
    let found = faulty(20_000);
    let lines = found.problems.lines(Lang::Ko, &found.sheets());
    assert!(lines.len() <= 50, "{}", lines.len());
    assert!(lines[0].starts_with("20000곳") || lines[0].contains("곳:"), "{}", lines[0]);
    assert_eq!(found.problems.all().len(), 20_000);
    assert_eq!(total(&found, 2024, Stage::Initial, Scope::WithFunds), Some(1_562_910_756_000));
    let list = csv(&found.problems, Lang::Ko, &found.sheets());
    assert_eq!(list.lines().count(), 20_001);
    assert!(list.lines().nth(1).unwrap().starts_with("표.csv,,3,"), "{}", list.lines().nth(1).unwrap());
}

fn faulty(rows: usize) -> Outcome {
    let mut text = String::from(
        "회계연도,지역명,자치단체명,당초예산,최종예산\n2024,전남,전남여수시,1562910756000,1878930152000\n",
    );
    for i in 0..rows {
        text.push_str(match i % 4 {
            0 => "20x6,전남,전남여수시,1,2\n",
            1 => "2023,전남,전남여수시,많음,2\n",
            2 => "2023,전남,전남여수시,,2\n",
            _ => "2023,전남,전남여수시,3월 10일,2\n",
        });
    }
    read(&text, "여수시")
}

#[test]
#[ignore = "measured in a release: cargo test --release -p city-compare-import --features encoding --test traps -- --ignored --nocapture"]
fn million_faulty_rows() {
    let _ = subject("여수시");
    let start = std::time::Instant::now();
    let found = faulty(1_000_000);
    let lines = found.problems.lines(Lang::Ko, &found.sheets());
    let taken = start.elapsed();
    println!("a million faulty rows: {} lines in {taken:?}", lines.len());
    assert!(lines.len() <= 50 && taken.as_secs_f64() < 2.0, "{taken:?}");
    let mut text = format!("{AIDFA}\n");
    for i in 0..100_000 {
        let code = if i % 243 == 0 { "4612000,전남여수시" } else { "4613000,전남순천시" };
        text.push_str(&format!("2026,전남,{code},일반회계,010,일반공공행정,부문 {i},1727057000,0,0,1727057000\n"));
    }
    let start = std::time::Instant::now();
    let found = read(&text, "여수시");
    println!("100,000 rows: {:?}", start.elapsed());
    assert_eq!(found.tables[0].rows, 100_000);
}

#[test]
fn every_cause_is_told_in_both_languages_and_they_are_few() {
    const { assert!(Cause::COUNT < 50) };
    for cause in Cause::ALL {
        for lang in Lang::ALL {
            let said = cause.sentence("찾은 것", "곁", lang);
            assert!(said.ends_with('.') || *cause == Cause::Dataset, "{said}");
            assert!(!said.contains('{') && !said.contains('}'), "{said}");
        }
    }
}

/// A subject that is in no list is read by its name.
#[test]
fn a_place_of_no_list_is_read_too() {
    use city_compare_dataset::model::{Bilingual, official::PlaceKind};
    let place = city_compare_import::places::Place::invented(
        Bilingual::new("가온시", "Gaon"),
        Bilingual::new("가람도", "Garam"),
        PlaceKind::City,
    );
    let city = Subject::new(place);
    let found = outcome(&Files::text("x.csv", "행정구역,2026년05월_총인구수\n가람도 가온시,\"100,000\"\n"), &city);
    let dataset = found.dataset.unwrap();
    assert_eq!(dataset.cities[0].population[0].persons, Some(100_000));
}

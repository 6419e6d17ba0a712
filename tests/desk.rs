//! A city, files and the country's figures: what comes of them is a dataset that every reader takes.
#![allow(clippy::expect_used, reason = "a test says what it expects")]

use city_compare::dataset::join::{Source, join};
use city_compare::dataset::{self, Lang};
use city_compare::embedded;
use city_compare::model::official::{Scope, Side};
use city_compare::model::{Dataset, FiscalYear, Stage};
use city_compare_import::desk::{Desk, File, subject, whole};
use city_compare_import::form::read;
use city_compare_import::places::Places;
use city_compare_import::text::cp949;

/// Suncheon.
const CODE: &str = "4613000";

fn file(name: &str, text: &str) -> File {
    File::new(name, read(name, text.as_bytes(), cp949))
}

fn made(files: Vec<File>) -> Dataset {
    let country = embedded::country();
    let city = subject(country, CODE).expect("it is a place");
    let mut desk = Desk { subject: Some(city.clone()), files: Vec::new() };
    files.into_iter().for_each(|file| desk.add(file));
    let places = Places::of_country(country);
    whole(desk.work(&city, &places).finish().dataset, &city, country)
}

fn sound(dataset: &Dataset) {
    let json = serde_json::to_string(dataset).expect("it is written");
    let told: Vec<String> =
        dataset::from_json(&json).err().into_iter().flatten().map(|problem| problem.sentence(Lang::En)).collect();
    assert_eq!(told, Vec::<String>::new());
}

#[test]
fn a_city_alone_has_its_official_figures_at_once() {
    let dataset = made(Vec::new());
    sound(&dataset);
    assert_eq!(dataset.cities.len(), 1);
    let (city, official) = (&dataset.cities[0], dataset.official.as_ref().expect("figures"));
    assert_eq!(city.name.ko, "순천시");
    assert!(city.plan.items.is_empty(), "its plan has a document that says so, and no item");
    assert!(official.totals.len() > 10 && official.field_amounts.iter().all(|amount| amount.city == city.id));
    // Beside the five it keeps all of them, and nothing collides.
    let source = |place: &str, dataset: Dataset| Source { place: place.into(), hash: String::new(), dataset };
    let joined = join(vec![source("built-in", embedded::published()), source("own", dataset.clone())]).expect("cities");
    let told: Vec<String> = joined.problems.iter().map(|problem| problem.sentence(Lang::En)).collect();
    assert_eq!((told, joined.dataset.cities.len()), (Vec::new(), 6));
    let figures = joined.dataset.official.as_ref().expect("figures");
    let own =
        |totals: &[city_compare::model::official::Total]| totals.iter().filter(|total| total.city == city.id).count();
    assert_eq!(own(&figures.totals), official.totals.len());
}

#[test]
fn what_was_read_stands_in_place_of_the_countrys_figure() {
    let budget = "회계연도,자치단체코드,자치단체명,당초예산,최종예산\n2024,4613000,전남순천시,\"1,234,000,000,000\",\"1,300,000,000,000\"\n";
    let plan = "단계,번호,제목,기능별 분야\n전략,1,생태,070\n추진과제,1-1,순천만 지키기,070\n";
    let dataset = made(vec![file("예산.csv", budget), file("계획.csv", plan)]);
    sound(&dataset);
    let city = &dataset.cities[0];
    assert_eq!(city.plan.items.len(), 2);
    let official = dataset.official.as_ref().expect("figures");
    let totals = |stage| {
        let of = |total: &&city_compare::model::official::Total| {
            (total.fiscal_year, total.stage, total.scope, total.side)
                == (FiscalYear(2024), stage, Scope::WithFunds, Side::Expenditure)
        };
        official.totals.iter().filter(of).map(|total| total.krw.get()).collect::<Vec<_>>()
    };
    assert_eq!(totals(Stage::Initial), [1_234_000_000_000]);
    assert_eq!(totals(Stage::Final), [1_300_000_000_000]);
    // Other years are the country's, each with its own source.
    let other = official.totals.iter().find(|total| total.fiscal_year == FiscalYear(2023)).expect("another year");
    assert!(official.source(&other.source).is_some_and(|source| source.publisher.ko != "가져온 파일"));
}

#[test]
fn a_file_of_one_name_takes_the_place_of_the_one_before() {
    let mut desk = Desk::default();
    desk.add(file("a.csv", "단계,제목\n전략,하나\n"));
    desk.add(file("a.csv", "단계,제목\n전략,둘\n전략,셋\n"));
    assert_eq!(desk.files.iter().map(File::rows).collect::<Vec<_>>(), [3]);
    assert_eq!(
        (desk.free_name("a.csv"), desk.free_name("b")),
        ("a.csv 1".to_owned().replace(" 1", " 2"), "b".to_owned())
    );
}

#[test]
fn a_table_of_no_known_layout_is_named_by_its_file() {
    let country = embedded::country();
    let city = subject(country, CODE).expect("it is a place");
    let mut desk = Desk::default();
    desk.add(File::new("broken.json", read("broken.json", b"{", cp949)));
    desk.add(file("a.csv", "단계,제목\n전략,하나\n"));
    desk.add(File::pasted("붙여 넣은 표", "무엇\t얼마\n집\t3\n"));
    let places = Places::of_country(country);
    let outcome = desk.work(&city, &places).finish();
    assert_eq!(desk.unknown(&outcome), [(2, 0)]);
}

use super::*;
use crate::Lang;

fn index() -> Index {
    let listed = |id: &str, ko: &str, en: &str| Listed {
        id: id.to_owned(),
        name: Bilingual::new(ko, en),
        province: Bilingual::new("도", "Do"),
        kind: CityKind::City,
        codes: vec!["4677000000".to_owned()],
        items: 1,
        budgets: 0,
        official: false,
        file: format!("cities/{id}.json"),
        sha256: "0".repeat(64),
    };
    Index {
        schema: INDEX.to_owned(),
        name: Some(Bilingual::new("나라", "Country")),
        version: "1".to_owned(),
        fields: Vec::new(),
        glossary: Vec::new(),
        topics: Vec::new(),
        cautions: vec![Bilingual::new("주의", "Caution")],
        agreement: None,
        cities: vec![listed("gaon", "가온시", "Gaon"), listed("narae", "나래 시", "Narae City")],
    }
}

fn text(index: &Index) -> String {
    serde_json::to_string(index).expect("the model serializes")
}

#[test]
fn what_is_written_is_read() {
    let text = text(&index());
    assert!(is_index(&text) && is_index(&format!("\u{feff}{text}")));
    assert_eq!(Index::read(&text), Ok(index()));
}

#[test]
fn a_dataset_is_no_index() {
    assert!(!is_index(r#"{"schema": "city-compare/1", "version": "city-compare-index"}"#));
    assert!(!is_index(&"가".repeat(500)) && !is_index(""));
}

#[test]
fn a_file_lies_beside_the_index_and_has_a_digest() {
    for file in
        ["../other.json", "/etc/x", "https://other.example/x.json", "a//b", "a\\b", "", "a/./b", "a?b", "//x.example/a"]
    {
        let mut index = index();
        index.cities[1].file = file.to_owned();
        let told = Index::read(&text(&index)).expect_err("it leads elsewhere");
        assert!(told.iter().any(|problem| problem.path == "cities[1].file"), "{file}: {told:?}");
    }
    let mut index = index();
    index.cities[0].sha256 = "abc".to_owned();
    assert!(Index::read(&text(&index)).expect_err("no digest")[0].sentence(Lang::En).contains("cities[0].sha256"));
    assert_eq!(Index::read("{").expect_err("no JSON").len(), 1);
    let other = text(&index).replace(INDEX, "city-compare-index/9");
    assert!(Index::read(&other).expect_err("another format").iter().any(|problem| problem.path == "schema"));
}

#[test]
fn cities_are_found_by_names_provinces_and_codes() {
    let index = index();
    let found =
        |typed: &str| index.cities.iter().filter(|city| finds(typed, &city.name, &city.province, &city.codes)).count();
    assert_eq!(
        (found("나래시"), found("narae c"), found("GAON"), found("도"), found("46770"), found("없음")),
        (1, 1, 1, 2, 2, 0)
    );
}

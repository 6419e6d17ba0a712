use super::*;
use std::path::PathBuf;

#[test]
fn numbers_stand_in_both_languages() {
    let same = [
        ("400명 선정", "400 people chosen"),
        ("1조 3,742억 원", "1.3742 trillion won"),
        ("188만㎡(57만 평)", "1.88 million m² (570,000 pyeong)"),
        ("코로나19 대응", "Response to the pandemic"),
        ("2021. 9.", "September 2021"),
        ("1인당 20만원", "200,000 won per person"),
        ("③ 3대 전략", "3: three strategies"),
        ("’05년", "in 2005"),
    ];
    for (ko, en) in same {
        assert_eq!(differing(ko, en, ""), [""; 0], "{ko} – {en}");
    }
    assert_eq!(differing("400명", "40 people", ""), ["400", "40"]);
    assert_eq!(differing("일곱 개", "7 parts", ""), ["7"], "words of one language do not excuse figures of the other");
    assert_eq!(differing("보고회", "Meeting on the 11th", "11일"), [""; 0], "the date is printed beside it");
}

#[test]
fn titles_are_noun_phrases_with_the_terms_of_the_sheet() {
    let sheet: Sheet = toml::from_str(
        "terms = [{ ko = \"찾아가는\", en = [\"outreach\"], except = [{ id = \"a-2\", reason = \"a name\" }] }]\n\
         titles = { ing = [\"Training\"], orders = [\"Open\", \"Run\"], nouns = [\"Open city \"] }",
    )
    .unwrap();
    let faults = |id: &str, en: &str| title_faults(id, "찾아가는 교실", en, &sheet).len();
    assert_eq!(faults("a-1", "Outreach classes"), 0);
    assert_eq!(faults("a-1", "Visiting classes"), 2, "no term, and a verb");
    assert_eq!(faults("a-2", "Classes"), 0);
    assert_eq!(faults("a-2", "Outreach classes"), 1, "an exception that is none");
    assert_eq!(faults("a-1", "Run outreach classes"), 1);
    assert_eq!(faults("a-1", "Open city of outreach"), 0);
    assert_eq!(faults("a-1", "‘Training’ by outreach"), 0);
}

#[test]
fn sentences_are_polite() {
    let polite = |ko: &str| register(&serde_json::json!({ "ko": ko, "en": "x" }), "a").is_none();
    assert!(polite("새로 짓습니다. 세 곳입니다."));
    assert!(polite("까닭이 분명하지 않음"));
    assert!(!polite("새로 짓는다."));
    assert!(!polite("새로 짓습니다. 세 곳이다."));
    assert!(!polite("남겼다(한 곳은 다릅니다)."));
}

#[test]
fn exceptions_have_a_reason_and_a_use() {
    let text = "numbers = [{ id = \"a\", numbers = [\"3\"], against = \"lines\", reason = \"'03\" }]";
    let sheet: Sheet = toml::from_str(text).unwrap();
    let mut report = Report::default();
    sheet.verify_itself(&mut report);
    assert_eq!(report.mismatches.len(), 1);
    assert_eq!(for_lines("a", "3년과 40명", &sheet), "40 / ");
    let mut report = Report::default();
    sheet.verify_itself(&mut report);
    assert_eq!(report.mismatches, []);
}

#[test]
fn the_seeds_keep_to_the_sheet() {
    let seeds = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let sheet = Sheet::load(&seeds).unwrap();
    let dataset = city_compare_dataset::seeds::load(&seeds).unwrap().dataset;
    let mut report = Report::default();
    verify(&dataset, &sheet, &mut report);
    let said: Vec<String> = report.mismatches.iter().map(ToString::to_string).collect();
    assert!(said.is_empty(), "{said:#?}");
}

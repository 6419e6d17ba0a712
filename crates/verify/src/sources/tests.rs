//! Every kind of mismatch gives its message, and a true dataset gives none.

use super::*;
use sha2::{Digest, Sha256};
use std::path::PathBuf;

const DOCUMENT: &str = include_str!("tests/a.txt");

const SHARED: [(&str, &str); 5] = [
    ("dataset", "schema = \"city-compare/1\"\nversion = \"1\"\ncities = [\"a\"]\ncautions = []"),
    ("fields", "[[fields]]\ncode = \"010\"\nname = { ko = \"일반공공행정\", en = \"General public administration\" }"),
    ("documents", ""),
    ("budgets", ""),
    ("glossary", ""),
];

const CITY: &str = include_str!("tests/a.toml");

/// A folder of its own that goes away with the test.
struct Folder(PathBuf);

impl Folder {
    fn with(document: &str) -> Self {
        static COUNT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        let count = COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("verify-sources-{}-{count}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("a.txt"), document).unwrap();
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn report_of(city: &str, budgets: &str) -> Report {
    let hash: String = Sha256::digest(DOCUMENT).iter().map(|byte| format!("{byte:02x}")).collect();
    let city = city.replace("SHA256", &hash);
    let mut texts = SHARED.to_vec();
    texts[3].1 = budgets;
    texts.push(("a", &city));
    let seeds = seeds::from_texts(&texts).unwrap_or_else(|problems| panic!("{problems:#?}"));
    verify(&seeds, &Sheet::default(), &Folder::with(DOCUMENT).0)
}

/// What the report says about the document once `old` in the seeds is `new`; what it says of the other language is tested apart.
fn after(old: &str, new: &str) -> Vec<String> {
    assert_eq!(CITY.matches(old).count(), 1, "{old}");
    let report = report_of(&CITY.replacen(old, new, 1), "");
    assert_eq!(report.is_clean(), report.mismatches.is_empty() && !report.to_string().contains("not left out"));
    report.mismatches.iter().filter(|found| found.document != "seeds").map(ToString::to_string).collect()
}

#[test]
fn a_true_dataset_is_clean() {
    let report = report_of(CITY, "");
    assert_eq!(report.mismatches, []);
    assert!(report.is_clean());
    let text = report.to_string();
    assert!(text.ends_with("0 mismatches, 0 unexplained lines"), "{text}");
    assert!(text.contains("13 lines with text: 11 cited, 2 left out, 0 unexplained"), "{text}");
    assert!(
        text.contains("3 printed titles, 1 departments, 1 partners, 1 periods, 1 dated steps, 1 indicators"),
        "{text}"
    );
    assert!(text.contains("amounts whose unit stands elsewhere: 2"), "{text}");
    assert!(format!("{report:#}").contains("a.txt:8: a-1: in 천원"));
}

#[test]
fn titles_and_names() {
    assert_eq!(
        after("ko = \"더 밝은 「도시」\"", "ko = \"더 어두운 도시\""),
        ["a.txt:3: a-1 (printed titles): “더 어두운 도시” is not there"]
    );
    assert_eq!(
        after(
            "title_origin = \"printed\"\nfields = [ { code = \"010\", confidence = \"sure\" } ]\ndepartments",
            "title_origin = \"ours\"\nfields = [ { code = \"010\", confidence = \"sure\" } ]\ndepartments"
        ),
        [""; 0]
    );
    assert_eq!(after("세정과", "건축과"), ["a.txt:3: a-1 (departments): “건축과” is not there"]);
    assert_eq!(after("\"전라남도\"", "\"전라북도\""), ["a.txt:3: a-1 (partners): “전라북도” is not there"]);
    assert_eq!(after("조례 제3조", "조례 제4조"), ["a.txt:11: a-1 (legal bases): “조례 제4조” is not there"]);
}

#[test]
fn dates() {
    assert_eq!(after("ko = \"2021. 4. ~ 12.\"", "ko = \"2021. 4. ~ 11.\"").len(), 1);
    assert_eq!(
        after("when = \"2021. 4.\"", "when = \"2021. 5.\""),
        ["a.txt:6: a-1 (dated steps): “2021. 5.” is not there"]
    );
}

#[test]
fn amounts() {
    let wrong = "a.txt:5: a-1 (amounts): “31.7백만” does not make 31700000000 won";
    assert_eq!(after("krw = 31_700_000\n", "krw = 31_700_000_000\n"), [wrong]);
    assert_eq!(after("\"31.7백만\"", "\"1.7백만\""), ["a.txt:5: a-1 (amounts): “1.7백만” is not printed there"]);
    // The unit of the share stands over the table: 천원, not 백만.
    let wrong = "a.txt:8: a-1 (shares of funding): “22,200” does not make 22200000000 won";
    assert_eq!(after("krw = 22_200_000\n", "krw = 22_200_000_000\n"), [wrong]);
    let wrong = "a.txt:5: a-1 (amounts): “31.7백만” is not printed there for 2022";
    assert_eq!(after("year = 2021\nkind", "year = 2022\nkind"), [wrong]);
}

#[test]
fn numbers() {
    let wrong = "a.txt:9: a-1 (quantities): the number 3 (그루) is not there";
    assert_eq!(after("value = 30_000", "value = 3"), [wrong], "3만 is not 3");
    assert_eq!(after("value = 30_000", "value = 5").len(), 1, "15 does not hold 5");
    assert_eq!(after("value = 137,", "value = 138,"), ["a.txt:9: a-1 (indicators): the number 138 (건) is not there"]);
    assert_eq!(
        after("ko = \"137건\"", "ko = \"139건\""),
        ["a.txt:9: a-1 (indicators): the number 139 of “139건” is not there"]
    );
    assert_eq!(after("value = 120", "value = 12"), ["a.txt:10: a-f-people (figures): the number 12 (명) is not there"]);
    assert_eq!(after("as_printed = \"120명\"", "as_printed = \"20명\"").len(), 1);
    assert_eq!(after("stated_count = 3", "stated_count = 4").len(), 1);
}

#[test]
fn numbers_of_summaries_and_of_the_other_language() {
    let summary = |ko: &str, en: &str| {
        let title = "title = { ko = \"더 밝은 「도시」\", en = \"A brighter city\" }";
        let city = CITY.replacen(title, &format!("{title}\nsummary = {{ ko = \"{ko}\", en = \"{en}\" }}"), 1);
        report_of(&city, "").mismatches.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(summary("나무 3만 그루를 심습니다.", "30,000 trees are planted."), [""; 0]);
    assert_eq!(
        summary("나무 4만 그루를 심습니다.", "40,000 trees are planted."),
        ["a.txt:3: a-1 (summaries with numbers): the number 4만 of “4만 / ” is not there"]
    );
    assert_eq!(
        summary("나무 3만 그루를 심습니다.", "Trees are planted."),
        ["seeds:0: a-1: 3 stands in one language only: “나무 3만 그루를 심습니다.” – “Trees are planted.”"]
    );
    assert_eq!(summary("나무를 심는다.", "Trees."), ["seeds:0: a-1: “나무를 심는다” is not 합니다체"]);
}

#[test]
fn tables() {
    assert_eq!(
        after("{ ko = \"계\", en = \"All\" }, 31_700_000", "{ ko = \"합\", en = \"All\" }, 31_800_000"),
        [
            "a.txt:7: a-t (tables): “합” is not there",
            "a.txt:7: a-t (tables): “No amount there” does not make 31800000 won"
        ]
    );
}

#[test]
fn corrections_and_contradictions() {
    assert_eq!(
        after("printed = \"충간\"", "printed = \"충관\""),
        [
            "a.txt:12: correction: “충관” is not printed there",
            "a.txt:12: a-2 (printed titles): “층간소음 사전예방” is not there"
        ]
    );
    assert!(
        after("read_as = \"층간\"", "read_as = \"충간\"")
            .contains(&"a.txt:12: correction: “충간” is read as itself".to_owned())
    );
    assert_eq!(
        after("value = \"3대 전략\"", "value = \"4대 전략\""),
        ["a.txt:13: a-d (contradictions): “4대 전략” is not printed there"]
    );
    assert_eq!(after("1 + 1 = 2 ≠ 3", "1 + 1 = 3 ≠ 2"), ["a.txt:13: a-d: the calculation “1 + 1 = 3” is wrong"]);
    assert_eq!(after("1 + 1 = 2 ≠ 3", "1 → 2"), [""; 0], "a sequence is only counted");
}

#[test]
fn the_document_itself() {
    assert_eq!(
        after("lines = 14\n", "lines = 15\n"),
        ["a.txt:0: a-plan: the document has 14 lines, the dataset says 15"]
    );
    let other = "0".repeat(64);
    let changed = after("SHA256", &other);
    assert!(changed[0].starts_with("a.txt:0: a-plan: the SHA-256 is "), "{changed:?}");
    assert!(changed[0].ends_with(&format!("the dataset says {other}")), "{changed:?}");
    let missing = after("file = \"a.txt\"", "file = \"b.txt\"");
    assert!(missing[0].starts_with("b.txt:0: a-plan: the document cannot be read: "), "{missing:?}");
}

#[test]
fn lines_beyond_the_document() {
    let wrong = "a.txt:99: a-1 (dated steps): the document has no lines 99 to 99";
    // A dataset that says that its document is longer than it is; otherwise the loader refuses the line.
    let longer = CITY.replacen("lines = 14\n", "lines = 99\n", 1).replacen(
        "what = { ko = \"시작\", en = \"Start\" }\nlines = [6, 6]",
        "what = { ko = \"시작\", en = \"Start\" }\nlines = [99, 99]",
        1,
    );
    let found: Vec<String> = report_of(&longer, "").mismatches.iter().map(ToString::to_string).collect();
    assert!(found.contains(&wrong.to_owned()), "{found:?}");
    let wrong = "a.txt:14: left_out: the document has no lines 14 to 15";
    assert_eq!(after("lines = [14, 14]", "lines = [14, 15]"), [wrong]);
}

#[test]
fn from_the_document_to_the_dataset() {
    let left = CITY.replacen("[[left_out]]\nlines = [14, 14]\nreason = \"end\"\n", "", 1);
    let report = report_of(&left, "");
    assert!(!report.is_clean());
    assert!(report.to_string().contains("a.txt:14: cited by no item and not left out: 끝"), "{report}");
    let quantity = CITY.replacen("value = 30_000", "value = 15", 1);
    let report = report_of(&quantity, "");
    assert!(report.to_string().contains("numbers held by no statement: 1"), "{report}");
    assert!(format!("{report:#}").contains("a.txt:9: 3만 | - 나무 3만 그루"), "{report:#}");
}

#[test]
fn figures_without_a_document() {
    let budgets = r#"
[[budgets]]
city = "a"
fiscal_year = 2022
stage = "initial"
measure = "total"
account = "total"
fields = []
label = { ko = "총계", en = "Total" }
krw = 1_371_300_000_000
as_printed = "1조 3712억 원"
documents = ["a-plan"]
"#;
    let report = report_of(CITY, budgets);
    let messages: Vec<String> = report.mismatches.iter().map(ToString::to_string).collect();
    assert_eq!(messages, ["a-plan:0: a 2022 총계: “1조 3712억 원” does not make 1371300000000"]);
}

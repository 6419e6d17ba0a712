//! Values: of another type, empty, with marks or numbers that do not belong there.

use super::common::sentences;
use super::{ITEM, problems, replaced, says};
use city_compare::dataset::seeds;
use city_compare::text::Lang;

#[test]
fn a_value_of_another_type() {
    let budget = "cities[0].budgets[0]";
    let cases: &[(&str, &str, &str, String, &str)] = &[
        (
            "gaon",
            "section = \"전략\"",
            "section = 7",
            "cities[0].plan.items[0].source.section".into(),
            "found 7, expected a text in quotation marks",
        ),
        (
            "gaon",
            "stated_count = 1",
            "stated_count = -1",
            "cities[0].plan.structure[0].stated_count".into(),
            "found -1, expected a whole number from 0",
        ),
        ("gaon", "lines = 100", "lines = 0", "documents[1].lines".into(), "found 0, expected a whole number from 1"),
        (
            "gaon",
            "line = 5\n",
            "line = 0 # x\n",
            "documents[1].corrections[0].line".into(),
            "found 0, expected a whole number from 1",
        ),
        (
            "gaon",
            "lines = [30, 31]\nitems",
            "lines = [0, 31]\nitems",
            "documents[1].discrepancies[0].lines[0]".into(),
            "found 0, expected a whole number from 1",
        ),
        (
            "gaon",
            "ordinal = 3",
            "ordinal = 0",
            "cities[0].plan.items[3].ordinal".into(),
            "found 0, expected a whole number from 1",
        ),
        (
            "gaon",
            "ordinal = 3",
            "ordinal = 99999999999999999999",
            "cities[0].plan.items[3].ordinal".into(),
            "found 1e20, expected a whole number from 1",
        ),
        (
            "gaon",
            "value = 3,",
            "value = \"3\",",
            format!("{ITEM}.quantities[0].value"),
            "found “3”, expected a number (not inf or nan)",
        ),
        (
            "gaon",
            "value = 3,",
            "value = nan,",
            format!("{ITEM}.quantities[0].value"),
            "found NaN, expected a number (not inf or nan)",
        ),
        (
            "gaon",
            "value = 3,",
            "value = -inf,",
            format!("{ITEM}.quantities[0].value"),
            "found -inf, expected a number (not inf or nan)",
        ),
        (
            "gaon",
            "krw = 31_700_000",
            "krw = -31_700_000",
            format!("{ITEM}.budget.amounts[0].krw"),
            "found -31700000, expected an amount in whole won, not below 0",
        ),
        (
            "gaon",
            "krw = 31_700_000",
            "krw = 31_700_000.5",
            format!("{ITEM}.budget.amounts[0].krw"),
            "found 31700000.5, expected an amount in whole won, not below 0",
        ),
        (
            "gaon",
            "krw = 31_700_000",
            "krw = \"3170만\"",
            format!("{ITEM}.budget.amounts[0].krw"),
            "found “3170만”, expected an amount in whole won, not below 0",
        ),
        (
            "budgets",
            "krw = 400_000_000_000",
            "krw = -1",
            "cities[0].budgets[1].krw".into(),
            "found -1, expected an amount in whole won, not below 0",
        ),
        (
            "budgets",
            "fiscal_year = 2025\nstage = \"proposed\"\nmeasure = \"total\"",
            "fiscal_year = 25 # x\nstage = \"proposed\"\nmeasure = \"total\"",
            format!("{budget}.fiscal_year"),
            "found 25, expected a fiscal year from 1900 to 2200",
        ),
        (
            "documents",
            "published = \"2024-11-20\"",
            "published = \"2024. 11. 20.\"",
            "documents[0].published".into(),
            "found “2024. 11. 20.”, expected a date such as 2021-04-30, 2021-04 or 2021",
        ),
        (
            "documents",
            "published = \"2024-11-20\"",
            "published = \"2023-02-29\"",
            "documents[0].published".into(),
            "found “2023-02-29”, expected a date such as 2021-04-30, 2021-04 or 2021",
        ),
        (
            "gaon",
            "items = [\"gaon-1\"]",
            "items = \"gaon-1\"",
            "cities[0].plan.figures[0].items".into(),
            "found “gaon-1”, expected a list […]",
        ),
        (
            "gaon",
            "period = { ko = \"2024~2025\", en = \"2024–2025\", lines = [21, 21] }",
            "period = \"2024~2025\"",
            format!("{ITEM}.period"),
            "found “2024~2025”, expected a group of entries {…}",
        ),
        (
            "gaon",
            "lines = [60, 60]",
            "lines = 60",
            "cities[0].plan.figures[0].lines".into(),
            "found 60, expected [first line, last line]",
        ),
        (
            "gaon",
            "lines = [60, 60]",
            "lines = [60, 61, 62]",
            "cities[0].plan.figures[0].lines".into(),
            "found […], expected [first line, last line]",
        ),
        (
            "gaon",
            "en = \"First\" }, 0]",
            "en = \"First\" }, \"0\"]",
            "cities[0].plan.tables[0].rows[0][1]".into(),
            "found “0”, expected a number, {ko, en} or {status: not_stated}",
        ),
        (
            "budgets",
            "complete = false",
            "complete = 0",
            "cities[0].field_splits[0].complete".into(),
            "found 0, expected true or false",
        ),
        (
            "fields",
            "code = \"080\"",
            "code = \"80\"",
            "fields[1].code".into(),
            "found “80”, expected a text of three digits such as 080",
        ),
        ("narae", "sha256 = \"fedcba", "sha256 = \"FEDCBA", "documents[2].sha256".into(), "found “FEDCBA"),
        (
            "glossary",
            "ko = [\"국비\"]",
            "ko = [3]",
            "glossary[0].match.ko[0]".into(),
            "found 3, expected a text in quotation marks",
        ),
        (
            "gaon",
            "lines = [80, 100]",
            "lines = [80]",
            "left_out[0].lines".into(),
            "found […], expected [first line, last line]",
        ),
        (
            "dataset",
            "cities = [\"gaon\", \"narae\"]",
            "cities = [\"gaon\", \"narae\", 3]",
            "cities[2]".into(),
            "found 3, expected a text in quotation marks",
        ),
    ];
    for (file, from, to, path, english) in cases.iter().filter(|case| case.0 != "fields" && case.0 != "narae") {
        let at = to.lines().next().unwrap();
        says(file, from, to, at, path, &format!("{english}. Correct the value."));
    }
    // Each of these breaks a value that others refer to, or is too long to write out.
    for (file, from, to, path, english) in cases.iter().filter(|case| case.0 == "fields" || case.0 == "narae") {
        let found = sentences(&problems(&replaced(file, from, to)), Lang::En);
        assert!(found[0].contains(&format!(": {path}: {english}")), "{found:#?}");
    }
}

#[test]
fn a_word_that_is_none_of_the_fixed_ones() {
    says(
        "narae",
        "kind = \"metropolitan_city\"",
        "kind = \"town\"",
        "town",
        "cities[1].kind",
        "found “town”, expected one of: city, metropolitan_city. Write one of these words.",
    );
    says(
        "gaon",
        "basis = \"body\"",
        "basis = 3",
        "basis = 3",
        "cities[0].plan.items[1].budget.amounts[1].basis",
        "found 3, expected one of: header, body. Write one of these words.",
    );
    says(
        "gaon",
        "status = \"not_stated\"",
        "status = \"empty\"",
        "\"empty\"",
        "cities[0].plan.tables[0].rows[1][1].status",
        "found “empty”, expected one of: not_stated. Write one of these words.",
    );
}

#[test]
fn an_empty_text() {
    let english = "the text is empty. Write it, or remove the key if nothing is stated.";
    says("gaon", "en = \"More care\"", "en = \" \"", "en = \" \"", "cities[0].plan.items[1].title.en", english);
    says(
        "gaon",
        "printed = \"비에산\"",
        "printed = \"\"",
        "printed = \"\"",
        "documents[1].corrections[0].printed",
        english,
    );
    says("gaon", "reason = \"footer\"", "reason = \"\"", "reason = \"\"", "left_out[0].reason", english);
    says("glossary", "ko = [\"국비\"]", "ko = [\"\"]", "ko = [\"\"]", "glossary[0].match.ko[0]", english);
}

#[test]
fn an_empty_list() {
    let english = "the list is empty. Add at least one entry.";
    let documents = "as_printed = \"4000억 원\"\ndocuments = [\"src-gaon-2024\"]";
    says(
        "budgets",
        documents,
        "as_printed = \"4000억 원\"\ndocuments = []",
        "documents = []",
        "cities[0].budgets[1].documents",
        english,
    );
    says("dataset", "cities = [\"gaon\", \"narae\"]", "cities = []", "cities = []", "cities", english);
}

#[test]
fn a_text_with_marks_that_the_dataset_unifies() {
    let path = "cities[1].plan.items[0].title.ko";
    for (found, instead) in [
        ("나래\u{a0}도시", "나래 도시"),
        ("나래ㆍ도시", "나래·도시"),
        ("나래・도시", "나래·도시"),
        ("2024〜2025", "2024~2025"),
        ("나래\u{200b}도시", "나래도시"),
        ("\u{1102}\u{1161}래", "나래"),
        ("‘나래’와 '\"새\" \"꿈\"'", "‘나래’와 '“새” “꿈”'"),
    ] {
        let toml = format!("\"{}\"", found.replace('"', "\\\""));
        says(
            "narae",
            "\"날아오르는 나래\"",
            &toml,
            &toml,
            path,
            &format!(
                "found “{found}”, expected the unified spelling “{instead}” (Unicode NFC, one middle dot, curly quotes). Write it so."
            ),
        );
    }
}

#[test]
fn a_telephone_number() {
    for (text, found) in [
        ("문의 061-123-4567", "061-123-4567"),
        ("문의 02-1234-5678.", "02-1234-5678"),
        ("문의 061)123-4567", "061)123-4567"),
        ("문의 (061) 123-4567", "061) 123-4567"),
        ("문의 010.1234.5678", "010.1234.5678"),
        ("문의 +82-61-123-4567", "61-123-4567"),
        ("문의 +82 10-1234-5678", "10-1234-5678"),
    ] {
        says(
            "gaon",
            "ko = \"돌봄을 늘린다.\"",
            &format!("ko = \"{text}\""),
            text,
            "cities[0].plan.items[1].summary.ko",
            &format!("found the telephone number {found}. Remove it: officials are not named or called here."),
        );
    }
    // A telephone number is not kept because it is printed.
    says(
        "gaon",
        "read_as = \"비예산\"",
        "read_as = \"061-123-4567\"",
        "061-123",
        "documents[1].corrections[0].read_as",
        "found the telephone number 061-123-4567. Remove it: officials are not named or called here.",
    );
}

#[test]
fn numbers_that_are_no_telephone_numbers() {
    for text in ["2021-04-30", "0.5 123 4567", "1,234-567-8901", "2021-2022-2023", "080 100 2024", "제12-345-6789호"]
    {
        let texts = replaced("gaon", "ko = \"돌봄을 늘린다.\"", &format!("ko = \"{text}\""));
        let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
        assert!(seeds::from_texts(&texts).is_ok(), "{text}");
    }
}

#[test]
fn an_id_of_another_form() {
    says(
        "gaon",
        "id = \"gaon-f1\"",
        "id = \"figure-1\"",
        "figure-1",
        "cities[0].plan.figures[0].id",
        "found the id “figure-1”, expected lower case letters, digits and hyphens, beginning with “gaon”. Rename it.",
    );
    says(
        "glossary",
        "id = \"national-funds\"",
        "id = \"National_funds\"",
        "National_funds",
        "glossary[0].id",
        "found the id “National_funds”, expected lower case letters, digits and hyphens. Rename it.",
    );
}

#[test]
fn an_address_that_is_none_of_the_web() {
    for url in ["javascript:alert(1)", "ftp://example.org", "example.org", "https://", "//example.org"] {
        says(
            "documents",
            "https://example.org/gaon",
            url,
            "url =",
            "documents[0].url",
            &format!("found “{url}”, expected an address that begins with http:// or https://. Correct or remove it."),
        );
    }
}

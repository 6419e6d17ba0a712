//! What a mistake in the seeds says: file, line, path, what was found, what was expected, what to do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod common;

use city_compare::dataset::{Problem, seeds};
use city_compare::model::{Budget, Cell, Lines};
use city_compare::text::Lang;
use common::{FILES, assert_speaks, sentences};

/// The fixture with one text of a file replaced, which must occur there exactly once.
fn replaced(file: &str, from: &str, to: &str) -> Vec<(&'static str, String)> {
    let mut texts: Vec<(&str, String)> = FILES.iter().map(|(name, text)| (*name, (*text).to_owned())).collect();
    let (_, text) = texts.iter_mut().find(|(name, _)| *name == file).expect("the file is in the fixture");
    assert_eq!(text.matches(from).count(), 1, "{file}: “{from}” must occur once");
    *text = text.replace(from, to);
    texts
}

fn problems(texts: &[(&'static str, String)]) -> Vec<Problem> {
    let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    seeds::from_texts(&texts).expect_err("the seeds are broken")
}

/// The line of a file on which a text stands, counted from 1.
fn line(texts: &[(&'static str, String)], file: &str, marker: &str) -> usize {
    let (_, text) = texts.iter().find(|(name, _)| *name == file).expect("the file is in the fixture");
    let at = text.find(marker).unwrap_or_else(|| panic!("{file}: no “{marker}”"));
    text[..at].matches('\n').count() + 1
}

/// Breaks one thing and expects exactly one problem: at the first line that holds `at`, at that path, in those words.
#[track_caller]
fn says(file: &str, from: &str, to: &str, at: &str, path: &str, english: &str) {
    let texts = replaced(file, from, to);
    let problems = problems(&texts);
    let line = line(&texts, file, at);
    let gap = if path.is_empty() { "" } else { ": " };
    let place = format!("seeds/{file}.toml:{line}{gap}{path}");
    assert_eq!(sentences(&problems, Lang::En), [format!("{place}: {english}")]);
    assert_speaks(&problems[0]);
    assert!(problems[0].sentence(Lang::Ko).starts_with(&format!("{place}: ")), "{}", problems[0].sentence(Lang::Ko));
}

const ITEM: &str = "cities[0].plan.items[1]";

#[test]
fn the_fixture_is_valid_and_complete() {
    let texts: Vec<(&str, &str)> = FILES.to_vec();
    let seeds = seeds::from_texts(&texts).unwrap_or_else(|p| panic!("{:#?}", sentences(&p, Lang::En)));
    assert_eq!(seeds.dataset.cities.len(), 2);
    assert_eq!(seeds.dataset.documents.len(), 3);
    assert_eq!(seeds.left_out.len(), 1);
    assert_eq!((seeds.left_out[0].document.as_str(), seeds.left_out[0].lines), ("gaon-plan", Lines(80, 100)));
    assert_eq!(seeds.left_out[0].reason, "footer");
    let gaon = seeds.dataset.city("gaon").unwrap();
    assert!(matches!(gaon.plan.item("gaon-1-1").unwrap().budget, Budget::Stated { .. }));
    assert_eq!(gaon.plan.tables[0].rows[1][1], Cell::NotStated);
    assert_eq!(gaon.budgets.len(), 2);
    assert_eq!(seeds.dataset.city("narae").unwrap().budgets.len(), 0);
}

#[test]
fn a_text_that_is_no_toml() {
    says(
        "gaon",
        "kind = \"plan\"",
        "kind = ",
        "kind = \n",
        "",
        "the text cannot be read: string values must be quoted, expected literal string. Correct it there.",
    );
    says(
        "narae",
        "lines = 30",
        "lines = 30\nlines = 31",
        "lines = 31",
        "",
        "the text cannot be read: duplicate key. Correct it there.",
    );
}

#[test]
fn a_missing_key() {
    says(
        "gaon",
        "level = \"strategy\"\nlabel = { ko = \"전략 1\"",
        "label = { ko = \"전략 1\"",
        "[[items]]",
        "cities[0].plan.items[0]",
        "“level” is missing. Add it.",
    );
    says(
        "gaon",
        "{ ko = \"함께 사는 도시\", en = \"A city to share\" }",
        "{ ko = \"함께 사는 도시\" }",
        "함께 사는 도시",
        "cities[0].plan.items[0].title",
        "“en” is missing. Add it.",
    );
}

#[test]
fn seeds_judge_every_item() {
    says(
        "gaon",
        "id = \"gaon-1\"\nrole = \"frame\"",
        "id = \"gaon-1\"",
        "[[items]]",
        "items[0]",
        "“role” is missing. Add it.",
    );
}

#[test]
fn what_an_amount_covers_fits_its_year() {
    says(
        "gaon",
        "{ year = 2025, kind = \"annual\", krw = 0",
        "{ kind = \"annual\", krw = 0",
        "kind = \"annual\", krw = 0",
        &format!("{ITEM}.budget.amounts[1].kind"),
        "the amount is of one year, but names none. Add the year, or write “undated” if the document has none.",
    );
    says(
        "gaon",
        "{ year = 2025, kind = \"annual\", krw = 0",
        "{ year = 2025, kind = \"undated\", krw = 0",
        "kind = \"undated\", krw = 0",
        &format!("{ITEM}.budget.amounts[1].kind"),
        "the amount is “undated”, but has a year. Remove the year, or write “annual”.",
    );
}

#[test]
fn a_key_that_the_format_does_not_know() {
    says(
        "gaon",
        "title_origin = \"ours\"",
        "title_origin = \"ours\"\ntitel = \"x\"",
        "titel",
        "cities[0].plan.items[2].titel",
        "“titel” is not known here. Known are: id, parent, level, role, staff_only, label, ordinal, title, title_origin, summary, note, fields, departments, partners, period, schedule, budget, indicators, quantities, legal_basis, source. Correct the name or remove it.",
    );
    says(
        "fields",
        "[[fields]]\ncode = \"010\"",
        "name = \"x\"\n[[fields]]\ncode = \"010\"",
        "name = \"x\"",
        "name",
        "“name” is not known here. Known are: fields. Correct the name or remove it.",
    );
    says(
        "documents",
        "[[documents]]",
        "files = 1\n[[documents]]",
        "files",
        "files",
        "“files” is not known here. Known are: documents. Correct the name or remove it.",
    );
    says(
        "gaon",
        "reason = \"footer\"",
        "reason = \"footer\"\nwhy = \"x\"",
        "why = \"x\"",
        "left_out[0].why",
        "“why” is not known here. Known are: lines, reason. Correct the name or remove it.",
    );
    says(
        "gaon",
        "{ status = \"not_stated\" }",
        "{ status = \"not_stated\", why = \"x\" }",
        "why",
        "cities[0].plan.tables[0].rows[1][1].why",
        "“why” is not known here. Known are: status. Correct the name or remove it.",
    );
}

#[test]
fn a_key_that_stands_twice() {
    // In a file of its own and in dataset.toml.
    says(
        "dataset",
        "version = \"0.0.1\"",
        "version = \"0.0.1\"\nglossary = []",
        "glossary",
        "glossary",
        "“glossary” stands here more than once. Keep one of them.",
    );
}

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
fn a_table_where_a_list_belongs_is_not_dropped() {
    // [items] for [[items]]: a single pair of brackets makes a table of the list.
    for (file, from, to, marker, path) in [
        ("narae", "[[items]]", "[items]", "[items]", "cities[1].plan.items"),
        ("glossary", "[[glossary]]", "[glossary]", "[glossary]", "glossary"),
        ("gaon", "[[left_out]]", "[left_out]", "[left_out]", "left_out"),
        ("gaon", "[[corrections]]", "[corrections]", "[corrections]", "documents[1].corrections"),
        ("documents", "[[documents]]", "[documents]", "[documents]", "documents"),
    ] {
        let texts = replaced(file, from, to);
        let first = sentences(&problems(&texts), Lang::En).remove(0);
        let line = line(&texts, file, marker);
        assert_eq!(
            first,
            format!("seeds/{file}.toml:{line}: {path}: found {{…}}, expected a list […]. Correct the value.")
        );
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
fn an_id_that_is_used_twice() {
    says(
        "gaon",
        "id = \"gaon-t1\"",
        "id = \"gaon-f1\" # table",
        "# table",
        "cities[0].plan.tables[0].id",
        &format!(
            "the id “gaon-f1” is already used at seeds/gaon.toml:{}. Give it another one.",
            line(&replaced("gaon", "gaon-f1", "gaon-f1"), "gaon", "gaon-f1")
        ),
    );
    says(
        "fields",
        "name = { ko = \"사회복지\"",
        "name = { ko = \"다른 것\", en = \"Other\" }\n[[fields]]\ncode = \"080\" # again\nname = { ko = \"사회복지\"",
        "# again",
        "fields[2].code",
        "the id “080” is already used at seeds/fields.toml:6. Give it another one.",
    );
    says(
        "dataset",
        "cities = [\"gaon\", \"narae\"]",
        "cities = [\"gaon\", \"narae\",\n \"gaon\"]",
        " \"gaon\"]",
        "cities[2]",
        "the id “gaon” is already used at seeds/dataset.toml:4. Give it another one.",
    );
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
fn a_reference_to_nothing() {
    says(
        "gaon",
        "id = \"gaon-1-3\"\nrole = \"plan\"\nparent = \"gaon-1\"",
        "id = \"gaon-1-3\"\nrole = \"plan\"\nparent = \"gaon-9\"",
        "gaon-9",
        "cities[0].plan.items[3].parent",
        "there is no item of this plan with the id “gaon-9”. Correct the id or add it.",
    );
    // An item of another city's plan cannot be a parent: no tree would show the child.
    says(
        "gaon",
        "id = \"gaon-1-3\"\nrole = \"plan\"\nparent = \"gaon-1\"",
        "id = \"gaon-1-3\"\nrole = \"plan\"\nparent = \"narae-v\"",
        "narae-v",
        "cities[0].plan.items[3].parent",
        "there is no item of this plan with the id “narae-v”. Correct the id or add it.",
    );
    says(
        "gaon",
        "items = [\"gaon-1\"]",
        "items = [\"gaon-1\", \"gaon-9\"]",
        "gaon-9",
        "cities[0].plan.figures[0].items[1]",
        "there is no item with the id “gaon-9”. Correct the id or add it.",
    );
    says(
        "budgets",
        "value = \"1조 2000억 원\", documents = [\"src-gaon-2024\"]",
        "value = \"1조 2000억 원\", documents = [\"src-x\"]",
        "src-x",
        "cities[0].conflicts[0].stated[0].documents[0]",
        "there is no document with the id “src-x”. Correct the id or add it.",
    );
    says(
        "narae",
        "code = \"010\"",
        "code = \"020\"",
        "020",
        "cities[1].plan.items[0].fields[0].code",
        "there is no functional field with the id “020”. Correct the id or add it.",
    );
    says(
        "budgets",
        "city = \"narae\"\nas_of",
        "city = \"nowhere\"\nas_of",
        "nowhere",
        "population[1].city",
        "there is no city with the id “nowhere”. Correct the id or add it.",
    );
    says("budgets", "city = \"narae\"\nnote", "note", "[[not_found]]", "not_found[0]", "“city” is missing. Add it.");
    says(
        "gaon",
        "kind = \"plan\"",
        "kind = \"plan\"\ncity = \"nowhere\"",
        "nowhere",
        "documents[1].city",
        "there is no city with the id “nowhere”. Correct the id or add it.",
    );
}

#[test]
fn an_item_that_is_its_own_ancestor() {
    says(
        "narae",
        "level = \"vision\"",
        "level = \"vision\"\nparent = \"narae-v\"",
        "parent",
        "cities[1].plan.items[0].parent",
        "the item “narae-v” is its own ancestor. Correct its parent.",
    );
    let two = replaced("gaon", "id = \"gaon-1\"\n", "id = \"gaon-1\"\nparent = \"gaon-1-1\"\n");
    let found = sentences(&problems(&two), Lang::En);
    assert_eq!(found.len(), 2, "each member of the circle is named: {found:#?}");
}

#[test]
fn a_range_of_lines_that_is_none() {
    let path = "cities[0].plan.figures[0].lines";
    let expected = "expected a range that begins at 1 or later and does not end before it begins. Correct the range.";
    says(
        "gaon",
        "lines = [60, 60]",
        "lines = [60, 59]",
        "[60, 59]",
        path,
        &format!("found the lines 60 to 59, {expected}"),
    );
    says(
        "gaon",
        "lines = [60, 60]",
        "lines = [0, 60]",
        "[0, 60]",
        path,
        &format!("found the lines 0 to 60, {expected}"),
    );
    says(
        "gaon",
        "lines = [80, 100]",
        "lines = [80, 7]",
        "[80, 7]",
        "left_out[0].lines",
        &format!("found the lines 80 to 7, {expected}"),
    );
}

#[test]
fn a_line_beyond_the_end_of_the_document_wherever_lines_are_cited() {
    let cases: &[(&str, &str, &str)] = &[
        ("lines = [10, 12], also", "lines = [10, 101], also", "cities[0].plan.items[0].source.lines"),
        ("also = [[3, 3]]", "also = [[3, 101]]", "cities[0].plan.items[0].source.also[0]"),
        ("lines = [21, 21]", "lines = [21, 101]", "cities[0].plan.items[1].period.lines"),
        ("lines = [22, 22]", "lines = [22, 101]", "cities[0].plan.items[1].schedule[0].lines"),
        ("lines = [24, 24]", "lines = [24, 101]", "cities[0].plan.items[1].legal_basis[0].lines"),
        ("lines = [25, 25]", "lines = [25, 101]", "cities[0].plan.items[1].quantities[0].lines"),
        ("lines = [26, 27]", "lines = [26, 101]", "cities[0].plan.items[1].indicators[0].lines"),
        ("lines = [31, 31]", "lines = [31, 101]", "cities[0].plan.items[1].budget.amounts[1].lines"),
        ("lines = [32, 32]", "lines = [32, 101]", "cities[0].plan.items[1].budget.funding[0].lines"),
        ("lines = [60, 60]", "lines = [60, 101]", "cities[0].plan.figures[0].lines"),
        ("lines = [70, 72]", "lines = [70, 101]", "cities[0].plan.tables[0].lines"),
        ("line = 5\n", "line = 101\n", "documents[1].corrections[0].line"),
        ("lines = [30, 31]\nitems", "lines = [30, 101]\nitems", "documents[1].discrepancies[0].lines[1]"),
        ("line = 30 }", "line = 101 }", "documents[1].discrepancies[0].stated[0].line"),
    ];
    for (from, to, path) in cases {
        says(
            "gaon",
            from,
            to,
            "101",
            path,
            "line 101 is cited, but the document has 100 lines. Correct the line, or the document’s number of lines.",
        );
    }
}

#[test]
fn a_row_with_too_many_or_too_few_cells() {
    for (to, cells) in [("en = \"First\" }]", 1), ("en = \"First\" }, 0, 0]", 3)] {
        says(
            "gaon",
            "en = \"First\" }, 0]",
            to,
            "첫째 동",
            "cities[0].plan.tables[0].rows[0]",
            &format!(
                "the number of cells in the row is {cells}, expected 2, one for each column. Add or remove cells."
            ),
        );
    }
}

#[test]
fn a_budget_whose_measure_account_and_fields_do_not_fit() {
    says(
        "budgets",
        "account = \"total\"",
        "account = \"general\" # x",
        "[[budgets]]",
        "cities[0].budgets[0]",
        "measure “total”, account “general” and 0 fields do not fit together. A total has the account total, an account its own, and only a field names fields. Correct the one that is wrong.",
    );
    says(
        "budgets",
        "fields = []",
        "fields = [\"010\"]",
        "[[budgets]]",
        "cities[0].budgets[0]",
        "measure “total”, account “total” and 1 fields do not fit together. A total has the account total, an account its own, and only a field names fields. Correct the one that is wrong.",
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

#[test]
fn a_stated_budget_without_an_amount() {
    let english = "the budget is stated, but has no amount. Add the amounts, or leave the budget out (not stated).";
    let path = "cities[0].plan.items[2].budget.status";
    for budget in ["{ status = \"stated\" }", "{ status = \"stated\", amounts = [] }"] {
        says("gaon", "{ status = \"non_budget\" }", budget, budget, path, english);
    }
}

#[test]
fn amounts_of_a_budget_that_is_not_stated_are_not_dropped() {
    for status in ["non_budget", "not_stated"] {
        says(
            "gaon",
            "status = \"stated\"",
            &format!("status = \"{status}\" # x"),
            "# x",
            "cities[0].plan.items[1].budget.status",
            &format!("the budget is “{status}”, but has amounts or funding. Write “stated”, or remove them."),
        );
    }
}

#[test]
fn an_item_without_a_field() {
    says(
        "narae",
        "fields = [{ code = \"010\", confidence = \"sure\" }]",
        "fields = []",
        "[[items]]",
        "cities[1].plan.items[0]",
        "the item belongs to no functional field. Add at least one.",
    );
}

#[test]
fn a_dataset_of_another_format() {
    says(
        "dataset",
        "city-compare/1",
        "city-compare/2",
        "city-compare/2",
        "schema",
        "found “city-compare/2”, expected “city-compare/1”. The data are of another format; use the matching version of city-compare.",
    );
}

#[test]
fn a_file_that_is_not_there() {
    let folder = std::env::temp_dir().join(format!("city-compare-seeds-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (name, text) in FILES.iter().filter(|(name, _)| *name != "narae") {
        std::fs::write(folder.join(format!("{name}.toml")), text).unwrap();
    }
    let problems = seeds::load(&folder).unwrap_err();
    std::fs::write(folder.join("narae.toml"), FILES[6].1).unwrap();
    let complete = seeds::load(&folder);
    std::fs::remove_dir_all(&folder).unwrap();
    let found = sentences(&problems, Lang::En);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with("seeds/narae.toml: the file cannot be opened: "), "{found:#?}");
    assert!(found[0].ends_with(". Add it, or correct its name in “cities” of dataset.toml."), "{found:#?}");
    assert_speaks(&problems[0]);
    assert!(complete.is_ok());
}

#[test]
fn what_a_whole_part_lacks_is_said_at_its_own_file() {
    let found = sentences(&problems(&replaced("fields", FILES[1].1, "# nothing")), Lang::En);
    assert_eq!(found[0], "seeds/fields.toml:1: “fields” is missing. Add it.");
    let found = sentences(&problems(&replaced("narae", "[city]", "[town]")), Lang::En);
    assert!(!found.is_empty() && found.iter().all(|sentence| sentence.starts_with("seeds/narae.toml:")), "{found:#?}");
    let found = sentences(&problems(&replaced("dataset", "cities = [\"gaon\", \"narae\"]", "")), Lang::En);
    assert_eq!(found[0], "seeds/dataset.toml:1: “cities” is missing. Add it.");
}

#[test]
fn six_mistakes_are_six_problems() {
    let mut texts: Vec<(&'static str, String)> = FILES.iter().map(|(name, text)| (*name, (*text).to_owned())).collect();
    for (file, from, to) in [
        ("gaon", "level = \"strategy\"\nlabel", "level = \"plan\"\nlabel"),
        ("gaon", "krw = 31_700_000", "krw = -1"),
        ("gaon", "lines = [60, 60]", "lines = [60, 59]"),
        ("narae", "en = \"Narae takes off\"", "en = \"\""),
        ("budgets", "krw = 400_000_000_000", "krw = 0.5"),
        ("fields", "en = \"Social welfare\"", "english = \"Social welfare\", en = \"Social welfare\""),
    ] {
        let (_, text) = texts.iter_mut().find(|(name, _)| *name == file).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{from}");
        *text = text.replace(from, to);
    }
    let problems = problems(&texts);
    assert_eq!(problems.len(), 6, "{:#?}", sentences(&problems, Lang::En));
    problems.iter().for_each(assert_speaks);
    let files: std::collections::BTreeSet<&str> =
        problems.iter().filter_map(|problem| problem.file.as_deref()).collect();
    assert_eq!(files.len(), 4);
}

#[test]
fn every_broken_file_is_read_to_its_end() {
    let mut texts: Vec<(&'static str, String)> = FILES.iter().map(|(name, text)| (*name, (*text).to_owned())).collect();
    for (_, text) in &mut texts {
        text.push_str("\n= 3\n");
    }
    let problems = problems(&texts);
    let files: std::collections::BTreeSet<&str> =
        problems.iter().filter_map(|problem| problem.file.as_deref()).collect();
    assert_eq!(files.len(), FILES.len(), "{:#?}", sentences(&problems, Lang::En));
}

#[test]
fn toml_nested_too_deeply_is_a_problem() {
    let deep = format!("x = {}{}", "[".repeat(10_000), "]".repeat(10_000));
    let found = problems(&replaced("narae", "[city]\n", &format!("{deep}\n[city]\n")));
    assert_eq!(found[0].file.as_deref(), Some("seeds/narae.toml"));
    assert_eq!(found[0].line, Some(1));
    assert_speaks(&found[0]);
}

//! Files, keys and tables: what is missing, unknown or twice.

use super::common::{FILES, assert_speaks, sentences};
use super::{line, problems, replaced, says};
use city_compare::dataset::seeds;
use city_compare::model::{Budget, Cell, Lines};
use city_compare::text::Lang;

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

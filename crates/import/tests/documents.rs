//! What docs/own-data.md lists is what the code recognises.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use city_compare_dataset::Lang;
use city_compare_import::layout::{LAYOUTS, RESIDENTS};
use city_compare_import::plan::Form;
use std::path::Path;

/// The table of the template's columns, as the documents hold it.
fn columns(lang: Lang) -> String {
    let form = Form::new(lang);
    let row = |column: city_compare_import::plan::Column| {
        format!("| {} | {} | {} |\n", column.name(Lang::Ko), column.name(Lang::En), column.guide(lang))
    };
    form.columns().into_iter().map(row).collect()
}

/// `UPDATE_DOCS=1` writes the tables anew.
#[test]
fn every_layout_and_every_column_is_in_the_documents() {
    for (name, lang) in [("own-data.md", Lang::En), ("own-data.ko.md", Lang::Ko)] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(name);
        let mut text = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
        if std::env::var_os("UPDATE_DOCS").is_some() {
            let head = text.rfind("| --- | --- | --- |\n").unwrap() + "| --- | --- | --- |\n".len();
            let end = head + text[head..].find("\n\n").unwrap() + 1;
            text.replace_range(head..end, &columns(lang));
            std::fs::write(&path, &text).unwrap();
        }
        assert!(text.contains(&columns(lang)), "{name}: UPDATE_DOCS=1 writes the table of columns");
        assert!(text.contains(&format!("| {RESIDENTS} |")), "{name}: {RESIDENTS}");
        let listed =
            text.lines().filter(|line| LAYOUTS.iter().any(|layout| line.starts_with(&format!("| {} |", layout.name))));
        assert_eq!(listed.count(), LAYOUTS.len(), "{name}");
        for layout in LAYOUTS {
            let line = text.lines().find(|line| line.starts_with(&format!("| {} |", layout.name))).unwrap();
            for column in layout.by.iter().copied().flatten() {
                assert!(line.contains(column), "{name}: {} is told by {column}", layout.name);
            }
        }
    }
}

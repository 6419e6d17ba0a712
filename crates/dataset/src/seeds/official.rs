//! `seeds/official`: the official figures of the cities.

use super::tables::{Columns, read as table};
use super::{parse, problem};
use crate::problem::{Fault, Problem};
use crate::tree::{Node, Value};
use std::path::Path;

/// The tables, each with its name in the dataset.
const TABLES: [(&str, &str, Columns); 5] = [
    ("totals", "official/totals.tsv", Columns { numbers: &["fiscal_year", "krw"], lists: &[] }),
    ("field_amounts", "official/fields.tsv", Columns { numbers: &["fiscal_year", "krw"], lists: &[] }),
    (
        "indicators",
        "official/indicators.tsv",
        Columns {
            numbers: &[
                "fiscal_year",
                "value",
                "numerator",
                "denominator",
                "peers.count",
                "peers.min",
                "peers.median",
                "peers.max",
                "peers.rank",
            ],
            lists: &[],
        },
    ),
    ("residents", "official/residents.tsv", Columns { numbers: &["persons"], lists: &["codes"] }),
    (
        "prices",
        "official/prices.tsv",
        Columns { numbers: &["year", "index", "first_published", "change_percent"], lists: &[] },
    ),
];

/// The official figures of seeds, if they have any.
pub(super) fn read(folder: &Path, problems: &mut Vec<Problem>) -> Option<Node> {
    if !folder.join("official").is_dir() {
        return None;
    }
    let mut root = Node { value: Value::Table(Vec::new()), origin: Some(("seeds/official".into(), 1)) };
    for name in ["sources", "places"] {
        let file = format!("official/{name}.toml");
        match std::fs::read_to_string(folder.join(&file)) {
            Ok(text) => {
                let mut node = parse(&file, &text, problems);
                node.hand_over(name, &mut root);
                problems.extend(super::unread(&node, name));
            }
            Err(error) => problems.push(problem(&file, Fault::NoFile { message: error.to_string() })),
        }
    }
    for (name, file, columns) in TABLES {
        let rows = table(folder, file, &columns, problems);
        root.set(name, rows);
    }
    Some(root)
}

//! Draws items at random, the same at every draw, and writes what a reader needs to judge them: nothing of what was judged.

use city_compare::embedded;
use city_compare::model::{City, Item};
use sha2::{Digest, Sha256};
use std::path::Path;

/// What is judged: each has a draw of its own.
pub const LISTS: [&str; 2] = ["roles", "fields"];

/// The ids of the drawn items, in the order of the dataset. Random by the SHA-256 of list and id, so that an item that is
/// added later moves no more than one of them.
pub fn ids(list: &str) -> Vec<&'static str> {
    let all = || embedded::dataset().cities.iter().flat_map(|city| &city.plan.items);
    let lot = |item: &Item| Sha256::digest(format!("second reader of {list}: {}", item.id));
    let mut lots: Vec<_> = all().map(lot).collect();
    lots.sort_unstable();
    lots.truncate(super::DRAWN);
    all().filter(|item| lots.binary_search(&lot(item)).is_ok()).map(|item| item.id.as_str()).collect()
}

/// The list as tab-separated values, with the text of the cited lines if the documents are there.
pub fn blank(list: &str, documents: Option<&Path>) -> String {
    let mut table = "id\tunder\ttitle\ttitle_en\tsummary\tsection\tlines\ttext\n".to_owned();
    for id in ids(list) {
        let (city, item) = embedded::dataset().item(id).expect("a drawn item");
        let ranges: Vec<String> =
            item.source.ranges().map(|lines| format!("{}-{}", lines.from(), lines.to())).collect();
        let summary = item.summary.as_ref().map_or("", |summary| summary.ko.as_str());
        let cells = [
            id.to_owned(),
            headings(city, item).join(" > "),
            item.title.ko.clone(),
            item.title.en.clone(),
            summary.to_owned(),
            item.source.section.clone(),
            ranges.join("; "),
            documents.map(|folder| cited(folder, item)).unwrap_or_default(),
        ];
        let cells = cells.map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "));
        table.push_str(&cells.join("\t"));
        table.push('\n');
    }
    table
}

/// Titles of what stands above an item, the highest first.
fn headings(city: &City, item: &Item) -> Vec<String> {
    let mut found = Vec::new();
    let mut parent = item.parent.as_deref();
    while let Some(above) = parent.and_then(|id| city.plan.item(id)) {
        found.insert(0, above.title.ko.clone());
        parent = above.parent.as_deref();
    }
    found
}

fn cited(folder: &Path, item: &Item) -> String {
    let file = embedded::dataset().document(&item.source.document).and_then(|document| document.file.clone());
    let text = std::fs::read_to_string(folder.join(file.expect("a plan's document is a file"))).expect("the document");
    let lines: Vec<&str> = text.lines().collect();
    let line = |n: u32| {
        let text = lines.get(n as usize - 1).map(|line| line.trim()).filter(|line| !line.is_empty())?;
        Some(format!("{n}: {text}"))
    };
    let cited = item.source.ranges().flat_map(|range| range.from()..=range.to()).filter_map(line);
    cited.collect::<Vec<_>>().join(" / ")
}

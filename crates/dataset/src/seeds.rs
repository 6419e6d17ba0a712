//! The curated seeds: TOML files that people edit, put together into one dataset.
//!
//! Only the build script, the verifier and the tests read seeds. A mistake in them is reported with file and line.

pub mod country;
mod notation;
mod official;
#[cfg(feature = "report")]
pub mod report;
mod tables;

use crate::model::{Dataset, Lines};
use crate::problem::{Fault, Kind, Problem, Target};
use crate::tree::{Node, Value};
use notation::parse;
use std::collections::BTreeMap;
use std::path::Path;

/// The files beside the cities' own.
const SHARED_FILES: [&str; 6] = ["dataset", "fields", "documents", "budgets", "glossary", "topics"];

/// Kinds of entries that `budgets.toml` holds for all cities, each marked with its city.
const BY_CITY: [&str; 5] = ["population", "budgets", "conflicts", "field_splits", "not_found"];

/// A dataset with what only the verifier needs to know.
#[derive(Debug)]
pub struct Seeds {
    /// The dataset.
    pub dataset: Dataset,
    /// Lines of the documents that carry no statement of their own.
    pub left_out: Vec<LeftOut>,
}

/// Lines of a document that are left out deliberately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Id of the document.
    pub document: String,
    /// The lines.
    pub lines: Lines,
    /// Why they carry no statement.
    pub reason: String,
}

/// Reads the seeds in a folder.
///
/// # Errors
/// Every problem of all files at once, each with file and line.
pub fn load(folder: &Path) -> Result<Seeds, Vec<Problem>> {
    let mut files = BTreeMap::new();
    let mut problems = Vec::new();
    let mut names: Vec<String> = SHARED_FILES.iter().map(ToString::to_string).collect();
    let mut next = 0;
    while let Some(name) = names.get(next).cloned() {
        next += 1;
        let file = format!("{name}.toml");
        let text = std::fs::read_to_string(folder.join(&file)).unwrap_or_else(|error| {
            problems.push(problem(&file, Fault::NoFile { message: error.to_string() }));
            String::new()
        });
        let node = parse(&file, &text, &mut problems);
        if name == "dataset" {
            names.extend(city_names(&node));
        }
        files.insert(name, node);
    }
    files.extend(official::read(folder, &mut problems).map(|node| ("official".to_owned(), node)));
    if problems.is_empty() { assemble(files) } else { Err(problems) }
}

/// Reads seeds that are given as texts by file name, for tests of what their mistakes say.
///
/// # Errors
/// As [`load`].
pub fn from_texts(texts: &[(&str, &str)]) -> Result<Seeds, Vec<Problem>> {
    let mut problems = Vec::new();
    let files = texts
        .iter()
        .map(|(name, text)| ((*name).to_owned(), parse(&format!("{name}.toml"), text, &mut problems)))
        .collect();
    if problems.is_empty() { assemble(files) } else { Err(problems) }
}

fn problem(file: &str, fault: Fault) -> Problem {
    Problem { file: Some(format!("seeds/{file}")), line: None, path: String::new(), fault }
}

fn city_names(dataset: &Node) -> Vec<String> {
    let Some(Node { value: Value::List(cities), .. }) = dataset.get("cities") else { return Vec::new() };
    let name = |node: &Node| match &node.value {
        Value::Text(name) => Some(name.clone()),
        _ => None,
    };
    let mut names = Vec::new();
    for name in cities.iter().filter_map(name) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn assemble(mut files: BTreeMap<String, Node>) -> Result<Seeds, Vec<Problem>> {
    let official = files.remove("official");
    let mut take = |name: &str| {
        let origin = Some((format!("seeds/{name}.toml").into(), 1));
        files.remove(name).unwrap_or(Node { value: Value::Table(Vec::new()), origin })
    };
    let mut root = take("dataset");
    let mut problems = city_list_problems(&root);
    let cities_known = problems.is_empty();
    let names = city_names(&root);
    root.take("cities");
    let mut budgets = take("budgets");
    let mut document_file = take("documents");
    let mut documents = document_file.take_list("documents", &mut problems);
    let mut cities = Vec::new();
    let mut left_out = Vec::new();
    let mut shared: Vec<(&str, Vec<Node>)> = BY_CITY.map(|kind| (kind, budgets.take_list(kind, &mut problems))).into();
    if cities_known {
        problems.extend(strangers(&names, &shared));
    }
    for name in &names {
        let (city, document) = assemble_city(name, take(name), &mut shared, &mut left_out, &mut problems);
        cities.push(city);
        documents.push(document);
    }
    let mut fields = take("fields");
    let mut glossary = take("glossary");
    let mut topics = take("topics");
    if fields.get("fields").is_none() {
        problems.push(fields.problem("", Fault::Missing { key: "fields".to_owned() }));
        root.set("fields", Value::List(Vec::new()).into());
    }
    fields.hand_over("fields", &mut root);
    glossary.hand_over("glossary", &mut root);
    topics.hand_over("topics", &mut root);
    root.set("documents", Value::List(documents).into());
    root.set("cities", Value::List(cities).into());
    if let Some(official) = official {
        root.set("official", official);
    }
    // A shared file that still holds something holds a key that nothing reads.
    problems.extend(unread(&budgets, &BY_CITY.join(", ")));
    for (rest, known) in [(document_file, "documents"), (fields, "fields"), (glossary, "glossary"), (topics, "topics")]
    {
        problems.extend(unread(&rest, known));
    }
    match crate::from_tree(&root) {
        Ok(dataset) if problems.is_empty() => Ok(Seeds { dataset, left_out }),
        Ok(_) => Err(problems),
        Err(more) => {
            // A list of cities that is absent or broken has been complained about where it is written.
            problems.extend(more.into_iter().filter(|problem| cities_known || problem.path != "cities"));
            Err(problems)
        }
    }
}

/// What is wrong with the list of cities in `dataset.toml`.
fn city_list_problems(dataset: &Node) -> Vec<Problem> {
    let Some(node) = dataset.get("cities") else {
        return vec![dataset.problem("", Fault::Missing { key: "cities".to_owned() })];
    };
    let Value::List(cities) = &node.value else {
        return vec![node.problem("cities", Fault::WrongType { found: node.describe(), expected: Kind::List })];
    };
    if cities.is_empty() {
        return vec![node.problem("cities", Fault::EmptyList)];
    }
    let mut problems = Vec::new();
    for (i, city) in cities.iter().enumerate() {
        let Value::Text(name) = &city.value else {
            let fault = Fault::WrongType { found: city.describe(), expected: Kind::Text };
            problems.push(city.problem(&format!("cities[{i}]"), fault));
            continue;
        };
        let same = |earlier: &&Node| matches!(&earlier.value, Value::Text(other) if other == name);
        if let Some(first) = cities.iter().take(i).find(same) {
            let (file, line) = first.place("");
            let first = format!("{}:{}", file.unwrap_or_default(), line.unwrap_or_default());
            problems.push(city.problem(&format!("cities[{i}]"), Fault::DuplicateId { id: name.clone(), first }));
        }
    }
    problems
}

/// Entries of `budgets.toml` whose city has no file.
fn strangers(names: &[String], shared: &[(&str, Vec<Node>)]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (kind, entries) in shared {
        for (i, entry) in entries.iter().enumerate() {
            let at = format!("{kind}[{i}]");
            let city = entry.get("city");
            problems.extend(match city.map(|node| (node, &node.value)) {
                Some((_, Value::Text(name))) if names.contains(name) => None,
                Some((node, Value::Text(name))) => {
                    let fault = Fault::UnknownReference { id: name.clone(), target: Target::City };
                    Some(node.problem(&format!("{at}.city"), fault))
                }
                Some((node, _)) => {
                    let fault = Fault::WrongType { found: node.describe(), expected: Kind::Text };
                    Some(node.problem(&format!("{at}.city"), fault))
                }
                None => Some(entry.problem(&at, Fault::Missing { key: "city".to_owned() })),
            });
        }
    }
    problems
}

fn unread(rest: &Node, known: &str) -> Vec<Problem> {
    let Value::Table(entries) = &rest.value else { return Vec::new() };
    let complain = |(key, node): &(String, Node)| {
        let (file, line) = node.place("");
        let fault = Fault::UnknownKey { key: key.clone(), known: known.to_owned() };
        Problem { file, line, path: key.clone(), fault }
    };
    entries.iter().map(complain).collect()
}

/// Elsewhere a role may be left out; in the seeds somebody has read each item and judged.
fn without_role(item: &Node, i: usize) -> Option<Problem> {
    let is_table = matches!(item.value, Value::Table(_));
    let missing = || item.problem(&format!("items[{i}]"), Fault::Missing { key: "role".to_owned() });
    (is_table && item.get("role").is_none()).then(missing)
}

/// A city's file in the shape of the dataset: its city and its document.
fn assemble_city(
    name: &str,
    mut file: Node,
    shared: &mut [(&str, Vec<Node>)],
    left_out: &mut Vec<LeftOut>,
    problems: &mut Vec<Problem>,
) -> (Node, Node) {
    let mut city = file.take("city").unwrap_or_else(|| file.empty_table());
    let mut document = file.take("document").unwrap_or_else(|| file.empty_table());
    let mut plan = file.take("plan").unwrap_or_else(|| file.empty_table());
    let id = document.text("id").unwrap_or_default();
    document.set_if_absent("city", name);
    for key in ["corrections", "discrepancies"] {
        file.hand_over(key, &mut document);
    }
    plan.set_if_absent("document", &id);
    if let Some(Node { value: Value::List(items), .. }) = file.get_mut("items") {
        problems.extend(items.iter().enumerate().filter_map(|(i, item)| without_role(item, i)));
        for source in items.iter_mut().filter_map(|item| item.get_mut("source")) {
            source.set_if_absent("document", &id);
        }
    }
    for key in ["items", "figures", "tables", "not_stated"] {
        file.hand_over(key, &mut plan);
    }
    for (i, entry) in file.take_list("left_out", problems).iter().enumerate() {
        match crate::left_out(entry, format!("left_out[{i}]")) {
            Ok((lines, reason)) => left_out.push(LeftOut { document: id.clone(), lines, reason }),
            Err(more) => problems.extend(more),
        }
    }
    city.set("plan", plan);
    for (kind, entries) in shared {
        let (own, others) =
            std::mem::take(entries).into_iter().partition(|entry: &Node| entry.text("city").as_deref() == Some(name));
        *entries = others;
        let mut own: Vec<Node> = own;
        for entry in &mut own {
            entry.take("city");
        }
        if !own.is_empty() {
            city.set(kind, Value::List(own).into());
        }
    }
    // Whatever is left in the file is a key that the format does not know: the reader complains about it.
    if let Value::Table(rest) = file.value {
        for (key, node) in rest {
            city.set(&key, node);
        }
    }
    (city, document)
}

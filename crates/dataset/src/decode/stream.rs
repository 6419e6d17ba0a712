//! A dataset from the text of JSON, city by city: a country's dataset is large, and its tree several times as large as its
//! text. The tree of one document or one city is there at a time.

use super::{Lists, city, dataset, document::document};
use crate::gone::Gone;
use crate::model::Dataset;
use crate::problem::Problem;
use crate::reader::{Log, Reader};
use crate::tree::{Node, NodeVisitor, Value};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// The dataset of a text, and what could not be read of it; an error for a text that is no JSON.
pub(crate) fn from_text(json: &str, gone: &Gone) -> Result<(Dataset, Vec<Problem>), serde_json::Error> {
    let mut text = serde_json::Deserializer::from_str(json);
    let mut lists = Lists::default();
    let root = Part::Root(&mut lists, gone).deserialize(&mut text)?;
    text.end()?;
    Ok(dataset(&root, lists, gone))
}

/// A part of the text that is read while it comes. Whatever it is instead becomes a node, about which the reader complains.
enum Part<'a> {
    /// The outermost table. What stays of its two long lists is an empty place for each entry.
    Root(&'a mut Lists, &'a Gone),
    /// A list whose entries are read and let go one by one.
    Each { key: &'static str, read: &'a mut dyn FnMut(&Node, String), gone: &'a Gone },
}

impl<'de> DeserializeSeed<'de> for Part<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, text: D) -> Result<Node, D::Error> {
        text.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Part<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        NodeVisitor.expecting(f)
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        NodeVisitor.visit_unit()
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        NodeVisitor.visit_bool(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        NodeVisitor.visit_i64(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        NodeVisitor.visit_u64(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node, E> {
        NodeVisitor.visit_f64(value)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node, E> {
        NodeVisitor.visit_str(text)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let Self::Each { key, read, gone } = self else { return NodeVisitor.visit_seq(list) };
        let mut places = Vec::new();
        while let Some(node) = list.next_element::<Node>()? {
            if !gone.holds(key, places.len()) {
                read(&node, format!("{key}[{}]", places.len()));
            }
            places.push(Node::default());
        }
        Ok(Value::List(places).into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut table: A) -> Result<Node, A::Error> {
        let Self::Root(Lists { documents, cities }, gone) = self else { return NodeVisitor.visit_map(table) };
        let mut entries: Vec<(String, Node)> = Vec::new();
        while let Some(key) = table.next_key::<String>()? {
            // Of a key that stands twice, the first is read; the reader complains about the other.
            let node = match key.as_str() {
                "documents" if documents.is_none() => {
                    let (values, problems) = documents.insert(Default::default());
                    let mut read = |node: &Node, path| values.extend(entry(node, path, (problems, gone), document));
                    table.next_value_seed(Part::Each { key: "documents", read: &mut read, gone })?
                }
                "cities" if cities.is_none() => {
                    let (values, problems) = cities.insert(Default::default());
                    let mut read = |node: &Node, path| values.extend(entry(node, path, (problems, gone), city));
                    table.next_value_seed(Part::Each { key: "cities", read: &mut read, gone })?
                }
                _ => table.next_value()?,
            };
            entries.push((key, node));
        }
        Ok(Value::Table(entries).into())
    }
}

/// Reads an entry of a list, and adds what could not be read of it.
fn entry<T>(
    node: &Node,
    path: String,
    (problems, gone): (&mut Vec<Problem>, &Gone),
    read: impl FnOnce(&mut Reader<'_>) -> Option<T>,
) -> Option<T> {
    let log = Log::after(std::mem::take(problems), gone);
    let mut reader = Reader::new(node, path, &log);
    let value = read(&mut reader);
    reader.finish();
    *problems = log.into_problems();
    value
}

#[cfg(test)]
mod tests {
    use super::{Gone, from_text};

    fn paths(json: &str) -> Vec<String> {
        let (_, problems) = from_text(json, &Gone::default()).expect("it is JSON");
        problems.into_iter().map(|problem| problem.path).collect()
    }

    #[test]
    fn a_problem_of_an_entry_is_told_at_its_place_in_the_list() {
        let told = paths(r#"{"schema": "city-compare/1", "cities": [{"id": "a"}, 7], "documents": [{}, {"line": 1}]}"#);
        for place in ["cities[0]", "cities[1]", "documents[0]", "documents[1].line"] {
            assert!(told.iter().any(|path| path == place), "{place}: {told:?}");
        }
    }

    #[test]
    fn a_list_that_is_none_and_one_that_stands_twice_are_told() {
        assert!(paths(r#"{"cities": 3}"#).contains(&"cities".to_owned()));
        assert!(paths(r#"{"documents": {"a": 1}}"#).contains(&"documents".to_owned()));
        assert!(paths(r#"{"documents": [], "documents": []}"#).contains(&"documents".to_owned()));
        assert!(paths("[]").contains(&String::new()));
    }

    #[test]
    fn what_follows_the_dataset_is_no_json() {
        assert!(from_text("{} {}", &Gone::default()).is_err());
        assert!(from_text(r#"{"cities": [1"#, &Gone::default()).is_err());
    }
}

//! A dataset from the text of JSON, city by city: a country's dataset is large, and its tree several times as large as its
//! text. The tree of one document or one city is there at a time.

use super::{Lists, city, dataset, document::document};
use crate::dataset::problem::Problem;
use crate::dataset::reader::Reader;
use crate::dataset::tree::{Node, NodeVisitor, Value};
use crate::model::Dataset;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use std::cell::RefCell;
use std::fmt;

/// The dataset of a text, and what could not be read of it; an error for a text that is no JSON.
pub(in crate::dataset) fn from_text(json: &str) -> Result<(Dataset, Vec<Problem>), serde_json::Error> {
    let mut text = serde_json::Deserializer::from_str(json);
    let mut lists = Lists::default();
    let root = Root(&mut lists).deserialize(&mut text)?;
    text.end()?;
    Ok(dataset(&root, lists))
}

/// The outermost table. What stays of its two long lists is an empty place for each entry.
struct Root<'a>(&'a mut Lists);

impl<'de> DeserializeSeed<'de> for Root<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, text: D) -> Result<Node, D::Error> {
        text.deserialize_any(self)
    }
}

/// Anything but what the visitor is for becomes a node, about which the reader complains.
macro_rules! others_become_nodes {
    ($($visit:ident($($value:ident: $type:ty)?)),+) => {
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a JSON value")
        }
        $(fn $visit<E: serde::de::Error>(self $(, $value: $type)?) -> Result<Node, E> {
            NodeVisitor.$visit($($value)?)
        })+
    };
}

impl<'de> Visitor<'de> for Root<'_> {
    type Value = Node;

    others_become_nodes! {
        visit_unit(), visit_bool(value: bool), visit_i64(value: i64), visit_u64(value: u64), visit_f64(value: f64), visit_str(value: &str)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Node, A::Error> {
        NodeVisitor.visit_seq(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut table: A) -> Result<Node, A::Error> {
        let Lists { documents, cities } = self.0;
        let mut entries: Vec<(String, Node)> = Vec::new();
        while let Some(key) = table.next_key::<String>()? {
            // Of a key that stands twice, the first is read; the reader complains about the other.
            let node = match key.as_str() {
                "documents" if documents.is_none() => {
                    let (values, problems) = documents.insert(Default::default());
                    let mut read = |node: &Node, path| values.extend(entry(node, path, problems, document));
                    table.next_value_seed(Each { key: "documents", read: &mut read })?
                }
                "cities" if cities.is_none() => {
                    let (values, problems) = cities.insert(Default::default());
                    let mut read = |node: &Node, path| values.extend(entry(node, path, problems, city));
                    table.next_value_seed(Each { key: "cities", read: &mut read })?
                }
                _ => table.next_value()?,
            };
            entries.push((key, node));
        }
        Ok(Value::Table(entries).into())
    }
}

fn entry<T>(
    node: &Node,
    path: String,
    problems: &mut Vec<Problem>,
    read: impl FnOnce(&mut Reader<'_>) -> Option<T>,
) -> Option<T> {
    let found = RefCell::new(std::mem::take(problems));
    let mut reader = Reader::new(node, path, &found);
    let value = read(&mut reader);
    reader.finish();
    *problems = found.into_inner();
    value
}

/// A list whose entries are read and let go one by one.
struct Each<'a> {
    key: &'static str,
    read: &'a mut dyn FnMut(&Node, String),
}

impl<'de> DeserializeSeed<'de> for Each<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, text: D) -> Result<Node, D::Error> {
        text.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Each<'_> {
    type Value = Node;

    others_become_nodes! {
        visit_unit(), visit_bool(value: bool), visit_i64(value: i64), visit_u64(value: u64), visit_f64(value: f64), visit_str(value: &str)
    }

    fn visit_map<A: MapAccess<'de>>(self, table: A) -> Result<Node, A::Error> {
        NodeVisitor.visit_map(table)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let mut places = Vec::new();
        while let Some(node) = list.next_element::<Node>()? {
            (self.read)(&node, format!("{}[{}]", self.key, places.len()));
            places.push(Node::default());
        }
        Ok(Value::List(places).into())
    }
}

#[cfg(test)]
mod tests {
    use super::from_text;

    fn paths(json: &str) -> Vec<String> {
        let (_, problems) = from_text(json).expect("it is JSON");
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
        assert!(from_text("{} {}").is_err());
        assert!(from_text(r#"{"cities": [1"#).is_err());
    }
}

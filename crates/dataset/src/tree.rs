//! One tree for both notations, so that JSON and TOML are read, checked and complained about by the same code.

use crate::model::Number;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::rc::Rc;

/// A value and where it stands.
#[derive(Debug, Clone, Default)]
pub(crate) struct Node {
    pub(crate) value: Value,
    /// File and line, where the notation knows them.
    pub(crate) origin: Option<(Rc<str>, u32)>,
}

#[derive(Debug, Clone, Default)]
pub(crate) enum Value {
    #[default]
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(String),
    List(Vec<Node>),
    Table(Vec<(String, Node)>),
}

impl From<Value> for Node {
    fn from(value: Value) -> Self {
        Self { value, origin: None }
    }
}

impl Node {
    /// The entry of a table.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        match &self.value {
            Value::Table(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, node)| node),
            _ => None,
        }
    }

    /// File and line of the value at a path such as `cities[0].plan.title`, or of what encloses it most closely.
    pub(crate) fn place(&self, path: &str) -> (Option<String>, Option<u32>) {
        let mut node = self;
        let mut origin = node.origin.as_ref();
        for step in path.split(['.', '[']).filter(|step| !step.is_empty()) {
            let next = match (&node.value, step.strip_suffix(']')) {
                (Value::List(list), Some(index)) => index.parse().ok().and_then(|index: usize| list.get(index)),
                (Value::Table(_), _) => node.get(step),
                _ => None,
            };
            let Some(next) = next else { break };
            node = next;
            origin = node.origin.as_ref().or(origin);
        }
        (origin.map(|(file, _)| file.to_string()), origin.map(|(_, line)| *line))
    }

    /// What the value is, for a message in any language: `“…”`, `3`, `[…]`.
    pub(crate) fn describe(&self) -> String {
        const SHOWN: usize = 60;
        match &self.value {
            Value::Null => "null".to_owned(),
            Value::Bool(value) => value.to_string(),
            Value::Int(value) => value.to_string(),
            // `{:?}` tells 3.0 from 3 and does not write out 300 zeros.
            Value::Float(value) => format!("{value:?}"),
            Value::Text(text) if text.chars().count() > SHOWN => {
                format!("“{}…”", text.chars().take(SHOWN).collect::<String>())
            }
            Value::Text(text) => format!("“{text}”"),
            Value::List(list) if list.is_empty() => "[]".to_owned(),
            Value::List(_) => "[…]".to_owned(),
            Value::Table(entries) if entries.is_empty() => "{}".to_owned(),
            Value::Table(_) => "{…}".to_owned(),
        }
    }
}

/// Reads JSON and keeps keys that stand twice, which `serde_json::Value` would drop without a word.
impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

/// Makes a node of any value.
pub(super) struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Value::Null.into())
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Value::Bool(value).into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Value::Int(value).into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        #[expect(clippy::cast_precision_loss, reason = "beyond i64, it is refused or shown, never reckoned with")]
        let far = value as f64;
        Ok(i64::try_from(value).map_or(Value::Float(far), Value::Int).into())
    }

    /// In JSON, 3.0 and 3 are the same number.
    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Number::new(value).and_then(Number::whole).map_or(Value::Float(value), Value::Int).into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Value::Text(text.to_owned()).into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = list.next_element()? {
            nodes.push(node);
        }
        Ok(Value::List(nodes).into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut table: A) -> Result<Node, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = table.next_entry()? {
            entries.push(entry);
        }
        Ok(Value::Table(entries).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(json: &str) -> Node {
        serde_json::from_str(json).unwrap_or_default()
    }

    #[test]
    fn a_value_is_shown_short_and_told_apart() {
        assert_eq!(node("3").describe(), "3");
        assert_eq!(Node::from(Value::Float(3.0)).describe(), "3.0");
        assert_eq!(node("1e300").describe(), "1e300");
        assert_eq!(node("[]").describe(), "[]");
        assert_eq!(node("[1]").describe(), "[…]");
        assert_eq!(node("{}").describe(), "{}");
        let long = "가".repeat(61);
        assert_eq!(node(&format!("\"{long}\"")).describe(), format!("“{}…”", "가".repeat(60)));
    }

    #[test]
    fn a_whole_number_of_json_is_whole_however_it_is_written() {
        assert!(matches!(node("5.0").value, Value::Int(5)));
        assert!(matches!(node("-0.0").value, Value::Int(0)));
        assert!(matches!(node("5e3").value, Value::Int(5000)));
        assert!(matches!(node("0.5").value, Value::Float(_)));
        // Beyond 2^53, a float does not know its last digits.
        assert!(matches!(node("1e17").value, Value::Float(_)));
    }

    #[test]
    fn a_place_is_that_of_the_value_or_of_what_encloses_it_most_closely() {
        let at = |value: Value, line: u32| Node { value, origin: Some(("a.toml".into(), line)) };
        let inner = at(Value::List(vec![at(Value::Int(1), 3), Value::Int(2).into()]), 2);
        let root = at(Value::Table(vec![("list".to_owned(), inner)]), 1);
        let line = |path: &str| root.place(path).1;
        assert_eq!(line("list[0]"), Some(3));
        assert_eq!(line("list[1]"), Some(2));
        assert_eq!(line("list[9].x"), Some(2));
        assert_eq!(line("nothing"), Some(1));
        assert_eq!(line(""), Some(1));
    }
}

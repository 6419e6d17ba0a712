//! One tree for both notations, so that JSON and TOML are read, checked and complained about by the same code.

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
    pub(crate) fn from_json(json: &serde_json::Value) -> Self {
        use serde_json::Value as Json;
        match json {
            Json::Null => Value::Null,
            Json::Bool(value) => Value::Bool(*value),
            Json::Number(number) => {
                number.as_i64().map_or_else(|| Value::Float(number.as_f64().unwrap_or(f64::NAN)), Value::Int)
            }
            Json::String(text) => Value::Text(text.clone()),
            Json::Array(list) => Value::List(list.iter().map(Self::from_json).collect()),
            Json::Object(table) => {
                Value::Table(table.iter().map(|(key, value)| (key.clone(), Self::from_json(value))).collect())
            }
        }
        .into()
    }

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

    /// What the value is, for a message: `the text “…”`, `the number 3`.
    pub(crate) fn describe(&self) -> String {
        const SHOWN: usize = 60;
        match &self.value {
            Value::Null => "null".to_owned(),
            Value::Bool(value) => value.to_string(),
            Value::Int(value) => value.to_string(),
            Value::Float(value) => value.to_string(),
            Value::Text(text) if text.chars().count() > SHOWN => {
                format!("“{}…”", text.chars().take(SHOWN).collect::<String>())
            }
            Value::Text(text) => format!("“{text}”"),
            Value::List(list) => format!("[…] ({})", list.len()),
            Value::Table(_) => "{…}".to_owned(),
        }
    }
}

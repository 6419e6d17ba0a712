//! Any of the forms in which the tables come, as rows under names of columns.

use quick_xml::events::Event;
use serde_json::Value;
use std::collections::BTreeMap;

/// A table.
pub enum Sheet {
    /// Rows of cells, each row with its line or its number. The first rows may be titles and a header of two rows.
    Cells(Vec<(u64, Vec<String>)>),
    /// Rows with a name for each cell, as the open API answers.
    Named {
        /// The rows.
        rows: Vec<BTreeMap<String, String>>,
        /// How many the service says it has: more, if the answer is one page of several.
        announced: Option<usize>,
    },
    /// The service has no data for what was asked: an answer, not a broken file.
    NoData(String),
}

impl Sheet {
    /// Reads bytes in whichever form they are.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let text = decode(bytes)?;
        match text.trim_start().chars().next() {
            None => Err("it is empty".to_owned()),
            Some('{' | '[') => json(&text),
            Some('<') => xml(&text),
            Some(_) => cells(&text),
        }
    }

    /// The names of the columns, for a message.
    pub fn header(&self) -> Vec<String> {
        match self {
            Self::Cells(rows) => rows.first().map(|(_, cells)| cells.clone()).unwrap_or_default(),
            Self::Named { rows, .. } => rows.first().map(|row| row.keys().cloned().collect()).unwrap_or_default(),
            Self::NoData(_) => Vec::new(),
        }
    }
}

/// UTF-8 with or without a byte order mark, or else CP949, which `EUC-KR` is a name of on the web.
fn decode(bytes: &[u8]) -> Result<String, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let (text, _, broken) = encoding_rs::EUC_KR.decode(bytes);
    if broken { Err("it is neither UTF-8 nor CP949".to_owned()) } else { Ok(text.into_owned()) }
}

fn cells(text: &str) -> Result<Sheet, String> {
    let first = text.lines().next().unwrap_or_default();
    let delimiter = if first.contains('\t') { b'\t' } else { b',' };
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let rows = reader.records().map(|record| {
        let record = record.map_err(|error| error.to_string())?;
        let line = record.position().map_or(0, csv::Position::line);
        Ok((line, record.iter().map(|cell| cell.trim().to_owned()).collect()))
    });
    rows.collect::<Result<_, String>>().map(Sheet::Cells)
}

/// The open API's envelope, or a plain list of rows.
fn json(text: &str) -> Result<Sheet, String> {
    let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let mut envelope = Envelope::default();
    envelope.walk(&value);
    envelope.finish()
}

/// What an answer of the open API holds.
#[derive(Default)]
struct Envelope {
    rows: Vec<BTreeMap<String, String>>,
    answer: Option<(String, String)>,
    announced: Option<usize>,
}

impl Envelope {
    /// Collects the rows and the service's answer, wherever in the envelope they are.
    fn walk(&mut self, value: &Value) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| self.walk(value)),
            Value::Object(entries) => {
                let text = |value: &Value| match value {
                    Value::String(text) => Some(text.clone()),
                    Value::Number(number) => Some(number.to_string()),
                    _ => None,
                };
                if let Some(count) = entries.get("list_total_count").and_then(text) {
                    self.announced = count.parse().ok();
                } else if let Some(code) = entries.get("CODE").and_then(text) {
                    self.answer = Some((code, entries.get("MESSAGE").and_then(text).unwrap_or_default()));
                } else if entries.len() > 1 && entries.values().all(|value| value.is_null() || text(value).is_some()) {
                    self.rows
                        .push(entries.iter().filter_map(|(key, value)| Some((key.clone(), text(value)?))).collect());
                } else {
                    entries.values().for_each(|value| self.walk(value));
                }
            }
            _ => {}
        }
    }

    /// The rows; or what the service answered in their place.
    fn finish(self) -> Result<Sheet, String> {
        match self.answer {
            Some((code, message)) if self.rows.is_empty() && code == "INFO-200" => Ok(Sheet::NoData(message)),
            Some((code, message)) if self.rows.is_empty() => Err(format!("the service answered {code} ({message})")),
            _ if self.rows.is_empty() => Err("it holds no rows".to_owned()),
            _ => Ok(Sheet::Named { rows: self.rows, announced: self.announced }),
        }
    }
}

fn xml(text: &str) -> Result<Sheet, String> {
    let mut reader = quick_xml::Reader::from_str(text);
    let (mut envelope, mut row) = (Envelope::default(), None::<BTreeMap<String, String>>);
    let (mut code, mut message, mut name, mut content) = (None, String::new(), String::new(), String::new());
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Eof => break,
            Event::Start(start) => {
                name = AsRef::<str>::as_ref(&start.name()).to_owned();
                content.clear();
                if name == "row" {
                    row = Some(BTreeMap::new());
                }
            }
            Event::Text(text) => content.push_str(&text),
            Event::CData(text) => content.push_str(&text),
            Event::GeneralRef(name) => {
                let character = name.resolve_char_ref().map_err(|error| error.to_string())?;
                content.extend(character);
                content.push_str(quick_xml::escape::resolve_predefined_entity(&name).unwrap_or_default());
            }
            Event::End(end) => {
                let ended = AsRef::<str>::as_ref(&end.name()).to_owned();
                match (ended.as_str(), &mut row) {
                    ("row", _) => envelope.rows.extend(row.take()),
                    ("list_total_count", None) => envelope.announced = content.trim().parse().ok(),
                    ("CODE", None) => code = Some(content.trim().to_owned()),
                    ("MESSAGE", None) => message = content.trim().to_owned(),
                    (_, Some(row)) if ended == name => {
                        row.insert(ended, content.trim().to_owned());
                    }
                    _ => {}
                }
                content.clear();
            }
            _ => {}
        }
    }
    envelope.answer = code.map(|code| (code, message));
    envelope.finish()
}

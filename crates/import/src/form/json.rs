//! The open API's envelope in JSON, or a plain list of rows.

use super::Contents;
use super::envelope::Envelope;
use crate::table::CellKind;
use serde_json::Value;

pub(super) fn read(file: &str, text: &str) -> Contents {
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => return Contents::Unreadable(error.to_string()),
    };
    if value.get("schema").is_some() && value.get("cities").is_some() {
        return Contents::Dataset(text.to_owned());
    }
    let mut envelope = Envelope::default();
    walk(&value, &mut envelope);
    envelope.finish(file, crate::table::Origin::Json)
}

/// Collects the rows and the service's answer, wherever in the envelope they are.
fn walk(value: &Value, envelope: &mut Envelope) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| walk(value, envelope)),
        Value::Object(entries) => {
            let text = |key: &str| entries.get(key).and_then(cell).map(|(text, _)| text);
            if let Some(count) = text("list_total_count").or_else(|| text("totalCount")) {
                envelope.announced = count.parse().ok();
            }
            if let Some(code) = text("CODE").or_else(|| text("resultCode")) {
                let message = text("MESSAGE").or_else(|| text("resultMsg")).unwrap_or_default();
                envelope.answer = Some((code, message));
                return;
            }
            let flat = entries.values().all(|value| value.is_null() || cell(value).is_some());
            if flat && entries.len() > 1 {
                envelope.row(entries.iter().map(|(key, value)| {
                    let (text, kind) = cell(value).unwrap_or((String::new(), CellKind::Text));
                    (key.as_str(), text, kind)
                }));
            } else {
                entries.values().for_each(|value| walk(value, envelope));
            }
        }
        _ => {}
    }
}

fn cell(value: &Value) -> Option<(String, CellKind)> {
    match value {
        Value::String(text) => Some((text.clone(), CellKind::Text)),
        Value::Number(number) => Some((number.to_string(), CellKind::Number)),
        Value::Bool(yes) => Some((yes.to_string(), CellKind::Text)),
        _ => None,
    }
}

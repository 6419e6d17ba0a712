//! The open API's envelope in XML.

use super::Contents;
use super::envelope::Envelope;
use crate::table::{CellKind, Origin};
use quick_xml::Reader;
use quick_xml::events::Event;

pub(super) fn read(file: &str, text: &str) -> Contents {
    let mut envelope = Envelope::default();
    match rows(text, &mut envelope) {
        Ok(()) => envelope.finish(file, Origin::Xml),
        Err(message) => Contents::Unreadable(message),
    }
}

fn rows(text: &str, envelope: &mut Envelope) -> Result<(), String> {
    let mut reader = Reader::from_str(text);
    let mut row: Option<Vec<(String, String, CellKind)>> = None;
    let (mut code, mut message, mut name, mut content) = (None, String::new(), String::new(), String::new());
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Eof => break,
            Event::Start(start) => {
                name = AsRef::<str>::as_ref(&start.name()).to_owned();
                content.clear();
                if matches!(name.as_str(), "row" | "item") {
                    row = Some(Vec::new());
                }
            }
            Event::Text(text) => content.push_str(&text),
            Event::CData(text) => content.push_str(&text),
            Event::GeneralRef(name) => {
                content.extend(name.resolve_char_ref().map_err(|error| error.to_string())?);
                content.push_str(quick_xml::escape::resolve_predefined_entity(&name).unwrap_or_default());
            }
            Event::End(end) => {
                let ended = AsRef::<str>::as_ref(&end.name()).to_owned();
                match (ended.as_str(), &mut row) {
                    ("row" | "item", _) => row.take().into_iter().for_each(|row| envelope.row(row.into_iter())),
                    ("list_total_count" | "totalCount", None) => envelope.announced = content.trim().parse().ok(),
                    ("CODE" | "resultCode", None) => code = Some(content.trim().to_owned()),
                    ("MESSAGE" | "resultMsg", None) => content.trim().clone_into(&mut message),
                    (_, Some(row)) if ended == name => {
                        row.push((ended, content.trim().to_owned(), CellKind::Text));
                    }
                    _ => {}
                }
                content.clear();
            }
            _ => {}
        }
    }
    envelope.answer = code.map(|code| (code, message));
    Ok(())
}

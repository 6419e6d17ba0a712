//! What a reader keeps to look at side by side: items, cells of the matrix, figures, each with a note, in an order of their own.
//!
//! Pins stand in the address, so a link shows them to others. They are written with letters that no address escapes: pins are parted
//! by `~`, the entries of a pin by `..`, a name from its value by `.`.

mod card;
mod export;

pub use card::{Card, Topics, card};
pub use export::{PIN_COLUMNS, pins_csv, pins_html};

use crate::model::Dataset;
use crate::options::{Lock, State, View};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Longer pins than this, in letters, are too long for an address.
pub const MOST: usize = 1_500;

/// What a value may hold as it is.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b',');

/// The name of the entry that holds a note.
const NOTE: &str = "note";

/// Something that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// What it is.
    pub what: What,
    /// What the reader wrote to it; may be empty.
    pub note: String,
}

/// What can be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// An item, by its id.
    Item(String),
    /// A cell of the matrix: code of the field, id of the city.
    Cell(String, String),
    /// A figure: the entries of the state that shows it.
    Figure(Vec<(String, String)>),
}

impl What {
    /// The figure that a state shows: its view and choices, without what is opened, searched elsewhere, or kept.
    ///
    /// ```
    /// use city_compare_core::{options::{State, View}, pins::What};
    /// use city_compare_embedded as embedded;
    /// let dataset = embedded::dataset();
    /// let state = State { view: View::Budgets, item: Some("yeosu-1-1".into()), ..State::start(dataset) };
    /// let figure = What::figure(dataset, &state);
    /// assert_eq!(figure, What::Figure(vec![("view".into(), "budgets".into())]));
    /// assert_eq!(figure.state(dataset).unwrap(), State { item: None, ..state });
    /// ```
    pub fn figure(dataset: &Dataset, state: &State) -> Self {
        let start = State::start(dataset);
        let query = if state.view == View::Topics { state.query.clone() } else { String::new() };
        let own = State { query, lesson: None, lock: Lock::default(), pins: String::new(), ..state.clone() };
        let state = State { item: None, cell: None, table: false, ..own };
        let fragment = state.fragment(&start, "");
        let entry = |part: &str| {
            let (name, value) = part.trim_start_matches('.').split_once('=')?;
            Some((name.to_owned(), percent_decode_str(value).decode_utf8_lossy().into_owned()))
        };
        let mut entries: Vec<(String, String)> = fragment.split('&').filter_map(entry).collect();
        // The kind of a pin is told by its first entry.
        entries.retain(|(name, _)| name != "view");
        entries.insert(0, ("view".to_owned(), crate::model::Word::word(state.view).to_owned()));
        Self::Figure(entries)
    }

    /// The state that shows it; `None` if the dataset does not hold what it names.
    pub fn state(&self, dataset: &Dataset) -> Option<State> {
        let start = State::start(dataset);
        let all = start.cities.clone();
        match self {
            Self::Item(id) => {
                dataset.item(id).map(|(_, item)| State { view: View::Strategies, item: Some(item.id.clone()), ..start })
            }
            Self::Cell(field, city) => {
                let known = dataset.field(field).is_some() && all.contains(city);
                let cell = Some((field.clone(), city.clone()));
                known.then_some(State { view: View::Strategies, cell, ..start })
            }
            Self::Figure(entries) => {
                let entry =
                    |(name, value): &(String, String)| format!("cc.{name}={}", utf8_percent_encode(value, KEPT));
                let fragment = entries.iter().map(entry).collect::<Vec<_>>().join("&");
                let (state, unread) = State::from_fragment(dataset, &start, "cc", &fragment);
                unread.is_empty().then_some(state)
            }
        }
    }

    fn entries(&self) -> Vec<(&str, &str)> {
        match self {
            Self::Item(id) => vec![("item", id)],
            Self::Cell(field, city) => vec![("field", field), ("city", city)],
            Self::Figure(entries) => entries.iter().map(|(name, value)| (&**name, &**value)).collect(),
        }
    }
}

/// The pins as they stand in a state.
pub fn write(pins: &[Pin]) -> String {
    let pin = |pin: &Pin| {
        let note = Some((NOTE, &*pin.note));
        // An empty value says nothing, and its end could not be told from the next entry.
        let said = |(_, value): &(&str, &str)| !value.is_empty();
        let entry = |(name, value): (&str, &str)| format!("{name}.{}", utf8_percent_encode(value, KEPT));
        pin.what.entries().into_iter().chain(note).filter(said).map(entry).collect::<Vec<_>>().join("..")
    };
    pins.iter().map(pin).collect::<Vec<_>>().join("~")
}

/// The pins of a state, each once. What cannot be read is left out.
///
/// ```
/// use city_compare_core::pins::{Pin, What, read, write};
/// let text = "item.yeosu-1-1..note.%EB%A8%BC%EC%A0%80~field.080..city.gwangyang~view.budgets..figure.fields";
/// let pins = read(text);
/// assert_eq!(pins[0], Pin { what: What::Item("yeosu-1-1".into()), note: "먼저".into() });
/// assert_eq!(pins[1].what, What::Cell("080".into(), "gwangyang".into()));
/// assert_eq!(write(&pins), text);
/// assert!(read("nothing~~x.y").is_empty());
/// ```
pub fn read(text: &str) -> Vec<Pin> {
    let mut pins: Vec<Pin> = Vec::new();
    for pin in text.split('~').filter_map(one) {
        if !pins.iter().any(|other| other.what == pin.what) {
            pins.push(pin);
        }
    }
    pins
}

fn one(text: &str) -> Option<Pin> {
    let entry = |part: &str| {
        let (name, value) = part.split_once('.')?;
        Some((name.to_owned(), percent_decode_str(value).decode_utf8_lossy().into_owned()))
    };
    let mut entries = text.split("..").map(entry).collect::<Option<Vec<_>>>()?;
    entries.retain(|(_, value)| !value.is_empty());
    let note = entries.iter().position(|(name, _)| name == NOTE).map(|at| entries.remove(at).1).unwrap_or_default();
    let of = |wanted: &str| entries.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
    let what = match entries.first()?.0.as_str() {
        "item" => What::Item(of("item")?),
        "field" => What::Cell(of("field")?, of("city")?),
        "view" => What::Figure(entries),
        _ => return None,
    };
    Some(Pin { what, note })
}

/// The pins with something more, or without it if it is there already; `None` if they were too long for an address.
pub fn toggled(text: &str, what: &What) -> Option<String> {
    let mut pins = read(text);
    match pins.iter().position(|pin| pin.what == *what) {
        Some(at) => drop(pins.remove(at)),
        None => pins.push(Pin { what: what.clone(), note: String::new() }),
    }
    fitting(&pins)
}

/// The pins as text, if an address can hold them.
pub fn fitting(pins: &[Pin]) -> Option<String> {
    Some(write(pins)).filter(|text| text.len() <= MOST)
}

#[cfg(test)]
mod tests;

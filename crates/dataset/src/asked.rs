//! What a page asks to be shown: addresses, datasets that it holds, and the one that is compiled in, in any mixture.

use crate::problem::{Fault, Problem};
use serde_json::value::RawValue;

/// The word that means the dataset which is compiled in, where an address may stand.
pub const BUILT_IN: &str = "built-in";

/// One of the datasets that a page asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// The one that is compiled in.
    BuiltIn,
    /// One that is fetched.
    Address(String),
    /// One that the page holds, as JSON text.
    Text(String),
}

impl Asked {
    fn word(word: &str) -> Self {
        if word == BUILT_IN { Self::BuiltIn } else { Self::Address(word.to_owned()) }
    }
}

/// Whether addresses ask for more than the dataset that is compiled in.
///
/// ```
/// use city_compare_dataset::asked::is_own;
/// assert!(is_own("built-in our-city.json") && !is_own(" built-in ") && !is_own(""));
/// ```
pub fn is_own(src: &str) -> bool {
    src.split_whitespace().any(|word| word != BUILT_IN)
}

/// Addresses with spaces between, as the attribute `src` holds them, each once.
///
/// ```
/// use city_compare_dataset::asked::{Asked, addresses};
/// assert_eq!(addresses(" built-in  our.json our.json"), [Asked::BuiltIn, Asked::Address("our.json".into())]);
/// ```
pub fn addresses(src: &str) -> Vec<Asked> {
    let mut all: Vec<Asked> = Vec::new();
    for asked in src.split_whitespace().map(Asked::word) {
        if !all.contains(&asked) {
            all.push(asked);
        }
    }
    all
}

/// What the property `data` holds, as JSON: a dataset, or a list of datasets, addresses and texts.
///
/// # Errors
/// A list that is no JSON.
///
/// ```
/// use city_compare_dataset::asked::{Asked, held};
/// let asked = held(r#"["built-in", "b.json", {"a": 1}, "{\"c\": 2}"]"#).unwrap();
/// assert_eq!(asked[1], Asked::Address("b.json".into()));
/// assert_eq!(asked[2..], [Asked::Text(r#"{"a": 1}"#.into()), Asked::Text(r#"{"c": 2}"#.into())]);
/// assert_eq!(held(r#"{"a": 1}"#).unwrap(), [Asked::Text(r#"{"a": 1}"#.into())]);
/// ```
pub fn held(data: &str) -> Result<Vec<Asked>, Box<Problem>> {
    if !data.trim_start_matches('\u{feff}').trim_start().starts_with('[') {
        return Ok(vec![Asked::Text(data.to_owned())]);
    }
    let entries: Vec<&RawValue> = serde_json::from_str(data.trim_start_matches('\u{feff}')).map_err(|error| {
        Box::new(Problem {
            file: None,
            line: u32::try_from(error.line()).ok(),
            path: String::new(),
            fault: Fault::Syntax { message: error.to_string() },
        })
    })?;
    let asked = |entry: &RawValue| match serde_json::from_str::<String>(entry.get()) {
        Ok(text) if text.trim_start().starts_with('{') => Asked::Text(text),
        Ok(word) => Asked::word(word.trim()),
        Err(_) => Asked::Text(entry.get().to_owned()),
    };
    Ok(entries.into_iter().map(asked).collect())
}

//! The wire format and the model: loading and checking, with every problem at once.

mod check;
mod decode;
pub(crate) mod problem;
mod reader;
#[cfg(feature = "seeds")]
pub mod seeds;
pub(crate) mod tree;

pub use problem::{Fault, Problem};

use crate::model::Dataset;
use tree::Node;

/// Reads a dataset from JSON, as a city brings its own.
///
/// # Errors
/// Every problem of the text at once, each with its path, what was found, what was expected and what to do.
///
/// ```
/// use city_compare::{dataset, text::Lang};
/// let problems = dataset::from_json(r#"{"schema": "city-compare/1"}"#).unwrap_err();
/// assert!(problems.iter().any(|p| p.sentence(Lang::En).contains("cities")));
/// ```
pub fn from_json(json: &str) -> Result<Dataset, Vec<Problem>> {
    let value = serde_json::from_str::<serde_json::Value>(json).map_err(|error| {
        vec![Problem {
            file: None,
            line: u32::try_from(error.line()).ok(),
            path: String::new(),
            fault: Fault::Syntax { message: error.to_string() },
        }]
    })?;
    from_tree(&Node::from_json(&value))
}

/// Reads and checks a tree, whatever it was written in.
pub(crate) fn from_tree(root: &Node) -> Result<Dataset, Vec<Problem>> {
    let (dataset, mut problems) = decode::dataset(root);
    if problems.is_empty() {
        problems = check::check(&dataset);
    }
    if problems.is_empty() {
        return Ok(dataset);
    }
    for problem in &mut problems {
        (problem.file, problem.line) = root.place(&problem.path);
    }
    Err(problems)
}

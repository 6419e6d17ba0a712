//! The wire format and the model: loading and checking, with every problem at once.

mod check;
pub mod country;
mod decode;
pub(crate) mod nfc;
mod official;
pub(crate) mod opening;
pub(crate) mod problem;
mod reader;
mod rule;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "seeds")]
pub mod seeds;
pub(crate) mod tree;

pub use problem::{Fault, Problem};
pub use rule::Rule;

use crate::model::{Dataset, Lines};
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
    // A byte order mark, as some editors write it, is no part of the text.
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let (dataset, problems) = decode::from_text(json).map_err(|error| {
        vec![Problem {
            file: None,
            line: u32::try_from(error.line()).ok(),
            path: String::new(),
            fault: Fault::Syntax { message: error.to_string() },
        }]
    })?;
    // JSON knows no lines of its values: their paths say where they stand.
    checked(dataset, problems)
}

/// The dataset, unless something could not be read or does not fit together.
fn checked(dataset: Dataset, mut problems: Vec<Problem>) -> Result<Dataset, Vec<Problem>> {
    if problems.is_empty() {
        problems = check::check(&dataset);
    }
    if problems.is_empty() { Ok(dataset) } else { Err(problems) }
}

/// Reads one entry of a city's `left_out`: its lines and the reason. Not part of the dataset.
#[cfg_attr(not(feature = "seeds"), allow(dead_code, reason = "only seeds hold such entries"))]
pub(crate) fn left_out(node: &Node, path: String) -> Result<(Lines, String), Vec<Problem>> {
    let (read, mut problems) = decode::left_out(node, path.clone());
    for problem in &mut problems {
        (problem.file, problem.line) = node.place(problem.path.strip_prefix(&path).unwrap_or_default());
    }
    if problems.is_empty() { Ok(read) } else { Err(problems) }
}

/// Reads and checks the tree of the seeds, which knows files and lines.
#[cfg_attr(not(feature = "seeds"), allow(dead_code, reason = "only seeds are a whole tree"))]
pub(crate) fn from_tree(root: &Node) -> Result<Dataset, Vec<Problem>> {
    let (dataset, problems) = decode::dataset(root, decode::Lists::default());
    checked(dataset, problems).map_err(|mut problems| {
        for problem in &mut problems {
            (problem.file, problem.line) = root.place(&problem.path);
            if let Fault::DuplicateId { first, .. } = &mut problem.fault
                && let (Some(file), Some(line)) = root.place(first)
            {
                *first = format!("{file}:{line}");
            }
        }
        problems
    })
}

//! What a dataset is: the model, and reading it with every problem at once. It knows no browser.
//!
//! | module | what it answers |
//! | --- | --- |
//! | [`model`] | what a city, a plan item, an amount *is*; what may be missing, and in which ways |
//! | [`from_json`] | reading a city's own dataset |
//! | `seeds` | reading the TOML that people edit (feature `seeds`) |
//! | `schema` | the JSON Schema (feature `schema`) |

mod check;
mod decode;
mod lang;
pub mod model;
pub mod nfc;
pub mod opening;
pub(crate) mod problem;
mod reader;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "seeds")]
pub mod seeds;
pub mod topics;
pub(crate) mod tree;

pub use lang::Lang;
pub use problem::{Fault, Problem};

use crate::model::{Dataset, Lines};
use topics::Useless;
use tree::Node;

/// Reads a dataset from JSON, as a city brings its own.
///
/// # Errors
/// Every problem of the text at once, each with its path, what was found, what was expected and what to do.
///
/// ```
/// use city_compare_dataset::{self as dataset, Lang};
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
    checked(dataset, problems, Useless::Kept)
}

/// The dataset, unless something could not be read or does not fit together.
fn checked(mut dataset: Dataset, mut problems: Vec<Problem>, useless: Useless) -> Result<Dataset, Vec<Problem>> {
    if problems.is_empty() {
        problems = check::check(&dataset);
    }
    if problems.is_empty() {
        problems = topics::find_items(&mut dataset, useless);
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
    checked(dataset, problems, Useless::Refused).map_err(|mut problems| {
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

//! What a dataset is: the model, and reading it with every problem at once. It knows no browser.
//!
//! | module | what it answers |
//! | --- | --- |
//! | [`model`] | what a city, a plan item, an amount *is*; what may be missing, and in which ways |
//! | [`from_json`] | reading a city's own dataset |
//! | [`asked`] | which datasets a page asks for |
//! | [`join`] | several datasets as one, each with what is its own |
//! | [`pieces`] | an index of many cities, each in a file that is read when it is chosen |
//! | [`country`] | all local governments of the country, in a file of their own |
//! | `seeds` | reading the TOML that people edit (feature `seeds`) |
//! | `schema` | the JSON Schema (feature `schema`) |

pub mod asked;
mod check;
pub mod country;
mod decode;
mod descent;
mod gone;
pub mod join;
mod lang;
pub mod model;
mod names;
pub mod nfc;
mod official;
pub mod opening;
pub mod pieces;
pub(crate) mod problem;
mod reader;
mod rule;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "seeds")]
pub mod seeds;
mod sound;
pub mod topics;
pub(crate) mod tree;

pub use lang::Lang;
pub use problem::{Fault, Problem};
pub use rule::Rule;
pub use sound::{Sound, sound};

use crate::model::{Dataset, Lines};
use check::Ids;
use gone::Gone;
use topics::Useless;
use tree::Node;

/// Reads a dataset from JSON, all of it or nothing; [`sound()`] reads what is sound of one with mistakes. Spelling that can
/// be put right (middle dots, quotes, spaces, Unicode form) is put right.
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
    let (mut dataset, problems) = read(json, None)?;
    let problems: Vec<Problem> = problems.into_iter().filter(|problem| !problem.is_put_right()).collect();
    if problems.is_empty() {
        names::tell_apart(&mut dataset);
        Ok(dataset)
    } else {
        Err(problems)
    }
}

/// Reads JSON once: what can be read of it, and every problem. What does not fit together is looked for when everything
/// could be read. Where only what is sound is asked for, what is gone is passed over, and what stands below it is told, too.
fn read(json: &str, sound: Option<&Gone>) -> Result<(Dataset, Vec<Problem>), Vec<Problem>> {
    let nothing = Gone::default();
    let gone = sound.unwrap_or(&nothing);
    // A byte order mark, as some editors write it, is no part of the text.
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let (mut dataset, mut problems) = decode::from_text(json, gone).map_err(|error| {
        vec![Problem {
            file: None,
            line: u32::try_from(error.line()).ok(),
            path: String::new(),
            fault: Fault::Syntax { message: error.to_string() },
        }]
    })?;
    // JSON knows no lines of its values: their paths say where they stand.
    if !problems.iter().any(Problem::is_in_the_way) {
        let mut unfit = check::check(&dataset, Ids::Plain);
        if sound.is_some() {
            unfit.extend(descent::left_out(&dataset));
        }
        problems.extend(unfit.into_iter().map(|problem| gone.as_printed(problem)));
    }
    if !problems.iter().any(Problem::is_in_the_way) {
        problems.extend(topics::find_items(&mut dataset, Useless::Kept));
    }
    Ok((dataset, problems))
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
    let (mut dataset, mut problems) = decode::dataset(root, decode::Lists::default(), &Gone::default());
    if problems.is_empty() {
        problems = check::check(&dataset, Ids::Prefixed);
    }
    if problems.is_empty() {
        problems = topics::find_items(&mut dataset, Useless::Refused);
    }
    if problems.is_empty() { Ok(dataset) } else { Err(problems) }.map_err(|mut problems: Vec<Problem>| {
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

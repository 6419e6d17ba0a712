//! Lessons on city plans and budgets, whose answers are computed from a dataset and never typed in. It knows no browser.
//!
//! | module | what it answers |
//! | --- | --- |
//! | [`model`] | what a lesson is, as its file has it |
//! | [`read`] | reading a lesson, with every problem and its place |
//! | [`class`] | the dataset, and the cities that a lesson is about |
//! | [`measure`] | what is counted of a city, and in which words |
//! | [`key`] | the answer of a step, derived from the dataset, and what is said of a pupil's answer |
//! | [`show`] | what a step shows: a plot, or cards of statements with their lines |
//! | [`quiz`] | questions made from the data by rules |
//! | [`tally`] | answers as a short code, and the spread of a class |
//! | [`hand_in`] | a pupil's answers as a page to be handed in |
//! | [`paper`] | worksheet, teacher's sheet and cards of the same lesson |

mod arithmetic;
mod both;
pub mod class;
pub mod hand_in;
pub mod key;
pub mod measure;
pub mod model;
pub mod paper;
pub mod quiz;
mod random;
pub mod read;
#[cfg(feature = "schema")]
pub mod schema;
pub mod show;
pub mod tally;

/// The lessons that are compiled in, as their files stand.
pub const FILES: [&str; 6] = [
    include_str!("../lessons/visions.json"),
    include_str!("../lessons/mayor.json"),
    include_str!("../lessons/per-resident.json"),
    include_str!("../lessons/same-problem.json"),
    include_str!("../lessons/two-numbers.json"),
    include_str!("../lessons/proposal.json"),
];

/// The lessons that are compiled in. Tests hold that each can be read.
pub fn built_in() -> Vec<model::Lesson> {
    FILES.iter().filter_map(|file| read::lesson(file).ok()).collect()
}

#[cfg(test)]
mod tests;

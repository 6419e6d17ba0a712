//! Datasets with mistakes in them, by the million: no panic, no hang, and every refusal names a place.
//!
//! A case is a sound dataset that was changed: values of its tree, or bytes of its text. It follows from the seed and its
//! number alone, so that one case can be run again by itself. What the reader accepts goes on through the comparison.

mod bases;
mod case;
mod change;
mod held;
mod many;
mod odd;
mod run;

pub use bases::Bases;
pub use case::{Case, Notation};
pub use held::{Broken, Outcome, check};
pub use many::{Many, ROWS, many};
pub use run::{Failure, Plan, Report, run};

//! Comparing, without a browser: what stands in which row, what is comparable, what is missing.

mod evidence;
mod plot;

pub use evidence::{Evidence, Note, NoteKind, OpenEvidence};
pub use plot::{Category, Form, Mark, Plot, Reading, Series, Tone, Unit};

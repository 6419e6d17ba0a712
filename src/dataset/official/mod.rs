//! Reading and checking official figures, with every problem at once.

mod check;
mod decode;

pub(super) use check::check;
pub(super) use decode::official;

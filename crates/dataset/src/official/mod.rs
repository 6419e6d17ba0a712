//! Reading and checking official figures, with every problem at once.

mod check;
mod decode;

pub(super) use check::check;
pub(super) use decode::official;
#[cfg_attr(
    not(feature = "seeds"),
    allow(unused_imports, reason = "only seeds of the country have sources of their own")
)]
pub(super) use decode::source;

#[cfg(all(test, feature = "seeds"))]
mod tests;

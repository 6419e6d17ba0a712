//! What opens beside a view.

mod alike;
pub(crate) mod country;
pub(crate) mod evidence;
pub(crate) mod item;
pub(crate) mod pins;
pub(crate) mod search;
pub(crate) mod take;

//! Every string that a person reads, per language.
mod lang;
pub use lang::Lang;

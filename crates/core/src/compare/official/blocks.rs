//! “If the city's money were 100,000 won”: a hundred blocks of a thousand won each.

use super::{Amount, FieldBasis, Part, Tenths, parts};
use crate::compare::largest_remainder;
use crate::model::official::Official;

/// Blocks of a strip.
pub const BLOCKS: u32 = 100;

/// A part of a strip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StripPart {
    /// What it is, with its exact amount.
    pub part: Part,
    /// Its share as it is shown.
    pub share: Tenths,
    /// Its blocks of a thousand won: the shares are rounded so that they add up to a hundred.
    pub blocks: u32,
}

/// A city's strip, its parts in the fixed order of the fields, and the sum of the parts. `None` without figures.
///
/// The blocks are shared out by the [`largest_remainder`].
pub fn strip(official: &Official, city: &str, basis: FieldBasis) -> Option<(Vec<StripPart>, Amount)> {
    let parts = parts(official, city, basis);
    let whole = Amount::sum(parts.iter().map(|part| part.amount));
    let blocks = largest_remainder(&parts.iter().map(|part| part.amount.krw.get()).collect::<Vec<_>>(), BLOCKS)?;
    let made = parts.into_iter().zip(blocks).map(|(part, blocks)| {
        let share = Tenths::of(part.amount.krw, whole.krw)?;
        Some(StripPart { part, share, blocks })
    });
    Some((made.collect::<Option<_>>()?, whole))
}

//! Official figures set side by side: of one year, one stage and one scope, never mixed.
//!
//! Everything here is data for charts, tables and sentences. A value that is missing has its reason; a share has its amount; a
//! sentence says one thing, and holds for the values as they are shown.

mod blocks;
mod choice;
mod country;
mod course;
mod documents;
mod panels;
mod parts;
mod peers;
pub mod plots;
mod press;
mod resident;
pub mod say;
mod years;

pub use blocks::{BLOCKS, StripPart, strip};
pub use choice::{Available, Choices, Chosen, Missing, Row, field_choices, total_choices};
pub use country::join_places;
pub use course::{Course, courses};
pub use documents::{add_documents, documents};
pub use panels::{Panel, PanelOrder, panels};
pub use parts::{FieldBasis, LeftOut, Part, PartKey, TotalBasis, left_out, parts};
pub use peers::{PeerGroup, PeerValue, among_peers};
pub use press::{Compared, PressAlone, Relation, TwoSources, press_beside_official};
pub use resident::{PerResidentBudget, per_resident};
pub use years::{NoPoint, Point, Prices, Years, over_years};

use crate::model::official::Precision;
use crate::model::{Number, Won};

/// A share as it is shown, in tenths of a per cent, rounded half up. Sentences compare what is shown, not what lies behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tenths(i64);

impl Tenths {
    /// The share of a part in a whole; `None` of nothing.
    pub fn of(part: Won, whole: Won) -> Option<Self> {
        Self::ratio(part.get().into(), whole.get().into())
    }

    /// The share of some of many, by the same rule; `None` of none.
    pub fn of_count(part: usize, whole: usize) -> Option<Self> {
        Self::ratio(i128::try_from(part).ok()?, i128::try_from(whole).ok()?)
    }

    fn ratio(part: i128, whole: i128) -> Option<Self> {
        if whole <= 0 {
            return None;
        }
        i64::try_from((part * 2_000 + whole) / (2 * whole)).ok().map(Self)
    }

    /// Tenths of a per cent.
    pub const fn get(self) -> i64 {
        self.0
    }

    /// Per cent.
    pub fn percent(self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a share has few digits")]
        let tenths = self.0 as f64;
        tenths / 10.0
    }
}

impl std::fmt::Display for Tenths {
    /// `42.5`, as every table and sentence writes it, without the sign.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.0 / 10, self.0 % 10)
    }
}

/// An amount with what its digits support.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// Whole won.
    pub krw: Won,
    /// The unit to which it was rounded.
    pub precision: Precision,
}

impl Amount {
    /// The sum, as coarse as its coarsest part.
    fn sum(parts: impl IntoIterator<Item = Self>) -> Self {
        let none = Self { krw: Won::default(), precision: Precision::Won };
        parts.into_iter().fold(none, |sum, part| Self {
            krw: Won::sum([sum.krw, part.krw]),
            precision: sum.precision.and(part.precision),
        })
    }
}

/// A printed number of won as an amount.
fn won_of(value: Number) -> Option<Won> {
    value.whole().and_then(Won::new)
}

#[cfg(test)]
mod tests;

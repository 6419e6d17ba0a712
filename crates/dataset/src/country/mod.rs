//! The country beside the five: `country.bin`, all local governments in one small file, of which one place is read at a time.
//!
//! The layout, so that others can read it too; all numbers are little-endian:
//!
//! | bytes | what |
//! | --- | --- |
//! | 8 | `CCNTRY1` and a line feed |
//! | 4 | length of the index |
//! | that many | the index, JSON: `places` in the order of the cells, `columns` in the order of the blocks, `sources` |
//! | the rest | a block for each column: `width` × the number of places |
//!
//! A block holds a whole number for each place, its bytes apart: first the lowest byte of every place, then the next, and so on,
//! which compresses better than whole numbers. The number of place *p* is made of the bytes *p*, *p* + n, *p* + 2n … of
//! the block. All bits set means that there is no value. Where a column says `since`, it counts from the
//! column with this index, the first being 0: an even number 2*d* says *d* more than the number there (than 0 if there is none), an odd
//! number 2*d* − 1 says *d* less. A number times the column's `unit` is won, persons, or per cent (there
//! `unit` is a hundredth). Settled revenue is rounded to a thousand won here; the exact amounts are in `seeds/country`.

mod fault;
mod place;
mod read;
#[cfg(feature = "seeds")]
mod write;

pub use fault::CountryFault;
pub use place::{code_of, id_of, own_city};
pub use read::Country;
#[cfg(feature = "seeds")]
pub use write::write;

use crate::model::official::{OfficialSource, PlaceChange, PlaceKind, Precision};
use crate::model::{Bilingual, FiscalYear, PartialDate};
use serde::{Deserialize, Serialize};

/// What the file begins with.
const MAGIC: &[u8; 8] = b"CCNTRY1\n";

/// The readable part of the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Index {
    places: Vec<PlaceHead>,
    columns: Vec<Column>,
    sources: Vec<OfficialSource>,
}

/// Who a place is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceHead {
    /// Seven digits of 지방재정365.
    pub lofin: String,
    /// The last day on which it was there, where it ended after its last totals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<PartialDate>,
    /// Ten digits, as the ministry numbers it in 2026.
    pub mois: Option<String>,
    /// Korean name without the province.
    pub ko: String,
    /// English name without the province.
    pub en: String,
    /// The province in the spring of 2026, or the last one; its own name for one of the upper tier.
    pub province: Bilingual,
    /// Kind.
    pub kind: PlaceKind,
    /// First and last fiscal year with totals.
    pub years: (FiscalYear, FiscalYear),
    /// The code that took over, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successor: Option<(String, PlaceChange)>,
    /// A former name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub former: Option<String>,
}

impl PlaceHead {
    /// Whether it was there in the spring of 2026, when the country had 243: its code did not end before.
    pub const fn is_current(&self) -> bool {
        self.successor.is_none()
    }
}

/// What a block holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Column {
    of: Measured,
    /// Bytes of a number.
    width: usize,
    /// The column, earlier in the file, from which the number counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    since: Option<usize>,
}

impl Column {
    /// The largest number of the width, which stands for “no value”.
    const fn absent(&self) -> u64 {
        u64::MAX >> (64 - 8 * self.width)
    }
}

/// What a column measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measured {
    /// The initial budget with funds, in thousand won.
    Initial(FiscalYear),
    /// The final budget with funds, in thousand won.
    Final(FiscalYear),
    /// The revenue of the closed accounts with funds, rounded to a thousand won.
    SettledRevenue(FiscalYear),
    /// Policy projects of a field in the initial budget of 2026, in thousand won.
    PolicyProjects(String),
    /// Administration in the same budget, in thousand won.
    Administration,
    /// Fiscal independence by the rule before 2014, in hundredths of a per cent.
    IndependenceOldRule(FiscalYear),
    /// Fiscal independence by the rule since 2014, in hundredths of a per cent.
    IndependenceNewRule(FiscalYear),
    /// Residents (거주자) on a day.
    Residents(PartialDate),
}

impl Measured {
    /// To what amounts of the column are rounded in the file. What is no amount has no unit.
    pub const fn precision(&self) -> Option<Precision> {
        match self {
            Self::Initial(_)
            | Self::Final(_)
            | Self::SettledRevenue(_)
            | Self::PolicyProjects(_)
            | Self::Administration => Some(Precision::Thousand),
            Self::IndependenceOldRule(_) | Self::IndependenceNewRule(_) | Self::Residents(_) => None,
        }
    }

    /// Id of the source.
    pub const fn source(&self) -> &'static str {
        match self {
            Self::Initial(_) | Self::Final(_) => "country-totals",
            Self::SettledRevenue(_) => "country-settled",
            Self::PolicyProjects(_) | Self::Administration => "country-fields",
            Self::IndependenceOldRule(_) | Self::IndependenceNewRule(_) => "country-independence",
            Self::Residents(_) => "country-residents",
        }
    }
}

#[cfg(all(test, feature = "seeds"))]
mod tests;

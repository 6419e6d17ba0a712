//! Official figures: what the ministry's own accounts say, of one year, one stage and one scope at a time.
//!
//! They stand beside the press reports of a city ([`crate::model::OriginalBudget`]) and are never mixed with them. Three scopes of
//! a total are kept apart ([`Scope`]), six stages ([`Stage`]), two measures of residents ([`ResidentMeasure`]) and the kinds
//! of spending that a sum by field holds ([`Spending`]).

mod amounts;
mod country;
mod indicator;
mod people;
mod place;
mod provenance;

pub use amounts::{Caveat, FieldAmount, Origin, Precision, Scope, Side, Spending, Total};
pub use country::{CountryPlace, FieldBudget, Independence, PlaceChange, YearTotals};
pub use indicator::{FiscalIndicator, IndicatorBasis, IndicatorKind, IndicatorUnit, Peers};
pub use people::{PriceLevel, ResidentMeasure, Residents};
pub use place::{CodeScheme, DatedProvince, LofinCode, Place, PlaceCode, PlaceKind};
pub use provenance::{OfficialSource, PublicCopy};

use super::{Bilingual, FiscalYear, Stage};
use serde::{Deserialize, Serialize};

/// The official figures of a dataset's cities.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Official {
    /// Where the figures come from: publisher and dataset, and the public copy that was read.
    pub sources: Vec<OfficialSource>,
    /// The places, with their codes and names over time.
    pub places: Vec<Place>,
    /// Totals of budgets and of closed accounts.
    pub totals: Vec<Total>,
    /// Amounts by functional field.
    pub field_amounts: Vec<FieldAmount>,
    /// Indicators of a city's finances, with those of its peers.
    pub indicators: Vec<FiscalIndicator>,
    /// Numbers of residents, of two measures.
    pub residents: Vec<Residents>,
    /// The consumer price index.
    pub prices: Vec<PriceLevel>,
}

impl Official {
    /// The total of a city that fits exactly; nothing near it will do.
    pub fn total(&self, city: &str, year: FiscalYear, stage: Stage, scope: Scope, side: Side) -> Option<&Total> {
        self.totals.iter().find(|total| {
            total.city == city
                && total.fiscal_year == year
                && total.stage == stage
                && total.scope == scope
                && total.side == side
        })
    }

    /// The amounts by field of a city, of one year and one stage.
    pub fn fields_of(&self, city: &str, year: FiscalYear, stage: Stage) -> impl Iterator<Item = &FieldAmount> {
        self.field_amounts
            .iter()
            .filter(move |amount| amount.city == city && amount.fiscal_year == year && amount.stage == stage)
    }

    /// The place that a city of the dataset is.
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.id == id)
    }

    /// The name of a city's province on a day; `None` for one of the upper tier.
    pub fn province_on(&self, city: &str, day: &str) -> Option<&Bilingual> {
        let province = self.place(city)?.province_on(day)?;
        self.place(province).map(|place| &place.name)
    }

    /// The number of residents of a city at the end of the year before: the one by which an initial budget is divided.
    pub fn residents_on_the_eve(&self, city: &str, year: FiscalYear, measure: ResidentMeasure) -> Option<&Residents> {
        let eve = format!("{}-12-31", year.0.checked_sub(1)?);
        self.residents
            .iter()
            .find(|count| count.city == city && count.measure == measure && count.as_of.as_str() == eve)
    }

    /// An indicator of a city: of several years the newest.
    pub fn indicator(&self, city: &str, kind: IndicatorKind, basis: IndicatorBasis) -> Option<&FiscalIndicator> {
        self.indicators
            .iter()
            .filter(|found| found.city == city && found.kind == kind && found.basis == basis)
            .max_by_key(|found| found.fiscal_year)
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&OfficialSource> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The consumer price index of a year.
    pub fn price_level(&self, year: FiscalYear) -> Option<&PriceLevel> {
        self.prices.iter().find(|level| level.year == year)
    }
}

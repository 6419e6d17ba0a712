//! Settled accounts over the years, as they were or in the prices of one year.

use crate::model::official::{Official, Scope, Side};
use crate::model::{FiscalYear, Stage, Won};

/// In which prices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prices {
    /// As they were paid: said to be nominal wherever they stand.
    Nominal,
    /// In the prices of a year, by the consumer price index.
    Of(FiscalYear),
}

/// A city over the years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Years {
    /// Id of the city.
    pub city: String,
    /// Revenue or expenditure, with funds.
    pub side: Side,
    /// In which prices.
    pub prices: Prices,
    /// The years, oldest first.
    pub points: Vec<Point>,
}

/// A year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The year.
    pub year: FiscalYear,
    /// The amount, or why there is none.
    pub krw: Result<Won, NoPoint>,
}

/// Why a year has no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPoint {
    /// The accounts of the year were not found.
    NotFound,
    /// The price index of this year, or of the year of the prices, is not known.
    NoPriceIndex,
}

/// The settled accounts of a city from the first to the last year that any city has.
///
/// In the prices of another year an amount is rounded to a hundred million won: the index has five digits, and carries no more.
pub fn over_years(official: &Official, city: &str, side: Side, prices: Prices) -> Years {
    let settled =
        official.totals.iter().filter(|total| total.stage == Stage::Settled && total.scope == Scope::WithFunds);
    let years = || settled.clone().map(|total| total.fiscal_year.0);
    let span = years().min().zip(years().max()).map(|(first, last)| first..=last);
    let point = |year: u16| {
        let year = FiscalYear(year);
        let found = official.total(city, year, Stage::Settled, Scope::WithFunds, side);
        let krw = found.ok_or(NoPoint::NotFound).and_then(|total| in_prices(official, total.krw, year, prices));
        Point { year, krw }
    };
    Years { city: city.to_owned(), side, prices, points: span.into_iter().flatten().map(point).collect() }
}

fn in_prices(official: &Official, krw: Won, year: FiscalYear, prices: Prices) -> Result<Won, NoPoint> {
    const SUPPORTED: f64 = 100_000_000.0;
    let Prices::Of(base) = prices else { return Ok(krw) };
    if base == year {
        return Ok(krw);
    }
    let index = |year| official.price_level(year).map(|level| level.index.get()).filter(|index| *index > 0.0);
    let (then, now) = index(year).zip(index(base)).ok_or(NoPoint::NoPriceIndex)?;
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53 won")]
    let real = krw.get() as f64 * now / then;
    #[expect(clippy::cast_possible_truncation, reason = "rounded, and far below 2^63")]
    let rounded = ((real / SUPPORTED).round() * SUPPORTED) as i64;
    Won::new(rounded).ok_or(NoPoint::NotFound)
}

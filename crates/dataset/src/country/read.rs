use super::{CountryFault, Index, MAGIC, Measured, PlaceHead};
use crate::model::official::{
    CountryPlace, FieldBudget, Independence, LofinCode, OfficialSource, PlaceKind, YearTotals,
};
use crate::model::{Bilingual, FiscalYear, Number, Won};

const THOUSAND: i64 = 1_000;

/// All local governments: the index is read, a place only when it is asked for.
#[derive(Debug)]
pub struct Country {
    index: Index,
    blocks: Vec<u8>,
    /// Where the block of each column begins.
    starts: Vec<usize>,
}

impl Country {
    /// Reads the index of a file, and checks that the rest is there.
    ///
    /// # Errors
    /// If it is no such file, or a part of it is missing.
    pub fn read(bytes: &[u8]) -> Result<Self, CountryFault> {
        let rest = bytes.strip_prefix(MAGIC.as_slice()).ok_or(CountryFault::NotACountry)?;
        let cut = |expected: usize| CountryFault::Cut { found: bytes.len(), expected };
        let (length, rest) = rest.split_first_chunk::<4>().ok_or_else(|| cut(MAGIC.len() + 4))?;
        let length = u32::from_le_bytes(*length) as usize;
        let whole = |blocks: usize| (MAGIC.len() + 4).saturating_add(length).saturating_add(blocks);
        let (index, blocks) = rest.split_at_checked(length).ok_or_else(|| cut(whole(0)))?;
        let index: Index =
            serde_json::from_slice(index).map_err(|error| CountryFault::Index { message: error.to_string() })?;
        let mut end = 0_usize;
        let mut starts = Vec::with_capacity(index.columns.len());
        for column in &index.columns {
            starts.push(end);
            end = end.saturating_add(column.width.saturating_mul(index.places.len()));
        }
        if blocks.len() != end {
            return Err(cut(whole(end)));
        }
        Ok(Self { blocks: blocks.to_vec(), index, starts })
    }

    /// Who the places are, in the order of the file: the upper tier first.
    pub fn heads(&self) -> &[PlaceHead] {
        &self.index.places
    }

    /// Where the figures come from.
    pub fn source(&self, measured: &Measured) -> Option<&OfficialSource> {
        self.index.sources.iter().find(|source| source.id == measured.source())
    }

    /// The place with this code.
    pub fn place(&self, code: LofinCode) -> Option<CountryPlace> {
        let text = code.to_string();
        let at = self.index.places.iter().position(|place| place.lofin == text)?;
        let head = self.index.places.get(at)?;
        let mut place = CountryPlace {
            lofin: code,
            mois: head.mois.clone(),
            name: Bilingual::new(&head.ko, &head.en),
            former_name_ko: head.former.clone(),
            province: head.province.clone(),
            kind: head.kind,
            years: head.years,
            successor: head.successor.as_ref().and_then(|(code, why)| Some((LofinCode::parse(code)?, *why))),
            ended: head.ended.clone(),
            residents: Vec::new(),
            totals: Vec::new(),
            fields: Vec::new(),
            administration: None,
            independence: Vec::new(),
        };
        for (column, known) in self.index.columns.iter().enumerate() {
            if let Some(number) = self.number(column, at) {
                put(&mut place, &known.of, number);
            }
        }
        Some(place)
    }

    /// What a column says of every place that has it: what peers are measured by.
    pub fn values(&self, measured: &Measured) -> Vec<(&PlaceHead, i64)> {
        let Some(column) = self.index.columns.iter().position(|column| column.of == *measured) else {
            return Vec::new();
        };
        let unit = measured.precision().map_or(1, |precision| precision.unit());
        let value = |(at, head)| Some((head, self.number(column, at)? * unit));
        self.index.places.iter().enumerate().filter_map(value).collect()
    }

    /// Every column's measure, in the order of the file.
    pub fn measured(&self) -> impl Iterator<Item = &Measured> {
        self.index.columns.iter().map(|column| &column.of)
    }

    /// The name of a place as it stands among all others: where it occurs twice with its province, and where even these are the
    /// same with its last year. One that is there is told apart from those that are there.
    pub fn label(&self, head: &PlaceHead) -> Bilingual {
        let beside = |other: &&PlaceHead| other.lofin != head.lofin && (other.is_current() || !head.is_current());
        let others = || self.index.places.iter().filter(beside).filter(|other| other.ko == head.ko);
        let upper = !head.kind.is_basic();
        if others().next().is_none() || upper {
            return Bilingual::new(&head.ko, &head.en);
        }
        let (province, until) = (&head.province, head.years.1);
        let ended = head.successor.is_some() && others().any(|other| other.province == head.province);
        if ended {
            let ko = format!("{}({}, {until}년까지)", head.ko, province.ko);
            return Bilingual::new(ko, format!("{}, {} (until {until})", head.en, province.en));
        }
        Bilingual::new(format!("{}({})", head.ko, province.ko), format!("{}, {}", head.en, province.en))
    }

    /// The number of a place in a column; `None` where there is no value.
    fn number(&self, column: usize, place: usize) -> Option<i64> {
        let mut cell = self.cell(column, place)?;
        let mut known = self.index.columns.get(column)?;
        let (mut before, mut sum) = (column, 0_i64);
        loop {
            let half = i64::try_from(cell / 2).ok()?;
            let odd = cell % 2 == 1;
            sum += match known.since {
                None => i64::try_from(cell).ok()?,
                Some(_) if odd => -half - 1,
                Some(_) => half,
            };
            // A column counts from an earlier one, so that this ends; from 0 where that has no value.
            let Some(since) = known.since.filter(|since| *since < before) else { return Some(sum) };
            let Some(earlier) = self.cell(since, place) else { return Some(sum) };
            (cell, known, before) = (earlier, self.index.columns.get(since)?, since);
        }
    }

    /// What stands in the block of a column for a place.
    fn cell(&self, column: usize, place: usize) -> Option<u64> {
        let places = self.index.places.len();
        let (column, start) = (self.index.columns.get(column)?, *self.starts.get(column)?);
        let mut number = 0;
        for plane in (0..column.width).rev() {
            number = number << 8 | u64::from(*self.blocks.get(start + plane * places + place)?);
        }
        (number != column.absent()).then_some(number)
    }
}

/// Puts a number where it belongs.
fn put(place: &mut CountryPlace, of: &Measured, number: i64) {
    let won = || Won::new(number.saturating_mul(THOUSAND)).unwrap_or_default();
    match of {
        Measured::Initial(year) => totals(place, *year).initial = won(),
        Measured::Final(year) => totals(place, *year).last = won(),
        Measured::SettledRevenue(year) => totals(place, *year).settled_revenue = Some(won()),
        Measured::PolicyProjects(field) => {
            place.fields.push(FieldBudget { field: field.clone(), policy_projects: won() });
        }
        Measured::Administration => place.administration = Some(won()),
        Measured::IndependenceOldRule(year) => independence(place, *year).old_rule = hundredths(number),
        Measured::IndependenceNewRule(year) => independence(place, *year).new_rule = hundredths(number),
        Measured::Residents(day) => {
            place.residents.extend(u64::try_from(number).ok().map(|persons| (day.clone(), persons)));
        }
    }
}

fn hundredths(number: i64) -> Option<Number> {
    #[expect(clippy::cast_precision_loss, reason = "at most five digits")]
    Number::new(number as f64 / 100.0)
}

/// The totals of a year, made when it is first spoken of.
fn totals(place: &mut CountryPlace, year: FiscalYear) -> &mut YearTotals {
    let at = place.totals.iter().position(|totals| totals.year == year).unwrap_or_else(|| {
        place.totals.push(YearTotals { year, initial: Won::default(), last: Won::default(), settled_revenue: None });
        place.totals.len() - 1
    });
    &mut place.totals[at]
}

fn independence(place: &mut CountryPlace, year: FiscalYear) -> &mut Independence {
    let at = place.independence.iter().position(|known| known.year == year).unwrap_or_else(|| {
        place.independence.push(Independence { year, old_rule: None, new_rule: None });
        place.independence.len() - 1
    });
    &mut place.independence[at]
}

impl PlaceHead {
    /// Whether it is of the basic tier.
    pub const fn is_basic(&self) -> bool {
        PlaceKind::is_basic(self.kind)
    }
}

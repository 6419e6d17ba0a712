//! The figures that we hold, under keys that do not depend on where they are printed.

use city_compare_dataset::model::official::{
    CountryPlace, LofinCode, Official, Origin, Precision, ResidentMeasure, Scope, Side, Spending,
};
use city_compare_dataset::model::{Dataset, FiscalYear, Stage, Word};
use city_compare_dataset::seeds::country::CountrySeeds;
use city_compare_import::ADMINISTRATION_FIELD;
use city_compare_import::places::short_province;
use std::collections::BTreeMap;
use std::fmt;

/// A table of the publishers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// 구조별 기능별 세출예산.
    #[default]
    Fields,
    /// 당초예산·최종예산.
    InitialFinal,
    /// 주민등록 인구.
    Residents,
}

/// What a figure is of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A kind of spending on a field in an initial budget, general and special accounts.
    Field { place: LofinCode, year: FiscalYear, field: String, spending: Spending },
    /// The total of an initial budget.
    Budget { place: LofinCode, year: FiscalYear, scope: Scope },
    /// A total with funds.
    WithFunds { place: LofinCode, year: FiscalYear, stage: Stage },
    /// People at the end of a month; of several codes the sum.
    Residents { codes: Vec<String>, day: String, measure: ResidentMeasure },
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field { place, year, field, spending } => {
                write!(f, "{place} {year} field {field} {}", spending.word())
            }
            Self::Budget { place, year, scope } => write!(f, "{place} {year} initial {}", scope.word()),
            Self::WithFunds { place, year, stage } => write!(f, "{place} {year} {} with_funds", stage.word()),
            Self::Residents { codes, day, measure } => write!(f, "{} {day} {}", codes.join("+"), measure.word()),
        }
    }
}

/// A figure of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ours {
    /// Won or persons.
    pub value: i64,
    /// To which unit it was rounded.
    pub precision: Precision,
}

impl Ours {
    /// Whether a published figure is the same: exact, or within the rounding of ours.
    pub const fn agrees(self, theirs: i64) -> bool {
        (self.value - theirs).abs() * 2 <= self.precision.unit() && (self.precision.unit() > 1 || self.value == theirs)
    }
}

/// All figures of ours.
#[derive(Debug, Default)]
pub struct Held {
    figures: BTreeMap<Key, Ours>,
    /// The codes behind LOFIN's names, each with its years.
    names: Vec<(String, LofinCode, (FiscalYear, FiscalYear))>,
    /// Figures that no table in a known layout holds, counted by what they are.
    pub elsewhere: BTreeMap<&'static str, usize>,
}

impl Held {
    /// The figures of the cities and of the country. Where both hold one, it is the same: the tests say so.
    pub fn new(dataset: &Dataset, country: &CountrySeeds) -> Self {
        let mut held = Self::default();
        country.places.iter().for_each(|place| held.place(place));
        if let Some(official) = &dataset.official {
            held.cities(official);
        }
        held
    }

    fn put(&mut self, key: Key, value: i64, precision: Precision) {
        self.figures.insert(key, Ours { value, precision });
    }

    fn place(&mut self, place: &CountryPlace) {
        let code = place.lofin;
        let years = place.years;
        self.names.push((lofin_name(place, &place.name.ko), code, years));
        self.names.extend(place.former_name_ko.iter().map(|name| (lofin_name(place, name), code, years)));
        for totals in &place.totals {
            for (stage, krw) in [(Stage::Initial, totals.initial), (Stage::Final, totals.last)] {
                self.put(Key::WithFunds { place: code, year: totals.year, stage }, krw.get(), Precision::Won);
            }
        }
        let year = FiscalYear(2026);
        for field in &place.fields {
            let key = Key::Field { place: code, year, field: field.field.clone(), spending: Spending::PolicyProjects };
            self.put(key, field.policy_projects.get(), Precision::Won);
        }
        if let Some(krw) = place.administration {
            let field = ADMINISTRATION_FIELD.to_owned();
            self.put(
                Key::Field { place: code, year, field, spending: Spending::Administration },
                krw.get(),
                Precision::Won,
            );
        }
        let settled = place.totals.iter().filter(|totals| totals.settled_revenue.is_some()).count();
        *self.elsewhere.entry("totals of closed accounts").or_default() += settled;
        *self.elsewhere.entry("years of fiscal independence").or_default() += place.independence.len();
        for (day, persons) in &place.residents {
            let Some(mois) = &place.mois else { continue };
            let key = Key::Residents {
                codes: vec![mois.clone()],
                day: day.as_str().to_owned(),
                measure: ResidentMeasure::Resident,
            };
            self.put(key, i64::try_from(*persons).unwrap_or(i64::MAX), Precision::Won);
        }
    }

    fn cities(&mut self, official: &Official) {
        let code = |city: &str| official.place(city).and_then(|place| place.lofin());
        for total in official.totals.iter().filter(|total| total.side == Side::Expenditure && total.caveat.is_none()) {
            let Some(place) = code(&total.city) else { continue };
            let (year, stage) = (total.fiscal_year, total.stage);
            match (total.scope, stage) {
                (Scope::WithFunds, Stage::Initial | Stage::Final) => {
                    self.put(Key::WithFunds { place, year, stage }, total.krw.get(), total.precision);
                }
                (scope, Stage::Initial) if total.origin != Origin::Computed => {
                    self.put(Key::Budget { place, year, scope }, total.krw.get(), total.precision);
                }
                _ => {}
            }
        }
        for amount in official.field_amounts.iter().filter(|amount| amount.stage == Stage::Initial) {
            let Some(place) = code(&amount.city) else { continue };
            let (year, field, spending) = (amount.fiscal_year, amount.field.clone(), amount.spending);
            self.put(Key::Field { place, year, field, spending }, amount.krw.get(), amount.precision);
        }
        for count in &official.residents {
            let key = Key::Residents {
                codes: count.codes.clone(),
                day: count.as_of.as_str().to_owned(),
                measure: count.measure,
            };
            self.put(key, i64::try_from(count.persons).unwrap_or(i64::MAX), Precision::Won);
        }
        let others = official.field_amounts.iter().filter(|amount| amount.stage != Stage::Initial).count();
        let settled = official.totals.iter().filter(|total| total.stage == Stage::Settled).count();
        for (name, count) in [
            ("amounts by field, spent or with carry-overs", others),
            ("totals of closed accounts", settled),
            ("indicators", official.indicators.len()),
            ("years of the consumer price index", official.prices.len()),
        ] {
            *self.elsewhere.entry(name).or_default() += count;
        }
    }

    /// The figures that a table of a kind can hold.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = (&Key, Ours)> {
        let fits = move |key: &Key| {
            kind == match key {
                Key::Field { .. } | Key::Budget { .. } => Kind::Fields,
                Key::WithFunds { .. } => Kind::InitialFinal,
                Key::Residents { .. } => Kind::Residents,
            }
        };
        self.figures.iter().filter(move |(key, _)| fits(key)).map(|(key, ours)| (key, *ours))
    }

    /// The place that LOFIN calls by a name in a year.
    pub fn named(&self, name: &str, year: FiscalYear) -> Option<LofinCode> {
        let holds = |(known, _, (first, last)): &&(String, LofinCode, (FiscalYear, FiscalYear))| {
            known == name && *first <= year && year <= *last
        };
        self.names.iter().find(holds).map(|(_, code, _)| *code)
    }
}

/// The name that LOFIN gives a place: `전남여수시`, `광주본청`.
fn lofin_name(place: &CountryPlace, name: &str) -> String {
    let short = short_province(&place.province.ko);
    if place.kind.is_basic() { format!("{short}{name}") } else { format!("{short}본청") }
}

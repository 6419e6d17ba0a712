//! A place of the country as a city of a dataset: with official figures, and without a plan.

use super::{Country, Measured, PlaceHead};
use crate::join::add_official;
use crate::model::official::{
    CodeScheme, CountryPlace, DatedProvince, FieldAmount, FiscalIndicator, IndicatorBasis, IndicatorKind,
    IndicatorUnit, LofinCode, Official, Origin, Peers, Place, PlaceCode, Precision, ResidentMeasure, Residents, Scope,
    Side, Spending, Total,
};
use crate::model::{Bilingual, City, CityKind, Dataset, FiscalYear, Number, Plan, Stage, Won};

/// What the ids of places begin with. The digits behind it are those of 지방재정365.
const SCHEME: &str = "lofin-";

/// The field under which administration is booked.
const ADMINISTRATION: &str = "900";

/// The fiscal year of the amounts by field.
const FIELDS_OF: FiscalYear = FiscalYear(2026);

/// The id of a place as a city of a dataset, which an address holds.
///
/// ```
/// use city_compare_dataset::{country, model::official::LofinCode};
/// let suncheon = LofinCode::parse("4613000").unwrap();
/// assert_eq!(country::id_of(suncheon), "lofin-4613000");
/// assert_eq!(country::code_of("lofin-4613000"), Some(suncheon));
/// assert_eq!(country::code_of("yeosu"), None);
/// ```
pub fn id_of(code: LofinCode) -> String {
    format!("{SCHEME}{code}")
}

/// The code of a place by the id that it has as a city; `None` if the id is of no such place.
pub fn code_of(id: &str) -> Option<LofinCode> {
    LofinCode::parse(id.strip_prefix(SCHEME)?)
}

impl Country {
    /// Adds a place to a dataset as a city without a plan, with the figures that are known of it here. `false`, and nothing is added,
    /// if there is no such place, if its code ended before 2026, or if the dataset has it: by this id, or as a city whose
    /// official place has the code.
    pub fn add(&self, id: &str, dataset: &mut Dataset) -> bool {
        let known = |code| own_city(dataset, code).is_none() && dataset.city(id).is_none();
        let code = code_of(id).filter(|code| known(*code));
        let head = code.and_then(|code| self.head(code)).filter(|head| head.is_current());
        let Some((place, head)) = code.and_then(|code| self.place(code)).zip(head) else { return false };
        let name = self.label(head);
        let figures = self.figures(id, &place, head, dataset);
        dataset.cities.push(city(id, name, &place));
        add_official(dataset, &figures, &[id.to_owned()]);
        true
    }

    /// Who a place is.
    fn head(&self, code: LofinCode) -> Option<&PlaceHead> {
        let text = code.to_string();
        self.heads().iter().find(|head| head.lofin == text)
    }

    fn figures(&self, id: &str, place: &CountryPlace, head: &PlaceHead, dataset: &Dataset) -> Official {
        let mut measured: Vec<&Measured> = Vec::new();
        for one in self.measured() {
            if measured.iter().all(|other| other.source() != one.source()) {
                measured.push(one);
            }
        }
        let sources = measured.into_iter().filter_map(|measured| self.source(measured));
        Official {
            sources: sources.cloned().collect(),
            places: vec![registered(id, place, dataset.official.as_ref())],
            totals: totals(id, place),
            field_amounts: field_amounts(id, place, dataset),
            indicators: self.independence(id, place, head),
            residents: residents(id, place),
            prices: Vec::new(),
        }
    }

    /// Fiscal independence by the rule since 2014 as an indicator: its values are those that LOFIN prints for the final budget.
    /// The peers are counted here, over all governments of the tier.
    fn independence(&self, id: &str, place: &CountryPlace, head: &PlaceHead) -> Vec<FiscalIndicator> {
        let one = |year: FiscalYear, value: Number| {
            let measured = Measured::IndependenceNewRule(year);
            let tier =
                self.values(&measured).into_iter().filter(|(peer, _)| peer.kind.is_basic() == head.kind.is_basic());
            Some(FiscalIndicator {
                city: id.to_owned(),
                kind: IndicatorKind::FiscalIndependence,
                basis: IndicatorBasis::Final,
                fiscal_year: year,
                unit: IndicatorUnit::Percent,
                value,
                numerator: None,
                denominator: None,
                amounts_in: None,
                peers: peers(&tier.map(|(_, hundredths)| hundredths).collect::<Vec<_>>(), value)?,
                source: measured.source().to_owned(),
            })
        };
        place.independence.iter().filter_map(|known| one(known.year, known.new_rule?)).collect()
    }
}

/// The city of a dataset that a place is, by the codes of its official places.
pub fn own_city(dataset: &Dataset, code: LofinCode) -> Option<&City> {
    let places = dataset.official.iter().flat_map(|official| &official.places);
    places.filter(|place| place.lofin() == Some(code)).find_map(|place| dataset.city(&place.id))
}

fn city(id: &str, name: Bilingual, place: &CountryPlace) -> City {
    City {
        id: id.to_owned(),
        name,
        province: place.province.clone(),
        kind: if place.kind.is_basic() { CityKind::City } else { CityKind::MetropolitanCity },
        population: Vec::new(),
        plan: Plan::none(),
        budgets: Vec::new(),
        conflicts: Vec::new(),
        field_splits: Vec::new(),
        not_found: Vec::new(),
    }
}

/// The place with its codes. Its province is the dataset's own, if it has one of that name: with the day on which another followed.
fn registered(id: &str, place: &CountryPlace, official: Option<&Official>) -> Place {
    let code = |scheme, code: String| PlaceCode { scheme, code, from: None, until: place.ended.clone() };
    let mois = place.mois.clone().map(|digits| code(CodeScheme::Mois, digits));
    let named = official.and_then(|official| official.places.iter().find(|known| known.name.ko == place.province.ko));
    let province = named.filter(|_| place.kind.is_basic());
    let then = |province: &Place| {
        let next = official?.place(province.successors.first()?)?;
        Some(DatedProvince { place: next.id.clone(), from: next.codes.first()?.from.clone(), until: None })
    };
    let dated =
        |province: &Place| DatedProvince { place: province.id.clone(), from: None, until: province.ended.clone() };
    Place {
        id: id.to_owned(),
        kind: place.kind,
        name: place.name.clone(),
        codes: [code(CodeScheme::Lofin, place.lofin.to_string())].into_iter().chain(mois).collect(),
        provinces: province.map(dated).into_iter().chain(province.and_then(then)).collect(),
        ended: place.ended.clone(),
        successors: Vec::new(),
        note: None,
    }
}

fn totals(id: &str, place: &CountryPlace) -> Vec<Total> {
    let total = |year, stage, side, krw, measured: &Measured| Total {
        city: id.to_owned(),
        fiscal_year: year,
        stage,
        scope: Scope::WithFunds,
        side,
        krw,
        precision: measured.precision().unwrap_or(Precision::Thousand),
        origin: Origin::Printed,
        caveat: None,
        source: measured.source().to_owned(),
    };
    let of_year = |year: &crate::model::official::YearTotals| {
        let measured = [Measured::Initial(year.year), Measured::Final(year.year), Measured::SettledRevenue(year.year)];
        let [initial, last, settled] = &measured;
        // A budget balances: its total is the same on both sides, and stands under expenditure.
        let budget = |stage, krw: Won, measured| {
            (krw.get() > 0).then(|| total(year.year, stage, Side::Expenditure, krw, measured))
        };
        let settled = year.settled_revenue.map(|krw| total(year.year, Stage::Settled, Side::Revenue, krw, settled));
        [budget(Stage::Initial, year.initial, initial), budget(Stage::Final, year.last, last), settled]
    };
    place.totals.iter().flat_map(of_year).flatten().collect()
}

/// The initial budget by field, under the names that the table of the year prints, where the dataset knows them.
fn field_amounts(id: &str, place: &CountryPlace, dataset: &Dataset) -> Vec<FieldAmount> {
    let known = dataset.official.iter().flat_map(|official| &official.field_amounts);
    let printed = |code: &str| {
        let same = known.clone().find(|amount| amount.field == code && amount.fiscal_year == FIELDS_OF);
        let name = || dataset.field(code).map(|field| field.name.ko.clone());
        same.map(|amount| amount.printed.clone()).or_else(name).unwrap_or_else(|| code.to_owned())
    };
    let amount = |field: &str, spending, krw| {
        let measured = Measured::PolicyProjects(field.to_owned());
        FieldAmount {
            city: id.to_owned(),
            fiscal_year: FIELDS_OF,
            stage: Stage::Initial,
            scope: Scope::GeneralAndSpecial,
            spending,
            field: field.to_owned(),
            printed: printed(field),
            krw,
            precision: measured.precision().unwrap_or(Precision::Thousand),
            source: measured.source().to_owned(),
        }
    };
    let policy = place.fields.iter().map(|own| amount(&own.field, Spending::PolicyProjects, own.policy_projects));
    let administration = place.administration.map(|krw| amount(ADMINISTRATION, Spending::Administration, krw));
    policy.chain(administration).collect()
}

fn residents(id: &str, place: &CountryPlace) -> Vec<Residents> {
    let count = |(day, persons): &(crate::model::PartialDate, u64)| Residents {
        city: id.to_owned(),
        measure: ResidentMeasure::Resident,
        as_of: day.clone(),
        persons: *persons,
        codes: place.mois.iter().cloned().collect(),
        source: Measured::Residents(day.clone()).source().to_owned(),
    };
    place.residents.iter().map(count).collect()
}

/// Least, middle and most of the values in hundredths of a per cent, and the rank of one of them from above. Of an even number the
/// middle is half-way between the two in the middle; of half a hundredth the lower one, as LOFIN prints it.
fn peers(hundredths: &[i64], own: Number) -> Option<Peers> {
    // Put in one by one: they are few, and a sort of the standard library is thousands of bytes in a browser.
    let mut sorted: Vec<i64> = Vec::new();
    for value in hundredths {
        sorted.insert(sorted.partition_point(|known| known < value), *value);
    }
    let half = sorted.len() / 2;
    let upper = *sorted.get(half)?;
    let lower = if sorted.len().is_multiple_of(2) { *sorted.get(half.checked_sub(1)?)? } else { upper };
    #[expect(clippy::cast_precision_loss, reason = "at most five digits")]
    let number = |hundredths: i64| Number::new(hundredths as f64 / 100.0);
    let above = sorted.iter().filter(|value| number(**value).is_some_and(|value| value > own)).count();
    Some(Peers {
        count: u32::try_from(sorted.len()).ok()?,
        min: number(*sorted.first()?)?,
        median: number((lower + upper) / 2)?,
        max: number(*sorted.last()?)?,
        rank: u32::try_from(above + 1).ok()?,
    })
}

//! The tables that figures are held of, told by their columns.

use super::held::{Held, Key, Kind};
use city_compare_core::format::grouped;
use city_compare_dataset::Lang;
use city_compare_dataset::model::official::{CodeScheme, LofinCode, Scope, Spending};
use city_compare_dataset::model::{Account, FiscalYear, Stage};
use city_compare_import::ADMINISTRATION_FIELD;
use city_compare_import::layout::recognise;
use city_compare_import::problem::Problems;
use city_compare_import::read::{RowKind, Rows};
use city_compare_import::recipe::Kind as Layout;
use city_compare_import::record::{Entry, Record};
use city_compare_import::table::Table;
use std::collections::{BTreeMap, BTreeSet};

/// What to expect, for a message.
pub const KINDS: &str =
    "구조별 기능별 세출예산 (AIDFA), 당초예산·최종예산, or resident registration (총인구수, 거주자)";

/// What a file says.
#[derive(Debug, Default)]
pub struct Found {
    pub kind: Kind,
    values: BTreeMap<Key, i64>,
    /// What the file's own parts add up to.
    pub sums: Vec<String>,
    /// Where the file contradicts itself, or a cell is no number.
    pub contradictions: Vec<String>,
}

impl Found {
    /// The value of a key. People of several codes are added up.
    pub fn value(&self, key: &Key) -> Option<i64> {
        if let (None, Key::Residents { codes, day, measure }) = (self.values.get(key), key) {
            let one = |code: &String| {
                let key = Key::Residents { codes: vec![code.clone()], day: day.clone(), measure: *measure };
                self.values.get(&key)
            };
            return codes.iter().map(one).sum();
        }
        self.values.get(key).copied()
    }

    fn add(&mut self, key: Key, value: i64) {
        *self.values.entry(key).or_default() += value;
    }
}

/// Reads a table; `None` if it is none of those that are known. The importer knows the layouts.
pub fn read(table: &Table, held: &Held) -> Option<Found> {
    let (recipe, fit) = recognise(table)?;
    let kind = match recipe.kind {
        Layout::Fields => Kind::Fields,
        Layout::Totals => Kind::InitialFinal,
        Layout::Residents => Kind::Residents,
        Layout::Settled | Layout::Codes | Layout::Plan => return None,
    };
    let mut reading = Reading::new(kind, held);
    let here = table.len().saturating_sub(fit.header.data);
    if let Some(announced) = table.announced.filter(|announced| *announced != here) {
        reading.contradict(format!(
            "the service announces {announced} rows, and here are {here}: other pages are missing"
        ));
    }
    let rows = Rows::new(0, &recipe, &fit);
    let mut problems = Problems::default();
    for row in table.rows(fit.header.data).filter(|row| rows.kind(*row) == RowKind::Data) {
        for entry in rows.entries(row, &mut problems) {
            reading.entry(&entry);
        }
    }
    for problem in problems.all() {
        let line = problem.at.row.unwrap_or_default();
        reading.contradict(format!("line {line}: {}", problem.sentence(Lang::En)));
    }
    Some(reading.finish())
}

/// What is read of a table.
struct Reading<'h> {
    found: Found,
    held: &'h Held,
    accounts: BTreeMap<(LofinCode, FiscalYear, bool), [i64; 3]>,
    places: BTreeSet<String>,
    days: BTreeSet<String>,
    rows: usize,
}

impl<'h> Reading<'h> {
    const fn new(kind: Kind, held: &'h Held) -> Self {
        let found = Found { kind, values: BTreeMap::new(), sums: Vec::new(), contradictions: Vec::new() };
        Self { found, held, accounts: BTreeMap::new(), places: BTreeSet::new(), days: BTreeSet::new(), rows: 0 }
    }

    fn contradict(&mut self, told: String) {
        self.found.contradictions.push(told);
    }

    fn entry(&mut self, entry: &Entry<'_>) {
        let line = entry.at.row.unwrap_or_default();
        let (who, code) = (entry.who, LofinCode::parse(entry.who.code));
        match &entry.record {
            Record::Field { year, account, code: field, gross, .. } => match code {
                Some(place) => self.fields(place, *year, *account == Account::General, field, gross),
                None => self.contradict(format!("line {line}: no code of seven digits, or no year")),
            },
            Record::Course { year, initial, last, change } => {
                if let Some(change) = change.filter(|change| initial + change != *last) {
                    let off = grouped(last - initial - change);
                    self.contradict(format!("line {line}: 당초예산 + 증감액 and 최종예산 differ by {off}"));
                }
                let Some(place) = code.or_else(|| self.held.named(who.name, *year)) else {
                    let name = who.name;
                    return self.contradict(format!("line {line}: no place is known that was called {name} in {year}"));
                };
                self.rows += 1;
                self.found.add(Key::WithFunds { place, year: *year, stage: Stage::Initial }, *initial);
                self.found.add(Key::WithFunds { place, year: *year, stage: Stage::Final }, *last);
            }
            Record::People { day, measure, persons } if CodeScheme::Mois.fits(who.code) => {
                self.places.insert(who.code.to_owned());
                self.days.insert(day.as_str().to_owned());
                let codes = vec![who.code.to_owned()];
                let key = Key::Residents { codes, day: day.as_str().to_owned(), measure: *measure };
                self.found.add(key, i64::try_from(*persons).unwrap_or(i64::MAX));
            }
            Record::People { .. } | Record::Total { .. } | Record::Code { .. } => {}
        }
    }

    /// 구조별 기능별 세출예산: a row for each account, field and section; three kinds of spending in each.
    fn fields(&mut self, place: LofinCode, year: FiscalYear, general: bool, field: &str, gross: &[(Spending, i64)]) {
        let amount = |wanted| gross.iter().find(|(spending, _)| *spending == wanted).map_or(0, |(_, krw)| *krw);
        let kinds = [Spending::PolicyProjects, Spending::Administration, Spending::FinancialActivities];
        let amounts = kinds.map(amount);
        let [policy, administration, financial] = amounts;
        let key = |field: &str, spending| Key::Field { place, year, field: field.to_owned(), spending };
        self.found.add(key(field, Spending::PolicyProjects), policy);
        self.found.add(key(ADMINISTRATION_FIELD, Spending::Administration), administration);
        let all = policy + administration + financial;
        self.found.add(Key::Budget { place, year, scope: Scope::GeneralAndSpecial }, all);
        if general {
            self.found.add(Key::Budget { place, year, scope: Scope::General }, all);
        }
        let sums = self.accounts.entry((place, year, !general)).or_default();
        sums.iter_mut().zip(amounts).for_each(|(sum, amount)| *sum += amount);
    }

    fn finish(mut self) -> Found {
        for ((place, year, special), [policy, administration, financial]) in self.accounts {
            let account = if special { "special accounts" } else { "general account" };
            self.found.sums.push(format!(
                "{place} {year} {account}: policy projects {} + administration {} + financial activities {} = {} won",
                grouped(policy),
                grouped(administration),
                grouped(financial),
                grouped(policy + administration + financial)
            ));
        }
        match self.found.kind {
            Kind::Fields => {}
            Kind::InitialFinal => self.found.sums.push(format!("{} rows", self.rows)),
            Kind::Residents => {
                let days: Vec<String> = self.days.into_iter().collect();
                self.found.sums.push(format!("{} places, {}", self.places.len(), days.join(", ")));
            }
        }
        self.found
    }
}

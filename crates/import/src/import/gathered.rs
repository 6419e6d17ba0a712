//! What the tables say of the city, each figure once, and what they say of its province.

use crate::at::At;
use crate::books::{Part, Sum, SumOf, grouped};
use crate::build::{FieldFigure, Figures, PeopleFigure, TotalFigure};
use crate::fields;
use crate::places::{Places, Resolved, Subject};
use crate::problem::{Cause, Problems};
use crate::record::{Entry, Record, Who};
use crate::unit::Unit;
use city_compare_dataset::model::official::{ResidentMeasure, Scope, Side, Spending};
use city_compare_dataset::model::{Account, FiscalYear, PartialDate, Stage};
use std::collections::{BTreeMap, HashMap, HashSet};

type TotalKey = (FiscalYear, Stage, Scope, Side);
type FieldKey = (FiscalYear, Stage, Account, &'static str, Spending);
type PeopleKey = (String, ResidentMeasure);
/// A row of a table by field: two rows of one table may share it, two tables may not.
type RowKey = (FiscalYear, Stage, String, String, String);

/// A province in a table: what its own row says, and what its parts add up to.
#[derive(Debug, Default)]
struct Province {
    name: String,
    stated: Option<i64>,
    parts: i64,
    places: usize,
    about: bool,
}

/// An amount, where it stands, and in which unit.
#[derive(Debug, Clone)]
struct Held<T> {
    value: T,
    at: At,
    unit: Unit,
}

/// Amounts of a row by kind of spending.
type Kinds = Vec<(Spending, i64)>;

/// Whom a row names: code, name, region, and the year that it speaks of.
type Named = (String, String, String, Option<FiscalYear>);

/// What is gathered.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// What each table is called, for a first place.
    pub names: Vec<String>,
    totals: BTreeMap<TotalKey, Held<i64>>,
    fields: BTreeMap<FieldKey, Held<i64>>,
    printed: BTreeMap<(FiscalYear, Stage, &'static str), String>,
    rows: HashMap<RowKey, Vec<(At, Kinds)>>,
    people: BTreeMap<PeopleKey, Held<(u64, String)>>,
    provinces: BTreeMap<(u32, String, PeopleKey), Province>,
    codes: BTreeMap<String, bool>,
    /// Whom rows are about, found once for each name and code.
    known: HashMap<Named, Result<Resolved, (Cause, String)>>,
    /// What was told of a name, so that it is told once.
    told: HashSet<(&'static str, String)>,
}

impl Gathered {
    /// Takes an entry; whether it is about the city.
    pub fn entry(&mut self, entry: Entry<'_>, subject: &Subject, places: &Places, problems: &mut Problems) -> bool {
        let year = match &entry.record {
            Record::Field { year, .. } | Record::Total { year, .. } | Record::Course { year, .. } => Some(*year),
            Record::People { day, .. } => Some(FiscalYear(day.year())),
            Record::Code { .. } => None,
        };
        let about = self.about(&entry, year, subject, places, problems);
        if let Record::People { day, measure, persons } = &entry.record {
            self.province(&entry, day, *measure, *persons, about);
        }
        if !about {
            return false;
        }
        let (at, unit) = (entry.at, entry.unit);
        match entry.record {
            Record::Field { .. } => self.field(&entry, problems),
            Record::Total { year, stage, scope, side, krw } => {
                self.total((year, stage, scope, side), krw, at, unit, problems);
            }
            Record::Course { year, initial, last, change } => {
                if let Some(change) = change.filter(|change| initial + change != last) {
                    let found = format!("{} + {} ≠ {}", grouped(initial), grouped(change), grouped(last));
                    problems.add(at, Cause::ChangeMismatch, found, grouped(last - initial - change));
                }
                if last < initial {
                    let found = format!("{year}: {} < {}", grouped(last), grouped(initial));
                    problems.add(at, Cause::InitialAboveFinal, found, "");
                }
                for (stage, krw) in [(Stage::Initial, initial), (Stage::Final, last)] {
                    self.total((year, stage, Scope::WithFunds, Side::Expenditure), krw, at, unit, problems);
                }
            }
            Record::People { day, measure, persons } => {
                self.people((day.as_str().to_owned(), measure), persons, entry.who.code, at, problems);
            }
            Record::Code { there } => {
                self.codes.insert(entry.who.code.to_owned(), there);
            }
        }
        true
    }

    /// Whether a row is about the city. What cannot be placed is told only where it may be the city.
    fn about(
        &mut self,
        entry: &Entry<'_>,
        year: Option<FiscalYear>,
        subject: &Subject,
        places: &Places,
        problems: &mut Problems,
    ) -> bool {
        let who = entry.who;
        if who == Who::default() {
            // A table of one city does not name it.
            return true;
        }
        let key = (who.code.to_owned(), who.name.to_owned(), who.region.to_owned(), year);
        let found = self.known.entry(key).or_insert_with(|| places.resolve(who, year));
        match found {
            Ok(found) => {
                let about = places.get(found.place).is_some_and(|place| subject.is(place));
                if about && found.code_changed && subject.place.mois.iter().all(|code| code != who.code) {
                    let place = places.get(found.place).map(|place| place.mois.join(", ")).unwrap_or_default();
                    let text = format!("{} {}", who.name, who.code);
                    if self.told.insert(("code", text.clone())) {
                        problems.add(entry.at, Cause::CodeChanged, text, place);
                    }
                }
                about
            }
            Err((cause, beside)) => {
                let own = subject.place.lofin.is_none() && subject.may_be(who) && *cause == Cause::UnknownPlace;
                if own {
                    return true;
                }
                if matches!(entry.record, Record::Code { .. }) {
                    // A list of codes holds every village.
                    return false;
                }
                let part = matches!(cause, Cause::DistrictOfCity | Cause::BranchOffice);
                let name = format!("{} {}", who.region, who.name).trim().to_owned();
                let text = if who.code.is_empty() { name } else { format!("{name} {}", who.code) };
                let of_city = part && is_part_of(who, subject);
                let may_be = !part && (subject.may_be(who) || *cause == Cause::NoCode || who.name.is_empty());
                // A part of the city is told once; what may be the city, at each of its rows.
                if may_be || (of_city && self.told.insert(("part", text.clone()))) {
                    problems.add(entry.at, *cause, text, beside.clone());
                }
                false
            }
        }
    }

    fn total(&mut self, key: TotalKey, krw: i64, at: At, unit: Unit, problems: &mut Problems) {
        if krw < 0 {
            return problems.add(at, Cause::Negative, grouped(krw), "");
        }
        put(&mut self.totals, key, Held { value: krw, at, unit }, |krw| grouped(*krw), (&self.names, problems));
    }

    fn people(&mut self, key: PeopleKey, persons: u64, code: &str, at: At, problems: &mut Problems) {
        // A branch office, or a district before it was made, has nobody; a city never.
        if persons == 0 {
            return problems.add(at, Cause::BranchOffice, "0", "");
        }
        let show = |(persons, _): &(u64, String)| grouped(i64::try_from(*persons).unwrap_or(i64::MAX));
        if let Some(held) = self.people.get(&key)
            && held.value.0 == persons
        {
            let first = place_of(&self.names, held.at);
            return problems.add(at, Cause::TwiceEqual, show(&held.value), first);
        }
        put(
            &mut self.people,
            key,
            Held { value: (persons, code.to_owned()), at, unit: Unit::Won },
            show,
            (&self.names, problems),
        );
    }

    fn field(&mut self, entry: &Entry<'_>, problems: &mut Problems) {
        let Record::Field { year, stage, account, account_name, section, code, name, gross, net } = &entry.record
        else {
            return;
        };
        let at = entry.at;
        let Some((field, today)) = fields::find(code, name) else {
            let shown = if code.is_empty() { name } else { code };
            return problems.add(at, Cause::UnknownField, *shown, "");
        };
        if let Some((_, krw)) = gross.iter().find(|(_, krw)| *krw < 0) {
            return problems.add(at, Cause::Negative, grouped(*krw), "");
        }
        if !name.is_empty() && !fields::same(name, today) {
            let drift = ("field", (*name).to_owned());
            if self.told.insert(drift) {
                problems.add(at, Cause::DriftedLabel, *name, today);
            }
        }
        let key = (*year, *stage, (*account_name).to_owned(), field.to_owned(), (*section).to_owned());
        let before = self.rows.entry(key).or_default();
        let anything = gross.iter().any(|(_, krw)| *krw != 0);
        if anything && let Some((first, _)) = before.iter().find(|(_, other)| other == gross) {
            let first = place_of(&self.names, *first);
            return problems.add(at, Cause::TwiceEqual, format!("{name} {section}").trim(), first);
        }
        if let Some((first, other)) = before.iter().find(|(first, _)| first.table != at.table) {
            let show =
                |gross: &[(Spending, i64)]| gross.iter().map(|(_, krw)| grouped(*krw)).collect::<Vec<_>>().join(" / ");
            let (found, first) = (format!("{} ≠ {}", show(gross), show(other)), place_of(&self.names, *first));
            return problems.add(at, Cause::TwiceDifferent, found, first);
        }
        before.push((at, gross.clone()));
        for (spending, krw) in gross {
            let less = net.iter().find(|(kind, _)| kind == spending).map(|(_, krw)| *krw);
            if let Some(less) = less.filter(|less| less > krw) {
                let found = format!("{name} {section}: {} > {}", grouped(less), grouped(*krw));
                problems.add(at, Cause::NetAboveGross, found, "");
            }
            let held = self.fields.entry((*year, *stage, *account, field, *spending));
            let held = held.or_insert(Held { value: 0, at, unit: entry.unit });
            held.value = held.value.saturating_add(*krw);
            held.unit = held.unit.max(entry.unit);
        }
        self.printed
            .entry((*year, *stage, field))
            .or_insert_with(|| if name.is_empty() { today.to_owned() } else { (*name).to_owned() });
    }

    /// Puts a row of people into its province, if its code says which: the province itself, or one of its parts. Districts of
    /// cities and branch offices are no parts: with them the country would have a fifth more people.
    fn province(&mut self, entry: &Entry<'_>, day: &PartialDate, measure: ResidentMeasure, persons: u64, about: bool) {
        let (who, code) = (entry.who, entry.who.code);
        let Some(group) = code.get(..2).filter(|_| code.len() == 10) else { return };
        let key = (entry.at.table, group.to_owned(), (day.as_str().to_owned(), measure));
        let persons = i64::try_from(persons).unwrap_or(i64::MAX);
        let province = self.provinces.entry(key).or_default();
        province.about |= about;
        if code.ends_with("00000000") {
            who.name.clone_into(&mut province.name);
            province.stated = Some(persons);
        } else if code.ends_with("00000") && who.name.split_whitespace().count() <= 2 && !who.name.ends_with("출장소")
        {
            province.parts = province.parts.saturating_add(persons);
            province.places += 1;
        }
    }

    /// The sums of the books; what does not close is told.
    pub fn sums(&self, problems: &mut Problems) -> Vec<Sum> {
        let mut sums: Vec<(At, Sum)> = Vec::new();
        let first = self.fields.values().next().map_or_else(At::default, |held| At::table(held.at.table as usize));
        let mut accounts: BTreeMap<(FiscalYear, Stage, Account), Vec<(Spending, i64)>> = BTreeMap::new();
        for ((year, stage, account, _, spending), held) in &self.fields {
            let parts = accounts.entry((*year, *stage, *account)).or_default();
            match parts.iter_mut().find(|(kind, _)| kind == spending) {
                Some((_, krw)) => *krw = krw.saturating_add(held.value),
                None => parts.push((*spending, held.value)),
            }
        }
        let mut budgets: BTreeMap<(FiscalYear, Stage), Vec<(Part, i64)>> = BTreeMap::new();
        for ((year, stage, account), mut parts) in accounts {
            parts.sort_by_key(|(spending, _)| *spending);
            let parts: Vec<(Part, i64)> =
                parts.into_iter().map(|(spending, krw)| (Part::Spending(spending), krw)).collect();
            let stated = (account == Account::General)
                .then(|| self.totals.get(&(year, stage, Scope::General, Side::Expenditure)).map(|held| held.value));
            let sum = Sum { of: SumOf::Account(year, account), parts, stated: stated.flatten() };
            budgets.entry((year, stage)).or_default().push((Part::Account(account), sum.computed()));
            sums.push((first, sum));
        }
        for ((year, stage), parts) in budgets {
            let whole = (year, stage, Scope::GeneralAndSpecial, Side::Expenditure);
            let stated = self.totals.get(&whole).map(|held| held.value);
            if parts.len() > 1 || stated.is_some() {
                sums.push((first, Sum { of: SumOf::Budget(year), parts, stated }));
            }
        }
        for ((table, _, (day, measure)), province) in &self.provinces {
            let Some(day) = PartialDate::parse(day) else { continue };
            if province.about && province.places > 0 && province.stated.is_some() {
                let parts = vec![(Part::Places(province.places), province.parts)];
                let of = SumOf::Province(province.name.clone(), day, *measure);
                sums.push((At::table(*table as usize), Sum { of, parts, stated: province.stated }));
            }
        }
        for (at, sum) in sums.iter().filter(|(_, sum)| !sum.closes()) {
            let stated = grouped(sum.stated.unwrap_or_default());
            problems.add(
                *at,
                Cause::BooksOpen,
                format!("{} ≠ {stated}", grouped(sum.computed())),
                grouped(sum.difference()),
            );
        }
        sums.into_iter().map(|(_, sum)| sum).collect()
    }

    /// The largest amount of each table that is a total of a year.
    pub fn peaks(&self) -> Vec<(usize, i64)> {
        let mut years: BTreeMap<(u32, FiscalYear), i64> = BTreeMap::new();
        for ((year, ..), held) in &self.fields {
            let sum = years.entry((held.at.table, *year)).or_default();
            *sum = sum.saturating_add(held.value);
        }
        for ((year, ..), held) in &self.totals {
            let most = years.entry((held.at.table, *year)).or_default();
            *most = (*most).max(held.value);
        }
        let mut tables: BTreeMap<u32, i64> = BTreeMap::new();
        for ((table, _), krw) in years {
            let most = tables.entry(table).or_default();
            *most = (*most).max(krw);
        }
        tables.into_iter().map(|(table, krw)| (table as usize, krw)).collect()
    }

    /// The newest number of residents.
    pub fn residents(&self) -> Option<u64> {
        self.people.iter().next_back().map(|(_, held)| held.value.0)
    }

    /// The figures, in order.
    pub fn figures(&self) -> Figures {
        let totals = self.totals.iter().map(|((year, stage, scope, side), held)| TotalFigure {
            year: *year,
            stage: *stage,
            scope: *scope,
            side: *side,
            krw: held.value,
            unit: held.unit,
            table: held.at.table as usize,
        });
        let fields = self.fields.iter().map(|((year, stage, account, field, spending), held)| FieldFigure {
            year: *year,
            stage: *stage,
            account: *account,
            field,
            printed: self.printed.get(&(*year, *stage, *field)).cloned().unwrap_or_default(),
            spending: *spending,
            krw: held.value,
            unit: held.unit,
            table: held.at.table as usize,
        });
        let people = self.people.iter().filter_map(|((day, measure), held)| {
            let (persons, code) = held.value.clone();
            let table = held.at.table as usize;
            Some(PeopleFigure { day: PartialDate::parse(day)?, measure: *measure, persons, code, table })
        });
        let codes = self.codes.iter().filter(|(_, there)| **there).map(|(code, _)| code.clone());
        Figures { totals: totals.collect(), fields: fields.collect(), people: people.collect(), codes: codes.collect() }
    }
}

/// Puts a figure that is there once; the first stands, and a second is told.
fn put<K: Ord, T: PartialEq>(
    held: &mut BTreeMap<K, Held<T>>,
    key: K,
    new: Held<T>,
    show: impl Fn(&T) -> String,
    told: (&[String], &mut Problems),
) {
    let (names, problems) = told;
    match held.get(&key) {
        Some(first) if first.value == new.value => {
            problems.add(new.at, Cause::TwiceEqual, show(&new.value), place_of(names, first.at));
        }
        Some(first) => {
            let found = format!("{} ≠ {}", show(&new.value), show(&first.value));
            problems.add(new.at, Cause::TwiceDifferent, found, place_of(names, first.at));
        }
        None => {
            held.insert(key, new);
        }
    }
}

/// A place in short: the table's name, and the row.
fn place_of(names: &[String], at: At) -> String {
    let row = at.row.map(|row| format!(":{row}")).unwrap_or_default();
    format!("{}{row}", names.get(at.table as usize).map_or("", String::as_str))
}

/// Whether a row is about a district of the city, or a branch office in it.
fn is_part_of(who: Who<'_>, subject: &Subject) -> bool {
    who.name.split_whitespace().any(|word| word.starts_with(subject.place.name.ko.as_str()))
}

//! What must hold between official figures that each read well.

use crate::model::official::{CodeScheme, FieldAmount, FiscalIndicator, Official, Place, Precision, Scope, Total};
use crate::model::{FiscalYear, PartialDate, Stage, Word};
use crate::problem::{Fault, Problem, Rule, Target};
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// Medians are printed to two decimals, where minimum and maximum have four: a median of 0.004 is printed as 0.
const MEDIAN_ROUNDING: f64 = 0.005;

/// Every problem of the official figures, given the ids and codes of the dataset around them.
pub(crate) fn check(official: &Official, cities: &HashSet<&str>, fields: &HashSet<&str>) -> Vec<Problem> {
    let mut checker = Checker {
        cities,
        fields,
        sources: official.sources.iter().map(|source| source.id.as_str()).collect(),
        places: official.places.iter().map(|place| place.id.as_str()).collect(),
        problems: Vec::new(),
    };
    checker.sources(official);
    checker.places(&official.places);
    checker.totals(&official.totals);
    checker.field_amounts(&official.field_amounts);
    checker.indicators(&official.indicators);
    checker.people(official);
    checker.problems
}

struct Checker<'a> {
    cities: &'a HashSet<&'a str>,
    fields: &'a HashSet<&'a str>,
    sources: HashSet<&'a str>,
    places: HashSet<&'a str>,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    fn complain(&mut self, path: String, fault: Fault) {
        self.problems.push(Problem { file: None, line: None, path, fault });
    }

    fn rule(&mut self, path: String, found: String, rule: Rule) {
        self.complain(path, Fault::Rule { found, rule });
    }

    fn refer(&mut self, id: &str, target: Target, path: String) {
        let known = match target {
            Target::City => self.cities.contains(id),
            Target::Field => self.fields.contains(id),
            Target::Source => self.sources.contains(id),
            _ => self.places.contains(id),
        };
        if !known {
            self.complain(path, Fault::UnknownReference { id: id.to_owned(), target });
        }
    }

    /// Every figure of a list is there once.
    fn once<'k, T, K: Eq + Hash>(&mut self, list: &'k [T], name: &str, key: impl Fn(&'k T) -> (K, String)) {
        let mut first_at: HashMap<K, usize> = HashMap::new();
        for (i, entry) in list.iter().enumerate() {
            let (key, shown) = key(entry);
            let first = *first_at.entry(key).or_insert(i);
            if first != i {
                let first = format!("official.{name}[{first}]");
                self.complain(format!("official.{name}[{i}]"), Fault::DuplicateId { id: shown, first });
            }
        }
    }

    fn sources(&mut self, official: &Official) {
        self.once(&official.sources, "sources", |source| (source.id.as_str(), source.id.clone()));
        for (i, source) in official.sources.iter().enumerate() {
            let Some(copy) = &source.copy else { continue };
            let path = format!("official.sources[{i}].copy");
            if copy.commit.len() != 40 || !copy.commit.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
                self.rule(format!("{path}.commit"), copy.commit.clone(), Rule::Commit);
            }
            if copy.repository.split('/').filter(|part| !part.is_empty()).count() != 2 {
                self.rule(format!("{path}.repository"), copy.repository.clone(), Rule::Repository);
            }
        }
    }

    fn places(&mut self, places: &[Place]) {
        self.once(places, "places", |place| (place.id.as_str(), place.id.clone()));
        for (i, place) in places.iter().enumerate() {
            let path = format!("official.places[{i}]");
            for (j, code) in place.codes.iter().enumerate() {
                let path = format!("{path}.codes[{j}]");
                if !code.scheme.fits(&code.code) {
                    self.rule(format!("{path}.code"), code.code.clone(), Rule::Code(code.scheme));
                }
                self.span(code.from.as_ref(), code.until.as_ref(), &path);
            }
            for (j, province) in place.provinces.iter().enumerate() {
                let path = format!("{path}.provinces[{j}]");
                self.refer(&province.place, Target::Place, format!("{path}.place"));
                self.span(province.from.as_ref(), province.until.as_ref(), &path);
            }
            for (j, successor) in place.successors.iter().enumerate() {
                self.refer(successor, Target::Place, format!("{path}.successors[{j}]"));
            }
        }
    }

    fn span(&mut self, from: Option<&PartialDate>, until: Option<&PartialDate>, path: &str) {
        if let (Some(from), Some(until)) = (from, until)
            && until < from
        {
            self.rule(format!("{path}.until"), format!("{}–{}", from.as_str(), until.as_str()), Rule::Span);
        }
    }

    fn rounded(&mut self, krw: i64, precision: Precision, path: &str) {
        if krw % precision.unit() != 0 {
            self.rule(format!("{path}.krw"), krw.to_string(), Rule::Rounded(precision));
        }
    }

    fn totals(&mut self, totals: &[Total]) {
        self.once(totals, "totals", |t| {
            let key = (t.city.as_str(), t.fiscal_year, t.stage, t.scope, t.side);
            (key, format!("{} {} {} {} {}", t.city, t.fiscal_year, t.stage.word(), t.scope.word(), t.side.word()))
        });
        let of_scope = |total: &Total, scope: Scope| {
            let same = |other: &&Total| {
                (&other.city, other.fiscal_year, other.stage, other.side)
                    == (&total.city, total.fiscal_year, total.stage, total.side)
                    && other.scope == scope
            };
            totals.iter().find(same).map(|other| other.krw)
        };
        for (i, total) in totals.iter().enumerate() {
            let path = format!("official.totals[{i}]");
            self.refer(&total.city, Target::City, format!("{path}.city"));
            self.refer(&total.source, Target::Source, format!("{path}.source"));
            self.rounded(total.krw.get(), total.precision, &path);
            // What holds more is not less: 일반 ≤ 일반 + 특별 ≤ 기금까지.
            let wider = [Scope::GeneralAndSpecial, Scope::WithFunds].into_iter().filter(|wider| *wider > total.scope);
            for more in wider.filter_map(|wider| of_scope(total, wider)).filter(|more| *more < total.krw) {
                let found = format!("{} > {}", total.krw.get(), more.get());
                self.rule(format!("{path}.krw"), found, Rule::WiderScope);
            }
        }
    }

    fn field_amounts(&mut self, amounts: &[FieldAmount]) {
        self.once(amounts, "field_amounts", |a| {
            let key = (a.city.as_str(), a.fiscal_year, a.stage, a.scope, a.spending, a.field.as_str());
            (key, format!("{} {} {} {}", a.city, a.fiscal_year, a.stage.word(), a.field))
        });
        let mut scopes: HashMap<(&str, FiscalYear, Stage), Scope> = HashMap::new();
        for (i, amount) in amounts.iter().enumerate() {
            let path = format!("official.field_amounts[{i}]");
            self.refer(&amount.city, Target::City, format!("{path}.city"));
            self.refer(&amount.field, Target::Field, format!("{path}.field"));
            self.refer(&amount.source, Target::Source, format!("{path}.source"));
            self.rounded(amount.krw.get(), amount.precision, &path);
            // The fields of a city, year and stage are parts of one whole.
            let key = (amount.city.as_str(), amount.fiscal_year, amount.stage);
            let scope = *scopes.entry(key).or_insert(amount.scope);
            if scope != amount.scope {
                self.rule(format!("{path}.scope"), amount.scope.word().to_owned(), Rule::OneScope);
            }
        }
    }

    fn indicators(&mut self, indicators: &[FiscalIndicator]) {
        self.once(indicators, "indicators", |found| {
            let key = (found.city.as_str(), found.kind, found.basis, found.fiscal_year);
            (key, format!("{} {} {} {}", found.city, found.kind.word(), found.basis.word(), found.fiscal_year))
        });
        for (i, indicator) in indicators.iter().enumerate() {
            let path = format!("official.indicators[{i}]");
            self.refer(&indicator.city, Target::City, format!("{path}.city"));
            self.refer(&indicator.source, Target::Source, format!("{path}.source"));
            let (peers, value) = (&indicator.peers, indicator.value);
            let (least, most) = (peers.min.get() - MEDIAN_ROUNDING, peers.max.get() + MEDIAN_ROUNDING);
            if !(peers.min <= peers.max && (least..=most).contains(&peers.median.get())) {
                let found = format!("{}, {}, {}", peers.min.get(), peers.median.get(), peers.max.get());
                self.rule(format!("{path}.peers"), found, Rule::PeersInOrder);
            }
            if !(peers.min <= value && value <= peers.max) {
                self.rule(format!("{path}.value"), value.get().to_string(), Rule::WithinPeers);
            }
            if peers.rank > peers.count {
                self.rule(format!("{path}.peers.rank"), peers.rank.to_string(), Rule::RankWithinCount);
            }
            if indicator.amounts_in.is_some() != indicator.numerator.is_some() {
                self.rule(format!("{path}.amounts_in"), "–".to_owned(), Rule::UnitOfAmounts);
            }
        }
    }

    fn people(&mut self, official: &Official) {
        self.once(&official.residents, "residents", |count| {
            let key = (count.city.as_str(), count.measure, count.as_of.as_str());
            (key, format!("{} {} {}", count.city, count.measure.word(), count.as_of.as_str()))
        });
        for (i, count) in official.residents.iter().enumerate() {
            let path = format!("official.residents[{i}]");
            self.refer(&count.city, Target::City, format!("{path}.city"));
            self.refer(&count.source, Target::Source, format!("{path}.source"));
            for (j, code) in count.codes.iter().enumerate().filter(|(_, code)| !CodeScheme::Mois.fits(code)) {
                self.rule(format!("{path}.codes[{j}]"), code.clone(), Rule::Code(CodeScheme::Mois));
            }
        }
        self.once(&official.prices, "prices", |level| (level.year, level.year.to_string()));
        for (i, level) in official.prices.iter().enumerate() {
            self.refer(&level.source, Target::Source, format!("official.prices[{i}].source"));
            if level.index.get() <= 0.0 {
                self.rule(format!("official.prices[{i}].index"), level.index.get().to_string(), Rule::AboveZero);
            }
        }
    }
}

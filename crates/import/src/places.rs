//! The country's local governments, found by code or by name.

use crate::problem::Cause;
use crate::record::Who;
use city_compare_dataset::country::Country;
use city_compare_dataset::model::official::{CodeScheme, CountryPlace, LofinCode, Official, PlaceKind};
use city_compare_dataset::model::{Bilingual, FiscalYear};
use std::collections::HashMap;

/// A local government, as far as the importer asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Its code at 지방재정365; `None` for one that is not there.
    pub lofin: Option<LofinCode>,
    /// Its codes of ten digits, at any time.
    pub mois: Vec<String>,
    /// Its name without the province.
    pub name: Bilingual,
    /// A name that it had before.
    pub former: Option<String>,
    /// Its province; its own name for one of the upper tier.
    pub province: Bilingual,
    /// Kind.
    pub kind: PlaceKind,
    /// The first and the last fiscal year that is known of it.
    pub years: (FiscalYear, FiscalYear),
    /// Whether another code took over.
    pub ended: bool,
    /// Residents at the newest day: a witness of units.
    pub residents: Option<u64>,
    /// The newest initial budget in won: another one.
    pub budget: Option<i64>,
}

impl Place {
    /// A place of no list: a village, a country abroad, a city in a lesson.
    pub fn invented(name: Bilingual, province: Bilingual, kind: PlaceKind) -> Self {
        Self {
            lofin: None,
            mois: Vec::new(),
            name,
            former: None,
            province,
            kind,
            years: (FiscalYear(1990), FiscalYear(2100)),
            ended: false,
            residents: None,
            budget: None,
        }
    }

    /// Its name with the province, in Korean.
    pub fn label(&self) -> String {
        if self.kind.is_basic() { format!("{} {}", self.province.ko, self.name.ko) } else { self.name.ko.clone() }
    }

    /// The name that LOFIN gives it: `전남여수시`, `광주본청`.
    pub fn lofin_name(&self, name: &str) -> String {
        let short = short_province(&self.province.ko);
        if self.kind.is_basic() { format!("{short}{name}") } else { format!("{short}본청") }
    }

    fn is_called(&self, name: &str) -> bool {
        self.name.ko == name || self.former.as_deref() == Some(name)
    }

    fn in_year(&self, year: Option<FiscalYear>) -> bool {
        year.is_none_or(|year| self.years.0 <= year && (year <= self.years.1 || !self.ended))
    }
}

impl From<CountryPlace> for Place {
    fn from(place: CountryPlace) -> Self {
        let newest = place.residents.iter().max_by(|a, b| a.0.as_str().cmp(b.0.as_str()));
        let budget = place.totals.iter().max_by_key(|totals| totals.year).map(|totals| totals.initial.get());
        Self {
            lofin: Some(place.lofin),
            mois: place.mois.iter().cloned().collect(),
            residents: newest.map(|(_, persons)| *persons),
            budget: budget.filter(|krw| *krw > 0),
            name: place.name,
            former: place.former_name_ko,
            province: place.province,
            kind: place.kind,
            years: place.years,
            ended: place.successor.is_some(),
        }
    }
}

/// Two provinces that became one on 2026-07-01.
const MERGED: ([&str; 2], &str) = (["전라남도", "광주광역시"], "전남광주통합특별시");

/// A province as LOFIN shortens it.
///
/// ```
/// use city_compare_import::places::short_province;
/// assert_eq!(["전라남도", "전북특별자치도", "대구광역시"].map(short_province), ["전남", "전북", "대구"]);
/// ```
pub fn short_province(province: &str) -> String {
    match province {
        "충청북도" => "충북".to_owned(),
        "충청남도" => "충남".to_owned(),
        "전라북도" => "전북".to_owned(),
        "전라남도" => "전남".to_owned(),
        "경상북도" => "경북".to_owned(),
        "경상남도" => "경남".to_owned(),
        other => other.chars().take(2).collect(),
    }
}

/// All places that are known.
#[derive(Debug, Clone, Default)]
pub struct Places {
    all: Vec<Place>,
    by_code: HashMap<String, usize>,
    by_name: HashMap<String, Vec<usize>>,
}

/// Which place a row is about, and whether its code was not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolved {
    /// Which place of the list.
    pub place: usize,
    /// Whether it was found by its name, though a code stood beside it.
    pub code_changed: bool,
}

impl Places {
    /// The places of a list.
    pub fn new(places: impl IntoIterator<Item = Place>) -> Self {
        let mut list = Self::default();
        places.into_iter().for_each(|place| list.push(place));
        list
    }

    /// The places of the country's file.
    pub fn of_country(country: &Country) -> Self {
        let codes = country.heads().iter().filter_map(|head| LofinCode::parse(&head.lofin));
        Self::new(codes.filter_map(|code| country.place(code)).map(Place::from))
    }

    /// Adds a place.
    pub fn push(&mut self, place: Place) {
        let at = self.all.len();
        let codes = place.mois.iter().cloned().chain(place.lofin.map(|code| code.to_string()));
        codes.for_each(|code| {
            self.by_code.insert(code, at);
        });
        for name in [Some(&place.name.ko), place.former.as_ref()].into_iter().flatten() {
            let mut names = vec![name.clone(), place.lofin_name(name)];
            if place.kind.is_basic() {
                names.push(format!("{}{name}", place.province.ko));
                if MERGED.0.contains(&place.province.ko.as_str()) {
                    names.push(format!("{}{name}", MERGED.1));
                    names.push(format!("{}{name}", short_province(MERGED.1)));
                }
            } else {
                names.push(short_province(name));
            }
            names.sort();
            names.dedup();
            names.into_iter().for_each(|name| self.by_name.entry(name).or_default().push(at));
        }
        self.all.push(place);
    }

    /// Adds the codes that official figures know for a time: those of 2026, after provinces merged.
    pub fn add_codes(&mut self, official: &Official) {
        for known in &official.places {
            let Some(at) = known.lofin().and_then(|code| self.by_code.get(&code.to_string()).copied()) else {
                continue;
            };
            let Some(place) = self.all.get_mut(at) else { continue };
            for code in known.codes.iter().filter(|code| code.scheme == CodeScheme::Mois) {
                self.by_code.entry(code.code.clone()).or_insert(at);
                if !place.mois.contains(&code.code) {
                    place.mois.push(code.code.clone());
                }
            }
        }
    }

    /// Every place.
    pub fn all(&self) -> &[Place] {
        &self.all
    }

    /// The place with a number of this list.
    pub fn get(&self, at: usize) -> Option<&Place> {
        self.all.get(at)
    }

    /// The places that a person may mean: a code, or a name with or without its province.
    pub fn find(&self, words: &str) -> Vec<&Place> {
        let words: String = words.split_whitespace().collect();
        if let Some(place) = self.by_code.get(&words).and_then(|at| self.all.get(*at)) {
            return vec![place];
        }
        let named = self.by_name.get(&words).map_or(&[][..], Vec::as_slice);
        let mut found: Vec<&Place> = named.iter().filter_map(|at| self.all.get(*at)).collect();
        if found.iter().any(|place| !place.ended) {
            found.retain(|place| !place.ended);
        }
        found
    }

    /// Which place a row is about.
    ///
    /// # Errors
    /// Why none is, and what to say beside what stands there.
    pub fn resolve(&self, who: Who<'_>, year: Option<FiscalYear>) -> Result<Resolved, (Cause, String)> {
        if who.name.ends_with("출장소") {
            return Err((Cause::BranchOffice, String::new()));
        }
        let known = match who.code.len() {
            0 => None,
            7 | 10 if who.code.bytes().all(|byte| byte.is_ascii_digit()) => self.by_code.get(who.code),
            _ => return Err((Cause::NoCode, String::new())),
        };
        if let Some(at) = known {
            return self.agree(*at, who, year);
        }
        // A code of the ministry that ends otherwise is that of a town or a district of a city.
        let below = who.code.len() == 10 && !who.code.ends_with("00000");
        if below || who.name.split_whitespace().count() > 2 {
            return Err((Cause::DistrictOfCity, String::new()));
        }
        let place = self.named(who, year)?;
        Ok(Resolved { place, code_changed: !who.code.is_empty() })
    }

    /// The place of a code, if the name beside it is not that of another.
    fn agree(&self, at: usize, who: Who<'_>, year: Option<FiscalYear>) -> Result<Resolved, (Cause, String)> {
        let found = Ok(Resolved { place: at, code_changed: false });
        let Some(place) = self.all.get(at) else { return Err((Cause::UnknownPlace, String::new())) };
        let last = who.name.split_whitespace().last().unwrap_or_default();
        if last.is_empty() || place.is_called(last) {
            return found;
        }
        // `대구중구`, `전남본청`, a province that was renamed: the code says which; another known place contradicts it.
        match self.named(Who { code: "", ..who }, year) {
            Ok(other) if other != at => Err((Cause::CodeAndName, place.label())),
            _ => found,
        }
    }

    fn named(&self, who: Who<'_>, year: Option<FiscalYear>) -> Result<usize, (Cause, String)> {
        let name: String = who.name.split_whitespace().collect();
        let region: String = who.region.split_whitespace().collect();
        let with_region = |form: String| self.by_name.get(&form);
        let mut found = Vec::new();
        let forms = [format!("{region}{name}"), format!("{}{name}", short_province(&region)), name.clone()];
        for form in if region.is_empty() { &forms[2..] } else { &forms[..] } {
            if let Some(all) = with_region(form.clone()) {
                found.clone_from(all);
                break;
            }
        }
        if found.len() > 1 {
            let now: Vec<usize> =
                found.iter().copied().filter(|at| self.all.get(*at).is_some_and(|place| place.in_year(year))).collect();
            let there: Vec<usize> =
                now.iter().copied().filter(|at| self.all.get(*at).is_some_and(|p| !p.ended)).collect();
            found = if now.len() > 1 && !there.is_empty() { there } else { now };
        }
        match found.as_slice() {
            [one] => Ok(*one),
            [] => Err((Cause::UnknownPlace, String::new())),
            several => {
                let provinces = several.iter().filter_map(|at| self.all.get(*at)).map(|p| p.province.ko.as_str());
                Err((Cause::NameWithoutProvince, provinces.collect::<Vec<_>>().join(", ")))
            }
        }
    }
}

/// The city that data are read for.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    /// Its id in the dataset: lower case letters, digits, hyphens.
    pub id: String,
    /// What is known of it.
    pub place: Place,
}

impl Subject {
    /// A place, with an id made of its English name: `daegu-jung-gu`.
    ///
    /// ```
    /// use city_compare_dataset::model::{Bilingual, official::PlaceKind};
    /// use city_compare_import::places::{Place, Subject};
    /// let place = Place::invented(Bilingual::new("중구", "Jung-gu"), Bilingual::new("대구광역시", "Daegu"), PlaceKind::District);
    /// assert_eq!(Subject::new(place).id, "daegu-jung-gu");
    /// ```
    pub fn new(place: Place) -> Self {
        let words = if place.kind.is_basic() {
            format!("{} {}", place.province.en, place.name.en)
        } else {
            place.name.en.clone()
        };
        let mut id = String::new();
        for c in words.chars().flat_map(char::to_lowercase) {
            if c.is_ascii_alphanumeric() {
                id.push(c);
            } else if !id.ends_with('-') && !id.is_empty() {
                id.push('-');
            }
        }
        let id = id.trim_end_matches('-').to_owned();
        Self { id: if id.is_empty() { "own-city".to_owned() } else { id }, place }
    }

    /// Whether a row that could not be placed may be about it: its name is the same.
    pub fn may_be(&self, who: Who<'_>) -> bool {
        let last = who.name.split_whitespace().last().unwrap_or_default();
        self.place.is_called(last) || self.place.lofin_name(&self.place.name.ko) == who.name
    }

    /// Whether it is a place of a list.
    pub fn is(&self, place: &Place) -> bool {
        match (self.place.lofin, place.lofin) {
            (Some(own), Some(other)) => own == other,
            _ => self.place.name == place.name && self.place.province == place.province,
        }
    }
}

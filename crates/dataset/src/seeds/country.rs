//! `seeds/country`: the country's local governments, of which `country.bin` is made.

use super::tables::{Columns, read as table};
use super::{Node, Value, parse, problem};
use crate::model::official::{
    CodeScheme, CountryPlace, FieldBudget, Independence, LofinCode, OfficialSource, YearTotals,
};
use crate::model::{Bilingual, FiscalYear};
use crate::problem::{Fault, Problem};
use crate::reader::{Log, Reader};
use crate::rule::Rule;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// The country as the seeds hold it: exact to the won.
#[derive(Debug, Clone, PartialEq)]
pub struct CountrySeeds {
    /// The places, those of the upper tier first.
    pub places: Vec<CountryPlace>,
    /// Where the figures come from.
    pub sources: Vec<OfficialSource>,
}

const PLACES: Columns = Columns { numbers: &["first_year", "last_year"], lists: &[] };

/// The tables of figures, each with its key and its columns of numbers.
const TABLES: [(&str, &str, Columns); 4] = [
    ("totals", "totals.tsv", Columns { numbers: &["fiscal_year", "initial", "final", "settled_revenue"], lists: &[] }),
    ("fields", "fields.tsv", Columns { numbers: &["policy_projects", "administration"], lists: &[] }),
    ("independence", "independence.tsv", Columns { numbers: &["year", "old_rule", "new_rule"], lists: &[] }),
    ("residents", "residents.tsv", Columns { numbers: &["persons"], lists: &[] }),
];

/// Reads `seeds/country`.
///
/// # Errors
/// Every problem of all files at once, each with file and line.
pub fn load(seeds: &Path) -> Result<CountrySeeds, Vec<Problem>> {
    let mut problems = Vec::new();
    let root = tree(seeds, &mut problems);
    let gone = crate::gone::Gone::default();
    let found = Log::new(&gone);
    let mut reader = Reader::new(&root, String::new(), &found);
    let sources = reader.list("sources", crate::official::source);
    let mut places = reader.some("places", place);
    let by_code: HashMap<LofinCode, usize> = places.iter().enumerate().map(|(i, place)| (place.lofin, i)).collect();
    let mut seen: HashSet<(&str, LofinCode, String)> = HashSet::new();
    for (key, _, _) in TABLES {
        reader.list(key, |r| {
            let code = lofin(r, "lofin")?;
            let Some(place) = by_code.get(&code).and_then(|at| places.get_mut(*at)) else {
                r.fault(
                    "lofin",
                    Fault::UnknownReference { id: code.to_string(), target: crate::problem::Target::Place },
                );
                return None;
            };
            let of = figure(key, r, place);
            if !seen.insert((key, code, of.clone())) {
                r.fault("lofin", Fault::DuplicateKey { key: format!("{code} {of}") });
            }
            Some(())
        });
    }
    for (i, place) in places.iter().enumerate() {
        if let Some((code, _)) = place.successor.filter(|(code, _)| !by_code.contains_key(code)) {
            let target = crate::problem::Target::Place;
            let fault = Fault::UnknownReference { id: code.to_string(), target };
            found.push(Problem { file: None, line: None, path: format!("places[{i}].successor"), fault });
        }
    }
    reader.finish();
    for mut problem in found.into_problems() {
        (problem.file, problem.line) = root.place(&problem.path);
        problems.push(problem);
    }
    if problems.is_empty() { Ok(CountrySeeds { places, sources }) } else { Err(problems) }
}

/// All files as one tree.
fn tree(seeds: &Path, problems: &mut Vec<Problem>) -> Node {
    let mut root = Node { value: Value::Table(Vec::new()), origin: Some(("seeds/country".into(), 1)) };
    let file = "country/sources.toml";
    match std::fs::read_to_string(seeds.join(file)) {
        Ok(text) => {
            let mut node = parse(file, &text, problems);
            node.hand_over("sources", &mut root);
            problems.extend(super::unread(&node, "sources"));
        }
        Err(error) => problems.push(problem(file, Fault::NoFile { message: error.to_string() })),
    }
    let places = table(seeds, "country/places.tsv", &PLACES, problems);
    root.set("places", places);
    for (key, file, columns) in TABLES {
        let rows = table(seeds, &format!("country/{file}"), &columns, problems);
        root.set(key, rows);
    }
    root
}

fn lofin(r: &mut Reader<'_>, key: &'static str) -> Option<LofinCode> {
    let text = r.verbatim(key);
    let code = LofinCode::parse(&text);
    if code.is_none() {
        r.fault(key, Fault::Rule { found: text, rule: Rule::Code(CodeScheme::Lofin) });
    }
    code
}

fn place(r: &mut Reader<'_>) -> Option<CountryPlace> {
    let code = lofin(r, "lofin");
    let mois = r.opt_text("mois");
    if let Some(text) = mois.as_ref().filter(|text| !CodeScheme::Mois.fits(text)) {
        r.fault("mois", Fault::Rule { found: text.clone(), rule: Rule::Code(CodeScheme::Mois) });
    }
    let name = Bilingual::new(r.text("name_ko"), r.text("name_en"));
    let province = Bilingual::new(r.text("province_ko"), r.text("province_en"));
    let kind = r.word("kind");
    let years = (r.year("first_year"), r.year("last_year"));
    let successor = r.opt_text("successor").and_then(|text| LofinCode::parse(&text)).zip(r.opt_word("change"));
    let former_name_ko = r.opt_text("former_name_ko");
    let ended = r.opt_date("ended");
    Some(CountryPlace {
        lofin: code?,
        mois,
        name,
        former_name_ko,
        province,
        kind: kind?,
        years,
        successor,
        ended,
        residents: Vec::new(),
        totals: Vec::new(),
        fields: Vec::new(),
        administration: None,
        independence: Vec::new(),
    })
}

/// Adds a figure to its place, and says of which year, field or day it is.
fn figure(key: &str, r: &mut Reader<'_>, place: &mut CountryPlace) -> String {
    match key {
        "totals" => {
            let year = r.year("fiscal_year");
            let settled_revenue = r.opt_won("settled_revenue");
            place.totals.push(YearTotals { year, initial: r.won("initial"), last: r.won("final"), settled_revenue });
            let FiscalYear(number) = year;
            if !(place.years.0.0..=place.years.1.0).contains(&number) {
                r.fault("fiscal_year", Fault::Rule { found: number.to_string(), rule: Rule::Span });
            }
            number.to_string()
        }
        "fields" => {
            let field = r.field_code("field");
            place.fields.push(FieldBudget { field: field.clone(), policy_projects: r.won("policy_projects") });
            // LOFIN books administration under the last field.
            let administration = r.won("administration");
            if administration.get() > 0 {
                place.administration = Some(administration);
            }
            field
        }
        "independence" => {
            let year = r.year("year");
            let (old_rule, new_rule) = (r.opt_number("old_rule"), r.opt_number("new_rule"));
            place.independence.push(Independence { year, old_rule, new_rule });
            year.to_string()
        }
        _ => {
            let day = r.date("as_of");
            let named = day.as_str().to_owned();
            place.residents.push((day, r.whole("persons")));
            named
        }
    }
}

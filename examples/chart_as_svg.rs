//! One chart as an SVG file, with its title, notes and sources: the cities' budgets for each resident.
//!
//! `cargo run --example chart_as_svg > budgets.svg`

use city_compare::chart::{Frame, Meta, standalone};
use city_compare::compare::{Basis, Choice, Selection, speak, totals};
use city_compare::model::FiscalYear;
use city_compare::{embedded, text::Lang};

fn main() {
    let dataset = embedded::dataset();
    let ids: Vec<&str> = dataset.cities.iter().map(|city| city.id.as_str()).collect();
    let cities = Selection::new(dataset, &ids);
    let plot = totals(dataset, &cities, Choice { year: FiscalYear(2022), strict: false }, Basis::PerResident);
    // What stands below the chart: everything that a mark cites, once.
    let mut sources: Vec<String> = Vec::new();
    for evidence in plot.marks.iter().flat_map(|mark| &mark.evidence) {
        let title = dataset.document(&evidence.document).map_or("", |document| document.title.en.as_str());
        if !sources.iter().any(|source| source == title) {
            sources.push(title.to_owned());
        }
    }
    let summary = speak::summary(&plot, dataset, Lang::En);
    let named = format!("city-compare dataset {}, SHA-256 {}", dataset.version, embedded::HASH);
    let meta = Meta { summary: &summary, sources: &sources, dataset: &named };
    println!("{}", standalone(&plot, Frame { width: 800, lang: Lang::En, id_prefix: "example" }, &meta));
}

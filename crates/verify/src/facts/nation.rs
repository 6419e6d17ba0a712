//! The country's figures: every one both ways, and those that the five cities hold too.

use super::gathered::{FactsReport, cell, plain, stated, table};
use city_compare_dataset::model::official::{CountryPlace, Official, Scope, Side, Spending};
use city_compare_dataset::model::{FiscalYear, Stage, Won};
use city_compare_dataset::seeds::country::CountrySeeds;
use std::path::Path;

/// Compares the country with the folder in which its figures were gathered.
pub fn compare(country: &CountrySeeds, facts: &Path, report: &mut FactsReport) -> Result<(), String> {
    totals(&country.places, facts, report)?;
    fields(&country.places, facts, report)?;
    independence(&country.places, facts, report)?;
    residents(&country.places, facts, report)
}

/// The gathered tables name a place by the first five digits of the ministry's code.
fn mois5(place: &CountryPlace) -> &str {
    place.mois.as_deref().and_then(|code| code.get(..5)).unwrap_or_default()
}

fn totals(places: &[CountryPlace], facts: &Path, report: &mut FactsReport) -> Result<(), String> {
    let rows = table(facts, "totals_2012_2024.tsv")?;
    let gathered = rows.iter().map(|row| {
        let amounts = ["initial_krw", "final_krw", "settled_revenue_krw"].map(|column| cell(row, column));
        (format!("{} {}", cell(row, "lofin7"), cell(row, "fiscal_year")), amounts.join(" "))
    });
    let held = places.iter().flat_map(|place| {
        place.totals.iter().map(|totals| {
            let settled = totals.settled_revenue.map(|krw| krw.get().to_string()).unwrap_or_default();
            let amounts = format!("{} {} {settled}", totals.initial.get(), totals.last.get());
            (format!("{} {}", place.lofin, totals.year), amounts)
        })
    });
    report.compare("years of the country’s totals", &gathered.collect(), &held.collect());
    Ok(())
}

fn fields(places: &[CountryPlace], facts: &Path, report: &mut FactsReport) -> Result<(), String> {
    let rows = table(facts, "fields_2026_initial.tsv")?;
    let gathered = rows.iter().map(|row| {
        let key = format!("{} {}", cell(row, "mois5"), cell(row, "field_code"));
        (key, format!("{} {}", cell(row, "policy_projects_krw"), cell(row, "administration_krw")))
    });
    let held = places.iter().flat_map(|place| {
        place.fields.iter().map(move |field| {
            let administration = place.administration.filter(|_| field.field == "900").map_or(0, Won::get);
            let amounts = format!("{} {administration}", field.policy_projects.get());
            (format!("{} {}", mois5(place), field.field), amounts)
        })
    });
    report.compare("fields of the country", &gathered.collect(), &held.collect());
    Ok(())
}

fn independence(places: &[CountryPlace], facts: &Path, report: &mut FactsReport) -> Result<(), String> {
    let rows = table(facts, "fiscal_independence.tsv")?;
    let gathered = rows.iter().map(|row| {
        let rules = ["before_2014_rule_pct", "after_2014_rule_pct"].map(|column| plain(cell(row, column)));
        (format!("{} {}", cell(row, "mois5"), cell(row, "year")), rules.join(" "))
    });
    let held = places.iter().flat_map(|place| {
        place.independence.iter().map(|known| {
            let rules = format!("{} {}", stated(known.old_rule), stated(known.new_rule));
            (format!("{} {}", mois5(place), known.year), rules)
        })
    });
    report.compare("years of the country’s fiscal independence", &gathered.collect(), &held.collect());
    Ok(())
}

fn residents(places: &[CountryPlace], facts: &Path, report: &mut FactsReport) -> Result<(), String> {
    let rows = table(facts, "residents_2026.tsv")?;
    // Wards of cities, branch offices and the cities of Jeju are no local governments.
    let known = |code: &str| places.iter().any(|place| place.mois.as_deref() == Some(code));
    let gathered = rows
        .iter()
        .filter(|row| known(cell(row, "mois10")))
        .map(|row| (format!("{} {}", cell(row, "mois10"), cell(row, "as_of")), cell(row, "residents").to_owned()));
    let held = places.iter().flat_map(|place| {
        place.residents.iter().map(|(day, persons)| {
            (format!("{} {}", place.mois.clone().unwrap_or_default(), day.as_str()), persons.to_string())
        })
    });
    report.compare("numbers of the country’s residents", &gathered.collect(), &held.collect());
    Ok(())
}

/// What the five cities and the country both hold is the same.
pub fn both(official: &Official, country: &CountrySeeds, report: &mut FactsReport) {
    // Provinces are places, too, and have no figures of their own here.
    let cities = official.places.iter().filter(|place| official.totals.iter().any(|total| total.city == place.id));
    for known in cities {
        let Some(place) = country.places.iter().find(|place| Some(place.lofin) == known.lofin()) else { continue };
        for totals in &place.totals {
            let of = |stage, side| {
                official.total(&known.id, totals.year, stage, Scope::WithFunds, side).map(|total| total.krw)
            };
            let pairs = [
                (of(Stage::Initial, Side::Expenditure), Some(totals.initial)),
                (of(Stage::Final, Side::Expenditure), Some(totals.last)),
                (of(Stage::Settled, Side::Revenue), totals.settled_revenue),
            ];
            for (city, country) in pairs {
                let won = |krw: Option<Won>| krw.map_or(0, Won::get);
                report.sum(&format!("{} {} in both", known.id, totals.year), won(city), won(country));
            }
        }
        for field in &place.fields {
            let own = official.fields_of(&known.id, FiscalYear(2026), Stage::Initial);
            let own = own.filter(|amount| amount.field == field.field && amount.spending == Spending::PolicyProjects);
            let sum = Won::sum(own.map(|amount| amount.krw)).get();
            report.sum(&format!("{} field {} in both", known.id, field.field), sum, field.policy_projects.get());
        }
    }
}

//! Are the official figures of the seeds those that were gathered? Every figure both ways, its copy, and every check of sums.

mod gathered;
mod nation;

pub use gathered::FactsReport;

use crate::Error;
use city_compare_dataset::Lang;
use city_compare_dataset::model::official::{
    IndicatorKind, IndicatorUnit, Official, Origin, ResidentMeasure, Scope, Side, Spending, Total,
};
use city_compare_dataset::model::{FiscalYear, Stage, Won, Word};
use city_compare_dataset::seeds::country::CountrySeeds;
use city_compare_dataset::seeds::{self, country};
use gathered::{Figures, cell, plain, stated, table};
use std::path::Path;

/// Verifies the official figures of seeds against the folder in which they were gathered.
///
/// # Errors
/// If the seeds or a table cannot be read.
pub fn run(folder: &Path, facts: &Path) -> Result<FactsReport, Error> {
    let dataset = seeds::load(folder).map_err(|problems| Error::of_seeds(folder, &problems))?.dataset;
    let official =
        dataset.official.ok_or_else(|| Error::unreadable("the seeds hold no official figures".to_owned()))?;
    let country = country::load(folder).map_err(|problems| Error::of_seeds(folder, &problems))?;
    compare(&official, &country, facts).map_err(Error::unreadable)
}

fn compare(official: &Official, country: &CountrySeeds, facts: &Path) -> Result<FactsReport, String> {
    let mut report = FactsReport::default();
    totals(official, facts, &mut report)?;
    fields(official, facts, &mut report)?;
    indicators(official, facts, &mut report)?;
    people(official, facts, &mut report)?;
    nation::compare(country, &facts.join("national"), &mut report)?;
    checks(official, facts, &mut report)?;
    nation::both(official, country, &mut report);
    Ok(report)
}

/// What a fact names as its copy: repository, path and commit.
fn copy(official: &Official, source: &str) -> String {
    let copy = official.source(source).and_then(|source| source.copy.as_ref());
    copy.map(|copy| format!("github {} {} @{}", copy.repository, copy.path, copy.commit)).unwrap_or_default()
}

/// The part of a fact's source that names the copy.
fn named_copy(text: &str) -> String {
    let end = text.find('@').map_or(text.len(), |at| (at + 41).min(text.len()));
    text.get(..end).unwrap_or(text).to_owned()
}

fn total_key(total: &Total) -> String {
    let Total { city, fiscal_year, stage, scope, side, .. } = total;
    format!("{city} {fiscal_year} {} {} {}", stage.word(), scope.word(), side.word())
}

fn totals(official: &Official, facts: &Path, report: &mut FactsReport) -> Result<(), String> {
    let mut gathered = Figures::new();
    for row in table(facts, "lofin_budget_totals.tsv")? {
        let (city, year) = (cell(&row, "city"), cell(&row, "fiscal_year"));
        let stage = if cell(&row, "stage").starts_with("adopted") { Stage::Initial } else { Stage::Final };
        let scope = match cell(&row, "account") {
            "general" => Scope::General,
            "total_without_funds" => Scope::GeneralAndSpecial,
            "total_as_LOFIN" | "total_with_funds" => Scope::WithFunds,
            // Computed from the others: reckoned again below.
            account => {
                let of = |scope| {
                    let year = FiscalYear(year.parse().unwrap_or_default());
                    official.total(city, year, stage, scope, Side::Expenditure).map_or(0, |total| total.krw.get())
                };
                let (more, less) = match account {
                    "special" => (Scope::GeneralAndSpecial, Scope::General),
                    _ => (Scope::WithFunds, Scope::GeneralAndSpecial),
                };
                let expected = cell(&row, "amount_krw").parse().unwrap_or_default();
                report.sum(&format!("{city} {year} {account}"), of(more) - of(less), expected);
                continue;
            }
        };
        let key = format!("{city} {year} {} {} expenditure", stage.word(), scope.word());
        let computed = if cell(&row, "note").contains("COMPUTED") { " computed" } else { "" };
        gathered.insert(key, format!("{}{computed} {}", cell(&row, "amount_krw"), named_copy(cell(&row, "sources"))));
    }
    for row in table(facts, "lofin_series.tsv")? {
        for (side, column) in [("revenue", "revenue_settled_won"), ("expenditure", "expenditure_settled_won")] {
            let key = format!("{} {} settled with_funds {side}", cell(&row, "city"), cell(&row, "year"));
            gathered.insert(key, format!("{} {}", cell(&row, column), named_copy(cell(&row, "source"))));
        }
    }
    // The general account of closed accounts stands beside the total, as an indicator of its own.
    for row in table(facts, "lofin_indicators.tsv")? {
        let side = match cell(&row, "indicator_ko") {
            "세출결산 총액" => "expenditure",
            "세입결산 총액" => "revenue",
            _ => continue,
        };
        let key = format!("{} {} settled general {side}", cell(&row, "city"), cell(&row, "year"));
        gathered.insert(key, format!("{} {}", cell(&row, "general_account"), named_copy(cell(&row, "source"))));
    }
    let held = |total: &Total| {
        let computed = if total.origin == Origin::Computed { " computed" } else { "" };
        (total_key(total), format!("{}{computed} {}", total.krw.get(), copy(official, &total.source)))
    };
    report.compare("totals", &gathered, &official.totals.iter().map(held).collect());
    Ok(())
}

fn fields(official: &Official, facts: &Path, report: &mut FactsReport) -> Result<(), String> {
    let mut gathered = Figures::new();
    for row in table(facts, "lofin_fields.tsv")? {
        let (city, year, stage) = (cell(&row, "city"), cell(&row, "fiscal_year"), cell(&row, "stage"));
        let stage = match stage.get(..1) {
            Some("a") => Stage::Initial,
            Some("b") => Stage::Current,
            _ => Stage::Spent,
        };
        let spending = match cell(&row, "measure") {
            "field_policy" => Spending::PolicyProjects,
            "field_admin" => Spending::Administration,
            "field" => Spending::WithoutTransfers,
            _ => {
                let year = FiscalYear(year.parse().unwrap_or_default());
                let sum = Won::sum(official.fields_of(city, year, stage).map(|amount| amount.krw)).get();
                let expected = cell(&row, "amount_krw").parse().unwrap_or_default();
                report.sum(&format!("{city} {year} {} sum of fields", stage.word()), sum, expected);
                continue;
            }
        };
        let key = format!("{city} {year} {} {} {}", stage.word(), cell(&row, "field_code"), spending.word());
        let value = [cell(&row, "amount_krw"), cell(&row, "precision_krw"), cell(&row, "printed_label")].join(" ");
        gathered.insert(key, format!("{value} {}", named_copy(cell(&row, "sources"))));
    }
    let held = official.field_amounts.iter().map(|amount| {
        let (city, year, field) = (&amount.city, amount.fiscal_year, &amount.field);
        let key = format!("{city} {year} {} {field} {}", amount.stage.word(), amount.spending.word());
        let (krw, unit) = (amount.krw.get(), amount.precision.unit());
        (key, format!("{krw} {unit} {} {}", amount.printed, copy(official, &amount.source)))
    });
    report.compare("amounts by field", &gathered, &held.collect());
    Ok(())
}

fn indicators(official: &Official, facts: &Path, report: &mut FactsReport) -> Result<(), String> {
    let mut gathered = Figures::new();
    for row in table(facts, "lofin_indicators.tsv")? {
        let (name, _) = cell(&row, "indicator_ko").split_once('[').unwrap_or((cell(&row, "indicator_ko"), ""));
        let basis = match cell(&row, "basis") {
            "예산[당초]" => "initial",
            "예산[최종]" => "final",
            "예산[당초→최종]" => "initial_to_final",
            "결산" => "settled",
            "실적" => "actual",
            _ => "budget",
        };
        let total = cell(&row, "unit") == "원";
        let (value, parts) = if total {
            (cell(&row, "amount_won_or_as_given"), [String::new(), String::new()])
        } else {
            let part = |column| plain(cell(&row, column));
            (cell(&row, "ratio"), [part("amount_won_or_as_given"), part("denominator")])
        };
        let peers =
            ["peer_n", "peer_min", "peer_median", "peer_max", "rank_as_given"].map(|column| plain(cell(&row, column)));
        let key = format!("{} {name} {basis} {}", cell(&row, "city"), cell(&row, "year"));
        let copy = named_copy(cell(&row, "source"));
        gathered.insert(key, format!("{} {} | {} {copy}", plain(value), parts.join(" / "), peers.join(" ")));
    }
    let held = official.indicators.iter().map(|indicator| {
        let name = city_compare_core::text::official::indicator(indicator.kind, Lang::Ko);
        let parts = [stated(indicator.numerator), stated(indicator.denominator)];
        let peers = &indicator.peers;
        let (count, rank) = (peers.count.to_string(), peers.rank.to_string());
        let peers = [count, stated(Some(peers.min)), stated(Some(peers.median)), stated(Some(peers.max)), rank];
        let key = format!("{} {name} {} {}", indicator.city, indicator.basis.word(), indicator.fiscal_year);
        let copy = copy(official, &indicator.source);
        (key, format!("{} {} | {} {copy}", indicator.value.get(), parts.join(" / "), peers.join(" ")))
    });
    report.compare("indicators", &gathered, &held.collect());
    // A ratio follows from its amounts, except the one whose print does not.
    for indicator in &official.indicators {
        let Some(ratio) = indicator.recomputed() else { continue };
        report.sums += 1;
        let off = (ratio - indicator.value.get()).abs();
        if off > 0.05 && indicator.kind != IndicatorKind::CouncilBudgetShare {
            report.mismatches.push(format!(
                "{} {}: {ratio} follows from the amounts",
                indicator.city,
                indicator.kind.word()
            ));
        }
        debug_assert!(indicator.unit == IndicatorUnit::Percent);
    }
    Ok(())
}

fn people(official: &Official, facts: &Path, report: &mut FactsReport) -> Result<(), String> {
    let mut gathered = Figures::new();
    for row in table(facts, "population_mois.tsv")? {
        let registered = cell(&row, "definition").starts_with("총인구수");
        let measure = if registered { ResidentMeasure::Registered } else { ResidentMeasure::Resident };
        let codes = cell(&row, "mois_code");
        let codes: Vec<String> = codes
            .split_once("= ")
            .map_or(codes, |(_, parts)| parts)
            .split('+')
            .map(|code| format!("{code:0<10}"))
            .collect();
        let key = format!("{} {} {}", cell(&row, "city"), measure.word(), cell(&row, "as_of"));
        let copy = named_copy(cell(&row, "source"));
        gathered.insert(key, format!("{} {} {copy}", cell(&row, "persons"), codes.join("+")));
    }
    let held = official.residents.iter().map(|count| {
        let key = format!("{} {} {}", count.city, count.measure.word(), count.as_of.as_str());
        (key, format!("{} {} {}", count.persons, count.codes.join("+"), copy(official, &count.source)))
    });
    report.compare("numbers of residents", &gathered, &held.collect());
    let rows = table(facts, "cpi.tsv")?;
    let gathered = rows.iter().map(|row| {
        let columns =
            ["index_2020_100", "as_first_published", "change_pct_as_printed"].map(|column| plain(cell(row, column)));
        (cell(row, "year").to_owned(), columns.join(" "))
    });
    let held = official.prices.iter().map(|level| {
        let columns = [stated(Some(level.index)), stated(level.first_published), stated(level.change_percent)];
        (level.year.to_string(), columns.join(" "))
    });
    report.compare("years of prices", &gathered.collect(), &held.collect());
    Ok(())
}

/// The sums that were checked when the figures were gathered, reckoned again from the seeds.
fn checks(official: &Official, facts: &Path, report: &mut FactsReport) -> Result<(), String> {
    let path = facts.join("lofin_fields_checks.txt");
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    for line in text.lines() {
        let mut words = line.split_whitespace();
        let (Some(kind), Some(city), Some(year)) = (words.next(), words.next(), words.next()) else { continue };
        let year = FiscalYear(year.parse().unwrap_or_default());
        let total = |stage, scope| {
            official.total(city, year, stage, scope, Side::Expenditure).map_or(0, |total| total.krw.get())
        };
        let sum = |stage, spending: &dyn Fn(Spending) -> bool| {
            let parts = official.fields_of(city, year, stage).filter(|amount| spending(amount.spending));
            Won::sum(parts.map(|amount| amount.krw)).get()
        };
        let printed = numbers(line);
        let expected: Vec<i64> = if kind == "A" {
            let policy = sum(Stage::Initial, &|spending| spending == Spending::PolicyProjects);
            let administration = sum(Stage::Initial, &|spending| spending == Spending::Administration);
            let whole = total(Stage::Initial, Scope::GeneralAndSpecial);
            vec![policy, administration, policy + administration, whole, whole - policy - administration]
        } else {
            let (stage, whole) =
                if line.contains("executed") { (Stage::Spent, Stage::Settled) } else { (Stage::Current, Stage::Final) };
            // In million won, the total with one decimal.
            vec![sum(stage, &|_| true) / 1_000_000, (total(whole, Scope::General) + 50_000) / 100_000]
        };
        for (printed, expected) in printed.iter().zip(expected) {
            report.sum(&format!("{kind} {city} {year}"), expected, *printed);
        }
    }
    Ok(())
}

/// The numbers of a line that are written with separators, decimals as digits: `1,515,226.9` is 15152269.
fn numbers(line: &str) -> Vec<i64> {
    line.split(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.')))
        .map(|word| word.trim_matches([',', '.']))
        .filter(|word| word.contains(','))
        .filter_map(|word| word.replace([',', '.'], "").parse().ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_a_line_are_those_with_separators() {
        assert_eq!(numbers("B x 2024 fields 1,462,819 백만 vs 1,515,226.9 백만 -> 96.54 %"), [1_462_819, 15_152_269]);
    }

    #[test]
    fn what_one_side_has_otherwise_or_alone_is_told() {
        let figures = |pairs: &[(&str, &str)]| -> Figures {
            pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
        };
        let mut report = FactsReport::default();
        report.compare(
            "totals",
            &figures(&[("a", "1"), ("b", "2"), ("c", "3")]),
            &figures(&[("a", "1"), ("b", "9"), ("d", "4")]),
        );
        assert_eq!(report.mismatches.len(), 3, "{report}");
        assert!(report.mismatches[0].ends_with("the seeds have 9, gathered was 2"), "{report}");
    }

    #[test]
    fn the_official_figures_are_those_that_were_gathered() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let facts = root.join("../shared/facts/official");
        if !facts.is_dir() {
            println!("skipped: ../shared/facts/official is not there");
            return;
        }
        let report = run(&root.join("seeds"), &facts).unwrap();
        assert!(report.mismatches.is_empty(), "{report}");
        println!("{report}");
    }
}

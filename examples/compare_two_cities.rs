//! Two cities side by side in the terminal: what they want to be, and what they spend in one year.
//!
//! `cargo run --example compare_two_cities -- yeosu jeonju` compares others than the first two.

use city_compare::compare::{Basis, Choice, DataTable, Selection, speak, totals, visions};
use city_compare::model::FiscalYear;
use city_compare::{embedded, text::Lang};
use std::env;

fn main() {
    let dataset = embedded::dataset();
    let asked: Vec<String> = env::args().skip(1).collect();
    let ids: Vec<&str> = match asked.as_slice() {
        [one, other, ..] => vec![one, other],
        _ => dataset.cities.iter().take(2).map(|city| city.id.as_str()).collect(),
    };
    // Ids that the dataset does not have are left out.
    let cities = Selection::new(dataset, &ids);

    // A row is a question, with a cell for each city: its statements, or why there are none.
    for row in visions(dataset, &cities) {
        println!("{}", row.label.en);
        for cell in &row.cells {
            let name = dataset.city(&cell.city).map_or(cell.city.as_str(), |city| city.name.en.as_str());
            for statement in &cell.statements {
                println!("  {name}: {}", statement.text.en);
            }
            if let Some(reason) = &cell.missing {
                println!("  {name}: ({})", reason.en);
            }
        }
    }

    // A plot is numbers to compare. Charts, tables, exports and sentences are made from it.
    let choice = Choice { year: FiscalYear(2022), strict: false };
    let plot = totals(dataset, &cities, choice, Basis::Amount);
    println!("\n{}", speak::summary(&plot, dataset, Lang::En));
    for row in DataTable::new(&plot, dataset, Lang::En).rows {
        let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
        println!("  {}", cells.join(" | "));
    }
}

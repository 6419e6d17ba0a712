//! What a page shows where no script runs: real comparison tables, made by the same core as the widget.

use city_compare::compare::table::{Cell, Column, ColumnKind, Row, SortKey};
use city_compare::compare::{self, Basis, DataTable, Selection, Statement, in_lang};
use city_compare::export;
use city_compare::model::Dataset;
use city_compare::options::State;
use city_compare::text::{Lang, words};

/// Two tables to paste inside the element: what the plans say, and the cities' original budgets.
pub(super) fn fallback(dataset: &Dataset, lang: Lang) -> String {
    let selection = Selection::all(dataset);
    let totals = compare::totals(dataset, &selection, State::start(dataset).choice(), Basis::Amount);
    let tables = [plans(dataset, &selection, lang), DataTable::new(&totals, dataset, lang)];
    let version = format!("<p lang=\"{}\"><small>city-compare {}</small></p>\n", lang.tag(), dataset.version);
    tables.iter().map(export::html).chain([version]).collect()
}

/// The rows of the visions view: visions, goals, values, main lines, counts, terms, documents.
fn plans(dataset: &Dataset, selection: &Selection, lang: Lang) -> DataTable {
    let column = |(index, city): (usize, &city_compare::model::City)| Column {
        kind: ColumnKind::Series(index),
        label: in_lang(&city.name, lang).to_owned(),
    };
    let first = Column { kind: ColumnKind::Category, label: words(lang).visions.to_owned() };
    let columns = std::iter::once(first).chain(selection.cities(dataset).enumerate().map(column)).collect();
    let rows = compare::visions(dataset, selection)
        .iter()
        .enumerate()
        .map(|(category, row)| {
            let header = cell(in_lang(&row.label, lang).to_owned());
            let cells = row.cells.iter().map(|found| {
                let said: Vec<String> = found.statements.iter().map(|statement| spoken(statement, lang)).collect();
                let missing = found.missing.as_ref().map(|text| in_lang(text, lang).to_owned());
                cell(said.into_iter().chain(missing).collect::<Vec<_>>().join(" · "))
            });
            Row { category, cells: std::iter::once(header).chain(cells).collect() }
        })
        .collect();
    DataTable { caption: words(lang).heading_default.to_owned(), lang, columns, rows }
}

fn spoken(statement: &Statement, lang: Lang) -> String {
    let text = in_lang(&statement.text, lang);
    statement.label.as_ref().map_or_else(|| text.to_owned(), |label| format!("{} {text}", in_lang(label, lang)))
}

fn cell(text: String) -> Cell {
    Cell { key: SortKey::Text(text.clone()), text, detail: None, status: None, mark: None, evidence: vec![] }
}

#[cfg(test)]
mod tests {
    use super::fallback;
    use city_compare::{embedded, text::Lang};

    #[test]
    fn the_tables_hold_every_city_its_vision_and_its_budget_and_nothing_is_run() {
        let page = fallback(embedded::dataset(), Lang::Ko);
        for text in ["여수시", "광주광역시", "광주, 대한민국 미래로!", "1조 1,602억", "문서에 없음"]
        {
            assert!(page.contains(text), "{text}");
        }
        assert_eq!(page.matches("<table").count(), 2);
        assert!(!page.contains("<script") && !page.contains("style="));
        assert!(fallback(embedded::dataset(), Lang::En).contains("Gwangyang"));
    }
}

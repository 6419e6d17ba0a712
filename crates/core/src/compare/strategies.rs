use super::both::{both, same};
use super::evidence::{Note, NoteKind};
use super::{Category, Evidence, Filters, Form, Mark, Plot, Reading, Selection, Series, Tone, Unit};
use crate::choices::choices;
use crate::model::{Certainty, City, Dataset, Field, Item, Number};
use crate::order::Order;
use crate::text::items::words;

/// A node of a document's own structure.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline<'a> {
    /// The item.
    pub item: &'a Item,
    /// What stands below it, in document order.
    pub children: Vec<Outline<'a>>,
}

/// A city's plan as its document orders it.
pub fn outline(city: &City) -> Vec<Outline<'_>> {
    fn below<'a>(city: &'a City, parent: Option<&str>, depth: usize) -> Vec<Outline<'a>> {
        // The loader refuses cycles; the limit only bounds what a reader can unfold.
        const DEEPEST: usize = 8;
        if depth == DEEPEST {
            return Vec::new();
        }
        city.plan
            .items
            .iter()
            .filter(|item| item.parent.as_deref() == parent)
            .map(|item| Outline { item, children: below(city, Some(&item.id), depth + 1) })
            .collect()
    }
    below(city, None, 0)
}

/// The matrix: a row for each functional field, a cell for each city.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix<'a> {
    /// Rows, in the chosen order.
    pub rows: Vec<MatrixRow<'a>>,
    /// Number of plans of each city, in the order of the selection.
    pub totals: Vec<usize>,
}

/// A field and what each city has in it.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixRow<'a> {
    /// The field.
    pub field: &'a Field,
    /// One for each city, in the order of the selection.
    pub cells: Vec<MatrixCell<'a>>,
}

/// The plans of a city in a field.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixCell<'a> {
    /// Id of the city.
    pub city: &'a str,
    /// Items beyond argument first; among them strategies before projects before measures, then in document order.
    pub items: Vec<(&'a Item, Certainty)>,
}

impl MatrixCell<'_> {
    /// How many of the items another reader might file elsewhere.
    pub fn arguable(&self) -> usize {
        self.items.iter().filter(|(_, certainty)| *certainty == Certainty::Arguable).count()
    }
}

choices! {
    /// The order of the matrix's rows.
    FieldOrder {
        /// By official code.
        Code = "code",
        /// Most items first.
        Coverage = "coverage",
        /// Largest difference between the cities' shares first.
        #[default]
        Difference = "difference",
    }
}

/// The field matrix of the chosen cities, with the plans that pass the filters. The totals are of all plans.
pub fn matrix<'a>(dataset: &'a Dataset, selection: &'a Selection, order: FieldOrder, filters: &Filters) -> Matrix<'a> {
    let cities: Vec<&City> = selection.cities(dataset).collect();
    let totals: Vec<usize> = cities.iter().map(|city| city.plan.plans().count()).collect();
    let mut rows: Vec<MatrixRow<'a>> = dataset
        .fields
        .iter()
        .map(|field| MatrixRow { field, cells: cities.iter().map(|city| matrix_cell(city, field, filters)).collect() })
        .collect();
    let shares = |row: &MatrixRow<'_>| -> Vec<usize> {
        row.cells.iter().zip(&totals).map(|(cell, total)| cell.items.len() * 10_000 / (*total).max(1)).collect()
    };
    match order {
        FieldOrder::Code => {}
        FieldOrder::Coverage => {
            rows.order_by_key(|row| std::cmp::Reverse(row.cells.iter().map(|cell| cell.items.len()).sum::<usize>()));
        }
        FieldOrder::Difference => rows.order_by_key(|row| {
            let shares = shares(row);
            let spread = shares.iter().max().unwrap_or(&0) - shares.iter().min().unwrap_or(&0);
            std::cmp::Reverse(spread)
        }),
    }
    Matrix { rows, totals }
}

fn matrix_cell<'a>(city: &'a City, field: &Field, filters: &Filters) -> MatrixCell<'a> {
    let mut items: Vec<(&Item, Certainty)> = city
        .plan
        .plans()
        .filter(|item| filters.pass(item))
        .filter_map(|item| {
            let mapping = item.fields.iter().find(|mapping| mapping.code == field.code)?;
            Some((item, mapping.confidence))
        })
        .collect();
    items.order_by_key(|(item, certainty)| (*certainty, item.level));
    MatrixCell { city: &city.id, items }
}

/// The matrix's shares as a plot: how much of what each city plans touches each field, counting the plans that pass the filters.
pub fn coverage(dataset: &Dataset, selection: &Selection, order: FieldOrder, filters: &Filters) -> Plot {
    let matrix = matrix(dataset, selection, order, filters);
    let method = Note {
        kind: NoteKind::Method,
        text: both(|lang| words(lang).coverage_method.to_owned()),
        evidence: Vec::new(),
    };
    let filtered =
        Note { kind: NoteKind::Method, text: both(|lang| words(lang).note_filtered.to_owned()), evidence: Vec::new() };
    let mut marks = Vec::new();
    for (category, row) in matrix.rows.iter().enumerate() {
        for (series, (cell, total)) in row.cells.iter().zip(&matrix.totals).enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "counts of items are small")]
            let share = cell.items.len() as f64 * 100.0 / (*total).max(1) as f64;
            let value = Number::new((share * 10.0).round() / 10.0).map_or(Reading::NotApplicable, Reading::Value);
            let document = selection.cities(dataset).nth(series).map(|city| city.plan.document.as_str());
            marks.push(Mark {
                category,
                series,
                value: if *total == 0 { Reading::NotApplicable } else { value },
                year: None,
                stage: None,
                account: None,
                amount: None,
                squares: vec![],
                evidence: document.map(|document| Evidence::page(document, None)).into_iter().collect(),
                notes: vec![0],
            });
        }
    }
    Plot {
        id: "field-coverage".to_owned(),
        title: both(|lang| words(lang).coverage_title.to_owned()),
        form: Form::Grouped,
        unit: Unit::Percent,
        categories: matrix
            .rows
            .iter()
            .map(|row| Category {
                key: row.field.code.clone(),
                label: row.field.name.clone(),
                detail: Some(same(&row.field.code)),
                item: None,
            })
            .collect(),
        series: city_series(dataset, selection),
        marks,
        notes: if filters.is_empty() { vec![method] } else { vec![method, filtered] },
        answer: None,
    }
}

/// The cities as series, each in its own colour whatever the order.
pub(crate) fn city_series(dataset: &Dataset, selection: &Selection) -> Vec<Series> {
    selection
        .cities(dataset)
        .map(|city| Series {
            key: city.id.clone(),
            label: city.name.clone(),
            tone: city_tone(dataset, selection, &city.id),
            detail: None,
        })
        .collect()
}

/// The colour of a city.
pub(crate) fn city_tone(dataset: &Dataset, selection: &Selection, id: &str) -> Tone {
    Tone::City(u8::try_from(selection.tone(dataset, id)).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;

    #[test]
    fn the_matrix_holds_every_field_and_every_city() {
        let dataset = embedded::dataset();
        let selection = Selection::all(dataset);
        let matrix = matrix(dataset, &selection, FieldOrder::Code, &Filters::default());
        assert_eq!(matrix.rows.len(), 14);
        assert!(matrix.rows.iter().all(|row| row.cells.len() == 5));
    }

    #[test]
    fn no_plan_is_lost_on_the_way_to_the_matrix() {
        let dataset = embedded::dataset();
        let selection = Selection::all(dataset);
        let matrix = matrix(dataset, &selection, FieldOrder::Coverage, &Filters::default());
        for (place, city) in selection.cities(dataset).enumerate() {
            for item in city.plan.plans() {
                let held = matrix.rows.iter().any(|row| {
                    row.cells.get(place).is_some_and(|cell| cell.items.iter().any(|(held, _)| held.id == item.id))
                });
                assert!(held, "{}", item.id);
            }
        }
    }

    #[test]
    fn the_outline_holds_every_item_once() {
        fn size(nodes: &[Outline<'_>]) -> usize {
            nodes.iter().map(|node| 1 + size(&node.children)).sum()
        }
        for city in &embedded::dataset().cities {
            assert_eq!(size(&outline(city)), city.plan.items.len(), "{}", city.id);
        }
    }

    #[test]
    fn the_order_of_cities_changes_no_share() {
        let dataset = embedded::dataset();
        let forth =
            coverage(dataset, &Selection::new(dataset, &["yeosu", "gwangju"]), FieldOrder::Code, &Filters::default());
        let back =
            coverage(dataset, &Selection::new(dataset, &["gwangju", "yeosu"]), FieldOrder::Code, &Filters::default());
        for category in 0..14 {
            assert_eq!(forth.mark(category, 0).map(|mark| mark.value), back.mark(category, 1).map(|mark| mark.value));
        }
    }
}

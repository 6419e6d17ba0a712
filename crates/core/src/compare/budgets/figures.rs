use super::city::note;
use super::{won_value, word};
use crate::compare::strategies::city_tone;
use crate::compare::{Category, Evidence, Form, Mark, NoteKind, Plot, Selection, Series, Unit};
use crate::model::{City, Dataset, Figure, Won};
use crate::order::Order;

/// Id of the plot of headline figures.
pub(super) const ID: &str = "headline-figures";

/// The amounts that the documents headline: investments, effects, funds won. They are no budgets and never added to them.
pub fn figures(dataset: &Dataset, selection: &Selection) -> Plot {
    let mut all: Vec<(&City, &Figure, Won)> = selection
        .cities(dataset)
        .flat_map(|city| city.plan.figures.iter().map(move |figure| (city, figure)))
        .filter(|(_, figure)| figure.is_money())
        .filter_map(|(city, figure)| Some((city, figure, figure.value.whole().and_then(Won::new)?)))
        .collect();
    all.order_by_key(|(_, figure, won)| (std::cmp::Reverse(*won), figure.lines));
    let mut series: Vec<Series> = Vec::new();
    let mut marks = Vec::new();
    let mut categories = Vec::new();
    for (city, figure, won) in all {
        let place = series.iter().position(|series| series.key == city.id).unwrap_or_else(|| {
            let tone = city_tone(dataset, selection, &city.id);
            series.push(Series { key: city.id.clone(), label: city.name.clone(), tone, detail: None });
            series.len() - 1
        });
        categories.push(Category {
            key: figure.id.clone(),
            label: figure.what.clone(),
            detail: Some(city.name.clone()),
            item: figure.items.first().cloned(),
        });
        marks.push(Mark {
            category: categories.len() - 1,
            series: place,
            value: won_value(won),
            year: figure.year,
            stage: None,
            account: None,
            amount: None,
            squares: vec![],
            evidence: vec![Evidence {
                document: city.plan.document.clone(),
                section: None,
                lines: vec![figure.lines],
                as_printed: Some(figure.as_printed.clone()),
            }],
            notes: vec![0],
        });
    }
    Plot {
        id: ID.to_owned(),
        title: word(|w| w.title_figures),
        form: Form::Bars,
        unit: Unit::Won,
        categories,
        series,
        marks,
        notes: vec![note(NoteKind::Method, word(|w| w.note_figures))],
        answer: None,
    }
}

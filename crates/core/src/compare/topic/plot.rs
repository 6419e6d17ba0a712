//! A topic page's squares as a plot.

use super::{TopicColumn, TopicPage, heading};
use crate::compare::both::both;
use crate::compare::budgets::missing_mark;
use crate::compare::strategies::city_tone;
use crate::compare::units::city_detail;
use crate::compare::{Category, Evidence, Form, Mark, Note, NoteKind, Plot, Reading, Selection, Series, Unit};
use crate::model::{Dataset, Number};
use crate::text::topic::words;

/// How many plans each document has on the subject, one square each.
pub fn plot(dataset: &Dataset, selection: &Selection, page: &TopicPage<'_>) -> Plot {
    let title = page.subject.title();
    let series = |column: &TopicColumn<'_>| Series {
        key: column.city.id.clone(),
        label: column.city.name.clone(),
        tone: city_tone(dataset, selection, &column.city.id),
        detail: Some(city_detail(dataset, column.city)),
    };
    Plot {
        id: format!("topic-{}", page.subject.key()),
        title: title.clone(),
        form: Form::Units,
        unit: Unit::Count(both(|lang| words(lang).unit_plans.to_owned())),
        categories: vec![Category { key: page.subject.key().to_owned(), label: title, detail: None, item: None }],
        series: page.columns.iter().map(series).collect(),
        marks: page.columns.iter().enumerate().map(mark).collect(),
        notes: vec![Note {
            kind: NoteKind::NotComparable,
            text: both(|lang| words(lang).note_counts.to_owned()),
            evidence: Vec::new(),
        }],
        answer: Some(both(|lang| heading(page, lang))),
    }
}

fn mark((series, column): (usize, &TopicColumn<'_>)) -> Mark {
    let plan = &column.city.plan;
    #[expect(clippy::cast_precision_loss, reason = "counts of items are small")]
    let number = Number::new(column.squares.len() as f64);
    let items = column.squares.iter().filter_map(|square| plan.item(&square.item));
    let evidence =
        Evidence { lines: items.map(|item| item.source.lines).collect(), ..Evidence::page(&plan.document, None) };
    let known = !plan.items.is_empty();
    Mark {
        value: number.filter(|_| known).map_or(Reading::NotStated, Reading::Value),
        squares: column.squares.clone(),
        evidence: if known { vec![evidence] } else { Vec::new() },
        notes: vec![0],
        ..missing_mark(0, series)
    }
}

//! The matrix as a plot.

use super::say::most_of_each;
use super::{Ask, UnitCell, UnitMatrix, UnitRow, answer, caveat, unequal};
use crate::compare::both::{both, document_kind_name};
use crate::compare::budgets::missing_mark;
use crate::compare::strategies::city_tone;
use crate::compare::{
    Category, Evidence, Form, Mark, Note, NoteKind, Plot, Reading, Series, SquareKind, Unit, in_lang,
};
use crate::model::{Bilingual, City, Dataset, Field, Number};
use crate::text::matrix::{MatrixWords, words};
use crate::text::{Lang, fill, official};

/// The plain name of a field, as a resident would say it; the official one where there is none, and of what belongs to no
/// other field.
pub fn field_name(field: &Field, lang: Lang) -> &str {
    // The plain name of the last field speaks of its money, which is mostly pay.
    let plain = if field.code == "900" { None } else { official::plain_field(&field.code, lang) };
    plain.unwrap_or_else(|| in_lang(&field.name, lang))
}

/// The official name of a field, where it differs from the plain one.
pub fn field_detail(field: &Field) -> Option<Bilingual> {
    let differs = Lang::ALL.iter().any(|lang| field_name(field, *lang) != in_lang(&field.name, *lang));
    differs.then(|| field.name.clone())
}

/// Kind, year and length of a city's document; or that the dataset holds no plan of it.
pub fn city_detail(dataset: &Dataset, city: &City) -> Bilingual {
    both(|lang| {
        let w = words(lang);
        let document = dataset.document(&city.plan.document).filter(|_| !city.plan.items.is_empty());
        let Some(document) = document else { return w.head_no_plan.to_owned() };
        let year = document.published.as_ref().map(|date| date.year().to_string());
        let lines = document.lines.map(|lines| {
            let shown = crate::format::grouped(lines.into());
            fill(w.head_lines, &[("n", &shown)])
        });
        let kind = document_kind_name(document.kind, lang).to_owned();
        let year = year.unwrap_or_else(|| w.head_year_unknown.to_owned());
        [Some(kind), Some(year), lines].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    })
}

fn word(pick: impl Fn(&'static MatrixWords) -> &'static str) -> Bilingual {
    both(|lang| pick(words(lang)).to_owned())
}

fn method(text: Bilingual) -> Note {
    Note { kind: NoteKind::Method, text, evidence: Vec::new() }
}

/// The matrix as a unit chart: fields are its categories, cities its series.
pub fn plot(ask: Ask<'_>) -> Plot {
    let matrix = UnitMatrix::new(ask);
    let said = |lang| answer(&ask, &matrix, lang);
    Plot {
        id: "plan-fields".to_owned(),
        title: word(|w| w.title),
        form: Form::Units,
        unit: Unit::Percent,
        categories: matrix.rows.iter().map(|row| category(row.field)).collect(),
        series: columns(&ask, &matrix, true),
        marks: marks(&matrix),
        notes: notes(&ask, &matrix),
        answer: said(Lang::Ko).zip(said(Lang::En)).map(|(ko, en)| Bilingual::new(ko, en)),
    }
}

/// The fields that most of the plans of the chosen cities stand in, small: shares as tiles.
pub fn glance(ask: Ask<'_>, most: usize) -> Plot {
    use crate::order::Order;
    let mut matrix = UnitMatrix::new(ask);
    let said = |lang| most_of_each(&matrix, lang);
    let answer = said(Lang::Ko).zip(said(Lang::En)).map(|(ko, en)| Bilingual::new(ko, en));
    // A document of many lines does not decide alone which fields are shown: shares are added, not counts.
    matrix.rows.order_by_key(|row| {
        std::cmp::Reverse(row.cells.iter().filter_map(|cell| cell.share).map(|share| share.get()).sum::<i64>())
    });
    matrix.rows.truncate(most);
    let bare = |mark: Mark| Mark { squares: Vec::new(), ..mark };
    Plot {
        id: "plan-fields-glance".to_owned(),
        title: word(|w| w.title_glance),
        form: Form::Tiles,
        unit: Unit::Percent,
        categories: matrix.rows.iter().map(|row| category(row.field)).collect(),
        series: columns(&ask, &matrix, false),
        marks: marks(&matrix).into_iter().map(bare).collect(),
        notes: vec![method(word(|w| w.note_tiles))],
        answer,
    }
}

fn category(field: &Field) -> Category {
    let label = both(|lang| field_name(field, lang).to_owned());
    Category { key: field.code.clone(), label, detail: field_detail(field), item: None }
}

fn columns(ask: &Ask<'_>, matrix: &UnitMatrix<'_>, detailed: bool) -> Vec<Series> {
    let series = |city: &&City| Series {
        key: city.id.clone(),
        label: city.name.clone(),
        tone: city_tone(ask.dataset, ask.selection, &city.id),
        detail: detailed.then(|| city_detail(ask.dataset, city)),
    };
    matrix.cities.iter().map(series).collect()
}

fn marks(matrix: &UnitMatrix<'_>) -> Vec<Mark> {
    let of_row = |(place, row): (usize, &UnitRow<'_>)| -> Vec<Mark> {
        let cells = row.cells.iter().zip(&matrix.cities).enumerate();
        cells.map(|(series, (cell, city))| mark((place, series), cell, city)).collect()
    };
    matrix.rows.iter().enumerate().flat_map(of_row).collect()
}

fn mark((category, series): (usize, usize), cell: &UnitCell, city: &City) -> Mark {
    let none = if city.plan.items.is_empty() { Reading::NotStated } else { Reading::NotApplicable };
    let share = cell.share.and_then(|share| Number::new(share.percent())).map_or(none, Reading::Value);
    // What a cell rests on: the lines of its items, or the whole document that has none.
    let items = cell.squares.iter().filter_map(|square| city.plan.item(&square.item));
    let evidence =
        Evidence { lines: items.map(|item| item.source.lines).collect(), ..Evidence::page(&city.plan.document, None) };
    Mark {
        value: share,
        squares: cell.squares.clone(),
        evidence: if city.plan.items.is_empty() { Vec::new() } else { vec![evidence] },
        notes: vec![0],
        ..missing_mark(category, series)
    }
}

fn notes(ask: &Ask<'_>, matrix: &UnitMatrix<'_>) -> Vec<Note> {
    let counted = |pick: fn(&'static MatrixWords) -> &'static str, n: usize| {
        (n > 0).then(|| method(both(|lang| fill(pick(words(lang)), &[("n", &n.to_string())]))))
    };
    let squares = matrix.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.squares);
    let hollow = squares.filter(|square| square.kind == SquareKind::NoPlan).count();
    let empty = (!matrix.empty.is_empty()).then(|| {
        method(both(|lang| {
            let names: Vec<&str> = matrix.empty.iter().map(|field| field_name(field, lang)).collect();
            fill(words(lang).note_empty_fields, &[("fields", &names.join(", "))])
        }))
    });
    let mut notes = vec![method(word(|w| w.note_method))];
    notes.extend(ask.narrows().then(|| method(word(|w| w.note_fitting))));
    notes.extend(counted(|w| w.note_rest_hidden, matrix.left_out));
    notes.extend(counted(|w| w.note_rest_shown, hollow));
    notes.extend(empty);
    let differ = unequal(ask.dataset, ask.selection).map(|unequal| Note {
        kind: NoteKind::NotComparable,
        text: both(|lang| caveat(&unequal, lang)),
        evidence: Vec::new(),
    });
    notes.extend(differ);
    notes
}

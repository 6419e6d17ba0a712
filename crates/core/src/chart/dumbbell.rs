//! Points on a line for each category: the stages of one budget, as shares of the first.

use super::bars::{finish, tone_of};
use super::ink::Ink;
use super::rows::{Columns, VALUE_GAP};
use super::scale;
use super::scene::{Axis, End, Item, Scene, Shape, Word};
use super::value::{self, VALUE};
use super::width;
use crate::compare::{Mark, Plot};

const ROW: f64 = 26.0;
const BETWEEN: f64 = 10.0;
const DOT: f64 = 6.0;
/// Side in px of what can be pointed at around a point.
const TARGET: f64 = 24.0;
const PAD: f64 = 14.0;

/// Lays out the lines.
pub(super) fn scene(plot: &Plot, columns: Columns, patterned: bool) -> Scene {
    let (x, behind) = axis(plot, columns);
    let top = columns.top(!x.ticks.is_empty());
    let mut scene = Scene::blank(columns.width);
    scene.plot = (columns.left, top, columns.right, top);
    scene.x = x;
    scene.patterned = patterned;
    let mut y = top + BETWEEN / 2.0;
    for (index, category) in plot.categories.iter().enumerate() {
        let (row, bottom) = columns.label(category, y, ROW, &mut scene);
        lay_row(plot, index, (columns, behind), row + ROW / 2.0, &mut scene);
        y = bottom + BETWEEN;
    }
    let (from, to) = (scene.x.from, scene.x.to);
    let mut scene = finish(scene, Columns { wide: false, ..columns }, y - BETWEEN / 2.0);
    if (from..=to).contains(&100.0) {
        let shape = Shape::Path(vec![(100.0, top), (100.0, y - BETWEEN / 2.0)]);
        scene.items.insert(0, Item { shape, ink: Ink::Axis, mark: None });
    }
    scene
}

/// From a little below the least to the label behind the most, and the px at the end that are kept for reasons why a point is
/// missing.
fn axis(plot: &Plot, columns: Columns) -> (Axis, f64) {
    let numbers: Vec<f64> = plot.marks.iter().filter_map(|mark| value::number(mark.value)).collect();
    if numbers.is_empty() {
        return (Axis { from: 0.0, to: 1.0, ticks: Vec::new() }, 0.0);
    }
    let reasons = plot.marks.iter().filter_map(|mark| value::missing(mark.value, columns.lang));
    let missing = reasons.map(|text| width::width(text, VALUE) + VALUE_GAP).fold(0.0, f64::max);
    let (least, most) = numbers.iter().fold((f64::MAX, f64::MIN), |(a, b), n| (a.min(*n), b.max(*n)));
    let label = numbers.iter().map(|n| width::width(&value::label(*n, &plot.unit, columns.lang), VALUE));
    let behind = PAD + VALUE_GAP + label.fold(0.0, f64::max) + missing;
    let per_px = (most - least).max(most.abs() * 1e-9).max(1.0) / (columns.room() - behind - PAD).max(40.0);
    let (from, to) = (least - PAD * per_px, most + behind * per_px);
    let ticks = scale::horizontal((from, to), (columns.left, columns.room()), columns.width, &plot.unit, columns.lang);
    (Axis { from, to, ticks }, missing)
}

fn lay_row(plot: &Plot, category: usize, (columns, behind): (Columns, f64), y: f64, scene: &mut Scene) {
    let marks: Vec<(usize, &Mark)> = plot.marks_of(category).collect();
    let valued: Vec<(usize, &Mark, f64)> =
        marks.iter().filter_map(|(index, mark)| Some((*index, *mark, value::number(mark.value)?))).collect();
    let px = |number: f64, scene: &Scene| columns.left + scene.x.px(number, columns.room());
    if let (Some(first), Some(last)) =
        (valued.iter().map(|(.., n)| *n).min_by(f64::total_cmp), valued.iter().map(|(.., n)| *n).max_by(f64::total_cmp))
    {
        let tone = valued.first().map_or(crate::compare::Tone::Rest, |(_, mark, _)| tone_of(plot, mark));
        let shape = Shape::Path(vec![(first, y), (last, y)]);
        scene.items.push(Item { shape, ink: Ink::Line(tone), mark: None });
        if let Some((index, _, number)) = valued.get(1) {
            // What the second is of the first: the change that was decided.
            let text = value::label(*number, &plot.unit, columns.lang);
            let text = width::ellipsis(&text, VALUE, columns.room() - behind);
            let wide = width::width(&text, VALUE);
            let (x, ink) = ((px(last, scene) + DOT + VALUE_GAP).min(columns.right - behind - wide), Ink::Value);
            scene.words.push(Word { text, x, y, size: VALUE, end: End::Left, ink, mark: Some(*index) });
        }
    }
    for (index, mark, number) in &valued {
        let tone = tone_of(plot, mark);
        let shape = match mark.series {
            0 => Shape::Dot((*number, y), DOT),
            1 => Shape::Dot((*number, y), DOT),
            _ => triangle((*number, y), columns, scene),
        };
        let ink = match mark.series {
            0 => Ink::Ring(tone),
            1 => Ink::Mark(tone),
            _ => Ink::Line(tone),
        };
        scene.items.push(Item { shape, ink, mark: Some(*index) });
        scene.place(*index, (px(*number, scene) - TARGET / 2.0, y - TARGET / 2.0), (TARGET, TARGET));
    }
    lay_missing(&marks, columns, y, scene);
}

/// The outline of a triangle around a point.
fn triangle((x, y): (f64, f64), columns: Columns, scene: &Scene) -> Shape {
    let per_px = (scene.x.to - scene.x.from) / columns.room();
    let (half, up, down) = (7.0 * per_px, 7.0, 5.0);
    Shape::Path(vec![(x - half, y + down), (x, y - up), (x + half, y + down), (x - half, y + down)])
}

/// Why a point is missing, behind the others; a row without any says it in their place.
fn lay_missing(marks: &[(usize, &Mark)], columns: Columns, y: f64, scene: &mut Scene) {
    let mut missing = marks.iter().filter(|(_, mark)| mark.value.value().is_none());
    let Some((index, mark)) = missing.next() else { return };
    let text = value::missing(mark.value, columns.lang).unwrap_or_default().to_owned();
    let wide = width::width(&text, VALUE);
    let x = columns.right - wide;
    scene.words.push(Word { text, x, y, size: VALUE, end: End::Left, ink: Ink::Missing, mark: Some(*index) });
    scene.place(*index, (x, y - ROW / 2.0), (wide, ROW));
    for (index, _) in missing {
        scene.place(*index, (x, y - ROW / 2.0), (wide, ROW));
    }
}

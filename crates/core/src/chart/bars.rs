//! Bars: one a category, or one for each series of a category.

use super::ink::Ink;
use super::rows::{Columns, EDGE, VALUE_GAP};
use super::scale;
use super::scene::{Axis, End, Item, Scene, Shape, Word};
use super::value::{self, VALUE};
use super::width;
use crate::compare::{Form, Mark, Plot, Tone};

/// Least share of the room that bars keep before their values move inside.
const LEAST_BARS: f64 = 0.4;
/// Least length in px of a bar that is not zero: an amount that is stated can be seen.
const LEAST_LENGTH: f64 = 1.0;

/// Heights in px.
struct Rhythm {
    bar: f64,
    between_bars: f64,
    between_categories: f64,
}

impl Rhythm {
    fn of(form: Form, marks: usize, wide: bool) -> Self {
        let more = if wide { 0.0 } else { 4.0 };
        match form {
            Form::Grouped => Self { bar: 15.0, between_bars: 3.0, between_categories: 18.0 },
            _ if marks > 24 => Self { bar: 16.0, between_bars: 3.0, between_categories: 8.0 + more },
            _ => Self { bar: 22.0, between_bars: 4.0, between_categories: 12.0 + more },
        }
    }
}

/// Lays out bars.
pub(super) fn scene(plot: &Plot, columns: Columns, patterned: bool) -> Scene {
    let x = axis(plot, columns);
    let rhythm = Rhythm::of(plot.form, plot.marks.len(), columns.wide);
    let top = columns.top(!x.ticks.is_empty());
    let mut scene = begin(columns, top, x, patterned);
    let mut y = top + rhythm.between_categories / 2.0;
    for (index, category) in plot.categories.iter().enumerate() {
        let marks: Vec<(usize, &Mark)> = plot.marks_of(index).collect();
        let rows = marks.len() as f64 * (rhythm.bar + rhythm.between_bars) - rhythm.between_bars;
        let (mut row, bottom) = columns.label(category, y, rows.max(0.0), &mut scene);
        // Without a value, no line: it would look like a zero.
        let has_axis = !columns.wide && marks.iter().any(|(_, mark)| mark.value.value().is_some());
        if has_axis {
            lay_axis(row, row + rows, &mut scene);
        }
        for (index, mark) in marks {
            lay_bar(plot, columns, (index, mark), (row, rhythm.bar), &mut scene);
            row += rhythm.bar + rhythm.between_bars;
        }
        y = bottom + rhythm.between_categories;
    }
    finish(scene, columns, y - rhythm.between_categories / 2.0)
}

/// A scene with rows that begin at a height: they are as long as their values on the axis.
pub(super) fn begin(columns: Columns, top: f64, x: Axis, patterned: bool) -> Scene {
    Scene { plot: (columns.left, top, columns.right, top), x, patterned, ..Scene::blank(columns.width) }
}

/// Draws the line at zero beside rows, and not through the labels above them.
pub(super) fn lay_axis(top: f64, bottom: f64, scene: &mut Scene) {
    let shape = Shape::Path(vec![(0.0, top), (0.0, bottom)]);
    scene.items.push(Item { shape, ink: Ink::Axis, mark: None });
}

/// Closes the plotting area at its bottom. On wide drawings, the line at zero runs through all of it.
pub(super) fn finish(mut scene: Scene, columns: Columns, bottom: f64) -> Scene {
    let (left, top, right, _) = scene.plot;
    scene.height = (bottom + EDGE).ceil();
    scene.plot = (left, top, right, bottom);
    scene.y = Axis { from: top, to: bottom, ticks: Vec::new() };
    if columns.wide {
        lay_axis(top, bottom, &mut scene);
    }
    scene
}

/// The axis of values: from zero, and so long that every value can stand behind its bar.
fn axis(plot: &Plot, columns: Columns) -> Axis {
    let room = columns.room();
    let labelled: Vec<(f64, f64)> = plot
        .marks
        .iter()
        .filter_map(|mark| value::number(mark.value))
        .map(|number| (number, VALUE_GAP + width::width(&value::label(number, &plot.unit, columns.lang), VALUE)))
        .collect();
    let (from, to) = range(&labelled, room);
    let ticks = if labelled.iter().all(|(number, _)| *number == 0.0) {
        Vec::new()
    } else {
        scale::horizontal((from, to), (columns.left, room), columns.width, &plot.unit, columns.lang)
    };
    Axis { from, to, ticks }
}

/// From and to of an axis in a room of px, for values and the px that they need behind their bars.
pub(super) fn range(labelled: &[(f64, f64)], room: f64) -> (f64, f64) {
    let least = labelled.iter().map(|(number, _)| *number).fold(0.0, f64::min);
    let most = labelled.iter().map(|(number, _)| *number).fold(0.0, f64::max);
    if least == 0.0 && most == 0.0 {
        return (0.0, 1.0);
    }
    if least == 0.0 {
        let to = labelled.iter().map(|(number, px)| number / ((room - px) / room).max(LEAST_BARS)).fold(most, f64::max);
        return (0.0, to);
    }
    let side = |negative: bool| {
        let px =
            labelled.iter().filter(|(number, _)| (*number < 0.0) == negative).map(|(_, px)| *px).fold(0.0, f64::max);
        px.min(room * (1.0 - LEAST_BARS) / 2.0)
    };
    let (before, behind) = (side(true), side(false));
    let per_px = (most - least) / (room - before - behind);
    (least - before * per_px, most + behind * per_px)
}

fn lay_bar(plot: &Plot, columns: Columns, (index, mark): (usize, &Mark), (y, height): (f64, f64), scene: &mut Scene) {
    let tone = tone_of(plot, mark);
    let zero = columns.left + scene.x.px(0.0, columns.room());
    let middle = y + height / 2.0;
    let Some(number) = value::number(mark.value) else {
        let reason = value::missing(mark.value, columns.lang).unwrap_or_default();
        let text = width::ellipsis(reason, VALUE, columns.right - zero - VALUE_GAP);
        let wide = width::width(&text, VALUE);
        scene.place(index, (zero, y), (VALUE_GAP + wide, height));
        let x = zero + VALUE_GAP;
        scene.words.push(Word {
            text,
            x,
            y: middle,
            size: VALUE,
            end: End::Left,
            ink: Ink::Missing,
            mark: Some(index),
        });
        return;
    };
    let end = if number == 0.0 {
        let shape = Shape::Path(vec![(0.0, y), (0.0, y + height)]);
        scene.items.push(Item { shape, ink: Ink::Zero(tone), mark: Some(index) });
        zero
    } else {
        let least = LEAST_LENGTH * (scene.x.to - scene.x.from) / columns.room();
        let drawn = number.abs().max(least).copysign(number);
        let shape = Shape::Rect([(0.0, y), (drawn, y + height)]);
        scene.items.push(Item { shape, ink: Ink::Mark(tone), mark: Some(index) });
        columns.left + scene.x.px(drawn, columns.room())
    };
    let text = value::label(number, &plot.unit, columns.lang);
    let word = label_at(text, (zero, end), columns, tone);
    let wide = width::width(&word.text, VALUE);
    let start = if word.end == End::Left { word.x } else { word.x - wide };
    let (from, to) = (zero.min(end).min(start), zero.max(end).max(start + wide));
    scene.place(index, (from, y), (to - from, height));
    scene.words.push(Word { y: middle, mark: Some(index), ..word });
}

/// A value behind the end of its bar, or inside of it where there is no room behind.
pub(super) fn label_at(text: String, (zero, end): (f64, f64), columns: Columns, tone: Tone) -> Word {
    let text = width::ellipsis(&text, VALUE, columns.room());
    let wide = width::width(&text, VALUE);
    let inside = (end - zero).abs() >= wide + 2.0 * VALUE_GAP;
    let (x, side, ink) = if end >= zero {
        if end + VALUE_GAP + wide <= columns.right + 0.1 {
            (end + VALUE_GAP, End::Left, Ink::Value)
        } else if inside {
            (end - VALUE_GAP, End::Right, Ink::Inside(tone))
        } else {
            (columns.right, End::Right, Ink::Value)
        }
    } else if end - VALUE_GAP - wide >= columns.left - 0.1 {
        (end - VALUE_GAP, End::Right, Ink::Value)
    } else if inside {
        (end + VALUE_GAP, End::Left, Ink::Inside(tone))
    } else {
        (columns.left, End::Left, Ink::Value)
    };
    Word { text, x, y: 0.0, size: VALUE, end: side, ink, mark: None }
}

/// The tone of a mark; that of the rest if its series is unknown.
pub(super) fn tone_of(plot: &Plot, mark: &Mark) -> Tone {
    plot.series.get(mark.series).map_or(Tone::Rest, |series| series.tone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    const COLUMNS: Columns = Columns { lang: Lang::Ko, width: 320.0, wide: false, left: 4.0, right: 316.0 };

    #[test]
    fn a_value_stands_behind_its_bar_where_there_is_room() {
        let word = label_at("1조 912억".to_owned(), (4.0, 100.0), COLUMNS, Tone::City(0));
        assert_eq!((word.x, word.end, word.ink), (106.0, End::Left, Ink::Value));
    }

    #[test]
    fn a_value_moves_into_its_bar_where_there_is_none() {
        let word = label_at("1조 912억".to_owned(), (4.0, 310.0), COLUMNS, Tone::City(0));
        assert_eq!((word.x, word.end, word.ink), (304.0, End::Right, Ink::Inside(Tone::City(0))));
    }

    #[test]
    fn a_value_that_fits_nowhere_keeps_to_the_view_box() {
        let word = label_at("9".repeat(60), (4.0, 150.0), COLUMNS, Tone::City(0));
        assert_eq!((word.x, word.end, word.ink), (316.0, End::Right, Ink::Value));
        assert!(width::width(&word.text, VALUE) <= COLUMNS.room());
    }

    #[test]
    fn a_value_below_zero_stands_before_its_bar() {
        let word = label_at("−3".to_owned(), (160.0, 100.0), COLUMNS, Tone::City(0));
        assert_eq!((word.x, word.end), (94.0, End::Right));
    }

    #[test]
    fn the_axis_leaves_room_for_every_value() {
        let (from, to) = range(&[(100.0, 50.0), (90.0, 80.0)], 300.0);
        assert_eq!(from, 0.0);
        assert!(100.0 / to * 300.0 + 50.0 <= 300.0 + 1e-9);
        assert!(90.0 / to * 300.0 + 80.0 <= 300.0 + 1e-9);
    }

    #[test]
    fn values_that_leave_no_room_do_not_squeeze_the_bars() {
        let (_, to) = range(&[(100.0, 290.0)], 300.0);
        assert!((100.0 / to - LEAST_BARS).abs() < 1e-9);
    }

    #[test]
    fn an_axis_of_zeros_has_a_length() {
        assert_eq!(range(&[(0.0, 30.0)], 300.0), (0.0, 1.0));
    }
}

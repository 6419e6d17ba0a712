//! Where some stand between the least and the most of a group. The first three series are least, median and most.

use super::bars::tone_of;
use super::blocks::{close, on_paper};
use super::ink::Ink;
use super::rows::{Columns, VALUE_GAP};
use super::scene::{End, Item, Scene, Shape, Word};
use super::value::{self, DETAIL, VALUE, pick};
use super::width;
use crate::compare::{Mark, Plot, Tone};
use crate::order::Order;

const LEAD: f64 = 17.0;
const TRACK: f64 = 6.0;
const DOT: f64 = 6.0;
const TARGET: f64 = 24.0;
const BETWEEN: f64 = 20.0;
/// The series that are the group, before those that are looked at.
const GROUP: usize = 3;
/// From this ratio of the most to the least on, equal distances are equal ratios.
const RATIOS: f64 = 5.0;

/// Lays out a line for each group.
pub(super) fn scene(plot: &Plot, columns: Columns, patterned: bool) -> Scene {
    let mut scene = on_paper(columns.width, patterned);
    let mut y = 8.0;
    for (index, category) in plot.categories.iter().enumerate() {
        let line = Line::of(plot, index, columns);
        let high = line.rows() as f64 * LEAD + TARGET + LEAD;
        let (top, bottom) = columns.label(category, y, high, &mut scene);
        line.lay(plot, top, &mut scene);
        y = bottom + BETWEEN;
    }
    close(scene, y - BETWEEN)
}

/// A group's line: its marks with their place in px.
struct Line<'a> {
    columns: Columns,
    group: Vec<(usize, &'a Mark, f64)>,
    /// Those that are looked at, from left to right, each with the row of its name.
    looked_at: Vec<(usize, &'a Mark, f64, usize, String)>,
    missing: Vec<(usize, &'a Mark)>,
}

impl<'a> Line<'a> {
    fn of(plot: &'a Plot, category: usize, columns: Columns) -> Self {
        let marks: Vec<(usize, &Mark)> = plot.marks_of(category).collect();
        let numbers = || marks.iter().filter_map(|(_, mark)| value::number(mark.value));
        let (least, most) = (numbers().fold(f64::MAX, f64::min), numbers().fold(f64::MIN, f64::max));
        let ratios = least > 0.0 && most / least >= RATIOS;
        let at = |number: f64| {
            let share = match (most > least, ratios) {
                (false, _) => 0.5,
                (true, true) => (number.ln() - least.ln()) / (most.ln() - least.ln()),
                (true, false) => (number - least) / (most - least),
            };
            columns.left + DOT + share * (columns.room() - 2.0 * DOT)
        };
        let (mut group, mut looked_at, mut missing) = (Vec::new(), Vec::new(), Vec::new());
        for (index, mark) in marks {
            match value::number(mark.value) {
                None => missing.push((index, mark)),
                Some(number) if mark.series < GROUP => group.push((index, mark, at(number))),
                Some(number) => {
                    let name = plot.series.get(mark.series).map(|series| pick(&series.label, columns.lang));
                    let value = value::label(number, &plot.unit, columns.lang);
                    let room = columns.room() - width::width(&value, VALUE) - VALUE_GAP;
                    let name = width::ellipsis(name.unwrap_or_default(), VALUE, room.max(0.0));
                    let text = width::ellipsis(format!("{name} {value}").trim_start(), VALUE, columns.room());
                    looked_at.push((index, mark, at(number), 0, text));
                }
            }
        }
        looked_at.order_by(|(_, _, a, ..), (_, _, b, ..)| a.total_cmp(b));
        let mut line = Self { columns, group, looked_at, missing };
        line.stagger();
        line
    }

    /// Left end of a name over its point, within the drawing.
    fn start(&self, x: f64, text: &str) -> f64 {
        let wide = width::width(text, VALUE);
        (x - wide / 2.0).min(self.columns.right - wide).max(self.columns.left)
    }

    /// Gives each name the lowest row in which it touches no other.
    fn stagger(&mut self) {
        let mut ends: Vec<f64> = Vec::new();
        for at in 0..self.looked_at.len() {
            let Some((_, _, x, _, text)) = self.looked_at.get(at) else { continue };
            let (start, wide) = (self.start(*x, text), width::width(text, VALUE));
            let row = ends.iter().position(|end| end + VALUE_GAP <= start).unwrap_or(ends.len());
            match ends.get_mut(row) {
                Some(end) => *end = start + wide,
                None => ends.push(start + wide),
            }
            if let Some(looked_at) = self.looked_at.get_mut(at) {
                looked_at.3 = row;
            }
        }
    }

    fn rows(&self) -> usize {
        self.looked_at.iter().map(|(_, _, _, row, _)| row + 1).max().unwrap_or_default().max(1)
    }

    fn lay(&self, plot: &Plot, top: f64, scene: &mut Scene) {
        let track = top + self.rows() as f64 * LEAD + TARGET / 2.0;
        if let (Some((_, _, from)), Some((_, _, to))) = (self.group.first(), self.group.last()) {
            let shape = Shape::Rect([(*from, track - TRACK / 2.0), (*to, track + TRACK / 2.0)]);
            scene.items.push(Item { shape, ink: Ink::Mark(Tone::Ground(0)), mark: None });
        }
        for (index, mark, x) in &self.group {
            let shape = Shape::Path(vec![(*x, track - 9.0), (*x, track + 9.0)]);
            scene.items.push(Item { shape, ink: Ink::Axis, mark: Some(*index) });
            scene.place(*index, (x - TARGET / 2.0, track - TARGET / 2.0), (TARGET, TARGET + LEAD));
            self.say_group(plot, (*index, mark, *x), track + TARGET / 2.0 + LEAD / 2.0, scene);
        }
        for (index, mark, x, row, text) in &self.looked_at {
            let tone = tone_of(plot, mark);
            let y = top + (self.rows() - 1 - row) as f64 * LEAD + LEAD / 2.0;
            let leader = Shape::Path(vec![(*x, y + LEAD / 2.0), (*x, track)]);
            scene.items.push(Item { shape: leader, ink: Ink::Leader(tone), mark: None });
            let shape = Shape::Dot((*x, track), DOT);
            scene.items.push(Item { shape, ink: Ink::Mark(tone), mark: Some(*index) });
            scene.place(*index, (x - TARGET / 2.0, track - TARGET / 2.0), (TARGET, TARGET));
            let (start, ink) = (self.start(*x, text), Ink::Value);
            let text = text.clone();
            scene.words.push(Word { text, x: start, y, size: VALUE, end: End::Left, ink, mark: Some(*index) });
        }
        for (index, _) in &self.missing {
            scene.place(*index, (self.columns.left, track - TRACK), (1.0, TRACK));
        }
    }

    /// What the least, the median and the most are, under the line; the outer ones keep to their ends.
    fn say_group(&self, plot: &Plot, (index, mark, x): (usize, &Mark, f64), y: f64, scene: &mut Scene) {
        let Some(number) = value::number(mark.value) else { return };
        let name =
            plot.series.get(mark.series).map(|series| pick(&series.label, self.columns.lang)).unwrap_or_default();
        let text = format!("{name} {}", value::label(number, &plot.unit, self.columns.lang));
        let third = (self.columns.room() / 3.0 - VALUE_GAP).min(150.0);
        let text = width::ellipsis(&text, DETAIL, third);
        let (x, end) = match mark.series {
            0 => (self.columns.left, End::Left),
            2 => (self.columns.right, End::Right),
            _ => {
                // Between what the outer ones may take.
                let half = width::width(&text, DETAIL) / 2.0;
                let (from, to) =
                    (self.columns.left + third + VALUE_GAP + half, self.columns.right - third - VALUE_GAP - half);
                (x.max(from).min(to), End::Middle)
            }
        };
        scene.words.push(Word { text, x, y, size: DETAIL, end, ink: Ink::Detail, mark: Some(index) });
    }
}

//! Dots joined by lines over the years. A year without a value is a gap, never a zero.

use super::bars::tone_of;
use super::ink::Ink;
use super::rows::{EDGE, Remark, remark_lines, remarks_height, write_remarks};
use super::scale::{self, Tick};
use super::scene::{Axis, End, Item, Scene, Shape, Word};
use super::value::{self, DETAIL, LABEL, TICK, VALUE, pick};
use super::width;
use crate::compare::{Plot, Reading, Tone};
use crate::order::Order;
use crate::text::Lang;

const LEAST_HEIGHT: f64 = 240.0;
const MOST_HEIGHT: f64 = 400.0;
const TOP: f64 = 14.0;
const DOT: f64 = 4.5;
/// Side in px of what can be pointed at around a dot.
const TARGET: f64 = 24.0;
/// Distance in px from the sides of the plotting area to the first and the last dot.
const INSET: f64 = 12.0;
/// Distance in px from the last dots to their names.
const LEADER: f64 = 22.0;
const NAME_LEADING: f64 = 18.0;
const NAME_PAIR: f64 = 32.0;
/// From this width in px on, name and value stand on one line.
const WIDE: f64 = 560.0;

/// A series' dots, from left to right.
struct Line {
    tone: Tone,
    dots: Vec<Dot>,
    name: Name,
}

struct Dot {
    mark: usize,
    category: usize,
    x: f64,
    y: f64,
}

/// What stands at the end of a line, in one row or two.
struct Name {
    name: String,
    value: String,
}

/// Lays out lines over the years.
pub(super) fn scene(plot: &Plot, width: f64, lang: Lang) -> Scene {
    let xs = positions(plot);
    let lines = lines(plot, &xs, lang);
    let one_row = width >= WIDE;
    let leading = if one_row { NAME_LEADING } else { NAME_PAIR };
    let names = lines.iter().map(|line| line.name.width(one_row)).fold(0.0, f64::max).min(width * 0.4).ceil();
    let height = (width * 0.45).clamp(LEAST_HEIGHT, MOST_HEIGHT).max((lines.len() + 1) as f64 * leading);
    let y = values(&lines, plot, lang);
    let ticks = y.ticks.iter().map(|tick| width::width(&tick.text, TICK)).fold(0.0, f64::max).ceil();
    let left = EDGE + ticks + if ticks > 0.0 { 8.0 } else { 0.0 };
    let right = width - EDGE - names - if names > 0.0 { LEADER - INSET } else { 0.0 };
    let x = years(&xs, right - left);
    let plotted = (left, TOP, right, TOP + height.round());
    let mut scene = Scene { plot: plotted, x, y, patterned: false, ..Scene::blank(width) };
    for line in &lines {
        line.lay(&mut scene);
    }
    lay_names(&lines, one_row, &mut scene);
    let bottom = lay_years(plot, &xs, lang, &mut scene);
    let remarks = remarks(plot, lang);
    let room = width - 2.0 * EDGE;
    let end = bottom + remarks_height(remark_lines(&remarks, DETAIL, room).len());
    write_remarks(&remarks, DETAIL, (EDGE, bottom), room, &mut scene);
    scene.height = (end + EDGE).ceil();
    scene
}

/// Places of the categories: years as far apart as they are, or evenly if they are not all rising numbers.
fn positions(plot: &Plot) -> Vec<f64> {
    let years: Option<Vec<u16>> = plot.categories.iter().map(|category| category.key.parse().ok()).collect();
    let rising = years.filter(|years| years.iter().zip(years.iter().skip(1)).all(|(a, b)| a < b));
    match rising {
        Some(years) => years.into_iter().map(f64::from).collect(),
        None => (0..plot.categories.len()).map(|at| at as f64).collect(),
    }
}

fn lines(plot: &Plot, xs: &[f64], lang: Lang) -> Vec<Line> {
    let mut lines = Vec::new();
    for (index, series) in plot.series.iter().enumerate() {
        let mut dots: Vec<Dot> = Vec::new();
        let mut tone = series.tone;
        for (mark, found) in plot.marks.iter().enumerate().filter(|(_, mark)| mark.series == index) {
            if let (Some(y), Some(x)) = (value::number(found.value), xs.get(found.category)) {
                tone = tone_of(plot, found);
                dots.push(Dot { mark, category: found.category, x: *x, y });
            }
        }
        dots.order_by_key(|dot| dot.category);
        if let Some(last) = dots.last() {
            let value = value::label(last.y, &plot.unit, lang);
            let late = last.category + 1 == plot.categories.len();
            // A line that ends early says of which year its value is.
            let year = plot.categories.get(last.category).filter(|_| !late).map(|year| pick(&year.label, lang));
            let value = year.map_or(value.clone(), |year| format!("{value} ({year})"));
            let name = Name { name: pick(&series.label, lang).to_owned(), value };
            lines.push(Line { tone, dots, name });
        }
    }
    lines
}

/// The axis of values: from zero, unless the lines would all lie in its upper third.
fn values(lines: &[Line], plot: &Plot, lang: Lang) -> Axis {
    let values = || lines.iter().flat_map(|line| &line.dots).map(|dot| dot.y);
    let (least, most) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
    if least > most || (least == 0.0 && most == 0.0) {
        return Axis { from: 0.0, to: 1.0, ticks: Vec::new() };
    }
    let base = if least > most * 2.0 / 3.0 && least < most { least - (most - least) / 2.0 } else { least.min(0.0) };
    let top = most.max(0.0);
    let step = scale::step_of(&plot.unit, top - base, 4);
    let from = (base / step + 1e-9).floor() * step;
    // One step more, and the axis begins where bars do.
    let from = if from > 0.0 && from <= step { 0.0 } else { from };
    let to = ((top / step - 1e-9).ceil() * step).max(from + step);
    let ticks = scale::multiples(from, to, step);
    let ticks = ticks.into_iter().map(|at| Tick { at, text: value::tick(at, &plot.unit, lang) }).collect();
    // plotters counts values from the bottom, rows from the top.
    Axis { from: to, to: from, ticks }
}

fn years(xs: &[f64], px: f64) -> Axis {
    let (Some(first), Some(last)) = (xs.first(), xs.last()) else {
        return Axis { from: 0.0, to: 1.0, ticks: Vec::new() };
    };
    if first >= last {
        return Axis { from: first - 0.5, to: first + 0.5, ticks: vec![Tick { at: *first, text: String::new() }] };
    }
    let inset = (last - first) / (px - 2.0 * INSET).max(1.0) * INSET;
    let ticks = xs.iter().map(|at| Tick { at: *at, text: String::new() }).collect();
    Axis { from: first - inset, to: last + inset, ticks }
}

impl Line {
    fn lay(&self, scene: &mut Scene) {
        let mut run: Vec<&Dot> = Vec::new();
        for dot in &self.dots {
            if run.last().is_some_and(|last| last.category + 1 != dot.category) {
                self.lay_run(&run, scene);
                run.clear();
            }
            run.push(dot);
        }
        self.lay_run(&run, scene);
        for dot in &self.dots {
            let shape = Shape::Dot((dot.x, dot.y), DOT);
            scene.items.push(Item { shape, ink: Ink::Mark(self.tone), mark: Some(dot.mark) });
            let (x, y) = at(dot, scene);
            scene.place(dot.mark, (x - TARGET / 2.0, y - TARGET / 2.0), (TARGET, TARGET));
        }
    }

    fn lay_run(&self, run: &[&Dot], scene: &mut Scene) {
        if run.len() > 1 {
            let shape = Shape::Path(run.iter().map(|dot| (dot.x, dot.y)).collect());
            scene.items.push(Item { shape, ink: Ink::Line(self.tone), mark: None });
        }
    }
}

impl Name {
    fn width(&self, one_row: bool) -> f64 {
        let (name, value) = (width::width(&self.name, LABEL), width::width(&self.value, VALUE));
        if one_row { name + 6.0 + value } else { name.max(value) }
    }
}

/// A dot in px.
fn at(dot: &Dot, scene: &Scene) -> (f64, f64) {
    let (left, top, right, bottom) = scene.plot;
    (left + scene.x.px(dot.x, right - left), top + scene.y.px(dot.y, bottom - top))
}

/// Writes the names at the ends of the lines, as near to their dots as they can stand without touching.
fn lay_names(lines: &[Line], one_row: bool, scene: &mut Scene) {
    let leading = if one_row { NAME_LEADING } else { NAME_PAIR };
    let (_, top, right, bottom) = scene.plot;
    // Names keep above the years.
    let lowest = bottom - if one_row { 4.0 } else { 12.0 };
    let mut ends: Vec<(f64, f64, &Line)> = Vec::new();
    for line in lines {
        if let Some(last) = line.dots.last() {
            let (x, y) = at(last, scene);
            ends.push((x, y, line));
        }
    }
    ends.order_by(|a, b| a.1.total_cmp(&b.1));
    let wanted: Vec<f64> = ends.iter().map(|(_, y, _)| *y).collect();
    let column = right + LEADER - INSET;
    let room = scene.width - EDGE - column;
    for ((x, dot, line), y) in ends.into_iter().zip(apart(&wanted, leading, top, lowest)) {
        let elbow = column - 4.0;
        let (left, top, right, bottom) = scene.plot;
        let to_x = |px: f64| scene.x.from + (px - left) / (right - left) * (scene.x.to - scene.x.from);
        let to_y = |px: f64| scene.y.from + (px - top) / (bottom - top) * (scene.y.to - scene.y.from);
        let leader = vec![(to_x(x + DOT + 2.0), to_y(dot)), (to_x(elbow), to_y(y))];
        if (y - dot).abs() > 3.0 || elbow - x > LEADER {
            scene.items.push(Item { shape: Shape::Path(leader), ink: Ink::Leader(line.tone), mark: None });
        }
        let name = width::ellipsis(&line.name.name, LABEL, room);
        let behind = width::width(&name, LABEL) + 6.0;
        let word = Word { text: name, x: column, y, size: LABEL, end: End::Left, ink: Ink::Label, mark: None };
        let value = Word { text: line.name.value.clone(), size: VALUE, ink: Ink::Value, ..word.clone() };
        if one_row {
            let text = width::ellipsis(&value.text, VALUE, room - behind);
            scene.words.push(Word { text, x: column + behind, ..value });
            scene.words.push(word);
        } else {
            let text = width::ellipsis(&value.text, VALUE, room);
            scene.words.push(Word { y: y - 7.5, ..word });
            scene.words.push(Word { text, y: y + 7.5, ..value });
        }
    }
}

/// Heights that are at least `leading` apart, in the order given, near the wanted ones and within a range if it is
/// high enough for all of them.
fn apart(wanted: &[f64], leading: f64, top: f64, bottom: f64) -> Vec<f64> {
    let mut heights = Vec::with_capacity(wanted.len());
    let mut least = top;
    for want in wanted {
        let height = want.max(least);
        heights.push(height);
        least = height + leading;
    }
    let mut most = bottom;
    for height in heights.iter_mut().rev() {
        *height = height.min(most);
        most = *height - leading;
    }
    heights
}

/// Writes the years under the plotting area, as many as fit, the last one for certain. Returns where they end.
fn lay_years(plot: &Plot, xs: &[f64], lang: Lang, scene: &mut Scene) -> f64 {
    let (left, _, right, bottom) = scene.plot;
    let per_year = scene.x.px(scene.x.from + 1.0, right - left);
    let column = xs.iter().zip(xs.iter().skip(1)).map(|(a, b)| (b - a) * per_year).fold(right - left, f64::min);
    let mut free = f64::INFINITY;
    let mut end = bottom + 28.0;
    for (category, x) in plot.categories.iter().zip(xs).rev() {
        let px = left + scene.x.px(*x, right - left);
        let text = width::ellipsis(pick(&category.label, lang), LABEL, (column - 8.0).max(40.0));
        let wide = width::width(&text, LABEL);
        // Where the backend will put it: within the view box.
        let start = (px - wide / 2.0).min(scene.width - wide).max(0.0);
        if start + wide > free {
            continue;
        }
        free = start - 8.0;
        let word = Word { text, x: px, y: bottom + 14.0, size: LABEL, end: End::Middle, ink: Ink::Label, mark: None };
        scene.words.push(word.clone());
        let Some(detail) = &category.detail else { continue };
        let room = column.min(2.0 * (scene.width - px)).min(2.0 * px) - 8.0;
        let mut y = bottom + 30.0;
        for text in width::wrap(pick(detail, lang), DETAIL, room.max(30.0), 3) {
            scene.words.push(Word { text, y, size: DETAIL, ink: Ink::Detail, ..word.clone() });
            y += 14.0;
        }
        end = end.max(y);
    }
    end
}

/// What is said of years without a value, city by city: `여수시 2018–2021: 자료에 없음`.
fn remarks(plot: &Plot, lang: Lang) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for (index, series) in plot.series.iter().enumerate() {
        let mut missing: Vec<(usize, usize, Reading)> = (plot.marks.iter().enumerate())
            .filter(|(_, mark)| mark.series == index && mark.value.value().is_none())
            .filter(|(_, mark)| mark.category < plot.categories.len())
            .map(|(at, mark)| (at, mark.category, mark.value))
            .collect();
        missing.order_by_key(|(_, category, _)| *category);
        let together = |a: &(usize, usize, Reading), b: &(usize, usize, Reading)| a.1 + 1 == b.1 && a.2 == b.2;
        for run in missing.chunk_by(together) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let year = |category: usize| plot.categories.get(category).map_or("", |year| pick(&year.label, lang));
            let years = if first.1 == last.1 {
                year(first.1).to_owned()
            } else {
                format!("{}–{}", year(first.1), year(last.1))
            };
            let reason = value::missing(first.2, lang).unwrap_or_default();
            let text = format!("{} {years}: {reason}", pick(&series.label, lang));
            let marks = run.iter().map(|(mark, _, _)| *mark).collect();
            remarks.push(Remark { text, ink: Ink::Missing, marks });
        }
    }
    remarks
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_that_do_not_touch_stay_at_their_dots() {
        assert_eq!(apart(&[10.0, 40.0, 90.0], 18.0, 0.0, 100.0), [10.0, 40.0, 90.0]);
    }

    #[test]
    fn names_at_the_bottom_are_pushed_up() {
        assert_eq!(apart(&[95.0, 96.0, 97.0], 18.0, 0.0, 100.0), [64.0, 82.0, 100.0]);
    }

    proptest! {
        #[test]
        fn names_never_touch_and_keep_their_order(mut wanted in prop::collection::vec(0.0..200.0_f64, 0..9)) {
            wanted.order_by(f64::total_cmp);
            let heights = apart(&wanted, 20.0, 0.0, 200.0);
            prop_assert_eq!(heights.len(), wanted.len());
            for pair in heights.windows(2) {
                prop_assert!(pair[1] - pair[0] >= 20.0 - 1e-9, "{:?}", heights);
            }
            prop_assert!(heights.iter().all(|height| (-1e-9..=200.0 + 1e-9).contains(height)), "{:?}", heights);
        }
    }
}

//! A small chart of bars for each category, all on one scale: one field over the cities, beside the others.

use super::bars::tone_of;
use super::blocks::{close, on_paper};
use super::ink::Ink;
use super::rows::{EDGE, VALUE_GAP};
use super::scene::{End, Item, Scene, Shape, Word};
use super::value::{self, DETAIL, LABEL, VALUE, pick};
use super::width;
use crate::compare::{Category, Plot};
use crate::text::Lang;

/// Least width in px of a panel, and the room between two.
const PANEL: f64 = 250.0;
const GUTTER: f64 = 28.0;
const HEAD: f64 = 22.0;
const ROW: f64 = 16.0;
const BAR: f64 = 10.0;
const BETWEEN: f64 = 18.0;
/// Most of a panel's width that names of series take.
const NAMES: f64 = 0.34;

struct Panels {
    lang: Lang,
    across: usize,
    wide: f64,
    high: f64,
    names: f64,
    values: f64,
    most: f64,
}

/// Lays out the panels.
pub(super) fn scene(plot: &Plot, width: f64, lang: Lang, patterned: bool) -> Scene {
    let panels = Panels::of(plot, width, lang);
    let mut scene = on_paper(width, patterned);
    for (index, category) in plot.categories.iter().enumerate() {
        let (column, row) = (index % panels.across, index / panels.across);
        let x = EDGE + column as f64 * (panels.wide + GUTTER);
        let y = EDGE + row as f64 * (panels.high + BETWEEN);
        panels.head(category, (x, y), &mut scene);
        panels.bars(plot, index, (x, y + HEAD), &mut scene);
    }
    let rows = plot.categories.len().div_ceil(panels.across).max(1) as f64;
    close(scene, EDGE + rows * (panels.high + BETWEEN) - BETWEEN)
}

impl Panels {
    fn of(plot: &Plot, width: f64, lang: Lang) -> Self {
        let room = width - 2.0 * EDGE;
        let across = (((room + GUTTER) / (PANEL + GUTTER)).floor() as usize).max(1);
        let wide = (room + GUTTER) / across as f64 - GUTTER;
        let names = plot.series.iter().map(|series| width::width(pick(&series.label, lang), VALUE)).fold(0.0, f64::max);
        let numbers = || plot.marks.iter().filter_map(|mark| value::number(mark.value));
        let labels = numbers().map(|number| width::width(&value::label(number, &plot.unit, lang), VALUE));
        let rows = (0..plot.categories.len()).map(|index| plot.of_category(index).count()).max().unwrap_or_default();
        Self {
            lang,
            across,
            wide,
            high: HEAD + rows as f64 * ROW,
            names: names.min(wide * NAMES).ceil(),
            values: labels.fold(0.0, f64::max).ceil(),
            most: numbers().fold(0.0, f64::max),
        }
    }

    /// The category's name, and its detail as far as there is room beside it.
    fn head(&self, category: &Category, (x, y): (f64, f64), scene: &mut Scene) {
        let middle = y + HEAD / 2.0 - 2.0;
        let text = width::ellipsis(pick(&category.label, self.lang), LABEL, self.wide);
        let used = width::width(&text, LABEL) + 8.0;
        scene.words.push(Word { text, x, y: middle, size: LABEL, end: End::Left, ink: Ink::Strong, mark: None });
        let detail = category.detail.as_ref().map(|detail| pick(detail, self.lang)).unwrap_or_default();
        let text = width::ellipsis(detail, DETAIL, self.wide - used);
        if text.chars().count() > 1 {
            let (x, ink) = (x + used, Ink::Detail);
            scene.words.push(Word { text, x, y: middle + 0.5, size: DETAIL, end: End::Left, ink, mark: None });
        }
    }

    fn bars(&self, plot: &Plot, category: usize, (x, top): (f64, f64), scene: &mut Scene) {
        let zero = x + self.names + VALUE_GAP;
        let room = (x + self.wide - self.values - VALUE_GAP - zero).max(1.0);
        for (row, (index, mark)) in plot.marks_of(category).enumerate() {
            let y = top + row as f64 * ROW;
            let middle = y + ROW / 2.0;
            let series = plot.series.get(mark.series);
            let name = series.map(|series| pick(&series.label, self.lang)).unwrap_or_default();
            let text = width::ellipsis(name, VALUE, self.names);
            scene.words.push(Word { text, x, y: middle, size: VALUE, end: End::Left, ink: Ink::Label, mark: None });
            let word = |text, x, end, ink| Word { text, x, y: middle, size: VALUE, end, ink, mark: Some(index) };
            match value::number(mark.value) {
                Some(number) => {
                    let (above, below) = (middle - BAR / 2.0, middle + BAR / 2.0);
                    let tone = tone_of(plot, mark);
                    let (shape, ink) = if number > 0.0 {
                        let long = (number / self.most * room).clamp(1.0, room);
                        (Shape::Rect([(zero, above), (zero + long, below)]), Ink::Mark(tone))
                    } else {
                        (Shape::Path(vec![(zero, above), (zero, below)]), Ink::Zero(tone))
                    };
                    scene.items.push(Item { shape, ink, mark: Some(index) });
                    let text = value::label(number, &plot.unit, self.lang);
                    scene.words.push(word(text, x + self.wide, End::Right, Ink::Value));
                }
                None => {
                    let reason = value::missing(mark.value, self.lang).unwrap_or_default();
                    let text = width::ellipsis(reason, VALUE, x + self.wide - zero);
                    scene.words.push(word(text, zero, End::Left, Ink::Missing));
                }
            }
            scene.place(index, (x, y), (self.wide, ROW));
        }
    }
}

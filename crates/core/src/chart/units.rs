//! A unit chart: a square for each thing that is counted, in cells of a category and a series.
//!
//! With room, categories are rows and series columns; without, each category is a block with a strip for each series.

use super::blocks::{close, on_paper};
use super::ink::Ink;
use super::rows::EDGE;
use super::scene::{End, Item, Scene, Shape, Word};
use super::value::{self, DETAIL, LABEL, VALUE, pick};
use super::{PlacedSquare, width};
use crate::compare::{Category, Mark, Plot, Series, Square, SquareKind, Tone, Unit};
use crate::text::Lang;
use crate::text::matrix::words;

/// Side of a square in px, and the distance from one to the next.
const SIDE: f64 = 9.0;
const STEP: f64 = 11.0;
/// Fewest squares side by side of a column; with less room each category is a block.
const FEWEST: f64 = 10.0;
/// Widest names of categories, and of series within a block.
const NAMES: f64 = 150.0;
const NAMES_SHARE: f64 = 0.3;
const GAP: f64 = 12.0;
const LEADING: f64 = 17.0;
const DETAIL_LEADING: f64 = 14.0;
/// Height of a strip at least: it is pressed with a finger.
const STRIP: f64 = 24.0;
const PAD: f64 = 5.0;
const BAND: f64 = 4.0;
/// Bold letters are wider than the table says.
const BOLD: f64 = 1.07;

struct Units<'a> {
    plot: &'a Plot,
    lang: Lang,
    width: f64,
    /// Where the cells begin, and how wide each is.
    left: f64,
    wide: f64,
}

/// Lays out the chart.
pub(super) fn scene(plot: &Plot, width: f64, lang: Lang) -> Scene {
    let mut scene = on_paper(width, false);
    let y = key(plot, lang, &mut scene);
    let names = plot.categories.iter().map(|category| natural(category, lang)).fold(0.0, f64::max);
    let left = EDGE + names.min(NAMES).ceil() + GAP;
    let columns = plot.series.len().max(1) as f64;
    let wide = ((width - EDGE - left) / columns).floor();
    let units = Units { plot, lang, width, left, wide };
    let bottom = if wide >= FEWEST * STEP + GAP { units.table(y, &mut scene) } else { units.blocks(y, &mut scene) };
    close(scene, bottom)
}

fn natural(category: &Category, lang: Lang) -> f64 {
    let name = width::width(pick(&category.label, lang), LABEL) * BOLD;
    name.max(width::width(detail(category, lang), DETAIL))
}

/// What is said under a category's name; nothing where it would only say the name again.
fn detail(category: &Category, lang: Lang) -> &str {
    let detail = category.detail.as_ref().map(|detail| pick(detail, lang)).unwrap_or_default();
    if detail == pick(&category.label, lang) { "" } else { detail }
}

/// How many squares fit side by side, at least one.
fn across(room: f64) -> usize {
    (((room + STEP - SIDE) / STEP).floor() as usize).max(1)
}

/// Height of the squares of a mark.
fn high(squares: usize, across: usize) -> f64 {
    (squares.div_ceil(across) as f64 * STEP - (STEP - SIDE)).max(0.0)
}

impl Units<'_> {
    fn table(&self, mut y: f64, scene: &mut Scene) -> f64 {
        y = self.heads(y, scene);
        for (index, category) in self.plot.categories.iter().enumerate() {
            self.rule(y, scene);
            let bottom = self.label(category, y + PAD, scene).max(self.cells(index, y + PAD, scene)) + PAD;
            for (series, mark) in self.marks(index) {
                scene.place(mark, (self.left + series as f64 * self.wide, y), (self.wide, bottom - y));
            }
            y = bottom;
        }
        y
    }

    /// The marks of a category with the places of their series.
    fn marks(&self, category: usize) -> impl Iterator<Item = (usize, usize)> {
        let marks = self.plot.marks.iter().enumerate().filter(move |(_, mark)| mark.category == category);
        marks.map(|(index, mark)| (mark.series, index))
    }

    /// A line over the whole width.
    fn rule(&self, y: f64, scene: &mut Scene) {
        let shape = Shape::Path(vec![(0.0, y), (self.width, y)]);
        scene.items.push(Item { shape, ink: Ink::Grid, mark: None });
    }

    /// The names of the series over their columns.
    fn heads(&self, top: f64, scene: &mut Scene) -> f64 {
        let mut bottom = top;
        for (place, series) in self.plot.series.iter().enumerate() {
            let x = self.left + place as f64 * self.wide;
            let room = self.wide - GAP;
            let band = Shape::Rect([(x, top), (x + room, top + BAND)]);
            scene.items.push(Item { shape: band, ink: Ink::Mark(series.tone), mark: None });
            let name = width::ellipsis(pick(&series.label, self.lang), LABEL, room / BOLD);
            say(scene, name, (x, top + BAND + LEADING / 2.0 + 2.0), LABEL, Ink::Strong);
            let detail = series.detail.as_ref().map(|detail| pick(detail, self.lang)).unwrap_or_default();
            let mut y = top + BAND + LEADING + 2.0;
            for line in width::wrap(detail, DETAIL, room, 2) {
                say(scene, line, (x, y + DETAIL_LEADING / 2.0), DETAIL, Ink::Detail);
                y += DETAIL_LEADING;
            }
            bottom = bottom.max(y + PAD);
        }
        bottom
    }

    /// The name of a category beside its cells.
    fn label(&self, category: &Category, top: f64, scene: &mut Scene) -> f64 {
        let room = self.left - GAP - EDGE;
        let mut y = top;
        for line in width::wrap(pick(&category.label, self.lang), LABEL, room / BOLD, 2) {
            say(scene, line, (EDGE, y + LEADING / 2.0), LABEL, Ink::Strong);
            y += LEADING;
        }
        let detail = detail(category, self.lang);
        for line in width::wrap(detail, DETAIL, room, 2) {
            say(scene, line, (EDGE, y + DETAIL_LEADING / 2.0), DETAIL, Ink::Detail);
            y += DETAIL_LEADING;
        }
        y
    }

    /// What each cell says, and its squares under it.
    fn cells(&self, category: usize, top: f64, scene: &mut Scene) -> f64 {
        let room = self.wide - GAP;
        let across = across(room);
        let mut bottom = top + LEADING;
        for (series, index) in self.marks(category) {
            let Some(mark) = self.plot.marks.get(index) else { continue };
            let x = self.left + series as f64 * self.wide;
            self.value(mark, index, ((x, top + LEADING / 2.0), room, End::Left), scene);
            self.squares((mark, index), (x, top + LEADING + 1.0), across, scene);
            bottom = bottom.max(top + LEADING + 1.0 + high(mark.squares.len(), across));
        }
        bottom
    }

    fn blocks(&self, mut y: f64, scene: &mut Scene) -> f64 {
        let plot = self.plot;
        let names = plot.series.iter().map(|series| width::width(pick(&series.label, self.lang), LABEL));
        let names = names.fold(0.0, f64::max).min(self.width * NAMES_SHARE).ceil();
        let left = EDGE + BAND + 4.0 + names + 6.0;
        let values = plot.marks.iter().filter(|mark| !mark.squares.is_empty());
        let values = values.map(|mark| width::width(&self.text(mark).0, VALUE)).fold(0.0, f64::max).ceil();
        let across = across(self.width - EDGE - values - 6.0 - left);
        for (index, category) in plot.categories.iter().enumerate() {
            self.rule(y, scene);
            y = self.block_head(category, y + PAD, scene) + 1.0;
            for (series, at) in self.marks(index) {
                let Some((mark, series)) = plot.marks.get(at).zip(plot.series.get(series)) else { continue };
                let tall = high(mark.squares.len(), across);
                let strip = (tall + 8.0).max(STRIP);
                self.strip_name(series, (y, names), scene);
                self.squares((mark, at), (left, y + (STRIP - SIDE) / 2.0), across, scene);
                let middle = y + STRIP / 2.0;
                let place = if mark.squares.is_empty() { (left, End::Left) } else { (self.width - EDGE, End::Right) };
                self.value(mark, at, ((place.0, middle), self.width - EDGE - left, place.1), scene);
                scene.place(at, (0.0, y), (self.width, strip));
                y += strip;
            }
            y += 2.0;
        }
        y
    }

    /// The name of a category over its strips, and its detail beside it as far as there is room.
    fn block_head(&self, category: &Category, top: f64, scene: &mut Scene) -> f64 {
        let room = self.width - 2.0 * EDGE;
        let name = width::ellipsis(pick(&category.label, self.lang), LABEL, room / BOLD);
        let used = width::width(&name, LABEL) * BOLD + 8.0;
        say(scene, name, (EDGE, top + LEADING / 2.0), LABEL, Ink::Strong);
        let detail = detail(category, self.lang);
        let detail = width::ellipsis(detail, DETAIL, room - used);
        if detail.chars().count() > 1 {
            say(scene, detail, (EDGE + used, top + LEADING / 2.0 + 0.5), DETAIL, Ink::Detail);
        }
        top + LEADING
    }

    fn strip_name(&self, series: &Series, (top, names): (f64, f64), scene: &mut Scene) {
        let (above, below) = (top + STRIP / 2.0 - 6.5, top + STRIP / 2.0 + 6.5);
        let band = Shape::Rect([(EDGE, above), (EDGE + BAND, below)]);
        scene.items.push(Item { shape: band, ink: Ink::Mark(series.tone), mark: None });
        let name = width::ellipsis(pick(&series.label, self.lang), LABEL, names);
        say(scene, name, (EDGE + BAND + 4.0, top + STRIP / 2.0), LABEL, Ink::Label);
    }

    /// What is written beside the squares: number and share; that there is none; or why there is no value.
    fn text(&self, mark: &Mark) -> (String, Ink) {
        let Some(number) = value::number(mark.value) else {
            return (value::missing(mark.value, self.lang).unwrap_or_default().to_owned(), Ink::Missing);
        };
        let shown = value::label(number, &self.plot.unit, self.lang);
        match self.plot.unit {
            _ if number == 0.0 && mark.squares.is_empty() => (words(self.lang).none.to_owned(), Ink::Detail),
            Unit::Percent => (format!("{} · {shown}", mark.counted()), Ink::Value),
            _ => (shown, Ink::Value),
        }
    }

    fn value(&self, mark: &Mark, index: usize, ((x, y), room, end): ((f64, f64), f64, End), scene: &mut Scene) {
        let (text, ink) = self.text(mark);
        let text = width::ellipsis(&text, VALUE, room);
        scene.words.push(Word { text, x, y, size: VALUE, end, ink, mark: Some(index) });
    }

    fn squares(&self, (mark, index): (&Mark, usize), (left, top): (f64, f64), across: usize, scene: &mut Scene) {
        let tone = self.plot.series.get(mark.series).map_or(Tone::Rest, |series| series.tone);
        for (place, square) in mark.squares.iter().enumerate() {
            let (x, y) = (left + (place % across) as f64 * STEP, top + (place / across) as f64 * STEP);
            lay(square, tone, (x, y), Some(index), scene);
            scene.squares.push(PlacedSquare { mark: index, square: place, x, y, side: SIDE });
        }
    }
}

fn say(scene: &mut Scene, text: String, (x, y): (f64, f64), size: f64, ink: Ink) {
    scene.words.push(Word { text, x, y, size, end: End::Left, ink, mark: None });
}

/// A square: full, a tint, a ring or hollow; with a line through it where it might stand elsewhere.
fn lay(square: &Square, tone: Tone, (x, y): (f64, f64), mark: Option<usize>, scene: &mut Scene) {
    let inset = |by: f64| Shape::Rect([(x + by, y + by), (x + SIDE - by, y + SIDE - by)]);
    let mut push = |shape, ink| scene.items.push(Item { shape, ink, mark });
    match square.kind {
        SquareKind::Money => push(inset(0.0), Ink::Mark(tone)),
        SquareKind::NoMoney => push(inset(0.0), Ink::Tint(tone)),
        SquareKind::NonBudget => {
            push(inset(0.8), Ink::Edge(tone));
            push(inset(3.0), Ink::Mark(tone));
        }
        SquareKind::NoPlan => push(inset(0.5), Ink::Hollow),
    }
    if square.arguable && square.kind != SquareKind::NoPlan {
        push(Shape::Path(vec![(x, y + SIDE), (x + SIDE, y)]), Ink::Slash);
    }
}

/// What the squares mean, as far as they occur. Returns where the chart begins.
fn key(plot: &Plot, lang: Lang, scene: &mut Scene) -> f64 {
    let w = words(lang);
    let all = || plot.marks.iter().flat_map(|mark| &mark.squares);
    let slashed = all().any(|square| square.arguable && square.kind != SquareKind::NoPlan);
    let kinds = [
        (SquareKind::Money, w.key_money),
        (SquareKind::NoMoney, w.key_no_money),
        (SquareKind::NonBudget, w.key_non_budget),
        (SquareKind::NoPlan, w.key_no_plan),
    ];
    let plain = kinds.into_iter().filter(|(kind, _)| all().any(|square| square.kind == *kind));
    let mut entries: Vec<(SquareKind, bool, &str)> = plain.map(|(kind, text)| (kind, false, text)).collect();
    entries.extend(slashed.then_some((SquareKind::NoMoney, true, w.key_arguable)));
    let (mut x, mut y) = (EDGE, EDGE);
    let lines = !entries.is_empty();
    for (kind, arguable, text) in entries {
        let text = width::ellipsis(text, VALUE, scene.width - 2.0 * EDGE - SIDE - 5.0);
        let wide = SIDE + 5.0 + width::width(&text, VALUE);
        if x > EDGE && x + wide > scene.width - EDGE {
            (x, y) = (EDGE, y + LEADING);
        }
        let square = Square { item: String::new(), kind, arguable };
        lay(&square, Tone::Part(7), (x, y + (LEADING - SIDE) / 2.0), None, scene);
        say(scene, text, (x + SIDE + 5.0, y + LEADING / 2.0), VALUE, Ink::Label);
        x += wide + 14.0;
    }
    if lines { y + LEADING + 8.0 } else { y }
}

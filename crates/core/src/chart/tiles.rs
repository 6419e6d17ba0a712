//! A small unit chart of shares: tiles of two per cent each, rows of categories and columns of series.

use super::blocks::{close, on_paper};
use super::ink::Ink;
use super::rows::EDGE;
use super::scene::{End, Item, Scene, Shape, Word};
use super::value::{self, VALUE, pick};
use super::width;
use crate::compare::{Mark, Plot, Tone};
use crate::text::Lang;

/// What a tile is worth, in per cent.
const WORTH: f64 = 2.0;
/// Side of a tile at most, and the gap between two.
const SIDE: f64 = 8.0;
const GAP: f64 = 1.0;
/// Tiles side by side.
const ACROSS: usize = 8;
const LEADING: f64 = 16.0;
const BETWEEN: f64 = 8.0;
/// Most of the width that names of categories take, and the room between columns.
const NAMES: f64 = 0.3;
const GUTTER: f64 = 6.0;

/// How many tiles a share has: rounded, at least one of what is not nothing, and never more than a whole.
pub(super) fn tiles(percent: f64) -> usize {
    if percent <= 0.0 { 0 } else { ((percent.min(100.0) / WORTH).round() as usize).max(1) }
}

/// Lays out the tiles.
pub(super) fn scene(plot: &Plot, width: f64, lang: Lang) -> Scene {
    let mut scene = on_paper(width, false);
    let names = plot.categories.iter().map(|category| width::width(pick(&category.label, lang), VALUE));
    let left = EDGE + names.fold(0.0, f64::max).min(width * NAMES).ceil() + GUTTER;
    let wide = (width - EDGE - left) / plot.series.len().max(1) as f64;
    let side = (((wide - GUTTER + GAP) / ACROSS as f64).floor() - GAP).clamp(1.0, SIDE);
    let mut y = heads(plot, lang, (left, wide), &mut scene) + 2.0;
    for (index, category) in plot.categories.iter().enumerate() {
        let mut below = y;
        for text in width::wrap(pick(&category.label, lang), VALUE, left - GUTTER - EDGE, 2) {
            let at = below + LEADING / 2.0;
            scene.words.push(Word { text, x: EDGE, y: at, size: VALUE, end: End::Left, ink: Ink::Label, mark: None });
            below += LEADING;
        }
        let marks = || plot.marks_of(index);
        let most = marks().filter_map(|(_, mark)| value::number(mark.value)).map(tiles).max().unwrap_or_default();
        let rows = most.div_ceil(ACROSS) as f64;
        let bottom = below.max(y + rows * (side + GAP)).max(y + LEADING);
        for (at, mark) in marks() {
            let x = left + mark.series as f64 * wide;
            cell((plot, mark, at), (x, y, wide - GUTTER), (side, lang), &mut scene);
            scene.place(at, (x, y), (wide, bottom - y));
        }
        y = bottom + BETWEEN;
    }
    close(scene, y - BETWEEN)
}

/// The names of the series over their columns; in two lines by turns where one has too little room. Returns where they end.
fn heads(plot: &Plot, lang: Lang, (left, wide): (f64, f64), scene: &mut Scene) -> f64 {
    let names: Vec<&str> = plot.series.iter().map(|series| pick(&series.label, lang)).collect();
    let fits = |name: &&str| width::width(name, VALUE) <= wide - GUTTER / 2.0;
    let lines = if names.iter().all(fits) { 1 } else { 2 };
    let last = names.len().saturating_sub(1);
    for (place, name) in names.iter().enumerate() {
        let column = left + place as f64 * wide;
        // The last has room on its left only, half of that of the name before it on its line.
        let columns =
            if lines == 2 && place + 2 >= last && place != last.saturating_sub(1) { 1.5 } else { lines as f64 };
        let text = width::ellipsis(name, VALUE, wide * columns - GUTTER / 2.0);
        let (x, end) =
            if place == last && !fits(name) { (scene.width - EDGE, End::Right) } else { (column, End::Left) };
        let y = EDGE + (place % lines) as f64 * LEADING + LEADING / 2.0;
        scene.words.push(Word { text, x, y, size: VALUE, end, ink: Ink::Label, mark: None });
    }
    EDGE + lines as f64 * LEADING
}

type Cell<'a> = (&'a Plot, &'a Mark, usize);

fn cell((plot, mark, at): Cell<'_>, (x, y, room): (f64, f64, f64), (side, lang): (f64, Lang), scene: &mut Scene) {
    let tone = plot.series.get(mark.series).map_or(Tone::Rest, |series| series.tone);
    let middle = y + LEADING / 2.0;
    let mut say = |text: &str, ink| {
        let text = width::ellipsis(text, VALUE, room);
        scene.words.push(Word { text, x, y: middle, size: VALUE, end: End::Left, ink, mark: Some(at) });
    };
    match value::number(mark.value) {
        None => say(value::missing(mark.value, lang).unwrap_or_default(), Ink::Missing),
        Some(number) if tiles(number) == 0 => say("0", Ink::Detail),
        Some(number) => {
            for tile in 0..tiles(number) {
                let (left, top) =
                    (x + (tile % ACROSS) as f64 * (side + GAP), y + 3.0 + (tile / ACROSS) as f64 * (side + GAP));
                let shape = Shape::Rect([(left, top), (left + side, top + side)]);
                scene.items.push(Item { shape, ink: Ink::Mark(tone), mark: Some(at) });
            }
        }
    }
}

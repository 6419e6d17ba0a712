//! A hundred blocks a row: what a share is of 100,000 won. Read down the columns, then to the right.

use super::bars::tone_of;
use super::ink::Ink;
use super::rows::{Columns, EDGE, VALUE_GAP};
use super::scene::{Axis, End, Item, Scene, Shape, Word};
use super::value::{self, VALUE};
use crate::compare::{Plot, largest_remainder};

/// Blocks in a row of a strip; four rows make a hundred.
const ACROSS: usize = 25;
const DOWN: usize = 4;
/// Most of a block's side in px.
const SIDE: f64 = 15.0;
const GAP: f64 = 2.0;
const BETWEEN: f64 = 12.0;
const BETWEEN_NARROW: f64 = 7.0;
/// How high a row of blocks is on a phone, of how wide a block is.
const LOWER: f64 = 0.77;

/// Lays out the strips.
pub(super) fn scene(plot: &Plot, columns: Columns, patterned: bool) -> Scene {
    let step = ((columns.room() + GAP) / ACROSS as f64).floor().min(SIDE + GAP);
    // On a phone blocks are lower than wide, so that five strips end on its first screen.
    let step = (step, if columns.wide { step } else { (step * LOWER).round() });
    let high = step.1 * DOWN as f64 - GAP;
    let mut scene = on_paper(columns.width, patterned);
    let between = if columns.wide { BETWEEN } else { BETWEEN_NARROW };
    let mut y = EDGE;
    for (index, category) in plot.categories.iter().enumerate() {
        let (top, bottom) = columns.label_in_line(category, y, high, &mut scene);
        lay_strip(plot, index, (columns, step), top, &mut scene);
        y = bottom + between;
    }
    close(scene, y - between)
}

/// A scene whose axes are px of the drawing.
pub(super) fn on_paper(width: f64, patterned: bool) -> Scene {
    let mut scene = Scene::blank(width);
    scene.x = Axis { from: 0.0, to: width, ticks: Vec::new() };
    scene.patterned = patterned;
    scene
}

/// Ends such a scene at its bottom.
pub(super) fn close(mut scene: Scene, bottom: f64) -> Scene {
    scene.height = (bottom + EDGE).ceil();
    scene.plot = (0.0, 0.0, scene.width, scene.height);
    scene.y = Axis { from: 0.0, to: scene.height, ticks: Vec::new() };
    scene
}

fn lay_strip(plot: &Plot, category: usize, (columns, (step, row)): (Columns, (f64, f64)), top: f64, scene: &mut Scene) {
    let marks: Vec<_> = plot.marks_of(category).collect();
    let numbers: Vec<f64> = marks.iter().map(|(_, mark)| value::number(mark.value).unwrap_or(0.0).max(0.0)).collect();
    let blocks = blocks_of(&numbers);
    let high = row * DOWN as f64 - GAP;
    let mut at: usize = 0;
    for ((index, mark), blocks) in marks.iter().zip(&blocks) {
        let (from, to) = (at, at + *blocks as usize);
        for block in from..to {
            let (x, y) = (columns.left + (block / DOWN) as f64 * step, top + (block % DOWN) as f64 * row);
            let shape = Shape::Rect([(x, y), (x + step - GAP, y + row - GAP)]);
            scene.items.push(Item { shape, ink: Ink::Mark(tone_of(plot, mark)), mark: Some(*index) });
        }
        // Runs begin and end within a column: their areas meet there.
        let px = |block: usize| columns.left + block as f64 / DOWN as f64 * step;
        scene.place(*index, (px(from), top), ((px(to) - px(from)).max(1.0), high));
        at = to;
    }
    if blocks.iter().all(|blocks| *blocks == 0) {
        let reason = marks.iter().find_map(|(_, mark)| value::missing(mark.value, columns.lang)).unwrap_or_default();
        let (x, y) = (columns.left + VALUE_GAP, top + high / 2.0);
        let shape = Shape::Rect([(columns.left, top), (columns.left + step * ACROSS as f64 - GAP, top + high)]);
        scene.items.push(Item { shape, ink: Ink::Mark(crate::compare::Tone::Rest), mark: None });
        let text = reason.to_owned();
        scene.words.push(Word { text, x, y, size: VALUE, end: End::Left, ink: Ink::Missing, mark: None });
    }
}

/// The blocks of numbers in proportion, a hundred in all; none where nothing is above zero.
fn blocks_of(numbers: &[f64]) -> Vec<u32> {
    /// Finer than the shares that are drawn.
    const PIECES: f64 = 1e12;
    let sum: f64 = numbers.iter().sum();
    let pieces: Vec<i64> = numbers.iter().map(|number| (number / sum * PIECES).round() as i64).collect();
    largest_remainder(&pieces, (ACROSS * DOWN) as u32).unwrap_or_else(|| vec![0; numbers.len()])
}

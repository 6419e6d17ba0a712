//! What horizontal forms share: where labels stand, where bars begin, and how rows follow each other.

use super::backend::{ASCENT, DESCENT};
use super::ink::Ink;
use super::scene::{End, Scene, Word};
use super::value::{DETAIL, LABEL, pick};
use super::width;
use crate::compare::{Category, Plot};
use crate::text::Lang;

/// From this width in px on, labels stand left of the bars; below, above them.
const WIDE: f64 = 560.0;
/// Most of the width that labels may take.
const SHARE: f64 = 0.34;
const WIDEST_COLUMN: f64 = 300.0;
const COLUMN_GAP: f64 = 12.0;
/// Distance of anything from the sides of the view box.
pub(super) const EDGE: f64 = 4.0;
/// Distance of a value from its bar.
pub(super) const VALUE_GAP: f64 = 6.0;
/// Height above the bars, for the labels of ticks.
const TICKS: f64 = 24.0;

const LABEL_LINES: usize = 3;
const DETAIL_LINES: usize = 2;
const LABEL_LEADING: f64 = 17.0;
const DETAIL_LEADING: f64 = 15.0;

/// Where the labels and the bars of a drawing stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    pub(super) lang: Lang,
    pub(super) width: f64,
    pub(super) wide: bool,
    /// Where bars begin.
    pub(super) left: f64,
    /// Where the last label ends.
    pub(super) right: f64,
}

/// The label of a category in lines.
#[derive(Debug)]
struct Block {
    lines: Vec<(String, Ink, f64, f64)>,
    height: f64,
}

impl Columns {
    /// The columns of a drawing of a width in px.
    pub(super) fn new(plot: &Plot, width: f64, lang: Lang) -> Self {
        let wide = width >= WIDE;
        let left = if wide {
            let most = (width * SHARE).min(WIDEST_COLUMN);
            let needed = plot.categories.iter().map(|category| natural(category, lang)).fold(0.0, f64::max);
            EDGE + needed.min(most).ceil() + COLUMN_GAP
        } else {
            EDGE
        };
        Self { lang, width, wide, left, right: width - EDGE }
    }

    /// Width in px for bars and their values.
    pub(super) fn room(&self) -> f64 {
        self.right - self.left
    }

    /// Height in px above the first row.
    pub(super) fn top(&self, ticks: bool) -> f64 {
        if ticks { TICKS } else { EDGE }
    }

    /// Writes a category's label beside or above rows of a height. Returns where the rows begin, and where it ends.
    pub(super) fn label(&self, category: &Category, y: f64, rows: f64, scene: &mut Scene) -> (f64, f64) {
        let room = if self.wide { self.left - COLUMN_GAP - EDGE } else { self.room() };
        let block = Block::new(category, self.lang, room);
        let (top, rows_top, bottom) = if self.wide {
            let height = block.height.max(rows);
            (y + (height - block.height) / 2.0, y + (height - rows) / 2.0, y + height)
        } else {
            let rows_top = y + block.height + 2.0;
            (y, rows_top, rows_top + rows)
        };
        block.write(EDGE, top, scene);
        (rows_top, bottom)
    }
}

impl Columns {
    /// As [`label`](Self::label), with the detail beside the name where labels stand above the rows and both fit in one line.
    pub(super) fn label_in_line(&self, category: &Category, y: f64, rows: f64, scene: &mut Scene) -> (f64, f64) {
        let name = pick(&category.label, self.lang);
        let detail = category.detail.as_ref().map(|detail| pick(detail, self.lang)).unwrap_or_default();
        let at = EDGE + width::width(name, LABEL) + COLUMN_GAP;
        if self.wide || detail.is_empty() || at + width::width(detail, LABEL) > self.right {
            return self.label(category, y, rows, scene);
        }
        let bare = Category { detail: None, ..category.clone() };
        let word = Word {
            text: detail.to_owned(),
            x: at,
            y: y + LABEL_LEADING / 2.0,
            size: LABEL,
            end: End::Left,
            ink: Ink::Detail,
            mark: None,
        };
        scene.words.push(word);
        self.label(&bare, y, rows, scene)
    }
}

impl Block {
    fn new(category: &Category, lang: Lang, room: f64) -> Self {
        let mut lines = Vec::new();
        for line in width::wrap(pick(&category.label, lang), LABEL, room, LABEL_LINES) {
            lines.push((line, Ink::Label, LABEL, LABEL_LEADING));
        }
        if let Some(detail) = &category.detail {
            for line in width::wrap(pick(detail, lang), DETAIL, room, DETAIL_LINES) {
                lines.push((line, Ink::Detail, DETAIL, DETAIL_LEADING));
            }
        }
        let height = lines.iter().map(|(_, _, _, leading)| leading).sum();
        Self { lines, height }
    }

    fn write(self, x: f64, top: f64, scene: &mut Scene) {
        let mut y = top;
        for (text, ink, size, leading) in self.lines {
            scene.words.push(Word { text, x, y: y + leading / 2.0, size, end: End::Left, ink, mark: None });
            y += leading;
        }
    }
}

/// Width in px of a category's label on one line.
fn natural(category: &Category, lang: Lang) -> f64 {
    let label = width::width(pick(&category.label, lang), LABEL);
    category.detail.as_ref().map_or(label, |detail| label.max(width::width(pick(detail, lang), DETAIL)))
}

/// A short text that belongs to marks without a bar or a dot.
#[derive(Debug)]
pub(super) struct Remark {
    pub(super) text: String,
    pub(super) ink: Ink,
    pub(super) marks: Vec<usize>,
}

const REMARK_LEADING: f64 = 17.0;
const REMARK_GAP: f64 = 14.0;

/// Remarks of a font size in lines of a width in px, each with its distance from the left.
pub(super) fn remark_lines(remarks: &[Remark], size: f64, room: f64) -> Vec<Vec<(f64, &Remark)>> {
    let mut lines: Vec<Vec<(f64, &Remark)>> = Vec::new();
    let mut x = 0.0;
    for remark in remarks {
        let wide = width::width(&remark.text, size).min(room);
        match lines.last_mut() {
            Some(line) if x + wide <= room => line.push((x, remark)),
            _ => {
                x = 0.0;
                lines.push(vec![(x, remark)]);
            }
        }
        x += wide + REMARK_GAP;
    }
    lines
}

/// Height in px of lines of remarks.
pub(super) fn remarks_height(lines: usize) -> f64 {
    lines as f64 * REMARK_LEADING
}

/// Writes remarks from a corner on.
pub(super) fn write_remarks(remarks: &[Remark], size: f64, (left, top): (f64, f64), room: f64, scene: &mut Scene) {
    let mut y = top + REMARK_LEADING / 2.0;
    for line in remark_lines(remarks, size, room) {
        for (x, remark) in line {
            let text = width::ellipsis(&remark.text, size, room);
            // One text may speak for several marks: each has its part of it to be pointed at.
            let each = width::width(&text, size) / remark.marks.len().max(1) as f64;
            let high = size * (ASCENT + DESCENT);
            for (nth, mark) in remark.marks.iter().enumerate() {
                scene.place(*mark, (left + x + nth as f64 * each, y - high / 2.0), (each, high));
            }
            let (ink, mark) = (remark.ink, remark.marks.first().copied());
            scene.words.push(Word { text, x: left + x, y, size, end: End::Left, ink, mark });
        }
        y += REMARK_LEADING;
    }
}

//! Parts of a bar end to end: as amounts, or as shares of 100 %.

use super::bars::{begin, finish, label_at, lay_axis, range, tone_of};
use super::ink::Ink;
use super::rows::{Columns, Remark, VALUE_GAP, remark_lines, remarks_height, write_remarks};
use super::scale;
use super::scene::{Axis, End, Item, Scene, Shape, Word};
use super::value::{self, DETAIL, VALUE, pick};
use super::width;
use crate::compare::{Form, Mark, Plot, Reading, Tone, Unit};

const BAR: f64 = 24.0;
const BETWEEN: f64 = 14.0;
/// Room in px between two parts, taken from the first where it is wide enough.
const SEAM: f64 = 1.0;
const HALF_TICK: f64 = 16.0;
/// Room in px on both sides of a value within its part.
const PADDING: f64 = 4.0;

/// One bar: its parts from left to right, and what is no part.
struct Stack<'a> {
    category: usize,
    parts: Vec<Part>,
    /// Sum of the parts, in the axis' unit.
    total: f64,
    /// What stands behind the bar.
    label: Option<String>,
    /// Marks without a part.
    others: Vec<(usize, &'a Mark)>,
}

struct Part {
    mark: usize,
    tone: Tone,
    /// Length in the axis' unit: that of the values, or percent.
    length: f64,
    label: String,
}

/// Lays out stacked bars.
pub(super) fn scene(plot: &Plot, columns: Columns, patterned: bool) -> Scene {
    let stacks: Vec<Stack> = (0..plot.categories.len()).map(|category| stack(plot, columns, category)).collect();
    let x = axis(plot, columns, &stacks);
    let top = columns.top(!x.ticks.is_empty());
    let mut scene = begin(columns, top, x, patterned);
    let between = if columns.wide { BETWEEN } else { BETWEEN + 4.0 };
    let mut y = top + between / 2.0;
    for stack in &stacks {
        let Some(category) = plot.categories.get(stack.category) else { continue };
        let remarks = stack.remarks(plot, columns);
        let room = columns.room() - VALUE_GAP;
        let lines = remark_lines(&remarks, stack.size(), room).len();
        let below = if stack.parts.is_empty() { BAR.max(remarks_height(lines)) - BAR } else { remarks_height(lines) };
        let (row, bottom) = columns.label(category, y, BAR + below, &mut scene);
        if stack.parts.is_empty() {
            stack.lay_reason(plot, columns, row, &remarks, &mut scene);
        } else {
            stack.lay_parts(columns, row, &mut scene);
            write_remarks(&remarks, stack.size(), (columns.left + VALUE_GAP, row + BAR), room, &mut scene);
        }
        if !columns.wide && !stack.parts.is_empty() {
            lay_axis(row, row + BAR, &mut scene);
        }
        y = bottom + between;
    }
    finish(scene, columns, y - between / 2.0)
}

/// Whether values are turned into shares: percentages are shares already.
fn normalised(plot: &Plot) -> bool {
    plot.form == Form::Shares && plot.unit != Unit::Percent
}

fn stack<'a>(plot: &'a Plot, columns: Columns, category: usize) -> Stack<'a> {
    let lang = columns.lang;
    let positive = |mark: &Mark| value::number(mark.value).filter(|number| *number > 0.0);
    let (parts, others): (Vec<_>, Vec<_>) = plot.marks_of(category).partition(|(_, mark)| positive(mark).is_some());
    let sum: f64 = parts.iter().filter_map(|(_, mark)| positive(mark)).sum();
    let complete = others.iter().all(|(_, mark)| value::number(mark.value).is_some());
    let normalised = normalised(plot);
    let parts: Vec<Part> = parts
        .into_iter()
        .filter_map(|(index, mark)| {
            let number = positive(mark)?;
            let length = if normalised { number / sum * 100.0 } else { number };
            let unit = if normalised { &Unit::Percent } else { &plot.unit };
            Some(Part { mark: index, tone: tone_of(plot, mark), length, label: value::label(length, unit, lang) })
        })
        .collect();
    let label = match plot.form {
        // A total of percentages says nothing, and one of which a part is missing would be wrong.
        Form::Shares if !normalised || !complete => None,
        _ => Some(value::label(sum, &plot.unit, lang)),
    };
    let total = parts.iter().map(|part| part.length).sum();
    Stack { category, parts, total, label, others }
}

fn axis(plot: &Plot, columns: Columns, stacks: &[Stack]) -> Axis {
    let room = columns.room();
    let behind = |stack: &Stack| stack.label.as_ref().map_or(0.0, |label| VALUE_GAP + width::width(label, VALUE));
    let labelled: Vec<(f64, f64)> = stacks.iter().map(|stack| (stack.total, behind(stack))).collect();
    if stacks.iter().all(|stack| stack.parts.is_empty()) {
        return Axis { from: 0.0, to: 1.0, ticks: Vec::new() };
    }
    if plot.form != Form::Shares {
        let (from, to) = range(&labelled, room);
        let ticks = scale::horizontal((from, to), (columns.left, room), columns.width, &plot.unit, columns.lang);
        return Axis { from, to, ticks };
    }
    let whole = stacks.iter().map(|stack| stack.total).fold(100.0, f64::max);
    let whole = if whole < 100.5 { 100.0 } else { whole };
    // Without totals, half of `100%` still stands behind the end.
    let labelled: Vec<(f64, f64)> = labelled.iter().map(|(_, px)| (whole, px.max(HALF_TICK))).collect();
    let (_, to) = range(&labelled, room);
    let place = (columns.left, room * whole / to);
    let ticks = scale::horizontal((0.0, whole), place, columns.width, &Unit::Percent, columns.lang);
    Axis { from: 0.0, to, ticks }
}

impl Stack<'_> {
    /// Font size of remarks: in place of a bar like a value, under a bar like a detail.
    fn size(&self) -> f64 {
        if self.parts.is_empty() { VALUE } else { DETAIL }
    }

    /// What is said of marks that have no part. The series is named unless there is but one.
    fn remarks(&self, plot: &Plot, columns: Columns) -> Vec<Remark> {
        let alone = self.parts.is_empty() && self.others.len() == 1;
        let remark = |&(index, mark): &(usize, &Mark)| {
            let (text, ink) = match value::number(mark.value) {
                Some(number) => (value::label(number, &plot.unit, columns.lang), Ink::Value),
                None => (value::missing(mark.value, columns.lang).unwrap_or_default().to_owned(), Ink::Missing),
            };
            let series = plot.series.get(mark.series).filter(|_| !alone);
            let text = series.map_or(text.clone(), |series| format!("{}: {text}", pick(&series.label, columns.lang)));
            Remark { text, ink, marks: vec![index] }
        };
        match self.shared_reason() {
            Some(reason) if self.others.len() > 1 => {
                let text = value::missing(reason, columns.lang).unwrap_or_default().to_owned();
                let marks = self.others.iter().map(|(index, _)| *index).collect();
                vec![Remark { text, ink: Ink::Missing, marks }]
            }
            _ => self.others.iter().map(remark).collect(),
        }
    }

    /// The reason why there is no bar at all, if it is the same for every part.
    fn shared_reason(&self) -> Option<Reading> {
        let (_, first) = self.others.first()?;
        let reason = Some(first.value).filter(|reading| reading.value().is_none())?;
        (self.parts.is_empty() && self.others.iter().all(|(_, mark)| mark.value == reason)).then_some(reason)
    }

    /// A bar without parts: the reasons, and a tick at zero for stated zeros.
    fn lay_reason(&self, plot: &Plot, columns: Columns, row: f64, remarks: &[Remark], scene: &mut Scene) {
        let zero = self.others.iter().find(|(_, mark)| value::number(mark.value) == Some(0.0));
        if let Some((index, mark)) = zero {
            let shape = Shape::Path(vec![(0.0, row), (0.0, row + BAR)]);
            scene.items.push(Item { shape, ink: Ink::Zero(tone_of(plot, mark)), mark: Some(*index) });
        }
        let lines = remark_lines(remarks, self.size(), columns.room() - VALUE_GAP).len();
        let top = row + ((BAR - remarks_height(lines)) / 2.0).max(0.0);
        write_remarks(remarks, self.size(), (columns.left + VALUE_GAP, top), columns.room() - VALUE_GAP, scene);
    }

    fn lay_parts(&self, columns: Columns, row: f64, scene: &mut Scene) {
        let px = |value: f64, scene: &Scene| columns.left + scene.x.px(value, columns.room());
        let mut from = 0.0;
        for (at, part) in self.parts.iter().enumerate() {
            let to = from + part.length;
            let (start, end) = (px(from, scene), px(to, scene));
            let wide = end - start;
            let last = at + 1 == self.parts.len();
            let seam = if last || wide <= 3.0 * SEAM { 0.0 } else { part.length * SEAM / wide };
            let shape = Shape::Rect([(from, row), (to - seam, row + BAR)]);
            scene.items.push(Item { shape, ink: Ink::Mark(part.tone), mark: Some(part.mark) });
            scene.place(part.mark, (start, row), (wide, BAR));
            // The only part's value is the total behind the bar.
            let told = self.parts.len() == 1 && self.label.is_some();
            if !told && width::width(&part.label, VALUE) + 2.0 * PADDING <= wide {
                scene.words.push(Word {
                    text: part.label.clone(),
                    x: start + wide / 2.0,
                    y: row + BAR / 2.0,
                    size: VALUE,
                    end: End::Middle,
                    ink: Ink::Inside(part.tone),
                    mark: Some(part.mark),
                });
            }
            from = to;
        }
        if let (Some(label), Some(last)) = (&self.label, self.parts.last()) {
            let word = label_at(label.clone(), (columns.left, px(from, scene)), columns, last.tone);
            scene.words.push(Word { y: row + BAR / 2.0, ..word });
        }
    }
}

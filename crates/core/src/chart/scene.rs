//! A laid-out chart, and its drawing through plotters.

use super::backend::{Canvas, UNIT};
use super::ink::Ink;
use super::scale::Tick;
use super::svg::Shape as Drawn;
use super::value::TICK;
use super::{Placed, PlacedSquare};
use plotters::coord::Shift;
use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};
use plotters::prelude::{
    ChartBuilder, Circle, DrawingArea, DrawingAreaErrorKind, FontFamily, FontStyle, LabelAreaPosition, PathElement,
    Rectangle, Text, TextStyle,
};
use plotters::style::{Color, FontDesc, TRANSPARENT};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use std::cell::RefCell;
use std::convert::Infallible;
use std::ops::Range;
use std::rc::Rc;

/// Why plotters may refuse to draw. The canvas itself cannot fail.
pub(super) type Refusal = DrawingAreaErrorKind<Infallible>;

/// Distance in px between the labels of ticks and the plotting area, halved: plotters doubles it.
const TICK_DISTANCE: f64 = 3.0;

/// A laid-out chart. Lengths are in px, `y` grows downwards; items are in the coordinates of the axes.
#[derive(Debug)]
pub(super) struct Scene {
    pub(super) width: f64,
    pub(super) height: f64,
    /// The plotting area: left, top, right, bottom.
    pub(super) plot: (f64, f64, f64, f64),
    pub(super) x: Axis,
    pub(super) y: Axis,
    pub(super) items: Vec<Item>,
    pub(super) words: Vec<Word>,
    pub(super) placed: Vec<Placed>,
    pub(super) squares: Vec<PlacedSquare>,
    /// Whether patterns tell the tones apart, beside colour.
    pub(super) patterned: bool,
}

/// An axis, from the left or the top. Lines of the mesh stand at its ticks.
#[derive(Debug, Clone, Default)]
pub(super) struct Axis {
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) ticks: Vec<Tick>,
}

/// A shape in the coordinates of the axes.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) shape: Shape,
    pub(super) ink: Ink,
    pub(super) mark: Option<usize>,
}

/// What plotters draws.
#[derive(Debug)]
pub(super) enum Shape {
    /// Two opposite corners.
    Rect([(f64, f64); 2]),
    /// A line through points.
    Path(Vec<(f64, f64)>),
    /// A dot with a radius in px.
    Dot((f64, f64), f64),
}

/// A line of text. `x` is its left end, middle or right end in px, `y` the middle of its height.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) end: End,
    pub(super) ink: Ink,
    pub(super) mark: Option<usize>,
}

/// Which part of a text stands at its `x`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Left,
    Middle,
    Right,
}

impl Axis {
    /// Length in px to add to the axis' beginning for a value, on an axis of `length` px.
    pub(super) fn px(&self, value: f64, length: f64) -> f64 {
        (value - self.from) / (self.to - self.from) * length
    }
}

impl Scene {
    /// A scene without a chart, for words.
    pub(super) fn blank(width: f64) -> Self {
        Self {
            width,
            height: 0.0,
            plot: (0.0, 0.0, width, 0.0),
            x: Axis::default(),
            y: Axis::default(),
            items: Vec::new(),
            words: Vec::new(),
            placed: Vec::new(),
            squares: Vec::new(),
            patterned: true,
        }
    }

    /// Notes where a mark lies, within the view box.
    pub(super) fn place(&mut self, mark: usize, (x, y): (f64, f64), (w, h): (f64, f64)) {
        let (left, top) = (x.clamp(0.0, self.width), y.max(0.0));
        let (right, bottom) = ((x + w).clamp(0.0, self.width), (y + h).max(0.0));
        self.placed.push(Placed { mark, x: left, y: top, w: right - left, h: bottom - top });
    }

    /// The shapes of the chart, and the names of the patterns that they use.
    pub(super) fn paint(&self, id_prefix: &str) -> Result<(Vec<Drawn>, Vec<String>), Refusal> {
        let canvas = Rc::new(RefCell::new(Canvas::new(self.width, self.height, id_prefix, self.patterned)));
        let root = DrawingArea::from(&canvas);
        if !self.items.is_empty() {
            self.paint_plot(&root, &canvas)?;
        }
        for word in &self.words {
            belongs_to(&canvas, word.mark)?;
            let at = (units(word.x), units(word.y));
            root.draw(&Text::new(word.text.as_str(), at, text_style(word.size, word.ink, word.end)))?;
        }
        let mut canvas = canvas.try_borrow_mut().map_err(|_| Refusal::SharingError)?;
        Ok(canvas.take())
    }

    fn paint_plot(&self, root: &DrawingArea<Canvas, Shift>, canvas: &Rc<RefCell<Canvas>>) -> Result<(), Refusal> {
        let (left, top, right, bottom) = self.plot;
        let (x, y) = (&self.x, &self.y);
        let mut chart = ChartBuilder::on(root)
            .margin_right(units(self.width - right))
            .margin_bottom(units(self.height - bottom))
            .set_label_area_size(LabelAreaPosition::Left, units(left))
            .set_label_area_size(LabelAreaPosition::Top, units(top))
            .build_cartesian_2d(
                Ruler { axis: x, reversed: false },
                // plotters counts from the bottom.
                Ruler { axis: y, reversed: true },
            )?;
        let text_at = |axis: &Axis, at: f64| {
            axis.ticks.iter().find(|tick| tick.at == at).map(|tick| tick.text.clone()).unwrap_or_default()
        };
        chart
            .configure_mesh()
            // An axis that is not drawn has no labels; ours is drawn with the bars.
            .axis_style(TRANSPARENT)
            .bold_line_style(Ink::Grid.stroke())
            .light_line_style(Ink::Grid.stroke())
            .set_all_tick_mark_size(units(TICK_DISTANCE))
            .label_style(text_style(TICK, Ink::Tick, End::Left))
            .x_label_formatter(&|at| text_at(x, *at))
            .y_label_formatter(&|at| text_at(y, *at))
            .draw()?;
        let area = chart.plotting_area();
        for item in &self.items {
            belongs_to(canvas, item.mark)?;
            match &item.shape {
                Shape::Rect(corners) => area.draw(&Rectangle::new(*corners, item.ink.filled()))?,
                Shape::Path(points) => area.draw(&PathElement::new(points.clone(), item.ink.stroke()))?,
                Shape::Dot(center, radius) => {
                    area.draw(&Circle::new(*center, units(*radius), item.ink.filled()))?;
                }
            }
        }
        Ok(())
    }
}

/// What is drawn next belongs to this mark.
fn belongs_to(canvas: &Rc<RefCell<Canvas>>, mark: Option<usize>) -> Result<(), Refusal> {
    canvas.try_borrow_mut().map_err(|_| Refusal::SharingError)?.set_mark(mark);
    Ok(())
}

/// Backend units of px.
fn units(px: f64) -> i32 {
    (px * UNIT).round() as i32
}

fn text_style(size: f64, ink: Ink, end: End) -> TextStyle<'static> {
    let h_pos = match end {
        End::Left => HPos::Left,
        End::Middle => HPos::Center,
        End::Right => HPos::Right,
    };
    let font = FontDesc::new(FontFamily::SansSerif, size * UNIT, FontStyle::Normal);
    TextStyle { font, color: ink.color().to_backend_color(), pos: Pos::new(h_pos, VPos::Center) }
}

/// An axis as plotters asks for it. (plotters' own float axis cannot be given ticks and a mesh at once.)
struct Ruler<'a> {
    axis: &'a Axis,
    /// From the end to the beginning.
    reversed: bool,
}

impl Ranged for Ruler<'_> {
    type FormatOption = DefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (first, last): (i32, i32)) -> i32 {
        let (first, last) = if self.reversed { (last, first) } else { (first, last) };
        first + self.axis.px(*value, f64::from(last) - f64::from(first)).round() as i32
    }

    fn key_points<H: KeyPointHint>(&self, hint: H) -> Vec<f64> {
        // Light lines first, then bold ones: once is enough.
        if hint.weight().allow_light_points() {
            return Vec::new();
        }
        self.axis.ticks.iter().map(|tick| tick.at).collect()
    }

    fn range(&self) -> Range<f64> {
        self.axis.from..self.axis.to
    }
}

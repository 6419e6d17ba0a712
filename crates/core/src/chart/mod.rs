//! Charts: a [`Plot`] as SVG, without a browser.
//!
//! plotters draws axes, mesh and marks onto a canvas of our own, which writes classes where other backends write
//! colours. Widths of texts come from a table, so that native and browser drawings are the same to the letter.

mod backend;
mod bars;
mod blocks;
mod dumbbell;
mod ink;
mod legend;
mod multiples;
pub mod palette;
mod patterns;
mod range;
mod rows;
mod scale;
mod scene;
mod share;
mod slope;
mod stack;
mod standalone;
mod svg;
mod tiles;
mod units;
mod value;
mod width;

pub use legend::{legend, swatch};
pub use share::{Format, Said, picture};
pub use standalone::{Meta, standalone};
pub use svg::{Shape, Tag};

use crate::compare::{Form, Plot};
use crate::text::Lang;
use crate::text::figures::words;
use rows::Columns;
use scene::{End, Scene, Word};
use svg::num;

/// Narrowest drawing in px. Narrower pages scale it down.
pub const NARROWEST: u32 = 280;
/// Widest drawing in px.
pub const WIDEST: u32 = 1600;

/// What the caller knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame<'a> {
    /// Available width in CSS px; clamped to [`NARROWEST`]`..=`[`WIDEST`].
    pub width: u32,
    /// Language of every text.
    pub lang: Lang,
    /// Begins the ids of patterns. Must differ between the drawings of a page. Anything but ASCII letters, digits,
    /// `-` and `_` is dropped.
    pub id_prefix: &'a str,
}

/// A drawing for the page: classes and no colours. Hidden from assistive technology; the view makes the accessible
/// layer from the same [`Plot`].
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// The `<svg>` element, for a page that makes elements of it.
    pub shape: Shape,
    /// Width in px.
    pub width: u32,
    /// Height in px. Follows from what is drawn.
    pub height: u32,
    /// Where the marks lie, in order of drawing: every mark whose category and series exist, once.
    pub marks: Vec<Placed>,
    /// Where the squares of a unit chart lie, each within its mark.
    pub squares: Vec<PlacedSquare>,
}

impl Drawing {
    /// The drawing as text.
    pub fn svg(&self) -> String {
        self.shape.print()
    }
}

/// Where a mark lies in a drawing, in px from its upper left corner, for hit areas and focus rings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// Index into the plot's marks.
    pub mark: usize,
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

/// Where a square of a unit chart lies, in px from the drawing's upper left corner, to point at what it stands for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlacedSquare {
    /// Index into the plot's marks.
    pub mark: usize,
    /// Index into the mark's squares.
    pub square: usize,
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width and height.
    pub side: f64,
}

/// Draws a plot for the page.
///
/// ```
/// use city_compare_core::chart::{Frame, draw};
/// use city_compare_core::compare::{Category, Form, Mark, Plot, Reading, Series, Tone, Unit};
/// use city_compare_core::model::{Bilingual, Number};
/// use city_compare_core::text::Lang;
///
/// let name = Bilingual::new("여수시", "Yeosu");
/// let plot = Plot {
///     id: "totals".into(),
///     title: Bilingual::new("본예산", "Original budgets"),
///     form: Form::Bars,
///     unit: Unit::Won,
///     categories: vec![Category { key: "yeosu".into(), label: name.clone(), detail: None, item: None }],
///     series: vec![Series { key: "yeosu".into(), label: name, tone: Tone::City(0), detail: None }],
///     marks: vec![Mark {
///         category: 0,
///         series: 0,
///         value: Reading::Value(Number::new(1_457_700_000_000.0).unwrap()),
///         year: None,
///         stage: None,
///         account: None,
///         amount: None,
///         squares: vec![],
///         evidence: vec![],
///         notes: vec![],
///     }],
///     notes: vec![],
///     answer: None,
/// };
/// let drawing = draw(&plot, Frame { width: 640, lang: Lang::Ko, id_prefix: "a" });
/// assert!(drawing.svg().contains("1조 4,577억"));
/// assert!(drawing.svg().contains(r#"class="cc-mark cc-city-0" data-mark="0""#));
/// ```
pub fn draw(plot: &Plot, frame: Frame<'_>) -> Drawing {
    let width = f64::from(frame.width.clamp(NARROWEST, WIDEST));
    let id_prefix = clean_id(frame.id_prefix);
    let body = compose(plot, width, frame.lang, &id_prefix);
    let (wide, high) = (num(width), num(body.height));
    let view_box = format!("0 0 {wide} {high}");
    let frame = [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("class", "cc-svg"),
        ("viewBox", &*view_box),
        ("width", &wide),
        ("height", &high),
        ("lang", frame.lang.tag()),
        ("aria-hidden", "true"),
        ("focusable", "false"),
    ];
    let shape = Shape::new(Tag::Svg, &frame).around(patterns::defs(&id_prefix, &body.patterns)).around(body.shapes);
    Drawing { shape, width: width as u32, height: body.height as u32, marks: body.placed, squares: body.squares }
}

/// The inside of a drawing.
struct Body {
    shapes: Vec<Shape>,
    patterns: Vec<String>,
    height: f64,
    placed: Vec<Placed>,
    squares: Vec<PlacedSquare>,
}

fn compose(plot: &Plot, width: f64, lang: Lang, id_prefix: &str) -> Body {
    let scene = lay_out(plot, width, lang);
    match scene.paint(id_prefix) {
        Ok((shapes, patterns)) => {
            Body { shapes, patterns, height: scene.height, placed: scene.placed, squares: scene.squares }
        }
        // Writing to memory cannot fail, areas are never nested wrongly, and nobody else holds the canvas. Should a
        // later plotters refuse all the same, the reader is told, and the table beside the chart still holds.
        Err(refusal) => Body {
            shapes: vec![
                Shape::new(Tag::Text, &[("class", "cc-missing"), ("x", "4"), ("y", "20")]).saying(&refusal.to_string()),
            ],
            patterns: Vec::new(),
            height: scene.height,
            placed: scene.placed,
            squares: scene.squares,
        },
    }
}

fn lay_out(plot: &Plot, width: f64, lang: Lang) -> Scene {
    let drawable = plot.marks.iter().any(|mark| mark.category < plot.categories.len());
    if !drawable {
        return nothing(width, lang);
    }
    let patterned = !legend(plot).is_empty();
    match plot.form {
        Form::Bars | Form::Grouped => bars::scene(plot, Columns::new(plot, width, lang), patterned),
        Form::Stacked | Form::Shares => stack::scene(plot, Columns::new(plot, width, lang), patterned),
        Form::Slope => slope::scene(plot, width, lang),
        Form::Blocks => blocks::scene(plot, Columns::new(plot, width, lang), patterned),
        Form::Multiples => multiples::scene(plot, width, lang, patterned),
        Form::Dumbbell => dumbbell::scene(plot, Columns::new(plot, width, lang), patterned),
        Form::Range => range::scene(plot, Columns::new(plot, width, lang), patterned),
        Form::Units => units::scene(plot, width, lang),
        Form::Tiles => tiles::scene(plot, width, lang),
    }
}

/// A sentence in place of a chart.
fn nothing(width: f64, lang: Lang) -> Scene {
    let mut scene = Scene::blank(width);
    let mut y = 16.0;
    for text in width::wrap(words(lang).empty_plot, value::LABEL, width - 2.0 * rows::EDGE, usize::MAX) {
        let (x, ink) = (rows::EDGE, ink::Ink::Missing);
        scene.words.push(Word { text, x, y, size: value::LABEL, end: End::Left, ink, mark: None });
        y += 18.0;
    }
    scene.height = y;
    scene
}

/// An id that needs no escaping in a `url(#…)`.
fn clean_id(id: &str) -> String {
    let clean: String = id.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    if clean.is_empty() { "cc".to_owned() } else { clean }
}

#[cfg(test)]
mod laws;

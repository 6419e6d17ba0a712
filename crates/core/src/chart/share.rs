//! A chart as a picture that is made to be passed on: a sentence, the chart as large as it fits, what it is of and where from.

use super::ink::Ink;
use super::rows::EDGE;
use super::standalone::{file, paragraphs};
use super::svg::{Shape, Tag, num};
use super::{Frame, compose, legend};
use crate::compare::Plot;
use crate::text::Lang;

/// The sizes of the picture, each for where it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For an article or a link.
    Wide,
    /// For a phone.
    Tall,
}

impl Format {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Wide, Self::Tall];

    /// Width and height in px.
    pub const fn size(self) -> (u32, u32) {
        match self {
            Self::Wide => (1200, 675),
            Self::Tall => (1080, 1350),
        }
    }
}

/// What stands around the chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The answer, whole.
    pub headline: String,
    /// What changes the reading, if anything does.
    pub caveat: Option<String>,
    /// Year, stage, account.
    pub basis: Option<String>,
    /// Where it comes from.
    pub source: String,
}

const MARGIN: f64 = 48.0;
/// Sizes of the headline, the first of which it fits into in so many lines; the last takes as many as it needs.
const HEADLINES: [(f64, usize); 3] = [(40.0, 2), (34.0, 3), (27.0, usize::MAX)];
const SMALL: f64 = 20.0;
const LEADING: f64 = 28.0;
const GAP: f64 = 24.0;
/// Letters are never drawn larger than this.
const LARGEST: f64 = 2.6;
/// Widths for which the chart is tried; the one that makes its letters largest is taken.
const WIDTHS: [u32; 12] = [328, 400, 480, 560, 640, 720, 800, 900, 1000, 1104, 1248, 1400];

/// Draws the picture as an SVG file of exactly its size.
///
/// ```
/// use city_compare_core::chart::{Format, Said, picture};
/// use city_compare_core::{options::{State, View}, screen, text::Lang};
/// use city_compare_embedded as embedded;
/// let dataset = embedded::dataset();
/// let plot = screen::plot(dataset, &State { view: View::Budgets, ..State::start(dataset) }).unwrap();
/// let said = Said { headline: "누가 더?".into(), caveat: None, basis: Some("2022년".into()), source: "자료".into() };
/// let svg = picture(&plot, Format::Wide, Lang::Ko, &said);
/// assert!(svg.contains(r#"viewBox="0 0 1200 675""#) && svg.contains("누가 더?"));
/// ```
pub fn picture(plot: &Plot, format: Format, lang: Lang, said: &Said) -> String {
    let (wide, high) = format.size();
    let (width, height) = (f64::from(wide), f64::from(high));
    let room = width - 2.0 * MARGIN;
    let (headline, top) = headline(&said.headline, room);
    let small = |text: Option<&str>| paragraphs(text.as_slice(), (Ink::Detail, SMALL, LEADING), room);
    let under = [said.caveat.as_deref(), said.basis.as_deref(), Some(&*said.source)].map(small);
    let bottom: f64 = under.iter().map(|(_, height)| height).sum();
    let free = height - 2.0 * MARGIN - top - bottom - 2.0 * GAP;
    let mut groups = vec![at(headline, (MARGIN, MARGIN), 1.0)];
    let mut patterns = Vec::new();
    let fitted = WIDTHS.into_iter().map(|drawn| (drawn, scale(plot, drawn, lang, (room, free))));
    let best = fitted.reduce(|best, next| if next.1 > best.1 { next } else { best });
    if let Some((drawn, scale)) = best.filter(|(_, scale)| *scale > 0.0) {
        let chart = Chart::new(plot, drawn, lang);
        let left = MARGIN + (room - f64::from(drawn) * scale) / 2.0;
        let down = MARGIN + top + GAP + (free - chart.height * scale) / 2.0;
        groups.push(at(chart.legend, (left + EDGE * scale, down), scale));
        groups.push(at(chart.shapes, (left, down + chart.legend_height * scale), scale));
        patterns = chart.patterns;
    }
    let mut y = height - MARGIN - bottom;
    for (shapes, height) in under {
        groups.push(at(shapes, (MARGIN, y), 1.0));
        y += height;
    }
    let frame = Frame { width: wide, lang, id_prefix: PREFIX };
    let about = [said.basis.as_deref(), Some(&*said.source)].into_iter().flatten().collect::<Vec<_>>().join("\n");
    file(plot, frame, height, (&said.headline, &about), patterns, groups)
}

/// Begins the ids of the file.
const PREFIX: &str = "cc";

/// The chart with its legend, not yet scaled.
struct Chart {
    legend: Vec<Shape>,
    legend_height: f64,
    shapes: Vec<Shape>,
    height: f64,
    patterns: Vec<String>,
}

impl Chart {
    fn new(plot: &Plot, width: u32, lang: Lang) -> Self {
        let width = f64::from(width);
        let (legend, mut patterns, legend_height) =
            legend::drawn(plot, width - 2.0 * EDGE, lang, PREFIX).unwrap_or_default();
        let body = compose(plot, width, lang, PREFIX);
        patterns.extend(body.patterns);
        Self { legend, legend_height, shapes: body.shapes, height: legend_height + body.height, patterns }
    }
}

/// How much the chart of a width can grow until it fills the room.
fn scale(plot: &Plot, width: u32, lang: Lang, (room, free): (f64, f64)) -> f64 {
    let chart = Chart::new(plot, width, lang);
    (room / f64::from(width)).min(free / chart.height.max(1.0)).min(LARGEST)
}

fn headline(text: &str, room: f64) -> (Vec<Shape>, f64) {
    let sized = |(size, most): (f64, usize)| {
        let leading = (size * 1.3).round();
        let (shapes, height) = paragraphs(&[text], (Ink::Title, size, leading), room);
        (height <= leading * most as f64).then_some((shapes, height))
    };
    HEADLINES.into_iter().find_map(sized).unwrap_or_default()
}

fn at(shapes: Vec<Shape>, (x, y): (f64, f64), scale: f64) -> Shape {
    let place = format!("translate({} {}) scale({})", num(x), num(y), num(scale));
    Shape::new(Tag::Group, &[("transform", &place)]).around(shapes)
}

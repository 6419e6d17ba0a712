//! A chart as a file of its own: colours, title, legend, notes, sources and version inside.

use super::ink::Ink;
use super::rows::EDGE;
use super::scene::{End, Scene, Word};
use super::svg::{Shape, Tag, num};
use super::value::{DETAIL, pick};
use super::{Frame, NARROWEST, WIDEST, clean_id, compose, legend, palette, patterns, width};
use crate::compare::Plot;
use crate::order::Order;
use crate::text::Lang;
use crate::text::figures::words;

const MARGIN: f64 = 16.0;
const TITLE: f64 = 17.0;
const TITLE_LEADING: f64 = 23.0;
const SMALL_LEADING: f64 = 16.0;
/// Bold letters are wider than the table says.
const BOLD: f64 = 1.07;

/// What an exported file says about itself, beside the plot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meta<'a> {
    /// The chart in a sentence or two, for those who do not see it.
    pub summary: &'a str,
    /// One line for each source.
    pub sources: &'a [String],
    /// The dataset: name, version, hash.
    pub dataset: &'a str,
}

/// Draws a plot as a file that can be printed and passed on: the light colours, the title, a legend where one is
/// needed, every note, the sources, and the version and hash of the dataset.
///
/// The frame's width is that of the file, margins included.
pub fn standalone(plot: &Plot, frame: Frame<'_>, meta: &Meta<'_>) -> String {
    let (lang, id_prefix) = (frame.lang, clean_id(frame.id_prefix));
    let outer = f64::from(frame.width.clamp(NARROWEST, WIDEST));
    let inner = outer - 2.0 * MARGIN;
    // A drawing keeps a distance from its sides; its bars and labels shall stand under the title.
    let drawn = inner + 2.0 * EDGE;

    let mut names = Vec::new();
    let mut groups = Vec::new();
    let mut y = MARGIN;
    let mut group = |shapes: Vec<Shape>, x: f64, height: f64, gap: f64| {
        if height > 0.0 {
            let place = format!("translate({} {})", num(x), num(y));
            groups.push(Shape::new(Tag::Group, &[("transform", &place)]).around(shapes));
            y += height + gap;
        }
    };
    let (title, height) = paragraphs(&[pick(&plot.title, lang)], (Ink::Title, TITLE, TITLE_LEADING), inner);
    group(title, MARGIN, height, 8.0);
    let (swatches, used, height) = legend::drawn(plot, inner, lang, &id_prefix).unwrap_or_default();
    names.extend(used);
    group(swatches, MARGIN, height, 8.0);
    let body = compose(plot, drawn, lang, &id_prefix);
    names.extend(body.patterns);
    group(body.shapes, MARGIN - EDGE, body.height, 12.0);
    let notes: Vec<&str> = plot.notes.iter().map(|note| pick(&note.text, lang)).collect();
    let (notes, height) = paragraphs(&notes, (Ink::Detail, DETAIL, SMALL_LEADING), inner);
    group(notes, MARGIN, height, 8.0);
    let sources = source_lines(meta, lang);
    let sources: Vec<&str> = sources.iter().map(String::as_str).collect();
    let (sources, height) = paragraphs(&sources, (Ink::Detail, DETAIL, SMALL_LEADING), inner);
    group(sources, MARGIN, height, 0.0);
    let height = (y + MARGIN).ceil();

    let about = format!("{}\n{}", meta.dataset, meta.sources.join("\n"));
    file(plot, Frame { width: outer as u32, ..frame }, height, (meta.summary, &about), names, groups)
}

/// A file of shapes on paper, in the light colours, with what it is and where it comes from in words.
pub(super) fn file(
    plot: &Plot,
    frame: Frame<'_>,
    height: f64,
    (summary, origin): (&str, &str),
    mut names: Vec<String>,
    groups: Vec<Shape>,
) -> String {
    let (lang, id_prefix) = (frame.lang, clean_id(frame.id_prefix));
    names.order_by(Ord::cmp);
    names.dedup();
    let (wide, high) = (frame.width.to_string(), num(height));
    let (title_id, desc_id) = (format!("{id_prefix}-title"), format!("{id_prefix}-desc"));
    let frame = [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("viewBox", &*format!("0 0 {wide} {high}")),
        ("width", &wide),
        ("height", &high),
        ("lang", lang.tag()),
        ("role", "img"),
        ("aria-labelledby", &*format!("{title_id} {desc_id}")),
    ];
    let about = [
        Shape::new(Tag::Title, &[("id", &title_id)]).saying(pick(&plot.title, lang)),
        Shape::new(Tag::Desc, &[("id", &desc_id)]).saying(summary),
        Shape::new(Tag::Metadata, &[]).saying(&format!("{}\n{origin}", plot.id)),
        Shape::new(Tag::Style, &[]).saying(&palette::sheet()),
    ];
    let paper = Shape::new(Tag::Rect, &[("class", "cc-paper"), ("width", &wide), ("height", &high)]);
    let file = Shape::new(Tag::Svg, &frame).around(about).around(patterns::defs(&id_prefix, &names));
    file.around([paper]).around(groups).print()
}

fn source_lines(meta: &Meta<'_>, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for (at, source) in meta.sources.iter().enumerate() {
        let heading = if at == 0 { format!("{}: ", words(lang).source_line) } else { String::new() };
        lines.push(format!("{heading}{source}"));
    }
    lines.push(meta.dataset.to_owned());
    lines
}

/// Paragraphs as they stand, each wrapped and none shortened, and their height in px.
pub(super) fn paragraphs(texts: &[&str], (ink, size, leading): (Ink, f64, f64), room: f64) -> (Vec<Shape>, f64) {
    let mut scene = Scene::blank(room);
    let room = if ink == Ink::Title { room / BOLD } else { room };
    let mut y = 0.0;
    for text in texts {
        for text in width::wrap(text, size, room, usize::MAX) {
            let middle = y + leading / 2.0;
            scene.words.push(Word { text, x: 0.0, y: middle, size, end: End::Left, ink, mark: None });
            y += leading;
        }
    }
    scene.height = y;
    // What may refuse is said in `compose`.
    (scene.paint("").map(|(shapes, _)| shapes).unwrap_or_default(), y)
}

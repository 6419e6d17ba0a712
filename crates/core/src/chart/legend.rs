//! Which tones a chart needs explained.

use super::backend::Canvas;
use super::ink::Ink;
use super::patterns;
use super::scene::{End, Refusal, Scene, Word};
use super::svg::{Shape, Tag};
use super::value::{VALUE, pick};
use super::width;
use crate::compare::{Form, Plot, Series, Tone};
use crate::text::Lang;

const SWATCH: (f64, f64) = (16.0, 12.0);
const GAP: f64 = 6.0;
const BETWEEN: f64 = 18.0;
const LEADING: f64 = 20.0;

/// The series whose colours a reader cannot know otherwise, in their order.
///
/// Empty where the drawing names everything itself: lines carry their names, a single series needs none, and bars whose
/// labels are the names of their series do not either.
pub fn legend(plot: &Plot) -> Vec<&Series> {
    let used: Vec<(usize, &Series)> = plot
        .series
        .iter()
        .enumerate()
        .filter(|(index, _)| plot.marks.iter().any(|mark| mark.series == *index))
        .collect();
    // Points over the years and small charts carry their names; the forms of points are told in words beside them.
    let named = matches!(
        plot.form,
        Form::Slope | Form::Blocks | Form::Multiples | Form::Dumbbell | Form::Range | Form::Units | Form::Tiles
    );
    if named || used.len() < 2 || named_by_labels(plot) {
        return Vec::new();
    }
    used.into_iter().map(|(_, series)| series).collect()
}

fn named_by_labels(plot: &Plot) -> bool {
    plot.form == Form::Bars
        && plot.marks.iter().all(|mark| {
            let names = plot.categories.get(mark.category).zip(plot.series.get(mark.series));
            names.is_some_and(|(category, series)| category.key == series.key)
        })
}

/// A small picture of a tone, with its pattern, for a legend outside of the drawing. Colours are the style sheet's.
///
/// `id_prefix` must differ from that of every other drawing and swatch of the page.
pub fn swatch(tone: Tone, id_prefix: &str) -> Shape {
    let id_prefix = super::clean_id(id_prefix);
    let names: Vec<String> = patterns::name(tone).into_iter().collect();
    let frame = [
        ("class", "cc-key"),
        ("width", "16"),
        ("height", "12"),
        ("viewBox", "0 0 16 12"),
        ("aria-hidden", "true"),
        ("focusable", "false"),
    ];
    let shapes = swatch_at(tone, (0.0, 0.0), &id_prefix).0;
    Shape::new(Tag::Svg, &frame).around(patterns::defs(&id_prefix, &names)).around(shapes)
}

fn swatch_at(tone: Tone, (x, y): (f64, f64), id_prefix: &str) -> (Vec<Shape>, Vec<String>) {
    use plotters_backend::{BackendColor, DrawingBackend};
    let mut canvas = Canvas::new(SWATCH.0, SWATCH.1, id_prefix, true);
    let plotters::style::RGBColor(r, g, b) = Ink::Mark(tone).color();
    let unit = |px: f64| (px * super::backend::UNIT) as i32;
    let color = BackendColor { alpha: 1.0, rgb: (r, g, b) };
    let corners = ((unit(x), unit(y)), (unit(x + SWATCH.0), unit(y + SWATCH.1)));
    // The canvas cannot fail; if it could, there would be no swatch.
    let _ = canvas.draw_rect(corners.0, corners.1, &color, true);
    canvas.take()
}

/// The legend as a drawing of its own, for files. Returns its shapes, its patterns and its height in px.
pub(super) fn drawn(
    plot: &Plot,
    width: f64,
    lang: Lang,
    id_prefix: &str,
) -> Result<(Vec<Shape>, Vec<String>, f64), Refusal> {
    let entries = legend(plot);
    if entries.is_empty() {
        return Ok((Vec::new(), Vec::new(), 0.0));
    }
    let (mut x, mut y) = (0.0, 0.0);
    let mut scene = Scene::blank(width);
    let mut places = Vec::new();
    for series in entries {
        let text = width::ellipsis(pick(&series.label, lang), VALUE, width - SWATCH.0 - GAP);
        let wide = SWATCH.0 + GAP + width::width(&text, VALUE);
        if x > 0.0 && x + wide > width {
            (x, y) = (0.0, y + LEADING);
        }
        places.push((series.tone, (x, y + (LEADING - SWATCH.1) / 2.0)));
        let (at, middle) = (x + SWATCH.0 + GAP, y + LEADING / 2.0);
        scene.words.push(Word { text, x: at, y: middle, size: VALUE, end: End::Left, ink: Ink::Label, mark: None });
        x += wide + BETWEEN;
    }
    scene.height = y + LEADING;
    let (words, mut names) = scene.paint(id_prefix)?;
    let mut shapes = Vec::new();
    for (tone, place) in places {
        let (rect, used) = swatch_at(tone, place, id_prefix);
        shapes.extend(rect);
        names.extend(used);
    }
    shapes.extend(words);
    Ok((shapes, names, scene.height))
}

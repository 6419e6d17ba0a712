//! The canvas: a plotters backend that makes shapes of SVG with classes instead of colours.

use super::ink::Ink;
use super::svg::{Shape, Tag, num};
use super::{patterns, width};
use crate::compare::Tone;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use std::convert::Infallible;

/// Backend units in a CSS px. plotters counts in whole units; tenths of a px keep bars true to their values.
pub(super) const UNIT: f64 = 10.0;

/// How far a text reaches above and below its baseline, in em.
pub(super) const ASCENT: f64 = 0.88;
pub(super) const DESCENT: f64 = 0.24;

type Done = Result<(), DrawingErrorKind<Infallible>>;

/// A drawing in the making. Writing to memory cannot fail: the error type says so.
#[derive(Debug)]
pub(super) struct Canvas {
    width: f64,
    height: f64,
    id_prefix: String,
    patterned: bool,
    patterns: Vec<String>,
    mark: Option<usize>,
    out: Vec<Shape>,
}

impl Canvas {
    /// An empty canvas of a size in px. Without `patterned`, only [`Tone::Rest`] is hatched.
    pub(super) fn new(width: f64, height: f64, id_prefix: &str, patterned: bool) -> Self {
        Self {
            width,
            height,
            id_prefix: id_prefix.to_owned(),
            patterned,
            patterns: Vec::new(),
            mark: None,
            out: Vec::new(),
        }
    }

    /// What is drawn next belongs to this mark.
    pub(super) fn set_mark(&mut self, mark: Option<usize>) {
        self.mark = mark;
    }

    /// The shapes, and the names of the patterns that they use.
    pub(super) fn take(&mut self) -> (Vec<Shape>, Vec<String>) {
        (std::mem::take(&mut self.out), std::mem::take(&mut self.patterns))
    }

    fn leaf(&mut self, tag: Tag, class: &str, geometry: &[(&'static str, &str)]) {
        let mark = self.mark.map(|mark| mark.to_string());
        let mut attributes = vec![("class", class)];
        attributes.extend(mark.as_deref().map(|mark| ("data-mark", mark)));
        attributes.extend_from_slice(geometry);
        self.out.push(Shape::new(tag, &attributes));
    }

    /// The pattern over a mark, beside its colour.
    fn pattern(&mut self, tag: Tag, tone: Tone, geometry: &[(&'static str, &str)]) {
        let Some(pattern) = patterns::name(tone).filter(|_| self.patterned || tone == Tone::Rest) else { return };
        let fill = format!("url(#{}-{pattern})", self.id_prefix);
        let mut attributes = vec![("class", "cc-pattern"), ("fill", &*fill)];
        attributes.extend_from_slice(geometry);
        self.out.push(Shape::new(tag, &attributes));
        if !self.patterns.contains(&pattern) {
            self.patterns.push(pattern);
        }
    }
}

/// A coordinate in px.
fn px(units: i32) -> f64 {
    f64::from(units) / UNIT
}

fn ink(color: BackendColor) -> Ink {
    Ink::read(color.rgb)
}

impl DrawingBackend for Canvas {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        // One unit more than the view box: plotters maps the end of an axis to the last unit, not behind it.
        let units = |px: f64| (px * UNIT).round() as u32 + 1;
        (units(self.width), units(self.height))
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    /// Nothing is drawn by pixels.
    fn draw_pixel(&mut self, _point: BackendCoord, _color: BackendColor) -> Done {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Done {
        if style.color().alpha == 0.0 {
            return Ok(());
        }
        let ink = ink(style.color());
        let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(|units| num(px(units)));
        let mut geometry = vec![("x1", &*x1), ("y1", &*y1), ("x2", &*x2), ("y2", &*y2)];
        if matches!(ink, Ink::Leader(_)) {
            // Dotted, so that nobody takes it for values that stay the same.
            geometry.push(("stroke-dasharray", "1 3"));
        }
        self.leaf(Tag::Line, &ink.class(), &geometry);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, _fill: bool) -> Done {
        let ink = ink(style.color());
        let (x, y) = (px(a.0.min(b.0)), px(a.1.min(b.1)));
        let (w, h) = (px(a.0.max(b.0)) - x, px(a.1.max(b.1)) - y);
        let [x, y, w, h] = [x, y, w, h].map(num);
        let geometry = [("x", &*x), ("y", &*y), ("width", &*w), ("height", &*h)];
        self.leaf(Tag::Rect, &ink.class(), &geometry);
        if let Ink::Mark(tone) = ink {
            self.pattern(Tag::Rect, tone, &geometry);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        if style.color().alpha == 0.0 {
            return Ok(());
        }
        let points: Vec<BackendCoord> = path.into_iter().collect();
        if let [from, to] = points.as_slice() {
            return self.draw_line(*from, *to, style);
        }
        let points: Vec<String> = points.iter().map(|(x, y)| format!("{},{}", num(px(*x)), num(px(*y)))).collect();
        let class = ink(style.color()).class();
        self.leaf(Tag::Polyline, &class, &[("points", &points.join(" "))]);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, _fill: bool) -> Done {
        let class = format!("{} cc-point", ink(style.color()).class());
        let [cx, cy, r] = [px(center.0), px(center.1), f64::from(radius) / UNIT].map(num);
        self.leaf(Tag::Circle, &class, &[("cx", &cx), ("cy", &cy), ("r", &r)]);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, vert: I, style: &S) -> Done {
        let points: Vec<String> = vert.into_iter().map(|(x, y)| format!("{},{}", num(px(x)), num(px(y)))).collect();
        let class = ink(style.color()).class();
        self.leaf(Tag::Polygon, &class, &[("points", &points.join(" "))]);
        Ok(())
    }

    /// Text at the size that it is given. (plotters' own SVG backend divides by 1.24; this one has no need to.)
    ///
    /// A text that would leave the view box is moved inside, and cut if it is wider than the view box.
    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, pos: BackendCoord) -> Done {
        let size = style.size() / UNIT;
        let text = width::ellipsis(text, size, self.width);
        if text.is_empty() {
            return Ok(());
        }
        let wide = width::width(&text, size);
        let (x, y) = (px(pos.0), px(pos.1));
        let last = self.width - wide;
        let (anchor, x) = match style.anchor().h_pos {
            HPos::Left => (None, x.min(last).max(0.0)),
            HPos::Center => (Some("middle"), (x - wide / 2.0).min(last).max(0.0) + wide / 2.0),
            HPos::Right => (Some("end"), (x - wide).min(last).max(0.0) + wide),
        };
        let baseline = match style.anchor().v_pos {
            VPos::Top => y + ASCENT * size,
            VPos::Center => y + 0.36 * size,
            VPos::Bottom => y - DESCENT * size,
        };
        let baseline = baseline.min(self.height - DESCENT * size).max(ASCENT * size);
        let class = ink(style.color()).class();
        let mark = self.mark.map(|mark| mark.to_string());
        let [x, y, size] = [x, baseline, size].map(num);
        let mut attributes = vec![("class", &*class)];
        attributes.extend(mark.as_deref().map(|mark| ("data-mark", mark)));
        attributes.extend([("x", &*x), ("y", &*y), ("font-size", &*size)]);
        attributes.extend(anchor.map(|anchor| ("text-anchor", anchor)));
        self.out.push(Shape::new(Tag::Text, &attributes).saying(&text));
        Ok(())
    }

    /// The width table, so that plotters asks no browser and no font.
    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size();
        Ok((width::width(text, size).ceil() as u32, (size * (ASCENT + DESCENT)).ceil() as u32))
    }
}

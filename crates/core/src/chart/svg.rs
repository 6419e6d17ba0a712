//! SVG as a tree of shapes: a page makes elements of it one by one, an export prints it. No text of a plot is ever read as markup.

/// The elements that a drawing is made of. There are no others: nothing in a drawing runs or asks for anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// The drawing.
    Svg,
    /// A group with a place of its own.
    Group,
    /// What is used elsewhere in the drawing.
    Defs,
    /// A pattern of a tone.
    Pattern,
    /// A bar.
    Rect,
    /// A straight line.
    Line,
    /// A line through points.
    Polyline,
    /// An area between points.
    Polygon,
    /// A dot.
    Circle,
    /// A stroke of a pattern.
    Path,
    /// A line of text.
    Text,
    /// Name of an exported drawing.
    Title,
    /// What an exported drawing shows.
    Desc,
    /// Where an exported drawing comes from.
    Metadata,
    /// The colours of an exported drawing.
    Style,
}

impl Tag {
    /// Its name in SVG.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Group => "g",
            Self::Defs => "defs",
            Self::Pattern => "pattern",
            Self::Rect => "rect",
            Self::Line => "line",
            Self::Polyline => "polyline",
            Self::Polygon => "polygon",
            Self::Circle => "circle",
            Self::Path => "path",
            Self::Text => "text",
            Self::Title => "title",
            Self::Desc => "desc",
            Self::Metadata => "metadata",
            Self::Style => "style",
        }
    }
}

/// An element with its attributes, and either elements or a text in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// What it is.
    pub tag: Tag,
    /// Names and values, as they are: not escaped.
    pub attributes: Vec<(&'static str, String)>,
    /// What is in it.
    pub shapes: Vec<Shape>,
    /// Its text, as it is: not escaped.
    pub text: String,
}

impl Shape {
    /// A shape with nothing in it.
    pub(crate) fn new(tag: Tag, attributes: &[(&'static str, &str)]) -> Self {
        let attributes = attributes.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        Self { tag, attributes, shapes: Vec::new(), text: String::new() }
    }

    /// With a text in it. Characters that XML 1.0 forbids are left out.
    pub(super) fn saying(mut self, text: &str) -> Self {
        self.text = allowed(text);
        self
    }

    /// With shapes in it.
    pub(crate) fn around(mut self, shapes: impl IntoIterator<Item = Self>) -> Self {
        self.shapes.extend(shapes);
        self
    }

    /// The shape as text of an SVG file.
    pub fn print(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        let name = self.tag.name();
        out.push('<');
        out.push_str(name);
        for (key, value) in &self.attributes {
            out.push(' ');
            out.push_str(key);
            out.push_str("=\"");
            escape(value, out);
            out.push('"');
        }
        match self.tag {
            Tag::Svg | Tag::Group | Tag::Defs | Tag::Pattern => {
                // A line break for readers of the source.
                out.push_str(if self.tag == Tag::Pattern { ">" } else { ">\n" });
                self.shapes.iter().for_each(|shape| shape.write(out));
            }
            // The sheet is our own, and no plot has a word in it.
            Tag::Style => {
                out.push_str(">\n");
                out.push_str(&self.text);
            }
            Tag::Text | Tag::Title | Tag::Desc | Tag::Metadata => {
                out.push('>');
                escape(&self.text, out);
            }
            Tag::Rect | Tag::Line | Tag::Polyline | Tag::Polygon | Tag::Circle | Tag::Path => {
                out.push_str("/>\n");
                return;
            }
        }
        out.push_str("</");
        out.push_str(name);
        out.push_str(">\n");
    }
}

/// Text without the characters that XML 1.0 forbids.
fn allowed(text: &str) -> String {
    let forbidden = |c: &char| matches!(c, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}');
    text.chars().filter(|c| !forbidden(c)).collect()
}

/// Text as it may stand in an element or an attribute.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
}

/// A number with at most two decimals, without trailing zeros and without a negative zero.
pub(super) fn num(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    if !rounded.is_finite() || rounded == 0.0 {
        return "0".to_owned();
    }
    let text = format!("{rounded:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_forbidden_characters_cannot_escape() {
        let text = Shape::new(Tag::Text, &[("class", "a\"><script>")]).saying("여수 <&> \u{1}\u{ffff}끝");
        assert_eq!(text.print(), "<text class=\"a&quot;&gt;&lt;script&gt;\">여수 &lt;&amp;&gt; 끝</text>\n");
        assert_eq!(text.text, "여수 <&> 끝");
    }

    #[test]
    fn numbers_are_short_and_never_negative_zero() {
        let cases = [
            (1.0, "1"),
            (1.25, "1.25"),
            (0.1 + 0.2, "0.3"),
            (-0.001, "0"),
            (f64::NAN, "0"),
            (-12.5, "-12.5"),
            (100.0, "100"),
        ];
        for (value, text) in cases {
            assert_eq!(num(value), text);
        }
    }
}

//! Patterns: the second cue beside colour.

use super::svg::{Shape, Tag};
use crate::compare::Tone;

/// Number of patterns of tones; the first is plain.
const PATTERNS: usize = 8;

/// Name of a tone's pattern within a drawing; `None` for the plain one.
pub(super) fn name(tone: Tone) -> Option<String> {
    let number = match tone {
        Tone::Rest => return Some("rest".to_owned()),
        Tone::Ground(_) => return None,
        // Where the colours begin again, the patterns are shifted, so that no two tones look alike for long.
        Tone::City(n) => usize::from(n) % PATTERNS,
        Tone::Part(n) => (usize::from(n) + usize::from(n) / PATTERNS) % PATTERNS,
    };
    (number > 0).then(|| format!("p{number}"))
}

/// The `<defs>` with the patterns of these names; nothing without any.
pub(super) fn defs(prefix: &str, names: &[String]) -> Option<Shape> {
    let pattern = |name: &String| {
        let (size, strokes, dots) = pattern(name);
        let id = format!("{prefix}-{name}");
        let size = size.to_string();
        let frame = [("id", &*id), ("width", &*size), ("height", &*size), ("patternUnits", "userSpaceOnUse")];
        let class = if name == "rest" { "cc-rest-line" } else { "cc-pattern-line" };
        let stroke = || Shape::new(Tag::Path, &[("class", class), ("stroke-width", "1.5"), ("d", strokes)]);
        let dot = |(x, y): &(&str, &str)| {
            Shape::new(Tag::Circle, &[("class", "cc-pattern-dot"), ("cx", x), ("cy", y), ("r", "1.2")])
        };
        let inside = (!strokes.is_empty()).then(stroke).into_iter().chain(dots.iter().map(dot));
        Shape::new(Tag::Pattern, &frame).around(inside)
    };
    (!names.is_empty()).then(|| Shape::new(Tag::Defs, &[]).around(names.iter().map(pattern)))
}

type Pattern = (u8, &'static str, &'static [(&'static str, &'static str)]);

fn pattern(name: &str) -> Pattern {
    match name {
        "p1" => (8, "M-2 2L2-2M0 8L8 0M6 10L10 6", &[]),
        "p2" => (8, "", &[("2", "2"), ("6", "6")]),
        "p3" => (6, "M3 0V6", &[]),
        "p4" => (8, "M-2 6L2 10M0 0L8 8M6-2L10 2", &[]),
        "p5" => (6, "M0 3H6", &[]),
        "p6" => (8, "M0 4H8M4 0V8", &[]),
        "p7" => (8, "M0 6L4 2L8 6", &[]),
        _ => (6, "M-1 1L1-1M0 6L6 0M5 7L7 5", &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tones_that_share_a_colour_differ_in_pattern() {
        assert_ne!(name(Tone::City(0)), name(Tone::City(5)));
        assert_ne!(name(Tone::Part(1)), name(Tone::Part(9)));
        assert_eq!(name(Tone::City(0)), None);
    }

    #[test]
    fn ids_carry_the_prefix_of_the_instance() {
        let svg = defs("a1", &["p3".to_owned(), "rest".to_owned()]).map(|defs| defs.print()).unwrap_or_default();
        assert!(svg.contains("id=\"a1-p3\"") && svg.contains("id=\"a1-rest\""), "{svg}");
    }
}

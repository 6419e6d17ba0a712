//! What a stroke or a text stands for, carried through plotters as a colour.
//!
//! plotters knows colours and no classes. Every colour that it is given here is a code: red is the role, green the kind
//! of tone, blue its number. The backend reads the code back and writes the class; no colour is ever drawn.

use super::palette;
use crate::compare::Tone;
use plotters::style::{RGBColor, ShapeStyle};

/// What a stroke or a text stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// The line at zero.
    Axis,
    /// A line of the mesh.
    Grid,
    /// A number at the mesh.
    Tick,
    /// Name of a category or series.
    Label,
    /// What differs from the neighbours.
    Detail,
    /// A value beside its mark.
    Value,
    /// A value on its mark.
    Inside(Tone),
    /// Why there is no value.
    Missing,
    /// A bar, a part or a dot.
    Mark(Tone),
    /// A stated zero.
    Zero(Tone),
    /// A line between dots.
    Line(Tone),
    /// A line from a dot to its name.
    Leader(Tone),
    /// The heading of an exported file.
    Title,
    /// A name that stands out: the heading of a small chart, the reader's own city.
    Strong,
    /// A dot that is hollow.
    Ring(Tone),
    /// A square of what says nothing of money.
    Tint(Tone),
    /// The edge of a square of what needs no money.
    Edge(Tone),
    /// The edge of a square of what is no plan.
    Hollow,
    /// The line through a square that another reader might put elsewhere.
    Slash,
}

impl Ink {
    /// The code.
    pub(super) fn color(self) -> RGBColor {
        let (role, tone) = match self {
            Self::Axis => (1, None),
            Self::Grid => (2, None),
            Self::Tick => (3, None),
            Self::Label => (4, None),
            Self::Detail => (5, None),
            Self::Value => (6, None),
            Self::Inside(tone) => (7, Some(tone)),
            Self::Missing => (8, None),
            Self::Mark(tone) => (9, Some(tone)),
            Self::Zero(tone) => (10, Some(tone)),
            Self::Line(tone) => (11, Some(tone)),
            Self::Leader(tone) => (12, Some(tone)),
            Self::Title => (13, None),
            Self::Strong => (14, None),
            Self::Ring(tone) => (15, Some(tone)),
            Self::Tint(tone) => (16, Some(tone)),
            Self::Edge(tone) => (17, Some(tone)),
            Self::Hollow => (18, None),
            Self::Slash => (19, None),
        };
        let (kind, number) = match tone {
            None => (0, 0),
            Some(Tone::City(n)) => (1, n),
            Some(Tone::Part(n)) => (2, n),
            Some(Tone::Rest) => (3, 0),
            Some(Tone::Ground(n)) => (4, n),
        };
        RGBColor(role, kind, number)
    }

    /// Reads the code; an unknown one is a mesh line, the least conspicuous thing there is.
    pub(super) fn read((role, kind, number): (u8, u8, u8)) -> Self {
        let tone = match kind {
            1 => Tone::City(number),
            2 => Tone::Part(number),
            4 => Tone::Ground(number),
            _ => Tone::Rest,
        };
        match role {
            1 => Self::Axis,
            3 => Self::Tick,
            4 => Self::Label,
            5 => Self::Detail,
            6 => Self::Value,
            7 => Self::Inside(tone),
            8 => Self::Missing,
            9 => Self::Mark(tone),
            10 => Self::Zero(tone),
            11 => Self::Line(tone),
            12 => Self::Leader(tone),
            13 => Self::Title,
            14 => Self::Strong,
            15 => Self::Ring(tone),
            16 => Self::Tint(tone),
            17 => Self::Edge(tone),
            18 => Self::Hollow,
            19 => Self::Slash,
            _ => Self::Grid,
        }
    }

    /// Filled, as plotters wants to be told.
    pub(super) fn filled(self) -> ShapeStyle {
        ShapeStyle::from(&self.color()).filled()
    }

    /// As a line. Its width is the style sheet's.
    pub(super) fn stroke(self) -> ShapeStyle {
        ShapeStyle::from(&self.color())
    }

    /// The classes.
    pub(super) fn class(self) -> String {
        let (name, tone) = match self {
            Self::Axis => ("cc-axis", None),
            Self::Grid => ("cc-grid", None),
            Self::Tick => ("cc-tick", None),
            Self::Label => ("cc-label", None),
            Self::Detail => ("cc-detail", None),
            Self::Value => ("cc-value", None),
            Self::Inside(tone) => ("cc-value cc-inside", Some(tone)),
            Self::Missing => ("cc-missing", None),
            Self::Mark(tone) => ("cc-mark", Some(tone)),
            Self::Zero(tone) => ("cc-zero", Some(tone)),
            Self::Line(tone) => ("cc-line", Some(tone)),
            Self::Leader(tone) => ("cc-leader", Some(tone)),
            Self::Title => ("cc-title", None),
            Self::Strong => ("cc-label cc-strong", None),
            Self::Ring(tone) => ("cc-ring", Some(tone)),
            Self::Tint(tone) => ("cc-mark cc-tint", Some(tone)),
            Self::Edge(tone) => ("cc-edge", Some(tone)),
            Self::Hollow => ("cc-hollow", None),
            Self::Slash => ("cc-slash", None),
        };
        match tone {
            None => name.to_owned(),
            Some(tone) => format!("{name} {}", palette::shade_of(tone).class),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ink_survives_its_way_through_a_colour() {
        let plain = [
            Ink::Axis,
            Ink::Grid,
            Ink::Tick,
            Ink::Label,
            Ink::Detail,
            Ink::Value,
            Ink::Missing,
            Ink::Title,
            Ink::Strong,
            Ink::Hollow,
            Ink::Slash,
        ];
        let toned = [Tone::City(4), Tone::Part(200), Tone::Rest, Tone::Ground(1)].into_iter().flat_map(|tone| {
            [
                Ink::Inside(tone),
                Ink::Mark(tone),
                Ink::Zero(tone),
                Ink::Line(tone),
                Ink::Leader(tone),
                Ink::Ring(tone),
                Ink::Tint(tone),
                Ink::Edge(tone),
            ]
        });
        for ink in plain.into_iter().chain(toned) {
            let RGBColor(r, g, b) = ink.color();
            assert_eq!(Ink::read((r, g, b)), ink);
        }
    }

    #[test]
    fn later_tones_begin_the_colours_again() {
        assert_eq!(Ink::Mark(Tone::City(6)).class(), "cc-mark cc-city-1");
        assert_eq!(Ink::Mark(Tone::Rest).class(), "cc-mark cc-rest");
    }
}

//! A QR code of a link: dark squares on white, whatever the theme, since cameras read no other.

use crate::chart::{Shape, Tag};
use qrcode::{Color, EcLevel, QrCode};

/// Light modules that a reader needs around the code.
const QUIET: usize = 4;
/// Modules a side at most (version 20): more are too fine for a phone's camera on a screen or on paper.
const MOST: usize = 97;

/// A QR code: rows of modules, dark or light, without the quiet zone.
///
/// ```
/// use city_compare_core::export::Qr;
/// let qr = Qr::new("https://example.org/#cc.view=budgets").unwrap();
/// assert_eq!(qr.side(), 29 + 8);
/// assert!(qr.svg("Link to this view").print().starts_with("<svg"));
/// assert!(Qr::new(&"x".repeat(2_000)).is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    rows: Vec<Vec<bool>>,
}

impl Qr {
    /// The code of a text: with medium correction of errors where that stays readable, else with low. `None` if the text is
    /// too long for a code that a phone can read.
    pub fn new(text: &str) -> Option<Self> {
        [EcLevel::M, EcLevel::L].into_iter().find_map(|level| {
            let code = QrCode::with_error_correction_level(text, level).ok()?;
            let side = code.width();
            (side <= MOST).then(|| {
                let dark: Vec<bool> = code.into_colors().into_iter().map(|color| color == Color::Dark).collect();
                Self { rows: dark.chunks(side).map(<[bool]>::to_vec).collect() }
            })
        })
    }

    /// Modules a side, with the quiet zone.
    pub fn side(&self) -> usize {
        self.rows.len() + 2 * QUIET
    }

    /// Whether a module is dark, counted from the upper left corner of the quiet zone.
    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        let at = |place: usize| place.checked_sub(QUIET);
        let found = at(row).zip(at(column)).and_then(|(row, column)| self.rows.get(row)?.get(column));
        found.copied().unwrap_or(false)
    }

    /// A drawing of its own, one unit a module, with the name that it has for those who do not see it.
    pub fn svg(&self, name: &str) -> Shape {
        let side = self.side();
        let view = format!("0 0 {side} {side}");
        let attributes = [
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("class", "cc-qr"),
            ("viewBox", &*view),
            ("role", "img"),
            ("aria-label", name),
        ];
        Shape::new(Tag::Svg, &attributes).around(self.squares())
    }

    /// A part of another drawing: `side` px wide and high, its quiet zone included, its upper left corner at `x` and `y`.
    pub fn group(&self, (x, y): (f64, f64), side: f64) -> Shape {
        let scale = side / self.side() as f64;
        let place = format!("translate({x} {y}) scale({scale:.5})");
        Shape::new(Tag::Group, &[("transform", &place)]).around(self.squares())
    }

    /// The ground, and one path with a run of dark modules after the other.
    fn squares(&self) -> [Shape; 2] {
        let side = self.side().to_string();
        let ground = [("x", "0"), ("y", "0"), ("width", &*side), ("height", &*side), ("fill", "#fff")];
        let path: String = self.rows.iter().enumerate().map(|(row, modules)| runs(row + QUIET, modules)).collect();
        let dark = [("d", &*path), ("fill", "#000"), ("shape-rendering", "crispEdges")];
        [Shape::new(Tag::Rect, &ground), Shape::new(Tag::Path, &dark)]
    }
}

/// The runs of dark modules of a row, as a path.
fn runs(row: usize, modules: &[bool]) -> String {
    let mut path = String::new();
    let mut column = 0;
    for run in modules.chunk_by(|a, b| a == b) {
        if run.first() == Some(&true) {
            path.push_str(&format!("M{} {row}h{}v1h-{}z", column + QUIET, run.len(), run.len()));
        }
        column += run.len();
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What a reader that is not ours reads of the code, each module 4 px wide.
    fn read(qr: &Qr) -> Option<String> {
        let px = 4;
        let side = qr.side() * px;
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(
                side,
                side,
                |x, y| if qr.is_dark(x / px, y / px) { 0 } else { 255 },
            );
        let grid = image.detect_grids().pop()?;
        Some(grid.decode().ok()?.1)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn a_reader_of_others_reads_what_was_written(path in "[a-z0-9/._%=&-]{1,300}", name in "[가-힣]{0,20}") {
            let text = format!("https://example.org/{path}#{name}");
            let qr = Qr::new(&text).unwrap();
            prop_assert_eq!(read(&qr), Some(text));
        }
    }

    #[test]
    fn the_drawing_has_the_dark_modules_and_no_others() {
        let qr = Qr::new("https://example.org/").unwrap();
        let path = qr.squares()[1].attributes.iter().find(|(name, _)| *name == "d").unwrap().1.clone();
        let mut drawn = vec![vec![false; qr.side()]; qr.side()];
        for run in path.split('M').skip(1) {
            let (start, rest) = run.split_once('h').unwrap();
            let (x, y) = start.split_once(' ').unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            let length: usize = rest.split_once('v').unwrap().0.parse().unwrap();
            (x..x + length).for_each(|x| drawn[y][x] = true);
        }
        for (row, modules) in drawn.iter().enumerate() {
            for (column, dark) in modules.iter().enumerate() {
                assert_eq!(*dark, qr.is_dark(column, row), "{column}, {row}");
            }
        }
    }

    #[test]
    fn what_is_too_long_to_be_read_has_no_code() {
        assert!(Qr::new(&"a".repeat(850)).is_some_and(|qr| qr.side() == MOST + 2 * QUIET));
        assert_eq!(Qr::new(&"a".repeat(860)), None);
    }
}

//! The colours of tones, light and dark. The style sheet of the page is checked against this table.

use crate::compare::Tone;

/// A colour in the two themes, and the ink that is read on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shade {
    /// Name of the class that carries it: `cc-city-0`.
    pub class: &'static str,
    /// On white, `#rrggbb`.
    pub light: &'static str,
    /// Text on the light colour.
    pub light_ink: &'static str,
    /// On [`DARK_PAPER`], `#rrggbb`.
    pub dark: &'static str,
    /// Text on the dark colour.
    pub dark_ink: &'static str,
}

/// Background of the light theme.
pub const LIGHT_PAPER: &str = "#ffffff";
/// Background of the dark theme.
pub const DARK_PAPER: &str = "#16181d";

const fn shade(
    class: &'static str,
    light: &'static str,
    light_ink: &'static str,
    dark: &'static str,
    dark_ink: &'static str,
) -> Shade {
    Shade { class, light, light_ink, dark, dark_ink }
}

const WHITE: &str = "#ffffff";
const BLACK: &str = "#111111";

/// Cities, by their place in the dataset. Later cities begin again, with another pattern.
///
/// Chosen so that any two stay apart in greyscale (four steps of lightness or more) and for readers who do not tell
/// red, green or blue apart, and so that each has at least 3:1 against the page.
pub const CITIES: [Shade; 5] = [
    shade("cc-city-0", "#0a5cb8", WHITE, "#5a93f5", BLACK),
    shade("cc-city-1", "#b85605", WHITE, "#f5962e", BLACK),
    shade("cc-city-2", "#23a36b", BLACK, "#3fe0cb", BLACK),
    shade("cc-city-3", "#541047", WHITE, "#b5688f", BLACK),
    shade("cc-city-4", "#36420f", WHITE, "#f6efa0", BLACK),
];

/// Parts of a bar. Later parts begin again, with another pattern.
pub const PARTS: [Shade; 8] = [
    shade("cc-part-0", "#2456c8", WHITE, "#5580f5", BLACK),
    shade("cc-part-1", "#b65a1a", WHITE, "#c08a48", BLACK),
    shade("cc-part-2", "#0a5c3a", WHITE, "#4fe08a", BLACK),
    shade("cc-part-3", "#83289c", WHITE, "#bc8ae6", BLACK),
    shade("cc-part-4", "#4f3000", WHITE, "#dccb3e", BLACK),
    shade("cc-part-5", "#1299a6", BLACK, "#aef5e9", BLACK),
    shade("cc-part-6", "#e83c8c", BLACK, "#d4588f", BLACK),
    shade("cc-part-7", "#38454f", WHITE, "#9ba6be", BLACK),
];

/// The part that is not itemised, or whose source is not stated: lines of this colour on [`REST_GROUND`].
pub const REST: Shade = shade("cc-rest", "#767b85", BLACK, "#8b919c", WHITE);
/// What stands back behind the one that is looked at: two greys that alternate. They carry no value of their own, and need no
/// contrast to the page.
pub const GROUNDS: [Shade; 2] = [
    shade("cc-ground-0", "#c6cad1", BLACK, "#4a505b", WHITE),
    shade("cc-ground-1", "#e1e4e9", BLACK, "#343943", WHITE),
];
/// Ground of the hatched part, light and dark. The inks of [`REST`] are read on it.
pub const REST_GROUND: (&str, &str) = ("#e4e6ea", "#2e323a");
/// Lines of the patterns of other tones, light and dark, and their opacity.
pub const PATTERN: (&str, &str, &str) = ("#ffffff", "#16181d", ".36");

/// How much of a colour is left in a tint.
const TINT: &str = ".38";

/// Colours of lines and texts: name of the class, light, dark.
pub const INKS: [(&str, &str, &str); 7] = [
    ("cc-axis", "#5b616b", "#8e95a1"),
    ("cc-grid", "#e3e5e9", "#2e323a"),
    ("cc-tick", "#5b616b", "#a4abb7"),
    ("cc-label", "#16181d", "#eceef2"),
    ("cc-detail", "#5b616b", "#a4abb7"),
    ("cc-value", "#16181d", "#eceef2"),
    ("cc-missing", "#5b616b", "#a4abb7"),
];

/// The colour of a tone.
pub fn shade_of(tone: Tone) -> Shade {
    let nth = |shades: &[Shade], n: u8| shades.get(usize::from(n) % shades.len().max(1)).copied().unwrap_or(REST);
    match tone {
        Tone::City(n) => nth(&CITIES, n),
        Tone::Part(n) => nth(&PARTS, n),
        Tone::Rest => REST,
        Tone::Ground(n) => nth(&GROUNDS, n),
    }
}

/// The style sheet of an exported file, in light colours.
pub(super) fn sheet() -> String {
    let mut css = String::from(
        "text{font-family:\"Noto Sans KR\",\"Noto Sans CJK KR\",\"Apple SD Gothic Neo\",\"Malgun Gothic\",\"Noto Sans\",sans-serif}\n",
    );
    css.push_str(&format!(".cc-paper{{fill:{LIGHT_PAPER}}}\n"));
    for (class, light, _) in INKS {
        let rule = match class {
            "cc-axis" | "cc-grid" => format!("fill:none;stroke:{light};stroke-width:1"),
            _ => format!("fill:{light}"),
        };
        css.push_str(&format!(".{class}{{{rule}}}\n"));
    }
    css.push_str(".cc-zero{fill:none;stroke-width:2}\n.cc-leader{fill:none;stroke-width:1}\n");
    css.push_str(".cc-line{fill:none;stroke-width:2.5;stroke-linejoin:round;stroke-linecap:round}\n");
    css.push_str(&format!(".cc-point{{stroke:{LIGHT_PAPER};stroke-width:1.5}}\n"));
    css.push_str(&format!(".cc-pattern-line{{fill:none;stroke:{};stroke-opacity:{}}}\n", PATTERN.0, PATTERN.2));
    css.push_str(&format!(".cc-pattern-dot{{fill:{};fill-opacity:{}}}\n", PATTERN.0, PATTERN.2));
    css.push_str(&format!(".cc-rest-line{{fill:none;stroke:{}}}\n", REST.light));
    // A halo keeps texts free of the lines and patterns under them.
    css.push_str("text{paint-order:stroke;stroke-width:3px;stroke-linejoin:round}\n");
    css.push_str(&format!(".cc-label,.cc-detail,.cc-value,.cc-missing{{stroke:{LIGHT_PAPER}}}\n"));
    css.push_str(".cc-title{fill:#16181d;font-weight:700}.cc-strong{font-weight:700}\n");
    css.push_str(&format!(".cc-ring{{fill:{LIGHT_PAPER};stroke-width:2.5}}\n"));
    css.push_str(&format!(".cc-tint{{fill-opacity:{TINT}}}.cc-edge{{fill:none;stroke-width:1.5}}\n"));
    css.push_str(&format!(".cc-hollow{{fill:none;stroke:{};stroke-width:1}}\n", REST.light));
    css.push_str(&format!(".cc-slash{{fill:none;stroke:{LIGHT_PAPER};stroke-width:1.5}}\n"));
    for shade in CITIES.iter().chain(&PARTS).chain(&GROUNDS).chain([&REST]) {
        let Shade { class, light, light_ink, .. } = shade;
        let ground = if shade == &REST { REST_GROUND.0 } else { light };
        css.push_str(&format!(
            ".cc-mark.{class}{{fill:{ground}}}.cc-line.{class},.cc-zero.{class},.cc-leader.{class},.cc-ring.{class},.cc-edge.{class}{{stroke:{light}}}.cc-inside.{class}{{fill:{light_ink};stroke:{ground}}}\n"
        ));
    }
    css
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(hex: &str) -> f64 {
        let channel = |at: usize| {
            let byte = hex.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
            let c = f64::from(byte.unwrap_or_default()) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn every_shade() -> Vec<Shade> {
        CITIES.iter().chain(&PARTS).chain([&REST]).copied().collect()
    }

    #[test]
    fn every_colour_stands_out_from_the_page() {
        for shade in every_shade() {
            assert!(contrast(shade.light, LIGHT_PAPER) >= 3.0, "{shade:?}");
            assert!(contrast(shade.dark, DARK_PAPER) >= 3.0, "{shade:?}");
        }
    }

    #[test]
    fn text_on_every_colour_can_be_read() {
        for shade in CITIES.iter().chain(&PARTS) {
            assert!(contrast(shade.light, shade.light_ink) >= 4.5, "{shade:?}");
            assert!(contrast(shade.dark, shade.dark_ink) >= 4.5, "{shade:?}");
        }
        assert!(contrast(REST_GROUND.0, REST.light_ink) >= 4.5);
        assert!(contrast(REST_GROUND.1, REST.dark_ink) >= 4.5);
    }

    #[test]
    fn text_on_the_page_can_be_read() {
        for (class, light, dark) in INKS {
            if matches!(class, "cc-grid" | "cc-axis") {
                continue;
            }
            assert!(contrast(light, LIGHT_PAPER) >= 4.5 && contrast(dark, DARK_PAPER) >= 4.5, "{class}");
        }
    }

    #[test]
    fn cities_stay_apart_in_greyscale() {
        let lightness = |hex: &str| 116.0 * luminance(hex).cbrt() - 16.0;
        for theme in [|shade: &Shade| shade.light, |shade: &Shade| shade.dark] {
            let mut steps: Vec<f64> = CITIES.iter().map(|shade| lightness(theme(shade))).collect();
            steps.sort_by(f64::total_cmp);
            assert!(steps.windows(2).all(|pair| pair[1] - pair[0] >= 4.0), "{steps:?}");
        }
    }
}

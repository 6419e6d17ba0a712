//! The style sheet against the palette, and the contrast of every pair of its colours that carries meaning.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use city_compare::chart::palette::{CITIES, GROUNDS, PARTS, REST, REST_GROUND};

const SHEET: &str = include_str!("../www/city-compare.css");
const APP: [&str; 2] = [include_str!("../www/app/app.css"), include_str!("../www/app/builder.css")];

/// Light and dark value of a token: `--name: … light-dark(a, b)`.
fn token(name: &str) -> (String, String) {
    let start = SHEET.find(&format!("--{name}:")).unwrap_or_else(|| unreachable!("no token --{name}"));
    let rest = &SHEET[start..];
    let pair = rest.split_once("light-dark(").unwrap().1.split_once(')').unwrap().0;
    let (light, dark) = pair.split_once(',').unwrap();
    (light.trim().to_owned(), dark.trim().to_owned())
}

fn luminance(hex: &str) -> f64 {
    let channel = |at: usize| {
        let c = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn the_sheet_has_the_colours_of_the_palette() {
    for shade in CITIES.iter().chain(&PARTS).chain(&GROUNDS).chain([&REST]) {
        let name = shade.class.trim_start_matches("cc-");
        assert_eq!(token(name), (shade.light.to_owned(), shade.dark.to_owned()), "{name}");
        let ink = token(&format!("{name}-ink"));
        assert_eq!(ink, (shade.light_ink.to_owned(), shade.dark_ink.to_owned()), "{name}-ink");
    }
    assert_eq!(token("rest-ground"), (REST_GROUND.0.to_owned(), REST_GROUND.1.to_owned()));
}

#[test]
fn a_browser_without_light_dark_gets_the_light_colours() {
    let (tokens, rest) = SHEET.split_once(":host([theme=").unwrap();
    let fallback = rest.split_once("@supports not (color: light-dark(").unwrap().1.split_once("\n}\n").unwrap().0;
    let mut many = 0;
    for declaration in tokens.split(';').filter(|declaration| declaration.contains("light-dark(")) {
        let declaration = declaration.rsplit("*/").next().unwrap();
        let (name, value) = declaration.split_once("--").unwrap().1.split_once(": ").unwrap();
        let (before, pair) = value.split_once("light-dark(").unwrap();
        let light = format!("{before}{}{}", pair.split_once(',').unwrap().0, pair.split_once(')').unwrap().1);
        assert!(fallback.contains(&format!("--{name}: {light};")), "--{name}: {light}");
        many += 1;
    }
    assert!(many > 30);
    // Outside of the tokens no rule asks for it.
    assert_eq!(rest.matches("light-dark(").count(), 1);
}

#[test]
fn the_app_has_the_colours_of_the_widget_and_no_others() {
    for name in ["paper", "ink", "quiet", "line", "soft", "accent", "warn"] {
        let (light, dark) = token(&format!("_{name}"));
        assert!(APP[0].contains(&format!("--{name}: light-dark({light}, {dark});")), "--{name} in app.css");
    }
    for sheet in APP {
        assert!(!sheet.contains("url(") && !sheet.contains("@import"));
        let colours = sheet.lines().filter(|line| line.contains(": #") || line.contains("rgb("));
        assert_eq!(colours.count(), 0, "a colour that is no token");
    }
}

#[test]
fn text_reaches_4_5_to_1_and_marks_3_to_1_in_both_themes() {
    let pick = |token: &(String, String), dark: bool| if dark { token.1.clone() } else { token.0.clone() };
    for dark in [false, true] {
        for ground in ["_paper", "_soft"] {
            let ground = pick(&token(ground), dark);
            for text in ["_ink", "_quiet", "_accent", "_warn"] {
                let value = contrast(&pick(&token(text), dark), &ground);
                assert!(value >= 4.5, "--{text} on {ground}: {value:.2}");
            }
            let edge = contrast(&pick(&token("_edge"), dark), &ground);
            assert!(edge >= 3.0, "edges of controls on {ground}: {edge:.2}");
        }
        let paper = pick(&token("_paper"), dark);
        for shade in CITIES.iter().chain(&PARTS).chain([&REST]) {
            let mark = if dark { shade.dark } else { shade.light };
            assert!(contrast(mark, &paper) >= 3.0, "{} on {paper}", shade.class);
            // Values stand in bars, and in the bar's own colour around their letters.
            let (ground, ink) = if dark { (shade.dark, shade.dark_ink) } else { (shade.light, shade.light_ink) };
            let ground = if *shade == REST { if dark { REST_GROUND.1 } else { REST_GROUND.0 } } else { ground };
            assert!(contrast(ink, ground) >= 4.5, "a value in {}: {:.2}", shade.class, contrast(ink, ground));
        }
    }
}

#[test]
fn words_that_were_found_can_be_read_on_their_ground() {
    assert!(SHEET.contains("mark { background: var(--_found); color: var(--_ink);"));
    let ((light, dark), ink) = (token("_found"), token("_ink"));
    assert!(contrast(&ink.0, &light) >= 4.5 && contrast(&ink.1, &dark) >= 4.5);
}

#[test]
fn sizes_of_texts_and_spaces_are_tokens() {
    for line in SHEET.lines().filter(|line| !line.trim_start().starts_with("--")) {
        let sizes = line.match_indices("font-size: ").map(|(at, name)| &line[at + name.len()..]);
        for size in sizes {
            assert!(size.starts_with("var(--_text-") || size.starts_with("10pt"), "{line}");
        }
        assert!(!line.contains("calc(var(--_space)") && !line.contains("rem;"), "{line}");
    }
}

#[test]
fn the_sheet_asks_for_nothing_from_elsewhere() {
    assert!(!SHEET.contains("url("));
    assert!(!SHEET.contains("@import"));
}

//! Text widths without a browser, so that native and browser drawings are the same.
//!
//! Widths are estimates for the sans-serif faces that Korean systems carry, slightly on the wide side: a label may end
//! a little early, but it does not run into its neighbour.

use unicode_width::UnicodeWidthChar;

const ELLIPSIS: char = '…';

/// Width of a text in CSS px at a font size in px.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(ems).sum::<f64>() * size
}

/// Width of one character in em.
fn ems(c: char) -> f64 {
    match c.width() {
        None | Some(0) => 0.0,
        Some(1) => narrow(c),
        Some(_) => 1.0,
    }
}

fn narrow(c: char) -> f64 {
    match c {
        ' ' | '\u{a0}' => 0.28,
        '0'..='9' => 0.57,
        'm' | 'w' => 0.82,
        'i' | 'j' | 'l' => 0.27,
        'f' | 'r' | 't' => 0.37,
        'b' | 'd' | 'g' | 'h' | 'n' | 'o' | 'p' | 'q' | 'u' => 0.61,
        'a'..='z' => 0.56,
        'M' | 'W' => 0.92,
        'I' | 'J' => 0.45,
        'A'..='Z' => 0.69,
        '%' | '@' | '…' | '—' => 1.0,
        '₩' => 0.8,
        '−' | '+' | '=' | '<' | '>' | '~' | '–' | '×' | '÷' | '≠' => 0.6,
        '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '(' | ')' | '[' | ']' | '/' | '-' | '·' => 0.36,
        '"' | '‘' | '’' | '“' | '”' => 0.46,
        c if c.is_ascii() => 0.6,
        c if c.is_alphabetic() => 0.66,
        _ => 0.8,
    }
}

/// The text, cut with an ellipsis if it is wider than `max`. Empty if not even the ellipsis fits.
pub(super) fn ellipsis(text: &str, size: f64, max: f64) -> String {
    if width(text, size) <= max {
        return text.to_owned();
    }
    let room = max - ems(ELLIPSIS) * size;
    if room < 0.0 {
        return String::new();
    }
    let mut cut = head(text, size, room).trim_end().to_owned();
    cut.push(ELLIPSIS);
    cut
}

/// The longest beginning that fits, never parting a character from its combining marks.
fn head(text: &str, size: f64, room: f64) -> &str {
    let mut used = 0.0;
    for (at, c) in text.char_indices() {
        used += ems(c) * size;
        if used > room {
            return text.get(..at).unwrap_or_default();
        }
    }
    text
}

/// The text in lines no wider than `max`, broken at spaces as Korean and English are, and within a word only where the
/// word alone is wider than a line. What does not fit in `most` lines ends in an ellipsis.
pub(super) fn wrap(text: &str, size: f64, max: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut rest = text.split_whitespace();
    let mut pending = rest.next().map(str::to_owned);
    while let Some(word) = pending.take() {
        let joined = if line.is_empty() { word.clone() } else { format!("{line} {word}") };
        if width(&joined, size) <= max {
            line = joined;
        } else if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            pending = Some(word);
            continue;
        } else {
            let (first, second) = split_word(&word, size, max);
            lines.push(first);
            pending = second;
            if pending.is_some() {
                continue;
            }
        }
        pending = rest.next().map(str::to_owned);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    shorten(lines, size, max, most)
}

/// A word that is wider than a line: what fits, at least one character, and the rest.
fn split_word(word: &str, size: f64, max: f64) -> (String, Option<String>) {
    let fits = head(word, size, max).len();
    let first = word.chars().next().map_or(0, char::len_utf8);
    let (first, second) = word.split_at_checked(fits.max(first)).unwrap_or((word, ""));
    (first.to_owned(), Some(second.to_owned()).filter(|second| !second.is_empty()))
}

fn shorten(mut lines: Vec<String>, size: f64, max: f64, most: usize) -> Vec<String> {
    if lines.len() > most {
        let overflow = lines.get(most).cloned().unwrap_or_default();
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            let full = format!("{last} {overflow}");
            *last = ellipsis(&full, size, max.min(width(&full, size) - 0.01));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hangul_is_one_em_and_latin_less() {
        assert!((width("여수시", 10.0) - 30.0).abs() < 1e-9);
        assert!(width("Yeosu", 10.0) < 50.0 * 0.65);
        assert_eq!(width("\u{301}", 10.0), 0.0);
    }

    #[test]
    fn text_is_broken_between_words() {
        assert_eq!(wrap("청년 친화도시 조성", 10.0, 75.0, 3), ["청년 친화도시", "조성"]);
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken_within() {
        assert_eq!(wrap("광양만권경제자유구역", 10.0, 40.0, 3), ["광양만권", "경제자유", "구역"]);
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        let lines = wrap("하나 둘 셋 넷 다섯 여섯", 10.0, 45.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines.last().is_some_and(|line| line.ends_with('…')), "{lines:?}");
    }

    #[test]
    fn a_text_that_fits_is_not_touched() {
        assert_eq!(ellipsis("전주시", 10.0, 30.0), "전주시");
        assert_eq!(ellipsis("전주시", 10.0, 29.0), "전…");
        assert_eq!(ellipsis("전주시", 10.0, 5.0), "");
    }

    proptest! {
        #[test]
        fn lines_are_never_wider_than_asked(text in "\\PC{0,60}", max in 24.0..300.0_f64, most in 1_usize..5) {
            let lines = wrap(&text, 12.0, max, most);
            prop_assert!(lines.len() <= most);
            for line in lines {
                prop_assert!(width(&line, 12.0) <= max + 1e-6, "{line}");
            }
        }

        #[test]
        fn wrapping_without_a_limit_loses_nothing(text in "\\PC{0,60}", max in 24.0..300.0_f64) {
            let squeeze = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(squeeze(&wrap(&text, 12.0, max, usize::MAX).concat()), squeeze(&text));
        }
    }
}

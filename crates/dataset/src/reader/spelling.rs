//! The spelling of texts: what is put right, and what no text may hold.

use crate::nfc::nfc;
use std::borrow::Cow;
use std::ops::Range;

/// The unified spelling of a text that is not unified; `None` if it is.
pub(super) fn unified(text: &str) -> Option<String> {
    let odd = |c: char| {
        matches!(c, '"' | '\u{a0}' | '‧' | '・' | 'ㆍ' | '•' | '∙' | '⋅' | '\u{200b}' | '\u{feff}' | '∼' | '〜')
    };
    let normal = nfc(text);
    if matches!(normal, Cow::Borrowed(_)) && !text.contains(odd) {
        return None;
    }
    let mut open = false;
    let mut instead = String::with_capacity(text.len());
    for c in normal.chars() {
        match c {
            '\u{200b}' | '\u{feff}' => {}
            '\u{a0}' => instead.push(' '),
            '∼' | '〜' => instead.push('~'),
            '"' => {
                open = !open;
                instead.push(if open { '“' } else { '”' });
            }
            c if odd(c) => instead.push('·'),
            c => instead.push(c),
        }
    }
    Some(instead)
}

/// A Korean telephone number in a text: an area code of 2 or 3 digits that begins with 0, or +82 and the rest of it, then
/// 3 or 4 digits, then 4, with hyphens, points or brackets between them.
pub(super) fn phone_number(text: &str) -> Option<String> {
    let groups = digit_groups(text);
    groups.windows(3).find_map(|window| {
        let [area, middle, last] = window else { return None };
        let joined = |a: &Range<usize>, b: &Range<usize>| {
            let between = &text[a.end..b.start];
            matches!(between.trim(), "-" | "–" | "." | ")") && between.len() <= 4
        };
        let abroad = text[..area.start].trim_end_matches(['-', '.', ')', ' ']).ends_with("+82");
        let start = if abroad { 1..=2 } else { 2..=3 };
        let fits = (abroad || text[area.clone()].starts_with('0'))
            && start.contains(&area.len())
            && matches!(middle.len(), 3 | 4)
            && last.len() == 4
            && joined(area, middle)
            && joined(middle, last);
        fits.then(|| text[area.start..last.end].to_owned())
    })
}

/// Where the runs of digits of a text lie.
fn digit_groups(text: &str) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.bytes().enumerate().filter(|(_, b)| b.is_ascii_digit()) {
        match groups.last_mut() {
            Some(group) if group.end == at => group.end = at + 1,
            _ => groups.push(at..at + 1),
        }
    }
    groups
}

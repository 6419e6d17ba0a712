//! Texts as they are compared: marks unified, white space aside, corrections applied.

use unicode_normalization::UnicodeNormalization;

/// The text in NFC with one sign for each of the marks that the dataset unifies. White space stays.
pub(super) fn unify(text: &str) -> String {
    let mark = |c: char| match c {
        '‧' | '・' | 'ㆍ' | '•' | '∙' | '⋅' | '･' | '․' => '·',
        '‘' | '’' | '`' | '´' | '′' => '\'',
        '“' | '”' | '″' => '"',
        '∼' | '〜' => '~',
        '–' | '—' => '-',
        '\u{a0}' => ' ',
        c => c,
    };
    // Two asterisks are the emphasis of the text form, not a mark of the document.
    text.nfc()
        .filter(|c| !matches!(c, '\u{200b}' | '\u{feff}'))
        .map(mark)
        .collect::<String>()
        .replace("**", "")
        // An asterisk after a bracket points to a footnote.
        .replace(")*", ")")
        .replace('㎡', "m²")
}

/// A text without white space that still knows which of its characters stood next to each other.
#[derive(Debug, Clone, Default)]
pub(super) struct Squeezed {
    chars: Vec<char>,
    /// Where each character stood in the unified text, counted in characters.
    places: Vec<usize>,
}

impl Squeezed {
    pub(super) fn new(text: &str) -> Self {
        let (places, chars) = unify(text).chars().enumerate().filter(|(_, c)| !c.is_whitespace()).unzip();
        Self { chars, places }
    }

    /// Where `words` stand in the text, white space aside: indexes of the first character and of the one after the
    /// last. A number is only found whole: `5명` is not in `15명`, `1.7` is neither in `31.7` nor in `1.75`.
    pub(super) fn find_all(&self, words: &str) -> Vec<(usize, usize)> {
        let words = Self::new(words).chars;
        let length = words.len();
        if length == 0 {
            return Vec::new();
        }
        let whole = |(start, window): &(usize, &[char])| {
            **window == *words && !self.cuts_number(*start) && !self.cuts_number(start + length)
        };
        self.chars.windows(length).enumerate().filter(whole).map(|(start, _)| (start, start + length)).collect()
    }

    /// Whether the words stand in the text.
    pub(super) fn holds(&self, words: &str) -> bool {
        !self.find_all(words).is_empty()
    }

    /// What stands before the index, without white space.
    pub(super) fn before(&self, index: usize) -> String {
        self.chars.get(..index).unwrap_or_default().iter().collect()
    }

    /// What follows the index, without white space.
    pub(super) fn after(&self, index: usize) -> String {
        self.chars.get(index..).unwrap_or_default().iter().collect()
    }

    /// Whether a cut before this index would go through a number.
    fn cuts_number(&self, index: usize) -> bool {
        let digit = |at: Option<usize>| at.and_then(|at| self.chars.get(at)).is_some_and(char::is_ascii_digit);
        let point = |at: Option<usize>| at.and_then(|at| self.chars.get(at)).is_some_and(|c| matches!(c, '.' | ','));
        let next_to = |left: Option<usize>| {
            let left = left.and_then(|left| Some((*self.places.get(left)?, *self.places.get(left + 1)?)));
            left.is_some_and(|(left, right)| left + 1 == right)
        };
        let (before, before2) = (index.checked_sub(1), index.checked_sub(2));
        let (here, then) = (Some(index), Some(index + 1));
        let through_digits = digit(before) && digit(here) && next_to(before);
        let after_point = digit(before2) && point(before) && digit(here) && next_to(before2) && next_to(before);
        let before_point = digit(before) && point(here) && digit(then) && next_to(before) && next_to(here);
        through_digits || after_point || before_point
    }
}

/// A line with every `printed` in it read as `read_as`, white space and marks aside; `None` if it is not there.
pub(super) fn correct(line: &str, printed: &str, read_as: &str) -> Option<String> {
    let line: Vec<char> = unify(line).chars().collect();
    let places: Vec<usize> = (0..line.len()).filter(|at| !line.get(*at).is_some_and(|c| c.is_whitespace())).collect();
    let chars: Vec<char> = places.iter().filter_map(|at| line.get(*at)).copied().collect();
    let printed = Squeezed::new(printed).chars;
    if printed.is_empty() {
        return None;
    }
    let mut corrected = String::new();
    let mut copied = 0;
    let mut at = 0;
    let mut found = false;
    while let Some(rest) = chars.get(at..).filter(|rest| rest.len() >= printed.len()) {
        if !rest.starts_with(&printed) {
            at += 1;
            continue;
        }
        let (Some(first), Some(last)) = (places.get(at), places.get(at + printed.len() - 1)) else { break };
        corrected.extend(line.get(copied..*first).unwrap_or_default());
        corrected.push_str(&unify(read_as));
        copied = last + 1;
        at += printed.len();
        found = true;
    }
    corrected.extend(line.get(copied..).unwrap_or_default());
    found.then_some(corrected)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_space_do_not_matter() {
        let line = Squeezed::new("- **‘청년이  꿈을 이루는 희망도시’** 광양‧참여ㆍ협력\u{a0}∼ 12.");
        assert!(line.holds("'청년이 꿈을 이루는 희망도시' 광양"));
        assert!(line.holds("참여·협력 ~ 12."));
        assert!(!line.holds("희망 도시 광주"));
        assert!(!line.holds(""), "nothing is not a statement");
        // The same syllable, composed and decomposed.
        assert!(Squeezed::new("\u{1112}\u{1161}\u{11ab}").holds("한"));
    }

    #[test]
    fn numbers_are_found_whole() {
        let line = Squeezed::new("사업비 31.7백만 / 15명, 25명 (1,200건)");
        assert!(line.holds("31.7백만"));
        assert!(!line.holds("1.7백만"));
        assert!(!line.holds("5명"));
        assert!(!line.holds("200건"));
        assert!(!line.holds("31"));
        assert!(line.holds("15명, 25명"));
        assert!(Squeezed::new("국비 2 5명").holds("5명"), "a space is no part of a number");
    }

    #[test]
    fn corrections_are_applied() {
        assert_eq!(correct("소요예산\t비에산", "비에산", "비예산").as_deref(), Some("소요예산\t비예산"));
        assert_eq!(correct("가 비 에산 나 비에산", "비에산", "비예산").as_deref(), Some("가 비예산 나 비예산"));
        assert_eq!(correct("소요예산", "비에산", "비예산"), None);
        assert_eq!(correct("소요예산", "", "비예산"), None);
    }
}

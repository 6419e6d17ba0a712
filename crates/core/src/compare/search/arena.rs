//! Every text that can be found, end to end in one string, so that a word is looked for in one pass.
//!
//! Korean is spaced by taste (공공 산후조리원, 공공산후조리원). Spaces between two Hangul syllables are therefore left out
//! of the string that is searched, and remembered as gaps: a match may run across a gap if it begins where a word begins.

use super::Place;
use super::fold;
use super::query::{Pattern, Piece};
use crate::text::Lang;
use std::ops::Range;

/// One text: a title, a summary, a department.
#[derive(Debug, Clone)]
pub(super) struct Text {
    /// Index of the record that it belongs to.
    pub(super) record: usize,
    pub(super) place: Place,
    pub(super) lang: Lang,
    original: Range<usize>,
    squeezed: Range<usize>,
    gaps: Range<usize>,
}

/// A space that was left out.
#[derive(Debug, Clone, Copy)]
struct Gap {
    /// Offset in the squeezed string of what follows.
    at: usize,
    /// Bytes left out of this text up to here.
    removed: usize,
}

/// A place where a pattern matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Match {
    /// Index of the text.
    pub(super) text: usize,
    /// Bytes of the original text.
    pub(super) range: Range<usize>,
    /// Whether it begins where a word begins.
    pub(super) word_start: bool,
}

/// All texts. The three strings are cut by line ends, which no pattern contains.
#[derive(Debug, Clone, Default)]
pub(super) struct Arena {
    texts: Vec<Text>,
    original: String,
    squeezed: String,
    initials: String,
    gaps: Vec<Gap>,
}

impl Arena {
    /// Adds a text and returns its index. Texts of a record are added one after the other.
    pub(super) fn push(&mut self, record: usize, place: Place, lang: Lang, text: &str) -> usize {
        let (original, squeezed, gaps) = (self.original.len(), self.squeezed.len(), self.gaps.len());
        self.original.push_str(&crate::dataset::nfc::nfc(text));
        self.squeeze(original);
        self.texts.push(Text {
            record,
            place,
            lang,
            original: original..self.original.len(),
            squeezed: squeezed..self.squeezed.len(),
            gaps: gaps..self.gaps.len(),
        });
        self.squeezed.push('\n');
        self.initials.push('\n');
        self.texts.len() - 1
    }

    /// Appends the searched forms of the original text that begins at `from`.
    fn squeeze(&mut self, from: usize) {
        let text = self.original.get(from..).unwrap_or_default();
        let (mut removed, mut before) = (0, None);
        let mut rest = text.chars();
        while let Some(letter) = rest.next() {
            if letter.is_whitespace() && before.is_some_and(fold::is_syllable) {
                let run = rest.as_str();
                let next = run.trim_start();
                if next.starts_with(fold::is_syllable) {
                    removed += letter.len_utf8() + run.len() - next.len();
                    self.gaps.push(Gap { at: self.squeezed.len(), removed });
                    rest = next.chars();
                    before = None;
                    continue;
                }
            }
            // A line end inside a text would look like the end of the text.
            let small = if letter == '\n' { ' ' } else { fold::lower(letter) };
            self.squeezed.push(small);
            self.initials.push(fold::initial(small));
            before = Some(letter);
        }
    }

    pub(super) fn text(&self, index: usize) -> Option<&Text> {
        self.texts.get(index)
    }

    /// The text itself, in NFC.
    pub(super) fn read(&self, index: usize) -> &str {
        self.texts.get(index).and_then(|text| self.original.get(text.original.clone())).unwrap_or_default()
    }

    /// Hands every match to `visit`, text by text; `visit` says whether it has seen enough of this text.
    ///
    /// Matches of one text may overlap. `texts` are the indices to look in.
    pub(super) fn find(&self, pattern: &Pattern, texts: Range<usize>, mut visit: impl FnMut(&Text, Match) -> bool) {
        let (haystack, needle, pieces): (&str, &str, &[Piece]) = match pattern {
            Pattern::Letters(letters) | Pattern::Whole(letters) => (&self.squeezed, letters, &[]),
            Pattern::Initials(initials) => (&self.initials, initials, &[]),
            Pattern::Partial { initials, pieces } => (&self.initials, initials, pieces),
        };
        let Some(step) = needle.chars().next().map(char::len_utf8) else { return };
        let Some(last) = texts.end.checked_sub(1).and_then(|last| self.texts.get(last)) else { return };
        let Some(haystack) = haystack.get(..last.squeezed.end) else { return };
        let (mut index, mut from) = (texts.start, self.texts.get(texts.start).map_or(0, |text| text.squeezed.start));
        while let Some(offset) = haystack.get(from..).and_then(|rest| rest.find(needle)) {
            let found = from + offset..from + offset + needle.len();
            while self.texts.get(index).is_some_and(|text| text.squeezed.end < found.end) {
                index += 1;
            }
            let Some(text) = self.texts.get(index) else { return };
            from = found.start + step;
            let whole = !matches!(pattern, Pattern::Whole(_)) || self.is_whole(&found);
            let fits = whole && (pieces.is_empty() || self.fits(pieces, found.start));
            if let Some(hit) = fits.then(|| self.hit(index, text, found)).flatten()
                && visit(text, hit)
            {
                from = text.squeezed.end;
            }
        }
    }

    fn fits(&self, pieces: &[Piece], at: usize) -> bool {
        let letters = self.squeezed.get(at..).unwrap_or_default().chars();
        pieces.iter().zip(letters).all(|(piece, letter)| piece.matches(letter))
    }

    /// Whether no Latin letter of a word beside it was cut off.
    fn is_whole(&self, found: &Range<usize>) -> bool {
        let inside = self.squeezed.get(found.clone()).unwrap_or_default();
        let before = self.squeezed.get(..found.start).unwrap_or_default().chars().next_back();
        let behind = self.squeezed.get(found.end..).unwrap_or_default().chars().next();
        let cut = |inside: Option<char>, outside: Option<char>| {
            [inside, outside].iter().all(|letter| letter.is_some_and(|letter| letter.is_ascii_alphanumeric()))
        };
        !cut(inside.chars().next(), before) && !cut(inside.chars().next_back(), behind)
    }

    /// A match in the original text; `None` if it runs across a gap from the middle of a word: 다시 민원 is no 시민.
    fn hit(&self, index: usize, text: &Text, found: Range<usize>) -> Option<Match> {
        let gaps = self.gaps.get(text.gaps.clone()).unwrap_or_default();
        let before = gaps.partition_point(|gap| gap.at <= found.start);
        let inside = gaps.partition_point(|gap| gap.at < found.end);
        let at_gap = before.checked_sub(1).and_then(|last| gaps.get(last)).is_some_and(|gap| gap.at == found.start);
        let behind = || self.squeezed.get(..found.start).and_then(|all| all.chars().next_back());
        let word_start = at_gap || !behind().is_some_and(char::is_alphanumeric);
        if inside > before && !word_start {
            return None;
        }
        let removed = |count: usize| count.checked_sub(1).and_then(|i| gaps.get(i)).map_or(0, |gap| gap.removed);
        let start = found.start - text.squeezed.start + removed(before);
        let end = found.end - text.squeezed.start + removed(inside.max(before));
        Some(Match { text: index, range: start..end, word_start })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::search::{Synonyms, query};

    fn ranges(text: &str, typed: &str) -> Vec<Range<usize>> {
        let mut arena = Arena::default();
        arena.push(0, Place::Title, Lang::Ko, "앞의 글");
        let index = arena.push(1, Place::Title, Lang::Ko, text);
        arena.push(2, Place::Title, Lang::Ko, "뒤의 글");
        let mut found = Vec::new();
        for word in query::words(typed, &Synonyms::default()) {
            arena.find(&word.pattern, index..index + 1, |_, hit| {
                found.push(hit.range);
                false
            });
        }
        found
    }

    #[test]
    fn a_word_is_found_whatever_the_spacing() {
        let text = "공공 산후조리원 설립";
        assert_eq!(ranges(text, "공공산후조리원"), vec![0..22]);
        assert_eq!(ranges(text, "ㄱㄱㅅㅎㅈㄹㅇ"), vec![0..22]);
        assert_eq!(text.get(0..22), Some("공공 산후조리원"));
    }

    #[test]
    fn a_match_across_words_begins_where_a_word_begins() {
        assert!(ranges("다시 민원", "시민").is_empty());
        assert_eq!(ranges("다시 시민", "시민"), vec![7..13]);
        assert_eq!(ranges("다시 시시", "시시"), vec![7..13]);
    }

    #[test]
    fn a_whole_word_cuts_no_latin_word() {
        let mut arena = Arena::default();
        let index = arena.push(0, Place::Title, Lang::En, "Business by bus, AI교육");
        let count = |word: &str| {
            let mut found = 0;
            arena.find(&Pattern::Whole(word.to_owned()), index..index + 1, |_, _| {
                found += 1;
                false
            });
            found
        };
        assert_eq!((count("bus"), count("ai"), count("교"), count("usin")), (1, 1, 1, 0));
    }

    #[test]
    fn letters_known_in_part_match_what_they_may_become() {
        assert_eq!(ranges("청년주택", "청ㄴ"), vec![0..6]);
        assert!(ranges("청년주택", "총ㄴ").is_empty());
    }
}

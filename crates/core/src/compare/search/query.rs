//! What a reader typed, taken apart into words and patterns.

use super::fold;
use super::synonyms::{Synonyms, folded};

/// Words beyond this number are not looked for: nobody types them, and a pasted page must not stall the browser.
pub(super) const MOST_WORDS: usize = 24;

/// A word of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// In NFC and lower case, as it is shown.
    pub(super) text: String,
    pub(super) pattern: Pattern,
    /// What else may stand for it.
    pub(super) synonyms: Vec<Pattern>,
}

/// What a word matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pattern {
    /// These letters.
    Letters(String),
    /// These letters, and no others of the Latin alphabet beside them: bus, not business.
    Whole(String),
    /// Nothing but initial consonants; matched in titles only.
    Initials(String),
    /// Some letters are known in part. The prefilter is the initials of all pieces.
    Partial { initials: String, pieces: Vec<Piece> },
}

/// One letter of a partly known word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    Exact(char),
    /// Any syllable with this initial consonant.
    Initial(char),
    /// This open syllable, with any final consonant or none.
    Open(char),
}

impl Piece {
    pub(super) fn matches(self, letter: char) -> bool {
        match self {
            Self::Exact(exact) => letter == exact,
            Self::Initial(initial) => fold::initial(letter) == initial,
            Self::Open(open) => fold::completes(letter, open),
        }
    }

    fn initial(self) -> char {
        match self {
            Self::Exact(letter) | Self::Open(letter) => fold::initial(letter),
            Self::Initial(initial) => initial,
        }
    }
}

/// Words of a query, each once, in the order in which they were typed. Words that only together have a synonym are one.
pub(super) fn words(query: &str, synonyms: &Synonyms) -> Vec<Word> {
    let lower = |typed: &str| typed.chars().map(|letter| fold::standalone(fold::lower(letter))).collect();
    let typed: Vec<String> = crate::dataset::nfc::nfc(query).split_whitespace().map(lower).collect();
    let mut words: Vec<Word> = Vec::new();
    let mut rest = typed.as_slice();
    while !rest.is_empty() && words.len() < MOST_WORDS {
        let (length, others) = synonyms.begin(rest).unwrap_or((1, Vec::new()));
        let (together, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        let text = together.join(" ");
        if words.iter().all(|word| word.text != text) {
            let pattern = if length == 1 { pattern(&text) } else { Pattern::Letters(folded(&text)) };
            let synonyms = others.into_iter().map(|other| Pattern::Whole(other.to_owned())).collect();
            words.push(Word { text, pattern, synonyms });
        }
        rest = after;
    }
    words
}

fn pattern(text: &str) -> Pattern {
    let merged = |letter| fold::cluster(letter).map_or_else(|| vec![letter], Vec::from);
    let letters: Vec<char> = text.chars().flat_map(merged).collect();
    if letters.iter().all(|letter| fold::is_initial(*letter)) {
        return Pattern::Initials(letters.into_iter().collect());
    }
    if letters.iter().any(|letter| fold::is_initial(*letter)) && letters.iter().any(|letter| fold::is_syllable(*letter))
    {
        let piece = |letter| if fold::is_initial(letter) { Piece::Initial(letter) } else { Piece::Exact(letter) };
        return partial(letters.into_iter().map(piece).collect());
    }
    Pattern::Letters(text.to_owned())
}

fn partial(pieces: Vec<Piece>) -> Pattern {
    Pattern::Partial { initials: pieces.iter().map(|piece| piece.initial()).collect(), pieces }
}

impl Word {
    /// All that may be matched for it.
    pub(super) fn patterns(&self) -> impl Iterator<Item = &Pattern> {
        std::iter::once(&self.pattern).chain(&self.synonyms)
    }

    /// What the word may become if its last syllable is still being typed: 주태 on its way to 주택, 죽 to 주거.
    pub(super) fn unfinished(&self) -> Option<Pattern> {
        let Pattern::Letters(letters) = &self.pattern else { return None };
        let mut pieces: Vec<Piece> = letters.chars().map(Piece::Exact).collect();
        let Some(Piece::Exact(last)) = pieces.pop() else { return None };
        if fold::is_open(last) {
            pieces.push(Piece::Open(last));
        } else {
            let (rest, moved) = fold::reopened(last)?;
            pieces.extend([Piece::Exact(rest), Piece::Initial(moved)]);
        }
        Some(partial(pieces))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn consonants_that_the_input_method_merged_are_two_initials() {
        assert_eq!(pattern("ㄳ"), Pattern::Initials("ㄱㅅ".to_owned()));
    }

    #[test]
    fn words_are_kept_once_and_in_lower_case() {
        let texts: Vec<String> =
            words("MICE  청년 mice", &Synonyms::default()).into_iter().map(|word| word.text).collect();
        assert_eq!(texts, ["mice", "청년"]);
    }
}

//! The words that two items share, and where their titles have them.

use super::words::{self, Word};
use crate::compare::search::fold;
use crate::model::Bilingual;
use crate::order::Order;
use std::ops::Range;

/// English words that say as little as the Korean stop words.
const ENGLISH_STOP: [&str; 34] = [
    "with",
    "from",
    "that",
    "their",
    "this",
    "through",
    "into",
    "over",
    "more",
    "city",
    "cities",
    "citizen",
    "support",
    "project",
    "plan",
    "service",
    "programme",
    "system",
    "centre",
    "local",
    "build",
    "building",
    "create",
    "creating",
    "develop",
    "development",
    "strengthen",
    "expand",
    "expansion",
    "improve",
    "improvement",
    "promote",
    "area",
    "public",
];

/// Bytes of a title that hold shared words: in order, apart from each other, on character boundaries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// In the Korean title.
    pub ko: Vec<Range<usize>>,
    /// In the English title: words of four letters and more that both English titles have. The comparison itself reads
    /// only the Korean.
    pub en: Vec<Range<usize>>,
}

/// Korean words of both, longest first, then in order of the alphabet. No word is part of another.
pub(super) fn words(ours: &[Word], theirs: &[Word]) -> Vec<String> {
    let mut shared: Vec<String> = Vec::new();
    for our in ours {
        for their in theirs {
            shared.extend(common(our, their).filter(|word| !words::is_stop(word)));
        }
    }
    shared.order_by_key(|word| (std::cmp::Reverse(word.chars().count()), word.clone()));
    shared.dedup();
    let mut longest: Vec<String> = Vec::new();
    for word in shared {
        if !longest.iter().any(|longer| longer.contains(&word)) {
            longest.push(word);
        }
    }
    longest
}

/// The longest run of letters that begins or ends both words; at least two, and the whole word if it is not Hangul.
fn common(our: &Word, their: &Word) -> Option<String> {
    if our.text == their.text {
        return Some(our.text.clone());
    }
    let (ours, theirs) = (&our.letters, &their.letters);
    let candidates = (2..=ours.len().min(theirs.len())).rev();
    let mut edges = candidates.flat_map(|length| [ours.get(..length), ours.get(ours.len() - length..)]).flatten();
    let found = edges.find(|edge| {
        edge.iter().all(|letter| fold::is_syllable(*letter)) && (theirs.starts_with(edge) || theirs.ends_with(edge))
    })?;
    Some(found.iter().collect())
}

/// Marks in a title, given the shared Korean words and the other title.
pub(super) fn marks(title: &Bilingual, other: &Bilingual, shared: &[String]) -> Marks {
    Marks { ko: occurrences(&title.ko, shared), en: english(&title.en, &other.en) }
}

fn occurrences(title: &str, words: &[String]) -> Vec<Range<usize>> {
    let folded: String = title.chars().map(fold::lower).collect();
    let found = words.iter().flat_map(|word| folded.match_indices(word.as_str()));
    crate::compare::search::merged(found.map(|(at, word)| at..at + word.len()).collect())
}

fn english(title: &str, other: &str) -> Vec<Range<usize>> {
    let theirs = english_words(other);
    let both = |stem: &String| theirs.iter().any(|(_, their)| their == stem);
    english_words(title).into_iter().filter(|(_, stem)| both(stem)).map(|(range, _)| range).collect()
}

fn singular(word: &str) -> String {
    match (word.strip_suffix("ies"), word.strip_suffix('s')) {
        (Some(stem), _) => format!("{stem}y"),
        (None, Some(stem)) if !stem.ends_with(['s', 'u', 'i']) => stem.to_owned(),
        _ => word.to_owned(),
    }
}

/// Words of an English text that say something, with their place and in the singular.
pub(super) fn english_words(text: &str) -> Vec<(Range<usize>, String)> {
    let mut words = Vec::new();
    let mut at = 0;
    for part in text.split_inclusive(|letter: char| !letter.is_alphanumeric()) {
        let word = part.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        let lower = word.to_lowercase();
        let stem = singular(&lower);
        if stem.len() >= 4 && !ENGLISH_STOP.contains(&stem.as_str()) {
            words.push((at..at + word.len(), stem));
        }
        at += part.len();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(ours: &str, theirs: &str) -> Vec<String> {
        words(&words::words(ours, ""), &words::words(theirs, ""))
    }

    #[test]
    fn parts_of_compounds_are_shared() {
        assert_eq!(shared("공공산후조리원 설립", "공공 산후조리원"), ["산후조리원"], "공공 is said everywhere");
        assert_eq!(shared("탄소중립 실천", "탄소신산업도시"), ["탄소"]);
        assert!(shared("도시재생", "도시공원").is_empty());
    }

    #[test]
    fn english_marks_find_the_plural() {
        let (one, other) = (Bilingual::new("", "Postnatal centres"), Bilingual::new("", "A postnatal care centre"));
        assert_eq!(marks(&one, &other, &[]).en, vec![0..9]);
    }
}

//! Korean and Latin letters as the words of topics are looked for in them.

use std::ops::Range;

/// The letters in which words are looked for: in lower case, without the spaces between Hangul syllables, since Korean is
/// spaced by taste (공공 산후조리원, 공공산후조리원). The texts of a dataset are NFC when they come here.
pub(super) struct Letters {
    pub(super) letters: Vec<char>,
    /// For each letter, whether a space before it was left out.
    gaps: Vec<bool>,
}

impl Letters {
    pub(super) fn of(text: &str) -> Self {
        let mut read = Self { letters: Vec::new(), gaps: Vec::new() };
        let mut gap = false;
        let mut rest = text.trim().chars().peekable();
        while let Some(letter) = rest.next() {
            if letter.is_whitespace() {
                let behind = gap || read.letters.last().copied().is_some_and(is_syllable);
                // A run of spaces is one; what follows it decides whether it stays.
                gap = behind && rest.peek().is_some_and(|next| is_syllable(*next) || next.is_whitespace());
                if !gap && read.letters.last() != Some(&' ') {
                    read.push(' ', false);
                }
                continue;
            }
            for small in letter.to_lowercase() {
                read.push(small, std::mem::take(&mut gap));
            }
        }
        read
    }

    fn push(&mut self, letter: char, gap: bool) {
        self.letters.push(letter);
        self.gaps.push(gap);
    }

    /// Where the word stands. A hit that runs across a space begins where a word begins: 찾아 이용 holds no 아이. Latin
    /// letters are matched as whole words: MAIN holds no AI.
    pub(super) fn places(&self, word: &Self) -> Vec<Range<usize>> {
        let length = word.letters.len();
        if length == 0 {
            return Vec::new();
        }
        let hits = self.letters.windows(length).enumerate().filter(|(_, letters)| *letters == word.letters);
        hits.map(|(at, _)| at..at + length).filter(|hit| self.is_whole(hit)).collect()
    }

    fn is_whole(&self, hit: &Range<usize>) -> bool {
        let letter = |at: Option<usize>| at.and_then(|at| self.letters.get(at)).copied();
        let gap = |at: usize| self.gaps.get(at).is_some_and(|gap| *gap);
        let before = letter(hit.start.checked_sub(1));
        let begins = gap(hit.start) || !before.is_some_and(char::is_alphanumeric);
        let crosses = (hit.start + 1..hit.end).any(gap);
        let cut = |inside: Option<char>, outside: Option<char>| {
            [inside, outside].iter().all(|letter| letter.is_some_and(|letter| letter.is_ascii_alphanumeric()))
        };
        (begins || !crosses)
            && !cut(letter(Some(hit.start)), before)
            && !cut(letter(hit.end.checked_sub(1)), letter(Some(hit.end)))
    }
}

fn is_syllable(letter: char) -> bool {
    ('가'..='힣').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::Letters;

    fn found(text: &str, word: &str) -> usize {
        Letters::of(text).places(&Letters::of(word)).len()
    }

    #[test]
    fn spaces_between_syllables_make_no_difference() {
        for text in ["공공산후조리원 설립", "공공 산후조리원 설립", "공공  산후 조리원 설립"]
        {
            assert_eq!(found(text, "공공산후조리원"), 1, "{text}");
            assert_eq!(found(text, "공공 산후조리원"), 1, "{text}");
            assert_eq!(found(text, "산후조리"), 1, "{text}");
        }
    }

    #[test]
    fn a_hit_across_a_space_begins_where_a_word_begins() {
        assert_eq!(found("찾아 이용", "아이"), 0);
        assert_eq!(found("(아 이용)", "아이"), 1);
        assert_eq!(found("찾아이용", "아이"), 1);
    }

    #[test]
    fn latin_letters_are_whole_words_in_any_case() {
        assert_eq!(found("AI교육", "ai"), 1);
        assert_eq!(found("SW교육 및 AI 교육", "AI"), 1);
        assert_eq!(found("MAIN AIR 4AI", "AI"), 0);
        assert_eq!(found("smart city", "smartcity"), 0);
        assert_eq!(found("Smart  City", "smart city"), 1);
    }

    #[test]
    fn nothing_is_found_nowhere() {
        assert_eq!(found("아이", ""), 0);
        assert_eq!(found("", "아이"), 0);
        assert_eq!(found("아", "아이"), 0);
    }
}

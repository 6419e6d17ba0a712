//! Letters as search and comparison see them: NFC, lower case, and the initial consonants of Hangul syllables.

/// The nineteen initial consonants in the order of the syllable block, as keyboards send them alone.
const INITIALS: [char; 19] =
    ['ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];

/// Final consonants in the order of the syllable block (from the second; the first is none), each with what is left
/// under the syllable and what moves on when a vowel follows: 닭 + ㅣ becomes 달기.
const FINALS: [(u32, char); 27] = [
    (0, 'ㄱ'),
    (0, 'ㄲ'),
    (1, 'ㅅ'),
    (0, 'ㄴ'),
    (4, 'ㅈ'),
    (4, 'ㅎ'),
    (0, 'ㄷ'),
    (0, 'ㄹ'),
    (8, 'ㄱ'),
    (8, 'ㅁ'),
    (8, 'ㅂ'),
    (8, 'ㅅ'),
    (8, 'ㅌ'),
    (8, 'ㅍ'),
    (8, 'ㅎ'),
    (0, 'ㅁ'),
    (0, 'ㅂ'),
    (17, 'ㅅ'),
    (0, 'ㅅ'),
    (0, 'ㅆ'),
    (0, 'ㅇ'),
    (0, 'ㅈ'),
    (0, 'ㅊ'),
    (0, 'ㅋ'),
    (0, 'ㅌ'),
    (0, 'ㅍ'),
    (0, 'ㅎ'),
];

/// Pairs that an input method writes as one letter when two consonants are typed in a row.
const CLUSTERS: [(char, [char; 2]); 11] = [
    ('ㄳ', ['ㄱ', 'ㅅ']),
    ('ㄵ', ['ㄴ', 'ㅈ']),
    ('ㄶ', ['ㄴ', 'ㅎ']),
    ('ㄺ', ['ㄹ', 'ㄱ']),
    ('ㄻ', ['ㄹ', 'ㅁ']),
    ('ㄼ', ['ㄹ', 'ㅂ']),
    ('ㄽ', ['ㄹ', 'ㅅ']),
    ('ㄾ', ['ㄹ', 'ㅌ']),
    ('ㄿ', ['ㄹ', 'ㅍ']),
    ('ㅀ', ['ㄹ', 'ㅎ']),
    ('ㅄ', ['ㅂ', 'ㅅ']),
];

const SYLLABLES: std::ops::RangeInclusive<u32> = 0xAC00..=0xD7A3;
const VOWELS_AND_FINALS: u32 = 588;
const WITH_FINALS: u32 = 28;

/// The lower case of a letter if it takes as many bytes; else the letter itself, so that byte offsets stay.
pub(in crate::compare) fn lower(letter: char) -> char {
    if letter.is_ascii() || is_syllable(letter) {
        return letter.to_ascii_lowercase();
    }
    let mut lower = letter.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(small), None) if small.len_utf8() == letter.len_utf8() => small,
        _ => letter,
    }
}

/// Whether it is a whole Hangul syllable.
pub(in crate::compare) fn is_syllable(letter: char) -> bool {
    SYLLABLES.contains(&u32::from(letter))
}

/// Whether it is an initial consonant that stands alone.
pub(super) fn is_initial(letter: char) -> bool {
    INITIALS.contains(&letter)
}

/// The initial consonant of a syllable; any other letter stands for itself. Takes as many bytes as the letter.
pub(super) fn initial(letter: char) -> char {
    if is_syllable(letter) {
        return nth_initial((u32::from(letter) - SYLLABLES.start()) / VOWELS_AND_FINALS).unwrap_or(letter);
    }
    standalone(letter)
}

/// A lone initial consonant as a keyboard sends it, whichever of the two blocks of Unicode it came from.
pub(super) fn standalone(letter: char) -> char {
    u32::from(letter).checked_sub(0x1100).and_then(nth_initial).unwrap_or(letter)
}

fn nth_initial(index: u32) -> Option<char> {
    INITIALS.get(usize::try_from(index).ok()?).copied()
}

/// The two consonants that an input method merged into one letter.
pub(super) fn cluster(letter: char) -> Option<[char; 2]> {
    CLUSTERS.iter().find(|(merged, _)| *merged == letter).map(|(_, pair)| *pair)
}

/// Whether the syllable has no final consonant, so that the next keystroke may add one: 녀 before 년.
pub(super) fn is_open(letter: char) -> bool {
    is_syllable(letter) && (u32::from(letter) - SYLLABLES.start()).is_multiple_of(WITH_FINALS)
}

/// Whether `letter` is the open syllable `open`, with any final consonant or none.
pub(super) fn completes(letter: char, open: char) -> bool {
    let (letter, open) = (u32::from(letter), u32::from(open));
    (open..open + WITH_FINALS).contains(&letter)
}

/// A closed syllable whose final consonant will begin the next one: 죽 is on its way to 주거. What is left, and what
/// moves on.
pub(super) fn reopened(letter: char) -> Option<(char, char)> {
    if !is_syllable(letter) || is_open(letter) {
        return None;
    }
    let code = u32::from(letter) - SYLLABLES.start();
    let index = usize::try_from(code % WITH_FINALS).ok()?.checked_sub(1)?;
    let (left, moved) = FINALS.get(index)?;
    let rest = char::from_u32(SYLLABLES.start() + code - code % WITH_FINALS + left)?;
    Some((rest, *moved))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_take_as_many_bytes_as_their_syllables() {
        for letter in ('가'..='힣').chain('\u{1100}'..='\u{1112}') {
            assert!(is_initial(initial(letter)), "{letter}");
            assert_eq!(initial(letter).len_utf8(), letter.len_utf8());
        }
        assert_eq!(initial('청'), 'ㅊ');
        assert_eq!(initial('a'), 'a');
    }

    #[test]
    fn a_syllable_being_typed_is_taken_apart_and_completed() {
        assert_eq!(reopened('죽'), Some(('주', 'ㄱ')));
        assert_eq!(reopened('닭'), Some(('달', 'ㄱ')));
        assert_eq!(reopened('값'), Some(('갑', 'ㅅ')));
        assert_eq!(reopened('주'), None);
        assert!(completes('년', '녀') && completes('녀', '녀') && !completes('노', '녀'));
    }

    #[test]
    fn letters_whose_lower_case_is_longer_or_shorter_stay() {
        assert_eq!(lower('A'), 'a');
        assert_eq!(lower('İ'), 'İ');
        assert_eq!(lower('\u{212A}'), '\u{212A}');
    }
}

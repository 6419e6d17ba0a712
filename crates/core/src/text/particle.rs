//! Korean particles (조사), chosen by the sound before them.
//!
//! A particle follows the sound, not the spelling: digits and Latin letters count as they are read in Korean, and
//! brackets and closing quotation marks at the end are not read.

/// A particle whose form depends on the sound before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Particle {
    /// 은/는: the topic.
    Topic,
    /// 이/가: the subject.
    Subject,
    /// 을/를: the object.
    Object,
    /// 으로/로: by, to, as. After ㄹ it is 로.
    By,
    /// 과/와: and.
    And,
    /// 이다/다: to be, as the end of a sentence.
    Is,
}

/// How a word ends in sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    Vowel,
    Rieul,
    Consonant,
}

impl Particle {
    /// The form that follows a word; both forms, as in `은(는)`, if the word's reading is not known.
    ///
    /// ```
    /// use city_compare_core::text::particle::Particle;
    /// assert_eq!(Particle::Topic.after("여수"), "는");
    /// assert_eq!(Particle::Topic.after("광양"), "은");
    /// assert_eq!(Particle::By.after("서울"), "로");
    /// assert_eq!(Particle::Subject.after("2026"), "이");
    /// assert_eq!(Particle::Object.after("§"), "을(를)");
    /// ```
    pub fn after(self, word: &str) -> &'static str {
        let (consonant, vowel, either) = match self {
            Self::Topic => ("은", "는", "은(는)"),
            Self::Subject => ("이", "가", "이(가)"),
            Self::Object => ("을", "를", "을(를)"),
            Self::By => ("으로", "로", "(으)로"),
            Self::And => ("과", "와", "과(와)"),
            Self::Is => ("이다", "다", "(이)다"),
        };
        match ending(word) {
            Some(Ending::Vowel) => vowel,
            Some(Ending::Rieul) if self == Self::By => vowel,
            Some(Ending::Rieul | Ending::Consonant) => consonant,
            None => either,
        }
    }

    /// The word with its particle.
    ///
    /// ```
    /// use city_compare_core::text::particle::Particle;
    /// assert_eq!(Particle::By.join("86억 원"), "86억 원으로");
    /// ```
    pub fn join(self, word: &str) -> String {
        format!("{word}{}", self.after(word))
    }
}

fn ending(word: &str) -> Option<Ending> {
    let word = spoken_part(word);
    let last = word.chars().last()?;
    match last {
        '가'..='힣' => Some(match (u32::from(last) - u32::from('가')) % 28 {
            0 => Ending::Vowel,
            8 => Ending::Rieul,
            _ => Ending::Consonant,
        }),
        '0'..='9' => number_ending(word),
        'a'..='z' | 'A'..='Z' => latin_ending(word),
        '%' | '℃' | '㎡' | '㎥' | '㎢' | '㎞' | '㎝' | '㎜' | '㏊' | 'ℓ' | '㎾' | '㎿' | '&' | '+' => {
            Some(Ending::Vowel)
        }
        '㎏' | '㎎' => Some(Ending::Consonant),
        _ => None,
    }
}

/// The word without what is not read at its end: marks, closing quotation marks, brackets with their content.
fn spoken_part(word: &str) -> &str {
    let mut rest = word;
    loop {
        rest = rest.trim_end_matches([' ', '”', '’', '"', '\'', '」', '』', '》', '〉', '.', ',', '!', '?', '…', '·']);
        if !rest.ends_with(CLOSING) {
            return rest;
        }
        match before_brackets(rest) {
            Some(before) if !before.trim().is_empty() => rest = before,
            _ => rest = rest.trim_end_matches(CLOSING),
        }
    }
}

const CLOSING: [char; 3] = [')', ']', '）'];

/// What stands before the bracket that the last character closes.
fn before_brackets(text: &str) -> Option<&str> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices().rev() {
        if CLOSING.contains(&c) {
            depth += 1;
        } else if matches!(c, '(' | '[' | '（') {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return text.get(..at);
            }
        }
    }
    None
}

/// Sino-Korean reading of the number at the end: 10 is 십, 3.5 is 삼 점 오, 20,000 is 이만.
fn number_ending(word: &str) -> Option<Ending> {
    let start = word
        .rfind(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
        .map_or(0, |at| at + word.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8));
    let number = word.get(start..)?.trim_start_matches([',', '.']);
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let significant = digits.trim_end_matches('0');
    if number.contains('.') || significant.is_empty() {
        return digits.chars().last().map(digit_ending);
    }
    match digits.len() - significant.len() {
        0 => significant.chars().last().map(digit_ending),
        1..=3 => Some(Ending::Consonant),  // 십, 백, 천
        12..=15 => Some(Ending::Vowel),    // 조
        4..=19 => Some(Ending::Consonant), // 만, 억, 경
        _ => None,
    }
}

fn digit_ending(digit: char) -> Ending {
    match digit {
        '1' | '7' | '8' => Ending::Rieul,     // 일, 칠, 팔
        '0' | '3' | '6' => Ending::Consonant, // 영, 삼, 육
        _ => Ending::Vowel,                   // 이, 사, 오, 구
    }
}

/// Units after a number by their name, capitals by the names of the letters, other words by how they are transcribed.
fn latin_ending(word: &str) -> Option<Ending> {
    let before = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let run = word.get(before.len()..)?;
    let last = run.chars().last()?;
    if before.trim_end().ends_with(|c: char| c.is_ascii_digit() || c == '%')
        && let Some(ending) = unit_ending(run)
    {
        return Some(ending);
    }
    if run.chars().all(|c| c.is_ascii_uppercase()) || run.len() == 1 {
        return Some(match last.to_ascii_uppercase() {
            'L' | 'R' => Ending::Rieul,     // 엘, 알
            'M' | 'N' => Ending::Consonant, // 엠, 엔
            _ => Ending::Vowel,
        });
    }
    Some(word_ending(&run.to_ascii_lowercase()))
}

fn unit_ending(unit: &str) -> Option<Ending> {
    match unit.to_ascii_lowercase().as_str() {
        "g" | "kg" | "mg" | "t" | "ppm" => Some(Ending::Consonant), // 그램, 톤, 피피엠
        "m" | "mm" | "cm" | "km" | "ha" | "l" | "ml" | "w" | "kw" | "mw" | "gw" | "wh" | "kwh" | "mwh" | "p" => {
            Some(Ending::Vowel) // 미터, 헥타르, 리터, 와트, 와트시, 퍼센트포인트
        }
        _ => None,
    }
}

/// The usual transcription of an English word: 센터, 스쿨, 플랜, 로봇, 파크. A rule of thumb, not a dictionary.
fn word_ending(word: &str) -> Ending {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    let sounded = word.strip_suffix('e').filter(|stem| stem.ends_with(['l', 'm', 'n'])).unwrap_or(word);
    let mut back = sounded.chars().rev();
    match (back.next(), back.next(), back.next()) {
        (Some('l'), _, _) => Ending::Rieul,
        (Some('m' | 'n'), _, _) | (Some('g'), Some('n'), _) | (Some('k'), Some('c'), _) => Ending::Consonant,
        (Some('p' | 't' | 'k' | 'b' | 'c'), Some(before), further) if vowel(before) => match (further, before) {
            (Some('o'), 'o' | 'u') => Ending::Consonant,           // book, group
            (Some(further), _) if vowel(further) => Ending::Vowel, // street, week
            _ => Ending::Consonant,
        },
        _ => Ending::Vowel,
    }
}

#[cfg(test)]
mod tests {
    use super::Particle::{And, By, Is, Object, Subject, Topic};

    #[test]
    fn hangul_goes_by_the_final_consonant() {
        for (word, forms) in [
            ("여수시", ["는", "가", "를", "로", "와", "다"]),
            ("광양", ["은", "이", "을", "으로", "과", "이다"]),
            ("사회복지 예산 비율", ["은", "이", "을", "로", "과", "이다"]),
            ("86억 원", ["은", "이", "을", "으로", "과", "이다"]),
        ] {
            let all = [Topic, Subject, Object, By, And, Is].map(|particle| particle.after(word));
            assert_eq!(all, forms, "{word}");
        }
    }

    #[test]
    fn digits_go_by_their_sino_korean_reading() {
        for (number, form) in [
            ("0", "으로"),
            ("1", "로"),
            ("2", "로"),
            ("3", "으로"),
            ("4", "로"),
            ("5", "로"),
            ("6", "으로"),
            ("7", "로"),
            ("8", "로"),
            ("9", "로"),
            ("10", "으로"),
            ("100", "으로"),
            ("2,000", "으로"),
            ("100,000", "으로"),
            ("100,000,000", "으로"),
            ("1,000,000,000,000", "로"),
            ("3.5", "로"),
            ("12.0", "으로"),
            ("12.3%", "로"),
            ("2021", "로"),
        ] {
            assert_eq!(By.after(number), form, "{number}");
        }
        assert_eq!(Subject.after("1"), "이");
        assert_eq!(Subject.after("10000000000000"), "가", "십조");
    }

    #[test]
    fn latin_goes_by_its_korean_reading() {
        for (word, form) in [
            ("R&D", "는"),
            ("AI", "는"),
            ("VR", "은"),
            ("GM", "은"),
            ("URL", "은"),
            ("LAN", "은"),
            ("Yeosu", "는"),
            ("center", "는"),
            ("school", "은"),
            ("plan", "은"),
            ("robot", "은"),
            ("park", "는"),
            ("mobile", "은"),
            ("zone", "은"),
            ("Gwangyang", "은"),
            ("street", "는"),
            ("book", "은"),
            ("3 km", "는"),
            ("3kg", "은"),
            ("3%p", "는"),
            ("25㎡", "는"),
        ] {
            assert_eq!(Topic.after(word), form, "{word}");
        }
        assert_eq!(By.after("URL"), "로");
    }

    #[test]
    fn brackets_and_quotation_marks_are_not_read() {
        assert_eq!(Topic.after("광주(광역시)"), "는");
        assert_eq!(Topic.after("‘청년 정책’"), "은");
        assert_eq!(Topic.after("계획 [별표] (안)"), "은");
        assert_eq!(Topic.after("1개(도로 (안), 산)"), "는");
        assert_eq!(Topic.after("(안)"), "은", "nothing but brackets: the content is read");
    }

    #[test]
    fn an_unknown_reading_gets_both_forms() {
        for word in ["", "驛", "()", "…"] {
            assert_eq!(Topic.after(word), "은(는)", "{word}");
        }
    }
}

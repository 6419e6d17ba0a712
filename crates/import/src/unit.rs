//! Units of money.

use serde::{Deserialize, Serialize};

/// In what amounts are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// 원.
    Won,
    /// 천원.
    ThousandWon,
    /// 백만원.
    MillionWon,
    /// 억원.
    HundredMillionWon,
}

impl Unit {
    /// Every unit, the smallest first.
    pub const ALL: [Self; 4] = [Self::Won, Self::ThousandWon, Self::MillionWon, Self::HundredMillionWon];

    /// How many won it is.
    pub const fn won(self) -> i64 {
        10_i64.pow(self.zeros())
    }

    pub(crate) const fn zeros(self) -> u32 {
        match self {
            Self::Won => 0,
            Self::ThousandWon => 3,
            Self::MillionWon => 6,
            Self::HundredMillionWon => 8,
        }
    }

    /// Its name in Korean, which tables print.
    pub const fn korean(self) -> &'static str {
        match self {
            Self::Won => "원",
            Self::ThousandWon => "천원",
            Self::MillionWon => "백만원",
            Self::HundredMillionWon => "억원",
        }
    }

    /// Its name in English.
    pub const fn english(self) -> &'static str {
        match self {
            Self::Won => "won",
            Self::ThousandWon => "thousand won",
            Self::MillionWon => "million won",
            Self::HundredMillionWon => "hundred million won",
        }
    }

    /// The word with which a recipe names it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Won => "won",
            Self::ThousandWon => "thousand_won",
            Self::MillionWon => "million_won",
            Self::HundredMillionWon => "hundred_million_won",
        }
    }

    /// The unit that a word names.
    ///
    /// ```
    /// use city_compare_import::unit::Unit;
    /// assert_eq!(Unit::parse("백만 원"), Some(Unit::MillionWon));
    /// assert_eq!(Unit::parse("명"), None);
    /// ```
    pub fn parse(word: &str) -> Option<Self> {
        let word: String = word.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
        Self::NAMES.iter().find(|(name, _)| *name == word).map(|(_, unit)| *unit)
    }

    /// The unit that a text, without spaces, begins with.
    pub(crate) fn parse_start(text: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(name, _)| text.starts_with(name)).map(|(_, unit)| *unit)
    }

    /// What each is called, the longer names first.
    const NAMES: [(&'static str, Self); 14] = [
        ("백만원", Self::MillionWon),
        ("백만", Self::MillionWon),
        ("천원", Self::ThousandWon),
        ("천", Self::ThousandWon),
        ("억원", Self::HundredMillionWon),
        ("억", Self::HundredMillionWon),
        ("원", Self::Won),
        ("hundredmillionwon", Self::HundredMillionWon),
        ("millionwon", Self::MillionWon),
        ("thousandwon", Self::ThousandWon),
        ("millionkrw", Self::MillionWon),
        ("thousandkrw", Self::ThousandWon),
        ("won", Self::Won),
        ("krw", Self::Won),
    ];
}

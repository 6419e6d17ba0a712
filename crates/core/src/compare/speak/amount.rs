//! Amounts as people say them.

use crate::compare::Unit;
use crate::compare::speak::english::in_largest_unit;
use crate::compare::speak::label::{count_noun, percent_text, plain_text, won_of};
use crate::format;
use crate::model::{Number, Won};
use crate::text::Lang;

/// An exact amount as it is said: in Korean in words, by ten thousands; in English with the largest unit and at most four
/// decimals, or else, so that nothing is rounded, group by group.
///
/// ```
/// use city_compare_core::{compare::speak::speak_won, model::Won, text::Lang};
/// let won = Won::new(8_600_000_000).unwrap();
/// assert_eq!(speak_won(won, Lang::Ko), "팔십육억 원");
/// assert_eq!(speak_won(won, Lang::En), "8.6 billion won");
/// ```
pub fn speak_won(won: Won, lang: Lang) -> String {
    match lang {
        Lang::Ko => format!("{} 원", korean(won.get().unsigned_abs())),
        Lang::En => format!("{} won", english(won.get().unsigned_abs())),
    }
}

/// A value of a plot as it is said, with its unit.
///
/// ```
/// use city_compare_core::{compare::{Unit, speak::speak_value}, model::Number, text::Lang};
/// let share = Number::new(12.3).unwrap();
/// assert_eq!(speak_value(&Unit::Percent, share, Lang::Ko), "십이 점 삼 퍼센트");
/// assert_eq!(speak_value(&Unit::Percent, share, Lang::En), "12.3 percent");
/// assert_eq!(speak_value(&Unit::Percent, Number::new(100.0).unwrap(), Lang::Ko), "백 퍼센트");
/// ```
pub fn speak_value(unit: &Unit, value: Number, lang: Lang) -> String {
    let money = || match (won_of(value), lang) {
        (Some(won), _) => speak_won(won, lang),
        (None, Lang::Ko) => format!("{} 원", korean_decimal(&plain_text(value))),
        (None, Lang::En) => match value.whole() {
            Some(below_zero) => format!("minus {} won", english(below_zero.unsigned_abs())),
            None => format!("{} won", plain_text(value)),
        },
    };
    match (unit, lang) {
        (Unit::Won, _) => money(),
        (Unit::WonPerResident, Lang::Ko) => format!("주민 1인당 {}", money()),
        (Unit::WonPerResident, Lang::En) => format!("{} per resident", money()),
        (Unit::Percent, Lang::Ko) => format!("{} 퍼센트", korean_decimal(&spoken_percent(value))),
        (Unit::Percent, Lang::En) => format!("{} percent", spoken_percent(value)),
        (Unit::Count(noun), _) => format!("{}{}", plain_text(value), count_noun(noun, value, lang)),
    }
}

/// A percentage as it is said: “100”, not “100.0”.
fn spoken_percent(value: Number) -> String {
    let text = percent_text(value, Lang::En);
    let text = text.trim_end_matches('%');
    text.strip_suffix(".0").unwrap_or(text).to_owned()
}

/// A whole number in Korean words, groups of ten thousand apart: 일조 삼천칠백사십이억.
fn korean(number: u64) -> String {
    const UNITS: [&str; 5] = ["", "만", "억", "조", "경"];
    if number == 0 {
        return "영".to_owned();
    }
    let mut groups = Vec::new();
    let mut rest = number;
    for unit in UNITS {
        let group = rest % 10_000;
        rest /= 10_000;
        // 만, not 일만, at the head of a number; 일억 and 일조 keep their one.
        let words = if group == 1 && unit == "만" && rest == 0 { String::new() } else { below_ten_thousand(group) };
        if group > 0 {
            groups.push(format!("{words}{unit}"));
        }
    }
    groups.reverse();
    groups.join(" ")
}

fn below_ten_thousand(group: u64) -> String {
    let mut words = String::new();
    for (place, name) in [(1000, "천"), (100, "백"), (10, "십"), (1, "")] {
        let digit = group / place % 10;
        if digit > 1 || (digit == 1 && place == 1) {
            words.push_str(korean_digit(digit));
        }
        if digit > 0 {
            words.push_str(name);
        }
    }
    words
}

fn korean_digit(digit: u64) -> &'static str {
    match digit {
        1 => "일",
        2 => "이",
        3 => "삼",
        4 => "사",
        5 => "오",
        6 => "육",
        7 => "칠",
        8 => "팔",
        9 => "구",
        _ => "영",
    }
}

/// A printed decimal in Korean words; digits after the point one by one: 십이 점 삼.
fn korean_decimal(text: &str) -> String {
    let sign = if text.starts_with(['-', '−']) { "마이너스 " } else { "" };
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let whole = korean(whole.parse().unwrap_or_default());
    let fraction: String =
        fraction.chars().filter_map(|c| c.to_digit(10)).map(|digit| korean_digit(digit.into())).collect();
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole} 점 {fraction}") }
}

/// A whole number as it is said with digits: below a million as it is written, above it 8.6 billion, or, where that would
/// need more than four decimals, in groups: 1 trillion 160 billion 256 million 600 thousand.
fn english(number: u64) -> String {
    const UNITS: [&str; 7] = ["", " thousand", " million", " billion", " trillion", " quadrillion", " quintillion"];
    if number < 1_000_000 {
        return format::grouped(i64::try_from(number).unwrap_or_default());
    }
    // 1.1602566 trillion can be written; it is not said.
    let said = i64::try_from(number).ok().and_then(in_largest_unit).filter(|text| !text.contains(','));
    if let Some(said) = said {
        return said;
    }
    let mut groups = Vec::new();
    let mut rest = number;
    for unit in UNITS {
        if !rest.is_multiple_of(1000) {
            groups.push(format!("{}{unit}", rest % 1000));
        }
        rest /= 1000;
    }
    groups.reverse();
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Bilingual;

    #[test]
    fn amounts_are_said_as_people_say_them() {
        for (krw, ko, en) in [
            (0, "영 원", "0 won"),
            (1, "일 원", "1 won"),
            (10, "십 원", "10 won"),
            (105, "백오 원", "105 won"),
            (1_111, "천백십일 원", "1,111 won"),
            (10_000, "만 원", "10,000 won"),
            (12_300, "만 이천삼백 원", "12,300 won"),
            (110_000, "십일만 원", "110,000 won"),
            (1_000_001, "백만 일 원", "1 million 1 won"),
            (10_010_000, "천일만 원", "10.01 million won"),
            (31_730_000, "삼천백칠십삼만 원", "31.73 million won"),
            (99_999_999, "구천구백구십구만 구천구백구십구 원", "99 million 999 thousand 999 won"),
            (100_000_000, "일억 원", "100 million won"),
            (100_000_001, "일억 일 원", "100 million 1 won"),
            (100_010_000, "일억 일만 원", "100.01 million won"),
            (1_000_000_000, "십억 원", "1 billion won"),
            (8_600_000_000, "팔십육억 원", "8.6 billion won"),
            (1_000_000_000_000, "일조 원", "1 trillion won"),
            (1_000_000_010_000, "일조 일만 원", "1 trillion 10 thousand won"),
            (
                1_160_256_600_000,
                "일조 천육백이억 오천육백육십만 원",
                "1 trillion 160 billion 256 million 600 thousand won",
            ),
            (1_374_200_000_000, "일조 삼천칠백사십이억 원", "1.3742 trillion won"),
            (5_712_000_000_000, "오조 칠천백이십억 원", "5.712 trillion won"),
            (10_000_000_000_000_000, "일경 원", "10 quadrillion won"),
        ] {
            let won = Won::new(krw).unwrap_or_default();
            assert_eq!(speak_won(won, Lang::Ko), ko);
            assert_eq!(speak_won(won, Lang::En), en);
        }
    }

    #[test]
    fn a_loss_is_said_with_its_sign() {
        let loss = Number::new(-8_600_000_000.0).unwrap_or_default();
        assert_eq!(speak_value(&Unit::Won, loss, Lang::Ko), "마이너스 팔십육억 원");
        assert_eq!(speak_value(&Unit::Won, loss, Lang::En), "minus 8.6 billion won");
    }

    #[test]
    fn other_units_are_said_with_their_names() {
        let people = Unit::Count(Bilingual::new("명", "people"));
        for (unit, value, ko, en) in [
            (Unit::WonPerResident, 5_000_000.0, "주민 1인당 오백만 원", "5 million won per resident"),
            (
                Unit::WonPerResident,
                5_365_190.0,
                "주민 1인당 오백삼십육만 오천백구십 원",
                "5 million 365 thousand 190 won per resident",
            ),
            (Unit::Percent, 0.0, "영 퍼센트", "0 percent"),
            (Unit::Percent, 100.0, "백 퍼센트", "100 percent"),
            (Unit::Percent, 10.04, "십 퍼센트", "10 percent"),
            (Unit::Percent, 0.5, "영 점 오 퍼센트", "0.5 percent"),
            (Unit::Percent, -3.5, "마이너스 삼 점 오 퍼센트", "-3.5 percent"),
            (people.clone(), 12_487.0, "12,487명", "12,487 people"),
            (people, 1.0, "1명", "1 person"),
        ] {
            let value = Number::new(value).unwrap_or_default();
            assert_eq!(speak_value(&unit, value, Lang::Ko), ko);
            assert_eq!(speak_value(&unit, value, Lang::En), en);
        }
    }
}

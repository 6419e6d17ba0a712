//! Exact numbers as people of either language read them.
//!
//! Korean groups by ten thousands (만, 억, 조), English by thousands. Both are made from the same whole won.

use crate::model::{Number, PartialDate, Won};
use crate::text::figures::words;
use crate::text::{Lang, fill};

const MAN: i64 = 10_000;
const EOK: i64 = 100_000_000;
const JO: i64 = 1_000_000_000_000;

/// A whole number with separators every three digits.
///
/// ```
/// assert_eq!(city_compare_core::format::grouped(1_234_567), "1,234,567");
/// ```
pub fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        text.push('−');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// An exact amount with its unit: `1조 3,742억 원`, `31,730,000 won`.
///
/// Korean writes every non-zero group, so that nothing is rounded; English writes whole won.
///
/// ```
/// use city_compare_core::{format::exact, model::Won, text::Lang};
/// let won = Won::new(1_374_200_000_000).unwrap();
/// assert_eq!(exact(won, Lang::Ko), "1조 3,742억 원");
/// assert_eq!(exact(won, Lang::En), "1,374,200,000,000 won");
/// assert_eq!(exact(Won::default(), Lang::Ko), "0원");
/// ```
pub fn exact(won: Won, lang: Lang) -> String {
    let krw = won.get();
    match lang {
        Lang::En => format!("{} won", grouped(krw)),
        Lang::Ko => {
            let groups = [(krw / JO, "조"), (krw % JO / EOK, "억"), (krw % EOK / MAN, "만")];
            let mut parts: Vec<String> = groups
                .iter()
                .filter(|(count, _)| *count > 0)
                .map(|(count, unit)| format!("{}{unit}", grouped(*count)))
                .collect();
            let rest = krw % MAN;
            if rest > 0 || parts.is_empty() {
                parts.push(format!("{}원", grouped(rest)));
                parts.join(" ")
            } else {
                format!("{} 원", parts.join(" "))
            }
        }
    }
}

/// A short amount for a label: three significant digits at most, rounded, with the unit that fits.
///
/// ```
/// use city_compare_core::{format::short, model::Won, text::Lang};
/// let won = Won::new(1_374_200_000_000).unwrap();
/// assert_eq!(short(won, Lang::Ko), "1조 3,742억");
/// assert_eq!(short(won, Lang::En), "₩1.37 trillion");
/// assert_eq!(short(Won::new(31_700_000).unwrap(), Lang::Ko), "3,170만");
/// assert_eq!(short(Won::new(31_700_000).unwrap(), Lang::En), "₩31.7 million");
/// ```
pub fn short(won: Won, lang: Lang) -> String {
    let krw = won.get();
    match lang {
        Lang::Ko => short_korean(krw),
        Lang::En => {
            let (divisor, unit) = match krw {
                0..1_000 => return format!("₩{krw}"),
                1_000..1_000_000 => return format!("₩{}", grouped(krw)),
                1_000_000..1_000_000_000 => (1_000_000, "million"),
                1_000_000_000..1_000_000_000_000 => (1_000_000_000, "billion"),
                _ => (1_000_000_000_000, "trillion"),
            };
            format!("₩{} {unit}", significant(krw, divisor))
        }
    }
}

fn short_korean(krw: i64) -> String {
    let round = |unit: i64| (krw + unit / 2) / unit;
    match krw {
        0..MAN => format!("{}원", grouped(krw)),
        MAN..EOK => format!("{}만", grouped(round(MAN))).replace("10,000만", "1억"),
        EOK..10_000_000_000 => {
            let tenths = round(EOK / 10);
            if tenths % 10 == 0 {
                format!("{}억", grouped(tenths / 10))
            } else {
                format!("{}.{}억", grouped(tenths / 10), tenths % 10)
            }
        }
        _ => {
            let eok = round(EOK);
            match (eok / 10_000, eok % 10_000) {
                (0, rest) => format!("{}억", grouped(rest)),
                (jo, 0) => format!("{}조", grouped(jo)),
                (jo, rest) => format!("{}조 {}억", grouped(jo), grouped(rest)),
            }
        }
    }
}

/// An amount rounded to two significant digits, at most 5 % away, as people say it: `약 3만 2천 원`, `about 32,000 won`.
/// An amount that needs no rounding goes without “about”.
///
/// ```
/// use city_compare_core::{format::about, model::Won, text::Lang};
/// let won = Won::new(31_653).unwrap();
/// assert_eq!(about(won, Lang::Ko), "약 3만 2천 원");
/// assert_eq!(about(won, Lang::En), "about 32,000 won");
/// assert_eq!(about(Won::new(5_365_190).unwrap(), Lang::En), "about 5.4 million won");
/// assert_eq!(about(Won::new(500).unwrap(), Lang::Ko), "500원");
/// ```
pub fn about(won: Won, lang: Lang) -> String {
    let krw = won.get();
    let mut unit = 1;
    while krw / unit >= 100 {
        unit *= 10;
    }
    let rounded = krw.saturating_add(unit / 2) / unit * unit;
    let text = match lang {
        Lang::En if rounded < 1_000_000 => format!("{} won", grouped(rounded)),
        Lang::En => format!("{} won", short(Won::new(rounded).unwrap_or_default(), lang).trim_start_matches('₩')),
        Lang::Ko => in_thousands(rounded),
    };
    if rounded == krw { text } else { fill(words(lang).about, &[("what", &text)]) }
}

/// Korean groups of ten thousand, whole thousands of a group by their name: `3만 2천 원`, `540만 원`, `4천만 원`.
fn in_thousands(krw: i64) -> String {
    let groups = [(krw / JO, "조"), (krw % JO / EOK, "억"), (krw % EOK / MAN, "만"), (krw % MAN, "")];
    let mut parts = Vec::new();
    for (count, unit) in groups {
        match (count / 1_000, count % 1_000) {
            (0, 0) => {}
            (thousands, 0) => parts.push(format!("{thousands}천{unit}")),
            _ => parts.push(format!("{}{unit}", grouped(count))),
        }
    }
    let text = if parts.is_empty() { "0".to_owned() } else { parts.join(" ") };
    // 원 follows digits directly and a word after a space.
    if text.ends_with(|last: char| last.is_ascii_digit()) { format!("{text}원") } else { format!("{text} 원") }
}

/// A quotient with three significant digits and no trailing zeros.
fn significant(number: i64, divisor: i64) -> String {
    let whole = number / divisor;
    let decimals: u32 = match whole {
        0..10 => 2,
        10..100 => 1,
        _ => 0,
    };
    let scale = 10_i64.pow(decimals);
    let scaled = (i128::from(number) * i128::from(scale) + i128::from(divisor) / 2) / i128::from(divisor);
    let scaled = i64::try_from(scaled).unwrap_or(i64::MAX);
    let text = grouped(scaled / scale);
    let fraction = scaled % scale;
    if fraction == 0 {
        return text;
    }
    let width = usize::try_from(decimals).unwrap_or_default();
    let fraction = format!("{fraction:0width$}");
    format!("{text}.{}", fraction.trim_end_matches('0'))
}

/// A number of a statistic, with separators and at most two decimals.
///
/// ```
/// use city_compare_core::{format::number, model::Number};
/// assert_eq!(number(Number::new(12487.0).unwrap()), "12,487");
/// assert_eq!(number(Number::new(68.1).unwrap()), "68.1");
/// ```
pub fn number(value: Number) -> String {
    if let Some(whole) = value.whole() {
        return grouped(whole);
    }
    #[expect(clippy::cast_possible_truncation, reason = "statistics lie far below 2^53")]
    let hundredths = (value.get() * 100.0).round() as i64;
    let sign = if hundredths < 0 { "−" } else { "" };
    let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
    if rest == 0 {
        return format!("{sign}{}", grouped(whole));
    }
    format!("{sign}{}.{}", grouped(whole), format!("{rest:02}").trim_end_matches('0'))
}

/// A share with one decimal, set alike in both languages: `12.3%`.
///
/// ```
/// use city_compare_core::{format::percent, text::Lang};
/// assert_eq!(percent(0.123, Lang::Ko), "12.3%");
/// ```
pub fn percent(share: f64, _lang: Lang) -> String {
    let tenths = (share * 1000.0).round() / 10.0;
    format!("{tenths:.1}%")
}

/// A date as far as it is known: `2021년 4월`, `April 2021`.
///
/// ```
/// use city_compare_core::{format::date, model::PartialDate, text::Lang};
/// let april = PartialDate::parse("2021-04").unwrap();
/// assert_eq!(date(&april, Lang::Ko), "2021년 4월");
/// assert_eq!(date(&april, Lang::En), "April 2021");
/// ```
pub fn date(date: &PartialDate, lang: Lang) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let year = date.year();
    let (month, day) = date.month_day();
    match (lang, month, day) {
        (Lang::Ko, Some(month), Some(day)) => format!("{year}년 {month}월 {day}일"),
        (Lang::Ko, Some(month), None) => format!("{year}년 {month}월"),
        (Lang::Ko, None, _) => format!("{year}년"),
        (Lang::En, month, day) => {
            let name = month.and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?));
            match (name, day) {
                (Some(name), Some(day)) => format!("{day} {name} {year}"),
                (Some(name), None) => format!("{name} {year}"),
                (None, _) => year.to_string(),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn won(krw: i64) -> Won {
        Won::new(krw).unwrap_or_default()
    }

    #[test]
    fn korean_amounts_at_the_edges_of_their_units() {
        let edges = [
            (0, "0원"),
            (999, "999원"),
            (1_000, "1,000원"),
            (9_999, "9,999원"),
            (10_000, "1만 원"),
            (10_001, "1만 1원"),
            (99_999_999, "9,999만 9,999원"),
            (100_000_000, "1억 원"),
            (100_010_000, "1억 1만 원"),
            (1_160_256_600_000, "1조 1,602억 5,660만 원"),
            (1_374_200_000_000, "1조 3,742억 원"),
            (1_000_000_000_000, "1조 원"),
        ];
        for (krw, text) in edges {
            assert_eq!(exact(won(krw), Lang::Ko), text);
        }
    }

    #[test]
    fn short_amounts_at_the_edges_of_their_units() {
        let edges = [
            (0, "0원", "₩0"),
            (999, "999원", "₩999"),
            (1_000, "1,000원", "₩1,000"),
            (10_000, "1만", "₩10,000"),
            (1_500_000, "150만", "₩1.5 million"),
            (99_999_999, "1억", "₩100 million"),
            (100_000_000, "1억", "₩100 million"),
            (150_000_000, "1.5억", "₩150 million"),
            (32_940_000_000, "329억", "₩32.9 billion"),
            (1_457_700_000_000, "1조 4,577억", "₩1.46 trillion"),
            (5_000_000_000_000, "5조", "₩5 trillion"),
        ];
        for (krw, ko, en) in edges {
            assert_eq!(short(won(krw), Lang::Ko), ko);
            assert_eq!(short(won(krw), Lang::En), en);
        }
    }

    #[test]
    fn rounded_amounts_are_said_with_the_words_of_each_language() {
        for (krw, ko, en) in [
            (0, "0원", "0 won"),
            (1, "1원", "1 won"),
            (99, "99원", "99 won"),
            (444, "약 440원", "about 440 won"),
            (996, "약 1천 원", "about 1,000 won"),
            (3_170, "약 3,200원", "about 3,200 won"),
            (9_960, "약 1만 원", "about 10,000 won"),
            (31_653, "약 3만 2천 원", "about 32,000 won"),
            (405_000, "약 41만 원", "about 410,000 won"),
            (999_999, "약 100만 원", "about 1 million won"),
            (3_987_000, "약 400만 원", "about 4 million won"),
            (40_120_000, "약 4천만 원", "about 40 million won"),
            (121_000_000, "약 1억 2천만 원", "about 120 million won"),
            (1_500_000_000_000, "1조 5천억 원", "1.5 trillion won"),
        ] {
            assert_eq!(about(won(krw), Lang::Ko), ko);
            assert_eq!(about(won(krw), Lang::En), en);
        }
    }

    #[test]
    fn negative_amounts_do_not_exist() {
        assert_eq!(Won::new(-1), None);
    }

    #[test]
    fn dates_say_only_what_is_known() {
        let date_of = |text: &str, lang| PartialDate::parse(text).map(|parsed| date(&parsed, lang));
        assert_eq!(date_of("2021-04-30", Lang::Ko).as_deref(), Some("2021년 4월 30일"));
        assert_eq!(date_of("2021-04-30", Lang::En).as_deref(), Some("30 April 2021"));
        assert_eq!(date_of("2021", Lang::En).as_deref(), Some("2021"));
    }

    proptest! {
        #[test]
        fn exact_korean_amounts_read_back(krw in 0_i64..9_000_000_000_000_000) {
            let text = exact(won(krw), Lang::Ko);
            let mut sum = 0;
            for part in text.trim_end_matches('원').split(' ').filter(|part| !part.is_empty()) {
                let digits: String = part.chars().filter(char::is_ascii_digit).collect();
                let unit = match part.chars().last() {
                    Some('조') => JO,
                    Some('억') => EOK,
                    Some('만') => MAN,
                    _ => 1,
                };
                sum += digits.parse::<i64>().unwrap_or_default() * unit;
            }
            prop_assert_eq!(sum, krw);
        }

        #[test]
        fn a_rounded_amount_is_at_most_five_percent_away(krw in 1_i64..1_000_000_000_000_000) {
            let text = about(won(krw), Lang::Ko).replace("천만", "000만").replace("천억", "000억").replace("천조", "000조").replace("천 원", "000원");
            let mut sum = 0;
            for part in text.trim_start_matches("약 ").trim_end_matches(['원', ' ']).split(' ') {
                let digits: String = part.chars().filter(char::is_ascii_digit).collect();
                let unit = match part.chars().last() { Some('조') => JO, Some('억') => EOK, Some('만') => MAN, _ => 1 };
                sum += digits.parse::<i64>().unwrap_or_default() * unit;
            }
            prop_assert!((sum - krw).abs() * 20 <= krw, "{text} of {krw}");
            prop_assert_eq!(text.starts_with('약'), sum != krw);
        }

        #[test]
        fn grouping_keeps_every_digit(number in any::<i64>()) {
            let digits: String = grouped(number).chars().filter(char::is_ascii_digit).collect();
            prop_assert_eq!(digits, number.unsigned_abs().to_string());
        }
    }
}

//! Numbers as the documents print them: exact, with Korean units, told apart from telephone numbers and list numbers.

use super::ratio::Ratio;

/// A number in a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Numeral {
    /// Where its digits begin and end, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
    /// As its digits say.
    pub(super) plain: Ratio,
    /// With the units 십, 백, 천, 만, 억, 조 that follow, and with the numbers that belong to it (1조 3,742억).
    pub(super) scaled: Ratio,
    /// Where that ends.
    pub(super) scaled_end: usize,
    /// Whether a unit of number follows, or 원.
    pub(super) has_unit: bool,
    /// Whether it is a part of the amount before it (3,742억 in 1조 3,742억).
    pub(super) is_part: bool,
}

/// Every number of a text.
pub(super) fn numerals(text: &str) -> Vec<Numeral> {
    let mut found: Vec<Numeral> = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit())).map(|i| at + i) {
        let end = digits_end(text, start);
        at = end;
        let Some(plain) = text.get(start..end).and_then(Ratio::parse) else { continue };
        let (scaled, scaled_end) = scaled(text, start).unwrap_or((plain, end));
        let is_part = found.iter().any(|other| start < other.scaled_end);
        let won = text.get(scaled_end..).is_some_and(|rest| rest.trim_start_matches(' ').starts_with('원'));
        found.push(Numeral { start, end, plain, scaled, scaled_end, has_unit: won || scaled_end > end, is_part });
    }
    found
}

/// The end of the digits that begin here: groups of three after commas, one point; dates such as 2020.11.27 end at
/// the first point.
fn digits_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let run = |mut at: usize| {
        while digit(at) {
            at += 1;
        }
        at
    };
    let mut end = run(start);
    let is_year =
        end - start == 4 && text.get(start..).is_some_and(|rest| rest.starts_with("19") || rest.starts_with("20"));
    if !is_year && end - start <= 3 {
        while bytes.get(end) == Some(&b',') && run(end + 1) == end + 4 {
            end += 4;
        }
    }
    // The 11 of 2020.11.27 does not begin a decimal.
    let in_date = start >= 2 && bytes.get(start - 1) == Some(&b'.') && digit(start - 2);
    if !is_year && !in_date && bytes.get(end) == Some(&b'.') && digit(end + 1) {
        let fraction = run(end + 1);
        let is_date = bytes.get(fraction) == Some(&b'.') && digit(fraction + 1)
            || text.get(fraction..).is_some_and(|rest| rest.starts_with('월'));
        if !is_date {
            return fraction;
        }
    }
    end
}

/// The value with its units, and where it ends; `None` for an ordinal such as 제13조.
fn scaled(text: &str, start: usize) -> Option<(Ratio, usize)> {
    if text.get(..start).is_some_and(|before| before.trim_end().ends_with('제')) {
        return None;
    }
    let mut total = Ratio::from(0);
    let mut section = Ratio::from(0);
    let mut last = i128::MAX;
    let mut at = start;
    let mut end;
    loop {
        let stop = digits_end(text, at);
        let mut part = Ratio::parse(text.get(at..stop)?)?;
        at = stop;
        let mut small = 1;
        while let Some((unit, length)) = unit_at(text, at).filter(|(unit, _)| *unit < 10_000) {
            small = i128::saturating_mul(small, unit);
            at += length;
        }
        part = part.times(small.into())?;
        section = section.plus(part)?;
        end = at;
        let big = unit_at(text, at).filter(|(unit, _)| *unit < last);
        if let Some((unit, length)) = big {
            total = total.plus(section.times(unit.into())?)?;
            section = Ratio::from(0);
            last = unit;
            at += length;
            end = at;
            if text.get(at..).is_some_and(|rest| rest.starts_with(' ')) {
                at += 1;
            }
        }
        let goes_on = text.as_bytes().get(at).is_some_and(u8::is_ascii_digit) && (big.is_some() || small > 1);
        if !goes_on {
            break;
        }
    }
    Some((total.plus(section)?, end))
}

fn unit_at(text: &str, at: usize) -> Option<(i128, usize)> {
    let unit = text.get(at..)?.chars().next()?;
    let value = match unit {
        '십' => 10,
        '백' => 100,
        '천' => 1_000,
        '만' => 10_000,
        '억' => 100_000_000,
        '조' => 1_000_000_000_000,
        _ => return None,
    };
    Some((value, unit.len_utf8()))
}

/// The units of money that a text names, as in `(단위 : 천원)` or `120백만원`, with their worth in won.
pub(super) fn money_units(text: &str) -> Vec<(String, i128)> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let mut units: Vec<(String, i128)> = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let start = at;
        let (mut small, mut big) = (1, 1);
        while let Some((unit, length)) = unit_at(&text, at) {
            if unit < 10_000 {
                small = i128::saturating_mul(small, unit)
            } else {
                big = unit
            }
            at += length;
        }
        let unit = text.get(start..at).unwrap_or_default();
        let worth = i128::saturating_mul(small, big);
        let won = text.get(at..).is_some_and(|rest| rest.starts_with('원'));
        let before = text.get(..start).unwrap_or_default();
        let number = before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
        // After a number, but not in 제13조; or alone in a table head.
        let follows = before.ends_with(|c: char| c.is_ascii_digit()) && !number.ends_with('제');
        let counts = follows && (won || big > 1);
        let heads = won && before.ends_with(['(', ':']);
        if !unit.is_empty() && (counts || heads) && !units.iter().any(|(_, known)| *known == worth) {
            units.push((format!("{unit}원"), worth));
        }
        if at == start {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    units
}

/// The last year that a text names: `'21년`, `(21년`, `2021년`.
pub(super) fn last_year(text: &str) -> Option<Ratio> {
    let year = |numeral: &Numeral| {
        let digits = numeral.end - numeral.start;
        let before = text.get(..numeral.start).unwrap_or_default();
        let named = text.get(numeral.end..).is_some_and(|rest| rest.starts_with('년'));
        match digits {
            4 if named => Some(numeral.plain),
            2 if named && before.ends_with(['\'', '(']) => numeral.plain.plus(2000.into()),
            _ => None,
        }
    };
    numerals(text).iter().filter_map(year).next_back()
}

/// The numbers of a line that state something: not telephone numbers, article numbers, list numbers, or those in the
/// names of 코로나19 and 4차 산업혁명.
pub(super) fn stated_numerals(line: &str) -> Vec<Numeral> {
    let phones = telephone_numbers(line);
    let states = |numeral: &Numeral| {
        let before = line.get(..numeral.start).unwrap_or_default().trim_end();
        let after = line.get(numeral.end..).unwrap_or_default();
        let article = before.ends_with('제')
            && ["조", "호", "항", "장", "절", "관"].iter().any(|unit| after.starts_with(unit))
            || before.ends_with("조의");
        let disease = before.ends_with("코로나");
        let revolution = after.trim_start_matches('차').trim_start().starts_with("산업혁명");
        !is_list_number(line, numeral.start)
            && !article
            && !disease
            && !revolution
            && !phones.iter().any(|range| range.contains(&numeral.start))
    };
    numerals(line).into_iter().filter(states).collect()
}

fn telephone_numbers(line: &str) -> Vec<std::ops::Range<usize>> {
    let mut found: Vec<std::ops::Range<usize>> = Vec::new();
    let mut start = 0;
    for word in line.split_inclusive(|c: char| !c.is_ascii_digit() && c != '-') {
        let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        let groups: Vec<usize> = digits.split('-').map(str::len).collect();
        let whole = matches!(groups.as_slice(), [2..=3, 3..=4, 4] | [4, 4]);
        // After a telephone number, an extension: 061-797-2880, 2889.
        let extension = groups.as_slice() == [4]
            && found.last().is_some_and(|last| line.get(last.end..start).is_some_and(|gap| gap.trim() == ","));
        if whole || extension {
            found.push(start..start + digits.len());
        }
        start += word.len();
    }
    found
}

/// Whether the number only counts the lines of a list or the sheets: `1 `, `01 `, `3) `, `2-4-5`, `1-1-①` at the
/// beginning of a line or of a cell.
fn is_list_number(line: &str, start: usize) -> bool {
    let before = line.get(..start).unwrap_or_default();
    let cell = before.rfind('\t').map_or(0, |tab| tab + 1);
    let Some(text) = line.get(cell..).map(str::trim_start) else { return false };
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
    let length = text.len() - number.len();
    let begins_with_digit = text.starts_with(|c: char| c.is_ascii_digit());
    let short = text.get(..length).unwrap_or_default().split('-').all(|group| group.len() <= 2);
    let ends = number.starts_with(|c: char| c == ' ' || ('①'..='⑳').contains(&c))
        || number.is_empty() && text.contains('-')
        || ['.', ')']
            .iter()
            .any(|sign| number.strip_prefix(*sign).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit())));
    let offset = line.len() - line.get(cell..).map_or(0, |rest| rest.trim_start().len());
    begins_with_digit && short && ends && start < offset + length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_scaled(text: &str, expected: &[i128]) {
        let found: Vec<Ratio> = numerals(text).iter().filter(|n| !n.is_part).map(|n| n.scaled).collect();
        assert_eq!(found, expected.iter().map(|value| Ratio::from(*value)).collect::<Vec<_>>());
    }

    #[test]
    fn korean_units() {
        assert_scaled("31.7백만", &[31_700_000]);
        assert_scaled("10,290천원(도비 7,200)", &[10_290_000, 7_200]);
        assert_scaled("1조 3,742억 원", &[1_374_200_000_000]);
        assert_scaled("6천150억원", &[615_000_000_000]);
        assert_scaled("27만4천765명", &[274_765]);
        assert_scaled("9천만원 이하", &[90_000_000]);
        assert_scaled("1조 502억 1530만 원", &[1_050_215_300_000]);
        assert_scaled("제13조 제3호", &[13, 3]);
    }

    #[test]
    fn dates_are_not_decimals() {
        let plain = |text: &str| numerals(text).iter().map(|n| n.plain).collect::<Vec<_>>();
        let whole = |numbers: &[i128]| numbers.iter().map(|n| Ratio::from(*n)).collect::<Vec<_>>();
        assert_eq!(plain("(2020.11.27.)"), whole(&[2020, 11, 27]));
        assert_eq!(plain("20.12월말"), whole(&[20, 12]));
        assert_eq!(plain("2021.2~3."), whole(&[2021, 2, 3]));
        assert_eq!(plain("36.1%"), [Ratio::parse("36.1").unwrap()]);
        assert_eq!(plain("시장(1, 7월)"), whole(&[1, 7]));
    }

    #[test]
    fn numbers_that_state_nothing() {
        let count = |text: &str| stated_numerals(text).len();
        assert_eq!(count("연락처\t061-797-2880, 2889"), 0);
        assert_eq!(count("대표전화 : 1600-3645"), 0);
        assert_eq!(count("조례 제13조(청년정책) 제3호"), 0);
        assert_eq!(count("2-4-5"), 0);
        assert_eq!(count("3-7-① 찾아가는 30분"), 1);
        assert_eq!(count("02 미래 산업 육성\t02 광주 공동체 5곳"), 1);
        assert_eq!(count("중마동\t1\t7,200"), 2);
        assert_eq!(count("코로나19 극복, 20억"), 1);
        assert_eq!(count("4차 산업혁명 시대, 4차산업혁명"), 0);
        assert_eq!(count("2021 광양 드론 산업 페스티벌"), 1);
        assert_eq!(count("1.5배"), 1);
    }

    #[test]
    fn years() {
        assert_eq!(last_year("('21년)77백만,('22년)"), Some(2022.into()));
        assert_eq!(last_year("2021년 50백만"), Some(2021.into()));
        assert_eq!(last_year("최장 10년 2,000만"), None);
    }

    #[test]
    fn units_from_the_context() {
        let units = |text: &str| money_units(text).into_iter().map(|(unit, _)| unit).collect::<Vec<_>>();
        assert_eq!(units("소요사업비(천원)"), ["천원"]);
        assert_eq!(units("(단위 : 백만원)"), ["백만원"]);
        assert_eq!(units("5억 원(도교육청 2, 시비 3)"), ["억원"]);
        assert!(units("조례 제13조, 천만그루").is_empty());
    }
}

//! Reads written and spoken values back, without the code that wrote them.

use city_compare::compare::Unit;
use city_compare::text::Lang;

/// A value that was read back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amount(pub f64);

/// Whether a value that was read is the plot's: exactly, and percentages to one decimal.
pub fn close(unit: &Unit, read: f64, value: f64) -> bool {
    let tolerance = if *unit == Unit::Percent { 0.050_000_1 } else { 0.0 };
    (read - value).abs() <= tolerance
}

/// A written value: `1조 3,742억 원`, `86,000,000 won (75.0%)`, `12.3%`, `12,487`.
pub fn written(text: &str) -> Option<Amount> {
    numbers_in(text).first().copied().map(Amount)
}

/// Every number of a text, Korean and English groups put together.
pub fn numbers_in(text: &str) -> Vec<f64> {
    let mut numbers = Vec::new();
    let mut open: Option<i128> = None; // 조 and 억 wait for the groups that may follow
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let negative = rest[..start].ends_with(['-', '−']);
        let between = &rest[..start];
        if between != " "
            && let Some(sum) = open.take()
        {
            numbers.push(sum as f64);
        }
        rest = &rest[start..];
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(rest.len());
        let digits = rest[..end].trim_end_matches([',', '.']);
        rest = &rest[digits.len()..];
        let plain: String = digits.chars().filter(|c| *c != ',').collect();
        let scales = [("조", 12), ("억", 8), ("만", 4), (" trillion", 12), (" billion", 9), (" million", 6)];
        let scale = scales.iter().find(|(unit, _)| rest.starts_with(unit));
        let scaled = scaled(&plain, scale.map_or(0, |(_, power)| *power));
        rest = &rest[scale.map_or(0, |(unit, _)| unit.len())..];
        match (open.take(), scale, scaled) {
            (sum, Some((unit, _)), Some(whole)) if !unit.starts_with(' ') => open = Some(sum.unwrap_or(0) + whole),
            (Some(sum), _, Some(whole)) => numbers.push((sum + whole) as f64),
            (_, _, Some(whole)) => numbers.push(if negative { -(whole as f64) } else { whole as f64 }),
            (_, _, None) => {
                let number: f64 = plain.parse().unwrap();
                numbers.push(if negative { -number } else { number });
            }
        }
    }
    numbers.extend(open.map(|sum| sum as f64));
    numbers
}

/// Digits with a point, times a power of ten, if the product is whole: 5.4354 with 12 is 5,435,400,000,000.
fn scaled(digits: &str, power: usize) -> Option<i128> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    (fraction.len() <= power).then(|| format!("{whole}{fraction:0<power$}").parse().unwrap())
}

/// A spoken value: `팔십육억 원`, `8.6 billion won`, `십이 점 삼 퍼센트`; `None` where no value is said.
pub fn spoken(said: &str, unit: &Unit, lang: Lang) -> Option<Amount> {
    let said = said.strip_prefix("주민 1인당 ").unwrap_or(said);
    let value = match (unit, lang) {
        (Unit::Count(_), _) => return written(said),
        (Unit::Percent, Lang::Ko) => korean(said.strip_suffix(" 퍼센트")?),
        (Unit::Percent, Lang::En) => said.strip_suffix(" percent")?.parse().unwrap(),
        (_, Lang::Ko) => korean(said.strip_suffix(" 원")?),
        (_, Lang::En) => english(said.strip_suffix(" per resident").unwrap_or(said).strip_suffix(" won")?),
    };
    Some(Amount(value))
}

fn english(words: &str) -> f64 {
    let (mut sum, mut group) = (0_i128, "0");
    for word in words.split(' ') {
        let names = ["thousand", "million", "billion", "trillion", "quadrillion"];
        match names.iter().position(|name| *name == word) {
            Some(at) => {
                sum += scaled(group, 3 * (at + 1)).unwrap();
                group = "0";
            }
            None => group = word,
        }
    }
    (sum + group.replace(',', "").parse::<i128>().unwrap()) as f64
}

fn korean(words: &str) -> f64 {
    let (sign, words) = words.strip_prefix("마이너스 ").map_or((1.0, words), |rest| (-1.0, rest));
    let (whole, fraction) = words.split_once(" 점 ").unwrap_or((words, ""));
    let fraction: String = fraction.chars().filter_map(digit).map(|digit| digit.to_string()).collect();
    sign * format!("{}.{fraction}", korean_whole(whole)).parse::<f64>().unwrap()
}

fn korean_whole(words: &str) -> i128 {
    let (mut sum, mut group, mut one) = (0, 0, 0);
    for c in words.chars().filter(|c| *c != ' ') {
        let place = [('십', 10), ('백', 100), ('천', 1000)].into_iter().find(|(name, _)| *name == c);
        let unit = [('만', 4), ('억', 8), ('조', 12), ('경', 16)].into_iter().find(|(name, _)| *name == c);
        if let Some(digit) = digit(c) {
            one = digit;
        } else if let Some((_, place)) = place {
            group += one.max(1) * place;
            one = 0;
        } else if let Some((_, power)) = unit {
            sum += (group + one).max(1) * 10_i128.pow(power);
            (group, one) = (0, 0);
        } else {
            panic!("{c} of {words:?} is no number");
        }
    }
    sum + group + one
}

fn digit(c: char) -> Option<i128> {
    let at = ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'].iter().position(|digit| *digit == c)?;
    i128::try_from(at).ok()
}

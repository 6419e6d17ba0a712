//! Names of columns, whatever a table calls them: 정책사업예산총계, `biz_bdg_tott_amt` and `bizBdgTottAmt` are one.

use crate::unit::Unit;
use city_compare_dataset::model::PartialDate;
use city_compare_dataset::model::official::ResidentMeasure;

/// A name without what tables write differently: spaces, underscores, line breaks, capitals, and a unit in brackets.
///
/// ```
/// use city_compare_import::names::plain;
/// assert_eq!(plain("예산액\n(천원)"), "예산액");
/// assert_eq!(plain("biz_bdg_tott_amt"), plain("bizBdgTottAmt"));
/// ```
pub fn plain(name: &str) -> String {
    let outside = match (name.rfind(['(', '（', '[']), unit(name)) {
        (Some(at), Some(_)) => name.get(..at).unwrap_or(name),
        _ => name,
    };
    let skipped = |c: char| c.is_whitespace() || matches!(c, '_' | '\u{feff}' | '·' | 'ㆍ' | '・' | '*');
    outside.chars().filter(|c| !skipped(*c)).flat_map(char::to_lowercase).collect()
}

/// The unit that a name or a title states: `예산액(천원)`, `(단위: 백만원)`, `amount (million won)`.
pub fn unit(text: &str) -> Option<Unit> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let after = |mark: &str| text.split_once(mark).map(|(_, rest)| rest.trim_start_matches([':', '：', '=']));
    let stated = after("단위").or_else(|| after("unit")).and_then(Unit::parse_start);
    let brackets = || {
        text.rsplit_once(['(', '（', '[']).and_then(|(_, rest)| {
            let (inside, _) = rest.split_once([')', '）', ']'])?;
            Unit::parse(inside)
        })
    };
    stated.or_else(brackets)
}

/// The last day of the month that a text begins with: `2026년07월_거주자 인구수`, `2026-07`, `2026.7.`, `202607`.
///
/// ```
/// use city_compare_import::names::month_end;
/// assert_eq!(month_end("2024년02월").unwrap().as_str(), "2024-02-29");
/// assert_eq!(month_end("2026.7.").unwrap().as_str(), "2026-07-31");
/// assert_eq!(month_end("세대수"), None);
/// ```
pub fn month_end(text: &str) -> Option<PartialDate> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let text = text.trim();
    let (year, month) = match digits(text) {
        4 => {
            let rest = text.get(4..)?.trim_start_matches(['년', '-', '.', '/', ' ', '_']);
            let length = digits(rest).min(2);
            let after = rest.get(length..)?;
            // `2026-07` and `2026년 7월` are months, `2026 12세` is none.
            if !(after.is_empty() || after.starts_with(['월', '.', '_', '-', ' '])) {
                return None;
            }
            (text.get(..4)?, rest.get(..length)?)
        }
        6 => (text.get(..4)?, text.get(4..6)?),
        _ => return None,
    };
    let (year, month): (u16, u8) = (year.parse().ok()?, month.parse().ok()?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    PartialDate::parse(&format!("{year:04}-{month:02}-{last:02}"))
}

/// Whom a column counts: 총인구수 are all who are registered, 총 거주자수 and 거주자 인구수 are residents. A table by age and
/// sex repeats the name for men and women, which are parts.
pub fn measure(name: &str) -> Option<ResidentMeasure> {
    if name.contains("_남_") || name.contains("_여_") {
        return None;
    }
    let plain = plain(name);
    if plain.ends_with("총인구수") {
        Some(ResidentMeasure::Registered)
    } else if plain.ends_with("거주자인구수") || plain.ends_with("총거주자수") {
        Some(ResidentMeasure::Resident)
    } else {
        None
    }
}

/// A code of the ministry and the name around it: `전라남도 여수시  (4613000000)`.
///
/// ```
/// use city_compare_import::names::name_and_code;
/// assert_eq!(name_and_code("전라남도 여수시  (4613000000)"), ("전라남도 여수시", Some("4613000000")));
/// assert_eq!(name_and_code("여수시"), ("여수시", None));
/// ```
pub fn name_and_code(text: &str) -> (&str, Option<&str>) {
    let inside = text.rsplit_once('(').and_then(|(name, rest)| Some((name.trim(), rest.strip_suffix(')')?.trim())));
    match inside {
        Some((name, code)) if code.len() >= 7 && code.bytes().all(|byte| byte.is_ascii_digit()) => (name, Some(code)),
        _ => (text.trim(), None),
    }
}

//! The functional fields of Korean local budgets, which every dataset of an importer has.

use crate::names::plain;
use city_compare_dataset::model::{Bilingual, Field};

/// Code, Korean name, English name. A test holds that they are those of the seeds.
const FIELDS: &[(&str, &str, &str)] = &[
    ("010", "일반공공행정", "General public administration"),
    ("020", "공공질서 및 안전", "Public order and safety"),
    ("050", "교육", "Education"),
    ("060", "문화 및 관광", "Culture and tourism"),
    ("070", "환경", "Environment"),
    ("080", "사회복지", "Social welfare"),
    ("090", "보건", "Health"),
    ("100", "농림해양수산", "Agriculture, forestry, oceans and fisheries"),
    ("110", "산업·중소기업 및 에너지", "Industry, small business and energy"),
    ("120", "교통 및 물류", "Transport and logistics"),
    ("140", "국토 및 지역개발", "Land and regional development"),
    ("150", "과학기술", "Science and technology"),
    ("160", "예비비", "Reserve fund"),
    ("900", "기타", "Other"),
];

/// All fields.
pub fn all() -> Vec<Field> {
    let field =
        |(code, ko, en): &(&str, &str, &str)| Field { code: (*code).to_owned(), name: Bilingual::new(*ko, *en) };
    FIELDS.iter().map(field).collect()
}

/// The code and today's name of a field, by its code or its name. Codes may have lost their zeros in a spreadsheet; names
/// changed over time (수송및교통 became 교통및물류), and are written with and without middle dots and 및.
///
/// ```
/// use city_compare_import::fields::find;
/// assert_eq!(find("80", "").map(|found| found.0), Some("080"));
/// assert_eq!(find("", "수송 및 교통").map(|found| found.0), Some("120"));
/// assert_eq!(find("999", "없는 분야"), None);
/// ```
pub fn find(code: &str, name: &str) -> Option<(&'static str, &'static str)> {
    let found = if code.is_empty() {
        let name = letters(name);
        let today = FIELDS.iter().find(|(_, ko, en)| !name.is_empty() && (letters(ko) == name || letters(en) == name));
        today.or_else(|| {
            let former = FORMER.iter().find(|(former, _)| letters(former) == name)?;
            FIELDS.iter().find(|(code, ..)| *code == former.1)
        })
    } else {
        let digits = code.strip_suffix(".0").unwrap_or(code);
        let padded = format!("{digits:0>3}");
        FIELDS.iter().find(|(known, ..)| *known == padded)
    };
    found.map(|(code, ko, _)| (*code, *ko))
}

/// Whether two names are the same but for middle dots, spaces and 및.
pub fn same(a: &str, b: &str) -> bool {
    letters(a) == letters(b)
}

fn letters(name: &str) -> String {
    plain(name).chars().filter(|c| c.is_alphanumeric()).collect::<String>().replace('및', "")
}

/// Names that fields had.
const FORMER: &[(&str, &str)] =
    &[("수송 및 교통", "120"), ("산업·중소기업", "110"), ("환경보호", "070"), ("일반행정", "010")];

#[cfg(test)]
mod tests;

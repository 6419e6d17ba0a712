//! The tables that figures are held of, told by their columns.

use super::held::{ADMINISTRATION_FIELD, Held, Key, Kind, mois_code};
use super::sheet::Sheet;
use city_compare_core::format::grouped;
use city_compare_dataset::model::official::{LofinCode, ResidentMeasure, Scope, Spending};
use city_compare_dataset::model::{FiscalYear, Stage};
use std::collections::BTreeMap;

/// What to expect, for a message.
pub const KINDS: &str =
    "구조별 기능별 세출예산 (AIDFA), 당초예산·최종예산, or resident registration (총인구수, 거주자)";

/// What a file says.
#[derive(Debug, Default)]
pub struct Found {
    pub kind: Kind,
    values: BTreeMap<Key, i64>,
    /// What the file's own parts add up to.
    pub sums: Vec<String>,
    /// Where the file contradicts itself, or a cell is no number.
    pub contradictions: Vec<String>,
}

impl Found {
    /// The value of a key. People of several codes are added up.
    pub fn value(&self, key: &Key) -> Option<i64> {
        if let (None, Key::Residents { codes, day, measure }) = (self.values.get(key), key) {
            let one = |code: &String| {
                let key = Key::Residents { codes: vec![code.clone()], day: day.clone(), measure: *measure };
                self.values.get(&key)
            };
            return codes.iter().map(one).sum();
        }
        self.values.get(key).copied()
    }

    fn add(&mut self, key: Key, value: i64) {
        *self.values.entry(key).or_default() += value;
    }
}

/// Reads a table; `None` if it is none of those that are known.
pub fn read(sheet: &Sheet, held: &Held) -> Option<Found> {
    let mut found = of_kind(sheet, held)?;
    if let Sheet::Named { rows, announced: Some(announced) } = sheet
        && *announced != rows.len()
    {
        let told =
            format!("the service announces {announced} rows, and here are {}: other pages are missing", rows.len());
        found.contradictions.push(told);
    }
    Some(found)
}

fn of_kind(sheet: &Sheet, held: &Held) -> Option<Found> {
    let rows = rows(sheet);
    let has = |name: &str| rows.first().is_some_and(|row| row.cells.iter().any(|(known, _)| known == name));
    if has("fldcd") && has("bizbdgtottamt") {
        Some(fields(&rows))
    } else if has("당초예산") && has("최종예산") {
        Some(initial_final(&rows, held))
    } else {
        let months = month_columns(sheet)?;
        Some(residents(sheet, &months))
    }
}

/// A row, its cells under names that do not depend on how the table writes them.
struct Row<'a> {
    line: u64,
    cells: Vec<(String, &'a str)>,
}

impl Row<'_> {
    fn get(&self, name: &str) -> &str {
        self.cells.iter().find(|(known, _)| known == name).map_or("", |(_, cell)| cell)
    }

    /// A whole number with or without separators, times the unit that a column names; complains otherwise.
    fn won(&self, name: &str, found: &mut Found) -> i64 {
        let unit = match self.get("원본단위").trim() {
            "천원" => 1_000,
            "백만원" => 1_000_000,
            "억원" => 100_000_000,
            _ => 1,
        };
        number(self.get(name)).map_or_else(
            || {
                found.contradictions.push(format!(
                    "line {}: “{}” in {name} is no whole number",
                    self.line,
                    self.get(name)
                ));
                0
            },
            |number| number * unit,
        )
    }
}

fn number(cell: &str) -> Option<i64> {
    cell.replace([',', ' '], "").parse().ok()
}

/// One name for `biz_bdg_tott_amt`, `bizBdgTottAmt` and 정책사업예산총계.
fn canonical(name: &str) -> String {
    let plain: String =
        name.chars().filter(|c| !matches!(c, '_' | ' ' | '\u{feff}')).flat_map(char::to_lowercase).collect();
    let known = match plain.as_str() {
        "회계연도" => "fyr",
        "자치단체코드" => "lafcd",
        "자치단체명" => "lafhgnm",
        "회계구분명" => "acntdvnm",
        "분야코드" => "fldcd",
        "정책사업예산총계" => "bizbdgtottamt",
        "재무활동총계" => "finacvtottamt",
        "행정운영경비총계" => "padmoperexpstottamt",
        "단위" => "원본단위",
        other => other,
    };
    known.to_owned()
}

fn rows(sheet: &Sheet) -> Vec<Row<'_>> {
    match sheet {
        Sheet::NoData(_) => Vec::new(),
        Sheet::Named { rows, .. } => rows
            .iter()
            .zip(1..)
            .map(|(row, line)| Row {
                line,
                cells: row.iter().map(|(name, cell)| (canonical(name), cell.as_str())).collect(),
            })
            .collect(),
        Sheet::Cells(rows) => {
            let Some(((_, header), rest)) = rows.split_first() else { return Vec::new() };
            let names: Vec<String> = header.iter().map(|name| canonical(name)).collect();
            let row = |(line, cells): &'_ (u64, Vec<String>)| -> (u64, usize) { (*line, cells.len()) };
            rest.iter()
                .filter(|entry| row(entry).1 > 0)
                .map(|(line, cells)| Row {
                    line: *line,
                    cells: names.iter().cloned().zip(cells.iter().map(String::as_str)).collect(),
                })
                .collect()
        }
    }
}

/// 구조별 기능별 세출예산: a row for each account, field and section; three kinds of spending in each.
fn fields(rows: &[Row<'_>]) -> Found {
    let mut found = Found { kind: Kind::Fields, ..Found::default() };
    let mut accounts: BTreeMap<(LofinCode, FiscalYear, bool), [i64; 3]> = BTreeMap::new();
    for row in rows {
        let (code, year) = (LofinCode::parse(row.get("lafcd")), row.get("fyr").parse().ok().map(FiscalYear));
        let (Some(place), Some(year)) = (code, year) else {
            found.contradictions.push(format!("line {}: no code of seven digits, or no year", row.line));
            continue;
        };
        let amounts = ["bizbdgtottamt", "padmoperexpstottamt", "finacvtottamt"].map(|name| row.won(name, &mut found));
        let [policy, administration, financial] = amounts;
        let field = |field: &str, spending| Key::Field { place, year, field: field.to_owned(), spending };
        found.add(field(row.get("fldcd"), Spending::PolicyProjects), policy);
        found.add(field(ADMINISTRATION_FIELD, Spending::Administration), administration);
        let general = row.get("acntdvnm") == "일반회계";
        let all = policy + administration + financial;
        found.add(Key::Budget { place, year, scope: Scope::GeneralAndSpecial }, all);
        if general {
            found.add(Key::Budget { place, year, scope: Scope::General }, all);
        }
        let sums = accounts.entry((place, year, !general)).or_default();
        sums.iter_mut().zip(amounts).for_each(|(sum, amount)| *sum += amount);
    }
    for ((place, year, special), [policy, administration, financial]) in accounts {
        let account = if special { "special accounts" } else { "general account" };
        found.sums.push(format!(
            "{place} {year} {account}: policy projects {} + administration {} + financial activities {} = {} won",
            grouped(policy),
            grouped(administration),
            grouped(financial),
            grouped(policy + administration + financial)
        ));
    }
    found
}

/// 당초예산, 최종예산: places by name.
fn initial_final(rows: &[Row<'_>], held: &Held) -> Found {
    let mut found = Found { kind: Kind::InitialFinal, ..Found::default() };
    let mut rows_read = 0_usize;
    for row in rows {
        let Some(year) = row.get("fyr").parse().ok().map(FiscalYear) else {
            found.contradictions.push(format!("line {}: “{}” is no year", row.line, row.get("fyr")));
            continue;
        };
        let (initial, last) = (row.won("당초예산", &mut found), row.won("최종예산", &mut found));
        if row.cells.iter().any(|(name, _)| name == "증감액") {
            let change = row.won("증감액", &mut found);
            if initial + change != last {
                let off = last - initial - change;
                found.contradictions.push(format!(
                    "line {}: 당초예산 + 증감액 and 최종예산 differ by {}",
                    row.line,
                    grouped(off)
                ));
            }
        }
        let name = row.get("lafhgnm");
        let Some(place) = LofinCode::parse(row.get("lafcd")).or_else(|| held.named(name, year)) else {
            found.contradictions.push(format!("line {}: no place is known that was called {name} in {year}", row.line));
            continue;
        };
        rows_read += 1;
        found.add(Key::WithFunds { place, year, stage: Stage::Initial }, initial);
        found.add(Key::WithFunds { place, year, stage: Stage::Final }, last);
    }
    found.sums.push(format!("{rows_read} rows"));
    found
}

/// A column with people of a month.
struct Month {
    column: usize,
    day: String,
    measure: ResidentMeasure,
}

/// The columns that hold totals of people, by month; `None` if there are none.
fn month_columns(sheet: &Sheet) -> Option<Vec<Month>> {
    let Sheet::Cells(rows) = sheet else { return None };
    let measure = |name: &str| {
        let plain = name.replace(' ', "");
        if plain.ends_with("총인구수") {
            Some(ResidentMeasure::Registered)
        } else if plain.ends_with("거주자인구수") || plain.ends_with("총거주자수") {
            Some(ResidentMeasure::Resident)
        } else {
            None
        }
    };
    for (at, (_, header)) in rows.iter().enumerate().take(5) {
        // The month stands in the name itself, or in a merged cell above, which only its first column holds.
        let above = at.checked_sub(1).and_then(|at| rows.get(at));
        let mut month = None;
        let mut columns = Vec::new();
        for (column, name) in header.iter().enumerate() {
            month = above.and_then(|(_, cells)| cells.get(column)).and_then(|cell| month_end(cell)).or(month);
            let Some(measure) = measure(name) else { continue };
            // A table by age and sex repeats the name for men and women.
            if name.contains("_남_") || name.contains("_여_") {
                continue;
            }
            if let Some(day) = month_end(name).or_else(|| month.clone()) {
                columns.push(Month { column, day, measure });
            }
        }
        if !columns.is_empty() {
            return Some(columns);
        }
    }
    None
}

/// The last day of the month that `2026년07월…` begins with.
fn month_end(text: &str) -> Option<String> {
    let (year, rest) = text.split_once('년')?;
    let (year, month): (u32, u32) = (year.trim().parse().ok()?, rest.split_once('월')?.0.trim().parse().ok()?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    Some(format!("{year}-{month:02}-{last}"))
}

fn residents(sheet: &Sheet, months: &[Month]) -> Found {
    let mut found = Found { kind: Kind::Residents, ..Found::default() };
    let Sheet::Cells(rows) = sheet else { return found };
    let mut places = 0_usize;
    for (line, cells) in rows {
        let Some(code) = cells.iter().take(2).find_map(|cell| mois_code(cell)) else { continue };
        places += 1;
        for Month { column, day, measure } in months {
            let cell = cells.get(*column).map_or("", String::as_str);
            if cell.is_empty() {
                // A district that was made during the year has nobody in the months before.
                continue;
            }
            match number(cell) {
                Some(persons) => {
                    let key = Key::Residents { codes: vec![code.clone()], day: day.clone(), measure: *measure };
                    found.add(key, persons);
                }
                None => found.contradictions.push(format!("line {line}: “{cell}” is no number of people")),
            }
        }
    }
    let days: Vec<&str> = months.iter().map(|month| month.day.as_str()).collect();
    found.sums.push(format!("{places} places, {}", days.join(", ")));
    found
}

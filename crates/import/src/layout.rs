//! The layouts that are recognised, by the names of their columns, wherever these stand.

use crate::columns::Column;
use crate::names::{measure, month_end, plain, unit};
use crate::recipe::{Fit, Header, Kind, Mapped, Recipe, Use, Witness};
use crate::table::{CellKind, Table};
use crate::unit::Unit;
use city_compare_dataset::model::official::{CodeScheme, Scope};
use city_compare_dataset::model::{FiscalYear, Stage};

/// A layout that is recognised, as docs/own-data.md lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// What kind of table it is.
    pub kind: Kind,
    /// Its name.
    pub name: &'static str,
    /// The columns by which it is told, each with its other names.
    pub by: &'static [&'static [&'static str]],
}

/// Every layout that is told by names. Residents are told by the ends of names instead: see [`measure`].
pub const LAYOUTS: &[Known] = &[
    Known {
        kind: Kind::Fields,
        name: "지방재정365 구조별 기능별 세출예산 (AIDFA)",
        by: &[&["분야코드", "fld_cd", "fldCd"], &["정책사업예산총계", "biz_bdg_tott_amt", "bizBdgTottAmt"]],
    },
    Known {
        kind: Kind::Totals, name: "지방재정365 당초예산·최종예산", by: &[&["당초예산"], &["최종예산"]]
    },
    Known {
        kind: Kind::Settled, name: "지방재정365 세출결산·세입결산", by: &[SETTLED_EITHER, &["회계연도", "fyr"]]
    },
    Known {
        kind: Kind::Codes, name: "행정표준코드 법정동코드 전체자료", by: &[&["법정동코드"], &["폐지여부"]]
    },
    Known { kind: Kind::Plan, name: "계획 서식", by: &[&["단계", "level"], &["제목", "title"]] },
];

/// The name of the tables of residents.
pub const RESIDENTS: &str = "행정안전부 주민등록 인구통계";

const SETTLED: &[&str] = &["세출결산", "세출결산액", "세출결산총계", "ane_setl_amt"];
const SETTLED_REVENUE: &[&str] = &["세입결산", "세입결산액", "세입결산총계", "ari_setl_amt"];
const SETTLED_EITHER: &[&str] = &[
    "세출결산",
    "세출결산액",
    "세출결산총계",
    "ane_setl_amt",
    "세입결산",
    "세입결산액",
    "세입결산총계",
    "ari_setl_amt",
];

/// What names of columns mean.
const NAMES: &[(&[&str], Use)] = &[
    (&["회계연도", "연도", "fyr", "year"], Use::Year),
    (&["지역명", "시도명", "시도", "wa_laf_hg_nm", "province"], Use::Region),
    (&["자치단체코드", "행정기관코드", "기관코드", "laf_cd"], Use::PlaceCode),
    (&["자치단체명", "자치단체", "행정기관", "행정구역", "시군구명", "시군구", "laf_hg_nm"], Use::PlaceName),
    (&["회계구분명", "회계구분", "회계", "acnt_dv_nm", "account"], Use::Account),
    (&["분야코드", "fld_cd"], Use::FieldCode),
    (&["분야명", "분야", "fld_nm", "field"], Use::FieldName),
    (&["부문명", "부문", "sect_nm"], Use::SectionName),
    (&["원본단위", "단위", "unit"], Use::UnitOfRow),
    (&["정책사업예산총계", "정책사업총계", "biz_bdg_tott_amt"], Use::Policy),
    (&["행정운영경비총계", "padm_oper_exps_tott_amt"], Use::Administration),
    (&["재무활동총계", "fin_acv_tott_amt"], Use::Financial),
    (&["정책사업예산순계", "정책사업순계", "biz_bdg_prsm_amt"], Use::PolicyNet),
    (&["행정운영경비순계", "padm_oper_prsm_exps"], Use::AdministrationNet),
    (&["재무활동순계", "fin_acv_prsm_amt"], Use::FinancialNet),
    (&["당초예산", "당초예산액"], Use::Initial),
    (&["최종예산", "최종예산액"], Use::Final),
    (&["증감액"], Use::Change),
    (SETTLED, Use::SettledExpenditure),
    (SETTLED_REVENUE, Use::SettledRevenue),
    (&["기준연월", "기준월", "통계년월", "month"], Use::Day),
    (&["폐지여부"], Use::Abolished),
];

/// What the name of a column means; nothing if it is none of those that are known.
pub fn meaning(name: &str) -> Option<Use> {
    let name = plain(name);
    NAMES.iter().find(|(names, _)| names.iter().any(|known| plain(known) == name)).map(|(_, usage)| *usage)
}

/// The recipe of a table whose layout is known, and what it finds there.
pub fn recognise(table: &Table) -> Option<(Recipe, Fit)> {
    if let Some(found) = codes_without_header(table) {
        return Some(found);
    }
    Header::candidates(table).find_map(|header| {
        let (kind, name) = kind_of(&header)?;
        let columns = columns(kind, &header);
        let (mut recipe, fit) = assembled(name, kind, columns, header);
        (recipe.unit, recipe.witness) = stated_unit(table, &fit, kind);
        match kind {
            Kind::Fields => (recipe.stage, recipe.scope) = (Some(Stage::Initial), None),
            Kind::Totals | Kind::Settled => recipe.scope = Some(Scope::WithFunds),
            Kind::Residents | Kind::Codes | Kind::Plan => {}
        }
        Some((recipe, fit))
    })
}

/// A recipe for a table of no known layout: what names of columns tell, for a person to say the rest.
pub fn propose(table: &Table) -> (Recipe, Fit) {
    let header = likely_header(table);
    let columns: Vec<(usize, Mapped)> = header
        .names
        .iter()
        .enumerate()
        .filter(|(_, name)| !name.is_empty())
        .map(|(at, name)| {
            let known = meaning(name).unwrap_or_else(|| guess(table, &header, at));
            (at, Mapped { nth: header.nth(at), unit: unit(name), year: year_in(name), ..Mapped::new(name, known) })
        })
        .collect();
    let has = |usage: Use| columns.iter().any(|(_, mapped)| mapped.usage == usage);
    let kind = match () {
        () if has(Use::Persons) => Kind::Residents,
        () if has(Use::FieldCode) || has(Use::FieldName) => Kind::Fields,
        () => Kind::Totals,
    };
    let (mut recipe, fit) = assembled(&table.name(), kind, columns, header);
    (recipe.unit, recipe.witness) = stated_unit(table, &fit, kind);
    (recipe, fit)
}

fn assembled(name: &str, kind: Kind, columns: Vec<(usize, Mapped)>, header: Header) -> (Recipe, Fit) {
    let recipe = Recipe::new(name, kind, columns.iter().map(|(_, mapped)| mapped.clone()).collect());
    let columns = columns.into_iter().filter(|(_, mapped)| mapped.usage != Use::None).collect();
    (recipe, Fit { header, columns })
}

fn kind_of(header: &Header) -> Option<(Kind, &'static str)> {
    let names: Vec<String> = header.names.iter().map(|name| plain(name)).collect();
    let has = |known: &&[&str]| known.iter().any(|known| names.contains(&plain(known)));
    let told = LAYOUTS.iter().find(|layout| layout.by.iter().all(has)).map(|layout| (layout.kind, layout.name));
    told.or_else(|| people(header).next().map(|_| (Kind::Residents, RESIDENTS)))
}

/// The columns that hold totals of people, by month. The month stands in the name, in a merged cell above it, or in a column.
fn people(header: &Header) -> impl Iterator<Item = (usize, Mapped)> {
    let by_column = header.names.iter().any(|name| meaning(name) == Some(Use::Day));
    header.names.iter().enumerate().filter_map(move |(at, name)| {
        let measure = measure(name)?;
        let day = month_end(name).or_else(|| header.groups.get(at).and_then(|group| month_end(group)));
        let whole = Mapped { nth: header.nth(at), day, measure: Some(measure), ..Mapped::new(name, Use::Persons) };
        (whole.day.is_some() || by_column).then_some((at, whole))
    })
}

fn columns(kind: Kind, header: &Header) -> Vec<(usize, Mapped)> {
    let named = |(at, name): (usize, &String)| {
        let usage = match kind {
            Kind::Plan => Use::Plan(Column::of(name)?),
            Kind::Codes if plain(name) == "법정동코드" => Use::PlaceCode,
            Kind::Codes if plain(name) == "법정동명" => Use::PlaceName,
            _ => meaning(name)?,
        };
        Some((at, Mapped { nth: header.nth(at), unit: unit(name), ..Mapped::new(name, usage) }))
    };
    let mut columns: Vec<(usize, Mapped)> = header.names.iter().enumerate().filter_map(named).collect();
    if kind == Kind::Residents {
        columns.retain(|(_, mapped)| matches!(mapped.usage, Use::PlaceCode | Use::PlaceName | Use::Region | Use::Day));
        columns.extend(people(header));
    }
    columns
}

/// The unit of the amounts, and who says it. LOFIN publishes won.
fn stated_unit(table: &Table, fit: &Fit, kind: Kind) -> (Option<Unit>, Witness) {
    if fit.column(Use::UnitOfRow).is_some() {
        return (None, Witness::Column);
    }
    if fit.columns.iter().any(|(_, mapped)| mapped.unit.is_some()) {
        return (None, Witness::Header);
    }
    let titles = table.rows(0).take(fit.header.data.saturating_sub(1));
    let title = titles.flat_map(crate::table::Row::cells).find_map(|cell| unit(cell.text));
    match (title, kind) {
        (Some(unit), _) => (Some(unit), Witness::Title),
        (None, Kind::Fields | Kind::Totals | Kind::Settled) if is_of_service(fit) => {
            (Some(Unit::Won), Witness::Service)
        }
        (None, _) => (None, Witness::Nobody),
    }
}

fn is_of_service(fit: &Fit) -> bool {
    [Use::Policy, Use::Initial, Use::Final, Use::SettledExpenditure, Use::SettledRevenue]
        .into_iter()
        .any(|usage| fit.column(usage).is_some())
}

/// 법정동코드 without a header: a code of ten digits, perhaps twice, a name, and 존재 or 폐지.
fn codes_without_header(table: &Table) -> Option<(Recipe, Fit)> {
    let row = table.row(0)?;
    let last = row.len().checked_sub(1)?;
    let name = last.checked_sub(1)?;
    let is_code = CodeScheme::Mois.fits(row.cell(0).text);
    if !is_code || !matches!(row.cell(last).text, "존재" | "폐지") {
        return None;
    }
    let header = Header::absent(table);
    let named = |at: usize, usage| Some((at, Mapped::new(header.names.get(at)?, usage)));
    let columns = [named(0, Use::PlaceCode), named(name, Use::PlaceName), named(last, Use::Abolished)];
    let columns = columns.into_iter().collect::<Option<Vec<_>>>()?;
    let name = LAYOUTS.iter().find(|layout| layout.kind == Kind::Codes).map_or("", |layout| layout.name);
    Some(assembled(name, Kind::Codes, columns, header))
}

/// The row that most likely holds the names: of the first ones that with the most words.
fn likely_header(table: &Table) -> Header {
    let words = |header: &Header| {
        let is_word =
            |name: &&String| !name.is_empty() && !name.chars().any(|c| c.is_ascii_digit()) || year_in(name).is_some();
        header.names.iter().filter(is_word).count()
    };
    let mut best: Option<(usize, Header)> = None;
    for header in Header::candidates(table) {
        let count = words(&header);
        if best.as_ref().is_none_or(|(most, _)| count > *most) {
            best = Some((count, header));
        }
    }
    best.map(|(_, header)| header).unwrap_or_default()
}

/// A year in the name of a column: `2026년 예산`.
fn year_in(name: &str) -> Option<FiscalYear> {
    let digits: String = name.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let year = digits.parse().ok().filter(|year| (1990..=2100).contains(year) && digits.len() == 4);
    year.map(FiscalYear)
}

/// What a column seems to be by its first cells: large numbers are amounts.
fn guess(table: &Table, header: &Header, column: usize) -> Use {
    let cells = table.rows(header.data).take(5).map(|row| row.cell(column)).filter(|cell| !cell.is_empty());
    let (mut count, mut amounts) = (0, 0);
    for cell in cells {
        count += 1;
        let large = crate::number::amount(cell, Unit::Won).is_ok_and(|n| n.is_some_and(|n| n.abs() >= 10_000));
        amounts += usize::from(large || cell.kind == CellKind::Formula);
    }
    if count > 0 && amounts * 2 > count { Use::Amount } else { Use::None }
}

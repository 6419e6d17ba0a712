//! One list of columns: the template is written from it, and the importer reads by it.

mod words;

pub use words::{BUDGETS, LEVELS, ROLES, Words};
pub(crate) use words::{find, names};

use crate::names::plain;
use crate::unit::Unit;
use city_compare_dataset::Lang;
use city_compare_dataset::model::{AmountKind, FundingSource};
use serde::{Deserialize, Serialize};

/// The first year of amounts that a column can name.
pub const MIN_YEAR: u16 = 1990;
/// The last one.
pub const MAX_YEAR: u16 = 2100;

/// A column of the table of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// What the item is within the plan: 비전, 전략, 추진과제.
    Level,
    /// The document's own number.
    Number,
    /// The number of the item above.
    Parent,
    /// Title.
    Title,
    /// Title in English.
    TitleEn,
    /// In own words.
    Summary,
    /// Functional fields, several with `;` between them; `080?` is arguable.
    Fields,
    /// Whether it is a plan, and if not, what else.
    Role,
    /// Departments in charge.
    Departments,
    /// Partner organisations.
    Partners,
    /// When it runs.
    Period,
    /// What is said of money: 금액, 재원만, 비예산, 미기재.
    Budget,
    /// An amount that belongs to no single year.
    Amount(AmountKind),
    /// The amount of a year.
    Year(u16),
    /// What somebody pays.
    Funding(FundingSource),
    /// What is to change.
    Indicator,
    /// Before.
    Before,
    /// After.
    After,
    /// The indicator's unit.
    IndicatorUnit,
    /// Name of the document.
    Document,
    /// Section or page.
    Section,
    /// Line.
    Line,
    /// What to know about it.
    Note,
}

impl Column {
    /// The columns of the template; years are those of a term.
    pub fn template(first: u16, years: u16) -> Vec<Self> {
        let amounts = [AmountKind::Total, AmountKind::Prior].map(Self::Amount);
        let funding = [FundingSource::National, FundingSource::Province, FundingSource::City, FundingSource::Private];
        let mut columns = vec![Self::Level, Self::Number, Self::Parent, Self::Title, Self::TitleEn, Self::Summary];
        columns.extend([Self::Fields, Self::Role, Self::Departments, Self::Partners, Self::Period, Self::Budget]);
        columns.extend(amounts);
        columns.extend((first..first + years).map(Self::Year));
        columns.push(Self::Amount(AmountKind::Undated));
        columns.extend(funding.map(Self::Funding));
        columns.extend([Self::Indicator, Self::Before, Self::After, Self::IndicatorUnit]);
        columns.extend([Self::Document, Self::Section, Self::Line, Self::Note]);
        columns
    }

    /// Its name, without the unit.
    pub fn name(self, lang: Lang) -> String {
        let (ko, en) = match self {
            Self::Level => ("단계", "level"),
            Self::Number => ("번호", "number"),
            Self::Parent => ("상위 번호", "parent number"),
            Self::Title => ("제목", "title"),
            Self::TitleEn => ("영문 제목", "title in English"),
            Self::Summary => ("요약", "summary"),
            Self::Fields => ("기능별 분야", "fields"),
            Self::Role => ("구분", "role"),
            Self::Departments => ("담당 부서", "departments"),
            Self::Partners => ("협력 기관", "partners"),
            Self::Period => ("기간", "period"),
            Self::Budget => ("예산 표시", "budget status"),
            Self::Amount(AmountKind::Total) => ("총사업비", "total amount"),
            Self::Amount(AmountKind::Prior) => ("기투자액", "spent before"),
            Self::Amount(AmountKind::PrivateInvestment) => ("민간투자액", "private investment"),
            Self::Amount(_) => ("연도 없는 금액", "amount without a year"),
            Self::Year(year) => {
                return match lang {
                    Lang::Ko => format!("{year}년 예산"),
                    Lang::En => format!("budget {year}"),
                };
            }
            Self::Funding(source) => funding(source),
            Self::Indicator => ("지표", "indicator"),
            Self::Before => ("시행 전", "before"),
            Self::After => ("시행 후", "after"),
            Self::IndicatorUnit => ("지표 단위", "indicator unit"),
            Self::Document => ("문서", "document"),
            Self::Section => ("절·쪽", "section or page"),
            Self::Line => ("줄", "line"),
            Self::Note => ("비고", "note"),
        };
        match lang {
            Lang::Ko => ko,
            Lang::En => en,
        }
        .to_owned()
    }

    /// The name as the template prints it: with the unit, for amounts.
    pub fn header(self, unit: Unit, lang: Lang) -> String {
        let name = self.name(lang);
        match (self.is_amount(), lang) {
            (false, _) => name,
            (true, Lang::Ko) => format!("{name}({})", unit.korean()),
            (true, Lang::En) => format!("{name} ({})", unit.english()),
        }
    }

    /// Whether it holds money.
    pub const fn is_amount(self) -> bool {
        matches!(self, Self::Amount(_) | Self::Year(_) | Self::Funding(_))
    }

    /// The column that a name means, in either language.
    ///
    /// ```
    /// use city_compare_import::columns::Column;
    /// assert_eq!(Column::of("2026년 예산(천원)"), Some(Column::Year(2026)));
    /// assert_eq!(Column::of("Parent Number"), Some(Column::Parent));
    /// assert_eq!(Column::of("세대수"), None);
    /// ```
    pub fn of(name: &str) -> Option<Self> {
        let name = plain(name);
        let digits: String = name.chars().filter(char::is_ascii_digit).collect();
        if let Ok(year @ MIN_YEAR..=MAX_YEAR) = digits.parse() {
            let column = Self::Year(year);
            return Lang::ALL.into_iter().any(|lang| plain(&column.name(lang)) == name).then_some(column);
        }
        Self::fixed().find(|column| Lang::ALL.into_iter().any(|lang| plain(&column.name(lang)) == name))
    }

    /// Every column but those of years.
    pub fn fixed() -> impl Iterator<Item = Self> {
        let amounts = [AmountKind::Total, AmountKind::Prior, AmountKind::Undated, AmountKind::PrivateInvestment]
            .map(Self::Amount);
        let funding = SOURCES.map(Self::Funding);
        let others = [
            Self::Level,
            Self::Number,
            Self::Parent,
            Self::Title,
            Self::TitleEn,
            Self::Summary,
            Self::Fields,
            Self::Role,
            Self::Departments,
            Self::Partners,
            Self::Period,
            Self::Budget,
            Self::Indicator,
            Self::Before,
            Self::After,
            Self::IndicatorUnit,
            Self::Document,
            Self::Section,
            Self::Line,
            Self::Note,
        ];
        others.into_iter().chain(amounts).chain(funding)
    }
}

/// Everybody who may pay.
const SOURCES: [FundingSource; 7] = [
    FundingSource::National,
    FundingSource::Province,
    FundingSource::City,
    FundingSource::EducationOffice,
    FundingSource::PublicCorporation,
    FundingSource::Private,
    FundingSource::Own,
];

const fn funding(source: FundingSource) -> (&'static str, &'static str) {
    match source {
        FundingSource::National => ("국비", "state funds"),
        FundingSource::Province => ("도비", "province funds"),
        FundingSource::City => ("시비", "city funds"),
        FundingSource::EducationOffice => ("교육청", "education office"),
        FundingSource::PublicCorporation => ("공기업", "public corporations"),
        FundingSource::Private => ("민간", "private funds"),
        FundingSource::Own => ("자체 재원", "own funds"),
    }
}

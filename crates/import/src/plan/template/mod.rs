//! The empty form of a plan: names of columns, what belongs into each, and an example. It is written from the list of columns
//! by which the importer reads.

#[cfg(feature = "workbook")]
mod book;

#[cfg(feature = "workbook")]
pub use book::workbook;

use crate::columns::{BUDGETS, Column, LEVELS, ROLES};
use crate::problem::push;
use crate::unit::Unit;
use city_compare_dataset::Lang;
use city_compare_dataset::model::AmountKind;

/// A form: in which language, for which years, and in which unit its amounts are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// The language of names, guide and example.
    pub lang: Lang,
    /// The first year of amounts.
    pub first_year: u16,
    /// How many years.
    pub years: u16,
    /// The unit of the amounts.
    pub unit: Unit,
}

impl Form {
    /// The form that is offered: a term of four years in million won.
    pub const fn new(lang: Lang) -> Self {
        Self { lang, first_year: 2026, years: 4, unit: Unit::MillionWon }
    }

    /// Its columns.
    pub fn columns(&self) -> Vec<Column> {
        Column::template(self.first_year, self.years)
    }

    /// Its rows: the names of the columns, what belongs into each, an example. The importer passes the last two over.
    pub fn rows(&self) -> [Vec<String>; 3] {
        let columns = self.columns();
        let header = columns.iter().map(|column| column.header(self.unit, self.lang)).collect();
        let guide = columns.iter().enumerate().map(|(i, column)| {
            let guide = column.guide(self.lang);
            if i == 0 { format!("※ {guide}") } else { guide }
        });
        let example = columns.iter().enumerate().map(|(i, column)| match (i, self.lang) {
            (0, Lang::Ko) => "예시".to_owned(),
            (0, Lang::En) => "example".to_owned(),
            _ => self.example(*column).to_owned(),
        });
        [header, guide.collect(), example.collect()]
    }

    /// The form as CSV, with a byte order mark, without which Excel reads Korean wrongly.
    ///
    /// ```
    /// use city_compare_dataset::Lang;
    /// use city_compare_import::plan::Form;
    /// assert!(Form::new(Lang::En).csv().starts_with("\u{feff}level,number,parent number,title,"));
    /// ```
    pub fn csv(&self) -> String {
        let mut text = String::from("\u{feff}");
        for row in self.rows() {
            for (i, cell) in row.iter().enumerate() {
                if i > 0 {
                    text.push(',');
                }
                push(&mut text, cell);
            }
            text.push_str("\r\n");
        }
        text
    }

    /// What a file of it is called, without its ending.
    pub const fn file_name(&self) -> &'static str {
        match self.lang {
            Lang::Ko => "plan-template.ko",
            Lang::En => "plan-template.en",
        }
    }

    fn example(&self, column: Column) -> &'static str {
        let (ko, en) = match column {
            Column::Number => ("1-2", "1-2"),
            Column::Parent => ("1", "1"),
            Column::Title => ("바다숲 조성", "Planting a sea forest"),
            Column::TitleEn => ("Planting a sea forest", ""),
            Column::Summary => ("연안 두 곳에 해조류를 심는다", "Seaweed is planted at two places of the coast"),
            Column::Fields => ("100; 070?", "100; 070?"),
            Column::Role => ("계획", "plan"),
            Column::Departments => ("해양정책과; 수산경영과", "Marine Policy; Fisheries"),
            Column::Partners => ("어촌계", "Fishing villages"),
            Column::Period => ("2026~2029", "2026–2029"),
            Column::Budget => ("금액", "stated"),
            Column::Amount(AmountKind::Total) => ("1200", "1200"),
            Column::Year(_) => ("300", "300"),
            Column::Indicator => ("바다숲 면적", "Area of sea forest"),
            Column::Before => ("3", "3"),
            Column::After => ("12", "12"),
            Column::IndicatorUnit => ("ha", "ha"),
            Column::Document => ("공약실천계획서", "Plan of pledges"),
            Column::Section => ("34쪽", "page 34"),
            _ => ("", ""),
        };
        if self.lang == Lang::Ko { ko } else { en }
    }
}

impl Column {
    /// What belongs into it.
    pub fn guide(self, lang: Lang) -> String {
        let (ko, en) = match self {
            Self::Level => return one_of(lang, LEVELS.iter().map(|(_, ko, en)| (*ko, *en))),
            Self::Role => return one_of(lang, ROLES.iter().map(|(_, ko, en)| (*ko, *en))),
            Self::Budget => return one_of(lang, BUDGETS.iter().map(|(_, ko, en)| (*ko, *en))),
            Self::Number => ("문서의 번호. 열 서식은 텍스트로", "The document’s own number; format the column as text"),
            Self::Parent => ("바로 위 항목의 번호", "The number of the item above"),
            Self::Title => {
                ("문서에 적힌 그대로. 꼭 필요한 칸", "As the document prints it; the only cell that must be filled")
            }
            Self::TitleEn => ("영어 화면에 보일 제목", "Shown in English"),
            Self::Summary => ("한두 문장", "One or two sentences"),
            Self::Fields => (
                "분야 코드. 여럿이면 ;로, 다르게 볼 수 있으면 물음표(070?)",
                "Codes of functional fields, ; between several, a question mark where arguable (070?)",
            ),
            Self::Departments | Self::Partners => ("여럿이면 ;로", "; between several"),
            Self::Period => ("문서에 적힌 그대로", "As printed"),
            Self::Amount(AmountKind::Total) => ("모든 해의 합", "All years together"),
            Self::Amount(AmountKind::Prior) => ("첫해 전까지 쓴 돈", "Before the first year"),
            Self::Amount(_) => ("해가 적혀 있지 않은 금액", "Where the document names no year"),
            Self::Year(_) => ("0은 0원, 빈칸은 미기재", "0 is a stated zero, an empty cell is not stated"),
            Self::Funding(_) => ("재원별 금액", "What each pays"),
            Self::Indicator => (
                "무엇이 달라지는가. 더 있으면 다음 행에 제목 없이",
                "What changes; more of them in further rows without a title",
            ),
            Self::Before | Self::After => ("수나 말", "A number or words"),
            Self::IndicatorUnit => ("명, ha 등", "people, ha, …"),
            Self::Document => ("문서 이름. 비우면 이 표", "Name of the document; empty for this table"),
            Self::Section => ("절 제목이나 쪽", "Heading or page"),
            Self::Line => ("글로 옮긴 문서의 줄(12 또는 12-15)", "Line of the document’s text (12 or 12-15)"),
            Self::Note => ("알아 둘 것", "What to know about it"),
        };
        if lang == Lang::Ko { ko } else { en }.to_owned()
    }
}

fn one_of(lang: Lang, words: impl Iterator<Item = (&'static str, &'static str)>) -> String {
    words.map(|(ko, en)| if lang == Lang::Ko { ko } else { en }).collect::<Vec<_>>().join(", ")
}

//! Sums that must close, each with its arithmetic.

use city_compare_dataset::Lang;
use city_compare_dataset::model::official::{ResidentMeasure, Spending};
use city_compare_dataset::model::{Account, FiscalYear, PartialDate};

/// What is added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SumOf {
    /// The three kinds of spending of an account.
    Account(FiscalYear, Account),
    /// The accounts of a budget.
    Budget(FiscalYear),
    /// The cities, counties and districts of a province.
    Province(String, PartialDate, ResidentMeasure),
    /// A row of totals, with the place where it stands.
    Total(String),
}

/// A part of a sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A kind of spending.
    Spending(Spending),
    /// An account.
    Account(Account),
    /// So many places.
    Places(usize),
    /// So many rows.
    Rows(usize),
}

/// A sum with its parts, and what is stated of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// What it is of.
    pub of: SumOf,
    /// Its parts: won, or persons.
    pub parts: Vec<(Part, i64)>,
    /// What a row says of the whole, where one does.
    pub stated: Option<i64>,
}

impl Sum {
    /// What the parts make.
    pub fn computed(&self) -> i64 {
        self.parts.iter().fold(0, |sum, (_, value)| sum.saturating_add(*value))
    }

    /// What is stated less what the parts make; 0 where nothing is stated.
    pub fn difference(&self) -> i64 {
        self.stated.map_or(0, |stated| stated.saturating_sub(self.computed()))
    }

    /// Whether it closes, as far as a whole is stated.
    pub fn closes(&self) -> bool {
        self.difference() == 0
    }

    /// The sum with its arithmetic: `2026 일반회계: 정책사업 1 + 행정운영경비 2 + 재무활동 3 = 6원`.
    pub fn line(&self, lang: Lang) -> String {
        let name = self.name(lang);
        let parts: Vec<String> =
            self.parts.iter().map(|(part, value)| format!("{} {}", part.name(lang), grouped(*value))).collect();
        let unit = match (&self.of, lang) {
            (SumOf::Province(..), Lang::Ko) => "명",
            (SumOf::Province(..), Lang::En) => " persons",
            (SumOf::Total(_), _) => "",
            (_, Lang::Ko) => "원",
            (_, Lang::En) => " won",
        };
        let sum = format!("{name}: {} = {}{unit}", parts.join(" + "), grouped(self.computed()));
        match (self.stated, lang) {
            (Some(stated), Lang::Ko) if !self.closes() => {
                format!("{sum}; 적힌 값은 {}{unit}, 차이 {}", grouped(stated), grouped(self.difference()))
            }
            (Some(stated), Lang::En) if !self.closes() => {
                format!("{sum}; stated are {}{unit}, the difference is {}", grouped(stated), grouped(self.difference()))
            }
            _ => sum,
        }
    }

    fn name(&self, lang: Lang) -> String {
        match &self.of {
            SumOf::Account(year, account) => format!("{year} {}", account_name(*account, lang)),
            SumOf::Budget(year) => match lang {
                Lang::Ko => format!("{year} 일반회계와 특별회계"),
                Lang::En => format!("{year} general and special accounts"),
            },
            SumOf::Province(name, day, measure) => {
                let measure = match (measure, lang) {
                    (ResidentMeasure::Registered, Lang::Ko) => "총인구수",
                    (ResidentMeasure::Registered, Lang::En) => "registered",
                    (ResidentMeasure::Resident, Lang::Ko) => "거주자",
                    (ResidentMeasure::Resident, Lang::En) => "residents",
                };
                format!("{name} {} {measure}", day.as_str())
            }
            SumOf::Total(place) => place.clone(),
        }
    }
}

impl Part {
    fn name(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Spending(spending), _) => spending_name(*spending, lang).to_owned(),
            (Self::Account(account), _) => account_name(*account, lang).to_owned(),
            (Self::Places(n), Lang::Ko) => format!("시·군·구 {n}곳"),
            (Self::Places(n), Lang::En) => format!("{n} cities, counties and districts"),
            (Self::Rows(n), Lang::Ko) => format!("행 {n}개"),
            (Self::Rows(n), Lang::En) => format!("{n} rows"),
        }
    }
}

const fn spending_name(spending: Spending, lang: Lang) -> &'static str {
    match (spending, lang) {
        (Spending::PolicyProjects, Lang::Ko) => "정책사업",
        (Spending::PolicyProjects, Lang::En) => "policy projects",
        (Spending::Administration, Lang::Ko) => "행정운영경비",
        (Spending::Administration, Lang::En) => "administration",
        (Spending::FinancialActivities, Lang::Ko) => "재무활동",
        (Spending::FinancialActivities, Lang::En) => "financial activities",
        (Spending::WithoutTransfers, Lang::Ko) => "분야별 금액",
        (Spending::WithoutTransfers, Lang::En) => "amounts by field",
    }
}

const fn account_name(account: Account, lang: Lang) -> &'static str {
    match (account, lang) {
        (Account::General, Lang::Ko) => "일반회계",
        (Account::General, Lang::En) => "general account",
        (Account::Special, Lang::Ko) => "특별회계",
        (Account::Special, Lang::En) => "special accounts",
        (Account::Total, Lang::Ko) => "총계",
        (Account::Total, Lang::En) => "total",
        (Account::NotStated, Lang::Ko) => "회계 구분 없음",
        (Account::NotStated, Lang::En) => "account not stated",
    }
}

/// A whole number with commas.
pub fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    if number < 0 {
        text.push('-');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// An amount as a person says it: `3,972억 원`, `1조 5,687억 원`; in English whole won.
///
/// ```
/// use city_compare_dataset::Lang;
/// use city_compare_import::books::spoken;
/// assert_eq!(spoken(397_200_000_000, Lang::Ko), "3,972억 원");
/// assert_eq!(spoken(1_568_738_115_000, Lang::Ko), "1조 5,687억 3,811만 5,000원");
/// ```
pub fn spoken(krw: i64, lang: Lang) -> String {
    if lang == Lang::En {
        return format!("{} won", grouped(krw));
    }
    let mut parts = Vec::new();
    let mut rest = krw.unsigned_abs();
    for (unit, name) in [(1_000_000_000_000, "조"), (100_000_000, "억"), (10_000, "만")] {
        let count = rest / unit;
        rest %= unit;
        if count > 0 {
            parts.push(format!("{}{name}", grouped(i64::try_from(count).unwrap_or(i64::MAX))));
        }
    }
    let sign = if krw < 0 { "-" } else { "" };
    if rest > 0 || parts.is_empty() {
        parts.push(format!("{}원", grouped(i64::try_from(rest).unwrap_or(i64::MAX))));
        return format!("{sign}{}", parts.join(" "));
    }
    format!("{sign}{} 원", parts.join(" "))
}

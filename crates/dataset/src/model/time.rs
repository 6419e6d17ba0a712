use serde::{Deserialize, Serialize};

/// A fiscal year (회계연도), which in Korea is the calendar year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("minimum" = 1900, "maximum" = 2200)))]
pub struct FiscalYear(pub u16);

impl std::fmt::Display for FiscalYear {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// A date known to the day, the month or the year only: `2021-04-30`, `2021-04` or `2021`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("pattern" = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")))]
pub struct PartialDate(String);

impl PartialDate {
    /// Reads the three forms; `None` for anything else.
    ///
    /// ```
    /// use city_compare_dataset::model::PartialDate;
    /// assert!(PartialDate::parse("2021-04").is_some());
    /// assert!(PartialDate::parse("2021. 4.").is_none());
    /// assert!(PartialDate::parse("2021-13").is_none());
    /// assert!(PartialDate::parse("2021-02-29").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let number = |part: &str, digits: usize| {
            (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u16>().ok())?
        };
        let mut parts = text.split('-');
        let year = number(parts.next()?, 4)?;
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        if let Some(month) = parts.next() {
            let month = number(month, 2).filter(|month| (1..=12).contains(month))?;
            if let Some(day) = parts.next() {
                let last = match month {
                    2 if leap => 29,
                    2 => 28,
                    4 | 6 | 9 | 11 => 30,
                    _ => 31,
                };
                number(day, 2).filter(|day| (1..=last).contains(day))?;
            }
        }
        parts.next().is_none().then(|| Self(text.to_owned()))
    }

    /// As written: `2021-04-30`, `2021-04` or `2021`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The year.
    pub fn year(&self) -> u16 {
        self.0.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default()
    }

    /// Month and day as far as they are known.
    pub fn month_day(&self) -> (Option<u8>, Option<u8>) {
        let part = |range| self.0.get::<std::ops::Range<usize>>(range).and_then(|part: &str| part.parse().ok());
        (part(5..7), part(8..10))
    }
}

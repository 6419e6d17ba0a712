use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An amount of money in whole won, never negative.
///
/// A stated zero is an amount of 0; what is not stated has no amount at all.
///
/// ```
/// use city_compare_dataset::model::Won;
/// assert_eq!(Won::new(31_700_000).map(Won::get), Some(31_700_000));
/// assert_eq!(Won::new(-1), None);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("minimum" = 0)))]
pub struct Won(i64);

impl Won {
    /// The amount, or `None` for a negative number: a budget line below zero is a mistake in the source.
    pub const fn new(krw: i64) -> Option<Self> {
        if krw < 0 { None } else { Some(Self(krw)) }
    }

    /// Whole won.
    pub const fn get(self) -> i64 {
        self.0
    }

    /// Sum of amounts; saturates far beyond any public budget (9.2 quintillion won).
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Self {
        Self(amounts.into_iter().fold(0, |sum, won| i64::saturating_add(sum, won.0)))
    }

    /// Won per person, rounded to the nearest won; `None` for no persons.
    ///
    /// ```
    /// use city_compare_dataset::model::Won;
    /// let total = Won::new(1_000).unwrap();
    /// assert_eq!(total.per(3).map(Won::get), Some(333));
    /// assert_eq!(total.per(0), None);
    /// ```
    pub fn per(self, persons: u64) -> Option<Self> {
        let persons = i64::try_from(persons).ok().filter(|persons| *persons > 0)?;
        Some(Self(self.0 / persons + i64::from(self.0 % persons >= persons - self.0 % persons)))
    }
}

impl<'de> Deserialize<'de> for Won {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let krw = i64::deserialize(deserializer)?;
        Self::new(krw).ok_or_else(|| serde::de::Error::custom("an amount below zero"))
    }
}

/// A finite number of a statistic: people, sites, percent. Whole numbers stay whole in JSON.
#[derive(Debug, Clone, Copy, Default, PartialEq, PartialOrd, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Number(f64);

impl Number {
    /// The number, or `None` if it is infinite or not a number.
    pub fn new(value: f64) -> Option<Self> {
        value.is_finite().then_some(Self(value))
    }

    /// The value.
    pub const fn get(self) -> f64 {
        self.0
    }

    /// The value as a whole number, if it is one that a float holds exactly.
    pub fn whole(self) -> Option<i64> {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        #[expect(clippy::cast_possible_truncation, reason = "checked: whole and within 2^53")]
        (self.0.fract() == 0.0 && self.0.abs() <= EXACT).then_some(self.0 as i64)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) if serializer.is_human_readable() => serializer.serialize_i64(whole),
            _ => serializer.serialize_f64(self.0),
        }
    }
}

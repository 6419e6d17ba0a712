//! Exact fractions: money must not be compared in floating point.

/// An exact fraction.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ratio {
    numerator: i128,
    denominator: i128,
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cross(*other).is_some_and(|(left, right)| left == right)
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        self.cross(*other).map(|(left, right)| left.cmp(&right))
    }
}

impl From<i128> for Ratio {
    fn from(whole: i128) -> Self {
        Self { numerator: whole, denominator: 1 }
    }
}

impl Ratio {
    /// Reads digits with at most one point; commas aside.
    pub(super) fn parse(digits: &str) -> Option<Self> {
        let digits = digits.replace(',', "");
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        let numerator = format!("{whole}{fraction}").parse().ok()?;
        let denominator = 10_i128.checked_pow(u32::try_from(fraction.len()).ok()?)?;
        Some(Self { numerator, denominator })
    }

    fn cross(self, other: Self) -> Option<(i128, i128)> {
        Some((self.numerator.checked_mul(other.denominator)?, other.numerator.checked_mul(self.denominator)?))
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let (left, right) = self.cross(other)?;
        Some(Self {
            numerator: left.checked_add(right)?,
            denominator: self.denominator.checked_mul(other.denominator)?,
        })
    }

    pub(super) fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { numerator: other.numerator.checked_neg()?, ..other })
    }

    pub(super) fn times(self, other: Self) -> Option<Self> {
        Some(Self {
            numerator: self.numerator.checked_mul(other.numerator)?,
            denominator: self.denominator.checked_mul(other.denominator)?,
        })
    }

    pub(super) fn over(self, other: Self) -> Option<Self> {
        if other.numerator <= 0 {
            return None;
        }
        self.times(Self { numerator: other.denominator, denominator: other.numerator })
    }

    /// Whether this is `other`, rounded to so many decimals.
    pub(super) fn rounds(self, other: Self, decimals: u32) -> bool {
        let half = || {
            let distance = self.minus(other)?;
            let distance = Self { numerator: distance.numerator.checked_abs()?, ..distance };
            let half = Self { numerator: 1, denominator: 10_i128.checked_pow(decimals)?.checked_mul(2)? };
            Some(distance <= half)
        };
        half().unwrap_or(false)
    }
}

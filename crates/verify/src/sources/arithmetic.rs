//! The arithmetic of a contradiction: `40 + 30 + 50 = 120 ≠ 121` must be true.

use super::ratio::Ratio;

/// What recalculating says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Everything that is claimed holds.
    Holds,
    /// A claim is wrong.
    Wrong(String),
    /// No arithmetic: a sequence of numbers or dates.
    NotArithmetic,
}

/// Recalculates. Claims are separated by `;` or by a comma with a space.
pub(super) fn verify(computed: &str) -> Verdict {
    let mut verdict = Verdict::NotArithmetic;
    for claim in computed.split(';').flat_map(|part| part.split(", ")).map(str::trim) {
        match chain(claim) {
            None => return Verdict::NotArithmetic,
            Some(Some(wrong)) => return Verdict::Wrong(wrong),
            Some(None) => verdict = Verdict::Holds,
        }
    }
    verdict
}

/// One claim, such as `a + b = c ≠ d`: the first pair that is wrong, or `None` if it cannot be read.
fn chain(claim: &str) -> Option<Option<String>> {
    let mut sides = Vec::new();
    let mut relations = Vec::new();
    let mut rest = claim;
    while let Some(at) = rest.find(['=', '≠', '<', '>', '≤', '≥']) {
        let relation = rest.get(at..)?.chars().next()?;
        sides.push(rest.get(..at)?);
        relations.push(relation);
        rest = rest.get(at + relation.len_utf8()..)?;
    }
    sides.push(rest);
    if relations.is_empty() {
        return None;
    }
    let values: Vec<Value> = sides.iter().map(|side| evaluate(side)).collect::<Option<_>>()?;
    for (i, relation) in relations.iter().enumerate() {
        let (left, right) = (values.get(i)?, values.get(i + 1)?);
        let equal = left.equals(right);
        let holds = match relation {
            '=' => equal,
            '≠' => !equal,
            '<' => left.value < right.value,
            '>' => left.value > right.value,
            '≤' => left.value <= right.value,
            _ => left.value >= right.value,
        };
        if !holds {
            return Some(Some(format!("{} {relation} {}", sides.get(i)?.trim(), sides.get(i + 1)?.trim())));
        }
    }
    Some(None)
}

#[derive(Debug, Clone, Copy)]
struct Value {
    value: Ratio,
    /// Of a number that stands alone: its decimals.
    decimals: Option<u32>,
    divided: bool,
}

impl Value {
    /// Equal, or the rounded result of a division.
    fn equals(&self, other: &Self) -> bool {
        self.value == other.value
            || [(self, other), (other, self)].into_iter().any(|(result, division)| {
                division.divided
                    && result.decimals.is_some_and(|decimals| result.value.rounds(division.value, decimals))
            })
    }
}

fn evaluate(side: &str) -> Option<Value> {
    let mut parser = Parser { rest: side.trim(), divided: false, operations: 0, decimals: 0 };
    let value = parser.sum()?;
    let alone = parser.operations == 0;
    parser.rest.is_empty().then_some(Value {
        value,
        decimals: alone.then_some(parser.decimals),
        divided: parser.divided,
    })
}

struct Parser<'a> {
    rest: &'a str,
    divided: bool,
    operations: u32,
    decimals: u32,
}

impl Parser<'_> {
    fn eat(&mut self, signs: &[char]) -> Option<char> {
        let rest = self.rest.trim_start();
        let sign = rest.chars().next().filter(|c| signs.contains(c))?;
        self.rest = rest.get(sign.len_utf8()..)?.trim_start();
        self.operations += 1;
        Some(sign)
    }

    fn sum(&mut self) -> Option<Ratio> {
        let mut value = self.product()?;
        while let Some(sign) = self.eat(&['+', '−', '-']) {
            let right = self.product()?;
            value = if sign == '+' { value.plus(right)? } else { value.minus(right)? };
        }
        Some(value)
    }

    fn product(&mut self) -> Option<Ratio> {
        let mut value = self.atom()?;
        while let Some(sign) = self.eat(&['×', '÷']) {
            let right = self.atom()?;
            self.divided |= sign == '÷';
            value = if sign == '×' { value.times(right)? } else { value.over(right)? };
        }
        Some(value)
    }

    fn atom(&mut self) -> Option<Ratio> {
        if self.eat(&['(']).is_some() {
            let value = self.sum()?;
            self.eat(&[')'])?;
            return Some(value);
        }
        let length =
            self.rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.')).unwrap_or(self.rest.len());
        let digits = self.rest.get(..length)?;
        let value = Ratio::parse(digits)?;
        self.decimals =
            digits.split_once('.').and_then(|(_, fraction)| u32::try_from(fraction.len()).ok()).unwrap_or(0);
        self.rest = self.rest.get(length..)?.trim_start();
        if let Some(rest) = self.rest.strip_prefix('%') {
            self.rest = rest.trim_start();
            return value.over(100.into());
        }
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_differences() {
        assert_eq!(verify("40 + 30 + 50 = 120 ≠ 121"), Verdict::Holds);
        assert_eq!(verify("40 + 30 + 50 = 121"), Verdict::Wrong("40 + 30 + 50 = 121".to_owned()));
        assert_eq!(verify("120 ≠ 40 + 80"), Verdict::Wrong("120 ≠ 40 + 80".to_owned()));
        assert_eq!(verify("14,000 + 18,900 = 32,900 ≠ 32,940 = 23,058 + 9,882"), Verdict::Holds);
        assert_eq!(verify("12.5 + 3.75 = 16.25; 17 − 16.25 = 0.75"), Verdict::Holds);
        assert_eq!(verify("4 < 7, 10 < 12, 13 < 12"), Verdict::Wrong("13 < 12".to_owned()));
    }

    #[test]
    fn products_and_rounding() {
        assert_eq!(verify("2 × (5 + 3) = 16 ≠ 18"), Verdict::Holds);
        assert_eq!(verify("66,000,000 × 3% = 1,980,000 ≠ 2,000,000"), Verdict::Holds);
        assert_eq!(verify("16,786 ÷ 41,393 × 100 = 40.55"), Verdict::Holds);
        assert_eq!(verify("16,786 ÷ 41,393 × 100 = 40.56"), Verdict::Wrong("16,786 ÷ 41,393 × 100 = 40.56".to_owned()));
        assert_eq!(verify("1.5 × 1.5 = 2.3"), Verdict::Wrong("1.5 × 1.5 = 2.3".to_owned()), "only divisions round");
    }

    #[test]
    fn sequences_are_no_arithmetic() {
        assert_eq!(verify("2-4-2 → ? → 2-4-4"), Verdict::NotArithmetic);
        assert_eq!(verify("2021. 7. → 2021. 9."), Verdict::NotArithmetic);
        assert_eq!(verify("1 + 2"), Verdict::NotArithmetic);
        assert_eq!(verify(""), Verdict::NotArithmetic);
        assert_eq!(verify("3 ÷ 0 = 0"), Verdict::NotArithmetic);
    }
}

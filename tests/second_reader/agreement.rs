//! How far two readers agree: the share of equal judgements, and Cohen's kappa, which takes off what chance would give.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

/// Agreement of two readers over the same items.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement<T> {
    /// Items.
    pub n: usize,
    /// Items that both judged alike.
    pub same: usize,
    /// 1 if all are alike, 0 if no more than by chance; 1 where both give every item the same single judgement.
    pub kappa: f64,
    counts: BTreeMap<(T, T), usize>,
}

impl<T: Ord + Copy> Agreement<T> {
    /// Of pairs of judgements: the first reader's, the second reader's.
    #[allow(clippy::cast_precision_loss, reason = "a few hundred items")]
    pub fn of(pairs: &[(T, T)]) -> Self {
        let mut counts = BTreeMap::new();
        let (mut first, mut second): (BTreeMap<T, usize>, BTreeMap<T, usize>) = (BTreeMap::new(), BTreeMap::new());
        for (a, b) in pairs {
            *counts.entry((*a, *b)).or_default() += 1;
            *first.entry(*a).or_default() += 1;
            *second.entry(*b).or_default() += 1;
        }
        let n = pairs.len();
        let same = pairs.iter().filter(|(a, b)| a == b).count();
        let observed = same as f64 / n.max(1) as f64;
        let chance: usize = first.iter().map(|(what, n)| n * second.get(what).unwrap_or(&0)).sum();
        let chance = chance as f64 / (n * n).max(1) as f64;
        let kappa = if chance < 1.0 { (observed - chance) / (1.0 - chance) } else { 1.0 };
        Self { n, same, kappa, counts }
    }

    /// Every pair of judgements that occurs, with how often.
    pub fn table(&self) -> impl Iterator<Item = (&(T, T), &usize)> {
        self.counts.iter()
    }
}

impl<T> Display for Agreement<T> {
    #[allow(clippy::cast_precision_loss, reason = "a few hundred items")]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let percent = self.same as f64 * 100.0 / self.n.max(1) as f64;
        write!(f, "{} of {} alike ({percent:.1}%), kappa {:.2}", self.same, self.n, self.kappa)
    }
}

#[test]
fn kappa_takes_off_what_chance_gives() {
    // Twenty times both say yes, fifteen times both say no, five and ten times they differ.
    let times = |pair, n| std::iter::repeat_n(pair, n);
    let pairs: Vec<(bool, bool)> = times((true, true), 20)
        .chain(times((true, false), 5))
        .chain(times((false, true), 10))
        .chain(times((false, false), 15))
        .collect();
    let found = Agreement::of(&pairs);
    assert_eq!((found.n, found.same), (50, 35));
    assert!((found.kappa - 0.4).abs() < 1e-9, "{}", found.kappa);
    assert_eq!(found.to_string(), "35 of 50 alike (70.0%), kappa 0.40");
    assert_eq!(found.table().map(|(_, n)| n).sum::<usize>(), 50);
}

#[test]
fn full_agreement_is_one_and_none_is_below_zero() {
    assert!((Agreement::of(&[("a", "a"), ("b", "b")]).kappa - 1.0).abs() < 1e-9);
    assert!((Agreement::of(&[("a", "a"), ("a", "a")]).kappa - 1.0).abs() < 1e-9);
    assert!(Agreement::of(&[("a", "b"), ("b", "a")]).kappa < 0.0);
}

//! Shares in whole hundredths.

/// Shares of the sum of numbers in whole hundredths that add up to 100, by the largest remainder: everyone gets the whole
/// hundredths of their share, and what is left goes to the largest fractions. Of equal fractions the first comes first.
/// Numbers below zero count as zero; without a sum all are 0.
///
/// ```
/// use city_compare_core::compare::hundredths;
/// assert_eq!(hundredths(&[1.0, 1.0, 1.0]), [34, 33, 33]);
/// assert_eq!(hundredths(&[0.0, 0.0]), [0, 0]);
/// ```
pub fn hundredths(numbers: &[f64]) -> Vec<u8> {
    let sum: f64 = numbers.iter().map(|number| number.max(0.0)).sum();
    if !(sum.is_finite() && sum > 0.0) {
        return vec![0; numbers.len()];
    }
    let exact: Vec<f64> = numbers.iter().map(|number| number.max(0.0) / sum * 100.0).collect();
    let mut blocks: Vec<u8> = exact.iter().map(|share| share.floor() as u8).collect();
    let given: usize = blocks.iter().copied().map(usize::from).sum();
    let mut order: Vec<usize> = (0..exact.len()).collect();
    let fraction = |at: &usize| exact.get(*at).map_or(0.0, |share| share.fract());
    order.sort_by(|a, b| fraction(b).total_cmp(&fraction(a)));
    for at in order.into_iter().take(100_usize.saturating_sub(given)) {
        if let Some(blocks) = blocks.get_mut(at) {
            *blocks += 1;
        }
    }
    blocks
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::hundredths;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn they_add_up_to_a_hundred_and_none_is_a_hundredth_off(numbers in prop::collection::vec(0.0_f64..1e13, 1..20)) {
            prop_assume!(numbers.iter().sum::<f64>() > 0.0);
            let blocks = hundredths(&numbers);
            prop_assert_eq!(blocks.iter().map(|n| u32::from(*n)).sum::<u32>(), 100);
            let sum: f64 = numbers.iter().sum();
            for (number, blocks) in numbers.iter().zip(blocks) {
                prop_assert!((number / sum * 100.0 - f64::from(blocks)).abs() < 1.0);
            }
        }
    }
}

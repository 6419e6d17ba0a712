//! Sharing out whole pieces in proportion.

use crate::order::Order;

/// Shares `seats` out in proportion to amounts by the largest remainder: everyone first gets their whole seats, and what is left
/// over goes to the largest rests; of equal rests to the larger amount, then to the earlier one. `None` if the amounts come to
/// nothing.
///
/// ```
/// use city_compare_core::compare::largest_remainder;
/// assert_eq!(largest_remainder(&[1, 1, 1], 100), Some(vec![34, 33, 33]));
/// assert_eq!(largest_remainder(&[0, 0], 100), None);
/// ```
pub fn largest_remainder(amounts: &[i64], seats: u32) -> Option<Vec<u32>> {
    let whole: i128 = amounts.iter().map(|amount| i128::from(*amount)).sum();
    if whole <= 0 {
        return None;
    }
    let quota = |amount: i64| i128::from(amount) * i128::from(seats);
    let mut given: Vec<u32> =
        amounts.iter().map(|amount| u32::try_from(quota(*amount) / whole).unwrap_or(seats)).collect();
    let left = seats.saturating_sub(given.iter().sum());
    let mut by_rest: Vec<usize> = (0..amounts.len()).collect();
    let rest = |at: usize| amounts.get(at).map_or((0, 0), |amount| (quota(*amount) % whole, *amount));
    by_rest.order_by_key(|at| std::cmp::Reverse(rest(*at)));
    for at in by_rest.into_iter().take(left as usize) {
        if let Some(blocks) = given.get_mut(at) {
            *blocks += 1;
        }
    }
    Some(given)
}

#[cfg(test)]
mod tests {
    use super::largest_remainder;
    use proptest::prelude::*;

    #[test]
    fn rests_go_to_the_largest_and_equal_rests_to_the_larger_part() {
        assert_eq!(largest_remainder(&[1, 1, 1], 100), Some(vec![34, 33, 33]));
        assert_eq!(largest_remainder(&[0, 5], 100), Some(vec![0, 100]));
        assert_eq!(largest_remainder(&[335, 665], 100), Some(vec![33, 67]));
        assert_eq!(largest_remainder(&[0, 0], 100), None);
        assert_eq!(largest_remainder(&[], 100), None);
    }

    proptest! {
        #[test]
        fn blocks_add_up_and_none_is_a_whole_block_off(amounts in prop::collection::vec(0_i64..9_000_000_000_000, 1..20)) {
            let whole: i64 = amounts.iter().sum();
            prop_assume!(whole > 0);
            let blocks = largest_remainder(&amounts, 100).unwrap();
            prop_assert_eq!(blocks.iter().sum::<u32>(), 100);
            for (amount, blocks) in amounts.iter().zip(&blocks) {
                let exact = *amount as f64 * 100.0 / whole as f64;
                prop_assert!((exact - f64::from(*blocks)).abs() < 1.0, "{} of {}: {}", amount, whole, blocks);
            }
        }
    }
}

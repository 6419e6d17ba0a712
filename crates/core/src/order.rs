//! Sorting, once for all types.
//!
//! The standard library's sort is made anew for each type and each key, some 4 kB of module each time. Here one sort puts
//! indices in order, and only carrying that order over is made for each type.

use std::cmp::Ordering;

/// Stable sorting of a slice.
pub(crate) trait Order<T> {
    /// As `sort_by` does.
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// As `sort_by_key` does.
    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }
}

impl<T> Order<T> for [T] {
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        let mut order = order(self.len(), &|a, b| match (self.get(a), self.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        });
        for start in 0..self.len() {
            // Places that give each other their content form a circle: follow it until it closes.
            let mut at = start;
            while let Some(from) = order.get_mut(at).map(|from| std::mem::replace(from, at)) {
                if from == start {
                    break;
                }
                self.swap(at, from);
                at = from;
            }
        }
    }
}

/// Where the content of each place comes from.
fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Order;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_order_is_that_of_the_standard_library(values in prop::collection::vec((0_u8..6, 0_u16..1_000), 0..60)) {
            let (mut ours, mut theirs) = (values.clone(), values);
            ours.order_by_key(|(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            prop_assert_eq!(ours, theirs);
        }
    }
}

//! What follows signals for as long as it is shown.

use leptos::prelude::*;
use leptos::reactive::computed::ArcMemo;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};

/// A render effect that signals forget with it. Leptos leaves a dropped effect on the lists of the signals that it read: a
/// thousand changes of view would fill the memory with what is gone.
pub(crate) struct Following<T: 'static>(RenderEffect<T>);

impl<T: 'static> Following<T> {
    pub(super) fn new(follow: impl FnMut(Option<T>) -> T + 'static) -> Self {
        Self(RenderEffect::new(follow))
    }

    /// Asks what was made last.
    pub(super) fn with<U>(&self, ask: impl FnOnce(&mut T) -> U) -> Option<U> {
        self.0.with_value_mut(ask)
    }
}

impl<T: 'static> Drop for Following<T> {
    fn drop(&mut self) {
        let subscriber = self.0.to_any_subscriber();
        subscriber.clear_sources(&subscriber);
        // What follows inside ends now, not when the task behind this effect ends: it would run once more, on signals that are gone.
        drop(self.0.take_value());
    }
}

/// A memo that signals forget when the view that made it goes. Every source of a line has one: they would add up.
pub(crate) fn memo<T: PartialEq + Send + Sync + 'static>(make: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    let memo = ArcMemo::new(move |_| make());
    let subscriber = memo.to_any_subscriber();
    on_cleanup(move || subscriber.clear_sources(&subscriber));
    memo.into()
}

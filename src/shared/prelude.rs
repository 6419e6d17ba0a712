//! What every view uses: Leptos.

pub(crate) use leptos::html;
pub(crate) use leptos::prelude::*;
use std::sync::{Arc, Mutex};

macro_rules! any_view {
    ($($tokens:tt)*) => { ::leptos::prelude::IntoAny::into_any(::leptos::prelude::view! { $($tokens)* }) };
}
pub(crate) use any_view as view;

/// What follows signals, as one type.
pub(crate) fn live<T: IntoAny + 'static>(mut make: impl FnMut() -> T + Send + 'static) -> AnyView {
    let shared: Arc<Mutex<dyn FnMut() -> AnyView + Send>> = Arc::new(Mutex::new(move || make().into_any()));
    shared.into_any()
}

/// A text that follows signals, as one type.
pub(crate) fn text(make: impl FnMut() -> String + Send + 'static) -> Arc<Mutex<dyn FnMut() -> String + Send>> {
    Arc::new(Mutex::new(make))
}

/// A memo of what a view follows.
pub(crate) fn memo<T: PartialEq + Send + Sync + 'static>(make: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    Memo::new(move |_| make())
}

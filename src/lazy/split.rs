//! Calls of split points.

/// Calls a split point.
macro_rules! split {
    ($call:expr) => {{
        #[cfg(feature = "split")]
        {
            $call.await
        }
        #[cfg(not(feature = "split"))]
        {
            $call
        }
    }};
}
pub(crate) use split;

//! Asking for what is loaded when a reader first needs it.

use crate::part::Part;
use std::pin::Pin;
#[cfg(feature = "split")]
use wasm_split_helpers::SplitLoaderError;

/// A part that could not be loaded. The page's loader knows why.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NotLoaded;

#[cfg(feature = "split")]
impl From<SplitLoaderError> for NotLoaded {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// Loads the functions of a part. The registry answers it, so that who asks for a part knows none of them.
pub(crate) type Fetch = fn(Part) -> Pin<Box<dyn Future<Output = Result<(), NotLoaded>>>>;

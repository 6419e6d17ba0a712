//! The page's address.

use super::js;

fn location(part: &str) -> Option<String> {
    js::get(&js::global("location")?, part)?.as_string()
}

/// What stands behind the '#' of the page's address, with it; empty if nothing does.
pub fn fragment() -> String {
    location("hash").unwrap_or_default()
}

/// The page's address without its fragment, whole: a short one would be meant from the page's `<base>`.
pub fn page() -> String {
    let address = location("href").unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

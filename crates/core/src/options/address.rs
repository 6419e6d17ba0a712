//! The part of a page's address behind `#`, which the widget shares with others: hosts' anchors, routers, other widgets.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::borrow::Cow;

/// Everything but what a value may hold unescaped.
pub(super) const ESCAPED: &AsciiSet = &COMPONENT.add(b'!').add(b'*').add(b'(').add(b')').add(b':').add(b'@');

/// What is escaped in an instance's name, as the page's script does it (www/element/address.js): what
/// `encodeURIComponent` escapes and the apostrophe, but not `:`, `@` and `,`, which older links hold as they are.
const COMPONENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'(')
    .remove(b')')
    .remove(b':')
    .remove(b'@')
    .remove(b',');

/// What stands before the name of each entry of an instance: its name, escaped, and a point. The name may come escaped
/// already.
///
/// ```
/// use city_compare_core::options::address::prefix;
/// assert_eq!(prefix("예산"), "%EC%98%88%EC%82%B0.");
/// assert_eq!(prefix("%EC%98%88%EC%82%B0"), "%EC%98%88%EC%82%B0.");
/// ```
pub fn prefix(instance: &str) -> String {
    format!("{}.", utf8_percent_encode(&decoded(instance), COMPONENT))
}

fn decoded(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

/// The entries of an address that belong to an instance: names without its prefix, and values as they stand there. A
/// router's path may stand before them, with `?` or `&` between.
pub fn own_entries<'a>(instance: &'a str, fragment: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> + Clone {
    parts(fragment).filter_map(move |part| own_entry(instance, part))
}

fn parts(fragment: &str) -> impl Iterator<Item = &str> + Clone {
    fragment.trim_start_matches('#').split(['&', '?']).filter(|part| !part.is_empty())
}

fn own_entry<'a>(instance: &str, part: &'a str) -> Option<(&'a str, &'a str)> {
    let (name, value) = part.split_once('=')?;
    let (owner, name) = name.rsplit_once('.')?;
    (decoded(owner) == decoded(instance)).then_some((name, value))
}

/// The own entries as they stand there.
pub fn own_part(instance: &str, fragment: &str) -> String {
    parts(fragment).filter(|part| own_entry(instance, part).is_some()).collect::<Vec<_>>().join("&")
}

/// A fragment with the entries of an instance in place of those that it has, beside what others keep there. Behind a
/// router's path (`#/plans`) they are its query.
///
/// ```
/// use city_compare_core::options::address::with_entries;
/// assert_eq!(with_entries("#a=1&cc.view=sources", "cc", "cc.view=budgets"), "a=1&cc.view=budgets");
/// assert_eq!(with_entries("#/plans", "cc", "cc.view=budgets"), "/plans?cc.view=budgets");
/// assert_eq!(with_entries("#/plans?tab=2&cc.q=1", "cc", ""), "/plans?tab=2");
/// ```
pub fn with_entries(fragment: &str, instance: &str, own: &str) -> String {
    let fragment = fragment.trim_start_matches('#');
    let is_route = fragment.trim_start_matches('!').starts_with('/');
    let (route, rest) = if is_route { fragment.split_once('?').unwrap_or((fragment, "")) } else { ("", fragment) };
    let others = |text: &str| -> Vec<String> {
        let others = text.split('&').filter(|part| !part.is_empty() && own_entry(instance, part).is_none());
        others.map(str::to_owned).collect()
    };
    let mut entries = others(rest);
    entries.extend(Some(own).filter(|own| !own.is_empty()).map(str::to_owned));
    let both = [others(route).join("&"), entries.join("&")];
    both.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("?")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn own(instance: &str, fragment: &str) -> Vec<(String, String)> {
        own_entries(instance, fragment).map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    #[test]
    fn an_id_is_found_however_the_browser_writes_it() {
        let view = vec![("view".to_owned(), "budgets".to_owned())];
        assert_eq!(own("예산", "#%EC%98%88%EC%82%B0.view=budgets"), view);
        assert_eq!(own("예산", "#예산.view=budgets"), view);
        assert_eq!(own("a b", "#a%20b.view=budgets"), view);
        // Another id that begins the same is another's.
        assert_eq!(own("cc", "#cc1.view=budgets&cc.a.view=budgets&xcc.view=budgets"), []);
    }

    #[test]
    fn a_router_keeps_its_path() {
        assert_eq!(own("cc", "#/plans?cc.view=budgets"), vec![("view".to_owned(), "budgets".to_owned())]);
        assert_eq!(with_entries("#/plans&cc.view=sources", "cc", "cc.q=a"), "/plans?cc.q=a");
        assert_eq!(with_entries("#/plans?cc.view=sources", "cc", ""), "/plans");
        assert_eq!(with_entries("#!/plans", "cc", "cc.q=a"), "!/plans?cc.q=a");
    }

    proptest! {
        #[test]
        fn what_others_keep_stays(others in "(/[a-z]{1,5}([?][a-z]=1)?)|([a-z]{1,4}(&[a-z]=[0-9]){0,2})?", instance in "cc|예산비교|a b") {
            let entries = format!("{}view=budgets", prefix(&instance));
            let with = with_entries(&others, &instance, &entries);
            prop_assert_eq!(own_part(&instance, &with), entries);
            let without = with_entries(&with, &instance, "");
            prop_assert_eq!(with_entries(&without, &instance, ""), without.clone());
            prop_assert_eq!(without, with_entries(&others, &instance, ""));
        }
    }
}

//! Every string that a person reads, per language.
//!
//! A new language is a variant of [`Lang`] and a value of [`Words`]: the compiler names what is missing.

#[cfg(not(target_arch = "wasm32"))] // the page reads them from a file; they would only weigh on the module
pub mod app;
mod en;
mod ko;
mod lang;
pub mod particle;
mod words;

pub use lang::Lang;
pub use words::Words;

/// The strings of a language.
///
/// ```
/// use city_compare::text::{Lang, words};
/// assert_eq!(words(Lang::En).visions, "Visions");
/// ```
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Ko => &ko::WORDS,
        Lang::En => &en::WORDS,
    }
}

/// Fills the named places of a string. A place without a value stays as it is, so that a mistake is seen.
///
/// ```
/// use city_compare::text::fill;
/// assert_eq!(fill("{n} of {all}", &[("n", "2"), ("all", "5")]), "2 of 5");
/// ```
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            text.push('{');
            rest = after;
            continue;
        };
        if let Some((_, value)) = values.iter().find(|(key, _)| *key == name) {
            text.push_str(value);
        } else {
            text.push('{');
            text.push_str(name);
            text.push('}');
        }
        rest = tail;
    }
    text.push_str(rest);
    text
}

/// Picks between the forms for one and for several, and fills in the number as `{n}`.
///
/// ```
/// use city_compare::text::{Lang, count, words};
/// let w = words(Lang::En);
/// assert_eq!(count(1, w.items_one, w.items_other), "1 item");
/// assert_eq!(count(0, w.items_one, w.items_other), "0 items");
/// ```
pub fn count(n: usize, one: &str, other: &str) -> String {
    fill(if n == 1 { one } else { other }, &[("n", &n.to_string())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_place_stays_visible() {
        assert_eq!(fill("{a} {b}", &[("a", "1")]), "1 {b}");
        assert_eq!(fill("open {", &[]), "open {");
    }
}

//! What people and programs put into a dataset that does not belong there.

use fastrand::Rng;
use serde_json::{Value, json};

/// Texts that trip readers: nothing, blanks, marks to be unified, other writing directions, half characters of other
/// encodings, formulas, markup, addresses, telephone numbers, paths of the messages' own form.
const TEXTS: [&str; 34] = [
    "",
    " ",
    "\u{a0}",
    "\u{0}",
    "\u{7f}\u{1b}[0m",
    "보건ㆍ복지",
    "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}",
    "\"quoted\"",
    "\u{202e}txet",
    "\u{200b}",
    "\u{feff}",
    "\u{fffd}\u{fffd}",
    "\u{d7a3}\u{11a8}",
    "👨‍👩‍👧‍👦",
    "=1+1",
    "@SUM(A1)",
    "a,b;c\td\r\ne",
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "http://",
    "HTTPS://x",
    "061-123-4567",
    "02) 123.4567",
    "cities[0].plan",
    "[0]",
    ".",
    "..",
    "ko",
    "not_stated",
    "stated",
    "2021-13-45",
    "0000-00-00",
    "1e999",
    "-0",
];

/// Keys of other places, and of no place.
const KEYS: [&str; 12] =
    ["id", "ko", "status", "krw", "items", "plan", "", "__proto__", "a.b", "a[0]", "ID", "\u{1112}\u{1161}\u{11ab}"];

/// Pieces of text that change the meaning of the text around them.
pub const TOKENS: [&str; 26] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "null",
    "true",
    "-",
    "1e999",
    "-0",
    "0.1",
    "\n",
    "\u{feff}",
    "#",
    "=",
    "[[",
    "]]",
    "'''",
    "\"\"\"",
    "{ko=\"\",en=\"\"}",
    "9223372036854775808",
];

/// A text that does not belong there.
pub fn text(random: &mut Rng) -> String {
    match random.u8(..40) {
        0 => "가".repeat(random.usize(1..5_000)),
        1 => "a\u{301}".repeat(random.usize(1..500)),
        2 => (0..random.usize(1..20)).map(|_| random.char(..)).collect(),
        _ => pick(random, &TEXTS).to_string(),
    }
}

/// A key that does not belong there.
pub fn key(random: &mut Rng) -> String {
    pick(random, &KEYS).to_string()
}

/// A value of any type.
pub fn value(random: &mut Rng) -> Value {
    match random.u8(..14) {
        0 => Value::Null,
        1 => json!(random.bool()),
        2 => json!(0),
        3 => json!(-1),
        4 => json!(i64::MAX),
        5 => json!(u64::MAX),
        6 => json!(i64::MIN),
        7 => json!(pick(random, &[0.1, -0.0, 1e308, 5e-324, 9_007_199_254_740_993.0, 3.0])),
        8 => json!(random.i64(..)),
        9 => json!(random.u16(1800..2300)),
        10 => json!([]),
        11 => json!({}),
        12 => nested(random.usize(1..200)),
        _ => Value::String(text(random)),
    }
}

/// Lists in lists: deeper than a reader may follow.
fn nested(depth: usize) -> Value {
    (0..depth).fold(Value::Null, |inside, _| Value::Array(vec![inside]))
}

/// One of a list that is not empty.
pub fn pick<'a, T>(random: &mut Rng, list: &'a [T]) -> &'a T {
    &list[random.usize(..list.len())]
}

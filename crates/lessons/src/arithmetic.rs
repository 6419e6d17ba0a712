//! The arithmetic that stands beside a contradiction: `253,502 − 251,889 = 1,613`.

/// The first equation in a text whose sides agree, terms joined by `+` and `−` on its left and one number on its right: the left
/// side as it stands, and the number. `None` if there is none.
pub(crate) fn result(text: &str) -> Option<(&str, i64)> {
    text.split(';').find_map(|part| {
        let (terms, rest) = part.split_once('=')?;
        let stated = number(rest.split(['≠', '=']).next()?)?;
        (sum(terms)? == stated).then_some((terms.trim(), stated))
    })
}

fn sum(terms: &str) -> Option<i64> {
    let (mut sum, mut sign) = (0, 1);
    let mut term = String::new();
    for c in terms.chars().chain(['+']) {
        match c {
            '+' | '−' | '-' => {
                sum += sign * number(&term)?;
                term.clear();
                sign = if c == '+' { 1 } else { -1 };
            }
            c => term.push(c),
        }
    }
    Some(sum)
}

/// A whole number with or without separators, and nothing else.
fn number(text: &str) -> Option<i64> {
    let digits: String = text.trim().chars().filter(|c| *c != ',').collect();
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?
}

/// Whether a printed value holds a number: its digits, without separators and other signs, are these and no more.
pub(crate) fn holds(printed: &str, wanted: i64) -> bool {
    korean_amount(printed) == Some(wanted)
}

/// The number of a printed value: plain digits with separators, or the amounts of 조 and 억 in hundred millions
/// (`5조 830억원` is 50,830).
fn korean_amount(printed: &str) -> Option<i64> {
    let plain: String = printed.chars().filter(|c| !matches!(c, ',' | ' ')).collect();
    let digits = |text: &str| -> Option<i64> {
        let kept: String = text.chars().take_while(char::is_ascii_digit).collect();
        kept.parse().ok()
    };
    match plain.split_once('조') {
        None => digits(&plain),
        Some((jo, rest)) => {
            let below = match rest.split_once('천') {
                Some((thousands, rest)) if thousands.bytes().all(|b| b.is_ascii_digit()) => {
                    digits(thousands)? * 1_000 + digits(rest).unwrap_or(0)
                }
                _ => digits(rest).unwrap_or(0),
            };
            Some(digits(jo)? * 10_000 + below)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_adds_up_is_a_result() {
        assert_eq!(result("253,502 − 251,889 = 1,613"), Some(("253,502 − 251,889", 1_613)));
        assert_eq!(result("41,393 + 9,437 = 50,830; 50,830 − 50,030 = 800"), Some(("41,393 + 9,437", 50_830)));
        assert_eq!(result("40 + 30 + 50 = 120 ≠ 121"), Some(("40 + 30 + 50", 120)));
        assert_eq!(result("40 + 30 = 71"), None);
        assert_eq!(result("39 ≠ 2"), None);
    }

    #[test]
    fn printed_amounts_are_read() {
        assert!(holds("1,613", 1_613) && !holds("1,313", 1_613));
        assert!(holds("5조 830억원", 50_830) && holds("4조5천135억원", 45_135));
        assert!(!holds("5조 30억원", 50_830));
    }
}

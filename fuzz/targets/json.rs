//! A dataset of a page's own, as JSON: whatever the text is, it is read, or refused with a place.
#![no_main]

use city_compare_dataset::{Lang, from_json, sound};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let whole = from_json(text);
    let part = sound(text);
    match &whole {
        Ok(dataset) => {
            assert!(part.is_ok_and(|part| part.dataset == *dataset && part.problems.is_empty()));
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            for problem in problems {
                assert!(!problem.sentence(Lang::Ko).starts_with(": ") && !problem.sentence(Lang::En).starts_with(": "));
            }
        }
    }
});

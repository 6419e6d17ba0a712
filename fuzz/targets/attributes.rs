//! The attributes of the element, a line each: whatever they hold, there is something to show, and each problem is a sentence.
#![no_main]

use city_compare_core::options::{ATTRIBUTES, Options};
use city_compare_core::text::Lang;
use city_compare_embedded as embedded;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let values: Vec<&str> = text.lines().collect();
    let place = |name: &str| ATTRIBUTES.iter().position(|known| *known == name);
    let dataset = embedded::dataset();
    let (options, problems) = Options::read(dataset, |name| values.get(place(name)?).map(ToString::to_string));
    let chosen = options.state.selection(dataset).len();
    assert!((2..=5).contains(&chosen), "{chosen} cities");
    for problem in problems {
        for lang in [Lang::Ko, Lang::En] {
            assert!(problem.sentence(lang).contains(problem.name));
        }
    }
});

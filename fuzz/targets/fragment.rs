//! The address of a page: whatever stands behind `#`, what is read of it can be written and read again.
#![no_main]

use city_compare_core::options::State;
use city_compare_embedded as embedded;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&str, &str)| {
    let (instance, fragment) = input;
    let dataset = embedded::dataset();
    let start = State::start(dataset);
    let (state, _) = State::from_fragment(dataset, &start, instance, fragment);
    let written = state.fragment(&start, instance);
    let (again, unread) = State::from_fragment(dataset, &start, instance, &written);
    assert_eq!(again, state, "{written}");
    assert!(unread.is_empty(), "{unread:?} of {written}");
});

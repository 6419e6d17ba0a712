//! The dataset that is compiled in.

use city_compare_dataset::country::Country;
use city_compare_dataset::model::official::Official;
use city_compare_dataset::model::{Dataset, Topic};
use city_compare_dataset::opening::Opening;
use std::sync::LazyLock;

static OPENING_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/opening.postcard"));

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.postcard"));

static OFFICIAL_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/official.postcard"));

/// SHA-256 of `dataset.json` of this build, in hex: part of every citation and export.
pub const HASH: &str = include_str!(concat!(env!("OUT_DIR"), "/dataset.sha256"));

static TOPICS_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/topics.postcard"));

static TOPICS: LazyLock<Vec<Topic>> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the build script wrote these bytes from the same types and read them back")]
    postcard::from_bytes(TOPICS_BYTES).expect("the topics were checked when they were built")
});

static OPENING: LazyLock<Opening> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the build script wrote these bytes from the same types and read them back")]
    postcard::from_bytes(OPENING_BYTES).expect("the opening was checked when it was built")
});

static EMBEDDED: LazyLock<Dataset> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the build script wrote these bytes from the same types and read them back")]
    postcard::from_bytes(BYTES).expect("the embedded dataset was checked when it was built")
});

static OFFICIAL: LazyLock<Official> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the build script wrote these bytes from the same types and read them back")]
    postcard::from_bytes(OFFICIAL_BYTES).expect("the official figures were checked when they were built")
});

/// The bytes of `country.bin`: the country's local governments.
pub static COUNTRY_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/country.bin"));

static COUNTRY: LazyLock<Country> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the build script wrote these bytes, and tests read every place back")]
    Country::read(COUNTRY_BYTES).expect("country.bin was checked when it was built")
});

/// All local governments of the country: a part of their own, since only who looks for another city asks for it.
///
/// ```
/// use city_compare_dataset::model::official::LofinCode;
/// let suncheon = LofinCode::parse("4613000").and_then(|code| city_compare_embedded::country().place(code));
/// assert_eq!(suncheon.map(|place| place.name.ko).as_deref(), Some("순천시"));
/// ```
pub fn country() -> &'static Country {
    &COUNTRY
}

/// The official figures of the five cities: a part of their own, since only some views ask for them.
///
/// ```
/// use city_compare_embedded as embedded;
/// assert_eq!(embedded::official().places.iter().filter(|place| place.id == "yeosu").count(), 1);
/// ```
pub fn official() -> &'static Official {
    &OFFICIAL
}

/// The topics with their words and without items, to be applied to a dataset that has none of its own. They stand beside the
/// dataset, so that a view which asks for them does not bring all of it.
///
/// ```
/// assert_eq!(city_compare_embedded::topics().len(), city_compare_embedded::dataset().topics.len());
/// ```
pub fn topics() -> &'static [Topic] {
    &TOPICS
}

/// The dataset as `dataset.json` publishes it: the one that is compiled in, with its official figures.
pub fn published() -> Dataset {
    Dataset { official: Some(official().clone()), ..dataset().clone() }
}

/// What the visions view shows of it, and no more: enough to begin with.
///
/// ```
/// use city_compare_dataset::opening::{Known, Opening};
/// assert!(city_compare_embedded::opening().whole().is_none());
/// assert_eq!(city_compare_embedded::opening(), &Opening::of(city_compare_embedded::dataset()));
/// ```
pub fn opening() -> &'static Opening {
    &OPENING
}

/// The dataset that is compiled in: five cities, complete but for the [`official`] figures.
///
/// ```
/// let dataset = city_compare_embedded::dataset();
/// assert_eq!(dataset.cities.len(), 5);
/// ```
pub fn dataset() -> &'static Dataset {
    &EMBEDDED
}

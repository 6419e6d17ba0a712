use serde::{Deserialize, Serialize};

/// A text in both languages of the dataset. The Korean is official where the document prints it; the English is ours.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bilingual {
    /// Korean, Unicode NFC.
    pub ko: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// Both texts.
    ///
    /// ```
    /// use city_compare_dataset::model::Bilingual;
    /// assert_eq!(Bilingual::new("여수시", "Yeosu").en, "Yeosu");
    /// ```
    pub fn new(ko: impl Into<String>, en: impl Into<String>) -> Self {
        Self { ko: ko.into(), en: en.into() }
    }
}

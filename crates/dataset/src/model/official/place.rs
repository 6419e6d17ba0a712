use super::super::words::words;
use super::super::{Bilingual, PartialDate};
use serde::{Deserialize, Serialize};

words! {
    /// Whose numbering a code is of. The two schemes use the same digits for different places: 4613 begins Suncheon's code in
    /// one and Yeosu's in the other.
    CodeScheme {
        /// 지방재정365, seven digits: 4612000 is Yeosu.
        Lofin = "lofin",
        /// The ministry's administrative codes (행정기관코드), ten digits: 4613000000 was Yeosu.
        Mois = "mois",
    }
}

impl CodeScheme {
    /// How many digits a code has.
    pub const fn digits(self) -> usize {
        match self {
            Self::Lofin => 7,
            Self::Mois => 10,
        }
    }

    /// Whether a text is a code of the scheme.
    ///
    /// ```
    /// use city_compare_dataset::model::official::CodeScheme;
    /// assert!(CodeScheme::Lofin.fits("4612000"));
    /// assert!(!CodeScheme::Lofin.fits("4613000000"));
    /// ```
    pub fn fits(self, code: &str) -> bool {
        code.len() == self.digits() && code.bytes().all(|b| b.is_ascii_digit())
    }
}

/// A code of seven digits, as 지방재정365 numbers local governments. No other numbering fits into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LofinCode(u32);

impl LofinCode {
    /// Reads seven digits; `None` for anything else, so also for a code of ten digits.
    ///
    /// ```
    /// use city_compare_dataset::model::official::LofinCode;
    /// assert_eq!(LofinCode::parse("4612000").map(|code| code.to_string()).as_deref(), Some("4612000"));
    /// assert_eq!(LofinCode::parse("4613000000"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        CodeScheme::Lofin.fits(text).then(|| text.parse().ok()).flatten().map(Self)
    }
}

impl std::fmt::Display for LofinCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:07}", self.0)
    }
}

words! {
    /// Kind of local government. The first five are of the upper tier, the last three of the basic tier.
    PlaceKind {
        /// 특별시.
        SpecialCity = "special_city",
        /// 광역시.
        MetropolitanCity = "metropolitan_city",
        /// 특별자치시, 통합특별시.
        SelfGoverningCity = "self_governing_city",
        /// 도.
        Province = "province",
        /// 특별자치도.
        SelfGoverningProvince = "self_governing_province",
        /// 시.
        City = "city",
        /// 군.
        County = "county",
        /// 자치구.
        District = "district",
    }
}

impl PlaceKind {
    /// Whether it is of the basic tier (기초자치단체): 226 of the country's 243 were.
    pub const fn is_basic(self) -> bool {
        matches!(self, Self::City | Self::County | Self::District)
    }
}

/// A place with its codes and names over time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// Id: that of the city, where the dataset has one.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[a-z0-9-]+$")))]
    pub id: String,
    /// Kind of local government.
    pub kind: PlaceKind,
    /// Name.
    pub name: Bilingual,
    /// Its codes, each with the time in which it held.
    #[cfg_attr(feature = "schema", schemars(length(min = 1)))]
    pub codes: Vec<PlaceCode>,
    /// The province to which it belongs, each with the time in which it held. Empty for one of the upper tier.
    pub provinces: Vec<DatedProvince>,
    /// The last day on which it was there; `None` if it still is.
    pub ended: Option<PartialDate>,
    /// Ids of the places that took over from it.
    pub successors: Vec<String>,
    /// What to know about it.
    pub note: Option<Bilingual>,
}

impl Place {
    /// Its code at 지방재정365 that holds, or held last.
    pub fn lofin(&self) -> Option<LofinCode> {
        let mut codes = self.codes.iter().filter(|code| code.scheme == CodeScheme::Lofin);
        codes.next_back().and_then(|code| LofinCode::parse(&code.code))
    }

    /// Id of the province on a day (`2023-12-31`).
    pub fn province_on(&self, day: &str) -> Option<&str> {
        let holds = |dated: &&DatedProvince| {
            dated.from.as_ref().is_none_or(|from| from.as_str() <= day)
                && dated.until.as_ref().is_none_or(|until| day <= until.as_str())
        };
        self.provinces.iter().find(holds).map(|dated| dated.place.as_str())
    }
}

/// A code, and when it held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PlaceCode {
    /// Whose numbering.
    pub scheme: CodeScheme,
    /// The digits.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^([0-9]{7}|[0-9]{10})$")))]
    pub code: String,
    /// The first day; `None` if it held from the beginning.
    pub from: Option<PartialDate>,
    /// The last day; `None` if it still holds.
    pub until: Option<PartialDate>,
}

/// A province, and when the place belonged to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DatedProvince {
    /// Id of the province, which is a place itself.
    pub place: String,
    /// The first day; `None` if it held from the beginning.
    pub from: Option<PartialDate>,
    /// The last day; `None` if it still holds.
    pub until: Option<PartialDate>,
}

//! A text in both languages from one rule.

use city_compare_core::text::Lang;
use city_compare_dataset::model::Bilingual;

/// The same made for each language.
pub(crate) fn both(make: impl Fn(Lang) -> String) -> Bilingual {
    Bilingual::new(make(Lang::Ko), make(Lang::En))
}

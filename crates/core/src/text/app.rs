//! The strings of the app's page around the widget: the embed builder, the update notice, the name of the installed app.

use super::{AppWords, Lang, table};

/// The strings of the app's page in a language.
///
/// ```
/// use city_compare_core::text::{Lang, app};
/// assert_eq!(app::words(Lang::En).copy, "Copy");
/// ```
pub fn words(lang: Lang) -> &'static AppWords {
    match lang {
        Lang::Ko => &table::KO_APPWORDS,
        Lang::En => &table::EN_APPWORDS,
    }
}

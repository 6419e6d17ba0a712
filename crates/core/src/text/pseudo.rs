//! A made-up language, for tests: English with accents and two fifths longer, in brackets that show where a text is cut.
//!
//! It is no [`Lang`](super::Lang) of its own, since a language is more than its strings; it takes the place of English on the
//! thread that asks for it. The JSON of a dataset is translated with [`translate`].

use super::{
    BesideWords, CountryWords, FigureWords, GlanceWords, ItemWords, LessonWords, MatrixWords, OfficialWords,
    SourcesWords, SummaryWords, TakeWords, TopicWords, VisionWords, Words, WorkbenchWords,
};
use std::cell::Cell;
use std::sync::OnceLock;

thread_local! {
    static ON: Cell<bool> = const { Cell::new(false) };
}

/// Runs something with the made-up language in place of English.
pub fn instead_of_english<T>(run: impl FnOnce() -> T) -> T {
    struct Off;
    impl Drop for Off {
        fn drop(&mut self) {
            ON.set(false);
        }
    }
    let _off = Off; // also after a failed assertion
    ON.set(true);
    run()
}

pub(super) fn is_on() -> bool {
    ON.get()
}

/// The strings of the made-up language.
pub fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| super::table::EN_WORDS.map(|text| translated(text).leak()))
}

/// Its strings of amounts.
pub(super) fn figures() -> &'static FigureWords {
    static WORDS: OnceLock<FigureWords> = OnceLock::new();
    WORDS.get_or_init(|| FigureWords {
        widget: words(),
        ..super::table::EN_FIGUREWORDS.map(|text| translated(text).leak())
    })
}

/// Its strings of items.
pub(super) fn items() -> &'static ItemWords {
    static WORDS: OnceLock<ItemWords> = OnceLock::new();
    WORDS
        .get_or_init(|| ItemWords { widget: words(), ..super::table::EN_ITEMWORDS.map(|text| translated(text).leak()) })
}

/// Makes the strings of a table that stands alone.
macro_rules! tables {
    ($($name:ident: $words:ident = $english:ident;)+) => {
        $(
            pub(super) fn $name() -> &'static $words {
                static WORDS: OnceLock<$words> = OnceLock::new();
                WORDS.get_or_init(|| super::table::$english.map(|text| translated(text).leak()))
            }
        )+
    };
}

tables! {
    matrix: MatrixWords = EN_MATRIXWORDS;
    official: OfficialWords = EN_OFFICIALWORDS;
    topic: TopicWords = EN_TOPICWORDS;
    beside: BesideWords = EN_BESIDEWORDS;
    glance: GlanceWords = EN_GLANCEWORDS;
    lesson: LessonWords = EN_LESSONWORDS;
    vision: VisionWords = EN_VISIONWORDS;
    country: CountryWords = EN_COUNTRYWORDS;
    workbench: WorkbenchWords = EN_WORKBENCHWORDS;
    sources: SourcesWords = EN_SOURCESWORDS;
    summary: SummaryWords = EN_SUMMARYWORDS;
    take: TakeWords = EN_TAKEWORDS;
}

/// A text in the made-up language: accents, two fifths longer, in brackets. Places (`{n}`, `{n:one|other}`) stay.
///
/// ```
/// use city_compare_core::text::pseudo::translated;
/// assert_eq!(translated("Budgets"), "[Ɓüđgéŧš ~~~]");
/// assert_eq!(translated("{n} {n:item|items}"), "[{n} {n:ïŧém|ïŧémš} ~~~~~]");
/// ```
pub fn translated(text: &str) -> String {
    let mut made = String::from("[");
    let (mut in_name, mut length) = (false, 0);
    for c in text.chars() {
        match c {
            '{' => in_name = true,
            ':' | '}' => in_name = false,
            _ => length += usize::from(!in_name),
        }
        made.push(if in_name { c } else { accented(c) });
    }
    made.push(' ');
    // In words of ten, so that lines can break as in a real language.
    let more = (length * 2).div_ceil(5).max(1);
    for place in 0..more {
        made.push_str(if place > 0 && place % 10 == 0 { " ~" } else { "~" });
    }
    made.push(']');
    made
}

fn accented(c: char) -> char {
    const PLAIN: &str = "aeioudstB";
    const ACCENTED: &str = "áéïöüđšŧƁ";
    PLAIN.chars().position(|plain| plain == c).and_then(|at| ACCENTED.chars().nth(at)).unwrap_or(c)
}

/// Translates the English of every pair of Korean and English in JSON of the dataset's shape.
pub fn translate(json: &mut serde_json::Value) {
    use serde_json::Value;
    match json {
        Value::Array(values) => values.iter_mut().for_each(translate),
        Value::Object(fields) => {
            for (name, value) in fields.iter_mut() {
                match value {
                    Value::String(text) if name == "en" => *text = translated(text),
                    _ => translate(value),
                }
            }
        }
        _ => {}
    }
}

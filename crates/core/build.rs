//! Writes the typed texts of the page from `texts/ko.toml` and `texts/en.toml`, so that a translator edits no Rust. A key that one
//! language lacks fails the build with file and key.
#![allow(clippy::panic, reason = "a build script stops by panicking; nothing here is shipped")]

use std::fmt::Write;
use std::path::{Path, PathBuf};
use toml_edit::{Document, Item, Table};

/// The languages, in the order of the switch.
const LANGUAGES: [(&str, &str); 2] = [("ko", "KO"), ("en", "EN")];

/// The tables of a file, the struct that each becomes, and what it holds.
const TABLES: &[(&str, &str, &str)] = &[
    ("widget", "Words", "The strings that a reader sees first, or in every view, in one language."),
    ("figures", "FigureWords", "The strings of amounts, charts, budgets and exports, in one language."),
    ("items", "ItemWords", "The strings of items, filters, search, evidence and sources, in one language."),
    ("official", "OfficialWords", "The strings that speak of official figures, in one language."),
    ("sources", "SourcesWords", "The strings that only the view of sources shows, in one language."),
    ("glance", "GlanceWords", "The strings of the first page, in one language."),
    ("matrix", "MatrixWords", "The strings of the unit chart of what the documents plan, in one language."),
    ("topics", "TopicWords", "The strings of the topic page, in one language."),
    ("take", "TakeWords", "The strings of taking a figure along and of what is pinned, in one language."),
    ("country", "CountryWords", "The strings of cities of the country beside those of the dataset, in one language."),
    ("summary", "SummaryWords", "The strings of the sentence above a chart, in one language."),
    ("visions", "VisionWords", "The strings of the cards of visions, in one language."),
    ("beside", "BesideWords", "The strings of datasets that stand beside each other, in one language."),
    ("workbench", "WorkbenchWords", "The strings of the page that makes data of a city, in one language."),
    ("lesson", "LessonWords", "The strings of lessons, on the screen and on paper, in one language."),
    (
        "app",
        "AppWords",
        "Every string of the app's page in one language: of the embed builder and the update notice. They are never part of the \
         wasm module: the build writes them to `app-words.json`, which the page reads when it needs them.",
    ),
];

/// A string of a table: its key, what the comment above it says, its text.
struct Text {
    key: String,
    about: String,
    text: String,
}

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("texts");
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed=build.rs");
    let mut problems = Vec::new();
    let files: Vec<Document<String>> =
        LANGUAGES.iter().filter_map(|(tag, _)| read(&folder, tag, &mut problems)).collect();
    let mut code = String::new();
    for (table, name, about) in TABLES.iter().copied() {
        let texts: Vec<Vec<Text>> = files.iter().map(|file| texts(file, table)).collect();
        compare(table, &texts, &mut problems);
        check(table, &texts, &mut problems);
        write_struct(&mut code, name, about, texts.last().map(Vec::as_slice).unwrap_or_default());
        for ((_, constant), texts) in LANGUAGES.iter().zip(&texts) {
            write_value(&mut code, name, constant, texts);
        }
    }
    for problem in &problems {
        println!("cargo::error={problem}");
    }
    if problems.is_empty() {
        let out = std::env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
        if let Err(error) = std::fs::write(out.join("texts.rs"), code) {
            println!("cargo::error=The texts could not be written to {}: {error}", out.display());
        }
    }
}

fn read(folder: &Path, tag: &str, problems: &mut Vec<String>) -> Option<Document<String>> {
    let path = folder.join(format!("{tag}.toml"));
    let parsed = std::fs::read_to_string(&path)
        .map_err(|error| error.to_string())
        .and_then(|text| Document::parse(text).map_err(|error| error.to_string()));
    parsed.map_err(|error| problems.push(format!("texts/{tag}.toml cannot be read: {}", error.replace('\n', " ")))).ok()
}

fn texts(file: &Document<String>, table: &str) -> Vec<Text> {
    let Some(table) = file.get(table).and_then(Item::as_table) else { return Vec::new() };
    let text = |(key, item): (&str, &Item)| {
        Some(Text { key: key.to_owned(), about: about(table, key, file.raw()), text: item.as_str()?.to_owned() })
    };
    table.iter().filter_map(text).collect()
}

/// The comment lines above a key.
fn about(table: &Table, key: &str, source: &str) -> String {
    let prefix = table
        .key(key)
        .and_then(|key| key.leaf_decor().prefix())
        .and_then(|raw| raw.as_str().map(str::to_owned).or_else(|| source.get(raw.span()?).map(str::to_owned)));
    let lines = prefix.unwrap_or_default();
    let lines = lines.lines().filter_map(|line| line.trim().strip_prefix('#'));
    lines.map(str::trim).collect::<Vec<_>>().join(" ")
}

/// Every language has the same keys.
fn compare(table: &str, texts: &[Vec<Text>], problems: &mut Vec<String>) {
    for ((tag, _), own) in LANGUAGES.iter().zip(texts) {
        for ((other_tag, _), other) in LANGUAGES.iter().zip(texts) {
            for text in other.iter().filter(|text| !own.iter().any(|own| own.key == text.key)) {
                problems.push(format!(
                    "texts/{tag}.toml has no \"{key}\" in [{table}], which texts/{other_tag}.toml has. Translate it: \"{}\"",
                    text.text,
                    key = text.key,
                ));
            }
        }
    }
}

/// Places and spaces: what a text needs to be put together.
fn check(table: &str, texts: &[Vec<Text>], problems: &mut Vec<String>) {
    for ((tag, _), own) in LANGUAGES.iter().zip(texts) {
        for Text { key, text, .. } in own {
            let name = format!("texts/{tag}.toml: \"{key}\" in [{table}]");
            if text.trim() != text || text.is_empty() {
                problems.push(format!("{name} is empty, or begins or ends with a space"));
            }
            if *tag == "ko" && text.contains('|') {
                problems.push(format!("{name} has two forms; Korean counts need no second one"));
            }
            let other = texts
                .iter()
                .flatten()
                .find(|other| other.key == *key && places(&other.text, table) != places(text, table));
            if let Some(other) = other {
                problems
                    .push(format!("{name} has other places than in another language: \"{text}\", \"{}\"", other.text));
            }
        }
    }
}

/// The places of a string. One with forms that follow a number prints no value, and another language may do without it. In the
/// official table a Korean particle follows a name, and needs no place of its own elsewhere.
fn places<'a>(text: &'a str, table: &str) -> Vec<&'a str> {
    let names = text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name);
    let mut names: Vec<&str> =
        names.filter(|name| !name.contains(':')).filter(|name| table != "official" || !name.ends_with('\'')).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// A table of views that are opened later stands beside the widget's own, and names it.
fn is_beside(name: &str) -> bool {
    matches!(name, "FigureWords" | "ItemWords")
}

/// What the page reads from a file is no part of the wasm module.
fn native(name: &str) -> &'static str {
    if name == "AppWords" { "#[cfg(not(target_arch = \"wasm32\"))]\n" } else { "" }
}

fn write_struct(code: &mut String, name: &str, about: &str, texts: &[Text]) {
    // Writing to a string cannot fail.
    let _ = writeln!(code, "/// {about}\n{}#[derive(Debug, serde::Serialize)]\npub struct {name} {{", native(name));
    for text in texts {
        let about = if text.about.is_empty() { "A text." } else { &text.about };
        let _ = writeln!(code, "    /// {about}\n    pub {}: &'static str,", text.key);
    }
    if is_beside(name) {
        let _ = writeln!(code, "    #[serde(skip)]\n    pub(crate) widget: &'static Words,");
    }
    let _ = writeln!(code, "}}\n");
    let _ =
        writeln!(code, "#[cfg(any(test, all(feature = \"pseudo\", not(target_arch = \"wasm32\"))))]\nimpl {name} {{");
    let _ = writeln!(
        code,
        "    /// Every string with its name.\n    pub fn entries(&self) -> Vec<(&'static str, &'static str)> {{\n        vec!["
    );
    for text in texts {
        let _ = writeln!(code, "            (\"{0}\", self.{0}),", text.key);
    }
    let _ = writeln!(
        code,
        "        ]\n    }}\n\n    /// The same strings, each changed by a rule.\n    pub fn map(&self, change: impl Fn(&'static str) -> &'static str) -> Self {{\n        Self {{"
    );
    for text in texts {
        let _ = writeln!(code, "            {0}: change(self.{0}),", text.key);
    }
    if is_beside(name) {
        let _ = writeln!(code, "            widget: self.widget,");
    }
    let _ = writeln!(code, "        }}\n    }}\n}}\n");
}

fn write_value(code: &mut String, name: &str, constant: &str, texts: &[Text]) {
    let _ = writeln!(code, "{}pub(crate) static {constant}_{}: {name} = {name} {{", native(name), name.to_uppercase());
    for text in texts {
        let _ = writeln!(code, "    {}: {:?},", text.key, text.text);
    }
    if is_beside(name) {
        let _ = writeln!(code, "    widget: &{constant}_WORDS,");
    }
    let _ = writeln!(code, "}};\n");
}

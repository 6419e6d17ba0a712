//! What the app's page has besides the widget: the strings and choices of the embed builder, the manifest with which it is
//! installed, and the service worker that keeps it for use without a network.

use super::{collect, digest, put, text};
use crate::build::{Profile, www};
use crate::failure::Failure;
use crate::project::Project;
use city_compare::compare::{Selection, budget_years, in_lang};
use city_compare::model::{Dataset, Word};
use city_compare::options::{Figure, State, UnitChoice, View};
use city_compare::screen;
use city_compare::text::figures::{self, FigureWords};
use city_compare::text::{Lang, Words, app, words};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::path::Path;

const WORKER: &str = "service-worker.js";

/// What the app's page asks for, and does not work without. A name with a slash at its end is a folder.
const KEPT: [&str; 13] = [
    "index.html",
    "app.css",
    "app.js",
    "app-title.js",
    "app-words.json",
    "builder.css",
    "builder.js",
    "update.js",
    "city-compare.css",
    "city-compare.js",
    "city-compare-failure.js",
    "first.js",
    "wasm/",
];

/// What it asks for and can do without, where a host refuses it.
const EXTRA: [&str; 2] = ["manifest.webmanifest", "icons/"];

/// Writes app-words.json and the manifest, and in a release the worker's list of files; without, the worker removes what an
/// earlier one kept, so that a developer sees what was built and nothing older.
pub(super) fn write(project: &Project, dist: &Path, dataset: &Dataset, profile: Profile) -> Result<(), Failure> {
    put(dist, "app-words.json", &app_words(dataset).to_string())?;
    put(dist, "manifest.webmanifest", &format!("{:#}\n", manifest()))?;
    if profile == Profile::Release {
        let mut files = BTreeMap::new();
        collect(dist, "", &mut files)?;
        let (version, files) = kept(&text(dist, WORKER)?, &files);
        www::worker(project, dist, &version, &files)?;
    }
    Ok(())
}

/// The worker's version, which is that of its files' content, and the digest of each file that it keeps.
fn kept(script: &str, files: &BTreeMap<String, String>) -> (String, Value) {
    let named = |names: &[&str]| -> Value {
        let is = |file: &str, name: &str| file == name || name.ends_with('/') && file.starts_with(name);
        let found = files.iter().filter(|(file, _)| names.iter().any(|name| is(file, name)));
        Value::Object(found.map(|(file, digest)| (file.clone(), json!(digest))).collect())
    };
    let files = json!({ "kept": named(&KEPT), "extra": named(&EXTRA) });
    // Letters and digits of a digest, enough to tell two versions apart: of the files, and of how they are kept.
    let content: String = digest(format!("{files}{script}").as_bytes())
        .chars()
        .skip(7)
        .filter(char::is_ascii_alphanumeric)
        .take(12)
        .collect();
    (format!("{}-{content}", super::VERSION), files)
}

/// A value for each language, under its tag.
fn by_lang(value: impl Fn(Lang) -> Value) -> Value {
    Value::Object(Lang::ALL.into_iter().map(|lang| (lang.tag().to_owned(), value(lang))).collect::<Map<_, _>>())
}

/// The strings, and what there is to choose from: read from the dataset and from the widget's own words.
fn app_words(dataset: &Dataset) -> Value {
    let named = |value: &str, name: &dyn Fn(Lang) -> String| json!({ "value": value, "name": by_lang(|lang| name(lang).into()) });
    let start = State::start(dataset);
    let cities = dataset.cities.iter().map(|city| named(&city.id, &|lang| in_lang(&city.name, lang).to_owned()));
    let fields = dataset.fields.iter().map(|field| named(&field.code, &|lang| in_lang(&field.name, lang).to_owned()));
    // What is made on the workbench is no view to embed.
    let views = View::WORDS
        .iter()
        .filter(|(_, view)| *view != View::Workbench)
        .map(|(word, view)| named(word, &|lang| view_name(words(lang), *view).to_owned()));
    let kinds =
        Figure::WORDS.iter().map(|(word, figure)| named(word, &|lang| screen::figure_name(*figure, lang).to_owned()));
    let press = State { figure: Figure::Press, ..start.clone() };
    let units = screen::units(&press)
        .iter()
        .map(|unit| named(unit.word(), &|lang| unit_name(figures::words(lang), *unit).to_owned()));
    let years = budget_years(dataset, &Selection::all(dataset));
    json!({
        "version": super::VERSION,
        "words": by_lang(|lang| json!(app::words(lang))),
        "choices": {
            "cities": cities.collect::<Value>(),
            "views": views.collect::<Value>(),
            "fields": fields.collect::<Value>(),
            "years": years.iter().map(|year| year.to_string()).collect::<Value>(),
            "year": start.year.to_string(),
            "figures": kinds.collect::<Value>(),
            "units": units.collect::<Value>(),
        },
    })
}

fn view_name(words: &Words, view: View) -> &'static str {
    match view {
        View::Glance => words.glance,
        View::Visions => words.visions,
        View::Topics => words.topics,
        View::Strategies => words.strategies,
        View::Budgets => words.budgets,
        View::Sources => words.sources,
        View::Workbench => words.workbench,
    }
}

fn unit_name(words: &FigureWords, unit: UnitChoice) -> &'static str {
    match unit {
        UnitChoice::Amount => words.unit_amount,
        UnitChoice::PerResident => words.unit_per_resident,
        UnitChoice::Share => words.unit_share,
    }
}

/// The manifest of the installed app: Korean, with English for browsers that read localized members.
fn manifest() -> Value {
    let (ko, en) = (app::words(Lang::Ko), app::words(Lang::En));
    let english = |value: &str| json!({ "en": { "value": value, "lang": "en", "dir": "ltr" } });
    let icon = |name: &str, size: &str, kind: &str, purpose: &str| json!({ "src": format!("icons/{name}"), "sizes": size, "type": kind, "purpose": purpose });
    json!({
        "name": format!("{} · {}", ko.app_name, en.app_name),
        "name_localized": english(en.app_name),
        "short_name": ko.app_short,
        "short_name_localized": english(en.app_short),
        "description": ko.app_about,
        "description_localized": english(en.app_about),
        "lang": "ko",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#ffffff",
        "categories": ["government", "education"],
        "icons": [
            icon("icon-192.png", "192x192", "image/png", "any"),
            icon("icon-512.png", "512x512", "image/png", "any"),
            icon("maskable-512.png", "512x512", "image/png", "maskable"),
            icon("icon.svg", "any", "image/svg+xml", "any"),
        ],
    })
}

#[cfg(test)]
mod tests {
    use super::{app_words, kept, manifest};
    use city_compare::embedded;
    use city_compare::text::{Lang, app};
    use std::collections::BTreeMap;
    use std::path::Path;

    const PAGE: &str = include_str!("../../../../index.html");

    fn files(names: &[(&str, &str)]) -> BTreeMap<String, String> {
        names.iter().map(|(name, digest)| ((*name).to_owned(), (*digest).to_owned())).collect()
    }

    #[test]
    fn the_worker_keeps_what_the_page_asks_for_and_nothing_else() {
        let names = [
            "app.css",
            "examples/a.html",
            "embed.html",
            "README.md",
            "types/element.d.ts",
            "wasm/a.wasm",
            "icons/icon.svg",
        ];
        let (_, files) = kept("", &files(&names.map(|name| (name, "sha384-a"))));
        let list = |part: &str| files[part].as_object().map(|files| files.keys().cloned().collect::<Vec<_>>());
        assert_eq!(list("kept").unwrap_or_default(), ["app.css", "wasm/a.wasm"]);
        assert_eq!(list("extra").unwrap_or_default(), ["icons/icon.svg"]);
    }

    #[test]
    fn another_content_is_another_version() {
        let versions = ["sha384-a", "sha384-b", "sha384-a"].map(|digest| kept("", &files(&[("app.css", digest)])).0);
        assert_ne!(versions[0], versions[1]);
        assert_eq!(versions[0], versions[2]);
        assert_ne!(kept("other", &files(&[("app.css", "sha384-a")])).0, versions[0]);
    }

    #[test]
    fn the_choices_are_those_of_the_dataset() {
        let words = app_words(embedded::dataset());
        let choices = &words["choices"];
        assert_eq!(choices["cities"].as_array().map(Vec::len), Some(embedded::dataset().cities.len()));
        assert_eq!(choices["cities"][0]["name"]["ko"], "여수시");
        assert_eq!(choices["views"][4]["name"]["en"], "Budgets");
        assert_eq!(choices["units"][1]["value"], "per_resident");
        assert_eq!(words["words"]["en"]["copy"], "Copy");
    }

    #[test]
    fn every_string_has_the_same_places_in_each_language() {
        let words = app_words(embedded::dataset());
        let places = |text: &str| {
            let mut names: Vec<_> =
                text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect();
            names.sort();
            names
        };
        for (name, korean) in words["words"]["ko"].as_object().into_iter().flatten() {
            let english = &words["words"]["en"][name];
            assert_eq!(korean.as_str().map(places), english.as_str().map(places), "{name}");
            assert!(english.as_str().is_some_and(|text| !text.is_empty()), "{name}");
        }
    }

    #[test]
    fn the_page_says_what_the_words_say() {
        for lang in Lang::ALL {
            let span = format!("<span lang=\"{}\">{}</span>", lang.tag(), app::words(lang).open);
            assert!(PAGE.contains(&span), "index.html must hold {span}");
        }
    }

    #[test]
    fn every_icon_of_the_manifest_is_there_and_light() {
        for icon in manifest()["icons"].as_array().into_iter().flatten() {
            let path =
                Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/app").join(icon["src"].as_str().unwrap_or_default());
            assert!(path.metadata().is_ok_and(|file| file.len() < 15_000), "{}", path.display());
        }
    }
}

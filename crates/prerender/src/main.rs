//! Writes the widget as markup to the standard output, as it looks in a page of a language at a width in CSS pixels:
//! `city-compare-prerender LANG WIDTH INSTANCE [ATTRIBUTE=VALUE …]`. xtask puts it into the pages of a release.

use city_compare::prerender::markup;
use city_compare::text::Lang;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [lang, width, instance, attributes @ ..] = args.as_slice() else {
        return refused("three values are missing: a language, a width in CSS pixels, and the name of the instance");
    };
    let Some(lang) = Lang::ALL.into_iter().find(|known| known.tag() == lang) else {
        return refused(&format!("{lang} is no language of the widget"));
    };
    let Ok(width) = width.parse() else {
        return refused(&format!("{width} is no width in CSS pixels"));
    };
    let attributes: Vec<(&str, &str)> = attributes.iter().filter_map(|given| given.split_once('=')).collect();
    // Leptos wants to know who runs its tasks, of which markup needs none; the first answer stays.
    let _ = any_spawner::Executor::init_futures_executor();
    match markup(&attributes, instance, lang, width) {
        Some(markup) => {
            println!("{markup}");
            ExitCode::SUCCESS
        }
        None => refused("a part of the view is not there natively"),
    }
}

fn refused(why: &str) -> ExitCode {
    eprintln!("city-compare-prerender: {why}.");
    ExitCode::from(2)
}

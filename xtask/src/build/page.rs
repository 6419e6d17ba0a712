//! index.html as it is published: without the lines that only trunk reads, since `trunk serve` builds from the same page, and
//! with the first view in it, which is seen before the module is there.

use super::{Profile, first_view};
use crate::failure::Failure;
use crate::project::Project;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::fs;
use std::path::Path;

/// Writes the page into `out`; for a release with the first view.
pub fn write(project: &Project, profile: Profile, out: &Path) -> Result<(), Failure> {
    let from = project.root().join("index.html");
    let page = fs::read_to_string(&from).map_err(|error| Failure::file("Reading", &from, &error))?;
    let first = match profile {
        Profile::Dev => String::new(),
        Profile::Release => first_view::of_the_app(project)?,
    };
    super::write(&out.join("index.html"), &published(&page, &first)?)
}

fn published(page: &str, first: &str) -> Result<String, Failure> {
    let without = element!("link[data-trunk]", |link| {
        link.remove();
        Ok(())
    });
    let with = element!("city-compare", |host| {
        host.set_inner_content(first, ContentType::Html);
        Ok(())
    });
    let settings =
        RewriteStrSettings::new().append_element_content_handler(without).append_element_content_handler(with);
    let page = rewrite_str(page, settings).map_err(|error| {
        Failure::new(format!("index.html could not be read: {error}"), "a page in HTML", "correct index.html")
    })?;
    // The lines that are empty now.
    Ok(page.lines().filter(|line| !line.trim().is_empty()).map(|line| format!("{line}\n")).collect())
}

#[cfg(test)]
mod tests {
    use super::published;

    const PAGE: &str = include_str!("../../../index.html");

    #[test]
    fn what_only_trunk_reads_is_not_published() {
        let page = published(PAGE, "<p>first</p>").unwrap_or_default();
        assert!(!page.contains("data-trunk"), "{page}");
        for kept in [
            "<link rel=\"icon\"",
            "<link rel=\"stylesheet\" href=\"app.css\">",
            "src=\"city-compare.js\"",
            "lang=\"ko\"",
            "view=\"glance\"><p>first</p></city-compare>",
        ] {
            assert!(page.contains(kept), "{kept} in {page}");
        }
        assert!(page.starts_with("<!doctype html>\n<html lang=\"ko\">\n"));
    }

    #[test]
    fn trunk_copies_what_the_page_asks_for_beside_its_scripts() {
        for wanted in ["www/app/app.css", "www/app/icons"] {
            assert!(PAGE.contains(&format!("href=\"{wanted}\"")), "{wanted}");
        }
        // The scripts are made by the hook in Trunk.toml.
        assert!(include_str!("../../../Trunk.toml").contains("xtask/tools/bundle.mjs"));
    }
}

//! The first view as markup in a page: seen before the module is there, and by readers without scripts. crates/prerender makes it
//! of the widget's own views; here it becomes the content of a shadow root.

use crate::failure::Failure;
use crate::project::Project;
use crate::run::printed;
use city_compare::text::Lang;
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, doc_comments, element, rewrite_str};

/// Charts are drawn for a width: that of a card at a glance is nearly the same on a phone and beside two others, and the style
/// sheet fits a drawing into what there is.
const WIDTH: &str = "390";

/// The name of the only instance in a page, as the loader gives it.
const INSTANCE: &str = "cc";

/// The first view of the app, in both languages: www/app/first.js and app.css say which one is seen.
pub fn of_the_app(project: &Project) -> Result<String, Failure> {
    let attributes = ["state=url", "view=glance"];
    let both: Vec<String> = Lang::ALL
        .into_iter()
        .map(|lang| still(&rendered(project, lang, &attributes)?, lang))
        .collect::<Result<_, _>>()?;
    Ok(shadow_root(&both.concat()))
}

/// A shadow root with its style sheet: a policy that is strict forbids styles within the page.
fn shadow_root(markup: &str) -> String {
    format!(
        "<template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"city-compare.css\">{markup}<slot></slot></template>"
    )
}

fn rendered(project: &Project, lang: Lang, attributes: &[&str]) -> Result<String, Failure> {
    let mut cargo = project.command("cargo");
    cargo.args(["run", "--quiet", "--package", "city-compare-prerender", "--", lang.tag(), WIDTH, INSTANCE]);
    printed(cargo.args(attributes), || {
        Failure::new(
            "The first view could not be made into markup (crates/prerender)",
            "views that ask nothing of a browser while they are made",
            "correct what stands above",
        )
    })
}

/// The markup as a page may hold it while nothing follows it: without marks of what changes, without styles within, which a
/// policy may forbid, without the buttons that lie over the marks of a chart, since their places are such styles, and with its
/// language as a part that the page's style sheet can choose.
fn still(markup: &str, lang: Lang) -> Result<String, Failure> {
    let part = format!("base first first-{}", lang.tag());
    let of_the_page = |root: &mut Element<'_, '_>| {
        root.set_attribute("part", &part)?;
        Ok(())
    };
    let unstyled = |styled: &mut Element<'_, '_>| {
        styled.remove_attribute("style");
        Ok(())
    };
    let unplaced = |button: &mut Element<'_, '_>| {
        button.remove();
        Ok(())
    };
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("button.cc-hit", unplaced))
        .append_document_content_handler(doc_comments!(|comment| {
            comment.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("[style]", unstyled))
        .append_element_content_handler(element!("div.cc", of_the_page));
    rewrite_str(markup.trim(), settings).map_err(|error| {
        let found = format!("The markup of the first view could not be read: {error}");
        Failure::new(found, "HTML as Leptos writes it", "look at src/prerender.rs")
    })
}

#[cfg(test)]
mod tests {
    use super::{shadow_root, still};
    use city_compare::text::Lang;

    #[test]
    fn what_a_strict_policy_forbids_and_what_marks_places_is_left_out() {
        let markup = "<div part=\"base\" lang=\"ko\" class=\"cc\"><!><b style=\"left:1%\" id=\"cc-a\">x<!>y</b><button class=\"cc-hit\"></button></div>";
        let still = still(markup, Lang::Ko).unwrap_or_default();
        assert_eq!(still, "<div part=\"base first first-ko\" lang=\"ko\" class=\"cc\"><b id=\"cc-a\">xy</b></div>");
        assert!(shadow_root(&still).ends_with("</div><slot></slot></template>"));
    }
}

//! The forms that the widget comes in, made from one build: the loader with its digests, the single-script bundle, the one
//! file, the npm package, tables for pages without script, and the digests of all of it.

use super::{Profile, www};
use crate::failure::Failure;
use crate::project::Project;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use city_compare::model::Dataset;
use city_compare::text::Lang;
use sha2::{Digest, Sha384};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

mod app;
mod manifest;
mod readme;
mod tables;

const BUNDLE: &str = "city-compare.bundle.js";

/// Writes every form into `dist`, which holds the page, www/ and the wasm module. In a release the page keeps itself in the
/// browser for use without a network.
pub fn write(project: &Project, dist: &Path, dataset: &Dataset, profile: Profile) -> Result<(), Failure> {
    www::scripts(project, dist, VERSION)?;
    www::types(project, dist)?;
    manifest::hold(&text(dist, manifest::NAME)?)?;
    put(dist, "city-compare.html", &one_file(&text(dist, BUNDLE)?, &text(dist, "app.css")?))?;
    fs::create_dir_all(dist.join("fallback")).map_err(|error| Failure::file("Making", dist, &error))?;
    for lang in Lang::ALL {
        put(dist, &format!("fallback/{}.html", lang.tag()), &tables::fallback(dataset, lang))?;
    }
    let page = "examples/no-script.html";
    let mark = "<!-- fallback/ko.html -->";
    put(dist, page, &replaced(&text(dist, page)?, page, mark, &tables::fallback(dataset, Lang::Ko))?)?;
    put(dist, "package.json", &text(dist, "package.json")?.replace("\"0.0.0-dev\"", &format!("\"{VERSION}\"")))?;
    put(
        dist,
        readme::NAME,
        &readme::with_digests(&text(dist, readme::NAME)?, |name| Ok(digest(&bytes(dist, name)?)))?,
    )?;
    app::write(project, dist, dataset, profile)?;
    put(dist, "integrity.json", &integrity(dist)?)
}

/// The version in Cargo.toml, which is that of the package.
const VERSION: &str = city_compare::VERSION;

/// The page for a room without a network: everything inside, under a policy that lets nothing in or out.
fn one_file(bundle: &str, css: &str) -> String {
    // Within a script element, these three would end it or change how it is read.
    let script = bundle.replace("</script", "<\\/script").replace("<!--", "<\\!--").replace("<script", "\\x3Cscript");
    let (script_digest, style_digest) = (digest256(script.as_bytes()), digest256(css.as_bytes()));
    format!(
        "<!doctype html>\n<html lang=\"ko\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '{script_digest}' \
         'wasm-unsafe-eval'; style-src '{style_digest}'; img-src data: blob:; connect-src 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>city-compare</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<style>{css}</style>\n</head>\n<body>\n\
         <city-compare state=\"url\"></city-compare>\n<script>{script}</script>\n</body>\n</html>\n"
    )
}

/// SHA-384 of every file but this one, as the attribute `integrity` takes it.
fn integrity(dist: &Path) -> Result<String, Failure> {
    let mut digests = BTreeMap::new();
    collect(dist, "", &mut digests)?;
    digests.remove("integrity.json");
    serde_json::to_string_pretty(&digests).map(|json| json + "\n").map_err(|error| {
        Failure::new(
            format!("integrity.json: {error}"),
            "names and digests are text",
            "look at xtask/src/build/forms/mod.rs",
        )
    })
}

fn collect(folder: &Path, prefix: &str, digests: &mut BTreeMap<String, String>) -> Result<(), Failure> {
    let failed = |error| Failure::file("Reading", folder, &error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), digests)?;
        } else {
            digests.insert(name, digest(&fs::read(entry.path()).map_err(failed)?));
        }
    }
    Ok(())
}

fn replaced(script: &str, name: &str, from: &str, to: &str) -> Result<String, Failure> {
    if script.contains(from) {
        return Ok(script.replace(from, to));
    }
    Err(Failure::new(
        format!("{name} does not hold `{from}`"),
        "the line that the build replaces",
        "write it again, or change xtask/src/build/forms/mod.rs",
    ))
}

/// SHA-384, as the attribute `integrity` takes it.
pub(crate) fn digest(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

fn digest256(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(sha2::Sha256::digest(bytes)))
}

fn text(dist: &Path, name: &str) -> Result<String, Failure> {
    fs::read_to_string(dist.join(name)).map_err(|error| Failure::file("Reading", &dist.join(name), &error))
}

fn bytes(dist: &Path, name: &str) -> Result<Vec<u8>, Failure> {
    fs::read(dist.join(name)).map_err(|error| Failure::file("Reading", &dist.join(name), &error))
}

fn put(dist: &Path, name: &str, content: &str) -> Result<(), Failure> {
    fs::write(dist.join(name), content).map_err(|error| Failure::file("Writing", &dist.join(name), &error))
}

#[cfg(test)]
mod tests {
    use super::one_file;

    #[test]
    fn nothing_inside_the_one_file_ends_its_script() {
        let page = one_file("'</script><!--<script>'", "body{}");
        assert_eq!(page.matches("</script").count(), 1);
        assert!(!page.contains("<!--"));
    }
}

//! The forms that the widget comes in, made from one build: the loader with its digests, the single-script bundle, the one
//! file, the npm package, tables for pages without script, and the digests of all of it.

use crate::build::split;
use crate::failure::Failure;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use city_compare::model::Dataset;
use city_compare::text::Lang;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha384};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

mod app;
#[cfg(test)]
mod manifest;
mod readme;
mod tables;

const LOADER: &str = "city-compare.js";
const FAILURE: &str = "city-compare-failure.js";
const GLUE: &str = "wasm/city-compare.js";
const WASM: &str = "wasm/city-compare_bg.wasm";

/// The last file that the loader knows before the build adds the parts.
const LAST_FILE: &str = "  wasm: new URL('./wasm/city-compare_bg.wasm', import.meta.url).href,\n";

/// The line of the loader that the build writes.
const BUILD_LINE: &str = "const BUILD = { version: 'dev', digests: {}, packed: null };";

/// Writes every form into `dist`, which holds the page, www/ and the wasm module; with `offline`, the page keeps itself in
/// the browser for use without a network.
pub fn write(dist: &Path, dataset: &Dataset, offline: bool) -> Result<(), Failure> {
    let parts = Parts::read(dist)?;
    put(dist, LOADER, &parts.loader()?)?;
    put(dist, FAILURE, &without_comments(&parts.failure))?;
    put(dist, GLUE, &parts.glue)?;
    let bundle = parts.bundle()?;
    put(dist, "city-compare.html", &one_file(&bundle, &text(dist, "app.css")?))?;
    put(dist, "city-compare.bundle.js", &bundle)?;
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
    put(dist, "app.js", &without_comments(&text(dist, "app.js")?))?;
    app::write(dist, dataset, offline)?;
    put(dist, "integrity.json", &integrity(dist)?)
}

/// The version in Cargo.toml, which is that of the package.
const VERSION: &str = city_compare::VERSION;

/// What the forms are put together from.
struct Parts {
    loader: String,
    failure: String,
    glue: String,
    wasm: Vec<u8>,
    /// What is loaded when a reader first needs it: name and content.
    later: Vec<(String, Vec<u8>)>,
}

impl Parts {
    fn read(dist: &Path) -> Result<Self, Failure> {
        Ok(Self {
            loader: text(dist, LOADER)?,
            failure: text(dist, FAILURE)?,
            glue: without_comments(&text(dist, GLUE)?),
            wasm: bytes(dist, WASM)?,
            later: split::parts(dist)?
                .into_iter()
                .map(|name| Ok((name.clone(), bytes(dist, &format!("{}{name}.wasm", split::PART))?)))
                .collect::<Result<_, Failure>>()?,
        })
    }

    /// The loader as it is published: with the version, and the digests of what it loads.
    fn loader(&self) -> Result<String, Failure> {
        let digests = [
            ("failure", digest(without_comments(&self.failure).as_bytes())),
            ("glue", digest(self.glue.as_bytes())),
            ("wasm", digest(&self.wasm)),
        ];
        let digests = digests.map(|(name, digest)| format!("{name}: '{digest}'")).join(", ");
        let build = format!("const BUILD = {{ version: '{VERSION}', digests: {{ {digests} }}, packed: null }};");
        let loader = replaced(&self.loader, LOADER, BUILD_LINE, &build)?;
        // Each written out, so that a bundler sees it.
        let address =
            |name: &String| format!("  {name}: new URL('./{}{name}.wasm', import.meta.url).href,\n", split::PART);
        let addresses: String = self.later.iter().map(|(name, _)| address(name)).collect();
        Ok(without_comments(&replaced(&loader, LOADER, LAST_FILE, &format!("{LAST_FILE}{addresses}"))?))
    }

    /// One classic script with everything inside: it asks for no other file.
    fn bundle(&self) -> Result<String, Failure> {
        let build = format!(
            "const BUILD = {{ version: '{VERSION}', digests: {{}}, packed: {{ glue, explain, files: PACKED }} }};"
        );
        let loader = replaced(&self.loader, LOADER, BUILD_LINE, &build)?;
        // The bundle loads nothing: a classic script may hold `import()`, and never comes to it.
        let loader = replaced(&loader, LOADER, "import.meta.url", "document.baseURI")?;
        let glue = replaced(&self.glue, GLUE, "import.meta.url", "document.baseURI")?;
        let last = "export { initSync, __wbg_init as default };";
        let on_part = if self.later.is_empty() { "" } else { " on_part," };
        let exports = format!("return {{ open, styles, on_panic,{on_part} default: __wbg_init }};");
        let glue = replaced(&glue, GLUE, last, &exports)?;
        let later = self.later.iter().map(|(name, module)| (name.as_str(), module));
        let packed = std::iter::once(("wasm", &self.wasm)).chain(later);
        let packed = packed.map(|(name, module)| Ok(format!("{name}: '{}'", STANDARD.encode(gzip(module)?))));
        let packed = packed.collect::<Result<Vec<_>, Failure>>()?.join(",\n");
        let parts = [
            format!("const PACKED = {{\n{packed}\n}};"),
            format!("const glue = () => {{\n{}\n}};", not_exported(&glue)),
            format!("const explain = (() => {{\n{}\nreturn explain;\n}})();", not_exported(&self.failure)),
            not_exported(&loader),
        ];
        Ok(without_comments(&format!("(() => {{\n'use strict';\n{}\n}})();\n", parts.join("\n"))))
    }
}

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

/// Comments that have their lines to themselves stay in the repository: a reader need not download them.
fn without_comments(script: &str) -> String {
    let mut inside = false;
    let mut kept = String::with_capacity(script.len());
    for line in script.lines() {
        let start = line.trim_start();
        inside |= start.starts_with("/*");
        let code = match (inside, line.split_once("*/")) {
            // What stands behind the end of a comment is code.
            (true, Some((_, rest))) => rest.trim_start(),
            (true, None) => "",
            (false, _) => line,
        };
        inside = inside && !line.contains("*/");
        if !code.trim().is_empty() && !code.trim_start().starts_with("//") {
            kept.push_str(code);
            kept.push('\n');
        }
    }
    kept
}

/// Declarations that were exported, as they stand within a function.
fn not_exported(script: &str) -> String {
    let lines = script.lines().map(|line| line.strip_prefix("export ").unwrap_or(line));
    lines.collect::<Vec<_>>().join("\n")
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

fn gzip(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let done = encoder.write_all(bytes).and_then(|()| encoder.finish());
    done.map_err(|error| Failure::file("Compressing", Path::new(WASM), &error))
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
    use super::{BUILD_LINE, FAILURE, GLUE, LOADER, Parts, WASM, not_exported, one_file, without_comments};

    const LOADER_SOURCE: &str = include_str!("../../../../www/city-compare.js");

    fn parts() -> Parts {
        Parts {
            loader: LOADER_SOURCE.to_owned(),
            failure: include_str!("../../../../www/city-compare-failure.js").to_owned(),
            glue: "export class Widget {}\nnew URL('a', import.meta.url);\nexport { initSync, __wbg_init as default };"
                .to_owned(),
            wasm: b"\0asm".to_vec(),
            later: vec![("budgets".to_owned(), b"\0asm".to_vec())],
        }
    }

    #[test]
    fn the_published_loader_names_its_version_and_what_it_loads() {
        let loader = parts().loader().unwrap_or_default();
        assert!(!loader.contains(BUILD_LINE), "{LOADER}");
        assert!(loader.contains("wasm: 'sha384-"));
        assert!(loader.contains("new URL('./wasm/city-compare-budgets.wasm', import.meta.url)"));
        for file in [FAILURE, GLUE, WASM] {
            // A bundler finds the files by these words.
            assert!(loader.contains(&format!("new URL('./{file}', import.meta.url)")), "{file}");
        }
        assert!(loader.contains("version: '0.1.0'") || !loader.contains("version: 'dev'"));
    }

    #[test]
    fn the_bundle_is_a_classic_script() {
        let bundle = parts().bundle().unwrap_or_default();
        assert!(bundle.starts_with("(() => {"));
        assert!(!bundle.contains("import.meta"));
        assert!(!bundle.lines().any(|line| line.starts_with("export ")));
    }

    #[test]
    fn only_comments_that_stand_alone_go() {
        let script = "// a\nlet b; // c\n/* d\n e */\n  /** f */\nlet g = '/* h */';\n";
        assert_eq!(without_comments(script), "let b; // c\nlet g = '/* h */';\n");
        // Code behind a comment on one line is code.
        assert_eq!(without_comments("/** f */ let g;\n/* h\n i */ let j;\n"), "let g;\nlet j;\n");
        assert_eq!(not_exported("export class A {}\nlet b;"), "class A {}\nlet b;");
    }

    #[test]
    fn nothing_inside_the_one_file_ends_its_script() {
        let page = one_file("'</script><!--<script>'", "body{}");
        assert_eq!(page.matches("</script").count(), 1);
        assert!(!page.contains("<!--"));
    }
}

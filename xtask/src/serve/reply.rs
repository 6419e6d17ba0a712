//! What the server answers: a file of a folder, or a sentence. Nothing here listens.

use std::fs;
use std::path::{Component, Path, PathBuf};

/// The content security policy of the page: no script, style or connection but its own. The server sends it, so
/// that the page is only ever seen and tested under it. The widget's own policy, and the manifest of the installed app.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                           img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'";

/// An answer to a request.
#[derive(Debug, PartialEq, Eq)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// Name and value of each header.
    pub headers: Vec<(&'static str, String)>,
    /// The body; the server leaves it out at HEAD.
    pub body: Vec<u8>,
}

/// The answer to a request for `url` (path and query, as the browser sends it) below `root`. A browser that reads brotli
/// gets the prepared form of a file (`name.br` beside it) where there is one.
pub fn to(root: &Path, method: &str, url: &str, brotli: bool) -> Reply {
    if method != "GET" && method != "HEAD" {
        let mut reply = sentence(405, "This server only answers GET and HEAD.");
        reply.headers.push(("Allow", "GET, HEAD".to_owned()));
        return reply;
    }
    let address = url.split(['?', '#']).next().unwrap_or_default();
    let Some(relative) = decode(address).and_then(|path| inside(&path)) else {
        return sentence(404, "This address leaves the folder that is served.");
    };
    let mut path = root.join(&relative);
    if path.is_dir() {
        if !address.ends_with('/') {
            let mut reply = sentence(301, "This is a folder; its address ends with a slash.");
            reply.headers.push(("Location", format!("{address}/")));
            return reply;
        }
        path.push("index.html");
    }
    if let Some(prepared) = brotli.then(|| prepared(&path)).and_then(|path| fs::read(path).ok()) {
        let mut reply = file(root, &path, prepared);
        reply.headers.push(("Content-Encoding", "br".to_owned()));
        return reply;
    }
    match fs::read(&path) {
        Ok(body) => file(root, &path, body),
        Err(_) => sentence(404, &format!("There is no file {} here.", relative.display())),
    }
}

/// Where the brotli form of a file lies.
pub fn prepared(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".br");
    name.into()
}

fn file(root: &Path, path: &Path, body: Vec<u8>) -> Reply {
    let mut headers = headers(media_type(path));
    if path == root.join("index.html") {
        headers.push(("Content-Security-Policy", PAGE_POLICY.to_owned()));
    }
    Reply { status: 200, headers, body }
}

fn sentence(status: u16, text: &str) -> Reply {
    Reply { status, headers: headers("text/plain; charset=utf-8"), body: format!("{text}\n").into_bytes() }
}

fn headers(media_type: &str) -> Vec<(&'static str, String)> {
    vec![
        ("Content-Type", media_type.to_owned()),
        ("Cache-Control", "no-cache".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
    ]
}

/// The path as a relative one, or nothing when it would leave the folder.
fn inside(path: &str) -> Option<PathBuf> {
    let path = Path::new(path.strip_prefix('/')?);
    // A double slash would make an absolute path, which `join` takes instead of the folder.
    path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)).then(|| path.to_path_buf())
}

/// Takes %XX apart. Nothing when that is not text, or holds a character that no file of ours has.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok().filter(|path| !path.contains(['\\', '\0', ':']))
}

/// The media type by the name's ending. Browsers refuse modules and wasm under any other.
fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "csv" => "text/csv; charset=utf-8",
        "ts" | "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{Reply, to};
    use std::path::{Path, PathBuf};
    use std::{env, fs, io, process};

    struct Site(PathBuf);

    impl Site {
        fn new(name: &str) -> io::Result<Self> {
            let outer = env::temp_dir().join(format!("city-compare-{}-{name}", process::id()));
            let root = outer.join("dist");
            fs::create_dir_all(root.join("examples"))?;
            fs::write(outer.join("secret.txt"), "secret")?;
            fs::write(root.join("index.html"), "<!doctype html>")?;
            fs::write(root.join("examples/index.html"), "<!doctype html>")?;
            fs::write(root.join("module.wasm"), "\0asm")?;
            Ok(Self(root))
        }

        fn get(&self, url: &str) -> Reply {
            to(&self.0, "GET", url, false)
        }
    }

    impl Drop for Site {
        fn drop(&mut self) {
            fs::remove_dir_all(self.0.parent().unwrap_or(Path::new("/nowhere"))).ok();
        }
    }

    fn header<'a>(reply: &'a Reply, name: &str) -> Option<&'a str> {
        reply.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    #[test]
    fn files_have_the_media_type_that_browsers_ask_for() -> io::Result<()> {
        let site = Site::new("types")?;
        let wasm = site.get("/module.wasm?v=1");
        assert_eq!((wasm.status, header(&wasm, "Content-Type")), (200, Some("application/wasm")));
        assert_eq!(header(&wasm, "Cache-Control"), Some("no-cache"));
        assert_eq!(header(&wasm, "Content-Security-Policy"), None);
        Ok(())
    }

    #[test]
    fn only_a_browser_that_reads_brotli_gets_the_prepared_form() -> io::Result<()> {
        let site = Site::new("brotli")?;
        fs::write(site.0.join("module.wasm.br"), "short")?;
        let sent = to(&site.0, "GET", "/module.wasm", true);
        assert_eq!((sent.body.as_slice(), header(&sent, "Content-Encoding")), (&b"short"[..], Some("br")));
        assert_eq!(header(&sent, "Content-Type"), Some("application/wasm"));
        assert_eq!(header(&site.get("/module.wasm"), "Content-Encoding"), None);
        assert_eq!(to(&site.0, "GET", "/index.html", true).body, b"<!doctype html>");
        Ok(())
    }

    #[test]
    fn the_page_comes_with_its_policy_at_both_addresses() -> io::Result<()> {
        let site = Site::new("page")?;
        for url in ["/", "/index.html", "/?lang=en"] {
            let page = site.get(url);
            assert_eq!((page.status, header(&page, "Content-Type")), (200, Some("text/html; charset=utf-8")));
            assert!(
                header(&page, "Content-Security-Policy").is_some_and(|policy| policy.contains("default-src 'none'"))
            );
        }
        Ok(())
    }

    #[test]
    fn a_folder_is_its_index_page() -> io::Result<()> {
        let site = Site::new("folder")?;
        assert_eq!(site.get("/examples/").status, 200);
        let moved = site.get("/examples");
        assert_eq!((moved.status, header(&moved, "Location")), (301, Some("/examples/")));
        Ok(())
    }

    #[test]
    fn nothing_outside_the_folder_is_served() -> io::Result<()> {
        let site = Site::new("outside")?;
        let absolute = format!("/{}", site.0.with_file_name("secret.txt").display());
        let urls =
            ["/../secret.txt", "/%2e%2e/secret.txt", "/examples/../../secret.txt", "/..%2fsecret.txt", &absolute];
        for url in urls {
            assert_eq!(site.get(url).status, 404, "{url}");
        }
        Ok(())
    }

    #[test]
    fn what_is_not_there_is_answered_with_a_sentence() -> io::Result<()> {
        let site = Site::new("missing")?;
        let missing = site.get("/nothing.js");
        assert_eq!((missing.status, header(&missing, "Content-Type")), (404, Some("text/plain; charset=utf-8")));
        assert_eq!(missing.body, b"There is no file nothing.js here.\n");
        assert_eq!(site.get("/%zz").status, 404);
        assert_eq!(to(&site.0, "POST", "/", false).status, 405);
        Ok(())
    }
}

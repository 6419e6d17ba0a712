//! What the server answers: a file of the folder, its brotli form where there is one (`name.br` beside it) and the browser
//! reads it, or a sentence.

use axum::Router;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use std::path::{Path, PathBuf};
use tower_http::services::ServeDir;

/// The content security policy of the page: no script, style or connection but its own. The server sends it, so
/// that the page is only ever seen and tested under it. The widget's own policy, and the manifest of the installed app.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                           img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; \
                           form-action 'none'";

/// The files of a folder.
pub fn router(root: &Path) -> Router {
    Router::new().fallback_service(ServeDir::new(root).precompressed_br()).layer(from_fn(with_headers))
}

/// Where the brotli form of a file lies.
pub fn prepared(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".br");
    name.into()
}

/// What a careful host sends besides: nothing is taken from a cache unasked, and no type is guessed.
async fn with_headers(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    if response.status() == StatusCode::NOT_FOUND {
        response = (StatusCode::NOT_FOUND, format!("There is no file {path} here.\n")).into_response();
    }
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Some(typed) = headers.get(CONTENT_TYPE).and_then(with_charset) {
        headers.insert(CONTENT_TYPE, typed);
    }
    if matches!(path.as_str(), "/" | "/index.html") {
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(PAGE_POLICY));
    }
    response
}

/// Our texts are UTF-8: a classic script in a page of another encoding would be read in that.
fn with_charset(media_type: &HeaderValue) -> Option<HeaderValue> {
    let text = media_type.to_str().ok()?;
    (text.starts_with("text/") && !text.contains("charset"))
        .then(|| HeaderValue::from_str(&format!("{text}; charset=utf-8")).ok())?
}

#[cfg(test)]
mod tests {
    use super::router;
    use axum::body::{Body, to_bytes};
    use axum::http::{Request, Response, header};
    use std::path::PathBuf;
    use std::{env, fs, io, process};
    use tower::ServiceExt;

    struct Site(PathBuf);

    impl Site {
        fn new(name: &str) -> io::Result<Self> {
            let outer = env::temp_dir().join(format!("city-compare-{}-{name}", process::id()));
            let root = outer.join("dist");
            fs::create_dir_all(root.join("examples"))?;
            fs::write(outer.join("secret.txt"), "secret")?;
            fs::write(root.join("index.html"), "<!doctype html>")?;
            fs::write(root.join("examples/index.html"), "<!doctype html>")?;
            fs::write(root.join("app.js"), "let a;")?;
            fs::write(root.join("manifest.webmanifest"), "{}")?;
            fs::write(root.join("module.wasm"), "\0asm")?;
            fs::write(root.join("module.wasm.br"), "short")?;
            Ok(Self(outer))
        }

        async fn ask(&self, method: &str, url: &str, encoding: &str) -> io::Result<Response<Body>> {
            let request = Request::builder().method(method).uri(url).header(header::ACCEPT_ENCODING, encoding);
            let request = request.body(Body::empty()).map_err(io::Error::other)?;
            router(&self.0.join("dist")).oneshot(request).await.map_err(io::Error::other)
        }

        async fn get(&self, url: &str) -> io::Result<Response<Body>> {
            self.ask("GET", url, "gzip").await
        }
    }

    impl Drop for Site {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).ok();
        }
    }

    fn header(response: &Response<Body>, name: header::HeaderName) -> Option<&str> {
        response.headers().get(name)?.to_str().ok()
    }

    async fn body(response: Response<Body>) -> io::Result<Vec<u8>> {
        Ok(to_bytes(response.into_body(), 1_000).await.map_err(io::Error::other)?.to_vec())
    }

    #[tokio::test]
    async fn files_have_the_media_type_that_browsers_ask_for() -> io::Result<()> {
        let site = Site::new("types")?;
        for (url, media_type) in [
            ("/module.wasm?v=1", "application/wasm"),
            ("/app.js", "text/javascript; charset=utf-8"),
            ("/manifest.webmanifest", "application/manifest+json"),
        ] {
            let sent = site.get(url).await?;
            assert_eq!((sent.status().as_u16(), header(&sent, header::CONTENT_TYPE)), (200, Some(media_type)), "{url}");
            assert_eq!(header(&sent, header::CACHE_CONTROL), Some("no-cache"));
            assert_eq!(header(&sent, header::X_CONTENT_TYPE_OPTIONS), Some("nosniff"));
            assert_eq!(header(&sent, header::CONTENT_SECURITY_POLICY), None);
        }
        Ok(())
    }

    #[tokio::test]
    async fn only_a_browser_that_reads_brotli_gets_the_prepared_form() -> io::Result<()> {
        let site = Site::new("brotli")?;
        let sent = site.ask("GET", "/module.wasm", "gzip, br").await?;
        assert_eq!(header(&sent, header::CONTENT_ENCODING), Some("br"));
        assert_eq!(header(&sent, header::CONTENT_TYPE), Some("application/wasm"));
        assert_eq!(body(sent).await?, b"short");
        assert_eq!(body(site.get("/module.wasm").await?).await?, b"\0asm");
        assert_eq!(body(site.ask("GET", "/index.html", "br").await?).await?, b"<!doctype html>");
        Ok(())
    }

    #[tokio::test]
    async fn the_page_comes_with_its_policy_at_both_addresses() -> io::Result<()> {
        let site = Site::new("page")?;
        for url in ["/", "/index.html", "/?lang=en"] {
            let page = site.get(url).await?;
            assert_eq!(
                (page.status().as_u16(), header(&page, header::CONTENT_TYPE)),
                (200, Some("text/html; charset=utf-8"))
            );
            let policy = header(&page, header::CONTENT_SECURITY_POLICY).unwrap_or_default();
            for rule in ["default-src 'none'", "base-uri 'none'", "form-action 'none'"] {
                assert!(policy.contains(rule), "{policy}");
            }
        }
        Ok(())
    }

    #[tokio::test]
    async fn a_folder_is_its_index_page() -> io::Result<()> {
        let site = Site::new("folder")?;
        assert_eq!(site.get("/examples/").await?.status(), 200);
        let moved = site.get("/examples").await?;
        assert!(moved.status().is_redirection());
        assert_eq!(header(&moved, header::LOCATION), Some("/examples/"));
        Ok(())
    }

    #[tokio::test]
    async fn nothing_outside_the_folder_is_served() -> io::Result<()> {
        let site = Site::new("outside")?;
        let absolute = format!("/{}", site.0.join("secret.txt").display());
        let urls =
            ["/../secret.txt", "/%2e%2e/secret.txt", "/examples/../../secret.txt", "/..%2fsecret.txt", &absolute];
        for url in urls {
            let sent = site.get(url).await?;
            assert_ne!(sent.status(), 200, "{url}");
            assert_ne!(body(sent).await?, b"secret", "{url}");
        }
        Ok(())
    }

    #[tokio::test]
    async fn what_is_not_there_is_answered_with_a_sentence() -> io::Result<()> {
        let site = Site::new("missing")?;
        let missing = site.get("/nothing.js").await?;
        assert_eq!(missing.status(), 404);
        assert_eq!(header(&missing, header::CONTENT_TYPE), Some("text/plain; charset=utf-8"));
        assert_eq!(body(missing).await?, b"There is no file /nothing.js here.\n");
        assert_eq!(site.ask("POST", "/", "gzip").await?.status(), 405);
        Ok(())
    }
}

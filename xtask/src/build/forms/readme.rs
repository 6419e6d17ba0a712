//! The README of the npm package: the lines to paste, with the digests of this build.

use crate::failure::Failure;

/// Where it lies, in www/ and in dist/.
pub(super) const NAME: &str = "README.md";

/// Stands before the name of a file whose digest is wanted.
const MARK: &str = "sha384 of ";

/// Puts the digest of each file that the text asks for, as `integrity="sha384 of city-compare.js"`, in its place.
pub(super) fn with_digests(text: &str, digest: impl Fn(&str) -> Result<String, Failure>) -> Result<String, Failure> {
    let mut parts = text.split(MARK);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('"').unwrap_or((part, ""));
        out.push_str(&digest(name)?);
        out.push('"');
        out.push_str(rest);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::{MARK, with_digests};
    use city_compare::options::ATTRIBUTES;

    const OF_THE_PACKAGE: &str = include_str!("../../../../www/README.md");
    const OF_THE_REPOSITORY: &str = include_str!("../../../../README.md");
    const GUIDE: &str = include_str!("../../../../docs/embedding.md");

    /// The two lines to paste: those that begin with the loader's script, without the digest.
    fn two_lines(text: &str) -> Option<(String, String)> {
        let mut lines = text.lines().skip_while(|line| !line.starts_with("<script type=\"module\""));
        let script = lines.next()?;
        let (start, digest) = script.split_once(" integrity=\"").unwrap_or((script, ""));
        let end = digest.split_once("crossorigin=\"anonymous\"").map_or("", |(_, end)| end);
        Some((format!("{start}{end}"), lines.next()?.to_owned()))
    }

    #[test]
    fn every_readme_shows_the_same_two_lines() {
        for text in [OF_THE_PACKAGE, OF_THE_REPOSITORY, GUIDE] {
            let (script, element) = two_lines(text).unwrap_or_default();
            assert_eq!(script, "<script type=\"module\" src=\"/city-compare/city-compare.js\"></script>");
            let inside = element.strip_prefix("<city-compare ").and_then(|rest| rest.strip_suffix("></city-compare>"));
            let names: Vec<_> =
                inside.unwrap_or_default().split_whitespace().filter_map(|pair| pair.split_once('=')).collect();
            assert!(!names.is_empty() && names.iter().all(|(name, _)| ATTRIBUTES.contains(name)), "{element}");
        }
    }

    #[test]
    fn the_packages_readme_gets_the_digests_of_what_a_page_names() {
        let written = with_digests(OF_THE_PACKAGE, |name| Ok(format!("sha384-{name}"))).unwrap_or_default();
        assert!(!written.contains(MARK));
        assert!(written.contains("integrity=\"sha384-city-compare.js\" crossorigin=\"anonymous\""));
        assert!(written.contains("integrity=\"sha384-city-compare.bundle.js\""));
    }
}

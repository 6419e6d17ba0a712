//! The code that shows a figure, in its state, on a page of someone else's.

use super::escape;

/// Where the files of the release lie that the figure was seen with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Address of the folder, with a slash at its end.
    pub folder: String,
    /// The script of the element in it.
    pub script: String,
    /// Its digest, if the page names one.
    pub integrity: Option<String>,
}

impl Release {
    /// The release of a script that a page has loaded; `None` if the address is none that other pages can ask.
    ///
    /// ```
    /// use city_compare_core::export::Release;
    /// let release = Release::of("https://city.example/cc/city-compare.js", Some("sha384-x")).unwrap();
    /// assert_eq!((release.folder.as_str(), release.script.as_str()), ("https://city.example/cc/", "city-compare.js"));
    /// assert_eq!(Release::of("file:///cc/city-compare.js", None), None);
    /// ```
    pub fn of(address: &str, integrity: Option<&str>) -> Option<Self> {
        let address = address.split(['?', '#']).next()?;
        let (folder, script) = address.rsplit_once('/')?;
        let asked = folder.starts_with("https://") || folder.starts_with("http://");
        let integrity = integrity.filter(|digest| !digest.is_empty()).map(str::to_owned);
        asked.then(|| Self { folder: format!("{folder}/"), script: script.to_owned(), integrity })
    }

    /// Two lines for a page that takes scripts: the script and the element with these attributes.
    ///
    /// ```
    /// use city_compare_core::export::Release;
    /// let release = Release::of("https://city.example/city-compare.js", None).unwrap();
    /// assert_eq!(
    ///     release.lines(&[("view", "budgets".to_owned()), ("show", "q=\"버스\"".to_owned())]),
    ///     "<script type=\"module\" src=\"https://city.example/city-compare.js\"></script>\n\
    ///      <city-compare view=\"budgets\" show=\"q=&quot;버스&quot;\"></city-compare>",
    /// );
    /// ```
    pub fn lines(&self, attributes: &[(&str, String)]) -> String {
        let kind = if self.script.contains("bundle") { "defer" } else { "type=\"module\"" };
        let checked =
            self.integrity.as_ref().map(|digest| format!(" integrity=\"{digest}\" crossorigin=\"anonymous\""));
        let attributes = attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", escape(value)));
        format!(
            "<script {kind} src=\"{}{}\"{}></script>\n<city-compare{}></city-compare>",
            escape(&self.folder),
            escape(&self.script),
            checked.unwrap_or_default(),
            attributes.collect::<String>(),
        )
    }

    /// A frame, and the script that gives it the height of what it holds.
    pub fn frame(&self, attributes: &[(&str, String)], title: &str) -> String {
        let query = attributes
            .iter()
            .map(|(name, value)| format!("{name}={}", percent_encoding::utf8_percent_encode(value, super::QUERY)));
        let query = query.collect::<Vec<_>>().join("&");
        let (folder, title) = (escape(&self.folder), escape(title));
        format!(
            "<script src=\"{folder}city-compare-embed.js\"></script>\n\
             <iframe data-city-compare src=\"{folder}embed.html?{}\" title=\"{title}\" allow=\"clipboard-write\" \
             width=\"100%\" height=\"700\"></iframe>",
            escape(&query),
        )
    }

    /// The address of the whole comparison, with a state in its fragment.
    pub fn whole(&self, fragment: &str) -> String {
        format!("{}index.html#{fragment}", self.folder)
    }
}

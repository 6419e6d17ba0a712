//! The one file that holds everything, with data of one's own inside.

/// Where the element of a page begins and ends.
const TAG: (&str, &str) = ("<city-compare", "</city-compare>");

/// The page of the one file with data in its element: the five cities, and a dataset as JSON beside them, whose city is `home`.
/// `None` if the page holds no element.
///
/// ```
/// use city_compare_core::export::offline;
/// let page = r#"<html><style>a</style><body><city-compare state="url"></city-compare><script>"<city-compare>"</script></body></html>"#;
/// let made = offline(page, r#"{"name": "A & <b>"}"#, "gaon").unwrap();
/// assert!(made.contains(r#"data="[&quot;built-in&quot;,{&quot;name&quot;: &quot;A &amp; &lt;b>&quot;}]""#));
/// assert!(made.contains(r#"home="gaon""#) && made.ends_with(r#"</city-compare><script>"<city-compare>"</script></body></html>"#));
/// assert_eq!(offline("<p>", "{}", "gaon"), None);
/// ```
pub fn offline(page: &str, json: &str, home: &str) -> Option<String> {
    let body = page.find("<body")?;
    let start = body + page.get(body..)?.find(TAG.0)?;
    let end = start + page.get(start..)?.find(TAG.1)?;
    let (before, after) = (page.get(..start)?, page.get(end..)?);
    let data = escaped(&format!("[\"built-in\",{json}]"));
    Some(format!("{before}{} state=\"url\" home=\"{}\" data=\"{data}\">{after}", TAG.0, escaped(home)))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

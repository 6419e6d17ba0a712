//! Writing SVG: escaping and numbers.

/// Text as it may stand in an element or an attribute. Characters that XML 1.0 forbids are left out.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}

/// A number with at most two decimals, without trailing zeros and without a negative zero.
pub(super) fn num(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    if !rounded.is_finite() || rounded == 0.0 {
        return "0".to_owned();
    }
    let text = format!("{rounded:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Elements written one after the other. Every attribute and text is escaped.
#[derive(Debug, Default)]
pub(super) struct Writer {
    out: String,
}

impl Writer {
    /// An opening tag.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push('>');
    }

    /// A closing tag.
    pub(super) fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
    }

    /// An element without content.
    pub(super) fn leaf(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push_str("/>\n");
    }

    /// An element with text.
    pub(super) fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.out.push_str(&escape(text));
        self.close(name);
    }

    /// A line break, for readers of the source.
    pub(super) fn newline(&mut self) {
        self.out.push('\n');
    }

    /// SVG that was written by another `Writer`.
    pub(super) fn raw(&mut self, svg: &str) {
        self.out.push_str(svg);
    }

    /// What was written.
    pub(super) fn finish(self) -> String {
        self.out
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.out.push(' ');
            self.out.push_str(key);
            self.out.push_str("=\"");
            self.out.push_str(&escape(value));
            self.out.push('"');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_forbidden_characters_cannot_escape() {
        let mut writer = Writer::default();
        writer.text("text", &[("class", "a\"><script>")], "여수 <&> \u{1}\u{ffff}끝");
        assert_eq!(writer.finish(), "<text class=\"a&quot;&gt;&lt;script&gt;\">여수 &lt;&amp;&gt; 끝</text>\n");
    }

    #[test]
    fn numbers_are_short_and_never_negative_zero() {
        let cases = [
            (1.0, "1"),
            (1.25, "1.25"),
            (0.1 + 0.2, "0.3"),
            (-0.001, "0"),
            (f64::NAN, "0"),
            (-12.5, "-12.5"),
            (100.0, "100"),
        ];
        for (value, text) in cases {
            assert_eq!(num(value), text);
        }
    }
}

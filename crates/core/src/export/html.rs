//! A static table for pages without script.

use crate::compare::DataTable;
use crate::compare::table::Cell;
use std::fmt::Write;

/// A table as HTML: caption, column headings and row headings with their scope, every text escaped.
///
/// Cells without a value carry their status as `data-status`, for style sheets. No script, no inline style.
///
/// ```
/// use city_compare_core::{compare::DataTable, export::html, text::Lang};
/// let table = DataTable { caption: "A & B".into(), lang: Lang::En, columns: vec![], rows: vec![] };
/// assert!(html(&table).starts_with("<table lang=\"en\">\n<caption>A &amp; B</caption>"));
/// ```
pub fn html(table: &DataTable) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_table(&mut out, table);
    out
}

fn write_table(out: &mut String, table: &DataTable) -> std::fmt::Result {
    writeln!(out, "<table lang=\"{}\">\n<caption>{}</caption>", table.lang.tag(), escape(&table.caption))?;
    out.push_str("<thead>\n<tr>");
    for column in &table.columns {
        write!(out, "<th scope=\"col\">{}</th>", escape(&column.label))?;
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for (index, cell) in row.cells.iter().enumerate() {
            write_cell(out, cell, index == 0)?;
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
    Ok(())
}

fn write_cell(out: &mut String, cell: &Cell, is_header: bool) -> std::fmt::Result {
    let tag = if is_header { "th" } else { "td" };
    write!(out, "<{tag}")?;
    if is_header {
        out.push_str(" scope=\"row\"");
    }
    if let Some(status) = cell.status {
        write!(out, " data-status=\"{}\"", status.word())?;
    }
    write!(out, ">{}", escape(&cell.text))?;
    if let Some(detail) = &cell.detail {
        write!(out, " <small>{}</small>", escape(detail))?;
    }
    write!(out, "</{tag}>")
}

/// Text that is safe between tags and within a quoted attribute.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_text_stays_text() {
        assert_eq!(escape("<b>\"R&D\"</b> '"), "&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt; &#39;");
    }
}

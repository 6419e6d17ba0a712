//! Pins to take along: as rows for a spreadsheet, and as a page of their own. Both cite where everything comes from.

use super::{Card, Pin, What};
use crate::compare::DataTable;
use crate::export::{Meta, begin_csv, escape, html, write_row};
use crate::model::Dataset;
use crate::text::Lang;
use crate::text::take::words;

/// The columns, the same in every language.
pub const PIN_COLUMNS: [&str; 11] =
    ["place", "kind", "id", "of", "title", "text", "note", "sources", "link", "dataset_version", "dataset_sha256"];

/// Pins as CSV, a row each, in the reader's order. Several lines of a text, and several sources, are parted by ` | `.
pub fn pins_csv(pins: &[(Pin, Card)], meta: &Meta) -> String {
    let mut text = begin_csv();
    write_row(&mut text, &PIN_COLUMNS.map(str::to_owned));
    for (place, (pin, card)) in pins.iter().enumerate() {
        let (kind, id) = match &pin.what {
            What::Item(id) => ("item", id.clone()),
            What::Cell(field, city) => ("cell", format!("{field}.{city}")),
            What::Figure(_) => ("figure", card.plot.as_ref().map(|plot| plot.id.clone()).unwrap_or_default()),
        };
        let row = [
            (place + 1).to_string(),
            kind.to_owned(),
            id,
            card.of.clone(),
            card.title.clone(),
            card.lines.join(" | "),
            pin.note.clone(),
            card.citations.join(" | "),
            meta.link.clone().unwrap_or_default(),
            meta.version.clone(),
            meta.hash.clone(),
        ];
        write_row(&mut text, &row);
    }
    text
}

/// Pins as an HTML page of its own: texts, figures as tables, notes, sources. Without script and without anything from elsewhere.
pub fn pins_html(pins: &[(Pin, Card)], dataset: &Dataset, meta: &Meta, lang: Lang) -> String {
    let w = words(lang);
    let (tag, title) = (lang.tag(), escape(w.tray_heading));
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<h1>{title}</h1>\n"
    );
    let paragraph = |text: &str| format!("<p>{}</p>\n", escape(text));
    for (pin, card) in pins {
        out.push_str(&format!("<section>\n<p>{}</p>\n<h2>{}</h2>\n", escape(&card.of), escape(&card.title)));
        out.extend(card.lines.iter().map(|line| paragraph(line)));
        out.extend(card.plot.as_ref().map(|plot| html(&DataTable::new(plot, dataset, lang))));
        if !pin.note.is_empty() {
            out.push_str(&format!("<p><strong>{}</strong> {}</p>\n", escape(w.note), escape(&pin.note)));
        }
        let cited = card.citations.iter().map(|cited| format!("<li>{}</li>\n", escape(cited)));
        out.push_str(&format!("<ul>\n{}</ul>\n</section>\n", cited.collect::<String>()));
    }
    let link = meta.link.iter().map(|link| format!("<p><a href=\"{0}\">{0}</a></p>\n", escape(link)));
    out.extend(link);
    out.push_str(&paragraph(&meta.line(lang)));
    out.push_str("</html>\n");
    out
}

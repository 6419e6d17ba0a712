//! The picture for the docs, drawn by the widget's own charts: a bar each for painting and for drawing again.

use super::report::{OURS, PEERS, Page, Results};
use super::samples::Spread;
use city_compare::chart::{Drawing, Frame, draw};
use city_compare::compare::{Category, Form, Mark, Plot, Reading, Series, Tone, Unit};
use city_compare::model::{Bilingual, Number};
use city_compare::text::Lang;

const WIDTH: u32 = 800;
/// Height of the title over a drawing.
const TITLE: u32 = 34;

/// The classes of the drawings in both themes, as the page's style sheet has them. Our bars are told by their colour and names.
const STYLE: &str = "<style>\
    svg { font-family: system-ui, sans-serif; background: #fff; }\
    text, .cc-label { fill: #16181d; } .cc-tick { fill: #5b616b; } .cc-grid { stroke: #e3e5e9; } .cc-axis { stroke: #5b616b; }\
    .cc-mark { fill: #767b85; } .cc-city-0 { fill: #0a5cb8; } .cc-pattern { fill: none; }\
    @media (prefers-color-scheme: dark) {\
    svg { background: #16181d; }\
    text, .cc-label { fill: #eceef2; } .cc-tick { fill: #a4abb7; } .cc-grid { stroke: #2e323a; } .cc-axis { stroke: #8e95a1; }\
    .cc-mark { fill: #8b919c; } .cc-city-0 { fill: #5a93f5; } }\
    </style>";

/// Both times of every page, as SVG.
pub fn svg(results: &Results) -> String {
    let painted = bars("painted", results, |page| Some(page.painted));
    let redraw = bars("redraw", results, |page| page.redraw);
    let titled = [("Milliseconds to the painted page", painted), ("Milliseconds to the painted change", redraw)];
    let mut body = String::new();
    let mut y = 0;
    for (title, drawing) in titled {
        body += &format!("<text x=\"12\" y=\"{}\" font-size=\"16\" font-weight=\"600\">{title}</text>\n", y + 24);
        // A drawing is an svg element of its own: its place is given to it.
        body += &drawing.svg().replacen("<svg ", &format!("<svg y=\"{}\" ", y + TITLE), 1);
        y += TITLE + drawing.height + 10;
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {y}\" width=\"{WIDTH}\" height=\"{y}\" role=\"img\" \
         aria-label=\"Times of city-compare and of four chart libraries; the tables have the same numbers\">\n{STYLE}\n{body}</svg>\n"
    )
}

fn bars(id: &str, results: &Results, of: fn(&Page) -> Option<Spread>) -> Drawing {
    let peers = PEERS.iter().map(|(name, label, _)| (*name, *label, 1));
    let pages = OURS.iter().map(|(name, label)| (*name, *label, 0)).chain(peers);
    let mut measured: Vec<(&str, usize, f64)> =
        pages.filter_map(|(name, label, series)| Some((label, series, of(results.page(name)?)?.median))).collect();
    measured.sort_by(|a, b| a.2.total_cmp(&b.2));
    let named = |name: &str| Bilingual::new(name, name);
    let series = |key: &str, tone| Series { key: key.to_owned(), label: named(key), tone, detail: None };
    let category = |label: &str| Category { key: label.to_owned(), label: named(label), detail: None, item: None };
    let mark = |(category, (_, series, value)): (usize, &(&str, usize, f64))| Mark {
        category,
        series: *series,
        value: Number::new(value.round()).map_or(Reading::NotApplicable, Reading::Value),
        year: None,
        stage: None,
        account: None,
        amount: None,
        squares: vec![],
        evidence: Vec::new(),
        notes: Vec::new(),
    };
    let plot = Plot {
        id: id.to_owned(),
        title: Bilingual::default(),
        form: Form::Bars,
        unit: Unit::Count(named("ms")),
        categories: measured.iter().map(|(label, ..)| category(label)).collect(),
        series: vec![series("city-compare", Tone::City(0)), series("libraries", Tone::Rest)],
        marks: measured.iter().enumerate().map(mark).collect(),
        notes: Vec::new(),
        answer: None,
    };
    draw(&plot, Frame { width: WIDTH, lang: Lang::En, id_prefix: id })
}

#[cfg(test)]
mod tests {
    use super::super::samples::{Load, Samples};
    use super::{Results, svg};

    #[test]
    fn every_measured_page_has_a_bar() {
        let load = Load { bytes: vec![1.0], painted: vec![1_234.0], redraw: vec![56.0] };
        let loads = [("plot".to_owned(), load.clone()), ("visions".to_owned(), load)].into();
        let drawn = svg(&Results::new(&Samples { loads, ..Samples::default() }, 3, 4));
        assert_eq!(drawn.matches("class=\"cc-mark").count(), 4);
        assert!(
            drawn.contains("1,234")
                && drawn.contains("Observable Plot")
                && drawn.contains("prefers-color-scheme: dark")
        );
    }
}

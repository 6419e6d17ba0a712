//! A pupil's answers as words, and as a page of its own to be handed in: no name, no script, nothing that asks for anything.

use crate::class::Class;
use crate::key::{self, Given, Solved};
use crate::model::{Answer, Lesson, Step};
use city_compare_core::compare::in_lang;
use city_compare_core::format;
use city_compare_core::text::{Lang, fill, lesson::words};
use city_compare_dataset::model::Dataset;

/// An answer in words.
pub fn answer(class: &Class<'_>, step: &Step, solved: &Solved, given: &Given, lang: Lang) -> String {
    let w = words(lang);
    let option = |place: usize| solved.options.get(place).map_or("", |option| in_lang(&option.text, lang));
    match (&step.answer, given) {
        (_, Given::One(place)) => option(*place).to_owned(),
        (_, Given::Order(order)) => order.iter().map(|place| option(*place)).collect::<Vec<_>>().join(" → "),
        (Answer::Number { of, .. }, Given::Number(number)) => of.text(*number, lang),
        (_, Given::Number(number)) => format::grouped(*number),
        (_, Given::Line(city, line)) => fill(w.answer_place, &[("city", option(*city)), ("line", &line.to_string())]),
        (Answer::Split { fields }, Given::Split(blocks)) => {
            let told = fields.iter().zip(blocks).filter(|(_, blocks)| **blocks > 0).map(|(line, blocks)| {
                let field = class.dataset.field(&line.field);
                let name = field.map_or(line.field.as_str(), |field| in_lang(&field.name, lang));
                let won = fill(w.unit_won, &[("n", &format::grouped(i64::from(*blocks) * 1_000))]);
                format!("{name} {won}")
            });
            told.collect::<Vec<_>>().join(", ")
        }
        (_, Given::Split(_)) => String::new(),
        (_, Given::Text(text)) => text.clone(),
    }
}

/// A step as it is handed in: question, answer, what the data say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The question.
    pub question: String,
    /// The answer in words.
    pub answer: String,
    /// What follows from the data, where something does.
    pub data: String,
}

/// The rows of a lesson: of the steps that `given` has an answer to.
pub fn rows<'g>(dataset: &Dataset, lesson: &Lesson, given: impl Fn(&str) -> Option<&'g Given>, lang: Lang) -> Vec<Row> {
    let row = |step: &Step| {
        let given = given(&step.id)?;
        let class = Class::new(dataset, lesson, step);
        let solved = key::solve(&class, step).ok()?;
        let data = in_lang(&solved.answer, lang);
        Some(Row {
            question: key::filled(&step.question, &solved, lang),
            answer: answer(&class, step, &solved, given, lang),
            data: if data.is_empty() { String::new() } else { fill(words(lang).the_answer, &[("answer", data)]) },
        })
    };
    lesson.steps.iter().filter_map(row).collect()
}

/// The page. `lines` stand under it: the code, the data's version.
pub fn page(title: &str, rows: &[Row], lines: &[String], lang: Lang) -> String {
    let row = |row: &Row| {
        let [question, answer, data] = [&row.question, &row.answer, &row.data].map(|text| escaped(text));
        format!("<h2>{question}</h2>\n<p class=\"a\">{answer}</p>\n<p>{data}</p>\n")
    };
    let title = escaped(title);
    let body: String = rows.iter().map(row).collect();
    let foot: String = lines.iter().map(|line| format!("<p>{}</p>\n", escaped(line))).collect();
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>body{{font-family:sans-serif;max-width:42em;margin:1em auto;padding:0 1em;line-height:1.6}}h2{{font-size:1em}}\
         .a{{white-space:pre-wrap;border:1px solid #767c86;padding:.5em}}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{body}{foot}</body>\n</html>\n",
        lang.tag()
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_pupil_writes_is_read_as_markup() {
        let row =
            Row { question: "Why?".into(), answer: "<script>alert(1)</script>\n& \"x\"".into(), data: String::new() };
        let page = page("A & B", &[row], &["code".into()], Lang::En);
        assert!(
            !page.contains("<script") && page.contains("&lt;script&gt;") && page.contains("<title>A &amp; B</title>")
        );
    }
}

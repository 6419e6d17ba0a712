//! A sheet of a lesson as it is printed. On the screen it is seen as it comes out.

use super::common::{Mode, address, data, quiet, to};
use super::list;
use super::player::print;
use crate::browser;
use crate::chart::{self, Frame};
use crate::compare::{Plot, speak};
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::Lang;
use crate::text::lesson::words;
use crate::widgets::figure::drawn_shape;
use city_compare_lessons::model::Lesson;
use city_compare_lessons::paper::{self, Block, Sheet};
use std::sync::Arc;

/// The width of a chart on A4 in CSS pixels.
const WIDTH: u32 = 640;
/// Named in the style sheet: while a sheet is shown, the frame of the widget is not printed.
const SHOWN: &str = "cc-sheet-shown";

pub(super) fn sheet(cx: Context, lesson: Arc<Lesson>, sheet: Sheet) -> AnyView {
    let lang = cx.lang.get();
    let w = words(lang);
    if let Some(root) = cx.element() {
        browser::set_class(&root, SHOWN, true);
    }
    on_cleanup(move || {
        if let Some(root) = cx.element() {
            browser::set_class(&root, SHOWN, false);
        }
    });
    let dataset = data(cx);
    let blocks = paper::sheet(&dataset, &lesson, sheet, lang);
    let blocks = blocks.iter().enumerate().map(|(at, block)| one(cx, at, block, lang)).collect_view();
    let link = list::link(cx, &lesson.id);
    let code = link.as_deref().and_then(|link| list::qr(link, w.qr_name));
    let others = [Sheet::Work, Sheet::Teacher, Sheet::Cards].into_iter().filter(|other| *other != sheet);
    let others = others.map(|other| {
        view! { <li>{to(cx, paper::name(other, lang), address(&lesson.id, Mode::Sheet(other)))}</li> }
    });
    let others = others.collect_view();
    view! {
        <div class="cc-lesson-noprint">
            {quiet(w.print, move || print(cx))} " " <span class="cc-note">{w.print_key}</span>
            <ul class="cc-leads">{others}</ul>
        </div>
        <article class="cc-sheet" lang=lang.tag()>
            <header>
                <div><h4>{say(&paper::title(&lesson, sheet), lang)}</h4><p>{say(&lesson.grade, lang)}</p></div>
                {code}
            </header>
            {blocks}
            <footer><p>{cx.opening().meta().line(lang)}</p>{link.map(|link| view! { <p>{link}</p> })}</footer>
        </article>
    }
}

fn one(cx: Context, at: usize, block: &Block, lang: Lang) -> AnyView {
    match block {
        Block::Heading(text) => view! { <h5>{text.clone()}</h5> },
        Block::Text(text) => view! { <p>{text.clone()}</p> },
        Block::Labelled(label, text) => view! { <p><strong>{label.clone()}</strong> " " {text.clone()}</p> },
        Block::Choices(list) => {
            let list = list.iter().map(|text| view! { <li><span aria-hidden="true">{"☐ "}</span>{text.clone()}</li> });
            view! { <ul class="cc-sheet-choices">{list.collect_view()}</ul> }
        }
        Block::List(list) => {
            let list = list.iter().map(|text| view! { <li>{text.clone()}</li> });
            view! { <ul class="cc-sheet-list">{list.collect_view()}</ul> }
        }
        Block::Table(head, rows) => table(head, rows),
        Block::Lines(many) => {
            let lines = (0..*many).map(|_| view! { <div class="cc-sheet-line"></div> });
            view! { <div>{lines.collect_view()}</div> }
        }
        Block::Plot(plot) => drawn(cx, at, plot, lang),
        Block::Cards(cards) => {
            let card = |[head, text, source]: &[String; 3]| {
                view! { <li><strong>{head.clone()}</strong><p>{text.clone()}</p><p class="cc-note">{source.clone()}</p></li> }
            };
            view! { <ul class="cc-sheet-cards">{cards.iter().map(card).collect_view()}</ul> }
        }
        Block::Page => view! { <div class="cc-sheet-page"></div> },
    }
}

fn table(head: &[String], rows: &[Vec<String>]) -> AnyView {
    // A head without a name is none.
    let head = head.iter().map(|text| match text.as_str() {
        "" => view! { <td></td> },
        text => view! { <th scope="col">{text.to_owned()}</th> },
    });
    let heads = head.collect_view();
    let row = |row: &Vec<String>| {
        let cells = row.iter().map(|text| view! { <td>{text.clone()}</td> }).collect_view();
        view! { <tr>{cells}</tr> }
    };
    let rows = rows.iter().map(row).collect_view();
    view! { <table class="cc-table cc-plain cc-sheet-table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table> }
}

/// A chart with its numbers in words, which is all that it is for those who do not see it.
fn drawn(cx: Context, at: usize, plot: &Plot, lang: Lang) -> AnyView {
    let prefix = cx.id(&format!("sheet-{at}"));
    let drawing = chart::draw(plot, Frame { width: WIDTH, lang, id_prefix: &prefix });
    let words: Vec<String> = plot.marks.iter().map(|mark| speak::name(plot, mark, &cx.data(), lang)).collect();
    view! {
        {drawn_shape("cc-sheet-chart", drawing.shape)}
        <p class="cc-hidden">{words.join(". ")}</p>
    }
}

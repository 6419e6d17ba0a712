//! The keyboard on the marks of a chart, which is one tab stop.

use crate::browser;
use crate::chart;
use crate::compare::{Form, Plot};
use leptos::wasm_bindgen::JsCast;

/// Focuses the mark that holds the chart's one tab stop.
pub(super) fn focus_current(chart: &web_sys::HtmlElement) {
    let current = chart.query_selector(".cc-hit[tabindex=\"0\"]").ok().flatten();
    if let Some(current) = current.and_then(|current| current.dyn_into::<web_sys::HtmlElement>().ok()) {
        browser::focus(&current);
    }
}

/// How many marks stand side by side: the columns of a unit chart; elsewhere arrows go one by one.
pub(super) fn across(plot: &Plot, drawn: &chart::Drawing) -> usize {
    let beside =
        drawn.marks.first().zip(drawn.marks.get(1)).is_some_and(|(first, second)| (first.y - second.y).abs() < 1.0);
    if plot.form == Form::Units && beside { plot.series.len() } else { 1 }
}

/// Arrows, Home and End move the focus between the marks of a chart, up and down by rows of so many; Escape leaves it to the next
/// control.
pub(super) fn walk(event: &leptos::ev::KeyboardEvent, across: usize) {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok());
    let Some(target) = target.filter(|target| target.class_list().contains("cc-hit")) else { return };
    let step = |from: &web_sys::Element, forward: bool| {
        let next = if forward { from.next_element_sibling() } else { from.previous_element_sibling() };
        next.filter(|next| next.class_list().contains("cc-hit"))
    };
    let end = |forward: bool| {
        let mut at: web_sys::Element = target.clone().into();
        while let Some(next) = step(&at, forward) {
            at = next;
        }
        Some(at)
    };
    let row = |forward: bool| (0..across).try_fold(web_sys::Element::from(target.clone()), |at, _| step(&at, forward));
    let next = match event.key().as_str() {
        "ArrowRight" => step(&target, true),
        "ArrowLeft" => step(&target, false),
        "ArrowDown" => row(true),
        "ArrowUp" => row(false),
        "Home" => end(false),
        "End" => end(true),
        "Escape" => target.closest(".cc-figure").ok().flatten().and_then(|figure| first_control(&figure)),
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = next.and_then(|next| next.dyn_into::<web_sys::HtmlElement>().ok()) {
        browser::focus(&next);
    }
}

/// The first control under the chart.
fn first_control(figure: &web_sys::Element) -> Option<web_sys::Element> {
    figure.query_selector(".cc-take button").ok().flatten()
}

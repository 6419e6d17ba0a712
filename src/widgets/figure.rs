use super::chunked_render::after_the_frame;
use super::glossary_marks::Terms;
use super::{evidence_button, item_link, paper_mark, pin_button};
use crate::browser;
use crate::chart::{self, Frame};
use crate::compare::table::{self, SortKey};
use crate::compare::{DataTable, Form, Mark, NoteKind, Plot, Proportion, speak, stage_name};
use crate::lazy;
use crate::model::{Bilingual, Dataset};
use crate::part::Part;
use crate::pins::What;
use crate::shared::context::{Context, Opened, say};
use crate::shared::prelude::*;
use crate::text::figures::words;
use crate::text::{Lang, fill, official, take};

/// Space left and right of a chart in CSS pixels.
const MARGIN: u32 = 32;

/// How high a chart can be on an upright A4 page, in CSS pixels.
const PAGE: u32 = 940;
/// The same with the notes of a unit chart on that page.
const PAGE_WITH_NOTES: u32 = 420;
/// The same with what stands under small charts.
const PAGE_WITH_SOURCES: u32 = 600;
/// How much wider than the page a unit chart is drawn for paper at most, in twentieths.
const MOST_STEPS: u32 = 7;

/// A figure that is taken along: what the panel under it speaks of, and whether it is open.
#[derive(Clone, Copy)]
pub(crate) struct Taking {
    pub(crate) plot: Memo<Option<Plot>>,
    pub(crate) open: RwSignal<bool>,
    pub(crate) figure: NodeRef<html::Figure>,
}

/// What pressing a mark does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Press {
    /// Opens what the mark rests on, under the chart.
    Source,
    /// Opens the items of the mark, as a cell of the state.
    Cell,
    /// Chooses the category of the mark.
    Choose(RwSignal<Option<usize>>),
}

/// A plot with everything that belongs to it: summary, chart or table, what is under the pointer, exports, notes, sources.
/// Each follows the plot by itself, so that another year or unit changes only what it must.
pub(crate) fn figure(cx: Context, plot: Memo<Option<Plot>>) -> impl IntoView {
    whole(cx, plot, String::new, || ().into_any(), Press::Source, false)
}

/// A figure with the choices that it has, in the order in which it is read: the question, the answer, the choices, the chart.
/// What the heading of the view says already is not said again.
pub(crate) fn card(
    cx: Context,
    plot: Memo<Option<Plot>>,
    heading: impl Fn() -> String + Copy + Send + Sync + 'static,
    choices: impl Fn() -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    card_of(cx, plot, heading, choices, Press::Source)
}

/// As [`card`], with what pressing a mark does.
pub(crate) fn card_of(
    cx: Context,
    plot: Memo<Option<Plot>>,
    heading: impl Fn() -> String + Copy + Send + Sync + 'static,
    choices: impl Fn() -> AnyView + Send + Sync + 'static,
    press: Press,
) -> impl IntoView {
    whole(cx, plot, heading, choices, press, true)
}

/// `main` is the figure that the state of the view names: it can be kept, and carries the marks of paper.
fn whole(
    cx: Context,
    plot: Memo<Option<Plot>>,
    heading: impl Fn() -> String + Copy + Send + Sync + 'static,
    choices: impl Fn() -> AnyView + Send + Sync + 'static,
    press: Press,
    main: bool,
) -> impl IntoView {
    let there = memo(move || plot.with(Option::is_some));
    let id = memo(move || plot.with(|plot| plot.as_ref().map(|plot| plot.id.clone()).unwrap_or_default()));
    let table = cx.memo(|state| state.table);
    let form = memo(move || {
        plot.with(|plot| match plot {
            None => Shape::Nothing,
            Some(plot) if plot.is_empty() => Shape::Nothing,
            Some(plot) if table.get() || too_long(cx, plot) => Shape::Table,
            Some(_) => Shape::Drawing,
        })
    });
    // What stands under a figure follows when the figure was drawn.
    let drawn = RwSignal::new(None::<Plot>);
    Effect::new(move |_| {
        let now = plot.get();
        after_the_frame(move || drop(drawn.try_set(now)));
    });
    live(move || {
        if !there.get() {
            return None;
        }
        let caption = move || {
            let lang = cx.lang.get();
            plot.with(|plot| {
                let plot = plot.as_ref()?;
                let (terms, heading) = (Terms::new(cx, row_of(plot), lang), heading());
                let title = crate::compare::in_lang(&plot.title, lang);
                let title = (!heading.starts_with(title)).then(|| {
                    let (title, explained) = terms.apart(title);
                    view! { <h4>{title}</h4>{explained} }
                });
                let summary = speak::summary(plot, &cx.data(), lang);
                let summary = (summary != heading).then(|| view! { <p class="cc-summary">{terms.text(&summary)}</p> });
                Some(view! { {title}{summary} })
            })
        };
        let content = move || match form.get() {
            Shape::Nothing => view! { <p class="cc-none cc-empty">{cx.t(|lang| words(lang).empty_plot)}</p> },
            Shape::Table => data_table(cx, plot).into_any(),
            Shape::Drawing => drawing_of(cx, plot, memo(move || width_of(cx, plot)), press).into_any(),
        };
        // The one thing that changes the reading stands above the chart; the rest is folded under it.
        let caveat = move || {
            let lang = cx.lang.get();
            let text = plot.with(|plot| Some(say(&plot.as_ref()?.caveat()?.text, lang)))?;
            Some(view! { <p class="cc-caveat">{text}</p> })
        };
        let basis = move || {
            let lang = cx.lang.get();
            let text = plot.with(|plot| speak::basis(plot.as_ref()?, lang))?;
            Some(view! { <p class="cc-basis">{text}</p> })
        };
        let switch = move || {
            let w = words(cx.lang.get());
            if table.get() { w.as_chart } else { w.as_table }
        };
        let under = move || {
            let lang = cx.lang.get();
            drawn.with(|plot| notes(cx, plot.as_ref()?, lang))
        };
        let taking = Taking { plot, open: RwSignal::new(false), figure: NodeRef::new() };
        provide_context(taking);
        Some(view! {
            <figure class="cc-figure" part="figure" node_ref=taking.figure data-plot=move || id.get()>
                <figcaption>{caption}</figcaption>
                {choices()}
                {caveat}
                {content}
                {basis}
                {move || evidence_button::panel(cx, format!("plot-{}", id.get()))}
                {take_row(cx, taking, table, switch, main)}
                {under}
                {main.then(|| view! { {whole_link(cx)}{paper_mark::mark(cx)} })}
            </figure>
        })
    })
}

/// What can be done with a figure: see where it comes from, take it along, see it as a table, keep it.
fn take_row(
    cx: Context,
    taking: Taking,
    table: Memo<bool>,
    switch: impl Fn() -> &'static str + Send + Sync + 'static,
    main: bool,
) -> AnyView {
    let plot = taking.plot;
    let sources = RwSignal::new(false);
    let count = memo(move || plot.with(|plot| plot.as_ref().map_or(0, |plot| plot.documents().len())));
    let source = move || {
        let name = fill(take::words(cx.lang.get()).sources_count, &[("n", &count.get().to_string())]);
        (count.get() > 0).then(|| {
            view! {
                <button type="button" class="cc-quiet" aria-expanded=move || sources.get().to_string()
                    on:click=move |_| sources.update(|open| *open = !*open)>{name}</button>
            }
        })
    };
    let line = move || {
        let lang = cx.lang.get();
        plot.with(|plot| source_line(&cx.data(), plot.as_ref()?, sources, lang))
    };
    let what = move || Some(What::figure(&cx.data(), &cx.state.get()));
    view! {
        <div class="cc-take" role="group" aria-label=cx.t(|lang| words(lang).take_along)>
            {live(source)}
            <button type="button" class="cc-quiet cc-taking" aria-expanded=move || taking.open.get().to_string()
                on:click=move |_| taking.open.update(|open| *open = !*open)>{cx.t(|lang| words(lang).take_along)}</button>
            <button type="button" class="cc-quiet" aria-pressed=move || table.get().to_string()
                on:click=move |_| cx.update_state(|state| state.table = !state.table)>{switch}</button>
            {main.then(|| pin_button::button(cx, what))}
        </div>
        {live(line)}
        {live(move || taking.open.get().then(|| lazy::show(cx, Part::Take)))}
    }
}

/// The way to the whole comparison, for a figure that a page shows without controls; the style sheet hides it elsewhere.
fn whole_link(cx: Context) -> AnyView {
    let link = move || {
        let release = super::release::loaded()?;
        let to = release.whole(&cx.state.with(|state| super::release::fragment(cx, state)));
        let name = take::words(cx.lang.get()).whole;
        Some(view! { <p class="cc-whole"><a href=to target="_blank" rel="noopener">{name}</a></p> })
    };
    live(link)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Nothing,
    Table,
    Drawing,
}

/// The name of the button of a mark.
fn key_of(plot: &Plot, mark: usize) -> String {
    format!("{}-{mark}", plot.id)
}

/// The name of the row under which what a plot rests on is opened.
pub(crate) fn row_of(plot: &Plot) -> String {
    format!("plot-{}", plot.id)
}

/// The name of the button of a cell: of a field and a city.
pub(crate) fn mark_button(plot: &Plot, field: &str, city: &str) -> Option<String> {
    let is_cell = |mark: &Mark| cell_of(plot, mark).is_some_and(|(of, in_city)| of == field && in_city == city);
    Some(format!("source-{}", key_of(plot, plot.marks.iter().position(is_cell)?)))
}

/// Field and city of a mark of the matrix.
fn cell_of<'a>(plot: &'a Plot, mark: &Mark) -> Option<(&'a str, &'a str)> {
    Some((&plot.categories.get(mark.category)?.key, &plot.series.get(mark.series)?.key))
}

/// Whether paper is printed on, and the chart is longer than a page: it would be cut through its rows.
fn too_long(cx: Context, plot: &Plot) -> bool {
    // What is made to fit a page is drawn for it.
    cx.paper.get() && page_of(plot).is_none() && height_at(cx, plot, cx.width.get().saturating_sub(MARGIN)) > PAGE
}

fn height_at(cx: Context, plot: &Plot, width: u32) -> u32 {
    chart::draw(plot, Frame { width, lang: cx.lang.get(), id_prefix: "" }).height
}

/// How high a chart that is made to fit a page can be, with its notes: a unit chart, and small charts beside one another.
fn page_of(plot: &Plot) -> Option<u32> {
    match plot.form {
        Form::Units => Some(PAGE_WITH_NOTES),
        Form::Multiples => Some(PAGE_WITH_SOURCES),
        _ => None,
    }
}

/// The width that a chart is drawn for: all that there is. On paper a unit chart is drawn wider and scaled down, as far as it
/// takes to stand on one page and letters stay legible.
fn width_of(cx: Context, plot: Memo<Option<Plot>>) -> u32 {
    let width = cx.width.get().saturating_sub(MARGIN);
    if !cx.paper.get() {
        return width;
    }
    let fits = |plot: &Plot, wide: u32| height_at(cx, plot, wide) * width <= page_of(plot).unwrap_or(PAGE) * wide;
    let mut widths = (0..=MOST_STEPS).map(|step| width + width * step / 20);
    plot.with(|plot| {
        let fitted = plot.as_ref().filter(|plot| page_of(plot).is_some());
        fitted.and_then(|plot| widths.clone().find(|wide| fits(plot, *wide)).or(widths.next_back())).unwrap_or(width)
    })
}

/// The chart: the drawing for the eye, and over it a button for each mark. The whole is one tab stop; arrows walk the marks.
pub(crate) fn drawing(cx: Context, plot: Memo<Option<Plot>>, width: Memo<u32>) -> impl IntoView {
    drawing_of(cx, plot, width, Press::Source)
}

pub(crate) fn drawing_of(cx: Context, plot: Memo<Option<Plot>>, width: Memo<u32>, press: Press) -> impl IntoView {
    // A reader who comes from an item finds its bar pointed at.
    let of_item = |id: String| plot.with_untracked(|plot| mark_of_item(plot.as_ref()?, &id));
    let wanted = cx.wanted.get_value().and_then(of_item);
    cx.wanted.set_value(None);
    let focused = RwSignal::new(wanted.unwrap_or_default());
    let shown = RwSignal::new(wanted);
    // The square under the pointer, by its item.
    let square = RwSignal::new(None::<String>);
    let cell = cx.memo(|state| state.cell.clone());
    // In another plot the same place is another mark.
    Effect::new(move |before: Option<()>| {
        plot.track();
        if before.is_some() {
            focused.set(0);
            shown.set(None);
        }
    });
    let chart = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(chart) = chart.get().filter(|_| wanted.is_some()) {
            focus_current(&chart);
        }
    });
    let prefix = cx.id(&plot.with_untracked(|plot| plot.as_ref().map(row_of).unwrap_or_default()));
    live(move || {
        let lang = cx.lang.get();
        let width = width.get();
        let data = cx.data();
        plot.with(|this| {
            let this = this.as_ref()?;
            let drawn = chart::draw(this, Frame { width, lang, id_prefix: &prefix });
            let (w, h) = (f64::from(drawn.width), f64::from(drawn.height));
            let marks = this
                .marks
                .iter()
                .enumerate()
                .filter_map(|(index, mark)| {
                    let placed = *drawn.marks.iter().find(|placed| placed.mark == index)?;
                    let name = speak::name(this, mark, &data, lang);
                    // What it rests on is put together when it is asked for.
                    let open = move |_| match press {
                        Press::Source => {
                            let opened = plot.with_untracked(|plot| {
                                let plot = plot.as_ref()?;
                                Some(opened_mark(&cx.data(), plot, index, plot.marks.get(index)?))
                            });
                            cx.opened.set(opened);
                        }
                        Press::Choose(chosen) => {
                            chosen.set(plot.with_untracked(|plot| Some(plot.as_ref()?.marks.get(index)?.category)));
                        }
                        Press::Cell => {
                            let pressed = plot.with_untracked(|plot| {
                                let plot = plot.as_ref()?;
                                let (field, city) = cell_of(plot, plot.marks.get(index)?)?;
                                Some((field.to_owned(), city.to_owned()))
                            });
                            cx.change(|state| state.cell = pressed);
                        }
                    };
                    let own = (press == Press::Cell).then(|| cell_of(this, mark)).flatten();
                    let own = own.map(|(field, city)| (field.to_owned(), city.to_owned()));
                    let is_open = own.map(|own| move || cell.with(|cell| cell.as_ref() == Some(&own)).to_string());
                    let squares: Vec<_> = drawn.squares.iter().filter(|square| square.mark == index).copied().collect();
                    let point = move |event: leptos::ev::PointerEvent| {
                        let (x, y) = (placed.x + f64::from(event.offset_x()), placed.y + f64::from(event.offset_y()));
                        let over = |at: f64, from: f64, side: f64| (from..=from + side).contains(&at);
                        let under = squares
                            .iter()
                            .find(|square| over(x, square.x, square.side) && over(y, square.y, square.side));
                        let item = under.and_then(|under| {
                            plot.with_untracked(|plot| {
                                Some(plot.as_ref()?.marks.get(index)?.squares.get(under.square)?.item.clone())
                            })
                        });
                        if square.with_untracked(|now| *now != item) {
                            square.set(item);
                        }
                    };
                    Some(view! {
                        <button
                            type="button"
                            class="cc-hit"
                            id=cx.id(&format!("source-{}", key_of(this, index)))
                            tabindex=move || if focused.get() == index { "0" } else { "-1" }
                            aria-label=name
                            style:left=format!("{}%", placed.x / w * 100.0)
                            style:top=format!("{}%", placed.y / h * 100.0)
                            style:width=format!("{}%", placed.w / w * 100.0)
                            style:height=format!("{}%", placed.h / h * 100.0)
                            on:focus=move |_| { focused.set(index); shown.set(Some(index)); }
                            aria-expanded=is_open
                            on:pointerenter=move |_| shown.set(Some(index))
                            on:pointermove=point
                            on:pointerleave=move |_| square.set(None)
                            on:click=open
                        ></button>
                    })
                })
                .collect_view();
            let w = words(lang);
            let across = across(this, &drawn);
            let key = move |event: leptos::ev::KeyboardEvent| walk(&event, across);
            Some(view! {
                <div class="cc-chart" role="group" node_ref=chart aria-label=say(&this.title, lang)
                    aria-describedby=format!("{prefix}-help") on:keydown=key>
                    {drawn_shape("cc-drawing", drawn.shape)}
                    {marks}
                </div>
                <p class="cc-hidden" id=format!("{prefix}-help")>{w.chart_help}</p>
                {readout(cx, plot, shown, square)}
                {legend(this, &prefix, &Terms::new(cx, format!("legend-{}", this.id), lang))}
            })
        })
    })
}

/// What is drawn. In a browser its elements are made one by one; as markup it is written.
pub(crate) fn drawn_shape(class: &'static str, shape: chart::Shape) -> AnyView {
    #[cfg(target_arch = "wasm32")]
    return view! { <span class=class use:shape_of=shape></span> };
    #[cfg(not(target_arch = "wasm32"))]
    return view! { <span class=class inner_html=shape.print()></span> };
}

/// Draws a shape into an element that was just made.
#[cfg(target_arch = "wasm32")]
fn shape_of(element: web_sys::Element, shape: chart::Shape) {
    browser::draw(&element, &shape);
}

/// The first mark of the category that leads to an item.
fn mark_of_item(plot: &Plot, id: &str) -> Option<usize> {
    let category = plot.categories.iter().position(|category| category.item.as_deref() == Some(id))?;
    plot.marks.iter().position(|mark| mark.category == category)
}

/// Focuses the mark that holds the chart's one tab stop.
fn focus_current(chart: &web_sys::HtmlElement) {
    use leptos::wasm_bindgen::JsCast;
    let current = chart.query_selector(".cc-hit[tabindex=\"0\"]").ok().flatten();
    if let Some(current) = current.and_then(|current| current.dyn_into::<web_sys::HtmlElement>().ok()) {
        browser::focus(&current);
    }
}

fn opened_mark(data: &Dataset, plot: &Plot, index: usize, mark: &Mark) -> Opened {
    let what = plot.categories.get(mark.category).map(|category| category.label.clone()).unwrap_or_default();
    Opened {
        row: row_of(plot),
        key: key_of(plot, index),
        what,
        evidence: mark.evidence.clone(),
        amount: amount_lines(data, plot, mark),
    }
}

/// The exact amount with what makes it graspable, and then why a part of that is missing.
fn amount_lines(data: &Dataset, plot: &Plot, mark: &Mark) -> Vec<Bilingual> {
    let Some(found) = Proportion::of_mark(data, plot, mark) else { return Vec::new() };
    let line = |lang| [vec![speak::mark_text(plot, mark, lang)], found.parts(lang)].concat().join(" · ");
    let why = |lang| found.reasons(lang).join(" ");
    let lines = [Bilingual::new(line(Lang::Ko), line(Lang::En)), Bilingual::new(why(Lang::Ko), why(Lang::En))];
    lines.into_iter().filter(|line| !line.ko.is_empty()).collect()
}

/// How many marks stand side by side: the columns of a unit chart; elsewhere arrows go one by one.
fn across(plot: &Plot, drawn: &chart::Drawing) -> usize {
    let beside =
        drawn.marks.first().zip(drawn.marks.get(1)).is_some_and(|(first, second)| (first.y - second.y).abs() < 1.0);
    if plot.form == Form::Units && beside { plot.series.len() } else { 1 }
}

/// Arrows, Home and End move the focus between the marks of a chart, up and down by rows of so many; Escape leaves it to the next
/// control.
fn walk(event: &leptos::ev::KeyboardEvent, across: usize) {
    use leptos::wasm_bindgen::JsCast;
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

/// What is under the pointer or the focus, in words, with the way to its item. It stays, so that it can be read and used.
fn readout(
    cx: Context,
    plot: Memo<Option<Plot>>,
    shown: RwSignal<Option<usize>>,
    square: RwSignal<Option<String>>,
) -> impl IntoView {
    live(move || {
        let lang = cx.lang.get();
        let content = shown.get().and_then(|index| {
            plot.with(|plot| {
                let plot = plot.as_ref()?;
                let mark = plot.marks.get(index)?;
                let category = plot.categories.get(mark.category)?;
                let text = mark_line(plot, mark, &cx.data(), lang);
                let to = category
                    .item
                    .as_ref()
                    .map(|id| item_link::link(cx, id, format!("{} →", say(&category.label, lang))));
                let pointed = move || {
                    let id = square.get()?;
                    let title = cx.data().item(&id).map(|(_, item)| say(&item.title, lang))?;
                    Some(view! { " · " <strong>{title}</strong> })
                };
                Some(view! { <span>{text}{live(pointed)}</span> " " {to} })
            })
        });
        let hint = content.is_none().then(|| words(lang).chart_hint);
        view! { <p class="cc-readout">{content}{hint}</p> }
    })
}

/// A mark in one line: what it is of, its exact value, year and stage.
fn mark_line(plot: &Plot, mark: &Mark, data: &Dataset, lang: Lang) -> String {
    let mut parts = speak::mark_names(plot, mark, data, lang);
    parts.push(speak::mark_text(plot, mark, lang));
    parts.extend(Proportion::of_mark(data, plot, mark).iter().flat_map(|found| found.parts(lang)));
    parts.extend(mark.year.map(|year| year.to_string()));
    parts.extend(mark.stage.map(|stage| stage_name(stage, lang).to_owned()));
    // A cell of many items has as many lines: its list tells them.
    let source = mark.evidence.first().filter(|_| mark.squares.is_empty());
    parts.extend(source.map(|evidence| speak::source_text(evidence, data, lang)));
    parts.join(" · ")
}

/// What the colours stand for, where the drawing does not name everything itself.
fn legend(plot: &Plot, prefix: &str, terms: &Terms) -> Option<AnyView> {
    let series = chart::legend(plot);
    if series.is_empty() {
        return None;
    }
    let entries = series
        .iter()
        .enumerate()
        .map(|(place, series)| {
            let swatch = chart::swatch(series.tone, &format!("{prefix}-key{place}"));
            view! { <li>{drawn_shape("cc-swatch", swatch)} {terms.say(&series.label)}</li> }
        })
        .collect_view();
    Some(view! { <ul class="cc-legend">{entries}</ul> })
}

/// The plot as a table: the same numbers, exact, sortable by keyboard.
fn data_table(cx: Context, plot: Memo<Option<Plot>>) -> impl IntoView {
    let sort = RwSignal::new(None::<(usize, bool)>);
    live(move || {
        let (data, lang) = (cx.data(), cx.lang.get());
        plot.with(|plot| {
            let plot = plot.as_ref()?;
            let table = DataTable::new(plot, &data, lang);
            let table = match sort.get() {
                Some((column, ascending)) => table.sorted(column, ascending),
                None => table,
            };
            let heads = table
                .columns
                .iter()
                .enumerate()
                .map(|(place, column)| {
                    let state = move || match sort.get() {
                        Some((sorted, true)) if sorted == place => "ascending",
                        Some((sorted, false)) if sorted == place => "descending",
                        _ => "none",
                    };
                    let toggle = move |_| {
                        sort.update(|sort| {
                            *sort = match *sort {
                                Some((sorted, ascending)) if sorted == place => Some((place, !ascending)),
                                _ => Some((place, true)),
                            };
                        });
                    };
                    view! {
                        <th scope="col" aria-sort=state class:cc-number=column.is_numeric()>
                            <button type="button" class="cc-sort" on:click=toggle>{column.label.clone()}</button>
                        </th>
                    }
                })
                .collect_view();
            let rows = table.rows.iter().map(|row| table_row(cx, plot, &table, row)).collect_view();
            Some(view! {
                <div class="cc-scroll" tabindex="0" role="group" aria-label=table.caption.clone()>
                    <table class="cc-table cc-data">
                        <caption>{table.caption.clone()}</caption>
                        <thead><tr>{heads}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            })
        })
    })
}

fn table_row(cx: Context, plot: &Plot, table: &DataTable, row: &table::Row) -> impl IntoView + use<> {
    let item = plot.categories.get(row.category).and_then(|category| category.item.clone());
    let cells = row
        .cells
        .iter()
        .enumerate()
        .map(|(place, cell)| {
            let numeric = table.columns.get(place).is_some_and(table::Column::is_numeric);
            let detail = cell.detail.clone().map(|detail| view! { <small>{detail}</small> });
            let source = cell.mark.and_then(|mark| {
                evidence_button::button_of(cx, opened_mark(&cx.data(), plot, mark, plot.marks.get(mark)?))
            });
            let source = if numeric { source } else { None };
            if place == 0 {
                let name = match &item {
                    Some(id) => item_link::link(cx, id, cell.text.clone()),
                    None => cell.text.clone().into_any(),
                };
                return view! { <th scope="row">{name} {detail}</th> };
            }
            let missing = matches!(cell.key, SortKey::Missing);
            view! { <td class:cc-number=numeric class:cc-none=missing>{cell.text.clone()} " " {detail} {source}</td> }
        })
        .collect_view();
    view! { <tr>{cells}</tr> }
}

/// The notes by kind, each under its heading, folded: who wants to know opens them.
fn notes(cx: Context, plot: &Plot, lang: Lang) -> Option<AnyView> {
    let terms = Terms::new(cx, format!("notes-{}", plot.id), lang);
    // A term that title or summary explain is not explained again.
    terms.passed(crate::compare::in_lang(&plot.title, lang));
    terms.passed(&speak::summary(plot, &cx.data(), lang));
    let w = words(lang);
    let kinds = [
        (NoteKind::NotComparable, w.notes_not_comparable),
        (NoteKind::Contradiction, w.notes_contradiction),
        (NoteKind::Missing, w.notes_missing),
        (NoteKind::Method, w.notes_method),
    ];
    let row = format!("notes-{}", plot.id);
    let groups = kinds
        .into_iter()
        .filter_map(|(kind, heading)| {
            let own: Vec<_> = plot.notes.iter().enumerate().filter(|(_, note)| note.kind == kind).collect();
            let lines = own
                .iter()
                .map(|(place, note)| {
                    let key = format!("{}-note-{place}", plot.id);
                    let source = evidence_button::button(cx, &row, key, &note.text, note.evidence.clone());
                    let (text, explained) = terms.apart(crate::compare::in_lang(&note.text, lang));
                    view! { <li>{text} " " {source}{explained}</li> }
                })
                .collect_view();
            (!own.is_empty())
                .then(|| view! { <div data-notes=heading><h5>{heading}</h5><ul class="cc-list">{lines}</ul></div> })
        })
        .collect_view();
    let count = plot.notes.len().to_string();
    let fold = fill(official::words(lang).notes_folded, &[("n", &count)]);
    (!plot.notes.is_empty()).then(|| {
        view! {
            <details class="cc-notes" prop:open=move || cx.paper.get()>
                <summary>{fold}</summary>
                {groups}{evidence_button::panel(cx, row)}
            </details>
        }
    })
}

/// The documents behind the plot: hidden until they are asked for, and on paper.
fn source_line(data: &Dataset, plot: &Plot, open: RwSignal<bool>, lang: Lang) -> Option<AnyView> {
    let documents = plot.documents();
    let names: Vec<String> =
        documents.iter().filter_map(|id| data.document(id)).map(|document| say(&document.title, lang)).collect();
    (!names.is_empty()).then(|| view! { <p class="cc-sources" hidden=move || !open.get()>{words(lang).source_line} ": " {names.join("; ")}</p> })
}

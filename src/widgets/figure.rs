use super::chunked_render::after_the_frame;
use super::data_table::data_table;
use super::glossary_marks::Terms;
use super::mark_keys::{across, focus_current, walk};
use super::marks::{cell_of, key_of, mark_of_item, opened_mark, readout};
use super::plot_notes::notes;
use super::take_row::{take_row, whole_link};
use super::{evidence_button, paper_mark};
#[cfg(target_arch = "wasm32")]
use crate::browser;
use crate::chart::{self, Frame};
use crate::compare::{Form, Plot, speak};
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::figures::words;

pub(crate) use super::marks::{mark_button, row_of};
pub(crate) use super::take_row::Taking;

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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Nothing,
    Table,
    Drawing,
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

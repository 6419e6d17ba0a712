//! What can be done with a figure, in a row under it.

use super::pin_button;
use super::plot_notes::source_line;
use super::release;
use crate::compare::Plot;
use crate::lazy;
use crate::part::Part;
use crate::pins::What;
use crate::shared::context::Context;
use crate::shared::prelude::*;
use crate::text::figures::words;
use crate::text::{fill, take};

/// A figure that is taken along: what the panel under it speaks of, and whether it is open.
#[derive(Clone, Copy)]
pub(crate) struct Taking {
    pub(crate) plot: Memo<Option<Plot>>,
    pub(crate) open: RwSignal<bool>,
    pub(crate) figure: NodeRef<html::Figure>,
}

/// What can be done with a figure: see where it comes from, take it along, see it as a table, keep it.
pub(super) fn take_row(
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
pub(super) fn whole_link(cx: Context) -> AnyView {
    let link = move || {
        let release = release::loaded()?;
        let to = release.whole(&cx.state.with(|state| release::fragment(cx, state)));
        let name = take::words(cx.lang.get()).whole;
        Some(view! { <p class="cc-whole"><a href=to target="_blank" rel="noopener">{name}</a></p> })
    };
    live(link)
}

//! A figure to take along: a picture that is made to be shared, code, a sentence, a citation, the data.

use crate::browser;
use crate::chart::{Format, picture};
use crate::compare::Plot;
use crate::export;
use crate::options::written;
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::Lang;
use crate::text::figures;
use crate::text::lesson;
use crate::text::take::words;
use crate::widgets::export_bar::{self, Taking, meta};
use crate::widgets::figure;
use crate::widgets::item_link;
use crate::widgets::release;

/// The panel under a figure.
pub(crate) fn take(cx: Context) -> Option<AnyView> {
    let figure::Taking { plot, open, figure } = use_context()?;
    let taken: Taking = RwSignal::new(None);
    let panel = NodeRef::<html::Section>::new();
    Effect::new(move |_| {
        if let Some(panel) = panel.get() {
            browser::focus(&panel);
        }
    });
    let close = move || {
        open.set(false);
        let back = figure.get_untracked().and_then(|figure| figure.query_selector(".cc-taking").ok().flatten());
        if let Some(back) = back.and_then(|back| leptos::wasm_bindgen::JsCast::dyn_into(back).ok()) {
            browser::focus(&back);
        }
    };
    let print = move |_| {
        if let Some(figure) = figure.get_untracked() {
            browser::print_alone(&figure, &[".cc-sentence"]);
        }
    };
    Effect::new(move |_| {
        if let (false, Some(root)) = (cx.paper.get(), cx.element()) {
            browser::printed_all(&root);
        }
    });
    Some(view! {
        <section class="cc-panel cc-taken-along" tabindex="-1" node_ref=panel aria-label=cx.t(|lang| figures::words(lang).take_along)
            on:keydown=move |event| if event.key() == "Escape" { close() }>
            <div class="cc-panel-head">
                <strong>{cx.t(|lang| figures::words(lang).take_along)}</strong>
                <button type="button" class="cc-quiet" on:click=move |_| close()>{cx.t(|lang| words(lang).close)}</button>
            </div>
            {shared(cx, plot, taken)}
            {texts(cx, plot, taken)}
            {code(cx, plot, taken)}
            <h5>{cx.t(|lang| words(lang).data)}</h5>
            <div class="cc-taking-row">
                {export_bar::buttons(cx, plot, taken)}
                {export_bar::link_button(cx, taken)}
                <button type="button" class="cc-quiet" on:click=print>{cx.t(|lang| words(lang).print)}</button>
                {live(move || {
                    let name = lesson::words(cx.lang.get()).own_add;
                    (!cx.state.with(|state| state.lock.view)).then(|| {
                        item_link::lead(cx, None, name.into_any(), |state| state.lesson = Some("own+".to_owned()))
                    })
                })}
            </div>
            {export_bar::told(cx, taken)}
        </section>
    })
}

/// A button that does something with the figure.
fn button(
    cx: Context,
    name: fn(Lang) -> &'static str,
    plot: Memo<Option<Plot>>,
    act: impl Fn(&Plot) + Send + Sync + 'static,
) -> AnyView {
    let press = move |_| {
        if let Some(plot) = plot.get_untracked() {
            act(&plot);
        }
    };
    view! { <button type="button" class="cc-quiet" on:click=press>{cx.t(name)}</button> }
}

fn drawn(cx: Context, plot: &Plot, format: Format, lang: Lang) -> String {
    picture(plot, format, lang, &export::said(plot, &cx.data(), &meta(cx), lang))
}

/// The picture, in the size that is chosen.
fn shared(cx: Context, plot: Memo<Option<Plot>>, taken: Taking) -> AnyView {
    let format = RwSignal::new(Format::Wide);
    let chosen = memo(move || format.get());
    let preview = move || {
        let lang = cx.lang.get();
        plot.with(|plot| {
            let plot = plot.as_ref()?;
            let drawing = drawn(cx, plot, format.get(), lang);
            let (width, height) = format.get().size();
            let address = export::data_address(&drawing);
            let name = export::said(plot, &cx.data(), &meta(cx), lang).headline;
            Some(view! {
                <img class="cc-share" src=address alt=name width=width.to_string() height=height.to_string()/>
            })
        })
    };
    let name = move |plot: &Plot, ending: &str| {
        let (width, height) = format.get_untracked().size();
        export::file_name(plot, &meta(cx), &format!("{width}x{height}.{ending}"))
    };
    let save_png = move |plot: &Plot| {
        let drawing = drawn(cx, plot, format.get_untracked(), cx.lang.get_untracked());
        export_bar::save_png(name(plot, "png"), drawing, 1.0, taken);
    };
    let save_svg = move |plot: &Plot| {
        let drawing = drawn(cx, plot, format.get_untracked(), cx.lang.get_untracked());
        export_bar::save_text(name(plot, "svg"), "image/svg+xml", drawing, taken);
    };
    view! {
        <h5>{cx.t(|lang| words(lang).picture)}</h5>
        {crate::widgets::controls::segments(cx, |lang| words(lang).format,
            &[(Format::Wide, |lang| words(lang).wide), (Format::Tall, |lang| words(lang).tall)], chosen, move |to| format.set(to))}
        {live(preview)}
        <div class="cc-taking-row">
            {button(cx, |lang| words(lang).save_png, plot, save_png)}
            {button(cx, |lang| words(lang).save_svg, plot, save_svg)}
        </div>
    }
}

/// The sentence and the citation.
fn texts(cx: Context, plot: Memo<Option<Plot>>, taken: Taking) -> AnyView {
    let said = move |make: fn(&Plot, Context, Lang) -> String| {
        move || {
            let lang = cx.lang.get();
            let text = plot.with(|plot| plot.as_ref().map(|plot| make(plot, cx, lang)));
            view! { <blockquote class="cc-to-paste">{text}</blockquote> }
        }
    };
    let copy = move |make: fn(&Plot, Context, Lang) -> String| {
        move |plot: &Plot| export_bar::copy(cx, make(plot, cx, cx.lang.get_untracked()), taken)
    };
    view! {
        <h5>{cx.t(|lang| words(lang).sentence)}</h5>
        {live(said(sentence))}
        {button(cx, |lang| words(lang).copy_sentence, plot, copy(sentence))}
        <h5>{cx.t(|lang| words(lang).citation)}</h5>
        {live(said(citation))}
        {button(cx, |lang| figures::words(lang).copy_citation, plot, copy(citation))}
    }
}

fn sentence(plot: &Plot, cx: Context, lang: Lang) -> String {
    export::sentence(plot, &cx.data(), &meta(cx), lang)
}

fn citation(plot: &Plot, cx: Context, lang: Lang) -> String {
    export::plot_citation(plot, &cx.data(), &meta(cx), lang)
}

/// The code that shows this figure, in this state, on another page; nothing where no other page can ask for the files.
fn code(cx: Context, plot: Memo<Option<Plot>>, taken: Taking) -> Option<AnyView> {
    let release = StoredValue::new(release::loaded()?);
    let (framed, only) = (RwSignal::new(true), RwSignal::new(true));
    let form = memo(move || framed.get());
    let text =
        move || {
            let lang = cx.lang.get();
            let title = plot.with(|plot| plot.as_ref().map(|plot| say(&plot.title, lang)).unwrap_or_default());
            let attributes = attributes(cx, only.get(), lang);
            release.with_value(|release| {
                if framed.get() { release.frame(&attributes, &title) } else { release.lines(&attributes) }
            })
        };
    Some(view! {
        <h5>{cx.t(|lang| words(lang).code)}</h5>
        {crate::widgets::controls::segments(cx, |lang| words(lang).code_form,
            &[(true, |lang| words(lang).code_frame), (false, |lang| words(lang).code_lines)], form, move |to| framed.set(to))}
        {crate::widgets::controls::check(cx, |lang| words(lang).code_only, memo(move || only.get()), move |on| only.set(on))}
        {live(move || view! { <pre class="cc-code" tabindex="0"><code>{text()}</code></pre> })}
        <button type="button" class="cc-quiet" on:click=move |_| export_bar::copy(cx, text(), taken)>
            {cx.t(|lang| words(lang).copy_code)}
        </button>
    })
}

/// What a page has to ask for to show what is shown here.
fn attributes(cx: Context, only: bool, lang: Lang) -> Vec<(&'static str, String)> {
    let data = cx.data();
    let state = cx.state.with(|state| crate::options::State { pins: String::new(), ..state.clone() });
    let home = cx.home.get().filter(|home| state.cities.first() == Some(home));
    let home = home.map(|home| ("home", home));
    let only = only.then(|| ("controls", "none".to_owned()));
    written(&data, &state).into_iter().chain(only).chain(home).chain([("lang", lang.tag().to_owned())]).collect()
}

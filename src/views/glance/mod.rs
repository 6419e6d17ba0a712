use crate::compare::in_lang;
use crate::embedded;
use crate::options::{Figure, View};
use crate::screen::WELFARE;
use crate::screen::glance::{self, CardKind};
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::glance::words;
use crate::text::lesson;
use crate::widgets::controls::chips;
use crate::widgets::{evidence_button, figure, item_link};

/// Space between two cards in CSS pixels.
const GAP: u32 = 16;

/// The widths of a frame from which cards stand side by side.
const WIDE: u32 = 900;

/// The first page: three questions with their answers, and the topics.
pub(crate) fn glance(cx: Context) -> impl IntoView {
    let page = memo(move || {
        let data = cx.data();
        cx.state.with(|state| {
            let selection = state.selection(&data);
            let lit = state.lit.clone().unwrap_or_else(|| WELFARE.to_owned());
            glance::glance(&data, data.official.as_ref(), &selection, &lit, embedded::topics())
        })
    });
    let facts = move || page.with(|page| say(&page.facts, cx.lang.get()));
    let kinds = memo(move || page.with(|page| page.cards.iter().map(|card| card.kind).collect::<Vec<_>>()));
    let cards = move || kinds.get().into_iter().map(|kind| card(cx, page, kind)).collect_view();
    view! {
        <p class="cc-summary">{live(facts)}</p>
        {own_city(cx)}
        <div class="cc-cards">{live(cards)}</div>
        {topics(cx, page)}
        <p class="cc-more-of">{live(move || {
            let name = lesson::words(cx.lang.get()).door;
            (!cx.state.with(|state| state.lock.view))
                .then(|| item_link::lead(cx, None, name.into_any(), |state| state.lesson = Some("all".to_owned())))
        })}</p>
    }
}

/// Whose city is the reader's: it comes first and is marked.
fn own_city(cx: Context) -> AnyView {
    let names = move || {
        let (data, lang) = (cx.data(), cx.lang.get());
        let cities =
            cx.state.with(|state| state.selection(&data).ids().into_iter().map(str::to_owned).collect::<Vec<_>>());
        // In the order of the dataset, so that the buttons stay where they are.
        let all = data.cities.iter().filter(|city| cities.contains(&city.id));
        all.map(|city| (Some(city.id.clone()), say(&city.name, lang))).collect()
    };
    let locked = cx.memo(|state| state.lock.cities);
    let choose = move |id: Option<String>| {
        let id = if cx.home.get_untracked() == id { None } else { id };
        cx.home.set(id.clone());
        if let Some(id) = id {
            cx.change(|state| {
                state.cities.retain(|city| *city != id);
                state.cities.insert(0, id);
            });
        }
    };
    view! {
        <div class="cc-controls" hidden=move || locked.get()>
            <span>{move || words(cx.lang.get()).own_city}</span>
            {chips(move || words(cx.lang.get()).own_city, names, move || cx.home.get(), choose)}
        </div>
    }
}

/// A question, its answer, what is seen of it, and the way to all of it.
fn card(cx: Context, page: Memo<glance::Glance>, kind: CardKind) -> AnyView {
    let plot =
        memo(move || page.with(|page| page.cards.iter().find(|card| card.kind == kind).map(|card| card.plot.clone())));
    let width = memo(move || {
        let all = cx.width.get();
        let inner = if all >= WIDE { (all.saturating_sub(32 + 2 * GAP)) / 3 } else { all.saturating_sub(32) };
        inner.saturating_sub(2 * GAP)
    });
    let question = move || plot.with(|plot| plot.as_ref().map(|plot| say(&plot.title, cx.lang.get())));
    let answer = move || plot.with(|plot| plot.as_ref()?.answer.as_ref().map(|answer| say(answer, cx.lang.get())));
    let lead = move || {
        let w = words(cx.lang.get());
        let (name, view, figure) = match kind {
            CardKind::Blocks => (w.more_blocks, View::Budgets, Figure::Blocks),
            CardKind::PerResident => (w.more_per_resident, View::Budgets, Figure::PerResident),
            CardKind::Plans => (w.more_plans, View::Strategies, Figure::Blocks),
        };
        item_link::lead(cx, None, name.into_any(), move |state| {
            state.view = view;
            state.figure = figure;
        })
    };
    view! {
        <section class="cc-card">
            <h4>{live(question)}</h4>
            <p>{live(answer)}</p>
            {figure::drawing(cx, plot, width)}
            {move || evidence_button::panel(cx, plot.with(|plot| plot.as_ref().map(figure::row_of).unwrap_or_default()))}
            <p class="cc-more-of">{live(lead)}</p>
        </section>
    }
}

/// The topics, each with the number of its plans, and the sources.
fn topics(cx: Context, page: Memo<glance::Glance>) -> AnyView {
    let list = move || {
        let lang = cx.lang.get();
        page.with(|page| {
            let lead = |topic: &glance::TopicChip| {
                let (id, name) = (topic.id.clone(), format!("{} {}", in_lang(&topic.title, lang), topic.plans));
                let to = item_link::lead(cx, None, name.into_any(), move |state| {
                    state.view = View::Topics;
                    state.topic = Some(id.clone());
                });
                view! { <li>{to}</li> }
            };
            page.topics.iter().map(lead).collect_view()
        })
    };
    view! {
        <section>
            <h4>{move || words(cx.lang.get()).by_topic}</h4>
            <ul class="cc-leads">{live(list)}</ul>
        </section>
    }
}

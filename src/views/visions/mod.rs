mod aligned;

use crate::compare::quotes::{Quote, Said, own_first, quotes};
use crate::compare::{self, Evidence, Statement};
use crate::options::{State, View};
use crate::shared::context::{Instance, say};
use crate::shared::prelude::*;
use crate::text::{Lang, words};
use crate::widgets::{evidence_button, item_link};

/// Visions in one screen: a card a city, the site's own first; under them goals, values and means side by side, folded.
pub(crate) fn visions(cx: Instance) -> impl IntoView {
    let cities = cx.memo(|state| state.cities.clone());
    let unfolded = StoredValue::new(false);
    live(move || {
        let (opening, lang, home) = (cx.opening(), cx.lang.get(), cx.home.get());
        cities.with(|_| ());
        let chosen = cx.state.with_untracked(|state| state.selection(&*opening));
        let selection = own_first(&*opening, &chosen, home.as_deref());
        let cards = quotes(&opening, &selection)
            .iter()
            .map(|quote| card(cx, quote, home.as_ref() == Some(&quote.city), lang))
            .collect_view();
        view! {
            <div class="cc-quotes" data-row="vision">{cards}</div>
            {aligned::folded(cx, &selection, unfolded, lang)}
        }
    })
}

/// A city's card, and after it the place where its source opens.
fn card(cx: Instance, quote: &Quote, home: bool, lang: Lang) -> AnyView {
    let opening = cx.opening();
    let Some(city) = opening.city(&quote.city) else { return ().into_any() };
    let row = format!("vision-{}", city.id);
    let (what, evidence) = match quote.said.statement() {
        Some(statement) => (&statement.text, statement.evidence.clone()),
        None => (&city.name, quote.kind.map(|_| Evidence::page(&city.document, None))),
    };
    let source = evidence_button::button(cx, &row, row.clone(), what, evidence.into_iter().collect());
    let kind = quote.kind.map(|kind| compare::document_kind_name(kind, lang).to_owned());
    let document: Vec<String> = kind.into_iter().chain(quote.year.map(|year| year.to_string())).collect();
    let tone = cx.tone(&city.id);
    // Without a plan there is nothing that could state a vision.
    let badge = city.planned.then(|| {
        view! {
            <span class="cc-badge" data-said=matches!(quote.said, Said::Vision(_)).then_some("vision")>
                {quote.said.name(lang)}
            </span>
        }
    });
    view! {
        <article class=format!("cc-quote cc-tone-{tone}") class:cc-home=home data-city=city.id.clone()>
            <div class="cc-quote-head">
                <h4>{say(&city.name, lang)}</h4>
                {badge}
            </div>
            {sentence(cx, &quote.said, lang)}
            <p class="cc-city-detail">{document.join(" · ")} " " {source}</p>
            {directions(cx, &quote.directions, lang)}
        </article>
        {evidence_button::panel(cx, row)}
    }
}

fn sentence(cx: Instance, said: &Said, lang: Lang) -> AnyView {
    match said {
        Said::Vision(statement) | Said::Headline(statement) => {
            let text = say(&statement.text, lang);
            let text = match &statement.item {
                Some(id) => item_link::link(cx, id, text),
                None => text.into_any(),
            };
            view! { <p class="cc-slogan">{text} {item_link::ours(statement, lang)}</p> }
        }
        Said::Nothing(why) => view! { <p class="cc-none">{why.as_ref().map(|why| say(why, lang))}</p> },
    }
}

/// The document's main directions: each opens among the strategies, with what belongs to it.
fn directions(cx: Instance, directions: &[Statement], lang: Lang) -> Option<AnyView> {
    let chip = |direction: &Statement| {
        let id = direction.item.clone()?;
        let open = move |state: &mut State| {
            state.view = View::Strategies;
            state.item = Some(id.clone());
        };
        let text = say(&direction.text, lang).into_any();
        Some(view! { <li>{item_link::lead(cx, None, text, open)} {item_link::ours(direction, lang)}</li> })
    };
    let n = directions.len().to_string();
    (!directions.is_empty()).then(|| {
        view! {
            <div class="cc-directions">
                <p class="cc-tag">{words(lang).main_lines} " " {n}</p>
                <ul class="cc-scroll" aria-label=words(lang).main_lines>{directions.iter().filter_map(chip).collect_view()}</ul>
            </div>
        }
    })
}

use crate::browser;
use crate::compare::{self, Evidence, Grouping, Proportion, in_lang};
use crate::format;
use crate::model::{Amount, AmountKind, Basis, Budget, Certainty, City, Dataset, Funding, Item, Level, Reading};
use crate::options::{BudgetPart, View};
use crate::pins::What;
use crate::screen;
use crate::shared::context::{Context, say};
use crate::shared::prelude::*;
use crate::text::items::words;
use crate::text::{Lang, fill};
use crate::widgets::glossary_marks::Terms;
use crate::widgets::{citation, document_table, evidence_button, item_link, pin_button};
use std::time::Duration;

/// The opened item with everything that its document states, and its evidence.
pub(crate) fn opened_item(cx: Context) -> impl IntoView {
    let item = cx.memo(|state| state.item.clone());
    live(move || {
        let id = item.get()?;
        let (data, lang) = (cx.data(), cx.lang.get());
        let (city, item) = data.item(&id)?;
        Some(article(cx, &data, city, item, lang))
    })
}

/// Closes the item and gives the focus back to what opened it, or else to the list that it is in, or the heading of the view.
fn close(cx: Context) {
    cx.change(|state| state.item = None);
    // What lies behind can have the focus as soon as the item is gone.
    browser::later(Duration::ZERO, move || {
        if !give_back(cx) && !cx.focus("cell") {
            cx.focus("main");
        }
    });
}

/// Gives the focus back to what opened the item; `false` if that is gone.
fn give_back(cx: Context) -> bool {
    let opener = cx.opener.try_get_value().flatten().filter(|opener| opener.is_connected());
    cx.opener.try_set_value(None);
    opener.is_some_and(|opener| browser::focus(&opener))
}

fn article(cx: Context, data: &Dataset, city: &City, item: &Item, lang: Lang) -> AnyView {
    let w = words(lang);
    let article = NodeRef::<html::Article>::new();
    Effect::new(move |_| {
        if let Some(article) = article.get() {
            browser::focus(&article);
        }
    });
    // Going back closes it too.
    on_cleanup(move || {
        let closed = cx.state.try_with_untracked(|state| state.item.is_none()) == Some(true);
        if closed && cx.is_focused_in(".cc-item") {
            browser::later(Duration::ZERO, move || {
                give_back(cx);
            });
        }
    });
    let row = format!("item-{}", item.id);
    let terms = Terms::new(cx, row.clone(), lang);
    let (title, explained) = terms.apart(in_lang(&item.title, lang));
    let source = evidence_button::button(cx, &row, row.clone(), &item.title, vec![Evidence::item(item)]);
    let ours = (item.title_origin == crate::model::TitleOrigin::Ours)
        .then(|| view! { <span class="cc-ours">{w.title_ours}</span> });
    let tone = cx.tone(&city.id);
    let label = item.label.as_ref().map(|label| format!(" · {}", in_lang(label, lang)));
    let pin = StoredValue::new(What::Item(item.id.clone()));
    let pin = move || Some(pin.get_value());
    let id = item.id.clone();
    let budget_link = (item.level == Level::Initiative && item.budget.states_cost()).then(|| {
        let show = move |_| {
            cx.wanted.set_value(Some(id.clone()));
            cx.change(|state| {
                state.view = View::Budgets;
                state.budgets = BudgetPart::Plan;
                state.grouping = Grouping::Initiative;
                state.plan_year = None;
                state.table = false;
                state.item = None;
            });
        };
        view! { <button type="button" class="cc-quiet" on:click=show>{w.to_budget_line}</button> }
    });
    view! {
    <div class="cc-beside">
           <article class="cc-item" part="item" tabindex="-1" node_ref=article data-item=item.id.clone()
               on:keydown=move |event| if event.key() == "Escape" && cx.opened.with_untracked(Option::is_none) { close(cx) }>
               <div class="cc-panel-head">
                   <button type="button" class="cc-quiet cc-back" on:click=move |_| close(cx)>
                       "← " {w.item_back}
                   </button>
                   {pin_button::button(cx, pin)}
                   {beside(cx, data, item, lang)}
               </div>
               {parents(cx, city, item, lang)}
               <p class="cc-crumb">
                   <span class=format!("cc-dot cc-tone-{tone}")></span>
                   {say(&city.name, lang)} " · " {compare::level_name(item.level, lang)} {label} {item_link::role_mark(item, lang)}
               </p>
               <h4>{title} " " {ours} {source}</h4>
               {explained}
               {evidence_button::panel(cx, row)}
               {item.summary.as_ref().map(|summary| view! { <p>{terms.say(summary)}</p> })}
               {item.note.as_ref().map(|note| view! { <p class="cc-tag">{terms.say(note)}</p> })}
               {budget(data, city, item, &terms)}
               {budget_link}
               {facts(data, item, lang)}
               {indicators(item, &terms)}
               {quantities(item, &terms)}
               {schedule(item, &terms)}
               {touching(data, item, &terms)}
               {tables(city, item, lang)}
               {children(cx, city, item, lang)}
               {super::alike::alike(cx, &item.id, &city.id, lang)}
           </article>
           </div>
       }
}

/// What the item is part of, from the outermost.
fn parents(cx: Context, city: &City, item: &Item, lang: Lang) -> Option<AnyView> {
    let mut trail = Vec::new();
    let mut parent = item.parent.as_deref();
    // The loader refuses cycles; the limit only bounds what is shown.
    while let Some(above) = parent.and_then(|id| city.plan.item(id)).filter(|_| trail.len() < 8) {
        trail.push(above);
        parent = above.parent.as_deref();
    }
    let links =
        trail.iter().rev().map(|above| view! { <li>{item_link::link(cx, &above.id, say(&above.title, lang))}</li> });
    let links = links.collect_view();
    (!trail.is_empty())
        .then(|| view! { <nav aria-label=words(lang).item_parents><ol class="cc-trail">{links}</ol></nav> })
}

/// Which of how many the item is, and the ways to the one before and after it.
fn beside(cx: Context, data: &Dataset, item: &Item, lang: Lang) -> Option<AnyView> {
    let w = words(lang);
    let all = cx.state.with_untracked(|state| screen::neighbours(data, state, &item.id));
    let at = all.iter().position(|other| other.id == item.id)?;
    let button = |to: Option<&&Item>, sign: &'static str, name: &'static str| {
        let id = to.map(|item| item.id.clone());
        let disabled = id.is_none();
        let turn = move |_| {
            if let Some(id) = id.clone() {
                cx.turns.set_value(true);
                cx.change(|state| state.item = Some(id));
            }
        };
        view! { <button type="button" class="cc-quiet" aria-label=name title=name disabled=disabled on:click=turn>{sign}</button> }
    };
    let place = fill(w.item_place, &[("n", &(at + 1).to_string()), ("of", &all.len().to_string())]);
    Some(view! {
        <span class="cc-turn">
            {button(at.checked_sub(1).and_then(|before| all.get(before)), "‹", w.item_previous)}
            <small>{place}</small>
            {button(all.get(at + 1), "›", w.item_next)}
        </span>
    })
}

fn facts(data: &Dataset, item: &Item, lang: Lang) -> AnyView {
    let w = words(lang);
    let joined = |texts: &[crate::model::Bilingual]| {
        (!texts.is_empty()).then(|| texts.iter().map(|text| in_lang(text, lang)).collect::<Vec<_>>().join(", "))
    };
    let fields = item.fields.iter().filter_map(|mapping| {
        let name = in_lang(&data.field(&mapping.code)?.name, lang);
        Some(match mapping.confidence {
            Certainty::Sure => name.to_owned(),
            Certainty::Arguable => format!("{name} ({})", w.arguable),
        })
    });
    let legal: Vec<_> = item.legal_basis.iter().map(|law| law.title.clone()).collect();
    let period = item.period.as_ref().map(|period| match lang {
        Lang::Ko => period.ko.clone(),
        Lang::En => period.en.clone(),
    });
    let said_in = data
        .document(&item.source.document)
        .map(|document| format!("{}, {}", in_lang(&document.title, lang), citation::lines(&[item.source.lines], lang)));
    let rows = [
        (w.field, Some(fields.collect::<Vec<_>>().join(", "))),
        (w.department, joined(&item.departments)),
        (w.partners, joined(&item.partners)),
        (w.period, period),
        (w.legal_basis, joined(&legal)),
        (w.said_in, said_in),
    ];
    let rows = rows
        .into_iter()
        .filter_map(|(name, value)| Some(view! { <div><dt>{name}</dt><dd>{value?}</dd></div> }))
        .collect_view();
    view! { <dl class="cc-facts">{rows}</dl> }
}

/// The item's money: amounts with their basis, who pays, or why there is none.
fn budget(data: &Dataset, city: &City, item: &Item, terms: &Terms) -> AnyView {
    let lang = terms.lang;
    let w = words(lang);
    let content = match &item.budget {
        Budget::NonBudget => view! { <p class="cc-none">{terms.text(w.non_budget_long)}</p> },
        Budget::NotStated => view! { <p class="cc-none">{w.not_stated}</p> },
        Budget::Stated { amounts, funding } => {
            let mut reasons: Vec<String> = Vec::new();
            let rows = amounts
                .iter()
                .map(|amount| {
                    let proportion = Proportion::of_amount(data, city, item, amount);
                    let own = proportion.as_ref().map(|found| found.reasons(lang)).unwrap_or_default();
                    reasons.extend(own.into_iter().filter(|reason| !reasons.contains(reason)).collect::<Vec<_>>());
                    amount_row(amount, proportion.map(|found| found.parts(lang).join(" · ")), lang)
                })
                .collect_view();
            let reasons =
                (!reasons.is_empty()).then(|| view! { <p class="cc-more-text">{terms.text(&reasons.join(" "))}</p> });
            view! { <ul class="cc-list">{rows}</ul>{reasons}{shares(funding, terms)} }
        }
        Budget::FundingOnly { funding } => {
            view! { <p class="cc-none">{w.funding_only}</p>{shares(funding, terms)} }
        }
    };
    view! { <section class="cc-sub"><h5>{w.budget}</h5>{content}</section> }
}

/// Who pays what of an item's money.
fn shares(funding: &[Funding], terms: &Terms) -> Option<AnyView> {
    let lang = terms.lang;
    let shares = funding
        .iter()
        .map(|share| {
            let scope = share.scope.as_ref().map(|scope| format!(" ({})", in_lang(scope, lang)));
            let year = share.year.map(|year| format!(" · {year}"));
            let at = citation::lines(&[share.lines], lang);
            view! {
                <li>{terms.text(&format!("{} ", compare::funding_name(share.from, lang)))} <strong>{format::exact(share.krw, lang)}</strong>
                    {year} {scope} " " <small>{at}</small></li>
            }
        })
        .collect_view();
    (!funding.is_empty())
        .then(|| view! { <p class="cc-tag">{words(lang).funding}</p><ul class="cc-list">{shares}</ul> })
}

/// An amount, exact, with what makes it graspable under it.
fn amount_row(amount: &Amount, size: Option<String>, lang: Lang) -> AnyView {
    let w = words(lang);
    let year = amount.year.map(|year| year.to_string()).unwrap_or_default();
    let kind = match amount.kind {
        AmountKind::Annual => fill(w.amount_annual, &[("year", &year)]),
        AmountKind::Prior => w.amount_prior.to_owned(),
        AmountKind::Total => w.amount_total.to_owned(),
        AmountKind::Undated => w.amount_undated.to_owned(),
        AmountKind::PrivateInvestment => w.amount_private.to_owned(),
    };
    let basis = match amount.basis {
        Basis::Header => w.basis_header,
        Basis::Body => w.basis_body,
    };
    let at = citation::lines(&[amount.lines], lang);
    view! {
        <li>{kind} " " <strong>{format::exact(amount.krw, lang)}</strong> " " <small>
            <q lang="ko">{amount.as_printed.clone()}</q> " · " {basis} " · " {at}</small>
            {size.map(|size| view! { <span class="cc-more-text cc-size">{size}</span> })}</li>
    }
}

fn indicators(item: &Item, terms: &Terms) -> Option<AnyView> {
    let lang = terms.lang;
    let w = words(lang);
    let reading = |reading: &Option<Reading>| match (reading, lang) {
        (Some(reading), Lang::Ko) => reading.ko.clone(),
        (Some(reading), Lang::En) => reading.en.clone(),
        (None, _) => "–".to_owned(),
    };
    let rows = item
        .indicators
        .iter()
        .map(|indicator| {
            view! {
                <tr>
                    <th scope="row">{terms.say(&indicator.name)}</th>
                    <td>{reading(&indicator.before)}</td>
                    <td>{reading(&indicator.after)} " " <small>{citation::lines(&[indicator.lines], lang)}</small></td>
                </tr>
            }
        })
        .collect_view();
    (!item.indicators.is_empty()).then(|| {
        view! {
            <section class="cc-sub">
                <table class="cc-table cc-plain">
                    <caption>{terms.text(w.indicators)}</caption>
                    <thead><tr><td></td><th scope="col">{w.before}</th><th scope="col">{w.after}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
        }
    })
}

fn quantities(item: &Item, terms: &Terms) -> Option<AnyView> {
    let lang = terms.lang;
    let rows = item
        .quantities
        .iter()
        .map(|quantity| {
            let year = quantity.year.map(|year| format!(" ({year})"));
            let (what, explained) = terms.apart(in_lang(&quantity.what, lang));
            let value = compare::with_unit(quantity.value, &quantity.unit, lang);
            let at = citation::lines(&[quantity.lines], lang);
            view! { <li>{what} {year} " " <strong>{value}</strong> " " <small>{at}</small>{explained}</li> }
        })
        .collect_view();
    (!item.quantities.is_empty()).then(|| {
        view! { <section class="cc-sub"><h5>{words(lang).quantities}</h5><ul class="cc-list">{rows}</ul></section> }
    })
}

fn schedule(item: &Item, terms: &Terms) -> Option<AnyView> {
    let lang = terms.lang;
    let rows = item
        .schedule
        .iter()
        .map(|step| {
            let at = citation::lines(&[step.lines], lang);
            let (what, explained) = terms.apart(in_lang(&step.what, lang));
            view! { <li><span class="cc-when" lang="ko">{step.when.clone()}</span> " " {what} " " <small>{at}</small>{explained}</li> }
        })
        .collect_view();
    (!item.schedule.is_empty()).then(|| {
        view! { <section class="cc-sub"><h5>{words(lang).schedule}</h5><ul class="cc-list">{rows}</ul></section> }
    })
}

/// Contradictions of the document that name this item.
fn touching(data: &Dataset, item: &Item, terms: &Terms) -> Option<AnyView> {
    let document = data.document(&item.source.document)?;
    let all = document.contradictions().chain(document.gaps());
    let own: Vec<_> = all.filter(|d| d.items.contains(&item.id)).collect();
    citation::discrepancies(&own, terms)
}

fn children(cx: Context, city: &City, item: &Item, lang: Lang) -> Option<AnyView> {
    let rows: Vec<_> = city
        .plan
        .children(&item.id)
        .map(|child| view! { <li>{item_link::link(cx, &child.id, say(&child.title, lang))}</li> })
        .collect();
    (!rows.is_empty()).then(|| {
        view! { <section class="cc-sub"><h5>{words(lang).parts}</h5><ul class="cc-list">{rows}</ul></section> }
    })
}

/// The document's tables that belong to the item.
fn tables(city: &City, item: &Item, lang: Lang) -> Option<AnyView> {
    let own: Vec<AnyView> = city
        .plan
        .tables
        .iter()
        .filter(|table| table.items.contains(&item.id))
        .map(|table| document_table::document_table(table, lang))
        .collect();
    (!own.is_empty()).then(|| view! { <section class="cc-sub">{own}</section> })
}

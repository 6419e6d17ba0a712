//! Figures of the press beside the official ones, with the difference.

use crate::compare::official::{TwoSources, press_beside_official};
use crate::model::Dataset;
use crate::shared::context::Context;
use crate::shared::prelude::*;
use crate::text::country::words;
use crate::text::{Lang, fill};
use crate::widgets::evidence_button;

/// The row under which what a figure rests on is opened.
const ROW: &str = "press-official";

/// A folded table of both; nothing where the dataset has no official figures, or the press has none of the chosen cities.
pub(super) fn table(cx: Context) -> AnyView {
    let cities = cx.memo(|state| state.cities.clone());
    live(move || {
        let (data, lang) = (cx.data(), cx.lang.get());
        cities.with(|_| ());
        let official = data.official.as_ref()?;
        let selection = cx.state.with_untracked(|state| state.selection(&data));
        let (pairs, alone) = press_beside_official(&data, official, &selection);
        let w = words(lang);
        let heads = [w.press_what, w.press_press, w.press_official, w.press_difference];
        let heads = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
        let rows = pairs.iter().enumerate().map(|(place, pair)| row(cx, &data, place, pair, lang)).collect_view();
        let funds = pairs.iter().any(|pair| pair.difference.is_none());
        let heading = fill(w.press_heading, &[("n", &pairs.len().to_string())]);
        (!pairs.is_empty()).then(|| {
            view! {
                <details data-row=ROW prop:open=move || cx.paper.get()>
                    <summary>{heading.clone()}</summary>
                    <div class="cc-scroll" tabindex="0" role="group" aria-label=heading>
                        <table class="cc-table cc-beside-table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
                    </div>
                    {evidence_button::panel(cx, ROW.to_owned())}
                    {funds.then(|| view! { <p>{w.press_funds}</p> })}
                    <p>{alone.text(lang)}</p>
                </details>
            }
        })
    })
}

fn row(cx: Context, data: &Dataset, place: usize, pair: &TwoSources, lang: Lang) -> AnyView {
    let (press, official) = pair.evidence();
    let name = pair.name(data);
    let source = |of: &str, evidence| evidence_button::button(cx, ROW, format!("{ROW}-{place}-{of}"), &name, evidence);
    view! {
        <tr>
            <th scope="row">{pair.what(data, lang)}</th>
            <td><span lang="ko">{pair.as_printed.clone()}</span> " " {source("press", press)}</td>
            <td>{pair.official_text(lang)} " " {source("official", official)}</td>
            <td>{pair.difference_text(lang)}</td>
        </tr>
    }
}

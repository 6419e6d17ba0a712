use crate::browser;
use crate::shared::context::Context;
use crate::shared::prelude::*;
use crate::text::Lang;

/// Picks a fixed string of a language.
pub(crate) type Pick = fn(Lang) -> &'static str;

/// A row of buttons of which one is pressed.
pub(crate) fn segments<T: PartialEq + Copy + Send + Sync + 'static>(
    cx: Context,
    label: Pick,
    choices: &[(T, Pick)],
    chosen: Memo<T>,
    choose: impl Fn(T) + Copy + Send + Sync + 'static,
) -> AnyView {
    let buttons = choices
        .iter()
        .map(|&(value, name)| {
            view! {
                <button
                    type="button"
                    class="cc-segment"
                    aria-pressed=move || (chosen.get() == value).to_string()
                    on:click=move |_| choose(value)
                >
                    {cx.t(name)}
                </button>
            }
        })
        .collect_view();
    view! { <div class="cc-segments" role="group" aria-label=cx.t(label)>{buttons}</div> }
}

/// Choices in one line that scrolls where it is too long: texts that follow the data and the language.
pub(crate) fn chips<T: PartialEq + Clone + Send + Sync + 'static>(
    label: impl Fn() -> &'static str + Send + Sync + 'static,
    choices: impl Fn() -> Vec<(T, String)> + Send + Sync + 'static,
    chosen: impl Fn() -> T + Copy + Send + Sync + 'static,
    choose: impl Fn(T) + Copy + Send + Sync + 'static,
) -> AnyView {
    let buttons = move || {
        let button = |(value, name): (T, String)| {
            let own = value.clone();
            view! {
                <button type="button" class="cc-choice" aria-pressed=move || (chosen() == own).to_string()
                    on:focus=|event: leptos::ev::FocusEvent| browser::reveal_target(&event)
                    on:click=move |_| choose(value.clone())>{name}</button>
            }
        };
        choices().into_iter().map(button).collect_view()
    };
    view! { <div class="cc-choices" role="group" aria-label=label>{live(buttons)}</div> }
}

/// A labelled native select. Options are (value, text); the chosen value is marked.
pub(crate) fn select(
    cx: Context,
    label: Pick,
    options: impl Fn() -> Vec<(String, String)> + Send + Sync + 'static,
    chosen: impl Fn() -> String + Copy + Send + Sync + 'static,
    choose: impl Fn(String) + Send + Sync + 'static,
) -> AnyView {
    let list = move || {
        options()
            .into_iter()
            .map(|(value, text)| {
                let is_chosen = value == chosen();
                view! { <option value=value selected=is_chosen>{text}</option> }
            })
            .collect_view()
    };
    view! {
        <label class="cc-select">
            <span>{cx.t(label)}</span>
            <select prop:value=chosen on:change=move |event| choose(event_target_value(&event))>{live(list)}</select>
        </label>
    }
}

/// A labelled check box.
pub(crate) fn check(
    cx: Context,
    label: Pick,
    checked: Memo<bool>,
    choose: impl Fn(bool) + Send + Sync + 'static,
) -> AnyView {
    view! {
        <label class="cc-check">
            <input type="checkbox" prop:checked=move || checked.get() on:change=move |event| choose(event_target_checked(&event))/>
            <span>{cx.t(label)}</span>
        </label>
    }
}

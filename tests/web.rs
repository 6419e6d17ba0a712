//! The widget in a real browser: mounted in a shadow root, used, freed.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods, reason = "tests")]

use city_compare::element::{Widget, open};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A widget in a host element of its own, with these attributes.
async fn mounted(instance: &str, attributes: &str) -> (Widget, web_sys::Element, web_sys::ShadowRoot) {
    let document = web_sys::window().unwrap().document().unwrap();
    let host = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&host).unwrap();
    let root = host.attach_shadow(&web_sys::ShadowRootInit::new(web_sys::ShadowRootMode::Open)).unwrap();
    let get = js_sys::Function::new_with_args("name", &format!("return ({attributes})[name] ?? null"));
    let mut widget = open(root.clone(), instance.to_owned(), get, "ko".to_owned(), None, nothing()).await.unwrap();
    widget.mount();
    (widget, host, root)
}

/// Fetches no text: nothing here asks for any.
fn nothing() -> js_sys::Function {
    js_sys::Function::new_no_args("throw new Error('nothing is fetched')")
}

fn text(root: &web_sys::ShadowRoot, selector: &str) -> String {
    root.query_selector(selector).unwrap().and_then(|found| found.text_content()).unwrap_or_default()
}

async fn settled() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let _ = web_sys::window().unwrap().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 30);
    });
    wasm_bindgen_futures::JsFuture::from(promise).await.unwrap();
}

#[wasm_bindgen_test]
async fn five_cities_stand_side_by_side() {
    let (widget, host, root) = mounted("a", "{}").await;
    settled().await;
    let heads = root.query_selector_all("thead th").unwrap();
    assert_eq!(heads.length(), 5);
    assert!(text(&root, "[data-row=vision] [data-city=gwangju]").contains("광주, 대한민국 미래로!"));
    assert!(text(&root, "[data-row=vision] [data-city=yeosu]").contains("비전 문장 없음"));
    drop(widget);
    host.remove();
}

#[wasm_bindgen_test]
async fn two_instances_keep_separate_states() {
    let (one, host_one, root_one) = mounted("b", "{view: 'budgets'}").await;
    let (two, host_two, root_two) = mounted("c", "{view: 'sources', lang: 'en'}").await;
    settled().await;
    assert_eq!(root_one.query_selector_all("figure").unwrap().length(), 1);
    assert_eq!(root_two.query_selector_all("figure").unwrap().length(), 0);
    assert_eq!((one.lang().as_str(), two.lang().as_str()), ("ko", "en"));
    drop((one, two));
    host_one.remove();
    host_two.remove();
}

#[wasm_bindgen_test]
async fn a_click_changes_the_view_and_freeing_empties_the_root() {
    let (widget, host, root) = mounted("d", "{}").await;
    let tabs = root.query_selector_all(".cc-tab").unwrap();
    let budgets: web_sys::HtmlElement = tabs.get(4).unwrap().dyn_into().unwrap();
    budgets.click();
    settled().await;
    assert!(text(&root, "figure").contains("복지"));
    drop(widget);
    settled().await;
    assert_eq!(root.child_element_count(), 0);
    host.remove();
}

#[wasm_bindgen_test]
async fn a_broken_dataset_is_refused_with_all_its_problems() {
    let document = web_sys::window().unwrap().document().unwrap();
    let host = document.create_element("div").unwrap();
    let root = host.attach_shadow(&web_sys::ShadowRootInit::new(web_sys::ShadowRootMode::Open)).unwrap();
    let get = js_sys::Function::new_no_args("return null");
    let broken = "{\"schema\": 3}".to_owned();
    let refused = open(root, "e".to_owned(), get, "en".to_owned(), Some(broken), nothing()).await;
    let problems: js_sys::Array = refused.err().unwrap().dyn_into().unwrap();
    let all: Vec<String> = problems.iter().filter_map(|problem: JsValue| problem.as_string()).collect();
    assert!(all.len() >= 4, "{all:?}");
    assert!(all.iter().any(|problem| problem.contains("cities")));
}

//! Adding files: by a dialog, by dropping them, or a pasted table.

use super::bench::At;
use crate::browser::{self, GivenFile};
use crate::lazy;
use crate::shared::prelude::*;
use crate::text::workbench::words;
use crate::text::{Lang, fill};
use city_compare_import::desk::File;
use city_compare_import::form::{Contents, read};
use city_compare_import::import::{Outcome, TableReport};
use city_compare_import::plan::Form;
use wasm_bindgen_futures::spawn_local;

/// What the file dialog offers first.
const KINDS: &str = ".csv,.tsv,.txt,.json,.xml,.xlsx,.xls,.ods";

pub(super) fn step(at: At) -> AnyView {
    let cx = at.cx;
    let pasted = NodeRef::<html::Textarea>::new();
    let paste = move |_| {
        let Some(field) = pasted.get_untracked() else { return };
        let text = field.value();
        if !text.trim().is_empty() {
            field.set_value("");
            let name = at.look(|bench| bench.desk.free_name(words(cx.lang.get_untracked()).paste_name));
            at.add(vec![File::pasted(name, &text)]);
        }
    };
    let template = move |_| {
        let form = Form::new(cx.lang.get_untracked());
        at.offer(&form.csv(), "text/csv;charset=utf-8", &format!("{}.csv", form.file_name()));
    };
    let is_chosen = move || at.with(|bench| bench.desk.subject.is_some());
    let waits = move || (!is_chosen()).then(|| view! { <p class="cc-note">{words(cx.lang.get()).add_first}</p> });
    view! {
        {live(waits)}
        <div class="cc-drop" on:dragover=|event: leptos::ev::DragEvent| event.prevent_default()
            on:drop=move |event: leptos::ev::DragEvent| {
                event.prevent_default();
                given(at, browser::given_files(&event));
            }>
            <label>
                <span>{cx.t(|lang| words(lang).add_files)}</span>
                <input type="file" multiple=true accept=KINDS id=cx.id("workbench-files") disabled=move || !is_chosen()
                    on:change=move |event| given(at, browser::given_files(&event)) />
            </label>
            <p class="cc-note">{cx.t(|lang| words(lang).add_drop)}</p>
            <button type="button" class="cc-quiet" on:click=template>{cx.t(|lang| words(lang).template)}</button>
        </div>
        <label>
            <span>{cx.t(|lang| words(lang).paste_label)}</span>
            <textarea class="cc-text-field" rows="3" spellcheck="false" node_ref=pasted disabled=move || !is_chosen()></textarea>
        </label>
        <button type="button" class="cc-quiet" disabled=move || !is_chosen() on:click=paste>{cx.t(|lang| words(lang).paste_add)}</button>
        {live(move || progress(at))}
        {live(move || files(at))}
    }
}

/// Reads files that were given, and adds them.
fn given(at: At, given: Vec<GivenFile>) {
    if given.is_empty() || at.look(|bench| bench.desk.subject.is_none()) {
        return;
    }
    spawn_local(async move {
        let mut files = Vec::new();
        for file in given {
            match contents(&file).await {
                Some(contents) => files.push(File::new(file.name, contents)),
                None => unread(at, &file.name),
            }
            browser::pause().await;
        }
        at.add(files);
    });
}

/// What a file holds; a workbook is read by a part of its own.
async fn contents(file: &GivenFile) -> Option<Contents> {
    let bytes = file.bytes().await.ok()?;
    match read(&file.name, &bytes, browser::cp949) {
        Contents::Workbook => lazy::read_workbook(file.name.clone(), bytes).await.ok(),
        contents => Some(contents),
    }
}

fn unread(at: At, name: &str) {
    let Some(lang) = at.cx.lang.try_get_untracked() else { return };
    at.cx.status.try_set(fill(words(lang).file_unread, &[("name", name)]));
}

/// How far the reading is, with a button that ends it.
fn progress(at: At) -> Option<AnyView> {
    let share = at.share.get()?;
    let w = words(at.cx.lang.get());
    Some(view! {
        <p>
            <label>{w.reading} " " <progress max="1" value=share.to_string()></progress></label>
            " " <button type="button" class="cc-quiet" on:click=move |_| at.stop()>{w.stop}</button>
        </p>
    })
}

/// The files, each with what was read of it.
fn files(at: At) -> Option<AnyView> {
    let lang = at.cx.lang.get();
    at.with(|bench| {
        let entry = |(place, file): (usize, &File)| {
            let reports = bench
                .outcome
                .iter()
                .flat_map(|outcome| reports(bench_place(outcome, &bench.desk.files, place), outcome));
            let said: Vec<String> = reports.filter_map(|report| said(report, lang)).collect();
            let remove = move |_| {
                at.change(|bench| {
                    if place < bench.desk.files.len() {
                        bench.desk.files.remove(place);
                    }
                });
                at.read();
            };
            let label = fill(words(lang).file_remove, &[("name", &file.name)]);
            view! {
                <li>
                    {file.name.clone()} " " <small>{said.join("; ")}</small> " "
                    <button type="button" class="cc-quiet" aria-label=label on:click=remove>"×"</button>
                </li>
            }
        };
        let list = bench.desk.files.iter().enumerate().map(entry).collect_view();
        (!bench.desk.files.is_empty())
            .then(|| view! { <h5>{words(lang).files_label}</h5><ul class="cc-list">{list}</ul> })
    })
}

/// The reports of a file: the first, and how many they are.
fn bench_place(outcome: &Outcome, files: &[File], place: usize) -> (usize, usize) {
    let tables = |file: &File| if let Contents::Tables(tables) = &file.contents { tables.len() } else { 1 };
    let first: usize = files.iter().take(place).map(tables).sum();
    let count = files.get(place).map_or(0, tables);
    (first.min(outcome.tables.len()), count)
}

fn reports((first, count): (usize, usize), outcome: &Outcome) -> impl Iterator<Item = &TableReport> {
    outcome.tables.iter().skip(first).take(count)
}

/// What was read of a table.
fn said(report: &TableReport, lang: Lang) -> Option<String> {
    let w = words(lang);
    report.recipe.as_ref()?;
    let number = |text: &str, n: usize| (n > 0).then(|| fill(text, &[("n", &n.to_string())]));
    let rows = fill(w.file_rows, &[("rows", &report.rows.to_string()), ("used", &report.used.to_string())]);
    let encoding = report.encoding.map(|encoding| fill(w.file_encoding, &[("name", encoding.name())]));
    let name = report.recipe.as_ref().map(|recipe| recipe.name.clone());
    let parts =
        [name, Some(rows), number(w.file_others, report.others), number(w.file_left_out, report.left_out), encoding];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

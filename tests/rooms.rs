//! Rooms with walls: who knows whom in the widget, read from its sources.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

type Graph = BTreeMap<String, BTreeSet<String>>;

/// The sources under a folder as modules (`views::budgets`), each with its text up to its tests, without comments.
fn modules(folder: &Path, at: &str, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let name = if at.is_empty() { stem.to_owned() } else { format!("{at}::{stem}") };
        if path.is_dir() {
            modules(&path, &name, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") && stem != "tests" {
            let text = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
            let text = text.split("#[cfg(test)]\nmod tests").next().unwrap();
            let lines = text.lines().map(|line| line.split("//").next().unwrap());
            let name = if stem == "mod" { at.to_owned() } else { name };
            found.insert(name, lines.collect::<Vec<_>>().join("\n"));
        }
    }
}

/// The paths that begin with `root` in a text, with groups in braces written out.
fn paths(text: &str, root: &str) -> Vec<Vec<String>> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let whole = |(at, _): &(usize, &str)| !text[..*at].ends_with(|c: char| is_name(c) || c == ':');
    text.match_indices(root).filter(whole).flat_map(|(at, _)| tree(&text[at + root.len()..]).0).collect()
}

/// A path, or a group of them, from its first name on, and how long it is.
fn tree(text: &str) -> (Vec<Vec<String>>, usize) {
    let spaces = text.len() - text.trim_start().len();
    let rest = &text[spaces..];
    if let Some(group) = rest.strip_prefix('{') {
        let (mut found, mut at) = (Vec::new(), 0);
        while let Some(next) = group[at..].find(|c: char| !c.is_whitespace() && c != ',') {
            at += next;
            if group[at..].starts_with('}') {
                break;
            }
            let (paths, long) = tree(&group[at..]);
            found.extend(paths);
            at += long.max(1);
        }
        return (found, spaces + at + 2);
    }
    let long = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    let (name, after) = (rest[..long].to_owned(), &rest[long..]);
    match after.strip_prefix("::") {
        Some(below) if !name.is_empty() => {
            let (paths, below) = tree(below);
            let joined = paths.into_iter().map(|path| [vec![name.clone()], path].concat());
            (joined.collect(), spaces + long + 2 + below)
        }
        _ => (vec![vec![name]], spaces + long),
    }
}

/// Which module knows which: `crate::`, `super::` and `self::` paths, each up to the deepest module that it names, and
/// paths into its own children.
fn graph(folder: &Path) -> Graph {
    let mut sources = BTreeMap::new();
    modules(folder, "", &mut sources);
    let mut graph = Graph::new();
    for (name, text) in &sources {
        let own: Vec<String> = name.split("::").map(str::to_owned).collect();
        let above = own[..own.len() - 1].to_vec();
        let found = [("crate::", Vec::new()), ("super::", above), ("self::", own.clone())];
        let inside = sources.keys().filter_map(|child| child.strip_prefix(&format!("{name}::"))).map(str::to_owned);
        let inside: Vec<String> = inside
            .filter(|child| !child.contains("::") && !paths(text, &format!("{child}::")).is_empty())
            .map(|child| format!("{name}::{child}"))
            .collect();
        let named = found.into_iter().flat_map(|(root, base)| {
            paths(text, root).into_iter().map(move |path| [base.clone(), path].concat()).collect::<Vec<_>>()
        });
        let known = named.filter_map(|path| {
            let prefixes = (1..=path.len()).rev().map(|many| path[..many].join("::"));
            prefixes.into_iter().find(|prefix| sources.contains_key(prefix))
        });
        graph.insert(name.clone(), known.chain(inside).filter(|other| other != name).collect());
    }
    graph
}

/// The modules that can come back to themselves.
fn circles(graph: &Graph) -> Vec<String> {
    let comes_back = |start: &&String| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![*start]);
        while let Some(at) = next.pop() {
            for other in graph.get(at).into_iter().flatten() {
                if other == *start {
                    return true;
                }
                if seen.insert(other) {
                    next.push(other);
                }
            }
        }
        false
    };
    graph.keys().filter(comes_back).cloned().collect()
}

/// Which rooms a room must not know. Paths through what a crate exports again at its root are not followed.
const WALLS: [(&str, &[&str]); 8] = [
    ("views", &["panels", "app", "registry", "element"]),
    ("panels", &["views", "app", "registry", "element"]),
    ("widgets", &["views", "panels", "app", "registry", "element"]),
    ("lazy", &["views", "panels", "widgets", "app", "registry", "element"]),
    ("shared", &["views", "panels", "widgets", "lazy", "app", "registry", "element"]),
    ("app", &["views", "panels", "element"]),
    ("part", &["views", "panels", "widgets", "lazy", "shared", "app", "registry", "element", "browser"]),
    ("browser", &["views", "panels", "widgets", "lazy", "shared", "app", "registry", "element"]),
];

fn crossed(graph: &Graph) -> Vec<String> {
    let room = |module: &str| module.split("::").next().unwrap().to_owned();
    let view = |module: &str| module.split("::").take(2).collect::<Vec<_>>().join("::");
    let mut crossed = Vec::new();
    for (from, to) in graph.iter().flat_map(|(from, all)| all.iter().map(move |to| (from, to))) {
        let wall = WALLS.iter().any(|(own, not)| room(from) == *own && not.contains(&room(to).as_str()));
        let sibling = room(from) == "views" && from != "views" && room(to) == "views" && view(from) != view(to);
        if wall || sibling {
            crossed.push(format!("{from} -> {to}"));
        }
    }
    crossed
}

#[test]
fn no_circle_and_no_wall_that_is_crossed() {
    let graph = graph(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    for (from, all) in &graph {
        println!("{from}: {}", all.iter().map(String::as_str).collect::<Vec<_>>().join(", "));
    }
    // It reads what is there: these are known to know each other.
    assert!(graph["registry"].contains("views::budgets") && graph["widgets::figure"].contains("widgets::marks"));
    assert_eq!(circles(&graph), Vec::<String>::new(), "circles");
    assert_eq!(crossed(&graph), Vec::<String>::new(), "walls");
}

/// The sources of every package of the workspace but the widget's own.
const PACKAGES: &[&str] = &[
    "crates/core",
    "crates/dataset",
    "crates/embedded",
    "crates/import",
    "crates/lessons",
    "crates/prerender",
    "crates/verify",
    "bench",
    "tests/mutate",
    "xtask",
];

/// The modules that lie beside each other in one room, each with all that is in it. A room's own module, which hands out what
/// its parts make and holds what they share, is not one of them.
fn beside(graph: &Graph, room: &str) -> Graph {
    let inside = |module: &str| -> Option<String> {
        let rest = if room.is_empty() { module } else { module.strip_prefix(room)?.strip_prefix("::")? };
        rest.split("::").next().map(str::to_owned)
    };
    let mut beside = Graph::new();
    for (from, all) in graph {
        let Some(from) = inside(from).filter(|from| from != "lib" && from != "main") else { continue };
        let others: BTreeSet<String> = all.iter().filter_map(|to| inside(to)).filter(|to| *to != from).collect();
        beside.entry(from).or_default().extend(others);
    }
    beside
}

/// The circles among neighbours, in every room.
fn circles_beside(graph: &Graph) -> Vec<String> {
    let rooms = graph.keys().map(String::as_str).filter(|room| *room != "lib").chain([""]);
    let named =
        |room: &str| circles(&beside(graph, room)).into_iter().map(|module| format!("{room}::{module}")).collect();
    rooms.flat_map(|room| -> Vec<String> { named(room) }).collect()
}

#[test]
fn no_circle_among_neighbours_in_any_package() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut round = Vec::new();
    for package in PACKAGES {
        let graph = graph(&root.join(package).join("src"));
        println!("{package}: {:?}", beside(&graph, ""));
        round.extend(circles_beside(&graph).into_iter().map(|module| format!("{package}: {module}")));
    }
    assert_eq!(round, Vec::<String>::new(), "circles");
    // It reads what is there.
    assert!(graph(&root.join("xtask/src"))["test::step"].contains("verify"));
    assert!(graph(&root.join("bench/src"))["city"].contains("budgets"));
}

#[test]
fn every_package_of_the_workspace_is_looked_at() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let list = manifest.split_once("\nmembers = [").and_then(|(_, rest)| rest.split_once(']')).unwrap().0;
    let members: BTreeSet<&str> = list.split('"').skip(1).step_by(2).filter(|member| *member != ".").collect();
    assert_eq!(members, PACKAGES.iter().copied().collect());
}

#[test]
fn nothing_below_the_widget_knows_a_browser() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates");
    for room in ["core", "dataset", "embedded", "import"] {
        let mut sources = BTreeMap::new();
        modules(&crates.join(room).join("src"), "", &mut sources);
        for (name, text) in sources {
            for word in ["web_sys", "js_sys", "leptos", "wasm_bindgen"] {
                assert!(!text.contains(word), "{room}: {name} knows {word}");
            }
        }
    }
}

#[test]
fn a_circle_and_a_crossed_wall_are_seen() {
    let known = |pairs: &[(&str, &[&str])]| -> Graph {
        pairs.iter().map(|(from, to)| ((*from).to_owned(), to.iter().map(|to| (*to).to_owned()).collect())).collect()
    };
    let round = known(&[("a", &["b"]), ("b", &["c"]), ("c", &["a"]), ("d", &["a"])]);
    assert_eq!(circles(&round), ["a", "b", "c"]);
    let rooms =
        known(&[("r", &["r::a"]), ("r::a", &["r", "r::b::x"]), ("r::b", &[]), ("r::b::x", &["r::a"]), ("s", &["r"])]);
    assert_eq!(circles_beside(&rooms), ["r::a", "r::b"]);
    let through =
        known(&[("views::sources", &["views::budgets", "widgets::figure"]), ("widgets::figure", &["panels::item"])]);
    assert_eq!(crossed(&through), ["views::sources -> views::budgets", "widgets::figure -> panels::item"]);
    let text = "use crate::a::{self, b::{C, d}, e};\nlet x = crate::f::g();";
    let found: Vec<String> = paths(text, "crate::").iter().map(|path| path.join("::")).collect();
    assert_eq!(found, ["a::self", "a::b::C", "a::b::d", "a::e", "f::g"]);
}

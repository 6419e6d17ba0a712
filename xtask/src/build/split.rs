//! Cuts the wasm module at its split points (src/registry.rs): what the first view needs stays, every other part becomes a
//! file of its own. The cutter makes a file for every combination of parts that share code; they are merged into a few.

mod sections;

use super::{empty, forms, module};
use crate::failure::Failure;
use crate::project::Project;
use crate::run::quietly;
use city_compare::part::Part;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use sections::{imported, only_functions, passing_on, without_streams};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Where the parts lie in dist/, before their names.
const PART: &str = "wasm/city-compare-";

const GLUE: &str = "wasm/city-compare.js";
const WASM: &str = "wasm/city-compare_bg.wasm";

/// What the exports of wasm-streams have in their names.
const STREAMS: &str = "intounderlying";

/// The module that the cutter's pieces import the memory, the table and globals from.
const CUTTER: &str = "__wasm_split";

/// The module that the merged files import them from: the glue hands its instance over by this name.
const MAIN: &str = "main";

/// Named one by one: with all of them, Chromium refuses the module ("Invalid import kind 127").
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What makes a module small, and above all what is left of it when it is compressed: functions of one caller stay functions, since
/// code that is alike in many places compresses better than code that is woven together, and those with like names are neighbours.
/// Nothing lies at the lowest addresses but the end of the stack, so that small offsets can stand in the loads themselves.
const SMALL: [&str; 5] = [
    "-Os",
    "--converge",
    "--one-caller-inline-max-function-size=10",
    "--low-memory-unused",
    "--reorder-functions-by-name",
];

/// Cuts a module, and writes what stays of it, its glue and the parts into `dist`.
pub fn split(project: &Project, module: &Path, dist: &Path) -> Result<(), Failure> {
    let work = Work::new(project)?;
    let pieces = work.cut(module)?;
    module::glue(&work.file("main"), &work.folder, &["--keep-lld-exports"])?;
    fs::create_dir_all(dist.join("wasm")).map_err(|error| Failure::file("Making", dist, &error))?;
    let packs = pieces.packs();
    for (name, files) in &packs {
        work.merge(files, &work.pack(name))?;
    }
    // Each is made small by a program of its own, which takes most of the time here: as many at once as there are cores.
    let parts = packs.keys().map(|name| (work.pack(name), part(dist, name)));
    let modules: Vec<(PathBuf, PathBuf)> =
        [(work.folder.join("city-compare_bg.wasm"), dist.join(WASM))].into_iter().chain(parts).collect();
    modules.par_iter().try_for_each(|(from, to)| work.small(from, to))?;
    let mut digests = BTreeMap::new();
    for name in packs.into_keys() {
        let part = part(dist, &name);
        let module = fs::read(&part).map_err(|error| Failure::file("Reading", &part, &error))?;
        digests.insert(name, forms::digest(&module));
    }
    let glue = work.folder.join("city-compare.js");
    let glue = fs::read_to_string(&glue).map_err(|error| Failure::file("Reading", &glue, &error))?;
    fs::write(dist.join(GLUE), linked(&glue, &pieces, &digests)?)
        .map_err(|error| Failure::file("Writing", dist, &error))
}

/// The part of the widget with this name.
fn known(name: &str) -> Option<Part> {
    Part::ALL.iter().copied().find(|part| part.name() == name)
}

/// The published file of a part.
fn part(dist: &Path, name: &str) -> PathBuf {
    dist.join(format!("{PART}{name}.wasm"))
}

/// What the cutter made.
struct Pieces {
    /// The pieces that each part consists of.
    of: BTreeMap<String, BTreeSet<String>>,
    /// Those that are so small that every part has its own copy: a function twice in the same place of the table is one.
    copied: BTreeSet<String>,
}

/// Pieces of functions alone, up to this many bytes with their names, are copied.
const COPIED: usize = 4_000;

/// What the whole dataset is read by is copied up to this many: its file comes first, and would else wait for all that views share.
const COPIED_OF_DATASET: usize = 40_000;

/// Parts that are loaded after another one, which holds what the two share.
const AFTER: [(&str, &str); 4] =
    [("workbench", "own"), ("workbench", "country"), ("spreadsheet", "workbench"), ("spreadsheet", "own")];

/// The part that holds what only it and those after it share.
fn base_of(sharing: &[&str]) -> Option<&'static str> {
    let is_after = |part: &&str, base: &str| *part == base || AFTER.contains(&(part, base));
    let bases = AFTER.iter().map(|(_, base)| *base).filter(|base| sharing.contains(base));
    bases.into_iter().find(|base| sharing.len() > 1 && sharing.iter().all(|part| is_after(part, base)))
}

impl Pieces {
    /// The published files that hold a piece.
    fn packs_of(&self, piece: &str) -> Vec<String> {
        let mut sharing = self.of.iter().filter(|(_, own)| own.contains(piece)).map(|(part, _)| part.as_str());
        if self.copied.contains(piece) {
            return sharing.map(str::to_owned).collect();
        }
        let base = base_of(&sharing.clone().collect::<Vec<_>>());
        let name = match piece.strip_prefix("split_") {
            Some(part) => part,
            None if base.is_some() => base.unwrap_or_default(),
            // Every view shows sources, so what sources need comes with them.
            None if sharing.clone().any(|part| part == Part::ALONG.name()) => Part::ALONG.name(),
            None if sharing.all(|part| known(part).is_some_and(Part::draws)) => "charts",
            None => "shared",
        };
        vec![name.to_owned()]
    }

    /// The published files, each with its pieces.
    fn packs(&self) -> BTreeMap<String, BTreeSet<String>> {
        let mut packs: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for piece in self.of.values().flatten() {
            for name in self.packs_of(piece) {
                packs.entry(name).or_default().insert(piece.clone());
            }
        }
        packs
    }

    /// The files that a part needs. All views show sources: both are asked for together, so that no one waits for one file
    /// after the other.
    fn files_of(&self, part: &str) -> BTreeSet<String> {
        // What else is cut out are data, which show nothing.
        let along = known(part).map(|_| Part::ALONG.name());
        let mut files: BTreeSet<String> = along.into_iter().chain([part]).map(str::to_owned).collect();
        let pieces = files.iter().filter_map(|part| self.of.get(part)).flatten();
        let whole = pieces.filter(|piece| !self.copied.contains(*piece));
        let needed: Vec<String> = whole.flat_map(|piece| self.packs_of(piece)).collect();
        files.extend(needed);
        files
    }
}

/// The glue, with the functions that load a part in the place of the module that the cutter imports them from.
fn linked(glue: &str, pieces: &Pieces, digests: &BTreeMap<String, String>) -> Result<String, Failure> {
    let is_import = |line: &str| line.starts_with("import * as ") && line.contains("\"./__wasm_split.js\"");
    let is_entry = |line: &str| line.trim_start().starts_with("\"./__wasm_split.js\": import");
    let (imports, rest): (Vec<&str>, Vec<&str>) = glue.lines().partition(|line| is_import(line));
    // One entry for each import, all of the same module: the first gives way to our functions, the others go.
    let place = rest.iter().position(|line| is_entry(line)).filter(|_| !imports.is_empty());
    let place = place.ok_or_else(|| failed("The glue of wasm-bindgen has another form than before"))?;
    let lines = rest.iter().enumerate().filter(|(at, line)| *at == place || !is_entry(line));
    let lines: Vec<&str> =
        lines.map(|(at, line)| if at == place { "        \"./__wasm_split.js\": parts," } else { *line }).collect();
    let loads = pieces.of.keys().map(|part| {
        let names: Vec<String> = pieces.files_of(part).iter().map(|name| format!("'{name}'")).collect();
        format!("    __wasm_split_load_{part}: part({}),\n", names.join(", "))
    });
    let digests: String = digests.iter().map(|(name, digest)| format!("    {name}: '{digest}',\n")).collect();
    let runtime = format!(
        "let bring;\n\
         export function on_part(call) {{ bring = call; }}\n\
         const digests = {{\n{digests}}};\n\
         const packs = {{}};\n\
         const pack = (name) => packs[name] ??= Promise.resolve(bring(name, digests[name]))\n    \
             .then((bytes) => WebAssembly.instantiate(bytes, {{ {MAIN}: wasm }}))\n    \
             .catch((error) => {{ delete packs[name]; throw error; }});\n\
         const part = (...names) => (callback, data) => {{\n    \
             Promise.all(names.map(pack)).then(() => 1, () => 0)\n        \
                 .then((done) => wasm.__indirect_function_table.get(callback)(data, done));\n\
         }};\n\
         const parts = {{\n{}}};\n",
        loads.collect::<String>()
    );
    Ok(format!("{runtime}{}\n", lines.join("\n")))
}

/// A folder for what is made on the way.
struct Work<'a> {
    project: &'a Project,
    folder: PathBuf,
}

impl<'a> Work<'a> {
    fn new(project: &'a Project) -> Result<Self, Failure> {
        let folder = project.split();
        empty(&folder)?;
        Ok(Self { project, folder })
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.wasm"))
    }

    /// What the pieces of a published file are merged into.
    fn pack(&self, name: &str) -> PathBuf {
        self.file(&format!("pack-{name}"))
    }

    fn cut(&self, module: &Path) -> Result<Pieces, Failure> {
        let input = fs::read(module).map_err(|error| Failure::file("Reading", module, &error))?;
        let input = without_streams(&input).map_err(|error| failed(&format!("The linked module: {error}")))?;
        let main = self.file("main");
        let mut options = wasm_split_cli_support::Options::new(&input);
        options.output_dir = &self.folder;
        options.main_out_path = &main;
        let cut = wasm_split_cli_support::transform(options)
            .map_err(|error| failed(&format!("The module could not be cut: {error:#}")))?;
        let of: BTreeMap<String, BTreeSet<String>> =
            cut.prefetch_map.into_iter().map(|(part, files)| (part, files.into_iter().collect())).collect();
        let mut copied = BTreeSet::new();
        for piece in of.values().flatten().filter(|piece| !piece.starts_with("split_")) {
            let path = self.file(piece);
            let module = fs::read(&path).map_err(|error| Failure::file("Reading", &path, &error))?;
            let of_dataset = of.get("dataset").is_some_and(|own| own.contains(piece));
            if module.len() <= if of_dataset { COPIED_OF_DATASET } else { COPIED }
                && only_functions(&module).map_err(|error| failed(&format!("{piece}: {error}")))?
            {
                copied.insert(piece.clone());
            }
        }
        Ok(Pieces { of, copied })
    }

    /// Puts pieces into one module. Each imports the memory and the table; a stub makes them one import for all.
    fn merge(&self, pieces: &BTreeSet<String>, to: &Path) -> Result<(), Failure> {
        let mut imports = BTreeMap::new();
        for piece in pieces {
            let path = self.file(piece);
            let module = fs::read(&path).map_err(|error| Failure::file("Reading", &path, &error))?;
            imports.extend(imported(&module).map_err(|error| failed(&format!("{piece}: {error}")))?);
        }
        let stub = self.file("stub");
        fs::write(&stub, passing_on(&imports)?).map_err(|error| Failure::file("Writing", &stub, &error))?;
        let mut merge = self.project.command("node");
        merge.arg(self.binaryen("wasm-merge")).args(FEATURES).arg(&stub).arg(CUTTER);
        for piece in pieces {
            merge.arg(self.file(piece)).arg(piece);
        }
        // Its warnings are of the names of functions, which do not stay.
        quietly(merge.arg("-o").arg(to), || failed("wasm-merge could not put the parts together"))
    }

    /// As small as wasm-opt makes it, without the names of functions.
    fn small(&self, from: &Path, to: &Path) -> Result<(), Failure> {
        let mut opt = self.project.command("node");
        opt.arg(self.binaryen("wasm-opt")).args(SMALL).args(FEATURES).arg(from).arg("-o").arg(to);
        quietly(&mut opt, || failed("wasm-opt could not make a module smaller"))
    }

    fn binaryen(&self, program: &str) -> PathBuf {
        self.project.tools().join("node_modules").join("binaryen").join("bin").join(program)
    }
}

fn failed(found: &str) -> Failure {
    Failure::new(
        found,
        "the forms that wasm_split_cli_support, wasm-bindgen and binaryen have in the versions of xtask",
        "look at xtask/src/build/split.rs; after a change of one of these versions its tests and `cargo xtask build` show what to adapt",
    )
}

#[cfg(test)]
mod tests {
    use super::{Pieces, linked};

    fn pieces() -> Pieces {
        let made = [
            ("budgets", vec!["chunk_9", "chunk_10", "chunk_11", "chunk_12", "split_budgets"]),
            ("strategies", vec!["chunk_9", "chunk_10", "chunk_11", "split_strategies"]),
            ("evidence", vec!["chunk_9", "split_evidence"]),
            ("own", vec!["chunk_11", "chunk_12", "split_own"]),
            ("dataset", vec!["split_dataset"]),
        ];
        let of = made.map(|(part, own)| (part.to_owned(), own.into_iter().map(str::to_owned).collect()));
        Pieces { of: of.into(), copied: ["chunk_12".to_owned()].into() }
    }

    #[test]
    fn a_part_loads_every_piece_that_it_needs() {
        let pieces = pieces();
        let packs = pieces.packs();
        for (part, own) in &pieces.of {
            let files = pieces.files_of(part);
            assert!(own.iter().all(|piece| files.iter().any(|file| packs[file].contains(piece))), "{part}");
        }
        assert!(packs["charts"].contains("chunk_10") && packs["shared"].contains("chunk_11"));
        assert!(packs["own"].contains("chunk_12") && packs["budgets"].contains("chunk_12"));
        assert_eq!(pieces.files_of("own").into_iter().collect::<Vec<_>>(), ["own", "shared"]);
        assert_eq!(pieces.files_of("dataset").into_iter().collect::<Vec<_>>(), ["dataset"]);
    }

    #[test]
    fn what_a_part_shares_with_those_after_it_alone_stays_with_it() {
        assert_eq!(super::base_of(&["own", "workbench"]), Some("own"));
        assert_eq!(super::base_of(&["spreadsheet", "workbench"]), Some("workbench"));
        assert_eq!(super::base_of(&["own", "spreadsheet", "workbench"]), Some("own"));
        assert_eq!(super::base_of(&["budgets", "own", "workbench"]), None);
        assert_eq!(super::base_of(&["workbench"]), None);
        assert_eq!(super::base_of(&["country", "own", "workbench"]), None);
    }

    #[test]
    fn the_glue_loads_parts_itself() {
        let glue = "import * as import1 from \"./__wasm_split.js\"\nfunction __wbg_get_imports() {\n    const import0 = {\n    };\n    \
                    return {\n        \"./city-compare_bg.js\": import0,\n        \"./__wasm_split.js\": import1,\n    };\n}\n";
        let digests = [("own".to_owned(), "sha384-a".to_owned())].into();
        let linked = linked(glue, &pieces(), &digests).unwrap_or_default();
        assert!(!linked.contains("import *") && !linked.contains("import1"), "{linked}");
        assert!(linked.contains("\"./__wasm_split.js\": parts,"), "{linked}");
        assert!(linked.contains("__wasm_split_load_own: part('own', 'shared'),"), "{linked}");
        assert!(super::linked("const a = 1;", &pieces(), &digests).is_err());
    }
}

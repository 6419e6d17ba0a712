//! What the cut reads and writes of a module's sections.

use super::{CUTTER, MAIN, STREAMS, failed};
use crate::failure::Failure;
use std::collections::BTreeMap;
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportKind, ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload, TypeRef};

/// The linked module without the exports of the crate wasm-streams, and so without what only they reach: Leptos brings it for functions of
/// a server, and there is none here. Nothing else changes its place, since the relocations count sections and bytes.
pub(super) fn without_streams(module: &[u8]) -> wasmparser::Result<Vec<u8>> {
    let mut kept = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        if let Payload::ExportSection(exports) = payload {
            let mut section = ExportSection::new();
            for export in exports {
                let export = export?;
                if !export.name.contains(STREAMS) {
                    section.export(export.name, export.kind.into(), export.index);
                }
            }
            kept.section(&section);
        } else if let Some((id, data)) = payload.as_section().and_then(|(id, range)| Some((id, bytes(module, range)?)))
        {
            kept.section(&RawSection { id, data });
        }
    }
    Ok(kept.finish())
}

/// The bytes of a section.
fn bytes(module: &[u8], range: std::ops::Range<u64>) -> Option<&[u8]> {
    module.get(usize::try_from(range.start).ok()?..usize::try_from(range.end).ok()?)
}

/// Whether a piece holds no data: data that was changed would be as it was at first when a copy of it came later.
pub(super) fn only_functions(module: &[u8]) -> wasmparser::Result<bool> {
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::DataSection(data) = payload? {
            // The cutter leaves empty segments in the place of those of other pieces.
            return data.into_iter().try_fold(true, |none, segment| Ok(none && segment?.data.is_empty()));
        }
    }
    Ok(true)
}

/// What a piece imports from the cutter's module.
pub(super) fn imported(module: &[u8]) -> wasmparser::Result<BTreeMap<String, TypeRef>> {
    let mut found = BTreeMap::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ImportSection(imports) = payload? {
            for import in imports.into_imports() {
                let import = import?;
                if import.module == CUTTER {
                    found.insert(import.name.to_owned(), import.ty);
                }
            }
        }
    }
    Ok(found)
}

/// A module that imports these from the main module, and exports them again.
pub(super) fn passing_on(imports: &BTreeMap<String, TypeRef>) -> Result<Vec<u8>, Failure> {
    let (mut section, mut exports) = (ImportSection::new(), ExportSection::new());
    let (mut memories, mut tables, mut globals) = (0, 0, 0);
    for (name, kind) in imports {
        let (export, counter) = match kind {
            TypeRef::Memory(_) => (ExportKind::Memory, &mut memories),
            TypeRef::Table(_) => (ExportKind::Table, &mut tables),
            TypeRef::Global(_) => (ExportKind::Global, &mut globals),
            other => return Err(failed(&format!("A part imports {name}, which is {other:?}"))),
        };
        let entity = RoundtripReencoder
            .entity_type(*kind)
            .map_err(|error| failed(&format!("A part imports {name}, which cannot be passed on: {error}")))?;
        section.import(MAIN, name, entity);
        exports.export(name, export, *counter);
        *counter += 1;
    }
    let mut module = Module::new();
    module.section(&section).section(&exports);
    Ok(module.finish())
}

#[cfg(test)]
mod tests {
    use super::without_streams;
    use wasm_encoder::{ExportKind, ExportSection, Module, RawSection};

    #[test]
    fn exports_of_streams_go_and_every_other_section_stays() {
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Memory, 0).export("intounderlyingsink_close", ExportKind::Memory, 0);
        exports.export("__wbg_intounderlyingsink_free", ExportKind::Memory, 0);
        let note = RawSection { id: 0, data: b"\x04note of the relocations" };
        let mut whole = Module::new();
        whole.section(&RawSection { id: 5, data: b"\x01\x00\x01" }).section(&exports).section(&note);
        let mut kept = ExportSection::new();
        kept.export("memory", ExportKind::Memory, 0);
        let mut expected = Module::new();
        expected.section(&RawSection { id: 5, data: b"\x01\x00\x01" }).section(&kept).section(&note);
        assert_eq!(without_streams(&whole.finish()).ok(), Some(expected.finish()));
    }
}

use super::budget::budget;
use crate::model::{
    Bilingual, Cell, CellStatus, Column, Figure, Indicator, Item, LegalBasis, Lines, Mapping, NotStated, Period, Plan,
    Quantity, Reading, ScheduleEntry, Source, StructureLevel, Table,
};
use crate::problem::Kind;
use crate::reader::{Reader, bilingual, read_number};
use crate::tree::{Node, Value};

pub(super) fn plan(r: &mut Reader<'_>) -> Plan {
    Plan {
        document: r.text("document"),
        title: r.bilingual("title"),
        term: r.opt_bilingual("term"),
        structure: r.some("structure", |r| {
            let (level, label, stated_count) = (r.word("level"), r.bilingual("label"), r.opt_small("stated_count"));
            Some(StructureLevel { level: level?, label, stated_count })
        }),
        items: r.some("items", item),
        figures: r.some("figures", figure),
        tables: r.list("tables", table),
        not_stated: r.some("not_stated", |r| {
            let (what, note) = (r.word("what"), r.bilingual("note"));
            Some(NotStated { what: what?, note })
        }),
    }
}

fn item(r: &mut Reader<'_>) -> Option<Item> {
    let (id, parent, level) = (r.text("id"), r.opt_text("parent"), r.word("level"));
    let (role, staff_only) = (r.opt_word("role").unwrap_or_default(), r.opt_boolean("staff_only").unwrap_or_default());
    let (label, ordinal, title) = (r.opt_bilingual("label"), r.count("ordinal"), r.bilingual("title"));
    let (title_origin, summary) = (r.word("title_origin"), r.opt_bilingual("summary"));
    let note = r.opt_bilingual("note");
    let fields = r.some("fields", |r| {
        let (code, confidence) = (r.text("code"), r.word("confidence"));
        Some(Mapping { code, confidence: confidence? })
    });
    let (departments, partners) = (r.list("departments", bilingual), r.list("partners", bilingual));
    let period = r.opt_table("period", |r| Period { ko: r.text("ko"), en: r.text("en"), lines: r.lines("lines") });
    let schedule = r.list("schedule", |r| ScheduleEntry {
        when: r.text("when"),
        what: r.bilingual("what"),
        lines: r.lines("lines"),
    });
    let budget = budget(r);
    let indicators = r.list("indicators", indicator);
    let quantities = r.list("quantities", |r| Quantity {
        what: r.bilingual("what"),
        value: r.number("value"),
        unit: r.bilingual("unit"),
        year: r.opt_year("year"),
        lines: r.lines("lines"),
    });
    let legal_basis = r.list("legal_basis", |r| LegalBasis { title: r.bilingual("title"), lines: r.lines("lines") });
    let source = r.table("source", source);
    Some(Item {
        id,
        parent,
        level: level?,
        role,
        staff_only,
        label,
        ordinal,
        title,
        title_origin: title_origin?,
        summary,
        note,
        fields,
        departments,
        partners,
        period,
        schedule,
        budget,
        indicators,
        quantities,
        legal_basis,
        source: source?,
    })
}

fn indicator(r: &mut Reader<'_>) -> Indicator {
    Indicator {
        name: r.bilingual("name"),
        before: r.opt_table("before", reading),
        after: r.opt_table("after", reading),
        unit: r.opt_bilingual("unit"),
        lines: r.lines("lines"),
    }
}

fn reading(r: &mut Reader<'_>) -> Reading {
    let value = r.opt_number("value");
    let Bilingual { ko, en } = bilingual(r);
    Reading { value, ko, en }
}

fn source(r: &mut Reader<'_>) -> Source {
    let (document, section) = (r.text("document"), r.text("section"));
    let (lines, also): (Lines, Vec<Lines>) = (r.lines("lines"), r.line_ranges("also"));
    Source { document, section, lines, also }
}

fn figure(r: &mut Reader<'_>) -> Option<Figure> {
    let (id, kind, what) = (r.text("id"), r.word("kind"), r.bilingual("what"));
    let (value, unit, year) = (r.number("value"), r.bilingual("unit"), r.opt_year("year"));
    let (as_printed, lines, items) = (r.text("as_printed"), r.lines("lines"), r.texts("items"));
    Some(Figure { id, kind: kind?, what, value, unit, year, as_printed, lines, items })
}

fn table(r: &mut Reader<'_>) -> Table {
    Table {
        id: r.text("id"),
        title: r.bilingual("title"),
        columns: r.list("columns", |r| Column { name: r.bilingual("name"), unit: r.opt_bilingual("unit") }),
        rows: r.rows("rows", cell),
        lines: r.lines("lines"),
        items: r.texts("items"),
    }
}

fn cell(node: &Node, reader: &Reader<'_>, path: &str) -> Cell {
    if let Some(number) = read_number(node) {
        return Cell::Number(number);
    }
    match (&node.value, node.get("status")) {
        (Value::Table(_), Some(_)) => {
            reader.inner(node, path, |r| r.word::<CellStatus>("status"));
            Cell::NotStated
        }
        (Value::Table(_), None) => Cell::Text(reader.inner(node, path, bilingual)),
        _ => {
            reader.reject(node, path, Kind::Cell);
            Cell::NotStated
        }
    }
}

//! The official figures of a dataset, from its tree.

use crate::model::official::{
    DatedProvince, FieldAmount, FiscalIndicator, Official, OfficialSource, Peers, Place, PlaceCode, PriceLevel,
    PublicCopy, Residents, Total,
};
use crate::reader::Reader;

pub(crate) fn official(r: &mut Reader<'_>) -> Official {
    Official {
        sources: r.list("sources", source),
        places: r.some("places", place),
        totals: r.some("totals", total),
        field_amounts: r.some("field_amounts", field_amount),
        indicators: r.some("indicators", indicator),
        residents: r.some("residents", residents),
        prices: r.list("prices", price_level),
    }
}

pub(crate) fn source(r: &mut Reader<'_>) -> OfficialSource {
    OfficialSource {
        id: r.text("id"),
        publisher: r.bilingual("publisher"),
        dataset: r.bilingual("dataset"),
        table: r.opt_text("table"),
        copy: r.opt_table("copy", |r| PublicCopy {
            repository: r.verbatim("repository"),
            path: r.verbatim("path"),
            commit: r.verbatim("commit"),
        }),
        note: r.opt_bilingual("note"),
    }
}

fn place(r: &mut Reader<'_>) -> Option<Place> {
    let (id, kind, name) = (r.text("id"), r.word("kind"), r.bilingual("name"));
    r.require_filled("codes");
    let codes = r.some("codes", |r| {
        let (scheme, code) = (r.word("scheme"), r.verbatim("code"));
        let (from, until) = (r.opt_date("from"), r.opt_date("until"));
        Some(PlaceCode { scheme: scheme?, code, from, until })
    });
    let provinces = r.list("provinces", |r| DatedProvince {
        place: r.text("place"),
        from: r.opt_date("from"),
        until: r.opt_date("until"),
    });
    let (ended, successors, note) = (r.opt_date("ended"), r.texts("successors"), r.opt_bilingual("note"));
    Some(Place { id, kind: kind?, name, codes, provinces, ended, successors, note })
}

fn total(r: &mut Reader<'_>) -> Option<Total> {
    let (city, fiscal_year) = (r.text("city"), r.year("fiscal_year"));
    let (stage, scope, side) = (r.word("stage"), r.word("scope"), r.word("side"));
    let (krw, precision, origin) = (r.won("krw"), r.word("precision"), r.word("origin"));
    let (caveat, source) = (r.opt_word("caveat"), r.text("source"));
    Some(Total {
        city,
        fiscal_year,
        stage: stage?,
        scope: scope?,
        side: side?,
        krw,
        precision: precision?,
        origin: origin?,
        caveat,
        source,
    })
}

fn field_amount(r: &mut Reader<'_>) -> Option<FieldAmount> {
    let (city, fiscal_year) = (r.text("city"), r.year("fiscal_year"));
    let (stage, scope, spending) = (r.word("stage"), r.word("scope"), r.word("spending"));
    let (field, printed) = (r.field_code("field"), r.verbatim("printed"));
    let (krw, precision, source) = (r.won("krw"), r.word("precision"), r.text("source"));
    Some(FieldAmount {
        city,
        fiscal_year,
        stage: stage?,
        scope: scope?,
        spending: spending?,
        field,
        printed,
        krw,
        precision: precision?,
        source,
    })
}

fn indicator(r: &mut Reader<'_>) -> Option<FiscalIndicator> {
    let (city, kind, basis) = (r.text("city"), r.word("kind"), r.word("basis"));
    let (fiscal_year, unit, value) = (r.year("fiscal_year"), r.word("unit"), r.number("value"));
    let (numerator, denominator) = (r.opt_number("numerator"), r.opt_number("denominator"));
    let amounts_in = r.opt_word("amounts_in");
    let peers = r.table("peers", |r| Peers {
        count: r.count("count"),
        min: r.number("min"),
        median: r.number("median"),
        max: r.number("max"),
        rank: r.count("rank"),
    });
    let source = r.text("source");
    Some(FiscalIndicator {
        city,
        kind: kind?,
        basis: basis?,
        fiscal_year,
        unit: unit?,
        value,
        numerator,
        denominator,
        amounts_in,
        peers: peers?,
        source,
    })
}

fn residents(r: &mut Reader<'_>) -> Option<Residents> {
    let (city, measure, as_of) = (r.text("city"), r.word("measure"), r.date("as_of"));
    let (persons, codes, source) = (r.whole("persons"), r.some_texts("codes"), r.text("source"));
    Some(Residents { city, measure: measure?, as_of, persons, codes, source })
}

fn price_level(r: &mut Reader<'_>) -> PriceLevel {
    PriceLevel {
        year: r.year("year"),
        index: r.number("index"),
        first_published: r.opt_number("first_published"),
        change_percent: r.opt_number("change_percent"),
        source: r.text("source"),
    }
}

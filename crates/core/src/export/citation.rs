//! How to cite a comparison.

use super::{Meta, Origin, short};
use crate::compare::{Plot, in_lang};
use crate::format;
use crate::model::{Bilingual, Dataset, Document};
use crate::text::Lang;
use crate::text::figures::words;

/// A citation in plain text: title, dataset with version and hash, documents with publisher, date and address, link, date of
/// access. What is not known is left out. Documents that the dataset does not hold are given by their id.
///
/// ```
/// use city_compare_core::{export::{Meta, citation}, model::{Bilingual, PartialDate}, text::Lang};
/// use city_compare_embedded as embedded;
/// let meta = Meta {
///     version: "2026.11.1".into(), hash: "0123456789abcdef".into(), date: PartialDate::parse("2026-11-21"), ..Meta::default()
/// };
/// let title = Bilingual::new("본예산 총액", "Original budgets");
/// let text = citation(&title, &["src-news1-2022-11-21-yeosu"], embedded::dataset(), &meta, Lang::Ko);
/// assert_eq!(
///     text,
///     "본예산 총액. city-compare 데이터셋 2026.11.1(SHA-256 0123456789ab). \
///      출처: 뉴스1 2022-11-21 보도 <https://news1.kr/amp/local/gwangju-jeonnam/4871197>. 2026년 11월 21일 확인.",
/// );
/// ```
pub fn citation(title: &Bilingual, documents: &[&str], dataset: &Dataset, meta: &Meta, lang: Lang) -> String {
    let mut sentences = vec![in_lang(title, lang).to_owned(), dataset_text(meta, lang)];
    let source = |id: &&str| dataset.document(id).map_or_else(|| (*id).to_owned(), |found| cite(found, lang));
    let sources: Vec<String> = documents.iter().map(source).collect();
    if !sources.is_empty() {
        let (one, many) = if lang == Lang::Ko { ("출처", "출처") } else { ("Source", "Sources") };
        sentences.push(format!("{}: {}", if sources.len() == 1 { one } else { many }, sources.join("; ")));
    }
    sentences.extend(meta.link.clone());
    sentences.extend(meta.date.as_ref().map(|date| match lang {
        Lang::Ko => format!("{} 확인", format::date(date, lang)),
        Lang::En => format!("Accessed {}", format::date(date, lang)),
    }));
    sentences.iter().map(|sentence| closed(sentence)).collect::<Vec<_>>().join(" ")
}

/// The citation of a plot, with the documents that its marks rest on.
pub fn plot_citation(plot: &Plot, dataset: &Dataset, meta: &Meta, lang: Lang) -> String {
    citation(&plot.title, &plot.documents(), dataset, meta, lang)
}

fn dataset_text(meta: &Meta, lang: Lang) -> String {
    let one = |(origin, version, hash): (&Origin, &str, &str)| {
        let name = match (origin, lang) {
            (Origin::BuiltIn, Lang::Ko) => "city-compare 데이터셋",
            (Origin::BuiltIn, Lang::En) => "city-compare dataset",
            (Origin::Own(Some(name)), _) => in_lang(name, lang),
            (Origin::Own(None), _) => words(lang).dataset_own,
        };
        let hash = short(hash);
        match (hash.is_empty(), lang) {
            (true, _) => format!("{name} {version}"),
            (false, Lang::Ko) => format!("{name} {version}(SHA-256 {hash})"),
            (false, Lang::En) => format!("{name} {version} (SHA-256 {hash})"),
        }
    };
    meta.each().map(one).collect::<Vec<_>>().join("; ")
}

/// A document as it is cited: publisher, title, date, address. What is no title but describes an article, by its publisher and day,
/// stands without quotation marks, and says both.
pub fn cite(document: &Document, lang: Lang) -> String {
    let title = in_lang(&document.title, lang);
    let publisher = document.publisher.as_ref().map(|publisher| in_lang(publisher, lang));
    let described = document.publisher.as_ref().is_some_and(|publisher| document.title.ko.starts_with(&publisher.ko));
    let parts = if described {
        vec![title.to_owned()]
    } else {
        let published = document.published.as_ref().map(|date| format::date(date, lang));
        let title = format!("“{title}”");
        publisher.map(str::to_owned).into_iter().chain([title]).chain(published).collect()
    };
    let address = document.url.as_ref().map(|url| format!(" <{url}>")).unwrap_or_default();
    parts.join(", ") + &address
}

/// The sentence with a full stop, unless it ends a sentence already or is an address, which a stop would break.
fn closed(sentence: &str) -> String {
    let is_address = sentence.starts_with("http://") || sentence.starts_with("https://");
    let ends = sentence.ends_with(['.', '?', '!', '…']);
    if ends || is_address { sentence.to_owned() } else { format!("{sentence}.") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;
    use crate::model::PartialDate;

    #[test]
    fn data_of_the_page_carry_their_own_name_and_hash_and_no_other() {
        let own = crate::model::Dataset {
            name: Some(Bilingual::new("가온 자료", "Gaon data")),
            ..embedded::dataset().clone()
        };
        let cite = |meta: &Meta, lang| citation(&Bilingual::new("본예산", "Budgets"), &[], &own, meta, lang);
        let meta = Meta::own(&own, "0123456789abcdef");
        assert_eq!(cite(&meta, Lang::Ko), format!("본예산. 가온 자료 {}(SHA-256 0123456789ab).", own.version));
        let unnamed = Meta { origin: Origin::Own(None), version: "3".into(), ..Meta::default() };
        assert_eq!(cite(&unnamed, Lang::En), "Budgets. This page’s own data 3.");
        assert!(!cite(&unnamed, Lang::Ko).contains("city-compare") && !unnamed.line(Lang::Ko).contains("city-compare"));
    }

    #[test]
    fn english_names_every_source_and_keeps_the_link_whole() {
        let meta = Meta {
            version: "1".into(),
            hash: String::new(),
            link: Some("https://example.org/#budget".into()),
            date: PartialDate::parse("2026-11"),
            ..Meta::default()
        };
        let documents = ["src-herald-2021-02-01-yeosu-gwangyang", "unknown-page"];
        let text = citation(&Bilingual::new("", "How much?"), &documents, embedded::dataset(), &meta, Lang::En);
        assert_eq!(
            text,
            "How much? city-compare dataset 1. Sources: Herald Business report of 2021-02-01 \
             <https://mbiz.heraldcorp.com/view.php?ud=20210201000070>; unknown-page. https://example.org/#budget Accessed November 2026."
        );
    }
}

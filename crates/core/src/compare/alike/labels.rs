//! English names of topics.

use super::Alike;
use super::shared::english_words;
use crate::order::Order;

/// Topics that plans of Korean cities have, and what they are called in English.
const NAMES: [(&str, &str); 88] = [
    ("일자리", "Jobs"),
    ("노인일자리", "Jobs for older people"),
    ("산후조리원", "Postnatal care centres"),
    ("공공산후조리원", "Public postnatal care centres"),
    ("출산", "Childbirth"),
    ("보육", "Child care"),
    ("돌봄", "Care"),
    ("어린이", "Children"),
    ("어린이집", "Nurseries"),
    ("아동", "Children"),
    ("청년", "Young people"),
    ("청년일자리", "Jobs for young people"),
    ("신중년", "People in midlife"),
    ("노인", "Older people"),
    ("어르신", "Older people"),
    ("여성", "Women"),
    ("장애인", "People with disabilities"),
    ("다문화", "Multicultural families"),
    ("인구", "Population"),
    ("인구유입", "Gaining residents"),
    ("복지", "Welfare"),
    ("사각지대", "Gaps in welfare"),
    ("안전망", "Safety net"),
    ("사회안전망", "Social safety net"),
    ("생애주기별", "By stage of life"),
    ("보건", "Public health"),
    ("건강", "Health"),
    ("헬스케어", "Health care"),
    ("코로나", "COVID-19"),
    ("코로나19", "COVID-19"),
    ("안전", "Safety"),
    ("안심", "Safety and trust"),
    ("재난", "Disasters"),
    ("교통", "Transport"),
    ("탄소", "Carbon"),
    ("탄소중립", "Carbon neutrality"),
    ("저탄소", "Low carbon"),
    ("기후변화", "Climate change"),
    ("미세먼지", "Fine dust"),
    ("친환경", "Environmentally friendly"),
    ("환경", "Environment"),
    ("공원", "Parks"),
    ("정원", "Gardens"),
    ("도시재생", "Urban regeneration"),
    ("재생", "Regeneration"),
    ("뉴딜", "New deal"),
    ("스마트", "Smart city"),
    ("디지털", "Digital"),
    ("데이터", "Data"),
    ("인공지능", "Artificial intelligence"),
    ("드론", "Drones"),
    ("산업", "Industry"),
    ("신산업", "New industries"),
    ("신성장", "New growth"),
    ("미래산업", "Industries of the future"),
    ("산단", "Industrial complexes"),
    ("기업", "Companies"),
    ("중소기업", "Small and medium companies"),
    ("연수원", "Training centres"),
    ("창업", "Start-ups"),
    ("투자", "Investment"),
    ("투자유치", "Attracting investment"),
    ("소상공인", "Small merchants"),
    ("상권", "Shopping areas"),
    ("골목상권", "Neighbourhood shops"),
    ("전통시장", "Traditional markets"),
    ("지역경제", "Local economy"),
    ("관광", "Tourism"),
    ("시티투어", "City tours"),
    ("문화", "Culture"),
    ("예술", "Arts"),
    ("콘텐츠", "Content"),
    ("미술관", "Museums of art"),
    ("소통", "Dialogue"),
    ("청렴", "Integrity"),
    ("농업", "Farming"),
    ("경제", "Economy"),
    ("소득", "Income"),
    ("교육", "Education"),
    ("기술", "Technology"),
    ("미디어", "Media"),
    ("도서관", "Libraries"),
    ("역사", "History"),
    ("축제", "Festivals"),
    ("공동체", "Communities"),
    ("참여", "Participation"),
    ("기후", "Climate"),
    ("산업단지", "Industrial complexes"),
];

/// The English name of a topic, if it is in the table.
pub(super) fn english(topic: &str) -> Option<&'static str> {
    NAMES.iter().find(|(ko, _)| *ko == topic).map(|(_, en)| *en)
}

/// The word that tells the items' English titles best from all others; the Korean word if they have none.
#[expect(clippy::cast_precision_loss, reason = "counts of items lie far below 2^24")]
pub(super) fn from_titles(alike: &Alike, ko: &str, items: &[usize]) -> String {
    let stems = |at: usize| {
        let title = alike.items.get(at).map(|item| item.title.en.as_str());
        let mut stems: Vec<String> =
            english_words(title.unwrap_or_default()).into_iter().map(|(_, stem)| stem).collect();
        stems.order_by(Ord::cmp);
        stems.dedup();
        stems
    };
    let mut counts: Vec<(String, usize)> = Vec::new();
    for stem in items.iter().flat_map(|at| stems(*at)) {
        match counts.iter_mut().find(|(known, _)| *known == stem) {
            Some((_, count)) => *count += 1,
            None => counts.push((stem, 1)),
        }
    }
    let everywhere = |stem: &str| alike.items.iter().filter(|item| item.title.en.to_lowercase().contains(stem)).count();
    let mut ranked: Vec<(f32, String)> = counts
        .into_iter()
        .map(|(stem, count)| (count as f32 * count as f32 / everywhere(&stem).max(1) as f32, stem))
        .collect();
    ranked.order_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    ranked.first().map_or_else(|| ko.to_owned(), |(_, stem)| capitalized(stem))
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

//! The words of a Korean title that say what it is about, without particles and without the words of every plan.

use crate::compare::search::fold;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Endings that say how a word stands in its sentence; longer ones first, so that 으로 goes before 로.
#[rustfmt::skip] // one word a line would be pages
const ENDINGS: &[&str] = &[
    "이라는", "으로써", "으로", "에서", "에게", "까지", "부터", "라는", "하는", "하고", "하게", "하여", "하기",
    "한다", "했다", "되는", "된다", "이다", "을", "를", "이", "가", "은", "는", "의", "에", "와", "과",
    "로", "도", "만", "한", "할", "해", "된", "될", "들",
];

/// Nouns whose last syllable is no ending.
#[rustfmt::skip] // one word a line would be pages
const NOUNS: &[&str] = &[
    "어린이", "놀이", "도로", "가로", "통로", "진로", "관로", "선로", "전문가", "국가", "평가", "농가", "상가",
    "작가", "효과", "성과", "결과", "회의", "협의", "심의", "주의", "제도", "속도", "밀도", "철도", "수도",
    "반도", "지도", "온도", "재해", "피해", "제한", "교과",
];

/// Words that say how something is done, for whom in general, or that it is done; not what. A plan of any city has them.
#[rustfmt::skip] // one word a line would be pages
const STOP: &[&str] = &[
    // doing
    "추진", "지원", "운영", "구축", "활성화", "조성", "강화", "확대", "제공", "실시", "개선", "마련", "도모",
    "구현", "실현", "육성", "개발", "향상", "제고", "확보", "수립", "관리", "활용", "발굴", "확충", "설치",
    "설립", "건립", "노력", "도입", "준비", "해결", "대응", "예방", "정비", "처리", "선정", "모집", "신청",
    "작성", "대행", "방문", "이용", "참가", "개최", "홍보", "선도", "도약", "성장", "연계", "통합", "도출",
    "반영", "시행", "전개", "제시", "유도", "정착", "전환", "극복", "회복", "창출", "해소", "조사", "구성",
    "재편", "배부", "보급",
    // how
    "다양", "맞춤형", "적극", "본격", "전방위적", "세계화", "전국화", "쾌적", "밀접", "특색", "품격", "효율",
    "현대화", "고도화", "극대화", "최소화", "내실화", "지속가능", "선제적", "체계", "체계적", "종합", "복합", "최초",
    "최대", "성공", "대규모", "신규", "기존", "각종", "주요", "전체", "모두", "모든", "함께", "새로운", "여러",
    "먼저", "찾아가", "촘촘", "좋은", "더불어",
    // what a plan is made of
    "사업", "기반", "계획", "중심", "정책", "과제", "전략", "분야", "정책분야", "시책", "방안", "대책",
    "대응책", "방향", "추진방향", "인프라", "시스템", "프로그램", "생태계", "기회", "거점", "시설", "서비스", "센터",
    "업무", "결과", "의견", "활동", "문제", "만족도", "경쟁력", "사업비", "운영비", "활동비", "행사", "모임",
    "규모", "정보", "기간",
    // for whom and where
    "대상", "시민", "도시", "지역", "우리", "우리시", "주민", "사람", "생활", "행정", "시정", "혁신", "미래",
    "세계", "국제", "전국", "대한민국", "전반", "곳곳", "일부", "일원", "지방", "지자체", "수요", "수요자",
    "공공", "공동", "사회", "사회적", "세대", "차세대", "계층", "대상자",
    // what is to come of it
    "발전", "활력", "증대", "양성", "능력", "확립", "형성", "향유", "분위기", "공간", "프로젝트", "분석", "모니터링",
    "안내", "지급",
    // joints of a sentence
    "통한", "통해", "위한", "위해", "대한", "관한", "따른", "관련", "이상", "이하", "이후", "현재", "상당",
    "있", "하려", "되게",
];

/// A word of a text, reduced to what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// In lower case; at least two letters.
    pub(super) text: String,
    /// Its letters.
    pub(super) letters: Vec<char>,
    /// Whether it can name a topic: no number, and by its ending no verb (떠나는) and no manner (정신적).
    pub(super) names: bool,
}

/// Nouns that say too little, or too many things, to name a topic: 시장 is both mayor and market.
#[rustfmt::skip] // one word a line would be pages
const NO_TOPIC: &[&str] = &["시장", "변화", "사람들", "시민들", "자연", "공존", "전문가", "전통", "직원", "주력", "현장", "기획"];

/// How words end that name nothing.
#[rustfmt::skip] // one word a line would be pages
const NO_NAME: &[&str] = &["는", "적", "적인", "로운", "로써", "로서", "되고", "리고", "롭고", "하고", "롭", "삶이", "분들", "사람들"];

static STOP_SET: LazyLock<HashSet<&str>> = LazyLock::new(|| STOP.iter().copied().collect());

/// Whether the word says nothing about the matter.
pub(super) fn is_stop(word: &str) -> bool {
    STOP_SET.contains(word)
}

/// Words of a text in order. `own` is the name of the city that speaks: it says nothing about the matter.
pub(super) fn words(text: &str, own: &str) -> Vec<Word> {
    let text: String = crate::dataset::nfc::nfc(text).chars().map(fold::lower).collect();
    text.split(|letter: char| !letter.is_alphanumeric()).filter_map(|word| reduced(word, own)).collect()
}

fn reduced(word: &str, own: &str) -> Option<Word> {
    let spoken = if own.is_empty() { word } else { word.strip_prefix(own).unwrap_or(word) };
    let word = without_stop_words(without_ending(spoken));
    let letters: Vec<char> = word.chars().collect();
    let year = letters.iter().take_while(|letter| letter.is_ascii_digit()).count() >= 4;
    // The verb that ends a sentence of a summary: 살핀다. Nouns of that ending are short: 바다.
    let predicate = spoken.ends_with('다') && letters.len() >= 3;
    if letters.len() < 2 || year || predicate || is_stop(word) {
        return None;
    }
    let verb = spoken.strip_prefix(word) == Some("는");
    let names = letters.first().is_some_and(|letter| letter.is_alphabetic())
        && !verb
        && !NO_TOPIC.contains(&word)
        && !NO_NAME.iter().any(|ending| word.ends_with(ending));
    Some(Word { text: word.to_owned(), letters, names })
}

fn without_ending(word: &str) -> &str {
    if NOUNS.iter().any(|noun| word.ends_with(noun)) {
        return word;
    }
    // A word that would be left with one syllable has no ending: 가로 is a street.
    let bare = |ending: &&'static str| word.strip_suffix(ending).filter(|rest| long_enough(rest));
    let rest = ENDINGS.iter().find_map(bare).unwrap_or(word);
    rest.strip_suffix("들").filter(|rest| long_enough(rest)).unwrap_or(rest)
}

/// Takes stop words from the end of a compound, longer ones first: 도시재생사업 is about 도시재생.
fn without_stop_words(word: &str) -> &str {
    let mut word = word;
    while !is_stop(word)
        && let Some(rest) = without_last(word)
    {
        word = rest;
    }
    word
}

fn without_last(word: &str) -> Option<&str> {
    let mut cuts = word.char_indices().map(|(at, _)| at).skip(2);
    let (rest, _) = cuts.find_map(|at| word.split_at_checked(at).filter(|(_, end)| is_stop(end)))?;
    Some(rest)
}

fn long_enough(word: &str) -> bool {
    word.chars().nth(1).is_some()
}

/// The name of a city without its rank: 여수 for 여수시, 광주 for 광주광역시.
pub(super) fn short_name(name: &str) -> &str {
    const RANKS: [&str; 7] = ["특별자치시", "특별자치도", "특별시", "광역시", "시", "군", "구"];
    RANKS.iter().filter_map(|rank| name.strip_suffix(rank)).find(|rest| long_enough(rest)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, own: &str) -> Vec<String> {
        words(text, own).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn what_remains_is_the_matter() {
        assert_eq!(texts("광주 공동체 정신회복", "광주"), ["공동체", "정신"]);
        assert_eq!(texts("도시재생사업을 통한 지역 활성화", ""), ["도시재생"]);
        assert_eq!(texts("2021년 MICE 산업", ""), ["mice", "산업"]);
        assert_eq!(texts("도로 개설", ""), ["도로", "개설"]);
        assert_eq!(texts("어린이의 진입도로", ""), ["어린이", "진입도로"]);
    }

    #[test]
    fn only_the_city_that_speaks_is_left_out() {
        assert_eq!(texts("원전산업 전주기 생태계", "경주"), ["원전산업", "전주기"]);
    }

    #[test]
    fn ranks_are_taken_from_names() {
        assert_eq!(short_name("광주광역시"), "광주");
        assert_eq!(short_name("대구"), "대구");
    }
}

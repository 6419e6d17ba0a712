use crate::model::{Account, Bilingual, CityKind, DocumentKind, FundingSource, Level, Stage};
use crate::text::{Lang, Words, figures, fill, items, official, words};

/// A text made in every language by the same rule.
pub(crate) fn both(make: impl Fn(Lang) -> String) -> Bilingual {
    Bilingual { ko: make(Lang::Ko), en: make(Lang::En) }
}

/// A fixed string in every language.
pub(crate) fn word(pick: impl Fn(&'static Words) -> &'static str) -> Bilingual {
    both(|lang| pick(words(lang)).to_owned())
}

/// A string with places, filled in every language; a value may differ by language.
pub(crate) fn filled_in(pick: impl Fn(Lang) -> &'static str, values: &[(&str, &Bilingual)]) -> Bilingual {
    both(|lang| {
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, in_lang(value, lang))).collect();
        fill(pick(lang), &values)
    })
}

/// The same text in every language: a number, a name.
pub(crate) fn same(text: impl ToString) -> Bilingual {
    let text = text.to_string();
    Bilingual { ko: text.clone(), en: text }
}

/// The text in a language.
pub fn in_lang(text: &Bilingual, lang: Lang) -> &str {
    match lang {
        Lang::Ko => &text.ko,
        Lang::En => &text.en,
    }
}

/// Names of things one after the other.
pub(crate) fn list<'a>(names: impl IntoIterator<Item = &'a Bilingual> + Clone) -> Bilingual {
    both(|lang| names.clone().into_iter().map(|name| in_lang(name, lang)).collect::<Vec<_>>().join(", "))
}

/// Name of a stage.
pub fn stage_name(stage: Stage, lang: Lang) -> &'static str {
    match stage {
        Stage::Proposed => figures::words(lang).proposed,
        Stage::Initial => figures::words(lang).adopted,
        later => official::stage(later, lang),
    }
}

/// Name of an account.
pub fn account_name(account: Account, lang: Lang) -> &'static str {
    let w = figures::words(lang);
    match account {
        Account::General => w.account_general,
        Account::Special => w.account_special,
        Account::Total => w.account_total,
        Account::NotStated => w.account_unknown,
    }
}

/// Name of a funding source.
pub fn funding_name(source: FundingSource, lang: Lang) -> &'static str {
    let w = figures::words(lang);
    match source {
        FundingSource::National => w.national,
        FundingSource::Province => w.province,
        FundingSource::City => w.city_funds,
        FundingSource::EducationOffice => w.education_office,
        FundingSource::PublicCorporation => w.public_corporation,
        FundingSource::Private => w.private_funds,
        FundingSource::Own => w.self_funds,
    }
}

/// Name of a level.
pub fn level_name(level: Level, lang: Lang) -> &'static str {
    let w = items::words(lang);
    match level {
        Level::Vision => w.lvl_vision,
        Level::Goal => w.lvl_goal,
        Level::Value => w.lvl_value,
        Level::Means => w.lvl_means,
        Level::Direction => w.lvl_direction,
        Level::Pillar => w.lvl_pillar,
        Level::Group => w.lvl_group,
        Level::Section => w.lvl_section,
        Level::Strategy => w.lvl_strategy,
        Level::Initiative => w.lvl_initiative,
        Level::Action => w.lvl_action,
        Level::CoreProject => w.lvl_core_project,
    }
}

/// Name of a kind of document.
pub fn document_kind_name(kind: DocumentKind, lang: Lang) -> &'static str {
    let w = words(lang);
    match kind {
        DocumentKind::Plan => w.kind_plan,
        DocumentKind::OfficialPage => w.kind_official_page,
        DocumentKind::NewsArticle => w.kind_news_article,
        DocumentKind::BudgetReport => w.kind_budget_report,
        DocumentKind::Blog => w.kind_blog,
    }
}

/// Name of a kind of city.
pub fn city_kind_name(kind: CityKind, lang: Lang) -> &'static str {
    match kind {
        CityKind::City => items::words(lang).city_kind_city,
        CityKind::MetropolitanCity => items::words(lang).city_kind_metropolitan,
    }
}

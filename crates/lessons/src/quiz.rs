//! Questions made from the data by rules: each has one answer that cited lines prove. Of the same seed a class gets the same.

use crate::both::both;
use crate::class::Class;
use crate::key::{differences, total};
use crate::measure::amount;
use crate::model::{Measure, TotalOf};
use crate::random::Random;
use city_compare_core::compare::official::{field_choices, strip};
use city_compare_core::compare::{Evidence, in_lang};
use city_compare_core::format;
use city_compare_core::text::{fill, lesson::words};
use city_compare_dataset::model::official::Side;
use city_compare_dataset::model::{Bilingual, City, CityKind, Item, TitleOrigin};

/// A question with one right answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// By which rule it was made.
    pub kind: Kind,
    /// What is asked.
    pub prompt: Bilingual,
    /// The choices, each once.
    pub options: Vec<Bilingual>,
    /// The place of the right one.
    pub key: usize,
    /// Why it is right.
    pub feedback: Bilingual,
    /// What proves it.
    pub evidence: Vec<Evidence>,
}

/// The rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Whose document prints this sentence?
    Says,
    /// Which plan does this city's document have, of several on one topic?
    Topic,
    /// How much of 100,000 won goes to a field?
    Blocks,
    /// Which of two numbers is larger for a city than for the others: in all, or for each resident?
    PerResident,
    /// Can these two be set side by side? Why not?
    Fair,
}

const KINDS: [Kind; 5] = [Kind::Says, Kind::Topic, Kind::Blocks, Kind::PerResident, Kind::Fair];
/// Choices of a question.
const OPTIONS: usize = 4;
/// How often a rule is tried with other cities or items before the next one is.
const TRIES: usize = 40;

/// Questions of all rules by turns. Fewer than `many` only where the dataset does not give more.
pub fn questions(class: &Class<'_>, seed: u64, many: usize) -> Vec<Question> {
    let mut random = Random::new(seed);
    let mut made: Vec<Question> = Vec::new();
    for at in 0..many {
        let kinds = KINDS.iter().cycle().skip(at % KINDS.len()).take(KINDS.len());
        let next = kinds.flat_map(|kind| std::iter::repeat_n(*kind, TRIES)).find_map(|kind| {
            let question = make(class, kind, &mut random)?;
            let new = made.iter().all(|other| other.prompt != question.prompt);
            (new && is_sound(&question)).then_some(question)
        });
        made.extend(next);
    }
    made
}

/// Whether the choices are told apart, and the key is one of them.
fn is_sound(question: &Question) -> bool {
    let apart = |pick: fn(&Bilingual) -> &String| {
        question
            .options
            .iter()
            .enumerate()
            .all(|(at, option)| question.options.iter().skip(at + 1).all(|other| pick(option) != pick(other)))
    };
    question.key < question.options.len() && apart(|text| &text.ko) && apart(|text| &text.en)
}

fn make(class: &Class<'_>, kind: Kind, random: &mut Random) -> Option<Question> {
    match kind {
        Kind::Says => says(class, random),
        Kind::Topic => topic(class, random),
        Kind::Blocks => blocks(class, random),
        Kind::PerResident => per_resident(class, random),
        Kind::Fair => fair(class, random),
    }
}

/// Whether a title betrays no city of the dataset and stands nowhere else.
fn is_anonymous(class: &Class<'_>, item: &Item) -> bool {
    let betrays = |city: &City| {
        let short = city.name.ko.trim_end_matches("광역시").trim_end_matches('시');
        item.title.ko.contains(short) || item.title.en.to_lowercase().contains(&city.name.en.to_lowercase())
    };
    let all = || class.dataset.cities.iter().flat_map(|city| &city.plan.items);
    item.title_origin == TitleOrigin::Printed
        && item.title.ko.chars().count() >= 8
        && !class.dataset.cities.iter().any(betrays)
        && all().filter(|other| other.title.ko == item.title.ko || other.title.en == item.title.en).count() == 1
}

fn says(class: &Class<'_>, random: &mut Random) -> Option<Question> {
    let city = *random.pick(&class.cities)?;
    let item = random.pick(&city.plan.items).filter(|item| item.is_plan() && is_anonymous(class, item))?;
    let cities = random.shuffled(class.cities.clone());
    let mut options: Vec<&City> = cities.into_iter().filter(|other| other.id != city.id).take(OPTIONS - 1).collect();
    options.insert(random.below(options.len() + 1), city);
    let key = options.iter().position(|other| other.id == city.id)?;
    Some(Question {
        kind: Kind::Says,
        prompt: both(|lang| fill(words(lang).quiz_says, &[("text", in_lang(&item.title, lang))])),
        options: options.iter().map(|city| city.name.clone()).collect(),
        key,
        feedback: feedback_of_item(city, item),
        evidence: vec![Evidence::item(item)],
    })
}

fn feedback_of_item(city: &City, item: &Item) -> Bilingual {
    both(|lang| {
        let line = item.source.ranges().next().map(|lines| lines.from().to_string()).unwrap_or_default();
        let values = [("city", in_lang(&city.name, lang)), ("line", &line), ("text", in_lang(&item.title, lang))];
        fill(words(lang).answer_line, &values)
    })
}

fn topic(class: &Class<'_>, random: &mut Random) -> Option<Question> {
    let topic = random.pick(&class.dataset.topics)?;
    let items: Vec<(&City, &Item)> = topic
        .items
        .iter()
        .filter_map(|id| class.dataset.item(id))
        .filter(|(city, item)| class.place(&city.id).is_some() && item.is_plan() && is_anonymous(class, item))
        .collect();
    let city = *random.pick(&class.cities)?;
    let (own, others): (Vec<_>, Vec<_>) = items.into_iter().partition(|(of, _)| of.id == city.id);
    let (_, item) = *random.pick(&own)?;
    let mut options: Vec<&Item> = random.shuffled(others).into_iter().map(|(_, item)| item).take(OPTIONS - 1).collect();
    if options.len() < 2 {
        return None;
    }
    options.insert(random.below(options.len() + 1), item);
    let key = options.iter().position(|other| other.id == item.id)?;
    Some(Question {
        kind: Kind::Topic,
        prompt: both(|lang| {
            let values = [("city", in_lang(&city.name, lang)), ("topic", in_lang(&topic.title, lang))];
            fill(words(lang).quiz_topic, &values)
        }),
        options: options.iter().map(|item| item.title.clone()).collect(),
        key,
        feedback: feedback_of_item(city, item),
        evidence: vec![Evidence::item(item)],
    })
}

fn blocks(class: &Class<'_>, random: &mut Random) -> Option<Question> {
    let official = class.official()?;
    let basis = field_choices(official, &class.ids()).default()?;
    let city = *random.pick(&class.cities)?;
    let field = random.pick(&class.dataset.fields)?;
    let of = |city: &City| {
        let (parts, _) = strip(official, &city.id, basis)?;
        let key = city_compare_core::compare::official::PartKey::Field(field.code.clone());
        parts.into_iter().find(|part| part.part.key == key)
    };
    let own = of(city).filter(|part| part.blocks > 0)?;
    // What other cities have is plausible; what is missing to four is near.
    let mut values = vec![own.blocks];
    let near = [own.blocks * 2, own.blocks / 2, own.blocks + 10, own.blocks + 20, own.blocks.saturating_sub(5)];
    let others: Vec<u32> = class.cities.iter().filter_map(|city| Some(of(city)?.blocks)).chain(near).collect();
    for value in others {
        // Two that lie within rounding of each other are no question of knowledge.
        if values.len() < OPTIONS && value > 0 && value < 100 && values.iter().all(|known| known.abs_diff(value) >= 2) {
            values.push(value);
        }
    }
    values.sort_unstable();
    let key = values.iter().position(|value| *value == own.blocks)?;
    let won =
        |blocks: u32| both(|lang| fill(words(lang).unit_won, &[("n", &format::grouped(i64::from(blocks) * 1_000))]));
    Some(Question {
        kind: Kind::Blocks,
        prompt: both(|lang| {
            let values = [("city", in_lang(&city.name, lang)), ("field", in_lang(&field.name, lang))];
            fill(words(lang).quiz_blocks, &values)
        }),
        options: values.into_iter().map(won).collect(),
        key,
        feedback: both(|lang| {
            let values = [
                ("city", in_lang(&city.name, lang).to_owned()),
                ("field", in_lang(&field.name, lang).to_owned()),
                ("share", own.share.to_string()),
                ("amount", amount(own.part.amount.krw.get(), lang)),
                ("year", basis.year.to_string()),
                ("stage", city_compare_core::text::official::stage(basis.stage, lang).to_owned()),
            ];
            fill(words(lang).quiz_blocks_why, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
        }),
        evidence: vec![Evidence::page(&own.part.source, Some(&own.part.printed))],
    })
}

/// Two cities of one kind, one with more in all and the other with more for each resident.
fn per_resident(class: &Class<'_>, random: &mut Random) -> Option<Question> {
    let cities = random.shuffled(class.cities.clone());
    let (one, other) = (*cities.first()?, *cities.get(1)?);
    if one.kind != other.kind {
        return None;
    }
    let of = |measure: &Measure, city: &City| measure.value(class, &city.id);
    let (total, each) = (Measure::Total {}, Measure::PerResident {});
    let more = of(&total, one)?.cmp(&of(&total, other)?);
    let more_each = of(&each, one)?.cmp(&of(&each, other)?);
    if more.is_eq() || more_each.is_eq() {
        return None;
    }
    let place = |ordering: std::cmp::Ordering| if ordering.is_gt() { one } else { other };
    let (in_all, for_each) = (place(more), place(more_each));
    let pairs = [(one, one), (one, other), (other, one), (other, other)];
    let key = pairs.iter().position(|(a, b)| a.id == in_all.id && b.id == for_each.id)?;
    let option = |(a, b): &(&City, &City)| {
        both(|lang| fill(words(lang).quiz_pair, &[("total", in_lang(&a.name, lang)), ("each", in_lang(&b.name, lang))]))
    };
    let mut evidence = each.evidence(class, &one.id);
    evidence.extend(each.evidence(class, &other.id));
    evidence.dedup();
    Some(Question {
        kind: Kind::PerResident,
        prompt: both(|lang| {
            fill(
                words(lang).quiz_pair_question,
                &[("one", in_lang(&one.name, lang)), ("other", in_lang(&other.name, lang))],
            )
        }),
        options: pairs.iter().map(option).collect(),
        key,
        feedback: both(|lang| {
            let told = |city: &City| {
                let (all, own) = (of(&total, city).unwrap_or_default(), of(&each, city).unwrap_or_default());
                let values = [
                    ("city", in_lang(&city.name, lang).to_owned()),
                    ("total", total.text(all, lang)),
                    ("each", each.text(own, lang)),
                ];
                fill(words(lang).quiz_pair_why, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
            };
            format!("{} {}", told(one), told(other))
        }),
        evidence,
    })
}

/// The keys of the answers to a question of fairness, in their order.
const REASONS: [&str; 5] = ["yes", "kind", "year", "stage", "scope"];

/// Two totals that differ in one thing, or in nothing.
fn fair(class: &Class<'_>, random: &mut Random) -> Option<Question> {
    let official = class.official()?;
    let totals: Vec<TotalOf> = official
        .totals
        .iter()
        .filter(|total| total.side == Side::Expenditure && class.place(&total.city).is_some())
        .map(|total| TotalOf {
            city: total.city.clone(),
            year: total.fiscal_year.0,
            stage: total.stage,
            scope: total.scope,
        })
        .collect();
    // First what shall be wrong with the pair, so that each reason comes as often.
    let wanted = *random.pick(&REASONS)?;
    let one = random.pick(&totals)?;
    let fits = |other: &&TotalOf| {
        let differ = differences(class, one, other);
        let own = if wanted == "kind" || wanted == "yes" { one.city != other.city } else { true };
        own && if wanted == "yes" { differ.is_empty() } else { differ == [wanted] }
    };
    let others: Vec<&TotalOf> = totals.iter().filter(fits).collect();
    let other = *random.pick(&others)?;
    let ((first, source), (second, other_source)) = (total(class, one)?, total(class, other)?);
    let metropolitan =
        |total: &TotalOf| class.dataset.city(&total.city).map(|city| city.kind) == Some(CityKind::MetropolitanCity);
    let why = move |lang| {
        let w = words(lang);
        match wanted {
            "yes" if metropolitan(one) => w.fair_yes_upper,
            "yes" => w.fair_yes_why,
            "kind" => w.fair_kind_why,
            "year" => w.fair_year_why,
            "stage" => w.fair_stage_why,
            _ => w.fair_scope_why,
        }
    };
    let option = |key: &str| {
        both(|lang| {
            let w = words(lang);
            match key {
                "yes" => w.fair_yes,
                "kind" => w.fair_kind,
                "year" => w.fair_year,
                "stage" => w.fair_stage,
                _ => w.fair_scope,
            }
            .to_owned()
        })
    };
    let mut evidence = vec![source];
    evidence.extend(Some(other_source).filter(|other| !evidence.contains(other)));
    Some(Question {
        kind: Kind::Fair,
        prompt: both(|lang| {
            fill(words(lang).quiz_fair, &[("one", in_lang(&first, lang)), ("other", in_lang(&second, lang))])
        }),
        options: REASONS.iter().map(|key| option(key)).collect(),
        key: REASONS.iter().position(|key| *key == wanted)?,
        feedback: both(|lang| why(lang).to_owned()),
        evidence,
    })
}

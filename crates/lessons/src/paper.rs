//! A lesson on paper: the worksheet, the teacher's sheet and cards to cut out, as a tree that a page shows and prints.

use crate::both::both;
use crate::class::Class;
use crate::key::{self, Key};
use crate::model::{Answer, Exhibit, Lesson, Step};
use crate::show::{self, Shown};
use city_compare_core::compare::{Plot, in_lang, speak};
use city_compare_core::format;
use city_compare_core::text::{Lang, fill, lesson::words};
use city_compare_dataset::model::{Bilingual, Dataset};

/// Which sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// For pupils.
    Work,
    /// For the teacher, with answers.
    Teacher,
    /// A card for each city and statement, to cut out.
    Cards,
}

/// A part of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading, of a step or a section.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A paragraph with a label before it.
    Labelled(String, String),
    /// Things one under the other, each to be ticked or marked.
    Choices(Vec<String>),
    /// A list.
    List(Vec<String>),
    /// A table: its head and rows. An empty cell is to be filled in.
    Table(Vec<String>, Vec<Vec<String>>),
    /// Lines to write on.
    Lines(u32),
    /// A chart.
    Plot(Box<Plot>),
    /// Cards to cut out: head, text, where it stands.
    Cards(Vec<[String; 3]>),
    /// A new page begins.
    Page,
}

/// A sheet of a lesson. What stands on each (version of the data, link and its QR code), the page adds.
pub fn sheet(dataset: &Dataset, lesson: &Lesson, sheet: Sheet, lang: Lang) -> Vec<Block> {
    match sheet {
        Sheet::Work => work(dataset, lesson, lang),
        Sheet::Teacher => teacher(dataset, lesson, lang),
        Sheet::Cards => cards(dataset, lesson, lang),
    }
}

fn heading(at: usize, step: &Step, lang: Lang) -> Block {
    let values = [("n", (at + 1).to_string()), ("minutes", step.minutes.to_string())];
    Block::Heading(fill(words(lang).paper_step, &values.each_ref().map(|(name, value)| (*name, value.as_str()))))
}

fn work(dataset: &Dataset, lesson: &Lesson, lang: Lang) -> Vec<Block> {
    let w = words(lang);
    let mut blocks = vec![Block::Text(in_lang(&lesson.aim, lang).to_owned())];
    for (at, step) in lesson.steps.iter().enumerate() {
        let class = Class::new(dataset, lesson, step);
        blocks.push(heading(at, step, lang));
        blocks.extend(shown(&class, step.show.as_ref(), dataset, lang));
        blocks.push(Block::Text(said(&class, step, &step.question, lang)));
        blocks.extend(space(&class, step, lang));
        if let Some(hint) = &step.hint {
            blocks.push(Block::Labelled(w.hint.to_owned(), said(&class, step, hint, lang)));
        }
        if !matches!(step.answer, Answer::Text { .. }) {
            blocks.push(Block::Labelled(w.why.to_owned(), String::new()));
            blocks.push(Block::Lines(2));
        }
    }
    // What is seen after the guess is on a page of its own: to be handed out later.
    let after: Vec<Block> = lesson
        .steps
        .iter()
        .enumerate()
        .filter(|(_, step)| step.reveal.is_some())
        .flat_map(|(at, step)| {
            let class = Class::new(dataset, lesson, step);
            let mut blocks = vec![heading(at, step, lang)];
            blocks.extend(shown(&class, step.reveal.as_ref(), dataset, lang));
            blocks
        })
        .collect();
    if !after.is_empty() {
        blocks.extend([Block::Page, Block::Heading(w.paper_after.to_owned())]);
        blocks.extend(after);
    }
    blocks
}

/// A text of a step with what is computed in its places.
fn said(class: &Class<'_>, step: &Step, text: &Bilingual, lang: Lang) -> String {
    let plain = in_lang(text, lang);
    key::solve(class, step).map_or_else(|_| plain.to_owned(), |solved| key::filled(text, &solved, lang))
}

/// What an exhibit is on paper.
fn shown(class: &Class<'_>, exhibit: Option<&Exhibit>, dataset: &Dataset, lang: Lang) -> Vec<Block> {
    match exhibit.and_then(|exhibit| show::exhibit(class, exhibit)) {
        None => Vec::new(),
        Some(Shown::Note(text)) => vec![Block::Text(in_lang(&text, lang).to_owned())],
        Some(Shown::Plot(plot)) => {
            let caveat = plot.caveat().map(|note| Block::Text(in_lang(&note.text, lang).to_owned()));
            let title = Block::Text(in_lang(&plot.title, lang).to_owned());
            let basis = speak::basis(&plot, lang).map(Block::Text);
            [Some(title), caveat, Some(Block::Plot(plot)), basis].into_iter().flatten().collect()
        }
        Some(Shown::Cards(cards)) => cards
            .iter()
            .flat_map(|card| {
                let limits =
                    card.limits.as_ref().map(|limits| format!(" ({})", in_lang(limits, lang))).unwrap_or_default();
                let head = Block::Labelled(format!("{}{limits}", in_lang(&card.head, lang)), String::new());
                let lines = card.lines.iter().map(|line| {
                    format!("{} — {}", in_lang(&line.text, lang), speak::source_text(&line.evidence, dataset, lang))
                });
                let rest = card.rest.iter().map(|rest| in_lang(rest, lang).to_owned());
                [head, Block::List(lines.chain(rest).collect())]
            })
            .collect(),
    }
}

/// Room for an answer.
fn space(class: &Class<'_>, step: &Step, lang: Lang) -> Vec<Block> {
    let w = words(lang);
    let options = key::solve(class, step).map(|solved| solved.options).unwrap_or_default();
    let texts = || options.iter().map(|option| in_lang(&option.text, lang).to_owned()).collect::<Vec<_>>();
    match &step.answer {
        Answer::Choose { .. } | Answer::Mark { .. } => vec![Block::Choices(texts())],
        Answer::Order { .. } => {
            let rows =
                texts().into_iter().enumerate().map(|(at, name)| vec![(at + 1).to_string(), String::new(), name]);
            vec![Block::Table(vec![w.paper_place.into(), w.paper_guess.into(), w.paper_cities.into()], rows.collect())]
        }
        Answer::Number { of, from, to, .. } => {
            let range = [("from", of.text(*from, lang)), ("to", of.text(*to, lang))];
            let range = fill(w.paper_range, &range.each_ref().map(|(name, value)| (*name, value.as_str())));
            vec![
                Block::Text(range),
                Block::Table(
                    vec![w.paper_guess.into(), w.paper_figure.into(), w.paper_gap.into()],
                    vec![vec![String::new(); 3]],
                ),
            ]
        }
        Answer::Cite { .. } => vec![Block::Table(
            vec![w.paper_city.into(), w.paper_line.into(), w.paper_words.into()],
            vec![vec![String::new(); 3]; 3],
        )],
        Answer::Split { fields } => {
            let name = |code: &str| {
                class.dataset.field(code).map_or(code.to_owned(), |field| in_lang(&field.name, lang).to_owned())
            };
            let rows =
                fields.iter().map(|line| vec![name(&line.field), in_lang(&line.pays, lang).to_owned(), String::new()]);
            let mut rows: Vec<Vec<String>> = rows.collect();
            rows.push(vec![w.paper_sum.into(), String::new(), fill(w.unit_won, &[("n", "100,000")])]);
            vec![Block::Table(vec![w.paper_field.into(), w.paper_pays.into(), w.paper_blocks.into()], rows)]
        }
        Answer::Text { lines, checks } => {
            let checks: Vec<String> = checks.iter().map(|check| in_lang(check, lang).to_owned()).collect();
            let lines = Block::Lines(*lines);
            if checks.is_empty() { vec![lines] } else { vec![lines, Block::Choices(checks)] }
        }
    }
}

fn teacher(dataset: &Dataset, lesson: &Lesson, lang: Lang) -> Vec<Block> {
    let w = words(lang);
    let mut blocks = vec![
        Block::Labelled(w.aim.to_owned(), in_lang(&lesson.aim, lang).to_owned()),
        Block::Labelled(w.grade.to_owned(), in_lang(&lesson.grade, lang).to_owned()),
    ];
    if !lesson.materials.is_empty() {
        let materials: Vec<&str> = lesson.materials.iter().map(|text| in_lang(text, lang)).collect();
        blocks.push(Block::Labelled(w.materials.to_owned(), materials.join(", ")));
    }
    if !lesson.curriculum.is_empty() {
        let standards =
            lesson.curriculum.iter().map(|found| format!("[{}] {}", found.code, in_lang(&found.about, lang)));
        blocks.extend([
            Block::Labelled(w.curriculum.to_owned(), w.curriculum_check.to_owned()),
            Block::List(standards.collect()),
        ]);
    }
    let plan = lesson.steps.iter().enumerate().map(|(at, step)| {
        let class = Class::new(dataset, lesson, step);
        vec![(at + 1).to_string(), said(&class, step, &step.question, lang), step.minutes.to_string()]
    });
    let mut plan: Vec<Vec<String>> = plan.collect();
    let left = lesson.minutes.saturating_sub(lesson.minutes_of_steps());
    if left > 0 {
        plan.push(vec![String::new(), w.paper_rest.to_owned(), left.to_string()]);
    }
    plan.push(vec![String::new(), w.paper_sum.to_owned(), lesson.minutes.to_string()]);
    blocks.push(Block::Heading(w.paper_plan.to_owned()));
    blocks.push(Block::Table(vec![String::new(), w.paper_question.into(), w.paper_minutes.into()], plan));
    for (at, step) in lesson.steps.iter().enumerate() {
        let class = Class::new(dataset, lesson, step);
        blocks.extend([heading(at, step, lang), Block::Text(said(&class, step, &step.question, lang))]);
        blocks.extend(answers(&class, step, dataset, lang));
    }
    blocks
}

/// Answer, reason, sources and likely misunderstanding of a step.
fn answers(class: &Class<'_>, step: &Step, dataset: &Dataset, lang: Lang) -> Vec<Block> {
    let w = words(lang);
    let solved = match key::solve(class, step) {
        Ok(solved) => solved,
        Err(why) => return vec![Block::Labelled(w.answer.to_owned(), why.sentence(lang))],
    };
    let mut blocks = Vec::new();
    let answer = if solved.key == Key::Open { w.open_answer } else { in_lang(&solved.answer, lang) };
    blocks.push(Block::Labelled(w.answer.to_owned(), answer.to_owned()));
    if !solved.strips.is_empty() {
        blocks.push(strips(class, step, &solved.strips, lang));
    }
    let list = in_lang(&solved.list, lang);
    if !list.is_empty() {
        blocks.push(Block::Labelled(w.figures.to_owned(), list.to_owned()));
    }
    if let Some(why) = &step.why {
        blocks.push(Block::Labelled(w.why.to_owned(), key::filled(why, &solved, lang)));
    }
    if let Some(text) = &step.misunderstanding {
        blocks.push(Block::Labelled(w.misunderstanding.to_owned(), in_lang(text, lang).to_owned()));
    }
    if let Answer::Text { checks, .. } = &step.answer {
        blocks.push(Block::List(checks.iter().map(|check| in_lang(check, lang).to_owned()).collect()));
    }
    let mut sources: Vec<String> = Vec::new();
    for text in solved.evidence.iter().map(|evidence| speak::source_text(evidence, dataset, lang)) {
        if !sources.contains(&text) {
            sources.push(text);
        }
    }
    if !sources.is_empty() {
        let more = sources.len().saturating_sub(MOST_SOURCES);
        sources.truncate(MOST_SOURCES);
        if more > 0 {
            sources.push(fill(w.more_sources, &[("n", &more.to_string())]));
        }
        blocks.extend([Block::Labelled(w.sources.to_owned(), String::new()), Block::List(sources)]);
    }
    blocks
}

/// Sources that are named on a sheet at most.
const MOST_SOURCES: usize = 6;

/// The blocks of the cities, field by field.
fn strips(class: &Class<'_>, step: &Step, strips: &[Vec<u32>], lang: Lang) -> Block {
    let w = words(lang);
    let Answer::Split { fields } = &step.answer else { return Block::List(Vec::new()) };
    let mut head = vec![w.paper_field.to_owned()];
    head.extend(class.cities.iter().map(|city| in_lang(&city.name, lang).to_owned()));
    let rows = fields.iter().enumerate().map(|(at, line)| {
        let name = class.dataset.field(&line.field).map_or(line.field.as_str(), |field| in_lang(&field.name, lang));
        let blocks = strips.iter().map(|strip| strip.get(at).copied().unwrap_or_default());
        let blocks = blocks.map(|blocks| format::grouped(i64::from(blocks) * 1_000));
        std::iter::once(name.to_owned()).chain(blocks).collect()
    });
    Block::Table(head, rows.collect())
}

fn cards(dataset: &Dataset, lesson: &Lesson, lang: Lang) -> Vec<Block> {
    let mut cards: Vec<[String; 3]> = Vec::new();
    for step in &lesson.steps {
        let class = Class::new(dataset, lesson, step);
        for exhibit in [&step.show, &step.reveal].into_iter().flatten() {
            let made = match show::exhibit(&class, exhibit) {
                Some(Shown::Cards(shown)) => shown.iter().flat_map(|card| of_card(card, dataset, lang)).collect(),
                Some(Shown::Plot(plot)) => of_plot(&plot, dataset, lang),
                _ => Vec::new(),
            };
            for card in made {
                if !cards.contains(&card) {
                    cards.push(card);
                }
            }
        }
    }
    vec![Block::Text(words(lang).paper_cut.to_owned()), Block::Cards(cards)]
}

fn of_card(card: &show::Card, dataset: &Dataset, lang: Lang) -> Vec<[String; 3]> {
    let head = in_lang(&card.head, lang).to_owned();
    let line = |line: &show::CardLine| {
        [head.clone(), in_lang(&line.text, lang).to_owned(), speak::source_text(&line.evidence, dataset, lang)]
    };
    let none = card.rest.as_ref().filter(|_| card.lines.is_empty());
    let none = none.map(|rest| [head.clone(), in_lang(rest, lang).to_owned(), String::new()]);
    card.lines.iter().map(line).chain(none).collect()
}

/// A card for each category of a chart with few marks: its numbers.
fn of_plot(plot: &Plot, dataset: &Dataset, lang: Lang) -> Vec<[String; 3]> {
    let name = in_lang(&plot.title, lang);
    plot.categories
        .iter()
        .enumerate()
        .map(|(at, category)| {
            let of: Vec<_> = plot.of_category(at).collect();
            let texts = of.iter().map(|mark| {
                let series = plot.series.get(mark.series).filter(|_| plot.series.len() > 1);
                let series = series.map(|series| format!("{}: ", in_lang(&series.label, lang))).unwrap_or_default();
                format!("{series}{}", speak::mark_text(plot, mark, lang))
            });
            let source = of.first().and_then(|mark| mark.evidence.first());
            let source = source.map(|evidence| speak::source_text(evidence, dataset, lang)).unwrap_or_default();
            let text = texts.collect::<Vec<_>>().join(", ");
            [in_lang(&category.label, lang).to_owned(), format!("{name} {text}"), source]
        })
        .collect()
}

/// The name of a sheet.
pub fn name(sheet: Sheet, lang: Lang) -> &'static str {
    let w = words(lang);
    match sheet {
        Sheet::Work => w.sheet_work,
        Sheet::Teacher => w.sheet_teacher,
        Sheet::Cards => w.sheet_cards,
    }
}

/// The title of a lesson's sheet.
pub fn title(lesson: &Lesson, of: Sheet) -> Bilingual {
    both(|lang| format!("{} · {}", in_lang(&lesson.title, lang), name(of, lang)))
}

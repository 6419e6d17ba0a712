//! The items of a plan: a vision, goals, main policies, strategies and tasks, in document order.

use crate::budgets;
use crate::random::Random;
use crate::seat::{FIRST_YEAR, Scale, Seat, both, number, plan_document_id, take};
use crate::words::{ACTIONS, EFFECTS, LAWS, MANNERS, MATTERS, Matter, PARTNERS, PLACES, SLOGANS, STEPS, UNITS};
use city_compare::model::{
    Bilingual, Budget, Certainty, Indicator, Item, LegalBasis, Level, Mapping, Period, Quantity, Reading, Role,
    ScheduleEntry, Source, TitleOrigin,
};
use city_compare::text::particle::Particle;

/// Where the plan is being written.
struct Writer<'a> {
    seat: &'a Seat,
    scale: Scale,
    random: &'a mut Random,
    line: u32,
    items: Vec<Item>,
}

/// As many items as the scale asks for, and the last line that they stand on.
pub(crate) fn items(seat: &Seat, scale: Scale, random: &mut Random) -> (Vec<Item>, u32) {
    let mut writer = Writer { seat, scale, random, line: 1, items: Vec::with_capacity(scale.items) };
    writer.plan();
    (writer.items, writer.line)
}

impl Writer<'_> {
    fn plan(&mut self) {
        let wanted = self.scale.items;
        self.purpose(Level::Vision, 1);
        for ordinal in 1..=2 {
            self.purpose(Level::Goal, ordinal);
        }
        // Of ten items one is a main policy with two strategies; the tasks under them are the rest.
        let pillars = u32::try_from((wanted / 10).max(1)).unwrap_or(1);
        let heads = 3 + 3 * pillars as usize;
        let tasks = u32::try_from(wanted.saturating_sub(heads)).unwrap_or_default();
        for pillar in 1..=pillars {
            let id = format!("{}-{pillar}", self.seat.id);
            self.heading(&id, None, Level::Pillar, pillar);
            for strategy in 1..=2 {
                let own = format!("{id}-{strategy}");
                self.heading(&own, Some(id.clone()), Level::Strategy, strategy);
                // The tasks are dealt out evenly.
                let (place, all) = ((pillar - 1) * 2 + strategy - 1, pillars * 2);
                for task in 1..=(tasks * (place + 1) / all - tasks * place / all) {
                    self.task(&own, task);
                }
            }
        }
        self.items.truncate(wanted);
    }

    /// A vision or a goal.
    fn purpose(&mut self, level: Level, ordinal: u32) {
        let slogan = self.random.pick(&SLOGANS);
        let (letter, own) = if level == Level::Vision { ("v", true) } else { ("g", false) };
        let title = if own {
            Bilingual::new(format!("{} {}", slogan.0, self.seat.name.ko), format!("{} {}", slogan.1, self.seat.name.en))
        } else {
            let effect = self.random.pick(&EFFECTS);
            Bilingual::new(format!("{} 도시: {}", slogan.0, effect.0), format!("{} the city, {}", slogan.1, effect.1))
        };
        let matter = self.random.pick(&MATTERS);
        let role = Role::Frame;
        let item =
            Item { level, role, ordinal, ..self.bare(format!("{}-{letter}{ordinal}", self.seat.id), title, matter) };
        self.items.push(item);
    }

    /// A main policy or a strategy.
    fn heading(&mut self, id: &str, parent: Option<String>, level: Level, ordinal: u32) {
        let matter = self.random.pick(&MATTERS);
        let (title, _) = self.undertaking(matter);
        let label = Some(Bilingual::new(format!("{ordinal}"), format!("{ordinal}")));
        // A main policy is a name over others; a strategy says what is to be done.
        let role = if level == Level::Pillar { Role::Frame } else { Role::Plan };
        let item = Item { parent, level, role, ordinal, label, ..self.bare(id.to_owned(), title, matter) };
        self.items.push(item);
    }

    fn task(&mut self, parent: &str, ordinal: u32) {
        let matter = self.random.pick(&MATTERS);
        let (title, object) = self.undertaking(matter);
        let bare = self.bare(format!("{parent}-{ordinal}"), title, matter);
        let item = Item {
            parent: Some(parent.to_owned()),
            level: Level::Initiative,
            ordinal,
            label: Some(Bilingual::new(format!("과제 {ordinal}"), format!("Task {ordinal}"))),
            summary: Some(self.summary(object)),
            departments: vec![both(*self.random.pick(&matter.departments))],
            partners: self.some(40, 1, |writer| both(*writer.random.pick(&PARTNERS))),
            period: Some(self.period()),
            schedule: self.some(70, 3, Writer::step),
            indicators: self.some(50, 2, |writer| writer.indicator(object)),
            quantities: self.some(50, 2, |writer| writer.quantity(object)),
            legal_basis: self.some(30, 1, Writer::law),
            budget: budgets::of_item(self.scale.years, &mut self.line, self.random),
            ..bare
        };
        self.items.push(item);
    }

    /// An item with a title, a source and nothing else.
    fn bare(&mut self, id: String, title: Bilingual, matter: &Matter) -> Item {
        let arguable = self.random.percent(15);
        let confidence = if arguable { Certainty::Arguable } else { Certainty::Sure };
        let lines = take(&mut self.line, 2);
        Item {
            id,
            parent: None,
            level: Level::Vision,
            role: Role::Plan,
            staff_only: false,
            label: None,
            ordinal: 1,
            title,
            title_origin: if self.random.percent(90) { TitleOrigin::Printed } else { TitleOrigin::Ours },
            summary: None,
            note: None,
            fields: vec![Mapping { code: matter.code.to_owned(), confidence }],
            departments: Vec::new(),
            partners: Vec::new(),
            period: None,
            schedule: Vec::new(),
            budget: Budget::NotStated,
            indicators: Vec::new(),
            quantities: Vec::new(),
            legal_basis: Vec::new(),
            source: Source {
                document: plan_document_id(self.seat),
                section: format!("{} 분야", matter.departments[0].0.trim_end_matches('과')),
                lines,
                also: Vec::new(),
            },
        }
    }

    /// A title, and what it is about.
    fn undertaking(&mut self, matter: &Matter) -> (Bilingual, (&'static str, &'static str)) {
        let object = *self.random.pick(&matter.objects);
        let (place, manner, action) =
            (self.random.pick(&PLACES), self.random.pick(&MANNERS), self.random.pick(&ACTIONS));
        let title = Bilingual::new(
            format!("{} {} {} {}", place.0, manner.0, object.0, action.0),
            format!("{} {} {} in {}", action.1, manner.1, object.1, place.1),
        );
        (title, object)
    }

    fn summary(&mut self, object: (&str, &str)) -> Bilingual {
        let (place, action, effect) =
            (self.random.pick(&PLACES), self.random.pick(&ACTIONS), self.random.pick(&EFFECTS));
        let count = self.random.between(2, 60);
        Bilingual::new(
            format!(
                "{place}에 {object}{particle} {count}곳까지 늘리고 {action}{by} 이어 {effect}.",
                place = place.0,
                object = object.0,
                particle = Particle::Object.after(object.0),
                action = action.0,
                by = Particle::By.after(action.0),
                effect = effect.0
            ),
            format!("{} {} in {} at up to {count} places, {}.", action.1, object.1, place.1, effect.1),
        )
    }

    fn period(&mut self) -> Period {
        let from = FIRST_YEAR + u16::try_from(self.random.between(0, 1)).unwrap_or_default();
        let to = from + u16::try_from(self.random.between(1, 4)).unwrap_or_default();
        Period { ko: format!("{from}년~{to}년"), en: format!("{from} to {to}"), lines: take(&mut self.line, 1) }
    }

    fn step(&mut self) -> ScheduleEntry {
        let month = self.random.between(1, 12);
        ScheduleEntry {
            when: format!("{}. {month}.", FIRST_YEAR + 1),
            what: both(*self.random.pick(&STEPS)),
            lines: take(&mut self.line, 1),
        }
    }

    fn indicator(&mut self, object: (&str, &str)) -> Indicator {
        let unit = both(*self.random.pick(&UNITS));
        let before = self.random.between(0, 40);
        let after = before + self.random.between(1, 90);
        let reading = |value: u32| Reading {
            value: Some(number(f64::from(value))),
            ko: format!("{value}{}", unit.ko),
            en: format!("{value} {}", unit.en),
        };
        Indicator {
            name: Bilingual::new(format!("{} 이용", object.0), format!("Use of {}", object.1)),
            before: Some(reading(before)),
            after: Some(reading(after)),
            unit: Some(unit),
            lines: take(&mut self.line, 1),
        }
    }

    fn quantity(&mut self, object: (&str, &str)) -> Quantity {
        Quantity {
            what: Bilingual::new(format!("{} 수", object.0), format!("Number of {}", object.1)),
            value: number(f64::from(self.random.between(1, 500))),
            unit: both(*self.random.pick(&UNITS)),
            year: None,
            lines: take(&mut self.line, 1),
        }
    }

    fn law(&mut self) -> LegalBasis {
        LegalBasis { title: both(*self.random.pick(&LAWS)), lines: take(&mut self.line, 1) }
    }

    /// None, or from one up to so many.
    fn some<T>(&mut self, chance: u32, most: u32, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        if !self.random.percent(chance) {
            return Vec::new();
        }
        (0..self.random.between(1, most)).map(|_| make(self)).collect()
    }
}

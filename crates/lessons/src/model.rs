//! What a lesson is, as its file has it.

use city_compare_dataset::model::{Bilingual, Level, Stage, official::Scope};
use serde::{Deserialize, Serialize};

/// The name of a lesson's shape.
pub const SCHEMA: &str = "city-compare-lesson/1";

/// A lesson: what it is for, and its steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// The name of this shape.
    pub schema: String,
    /// Unique id: lower case letters, digits, hyphens.
    pub id: String,
    /// Title.
    pub title: Bilingual,
    /// What pupils can do afterwards, in a sentence or two.
    pub aim: Bilingual,
    /// For which school: what is written for pupils is as easy as their age wants it.
    pub school: School,
    /// Grade and subject.
    pub grade: Bilingual,
    /// Minutes of the whole lesson.
    pub minutes: u32,
    /// What is needed.
    #[serde(default)]
    pub materials: Vec<Bilingual>,
    /// Standards of achievement of the curriculum.
    #[serde(default)]
    pub curriculum: Vec<Standard>,
    /// The cities that it is about, all of the dataset if there are none.
    #[serde(default)]
    pub cities: Vec<String>,
    /// The steps, one after the other.
    pub steps: Vec<Step>,
}

/// For which school a lesson is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum School {
    /// 초등학교.
    Primary,
    /// 중학교.
    Middle,
}

/// A standard of achievement (성취기준) that a lesson serves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Standard {
    /// Its code in the curriculum of 2022, such as `6수04-03`.
    pub code: String,
    /// What of it the lesson serves, in our own words.
    pub about: Bilingual,
}

/// A step: something to look at, a question, a guess, what is shown then, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Unique in the lesson: lower case letters, digits, hyphens.
    pub id: String,
    /// Minutes that it takes.
    pub minutes: u32,
    /// The cities of this step, where they are others than the lesson's.
    #[serde(default)]
    pub cities: Vec<String>,
    /// What is seen before the answer.
    #[serde(default)]
    pub show: Option<Exhibit>,
    /// The question.
    pub question: Bilingual,
    /// How it is answered, and by which rule the answer follows from the dataset.
    pub answer: Answer,
    /// What helps.
    #[serde(default)]
    pub hint: Option<Bilingual>,
    /// What is seen after the answer.
    #[serde(default)]
    pub reveal: Option<Exhibit>,
    /// What is said then. `{answer}` and `{list}` are places for what is computed.
    #[serde(default)]
    pub why: Option<Bilingual>,
    /// What is often misunderstood, for the teacher.
    #[serde(default)]
    pub misunderstanding: Option<Bilingual>,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Answer {
    /// One of several.
    Choose {
        /// What makes one of them right.
        rule: Rule,
        /// The choices of rules that have none of their own.
        #[serde(default)]
        options: Vec<Choice>,
    },
    /// The cities in order, from the largest number on.
    Order {
        /// By what.
        by: Measure,
    },
    /// A number, by a slider and a field.
    Number {
        /// What it is.
        of: Measure,
        /// Of which city.
        city: String,
        /// Where the slider begins, in the measure's unit.
        from: i64,
        /// Where it ends.
        to: i64,
        /// Its steps.
        by: i64,
    },
    /// A city's mark in the chart.
    Mark {
        /// By what.
        of: Measure,
        /// Which of them.
        which: Which,
    },
    /// A line of a document that says it.
    Cite {
        /// Id of the topic of which the line speaks.
        topic: String,
    },
    /// 100,000 won over fields, in steps of a thousand.
    Split {
        /// The fields, each with what it pays for.
        fields: Vec<FieldLine>,
    },
    /// Words of one's own.
    Text {
        /// Lines on paper.
        lines: u32,
        /// What to look for in one's own answer.
        #[serde(default)]
        checks: Vec<Bilingual>,
    },
}

/// A choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The word by which the rule knows it.
    pub key: String,
    /// What is read.
    pub text: Bilingual,
}

/// A functional field, and what it pays for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FieldLine {
    /// Its code.
    pub field: String,
    /// What it pays for, in one sentence.
    pub pays: Bilingual,
}

/// What makes a choice right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Rule {
    /// Nothing does: each can be given reasons for.
    Open {},
    /// The city with the largest or the smallest number. The choices are the cities.
    Extreme {
        /// Of what.
        of: Measure,
        /// Which.
        which: Which,
    },
    /// The city whose document says it. The choices are the cities.
    Says {
        /// Id of the item.
        item: String,
    },
    /// Why a city's document has no plan on a topic. The keys of the choices: `document` (it says nothing), `article` (it is a
    /// press article), and any others.
    Absence {
        /// Id of the topic.
        topic: String,
        /// Id of the city.
        city: String,
    },
    /// Whether two totals can be set side by side. The keys of the choices: `yes`, `kind`, `year`, `stage`, `scope`.
    Comparable {
        /// One of them.
        one: TotalOf,
        /// The other.
        other: TotalOf,
    },
    /// The value that follows from the arithmetic of a contradiction, between sources or within a document. The choices are the
    /// values that they state.
    Follows {
        /// Id of the contradiction.
        of: String,
    },
}

/// Which of some numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// The largest.
    Largest,
    /// The smallest.
    Smallest,
}

/// A total of a city's money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TotalOf {
    /// Id of the city.
    pub city: String,
    /// Fiscal year.
    pub year: u16,
    /// Stage.
    pub stage: Stage,
    /// What it holds.
    pub scope: Scope,
}

/// What is counted of a city.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Measure {
    /// The general account of the newest initial budget, in won.
    Total {},
    /// The same for each resident, in won.
    PerResident {},
    /// Registered residents at the end of the year before.
    Residents {},
    /// The share of a field in the money, in tenths of a per cent, on the newest basis that all cities have.
    Field {
        /// Its code.
        field: String,
    },
    /// Plans of the document on a topic.
    TopicPlans {
        /// Id of the topic.
        topic: String,
    },
}

/// What a step shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Exhibit {
    /// A chart, as a link of the budgets view names it: `figure=per_resident`.
    Chart {
        /// Entries of a link, without the name of an instance, joined by `&`.
        state: String,
    },
    /// Statements of the documents.
    Statements {
        /// Of these levels.
        levels: Vec<Level>,
    },
    /// The plans of the documents on a topic.
    Topic {
        /// Its id.
        topic: String,
    },
    /// A bar for each city.
    Bars {
        /// Of what.
        of: Measure,
    },
    /// What sources say that disagree, or a place where a document contradicts itself.
    Stated {
        /// Id of the contradiction.
        of: String,
    },
    /// Text of the lesson's own.
    Note {
        /// What it says.
        text: Bilingual,
    },
}

impl Lesson {
    /// The minutes that the steps take.
    pub fn minutes_of_steps(&self) -> u32 {
        self.steps.iter().map(|step| step.minutes).sum()
    }
}

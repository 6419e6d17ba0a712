//! What a reader can choose among: views, their parts, figures and units.

use crate::choices::choices;

choices! {
    /// The views.
    View {
        /// A first page: three questions, answered.
        Glance = "glance",
        /// Visions, main directions, goals, values, means.
        #[default]
        Visions = "visions",
        /// Strategies and projects.
        Strategies = "strategies",
        /// One topic over all cities.
        Topics = "topics",
        /// Budgets.
        Budgets = "budgets",
        /// Documents, cautions, glossary.
        Sources = "sources",
        /// Making data of a city: a page of the app, and no tab.
        Workbench = "workbench",
    }
}

choices! {
    /// Ways to look at strategies.
    StrategyPart {
        /// By functional field.
        #[default]
        Matrix = "matrix",
        /// Each document's own structure.
        Outline = "outline",
        /// What several cities have in common.
        Topics = "topics",
    }
}

choices! {
    /// Kinds of budget figures.
    BudgetPart {
        /// The cities' original budgets.
        #[default]
        City = "city",
        /// The plans' projects.
        Plan = "plan",
        /// Figures that the documents headline.
        Figures = "figures",
    }
}

choices! {
    /// Which money of the cities is shown: official figures, or those of press reports.
    Figure {
        /// What 100,000 won of the city's money are spent on.
        #[default]
        Blocks = "blocks",
        /// Each field over the cities.
        Fields = "fields",
        /// For each resident.
        PerResident = "per_resident",
        /// From the first budget to the closed accounts.
        Stages = "stages",
        /// Among all governments of the tier.
        Peers = "peers",
        /// The closed accounts over the years.
        Years = "years",
        /// As the press printed them.
        Press = "press",
    }
}

choices! {
    /// What of the cities' budgets is compared.
    BudgetWhat {
        /// The total.
        #[default]
        Total = "total",
        /// General and special accounts.
        Accounts = "accounts",
        /// Functional fields.
        Fields = "fields",
        /// The total over the years.
        Years = "years",
    }
}

choices! {
    /// In which unit amounts are shown, where there is a choice.
    UnitChoice {
        /// Won.
        #[default]
        Amount = "amount",
        /// Won for each resident.
        PerResident = "per_resident",
        /// Share of the whole.
        Share = "share",
    }
}

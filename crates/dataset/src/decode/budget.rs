use crate::model::{Amount, AmountKind, Budget, BudgetStatus, Funding, OriginalBudget, Word};
use crate::problem::Fault;
use crate::reader::Reader;

/// An item's budget; absent means not stated.
pub(super) fn budget(r: &mut Reader<'_>) -> Budget {
    let read = |r: &mut Reader<'_>| {
        let status = r.word::<BudgetStatus>("status");
        let amounts = r.some("amounts", amount);
        let funding = r.some("funding", funding);
        match status {
            Some(BudgetStatus::Stated) => {
                if !r.has_entries("amounts") {
                    r.fault("status", Fault::NoAmounts);
                }
                Budget::Stated { amounts, funding }
            }
            Some(BudgetStatus::FundingOnly) => {
                if r.has_entries("amounts") {
                    r.fault("status", Fault::AmountsNotStated { status: BudgetStatus::FundingOnly.word().to_owned() });
                } else if !r.has_entries("funding") {
                    r.fault("status", Fault::NoFunding);
                }
                Budget::FundingOnly { funding }
            }
            Some(status) => {
                if r.has_entries("amounts") || r.has_entries("funding") {
                    r.fault("status", Fault::AmountsNotStated { status: status.word().to_owned() });
                }
                if status == BudgetStatus::NonBudget { Budget::NonBudget } else { Budget::NotStated }
            }
            None => Budget::NotStated,
        }
    };
    r.opt_table("budget", read).unwrap_or_default()
}

fn amount(r: &mut Reader<'_>) -> Option<Amount> {
    let (year, kind, krw) = (r.opt_year("year"), r.word("kind"), r.won("krw"));
    let (as_printed, basis, lines) = (r.text("as_printed"), r.word("basis"), r.lines("lines"));
    match kind {
        Some(AmountKind::Annual) if year.is_none() => r.fault("kind", Fault::AnnualWithoutYear),
        Some(AmountKind::Undated) if year.is_some() => r.fault("kind", Fault::UndatedWithYear),
        _ => {}
    }
    Some(Amount { year, kind: kind?, krw, as_printed, basis: basis?, lines })
}

fn funding(r: &mut Reader<'_>) -> Option<Funding> {
    let (from, krw, year) = (r.word("from"), r.won("krw"), r.opt_year("year"));
    let (scope, as_printed, lines) = (r.opt_bilingual("scope"), r.text("as_printed"), r.lines("lines"));
    Some(Funding { from: from?, krw, year, scope, as_printed, lines })
}

pub(super) fn original_budget(r: &mut Reader<'_>) -> Option<OriginalBudget> {
    let (fiscal_year, stage, measure) = (r.year("fiscal_year"), r.word("stage"), r.word("measure"));
    let (account, fields, label) = (r.word("account"), r.texts("fields"), r.bilingual("label"));
    let (krw, as_printed) = (r.won("krw"), r.text("as_printed"));
    let (documents, note) = (r.some_texts("documents"), r.opt_bilingual("note"));
    Some(OriginalBudget {
        fiscal_year,
        stage: stage?,
        measure: measure?,
        account: account?,
        fields,
        label,
        krw,
        as_printed,
        documents,
        note,
    })
}

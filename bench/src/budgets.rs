//! Money: the original budgets of a city, and the amounts and funding of an item.

use crate::random::Random;
use crate::seat::{FIRST_YEAR, Seat, budget_document_id, number, take};
use city_compare::embedded;
use city_compare::format::grouped;
use city_compare::model::{
    Account, Amount, AmountKind, Basis, Bilingual, Budget, FieldSplit, FiscalYear, Funding, FundingSource, Lines,
    Measure, OriginalBudget, Stage, Won,
};

const MILLION: u32 = 1_000_000;

/// The budgets of every year: total, both accounts, and every field, which together are the general account.
pub(crate) fn of_city(seat: &Seat, years: u16, random: &mut Random) -> (Vec<OriginalBudget>, Vec<FieldSplit>) {
    let mut budgets = Vec::new();
    let mut splits = Vec::new();
    for year in (FIRST_YEAR..).take(years.into()).map(FiscalYear) {
        let field_codes: Vec<&str> = embedded::dataset().fields.iter().map(|field| field.code.as_str()).collect();
        // In millions: about 3 million won for each resident, cut into uneven parts.
        let parts: Vec<u32> = field_codes.iter().map(|_| seat.persons / 100 * random.between(4, 60)).collect();
        let general: u32 = parts.iter().sum();
        let special = general / random.between(4, 9);
        let mut add = |measure, account, fields: Vec<String>, label: Bilingual, millions: u32| {
            budgets.push(OriginalBudget {
                fiscal_year: year,
                stage: Stage::Initial,
                measure,
                account,
                fields,
                label,
                krw: won(millions),
                as_printed: printed(millions),
                documents: vec![budget_document_id(seat)],
                note: None,
            });
        };
        add(Measure::Total, Account::Total, Vec::new(), Bilingual::new("총계", "Total"), general + special);
        let label = Bilingual::new("일반회계", "General account");
        add(Measure::GeneralAccount, Account::General, Vec::new(), label, general);
        let label = Bilingual::new("특별회계", "Special accounts");
        add(Measure::SpecialAccounts, Account::Special, Vec::new(), label, special);
        for (field, part) in embedded::dataset().fields.iter().zip(&parts) {
            add(Measure::Field, Account::General, vec![field.code.clone()], field.name.clone(), *part);
        }
        splits.push(FieldSplit {
            fiscal_year: year,
            stage: Stage::Initial,
            base: Measure::GeneralAccount,
            printed: u32::try_from(parts.len()).unwrap_or_default(),
            itemised_percent: number(100.0),
            complete: true,
        });
    }
    (budgets, splits)
}

/// What an item costs: three of four tasks state it, some need none, the others say nothing.
pub(crate) fn of_item(years: u16, line: &mut u32, random: &mut Random) -> Budget {
    match random.between(1, 100) {
        1..=75 => stated(years, line, random),
        76..=85 => Budget::NonBudget,
        _ => Budget::NotStated,
    }
}

fn stated(years: u16, line: &mut u32, random: &mut Random) -> Budget {
    let mut amounts = Vec::new();
    let mut funding = Vec::new();
    for year in (FIRST_YEAR..).take(years.into()) {
        let millions = random.between(20, 9_000);
        let lines = take(line, 1);
        amounts.push(Amount {
            year: Some(FiscalYear(year)),
            kind: AmountKind::Annual,
            krw: won(millions),
            as_printed: printed(millions),
            basis: Basis::Header,
            lines,
        });
        if random.percent(60) {
            funding.extend(shares(millions, year, lines, random));
        }
    }
    Budget::Stated { amounts, funding }
}

/// Shares that add up to the amount: the state and the province give, the city pays the rest.
fn shares(millions: u32, year: u16, lines: Lines, random: &mut Random) -> Vec<Funding> {
    let national = millions * random.between(0, 5) / 10;
    let province = (millions - national) * random.between(0, 4) / 10;
    [
        (FundingSource::National, "국비", national),
        (FundingSource::Province, "도비", province),
        (FundingSource::City, "시비", millions - national - province),
    ]
    .into_iter()
    .filter(|(_, _, share)| *share > 0)
    .map(|(from, name, share)| Funding {
        from,
        krw: won(share),
        year: Some(FiscalYear(year)),
        scope: None,
        as_printed: format!("{name} {}", printed(share)),
        lines,
    })
    .collect()
}

fn won(millions: u32) -> Won {
    Won::new(i64::from(millions) * i64::from(MILLION)).unwrap_or_default()
}

fn printed(millions: u32) -> String {
    format!("{}백만 원", grouped(i64::from(millions)))
}

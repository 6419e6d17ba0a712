//! What fits its own form and nothing else: ids, references, lines, budgets, fields.

use super::common::sentences;
use super::{ITEM, line, problems, replaced, says};
use city_compare::text::Lang;

#[test]
fn seeds_judge_every_item() {
    says(
        "gaon",
        "id = \"gaon-1\"\nrole = \"frame\"",
        "id = \"gaon-1\"",
        "[[items]]",
        "items[0]",
        "“role” is missing. Add it.",
    );
}

#[test]
fn what_an_amount_covers_fits_its_year() {
    says(
        "gaon",
        "{ year = 2025, kind = \"annual\", krw = 0",
        "{ kind = \"annual\", krw = 0",
        "kind = \"annual\", krw = 0",
        &format!("{ITEM}.budget.amounts[1].kind"),
        "the amount is of one year, but names none. Add the year, or write “undated” if the document has none.",
    );
    says(
        "gaon",
        "{ year = 2025, kind = \"annual\", krw = 0",
        "{ year = 2025, kind = \"undated\", krw = 0",
        "kind = \"undated\", krw = 0",
        &format!("{ITEM}.budget.amounts[1].kind"),
        "the amount is “undated”, but has a year. Remove the year, or write “annual”.",
    );
}

#[test]
fn an_id_that_is_used_twice() {
    says(
        "gaon",
        "id = \"gaon-t1\"",
        "id = \"gaon-f1\" # table",
        "# table",
        "cities[0].plan.tables[0].id",
        &format!(
            "the id “gaon-f1” is already used at seeds/gaon.toml:{}. Give it another one.",
            line(&replaced("gaon", "gaon-f1", "gaon-f1"), "gaon", "gaon-f1")
        ),
    );
    says(
        "fields",
        "name = { ko = \"사회복지\"",
        "name = { ko = \"다른 것\", en = \"Other\" }\n[[fields]]\ncode = \"080\" # again\nname = { ko = \"사회복지\"",
        "# again",
        "fields[2].code",
        "the id “080” is already used at seeds/fields.toml:6. Give it another one.",
    );
    says(
        "dataset",
        "cities = [\"gaon\", \"narae\"]",
        "cities = [\"gaon\", \"narae\",\n \"gaon\"]",
        " \"gaon\"]",
        "cities[2]",
        "the id “gaon” is already used at seeds/dataset.toml:4. Give it another one.",
    );
}

#[test]
fn a_reference_to_nothing() {
    says(
        "gaon",
        "id = \"gaon-1-3\"\nrole = \"plan\"\nparent = \"gaon-1\"",
        "id = \"gaon-1-3\"\nrole = \"plan\"\nparent = \"gaon-9\"",
        "gaon-9",
        "cities[0].plan.items[3].parent",
        "there is no item of this plan with the id “gaon-9”. Correct the id or add it.",
    );
    // An item of another city's plan cannot be a parent: no tree would show the child.
    says(
        "gaon",
        "id = \"gaon-1-3\"\nrole = \"plan\"\nparent = \"gaon-1\"",
        "id = \"gaon-1-3\"\nrole = \"plan\"\nparent = \"narae-v\"",
        "narae-v",
        "cities[0].plan.items[3].parent",
        "there is no item of this plan with the id “narae-v”. Correct the id or add it.",
    );
    says(
        "gaon",
        "items = [\"gaon-1\"]",
        "items = [\"gaon-1\", \"gaon-9\"]",
        "gaon-9",
        "cities[0].plan.figures[0].items[1]",
        "there is no item with the id “gaon-9”. Correct the id or add it.",
    );
    says(
        "budgets",
        "value = \"1조 2000억 원\", documents = [\"src-gaon-2024\"]",
        "value = \"1조 2000억 원\", documents = [\"src-x\"]",
        "src-x",
        "cities[0].conflicts[0].stated[0].documents[0]",
        "there is no document with the id “src-x”. Correct the id or add it.",
    );
    says(
        "narae",
        "code = \"010\"",
        "code = \"020\"",
        "020",
        "cities[1].plan.items[0].fields[0].code",
        "there is no functional field with the id “020”. Correct the id or add it.",
    );
    says(
        "budgets",
        "city = \"narae\"\nas_of",
        "city = \"nowhere\"\nas_of",
        "nowhere",
        "population[1].city",
        "there is no city with the id “nowhere”. Correct the id or add it.",
    );
    says("budgets", "city = \"narae\"\nnote", "note", "[[not_found]]", "not_found[0]", "“city” is missing. Add it.");
    says(
        "gaon",
        "kind = \"plan\"",
        "kind = \"plan\"\ncity = \"nowhere\"",
        "nowhere",
        "documents[1].city",
        "there is no city with the id “nowhere”. Correct the id or add it.",
    );
}

#[test]
fn an_item_that_is_its_own_ancestor() {
    says(
        "narae",
        "level = \"vision\"",
        "level = \"vision\"\nparent = \"narae-v\"",
        "parent",
        "cities[1].plan.items[0].parent",
        "the item “narae-v” is its own ancestor. Correct its parent.",
    );
    let two = replaced("gaon", "id = \"gaon-1\"\n", "id = \"gaon-1\"\nparent = \"gaon-1-1\"\n");
    let found = sentences(&problems(&two), Lang::En);
    assert_eq!(found.len(), 2, "each member of the circle is named: {found:#?}");
}

#[test]
fn a_range_of_lines_that_is_none() {
    let path = "cities[0].plan.figures[0].lines";
    let expected = "expected a range that begins at 1 or later and does not end before it begins. Correct the range.";
    says(
        "gaon",
        "lines = [60, 60]",
        "lines = [60, 59]",
        "[60, 59]",
        path,
        &format!("found the lines 60 to 59, {expected}"),
    );
    says(
        "gaon",
        "lines = [60, 60]",
        "lines = [0, 60]",
        "[0, 60]",
        path,
        &format!("found the lines 0 to 60, {expected}"),
    );
    says(
        "gaon",
        "lines = [80, 100]",
        "lines = [80, 7]",
        "[80, 7]",
        "left_out[0].lines",
        &format!("found the lines 80 to 7, {expected}"),
    );
}

#[test]
fn a_line_beyond_the_end_of_the_document_wherever_lines_are_cited() {
    let cases: &[(&str, &str, &str)] = &[
        ("lines = [10, 12], also", "lines = [10, 101], also", "cities[0].plan.items[0].source.lines"),
        ("also = [[3, 3]]", "also = [[3, 101]]", "cities[0].plan.items[0].source.also[0]"),
        ("lines = [21, 21]", "lines = [21, 101]", "cities[0].plan.items[1].period.lines"),
        ("lines = [22, 22]", "lines = [22, 101]", "cities[0].plan.items[1].schedule[0].lines"),
        ("lines = [24, 24]", "lines = [24, 101]", "cities[0].plan.items[1].legal_basis[0].lines"),
        ("lines = [25, 25]", "lines = [25, 101]", "cities[0].plan.items[1].quantities[0].lines"),
        ("lines = [26, 27]", "lines = [26, 101]", "cities[0].plan.items[1].indicators[0].lines"),
        ("lines = [31, 31]", "lines = [31, 101]", "cities[0].plan.items[1].budget.amounts[1].lines"),
        ("lines = [32, 32]", "lines = [32, 101]", "cities[0].plan.items[1].budget.funding[0].lines"),
        ("lines = [60, 60]", "lines = [60, 101]", "cities[0].plan.figures[0].lines"),
        ("lines = [70, 72]", "lines = [70, 101]", "cities[0].plan.tables[0].lines"),
        ("line = 5\n", "line = 101\n", "documents[1].corrections[0].line"),
        ("lines = [30, 31]\nitems", "lines = [30, 101]\nitems", "documents[1].discrepancies[0].lines[1]"),
        ("line = 30 }", "line = 101 }", "documents[1].discrepancies[0].stated[0].line"),
    ];
    for (from, to, path) in cases {
        says(
            "gaon",
            from,
            to,
            "101",
            path,
            "line 101 is cited, but the document has 100 lines. Correct the line, or the document’s number of lines.",
        );
    }
}

#[test]
fn a_row_with_too_many_or_too_few_cells() {
    for (to, cells) in [("en = \"First\" }]", 1), ("en = \"First\" }, 0, 0]", 3)] {
        says(
            "gaon",
            "en = \"First\" }, 0]",
            to,
            "첫째 동",
            "cities[0].plan.tables[0].rows[0]",
            &format!(
                "the number of cells in the row is {cells}, expected 2, one for each column. Add or remove cells."
            ),
        );
    }
}

#[test]
fn a_budget_whose_measure_account_and_fields_do_not_fit() {
    says(
        "budgets",
        "account = \"total\"",
        "account = \"general\" # x",
        "[[budgets]]",
        "cities[0].budgets[0]",
        "measure “total”, account “general” and 0 fields do not fit together. A total has the account total, an account its own, and only a field names fields. Correct the one that is wrong.",
    );
    says(
        "budgets",
        "fields = []",
        "fields = [\"010\"]",
        "[[budgets]]",
        "cities[0].budgets[0]",
        "measure “total”, account “total” and 1 fields do not fit together. A total has the account total, an account its own, and only a field names fields. Correct the one that is wrong.",
    );
}

#[test]
fn a_stated_budget_without_an_amount() {
    let english = "the budget is stated, but has no amount. Add the amounts, or leave the budget out (not stated).";
    let path = "cities[0].plan.items[2].budget.status";
    for budget in ["{ status = \"stated\" }", "{ status = \"stated\", amounts = [] }"] {
        says("gaon", "{ status = \"non_budget\" }", budget, budget, path, english);
    }
}

#[test]
fn amounts_of_a_budget_that_is_not_stated_are_not_dropped() {
    for status in ["non_budget", "not_stated"] {
        says(
            "gaon",
            "status = \"stated\"",
            &format!("status = \"{status}\" # x"),
            "# x",
            "cities[0].plan.items[1].budget.status",
            &format!("the budget is “{status}”, but has amounts or funding. Write “stated”, or remove them."),
        );
    }
}

#[test]
fn an_item_without_a_field() {
    says(
        "narae",
        "fields = [{ code = \"010\", confidence = \"sure\" }]",
        "fields = []",
        "[[items]]",
        "cities[1].plan.items[0]",
        "the item belongs to no functional field. Add at least one.",
    );
}

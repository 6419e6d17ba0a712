//! The list of all problems, for a spreadsheet.

use super::Problems;
use crate::at::Sheet;
use city_compare_dataset::Lang;

/// All problems as CSV, a row each: place, what was found, and the sentence. With a byte order mark, without which Excel reads
/// Korean wrongly; a cell that a spreadsheet would take for a formula begins with an apostrophe.
pub fn csv(problems: &Problems, lang: Lang, sheets: &[Sheet]) -> String {
    let head = match lang {
        Lang::Ko => "파일,시트,행,열,열 이름,찾은 것,설명",
        Lang::En => "file,sheet,row,column,column name,found,explanation",
    };
    let mut text = format!("\u{feff}{head}\r\n");
    for problem in problems.all() {
        let spot = problem.spot(sheets);
        let row = spot.row.map(|row| row.to_string()).unwrap_or_default();
        let cells = [
            spot.file.as_str(),
            spot.sheet.as_deref().unwrap_or_default(),
            &row,
            spot.column.as_deref().unwrap_or_default(),
            spot.header.as_deref().unwrap_or_default(),
            &problem.found,
            &problem.sentence(lang),
        ];
        for (i, cell) in cells.iter().enumerate() {
            if i > 0 {
                text.push(',');
            }
            push(&mut text, cell);
        }
        text.push_str("\r\n");
    }
    text
}

/// Adds a cell, in quotes where it needs them.
pub(crate) fn push(text: &mut String, cell: &str) {
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t']) && cell.len() > 1 { "'" } else { "" };
    if cell.contains(['"', ',', '\n', '\r']) || !guard.is_empty() {
        text.push('"');
        text.push_str(guard);
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}

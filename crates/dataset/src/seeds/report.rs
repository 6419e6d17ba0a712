//! Mistakes in the seeds for a terminal: each with the line that it is on, as the compiler shows its own.

use crate::Lang;
use crate::problem::Problem;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::path::Path;

/// Every problem of seeds in a folder, in a language. One whose file or line is not known, or no longer there, is its sentence.
pub fn report(folder: &Path, problems: &[Problem], lang: Lang) -> String {
    let shown = problems.iter().map(|problem| shown(folder, problem, lang).unwrap_or_else(|| problem.sentence(lang)));
    shown.collect::<Vec<_>>().join("\n")
}

fn shown(folder: &Path, problem: &Problem, lang: Lang) -> Option<String> {
    let (file, line) = (problem.file.as_deref()?, problem.line?);
    let text = std::fs::read_to_string(folder.join(file.strip_prefix("seeds/")?)).ok()?;
    let line = text.lines().nth(usize::try_from(line).ok()?.checked_sub(1)?)?;
    let what = problem.what(lang);
    let mark = line.len() - line.trim_start().len()..line.trim_end().len();
    let mark = AnnotationKind::Primary.span(mark).label(problem.path.as_str());
    let number = usize::try_from(problem.line?).ok()?;
    let snippet = Snippet::source(line).path(file).line_start(number).annotation(mark);
    Some(Renderer::plain().render(&[Group::with_title(Level::ERROR.primary_title(what.as_str())).element(snippet)]))
}

#[cfg(test)]
mod tests {
    use super::report;
    use crate::Lang;
    use crate::problem::{Fault, Problem};

    #[test]
    fn a_mistake_is_shown_with_its_line() {
        let folder = std::env::temp_dir().join(format!("city-compare-report-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join("yeosu.toml"), "[city]\nname = \"\"\n").expect("a file");
        let problem = |line| Problem {
            file: Some("seeds/yeosu.toml".to_owned()),
            line,
            path: "cities[0].name".to_owned(),
            fault: Fault::EmptyText,
        };
        let said = report(&folder, &[problem(Some(2)), problem(None), problem(Some(9))], Lang::En);
        std::fs::remove_dir_all(&folder).expect("it goes");
        let lines: Vec<&str> = said.lines().map(str::trim_end).collect();
        let excerpt = ["--> seeds/yeosu.toml:2:1", "|", "2 | name = \"\"", "| ^^^^^^^^^ cities[0].name"];
        assert!(lines[0].starts_with("error: "), "{said}");
        assert_eq!(lines[1..5].iter().map(|line| line.trim()).collect::<Vec<_>>(), excerpt, "{said}");
        assert_eq!(lines[5..], [problem(None).sentence(Lang::En), problem(Some(9)).sentence(Lang::En)]);
    }
}

//! `import` and `plan-template`: files into the dataset of one city, without a browser.

use crate::failure::Failure;
use crate::project::Project;
use crate::run::say;
use city_compare::dataset::seeds::country;
use city_compare::embedded;
use city_compare::text::Lang;
use city_compare_import::form::{Contents, read, workbook};
use city_compare_import::import::{Choice, Outcome, Source, import};
use city_compare_import::layout::recognise;
use city_compare_import::places::{Place, Places, Subject};
use city_compare_import::plan::{Form, workbook as template_book};
use city_compare_import::problem::{Weight, csv};
use city_compare_import::recipe::Recipe;
use city_compare_import::text::cp949;
use std::fs;
use std::path::{Path, PathBuf};

/// The words after `cargo xtask import`.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct Words {
    /// The files.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// The city: its name, with its province where several have it, or its code.
    #[arg(long)]
    pub city: String,
    /// Where the dataset is written.
    #[arg(long, value_name = "FILE", default_value = "dataset.json")]
    pub out: PathBuf,
    /// A recipe for tables of no known layout, as the page saves it; may be given several times.
    #[arg(long, value_name = "FILE")]
    pub recipe: Vec<PathBuf>,
    /// Where the list of all problems is written, as CSV.
    #[arg(long, value_name = "FILE")]
    pub problems: Option<PathBuf>,
}

/// Reads the files and writes the dataset.
pub fn run(project: &Project, words: &Words) -> Result<(), Failure> {
    let places = places(project)?;
    let city = subject(&places, &words.city)?;
    let recipes = recipes(&words.recipe)?;
    let mut files = Vec::new();
    for path in &words.files {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let bytes = fs::read(path).map_err(|error| Failure::file("Reading", path, &error))?;
        let contents = match read(&name, &bytes, cp949) {
            Contents::Workbook => workbook(&name, &bytes),
            contents => contents,
        };
        let choices = choices(&contents, &recipes);
        files.push((name, contents, choices));
    }
    let sources: Vec<Source<'_>> =
        files.iter().map(|(file, contents, choices)| Source { file, contents, choices }).collect();
    let outcome = import(&sources, &city, &places);
    report(&outcome);
    if let Some(path) = &words.problems {
        write(path, csv(&outcome.problems, Lang::Ko, &outcome.sheets()).as_bytes())?;
    }
    let Some(json) = outcome.json() else {
        return Err(Failure::new(
            format!("nothing was found of {} in these files", city.place.label()),
            "a table whose layout docs/own-data.md lists, with rows of this city",
            "look at what is said of each file above",
        ));
    };
    write(&words.out, json.as_bytes())?;
    say(format_args!("\nWritten: {}. Show it with <city-compare src=\"…\">.", words.out.display()));
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|error| Failure::file("Writing", path, &error))
}

fn places(project: &Project) -> Result<Places, Failure> {
    let seeds = country::load(&project.root().join("seeds")).map_err(|problems| {
        let list: Vec<String> = problems.iter().map(|problem| problem.sentence(Lang::En)).collect();
        Failure::new(list.join("\n"), "seeds that can be read", "correct seeds/country")
    })?;
    let mut places = Places::new(seeds.places.into_iter().map(Place::from));
    if let Some(official) = &embedded::published().official {
        places.add_codes(official);
    }
    Ok(places)
}

fn subject(places: &Places, name: &str) -> Result<Subject, Failure> {
    match places.find(name).as_slice() {
        [place] => Ok(Subject::new((*place).clone())),
        [] => Err(Failure::new(
            format!("no local government is called {name}"),
            "an official Korean name such as 여수시 or 대구 중구, or a code",
            "correct --city",
        )),
        several => {
            let labels: Vec<String> = several.iter().map(|place| place.label()).collect();
            Err(Failure::new(
                format!("several local governments are called {name}: {}", labels.join(", ")),
                "one of them",
                "write the province before the name, or the code",
            ))
        }
    }
}

fn recipes(paths: &[PathBuf]) -> Result<Vec<Recipe>, Failure> {
    let one = |path: &PathBuf| {
        let json = fs::read_to_string(path).map_err(|error| Failure::file("Reading", path, &error))?;
        Recipe::from_json(&json).map_err(|message| {
            Failure::new(
                format!("{} is no recipe: {message}", path.display()),
                "a recipe as the page saves it",
                "save it again",
            )
        })
    };
    paths.iter().map(one).collect()
}

/// A recipe for each table that no layout recognises and one of the recipes fits.
fn choices(contents: &Contents, recipes: &[Recipe]) -> Vec<Choice> {
    let Contents::Tables(tables) = contents else { return Vec::new() };
    let choice = |table| {
        if recognise(table).is_some() {
            return Choice::Recognise;
        }
        let fitting = recipes.iter().find(|recipe| recipe.fit(table).is_ok());
        fitting.map_or(Choice::Recognise, |recipe| Choice::Recipe(Box::new(recipe.clone())))
    };
    tables.iter().map(choice).collect()
}

fn report(outcome: &Outcome) {
    for table in &outcome.tables {
        let sheet = table.sheet.sheet.as_ref().map(|name| format!(" [{name}]")).unwrap_or_default();
        let encoding = table.encoding.map(|encoding| format!(", {}", encoding.name())).unwrap_or_default();
        match &table.recipe {
            Some(recipe) => say(format_args!(
                "{}{sheet}{encoding}: {}\n  {} rows, {} of the city, {} of other places, {} left out",
                table.sheet.file, recipe.name, table.rows, table.used, table.others, table.left_out
            )),
            None => say(format_args!("{}{sheet}{encoding}: not read", table.sheet.file)),
        }
    }
    for sum in &outcome.sums {
        say(format_args!("  {}", sum.line(Lang::En)));
    }
    let (left, asked) = (outcome.problems.count(Weight::LeftOut), outcome.problems.count(Weight::Asked));
    say(format_args!("\n{left} left out, {asked} to be looked at, {} told", outcome.problems.count(Weight::Told)));
    for line in outcome.problems.lines(Lang::En, &outcome.sheets()) {
        say(format_args!("- {line}"));
    }
}

/// Writes the template of a plan: both kinds of file, both languages.
pub fn templates(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| Failure::file("Making", folder, &error))?;
    for (name, bytes) in template_files()? {
        write(&folder.join(&name), &bytes)?;
        say(format_args!("Written: {}", folder.join(&name).display()));
    }
    Ok(())
}

/// The files of the template, with their names.
pub fn template_files() -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut files = Vec::new();
    for form in Lang::ALL.map(Form::new) {
        let book = template_book(&form).map_err(|error| {
            Failure::new(
                format!("the template could not be written: {error}"),
                "a workbook with the columns of a plan",
                "correct crates/import/src/plan/template",
            )
        })?;
        files.push((format!("{}.xlsx", form.file_name()), book));
        files.push((format!("{}.csv", form.file_name()), form.csv().into_bytes()));
    }
    Ok(files)
}

//! The browsers of the tests and the programs that drive them: those that the person names, those on PATH, those in their
//! usual places; on Debian they are installed.

use super::{cargo_tool, debian};
use crate::failure::Failure;
use crate::pins;
use crate::project::Project;
use crate::run::{output, say};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// A browser, or what drives it.
pub struct Program {
    /// What people call it.
    pub name: &'static str,
    /// The variable of the environment that names another one; the tests read it, too.
    pub variable: &'static str,
    /// Its names on PATH.
    names: &'static [&'static str],
    /// Where it is if it is not on PATH. What begins with `%` stands in a folder that a variable of the system names.
    places: &'static [&'static str],
    /// Debian's package.
    debian: Option<&'static str>,
}

pub const CHROMIUM: Program = Program {
    name: "Chromium or Chrome",
    variable: "CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
    places: &[
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "%ProgramFiles%/Google/Chrome/Application/chrome.exe",
        "%ProgramFiles(x86)%/Google/Chrome/Application/chrome.exe",
        "%LOCALAPPDATA%/Google/Chrome/Application/chrome.exe",
    ],
    debian: Some("chromium"),
};

pub const CHROMEDRIVER: Program = Program {
    name: "ChromeDriver",
    variable: "CHROMEDRIVER",
    names: &["chromedriver"],
    // The first is where GitHub's machines have it.
    places: &["%CHROMEWEBDRIVER%/chromedriver", "%CHROMEWEBDRIVER%/chromedriver.exe"],
    debian: Some("chromium-driver"),
};

pub const FIREFOX: Program = Program {
    name: "Firefox",
    variable: "FIREFOX",
    names: &["firefox-esr", "firefox"],
    places: &["/Applications/Firefox.app/Contents/MacOS/firefox", "%ProgramFiles%/Mozilla Firefox/firefox.exe"],
    debian: Some("firefox-esr"),
};

pub const GECKODRIVER: Program = Program {
    name: "geckodriver",
    variable: "GECKODRIVER",
    names: &["geckodriver"],
    places: &["%GECKOWEBDRIVER%/geckodriver", "%GECKOWEBDRIVER%/geckodriver.exe"],
    debian: None,
};

pub const WEBKITDRIVER: Program = Program {
    name: "WebKitWebDriver",
    variable: "WEBKITDRIVER",
    names: &["WebKitWebDriver"],
    places: &["/usr/bin/WebKitWebDriver"],
    debian: Some("webkit2gtk-driver"),
};

pub const MINIBROWSER: Program = Program {
    name: "WebKitGTK's MiniBrowser",
    variable: "MINIBROWSER",
    names: &["MiniBrowser"],
    places: &[
        "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
        "/usr/lib/webkit2gtk-4.1/MiniBrowser",
    ],
    debian: Some("webkit2gtk-driver"), // the package of the library, on which it depends, brings the browser
};

/// WebKitGTK has no headless mode: it is shown on a display in memory.
pub const XVFB: Program =
    Program { name: "Xvfb", variable: "XVFB", names: &["Xvfb"], places: &[], debian: Some("xvfb") };

/// Without these fonts Korean is drawn as boxes, and pictures differ.
const FONTS: &str = "fonts-noto-cjk";

/// A program that was found.
pub struct Found {
    /// Which.
    pub program: &'static Program,
    /// Where; nothing when it is not there.
    pub path: Option<PathBuf>,
}

impl Found {
    /// Where it is, or the sentence that it is not there.
    pub fn needed(&self) -> Result<&Path, String> {
        self.path.as_deref().ok_or_else(|| missing(self.program))
    }
}

fn missing(program: &Program) -> String {
    format!("{} was not found (install it, or name it: {}=path)", program.name, program.variable)
}

/// Looks for programs, and installs on Debian what is missing. Another program than the one that a person named would be a
/// surprise: if that is not there, it is a failure.
pub fn ensure<const N: usize>(project: &Project, wanted: [&'static Program; N]) -> Result<[Found; N], Failure> {
    for program in wanted {
        check_named(program)?;
    }
    let lacking = |program: &&&Program| find(project, program).is_none();
    let mut packages: Vec<&str> = wanted.iter().filter(lacking).filter_map(|program| program.debian).collect();
    if !has_korean(project) {
        packages.push(FONTS);
    }
    packages.dedup();
    debian::install(project, &packages, "the tests run in these browsers, and Korean needs fonts");
    let wants = |program: &Program| wanted.iter().any(|other| other.variable == program.variable);
    if wants(&GECKODRIVER)
        && find(project, &FIREFOX).is_some()
        && find(project, &GECKODRIVER).is_none()
        && let Err(failure) = cargo_tool(project, &pins::GECKODRIVER)
    {
        say(failure);
    }
    Ok(wanted.map(|program| Found { program, path: find(project, program) }))
}

/// Chromium, where there is nothing to do without it.
pub fn chromium(project: &Project) -> Result<PathBuf, Failure> {
    let [chromium] = ensure(project, [&CHROMIUM])?;
    chromium.path.ok_or_else(|| {
        Failure::new(
            missing(&CHROMIUM),
            "Chromium or Chrome on PATH or in its usual place",
            "install it, then run the same command again",
        )
    })
}

fn find(project: &Project, program: &Program) -> Option<PathBuf> {
    named(program)
        .or_else(|| program.names.iter().find_map(|name| project.find_program(name)))
        .or_else(|| program.places.iter().filter_map(|place| usual(place)).find(|path| path.is_file()))
}

/// A usual place as a path of this machine.
fn usual(place: &str) -> Option<PathBuf> {
    let Some((variable, rest)) = place.strip_prefix('%').and_then(|place| place.split_once('%')) else {
        return Some(PathBuf::from(place));
    };
    let folder = PathBuf::from(env::var_os(variable)?);
    Some(rest.split('/').filter(|part| !part.is_empty()).fold(folder, |path, part| path.join(part)))
}

/// What the person named. That it is there is known after `check_named`.
fn named(program: &Program) -> Option<PathBuf> {
    env::var_os(program.variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn check_named(program: &Program) -> Result<(), Failure> {
    let variable = program.variable;
    match named(program) {
        Some(path) if !path.is_file() => Err(Failure::new(
            format!("{variable} is set to {}, where there is no program", path.display()),
            format!("{variable} is the full path of a program, or is not set"),
            format!("correct {variable} or unset it, then run the same command again"),
        )),
        _ => Ok(()),
    }
}

/// Asks fontconfig, and Debian where fontconfig's programs are not installed. Other systems bring their own fonts.
pub fn has_korean(project: &Project) -> bool {
    if project.find_program("fc-list").is_some() {
        return output(project.command("fc-list").args([":lang=ko", "family"])).is_some_and(|fonts| !fonts.is_empty());
    }
    !debian::is_debian(project) || debian::has(project, FONTS)
}

/// A driver of another major version refuses the browser with a message that names neither.
pub fn same_version(project: &Project, chromium: &Path, driver: &Path) -> Result<(), Failure> {
    let major = |program: &Path| -> Option<String> {
        let printed = output(project.command(program).arg("--version"))?;
        let version = printed.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
        version.split('.').next().map(str::to_owned)
    };
    match (major(chromium), major(driver)) {
        (Some(chromium), Some(driver)) if chromium != driver => Err(Failure::new(
            format!("Chromium is of version {chromium}, but ChromeDriver is of version {driver}"),
            "the same major version of both",
            "install matching ones (or name them: CHROMIUM=path, CHROMEDRIVER=path), then run the same command again",
        )),
        _ => Ok(()),
    }
}

/// webdriver.json of the repository with the browser's place added, for the runner of the wasm tests.
pub fn webdriver_json(project: &Project, chromium: &Path) -> Result<PathBuf, Failure> {
    let from = project.root().join("webdriver.json");
    let text = fs::read_to_string(&from).map_err(|error| Failure::file("Reading", &from, &error))?;
    let with_binary = with_binary(&text, chromium).ok_or_else(|| {
        Failure::new(
            format!("{} is not as expected", from.display()),
            "a JSON object with an object \"goog:chromeOptions\"",
            "restore the file from the repository, then run the same command again",
        )
    })?;
    let to = project.tools().join("webdriver.json");
    fs::create_dir_all(project.tools())
        .and_then(|()| fs::write(&to, with_binary))
        .map_err(|error| Failure::file("Writing", &to, &error))?;
    Ok(to)
}

fn with_binary(webdriver: &str, chromium: &Path) -> Option<String> {
    let mut json: serde_json::Value = serde_json::from_str(webdriver).ok()?;
    let options = json.get_mut("goog:chromeOptions")?.as_object_mut()?;
    options.insert("binary".to_owned(), chromium.to_string_lossy().into());
    Some(json.to_string())
}

#[cfg(test)]
mod tests {
    use super::{CHROMIUM, Found, WEBKITDRIVER, usual, with_binary};
    use std::path::{Path, PathBuf};

    #[test]
    fn the_browsers_place_is_added_to_its_flags() {
        let json = with_binary(include_str!("../../../webdriver.json"), Path::new("/opt/chromium")).unwrap_or_default();
        assert!(json.contains(r#""binary":"/opt/chromium""#), "{json}");
        assert!(json.contains("--headless=new"), "{json}");
        assert_eq!(with_binary("{}", Path::new("/opt/chromium")), None);
    }

    #[test]
    fn a_place_within_a_folder_of_the_system_is_looked_for_where_that_is() {
        assert_eq!(usual("/usr/bin/WebKitWebDriver"), Some(PathBuf::from("/usr/bin/WebKitWebDriver")));
        assert_eq!(usual("%NO_SUCH_FOLDER_HERE%/chrome.exe"), None);
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join("main.rs");
        // Cargo names the folder for the tests that it runs.
        assert_eq!(usual("%CARGO_MANIFEST_DIR%/src/main.rs"), Some(here));
    }

    #[test]
    fn what_is_not_there_is_named_with_the_variable_that_names_it() {
        let said = Found { program: &WEBKITDRIVER, path: None }.needed().map(Path::to_path_buf);
        assert_eq!(said, Err("WebKitWebDriver was not found (install it, or name it: WEBKITDRIVER=path)".to_owned()));
        let there = Found { program: &CHROMIUM, path: Some("/opt/chromium".into()) };
        assert_eq!(there.needed(), Ok(Path::new("/opt/chromium")));
    }
}

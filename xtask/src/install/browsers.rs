//! The browsers of the tests: found where they are, installed on Debian, asked for elsewhere.

use crate::failure::Failure;
use crate::project::Project;
use crate::run::{check, output, step};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// Debian's packages: the browsers, Chromium's driver, and the fonts without which Korean is drawn as boxes.
const DEBIAN_PACKAGES: [&str; 4] = ["chromium", "chromium-driver", "firefox-esr", "fonts-noto-cjk"];

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const FIREFOXES: [&str; 2] = ["firefox-esr", "firefox"];

/// Where browsers are that are not on PATH.
const BROWSER_PATHS: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const FIREFOX_PATHS: [&str; 1] = ["/Applications/Firefox.app/Contents/MacOS/firefox"];

/// A Chromium, the program that drives it, and a Firefox, which needs none.
pub struct Browser {
    /// The browser's program.
    pub chromium: PathBuf,
    /// ChromeDriver, of the same major version.
    pub driver: PathBuf,
    /// Firefox's program.
    pub firefox: PathBuf,
}

/// The browsers, the driver and a font with Korean letters.
pub fn ensure(project: &Project) -> Result<Browser, Failure> {
    check_named("CHROMIUM")?;
    check_named("CHROMEDRIVER")?;
    check_named("FIREFOX")?;
    let install = format!("apt-get install -y {}", DEBIAN_PACKAGES.join(" "));
    if let Some(missing) = missing(project) {
        if !is_debian() || project.find_program("apt-get").is_none() {
            return Err(Failure::new(
                format!("{missing} was not found"),
                "Chromium or Chrome, ChromeDriver of the same version, Firefox, and a font with Korean letters",
                "install what is missing (or name it: CHROMIUM=path, CHROMEDRIVER=path, FIREFOX=path), then run the same command again",
            ));
        }
        if output(project.command("id").arg("-u")).as_deref() != Some("0") {
            return Err(Failure::new(
                format!("{missing} was not found, and only root may install it"),
                format!("Debian's packages {}", DEBIAN_PACKAGES.join(", ")),
                format!("run `sudo {install}`, then the same command again"),
            ));
        }
        apt(project)?;
    }
    match (chromium(project), driver(project), firefox(project)) {
        (Some(chromium), Some(driver), Some(firefox)) => same_version(project, Browser { chromium, driver, firefox }),
        _ => Err(Failure::new(
            "Chromium, ChromeDriver or Firefox is still missing after the installation",
            "/usr/bin/chromium, /usr/bin/chromedriver and /usr/bin/firefox-esr",
            format!("run `{install}` by hand and read what it says, then run the same command again"),
        )),
    }
}

/// What is missing, in words.
fn missing(project: &Project) -> Option<&'static str> {
    if chromium(project).is_none() {
        Some("Chromium")
    } else if driver(project).is_none() {
        Some("ChromeDriver")
    } else if firefox(project).is_none() {
        Some("Firefox")
    } else if !has_korean(project) {
        Some("A font with Korean letters")
    } else {
        None
    }
}

fn chromium(project: &Project) -> Option<PathBuf> {
    named("CHROMIUM")
        .or_else(|| BROWSERS.iter().find_map(|name| project.find_program(name)))
        .or_else(|| BROWSER_PATHS.iter().map(PathBuf::from).find(|path| path.is_file()))
}

fn driver(project: &Project) -> Option<PathBuf> {
    named("CHROMEDRIVER").or_else(|| project.find_program("chromedriver"))
}

fn firefox(project: &Project) -> Option<PathBuf> {
    named("FIREFOX")
        .or_else(|| FIREFOXES.iter().find_map(|name| project.find_program(name)))
        .or_else(|| FIREFOX_PATHS.iter().map(PathBuf::from).find(|path| path.is_file()))
}

/// What the person named. That it is there is known after `check_named`.
fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// Another browser than the one that the person named would be a surprise.
fn check_named(variable: &str) -> Result<(), Failure> {
    match named(variable) {
        Some(path) if !path.is_file() => Err(Failure::new(
            format!("{variable} is set to {}, where there is no program", path.display()),
            format!("{variable} is the full path of a program, or is not set"),
            format!("correct {variable} or unset it, then run the same command again"),
        )),
        _ => Ok(()),
    }
}

/// Asks fontconfig, and Debian where fontconfig's programs are not installed. Other systems bring their own fonts.
fn has_korean(project: &Project) -> bool {
    if project.find_program("fc-list").is_some() {
        return output(project.command("fc-list").args([":lang=ko", "family"])).is_some_and(|fonts| !fonts.is_empty());
    }
    !is_debian() || output(project.command("dpkg").args(["-s", "fonts-noto-cjk"])).is_some()
}

fn is_debian() -> bool {
    // Not Ubuntu: its package chromium is a snap, which does not run in a container.
    fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
}

fn apt(project: &Project) -> Result<(), Failure> {
    let failure = || {
        Failure::new(
            "apt-get could not install the browsers",
            "apt-get reaches Debian's packages; its own message stands above",
            format!("check the network, or run `apt-get update && apt-get install -y {}`", DEBIAN_PACKAGES.join(" ")),
        )
    };
    step("Installing Chromium, its driver, Firefox and Korean fonts with apt-get (once; about 1 minute)", || {
        check(project.command("apt-get").args(["update", "-q"]), failure)?;
        let mut install = project.command("apt-get");
        install.args(["install", "-y", "-q", "--no-install-recommends"]).args(DEBIAN_PACKAGES);
        check(install.env("DEBIAN_FRONTEND", "noninteractive"), failure)
    })
}

/// A driver of another major version refuses the browser with a message that names neither.
fn same_version(project: &Project, browser: Browser) -> Result<Browser, Failure> {
    let major = |program: &Path| -> Option<String> {
        let printed = output(project.command(&program.to_string_lossy()).arg("--version"))?;
        let version = printed.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
        version.split('.').next().map(str::to_owned)
    };
    match (major(&browser.chromium), major(&browser.driver)) {
        (Some(chromium), Some(driver)) if chromium != driver => Err(Failure::new(
            format!("Chromium is of version {chromium}, but ChromeDriver is of version {driver}"),
            "the same major version of both",
            "install matching ones (or name them: CHROMIUM=path, CHROMEDRIVER=path), then run the same command again",
        )),
        _ => Ok(browser),
    }
}

/// webdriver.json of the repository with the browser's place added, for the runner of the wasm tests.
pub fn webdriver_json(project: &Project, browser: &Browser) -> Result<PathBuf, Failure> {
    let from = project.root().join("webdriver.json");
    let text = fs::read_to_string(&from).map_err(|error| Failure::file("Reading", &from, &error))?;
    let with_binary = with_binary(&text, &browser.chromium).ok_or_else(|| {
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
    use super::with_binary;
    use std::path::Path;

    #[test]
    fn the_browsers_place_is_added_to_its_flags() {
        let json = with_binary(include_str!("../../../webdriver.json"), Path::new("/opt/chromium")).unwrap_or_default();
        assert!(json.contains(r#""binary":"/opt/chromium""#), "{json}");
        assert!(json.contains("--headless=new"), "{json}");
        assert_eq!(with_binary("{}", Path::new("/opt/chromium")), None);
    }
}

use serde::Serialize;

/// Every string of the app's page in one language: of the embed builder and the update notice. The widget's own are
/// [`Words`](super::Words); these are never part of the wasm module, and `cargo xtask build` writes them to
/// `app-words.json`, which the page reads when it needs them.
#[derive(Debug, Serialize)]
pub struct AppWords {
    /// Button that opens the embed builder; index.html says it too.
    pub open: &'static str,
    /// Button.
    pub close: &'static str,
    /// Under the heading of the builder.
    pub intro: &'static str,
    /// Heading over the choices of what is shown.
    pub show: &'static str,
    /// Legend.
    pub cities: &'static str,
    /// Under that legend.
    pub cities_hint: &'static str,
    /// Said when a city cannot be taken away.
    pub at_least_two: &'static str,
    /// Accessible name.
    pub move_earlier: &'static str,
    /// Accessible name.
    pub move_later: &'static str,
    /// Said after a city was moved.
    pub moved: &'static str,
    /// Legend.
    pub view: &'static str,
    /// Label.
    pub field: &'static str,
    /// Choice.
    pub all_fields: &'static str,
    /// Label.
    pub year: &'static str,
    /// Legend.
    pub unit: &'static str,
    /// Heading over the choices of how it looks and speaks.
    pub look: &'static str,
    /// Legend.
    pub language: &'static str,
    /// Choice.
    pub language_auto: &'static str,
    /// Name of the language, in itself.
    pub korean: &'static str,
    /// Name of the language, in itself.
    pub english: &'static str,
    /// Legend.
    pub theme: &'static str,
    /// Choice.
    pub theme_auto: &'static str,
    /// Choice.
    pub theme_light: &'static str,
    /// Choice.
    pub theme_dark: &'static str,
    /// Label.
    pub home: &'static str,
    /// Choice.
    pub home_none: &'static str,
    /// Under that label.
    pub home_hint: &'static str,
    /// Checkbox.
    pub state: &'static str,
    /// Heading over the choices of where and in which form.
    pub place: &'static str,
    /// Legend.
    pub form: &'static str,
    /// Form.
    pub lines: &'static str,
    /// When to take it.
    pub lines_hint: &'static str,
    /// Form.
    pub bundle: &'static str,
    /// When to take it.
    pub bundle_hint: &'static str,
    /// Form.
    pub frame: &'static str,
    /// When to take it.
    pub frame_hint: &'static str,
    /// Form.
    pub package: &'static str,
    /// When to take it.
    pub package_hint: &'static str,
    /// Form.
    pub file: &'static str,
    /// When to take it.
    pub file_hint: &'static str,
    /// Label.
    pub base: &'static str,
    /// Under that label.
    pub base_hint: &'static str,
    /// Said when the address cannot be used.
    pub base_wrong: &'static str,
    /// Checkbox.
    pub elsewhere: &'static str,
    /// Heading.
    pub code: &'static str,
    /// Label of a block.
    pub code_page: &'static str,
    /// Label of a block.
    pub code_space: &'static str,
    /// Label of a block.
    pub code_width: &'static str,
    /// Label of a block.
    pub code_install: &'static str,
    /// Label of a block.
    pub code_import: &'static str,
    /// Label of a block.
    pub code_link: &'static str,
    /// Button.
    pub copy: &'static str,
    /// Said after copying.
    pub copied: &'static str,
    /// Said when the browser does not let a page copy.
    pub copy_refused: &'static str,
    /// Under the code: what `integrity` holds.
    pub digest: &'static str,
    /// Instead of that, when the digests cannot be read.
    pub digest_missing: &'static str,
    /// Button.
    pub download: &'static str,
    /// Said while it is fetched.
    pub downloading: &'static str,
    /// Said after it.
    pub downloaded: &'static str,
    /// Said when it cannot be fetched.
    pub download_failed: &'static str,
    /// What the download is.
    pub file_note: &'static str,
    /// Heading.
    pub policy: &'static str,
    /// Label of the block.
    pub policy_label: &'static str,
    /// In plain words.
    pub policy_lines: &'static str,
    /// In plain words.
    pub policy_bundle: &'static str,
    /// In plain words.
    pub policy_frame: &'static str,
    /// In plain words.
    pub policy_file: &'static str,
    /// After the header.
    pub policy_more: &'static str,
    /// When the page is on another server.
    pub cors: &'static str,
    /// When the frame's page is on another server.
    pub frame_origins: &'static str,
    /// About the language in a frame.
    pub frame_language: &'static str,
    /// Title of the frame, and text of a link.
    pub frame_title: &'static str,
    /// Heading.
    pub fallback: &'static str,
    /// What the tables are for.
    pub fallback_note: &'static str,
    /// The same for frames.
    pub fallback_frame: &'static str,
    /// Heading.
    pub preview: &'static str,
    /// Under it.
    pub preview_note: &'static str,
    /// Said when a new version waits.
    pub update: &'static str,
    /// Button.
    pub update_use: &'static str,
    /// Button.
    pub update_later: &'static str,
    /// Name of the installed app.
    pub app_name: &'static str,
    /// The same, under an icon.
    pub app_short: &'static str,
    /// What the app is, for the installer.
    pub app_about: &'static str,
}

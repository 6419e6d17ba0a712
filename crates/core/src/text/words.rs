/// Declares the strings once: the struct, and for tests its fields by name.
macro_rules! strings {
    ($(#[$doc:meta])* pub struct $name:ident { $($(#[$about:meta])* pub $field:ident: &'static str,)+ }) => {
        $(#[$doc])*
        pub struct $name { $($(#[$about])* pub $field: &'static str,)+ }

        #[cfg(any(test, feature = "pseudo"))]
        impl $name {
            /// Every string with its name.
            pub fn entries(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($field), self.$field)),+]
            }

            /// The same strings, each changed by a rule.
            pub fn map(&self, change: impl Fn(&'static str) -> &'static str) -> Self {
                Self { $($field: change(self.$field)),+ }
            }
        }
    };
}

pub(super) use strings;

strings! {
/// Every fixed string of the page in one language. A language is a value of this type: leave one out and it does not compile.
///
/// `{name}` in a string is a place that [`fill`](super::fill) fills, and `{n:one|other}` are words that follow a number.
///
/// ```compile_fail,E0063
/// // A language that lacks a string does not compile.
/// let _ = city_compare_core::text::Words { visions: "Visions" };
/// ```
#[derive(Debug)]
pub struct Words {
    /// Name of the row of view tabs.
    pub views_label: &'static str,
    /// View.
    pub visions: &'static str,
    /// View.
    pub strategies: &'static str,
    /// View.
    pub budgets: &'static str,
    /// View.
    pub sources: &'static str,
    /// Heading when the page gives none.
    pub heading_default: &'static str,
    /// Name of the city chooser.
    pub cities_label: &'static str,
    /// Button.
    pub add_city: &'static str,
    /// Accessible name of an entry of the add menu.
    pub add_city_named: &'static str,
    /// Accessible name of the button on a chip.
    pub remove_city: &'static str,
    /// Accessible name.
    pub move_earlier: &'static str,
    /// Accessible name.
    pub move_later: &'static str,
    /// Said when a city cannot be removed.
    pub at_least_two: &'static str,
    /// Name of the language switch.
    pub language_label: &'static str,
    /// Name of the language, in itself.
    pub korean: &'static str,
    /// Name of the language, in itself.
    pub english: &'static str,
    /// 화면 밝기.
    pub theme_label: &'static str,
    /// Skip link.
    pub skip_to_content: &'static str,
    /// A missing value.
    pub not_in_document: &'static str,
    /// 비예산.
    pub non_budget: &'static str,
    /// 비예산 explained.
    pub non_budget_long: &'static str,
    /// A missing amount.
    pub not_stated: &'static str,
    /// 해당 없음.
    pub not_applicable: &'static str,
    /// A zero that the document states.
    pub stated_zero: &'static str,
    /// Stands where a view will be, while its file is on its way.
    pub part_loading: &'static str,
    /// Stands where a view would be whose file could not be loaded.
    pub part_failed: &'static str,
    /// Button that loads it once more.
    pub try_again: &'static str,
    /// Button that opens the evidence.
    pub evidence_open: &'static str,
    /// Accessible name of that button.
    pub evidence_open_of: &'static str,
    /// Button.
    pub evidence_close: &'static str,
    /// Heading of the panel.
    pub evidence_heading: &'static str,
    /// 문서.
    pub document: &'static str,
    /// 펴낸 곳.
    pub publisher: &'static str,
    /// 펴낸 때.
    pub published: &'static str,
    /// 부분.
    pub section: &'static str,
    /// 줄.
    pub lines: &'static str,
    /// One line.
    pub line_one: &'static str,
    /// Several lines.
    pub line_range: &'static str,
    /// 적힌 그대로.
    pub as_printed: &'static str,
    /// Heading.
    pub corrections: &'static str,
    /// Confidence.
    pub sure: &'static str,
    /// Confidence.
    pub likely: &'static str,
    /// Heading.
    pub contradictions: &'static str,
    /// Heading.
    pub gaps: &'static str,
    /// Between two readings that are as likely.
    pub or_read_as: &'static str,
    /// What a contradiction changes.
    pub rank_figure: &'static str,
    /// What a contradiction changes.
    pub rank_reading: &'static str,
    /// What a contradiction changes.
    pub rank_curiosity: &'static str,
    /// 문서에 적혀 있지 않음.
    pub no_publisher: &'static str,
    /// Mark beside a title that is ours.
    pub title_ours: &'static str,
    /// Link to a source.
    pub open_page: &'static str,
    /// After a link that opens elsewhere; read aloud, drawn as an arrow.
    pub new_window: &'static str,
    /// Row.
    pub vision: &'static str,
    /// Row.
    pub goals: &'static str,
    /// Row.
    pub values: &'static str,
    /// Row.
    pub means: &'static str,
    /// Row.
    pub directions: &'static str,
    /// Row.
    pub main_lines: &'static str,
    /// Row.
    pub structure: &'static str,
    /// Row.
    pub term: &'static str,
    /// Row.
    pub document_row: &'static str,
    /// Row.
    pub figures_row: &'static str,
    /// Row.
    pub lost_row: &'static str,
    /// Structure with a stated count.
    pub stated_listed: &'static str,
    /// Structure without a stated count.
    pub listed_only: &'static str,
    /// Stated, none listed.
    pub stated_none_listed: &'static str,
    /// Part of the strategies view.
    pub outline: &'static str,
    /// Part of the strategies view.
    pub matrix: &'static str,
    /// Name of the part switch.
    pub strategy_parts: &'static str,
    /// 분야.
    pub field: &'static str,
    /// 분야.
    pub fields: &'static str,
    /// Count.
    pub items_one: &'static str,
    /// Count.
    pub items_other: &'static str,
    /// Mark on a mapping.
    pub arguable: &'static str,
    /// 달리 볼 수 있는 것 .
    pub arguable_count: &'static str,
    /// Cell of the matrix.
    pub field_not_addressed: &'static str,
    /// 차례.
    pub sort_by: &'static str,
    /// 분야 번호.
    pub sort_code: &'static str,
    /// 항목 많은 차례.
    pub sort_coverage: &'static str,
    /// 차이 큰 차례.
    pub sort_difference: &'static str,
    /// Title of the coverage plot.
    pub coverage_title: &'static str,
    /// Note.
    pub coverage_method: &'static str,
    /// Button.
    pub show_all: &'static str,
    /// Button.
    pub show_fewer: &'static str,
    /// Button.
    pub expand_all: &'static str,
    /// Button.
    pub collapse_all: &'static str,
    /// 간추림.
    pub summary_label: &'static str,
    /// 담당 부서.
    pub department: &'static str,
    /// 함께하는 곳.
    pub partners: &'static str,
    /// 기간.
    pub period: &'static str,
    /// 일정.
    pub schedule: &'static str,
    /// 지표.
    pub indicators: &'static str,
    /// 시행 전.
    pub before: &'static str,
    /// 시행 후.
    pub after: &'static str,
    /// 수치.
    pub quantities: &'static str,
    /// 법적 근거.
    pub legal_basis: &'static str,
    /// 예산.
    pub budget: &'static str,
    /// 재원.
    pub funding: &'static str,
    /// Children of an item.
    pub parts: &'static str,
    /// Tables of a document.
    pub tables: &'static str,
    /// Button.
    pub item_back: &'static str,
    /// Part of the budgets view.
    pub city_budgets: &'static str,
    /// Part of the budgets view.
    pub plan_budgets: &'static str,
    /// Part of the budgets view.
    pub headline_figures: &'static str,
    /// Name of the part switch.
    pub budget_parts: &'static str,
    /// Name of a switch.
    pub show_as: &'static str,
    /// 금액.
    pub unit_amount: &'static str,
    /// 주민 1인당.
    pub unit_per_resident: &'static str,
    /// 비중.
    pub unit_share: &'static str,
    /// 연도.
    pub year: &'static str,
    /// 모든 연도.
    pub year_all: &'static str,
    /// 묶기.
    pub group_by: &'static str,
    /// 사업.
    pub group_initiative: &'static str,
    /// 부서.
    pub group_department: &'static str,
    /// 과제 묶음.
    pub group_group: &'static str,
    /// 분야.
    pub group_field: &'static str,
    /// 연도.
    pub group_year: &'static str,
    /// Name of a choice.
    pub what: &'static str,
    /// 총계.
    pub what_total: &'static str,
    /// 회계별.
    pub what_accounts: &'static str,
    /// 분야별.
    pub what_fields: &'static str,
    /// 해마다.
    pub what_years: &'static str,
    /// Check box.
    pub only_comparable: &'static str,
    /// Switch.
    pub as_table: &'static str,
    /// Switch.
    pub as_chart: &'static str,
    /// Disclosure.
    pub data_table: &'static str,
    /// Heading.
    pub notes: &'static str,
    /// Heading of notes.
    pub notes_not_comparable: &'static str,
    /// Heading of notes.
    pub notes_contradiction: &'static str,
    /// Heading of notes.
    pub notes_missing: &'static str,
    /// Heading of notes.
    pub notes_method: &'static str,
    /// 출처.
    pub source_line: &'static str,
    /// Name of the data that are compiled in, before their version.
    pub dataset_name: &'static str,
    /// The same for data that the page brought without a name.
    pub dataset_own: &'static str,
    /// Note.
    pub note_nominal: &'static str,
    /// Stage.
    pub proposed: &'static str,
    /// Stage.
    pub adopted: &'static str,
    /// 일반회계.
    pub account_general: &'static str,
    /// 특별회계.
    pub account_special: &'static str,
    /// 총계.
    pub account_total: &'static str,
    /// 회계 미상.
    pub account_unknown: &'static str,
    /// Part of a bar.
    pub not_itemised: &'static str,
    /// Part of a bar.
    pub source_not_stated: &'static str,
    /// Funding source.
    pub national: &'static str,
    /// Funding source.
    pub province: &'static str,
    /// Funding source.
    pub city_funds: &'static str,
    /// Funding source.
    pub education_office: &'static str,
    /// Funding source.
    pub public_corporation: &'static str,
    /// Funding source.
    pub private_funds: &'static str,
    /// Funding source.
    pub self_funds: &'static str,
    /// Plot.
    pub title_totals: &'static str,
    /// Plot.
    pub title_totals_per: &'static str,
    /// Plot.
    pub title_accounts: &'static str,
    /// Plot.
    pub title_fields: &'static str,
    /// Plot.
    pub title_field_shares: &'static str,
    /// Plot.
    pub title_years: &'static str,
    /// Plot.
    pub title_years_per: &'static str,
    /// Plot.
    pub title_plan: &'static str,
    /// Plot.
    pub title_figures: &'static str,
    /// fiscal_year.
    pub fiscal_year: &'static str,
    /// Note.
    pub note_years_differ: &'static str,
    /// Note.
    pub note_stages_differ: &'static str,
    /// Note.
    pub note_accounts_differ: &'static str,
    /// Note.
    pub note_metropolitan: &'static str,
    /// Note.
    pub note_no_year: &'static str,
    /// Note.
    pub note_no_fields: &'static str,
    /// Note.
    pub note_population: &'static str,
    /// Note.
    pub note_no_population: &'static str,
    /// Note.
    pub note_two_values: &'static str,
    /// Note.
    pub note_rounded: &'static str,
    /// Note.
    pub note_plan_none: &'static str,
    /// Note.
    pub note_plan_counts: &'static str,
    /// Note.
    pub note_plan_year: &'static str,
    /// Note.
    pub note_header_basis: &'static str,
    /// Note.
    pub note_funding_over: &'static str,
    /// Note.
    pub note_figures: &'static str,
    /// Note.
    pub note_field_several: &'static str,
    /// Note.
    pub note_sheet_contradiction: &'static str,
    /// Said in place of an empty chart.
    pub empty_plot: &'static str,
    /// 모든 내용은 아래 문서에서 왔습니다. 문서가 다르면 쓰임도 다릅니다: 계획, 안내 쪽, 기사는 그대로 견줄 수 없는 것이 있습니다..
    pub sources_intro: &'static str,
    /// Heading.
    pub plan_documents: &'static str,
    /// Heading.
    pub budget_documents: &'static str,
    /// Heading.
    pub cautions: &'static str,
    /// Heading.
    pub conflicts: &'static str,
    /// Heading.
    pub glossary: &'static str,
    /// Heading.
    pub not_found: &'static str,
    /// 계획.
    pub kind_plan: &'static str,
    /// 시 누리집 안내.
    pub kind_official_page: &'static str,
    /// 언론 보도.
    pub kind_news_article: &'static str,
    /// 재정 자료.
    pub kind_budget_report: &'static str,
    /// 개인 블로그.
    pub kind_blog: &'static str,
    /// 기초 시.
    pub city_kind_city: &'static str,
    /// 광역시.
    pub city_kind_metropolitan: &'static str,
    /// 주민 .
    pub residents: &'static str,
    /// file_lines.
    pub file_lines: &'static str,
    /// 맞지 않는 곳 .
    pub contradictions_other: &'static str,
    /// 맞지 않는 곳 .
    pub contradictions_one: &'static str,
    /// 반올림으로만 다른 것 .
    pub rounding_other: &'static str,
    /// 반올림으로만 다른 것 .
    pub rounding_one: &'static str,
    /// 바로잡아 읽은 곳 .
    pub corrections_other: &'static str,
    /// 바로잡아 읽은 곳 .
    pub corrections_one: &'static str,
    /// 찾기.
    pub search: &'static str,
    /// Hint of the search field.
    pub search_hint: &'static str,
    /// ‘.
    pub search_none: &'static str,
    /// search_found_one.
    pub search_found_one: &'static str,
    /// search_found_other.
    pub search_found_other: &'static str,
    /// 찾기 지우기.
    pub search_clear: &'static str,
    /// Heading in an item.
    pub alike: &'static str,
    /// 비슷한 것을 찾지 못했습니다..
    pub alike_none: &'static str,
    /// 비슷한 정도 .
    pub alike_score: &'static str,
    /// 두 글자·세 글자 묶음이 얼마나 겹치는지로 잰 값입니다(0~1). 뜻이 같다는 보증은 아닙니다..
    pub alike_method: &'static str,
    /// Part of the strategies view.
    pub topics: &'static str,
    /// 둘 넘는 도시의 문서에 함께 나오는 주제입니다..
    pub topics_intro: &'static str,
    /// Heading.
    pub only_one: &'static str,
    /// 거르기.
    pub filters: &'static str,
    /// 모두.
    pub filter_any: &'static str,
    /// 단계.
    pub level: &'static str,
    /// 금액 적힌 것만.
    pub has_budget: &'static str,
    /// 지표 있는 것만.
    pub has_indicator: &'static str,
    /// ‘.
    pub remove_filter: &'static str,
    /// 조건에 맞는 항목이 없습니다. 조건을 하나씩 풀어 보십시오..
    pub filter_none: &'static str,
    /// CSV 내려받기.
    pub download_csv: &'static str,
    /// JSON 내려받기.
    pub download_json: &'static str,
    /// SVG 내려받기.
    pub download_svg: &'static str,
    /// PNG 내려받기.
    pub download_png: &'static str,
    /// 인용문 복사.
    pub copy_citation: &'static str,
    /// 이 화면 주소 복사.
    pub copy_link: &'static str,
    /// 복사했습니다..
    pub copied: &'static str,
    /// Said when the browser does not let a page copy.
    pub copy_refused: &'static str,
    /// Over a text that is shown for a reader to copy.
    pub text_to_copy: &'static str,
    /// Said after a file was offered: a browser may do nothing.
    pub file_offered: &'static str,
    /// Said when a browser makes no file.
    pub file_refused: &'static str,
    /// Said when no picture came of a drawing.
    pub picture_failed: &'static str,
    /// Button.
    pub share_file: &'static str,
    /// Button.
    pub show_text: &'static str,
    /// Name of the row of exports.
    pub take_along: &'static str,
    /// 인쇄.
    pub printing: &'static str,
    /// Shown while wasm loads.
    pub loading: &'static str,
    /// Level.
    pub lvl_vision: &'static str,
    /// Level.
    pub lvl_goal: &'static str,
    /// Level.
    pub lvl_value: &'static str,
    /// Level.
    pub lvl_means: &'static str,
    /// Level.
    pub lvl_direction: &'static str,
    /// Level.
    pub lvl_pillar: &'static str,
    /// Level.
    pub lvl_group: &'static str,
    /// Level.
    pub lvl_strategy: &'static str,
    /// Level.
    pub lvl_initiative: &'static str,
    /// Level.
    pub lvl_action: &'static str,
    /// Level.
    pub lvl_core_project: &'static str,
    /// amount_annual.
    pub amount_annual: &'static str,
    /// 앞서 쓴 돈.
    pub amount_prior: &'static str,
    /// 총사업비.
    pub amount_total: &'static str,
    /// 머리표.
    pub basis_header: &'static str,
    /// 본문.
    pub basis_body: &'static str,
    /// Polite announcement.
    pub status_cities: &'static str,
    /// Polite announcement.
    pub status_view: &'static str,
    /// An attribute of the element that cannot be read.
    pub problem_option: &'static str,
    /// 출처 .
    pub source_count_one: &'static str,
    /// 출처 .
    pub source_count_other: &'static str,
    /// Heading sentence of the view.
    pub heading_visions: &'static str,
    /// Heading sentence of the view.
    pub heading_strategies: &'static str,
    /// Heading sentence of the view.
    pub heading_budgets_none: &'static str,
    /// Heading sentence of the view.
    pub heading_budgets: &'static str,
    /// Heading sentence of the view.
    pub heading_plan: &'static str,
    /// Heading sentence of the view.
    pub heading_figures: &'static str,
    /// Heading sentence of the view.
    pub heading_sources: &'static str,
    /// Instruction for the keyboard, read once.
    pub chart_help: &'static str,
    /// Shown until something is pointed at.
    pub chart_hint: &'static str,
    /// A link from another version.
    pub link_unread: &'static str,
    /// Note.
    pub note_itemised: &'static str,
    /// Said when a query was read as initial consonants.
    pub search_initials: &'static str,
    /// Explains the list.
    pub only_method: &'static str,
    /// A value that no source states.
    pub no_value: &'static str,
    /// Cell of the matrix under filters.
    pub filter_no_fit: &'static str,
    /// Note under a filtered plot.
    pub note_filtered: &'static str,
    /// Heading sentence of the filtered view.
    pub heading_filtered: &'static str,
    /// Leads from an item to its bar.
    pub to_budget_line: &'static str,
    /// Said beside a bar whose document contradicts itself about the money.
    pub amounts_disagree: &'static str,
    /// An amount for each resident, rounded.
    pub each_resident: &'static str,
    /// A rounded amount.
    pub about: &'static str,
    /// An amount or share that rounds to nothing.
    pub less_than: &'static str,
    /// An amount for each resident that rounds to nothing.
    pub under_one_won: &'static str,
    /// An amount as a part of a budget.
    pub share_of_budget: &'static str,
    /// Why there is no share.
    pub no_share_years: &'static str,
    /// Why there is no share.
    pub no_share_budget: &'static str,
    /// Why there is no share.
    pub no_share_disagree: &'static str,
    /// Why there is no share.
    pub no_share_others: &'static str,
    /// Why there is no share.
    pub no_share_figure: &'static str,
    /// Count of what is to be done.
    pub plans_one: &'static str,
    /// Count of what is to be done.
    pub plans_other: &'static str,
    /// How many of the plans concern only the city's staff.
    pub staff_count: &'static str,
    /// How many items are no plan, role by role.
    pub rest_count: &'static str,
    /// Label of a count.
    pub counted: &'static str,
    /// Name of a role.
    pub role_plan: &'static str,
    /// Name of a role.
    pub role_result: &'static str,
    /// Name of a role.
    pub role_frame: &'static str,
    /// Name of a role.
    pub role_context: &'static str,
    /// Name of a role.
    pub role_step: &'static str,
    /// Name of a role.
    pub role_publicity: &'static str,
    /// Name of a role.
    pub role_terms: &'static str,
    /// Said of an item that is no plan.
    pub no_plan: &'static str,
    /// Said of a plan for the city's own staff.
    pub staff_only: &'static str,
    /// Name of a level.
    pub lvl_section: &'static str,
    /// Kind of an amount.
    pub amount_undated: &'static str,
    /// Kind of an amount.
    pub amount_private: &'static str,
    /// Said of a budget of which only shares are stated.
    pub funding_only: &'static str,
}
}

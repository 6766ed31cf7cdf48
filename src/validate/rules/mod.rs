//! The built-in rules, each a type with its page.
//!
//! To add one: write its file, and give it a `mod` line and a line in the list below.

mod bidi_control;
mod boilerplate_in_body;
mod dangling_citation;
mod duplicate_heading;
mod duplicate_perspective;
mod duplicate_reference;
mod empty_list;
mod empty_section;
mod future_date;
mod heading_stance_mismatch;
mod identical_perspectives;
mod impossible_date;
mod inferred_role;
mod insecure_link;
mod invisible_characters;
mod language_mismatch;
mod link_text_mismatch;
mod lost_list;
mod missing_author;
mod missing_language;
mod missing_perspective;
mod missing_reference;
mod missing_section;
mod missing_summary;
mod missing_title;
mod mojibake;
mod one_sided;
mod overlong_teaser;
mod placeholder_text;
mod raw_html;
mod section_order;
mod shortened_link;
mod tracking_parameters;
mod truncated_text;
mod unbalanced_perspectives;
mod uncited_reference;
mod unknown_stance;
mod unsafe_link;

use super::rule::Rule;

/// Declares a rule's type, with its page as a block comment: the page is written once, and is both what rustdoc shows
/// and what [`Rule::documentation`] gives.
macro_rules! documented {
    (#[doc = $page:literal] pub struct $rule:ident;) => {
        #[doc = $page]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub struct $rule;

        impl $rule {
            pub(super) const BUILT_IN: Self = Self;
            const PAGE: &'static str = $page.trim_ascii();
        }
    };
    // A rule with options: it says itself how it is built in.
    (#[doc = $page:literal] pub struct $rule:ident { $($option:tt)+ }) => {
        #[doc = $page]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub struct $rule { $($option)+ }

        impl $rule {
            const PAGE: &'static str = $page.trim_ascii();
        }
    };
}

use documented;

/// Declares the list, and makes its rules public.
macro_rules! list {
    ($($file:ident :: $rule:ident,)+) => {
        $(pub use $file::$rule;)+

        /// Every built-in rule, in the order in which they run.
        ///
        /// # Examples
        ///
        /// ```
        /// use commentary::validate::rules;
        ///
        /// assert!(rules::ALL.iter().any(|rule| rule.name() == "one-sided"));
        /// ```
        pub const ALL: &[&dyn Rule] = &[$(&$rule::BUILT_IN),+];
    };
}

list! {
    missing_title::MissingTitle,
    missing_author::MissingAuthor,
    missing_reference::MissingReference,
    missing_summary::MissingSummary,
    missing_section::MissingSection,
    missing_perspective::MissingPerspective,
    one_sided::OneSided,
    duplicate_perspective::DuplicatePerspective,
    empty_section::EmptySection,
    lost_list::LostList,
    unsafe_link::UnsafeLink,
    insecure_link::InsecureLink,
    tracking_parameters::TrackingParameters,
    shortened_link::ShortenedLink,
    link_text_mismatch::LinkTextMismatch,
    raw_html::RawHtml,
    invisible_characters::InvisibleCharacters,
    bidi_control::BidiControl,
    mojibake::Mojibake,
    dangling_citation::DanglingCitation,
    uncited_reference::UncitedReference,
    duplicate_reference::DuplicateReference,
    section_order::SectionOrder,
    identical_perspectives::IdenticalPerspectives,
    duplicate_heading::DuplicateHeading,
    empty_list::EmptyList,
    unknown_stance::UnknownStance,
    missing_language::MissingLanguage,
    future_date::FutureDate,
    impossible_date::ImpossibleDate,
    overlong_teaser::OverlongTeaser,
    placeholder_text::PlaceholderText,
    truncated_text::TruncatedText,
    boilerplate_in_body::BoilerplateInBody,
    language_mismatch::LanguageMismatch,
    heading_stance_mismatch::HeadingStanceMismatch,
    unbalanced_perspectives::UnbalancedPerspectives,
    inferred_role::InferredRole,
}

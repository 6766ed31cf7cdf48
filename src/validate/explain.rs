//! The page of a finding, by its name.

use crate::source::Notice;

use super::{allowance, rules, unknown};

/// Findings of the validator that no rule makes, with their pages.
const BESIDE_THE_RULES: &[(&str, &str)] = &[(unknown::NAME, unknown::PAGE), (allowance::UNUSED, allowance::PAGE)];

/// The page of the finding of this name, in Markdown, or `None` where neither a built-in rule nor the reading of a text has
/// one.
///
/// For a rule it is the text that stands at the rule's type in [`rules`].
///
/// # Examples
///
/// ```
/// use commentary::validate::explain;
///
/// let page = explain("lost-list").unwrap();
/// assert!(page.starts_with("Reports a paragraph that announces a list"));
/// assert!(explain("unread-date").is_some());
/// assert_eq!(explain("lost-lists"), None);
/// ```
#[must_use]
pub fn explain(name: &str) -> Option<&'static str> {
    if let Some((_, page)) = BESIDE_THE_RULES.iter().find(|(own, _)| *own == name) {
        return Some(page);
    }
    if let Some(notice) = Notice::ALL.iter().find(|notice| notice.name == name) {
        return Some(notice.page);
    }
    rules::ALL.iter().find(|rule| rule.name() == name).map(|rule| rule.documentation())
}

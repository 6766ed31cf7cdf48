//! The page of a rule, by its name.

use super::{rules, unknown};

/// The page of the built-in rule of this name, in Markdown, or `None` where there is no such rule.
///
/// It is the text that stands at the rule's type in [`rules`].
///
/// # Examples
///
/// ```
/// use commentary::validate::explain;
///
/// let page = explain("lost-list").unwrap();
/// assert!(page.starts_with("Reports a paragraph that announces a list"));
/// assert_eq!(explain("lost-lists"), None);
/// ```
#[must_use]
pub fn explain(name: &str) -> Option<&'static str> {
    if name == unknown::NAME {
        return Some(unknown::PAGE);
    }
    rules::ALL.iter().find(|rule| rule.name() == name).map(|rule| rule.documentation())
}

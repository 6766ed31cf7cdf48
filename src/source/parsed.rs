//! What was read from a text.

use super::{Entry, SourceMap};
use crate::diagnostic::Report;
use crate::model::Article;

/// What was read from a text.
///
/// # Examples
///
/// ```
/// use commentary::{Role, Stance, parse};
///
/// let parsed = parse(
///     "A roof over the canal\n\nOptimistic view\n\nEvery mile saves water.\n\nPessimistic view\n\nThe grant will end.\n",
/// );
/// assert_eq!(parsed.article.title.as_deref(), Some("A roof over the canal"));
/// let stances: Vec<&Stance> = parsed.article.sections.iter().filter_map(|section| section.stance()).collect();
/// assert_eq!(stances, [&Stance::Optimistic, &Stance::Pessimistic]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Parsed {
    /// The article.
    pub article: Article,
    /// What was noticed on the way.
    pub report: Report,
    /// Where each byte of the text went, and why.
    pub source: SourceMap,
}

impl Parsed {
    /// The parts of the text whose role could not be told, or that found no place in the article's head. They are kept in
    /// sections with the role `unclassified`; the report has a finding for each.
    ///
    /// # Examples
    ///
    /// ```
    /// let text = "Camille Roy\n31 février 2025\nArticle en référence: https://a.example/\n";
    /// let parsed = commentary::parse(text);
    /// let left: Vec<&str> = parsed.unclassified().filter_map(|entry| entry.span().slice(text)).collect();
    /// assert_eq!(left, ["31 février 2025"]);
    /// assert!(parsed.report.find("unclassified").is_some());
    /// ```
    pub fn unclassified(&self) -> impl Iterator<Item = &Entry> {
        self.source.unclassified(&self.article)
    }
}

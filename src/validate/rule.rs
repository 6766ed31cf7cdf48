//! What a rule is: a page of documentation with a check and two articles that prove it.

use std::fmt;

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Article;
use crate::profile::Profile;

use super::subject::Subject;

/// A rule that articles are checked against.
///
/// A rule of your own is given to [`Validator::rule`](super::Validator::rule). Its [`bad`](Self::bad) and
/// [`good`](Self::good) articles are for its tests: the rule must find something in one and nothing in the other.
///
/// # Examples
///
/// ```
/// use commentary::validate::{Rule, Subject};
/// use commentary::{Article, Diagnostic, Path, Profile, Severity, Validator};
///
/// /// Reports a headline that shouts.
/// #[derive(Debug)]
/// struct LoudTitle;
///
/// impl Rule for LoudTitle {
///     fn name(&self) -> &'static str {
///         "loud-title"
///     }
///     fn severity(&self) -> Severity {
///         Severity::Note
///     }
///     fn documentation(&self) -> &'static str {
///         "Reports a headline that shouts."
///     }
///     fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
///         let article = subject.article();
///         if article.title.as_ref().is_some_and(|title| title.ends_with('!')) {
///             found(self.finding("the headline shouts").at(Path::root().key("title")));
///         }
///     }
///     fn bad(&self) -> Article {
///         Article::new("The canal is gone!")
///     }
///     fn good(&self) -> Article {
///         Article::new("The canal is gone")
///     }
/// }
///
/// let validator = Validator::new(Profile::any()).rule(LoudTitle);
/// assert!(validator.run(&LoudTitle.bad()).find("loud-title").is_some());
/// assert!(validator.run(&LoudTitle.good()).find("loud-title").is_none());
/// ```
pub trait Rule: fmt::Debug + Send + Sync {
    /// The stable kebab-case name, which reads well after "allow".
    fn name(&self) -> &'static str;

    /// How much its findings matter unless the rule says otherwise in a finding.
    fn severity(&self) -> Severity;

    /// The page that explains it, in Markdown. The first line is a sentence; the pages of the built-in rules go on with
    /// the headings What it does, Why, Example and Use instead.
    fn documentation(&self) -> &'static str;

    /// Looks at an article and hands each finding to `found`.
    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic));

    /// An article in which this rule finds something, judged by [`genre`](Self::genre).
    fn bad(&self) -> Article;

    /// An article in which this rule finds nothing, judged by [`genre`](Self::genre).
    fn good(&self) -> Article;

    /// For a rule that looks at the map of a text: a text in which it finds something once it is read, and one in which it
    /// finds nothing. They stand in for its two articles.
    fn texts(&self) -> Option<[&'static str; 2]> {
        None
    }

    /// The genre by which its two articles are judged.
    fn genre(&self) -> Profile {
        Profile::any()
    }

    /// A finding of this rule on the article as a whole, with the rule's own name and severity.
    fn finding(&self, message: impl Into<String>) -> Diagnostic
    where
        Self: Sized,
    {
        Diagnostic::new(self.name(), self.severity(), message)
    }
}

//! Findings: what was noticed in a text or an article, how much it matters, and where.

mod escape;
mod excerpt;
mod fix;
mod level;
mod report;

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::path::Path;
use crate::span::Span;

pub(crate) use escape::is_unsafe;
pub use escape::{Escaped, escape, quote};
pub use excerpt::Excerpt;
pub use fix::{Edit, Fix, Replacement};
pub use level::Level;
pub use report::Report;

/// How much a finding matters.
///
/// # Examples
///
/// ```
/// use commentary::Severity;
///
/// assert!(Severity::Error > Severity::Warning);
/// assert_eq!(Severity::Note.to_string(), "note");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Probably not what was meant.
    Warning,
    /// Must be mended before the article is used.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// One finding.
///
/// Its name is stable: it can be matched on, allowed and looked up, and never changes its meaning. `Display` gives one
/// line that is safe to print: control, bidirectional and invisible characters are escaped.
///
/// # Examples
///
/// ```
/// use commentary::{Diagnostic, Path, Severity, Span};
///
/// let finding = Diagnostic::new("lost-list", Severity::Warning, "a list is announced and does not follow")
///     .at(Path::section(0).key("body").index(1))
///     .with_span(Span::new(40, 61))
///     .with_help("add the list, or end the sentence");
/// assert_eq!(
///     finding.to_string(),
///     "warning[lost-list]: a list is announced and does not follow (sections[0].body[1])"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The stable kebab-case name of the rule or of the parser's finding.
    pub name: Cow<'static, str>,
    /// How much it matters.
    pub severity: Severity,
    /// What was found, in one sentence without a full stop.
    pub message: String,
    /// Where in the article.
    #[serde(default, skip_serializing_if = "Path::is_root")]
    pub path: Path,
    /// Where in the source text, where the article came from one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// What to do about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// What mends it, where that is safe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// The longest message, in bytes; a longer one is cut.
    pub const MAX_MESSAGE: usize = 500;

    /// A finding on the article as a whole.
    #[must_use]
    pub fn new(name: impl Into<Cow<'static, str>>, severity: Severity, message: impl Into<String>) -> Self {
        let mut message = message.into();
        if message.len() > Self::MAX_MESSAGE {
            let end = (0..=Self::MAX_MESSAGE - '…'.len_utf8()).rev().find(|&at| message.is_char_boundary(at));
            message.truncate(end.unwrap_or(0));
            message.push('…');
        }
        Self { name: name.into(), severity, message, path: Path::root(), span: None, help: None, fix: None }
    }

    /// This finding at a place in the article.
    #[must_use]
    pub fn at(mut self, path: Path) -> Self {
        self.path = path;
        self
    }

    /// This finding at a place in the source text.
    #[must_use]
    pub fn with_span(mut self, span: impl Into<Option<Span>>) -> Self {
        self.span = span.into();
        self
    }

    /// This finding with advice on what to do.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// This finding with a change that mends it.
    #[must_use]
    pub fn with_fix(mut self, fix: impl Into<Option<Fix>>) -> Self {
        self.fix = fix.into();
        self
    }

    /// The finding with the line of `source` that it points to, and a caret below the place.
    #[must_use]
    pub const fn excerpt<'a>(&'a self, source: &'a str) -> Excerpt<'a> {
        Excerpt::new(self, source)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]: {}", self.severity, escape(&self.name), escape(&self.message))?;
        if !self.path.is_root() {
            write!(f, " ({})", escape(&self.path.to_string()))?;
        }
        Ok(())
    }
}

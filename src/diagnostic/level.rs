//! How strictly a rule applies.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Severity;

/// How strictly a rule applies: its findings are reported with this severity, or not at all.
///
/// # Examples
///
/// ```
/// use commentary::{Level, Severity};
///
/// assert_eq!(Level::from(Severity::Note), Level::Note);
/// assert_eq!(Level::Error.severity(), Some(Severity::Error));
/// assert_eq!(Level::Allow.severity(), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// What the rule finds is allowed.
    Allow,
    /// Findings are notes.
    Note,
    /// Findings are warnings.
    Warning,
    /// Findings are errors.
    Error,
}

impl Level {
    /// The severity of findings, or `None` where they are allowed.
    #[must_use]
    pub const fn severity(self) -> Option<Severity> {
        match self {
            Self::Allow => None,
            Self::Note => Some(Severity::Note),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

impl From<Severity> for Level {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Note => Self::Note,
            Severity::Warning => Self::Warning,
            Severity::Error => Self::Error,
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.severity() {
            Some(severity) => severity.fmt(f),
            None => f.pad("allow"),
        }
    }
}

//! All findings of one run.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Diagnostic, Severity};

/// The findings of one run, in the order of their places.
///
/// A report keeps at most [`MAX_FINDINGS`](Self::MAX_FINDINGS); what is beyond is counted.
///
/// # Examples
///
/// ```
/// use commentary::{Diagnostic, Report, Severity};
///
/// let mut report = Report::new();
/// report.push(Diagnostic::new("missing-title", Severity::Error, "the article has no title"));
/// assert!(report.has_errors());
/// assert_eq!(report.names(), ["missing-title"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Report {
    findings: Vec<Diagnostic>,
    #[serde(default, skip_serializing_if = "is_zero")]
    omitted: usize,
}

/// True for nothing omitted.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

impl Report {
    /// How many findings a report keeps.
    pub const MAX_FINDINGS: usize = 1000;

    /// A report without findings.
    #[must_use]
    pub const fn new() -> Self {
        Self { findings: Vec::new(), omitted: 0 }
    }

    /// Adds a finding, or counts it where the report is full.
    pub fn push(&mut self, finding: Diagnostic) {
        if self.findings.len() < Self::MAX_FINDINGS {
            self.findings.push(finding);
        } else {
            self.omitted += 1;
        }
    }

    /// Adds the findings of another report.
    pub fn append(&mut self, other: Self) {
        self.omitted += other.omitted;
        other.findings.into_iter().for_each(|finding| self.push(finding));
    }

    /// Puts the findings in the order of their places in the source, then in the article; equal places keep theirs.
    pub fn sort(&mut self) {
        let key = |finding: &Diagnostic| (finding.span.map_or((0, 0), |span| (span.start() + 1, span.end())),);
        self.findings.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.path.cmp(&b.path)));
    }

    /// The findings.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.findings.iter()
    }

    /// The findings, for changing severities or adding spans.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, Diagnostic> {
        self.findings.iter_mut()
    }

    /// The number of findings kept.
    #[must_use]
    pub fn len(&self) -> usize {
        self.findings.len()
    }

    /// True where nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// How many findings were left out because the report was full.
    #[must_use]
    pub const fn omitted(&self) -> usize {
        self.omitted
    }

    /// The worst severity, or `None` where nothing was found.
    #[must_use]
    pub fn severity(&self) -> Option<Severity> {
        self.findings.iter().map(|finding| finding.severity).max()
    }

    /// True where a finding is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.severity() == Some(Severity::Error)
    }

    /// The names of the findings, in order.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        self.findings.iter().map(|finding| &*finding.name).collect()
    }

    /// The first finding with this name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Diagnostic> {
        self.findings.iter().find(|finding| finding.name == name)
    }
}

impl<'a> IntoIterator for &'a Report {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Report {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.findings.into_iter()
    }
}

impl FromIterator<Diagnostic> for Report {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(findings: I) -> Self {
        let mut report = Self::new();
        findings.into_iter().for_each(|finding| report.push(finding));
        report
    }
}

impl fmt::Display for Report {
    /// One line for each finding.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.findings.iter().try_for_each(|finding| writeln!(f, "{finding}"))?;
        if self.omitted > 0 {
            writeln!(f, "and {} more findings", self.omitted)?;
        }
        Ok(())
    }
}

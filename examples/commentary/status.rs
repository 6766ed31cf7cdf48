//! How a run ended, for the shell.

use std::process::ExitCode;

use commentary::Report;

/// How a run ended. The worst of several counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// No finding is an error: 0.
    Clean,
    /// A finding is an error: 1.
    Errors,
    /// Something could not be read or written, or was asked for wrongly: 2.
    Failed,
}

impl From<&Report> for Status {
    fn from(report: &Report) -> Self {
        if report.has_errors() { Self::Errors } else { Self::Clean }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

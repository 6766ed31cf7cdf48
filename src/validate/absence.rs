//! What the absence of an expected section is worth.

use crate::diagnostic::Severity;
use crate::profile::Presence;

/// The severity of a finding that a section is absent, or `None` where it may be.
pub(super) const fn severity(presence: Presence) -> Option<Severity> {
    match presence {
        Presence::Required => Some(Severity::Error),
        Presence::Usual => Some(Severity::Warning),
        Presence::Optional => None,
    }
}

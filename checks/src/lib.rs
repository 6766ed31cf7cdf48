//! What the tests and benchmarks of `commentary` share: made-up articles, labelled samples, hostile files, timing.

pub mod corpus;
pub mod hostile;
pub mod mutate;
pub mod promises;
pub mod random;
pub mod ratio;
pub mod samples;
pub mod schemas;
pub mod score;

use std::io::Write;
use std::path::{Path, PathBuf};

/// Where something lies that is not part of the repository: at the place that `variable` names, else at `beside`, a path
/// from the folder that holds the repository.
///
/// # Panics
///
/// Where `variable` is set and names nothing: whoever sets it does not want the checks skipped.
fn outside(variable: &str, beside: &str) -> Option<PathBuf> {
    if let Some(named) = std::env::var_os(variable).filter(|_| !variable.is_empty()) {
        let named = PathBuf::from(named);
        assert!(named.exists(), "{variable} names {named:?}, which is not there");
        return Some(named);
    }
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(beside);
    found.exists().then_some(found)
}

/// Says on standard error that a check is skipped, past the capture of the test harness.
fn note_skipped(what: &str) {
    // A note that cannot be written is no reason to fail.
    writeln!(std::io::stderr(), "{what} are not here: skipped").unwrap_or_default();
}

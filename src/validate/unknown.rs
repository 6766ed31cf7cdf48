//! The finding for a name that belongs to no rule.

use crate::diagnostic::{Diagnostic, Severity, quote};

/// The name of the finding.
pub(super) const NAME: &str = "unknown-rule";

/// Its page. It is no rule itself: it looks at what the caller asked for, not at the article.
pub(super) const PAGE: &str = "\
Reports a name that was allowed or given a severity and belongs to no rule.

# What it does
Compares the names given to `Validator::allow` and `Validator::severity` with those of the rules that run.

# Why
A name with a slip in it changes nothing, and nobody would notice.

# Example
```text
allow lost-lists
```

# Use instead
```text
allow lost-list
```";

/// The finding for `name`, with the names that it could have been.
pub(super) fn finding(name: &str, known: &[&str]) -> Diagnostic {
    Diagnostic::new(NAME, Severity::Warning, format!("there is no rule {}", quote(name)))
        .with_help(format!("write one of {}", known.join(", ")))
}

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
    let help = match nearest(name, known) {
        Some(near) => format!("write {near}"),
        None => "write the name of a rule, as it stands in the brackets of a finding".to_owned(),
    };
    Diagnostic::new(NAME, Severity::Warning, format!("there is no rule {}", quote(name))).with_help(help)
}

/// The known name that is most like `name`: at most a third of its letters differ.
fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let distances = known.iter().map(|&other| (distance(name, other), other));
    let (distance, nearest) = distances.min()?;
    (distance * 3 <= nearest.len()).then_some(nearest)
}

/// How many letters must be put in, taken out or changed to make one name of the other (Levenshtein). A name longer than
/// any rule's is as far as can be.
fn distance(one: &str, other: &str) -> usize {
    const LONGEST: usize = 64;
    if one.len() > LONGEST {
        return usize::MAX / 4;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, a) in one.bytes().enumerate() {
        let mut diagonal = line;
        let mut left = line + 1;
        for (cell, b) in row.iter_mut().skip(1).zip(other.bytes()) {
            let above = *cell;
            left = (diagonal + usize::from(a != b)).min(above + 1).min(left + 1);
            diagonal = above;
            *cell = left;
        }
        row.first_mut().into_iter().for_each(|first| *first = line + 1);
    }
    row.last().copied().unwrap_or(usize::MAX / 4)
}

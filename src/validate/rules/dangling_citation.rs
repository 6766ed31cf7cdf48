//! The rule `dangling-citation`.

use std::collections::HashSet;

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::model::{Article, Citation, Inline, Paragraph, Section};
use crate::validate::parts::Part;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports a citation that leads to no source.

# What it does
Finds citations, such as `[3]`, whose id no reference has. Where no reference has an id at all, a number counts the
references from 1. Each id is reported once.

# Why
The reader looks for the third source and finds two. Mostly the list of sources was lost on the way.

# Example
```json
{"type": "citation", "id": "3", "text": "[3]"}
```

# Use instead
```json
{"type": "citation", "id": "1", "text": "[1]"}
```
*/
pub struct DanglingCitation;
}

impl Rule for DanglingCitation {
    fn name(&self) -> &'static str {
        "dangling-citation"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let references = &subject.article().references;
        let ids: HashSet<&str> = references.iter().filter_map(|reference| reference.id.as_deref()).collect();
        let is_known = |id: &str| match id.parse::<usize>() {
            Ok(number) if ids.is_empty() => (1..=references.len()).contains(&number),
            _ => ids.contains(id),
        };
        let mut seen = HashSet::new();
        for placed in subject.parts() {
            let Part::Inline(Inline::Citation(citation)) = placed.part else { continue };
            if is_known(&citation.id) || !seen.insert(citation.id.as_str()) {
                continue;
            }
            let message = format!("no reference has the id {} that is cited", quote(&citation.id));
            found(self.finding(message).at(placed.path()).with_help("add the reference, or take the citation out"));
        }
    }

    fn bad(&self) -> Article {
        example("3")
    }

    fn good(&self) -> Article {
        example("1")
    }
}

/// The sample with a citation.
fn example(id: &str) -> Article {
    let citation = Citation::new(id, format!("[{id}]"));
    let paragraph = Paragraph::new([Inline::text("The panels pay for themselves"), citation.into(), Inline::text(".")]);
    sample::article().section(Section::example().block(paragraph))
}

//! The rule `uncited-reference`.

use std::collections::HashSet;

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::model::{Article, Citation, Inline, Paragraph, Reference, Section};
use crate::path::Path;
use crate::validate::parts::Part;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports a numbered source that no citation leads to.

# What it does
Looks at articles that cite some of their references, and finds those with an id that are cited nowhere. A reference
without an id is what the article as a whole comments on, and needs no citation.

# Why
Either the citation was lost, or the source was not used.

# Example
```json
{"references": [{"id": "1", "kind": "article"}, {"id": "2", "kind": "article"}]}
```

# Use instead
```json
{"references": [{"id": "1", "kind": "article"}]}
```
*/
pub struct UncitedReference;
}

impl Rule for UncitedReference {
    fn name(&self) -> &'static str {
        "uncited-reference"
    }

    fn severity(&self) -> Severity {
        Severity::Note
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let references = &subject.article().references;
        if references.iter().all(|reference| reference.id.is_none()) {
            return;
        }
        let cited: HashSet<&str> = subject.parts().filter_map(|placed| cited(placed.part)).collect();
        let id = |reference: &'_ Reference| reference.id.clone();
        let numbered = references.iter().enumerate().filter_map(|(position, own)| Some((position, id(own)?)));
        if !numbered.clone().any(|(_, id)| cited.contains(id.as_str())) {
            return;
        }
        for (position, id) in numbered.filter(|(_, id)| !cited.contains(id.as_str())) {
            let path = Path::root().key("references").index(position);
            let finding = self.finding(format!("the reference {} is not cited", quote(&id))).at(path);
            found(finding.with_help("cite it where it is used, or remove it"));
        }
    }

    fn bad(&self) -> Article {
        example(&["1", "2"])
    }

    fn good(&self) -> Article {
        example(&["1"])
    }
}

/// The id that a part cites.
fn cited(part: Part<'_>) -> Option<&str> {
    match part {
        Part::Inline(Inline::Citation(citation)) => Some(&citation.id),
        _ => None,
    }
}

/// The sample with references, of which the first is cited.
fn example(ids: &[&str]) -> Article {
    let paragraph = Paragraph::new([Inline::text("They pay for themselves"), Citation::new("1", "[1]").into()]);
    let mut article = sample::article().section(Section::example().block(paragraph));
    article.references.clear();
    ids.iter().fold(article, |article, &id| {
        let mut reference = Reference::to(format!("https://dryland-review.example/{id}"));
        reference.id = Some(id.to_owned());
        article.reference(reference)
    })
}

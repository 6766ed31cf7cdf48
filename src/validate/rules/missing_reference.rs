//! The rule `missing-reference`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Article, Inline};
use crate::validate::parts::Part;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports an article that names no source.

# What it does
Finds an article that has no reference and no web link in its headings and bodies. A reference needs no address.

# Why
A commentary is about something that others reported. Without the source nobody can check its facts.

# Example
```markdown
---
title: A roof over the canal
---
The district has covered two miles of canal.
```

# Use instead
```markdown
---
title: A roof over the canal
references:
  - url: https://dryland-review.example/year-one
---
The district has covered two miles of canal.
```
*/
pub struct MissingReference;
}

impl Rule for MissingReference {
    fn name(&self) -> &'static str {
        "missing-reference"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let article = subject.article();
        let is_link = |part: Part<'_>| matches!(part, Part::Inline(Inline::Link(link)) if link.url.is_web());
        if article.references.is_empty() && !subject.parts().any(|placed| is_link(placed.part)) {
            found(self.finding("the article names no source").with_help("add a reference to what it comments on"));
        }
    }

    fn bad(&self) -> Article {
        Article { references: Vec::new(), ..sample::article() }
    }

    fn good(&self) -> Article {
        sample::article()
    }
}

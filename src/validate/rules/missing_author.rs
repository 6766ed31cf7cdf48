//! The rule `missing-author`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Article;
use crate::path::Path;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports an article that does not say who wrote it.

# What it does
Finds an article without an author, or whose authors all have blank names. It is a note: editorials are often unsigned.

# Why
Readers weigh an opinion by who holds it, and a citation needs a name.

# Example
```markdown
---
title: A roof over the canal
---
```

# Use instead
```markdown
---
title: A roof over the canal
author: Dana Whitcombe
---
```
*/
pub struct MissingAuthor;
}

impl Rule for MissingAuthor {
    fn name(&self) -> &'static str {
        "missing-author"
    }

    fn severity(&self) -> Severity {
        Severity::Note
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let article = subject.article();
        if article.authors.iter().any(|author| !author.name.trim().is_empty()) {
            return;
        }
        let place = if article.authors.is_empty() { Path::root() } else { Path::root().key("authors") };
        found(
            self.finding("the article names no author")
                .at(place)
                .with_help("name its author or the body that signs it"),
        );
    }

    fn bad(&self) -> Article {
        Article { authors: Vec::new(), ..sample::article() }
    }

    fn good(&self) -> Article {
        sample::article()
    }
}

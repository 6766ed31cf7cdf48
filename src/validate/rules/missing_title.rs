//! The rule `missing-title`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Article;
use crate::path::Path;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports an article without a title.

# What it does
Finds an article that has no title, or one of nothing but white space.

# Why
Lists, feeds, page heads and citations name an article by its title. Text extracted from web pages often loses it.

# Example
```markdown
---
author: Dana Whitcombe
---
The district has covered two miles of canal.
```

# Use instead
```markdown
---
title: A roof over the canal
author: Dana Whitcombe
---
The district has covered two miles of canal.
```
*/
pub struct MissingTitle;
}

impl Rule for MissingTitle {
    fn name(&self) -> &'static str {
        "missing-title"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let article = subject.article();
        let finding = match &article.title {
            None => self.finding("the article has no title"),
            Some(title) if title.trim().is_empty() => self.finding("the title is blank").at(Path::root().key("title")),
            Some(_) => return,
        };
        found(finding.with_help("give the article a title"));
    }

    fn bad(&self) -> Article {
        Article { title: None, ..sample::article() }
    }

    fn good(&self) -> Article {
        sample::article()
    }
}

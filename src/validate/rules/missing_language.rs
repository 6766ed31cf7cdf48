//! The rule `missing-language`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Article;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports an article that does not say in which language it is written.

# What it does
Finds an article without a language that has a section.

# Why
Readers' browsers, search engines and voices need it, and so do the words by which headings are read and written here.

# Example
```markdown
---
title: "A roof over the canal"
---
```

# Use instead
```markdown
---
title: "A roof over the canal"
language: "en"
---
```
*/
pub struct MissingLanguage;
}

impl Rule for MissingLanguage {
    fn name(&self) -> &'static str {
        "missing-language"
    }

    fn severity(&self) -> Severity {
        Severity::Note
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let article = subject.article();
        if article.language.is_none() && !article.sections.is_empty() {
            let finding = self.finding("the article does not say in which language it is written");
            found(finding.with_help("give its language, as “en” or “pt-BR”"));
        }
    }

    fn bad(&self) -> Article {
        let mut article = self.good();
        article.language = None;
        article
    }

    fn good(&self) -> Article {
        sample::article()
    }
}

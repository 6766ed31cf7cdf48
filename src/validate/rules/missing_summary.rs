//! The rule `missing-summary`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::model::{Article, Role};
use crate::profile::{Presence, Profile};
use crate::validate::rule::Rule;
use crate::validate::subject::Subject;
use crate::validate::{absence, sample};

documented! {
/**
Reports an article that lacks the summary its genre expects.

# What it does
Finds an article without a summary: an error where its genre requires one, a warning where one is usual, nothing where
it is optional. A summary without text is left to `empty-section`.

# Why
Readers must know what happened before they can weigh what others make of it.

# Example
```markdown
## Optimistic view
Every mile saves water.
```

# Use instead
```markdown
## Summary
The district has covered two miles of canal with solar panels.

## Optimistic view
Every mile saves water.
```
*/
pub struct MissingSummary;
}

impl Rule for MissingSummary {
    fn name(&self) -> &'static str {
        "missing-summary"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let (article, profile) = (subject.article(), subject.profile());
        let presence = profile.presence(&Role::Summary).unwrap_or(Presence::Optional);
        let Some(severity) = absence::severity(presence) else { return };
        if article.sections_with(&Role::Summary).next().is_none() {
            let message = format!("there is no summary, which the genre {} expects", quote(profile.name()));
            let finding = Diagnostic::new(self.name(), severity, message);
            found(finding.with_help("open with a section that says what happened"));
        }
    }

    fn bad(&self) -> Article {
        sample::article_without(|section| section.role == Role::Summary)
    }

    fn good(&self) -> Article {
        sample::article()
    }

    fn genre(&self) -> Profile {
        Profile::outlook()
    }
}

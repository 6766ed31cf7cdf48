//! The rule `missing-section`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::model::{Article, Role, Section};
use crate::profile::{Presence, Profile};
use crate::validate::rule::Rule;
use crate::validate::subject::Subject;
use crate::validate::{absence, sample};

documented! {
/**
Reports an article that lacks a section its genre expects.

# What it does
Finds each section other than a summary or a perspective that the genre expects and the article does not have: an error
where the genre requires it, a warning where it is usual, nothing where it is optional. Summaries have their own rule,
`missing-summary`, and perspectives have `missing-perspective`.

# Why
A genre is a promise to readers. Where its background or its conclusion is gone, the article was mostly cut short.

# Example
An article of a genre that requires a conclusion:
```markdown
## Summary
The district has covered two miles of canal with solar panels.
```

# Use instead
```markdown
## Summary
The district has covered two miles of canal with solar panels.

## Conclusion
The next drought will decide.
```
*/
pub struct MissingSection;
}

impl Rule for MissingSection {
    fn name(&self) -> &'static str {
        "missing-section"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let (article, profile) = (subject.article(), subject.profile());
        for expected in profile.expected() {
            let role = expected.role();
            let Some(severity) = absence::severity(expected.presence()) else { continue };
            let is_ours = !matches!(role, Role::Summary | Role::Perspective(_));
            if is_ours && article.sections_with(role).next().is_none() {
                let (role, genre) = (quote(role.id()), quote(profile.name()));
                let message = format!("there is no section {role}, which the genre {genre} expects");
                let finding = Diagnostic::new(self.name(), severity, message);
                found(finding.with_help(format!("add a section with the role {role}")));
            }
        }
    }

    fn bad(&self) -> Article {
        sample::article()
    }

    fn good(&self) -> Article {
        sample::article().section(Section::new(Role::Conclusion).paragraph("The next drought will decide."))
    }

    fn genre(&self) -> Profile {
        Profile::new("column").expect(Role::Conclusion, Presence::Required)
    }
}

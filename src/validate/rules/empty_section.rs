//! The rule `empty-section`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::model::{Article, Section, Stance};
use crate::validate::parts::Part;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports a section without text.

# What it does
Finds sections, perspectives and replies whose bodies hold nothing that a reader sees. A picture, code and raw HTML count
as something; a rule across the page does not. Neither do replies: they answer a view that should be there.

# Why
A heading over nothing promises what the article does not keep. Mostly the text was lost on the way, or a line was taken
for a heading.

# Example
```markdown
## Optimistic view

## Pessimistic view
The grant will end before the second mile is paid.
```

# Use instead
```markdown
## Optimistic view
Every mile saves water.

## Pessimistic view
The grant will end before the second mile is paid.
```
*/
pub struct EmptySection;
}

impl Rule for EmptySection {
    fn name(&self) -> &'static str {
        "empty-section"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        for placed in subject.parts() {
            match placed.part {
                Part::Section(section) if section.is_empty() => {
                    let finding = self.finding(message(section)).at(placed.path());
                    found(finding.with_help("write its text, or remove the section"));
                }
                _ => {}
            }
        }
    }

    fn bad(&self) -> Article {
        let is_pessimistic = |section: &Section| section.stance() == Some(&Stance::Pessimistic);
        sample::article_without(is_pessimistic).section(Section::perspective(Stance::Pessimistic))
    }

    fn good(&self) -> Article {
        sample::article()
    }
}

/// Names the section by its stance or its role.
fn message(section: &Section) -> String {
    match section.stance() {
        Some(stance) => format!("the perspective {} has no text", quote(stance.id())),
        None => format!("the section {} has no text", quote(section.role.id())),
    }
}

//! The rule `duplicate-perspective`.

use std::collections::BTreeMap;

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::model::{Article, Perspective, Section, Stance};
use crate::path::Path;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports a perspective that repeats the stance of an earlier one.

# What it does
Finds perspectives with the same stance, the same holder and the same thesis as one before them, white space at the ends
aside; where none of them names a holder or a thesis, the stance alone counts. Replies are not compared.

# Why
Readers cannot tell the two apart, and a program that asks for the view of this stance sees only the first. Mostly one
view was cut in two, or one heading was read as the wrong stance.

# Example
```markdown
## Optimistic view
Every mile saves water.

## Optimistic view
Costs will fall.
```

# Use instead
```markdown
## Optimistic view
Every mile saves water, and costs will fall.
```
*/
pub struct DuplicatePerspective;
}

impl Rule for DuplicatePerspective {
    fn name(&self) -> &'static str {
        "duplicate-perspective"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let article = subject.article();
        let mut earlier: BTreeMap<Likeness<'_>, usize> = BTreeMap::new();
        for (position, section) in article.sections.iter().enumerate() {
            let Some(view) = section.as_perspective() else { continue };
            let first = *earlier.entry(Likeness::of(view)).or_insert(position);
            if first != position {
                found(self.repeated(view, position, first));
            }
        }
    }

    fn bad(&self) -> Article {
        sample::article()
            .section(Section::perspective(Stance::Optimistic).paragraph("Algae will not grow in the shade."))
    }

    fn good(&self) -> Article {
        let mut engineer = Perspective::new(Stance::Optimistic);
        engineer.holder = Some("the engineer".into());
        sample::article().section(Section::new(engineer).paragraph("Algae will not grow in the shade."))
    }
}

impl DuplicatePerspective {
    fn repeated(self, view: &Perspective, position: usize, first: usize) -> Diagnostic {
        let stance = quote(view.stance.id());
        let message = match &view.holder {
            Some(holder) => format!("the perspective {stance} of {} comes twice", quote(holder.trim())),
            None => format!("the perspective {stance} comes twice"),
        };
        let first = Path::section(first);
        self.finding(message)
            .at(Path::section(position))
            .with_help(format!("join it to {first}, or say what sets it apart: a stance, a holder or a thesis"))
    }
}

/// What two perspectives must have in common to be taken for one.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Likeness<'a> {
    stance: &'a Stance,
    holder: &'a str,
    thesis: &'a str,
}

impl<'a> Likeness<'a> {
    fn of(view: &'a Perspective) -> Self {
        let trimmed = |text: &'a Option<String>| text.as_deref().unwrap_or_default().trim();
        Self { stance: &view.stance, holder: trimmed(&view.holder), thesis: trimmed(&view.thesis) }
    }
}

//! The rule `unknown-stance`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::model::{Article, Section, Stance};
use crate::validate::parts::Part;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports a stance that has neither a meaning here nor an axis.

# What it does
Finds stances that this version does not know. One with an axis of its own, such as `energy:nuclear`, is meant so and is
left alone, and so are `other` and `none`. Where a known stance is spelled nearly the same, the advice names it.

# Why
What opposes such a stance cannot be told, so the balance of the article cannot be judged.

# Example
```json
{"role": "perspective", "stance": "optimist", "body": []}
```

# Use instead
```json
{"role": "perspective", "stance": "optimistic", "body": []}
```
*/
pub struct UnknownStance;
}

impl Rule for UnknownStance {
    fn name(&self) -> &'static str {
        "unknown-stance"
    }

    fn severity(&self) -> Severity {
        Severity::Note
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        for placed in subject.parts() {
            let Part::Section(section) = placed.part else { continue };
            let is_unknown = |stance: &&Stance| stance.axis().is_none() && !OPEN.contains(&stance.id());
            let Some(stance) = section.stance().filter(is_unknown) else { continue };
            let help = match nearest(stance.id()) {
                Some(near) => {
                    format!("write {}, or give it an axis of its own, as in “energy:nuclear”", quote(near.id()))
                }
                None => "write a known stance, or give it an axis of its own, as in “energy:nuclear”".to_owned(),
            };
            let finding = self.finding(format!("the stance {} is not known", quote(stance.id())));
            found(finding.at(placed.path().key("stance")).with_help(help));
        }
    }

    fn bad(&self) -> Article {
        example("optimist")
    }

    fn good(&self) -> Article {
        example("energy:solar")
    }
}

/// Words that say of themselves that they are no stance.
const OPEN: &[&str] = &["", "none", "other"];

/// The known stance whose id begins alike: at least four letters, and at most three left over.
fn nearest(id: &str) -> Option<&'static Stance> {
    let id = id.trim().to_lowercase();
    let common = |known: &&Stance| id.bytes().zip(known.id().bytes()).take_while(|(own, other)| own == other).count();
    let close = |known: &&Stance| common(known) >= 4 && id.len().max(known.id().len()) - common(known) <= 3;
    let alike = Stance::KNOWN.iter().filter(|known| known.id() == id || close(known));
    alike.max_by_key(common)
}

/// The sample with one more view.
fn example(stance: &str) -> Article {
    sample::article().section(Section::perspective(Stance::from(stance)).paragraph("The sun shines for free."))
}

//! The rule `inferred-role`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::model::{Article, Role};
use crate::path::Path;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports sections whose roles were told from their words alone.

# What it does
Looks at an article that was read from plain text, and finds the sections after the first that have no heading, other than
boilerplate and what was left unclassified. They are reported once for the article, with the one that is least sure and how
sure it is.

It needs the map of the text; see [`Validator::run_parsed`](crate::Validator::run_parsed). Its two articles are read from
text.

# Why
Extractors drop headings. What was told without them may be wrong, and the reader of the article sees no headings either.

# Example
```text
Every mile saves water, and costs will fall.
```

# Use instead
```text
Optimistic view

Every mile saves water, and costs will fall.
```
*/
pub struct InferredRole;
}

impl Rule for InferredRole {
    fn name(&self) -> &'static str {
        "inferred-role"
    }

    fn severity(&self) -> Severity {
        Severity::Note
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let Some(source) = subject.source() else { return };
        let article = subject.article();
        let mut inferred = 0;
        let mut least: Option<(f32, usize)> = None;
        for (position, section) in article.sections.iter().enumerate().skip(1) {
            let is_read = !matches!(section.role, Role::Boilerplate | Role::Unclassified);
            if section.heading.is_some() || !is_read {
                continue;
            }
            let first = Path::section(position).key("body").index(0);
            let Some(reading) = source.reading(&first) else { continue };
            inferred += 1;
            let share = reading.confidence.as_f32();
            if least.is_none_or(|(before, _)| share < before) {
                least = Some((share, position));
            }
        }
        let Some((share, position)) = least else { return };
        let role = article.sections.get(position).map(|section| section.role.to_string()).unwrap_or_default();
        let message = match inferred {
            1 => format!("the role of a section was told from its words: {} at {:.0} %", quote(&role), share * 100.0),
            _ => format!(
                "the roles of {inferred} sections were told from their words; least sure is {} at {:.0} %",
                quote(&role),
                share * 100.0
            ),
        };
        let finding = self.finding(message).at(Path::section(position));
        found(finding.with_help("see whether they are right, and give the sections headings"));
    }

    fn texts(&self) -> Option<[&'static str; 2]> {
        Some([WITHOUT_HEADINGS, WITH_HEADINGS])
    }

    fn bad(&self) -> Article {
        sample::article()
    }

    fn good(&self) -> Article {
        sample::article()
    }
}

/// A text that lost its headings.
const WITHOUT_HEADINGS: &str = "\
A roof over the canal

Dana Whitcombe
Reference article: https://dryland-review.example/year-one

In May the district covered two miles of canal with solar panels. They cost 20 million dollars and were built in a year.

The panels could pay for themselves in twelve years if the water that they save is counted, and in thirty if it is not.
It remains to be seen which of the two the state will accept.

This is excellent news for farmers! Every mile saves water, costs will fall, and thanks to the shade the canal will stay
clear. Soon the whole valley could benefit from cheap and clean power.

Unfortunately, the danger is great that the grant will end before the second mile is paid. Farmers would then be left with
higher bills, broken panels and a debt that threatens the district itself.
";

/// The same with its headings.
const WITH_HEADINGS: &str = "\
A roof over the canal

Dana Whitcombe
Reference article: https://dryland-review.example/year-one

The facts

In May the district covered two miles of canal with solar panels. They cost 20 million dollars and were built in a year.

Optimistic view

Every mile saves water, costs will fall, and thanks to the shade the canal will stay clear.

Pessimistic view

The danger is great that the grant will end before the second mile is paid.
";

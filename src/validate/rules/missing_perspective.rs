//! The rule `missing-perspective`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::model::{Article, Stance};
use crate::profile::Profile;
use crate::validate::rule::Rule;
use crate::validate::subject::Subject;
use crate::validate::views::Views;
use crate::validate::{absence, sample};

documented! {
/**
Reports an article that lacks a perspective its genre expects.

# What it does
Finds each stance that the genre expects and no perspective has: an error where the genre requires it, a warning where
it is usual. A stance on the same step of the same axis will do: `realistic` stands in for `neutral`.

Where no stance is missing but the genre wants a number of views that take a side, as `any` wants two, too few of them
is a warning. Replies count as views.

An article with enough views that all lean one way is left to `one-sided`; a perspective without text is left to
`empty-section`.

# Why
Commentary means that a reader can compare points of view. Where one of them is gone, a heading was mostly not
recognized or the text was cut short.

# Example
```markdown
## Summary
The district has covered two miles of canal with solar panels.

## Optimistic view
Every mile saves water.
```

# Use instead
```markdown
## Summary
The district has covered two miles of canal with solar panels.

## Optimistic view
Every mile saves water.

## Pessimistic view
The grant will end before the second mile is paid.
```
*/
pub struct MissingPerspective;
}

impl Rule for MissingPerspective {
    fn name(&self) -> &'static str {
        "missing-perspective"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let (article, profile) = (subject.article(), subject.profile());
        let mut is_complete = true;
        for expected in profile.expected() {
            let (Some(stance), Some(severity)) = (expected.role().stance(), absence::severity(expected.presence()))
            else {
                continue;
            };
            if !article.perspectives().any(|(_, view)| stands_in(&view.stance, stance)) {
                is_complete = false;
                let (stance, genre) = (quote(stance.id()), quote(profile.name()));
                let message = format!("there is no perspective {stance}, which the genre {genre} expects");
                let finding = Diagnostic::new(self.name(), severity, message);
                found(finding.with_help(format!("add a perspective with the stance {stance}")));
            }
        }
        let least = profile.expected_views();
        if is_complete && least > 0 {
            let count = Views::of(subject).count();
            if count < least {
                found(self.too_few(count, least, profile));
            }
        }
    }

    fn bad(&self) -> Article {
        sample::article_without(|section| section.stance() == Some(&Stance::Pessimistic))
    }

    fn good(&self) -> Article {
        sample::article()
    }
}

impl MissingPerspective {
    fn too_few(self, count: usize, least: usize, profile: &Profile) -> Diagnostic {
        let message = match count {
            0 => "no perspective takes a side".to_owned(),
            1 => "only one perspective takes a side".to_owned(),
            _ => format!("only {count} perspectives take a side"),
        };
        Diagnostic::new(self.name(), Severity::Warning, message)
            .with_help(format!("add a view that differs: the genre {} expects {least}", quote(profile.name())))
    }
}

/// True where a perspective with `stance` serves a genre that expects `expected`.
fn stands_in(stance: &Stance, expected: &Stance) -> bool {
    let is_same_step = || stance.step().is_some() && stance.step() == expected.step();
    stance == expected || (is_same_step() && stance.axis() == expected.axis())
}

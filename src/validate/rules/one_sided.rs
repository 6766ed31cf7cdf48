//! The rule `one-sided`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::model::{Article, Perspective, Section, Stance};
use crate::profile::{Presence, Profile};
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;
use crate::validate::views::Views;

documented! {
/**
Reports an article whose views all lean to one side.

# What it does
Finds an article with two or more perspectives that take a side, all on one axis, of which at least one leans and none
leans the other way: two pessimistic scenarios, or left and center without right. It is silent where it cannot tell: a
view of the author, a guest or a stance of your own may be on any side, a mixed view weighs both, and so may a reply.

An article with fewer than two views is left to `missing-perspective`, and so is an opposing stance that the genre
requires or holds to be usual. A genre whose own stances on that axis are all on one side is taken at its word.

# Why
Readers of commentary expect the other side. Mostly a heading was read as the wrong stance, or a view was lost.

# Example
```markdown
## Optimistic view
Every mile saves water.

## Another optimistic view: cheaper panels
Costs will fall.
```

# Use instead
```markdown
## Optimistic view
Every mile saves water, and costs will fall.

## Pessimistic view
The grant will end before the second mile is paid.
```
*/
pub struct OneSided;
}

impl Rule for OneSided {
    fn name(&self) -> &'static str {
        "one-sided"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let profile = subject.profile();
        let views = Views::of(subject);
        let Some(side) = views.one_side().filter(|side| is_ours(side, profile)) else { return };
        let count = views.count();
        let message = format!("{count} perspectives take a side, and none opposes {}", quote(side.id()));
        let help = match opposite(side) {
            Some(other) => format!("add a perspective that answers them, such as {}", quote(other.id())),
            None => "add a perspective that answers them".to_owned(),
        };
        found(self.finding(message).with_help(help));
    }

    fn bad(&self) -> Article {
        let mut second = Perspective::new(Stance::Optimistic);
        second.thesis = Some("Panels become cheaper".into());
        sample::article_without(|section| section.stance() == Some(&Stance::Pessimistic))
            .section(Section::new(second).paragraph("Costs will fall by half."))
    }

    fn good(&self) -> Article {
        sample::article()
    }
}

/// True unless `missing-perspective` speaks of the opposing stance, or the genre itself is one-sided.
fn is_ours(side: &Stance, profile: &Profile) -> bool {
    let on_axis = || {
        let leaning =
            profile.expected().iter().filter_map(|expected| Some((expected.role().stance()?, expected.presence())));
        leaning.filter(|(stance, _)| stance.axis() == side.axis() && stance.step() != Some(0))
    };
    match on_axis().filter(|(stance, _)| stance.opposes(side)).map(|(_, presence)| presence).max() {
        Some(presence) => presence == Presence::Optional,
        None => on_axis().next().is_none(),
    }
}

/// The stance as far from the middle on the other side.
fn opposite(side: &Stance) -> Option<&'static Stance> {
    Stance::KNOWN.iter().find(|other| other.opposes(side) && other.step() == side.step().map(|step| -step))
}

//! The rule `section-order`.

use super::documented;
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity, quote};
use crate::model::{Article, Role, Section};
use crate::path::Path;
use crate::profile::Profile;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports sections that do not stand in the order of their genre.

# What it does
Compares the order of the sections with that in which the genre names them. Views that take a side may stand in any
order among themselves, and so may summary and background; sections that the genre does not name stay behind the one before them. The fix moves
sections; it changes nothing in them.

# Why
A reader who knows the genre looks for the facts first and for the conclusion last.

# Example
```markdown
## Conclusion
Both sides have a point.

## In short
The district has covered two miles of canal.
```

# Use instead
```markdown
## In short
The district has covered two miles of canal.

## Conclusion
Both sides have a point.
```
*/
pub struct SectionOrder;
}

impl Rule for SectionOrder {
    fn name(&self) -> &'static str {
        "section-order"
    }

    fn severity(&self) -> Severity {
        Severity::Note
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let (article, profile) = (subject.article(), subject.profile());
        let mut rank = 0;
        let ranks: Vec<usize> = article
            .sections
            .iter()
            .map(|section| {
                rank = rank_of(&section.role, profile).unwrap_or(rank);
                rank
            })
            .collect();
        let late = ranks.iter().zip(ranks.iter().skip(1)).position(|(before, after)| after < before);
        let Some(late) = late.map(|before| before + 1) else { return };
        let earlier = ranks.get(late).and_then(|own| ranks.iter().position(|other| other > own)).unwrap_or_default();
        let name = |position: usize| {
            article.sections.get(position).map(|own| quote(own.role.id()).to_string()).unwrap_or_default()
        };
        let (own, other) = (name(late), name(earlier));
        let message =
            format!("the section {own} stands after {other}, which the genre {} has later", quote(profile.name()));
        let mut order: Vec<usize> = (0..ranks.len()).collect();
        order.sort_by_key(|&position| ranks.get(position));
        let fix =
            Fix::new("put the sections in order").edit(Edit::Reorder { path: Path::root().key("sections"), order });
        let finding = self.finding(message).at(Path::section(late));
        found(finding.with_help(format!("move it before sections[{earlier}]")).with_fix(fix));
    }

    fn bad(&self) -> Article {
        let mut article = self.good();
        article.sections.rotate_right(1);
        article
    }

    fn good(&self) -> Article {
        sample::article()
            .section(Section::new(Role::Conclusion).paragraph("Both have a point: it is too early to tell."))
    }
}

/// The place of a role in a genre; all views that take a side share the place of the first of them.
fn rank_of(role: &Role, profile: &Profile) -> Option<usize> {
    let takes_side = |role: &Role| role.stance().is_some_and(crate::model::Stance::takes_side);
    let opens = |role: &Role| matches!(role, Role::Summary | Role::Background);
    let is_same = |other: &Role| match takes_side(role) {
        true => takes_side(other),
        false if opens(role) => opens(other),
        false => other.id() == role.id() && other.stance() == role.stance(),
    };
    profile.expected().iter().position(|expected| is_same(expected.role()))
}

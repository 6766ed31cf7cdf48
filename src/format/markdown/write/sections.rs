//! Sections → their headings and bodies, with a comment where the heading does not say it all.

use super::super::role_of;
use super::blocks::Writer;
use super::exact::{Below, is_exact};
use super::leaf::Guard;
use super::nodes::Members;
use super::piece::{Form, Piece};
use super::{Trust, comment, finish};
use crate::model::{Article, Block, Perspective, Role, Section, Value};

/// What stands below the front matter.
pub(super) fn write(article: &Article, trust: Trust) -> String {
    let mut writer = Writer::new(trust);
    let mut pending: Vec<(&Section, usize)> = article.sections.iter().map(|section| (section, 0)).rev().collect();
    let mut is_first = true;
    while let Some((section, depth)) = pending.pop() {
        let heading = section.heading.as_ref().map(|heading| {
            let mut own = Writer::new(trust);
            own.block(&Block::Heading(heading.clone()), Guard::None, Below::Something);
            own.pieces
        });
        // A heading whose exact data stands in a comment opens nothing by its words.
        let is_exact = heading.as_ref().is_some_and(|pieces| is_exact(pieces));
        if is_exact || !says_itself(article, section, depth, is_first) {
            writer.piece(Piece::new(Form::Comment, comment(&marker(section, depth))));
        }
        heading.into_iter().flatten().for_each(|piece| writer.piece(piece));
        for (position, block) in section.body.iter().enumerate() {
            let is_top = is_first && position == 0 && section.heading.is_none();
            let guard = if opens_something(article, block, is_top) { Guard::Plain } else { Guard::None };
            writer.block(block, guard, Below::Something);
        }
        is_first = false;
        if let Some(perspective) = section.as_perspective() {
            pending.extend(perspective.replies.iter().map(|reply| (reply, depth + 1)).rev());
        }
    }
    finish(&writer)
}

/// True where the section is read as what it is without a comment.
fn says_itself(article: &Article, section: &Section, depth: usize, is_first: bool) -> bool {
    if depth > 0 || !section.extra.is_empty() {
        return false;
    }
    match &section.heading {
        Some(heading) => is_told(section, role_of(heading, article.language.as_ref())),
        None => is_first && section.role == Role::Unclassified && !section.body.is_empty(),
    }
}

/// True where this role, read from the heading, is the section's; replies are told elsewhere.
fn is_told(section: &Section, role: Option<Role>) -> bool {
    match (role, &section.role) {
        (Some(Role::Perspective(told)), Role::Perspective(known)) => own_facts(&told) == own_facts(known),
        (Some(told), role) => told == *role,
        (None, _) => false,
    }
}

/// What a perspective says of itself, its replies left out.
fn own_facts(view: &Perspective) -> impl PartialEq + '_ {
    let Perspective { stance, holder, thesis, label, likelihood, replies: _ } = view;
    (stance, holder, thesis, label, likelihood)
}

/// True for a heading in a body that would be taken for a section's, or for the title.
fn opens_something(article: &Article, block: &Block, is_top: bool) -> bool {
    let Block::Heading(heading) = block else { return false };
    (is_top && heading.level == 1 && article.title.is_none()) || role_of(heading, article.language.as_ref()).is_some()
}

/// What the comment before a section says.
fn marker(section: &Section, depth: usize) -> Value {
    let mut members = Members::default().with("role", section.role.id());
    if let Some(perspective) = section.as_perspective() {
        let likelihood = perspective.likelihood.map(|likelihood| likelihood.to_string());
        members = members
            .with("stance", perspective.stance.id())
            .some("holder", perspective.holder.as_deref())
            .some("thesis", perspective.thesis.as_deref())
            .some("label", perspective.label.as_deref())
            .some("likelihood", likelihood.as_deref());
    }
    if section.heading.is_none() {
        members = members.with("heading", false);
    }
    if depth > 0 {
        members = members.with("reply", i64::try_from(depth).unwrap_or(i64::MAX));
    }
    members.extra(&section.extra)
}

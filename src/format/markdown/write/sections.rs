//! Sections → their headings and bodies, with a comment where the heading does not say it all.

use super::super::marker::{ADDED, Follows};
use super::super::{added_heading, role_of};
use super::blocks::Writer;
use super::exact::{Below, is_exact};
use super::leaf::Guard;
use super::nodes::Members;
use super::piece::{Form, Piece};
use super::{Headings, Title, Trust, comment, finish};
use crate::model::{Article, Block, Heading, Inline, Perspective, Role, Section, Value};

/// What stands below the front matter.
pub(super) fn write(article: &Article, trust: Trust, headings: Headings, title: Title) -> String {
    let mut writer = Writer::new(trust);
    if title == Title::Heading {
        title_heading(article, trust).into_iter().for_each(|piece| writer.piece(piece));
    }
    let base = article.sections.iter().find_map(|section| section.heading.as_ref()).map_or(2, |heading| heading.level);
    let mut pending: Vec<(&Section, usize)> = article.sections.iter().map(|section| (section, 0)).rev().collect();
    let mut is_first = true;
    while let Some((section, depth)) = pending.pop() {
        let added =
            section.heading.is_none().then(|| added_heading(article.language.as_ref(), &section.role)).flatten();
        let added = added.filter(|_| headings == Headings::Named);
        let level = depth.saturating_add(base.into()).clamp(1, 6);
        let added = added.map(|text| Heading::new(u8::try_from(level).unwrap_or(6), text));
        let heading = section.heading.as_ref().or(added.as_ref()).map(|heading| pieces_of(heading, trust));
        // A heading whose exact data stands in a comment opens nothing by its words.
        let is_exact = heading.as_ref().is_some_and(|pieces| is_exact(pieces));
        if is_exact || added.is_some() || !says_itself(article, section, depth, is_first) {
            let follows = match (&section.heading, &added) {
                (Some(_), _) => Follows::Heading,
                (None, Some(_)) => Follows::Added,
                (None, None) => Follows::Body,
            };
            writer.piece(Piece::new(Form::Comment, comment(&marker(section, depth, follows))));
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
        Some(heading) if is_first && is_title(article, heading) => false,
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
    let may_be_title = article.title.is_none() || is_title(article, heading);
    (is_top && heading.level == 1 && may_be_title) || role_of(heading, article.language.as_ref()).is_some()
}

/// True for a heading that says the title.
fn is_title(article: &Article, heading: &Heading) -> bool {
    let [Inline::Text(text)] = heading.content.as_slice() else { return false };
    heading.level == 1 && article.title.as_ref() == Some(text)
}

/// The title as a heading, where it is read back as it is.
fn title_heading(article: &Article, trust: Trust) -> Option<Piece> {
    let title = article.title.as_deref().filter(|title| !title.is_empty())?;
    let mut pieces = pieces_of(&Heading::new(1, title), trust);
    pieces.pop().filter(|piece| pieces.is_empty() && piece.form == Form::Heading)
}

fn pieces_of(heading: &Heading, trust: Trust) -> Vec<Piece> {
    let mut own = Writer::new(trust);
    own.block(&Block::Heading(heading.clone()), Guard::None, Below::Something);
    own.pieces
}

/// What the comment before a section says.
fn marker(section: &Section, depth: usize, follows: Follows) -> Value {
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
    match follows {
        Follows::Heading => {}
        Follows::Added => members = members.with("heading", ADDED),
        Follows::Body => members = members.with("heading", false),
    }
    if depth > 0 {
        members = members.with("reply", i64::try_from(depth).unwrap_or(i64::MAX));
    }
    members.extra(&section.extra)
}

//! The sections of an article as plain text carries them.

use std::borrow::Cow;

use super::block::{Flat, flat, has_words};
use super::content::line;
use super::loss::{Loss, Losses};
use crate::model::{Article, Extra, Heading, Perspective, Role, Section, Value};
use crate::path::Path;

/// A section as plain text carries it.
#[derive(Debug)]
pub(super) struct Part<'a> {
    pub(super) role: Cow<'a, Role>,
    pub(super) extra: Cow<'a, Extra>,
    pub(super) heading: Option<Title>,
    pub(super) body: Vec<Flat<'a>>,
}

/// A heading of plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Title {
    pub(super) level: u8,
    pub(super) text: String,
}

/// The sections, each followed by its replies.
pub(super) fn parts<'a>(article: &'a Article, losses: &mut Losses) -> Vec<Part<'a>> {
    let mut parts = Vec::new();
    let top = article.sections.iter().enumerate();
    let mut pending: Vec<(&Section, Path)> = top.map(|(at, section)| (section, Path::section(at))).rev().collect();
    while let Some((section, path)) = pending.pop() {
        if let Some(view) = section.as_perspective() {
            for (at, reply) in view.replies.iter().enumerate().rev() {
                let path = path.clone().key("replies").index(at);
                losses.add(Loss::Reply, &path);
                pending.push((reply, path));
            }
        }
        parts.push(part(section, &path, losses));
    }
    parts
}

fn part<'a>(section: &'a Section, path: &Path, losses: &mut Losses) -> Part<'a> {
    let extra = shallow(&section.extra, path, losses);
    let own = path.clone().key("heading");
    let heading = section.heading.as_ref().and_then(|heading| title(heading, &own, Loss::Heading, losses));
    let mut body = Vec::new();
    for (at, block) in section.body.iter().enumerate() {
        body.extend(flat(block, path.clone().key("body").index(at), losses));
    }
    Part { role: alone(&section.role), extra, heading, body }
}

/// A heading as plain text carries it; nothing where it has no words, which is a loss of its own.
pub(super) fn title(heading: &Heading, path: &Path, gone: Loss, losses: &mut Losses) -> Option<Title> {
    let before = losses.count();
    let text = line(&heading.content, path, losses);
    if !has_words(&text) {
        losses.add(gone, path);
        return None;
    }
    if !heading.extra.is_empty() {
        losses.add(Loss::Keys, path);
    }
    let level = heading.level.clamp(1, 6);
    if level != heading.level {
        losses.add(Loss::Level, path);
    }
    if losses.count() == before && *heading != Heading::new(level, text.as_str()) {
        losses.add(if heading.text() == text { Loss::Seam } else { Loss::Space }, path);
    }
    Some(Title { level, text })
}

/// A role without the replies to it.
fn alone(role: &Role) -> Cow<'_, Role> {
    match role.as_perspective() {
        Some(view) if !view.replies.is_empty() => {
            let Perspective { stance, holder, thesis, label, likelihood, replies: _ } = view;
            let mut alone = Perspective::new(stance.clone());
            (alone.holder, alone.thesis) = (holder.clone(), thesis.clone());
            (alone.label, alone.likelihood) = (label.clone(), *likelihood);
            Cow::Owned(Role::from(alone))
        }
        _ => Cow::Borrowed(role),
    }
}

/// How deep the value of an unknown key may be.
const MAX_DEPTH: usize = 100;

/// The keys without those whose values are too deep to be read back.
pub(super) fn shallow<'a>(extra: &'a Extra, path: &Path, losses: &mut Losses) -> Cow<'a, Extra> {
    if extra.iter().all(|(_, value)| is_shallow(value)) {
        return Cow::Borrowed(extra);
    }
    let mut kept = Extra::new();
    for (key, value) in extra.iter() {
        if is_shallow(value) {
            kept.append(key.to_owned(), value.clone());
        } else {
            losses.add(Loss::Depth, &path.clone().key(key.to_owned()));
        }
    }
    Cow::Owned(kept)
}

fn is_shallow(value: &Value) -> bool {
    let mut pending = vec![(value, 0)];
    while let Some((value, depth)) = pending.pop() {
        if depth > MAX_DEPTH {
            return false;
        }
        pending.extend(value.as_array().into_iter().flatten().map(|item| (item, depth + 1)));
        pending.extend(value.as_object().into_iter().flat_map(Extra::iter).map(|(_, value)| (value, depth + 1)));
    }
    true
}

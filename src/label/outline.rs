//! The outline: which headings a text has, and what stands under which.

use crate::lexicon::Index;
use crate::model::{Role, Stance};
use crate::span::Span;

use super::heading::read;
use super::hint::{confirm, hint};
use super::piece::{Form, Piece};
use super::scan::{Shape, ends_sentence};

/// The most words that a line without a mark may have and still be a heading.
const MAX_BARE_WORDS: u32 = 14;

/// A heading that announces a role.
#[derive(Debug, Clone)]
pub(super) struct Announcement {
    /// The position of the heading among the pieces.
    pub(super) at: usize,
    pub(super) role: Role,
    span: Span,
}

/// The headings of a text.
#[derive(Debug, Clone, Default)]
pub(super) struct Outline {
    announcements: Vec<Announcement>,
    /// For each piece the position of the announcement it stands under.
    under: Vec<Option<u32>>,
    /// For each piece whether it is a heading that announces nothing known.
    silent: Vec<bool>,
}

impl Outline {
    /// Reads the headings among some pieces.
    pub(super) fn of(pieces: &[Piece<'_>], shapes: &[Shape], index: &Index) -> Self {
        let known = known(pieces, shapes, index);
        let mut outline = Self::default();
        let mut level_above = 0;
        let mut current = None;
        let mut has_bare = false;
        for (at, (piece, known)) in pieces.iter().zip(known).enumerate() {
            let mut is_silent = false;
            if let Some((role, level)) = known {
                current = u32::try_from(outline.announcements.len()).ok();
                level_above = level;
                has_bare |= piece.form == Form::Paragraph;
                outline.announcements.push(Announcement { at, role, span: piece.span });
            } else if let Form::Heading { level } = piece.form {
                // A heading that announces nothing known ends the section above, unless it lies below it.
                is_silent = level <= level_above;
            } else if has_bare {
                is_silent = looks_like_bare_heading(pieces, shapes, at);
            }
            if is_silent && current.is_some() {
                current = None;
            } else {
                is_silent = false;
            }
            outline.silent.push(is_silent);
            outline.under.push(current);
        }
        outline
    }

    /// The stances that headings announce.
    pub(super) fn stances(&self) -> impl Iterator<Item = &Stance> {
        self.announcements.iter().filter_map(|announcement| announcement.role.stance())
    }

    /// True for a heading whose words announce nothing known: what stands under it is told by its own words.
    pub(super) fn is_silent(&self, piece: usize) -> bool {
        self.silent.get(piece).copied().unwrap_or_default()
    }

    /// The announcement that a piece stands under; a heading stands under itself.
    pub(super) fn announcement(&self, piece: usize) -> Option<&Announcement> {
        let position = self.under.get(piece).copied().flatten()?;
        self.announcements.get(position as usize)
    }

    /// The role announced above a piece.
    pub(super) fn above(&self, piece: usize) -> Option<&Role> {
        self.announcement(piece).map(|announcement| &announcement.role)
    }

    /// The role that a piece announces, where it is a heading.
    pub(super) fn heading(&self, piece: usize) -> Option<&Role> {
        self.announcement(piece).filter(|announcement| announcement.at == piece).map(|announcement| &announcement.role)
    }

    /// Where the heading stands under which a piece stands.
    pub(super) fn heading_of(&self, piece: usize) -> Option<Span> {
        self.announcement(piece).map(|announcement| announcement.span)
    }
}

/// The role and level that each piece announces. Lines that only hint count where another confirms them.
fn known(pieces: &[Piece<'_>], shapes: &[Shape], index: &Index) -> Vec<Option<(Role, u8)>> {
    let mut known: Vec<_> = pieces.iter().zip(shapes).map(|(piece, shape)| announced(piece, shape, index)).collect();
    let hints: Vec<_> = known
        .iter()
        .enumerate()
        .filter(|(_, known)| known.is_none())
        .filter_map(|(at, _)| Some((at, hinted(pieces, shapes, at, index)?)))
        .collect();
    let mut stances: Vec<Stance> = Vec::new();
    let named = known.iter().flatten().chain(hints.iter().map(|(_, hint)| hint)).filter_map(|(role, _)| role.stance());
    for stance in named {
        if !stances.contains(stance) {
            stances.push(stance.clone());
        }
    }
    for (at, (role, level)) in hints {
        let is_confirmed = role.stance().is_some_and(|own| stances.iter().any(|other| confirm(own, other)));
        if let Some(slot) = known.get_mut(at).filter(|_| is_confirmed) {
            *slot = Some((role, level));
        }
    }
    known
}

/// The role that a piece hints at and its level, where it may be a heading.
fn hinted(pieces: &[Piece<'_>], shapes: &[Shape], at: usize, index: &Index) -> Option<(Role, u8)> {
    let (piece, shape) = (pieces.get(at)?, shapes.get(at)?);
    let level = match piece.form {
        Form::Heading { level } => level,
        Form::Paragraph => 6,
        _ => return None,
    };
    let is_followed = pieces.get(at + 1).is_some_and(|next| !matches!(next.form, Form::Rule | Form::Heading { .. }));
    let may_be = shape.words <= MAX_BARE_WORDS && shape.url.is_none() && is_followed && may_be_bare_heading(piece.text);
    if !may_be && !piece.form.is_heading() {
        return None;
    }
    hint(index, piece.text).map(|role| (role, level))
}

/// The role that a piece announces and its level, where it may be a heading and its words announce one.
fn announced(piece: &Piece<'_>, shape: &Shape, index: &Index) -> Option<(Role, u8)> {
    let level = match piece.form {
        Form::Heading { level } => level,
        Form::Paragraph if shape.words <= MAX_BARE_WORDS && shape.url.is_none() && may_be_bare_heading(piece.text) => 6,
        _ => return None,
    };
    let role = read(index, piece.text)?;
    // "Share this" without a mark is itself the notice, not a heading above one.
    let is_notice = role == Role::Boilerplate && piece.form == Form::Paragraph;
    (!is_notice).then_some((role, level))
}

/// True for a short line without a mark that stands between running text, in a text whose headings look the same.
fn looks_like_bare_heading(pieces: &[Piece<'_>], shapes: &[Shape], at: usize) -> bool {
    let is_body = |at: usize| {
        let both = pieces.get(at).zip(shapes.get(at));
        both.is_some_and(|(piece, shape)| shape.words > 20 && shape.is_body(piece))
    };
    let (Some(piece), Some(shape)) = (pieces.get(at), shapes.get(at)) else { return false };
    piece.form == Form::Paragraph
        && shape.words <= 8
        && shape.url.is_none()
        && !ends_sentence(piece.text)
        && !shape.looks_like_boilerplate()
        && !piece.text.starts_with(['—', '–', '-', '«', '“', '"'])
        && is_body(at + 1)
        && at
            .checked_sub(1)
            .is_some_and(|before| is_body(before) || pieces.get(before).is_some_and(|piece| piece.form == Form::Item))
}

/// True for a line that does not end as a sentence does; a colon may end a heading.
fn may_be_bare_heading(text: &str) -> bool {
    let text = text.trim_end();
    !ends_sentence(text) || text.ends_with(':') || text.ends_with('?')
}

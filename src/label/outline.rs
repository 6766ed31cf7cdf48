//! The outline: which headings a text has, and what stands under which.

use crate::lexicon::Index;
use crate::model::Role;
use crate::span::Span;

use super::heading::read;
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
}

impl Outline {
    /// Reads the headings among some pieces.
    pub(super) fn of(pieces: &[Piece<'_>], shapes: &[Shape], index: &Index) -> Self {
        let mut outline = Self { announcements: Vec::new(), under: Vec::with_capacity(pieces.len()) };
        let mut level_above = 0;
        let mut current = None;
        for (at, (piece, shape)) in pieces.iter().zip(shapes).enumerate() {
            if let Some((role, level)) = announced(piece, shape, index) {
                // A bare or bold line inside a marked section that names the same role again changes nothing.
                current = u32::try_from(outline.announcements.len()).ok();
                level_above = level;
                outline.announcements.push(Announcement { at, role, span: piece.span });
            } else if let Form::Heading { level } = piece.form {
                // A heading that announces nothing known ends the section above, unless it lies below it.
                if current.is_some() && level <= level_above {
                    current = u32::try_from(outline.announcements.len()).ok();
                    outline.announcements.push(Announcement { at, role: Role::Unclassified, span: piece.span });
                }
            }
            outline.under.push(current);
        }
        outline
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

/// True for a line that does not end as a sentence does; a colon may end a heading.
fn may_be_bare_heading(text: &str) -> bool {
    let text = text.trim_end();
    !ends_sentence(text) || text.ends_with(':') || text.ends_with('?')
}

//! Lists: their marks, and whether their lines stand apart.

use super::piece::{Form, Piece, can_touch, indent, join};
use crate::model::{Block, List};

/// The largest number that a list item may have (CommonMark 0.31.2, section 5.2).
const MAX_NUMBER: u64 = 999_999_999;

/// What the items of a list are marked with. Two lists in a row differ in it, or they are read as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// `-`
    Minus,
    /// `+`, which unlike `*` cannot be taken for a rule
    Plus,
    /// `1.`
    Period,
    /// `1)`
    Parenthesis,
}

impl Mark {
    /// The mark for a list after `before`, which is that of the list just above, where there is one.
    pub(super) const fn of(list: &List, before: Option<Self>) -> Self {
        match (list.start, before) {
            (None, Some(Self::Minus)) => Self::Plus,
            (None, _) => Self::Minus,
            (Some(_), Some(Self::Period)) => Self::Parenthesis,
            (Some(_), _) => Self::Period,
        }
    }

    /// What stands before the item at this position.
    fn text(self, list: &List, position: usize) -> String {
        let number = || list.start.unwrap_or(1).saturating_add(position as u64).min(MAX_NUMBER);
        match self {
            Self::Minus => "- ".to_owned(),
            Self::Plus => "+ ".to_owned(),
            Self::Period => format!("{}. ", number()),
            Self::Parenthesis => format!("{}) ", number()),
        }
    }
}

/// A list as Markdown, and whether it is read back as loose.
pub(super) fn write(list: &List, mark: Mark, bodies: &[Vec<Piece>]) -> (Piece, bool) {
    let is_spaced = list.is_loose || !bodies.iter().all(|body| can_touch(body));
    let between = if is_spaced { "\n\n" } else { "\n" };
    let mut out = String::new();
    for (position, body) in bodies.iter().enumerate() {
        if position > 0 {
            out.push_str(between);
        }
        let mark = mark.text(list, position);
        indent(&mut out, &join(body, between), &mark, &" ".repeat(mark.len()));
    }
    // Looseness is seen in paragraphs that stand in an item, and there must be a place for a blank line.
    let has_paragraph = bodies.iter().flatten().any(|piece| piece.form == Form::Paragraph);
    let has_gap = bodies.len() > 1 || bodies.iter().any(|body| body.len() > 1);
    (Piece::new(form(list), out), is_spaced && has_paragraph && has_gap)
}

/// The form of a list: whether it may stand right under a paragraph.
fn form(list: &List) -> Form {
    let starts_full = list.items.first().is_some_and(|item| match item.body.first() {
        Some(Block::Paragraph(paragraph)) => !paragraph.content.is_empty(),
        first => first.is_some(),
    });
    if starts_full && matches!(list.start, None | Some(1)) { Form::InterruptingList } else { Form::List }
}

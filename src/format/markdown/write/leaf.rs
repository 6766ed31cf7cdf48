//! Blocks that hold no blocks → CommonMark.

use super::super::marker::COMMENT_START;
use super::escape::Line;
use super::exact::{self, Below, verified};
use super::inlines;
use super::nodes::Members;
use super::piece::{Form, Piece};
use super::{Trust, address, comment};
use crate::model::{Block, Code, Extra, Heading, Html, Inline, Paragraph, Rule};

/// Where a block stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Site {
    pub(super) guard: Guard,
    pub(super) above: Above,
    pub(super) below: Below,
}

/// What stands above a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Above {
    /// A list, whose last item takes in what is indented.
    List,
    /// Anything else.
    Other,
}

/// Whether a block must be told from the heading of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Guard {
    /// It cannot be taken for one.
    None,
    /// It would be taken for one, and is none.
    Plain,
}

/// Writes a block that holds no blocks.
pub(super) fn write(block: &Block, site: Site, trust: Trust) -> Vec<Piece> {
    let Some(piece) = plain(block, site.above, trust) else { return exact::write(block) };
    if is_certain(block, &piece) {
        return vec![piece];
    }
    let mut note = Members::default();
    if site.guard == Guard::Plain {
        note = note.with("section", false);
    }
    let extra = match block {
        Block::Paragraph(Paragraph { extra, is_attribution, .. }) => {
            note = note.flag("attribution", *is_attribution);
            extra
        }
        Block::Heading(Heading { extra, .. })
        | Block::Code(Code { extra, .. })
        | Block::Html(Html { extra, .. })
        | Block::Rule(Rule { extra }) => extra,
        Block::List(_) | Block::Quote(_) | Block::Unknown(_) => &Extra::new(),
    };
    verified(noted(note, extra, piece), block, site.below)
}

/// A piece with a comment before it, where there is something to say.
pub(super) fn noted(note: Members, extra: &Extra, piece: Piece) -> Vec<Piece> {
    let note = note.extra(extra);
    if note.as_object().is_some_and(Extra::is_empty) {
        return vec![piece];
    }
    vec![Piece::new(Form::Comment, comment(&note)), piece]
}

/// The block as plain Markdown, where there is such a form.
fn plain(block: &Block, above: Above, trust: Trust) -> Option<Piece> {
    if inlines::is_too_deep(block.content()) {
        return None;
    }
    match block {
        Block::Paragraph(Paragraph { content, .. }) => {
            Some(Piece::new(Form::Paragraph, inlines::write(content, Line::Paragraph, trust)))
        }
        Block::Heading(heading) => {
            let has_break =
                block.inlines().iter().any(|inline| matches!(inline, Inline::SoftBreak | Inline::HardBreak));
            if has_break { underlined(heading, trust) } else { hashed(heading, trust) }
        }
        Block::Code(code) => Some(fenced(code)),
        Block::Rule(_) => Some(Piece::new(Form::Rule, "***".to_owned())),
        Block::Html(Html { text, .. }) => {
            let is_taken_in = above == Above::List && text.starts_with(' ');
            let is_obeyed = text.trim_start().starts_with(COMMENT_START);
            let is_kept = trust == Trust::Full && !is_taken_in && !is_obeyed;
            Some(Piece::new(Form::Html, text.strip_suffix('\n').filter(|_| is_kept)?.to_owned()))
        }
        Block::List(_) | Block::Quote(_) | Block::Unknown(_) => None,
    }
}

/// A heading on one line, after `#`.
fn hashed(heading: &Heading, trust: Trust) -> Option<Piece> {
    let level = Some(heading.level).filter(|level| (1..=6).contains(level))?;
    let text = inlines::write(&heading.content, Line::Heading, trust);
    let space = if text.is_empty() { "" } else { " " };
    Some(Piece::new(Form::Heading, format!("{}{space}{text}", "#".repeat(level.into()))))
}

/// A heading on several lines, which only the two highest levels can have.
fn underlined(heading: &Heading, trust: Trust) -> Option<Piece> {
    let underline = match heading.level {
        1 => "===",
        2 => "---",
        _ => return None,
    };
    let text = inlines::write(&heading.content, Line::Underlined, trust);
    Some(Piece::new(Form::Underlined, format!("{text}\n{underline}")))
}

/// How long a fence is at most: some engines count its marks in a byte.
const MAX_FENCE: usize = 255;

/// Code between two fences longer than any in it.
fn fenced(code: &Code) -> Piece {
    let info = code.info.as_deref().unwrap_or_default();
    let longest = |mark| code.text.split(|c| c != mark).map(str::len).max().unwrap_or(0);
    let mark = if info.contains('`') || longest('`') >= MAX_FENCE { '~' } else { '`' };
    let fence = mark.to_string().repeat(3.max(longest(mark) + 1));
    let mut out = fence.clone();
    address::write_part(&mut out, info, &[]);
    out.push('\n');
    out.push_str(&code.text);
    out.push_str(&fence);
    Piece::new(Form::Code, out)
}

/// True for a paragraph that cannot be read as anything else: a letter first, and nothing in it that ever is markup. It
/// need not be read back.
fn is_certain(block: &Block, piece: &Piece) -> bool {
    let Block::Paragraph(Paragraph { content, is_attribution: false, extra }) = block else { return false };
    let [Inline::Text(text)] = content.as_slice() else { return false };
    extra.is_empty()
        && *text == piece.text
        && text.starts_with(char::is_alphabetic)
        && !text.ends_with(char::is_whitespace)
        && !text.contains(|c: char| c.is_control() || "\\`*_[]<>&#|~$^=".contains(c))
}

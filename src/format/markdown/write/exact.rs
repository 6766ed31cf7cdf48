//! Blocks exactly as they are, where plain Markdown would be read as something else.

use super::super::Reader;
use super::escape::Line;
use super::inlines;
use super::nodes::{self, Members};
use super::piece::{Form, Piece, join};
use super::{COMMENT_START, Trust, comment};
use crate::model::{Block, Inline};

/// What stands below a block in the text, in its quotation or in its list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Below {
    /// Something may follow.
    Something,
    /// Nothing: a block that would swallow what follows does no harm.
    Nothing,
}

/// The pieces where they are read back as this block, else the block's exact data.
pub(super) fn verified(pieces: Vec<Piece>, block: &Block, below: Below) -> Vec<Piece> {
    if reads_as(&pieces, block, below) { pieces } else { write(block) }
}

/// True where the pieces are read as this block, and what follows them as something else.
fn reads_as(pieces: &[Piece], block: &Block, below: Below) -> bool {
    let text = join(pieces, "\n\n");
    let read = |text: &str| Reader::new().blocks(text);
    match below {
        Below::Nothing => matches!(read(&(text + "\n")).as_slice(), [first] if first == block),
        Below::Something => match read(&(text + "\n\nx\n")).as_slice() {
            [first, second] => first == block && *second == Block::paragraph("x"),
            _ => false,
        },
    }
}

/// A block's exact data and a paragraph that shows its text; the paragraph alone where it is too deep to be read back.
pub(super) fn write(block: &Block) -> Vec<Piece> {
    let shown = shown(block);
    let Some(data) = nodes::block(block) else { return shown };
    let note = Members::default().with("block", data).flag("shown", !shown.is_empty()).done();
    let mut pieces = vec![Piece::new(Form::Comment, comment(&note))];
    pieces.extend(shown.iter().cloned());
    if reads_as(&pieces, block, Below::Something) { pieces } else { shown }
}

/// True for pieces that [`write`] made.
pub(super) fn is_exact(pieces: &[Piece]) -> bool {
    pieces.first().is_some_and(|first| {
        let inside = first.text.strip_prefix(COMMENT_START).unwrap_or_default();
        first.form == Form::Comment && inside.starts_with("{\"block\":")
    })
}

/// A paragraph that shows a block's text, where it has any.
pub(super) fn shown(block: &Block) -> Vec<Piece> {
    let text = match block {
        Block::Html(html) => html.text.clone(),
        Block::Code(code) => code.text.clone(),
        _ => inlines_text(block),
    };
    let lines = text.lines().map(|line| line.trim_matches([' ', '\t'])).filter(|line| !line.is_empty());
    let content: Vec<Inline> = lines.flat_map(|line| [Inline::SoftBreak, Inline::text(line)]).skip(1).collect();
    let text = inlines::write(&content, Line::Paragraph, Trust::Checked);
    if text.is_empty() { Vec::new() } else { vec![Piece::new(Form::Paragraph, text)] }
}

/// What a reader sees of the inlines in a block, a line for each block in it; without recursion, unlike `Block::text`.
fn inlines_text(block: &Block) -> String {
    let mut text = String::new();
    let mut blocks = vec![block];
    while let Some(block) = blocks.pop() {
        if let Block::Code(code) = block {
            text.push_str(&code.text);
        }
        let inlines = if block.content().is_empty() { Vec::new() } else { block.inlines() };
        inlines.into_iter().filter_map(own_text).for_each(|own| text.push_str(own));
        text.push('\n');
        let below = blocks.len();
        blocks.extend(block.children());
        blocks.get_mut(below..).unwrap_or_default().reverse();
    }
    text
}

/// What an inline shows by itself, those inside it left out.
fn own_text(inline: &Inline) -> Option<&str> {
    match inline {
        Inline::Text(text) | Inline::Code(text) | Inline::Html(text) => Some(text),
        Inline::Citation(citation) => Some(&citation.text),
        Inline::SoftBreak | Inline::HardBreak => Some("\n"),
        _ => None,
    }
}

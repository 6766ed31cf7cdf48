//! What is open while blocks are read, and the bodies that fill.

use super::super::marker::{Marker, Note, SectionMarker, Shown};
use super::marker;
use crate::model::{Block, Html, Image, Inline, Link, List, Paragraph};

/// A block or inline that is not closed yet.
pub(super) enum Frame {
    Paragraph(Vec<Inline>),
    Heading(u8, Vec<Inline>),
    Code(Option<String>, String),
    Html(String),
    Quote(Body),
    List(List),
    Item(Body),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Link(Link),
    Image(Image),
}

/// What is read at the top of a text.
pub(in super::super) enum Item {
    /// A block.
    Block(Block, Origin),
    /// The opening of a section.
    Section(Box<SectionMarker>),
}

/// Whether a block may open a section by what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Origin {
    /// It stands as Markdown, and may.
    Plain,
    /// A comment says that it does not, or gives it exactly.
    Marked,
}

/// The blocks of the text, of a quotation or of a list item.
#[derive(Default)]
pub(super) struct Body {
    items: Vec<Item>,
    /// What a comment said of the next block, with the comment as written.
    note: Option<(Note, String)>,
    shown: Option<Shown>,
    /// Inlines that stand in no paragraph: those of a tight list.
    pub(super) line: Vec<Inline>,
}

impl Body {
    /// Makes a paragraph of the inlines that stand in none.
    pub(super) fn flush_line(&mut self) {
        if !self.line.is_empty() {
            let content = std::mem::take(&mut self.line);
            self.block(Block::Paragraph(Paragraph::new(content)));
        }
    }

    /// Adds a block, with what the comment before it says.
    pub(super) fn block(&mut self, block: Block) {
        if self.shown.take() == Some(Shown::Below) && matches!(block, Block::Paragraph(_)) {
            return;
        }
        let Some((note, source)) = self.note.take() else {
            self.items.push(Item::Block(block, Origin::Plain));
            return;
        };
        let origin = if note.is_plain { Origin::Marked } else { Origin::Plain };
        match marker::apply(note, block) {
            Ok(block) => self.items.push(Item::Block(block, origin)),
            Err(block) => {
                self.html(source);
                self.items.push(Item::Block(block, Origin::Plain));
            }
        }
    }

    /// Obeys a comment.
    pub(super) fn mark(&mut self, marker: Marker, source: String) {
        self.drop_note();
        self.shown = None;
        match marker {
            Marker::Note(note) => self.note = Some((note, source)),
            Marker::Exact { block, shown } => {
                self.items.push(Item::Block(*block, Origin::Marked));
                self.shown = Some(shown);
            }
            Marker::Section(section) => self.items.push(Item::Section(section)),
        }
    }

    /// Keeps a comment on the next block as HTML, where no such block follows.
    fn drop_note(&mut self) {
        if let Some((_, source)) = self.note.take() {
            self.html(source);
        }
    }

    fn html(&mut self, source: String) {
        self.items.push(Item::Block(Block::Html(Html::new(source)), Origin::Plain));
    }

    /// What the body holds.
    pub(super) fn finish(mut self) -> Vec<Item> {
        self.flush_line();
        self.drop_note();
        self.items
    }

    /// The blocks that the body holds.
    pub(super) fn finish_blocks(self) -> Vec<Block> {
        blocks(self.finish())
    }
}

/// The blocks alone; a comment that opens a section is HTML like any other where there are no sections.
pub(in super::super) fn blocks(items: Vec<Item>) -> Vec<Block> {
    let block = |item| match item {
        Item::Block(block, _) => block,
        Item::Section(section) => Block::Html(Html::new(section.source)),
    };
    items.into_iter().map(block).collect()
}

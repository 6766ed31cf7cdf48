//! Texts whose sections are marked: nothing is told from words, each line is what its marks say.
//!
//! Front matter that says `sections: marked` makes it so. A marker opens each section; see
//! [`Marker`]. A heading right below it is the section's own. `#` marks headings, a bullet or a number items, `>` quoted
//! lines; lines without an empty one between them are one paragraph; `***` is a rule. A backslash at the beginning of a
//! line, an item or a quoted line keeps what stands after it from being a mark, and is no part of it.

use crate::label::{Form, Label, Marker, PARTING, Reading};
use crate::model::{Block as ModelBlock, Heading, Inline, Role, Rule, Section};

use super::assemble::{Assembly, last};
use super::block::Block;
use crate::source::{Entry, Place};

/// What stands before the next block of a marked text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Marks {
    /// A marker: a heading below it is the section's own.
    is_opened: bool,
    /// A line that parts two lists.
    is_parted: bool,
}

/// A text without the backslash that keeps its beginning from being a mark.
pub(super) fn unescaped(text: &str) -> &str {
    text.strip_prefix('\\').unwrap_or(text)
}

impl Assembly<'_> {
    /// Adds a block of a marked text.
    pub(super) fn add_marked(&mut self, block: &Block<'_>) {
        let marks = self.marked.replace(Marks::default()).unwrap_or_default();
        let place = match block.piece.form {
            Form::FrontMatter => Place::Meta,
            Form::Rule => self.marked_rule(block),
            Form::Heading { level } => self.marked_heading(block, level.min(6), marks),
            form => match Marker::read(&block.text()).filter(|_| form == Form::Paragraph) {
                Some(marker) => self.open_marked(marker),
                None => self.marked_body(block, marks),
            },
        };
        let label = match (place, self.article.sections.last()) {
            (Place::Meta, _) => Label::Meta,
            (Place::Gap, _) | (_, None) => Label::Other,
            (_, Some(section)) => Label::Section(section.role.clone()),
        };
        let reading = Reading::certain(label, block.piece.form.is_heading(), block.piece.span);
        self.source.push(Entry::new(block.whole, place, reading));
    }

    fn open_marked(&mut self, marker: Marker) -> Place {
        self.article.sections.push(marker.section);
        self.marked = Some(Marks { is_opened: marker.may_have_heading, is_parted: false });
        Place::Section { section: last(self.article.sections.len()) }
    }

    /// A rule, a line that parts two lists, or a paragraph without a letter.
    fn marked_rule(&mut self, block: &Block<'_>) -> Place {
        let text = block.piece.text;
        if text.starts_with('\\') {
            return self.marked_paragraph(block);
        }
        if text == PARTING {
            self.marked = Some(Marks { is_opened: false, is_parted: true });
            return Place::Gap;
        }
        if text.len() >= 3 && ['*', '-', '_'].into_iter().any(|mark| text.chars().all(|c| c == mark)) {
            return self.push_marked(Rule::default().into());
        }
        Place::Gap
    }

    fn marked_heading(&mut self, block: &Block<'_>, level: u8, marks: Marks) -> Place {
        let heading = Heading::new(level, unescaped(&block.text()));
        if !marks.is_opened {
            return self.push_marked(heading.into());
        }
        let section = last(self.article.sections.len());
        if let Some(open) = self.article.sections.last_mut() {
            open.heading = Some(heading);
        }
        Place::Heading { section }
    }

    fn marked_body(&mut self, block: &Block<'_>, marks: Marks) -> Place {
        if let Some(attribution) = self.attribution(block) {
            return self.push_marked(ModelBlock::Paragraph(attribution));
        }
        self.open_unmarked();
        match block.piece.form {
            Form::Item if marks.is_parted => self.list(block),
            Form::Item => self.item(block),
            Form::Quote => self.quote(block),
            _ => self.marked_paragraph(block),
        }
    }

    /// A paragraph, or a further line of the one above.
    fn marked_paragraph(&mut self, block: &Block<'_>) -> Place {
        let paragraph = self.paragraph(&block.text());
        let section = last(self.article.sections.len());
        if let Some(open) = self.article.sections.last_mut().filter(|_| !block.piece.after_blank) {
            let position = last(open.body.len());
            if let Some(ModelBlock::Paragraph(above)) = open.body.last_mut() {
                above.content.push(Inline::SoftBreak);
                above.content.extend(paragraph.content);
                return Place::Block { section, block: position };
            }
        }
        self.push_marked(ModelBlock::Paragraph(paragraph))
    }

    fn push_marked(&mut self, block: ModelBlock) -> Place {
        self.open_unmarked();
        self.push_block(block)
    }

    /// What stands before the first marker is kept in a section of its own.
    fn open_unmarked(&mut self) {
        if self.article.sections.is_empty() {
            self.article.sections.push(Section::new(Role::Unclassified));
        }
    }
}

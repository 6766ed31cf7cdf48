//! Every part of an article in document order, with its place.

use crate::model::{Article, Block, Inline, ListItem, Section};
use crate::path::Path;

/// A part of an article.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part<'a> {
    /// A section of the article, or a reply inside a perspective.
    Section(&'a Section),
    /// A block, with those that follow it in the same body.
    Block(&'a Block, &'a [Block]),
    /// An item of a list.
    Item(&'a ListItem),
    /// Inline content.
    Inline(&'a Inline),
}

/// How deep a [`Walk`] goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Depth {
    Sections,
    Blocks,
    Inlines,
}

/// A walk through an article, each part before what is inside it.
///
/// Nesting costs a frame on the heap, never one on the stack; a path is only made where it is asked for.
#[derive(Debug)]
pub(super) struct Walk<'a> {
    depth: Depth,
    frames: Vec<Frame<'a>>,
}

/// A list of parts that is being walked through.
#[derive(Debug)]
struct Frame<'a> {
    /// The fields that lead to the list from the part that holds it.
    keys: &'static [&'static str],
    /// How many of its parts were taken. Zero means that the walk has not come to this list yet.
    taken: usize,
    rest: Parts<'a>,
}

/// Parts of one kind.
#[derive(Debug)]
enum Parts<'a> {
    Sections(&'a [Section]),
    Blocks(&'a [Block]),
    Items(&'a [ListItem]),
    Inlines(&'a [Inline]),
}

impl<'a> Walk<'a> {
    /// A walk through the sections and their replies.
    pub(super) fn sections(article: &'a Article) -> Self {
        Self::new(article, Depth::Sections)
    }

    /// A walk through the sections, their replies, their blocks and what is inside these; without headings of sections.
    pub(super) fn blocks(article: &'a Article) -> Self {
        Self::new(article, Depth::Blocks)
    }

    /// A walk through everything down to the inline content, headings included.
    pub(super) fn inlines(article: &'a Article) -> Self {
        Self::new(article, Depth::Inlines)
    }

    fn new(article: &'a Article, depth: Depth) -> Self {
        let mut walk = Self { depth, frames: Vec::new() };
        walk.push(&["sections"], Parts::Sections(&article.sections));
        walk
    }

    /// The place of the part that came last.
    pub(super) fn path(&self) -> Path {
        let begun = self.frames.iter().filter(|frame| frame.taken > 0);
        begun.fold(Path::root(), |path, frame| {
            frame.keys.iter().fold(path, |path, &key| path.key(key)).index(frame.taken - 1)
        })
    }

    /// True where the section that came last answers another one.
    pub(super) fn is_reply(&self) -> bool {
        let begun = |frame: &&Frame<'_>| frame.taken > 0 && matches!(frame.rest, Parts::Sections(_));
        self.frames.iter().filter(begun).count() > 1
    }

    fn push(&mut self, keys: &'static [&'static str], rest: Parts<'a>) {
        if !rest.is_empty() {
            self.frames.push(Frame { keys, taken: 0, rest });
        }
    }

    /// Puts what is inside a part next, the last of it first.
    fn enter(&mut self, part: Part<'a>) {
        match part {
            Part::Section(section) => {
                if let Some(perspective) = section.as_perspective() {
                    self.push(&["replies"], Parts::Sections(&perspective.replies));
                }
                if self.depth >= Depth::Blocks {
                    self.push(&["body"], Parts::Blocks(&section.body));
                }
                if let Some(heading) = section.heading.as_ref().filter(|_| self.depth >= Depth::Inlines) {
                    self.push(&["heading", "content"], Parts::Inlines(&heading.content));
                }
            }
            Part::Block(Block::Quote(quote), _) => self.push(&["body"], Parts::Blocks(&quote.body)),
            Part::Block(Block::List(list), _) => self.push(&["items"], Parts::Items(&list.items)),
            Part::Block(block, _) if self.depth >= Depth::Inlines => {
                self.push(&["content"], Parts::Inlines(block.content()));
            }
            Part::Block(..) => {}
            Part::Item(item) => self.push(&["body"], Parts::Blocks(&item.body)),
            Part::Inline(Inline::Image(image)) => self.push(&["alt"], Parts::Inlines(&image.alt)),
            Part::Inline(inline) => self.push(&["content"], Parts::Inlines(inline.children())),
        }
    }
}

impl<'a> Iterator for Walk<'a> {
    type Item = Part<'a>;

    fn next(&mut self) -> Option<Part<'a>> {
        loop {
            let frame = self.frames.last_mut()?;
            if let Some(part) = frame.rest.take_first() {
                frame.taken += 1;
                self.enter(part);
                return Some(part);
            }
            self.frames.pop();
        }
    }
}

impl<'a> Parts<'a> {
    const fn is_empty(&self) -> bool {
        match self {
            Self::Sections(rest) => rest.is_empty(),
            Self::Blocks(rest) => rest.is_empty(),
            Self::Items(rest) => rest.is_empty(),
            Self::Inlines(rest) => rest.is_empty(),
        }
    }

    fn take_first(&mut self) -> Option<Part<'a>> {
        Some(match self {
            Self::Sections(rest) => Part::Section(first(rest)?),
            Self::Blocks(rest) => Part::Block(first(rest)?, rest),
            Self::Items(rest) => Part::Item(first(rest)?),
            Self::Inlines(rest) => Part::Inline(first(rest)?),
        })
    }
}

/// Takes the first of some parts away.
fn first<'a, T>(rest: &mut &'a [T]) -> Option<&'a T> {
    let (first, after) = rest.split_first()?;
    *rest = after;
    Some(first)
}

//! Blocks → CommonMark, one under another and inside one another.

use super::super::read::blocks::MAX_DEPTH;
use super::Trust;
use super::exact::{Below, shown, verified};
use super::leaf::{self, Above, Guard, Site, noted};
use super::list::{self, Mark};
use super::nodes::Members;
use super::piece::{Form, Piece, indent, join};
use crate::model::{Block, ListItem};

/// Writes blocks one after another.
pub(super) struct Writer {
    trust: Trust,
    pub(super) pieces: Vec<Piece>,
    siblings: Siblings,
}

/// What the block above leaves to observe.
#[derive(Debug, Clone, Copy, Default)]
struct Siblings {
    /// The mark of the list just above.
    list: Option<Mark>,
}

impl Siblings {
    const fn above(self) -> Above {
        if self.list.is_some() { Above::List } else { Above::Other }
    }

    /// The mark for the block where it is a list; notes what stands above the next block.
    fn pass(&mut self, block: &Block) -> Option<Mark> {
        let before = self.list.take();
        if let Block::List(list) = block {
            self.list = Some(Mark::of(list, before));
        }
        self.list
    }
}

impl Writer {
    pub(super) fn new(trust: Trust) -> Self {
        Self { trust, pieces: Vec::new(), siblings: Siblings::default() }
    }

    /// Appends a piece that is no block.
    pub(super) fn piece(&mut self, piece: Piece) {
        self.pieces.push(piece);
        self.siblings = Siblings::default();
    }

    /// Appends a block.
    pub(super) fn block(&mut self, block: &Block, guard: Guard, below: Below) {
        let above = self.siblings.above();
        let mark = self.siblings.pass(block);
        let pieces = if is_container(block) {
            verified(container(block, mark, self.trust), block, below)
        } else {
            leaf::write(block, Site { guard, above, below }, self.trust)
        };
        self.pieces.extend(pieces);
    }
}

/// Writes a quotation or a list, from the inside outwards.
fn container(root: &Block, mark: Option<Mark>, trust: Trust) -> Vec<Piece> {
    let mut frames = vec![Frame::new(root, mark)];
    loop {
        let depth = frames.len();
        let Some(frame) = frames.last_mut() else { return Vec::new() };
        let pieces = match frame.next() {
            Some(next) if !is_container(next.block) => leaf::write(next.block, next.site, trust),
            Some(next) if depth < MAX_DEPTH => {
                frames.push(Frame::new(next.block, next.mark));
                continue;
            }
            Some(next) => shown(next.block),
            None => frames.pop().map(Frame::finish).unwrap_or_default(),
        };
        match frames.last_mut() {
            Some(frame) => frame.add(pieces),
            None => return pieces,
        }
    }
}

/// A quotation or a list whose bodies are being written.
struct Frame<'a> {
    block: &'a Block,
    mark: Option<Mark>,
    /// The blocks of the quotation, or of each item, that are still to come; the first body last.
    rest: Vec<std::slice::Iter<'a, Block>>,
    done: Vec<Vec<Piece>>,
    siblings: Siblings,
}

/// A block to write.
struct Next<'a> {
    block: &'a Block,
    site: Site,
    mark: Option<Mark>,
}

impl<'a> Frame<'a> {
    fn new(block: &'a Block, mark: Option<Mark>) -> Self {
        let mut rest: Vec<_> = match block {
            Block::Quote(quote) => vec![quote.body.iter()],
            Block::List(list) => list.items.iter().map(|item: &ListItem| item.body.iter()).collect(),
            _ => Vec::new(),
        };
        rest.reverse();
        let done = if rest.is_empty() { Vec::new() } else { vec![Vec::new()] };
        Self { block, mark, rest, done, siblings: Siblings::default() }
    }

    /// The next block to write; goes on to the next body where one is at its end.
    fn next(&mut self) -> Option<Next<'a>> {
        loop {
            let body = self.rest.last_mut()?;
            if let Some(block) = body.next() {
                let below = if body.len() == 0 { Below::Nothing } else { Below::Something };
                let site = Site { guard: Guard::None, above: self.siblings.above(), below };
                return Some(Next { block, site, mark: self.siblings.pass(block) });
            }
            self.rest.pop();
            self.siblings = Siblings::default();
            if !self.rest.is_empty() {
                self.done.push(Vec::new());
            }
        }
    }

    fn add(&mut self, pieces: Vec<Piece>) {
        if let Some(body) = self.done.last_mut() {
            body.extend(pieces);
        }
    }

    fn finish(self) -> Vec<Piece> {
        let Self { block, mark, done, .. } = self;
        match block {
            Block::Quote(quote) => {
                let mut out = String::new();
                let body = done.first().map(|body| join(body, "\n\n")).unwrap_or_default();
                indent(&mut out, &body, "> ", "> ");
                noted(Members::default(), &quote.extra, Piece::new(Form::Quote, out))
            }
            Block::List(list) => {
                let (piece, is_loose) = list::write(list, mark.unwrap_or(Mark::of(list, None)), &done);
                let mut note = Members::default();
                if is_loose != list.is_loose {
                    note = note.with("loose", list.is_loose);
                }
                noted(note, &list.extra, piece)
            }
            _ => Vec::new(),
        }
    }
}

/// True for a block that holds blocks.
const fn is_container(block: &Block) -> bool {
    matches!(block, Block::Quote(_) | Block::List(_))
}

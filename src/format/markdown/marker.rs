//! The marks by which our own Markdown carries what CommonMark cannot say.
//!
//! A **comment** stands on a line of its own before a block: `<!-- commentary: {…} -->`. It holds one of three things: the
//! role of the section that opens there, what the next block has beyond its Markdown, or a block exactly as it is. A
//! **span** stands in a line, round the words that a reader sees: `<span data-commentary='{…}'>[3]</span>`. What does not
//! have one of these forms to the letter is somebody's own HTML and stays it.

use crate::model::{Block, Extra, Section};

/// What a comment says of a heading that is not the author's.
pub(super) const ADDED: &str = "added";

/// What a comment begins with.
pub(super) const COMMENT_START: &str = "<!-- commentary: ";
/// What a comment ends with.
pub(super) const COMMENT_END: &str = " -->";
/// What a span begins with.
pub(super) const SPAN_START: &str = "<span data-commentary='";
/// What the opening tag of a span ends with.
pub(super) const SPAN_OPENED: &str = "'>";
/// What a span ends with.
pub(super) const SPAN_END: &str = "</span>";

/// What a comment says.
#[derive(Debug)]
pub(super) enum Marker {
    /// A section opens here.
    Section(Box<SectionMarker>),
    /// More on the block that follows.
    Note(Note),
    /// A block exactly as it is.
    Exact {
        /// The block.
        block: Box<Block>,
        /// Whether a paragraph follows that only shows it.
        shown: Shown,
    },
}

/// Whether a rendering follows that is for people only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// The next paragraph shows it.
    Below,
    /// Nothing shows it.
    Nowhere,
}

/// The section that opens at a comment.
#[derive(Debug)]
pub(super) struct SectionMarker {
    /// Its role and what it knows beyond its heading and body, which follow.
    pub(super) section: Section,
    /// Whether the next block is its heading.
    pub(super) heading: Follows,
    /// How deep in replies it stands; 0 for a section of the article itself.
    pub(super) depth: usize,
    /// The comment as written.
    pub(super) source: String,
}

/// Whether the heading of a section follows its comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Follows {
    /// The next block is its heading.
    Heading,
    /// The next block is a heading by which the writer named the section; it has none of its own.
    Added,
    /// It has none.
    Body,
}

/// What the block after a comment has beyond its Markdown.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Note {
    /// A heading that looks like a section's and opens none.
    pub(super) is_plain: bool,
    /// A paragraph that says whose words stand above it.
    pub(super) is_attribution: bool,
    /// Whether a list is loose, where its lines do not tell.
    pub(super) is_loose: Option<bool>,
    /// Keys that this version does not know.
    pub(super) extra: Extra,
}

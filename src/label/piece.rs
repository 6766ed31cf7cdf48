//! What is labelled: a piece of text with its form.

use crate::span::Span;

/// A piece of a text that has one role: a paragraph, a heading, an item of a list.
///
/// Readers of plain text and of Markdown each cut a text into pieces in their own way; the labelling is the same.
///
/// # Examples
///
/// ```
/// use commentary::Span;
/// use commentary::label::{Form, Piece};
///
/// let piece = Piece::new("Imagine a kitchen.", Form::Paragraph, Span::new(0, 18));
/// assert_eq!(piece.text, "Imagine a kitchen.");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Piece<'a> {
    /// Its text, without marks of its form and without white space round it.
    pub text: &'a str,
    /// What it looks like.
    pub form: Form,
    /// Where it stands in the source.
    pub span: Span,
    /// True where an empty line, or the beginning of the text, is before it.
    pub after_blank: bool,
    /// The bullet before an item, which its text leaves out: in a list of pros and cons it says which of them this is.
    pub mark: Option<char>,
}

impl<'a> Piece<'a> {
    /// A piece that begins after an empty line.
    #[must_use]
    pub const fn new(text: &'a str, form: Form, span: Span) -> Self {
        Self { text, form, span, after_blank: true, mark: None }
    }
}

/// How many pieces of a text are read one by one; the rest of a longer text is one piece.
pub(crate) const MAX_PIECES: usize = 20_000;

/// What a piece looks like.
///
/// # Examples
///
/// ```
/// use commentary::label::Form;
///
/// assert!(Form::Heading { level: 2 }.is_heading());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Form {
    /// A line or a paragraph without a mark.
    Paragraph,
    /// Marked as a heading: `#`, an underline, or bold from end to end.
    Heading {
        /// From 1, the highest, to 6; 7 for a bold line.
        level: u8,
    },
    /// An item of a list.
    Item,
    /// A quoted line.
    Quote,
    /// A rule across the page, or a line of nothing but punctuation.
    Rule,
    /// A line of front matter, its fences included.
    FrontMatter,
    /// A line of a block of code, its fences included.
    Code,
}

impl Form {
    /// True for what is marked as a heading.
    #[must_use]
    pub const fn is_heading(self) -> bool {
        matches!(self, Self::Heading { .. })
    }
}

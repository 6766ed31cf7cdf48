//! What a line of text is made of.

use super::{Address, Extra};

/// A piece of a line: text, or text with a meaning.
///
/// Together with [`Block`](super::Block) this says everything that CommonMark can.
///
/// # Examples
///
/// ```
/// use commentary::{Inline, plain_text};
///
/// let line = [Inline::text("Cheese is "), Inline::strong([Inline::text("not")]), Inline::text(" a number.")];
/// assert_eq!(plain_text(&line), "Cheese is not a number.");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Stressed text.
    Emphasis(Vec<Inline>),
    /// Strongly stressed text.
    Strong(Vec<Inline>),
    /// Code, as it stands.
    Code(String),
    /// A link.
    Link(Link),
    /// A picture.
    Image(Image),
    /// A line end in the source that is shown as a space.
    SoftBreak,
    /// A line end that is shown as such.
    HardBreak,
    /// Raw HTML, kept as it stands.
    Html(String),
    /// A mark that cites a reference.
    Citation(Citation),
    /// An element of a later version, kept as it stands.
    Unknown(Extra),
}

/// A link.
///
/// # Examples
///
/// ```
/// use commentary::{Inline, Link};
///
/// let link = Link::new("https://the-curd-ledger.example/", [Inline::text("the ruling")]);
/// assert_eq!(link.url.as_str(), "https://the-curd-ledger.example/");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Link {
    /// Where it leads.
    pub url: Address,
    /// The title, shown on hovering.
    pub title: Option<String>,
    /// What stands for it in the line.
    pub content: Vec<Inline>,
    /// Keys that this version does not know.
    pub extra: Extra,
}

impl Link {
    /// A link to `url` that shows `content`.
    #[must_use]
    pub fn new(url: impl Into<Address>, content: impl Into<Vec<Inline>>) -> Self {
        Self { url: url.into(), title: None, content: content.into(), extra: Extra::new() }
    }
}

/// A picture.
///
/// # Examples
///
/// ```
/// use commentary::{Image, Inline};
///
/// let image = Image::new("https://img-depot.example/heron.png", [Inline::text("a heron")]);
/// assert_eq!(image.alt, [Inline::text("a heron")]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Image {
    /// Where it is.
    pub url: Address,
    /// The title, shown on hovering.
    pub title: Option<String>,
    /// What is said instead where it cannot be seen.
    pub alt: Vec<Inline>,
    /// Keys that this version does not know.
    pub extra: Extra,
}

impl Image {
    /// The picture at `url`, described by `alt`.
    #[must_use]
    pub fn new(url: impl Into<Address>, alt: impl Into<Vec<Inline>>) -> Self {
        Self { url: url.into(), title: None, alt: alt.into(), extra: Extra::new() }
    }
}

/// A mark that cites a reference: `[3]`, or a superscript glued to a word.
///
/// # Examples
///
/// ```
/// use commentary::Citation;
///
/// let citation = Citation::new("3", "[3]");
/// assert_eq!((citation.id.as_str(), citation.text.as_str()), ("3", "[3]"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Citation {
    /// The [`id`](super::Reference::id) of the reference that is meant.
    pub id: String,
    /// The mark as written.
    pub text: String,
    /// Keys that this version does not know.
    pub extra: Extra,
}

impl Citation {
    /// A mark, written as `text`, that means the reference with this id.
    #[must_use]
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self { id: id.into(), text: text.into(), extra: Extra::new() }
    }
}

impl Inline {
    /// Plain text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Stressed text.
    #[must_use]
    pub fn emphasis(content: impl Into<Vec<Self>>) -> Self {
        Self::Emphasis(content.into())
    }

    /// Strongly stressed text.
    #[must_use]
    pub fn strong(content: impl Into<Vec<Self>>) -> Self {
        Self::Strong(content.into())
    }

    /// The inline content inside this one; empty for text and marks.
    #[must_use]
    pub fn children(&self) -> &[Self] {
        match self {
            Self::Emphasis(content) | Self::Strong(content) => content,
            Self::Link(link) => &link.content,
            Self::Image(image) => &image.alt,
            _ => &[],
        }
    }

    /// Appends what a reader sees, without markup.
    pub(super) fn write_text(&self, out: &mut String) {
        match self {
            Self::Text(text) | Self::Code(text) => out.push_str(text),
            Self::Citation(citation) => out.push_str(&citation.text),
            Self::SoftBreak => out.push(' '),
            Self::HardBreak => out.push('\n'),
            Self::Html(_) | Self::Unknown(_) => {}
            Self::Emphasis(_) | Self::Strong(_) | Self::Link(_) | Self::Image(_) => {
                self.children().iter().for_each(|child| child.write_text(out));
            }
        }
    }
}

impl From<&str> for Inline {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<Link> for Inline {
    fn from(link: Link) -> Self {
        Self::Link(link)
    }
}

impl From<Image> for Inline {
    fn from(image: Image) -> Self {
        Self::Image(image)
    }
}

impl From<Citation> for Inline {
    fn from(citation: Citation) -> Self {
        Self::Citation(citation)
    }
}

/// What a reader sees of some inline content, without markup.
///
/// # Examples
///
/// ```
/// use commentary::{Inline, plain_text};
///
/// assert_eq!(plain_text(&[Inline::emphasis([Inline::text("Yes")]), Inline::text("!")]), "Yes!");
/// ```
#[must_use]
pub fn plain_text(content: &[Inline]) -> String {
    let mut text = String::new();
    content.iter().for_each(|inline| inline.write_text(&mut text));
    text
}

/// True where a reader sees nothing but white space.
pub(super) fn is_blank(content: &[Inline]) -> bool {
    let mut below: Vec<&[Inline]> = Vec::new();
    let mut next = Some(content);
    while let Some(line) = next {
        for inline in line {
            match inline {
                Inline::Text(text) | Inline::Code(text) | Inline::Html(text) if text.trim().is_empty() => {}
                Inline::SoftBreak | Inline::HardBreak => {}
                Inline::Emphasis(content) | Inline::Strong(content) => below.push(content),
                Inline::Link(link) => below.push(&link.content),
                _ => return false,
            }
        }
        next = below.pop();
    }
    true
}

//! What a body is made of.

use super::{Extra, Inline, inline};

/// A block of a body: a paragraph, a list, a quotation and so on.
///
/// Together with [`Inline`] this says everything that CommonMark can.
///
/// # Examples
///
/// ```
/// use commentary::{Block, List};
///
/// let list = Block::from(List::bullets(["bread", "milk"]));
/// assert_eq!(list.text(), "bread\nmilk");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A heading inside a section.
    Heading(Heading),
    /// A list.
    List(List),
    /// A quotation.
    Quote(Quote),
    /// A block of code.
    Code(Code),
    /// A rule across the page.
    Rule(Rule),
    /// A block of raw HTML, kept as it stands.
    Html(Html),
    /// An element of a later version, kept as it stands.
    Unknown(Extra),
}

/// Declares what every block has in common: `Block::from`, so that blocks can be built without naming the enum.
macro_rules! into_block {
    ($($name:ident),+) => {
        $(impl From<$name> for Block {
            fn from(block: $name) -> Self {
                Self::$name(block)
            }
        })+
    };
}

into_block!(Paragraph, Heading, List, Quote, Code, Rule, Html);

/// A paragraph.
///
/// # Examples
///
/// ```
/// use commentary::{Inline, Paragraph};
///
/// let paragraph = Paragraph::new([Inline::text("Who gets to say "), Inline::emphasis([Inline::text("cheese")])]);
/// assert_eq!(paragraph.content.len(), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Paragraph {
    /// Its text.
    pub content: Vec<Inline>,
    /// True for the line that says whose words stand above it, such as `— Name | Outlet`.
    pub is_attribution: bool,
    /// Keys that this version does not know.
    pub extra: Extra,
}

impl Paragraph {
    /// A paragraph with this content.
    #[must_use]
    pub fn new(content: impl Into<Vec<Inline>>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// The line that says whose words stand above it.
    #[must_use]
    pub fn attribution(content: impl Into<Vec<Inline>>) -> Self {
        Self { is_attribution: true, ..Self::new(content) }
    }
}

/// A heading, as written.
///
/// # Examples
///
/// ```
/// use commentary::Heading;
///
/// let heading = Heading::new(2, "Point de vue optimiste");
/// assert_eq!((heading.level, heading.text().as_str()), (2, "Point de vue optimiste"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Heading {
    /// From 1, the highest, to 6.
    pub level: u8,
    /// Its text.
    pub content: Vec<Inline>,
    /// Keys that this version does not know.
    pub extra: Extra,
}

impl Heading {
    /// A heading of plain text. A level outside 1 to 6 is brought to the nearest of these.
    #[must_use]
    pub fn new(level: u8, text: impl Into<String>) -> Self {
        Self::with_content(level, [Inline::text(text)])
    }

    /// A heading with markup in it. A level outside 1 to 6 is brought to the nearest of these.
    #[must_use]
    pub fn with_content(level: u8, content: impl Into<Vec<Inline>>) -> Self {
        Self { level: level.clamp(1, 6), content: content.into(), extra: Extra::new() }
    }

    /// The heading without its markup.
    #[must_use]
    pub fn text(&self) -> String {
        super::plain_text(&self.content)
    }
}

/// A list.
///
/// # Examples
///
/// ```
/// use commentary::List;
///
/// let steps = List::numbered(1, ["Ask.", "Wait."]);
/// assert_eq!(steps.start, Some(1));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct List {
    /// The first number of a numbered list, or `None` for bullets.
    pub start: Option<u64>,
    /// True where its items stand apart, each a paragraph of its own; false for a list of short lines.
    pub is_loose: bool,
    /// Its items.
    pub items: Vec<ListItem>,
    /// Keys that this version does not know.
    pub extra: Extra,
}

/// An item of a [`List`].
///
/// # Examples
///
/// ```
/// use commentary::{Block, ListItem};
///
/// let item = ListItem::from(vec![Block::paragraph("milk")]);
/// assert_eq!(item.body.len(), 1);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ListItem {
    /// Its text.
    pub body: Vec<Block>,
    /// Keys that this version does not know.
    pub extra: Extra,
}

impl From<Vec<Block>> for ListItem {
    fn from(body: Vec<Block>) -> Self {
        Self { body, extra: Extra::new() }
    }
}

impl From<&str> for ListItem {
    fn from(text: &str) -> Self {
        Self::from(vec![Block::paragraph(text)])
    }
}

impl List {
    /// A list with bullets.
    #[must_use]
    pub fn bullets(items: impl IntoIterator<Item = impl Into<ListItem>>) -> Self {
        let items = items.into_iter().map(Into::into).collect();
        Self { start: None, is_loose: false, items, extra: Extra::new() }
    }

    /// A list with numbers from `start`.
    #[must_use]
    pub fn numbered(start: u64, items: impl IntoIterator<Item = impl Into<ListItem>>) -> Self {
        Self { start: Some(start), ..Self::bullets(items) }
    }
}

/// A quotation.
///
/// # Examples
///
/// ```
/// use commentary::{Block, Quote};
///
/// let quote = Quote::from(vec![Block::paragraph("The herons stayed.")]);
/// assert_eq!(quote.body.len(), 1);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Quote {
    /// What is quoted.
    pub body: Vec<Block>,
    /// Keys that this version does not know.
    pub extra: Extra,
}

impl From<Vec<Block>> for Quote {
    fn from(body: Vec<Block>) -> Self {
        Self { body, extra: Extra::new() }
    }
}

/// A block of code.
///
/// # Examples
///
/// ```
/// use commentary::Code;
///
/// let code = Code::new("let x = 1;\n");
/// assert_eq!(code.info, None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Code {
    /// The info string of its fence, such as `rust`; `None` for indented code and for a fence without one.
    pub info: Option<String>,
    /// The code, line ends included.
    pub text: String,
    /// Keys that this version does not know.
    pub extra: Extra,
}

impl Code {
    /// Code without an info string.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// A rule across the page.
///
/// # Examples
///
/// ```
/// use commentary::{Block, Rule};
///
/// assert!(Block::from(Rule::default()).is_blank());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Rule {
    /// Keys that this version does not know.
    pub extra: Extra,
}

/// A block of raw HTML.
///
/// # Examples
///
/// ```
/// use commentary::Html;
///
/// assert_eq!(Html::new("<br>\n").text, "<br>\n");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Html {
    /// The HTML as written, line ends included.
    pub text: String,
    /// Keys that this version does not know.
    pub extra: Extra,
}

impl Html {
    /// Raw HTML.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), extra: Extra::new() }
    }
}

impl Block {
    /// A paragraph of plain text.
    #[must_use]
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph(Paragraph::new([Inline::text(text)]))
    }

    /// What a reader sees, without markup; blocks inside it are separated by a line end.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.write_text(&mut text);
        text
    }

    /// True where a reader sees nothing but white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let mut below: Vec<&Self> = Vec::new();
        let mut next = Some(self);
        while let Some(block) = next {
            let blank = match block {
                Self::Code(code) => code.text.trim().is_empty(),
                Self::Html(html) => html.text.trim().is_empty(),
                Self::Unknown(_) => false,
                _ => inline::is_blank(block.content()),
            };
            if !blank {
                return false;
            }
            below.extend(block.children());
            next = below.pop();
        }
        true
    }

    /// The blocks inside it, with those of its list items.
    pub fn children(&self) -> impl Iterator<Item = &Self> {
        let (quoted, items): (&[Self], &[ListItem]) = match self {
            Self::Quote(quote) => (&quote.body, &[]),
            Self::List(list) => (&[], &list.items),
            _ => (&[], &[]),
        };
        quoted.iter().chain(items.iter().flat_map(|item| &item.body))
    }

    /// Its own inline content; empty where it holds blocks.
    #[must_use]
    pub fn content(&self) -> &[Inline] {
        match self {
            Self::Paragraph(paragraph) => &paragraph.content,
            Self::Heading(heading) => &heading.content,
            _ => &[],
        }
    }

    /// Every inline inside it, in reading order: those of the blocks inside it, and those inside other inlines.
    #[must_use]
    pub fn inlines(&self) -> Vec<&Inline> {
        let mut found = Vec::new();
        let mut blocks = vec![self];
        while let Some(block) = blocks.pop() {
            let mut pending: Vec<&Inline> = block.content().iter().rev().collect();
            while let Some(inline) = pending.pop() {
                found.push(inline);
                pending.extend(inline.children().iter().rev());
            }
            let below = blocks.len();
            blocks.extend(block.children());
            blocks.get_mut(below..).unwrap_or_default().reverse();
        }
        found
    }

    /// Appends what a reader sees, after a line end where `out` holds something already.
    pub(super) fn write_text(&self, out: &mut String) {
        let separate = |out: &mut String| {
            if !out.is_empty() && !out.ends_with('\n') {
                out.push('\n');
            }
        };
        match self {
            Self::Paragraph(_) | Self::Heading(_) => {
                separate(out);
                self.content().iter().for_each(|inline| inline.write_text(out));
            }
            Self::Code(code) => {
                separate(out);
                out.push_str(&code.text);
            }
            Self::List(_) | Self::Quote(_) => self.children().for_each(|child| child.write_text(out)),
            Self::Rule(_) | Self::Html(_) | Self::Unknown(_) => {}
        }
    }
}

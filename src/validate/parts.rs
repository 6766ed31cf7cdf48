//! Every part of an article in document order, with its place: found once, and looked at by every rule.

use crate::model::{Address, Article, Author, Block, Inline, ListItem, Reference, Section};
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
    /// Inline content, of a heading or of a block.
    Inline(&'a Inline),
    /// A source.
    Reference(&'a Reference),
    /// Someone who wrote the article or a source.
    Author(&'a Author),
    /// An address.
    Address(&'a Address),
    /// A text, with what it is.
    Text(&'a str, Kind),
}

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A field of the article, of a source or of a perspective: a title, a name, a thesis.
    Field,
    /// What a reader reads in a heading or a body.
    Prose,
    /// Code, and its language.
    Code,
    /// Raw HTML.
    Html,
}

/// The parts of one article.
#[derive(Debug)]
pub(super) struct Parts<'a> {
    nodes: Vec<Node<'a>>,
}

#[derive(Debug)]
struct Node<'a> {
    part: Part<'a>,
    /// The position of the part that holds this one; its own for what the article itself holds.
    holder: usize,
    step: Step,
}

/// How a part lies in the one that holds it.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// In a field.
    Field(&'static str),
    /// In a list that is a field.
    Listed(&'static str, usize),
    /// In a list that is a field of a field: the content of a heading.
    Nested(&'static str, &'static str, usize),
}

/// A part and its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed<'p, 'a> {
    parts: &'p Parts<'a>,
    position: usize,
    /// The part.
    pub(super) part: Part<'a>,
}

impl<'a> Parts<'a> {
    /// Finds the parts of an article. Nesting costs no stack.
    pub(super) fn of(article: &'a Article) -> Self {
        let mut parts = Self { nodes: Vec::new() };
        let mut pending = Vec::new();
        let mut head = Found { holder: None, below: &mut pending };
        head.field("title", article.title.as_deref());
        head.field("question", article.question.as_deref());
        head.field("teaser", article.teaser.as_deref());
        head.list("authors", article.authors.iter().map(Part::Author));
        head.address("url", article.url.as_ref());
        head.list("tags", article.tags.iter().map(|tag| Part::Text(tag, Kind::Field)));
        head.list("references", article.references.iter().map(Part::Reference));
        head.list("sections", article.sections.iter().map(Part::Section));
        pending.reverse();
        while let Some((holder, step, part)) = pending.pop() {
            let position = parts.nodes.len();
            parts.nodes.push(Node { part, holder: holder.unwrap_or(position), step });
            let known = pending.len();
            part.below(&mut Found { holder: Some(position), below: &mut pending });
            pending.get_mut(known..).unwrap_or_default().reverse();
        }
        parts
    }

    /// Each part, before what is inside it.
    pub(super) fn iter(&self) -> impl Iterator<Item = Placed<'_, 'a>> {
        let placed = |(position, node): (usize, &Node<'a>)| Placed { parts: self, position, part: node.part };
        self.nodes.iter().enumerate().map(placed)
    }
}

impl<'a> Placed<'_, 'a> {
    /// The parts that hold this one, from itself outwards.
    fn holders(&self) -> impl Iterator<Item = &Node<'a>> {
        let mut next = self.parts.nodes.get(self.position).map(|node| (self.position, node));
        std::iter::from_fn(move || {
            let (position, node) = next?;
            next =
                self.parts.nodes.get(node.holder).map(|above| (node.holder, above)).filter(|_| node.holder != position);
            Some(node)
        })
    }

    /// Where it is.
    pub(super) fn path(&self) -> Path {
        let mut steps: Vec<Step> = self.holders().map(|node| node.step).collect();
        steps.reverse();
        steps.into_iter().fold(Path::root(), |path, step| match step {
            Step::Field(key) => path.key(key),
            Step::Listed(key, at) => path.key(key).index(at),
            Step::Nested(key, inner, at) => path.key(key).key(inner).index(at),
        })
    }

    /// True for a reply inside a perspective.
    pub(super) fn is_reply(&self) -> bool {
        self.holders().skip(1).any(|node| matches!(node.part, Part::Section(_)))
    }
}

/// Gathers what one part holds.
struct Found<'f, 'a> {
    holder: Option<usize>,
    below: &'f mut Vec<(Option<usize>, Step, Part<'a>)>,
}

impl<'a> Found<'_, 'a> {
    fn field(&mut self, key: &'static str, text: Option<&'a str>) {
        self.text(key, text, Kind::Field);
    }

    fn text(&mut self, key: &'static str, text: Option<&'a str>, kind: Kind) {
        self.below.extend(text.map(|text| (self.holder, Step::Field(key), Part::Text(text, kind))));
    }

    fn address(&mut self, key: &'static str, address: Option<&'a Address>) {
        self.below.extend(address.map(|address| (self.holder, Step::Field(key), Part::Address(address))));
    }

    fn list(&mut self, key: &'static str, parts: impl Iterator<Item = Part<'a>>) {
        let holder = self.holder;
        self.below.extend(parts.enumerate().map(|(at, part)| (holder, Step::Listed(key, at), part)));
    }

    fn blocks(&mut self, blocks: &'a [Block]) {
        let following = |at: usize| blocks.get(at + 1..).unwrap_or_default();
        self.list("body", blocks.iter().enumerate().map(|(at, block)| Part::Block(block, following(at))));
    }
}

impl<'a> Part<'a> {
    /// What it holds, in the order of the article.
    fn below(self, found: &mut Found<'_, 'a>) {
        match self {
            Self::Section(section) => {
                if let Some(view) = section.as_perspective() {
                    found.field("holder", view.holder.as_deref());
                    found.field("thesis", view.thesis.as_deref());
                    found.field("label", view.label.as_deref());
                }
                if let Some(heading) = &section.heading {
                    let nested =
                        |(at, inline)| (found.holder, Step::Nested("heading", "content", at), Part::Inline(inline));
                    found.below.extend(heading.content.iter().enumerate().map(nested));
                }
                found.blocks(&section.body);
                if let Some(view) = section.as_perspective() {
                    found.list("replies", view.replies.iter().map(Part::Section));
                }
            }
            Self::Block(Block::Quote(quote), _) => found.blocks(&quote.body),
            Self::Block(Block::List(list), _) => found.list("items", list.items.iter().map(Part::Item)),
            Self::Block(Block::Code(code), _) => {
                found.text("info", code.info.as_deref(), Kind::Code);
                found.text("text", Some(&code.text), Kind::Code);
            }
            Self::Block(Block::Html(html), _) => found.text("text", Some(&html.text), Kind::Html),
            Self::Block(block, _) => found.list("content", block.content().iter().map(Part::Inline)),
            Self::Item(item) => found.blocks(&item.body),
            Self::Inline(inline) => inline_below(inline, found),
            Self::Reference(reference) => {
                found.address("url", reference.url.as_ref());
                found.field("title", reference.title.as_deref());
                found.list("authors", reference.authors.iter().map(Part::Author));
                found.field("outlet", reference.outlet.as_deref());
            }
            Self::Author(author) => {
                found.field("name", Some(&author.name));
                found.field("affiliation", author.affiliation.as_deref());
                found.address("url", author.url.as_ref());
            }
            Self::Address(_) | Self::Text(..) => {}
        }
    }

    /// The text that this part is, with what it is: a field, or a piece of a line.
    pub(super) fn text(self) -> Option<(&'a str, Kind)> {
        match self {
            Self::Text(text, kind) => Some((text, kind)),
            Self::Inline(Inline::Text(text)) => Some((text.as_str(), Kind::Prose)),
            Self::Inline(Inline::Code(text)) => Some((text.as_str(), Kind::Code)),
            Self::Inline(Inline::Html(text)) => Some((text.as_str(), Kind::Html)),
            _ => None,
        }
    }
}

fn inline_below<'a>(inline: &'a Inline, found: &mut Found<'_, 'a>) {
    match inline {
        Inline::Link(link) => {
            found.address("url", Some(&link.url));
            found.field("title", link.title.as_deref());
            found.list("content", link.content.iter().map(Part::Inline));
        }
        Inline::Image(image) => {
            found.address("url", Some(&image.url));
            found.field("title", image.title.as_deref());
            found.list("alt", image.alt.iter().map(Part::Inline));
        }
        Inline::Citation(citation) => found.text("text", Some(&citation.text), Kind::Prose),
        Inline::Emphasis(content) | Inline::Strong(content) => found.list("content", content.iter().map(Part::Inline)),
        Inline::Text(_) | Inline::Code(_) | Inline::Html(_) => {}
        Inline::SoftBreak | Inline::HardBreak | Inline::Unknown(_) => {}
    }
}

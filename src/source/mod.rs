//! The source map: which part of the article each byte of the text became, and why.

mod notice;
mod parsed;

use std::fmt;

use crate::label::Reading;
use crate::model::{Article, Role};
use crate::path::Path;
use crate::span::Span;

pub(crate) use notice::Notice;
pub use parsed::Parsed;

/// Where each byte of a text went: its entries tile the text, every byte in exactly one.
///
/// # Examples
///
/// ```
/// use commentary::{Path, parse};
///
/// let text = "Camille Roy\nArticle en référence: https://i.example.org/a.png\n";
/// let parsed = parse(text);
/// let span = parsed.source.span(&Path::root().key("authors").index(0)).unwrap();
/// assert_eq!(span.slice(text), Some("Camille Roy"));
/// let total: usize = parsed.source.entries().iter().map(|entry| entry.span().len()).sum();
/// assert_eq!(total, text.len());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceMap {
    entries: Vec<Entry>,
}

/// A run of bytes with one fate. See [`SourceMap`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    span: Span,
    place: Place,
    reading: Option<Reading>,
}

/// Where a run of bytes went, in little room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Line ends, white space and marks between the pieces.
    Gap,
    Title,
    Teaser,
    Author(u32),
    Date,
    Reference(u32),
    /// A line of front matter.
    Meta,
    /// A marker that opens a section.
    Section {
        section: u32,
    },
    Heading {
        section: u32,
    },
    Block {
        section: u32,
        block: u32,
    },
    Item {
        section: u32,
        block: u32,
        item: u32,
    },
    Quoted {
        section: u32,
        block: u32,
        inner: u32,
    },
}

impl Place {
    fn path(self) -> Option<Path> {
        let index = |position: u32| usize::try_from(position).unwrap_or(usize::MAX);
        let block = |section, block| Path::section(index(section)).key("body").index(index(block));
        Some(match self {
            Self::Gap => return None,
            Self::Title => Path::root().key("title"),
            Self::Teaser => Path::root().key("teaser"),
            Self::Author(position) => Path::root().key("authors").index(index(position)),
            Self::Date => Path::root().key("published"),
            Self::Reference(position) => Path::root().key("references").index(index(position)),
            Self::Meta => Path::root(),
            Self::Section { section } => Path::section(index(section)),
            Self::Heading { section } => Path::section(index(section)).key("heading"),
            Self::Block { section, block: position } => block(section, position),
            Self::Item { section, block: list, item } => {
                block(section, list).key("items").index(index(item)).key("body").index(0)
            }
            Self::Quoted { section, block: quote, inner } => block(section, quote).key("body").index(index(inner)),
        })
    }
}

impl Entry {
    pub(crate) const fn gap(span: Span) -> Self {
        Self { span, place: Place::Gap, reading: None }
    }

    pub(crate) fn new(span: Span, place: Place, reading: Reading) -> Self {
        Self { span, place, reading: Some(reading) }
    }

    /// The bytes.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The place in the article that they became, or `None` for what only parts the pieces: line ends, white space,
    /// rules. Front matter has the path of the article itself.
    #[must_use]
    pub fn path(&self) -> Option<Path> {
        self.place.path()
    }

    /// The position of the section whose body they became a part of.
    const fn section_of_body(&self) -> Option<usize> {
        match self.place {
            Place::Block { section, .. } | Place::Item { section, .. } | Place::Quoted { section, .. } => {
                Some(section as usize)
            }
            _ => None,
        }
    }

    /// True for what became the place or a part of it. A place inside a block (a link in a paragraph) is answered with
    /// the block.
    fn became(&self, path: &Path) -> bool {
        self.path().is_some_and(|own| path.contains(&own) || (!own.is_root() && own.contains(path)))
    }

    /// How they were read, and why; `None` for what only parts the pieces.
    #[must_use]
    pub fn reading(&self) -> Option<&Reading> {
        self.reading.as_ref()
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.reading(), self.path()) {
            (Some(reading), Some(path)) => write!(f, "{} {path}: {}", self.span, reading.label),
            _ => write!(f, "{}", self.span),
        }
    }
}

impl SourceMap {
    /// No entries yet, and room for those of some blocks with the gaps between them.
    pub(crate) fn with_room(blocks: usize) -> Self {
        Self { entries: Vec::with_capacity(blocks * 2 + 1) }
    }

    /// Adds the next entry, and a gap for the bytes before it.
    pub(crate) fn push(&mut self, entry: Entry) {
        self.fill(entry.span.start());
        self.entries.push(entry);
    }

    /// Covers the bytes up to `end` that nothing covers yet.
    pub(crate) fn fill(&mut self, end: usize) {
        let from = self.entries.last().map_or(0, |last| last.span.end());
        if from < end {
            self.entries.push(Entry::gap(Span::new(from, end)));
        }
    }

    /// The entries, in the order of the text.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entries that became a part of the body of an unclassified section.
    pub(crate) fn unclassified<'a>(&'a self, article: &'a Article) -> impl Iterator<Item = &'a Entry> {
        self.entries.iter().filter(|entry| {
            let section = entry.section_of_body().and_then(|position| article.sections.get(position));
            section.is_some_and(|section| section.role == Role::Unclassified)
        })
    }

    /// The entry that holds the byte at `offset`, or `None` past the end.
    ///
    /// # Examples
    ///
    /// ```
    /// let text = "The facts\n\nThe toll goes.\n";
    /// let parsed = commentary::parse(text);
    /// let entry = parsed.source.at(text.find("toll").unwrap()).unwrap();
    /// assert_eq!(entry.path().unwrap().to_string(), "sections[0].body[0]");
    /// assert_eq!(entry.span().slice(text), Some("The toll goes."));
    /// ```
    #[must_use]
    pub fn at(&self, offset: usize) -> Option<&Entry> {
        let after = self.entries.partition_point(|entry| entry.span.start() <= offset);
        self.entries.get(after.checked_sub(1)?).filter(|entry| offset < entry.span.end())
    }

    /// Where a place in the article came from: the smallest span that covers all that became it or a part of it.
    ///
    /// # Examples
    ///
    /// ```
    /// let text = "By Ida Sorensen\n\nThe facts\n\nThe toll goes.\n\nNobody pays.\n";
    /// let parsed = commentary::parse(text);
    /// let slice = |path: &str| Some(parsed.source.span(&path.parse().ok()?)?.slice(text).unwrap());
    /// assert_eq!(slice("authors[0]"), Some("By Ida Sorensen"));
    /// assert_eq!(slice("sections[0].heading"), Some("The facts"));
    /// assert_eq!(slice("sections[0]"), Some("The facts\n\nThe toll goes.\n\nNobody pays."));
    /// assert_eq!(slice("sections[1]"), None);
    /// ```
    #[must_use]
    pub fn span(&self, path: &Path) -> Option<Span> {
        self.entries.iter().filter(|entry| entry.became(path)).map(Entry::span).reduce(Span::join)
    }

    /// Why a place in the article was read as it was: the reading of the first bytes that became it.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::Path;
    ///
    /// let text = "The facts\n\nThe toll goes.\n\nThe case against\n\nThe bridge needs paint.\n";
    /// let parsed = commentary::parse(text);
    /// let body: Path = "sections[1].body[0]".parse()?;
    /// let reading = parsed.source.reading(&body).unwrap();
    /// assert_eq!(reading.label.to_string(), "perspective:against");
    /// assert_eq!(reading.confidence.to_string(), "100%");
    /// // The heading above it says so, and this is where it stands.
    /// assert_eq!(reading.evidence[0].name(), "heading");
    /// assert_eq!(reading.evidence[0].span().unwrap().slice(text), Some("The case against"));
    /// # Ok::<(), commentary::PathError>(())
    /// ```
    #[must_use]
    pub fn reading(&self, path: &Path) -> Option<&Reading> {
        let entry = self.entries.iter().find(|entry| entry.reading.is_some() && entry.became(path))?;
        entry.reading()
    }
}

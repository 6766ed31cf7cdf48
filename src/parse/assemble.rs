//! Readings become an article: fields of the head, sections, blocks.

use crate::label::{Citations, Form, Label, Reading, addresses, is_attribution, is_quotation, listed};
use crate::lexicon::{Index, Sense};
use crate::model::{
    Article, Author, Block as ModelBlock, DateError, Heading, Inline, List, ListItem, Paragraph, Quote, Reference,
    ReferenceKind, Role, Section,
};
use crate::source::{Entry, Place, SourceMap};
use crate::span::Span;

use super::block::Block;
use super::date::Dates;
use super::marked::{Marks, unescaped};

/// Puts an article together, piece by piece.
pub(super) struct Assembly<'a> {
    pub(super) article: Article,
    pub(super) source: SourceMap,
    index: &'a Index,
    text: &'a str,
    citations: Citations,
    dates: Dates<'a>,
    /// The lines of dates that could not be read, and why.
    pub(super) unread: Vec<(Span, DateError)>,
    /// What stands above in a text whose sections are marked.
    pub(super) marked: Option<Marks>,
}

impl<'a> Assembly<'a> {
    pub(super) fn new(text: &'a str, blocks: &[Block<'a>], index: &'a Index, dates: Dates<'a>) -> Self {
        let citations = Citations::of(text, &blocks.iter().map(|block| &block.piece));
        let (article, source) = (Article::default(), SourceMap::with_room(blocks.len()));
        Self { article, source, index, text, citations, dates, unread: Vec::new(), marked: None }
    }

    /// Adds a block as it was read.
    pub(super) fn add(&mut self, block: &Block<'_>, mut reading: Reading) {
        if let (Some(attribution), Some(role)) = (self.attribution(block), self.open()) {
            // Whatever it looks like by itself, it belongs to the quotation above it.
            (reading.label, reading.is_heading) = (Label::Section(role.clone()), false);
            let place = self.push_block(ModelBlock::Paragraph(attribution));
            return self.source.push(Entry::new(block.whole, place, reading));
        }
        let text = &*block.text();
        let place = match &reading.label {
            Label::Title if self.article.title.as_deref().is_none_or(|title| title == text) => {
                self.article.title = Some(text.to_owned());
                Place::Title
            }
            Label::Teaser if self.article.teaser.as_deref().is_none_or(|teaser| teaser == text) => {
                self.article.teaser = Some(text.to_owned());
                Place::Teaser
            }
            Label::Author => self.author(text),
            Label::Date => self.date(text, block.whole).unwrap_or_else(|| self.unplaced(block)),
            Label::Reference => self.reference(block, &reading),
            Label::Meta => Place::Meta,
            Label::Other if block.piece.form == Form::Rule => Place::Gap,
            Label::Section(_) if reading.is_heading => self.heading(block, &reading),
            Label::Section(role) => self.body(block, role),
            Label::Other => self.body(block, &Role::Boilerplate),
            Label::Title | Label::Teaser => self.unplaced(block),
        };
        self.source.push(Entry::new(block.whole, place, reading));
    }

    /// A byline: what stands before the name is left out.
    fn author(&mut self, text: &str) -> Place {
        let mut from = 0;
        self.index.search_line(text, |hit| {
            let is_byline = matches!(self.index.sense(hit.sense), Some(Sense::Byline));
            let opens = text.get(..hit.start as usize).is_some_and(|before| !before.contains(char::is_alphanumeric));
            if is_byline && opens {
                from = from.max(hit.end as usize);
            }
        });
        let name =
            text.get(from..).unwrap_or(text).trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：'));
        let name = if name.contains(char::is_alphanumeric) { name } else { text };
        // Front matter may have named the author before.
        if let Some(position) = self.article.authors.iter().position(|author| author.name == name) {
            return Place::Author(last(position + 1));
        }
        self.article.authors.push(Author::new(name));
        Place::Author(last(self.article.authors.len()))
    }

    /// A date line, where its date can be read and is the first.
    fn date(&mut self, text: &str, span: Span) -> Option<Place> {
        match self.dates.read(text) {
            Ok(date) if self.article.published.is_none() => {
                self.article.published = Some(date);
                Some(Place::Date)
            }
            Ok(_) => None,
            Err(error) => {
                self.unread.push((span, error));
                None
            }
        }
    }

    /// A line of the head that names a source, or an entry of a list of sources.
    fn reference(&mut self, block: &Block<'_>, reading: &Reading) -> Place {
        if reading.is_heading {
            return self.heading(block, reading);
        }
        let whole = block.text();
        let (number, text) = listed(&whole).map_or((None, &*whole), |(number, rest)| (Some(number), rest));
        let (kind, after_marker) = self.marker(text);
        let found = addresses(text);
        let first = found.first().map_or(text.len(), |span| span.start());
        let title = text.get(after_marker.min(first)..first).unwrap_or_default();
        let title = title.trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, ':' | '：' | '-' | '–' | '—' | '|' | '(' | '[' | ']' | '*')
        });
        let position = self.article.references.len();
        let mut reference = Reference::new(kind.clone());
        reference.id = number.map(str::to_owned).or_else(|| block.number.map(|number| number.to_string()));
        reference.title = Some(title).filter(|title| title.contains(char::is_alphanumeric)).map(str::to_owned);
        if after_marker > 0 && reference.title.is_none() && found.is_empty() {
            reference.title = Some(text.to_owned());
        }
        reference.url = found.first().and_then(|span| span.slice(text)).map(Into::into);
        self.article.references.push(reference);
        for span in found.iter().skip(1) {
            let mut further = Reference::new(kind.clone());
            further.url = span.slice(text).map(Into::into);
            self.article.references.push(further);
        }
        Place::Reference(last(position + 1))
    }

    /// The kind that the marker at the beginning of a line names, and where the marker ends.
    fn marker(&self, text: &str) -> (ReferenceKind, usize) {
        let mut best = (ReferenceKind::Article, 0);
        self.index.search_line(text, |hit| {
            let opens = text.get(..hit.start as usize).is_some_and(|before| !before.contains(char::is_alphanumeric));
            if let (Some(Sense::Marker(kind)), true) = (self.index.sense(hit.sense), opens) {
                if hit.end as usize > best.1 {
                    best = (kind.clone(), hit.end as usize);
                }
            }
        });
        best
    }

    /// A heading: it opens a section, or stands in one that goes on.
    fn heading(&mut self, block: &Block<'_>, reading: &Reading) -> Place {
        let level = match block.piece.form {
            Form::Heading { level } => level.min(6),
            _ => 2,
        };
        let heading = Heading::new(level, block.text());
        let role = match &reading.label {
            Label::Section(role) => role.clone(),
            _ => Role::from("reference"),
        };
        if self.open() == Some(&role) && !reading.is_announcement(block.piece.span) {
            return self.push_block(ModelBlock::from(heading));
        }
        let mut section = Section::new(role);
        section.heading = Some(heading);
        self.article.sections.push(section);
        Place::Heading { section: last(self.article.sections.len()) }
    }

    /// The role of the section that is open.
    fn open(&self) -> Option<&Role> {
        self.article.sections.last().map(|open| &open.role)
    }

    /// A piece of a body: it goes on with the section that is open, or opens one.
    fn body(&mut self, block: &Block<'_>, role: &Role) -> Place {
        if self.open() != Some(role) {
            self.article.sections.push(Section::new(role.clone()));
        }
        match block.piece.form {
            Form::Item => self.item(block),
            Form::Quote => self.quote(block),
            _ => self.push_block(ModelBlock::Paragraph(self.paragraph(&block.text()))),
        }
    }

    /// A line that says whose words stand above it, below a quotation.
    pub(super) fn attribution(&self, block: &Block<'_>) -> Option<Paragraph> {
        // A dash may have been taken for a bullet.
        let text = block.whole.slice(self.text).filter(|text| !block.is_broken && is_attribution(text))?;
        let is_line = matches!(block.piece.form, Form::Paragraph | Form::Item);
        let above = self.article.sections.last().and_then(|open| open.body.last());
        let is_below = match above? {
            ModelBlock::Quote(_) => true,
            ModelBlock::Paragraph(paragraph) => is_quotation(paragraph),
            _ => false,
        };
        (is_line && is_below).then(|| Paragraph::attribution(self.paragraph(text).content))
    }

    /// A paragraph of plain text; the line ends inside it are soft breaks.
    pub(super) fn paragraph(&self, text: &str) -> Paragraph {
        let plain = |line| if self.marked.is_some() { unescaped(line) } else { line };
        let mut content = Vec::with_capacity(1);
        if memchr::memchr2(b'\n', b'\r', text.as_bytes()).is_none() {
            self.citations.push(plain(text), &mut content);
            return Paragraph::new(content);
        }
        for line in text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()) {
            if !content.is_empty() {
                content.push(Inline::SoftBreak);
            }
            self.citations.push(plain(line), &mut content);
        }
        Paragraph::new(content)
    }

    /// A piece that has no place in the head: it is kept in a section of its own.
    fn unplaced(&mut self, block: &Block<'_>) -> Place {
        self.body(block, &Role::Unclassified)
    }

    pub(super) fn push_block(&mut self, block: ModelBlock) -> Place {
        let section = last(self.article.sections.len());
        let Some(open) = self.article.sections.last_mut() else { return Place::Gap };
        open.body.push(block);
        Place::Block { section, block: last(open.body.len()) }
    }

    /// An item goes on with the list before it, where that is of its kind.
    pub(super) fn item(&mut self, block: &Block<'_>) -> Place {
        let section = last(self.article.sections.len());
        let item = self.list_item(block);
        if let Some(open) = self.article.sections.last_mut() {
            let position = last(open.body.len());
            if let Some(ModelBlock::List(list)) = open.body.last_mut() {
                let next = list.start.map(|start| start + list.items.len() as u64);
                if block.number == next {
                    list.is_loose |= block.piece.after_blank;
                    list.items.push(item);
                    return Place::Item { section, block: position, item: last(list.items.len()) };
                }
            }
        }
        self.list(block)
    }

    fn list_item(&self, block: &Block<'_>) -> ListItem {
        ListItem::from(vec![ModelBlock::Paragraph(self.paragraph(&block.text()))])
    }

    /// An item opens a list.
    pub(super) fn list(&mut self, block: &Block<'_>) -> Place {
        let mut list = List::bullets([self.list_item(block)]);
        list.start = block.number;
        match self.push_block(ModelBlock::List(list)) {
            Place::Block { section, block } => Place::Item { section, block, item: 0 },
            place => place,
        }
    }

    /// A quoted line goes on with the quotation before it.
    pub(super) fn quote(&mut self, block: &Block<'_>) -> Place {
        let mut inner = self.paragraph(&block.text());
        inner.is_attribution = is_attribution(block.piece.text);
        let inner = ModelBlock::Paragraph(inner);
        let section = last(self.article.sections.len());
        if let Some(open) = self.article.sections.last_mut() {
            let position = last(open.body.len());
            if let Some(ModelBlock::Quote(quote)) = open.body.last_mut().filter(|_| !block.piece.after_blank) {
                quote.body.push(inner);
                return Place::Quoted { section, block: position, inner: last(quote.body.len()) };
            }
        }
        match self.push_block(ModelBlock::Quote(Quote::from(vec![inner]))) {
            Place::Block { section, block } => Place::Quoted { section, block, inner: 0 },
            place => place,
        }
    }
}

/// The position of the last of `count`.
pub(super) fn last(count: usize) -> u32 {
    u32::try_from(count.saturating_sub(1)).unwrap_or(u32::MAX)
}

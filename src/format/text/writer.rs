//! The writer: which form is taken, and what is lost.

use super::block::{Flat, Shape};
use super::body::{Part, parts};
use super::head::{front_matter, head, lines, says_nothing};
use super::line::{Body, Headings, Line, join, pieces};
use super::loss::{Loss, Losses};
use super::reading::is_read_back;
use crate::diagnostic::Report;
use crate::label::{Citations, MAX_PIECES, is_attribution, is_quotation};
use crate::model::{Article, Block, Heading, Inline, List, ListItem, Paragraph, Quote, Rule};
use crate::path::Path;

/// How an article stands in a text. The later forms say more and are heavier to read.
///
/// # Examples
///
/// ```
/// use commentary::{Article, Section, Stance, parse};
/// use commentary::text::{Form, Writer};
///
/// // Nothing in these words tells that they are a view of the left.
/// let article = Article::new("The bridge").section(Section::perspective(Stance::Left).paragraph("It closes."));
/// let written = Writer::new().article(&article);
/// assert_eq!(written.form, Form::Markers);
/// assert_eq!(
///     written.text,
///     "---\ntitle: \"The bridge\"\nsections: marked\n---\n\n[perspective:left]\n\nIt closes.\n"
/// );
/// assert_eq!(parse(&written.text).article, article);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum Form {
    /// Every field and every block is a line or several; what they are is told from their words.
    #[default]
    Lines,
    /// The fields are front matter; the sections are lines.
    FrontMatter,
    /// The fields are front matter, and a marker says of each section what it is.
    Markers,
}

/// Writes plain text.
///
/// # Examples
///
/// ```
/// use commentary::{Article, Block, Inline, Paragraph, Section};
/// use commentary::text::{Form, Writer};
///
/// let line = Paragraph::new([Inline::text("Cheese is "), Inline::strong([Inline::text("not")]), Inline::text(" it.")]);
/// let article = Article::new("Cheese").section(Section::summary().heading("The facts").block(line));
/// let written = Writer::new().at_least(Form::FrontMatter).article(&article);
/// assert!(written.text.starts_with("---\ntitle: \"Cheese\"\n"));
/// assert!(written.text.ends_with("\n\nCheese is not it.\n"));
/// assert_eq!(
///     written.report.to_string(),
///     "note[lost-markup]: plain text has no emphasis and no code; the words stay (sections[0].body[0])\n"
/// );
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Writer {
    least: Form,
}

/// What was written, and what it does not carry.
///
/// # Examples
///
/// ```
/// use commentary::{Article, text::{Form, Writer}};
///
/// let written = Writer::new().article(&Article::default());
/// assert_eq!((written.text.as_str(), written.form), ("", Form::Lines));
/// assert!(written.report.is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Written {
    /// The text. It ends with a line end, unless it is empty.
    pub text: String,
    /// What is not read back as it is. A report that is [cut off](Report::omitted) does not name it all.
    pub report: Report,
    /// The form that was taken.
    pub form: Form,
}

/// The forms without markers, in the order in which they are tried.
const LIGHT: [(Form, Headings); 4] = [
    (Form::Lines, Headings::Bare),
    (Form::Lines, Headings::Marked),
    (Form::FrontMatter, Headings::Bare),
    (Form::FrontMatter, Headings::Marked),
];

impl Writer {
    /// A writer that takes the lightest form that is read back.
    #[must_use]
    pub const fn new() -> Self {
        Self { least: Form::Lines }
    }

    /// This writer with a form that is at least this one. [`Form::Markers`] is the quickest: no other has to be tried.
    #[must_use]
    pub const fn at_least(mut self, form: Form) -> Self {
        self.least = form;
        self
    }

    /// Writes an article.
    #[must_use]
    pub fn article(&self, article: &Article) -> Written {
        let mut losses = Losses::default();
        let head = head(article, &mut losses);
        let parts = parts(article, &mut losses);
        let light = LIGHT.iter().filter(|(form, _)| *form >= self.least);
        let mut found = light.filter_map(|&(form, headings)| {
            let (lines, text) = tried(form, headings, &head, &parts)?;
            Some((form, lines, text))
        });
        let (form, lines, text) = found.next().unwrap_or_else(|| {
            let lines = marked(&head, &parts);
            let text = join(&lines);
            (Form::Markers, lines, text)
        });
        compare(&lines, &text, &parts, &mut losses);
        if lines.len() >= MAX_PIECES {
            losses.add(Loss::Tail, &Path::root().key("sections"));
        }
        Written { text, report: losses.into_report(), form }
    }
}

/// The lines and the text in a form without markers, where it is read back.
fn tried(form: Form, headings: Headings, head: &Article, parts: &[Part<'_>]) -> Option<(Vec<Line>, String)> {
    let above = match form {
        Form::Lines => lines(head)?,
        _ => front_matter(head, false),
    };
    let lines = Body::write(form, headings, above, parts)?;
    let text = join(&lines);
    (lines.len() < MAX_PIECES && is_read_back(&lines, &text, head, parts)).then_some((lines, text))
}

/// The lines with markers.
fn marked(head: &Article, parts: &[Part<'_>]) -> Vec<Line> {
    if parts.is_empty() && says_nothing(head) {
        return Vec::new();
    }
    Body::write(Form::Markers, Headings::Marked, front_matter(head, true), parts).unwrap_or_default()
}

/// Notes where the blocks are read otherwise than they are, and nothing says so yet.
fn compare(lines: &[Line], text: &str, parts: &[Part<'_>], losses: &mut Losses) {
    let pieces = pieces(lines);
    let citations = Citations::of(text, &pieces.iter());
    for part in parts {
        let mut above: Option<Block> = None;
        for flat in &part.body {
            let read = read(flat, above.as_ref(), citations);
            if !flat.has_loss && read != *flat.source {
                losses.add(difference(flat.source, &read), &flat.path);
            }
            above = Some(read);
        }
    }
}

/// The block that is read.
fn read(flat: &Flat<'_>, above: Option<&Block>, citations: Citations) -> Block {
    let content = |line: &str| {
        let mut content = Vec::new();
        citations.push(line, &mut content);
        content
    };
    match &flat.shape {
        Shape::Heading(title) => Heading::new(title.level, title.text.as_str()).into(),
        Shape::Rule => Rule::default().into(),
        Shape::Paragraph { lines, is_attribution: is_meant } => {
            let mut all: Vec<Inline> = Vec::new();
            for line in lines {
                if !all.is_empty() {
                    all.push(Inline::SoftBreak);
                }
                all.extend(content(line));
            }
            let is_read = lines.first().is_some_and(|line| is_attribution(line)) && above.is_some_and(is_quoted);
            if *is_meant && is_read { Paragraph::attribution(all).into() } else { Paragraph::new(all).into() }
        }
        Shape::List { start, is_loose, items } => {
            let items = items.iter().map(|item| ListItem::from(vec![Paragraph::new(content(item)).into()]));
            let mut list = List::bullets(items);
            (list.start, list.is_loose) = (*start, *is_loose);
            list.into()
        }
        Shape::Quote(quoted) => {
            let paragraphs = quoted.iter().map(|(line, is_meant)| {
                let mut paragraph = Paragraph::new(content(line));
                paragraph.is_attribution = *is_meant && is_attribution(line);
                Block::from(paragraph)
            });
            Quote::from(paragraphs.collect::<Vec<_>>()).into()
        }
    }
}

/// True for a block that an attribution may stand below.
fn is_quoted(block: &Block) -> bool {
    match block {
        Block::Quote(_) => true,
        Block::Paragraph(paragraph) => is_quotation(paragraph),
        _ => false,
    }
}

/// What is lost where a block is read as another.
fn difference(block: &Block, read: &Block) -> Loss {
    let cites = |block: &Block| block.inlines().iter().any(|inline| matches!(inline, Inline::Citation(_)));
    let attributes = |block: &Block| {
        let own = |block: &Block| matches!(block, Block::Paragraph(paragraph) if paragraph.is_attribution);
        own(block) || block.children().any(own)
    };
    if attributes(block) != attributes(read) {
        Loss::Attribution
    } else if cites(block) || cites(read) {
        Loss::Citation
    } else if block.text() == read.text() {
        Loss::Seam
    } else {
        Loss::Space
    }
}

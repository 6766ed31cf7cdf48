//! Lines: what is written, and what each line is there for.

use super::Form;
use super::block::{Flat, Shape};
use super::body::{Part, Title};
use super::mark;
use crate::label::{self, Piece, is_quotation, write_marker};
use crate::model::{Inline, Paragraph};
use crate::span::Span;

/// A line of text.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) text: String,
    /// The bytes of its mark at either side of its text.
    mark: (usize, usize),
    pub(super) form: label::Form,
    /// True where an empty line stands before it.
    pub(super) after_blank: bool,
    pub(super) is: Is,
}

/// What a line is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Is {
    FrontMatter,
    Title,
    Teaser,
    Author,
    Date,
    Reference,
    /// Nothing of the article: markers, and what parts two lists.
    Mark,
    /// The heading of the section at this position.
    Heading(usize),
    /// A heading in the body of a section.
    Sub(usize),
    /// A line of a block in the body of a section.
    Body(usize),
    /// A line below a quotation, in the body of a section, that says whose words it is.
    Attribution(usize),
}

/// The mark and the name of an attribution that the reader takes for an item first: the dash is one of its bullets.
fn as_item(text: &str) -> Option<(&str, &str)> {
    let name = text.strip_prefix('–')?.trim_start_matches([' ', '\t', '\u{a0}', '\u{202f}']);
    text.split_at_checked(text.len() - name.len()).filter(|(mark, _)| mark.len() > '–'.len_utf8())
}

impl Line {
    /// A line without a mark, after an empty one.
    pub(super) fn new(text: impl Into<String>, form: label::Form, is: Is) -> Self {
        Self { text: text.into(), mark: (0, 0), form, after_blank: true, is }
    }

    /// A line with a mark before its text, and one after it.
    fn marked(before: &str, text: &str, after: &str, form: label::Form, is: Is) -> Self {
        let mark = (before.len(), after.len());
        Self { text: [before, text, after].concat(), mark, form, after_blank: true, is }
    }

    pub(super) fn below(mut self) -> Self {
        self.after_blank = false;
        self
    }

    /// Its text without its mark.
    pub(super) fn content(&self) -> &str {
        self.text.get(self.mark.0..self.text.len().saturating_sub(self.mark.1)).unwrap_or_default()
    }
}

/// The text that the lines make.
pub(super) fn join(lines: &[Line]) -> String {
    let mut text = String::with_capacity(lines.iter().map(|line| line.text.len() + 2).sum());
    for line in lines {
        if line.after_blank && !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&line.text);
        text.push('\n');
    }
    text
}

/// The pieces that a reader makes of the lines.
pub(super) fn pieces(lines: &[Line]) -> Vec<Piece<'_>> {
    let mut at = 0;
    let mut pieces = Vec::with_capacity(lines.len());
    for line in lines {
        at += usize::from(line.after_blank && at > 0);
        let start = at + line.mark.0;
        let content = line.content();
        let mut piece = Piece::new(content, line.form, Span::new(start, start + content.len()));
        piece.after_blank = line.after_blank;
        // As the reader has it: a number is no such mark.
        let mark = line.text.chars().next().filter(|mark| !mark.is_ascii_digit());
        piece.mark = mark.filter(|_| line.form == label::Form::Item);
        pieces.push(piece);
        at += line.text.len() + 1;
    }
    pieces
}

/// How the headings stand that have level 2, in a text without markers. Those of other levels have `#` before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Headings {
    /// As they are.
    Bare,
    /// Behind `##`.
    Marked,
}

/// Writes sections, in one form.
pub(super) struct Body {
    form: Form,
    headings: Headings,
    lines: Vec<Line>,
}

impl Body {
    /// The lines of the sections below those that are there; nothing where this form cannot say what they hold.
    pub(super) fn write(form: Form, headings: Headings, lines: Vec<Line>, parts: &[Part<'_>]) -> Option<Vec<Line>> {
        let mut body = Self { form, headings, lines };
        for (section, part) in parts.iter().enumerate() {
            body.part(section, part)?;
        }
        Some(body.lines)
    }

    fn is_marked(&self) -> bool {
        self.form == Form::Markers
    }

    fn part(&mut self, section: usize, part: &Part<'_>) -> Option<()> {
        if self.is_marked() {
            let opens_with_heading = matches!(part.body.first(), Some(Flat { shape: Shape::Heading(_), .. }));
            let may_have_heading = part.heading.is_some() || !opens_with_heading;
            let marker = write_marker(&part.role, &part.extra, may_have_heading);
            self.lines.push(Line::new(marker, label::Form::Paragraph, Is::Mark));
        } else if !part.extra.is_empty() || part.heading.is_none() && part.body.is_empty() {
            return None;
        }
        if let Some(heading) = &part.heading {
            self.heading(heading, Is::Heading(section))?;
        }
        for (position, block) in part.body.iter().enumerate() {
            let above = position.checked_sub(1).and_then(|above| part.body.get(above));
            self.block(block, above, section)?;
        }
        Some(())
    }

    fn heading(&mut self, heading: &Title, is: Is) -> Option<()> {
        let Title { level, text } = heading;
        let form = label::Form::Heading { level: *level };
        let hashes = "#".repeat(usize::from(*level));
        if self.is_marked() {
            let text = mark::behind_mark(text);
            // A sign at its end would be taken for the mark's.
            let after = if text.ends_with('#') { format!(" {hashes}") } else { String::new() };
            self.lines.push(Line::marked(&format!("{hashes} "), &text, &after, form, is));
            return Some(());
        }
        if *level == 2 && self.headings == Headings::Bare && mark::is_plain(text) {
            self.lines.push(Line::new(text, label::Form::Paragraph, is));
            return Some(());
        }
        if *mark::behind_mark(text) != **text || text.ends_with('#') {
            return None;
        }
        self.lines.push(Line::marked(&format!("{hashes} "), text, "", form, is));
        Some(())
    }

    fn block(&mut self, block: &Flat<'_>, above: Option<&Flat<'_>>, section: usize) -> Option<()> {
        let is = Is::Body(section);
        match &block.shape {
            Shape::Heading(title) => self.heading(title, Is::Sub(section)),
            Shape::Paragraph { lines, is_attribution } => {
                let is_read = lines.iter().all(|line| label::is_attribution(line)) && above.is_some_and(is_quoted);
                self.paragraph(lines, if *is_attribution && is_read { Is::Attribution(section) } else { is })
            }
            Shape::List { start, is_loose, items } => {
                if goes_on(above, *start) {
                    if !self.is_marked() {
                        return None;
                    }
                    self.lines.push(Line::new(label::PARTING, label::Form::Rule, Is::Mark));
                }
                self.list(*start, *is_loose, items, is)
            }
            Shape::Quote(quoted) => self.quote(quoted, is),
            Shape::Rule if self.is_marked() => {
                self.lines.push(Line::new("***", label::Form::Rule, is));
                Some(())
            }
            Shape::Rule => None,
        }
    }

    fn paragraph(&mut self, lines: &[String], is: Is) -> Option<()> {
        let is_attribution = matches!(is, Is::Attribution(_));
        for (position, text) in lines.iter().enumerate() {
            let line = if self.is_marked() {
                let above = position.checked_sub(1).and_then(|above| lines.get(above));
                let goes_on = above.is_some_and(|above| mark::goes_on(above, text));
                let text = if is_attribution { text.into() } else { mark::line(text, goes_on) };
                Line::new(text, label::Form::Paragraph, is)
            } else if position == 0 && lines.len() == 1 && (mark::is_plain(text) || is_attribution) {
                match as_item(text).filter(|_| is_attribution) {
                    Some((mark, name)) => Line::marked(mark, name, "", label::Form::Item, is),
                    None => Line::new(text, label::Form::Paragraph, is),
                }
            } else {
                return None;
            };
            self.lines.push(if position > 0 { line.below() } else { line });
        }
        Some(())
    }

    fn list(&mut self, start: Option<u64>, is_loose: bool, items: &[String], is: Is) -> Option<()> {
        for (position, item) in items.iter().enumerate() {
            let text = mark::behind_mark(item);
            if !self.is_marked() && *text != **item {
                return None;
            }
            let before = start.map_or_else(|| "- ".to_owned(), |start| format!("{}. ", start + position as u64));
            let line = Line::marked(&before, &text, "", label::Form::Item, is);
            self.lines.push(if position > 0 && !is_loose { line.below() } else { line });
        }
        Some(())
    }

    fn quote(&mut self, quoted: &[(String, bool)], is: Is) -> Option<()> {
        for (position, (text, is_attribution)) in quoted.iter().enumerate() {
            let text = if *is_attribution && label::is_attribution(text) { text.into() } else { mark::quoted(text) };
            if !self.is_marked() && text.starts_with('\\') {
                return None;
            }
            let line = Line::marked("> ", &text, "", label::Form::Quote, is);
            self.lines.push(if position > 0 { line.below() } else { line });
        }
        Some(())
    }
}

/// True for a block that an attribution may stand below. Citations in it change nothing of that.
fn is_quoted(block: &Flat<'_>) -> bool {
    match &block.shape {
        Shape::Quote(_) => true,
        Shape::Paragraph { lines, is_attribution: false } => {
            let line = |line: Option<&String>| line.map(|line| Inline::text(line.as_str()));
            is_quotation(&Paragraph::new(line(lines.first()).into_iter().chain(line(lines.last())).collect::<Vec<_>>()))
        }
        _ => false,
    }
}

/// True where a list would be read as more of the one above.
fn goes_on(above: Option<&Flat<'_>>, start: Option<u64>) -> bool {
    match above.map(|above| &above.shape) {
        Some(Shape::List { start: above, items, .. }) => above.map(|above| above + items.len() as u64) == start,
        _ => false,
    }
}

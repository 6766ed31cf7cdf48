//! Inlines → a line of CommonMark.

use super::super::marker::{SPAN_END, SPAN_OPENED, SPAN_START};
use super::super::read::blocks::MAX_DEPTH;
use super::Trust;
use super::escape::{self, Context, Label, Line, Next, is_reference};
use super::{address, nodes};
use crate::front_matter::{Place, write_value};
use crate::model::{Inline, Link, plain_text};

/// The inlines as Markdown.
pub(super) fn write(content: &[Inline], line: Line, trust: Trust) -> String {
    let mut writer = Writer {
        out: String::new(),
        line_start: 0,
        labels: 0,
        label: Label::Outside,
        steps: Vec::new(),
        delimited: None,
        line,
        has_raw_dollar: has_raw_dollar(content, trust),
        trust,
    };
    writer.push_all(content, Next::End, None);
    while let Some(step) = writer.steps.pop() {
        writer.step(step);
    }
    writer.out
}

/// What is still to be written.
enum Step<'a> {
    Inline {
        inline: &'a Inline,
        /// The inline after it among its siblings.
        sibling: Option<&'a Inline>,
        next: Next,
        /// The delimiter of the emphasis that ends with it.
        ends: Option<char>,
    },
    CloseEmphasis {
        delimiter: &'static str,
        sibling: Option<&'a Inline>,
    },
    CloseLabel(String),
}

struct Writer<'a> {
    out: String,
    /// The byte of `out` at which the line starts.
    line_start: usize,
    /// How many labels of links and images are open.
    labels: usize,
    label: Label,
    steps: Vec<Step<'a>>,
    /// Where a delimiter of emphasis has just been written, and what it needs of a text that follows.
    delimited: Option<(usize, Edge)>,
    line: Line,
    has_raw_dollar: bool,
    trust: Trust,
}

/// What a delimiter of emphasis needs of the character after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// It opens: no white space may follow.
    Inside,
    /// It closes, and a letter may follow.
    Free,
    /// It closes, and a letter that follows must be disguised as punctuation.
    Guarded,
}

impl<'a> Writer<'a> {
    /// Plans inlines; `next` is what follows the last of them.
    fn push_all(&mut self, content: &'a [Inline], next: Next, ends: Option<char>) {
        let mut sibling: Option<&'a Inline> = None;
        for inline in content.iter().rev() {
            let (next, ends) = match sibling {
                None => (next, ends),
                Some(Inline::SoftBreak) => (Next::End, None),
                Some(Inline::HardBreak) => (Next::Break, None),
                Some(Inline::Link(_)) => (Next::Bracket, None),
                Some(_) => (Next::Other, None),
            };
            self.steps.push(Step::Inline { inline, sibling, next, ends });
            sibling = Some(inline);
        }
    }

    fn step(&mut self, step: Step<'a>) {
        match step {
            Step::Inline { inline, sibling, next, ends } => self.inline(inline, sibling, next, ends),
            Step::CloseEmphasis { delimiter, sibling } => {
                let inside = self.out.chars().next_back();
                self.out.push_str(delimiter);
                let guarded = delimiter.starts_with('_') || inside.is_some_and(|c| !c.is_alphanumeric());
                let edge = if guarded { Edge::Guarded } else { Edge::Free };
                self.delimited = sibling.map(|_| (self.out.len(), edge));
            }
            Step::CloseLabel(end) => {
                self.labels -= 1;
                self.label = if self.labels == 0 { Label::Outside } else { Label::AfterInner };
                self.out.push_str(&end);
            }
        }
    }

    fn inline(&mut self, inline: &'a Inline, sibling: Option<&'a Inline>, next: Next, ends: Option<char>) {
        if needs_span(inline, self.trust) {
            return self.span(inline);
        }
        match inline {
            Inline::Text(text) => self.text(text, next),
            Inline::Emphasis(content) => self.emphasis(content, sibling, ends, ["*", "_"]),
            Inline::Strong(content) => self.emphasis(content, sibling, ends, ["**", "__"]),
            Inline::Code(code) => self.code(code),
            Inline::Link(link) => match autolink(link) {
                Some(address) => self.out.extend(["<", address, ">"]),
                None => {
                    let end = address::ending(link.url.as_str(), link.title.as_deref());
                    self.label("[", &link.content, end);
                }
            },
            Inline::Image(image) => {
                let end = address::ending(image.url.as_str(), image.title.as_deref());
                self.label("![", &image.alt, end);
            }
            Inline::SoftBreak => self.line_break(""),
            Inline::HardBreak => {
                let is_last_of_label = self.labels > 0 && sibling.is_none() && next == Next::Other;
                self.line_break(if is_last_of_label && self.line_has_text() { "  " } else { "\\" });
            }
            Inline::Html(html) => {
                self.out.push_str(html);
                if let Some(newline) = html.rfind('\n') {
                    self.line_start = self.out.len() - (html.len() - newline - 1);
                }
            }
            Inline::Citation(_) | Inline::Unknown(_) => {}
        }
    }

    const fn context(&self, next: Next) -> Context {
        Context { next, label: self.label, line: self.line, has_raw_dollar: self.has_raw_dollar }
    }

    fn text(&mut self, text: &str, next: Next) {
        let edge = self.delimited.take().filter(|&(at, _)| at == self.out.len()).map(|(_, edge)| edge);
        let mut rest = text.chars();
        let first = rest.clone().next();
        if edge == Some(Edge::Guarded) && first.is_some_and(|c| !stands_beside(c)) {
            rest.next();
            first.into_iter().for_each(|c| escape::write_reference(&mut self.out, c));
        }
        let context = self.context(next);
        escape::write_text(&mut self.out, self.line_start, rest.as_str(), edge == Some(Edge::Inside), context);
    }

    fn emphasis(
        &mut self,
        content: &'a [Inline],
        sibling: Option<&'a Inline>,
        ends: Option<char>,
        delimiters: [&'static str; 2],
    ) {
        // Delimiters that touch must differ, or they are read as one.
        let touched = self.out.chars().next_back().filter(|c| matches!(c, '*' | '_')).or(ends);
        let [star, underscore] = delimiters;
        let delimiter = if touched == Some('*') { underscore } else { star };
        let inside_is_word = match content.first() {
            Some(Inline::Text(text)) => text.starts_with(char::is_alphanumeric),
            _ => false,
        };
        if delimiter == underscore || !inside_is_word {
            self.guard_last();
        }
        self.out.push_str(delimiter);
        self.delimited = Some((self.out.len(), Edge::Inside));
        self.steps.push(Step::CloseEmphasis { delimiter, sibling });
        self.push_all(content, Next::Delimiter, delimiter.chars().next());
    }

    /// Disguises a letter before an opening delimiter as punctuation.
    fn guard_last(&mut self) {
        if let Some(last) = self.out.chars().next_back().filter(|&c| !stands_beside(c)) {
            self.out.pop();
            // A backslash before a letter is no escape; before a reference it would be.
            if self.out.ends_with('\\') {
                self.out.push('\\');
            }
            escape::write_reference(&mut self.out, last);
        }
    }

    /// Writes code between backticks: the shortest run of them that the code does not hold.
    fn code(&mut self, code: &str) {
        let runs: Vec<usize> = code.split(|c| c != '`').map(str::len).filter(|&length| length > 0).collect();
        let length = (1..).find(|length| !runs.contains(length)).unwrap_or(1);
        let fence = "`".repeat(length);
        let stripped = code.starts_with(' ') && code.ends_with(' ') && code.chars().any(|c| c != ' ');
        let pad = if stripped || code.starts_with('`') || code.ends_with('`') { " " } else { "" };
        self.out.extend([&fence, pad, code, pad, &fence]);
    }

    fn label(&mut self, start: &str, content: &'a [Inline], end: String) {
        self.out.push_str(start);
        self.labels += 1;
        self.label = Label::Inside;
        self.steps.push(Step::CloseLabel(end));
        self.push_all(content, Next::Other, None);
    }

    fn line_has_text(&self) -> bool {
        self.out.get(self.line_start..).is_some_and(|line| !line.trim().is_empty())
    }

    /// Ends a line after the mark of its break.
    ///
    /// Where a label ends with a break, pulldown-cmark shows a backslash if anything before it might open an emphasis.
    fn line_break(&mut self, mark: &str) {
        self.out.push_str(mark);
        self.out.push('\n');
        self.line_start = self.out.len();
    }

    /// Writes an inline's exact data, round the text that a reader sees.
    fn span(&mut self, inline: &Inline) {
        let Some(data) = nodes::inline(inline) else { return };
        self.out.push_str(SPAN_START);
        write_value(&mut self.out, &data, Place::Html);
        self.out.push_str(SPAN_OPENED);
        let shown = match inline {
            Inline::Html(html) => html.clone(),
            _ => plain_text(std::slice::from_ref(inline)),
        };
        let context = self.context(Next::Delimiter);
        escape::write_text(&mut self.out, self.line_start, &shown, true, context);
        self.out.push_str(SPAN_END);
    }
}

/// True for what Markdown has no form for, or none that may be written.
fn needs_span(inline: &Inline, trust: Trust) -> bool {
    let has_form = match inline {
        Inline::Link(link) => link.extra.is_empty() && link.title.as_deref() != Some("") && trust.allows(&link.url),
        Inline::Image(image) => {
            image.extra.is_empty() && image.title.as_deref() != Some("") && trust.allows(&image.url)
        }
        Inline::Html(html) => trust == Trust::Full && !html.starts_with(SPAN_START),
        Inline::Citation(_) | Inline::Unknown(_) => false,
        _ => true,
    };
    !has_form
}

/// True where something that is written as it is holds a dollar sign.
fn has_raw_dollar(content: &[Inline], trust: Trust) -> bool {
    let mut pending: Vec<&Inline> = content.iter().collect();
    while let Some(inline) = pending.pop() {
        let has_dollar = match inline {
            Inline::Code(text) | Inline::Html(text) => text.contains('$'),
            Inline::Link(link) => has_dollar(link.url.as_str(), link.title.as_deref()),
            Inline::Image(image) => has_dollar(image.url.as_str(), image.title.as_deref()),
            _ => false,
        };
        if has_dollar || needs_span(inline, trust) {
            return true;
        }
        pending.extend(inline.children());
    }
    false
}

fn has_dollar(address: &str, title: Option<&str>) -> bool {
    address.contains('$') || title.is_some_and(|title| title.contains('$'))
}

/// The address of a link that shows nothing else and can be written as `<address>`.
fn autolink(link: &Link) -> Option<&str> {
    let address = link.url.as_str();
    let [Inline::Text(text)] = link.content.as_slice() else { return None };
    let (scheme, rest) = address.split_once(':')?;
    let good = link.title.is_none()
        && text == address
        && (2..=32).contains(&scheme.len())
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-'))
        && !rest.contains(|c: char| c.is_control() || matches!(c, ' ' | '<' | '>'))
        // Engines differ in whether a character reference counts here.
        && !address.split('&').skip(1).any(|after| is_reference(after, Next::End));
    good.then_some(address)
}

/// True for a character beside which a delimiter of emphasis stands as beside a space: white space and punctuation.
///
/// It need not know all punctuation: a character taken for a letter is only written as a reference without need.
fn stands_beside(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii_punctuation()
        || matches!(c, '«' | '»' | '¡' | '¿' | '·' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '、'..='】')
}

/// True where inlines stand too deep in one another to be read back.
pub(super) fn is_too_deep(content: &[Inline]) -> bool {
    let mut pending: Vec<(&Inline, usize)> = content.iter().map(|inline| (inline, 0)).collect();
    while let Some((inline, depth)) = pending.pop() {
        if depth > MAX_DEPTH {
            return true;
        }
        pending.extend(inline.children().iter().map(|child| (child, depth + 1)));
    }
    false
}

//! Findings as compilers show them: the line of the source, a mark below the place, and what to do.

use std::fmt;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use commentary::diagnostic::escape;
use commentary::{Diagnostic, LineIndex, Report, Severity, Span};
use unicode_segmentation::UnicodeSegmentation;

use crate::output::{GOOD, paint};
use crate::text::count;

/// How wide a finding may be on the screen.
const WIDTH: usize = 100;
/// How much of a line is marked at most, in characters as a reader counts them.
const MARKED: usize = 60;

/// A file that findings point into.
pub(crate) struct Pages<'a> {
    file: &'a str,
    text: &'a str,
    lines: LineIndex<'a>,
}

impl<'a> Pages<'a> {
    /// The file of this name that holds this text.
    pub(crate) fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, lines: LineIndex::new(text) }
    }

    /// A finding in this file, in colour and without a line end.
    pub(crate) fn show(&self, finding: &Diagnostic) -> String {
        let level = match finding.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let file = escape(self.file).to_string();
        let title = level.primary_title(escape(&finding.message).to_string()).id(escape(&finding.name).to_string());
        let mut group: Group<'_> = match self.mark(finding) {
            Some(mark) => {
                let marked = AnnotationKind::Primary.span(mark.from..mark.to);
                title.element(Snippet::source(mark.text).path(file).line_start(mark.line).annotation(marked))
            }
            None if finding.path.is_root() => title.element(Origin::path(file)),
            None => title.element(Origin::path(format!("{file}: {}", escape(&finding.path.to_string())))),
        };
        if let Some(help) = &finding.help {
            group = group.element(Level::HELP.message(escape(help).to_string()));
        }
        Renderer::styled().decor_style(DecorStyle::Unicode).term_width(WIDTH).render(&[group])
    }

    /// The line that a finding points to, with the place in it.
    fn mark(&self, finding: &Diagnostic) -> Option<Mark> {
        let span = finding.span?;
        let span = if finding.name == "lost-list" { last_character(span, self.text)? } else { span };
        let line = self.lines.location(span.start())?.line;
        let (before, rest) =
            self.lines.line(line)?.split_at_checked(span.start().checked_sub(self.lines.start(line)?)?)?;
        let cut = |text: &str, most| text.grapheme_indices(true).nth(most).map_or(text.len(), |(end, _)| end);
        let (marked, after) = rest.split_at_checked(span.len().min(cut(rest, MARKED)))?;
        // What is before the place is needed in full, since columns are counted in it.
        let (before, marked, after) = (shown(before), shown(marked), shown(after.get(..cut(after, WIDTH))?));
        let (from, to) = (before.len(), before.len() + marked.len());
        Some(Mark { line, text: before + &marked + &after, from, to })
    }
}

/// A line of the source with the place that is marked, safe to print.
struct Mark {
    /// From 1.
    line: usize,
    text: String,
    from: usize,
    to: usize,
}

/// A part of a line with one character for each of its own, so that columns stay right: what a terminal would obey or
/// not show has its picture, or a replacement character.
fn shown(part: &str) -> String {
    let picture = |c: char| match c {
        '\t' => ' ',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7f}' => '␡',
        _ if escape(c.encode_utf8(&mut [0; 4])).to_string().starts_with('\\') && c != '\\' => {
            char::REPLACEMENT_CHARACTER
        }
        _ => c,
    };
    part.chars().map(picture).collect()
}

/// The last character of a place: a list is lost after the colon, at the end of a paragraph.
fn last_character(span: Span, text: &str) -> Option<Span> {
    let paragraph = span.slice(text)?.trim_end();
    let (last, character) = paragraph.char_indices().next_back()?;
    let start = span.start() + last;
    Some(Span::new(start, start + character.len_utf8()))
}

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, Default, serde::Serialize)]
pub(crate) struct Counts {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) notes: usize,
    /// Findings beyond what a report keeps.
    pub(crate) omitted: usize,
}

impl Counts {
    pub(crate) fn of(report: &Report) -> Self {
        let of = |severity| report.iter().filter(|finding| finding.severity == severity).count();
        Self {
            errors: of(Severity::Error),
            warnings: of(Severity::Warning),
            notes: of(Severity::Note),
            omitted: report.omitted(),
        }
    }

    pub(crate) const fn add(&mut self, other: Self) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.notes += other.notes;
        self.omitted += other.omitted;
    }
}

impl fmt::Display for Counts {
    /// `1 error, 2 warnings`: what there is none of is left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all =
            [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note"), (self.omitted, "more finding")];
        let found: Vec<String> = all.iter().filter(|(of, _)| *of > 0).map(|&(of, noun)| count(of, noun)).collect();
        if found.is_empty() { write!(f, "{}", paint(GOOD, "no findings")) } else { f.write_str(&found.join(", ")) }
    }
}

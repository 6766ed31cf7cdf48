//! What is noticed while reading: one place for every finding of the parser.

use crate::diagnostic::{Diagnostic, Report, Severity, is_unsafe, quote};
use crate::label::MAX_PIECES;
use crate::model::{Article, DateError};
use crate::source::{Notice, SourceMap};
use crate::span::Span;

use super::census::{Census, look_at_suspects, may_be_unseen};
use super::lines::SEPARATORS;

/// The findings on a text that was read.
pub(super) fn report(text: &str, article: &Article, source: &SourceMap, census: Census, is_damaged: bool) -> Report {
    let mut report = Report::new();
    if source.entries().iter().all(|entry| entry.reading().is_none()) || !text.contains(char::is_alphanumeric) {
        report.push(empty());
        return report;
    }
    if census.nul {
        nul(text).into_iter().for_each(|finding| report.push(finding));
    }
    if is_damaged {
        report.push(mojibake());
    }
    if let Some(first) = census.unseen {
        invisible(text, first).into_iter().for_each(|finding| report.push(finding));
    }
    if article.language.is_none() {
        report.push(unknown_language());
    }
    if source.entries().iter().filter(|entry| entry.reading().is_some()).count() >= MAX_PIECES {
        report.push(too_many_lines());
    }
    unclassified(text, article, source).for_each(|finding| report.push(finding));
    report
}

fn empty() -> Diagnostic {
    Diagnostic::new(Notice::EMPTY_TEXT.name, Severity::Error, "the text holds no letter and no digit")
        .with_help("give the text of an article")
}

/// NUL characters: text that was read as another encoding than UTF-16, or no text at all.
fn nul(text: &str) -> Option<Diagnostic> {
    let first = text.find('\0')?;
    let count = text.bytes().filter(|&byte| byte == 0).count();
    let message = match count {
        1 => "the text holds a NUL character".to_owned(),
        _ => format!("the text holds {count} NUL characters"),
    };
    // UTF-16 without a byte order mark has one for nearly every letter.
    let severity = if count * 4 > text.len() { Severity::Error } else { Severity::Warning };
    let finding = Diagnostic::new(Notice::NUL_CHARACTER.name, severity, message).with_span(Span::new(first, first + 1));
    Some(finding.with_help("if the text is in UTF-16, convert it to UTF-8 first"))
}

fn mojibake() -> Diagnostic {
    Diagnostic::new("mojibake", Severity::Warning, "the text is UTF-8 that was read as another encoding")
        .with_help("get the text again and read it as UTF-8, or undo it with `mojibake::repair`; it was kept as it is")
}

/// The first control, bidirectional or invisible character from a place on, and how many there are.
fn invisible(text: &str, from: usize) -> Option<Diagnostic> {
    let skipped = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let is_unseen =
        |c: char| is_unsafe(c) && !matches!(c, '\n' | '\r' | '\t' | '\0' | '\u{ad}') && !SEPARATORS.contains(&c);
    let (mut first, mut count) = (None, 0);
    look_at_suspects(text.get(from..).unwrap_or_default(), |at| {
        let at = from + at;
        // Most are letters with an accent and signs of punctuation.
        let is_suspect = |bytes: &[u8]| bytes.first() != Some(&0xC3) && may_be_unseen(bytes);
        let is_suspect = at >= skipped && text.as_bytes().get(at..).is_some_and(is_suspect);
        let c = text.get(at..).filter(|_| is_suspect).and_then(|rest| rest.chars().next());
        if let Some(c) = c.filter(|&c| is_unseen(c)) {
            first = first.or(Some((at, c)));
            count += 1;
        }
    });
    let (at, c) = first?;
    let more = match count - 1 {
        0 => String::new(),
        1 => ", and one more such character".to_owned(),
        more => format!(", and {more} more such characters"),
    };
    let message = format!("the text holds U+{:04X}, which is not seen{more}", u32::from(c));
    let span = Span::new(at, at + c.len_utf8());
    let finding = Diagnostic::new("invisible-characters", Severity::Warning, message).with_span(span);
    Some(finding.with_help("remove it where it was not meant; it was kept as it is"))
}

fn unknown_language() -> Diagnostic {
    Diagnostic::new(Notice::UNKNOWN_LANGUAGE.name, Severity::Note, "the language of the text could not be told")
        .with_help("name it; without it, only the head and the form of the text are read well")
}

/// A line that was read as a date, and whose date cannot be told.
pub(super) fn unread_date(text: &str, span: Span, error: DateError) -> Diagnostic {
    let message = format!("{} gives no date: {error}", quote(span.slice(text).unwrap_or_default()));
    Diagnostic::new(Notice::UNREAD_DATE.name, Severity::Warning, message)
        .with_span(span)
        .with_help("write the date as 2025-06-17, or with the name of the month and a year of four digits")
}

fn too_many_lines() -> Diagnostic {
    let message = format!("the text has more than {MAX_PIECES} lines; the rest was kept as one");
    Diagnostic::new(Notice::TOO_MANY_LINES.name, Severity::Warning, message)
        .with_help("split the text into its articles")
}

/// One finding for each piece of text that was kept in an unclassified section.
fn unclassified<'a>(
    text: &'a str,
    article: &'a Article,
    source: &'a SourceMap,
) -> impl Iterator<Item = Diagnostic> + 'a {
    source.unclassified(article).map(move |entry| {
        let shown = entry.span().slice(text).unwrap_or_default();
        let message = format!("the role of {} could not be told", quote(shown));
        Diagnostic::new(Notice::UNCLASSIFIED.name, Severity::Note, message)
            .at(entry.path().unwrap_or_default())
            .with_span(entry.span())
            .with_help("give it a heading, or set its role")
    })
}

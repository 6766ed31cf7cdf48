//! A finding with the line it points to and a caret, in plain text.

use std::fmt;

use unicode_segmentation::UnicodeSegmentation;

use super::escape::is_unsafe;
use super::{Diagnostic, escape};
use crate::span::{LineIndex, Location};

/// A finding with the line of the source that it points to, in several lines of plain text.
///
/// Long lines are cut round the place. Carets stand below the right characters for wide (East Asian) letters and
/// combining marks; tabs become one space.
///
/// # Examples
///
/// ```
/// use commentary::{Diagnostic, Severity, Span};
///
/// let source = "On note :\n";
/// let finding = Diagnostic::new("lost-list", Severity::Warning, "a list is missing").with_span(Span::new(8, 9));
/// assert_eq!(
///     finding.excerpt(source).to_string(),
///     "warning[lost-list]: a list is missing\n --> 1:9\n  |\n1 | On note :\n  |         ^\n"
/// );
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Excerpt<'a> {
    finding: &'a Diagnostic,
    source: &'a str,
}

impl<'a> Excerpt<'a> {
    pub(super) const fn new(finding: &'a Diagnostic, source: &'a str) -> Self {
        Self { finding, source }
    }
}

/// How many columns of a line are shown at most, before and after the place.
const BEFORE: usize = 40;
const AFTER: usize = 60;

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.finding)?;
        let index = LineIndex::new(self.source);
        let place = self.finding.span.and_then(|span| Some((span, index.location(span.start())?)));
        let gutter = place.map_or(1, |(_, Location { line, .. })| line.to_string().len());
        if let Some((span, location)) = place {
            writeln!(f, "{:gutter$}--> {location}", "")?;
            let line = index.line(location.line).unwrap_or_default();
            let start = index.start(location.line).unwrap_or_default();
            let from = span.start().saturating_sub(start);
            let (text, column, width) = window(line, from, span.end().saturating_sub(start).max(from));
            writeln!(f, "{:gutter$} |", "")?;
            writeln!(f, "{} | {text}", location.line)?;
            writeln!(f, "{:gutter$} | {:column$}{}", "", "", "^".repeat(width.max(1)))?;
        }
        if let Some(help) = &self.finding.help {
            writeln!(f, "{:gutter$} = help: {}", "", escape(help))?;
        }
        Ok(())
    }
}

/// The part of `line` round bytes `from..to`, the column at which the place begins in it, and its width in columns.
fn window(line: &str, from: usize, to: usize) -> (String, usize, usize) {
    let shown: Vec<(usize, String, usize)> = line
        .grapheme_indices(true)
        .skip_while(|(at, grapheme)| at + grapheme.len() + BEFORE * 4 < from)
        .take_while(|(at, _)| *at < to.min(from + AFTER * 4) + AFTER)
        .map(|(at, grapheme)| {
            let text = visible(grapheme);
            let width = columns(&text);
            (at, text, width)
        })
        .collect();
    let column: usize = shown.iter().filter(|(at, ..)| *at < from).map(|(.., width)| width).sum();
    let marked: usize = shown.iter().filter(|(at, ..)| (from..to).contains(at)).map(|(.., width)| width).sum();
    let skip = column.saturating_sub(BEFORE);
    let (mut text, mut used, mut dropped) = (String::new(), 0, 0);
    for (_, piece, width) in &shown {
        if dropped < skip {
            dropped += width;
        } else if used + width <= BEFORE + AFTER {
            text.push_str(piece);
            used += width;
        } else {
            break;
        }
    }
    (text.trim_end().to_owned(), column - dropped.min(column), marked.min(AFTER))
}

/// A grapheme as it may be shown.
fn visible(grapheme: &str) -> String {
    if grapheme == "\t" {
        return " ".to_owned();
    }
    if grapheme.chars().any(is_unsafe) { escape(grapheme).to_string() } else { grapheme.to_owned() }
}

/// How many columns a terminal gives to a text: two for East Asian wide characters and emoji (UAX #11), none for marks
/// that combine, one for the rest.
fn columns(text: &str) -> usize {
    if text.starts_with("\\u{") {
        return text.chars().count();
    }
    let wide = text.chars().any(|c| {
        matches!(u32::from(c),
            0x1100..=0x115F | 0x2E80..=0x303E | 0x3041..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE4F
            | 0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x1F300..=0x1F64F | 0x1F680..=0x1F6FF | 0x1F900..=0x1F9FF
            | 0x20000..=0x3FFFD)
    });
    if wide { 2 } else { 1 }
}

//! The front matter of a Markdown file: read whole, or refused with the place of what is wrong.

use super::super::Error;
use crate::diagnostic::quote;
use crate::front_matter::{Fault, Problem, Refused, Repeated, Syntax, Unread, Wrong, fill, flow};
use crate::model::Article;
use crate::span::{Location, Span};

/// What a text's front matter tells.
pub(super) struct Front {
    /// The article, without its sections.
    pub(super) article: Article,
    /// The byte at which the text below starts.
    pub(super) below: usize,
    /// Second names of fields, which were kept as extra keys.
    pub(super) repeated: Vec<Repeated>,
}

/// Reads the front matter of a text.
///
/// # Errors
///
/// Front matter that is never closed, or that is not made of keys and values; a value of the wrong kind for its key, and a
/// key that stands twice under two names.
pub(super) fn read(source: &str) -> Result<Front, Error> {
    let mut article = Article::default();
    let first = source.split('\n').next().unwrap_or_default();
    let Some(syntax) = Syntax::opened_by(first) else { return Ok(Front { article, below: 0, repeated: Vec::new() }) };
    let from = first.len() + 1;
    let unclosed = || Error::Unclosed { mark: syntax.mark(), at: locate(source, 0) };
    let (end, below) = closing(source, from, syntax).ok_or_else(unclosed)?;
    let entries = syntax.entries(source, Span::new(from, end), &mut Unread::Refuse);
    let entries = entries.map_err(|fault| explain(source, fault))?;
    let repeated =
        fill(&mut article, entries, |_, refused| Err(refused)).map_err(|Refused { key, at, wrong, .. }| {
            let at = locate(source, at);
            match wrong {
                Wrong::Again => Error::DuplicateKey { key, at },
                Wrong::Type(expected) => Error::WrongType { key, expected, at },
                Wrong::Date(text, source) => Error::Date { text, source, at },
                Wrong::Language(text, source) => Error::Language { text, source, at },
            }
        })?;
    Ok(Front { article, below, repeated })
}

/// The bytes at which the closing line starts and the text below it.
fn closing(source: &str, from: usize, syntax: Syntax) -> Option<(usize, usize)> {
    let mut at = from;
    for line in source.get(from..)?.split_inclusive('\n') {
        if syntax.is_closed_by(line.trim_end_matches('\n')) {
            return Some((at, at + line.len()));
        }
        at += line.len();
    }
    None
}

/// The error that a fault in `source` is.
fn explain(source: &str, fault: Fault) -> Error {
    let at = locate(source, fault.at);
    match fault.problem {
        Problem::Expected(expected) => {
            let rest = source.get(fault.at..).unwrap_or_default();
            let found = match rest.lines().next().unwrap_or_default() {
                "" => "the end of the line".to_owned(),
                line => quote(line).to_string(),
            };
            Error::Unexpected { expected, found, at }
        }
        Problem::Unsupported(what) => Error::Unsupported { what, at },
        Problem::Syntax(problem) => Error::Syntax { problem, at },
        Problem::DuplicateKey(key) => Error::DuplicateKey { key, at },
        Problem::TooDeep => Error::TooDeep { max: flow::MAX_DEPTH, at },
    }
}

/// The line and column of a byte.
fn locate(source: &str, at: usize) -> Location {
    let end = (0..=at.min(source.len())).rev().find(|&at| source.is_char_boundary(at)).unwrap_or(0);
    let before = source.get(..end).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
    Location { line: before.matches('\n').count() + 1, column }
}

//! What is wrong with a Markdown file's front matter, and where.

use crate::diagnostic::{escape, quote};
use crate::model::{DateError, LanguageError};
use crate::span::Location;

/// Front matter that cannot be read. The text below it is never an error.
///
/// # Examples
///
/// ```
/// use commentary::markdown;
///
/// let error = markdown::from_str("---\ntitle: \"A\"\ntitle: \"B\"\n---\n").unwrap_err();
/// assert_eq!(error.to_string(), "line 3, column 1: the key “title” stands twice");
/// assert_eq!(error.location().line, 3);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The front matter has no end.
    #[error("line {}, column {}: the front matter opened here is never closed by `{mark}`", at.line, at.column)]
    Unclosed {
        /// The line that would close it: `---` or `+++`.
        mark: &'static str,
        /// Where the opening line stands.
        at: Location,
    },
    /// A key stands twice.
    #[error("line {}, column {}: the key {} stands twice", at.line, at.column, quote(key))]
    DuplicateKey {
        /// The key.
        key: String,
        /// Where it stands for the second time.
        at: Location,
    },
    /// Something else stands where a key or a value should be.
    #[error("line {}, column {}: expected {expected}, found {found}", at.line, at.column)]
    Unexpected {
        /// What was expected.
        expected: &'static str,
        /// What was found, safe to print.
        found: String,
        /// Where.
        at: Location,
    },
    /// A value is of the wrong kind.
    #[error("line {}, column {}: expected {expected} for {}", at.line, at.column, quote(key))]
    WrongType {
        /// The key whose value it is.
        key: String,
        /// What was expected.
        expected: &'static str,
        /// Where the value stands.
        at: Location,
    },
    /// A part of YAML or TOML that is not read here.
    #[error("line {}, column {}: {what} cannot be read here", at.line, at.column)]
    Unsupported {
        /// What it is.
        what: &'static str,
        /// Where.
        at: Location,
    },
    /// What is neither YAML nor TOML, as their readers see it.
    #[error("line {}, column {}: {}", at.line, at.column, escape(problem))]
    Syntax {
        /// What the reader says of it.
        problem: String,
        /// Where.
        at: Location,
    },
    /// Lists and objects in one another, deeper than is read.
    #[error("line {}, column {}: lists and objects stand more than {max} deep in one another", at.line, at.column)]
    TooDeep {
        /// How deep is read.
        max: usize,
        /// Where the limit is passed.
        at: Location,
    },
    /// A date that is none.
    #[error("line {}, column {}: {} is no date", at.line, at.column, quote(text))]
    Date {
        /// What stands there.
        text: String,
        /// What is wrong with it.
        source: DateError,
        /// Where.
        at: Location,
    },
    /// A language tag that is none.
    #[error("line {}, column {}: {} is no language", at.line, at.column, quote(text))]
    Language {
        /// What stands there.
        text: String,
        /// What is wrong with it.
        source: LanguageError,
        /// Where.
        at: Location,
    },
}

impl Error {
    /// Where it is: line and column from 1, columns in characters.
    #[must_use]
    pub const fn location(&self) -> Location {
        match self {
            Self::Unclosed { at, .. }
            | Self::DuplicateKey { at, .. }
            | Self::Unexpected { at, .. }
            | Self::WrongType { at, .. }
            | Self::Unsupported { at, .. }
            | Self::Syntax { at, .. }
            | Self::TooDeep { at, .. }
            | Self::Date { at, .. }
            | Self::Language { at, .. } => *at,
        }
    }

    /// What to do about it.
    #[must_use]
    pub const fn help(&self) -> &'static str {
        match self {
            Self::Unclosed { .. } => {
                "close it with the line that opened it, or put an empty line before a rule that opens the text"
            }
            Self::DuplicateKey { .. } => "remove one of the two",
            Self::Unexpected { .. } => "write one `key: value` a line, and texts in double quotes",
            Self::WrongType { .. } => "give the value in the form that the key expects",
            Self::Unsupported { .. } if cfg!(all(feature = "yaml", feature = "toml")) => {
                "write the value itself, on the line of its key or indented below it"
            }
            Self::Unsupported { .. } => {
                "write the value on the line of its key, a text in double quotes, a list as [\"a\", \"b\"]; \
                 with the features `yaml` and `toml` of this crate, more is read"
            }
            Self::Syntax { .. } => "put texts that hold `:`, `#` or quotes in double quotes, and indent by spaces",
            Self::TooDeep { .. } => "put less in one another",
            Self::Date { .. } => "write it as 2025, 2025-06, 2025-06-17 or 2025-06-17T18:40:00+02:00",
            Self::Language { .. } => "write it as fr or en-GB",
        }
    }
}

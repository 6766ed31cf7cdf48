#![cfg_attr(all(feature = "json", feature = "markdown"), doc = include_str!("../README.md"))]
#![cfg_attr(not(all(feature = "json", feature = "markdown")), doc = "Typed structured commentary articles.")]
#![cfg_attr(docsrs, feature(doc_cfg))]
// What could panic on a text is denied outside tests.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::unreachable, clippy::indexing_slicing,
        clippy::string_slice
    )
)]

pub mod diagnostic;
#[cfg(feature = "json")]
#[cfg_attr(docsrs, doc(cfg(feature = "json")))]
pub mod draft;
mod format;
#[cfg_attr(
    not(feature = "markdown"),
    expect(
        dead_code,
        unreachable_pub,
        unused_imports,
        reason = "plain text asks less of front matter than the Markdown reader does"
    )
)]
mod front_matter;
pub mod label;
pub mod lexicon;
mod model;
pub mod mojibake;
mod parse;
pub mod path;
mod profile;
#[cfg(feature = "schema")]
#[cfg_attr(docsrs, doc(cfg(feature = "schema")))]
pub mod schema;
mod shape;
mod source;
mod span;
mod statistics;
pub mod validate;

pub use diagnostic::{Diagnostic, Level, Report, Severity};
#[cfg(feature = "json")]
#[cfg_attr(docsrs, doc(cfg(feature = "json")))]
pub use draft::Draft;
#[cfg(feature = "markdown")]
#[cfg_attr(docsrs, doc(cfg(feature = "markdown")))]
pub use format::markdown;
pub use format::text;
#[cfg(feature = "json")]
#[cfg_attr(docsrs, doc(cfg(feature = "json")))]
pub use format::{csl, json, schema_org};
pub use model::{
    Address, Article, Author, Axis, Block, Citation, Code, Custom, Date, DateError, Extra, Heading, Html, Image,
    Inline, Language, LanguageError, Likelihood, LikelihoodError, Link, List, ListItem, Number, NumberError, Paragraph,
    Perspective, Polarity, Precision, Quote, Reference, ReferenceKind, Role, Rule, Section, Stance, Value, plain_text,
};
pub use parse::{EncodingError, ParseError, Parser, parse};
pub use path::{Path, PathError};
pub use profile::{Expected, Presence, Profile};
pub use source::{Entry, Parsed, SourceMap};
pub use span::{LineIndex, Location, Span};
pub use statistics::{Portion, Statistics};
pub use validate::{Validator, validate};

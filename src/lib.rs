//! Structured commentary articles.
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod diagnostic;
mod format;
pub mod label;
pub mod lexicon;
mod model;
mod parse;
pub mod path;
mod profile;
mod span;
mod validate;

#[cfg(feature = "markdown")]
pub use format::markdown;

pub use diagnostic::{Diagnostic, Report, Severity};
pub use model::{
    Address, Article, Author, Axis, Block, Citation, Code, Custom, Date, DateError, Extra, Heading, Html, Image,
    Inline, Language, LanguageError, Likelihood, LikelihoodError, Link, List, ListItem, Number, NumberError, Paragraph,
    Perspective, Polarity, Precision, Quote, Reference, ReferenceKind, Role, Rule, Section, Stance, Value, plain_text,
};
pub use path::{Path, PathError};
pub use profile::{Expected, Presence, Profile};
pub use span::{LineIndex, Location, Span};

//! The article as plain data: what it is made of, and nothing about text, formats or rules.
//!
//! An [`Article`] holds [`Section`]s in document order. A section has a [`Role`]; one that takes a point of view is a
//! [`Perspective`] with a [`Stance`]. Bodies are [`Block`]s of [`Inline`]s, which can say everything that CommonMark
//! can.
//!
//! ```
//! use commentary::{Article, Section, Stance};
//!
//! let article = Article::new("A roof over the canal")
//!     .author("Dana Whitcombe")
//!     .section(Section::summary().paragraph("The district has covered two miles of canal with solar panels."))
//!     .section(Section::perspective(Stance::Optimistic).heading("Optimistic view").paragraph("Costs will fall."))
//!     .section(Section::perspective(Stance::Pessimistic).heading("Pessimistic view").paragraph("The grant will end."));
//!
//! let stances: Vec<&Stance> = article.perspectives().map(|(_, perspective)| &perspective.stance).collect();
//! assert_eq!(stances, [&Stance::Optimistic, &Stance::Pessimistic]);
//! ```

mod address;
mod article;
mod author;
mod block;
mod date;
mod field;
mod inline;
mod language;
mod perspective;
mod reference;
mod role;
mod section;
mod stance;
mod value;
mod vocabulary;

pub use address::Address;
pub use article::Article;
pub use author::Author;
pub use block::{Block, Code, Heading, Html, List, ListItem, Paragraph, Quote, Rule};
pub use date::{Date, DateError, Precision};
pub use inline::{Citation, Image, Inline, Link, plain_text};
pub use language::{Language, LanguageError};
pub use perspective::{Likelihood, LikelihoodError, Perspective};
pub use reference::{Reference, ReferenceKind};
pub use role::Role;
pub use section::Section;
pub use stance::{Axis, Polarity, Stance};
pub use value::{Extra, Number, NumberError, Value};
pub use vocabulary::Custom;

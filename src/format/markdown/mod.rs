//! Reading and writing Markdown.
//!
//! An article is written as front matter and CommonMark, readable wherever Markdown is. The front matter has one key a
//! line, each value as JSON, which is YAML too: `title`, `question`, `teaser`, `authors`, `published`, `language`, `url`,
//! `tags`, `references`, then the keys that this version does not know. A section is its heading and its body. What its
//! heading does not say stands in an HTML comment before it:
//!
//! ```text
//! <!-- commentary: {"role":"perspective","stance":"left","holder":"the left"} -->
//!
//! ## Who pays?
//! ```
//!
//! [`Writer`] writes the front matter of static-site generators too; see [`Dialect`]. Text never opens one of their
//! templates: `{{` and `{%` are escaped, but in code.
//!
//! Reading gives back the article that was written. Where CommonMark cannot carry a block or an inline, a comment or a
//! `<span>` with its exact data stands before what a reader sees, and only there.
//!
//! # Examples
//!
//! ```
//! use commentary::{Article, Section, Stance, markdown};
//!
//! let article = Article::new("Solar panels over the canal")
//!     .section(Section::summary().heading("The first year").paragraph("Two miles are covered."))
//!     .section(Section::perspective(Stance::Optimistic).paragraph("Every mile saves water."));
//! let text = markdown::to_string(&article);
//! assert!(text.starts_with("---\ntitle: \"Solar panels over the canal\"\n---\n"));
//! assert_eq!(markdown::from_str(&text)?, article);
//! # Ok::<(), markdown::Error>(())
//! ```

mod error;
mod marker;
mod read;
mod write;

use crate::label;
use crate::lexicon::Lexicon;
use crate::model::{Article, Heading, Language, Role};

pub use crate::front_matter::{Dialect, DialectError};
pub use error::Error;
pub use read::Reader;
pub use write::{Headings, Writer};

/// Writes an article as Markdown.
///
/// Raw HTML, and links and images whose address is not `http` or `https`, come out as plain text, with their data in a
/// comment or an attribute; [`Writer::trusted`] writes them as they are.
///
/// # Examples
///
/// ```
/// use commentary::{Article, Section, markdown};
///
/// let article = Article::default().section(Section::new("unclassified").paragraph("<b>1 < 2</b>"));
/// assert_eq!(markdown::to_string(&article), "\\<b>1 < 2\\</b>\n");
/// ```
#[must_use]
pub fn to_string(article: &Article) -> String {
    Writer::new().article(article)
}

/// Reads an article from Markdown.
///
/// Front matter is read in every [`Dialect`]: this crate's own form, and what people write by hand in YAML between two
/// `---` (bare words, single quotes, lists on lines of their own) or in TOML between two `+++`. All of YAML and TOML is read
/// with the features `yaml` and `toml`, but for anchors, aliases, tags and directives. A bare word is text as it stands;
/// only for a key that this version does not know is `true`, `false`, `null` or a number what JSON makes of it.
///
/// A heading that announces a section opens one, and so does one of this crate's comments. What stands before is a
/// section of no known role, but for a first heading of level 1 that is the title of the front matter, or the only title.
/// [`Reader::article_and_report`] tells of one that is another.
///
/// # Errors
///
/// Only front matter can be wrong: one that is never closed, a key twice, a value of the wrong kind, a date that is none,
/// parts of YAML or TOML that are not read. The text below is never an error.
///
/// # Examples
///
/// ```
/// use commentary::markdown;
///
/// let article = markdown::from_str("---\nlang: fr\nlayout: page\n---\n# Les hérons\n\nIls sont restés.\n")?;
/// assert_eq!(article.title.as_deref(), Some("Les hérons"));
/// assert_eq!(article.extra.get("layout").and_then(|value| value.as_str()), Some("page"));
/// # Ok::<(), markdown::Error>(())
/// ```
pub fn from_str(text: &str) -> Result<Article, Error> {
    Reader::new().article(text)
}

/// The heading that a section without one is given, in the language of the article, which reader and writer must see
/// alike.
fn added_heading(language: Option<&Language>, role: &Role) -> Option<&'static str> {
    Lexicon::heading(language?.primary(), role)
}

/// The role that a heading announces, which reader and writer must see alike.
fn role_of(heading: &Heading, language: Option<&Language>) -> Option<Role> {
    label::read_heading(Lexicon::builtin(), &heading.text(), language.map(Language::primary))
}

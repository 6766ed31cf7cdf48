//! JSON-LD for search engines and other readers of a page: an article in the words of [schema.org](https://schema.org).
//!
//! ```
//! use commentary::{Article, Reference, Section, Stance, schema_org};
//!
//! let article = Article::new("A roof over the canal")
//!     .author("Dana Whitcombe")
//!     .published("2025-06".parse::<commentary::Date>()?)
//!     .reference(Reference::to("https://dryland-review.example/year-one"))
//!     .section(Section::summary().paragraph("The first year is over."))
//!     .section(Section::perspective(Stance::Optimistic).heading("Optimistic view").paragraph("Costs < fears."));
//!
//! assert_eq!(
//!     schema_org::to_string(&article)?,
//!     concat!(
//!         r#"{"@context":"https://schema.org","@type":"OpinionNewsArticle","headline":"A roof over the canal","#,
//!         r#""author":[{"@type":"Person","name":"Dana Whitcombe"}],"datePublished":"2025-06","#,
//!         r#""articleBody":"The first year is over.","#,
//!         r#""hasPart":[{"@type":"OpinionNewsArticle","headline":"Optimistic view","keywords":["optimistic"],"#,
//!         r#""articleBody":"Costs \u003c fears."}],"#,
//!         r#""citation":[{"@type":"Article","url":"https://dryland-review.example/year-one"}]}"#
//!     )
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The text can stand in a page as it is: `<`, `>`, `&`, U+2028 and U+2029 are always escaped, as by
//! [`json::Writer::embeddable`](crate::json::Writer::embeddable).
//!
//! ```
//! # let article = commentary::Article::new("A roof </script>");
//! let json = commentary::schema_org::to_string(&article)?;
//! let element = format!("<script type=\"application/ld+json\">{json}</script>");
//! assert_eq!(element.matches("</script>").count(), 1);
//! # Ok::<(), commentary::json::Error>(())
//! ```
//!
//! # The type
//!
//! [`OpinionNewsArticle`](https://schema.org/OpinionNewsArticle) "primarily expresses opinions"; an
//! [`AnalysisNewsArticle`](https://schema.org/AnalysisNewsArticle) rests on facts and offers "interpretations and
//! conclusions". So an article of which some view takes a side is an opinion, unless another view takes the opposite
//! side: then it weighs them, which is analysis, as is an article in which no view takes a side. Two views are opposite
//! where their stances [oppose](crate::Stance::opposes) each other, or differ on an open axis. A part is an opinion where
//! its stance [takes a side](crate::Stance::takes_side), and analysis where it does not; a reply without a stance is a
//! `NewsArticle`.
//!
//! # The mapping
//!
//! | article | property | |
//! | --- | --- | --- |
//! | | [`@context`](https://www.w3.org/TR/json-ld11/#the-context) | always first |
//! | `title` | [`headline`](https://schema.org/headline) | where there is none, the question |
//! | `question` | [`about`](https://schema.org/about) | a `Question` with a `name` |
//! | `teaser` | [`alternativeHeadline`](https://schema.org/alternativeHeadline) | |
//! | `authors` | [`author`](https://schema.org/author) | each a `Person` with `name`, `affiliation`, `url` |
//! | `published` | [`datePublished`](https://schema.org/datePublished) | ISO 8601, as coarse as it is |
//! | `language` | [`inLanguage`](https://schema.org/inLanguage) | |
//! | `tags` | [`keywords`](https://schema.org/keywords) | |
//! | `url` | [`url`](https://schema.org/url) | |
//! | sections but for perspectives and boilerplate | [`articleBody`](https://schema.org/articleBody) | headings and text, an empty line between sections |
//! | perspectives | [`hasPart`](https://schema.org/hasPart) | see below |
//! | `references` | [`citation`](https://schema.org/citation) | see below |
//!
//! | perspective | property | |
//! | --- | --- | --- |
//! | heading | `headline` | |
//! | `thesis` | `alternativeHeadline` | |
//! | `holder` | [`creditText`](https://schema.org/creditText) | a person or a camp |
//! | `stance` | `keywords` | its id |
//! | body | `articleBody` | |
//! | `replies` | `hasPart` | |
//!
//! | reference | property | |
//! | --- | --- | --- |
//! | `kind` | `@type` | `Article`, `DiscussionForumPosting`, `ImageObject`, `VideoObject`, `Dataset`, else `CreativeWork` |
//! | `title` | [`name`](https://schema.org/name) | |
//! | `url` | `url` | |
//! | `authors` | `author` | as those of the article |
//! | `outlet` | [`publisher`](https://schema.org/publisher) | an `Organization` with a `name` |
//! | `published` | `datePublished` | |
//!
//! Text is plain text. An address stands there only where it is `http` or `https`. A view is no `ClaimReview`: it rates no
//! claim. What schema.org has no property for is left out: likelihoods, labels, unknown keys, ids of references and the
//! days on which they were read. Reading JSON-LD is not offered; [`json`](crate::json) keeps everything.

mod part;
mod source;
mod thing;

use std::io;

use crate::model::Article;
use crate::shape::json::{self as text, Characters, Error, Layout, Lines};
use part::Whole;

/// The article as JSON-LD, on one line.
///
/// # Errors
///
/// [`ErrorKind::Data`](crate::json::ErrorKind::Data), for replies to replies more than about 60 levels deep.
///
/// # Examples
///
/// ```
/// use commentary::{Article, schema_org};
///
/// let text = schema_org::to_string(&Article::new("Q&A"))?;
/// assert_eq!(text, r#"{"@context":"https://schema.org","@type":"AnalysisNewsArticle","headline":"Q\u0026A"}"#);
/// # Ok::<(), commentary::json::Error>(())
/// ```
pub fn to_string(article: &Article) -> Result<String, Error> {
    text::write_string(&Whole(article), layout(Lines::One))
}

/// The article as JSON-LD, with a line for each key and item, indented by two spaces.
///
/// # Errors
///
/// As [`to_string`].
///
/// # Examples
///
/// ```
/// use commentary::{Article, schema_org};
///
/// let text = schema_org::to_string_pretty(&Article::new("A roof"))?;
/// assert!(text.starts_with("{\n  \"@context\": \"https://schema.org\",\n  \"@type\": "));
/// # Ok::<(), commentary::json::Error>(())
/// ```
pub fn to_string_pretty(article: &Article) -> Result<String, Error> {
    text::write_string(&Whole(article), layout(Lines::Indented))
}

/// Writes the article as [`to_string`] does, in many small pieces: a file wants a [`BufWriter`](io::BufWriter).
///
/// # Errors
///
/// As [`to_string`], and [`ErrorKind::Io`](crate::json::ErrorKind::Io) where `writer` fails.
///
/// # Examples
///
/// ```
/// use commentary::{Article, schema_org};
///
/// let mut page = b"<script type=\"application/ld+json\">".to_vec();
/// schema_org::to_writer(&mut page, &Article::new("A roof"))?;
/// page.extend(b"</script>");
/// # Ok::<(), commentary::json::Error>(())
/// ```
pub fn to_writer(writer: impl io::Write, article: &Article) -> Result<(), Error> {
    text::write(writer, &Whole(article), layout(Lines::One))
}

/// It goes into a page, so what could leave a `<script>` is always escaped.
const fn layout(lines: Lines) -> Layout {
    Layout { lines, characters: Characters::Embeddable }
}

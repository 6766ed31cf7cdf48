//! Plain text: the form that [`parse`](fn@crate::parse) reads back to the same article.
//!
//! There are three forms, and a [`Writer`] takes the first that is read back; see [`Form`].
//!
//! - **Lines**: title, teaser, authors, date and references on a line each, then the sections: headings as they are,
//!   paragraphs one a line, items behind a bullet or a number, quoted lines behind `>`. An empty line parts the blocks.
//! - **Front matter**: the fields stand in front matter, the sections below it as lines.
//! - **Markers**: the front matter also says `sections: marked`, and a marker stands above each section. Nothing is left to
//!   be told from words:
//!
//! ```text
//! ---
//! title: "A roof over the canal"
//! sections: marked
//! ---
//!
//! [perspective:left {"holder": "the left"}]
//!
//! ## Who pays?
//!
//! Those who drink.
//! ```
//!
//! # What the form carries
//!
//! All fields of the article but its sections, with its unknown keys. Of a section: role, stance, holder, thesis, label,
//! likelihood, unknown keys, the heading with its level, and the body. Of a body: paragraphs of plain text with the line
//! ends and citations in them, attributions, headings, rules, lists whose items are one line each, quotations of such
//! paragraphs.
//!
//! # What it does not carry
//!
//! Whatever is not read back as it is has a finding in the [report](Written::report), and **what no finding names is read
//! back equal**. The path of a finding leads to the block, the heading or the key that is not the same any more:
//!
//! | finding | what becomes of it |
//! |---|---|
//! | `lost-markup` | emphasis and marks of code go, their words stay |
//! | `lost-link` | the address of a link goes, its words stay |
//! | `lost-image` | the address of a picture goes, its description stays |
//! | `lost-html` | raw HTML in a line goes |
//! | `lost-element` | an unknown element in a line goes |
//! | `lost-break` | a line end becomes a space |
//! | `lost-space` | white space at an edge, or a line end inside a text, goes or becomes a space |
//! | `lost-seam` | texts side by side become one |
//! | `lost-citation` | a citation is read as text, or a text as a citation |
//! | `lost-attribution` | a line is read as an attribution, or an attribution as a paragraph |
//! | `lost-code` | a block of code becomes a paragraph |
//! | `lost-shape` | a list or quotation loses what is nested in it, its looseness or its numbers |
//! | `lost-level` | the level of a heading is brought to 1 to 6 |
//! | `lost-keys` | unknown keys of a block go |
//! | `lost-depth` | a key whose value is more than 100 deep goes |
//! | `lost-reply` | a reply becomes a section after the one it answers |
//! | `lost-block` | a block goes: raw HTML, an unknown element, or one without a letter that can be read |
//! | `lost-heading` | the heading of a section goes, since it has no letter or digit |
//! | `lost-tail` | the text has more lines than are read one by one: the last sections become one paragraph |

mod block;
mod body;
mod content;
mod head;
mod line;
mod loss;
mod mark;
mod reading;
mod writer;

use crate::model::Article;

pub use writer::{Form, Writer, Written};

/// Writes an article as plain text, in the lightest form that is read back. [`Writer`] also says what is lost.
///
/// # Examples
///
/// ```
/// use commentary::{Article, Reference, Section, Stance, text};
///
/// let article = Article::new("A roof over the canal")
///     .author("Dana Whitcombe")
///     .language("en".parse()?)
///     .reference(Reference::to("https://a.example/canal"))
///     .section(Section::perspective(Stance::Optimistic).heading("Optimistic view").paragraph("The costs will fall."));
/// let written = text::to_string(&article);
/// assert_eq!(
///     written,
///     "A roof over the canal\n\nDana Whitcombe\n\nReference article: https://a.example/canal\n\n\
///      Optimistic view\n\nThe costs will fall.\n"
/// );
/// assert_eq!(commentary::parse(&written).article, article);
/// # Ok::<(), commentary::LanguageError>(())
/// ```
#[must_use]
pub fn to_string(article: &Article) -> String {
    Writer::new().article(article).text
}

//! Articles and blocks → Markdown.

mod address;
mod bare;
mod blocks;
mod escape;
mod exact;
mod inlines;
mod leaf;
mod list;
mod nodes;
mod piece;
mod sections;

use super::marker::{COMMENT_END, COMMENT_START};
use crate::front_matter::{self, Dialect, Place, write_value};
use crate::model::{Address, Article, Block, Value};
use exact::Below;
use leaf::Guard;

/// Writes Markdown.
///
/// # Examples
///
/// ```
/// use commentary::{Block, Html};
/// use commentary::markdown::{Reader, Writer};
///
/// let blocks = [Block::from(Html::new("<hr>\n"))];
/// assert_eq!(Writer::new().trusted().blocks(&blocks), "<hr>\n");
///
/// // By default HTML is shown, not obeyed; its exact data stands in a comment.
/// let safe = Writer::new().blocks(&blocks);
/// assert!(safe.ends_with("\n\n\\<hr>\n"));
/// assert_eq!(Reader::new().blocks(&safe), blocks);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Writer {
    trust: Trust,
    dialect: Dialect,
    headings: Option<Headings>,
    title: Title,
}

/// Which headings sections get.
///
/// # Examples
///
/// ```
/// use commentary::{Article, Section, Stance, markdown};
/// use commentary::markdown::{Headings, Writer};
///
/// let article = Article::default()
///     .language("fr".parse()?)
///     .section(Section::perspective(Stance::Optimistic).paragraph("Les trains se rempliront."));
/// let text = Writer::new().headings(Headings::Named).article(&article);
/// assert!(text.ends_with("\n\n## Point de vue optimiste\n\nLes trains se rempliront.\n"));
/// // The heading is not the author's, and is not read as one.
/// assert_eq!(markdown::from_str(&text)?, article);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Headings {
    /// Their own: a section without a heading has none.
    #[default]
    Own,
    /// A section without a heading gets one that says its role or stance in the language of the article, where that is one
    /// of the lexicon's. A comment says that it was added.
    Named,
}

/// Where the title stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Title {
    /// In the front matter only.
    #[default]
    Front,
    /// As a heading too.
    Heading,
}

/// What may leave as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Trust {
    /// No raw HTML, and links and images only where their address is `http` or `https`.
    #[default]
    Checked,
    /// Everything.
    Full,
}

impl Trust {
    fn allows(self, address: &Address) -> bool {
        self == Self::Full || address.is_web()
    }
}

impl Writer {
    /// A writer with the usual options.
    #[must_use]
    pub const fn new() -> Self {
        Self { trust: Trust::Checked, dialect: Dialect::Plain, headings: None, title: Title::Front }
    }

    /// Writes raw HTML and every link and image as it is: for articles from a source that you trust.
    #[must_use]
    pub const fn trusted(mut self) -> Self {
        self.trust = Trust::Full;
        self
    }

    /// Writes front matter as a static-site generator wants it.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::Article;
    /// use commentary::markdown::{Dialect, Writer};
    ///
    /// let article = Article::new("Canal").author("Dana").language("en-GB".parse()?);
    /// let text = Writer::new().dialect(Dialect::Jekyll).article(&article);
    /// assert_eq!(text, "---\ntitle: \"Canal\"\nauthor: \"Dana\"\nlang: \"en-GB\"\n---\n");
    /// # Ok::<(), commentary::LanguageError>(())
    /// ```
    #[must_use]
    pub const fn dialect(mut self, dialect: Dialect) -> Self {
        self.dialect = dialect;
        self
    }

    /// Which headings sections get: without this, their own in the plain dialect, and [`Headings::Named`] in those of
    /// generators, whose readers see the page and not its comments.
    #[must_use]
    pub const fn headings(mut self, headings: Headings) -> Self {
        self.headings = Some(headings);
        self
    }

    /// Writes the title as a heading of level 1 too, for a site that does not show that of the front matter.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::Article;
    /// use commentary::markdown::{Writer, from_str};
    ///
    /// let article = Article::new("Herons");
    /// let text = Writer::new().title_heading().article(&article);
    /// assert_eq!(text, "---\ntitle: \"Herons\"\n---\n\n# Herons\n");
    /// assert_eq!(from_str(&text)?, article);
    /// # Ok::<(), commentary::markdown::Error>(())
    /// ```
    #[must_use]
    pub const fn title_heading(mut self) -> Self {
        self.title = Title::Heading;
        self
    }

    /// Writes an article: front matter, then its sections. See [`to_string`](super::to_string).
    #[must_use]
    pub fn article(&self, article: &Article) -> String {
        let mut out = front_matter::write(article, self.dialect);
        let usual = if self.dialect == Dialect::Plain { Headings::Own } else { Headings::Named };
        let body = sections::write(article, self.trust, self.headings.unwrap_or(usual), self.title);
        if !out.is_empty() && !body.is_empty() {
            out.push('\n');
        }
        out + &body
    }

    /// Writes blocks alone, as CommonMark.
    #[must_use]
    pub fn blocks(&self, blocks: &[Block]) -> String {
        let mut writer = blocks::Writer::new(self.trust);
        for (position, block) in blocks.iter().enumerate() {
            let below = if position + 1 == blocks.len() { Below::Nothing } else { Below::Something };
            writer.block(block, Guard::None, below);
        }
        finish(&writer)
    }
}

/// The text that the pieces make: a blank line between them, and a line end after the last.
fn finish(writer: &blocks::Writer) -> String {
    let mut out = piece::join(&writer.pieces, "\n\n");
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

/// One of our comments.
fn comment(value: &Value) -> String {
    let mut out = String::from(COMMENT_START);
    write_value(&mut out, value, Place::Html);
    out.push_str(COMMENT_END);
    out
}

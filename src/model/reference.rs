//! A source: what the article comments on or cites.

use super::vocabulary::vocabulary;
use super::{Address, Author, Date, Extra};

vocabulary! {
    /// What kind of thing a reference points to.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::ReferenceKind;
    ///
    /// assert_eq!(ReferenceKind::from("image"), ReferenceKind::Image);
    /// assert_eq!(ReferenceKind::from("podcast").id(), "podcast"); // kept as written
    /// ```
    ReferenceKind {
        /// An article or a web page.
        Article = "article",
        /// A discussion thread.
        Discussion = "discussion",
        /// A picture.
        Image = "image",
        /// A film or a recording.
        Video = "video",
        /// A report, a study, a law, a statement.
        Document = "document",
        /// A data set.
        Data = "data",
    }
}

/// A source that the article comments on or cites.
///
/// # Examples
///
/// ```
/// use commentary::{Reference, ReferenceKind};
///
/// let mut reference = Reference::to("https://northvalley-courier.example/night-line");
/// reference.title = Some("The night line".into());
/// assert_eq!(reference.kind, ReferenceKind::Article);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reference {
    /// The number or key by which the text cites it, as written: `3` of `[3]`.
    pub id: Option<String>,
    /// What kind of thing it is.
    pub kind: ReferenceKind,
    /// Where it is. A reference may have no address.
    pub url: Option<Address>,
    /// Its title.
    pub title: Option<String>,
    /// Who wrote it.
    pub authors: Vec<Author>,
    /// The newspaper, site or publisher that brought it out.
    pub outlet: Option<String>,
    /// When it came out.
    pub published: Option<Date>,
    /// When it was read.
    pub accessed: Option<Date>,
    /// Keys that this version does not know.
    pub extra: Extra,
}

impl Reference {
    /// A reference of this kind of which nothing else is known.
    #[must_use]
    pub fn new(kind: ReferenceKind) -> Self {
        Self {
            id: None,
            kind,
            url: None,
            title: None,
            authors: Vec::new(),
            outlet: None,
            published: None,
            accessed: None,
            extra: Extra::new(),
        }
    }

    /// A reference to the article at this address.
    #[must_use]
    pub fn to(address: impl Into<Address>) -> Self {
        Self { url: Some(address.into()), ..Self::new(ReferenceKind::Article) }
    }
}

impl From<Address> for Reference {
    fn from(address: Address) -> Self {
        Self::to(address)
    }
}

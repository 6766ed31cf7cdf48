//! What the rules look at.

use std::cell::OnceCell;

use super::parts::{Parts, Placed};
use crate::model::{Article, Date};
use crate::profile::Profile;
use crate::source::SourceMap;

/// What a [`Rule`](super::Rule) looks at: an article, the genre it is judged by, and what the caller knows besides.
///
/// # Examples
///
/// ```
/// use commentary::validate::Subject;
/// use commentary::{Article, Profile};
///
/// let (article, genre) = (Article::new("A roof over the canal"), Profile::any());
/// let subject = Subject::new(&article, &genre);
/// assert_eq!(subject.article().title.as_deref(), Some("A roof over the canal"));
/// assert_eq!(subject.profile().name(), "any");
/// assert_eq!((subject.today(), subject.source()), (None, None));
/// ```
#[derive(Debug)]
pub struct Subject<'a> {
    article: &'a Article,
    profile: &'a Profile,
    today: Option<Date>,
    source: Option<&'a SourceMap>,
    parts: OnceCell<Parts<'a>>,
}

impl<'a> Subject<'a> {
    /// An article, judged by a genre.
    #[must_use]
    pub const fn new(article: &'a Article, profile: &'a Profile) -> Self {
        Self { article, profile, today: None, source: None, parts: OnceCell::new() }
    }

    /// This subject with the date of the check.
    #[must_use]
    pub fn on(mut self, today: impl Into<Option<Date>>) -> Self {
        self.today = today.into();
        self
    }

    /// This subject with the map of the text that the article came from.
    #[must_use]
    pub const fn read_from(mut self, source: &'a SourceMap) -> Self {
        self.source = Some(source);
        self
    }

    /// The article.
    #[must_use]
    pub const fn article(&self) -> &'a Article {
        self.article
    }

    /// The genre.
    #[must_use]
    pub const fn profile(&self) -> &'a Profile {
        self.profile
    }

    /// The date of the check, where the caller gave it: nothing here asks a clock.
    #[must_use]
    pub const fn today(&self) -> Option<Date> {
        self.today
    }

    /// The map of the text that the article came from, where it came from one.
    #[must_use]
    pub const fn source(&self) -> Option<&'a SourceMap> {
        self.source
    }

    /// Every part of the article in document order. They are found once for all rules.
    pub(super) fn parts(&self) -> impl Iterator<Item = Placed<'_, 'a>> {
        self.parts.get_or_init(|| Parts::of(self.article)).iter()
    }
}

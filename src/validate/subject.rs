//! What the rules look at.

use std::cell::OnceCell;

use super::parts::{Parts, Placed};
use crate::model::{Article, Date};
use crate::profile::Profile;

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
/// assert_eq!(subject.today(), None);
/// ```
#[derive(Debug)]
pub struct Subject<'a> {
    article: &'a Article,
    profile: &'a Profile,
    today: Option<Date>,
    parts: OnceCell<Parts<'a>>,
}

impl<'a> Subject<'a> {
    /// An article, judged by a genre.
    #[must_use]
    pub const fn new(article: &'a Article, profile: &'a Profile) -> Self {
        Self { article, profile, today: None, parts: OnceCell::new() }
    }

    /// This subject with the date of the check.
    #[must_use]
    pub fn on(mut self, today: impl Into<Option<Date>>) -> Self {
        self.today = today.into();
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

    /// Every part of the article in document order. They are found once for all rules.
    pub(super) fn parts(&self) -> impl Iterator<Item = Placed<'_, 'a>> {
        self.parts.get_or_init(|| Parts::of(self.article)).iter()
    }
}

//! The article itself.

use super::{Address, Author, Date, Extra, Language, Perspective, Reference, Role, Section, Stance};

/// One piece of news, or one question, seen through several points of view.
///
/// Fields are public: read and edit them. The methods that take `self` are for building an article in one expression.
///
/// # Examples
///
/// ```
/// use commentary::{Article, Reference, Section, Stance};
///
/// let mut article = Article::new("Solar panels over the canal")
///     .author("Dana Whitcombe")
///     .reference(Reference::to("https://dryland-review.example/year-one"))
///     .section(Section::summary().paragraph("The first year is over."))
///     .section(Section::perspective(Stance::Optimistic).paragraph("Every mile saves water."));
/// article.tags.push("water".into());
///
/// assert!(article.find(&Stance::Optimistic).is_some());
/// assert!(article.find(&Stance::Pessimistic).is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Article {
    /// The headline.
    pub title: Option<String>,
    /// The question that the views answer, where the article puts one.
    pub question: Option<String>,
    /// The line that invites to read, also called standfirst.
    pub teaser: Option<String>,
    /// Who wrote it.
    pub authors: Vec<Author>,
    /// When it came out.
    pub published: Option<Date>,
    /// The language it is written in.
    pub language: Option<Language>,
    /// Where it can be read.
    pub url: Option<Address>,
    /// Key words.
    pub tags: Vec<String>,
    /// What it comments on and cites.
    pub references: Vec<Reference>,
    /// Its parts, in document order.
    pub sections: Vec<Section>,
    /// Keys that this version does not know, kept through every format that can hold them.
    pub extra: Extra,
}

impl Article {
    /// An article with this headline and nothing else. Use `Article::default()` for one without.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: Some(title.into()), ..Self::default() }
    }

    /// This article with one more author.
    #[must_use]
    pub fn author(mut self, author: impl Into<Author>) -> Self {
        self.authors.push(author.into());
        self
    }

    /// This article with a teaser.
    #[must_use]
    pub fn teaser(mut self, teaser: impl Into<String>) -> Self {
        self.teaser = Some(teaser.into());
        self
    }

    /// This article with a date of publication.
    #[must_use]
    pub fn published(mut self, date: impl Into<Date>) -> Self {
        self.published = Some(date.into());
        self
    }

    /// This article with its language.
    #[must_use]
    pub fn language(mut self, language: Language) -> Self {
        self.language = Some(language);
        self
    }

    /// This article with one more reference.
    #[must_use]
    pub fn reference(mut self, reference: impl Into<Reference>) -> Self {
        self.references.push(reference.into());
        self
    }

    /// This article with one more section at its end.
    #[must_use]
    pub fn section(mut self, section: impl Into<Section>) -> Self {
        self.sections.push(section.into());
        self
    }

    /// The perspectives in document order, each with the section that holds its heading and body.
    pub fn perspectives(&self) -> impl Iterator<Item = (&Section, &Perspective)> {
        self.sections.iter().filter_map(|section| Some((section, section.as_perspective()?)))
    }

    /// The first perspective with this stance.
    #[must_use]
    pub fn find(&self, stance: &Stance) -> Option<&Section> {
        self.sections.iter().find(|section| section.stance() == Some(stance))
    }

    /// The sections with this role, in document order. Any perspective matches a perspective's role.
    pub fn sections_with<'a>(&'a self, role: &'a Role) -> impl Iterator<Item = &'a Section> {
        self.sections.iter().filter(move |section| section.role.id() == role.id())
    }
}

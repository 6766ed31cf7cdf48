//! Draft → Article: what the values say is judged, and nothing is made up for what is wrong.

use super::citation::Ids;
use super::correction::correction;
use super::finding::Findings;
use super::{Draft, DraftReference};
use crate::diagnostic::{Report, Severity};
use crate::model::{Address, Article, Author, Reference};
use crate::path::Path;
use crate::validate::Validator;

/// The article that a [`Draft`] became, and what is wrong with it.
///
/// # Examples
///
/// ```
/// use commentary::{Article, Draft, Profile, Validator};
///
/// let (draft, _) = Draft::from_article(&Article::new("TODO").author("Dana Whitcombe"));
/// let drafted = draft.into_article(&Validator::new(Profile::any()));
/// assert_eq!(drafted.article.title.as_deref(), Some("TODO"));
/// assert_eq!(drafted.report.find("placeholder-text").unwrap().path.to_string(), "title");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Drafted {
    /// The article. What an error was found in may be missing from it.
    pub article: Article,
    /// The findings, at their places in the draft.
    pub report: Report,
}

impl Drafted {
    /// What to tell the model so that it mends its draft: [`correction`] of the report.
    #[must_use]
    pub fn correction(&self) -> Option<String> {
        correction(&self.report)
    }
}

/// What to do about a date.
const DATE: &str = "write the date as `2025-06-17`, as much of it as is known, or null";

impl Draft {
    /// The article, and what is wrong with the draft: what its values say, and what the validator's rules find in the
    /// article.
    ///
    /// Besides the names of rules these are found: `empty-text`, `placeholder-text`, `markdown-text`, `line-break`,
    /// `bad-date`, `bad-language`, `bad-likelihood`, `empty-reference`, `duplicate-reference`, `unknown-citation`,
    /// `missing-stance`, `known-stance`, `misplaced-stance`, `misplaced-text` and `misplaced-reply`. An address is kept
    /// as it was written and judged by the rule [`unsafe-link`](crate::validate::rules::UnsafeLink): only `http` and
    /// `https` become links.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::draft::{DraftRole, DraftSection};
    /// use commentary::{Article, Draft, Profile, Validator};
    ///
    /// let mut view = DraftSection::new(DraftRole::PERSPECTIVE);
    /// view.paragraphs.push("Every mile saves water [7].".into());
    /// let mut draft = Draft::default();
    /// draft.sections.push(view);
    ///
    /// let drafted = draft.into_article(&Validator::new(Profile::any()));
    /// let names = drafted.report.names();
    /// assert!(names.contains(&"missing-stance") && names.contains(&"unknown-citation"), "{names:?}");
    /// ```
    #[must_use]
    pub fn into_article(self, validator: &Validator) -> Drafted {
        let mut findings = Findings::default();
        let root = |key: &'static str| move || Path::root().key(key);
        let ids = Ids::of(&self.references, &mut findings);
        let article = Article {
            title: findings.optional(self.title.as_deref(), &root("title")),
            question: findings.optional(self.question.as_deref(), &root("question")),
            teaser: findings.optional(self.teaser.as_deref(), &root("teaser")),
            authors: authors(&self.authors, &Path::root(), &mut findings),
            published: findings.parsed(self.published.as_deref(), "bad-date", DATE, &root("published")),
            language: findings.parsed(
                self.language.as_deref(),
                "bad-language",
                "write the tag of the language, or null",
                &root("language"),
            ),
            url: findings.optional(self.url.as_deref(), &root("url")).map(Address::from),
            tags: findings.list(&self.tags, &root("tags")).into_iter().map(|(_, tag)| tag).collect(),
            references: (self.references.iter().enumerate())
                .map(|(position, draft)| {
                    reference(draft, &Path::root().key("references").index(position), &mut findings)
                })
                .collect(),
            sections: super::section::sections(&self.sections, &ids, &mut findings),
            ..Article::default()
        };
        let report = findings.into_report(validator.run(&article));
        Drafted { article, report }
    }
}

/// The authors whose names are there.
fn authors(names: &[String], of: &Path, findings: &mut Findings) -> Vec<Author> {
    let place = of.clone().key("authors");
    let mut authors = Vec::new();
    for (position, name) in findings.list(names, &|| place.clone()) {
        findings.became(place.clone().index(authors.len()), place.clone().index(position));
        authors.push(Author::new(name));
    }
    authors
}

/// A reference, at its place in either form.
fn reference(draft: &DraftReference, place: &Path, findings: &mut Findings) -> Reference {
    let at = |key: &'static str| move || place.clone().key(key);
    let mut reference = Reference::new(draft.kind.kind());
    reference.id = findings.optional(draft.id.as_deref(), &at("id"));
    reference.url = findings.optional(draft.url.as_deref(), &at("url")).map(Address::from);
    reference.title = findings.optional(draft.title.as_deref(), &at("title"));
    reference.authors = authors(&draft.authors, place, findings);
    reference.outlet = findings.optional(draft.outlet.as_deref(), &at("outlet"));
    reference.published = findings.parsed(draft.published.as_deref(), "bad-date", DATE, &at("published"));
    reference.accessed = findings.parsed(draft.accessed.as_deref(), "bad-date", DATE, &at("accessed"));
    if reference.url.is_none()
        && reference.title.is_none()
        && reference.authors.is_empty()
        && reference.outlet.is_none()
    {
        let message = "expected an address, a title, an author or an outlet, found none of them".to_owned();
        let help = "say what the source is, or leave the reference out";
        findings.add("empty-reference", Severity::Warning, place.clone(), message, help);
    }
    reference
}

//! The article and its perspectives.

use serde::ser::Serializer;

use super::source::Source;
use super::thing::{Named, people, web};
use crate::model::{Article, Axis, Role, Section, Stance};
use crate::shape::Place;
use crate::shape::write::{Object, Write};

const OPINION: &str = "OpinionNewsArticle";
const ANALYSIS: &str = "AnalysisNewsArticle";

/// The whole article.
pub(super) struct Whole<'a>(pub(super) &'a Article);

impl Write for Whole<'_> {
    fn write<S: Serializer>(&self, serializer: S, place: &Place) -> Result<S::Ok, S::Error> {
        let Self(article) = self;
        let question = article.question.as_deref();
        let views = article.sections.iter().filter(|section| section.as_perspective().is_some());
        let mut object = Object::open(serializer, place)?;
        object.field("@context", "https://schema.org")?;
        object.field("@type", kind_of(article))?;
        if let Some(headline) = article.title.as_ref().or(article.question.as_ref()) {
            object.field("headline", headline)?;
        }
        object.field("alternativeHeadline", &article.teaser)?;
        object.field("about", &question.map(|name| Named { kind: "Question", name }))?;
        object.field("author", &people(&article.authors))?;
        object.field("datePublished", &article.published)?;
        object.field("inLanguage", &article.language)?;
        object.field("keywords", &article.tags)?;
        object.field("url", &web(article.url.as_ref()))?;
        object.field("articleBody", &Text::of(&article.sections))?;
        object.field("hasPart", &views.map(Part).collect::<Vec<_>>())?;
        object.field("citation", &article.references.iter().map(Source).collect::<Vec<_>>())?;
        object.close()
    }
}

/// What an article as a whole is: opinion where a side is taken and none is set against it, else analysis.
fn kind_of(article: &Article) -> &'static str {
    let mut stances: Vec<&Stance> = article.perspectives().map(|(_, view)| &view.stance).collect();
    stances.retain(|stance| stance.takes_side());
    // As many as there are stances, not views: the pairs stay few.
    stances.sort_unstable();
    stances.dedup();
    let weighed = || {
        let mut steps: Vec<(Axis<'_>, i8)> = Vec::new();
        steps.extend(stances.iter().filter_map(|stance| Some((stance.axis()?, stance.step()?.signum()))));
        steps.sort_unstable();
        let is_open = |stance: &&&Stance| matches!(stance.axis(), Some(Axis::Open(_)));
        let mut open: Vec<Axis<'_>> = stances.iter().filter(is_open).filter_map(|stance| stance.axis()).collect();
        open.sort_unstable();
        let opposed = |(axis, step): &(Axis<'_>, i8)| *step < 0 && steps.binary_search(&(*axis, 1)).is_ok();
        steps.iter().any(opposed) || open.windows(2).any(|pair| pair.first() == pair.last())
    };
    if stances.is_empty() || weighed() { ANALYSIS } else { OPINION }
}

/// A perspective, or a reply to one.
struct Part<'a>(&'a Section);

impl Write for Part<'_> {
    fn write<S: Serializer>(&self, serializer: S, place: &Place) -> Result<S::Ok, S::Error> {
        let Self(section) = self;
        let view = section.as_perspective();
        let kind = match section.stance() {
            Some(stance) if stance.takes_side() => OPINION,
            Some(_) => ANALYSIS,
            None => "NewsArticle",
        };
        let mut object = Object::open(serializer, place)?;
        object.field("@type", kind)?;
        object.field("headline", &section.heading_text().filter(|heading| !heading.is_empty()))?;
        if let Some(view) = view {
            object.field("alternativeHeadline", &view.thesis)?;
            object.field("creditText", &view.holder)?;
            object.field("keywords", std::slice::from_ref(&view.stance))?;
        }
        object.field("articleBody", &Text(section.text()))?;
        let replies = view.map(|view| view.replies.as_slice()).unwrap_or_default();
        object.field("hasPart", &replies.iter().map(Part).collect::<Vec<_>>())?;
        object.close()
    }
}

/// Plain text, left out where there is none.
struct Text(String);

impl Text {
    /// The text of the article itself, without its views and without what is no part of it.
    fn of(sections: &[Section]) -> Self {
        let own = sections.iter().filter(|section| !matches!(section.role, Role::Perspective(_) | Role::Boilerplate));
        let paragraph = |section: &Section| {
            let parts = [section.heading_text().unwrap_or_default(), section.text()];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
        };
        let texts: Vec<String> = own.map(paragraph).filter(|text| !text.is_empty()).collect();
        Self(texts.join("\n\n"))
    }
}

impl Write for Text {
    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }

    fn write<S: Serializer>(&self, serializer: S, _: &Place) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

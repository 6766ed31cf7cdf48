//! An article without a fault, from which each rule makes its bad one.

use crate::model::{Article, Reference, Section, Stance};

/// An article in which no rule finds anything, by the genres `any` and `outlook`.
pub(super) fn article() -> Article {
    let view = Section::perspective;
    let mut article = Article::new("A roof over the canal");
    article.language = "en".parse().ok();
    article
        .author("Dana Whitcombe")
        .reference(Reference::to("https://dryland-review.example/year-one"))
        .section(Section::summary().paragraph("The district has covered two miles of canal with solar panels."))
        .section(view(Stance::Neutral).paragraph("The panels pay for themselves only if the water saved is counted."))
        .section(view(Stance::Optimistic).paragraph("Every mile saves water, and costs will fall."))
        .section(view(Stance::Pessimistic).paragraph("The grant will end before the second mile is paid."))
}

/// The same without the sections for which `is_dropped` holds.
pub(super) fn article_without(is_dropped: impl Fn(&Section) -> bool) -> Article {
    let mut article = article();
    article.sections.retain(|section| !is_dropped(section));
    article
}

//! Articles with all their fields, their sections, and the articles that plain text gives.

use commentary::{Article, Author, Heading, Perspective, Reference, ReferenceKind, Role, Section, Stance, parse};
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::select;

use crate::Scope;
use crate::data::{address, date, extra, language, likelihood};
use crate::elements::{body, heading};
use crate::words::{markdown, text};

/// Headings that announce a section by themselves, or nearly.
const HEADINGS: &[&str] = &[
    "Optimistic view", "Point de vue pessimiste", "Pro: cheaper", "Contra", "Conclusion", "Zusammenfassung",
    "Scenario ottimista", "Bull case (25 %)", "Escenario base", "Visão neutra", "The left: tax it", "Résumé",
    "Example",
];

fn author(scope: Scope) -> impl Strategy<Value = Author> + Clone {
    (text(), weighted(0.2, text()), weighted(0.2, address()), extra(scope)).prop_map(
        |(name, affiliation, url, extra)| {
            let mut author = Author::new(name);
            (author.affiliation, author.url, author.extra) = (affiliation, url, extra);
            author
        },
    )
}

fn reference(scope: Scope) -> impl Strategy<Value = Reference> + Clone {
    let kind = prop_oneof![
        4 => select(ReferenceKind::KNOWN),
        1 => text().prop_map(|text| ReferenceKind::from(text.as_str())),
    ];
    let texts = (of(text()), of(text()), of(text()));
    let authors = proptest::collection::vec(author(scope), 0..3);
    (kind, texts, of(address()), authors, weighted(0.3, date()), weighted(0.3, date()), extra(scope)).prop_map(
        |(kind, (id, title, outlet), url, authors, published, accessed, extra)| {
            let mut reference = Reference::new(kind);
            (reference.id, reference.title, reference.outlet) = (id, title, outlet);
            (reference.url, reference.authors, reference.extra) = (url, authors, extra);
            (reference.published, reference.accessed) = (published, accessed);
            reference
        },
    )
}

/// A section, with the replies to it.
fn section(scope: Scope) -> BoxedStrategy<Section> {
    let plain = (role(), section_heading(scope), body(scope), extra(scope)).prop_map(of_parts);
    let leaf = prop_oneof![1 => plain, 1 => view(scope, Just(Vec::new()).boxed())];
    leaf.prop_recursive(2, 5, 3, move |inner| {
        let replies = proptest::collection::vec(inner, 0..3).boxed();
        view(scope, replies)
    })
    .boxed()
}

fn of_parts(
    (role, heading, body, extra): (Role, Option<Heading>, Vec<commentary::Block>, commentary::Extra),
) -> Section {
    let mut section = Section::new(role);
    (section.heading, section.body, section.extra) = (heading, body, extra);
    section
}

fn role() -> impl Strategy<Value = Role> + Clone {
    let open = prop_oneof![text(), select(&["editor-note", "Summary", "perspective ", ""][..]).prop_map(str::to_owned)];
    prop_oneof![4 => select(Role::KNOWN), 1 => open.prop_map(|id| Role::from(id.as_str()))]
}

fn section_heading(scope: Scope) -> impl Strategy<Value = Option<Heading>> + Clone {
    let announcing = (1..=6_u8, select(HEADINGS)).prop_map(|(level, text)| Some(Heading::new(level, text)));
    prop_oneof![1 => Just(None), 2 => heading(scope).prop_map(Some), 1 => announcing]
}

/// A perspective of any stance.
fn view(scope: Scope, replies: BoxedStrategy<Vec<Section>>) -> BoxedStrategy<Section> {
    let stance = prop_oneof![
        5 => select(Stance::KNOWN),
        1 => text().prop_map(Stance::from),
        1 => text().prop_map(|value| Stance::from(format!("scope:{value}"))),
    ];
    let facts = (weighted(0.3, text()), weighted(0.3, text()), weighted(0.3, text()), weighted(0.3, likelihood()));
    let role = (stance, facts, replies).prop_map(|(stance, (holder, thesis, label, likelihood), replies)| {
        let mut view = Perspective::new(stance);
        (view.holder, view.thesis, view.label) = (holder, thesis, label);
        (view.likelihood, view.replies) = (likelihood, replies);
        Role::from(view)
    });
    (role, section_heading(scope), body(scope), extra(scope)).prop_map(of_parts).boxed()
}

/// An article put together from parts.
pub(crate) fn built(scope: Scope) -> BoxedStrategy<Article> {
    let texts = (of(text()), weighted(0.3, text()), weighted(0.3, text()));
    let lists = (
        proptest::collection::vec(author(scope), 0..3),
        proptest::collection::vec(text(), 0..3),
        proptest::collection::vec(reference(scope), 0..3),
        proptest::collection::vec(section(scope), 0..4),
    );
    (texts, lists, weighted(0.3, date()), of(language()), weighted(0.3, address()), extra(scope))
        .prop_map(|(texts, lists, published, language, url, extra)| {
            let mut article = Article::default();
            (article.title, article.question, article.teaser) = texts;
            (article.authors, article.tags, article.references, article.sections) = lists;
            (article.published, article.language, article.url, article.extra) = (published, language, url, extra);
            article
        })
        .boxed()
}

/// An article put together from parts, or read from a text.
pub(crate) fn article(scope: Scope) -> BoxedStrategy<Article> {
    let parsed = prop_oneof![
        markdown(),
        proptest::collection::vec((text(), select(HEADINGS), text()), 0..5).prop_map(|sections| {
            sections.into_iter().map(|(above, heading, below)| format!("{above}\n\n{heading}\n{below}\n")).collect()
        }),
    ];
    prop_oneof![6 => built(scope), 1 => parsed.prop_map(|text: String| parse(&text).article)].boxed()
}

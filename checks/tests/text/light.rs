//! Articles that lines can say, most often: plain fields, headings that name their sections, plain blocks.

use commentary::{Article, Block, Heading, List, Paragraph, Quote, Reference, ReferenceKind, Role, Section, Stance};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

const TITLES: &[&str] = &[
    "The bridge closes to cars", "A roof over the canal", "Should the toll go?", "Optimistic view",
    "Pros and cons of the toll", "17 June 2025", "By the river", "Solar panels: who pays?",
];

const NAMES: &[&str] =
    &["Ida Sorensen", "Camille Roy", "Jo Marsh", "Dana Whitcombe", "The Harbour", "By Jo", "Reuters"];

/// Headings, and what they name.
const HEADINGS: &[(&str, &str)] = &[
    ("The facts", "summary"),
    ("Background", "background"),
    ("Optimistic view", "optimistic"),
    ("Pessimistic view", "pessimistic"),
    ("Neutral analysis", "neutral"),
    ("The case for", "for"),
    ("The case against", "against"),
    ("What the left is saying", "left"),
    ("What the right is saying", "right"),
    ("Conclusion", "conclusion"),
    ("Sources", "reference"),
];

/// Sentences and lines, among them those that may be read as something else.
const LINES: &[&str] = &[
    "The city closed the bridge to cars on Monday, for two years, and many take the long way round by the mill.",
    "Children will walk to school in safety, and the old town will breathe again.",
    "The detour will cost workers an hour a day, and the small shops may not survive it.",
    "Imagine a kitchen in which every drawer has its own lock.",
    "It was built in 1921, and it was meant to last for a hundred years.",
    "The council collects two crowns a crossing, and the receipts fell last year.",
    "Nobody should pay to see a doctor across the river.",
    "The judges agreed:",
    "They were right",
    "In short, nobody knows yet what the river will bring.",
    "Pro: It saves money, and it saves time for everyone.",
    "The bull case: prices fall and buyers come back.",
    "Yes, because the money is there and the plans are ready.",
    "It varies.[3] And so on [4], as was said before.[5]",
    "Helen Marsh, doctor¹ and Idris Cole, mayor², agree.",
    "“The herons stayed, and so shall we.”",
    "By Ida Sorensen",
    "Read more »",
    "5 min read",
    "17 June 2025",
    "Source: City Clerk",
    "Reference article: https://a.example/canal",
    "https://a.example/x",
    "Sure! Here is the article:",
    "Let me know if you want more.",
    "👉 Open the page here 👈",
    "© 2025 The Harbour. All rights reserved.",
    "Ida Sorensen",
    "Optimistic view",
];

fn line() -> impl Strategy<Value = &'static str> {
    // The first are ordinary, and more often.
    prop_oneof![8 => select(&LINES[..7]), 1 => select(LINES)]
}

fn block() -> impl Strategy<Value = Block> {
    let attribution = select(&["— Ida Sorensen | The Harbour", "– Jo Marsh, mayor"][..]);
    prop_oneof![
        12 => line().prop_map(Block::paragraph),
        1 => (option::of(Just(1)), any::<bool>(), vec(line(), 1..4)).prop_map(|(start, is_loose, items)| {
            let mut list = List::bullets(items);
            (list.start, list.is_loose) = (start, is_loose && list.items.len() > 1);
            list.into()
        }),
        1 => vec(line(), 1..3).prop_map(|lines| {
            Quote::from(lines.into_iter().map(Block::paragraph).collect::<Vec<_>>()).into()
        }),
        1 => (2..5_u8, line()).prop_map(|(level, text)| Heading::new(level, text).into()),
        1 => attribution.prop_map(|text| Paragraph::new([text.into()]).into()),
    ]
}

fn section() -> impl Strategy<Value = Section> {
    let level = prop_oneof![6 => Just(2_u8), 1 => 1..5_u8];
    let heading = prop_oneof![12 => Just(true), 1 => Just(false)];
    (select(HEADINGS), level, heading, vec(block(), 0..4)).prop_map(|((heading, role), level, has_heading, body)| {
        let role = match role {
            "summary" | "background" | "conclusion" | "reference" => Role::from(role),
            stance => Role::perspective(Stance::from(stance)),
        };
        let mut section = Section::new(role);
        section.heading = has_heading.then(|| Heading::new(level, heading));
        section.body = body;
        section
    })
}

fn reference() -> impl Strategy<Value = Reference> {
    let title = option::weighted(0.2, select(&["The night line", "A source of light"][..]));
    (select(ReferenceKind::KNOWN), select(&["https://a.example/x", "https://b.example/(y)"][..]), title).prop_map(
        |(kind, url, title)| {
            let mut reference = Reference::new(kind);
            (reference.url, reference.title) = (Some(url.into()), title.map(str::to_owned));
            reference
        },
    )
}

pub(crate) fn light() -> impl Strategy<Value = Article> {
    let date = option::weighted(0.2, select(&["2025-04-05", "2025-11-30"][..]));
    let head = (option::weighted(0.8, select(TITLES)), option::weighted(0.1, line()), vec(select(NAMES), 0..2));
    let language = option::weighted(0.9, select(&["en", "en", "en", "en-GB"][..]));
    (head, date, language, vec(reference(), 0..2), vec(section(), 0..5)).prop_map(
        |((title, teaser, names), date, language, references, sections)| {
            let mut article = names.into_iter().fold(Article::default(), Article::author);
            (article.title, article.teaser) = (title.map(str::to_owned), teaser.map(str::to_owned));
            article.published = date.map(|date| date.parse().unwrap());
            article.language = language.map(|tag| tag.parse().unwrap());
            (article.references, article.sections) = (references, sections);
            article
        },
    )
}

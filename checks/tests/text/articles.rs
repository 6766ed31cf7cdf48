//! Articles of moderate shape: what parse gives, and what it does not, with hostile texts among plain ones.

use commentary::{
    Article, Author, Block, Citation, Code, Date, Extra, Heading, Html, Image, Inline, Language, Likelihood, Link,
    List, ListItem, Paragraph, Perspective, Quote, Reference, ReferenceKind, Role, Rule, Section, Stance, Value,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Plain sentences and lines, among them those that reading knows.
const PLAIN: &[&str] = &[
    "The city closed the bridge to cars on Monday, for two years, and many take the long way round by the mill.",
    "Children will walk to school in safety, and the old town will breathe again.",
    "The detour will cost workers an hour a day, and the small shops may not survive it.",
    "La ville a fermé lundi le pont, pour deux ans, et 12 000 conducteurs doivent faire un détour par le nord.",
    "Imaginez une famille qui installe un potager sur son toit.",
    "Der Umweg kostet eine Stunde am Tag, und die kleinen Läden drohen zu schließen.",
    "In short, nobody knows yet.",
    "Ida Sorensen",
    "The facts",
    "Optimistic view",
    "The case against",
    "Point de vue pessimiste",
    "Conclusion",
    "Sources",
    "“The herons stayed.”",
    "It varies.[3] And so on [4].",
    "Helen Marsh, doctor¹",
];

/// Pieces of text that mean something somewhere.
const HOSTILE: &[&str] = &[
    "# ", "## Optimistic view", "- ", "* ", "– ", "1. ", "12) ", "> ", "**", "__", "*", "_", "```", "~~~", "---",
    "+++", "***", "===", "...", "[]", "[sic]", "[perspective:left]", "[summary {\"heading\": false}]", "[3]", "[4]",
    "[12]", "¹", "²", "\\", "\n", "\r\n", "\n\n", "\u{2028}", "\u{85}", "\u{b}", "\t", " ", "  ", "\u{a0}", "\u{200b}",
    "\u{feff}", "\u{0}", "\u{1b}[31m", "\u{202e}", "\u{3164}", "— Ida Sorensen | The Harbour", "— ", "« ", " »", "“",
    "”", "👉", "😀", "é", "文", "a", "B", "word", "https://a.example/x-", "https://a.example/", "b/c", "www.a.example",
    "javascript:alert(1)", "<b>", "&amp;", "<!--", "title: x", "sections: marked", "date: 2025-04-05", "rÃ©fÃ©rence",
    "Sure! Here is the article:", "By ", "Source: ", "17 juin 2025", "2025-04-05", "Pro:", "Contra", ":", "|", "#",
    "%", "25 %", "\"", "'", "{", "}", "[", "]", "(", ")",
];

fn text() -> impl Strategy<Value = String> {
    let plain = || select(PLAIN).prop_map(str::to_owned);
    let hostile = || vec(select(HOSTILE), 0..4).prop_map(|parts| parts.concat());
    prop_oneof![
        6 => plain(),
        2 => hostile(),
        2 => (hostile(), plain()).prop_map(|(one, other)| one + &other),
        1 => (plain(), hostile()).prop_map(|(one, other)| one + &other),
    ]
}

/// A text that most often needs nothing.
fn mild() -> impl Strategy<Value = String> {
    prop_oneof![8 => select(PLAIN).prop_map(str::to_owned), 1 => text()]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        select(&["1e400", "-0.5", "123456789012345678901234567890"][..])
            .prop_map(|number| Value::Number(number.parse().unwrap())),
        text().prop_map(Value::from),
    ];
    let deep = (1..130_usize).prop_map(|depth| (0..depth).fold(Value::Null, |inner, _| Value::Array(vec![inner])));
    let tree = leaf.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::Array),
            vec((text(), inner), 0..3).prop_map(|members| Value::Object(Extra::from_iter(members))),
        ]
    });
    prop_oneof![12 => tree, 1 => deep]
}

fn extra() -> impl Strategy<Value = Extra> {
    let key = prop_oneof![
        2 => select(&["layout", "date", "title", "lang", "commentary", "sections", "front_matter", "role", "name", "a b c d", ""][..])
            .prop_map(str::to_owned),
        1 => text(),
    ];
    prop_oneof![5 => Just(Extra::new()), 1 => vec((key, value()), 1..3).prop_map(Extra::from_iter)]
}

fn date() -> impl Strategy<Value = Date> {
    select(&["2025", "2025-04", "2025-04-05", "2025-04-05T18:40", "2025-04-05T18:40:30+02:00"][..])
        .prop_map(|text| text.parse().unwrap())
}

fn author() -> impl Strategy<Value = Author> {
    let name = prop_oneof![select(&["Ida Sorensen", "Camille Roy", "Jo Marsh"][..]).prop_map(str::to_owned), text()];
    (name, option::weighted(0.2, text()), option::weighted(0.2, text()), extra()).prop_map(
        |(name, affiliation, url, extra)| {
            let mut author = Author::new(name);
            (author.affiliation, author.url, author.extra) = (affiliation, url.map(Into::into), extra);
            author
        },
    )
}

fn reference() -> impl Strategy<Value = Reference> {
    let kind = prop_oneof![
        6 => select(ReferenceKind::KNOWN),
        1 => mild().prop_map(ReferenceKind::from),
    ];
    let url =
        prop_oneof![select(&["https://a.example/x", "https://b.example/y?z=1"][..]).prop_map(str::to_owned), text()];
    let rare = || option::weighted(0.2, text());
    let dates = (option::weighted(0.2, date()), option::weighted(0.2, date()));
    (
        kind,
        option::weighted(0.8, url),
        option::weighted(0.3, mild()),
        rare(),
        rare(),
        dates,
        vec(author(), 0..2),
        extra(),
    )
        .prop_map(|(kind, url, title, id, outlet, (published, accessed), authors, extra)| {
            let mut reference = Reference::new(kind);
            (reference.url, reference.title, reference.id) = (url.map(Into::into), title, id);
            (reference.outlet, reference.published, reference.accessed) = (outlet, published, accessed);
            (reference.authors, reference.extra) = (authors, extra);
            reference
        })
}

fn inline() -> impl Strategy<Value = Inline> {
    let leaf = prop_oneof![
        8 => mild().prop_map(Inline::Text),
        1 => text().prop_map(Inline::Code),
        2 => Just(Inline::SoftBreak),
        1 => Just(Inline::HardBreak),
        1 => text().prop_map(Inline::Html),
        3 => select(&["3", "4", "12"][..]).prop_map(|id| Citation::new(id, format!("[{id}]")).into()),
        1 => (text(), text()).prop_map(|(id, text)| Citation::new(id, text).into()),
        1 => Just(Inline::Unknown(Extra::from_iter([("type", "later")]))),
    ];
    leaf.prop_recursive(2, 6, 2, |inner| {
        let content = || vec(inner.clone(), 0..3);
        prop_oneof![
            content().prop_map(Inline::Emphasis),
            content().prop_map(Inline::Strong),
            (text(), content()).prop_map(|(url, content)| Link::new(url, content).into()),
            (text(), content()).prop_map(|(url, content)| Image::new(url, content).into()),
        ]
    })
}

fn content() -> impl Strategy<Value = Vec<Inline>> {
    prop_oneof![6 => mild().prop_map(|text| vec![Inline::Text(text)]), 1 => vec(inline(), 0..4)]
}

fn paragraph() -> impl Strategy<Value = Paragraph> {
    let attribution = select(&["— Ida Sorensen | The Harbour", "– Jo Marsh, mayor"][..]);
    prop_oneof![
        8 => (content(), extra()).prop_map(|(content, extra)| {
            let mut paragraph = Paragraph::new(content);
            paragraph.extra = extra;
            paragraph
        }),
        1 => attribution.prop_map(|text| Paragraph::attribution([Inline::text(text)])),
        1 => content().prop_map(Paragraph::attribution),
    ]
}

fn block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![
        10 => paragraph().prop_map(Block::from),
        2 => (0..9_u8, content()).prop_map(|(level, content)| {
            let mut heading = Heading::with_content(2, content);
            heading.level = level;
            heading.into()
        }),
        1 => text().prop_map(|text| Code::new(text).into()),
        1 => Just(Rule::default().into()),
        1 => text().prop_map(|text| Html::new(text).into()),
        1 => Just(Block::Unknown(Extra::from_iter([("type", "later")]))),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        let plain = content().prop_map(|content| vec![Block::from(Paragraph::new(content))]);
        let item = prop_oneof![5 => plain, 1 => vec(inner.clone(), 0..3)].prop_map(ListItem::from);
        let start = option::of(prop_oneof![5 => Just(1_u64), 1 => 0..1200_u64, 1 => any::<u64>()]);
        let quoted = prop_oneof![3 => vec(paragraph().prop_map(Block::from), 0..3), 1 => vec(inner, 0..3)];
        prop_oneof![
            (start, any::<bool>(), vec(item, 0..4)).prop_map(|(start, is_loose, items)| {
                let mut list = List::bullets(items);
                (list.start, list.is_loose) = (start, is_loose);
                list.into()
            }),
            quoted.prop_map(|body| Quote::from(body).into()),
        ]
    })
}

fn role() -> impl Strategy<Value = Role> {
    let stance = prop_oneof![8 => select(Stance::KNOWN), 1 => text().prop_map(Stance::from)];
    let rare = || option::weighted(0.15, text());
    let likelihood = option::weighted(0.2, (0..=10_000_u16).prop_map(|share| Likelihood::hundredths(share).unwrap()));
    let view = (stance, rare(), rare(), rare(), likelihood).prop_map(|(stance, holder, thesis, label, likelihood)| {
        let mut view = Perspective::new(stance);
        (view.holder, view.thesis, view.label, view.likelihood) = (holder, thesis, label, likelihood);
        Role::from(view)
    });
    prop_oneof![4 => select(Role::KNOWN), 5 => view, 1 => text().prop_map(|id| Role::from(id.as_str())), 1 => Just(Role::from("reference"))]
}

/// A section under a heading that names it, as most are.
fn named() -> impl Strategy<Value = Section> {
    let heads = select(
        &[
            ("The facts", "summary"),
            ("Optimistic view", "optimistic"),
            ("Pessimistic view", "pessimistic"),
            ("The case against", "against"),
            ("Conclusion", "conclusion"),
        ][..],
    );
    (heads, vec(block(), 0..3)).prop_map(|((heading, role), body)| {
        let role = match role {
            "summary" | "conclusion" => Role::from(role),
            stance => Role::perspective(Stance::from(stance)),
        };
        let mut section = Section::new(role).heading(heading);
        section.body = body;
        section
    })
}

fn section() -> impl Strategy<Value = Section> {
    let any = (role(), option::of((1..7_u8, content())), vec(block(), 0..4), extra()).prop_map(
        |(role, heading, body, extra)| {
            let mut section = Section::new(role);
            section.heading = heading.map(|(level, content)| Heading::with_content(level, content));
            (section.body, section.extra) = (body, extra);
            section
        },
    );
    prop_oneof![named(), any].prop_recursive(2, 4, 2, |inner| {
        (inner.clone(), vec(inner, 0..2)).prop_map(|(mut section, replies)| {
            if let Role::Perspective(view) = &mut section.role {
                view.replies = replies;
            }
            section
        })
    })
}

/// Lines of any kind, one below the other or apart.
pub(crate) fn lines() -> impl Strategy<Value = String> {
    vec((text(), select(&["\n", "\n\n", "\r\n"][..])), 0..12)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

pub(crate) fn article() -> impl Strategy<Value = Article> {
    let rare = || option::weighted(0.1, text());
    let language =
        option::of(select(&["en", "fr", "de", "en-GB", "ja"][..]).prop_map(|tag| tag.parse::<Language>().unwrap()));
    let head = (option::of(mild()), rare(), rare(), vec(author(), 0..3), option::of(date()), language);
    let more = (rare(), prop_oneof![5 => Just(Vec::new()), 1 => vec(text(), 0..3)], vec(reference(), 0..3), extra());
    (head, more, vec(section(), 0..4)).prop_map(|(head, more, sections)| {
        let mut article = Article::default();
        (article.title, article.question, article.teaser, article.authors, article.published, article.language) = head;
        let (url, tags, references, extra) = more;
        (article.url, article.tags, article.references, article.extra) = (url.map(Into::into), tags, references, extra);
        article.sections = sections;
        article
    })
}

//! Inlines and blocks of every kind, in one another.

use commentary::{Block, Citation, Code, Heading, Html, Image, Inline, Link, List, ListItem, Paragraph, Quote, Rule};
use proptest::prelude::*;
use proptest::sample::select;

use crate::Scope;
use crate::data::{address, extra, unknown};
use crate::words::{plain, text};

/// A line of inlines, empty ones and several texts side by side among them.
pub(crate) fn line(scope: Scope) -> BoxedStrategy<Vec<Inline>> {
    let one = inline(scope);
    prop_oneof![
        3 => text().prop_map(|text| vec![Inline::Text(text)]),
        3 => proptest::collection::vec(one, 0..4),
    ]
    .boxed()
}

fn inline(scope: Scope) -> BoxedStrategy<Inline> {
    let leaf = prop_oneof![
        6 => text().prop_map(Inline::Text),
        4 => plain().prop_map(Inline::Text),
        2 => text().prop_map(Inline::Code),
        2 => Just(Inline::SoftBreak),
        2 => Just(Inline::HardBreak),
        1 => html_text().prop_map(Inline::Html),
        1 => (text(), text(), extra(scope)).prop_map(|(id, text, extra)| {
            let mut citation = Citation::new(id, text);
            citation.extra = extra;
            Inline::Citation(citation)
        }),
        1 => unknown(scope).prop_map(Inline::Unknown),
    ];
    leaf.prop_recursive(4, 12, 3, move |inner| {
        let content = proptest::collection::vec(inner, 0..4);
        let title = proptest::option::weighted(0.3, text());
        prop_oneof![
            3 => content.clone().prop_map(Inline::Emphasis),
            3 => content.clone().prop_map(Inline::Strong),
            2 => (address(), title.clone(), content.clone(), extra(scope)).prop_map(|(url, title, content, extra)| {
                let mut link = Link::new(url, content);
                (link.title, link.extra) = (title, extra);
                Inline::Link(link)
            }),
            1 => address().prop_map(|url| Inline::Link(Link::new(url.clone(), [Inline::text(url.as_str())]))),
            1 => (address(), title, content, extra(scope)).prop_map(|(url, title, alt, extra)| {
                let mut image = Image::new(url, alt);
                (image.title, image.extra) = (title, extra);
                Inline::Image(image)
            }),
        ]
    })
    .boxed()
}

/// HTML in one piece, and text that is none.
fn html_text() -> impl Strategy<Value = String> + Clone {
    let known = select(
        &[
            "<b>", "</b>", "<br>", "<br />\n", "<!-- x -->", "<!-- x -->\n", "<div>\n*x*\n</div>\n", "<a href=\"x\">",
            "<x\ny>", "<script>\n\nx\n</script>\n", "<?php ?>", "<![CDATA[ x ]]>", " <hr>\n", "<hr>\n\n", "<hr>",
            "<!-- commentary: {\"role\":\"summary\"} -->\n", "<!-- commentary: {\"loose\":true} -->", "</span>",
            "<span data-commentary='\"x\"'>", "<!-- commentary: {\"block\":{\"type\":\"rule\"}} -->\n",
        ][..],
    );
    prop_oneof![3 => known.prop_map(str::to_owned), 1 => text()]
}

fn code() -> impl Strategy<Value = (Option<String>, String)> + Clone {
    let info = prop_oneof![
        4 => Just(None),
        4 => select(&["rust", "text", "", "a b", "c++", "`", "~~~", "\\", "&amp;", " x ", "<b>", "#"][..])
            .prop_map(|info| Some(info.to_owned())),
        2 => text().prop_map(Some),
    ];
    let lines = proptest::collection::vec(
        prop_oneof![3 => text(), 1 => select(&["```", "~~~", "````", "    x", "\tx", "", " ", "> x", "</pre>"][..]).prop_map(str::to_owned)],
        0..4,
    );
    let text = prop_oneof![
        4 => lines.prop_map(|lines| lines.into_iter().map(|line| line + "\n").collect()),
        1 => text(),
    ];
    (info, text)
}

/// A level that Markdown has, or in the wider scope any number.
fn level(scope: Scope) -> BoxedStrategy<u8> {
    match scope {
        Scope::Storable => (1..=6_u8).boxed(),
        Scope::Any => prop_oneof![9 => 1..=6_u8, 1 => any::<u8>()].boxed(),
    }
}

/// A heading.
pub(crate) fn heading(scope: Scope) -> impl Strategy<Value = Heading> + Clone {
    (level(scope), line(scope), extra(scope)).prop_map(|(level, content, extra)| {
        let mut heading = Heading::with_content(level, content);
        (heading.level, heading.extra) = (level, extra);
        heading
    })
}

/// A body of blocks.
pub(crate) fn body(scope: Scope) -> BoxedStrategy<Vec<Block>> {
    proptest::collection::vec(block(scope), 0..4).boxed()
}

fn block(scope: Scope) -> BoxedStrategy<Block> {
    let leaf = prop_oneof![
        8 => (line(scope), proptest::bool::weighted(0.1), extra(scope)).prop_map(|(content, is_attribution, extra)| {
            let mut paragraph = Paragraph::new(content);
            (paragraph.is_attribution, paragraph.extra) = (is_attribution, extra);
            Block::Paragraph(paragraph)
        }),
        2 => heading(scope).prop_map(Block::Heading),
        2 => (code(), extra(scope)).prop_map(|((info, text), extra)| {
            let mut code = Code::new(text);
            (code.info, code.extra) = (info, extra);
            Block::Code(code)
        }),
        1 => extra(scope).prop_map(|extra| {
            let mut rule = Rule::default();
            rule.extra = extra;
            Block::Rule(rule)
        }),
        2 => (html_text(), extra(scope)).prop_map(|(text, extra)| {
            let mut html = Html::new(text);
            html.extra = extra;
            Block::Html(html)
        }),
        1 => unknown(scope).prop_map(Block::Unknown),
    ];
    leaf.prop_recursive(3, 12, 3, move |inner| {
        let body = proptest::collection::vec(inner, 0..4);
        let item = (body.clone(), extra(scope)).prop_map(|(body, extra)| {
            let mut item = ListItem::from(body);
            item.extra = extra;
            item
        });
        let start = prop_oneof![3 => Just(None), 3 => Just(Some(1)), 1 => (0..12_u64).prop_map(Some), 1 => (999_999_990..1_000_000_002_u64).prop_map(Some), 1 => any::<u64>().prop_map(Some)];
        let list = (start, any::<bool>(), proptest::collection::vec(item, 0..4), extra(scope));
        prop_oneof![
            1 => (body, extra(scope)).prop_map(|(body, extra)| {
                let mut quote = Quote::from(body);
                quote.extra = extra;
                Block::Quote(quote)
            }),
            2 => list.prop_map(|(start, is_loose, items, extra)| {
                let mut list = List::bullets(items);
                (list.start, list.is_loose, list.extra) = (start, is_loose, extra);
                Block::List(list)
            }),
        ]
    })
    .boxed()
}

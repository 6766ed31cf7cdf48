//! What engines of others show of a text: pulldown-cmark and comrak, plain and with extensions, and the reference
//! implementation in C where it is installed.

use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use comrak::nodes::{AstNode, ListType, NodeValue};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::outline::{Outline, code_kind, link_kind};

/// An engine by its name, what it shows of a text, and what it makes of an address in plain text.
pub(crate) struct Engine {
    pub(crate) name: &'static str,
    pub(crate) show: fn(&str) -> Outline,
    pub(crate) addresses: Addresses,
}

/// What an engine makes of an address in plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Addresses {
    /// It stays text.
    Text,
    /// A link, with the text unchanged: what GitHub's form of Markdown asks.
    Link,
}

pub(crate) const ENGINES: &[Engine] = &[
    Engine { name: "pulldown-cmark", show: |text| pulldown(text, Options::empty()), addresses: Addresses::Text },
    Engine { name: "pulldown-cmark with extensions", show: pulldown_extended, addresses: Addresses::Text },
    Engine { name: "comrak", show: |text| comrak(text, &comrak::Options::default()), addresses: Addresses::Text },
    Engine { name: "comrak in GitHub's form", show: comrak_github, addresses: Addresses::Link },
];

/// All extensions, but smart punctuation: it changes text by design.
fn pulldown_extended(text: &str) -> Outline {
    pulldown(text, Options::all() - Options::ENABLE_SMART_PUNCTUATION)
}

fn comrak_github(text: &str) -> Outline {
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.tagfilter = true;
    options.extension.footnotes = true;
    comrak(text, &options)
}

fn pulldown(text: &str, options: Options) -> Outline {
    let mut out = Outline::default();
    let mut open: Vec<Tag<'_>> = Vec::new();
    let mut spans = 0;
    let mut html = String::new();
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(tag) => {
                let in_item = matches!(open.last(), Some(Tag::Item));
                match &tag {
                    Tag::Paragraph if in_item => {}
                    Tag::Paragraph => out.open("paragraph"),
                    Tag::Heading { level, .. } => out.open(format!("heading {}", *level as u8)),
                    Tag::BlockQuote(None) => out.open("quote"),
                    Tag::List(start) => out.open(format!("list {start:?}")),
                    Tag::Item => out.open("item"),
                    Tag::CodeBlock(CodeBlockKind::Fenced(info)) => out.open(code_kind(info)),
                    Tag::CodeBlock(CodeBlockKind::Indented) => out.open(code_kind("")),
                    Tag::HtmlBlock => html.clear(),
                    Tag::Emphasis => out.open("emphasis"),
                    Tag::Strong => out.open("strong"),
                    Tag::Link { dest_url, title, .. } => out.open(link_kind("link", dest_url, title)),
                    Tag::Image { dest_url, title, .. } => out.open(link_kind("image", dest_url, title)),
                    other => out.open(format!("{other:?}")),
                }
                open.push(tag);
            }
            Event::End(end) => {
                open.pop();
                match end {
                    TagEnd::Paragraph if matches!(open.last(), Some(Tag::Item)) => {}
                    TagEnd::HtmlBlock => html_block(&mut out, &html),
                    _ => out.close(),
                }
            }
            Event::Text(text) => out.text(&text),
            Event::Code(text) => {
                out.open("code");
                out.text(&text);
                out.close();
            }
            Event::Html(text) => html.push_str(&text),
            Event::InlineHtml(text) => html_inline(&mut out, &mut spans, &text),
            Event::SoftBreak => out.text("\n"),
            Event::HardBreak => out.empty("break"),
            Event::Rule => out.empty("rule"),
            other => out.empty(&format!("{other:?}")),
        }
    }
    out
}

fn comrak(text: &str, options: &comrak::Options<'_>) -> Outline {
    /// What is still to be visited.
    enum Step<'a> {
        Visit(&'a AstNode<'a>),
        Close,
    }
    let arena = comrak::Arena::new();
    let root = comrak::parse_document(&arena, text, options);
    let mut out = Outline::default();
    let mut spans = 0;
    let mut steps = vec![Step::Visit(root)];
    while let Some(step) = steps.pop() {
        let Step::Visit(node) = step else {
            out.close();
            continue;
        };
        let in_item = node.parent().is_some_and(|parent| matches!(parent.data.borrow().value, NodeValue::Item(_)));
        let kind = match &node.data.borrow().value {
            NodeValue::Document => None,
            NodeValue::Paragraph if in_item => None,
            NodeValue::Paragraph => Some("paragraph".to_owned()),
            NodeValue::Heading(heading) => Some(format!("heading {}", heading.level)),
            NodeValue::BlockQuote => Some("quote".to_owned()),
            NodeValue::List(list) => {
                let start = (list.list_type == ListType::Ordered).then_some(list.start);
                Some(format!("list {start:?}"))
            }
            NodeValue::Item(_) => Some("item".to_owned()),
            NodeValue::Emph => Some("emphasis".to_owned()),
            NodeValue::Strong => Some("strong".to_owned()),
            NodeValue::Link(link) => Some(link_kind("link", &link.url, &link.title)),
            NodeValue::Image(image) => Some(link_kind("image", &image.url, &image.title)),
            NodeValue::CodeBlock(code) => {
                out.open(code_kind(&code.info));
                out.text(&code.literal);
                out.close();
                None
            }
            NodeValue::Code(code) => {
                out.open("code");
                out.text(&code.literal);
                out.close();
                None
            }
            NodeValue::HtmlBlock(html) => {
                html_block(&mut out, &html.literal);
                None
            }
            NodeValue::HtmlInline(html) => {
                html_inline(&mut out, &mut spans, html);
                None
            }
            NodeValue::Text(text) => {
                out.text(text);
                None
            }
            NodeValue::SoftBreak => {
                out.text("\n");
                None
            }
            NodeValue::LineBreak => Some("break".to_owned()),
            NodeValue::ThematicBreak => Some("rule".to_owned()),
            other => Some(format!("{other:?}")),
        };
        if let Some(kind) = kind {
            out.open(kind);
            steps.push(Step::Close);
        }
        steps.extend(node.reverse_children().map(Step::Visit));
    }
    out
}

/// Notes a block of HTML, unless it is one of our comments, which nobody sees.
fn html_block(out: &mut Outline, html: &str) {
    let inside = html.trim_end().strip_prefix("<!-- commentary: {").and_then(|rest| rest.strip_suffix("} -->"));
    if !inside.is_some_and(|inside| !inside.contains(['<', '>', '\n']) && !inside.contains("--")) {
        out.empty(&format!("html {html:?}"));
    }
}

/// Notes a tag, unless it is one of our spans, of which `spans` are open.
fn html_inline(out: &mut Outline, spans: &mut usize, html: &str) {
    let inside = html.strip_prefix("<span data-commentary='").and_then(|rest| rest.strip_suffix("'>"));
    if inside.is_some_and(|inside| !inside.contains(['<', '>', '\'', '&', '\n'])) {
        *spans += 1;
    } else if html == "</span>" && *spans > 0 {
        *spans -= 1;
    } else {
        out.empty(&format!("html {html:?}"));
    }
}

/// The program `cmark`, or the one that `CMARK` names.
pub(crate) fn cmark() -> Option<String> {
    let program = std::env::var("CMARK").unwrap_or_else(|_| "cmark".to_owned());
    let found = Command::new(&program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    found.is_ok_and(|status| status.success()).then_some(program)
}

/// The HTML that `cmark` makes, within half a minute: older versions are quadratic on some texts.
pub(crate) fn cmark_html(program: &str, text: &str) -> String {
    let mut child = Command::new(program)
        .arg("--unsafe")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it has said its version");
    let mut input = child.stdin.take().expect("it is piped");
    let mut output = child.stdout.take().expect("it is piped");
    std::thread::scope(|scope| {
        scope.spawn(move || input.write_all(text.as_bytes()).unwrap_or_default());
        let html = scope.spawn(move || {
            let mut html = String::new();
            output.read_to_string(&mut html).map(|_| html)
        });
        end(&mut child);
        html.join().expect("reading does not panic").expect("it writes UTF-8")
    })
}

/// Waits for a program, and ends it where it takes too long.
fn end(child: &mut Child) {
    let start = Instant::now();
    while child.try_wait().is_ok_and(|status| status.is_none()) {
        if start.elapsed() > Duration::from_secs(30) {
            child.kill().unwrap_or_default();
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// The HTML that comrak makes, with raw HTML in it.
pub(crate) fn comrak_html(text: &str) -> String {
    let mut options = comrak::Options::default();
    options.render.r#unsafe = true;
    comrak::markdown_to_html(text, &options)
}

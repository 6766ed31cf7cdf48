//! Blocks and inlines exactly as they are → JSON, for what Markdown cannot carry.

use crate::front_matter::flow;
use crate::model::{Address, Block, Extra, Inline, List, ListItem, Value};

/// How deep a block may be to be written so: all that JSON stores is. Deeper ones are beyond what is read back.
const MAX_DEPTH: usize = flow::MAX_DEPTH / 2;

/// The block exactly as it is, or `None` where it is too deep.
pub(super) fn block(node: &Block) -> Option<Value> {
    is_shallow(node).then(|| exact_block(node))
}

/// The inline exactly as it is, or `None` where it is too deep.
pub(super) fn inline(node: &Inline) -> Option<Value> {
    let mut pending = vec![(node, 0)];
    while let Some((inline, depth)) = pending.pop() {
        if depth > MAX_DEPTH {
            return None;
        }
        pending.extend(inline.children().iter().map(|child| (child, depth + 1)));
    }
    Some(exact_inline(node))
}

/// True where recursion over the block is safe.
fn is_shallow(node: &Block) -> bool {
    let mut blocks = vec![(node, 0)];
    let mut inlines: Vec<(&Inline, usize)> = Vec::new();
    while let Some((block, depth)) = blocks.pop() {
        if depth > MAX_DEPTH {
            return false;
        }
        blocks.extend(block.children().map(|child| (child, depth + 1)));
        inlines.extend(block.content().iter().map(|inline| (inline, depth + 1)));
        while let Some((inline, depth)) = inlines.pop() {
            if depth > MAX_DEPTH {
                return false;
            }
            inlines.extend(inline.children().iter().map(|child| (child, depth + 1)));
        }
    }
    true
}

fn exact_block(node: &Block) -> Value {
    match node {
        Block::Paragraph(paragraph) => Members::new("paragraph")
            .with("content", inlines(&paragraph.content))
            .flag("attribution", paragraph.is_attribution)
            .extra(&paragraph.extra),
        Block::Heading(heading) => Members::new("heading")
            .with("level", i64::from(heading.level))
            .with("content", inlines(&heading.content))
            .extra(&heading.extra),
        Block::List(list) => exact_list(list),
        Block::Quote(quote) => Members::new("quote").with("body", blocks(&quote.body)).extra(&quote.extra),
        Block::Code(code) => {
            Members::new("code").some("info", code.info.as_deref()).with("text", code.text.as_str()).extra(&code.extra)
        }
        Block::Rule(rule) => Members::new("rule").extra(&rule.extra),
        Block::Html(html) => Members::new("html").with("text", html.text.as_str()).extra(&html.extra),
        Block::Unknown(members) => Members::new("unknown").with("members", members.clone()).done(),
    }
}

fn exact_list(list: &List) -> Value {
    let item = |item: &ListItem| match blocks(&item.body) {
        body if item.extra.is_empty() => Value::from(body),
        body => Members::default().with("body", body).extra(&item.extra),
    };
    let items: Vec<Value> = list.items.iter().map(item).collect();
    let mut members = Members::new("list");
    if let Some(start) = list.start {
        members = members.with("start", Value::Number(start.into()));
    }
    members.flag("loose", list.is_loose).with("items", items).extra(&list.extra)
}

fn exact_inline(node: &Inline) -> Value {
    let link = |name, url: &Address, title: &Option<String>| {
        Members::new(name).with("url", url.as_str()).some("title", title.as_deref())
    };
    match node {
        Inline::Text(text) => Value::from(text.as_str()),
        Inline::Emphasis(content) => Members::new("emphasis").with("content", inlines(content)).done(),
        Inline::Strong(content) => Members::new("strong").with("content", inlines(content)).done(),
        Inline::Code(text) => Members::new("code").with("text", text.as_str()).done(),
        Inline::Link(node) => {
            link("link", &node.url, &node.title).with("content", inlines(&node.content)).extra(&node.extra)
        }
        Inline::Image(node) => link("image", &node.url, &node.title).with("alt", inlines(&node.alt)).extra(&node.extra),
        Inline::SoftBreak => Members::new("soft-break").done(),
        Inline::HardBreak => Members::new("hard-break").done(),
        Inline::Html(text) => Members::new("html").with("text", text.as_str()).done(),
        Inline::Citation(citation) => Members::new("citation")
            .with("id", citation.id.as_str())
            .with("text", citation.text.as_str())
            .extra(&citation.extra),
        Inline::Unknown(members) => Members::new("unknown").with("members", members.clone()).done(),
    }
}

fn blocks(nodes: &[Block]) -> Vec<Value> {
    nodes.iter().map(exact_block).collect()
}

fn inlines(nodes: &[Inline]) -> Vec<Value> {
    nodes.iter().map(exact_inline).collect()
}

/// An object under construction.
#[derive(Default)]
pub(super) struct Members(Extra);

impl Members {
    fn new(kind: &str) -> Self {
        Self::default().with("type", kind)
    }

    pub(super) fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.0.append(key.to_owned(), value.into());
        self
    }

    pub(super) fn some(self, key: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    /// Sets a key that is written only where it is true.
    pub(super) fn flag(self, key: &str, truth: bool) -> Self {
        if truth { self.with(key, true) } else { self }
    }

    /// The object with the keys that this version does not know.
    pub(super) fn extra(self, extra: &Extra) -> Value {
        if extra.is_empty() { self.done() } else { self.with("extra", extra.clone()).done() }
    }

    pub(super) fn done(self) -> Value {
        Value::Object(self.0)
    }
}

//! JSON → blocks and inlines exactly as they are.
//!
//! The functions call one another as deep as the value is, which [`MAX_DEPTH`](crate::front_matter::flow::MAX_DEPTH) bounds.

use crate::model::{Block, Citation, Code, Extra, Heading, Html, Image, Inline, Link, List, ListItem, Paragraph};
use crate::model::{Quote, Rule, Value};

/// The block that a value tells, or `None` for any other value.
pub(super) fn block(value: Value) -> Option<Block> {
    let mut members = Members::of(value)?;
    let mut block = match members.text("type")?.as_str() {
        "paragraph" => {
            let mut paragraph = Paragraph::new(members.inlines("content")?);
            paragraph.is_attribution = members.flag("attribution")?;
            Block::Paragraph(paragraph)
        }
        "heading" => {
            let level = u8::try_from(members.number("level")?).ok()?;
            let mut heading = Heading::with_content(level, members.inlines("content")?);
            heading.level = level;
            Block::Heading(heading)
        }
        "list" => {
            let start = if members.has("start") { Some(members.number("start")?) } else { None };
            let is_loose = members.flag("loose")?;
            let items = members.array("items")?.into_iter().map(item).collect::<Option<_>>()?;
            Block::List(List { start, is_loose, items, extra: Extra::new() })
        }
        "quote" => Block::Quote(Quote::from(members.blocks("body")?)),
        "code" => {
            let info = if members.has("info") { Some(members.text("info")?) } else { None };
            Block::Code(Code { info, ..Code::new(members.text("text")?) })
        }
        "rule" => Block::Rule(Rule::default()),
        "html" => Block::Html(Html::new(members.text("text")?)),
        "unknown" => Block::Unknown(members.object("members")?),
        _ => return None,
    };
    if let Some(extra) = extra_of(&mut block) {
        *extra = members.extra()?;
    }
    members.is_empty().then_some(block)
}

/// The inline that a value tells, or `None` for any other value.
pub(super) fn inline(value: Value) -> Option<Inline> {
    if let Value::String(text) = value {
        return Some(Inline::Text(text));
    }
    let mut members = Members::of(value)?;
    let inline = match members.text("type")?.as_str() {
        "emphasis" => Inline::Emphasis(members.inlines("content")?),
        "strong" => Inline::Strong(members.inlines("content")?),
        "code" => Inline::Code(members.text("text")?),
        "link" => {
            let mut link = Link::new(members.text("url")?, members.inlines("content")?);
            (link.title, link.extra) = (members.title()?, members.extra()?);
            Inline::Link(link)
        }
        "image" => {
            let mut image = Image::new(members.text("url")?, members.inlines("alt")?);
            (image.title, image.extra) = (members.title()?, members.extra()?);
            Inline::Image(image)
        }
        "soft-break" => Inline::SoftBreak,
        "hard-break" => Inline::HardBreak,
        "html" => Inline::Html(members.text("text")?),
        "citation" => {
            let mut citation = Citation::new(members.text("id")?, members.text("text")?);
            citation.extra = members.extra()?;
            Inline::Citation(citation)
        }
        "unknown" => Inline::Unknown(members.object("members")?),
        _ => return None,
    };
    members.is_empty().then_some(inline)
}

/// The list item that a value tells: an array where it is nothing but its body.
fn item(value: Value) -> Option<ListItem> {
    if let Value::Array(body) = value {
        return body.into_iter().map(block).collect::<Option<Vec<_>>>().map(ListItem::from);
    }
    let mut members = Members::of(value)?;
    let item = ListItem { body: members.blocks("body")?, extra: members.extra()? };
    members.is_empty().then_some(item)
}

/// Where a block keeps the keys that this version does not know.
pub(super) const fn extra_of(block: &mut Block) -> Option<&mut Extra> {
    match block {
        Block::Paragraph(Paragraph { extra, .. })
        | Block::Heading(Heading { extra, .. })
        | Block::List(List { extra, .. })
        | Block::Quote(Quote { extra, .. })
        | Block::Code(Code { extra, .. })
        | Block::Rule(Rule { extra })
        | Block::Html(Html { extra, .. }) => Some(extra),
        Block::Unknown(_) => None,
    }
}

/// An object whose keys are taken out one by one; what is left at the end makes it somebody else's.
pub(super) struct Members(Extra);

impl Members {
    pub(super) fn of(value: Value) -> Option<Self> {
        match value {
            Value::Object(members) => Some(Self(members)),
            _ => None,
        }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.0.get(key).is_some()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The object itself.
    pub(super) fn done(self) -> Value {
        Value::Object(self.0)
    }

    pub(super) fn take(&mut self, key: &str) -> Option<Value> {
        self.0.remove(key)
    }

    pub(super) fn text(&mut self, key: &str) -> Option<String> {
        match self.take(key)? {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// The text under a key that may be absent.
    pub(super) fn some_text(&mut self, key: &str) -> Option<Option<String>> {
        if self.has(key) { self.text(key).map(Some) } else { Some(None) }
    }

    fn title(&mut self) -> Option<Option<String>> {
        self.some_text("title")
    }

    pub(super) fn number(&mut self, key: &str) -> Option<u64> {
        match self.take(key)? {
            Value::Number(number) => number.as_u64(),
            _ => None,
        }
    }

    /// True where the key is there and true; `None` where it is there and no truth value.
    pub(super) fn flag(&mut self, key: &str) -> Option<bool> {
        match self.take(key) {
            None => Some(false),
            Some(Value::Bool(truth)) => Some(truth),
            Some(_) => None,
        }
    }

    fn array(&mut self, key: &str) -> Option<Vec<Value>> {
        match self.take(key)? {
            Value::Array(items) => Some(items),
            _ => None,
        }
    }

    pub(super) fn object(&mut self, key: &str) -> Option<Extra> {
        match self.take(key)? {
            Value::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The keys that this version does not know; none where there is no such object.
    pub(super) fn extra(&mut self) -> Option<Extra> {
        if self.has("extra") { self.object("extra") } else { Some(Extra::new()) }
    }

    fn blocks(&mut self, key: &str) -> Option<Vec<Block>> {
        self.array(key)?.into_iter().map(block).collect()
    }

    fn inlines(&mut self, key: &str) -> Option<Vec<Inline>> {
        self.array(key)?.into_iter().map(inline).collect()
    }
}

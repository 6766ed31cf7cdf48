//! What a reader of an article sees, as a list of parts: as the model says, to compare with what engines show.

use commentary::markdown::Writer;
use commentary::{Article, Block, Inline, ListItem, Section, plain_text};

/// A part of what is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// Something opens: its kind, and what distinguishes it.
    Open(String),
    /// It closes.
    Close,
    /// Text, all that stands side by side in one.
    Text(String),
}

/// What is seen, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Outline(pub(crate) Vec<Part>);

impl Outline {
    pub(crate) fn open(&mut self, kind: impl Into<String>) {
        self.0.push(Part::Open(kind.into()));
    }

    pub(crate) fn close(&mut self) {
        self.0.push(Part::Close);
    }

    /// Adds text. NUL is shown as CommonMark asks, section 2.3.
    pub(crate) fn text(&mut self, text: &str) {
        let text = text.replace('\0', "\u{fffd}");
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(Part::Text(before)) => before.push_str(&text),
            _ => self.0.push(Part::Text(text)),
        }
    }

    /// Something that holds nothing.
    pub(crate) fn empty(&mut self, kind: &str) {
        self.open(kind);
        self.close();
    }

    /// The outline with links that show their own address as text: some engines link every address that they see.
    pub(crate) fn without_bare_links(&self) -> Self {
        let mut out = Self::default();
        let mut parts = self.0.as_slice();
        while let Some((part, rest)) = parts.split_first() {
            parts = rest;
            match (part, rest) {
                (Part::Open(kind), [Part::Text(text), Part::Close, rest @ ..]) if is_bare(kind, text) => {
                    out.text(text);
                    parts = rest;
                }
                (Part::Text(text), _) => out.text(text),
                _ => out.0.push(part.clone()),
            }
        }
        out
    }
}

/// True for a link that shows its own address.
fn is_bare(kind: &str, text: &str) -> bool {
    ["", "http://", "mailto:"].iter().any(|scheme| kind == link_kind("link", &format!("{scheme}{text}"), ""))
}

/// What distinguishes a link or an image.
pub(crate) fn link_kind(kind: &str, address: &str, title: &str) -> String {
    format!("{kind} {address:?} {title:?}").replace("\\0", "\u{fffd}")
}

/// What distinguishes code. White space round its info is trimmed (CommonMark 0.31.2, section 4.5).
pub(crate) fn code_kind(info: &str) -> String {
    format!("code {:?}", info.replace('\0', "\u{fffd}").trim())
}

/// What is to be seen of an article below its front matter.
pub(crate) fn expected(article: &Article) -> Outline {
    let mut out = Outline::default();
    let mut pending: Vec<&Section> = article.sections.iter().rev().collect();
    while let Some(section) = pending.pop() {
        if let Some(heading) = &section.heading {
            block(&mut out, &Block::Heading(heading.clone()));
        }
        section.body.iter().for_each(|one| block(&mut out, one));
        if let Some(view) = section.as_perspective() {
            pending.extend(view.replies.iter().rev());
        }
    }
    out
}

/// True for a block that Markdown has no form for: a comment carries it, and its text is shown in a paragraph.
pub(crate) fn is_exact(block: &Block) -> bool {
    Writer::new().blocks(std::slice::from_ref(block)).starts_with("<!-- commentary: {\"block\":")
}

fn block(out: &mut Outline, block: &Block) {
    if is_exact(block) {
        return shown(out, block);
    }
    match block {
        Block::Paragraph(paragraph) => within(out, "paragraph", |out| line(out, &paragraph.content)),
        Block::Heading(heading) => {
            within(out, &format!("heading {}", heading.level), |out| line(out, &heading.content));
        }
        Block::List(list) => within(out, &format!("list {:?}", list.start), |out| {
            list.items.iter().for_each(|one| within(out, "item", |out| item(out, one)));
        }),
        Block::Quote(quote) => within(out, "quote", |out| quote.body.iter().for_each(|one| self::block(out, one))),
        Block::Code(code) => {
            let info = code.info.as_deref().unwrap_or_default();
            within(out, &code_kind(info), |out| out.text(&code.text));
        }
        Block::Rule(_) => out.empty("rule"),
        _ => shown(out, block),
    }
}

fn item(out: &mut Outline, item: &ListItem) {
    for one in &item.body {
        match one {
            // Engines do not tell of the paragraphs in a list without blank lines.
            _ if is_exact(one) => out.text(&shown_text(one)),
            Block::Paragraph(paragraph) => line(out, &paragraph.content),
            _ => block(out, one),
        }
    }
}

/// The paragraph that stands for a block.
fn shown(out: &mut Outline, block: &Block) {
    let text = shown_text(block);
    if !text.is_empty() {
        within(out, "paragraph", |out| out.text(&text));
    }
}

fn shown_text(block: &Block) -> String {
    let text = match block {
        Block::Html(html) => html.text.clone(),
        Block::Code(code) => code.text.clone(),
        _ => block.inlines().into_iter().filter_map(own_text).collect(),
    };
    let lines = text.lines().map(|line| line.trim_matches([' ', '\t'])).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// What an inline shows by itself.
fn own_text(inline: &Inline) -> Option<&str> {
    match inline {
        Inline::Text(text) | Inline::Code(text) | Inline::Html(text) => Some(text),
        Inline::Citation(citation) => Some(&citation.text),
        Inline::SoftBreak | Inline::HardBreak => Some("\n"),
        _ => None,
    }
}

fn line(out: &mut Outline, content: &[Inline]) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Html(text) => out.text(text),
            Inline::Emphasis(content) => within(out, "emphasis", |out| line(out, content)),
            Inline::Strong(content) => within(out, "strong", |out| line(out, content)),
            Inline::Code(text) => within(out, "code", |out| out.text(text)),
            Inline::Link(link) if link.url.is_web() && link.extra.is_empty() && link.title.as_deref() != Some("") => {
                let title = link.title.as_deref().unwrap_or_default();
                within(out, &link_kind("link", link.url.as_str(), title), |out| line(out, &link.content));
            }
            Inline::Image(image) if image.url.is_web() && image.title.as_deref() != Some("") => {
                let title = image.title.as_deref().unwrap_or_default();
                within(out, &link_kind("image", image.url.as_str(), title), |out| line(out, &image.alt));
            }
            Inline::SoftBreak => out.text("\n"),
            Inline::HardBreak => out.empty("break"),
            // A link that may not leave is its text.
            other => out.text(&plain_text(std::slice::from_ref(other))),
        }
    }
}

fn within(out: &mut Outline, kind: &str, inside: impl FnOnce(&mut Outline)) {
    out.open(kind);
    inside(out);
    out.close();
}

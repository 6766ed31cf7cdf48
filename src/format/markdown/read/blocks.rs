//! CommonMark → blocks, with our comments obeyed.

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::super::marker::SPAN_END;
use super::frame::{Body, Frame, Item};
use super::marker;
use crate::model::{Address, Block, Code, Heading, Html, Image, Inline, Link, List, Paragraph, Quote};

/// How deep lists and quotations, and apart from them inlines, may stand in one another. Deeper ones are dissolved: their
/// text stays.
pub(in super::super) const MAX_DEPTH: usize = 32;

/// Reads blocks, and the sections that open between them.
pub(in super::super) fn read(text: &str) -> Vec<Item> {
    let mut tree = Tree::default();
    for event in Parser::new_ext(text, Options::empty()) {
        tree.event(event);
    }
    tree.root.finish()
}

/// The tree under construction.
#[derive(Default)]
struct Tree {
    root: Body,
    /// What is open, outermost first.
    frames: Vec<Frame>,
    /// For each tag that is open, whether it has a frame.
    framed: Vec<bool>,
    containers: usize,
    inlines: usize,
    /// The number of tags open where a span began whose text is for people only.
    span: Option<usize>,
}

impl Tree {
    fn event(&mut self, event: Event<'_>) {
        if self.in_span(&event) {
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(text) => self.inline(Inline::Code(text.into_string())),
            Event::InlineHtml(html) => match marker::span(&html) {
                Some(inline) => {
                    self.inline(inline);
                    self.span = Some(self.framed.len());
                }
                None => self.inline(Inline::Html(html.into_string())),
            },
            Event::Html(html) => match self.frames.last_mut() {
                Some(Frame::Html(text)) => text.push_str(&html),
                _ => self.inline(Inline::Html(html.into_string())),
            },
            Event::SoftBreak => self.inline(Inline::SoftBreak),
            Event::HardBreak => self.inline(Inline::HardBreak),
            Event::Rule => {
                self.body().flush_line();
                self.block(Block::Rule(Default::default()));
            }
            // Extensions of CommonMark, which are off.
            _ => {}
        }
    }

    /// True for what stands in a span of ours: the text that shows what the span carries.
    fn in_span(&mut self, event: &Event<'_>) -> bool {
        if self.span.is_none_or(|open| open != self.framed.len()) {
            return false;
        }
        match event {
            Event::Text(_) => true,
            Event::InlineHtml(html) if &**html == SPAN_END => {
                self.span = None;
                true
            }
            // Somebody has changed what stands in it.
            _ => {
                self.span = None;
                false
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        let frame = self.frame(tag);
        self.framed.push(frame.is_some());
        self.frames.extend(frame);
    }

    /// The frame that a tag opens, or `None` where it is too deep or unknown.
    fn frame(&mut self, tag: Tag<'_>) -> Option<Frame> {
        let is_inline = matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. });
        if !is_inline {
            self.body().flush_line();
        }
        let frame = match tag {
            Tag::Paragraph => Frame::Paragraph(Vec::new()),
            Tag::Heading { level, .. } => Frame::Heading(level as u8, Vec::new()),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) if !info.is_empty() => {
                Frame::Code(Some(info.into_string()), String::new())
            }
            Tag::CodeBlock(_) => Frame::Code(None, String::new()),
            Tag::HtmlBlock => Frame::Html(String::new()),
            Tag::BlockQuote(_) => Frame::Quote(Body::default()),
            Tag::List(start) => Frame::List(List { start, ..List::bullets([""; 0]) }),
            Tag::Item => Frame::Item(Body::default()),
            Tag::Emphasis => Frame::Emphasis(Vec::new()),
            Tag::Strong => Frame::Strong(Vec::new()),
            Tag::Link { link_type, dest_url, title, .. } => {
                let scheme = if link_type == LinkType::Email { "mailto:" } else { "" };
                let mut link = Link::new(format!("{scheme}{dest_url}"), []);
                link.title = Some(title.into_string()).filter(|title| !title.is_empty());
                Frame::Link(link)
            }
            Tag::Image { dest_url, title, .. } => {
                let mut image = Image::new(Address::from(dest_url.into_string()), []);
                image.title = Some(title.into_string()).filter(|title| !title.is_empty());
                Frame::Image(image)
            }
            _ => return None,
        };
        let fits = match frame {
            Frame::Quote(_) | Frame::List(_) => {
                self.containers += 1;
                self.containers <= MAX_DEPTH
            }
            Frame::Item(_) => self.framed.last() == Some(&true),
            _ if is_inline => {
                self.inlines += 1;
                self.inlines <= MAX_DEPTH
            }
            _ => true,
        };
        fits.then_some(frame)
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) | TagEnd::List(_) => self.containers = self.containers.saturating_sub(1),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image => {
                self.inlines = self.inlines.saturating_sub(1);
            }
            _ => {}
        }
        if self.framed.pop() != Some(true) {
            if matches!(tag, TagEnd::Item) {
                self.body().flush_line();
            }
            return;
        }
        let Some(frame) = self.frames.pop() else { return };
        match frame {
            Frame::Emphasis(content) => self.inline(Inline::Emphasis(content)),
            Frame::Strong(content) => self.inline(Inline::Strong(content)),
            Frame::Link(link) => self.inline(Inline::Link(link)),
            Frame::Image(image) => self.inline(Inline::Image(image)),
            Frame::Paragraph(content) => {
                // In a tight list, paragraphs are no events: one right in an item makes its list loose.
                if let Some(Frame::List(list)) = self.frames.iter_mut().nth_back(1) {
                    list.is_loose = true;
                }
                self.block(Block::Paragraph(Paragraph::new(content)));
            }
            Frame::Heading(level, content) => self.block(Block::Heading(Heading::with_content(level, content))),
            Frame::Code(info, text) => self.block(Block::Code(Code { info, ..Code::new(text) })),
            Frame::Html(text) => match marker::comment(&text) {
                Some(marker) => self.body().mark(marker, text),
                None => self.block(Block::Html(Html::new(text))),
            },
            Frame::Quote(body) => self.block(Block::Quote(Quote::from(body.finish_blocks()))),
            Frame::List(list) => self.block(Block::List(list)),
            Frame::Item(body) => {
                if let Some(Frame::List(list)) = self.frames.last_mut() {
                    list.items.push(body.finish_blocks().into());
                }
            }
        }
    }

    fn text(&mut self, text: &str) {
        match self.frames.last_mut() {
            Some(Frame::Code(_, code)) => code.push_str(text),
            Some(Frame::Html(html)) => html.push_str(text),
            _ => {
                let line = self.line();
                match line.last_mut() {
                    Some(Inline::Text(before)) => before.push_str(text),
                    _ => line.push(Inline::text(text)),
                }
            }
        }
    }

    fn inline(&mut self, inline: Inline) {
        self.line().push(inline);
    }

    fn block(&mut self, block: Block) {
        self.body().block(block);
    }

    /// The inlines to which the next one belongs. A tight list's items have no paragraphs of their own.
    fn line(&mut self) -> &mut Vec<Inline> {
        let innermost = self.frames.iter_mut().rev().find_map(|frame| match frame {
            Frame::Paragraph(line) | Frame::Heading(_, line) | Frame::Emphasis(line) | Frame::Strong(line) => {
                Some(line)
            }
            Frame::Link(link) => Some(&mut link.content),
            Frame::Image(image) => Some(&mut image.alt),
            Frame::Quote(body) | Frame::Item(body) => Some(&mut body.line),
            Frame::Code(..) | Frame::Html(_) | Frame::List(_) => None,
        });
        innermost.unwrap_or(&mut self.root.line)
    }

    /// The innermost body that is open.
    fn body(&mut self) -> &mut Body {
        let innermost = self.frames.iter_mut().rev().find_map(|frame| match frame {
            Frame::Quote(body) | Frame::Item(body) => Some(body),
            _ => None,
        });
        innermost.unwrap_or(&mut self.root)
    }
}

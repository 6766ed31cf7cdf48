//! The rule `lost-list`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::model::{Article, Block, Inline, List, Paragraph, Role, Section};
use crate::validate::parts::Part;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports a paragraph that announces a list that does not follow.

# What it does
Finds paragraphs that end with a colon, spaces of any kind aside, and are not followed in the same body by what a colon
may announce: a list, a quotation, code, a heading, raw HTML, a picture, or a paragraph that opens with a quotation mark
or a dash. A paragraph all in bold is a heading in disguise; only at the end of a body does its colon count. Boilerplate is
left alone: it is no part of the article.

# Why
Web extractors drop lists and leave the line before them, so that the text says less than it seems to.

# Example
```markdown
The judges agreed on these points:

The ruling takes effect in May.
```

# Use instead
```markdown
The judges agreed on these points:

- cheese is not a number
- the label stays

The ruling takes effect in May.
```
*/
pub struct LostList;
}

/// What ends a line that announces something: the colon, and that of Chinese and Japanese.
const ANNOUNCING: [char; 2] = [':', '：'];

/// What opens speech in a paragraph of its own.
const OPENING: [char; 14] = ['"', '\'', '“', '‘', '„', '‚', '«', '‹', '「', '『', '-', '–', '—', '―'];

/// How many words of the paragraph the message shows.
const WORDS: usize = 6;

impl Rule for LostList {
    fn name(&self) -> &'static str {
        "lost-list"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let mut is_article = true;
        for placed in subject.parts() {
            if let Part::Section(section) = placed.part {
                is_article = section.role != Role::Boilerplate;
            }
            let Part::Block(Block::Paragraph(paragraph), after) = placed.part else { continue };
            if !is_article {
                continue;
            }
            let Some(announcement) = announcement(paragraph) else { continue };
            let next = after.iter().find(|block| matches!(block, Block::Rule(_)) || !block.is_blank());
            if next.is_some_and(|next| is_announced(next) || is_label(paragraph)) {
                continue;
            }
            let message = format!("{} announces a list, and none follows", quote(last_words(announcement)));
            found(
                self.finding(message).at(placed.path()).with_help("add the list, or end the sentence without a colon"),
            );
        }
    }

    fn bad(&self) -> Article {
        sample::article().section(Section::example().paragraph("The judges agreed on these points:"))
    }

    fn good(&self) -> Article {
        let list = List::bullets(["cheese is not a number", "the label stays"]);
        sample::article().section(Section::example().paragraph("The judges agreed on these points:").block(list))
    }
}

/// The end of a paragraph that announces something, without white space after it.
fn announcement(paragraph: &Paragraph) -> Option<&str> {
    let text = last_text(&paragraph.content).filter(|_| !paragraph.is_attribution)?;
    // The colon that closes an emoji's short name, as in `:tada:`, announces nothing.
    let word = text.strip_suffix(ANNOUNCING)?.rsplit(char::is_whitespace).next()?;
    (!word.starts_with(':')).then_some(text)
}

/// The last text that a reader sees, without white space after it; `None` where a picture or a mark comes last.
fn last_text(content: &[Inline]) -> Option<&str> {
    let mut pending: Vec<&[Inline]> = Vec::new();
    let mut line = content;
    loop {
        let Some((last, before)) = line.split_last() else {
            line = pending.pop()?;
            continue;
        };
        line = before;
        match last {
            Inline::Text(text) if !text.trim_end().is_empty() => return Some(text.trim_end()),
            Inline::Text(_) | Inline::SoftBreak | Inline::HardBreak | Inline::Html(_) | Inline::Citation(_) => {}
            Inline::Emphasis(inner) | Inline::Strong(inner) => {
                pending.push(before);
                line = inner;
            }
            _ => return None,
        }
    }
}

/// True for what a colon may announce.
fn is_announced(block: &Block) -> bool {
    match block {
        Block::Paragraph(paragraph) => match paragraph.content.first() {
            Some(Inline::Text(text)) => text.trim_start().starts_with(OPENING),
            Some(Inline::Image(_)) => true,
            _ => false,
        },
        Block::Rule(_) => false,
        _ => true,
    }
}

/// True for a paragraph all in bold.
fn is_label(paragraph: &Paragraph) -> bool {
    paragraph.content.iter().all(|inline| matches!(inline, Inline::Strong(_) | Inline::SoftBreak))
}

/// The last few words of a text.
fn last_words(text: &str) -> &str {
    let cut = text.rmatch_indices(char::is_whitespace).nth(WORDS).map(|(at, space)| at + space.len());
    cut.and_then(|at| text.get(at..)).unwrap_or(text)
}

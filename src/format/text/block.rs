//! Blocks as plain text carries them.

use super::body::{Title, title};
use super::content::{line, lines, one_line};
use super::loss::{Loss, Losses};
use crate::label::{SEPARATORS, is_space};
use crate::model::{Block, List, ListItem, Paragraph, Quote};
use crate::path::Path;

/// A block as plain text carries it, with the block it came from.
#[derive(Debug)]
pub(super) struct Flat<'a> {
    pub(super) path: Path,
    pub(super) source: &'a Block,
    /// True where a loss was noted.
    pub(super) has_loss: bool,
    pub(super) shape: Shape,
}

/// What plain text has forms for.
#[derive(Debug)]
pub(super) enum Shape {
    Paragraph { lines: Vec<String>, is_attribution: bool },
    Heading(Title),
    List { start: Option<u64>, is_loose: bool, items: Vec<String> },
    Quote(Vec<(String, bool)>),
    Rule,
}

/// The largest number that an item may have.
const MAX_NUMBER: u64 = 999;

/// A block as plain text carries it, where there is anything to carry.
pub(super) fn flat<'a>(block: &'a Block, path: Path, losses: &mut Losses) -> Option<Flat<'a>> {
    let before = losses.count();
    let extra = match block {
        Block::Paragraph(Paragraph { extra, .. }) | Block::List(List { extra, .. }) => extra,
        Block::Quote(Quote { extra, .. }) => extra,
        Block::Code(code) => &code.extra,
        Block::Rule(rule) => &rule.extra,
        Block::Heading(_) | Block::Html(_) | Block::Unknown(_) => &crate::model::Extra::new(),
    };
    if !extra.is_empty() {
        losses.add(Loss::Keys, &path);
    }
    let shape = match block {
        Block::Paragraph(paragraph) => {
            let lines = lines(&paragraph.content, &path, losses);
            let is_attribution = paragraph.is_attribution && lines.len() == 1;
            if paragraph.is_attribution && !is_attribution {
                losses.add(Loss::Attribution, &path);
            }
            (!lines.is_empty()).then_some(Shape::Paragraph { lines, is_attribution })
        }
        Block::Heading(heading) => {
            // A heading without words is a block that goes.
            title(heading, &path, Loss::Block, losses).map(Shape::Heading)
        }
        Block::List(list) => list_shape(list, &path, losses),
        Block::Quote(quote) => quote_shape(quote, &path, losses),
        Block::Code(code) => {
            losses.add(Loss::Code, &path);
            let lines = plain_lines(&code.text);
            (!lines.is_empty()).then_some(Shape::Paragraph { lines, is_attribution: false })
        }
        Block::Rule(_) => Some(Shape::Rule),
        Block::Html(_) | Block::Unknown(_) => None,
    };
    if shape.is_none() {
        losses.add(Loss::Block, &path);
    }
    shape.map(|shape| Flat { path, source: block, has_loss: losses.count() > before, shape })
}

/// True for a text that can stand behind a mark: with nothing but signs, the line would be a rule.
pub(super) fn has_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// The lines of a text that hold more than white space.
fn plain_lines(text: &str) -> Vec<String> {
    let lines = text.split(|c| matches!(c, '\n' | '\r') || SEPARATORS.contains(&c));
    lines.map(|line| line.trim_matches(is_space)).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn list_shape(list: &List, path: &Path, losses: &mut Losses) -> Option<Shape> {
    let mut items = Vec::new();
    for (at, item) in list.items.iter().enumerate() {
        let path = path.clone().key("items").index(at);
        let text = item_text(item, &path, losses);
        if has_words(&text) {
            items.push(text);
        } else {
            losses.add(Loss::Shape, &path);
        }
    }
    let largest = |start: u64| start.saturating_add(items.len() as u64).saturating_sub(1);
    let start = list.start.filter(|&start| largest(start) <= MAX_NUMBER);
    // One item alone has none to stand apart from.
    let is_loose = list.is_loose && items.len() > 1;
    if start != list.start || is_loose != list.is_loose {
        losses.add(Loss::Shape, path);
    }
    (!items.is_empty()).then_some(Shape::List { start, is_loose, items })
}

fn item_text(item: &ListItem, path: &Path, losses: &mut Losses) -> String {
    if !item.extra.is_empty() {
        losses.add(Loss::Keys, path);
    }
    if let [Block::Paragraph(paragraph)] = item.body.as_slice() {
        if paragraph.is_attribution {
            losses.add(Loss::Attribution, path);
        }
        if !paragraph.extra.is_empty() {
            losses.add(Loss::Keys, path);
        }
        return line(&paragraph.content, path, losses);
    }
    losses.add(Loss::Shape, path);
    one_line(&item.body.iter().map(Block::text).collect::<Vec<_>>().join(" "))
}

fn quote_shape(quote: &Quote, path: &Path, losses: &mut Losses) -> Option<Shape> {
    let mut quoted = Vec::new();
    for (at, block) in quote.body.iter().enumerate() {
        let path = path.clone().key("body").index(at);
        let before = quoted.len();
        if let Block::Paragraph(paragraph) = block {
            if !paragraph.extra.is_empty() {
                losses.add(Loss::Keys, &path);
            }
            quoted.push((line(&paragraph.content, &path, losses), paragraph.is_attribution));
        } else {
            losses.add(Loss::Shape, &path);
            quoted.extend(plain_lines(&block.text()).into_iter().map(|line| (line, false)));
        }
        let after = quoted.len();
        let mut position = 0;
        quoted.retain(|(line, _)| {
            position += 1;
            position <= before || has_words(line)
        });
        if quoted.len() < after {
            losses.add(Loss::Shape, &path);
        }
    }
    (!quoted.is_empty()).then_some(Shape::Quote(quoted))
}

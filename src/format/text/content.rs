//! Inline content → lines of plain text.

use super::loss::{Loss, Losses};
use crate::label::{SEPARATORS, is_space};
use crate::model::Inline;
use crate::path::Path;

/// The lines that inline content makes: soft breaks end them. Empty ones are left out.
pub(super) fn lines(content: &[Inline], path: &Path, losses: &mut Losses) -> Vec<String> {
    let mut text = String::new();
    let mut pending: Vec<&Inline> = content.iter().rev().collect();
    while let Some(inline) = pending.pop() {
        let loss = match inline {
            Inline::Text(words) => {
                push(&mut text, words, path, losses);
                None
            }
            Inline::Code(words) => {
                push(&mut text, words, path, losses);
                Some(Loss::Markup)
            }
            Inline::Citation(citation) => {
                push(&mut text, &citation.text, path, losses);
                (!citation.extra.is_empty()).then_some(Loss::Keys)
            }
            Inline::SoftBreak => {
                text.push('\n');
                None
            }
            Inline::HardBreak => {
                text.push(' ');
                Some(Loss::Break)
            }
            Inline::Emphasis(_) | Inline::Strong(_) => Some(Loss::Markup),
            Inline::Link(_) => Some(Loss::Link),
            Inline::Image(_) => Some(Loss::Image),
            Inline::Html(_) => Some(Loss::Html),
            Inline::Unknown(_) => Some(Loss::Element),
        };
        if let Some(loss) = loss {
            losses.add(loss, path);
        }
        pending.extend(inline.children().iter().rev());
    }
    text.split('\n')
        .map(|line| line.trim_matches(is_space))
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The one line that inline content makes.
pub(super) fn line(content: &[Inline], path: &Path, losses: &mut Losses) -> String {
    let lines = lines(content, path, losses);
    if lines.len() > 1 {
        losses.add(Loss::Break, path);
    }
    lines.join(" ")
}

/// A text without what would end its line.
pub(super) fn one_line(text: &str) -> String {
    let words = text.split(ends_line).map(|part| part.trim_matches(is_space)).filter(|part| !part.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// True for a text that a line gives back as it is.
pub(super) fn is_one_line(text: &str) -> bool {
    !text.is_empty() && text.trim_matches(is_space).len() == text.len() && !text.contains(ends_line)
}

fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r') || SEPARATORS.contains(&c)
}

fn push(out: &mut String, text: &str, path: &Path, losses: &mut Losses) {
    if !text.contains(ends_line) {
        out.push_str(text);
        return;
    }
    losses.add(Loss::Space, path);
    text.chars().for_each(|c| out.push(if ends_line(c) { ' ' } else { c }));
}

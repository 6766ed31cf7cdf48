//! Framing: what a language model says before and after an article, and the fence that it puts round it.

use crate::label::Form;
use crate::lexicon::{Index, Kind, Lexicon, Sense};

use super::block::Block;

/// How many blocks at either end may be framing.
const MOST: usize = 3;

/// The longest block, in bytes, that may be framing.
const MAX_LENGTH: usize = 500;

/// The positions of the blocks that are framing, where that is certain.
///
/// Before the article it is certain of a line that opens with a phrase of the lexicon's `chat` and ends in a colon, or has a
/// mark below it: a heading, a rule, a fence, front matter. After the article, such a phrase counts below a rule or a
/// fence, and in a text that has framing before the article: "I hope that" may as well open a writer's last paragraph.
/// What stands round a fence that holds nearly all of a text is framing whatever its words.
pub(super) fn framing(blocks: &[Block<'_>], lexicon: &Lexicon, language: Option<&str>) -> Vec<usize> {
    let chat = Chat { lexicon, language };
    let mut found = round_a_fence(blocks);
    if found.is_empty() {
        found.extend(before(blocks, chat));
    }
    let is_framed = !found.is_empty();
    for (at, block) in blocks.iter().enumerate().rev().filter(|(_, block)| block.piece.form != Form::Rule).take(MOST) {
        let is_below_mark = at > 0 && blocks.get(at - 1).is_some_and(|above| above.piece.form == Form::Rule);
        if found.contains(&at) {
            continue;
        }
        if !may_frame(block) || !(is_framed || is_below_mark) || !chat.opens(block.piece.text).is_certain() {
            break;
        }
        found.push(at);
    }
    found.sort_unstable();
    found
}

fn may_frame(block: &Block<'_>) -> bool {
    block.piece.form == Form::Paragraph && block.piece.text.len() <= MAX_LENGTH && !block.piece.text.contains("://")
}

/// The blocks above the article that are framing.
fn before(blocks: &[Block<'_>], chat: Chat<'_>) -> Vec<usize> {
    let mut found = Vec::new();
    for (at, block) in blocks.iter().enumerate().take(MOST) {
        if block.piece.form == Form::Rule {
            continue;
        }
        let below = blocks.get(at + 1).map(|below| below.piece.form);
        let has_mark_below = matches!(below, Some(Form::Rule | Form::FrontMatter | Form::Heading { .. }));
        // Most first lines are told by their end, before their words are looked at.
        let may_open = has_mark_below || block.piece.text.ends_with([':', '：']);
        let opening = if may_open && may_frame(block) { chat.opens(block.piece.text) } else { Opening::None };
        let is_framing = match opening {
            Opening::None => false,
            Opening::Word => has_mark_below,
            Opening::Phrase => true,
        };
        if !is_framing {
            break;
        }
        found.push(at);
    }
    found
}

/// The blocks before and after a fence that holds nearly all of the text.
fn round_a_fence(blocks: &[Block<'_>]) -> Vec<usize> {
    let is_fence = |block: &Block<'_>| block.piece.form == Form::Rule && block.piece.text.starts_with(['`', '~']);
    let (Some(first), Some(last)) = (blocks.iter().position(is_fence), blocks.iter().rposition(is_fence)) else {
        return Vec::new();
    };
    let is_text = |at: &usize| blocks.get(*at).is_some_and(|block| block.piece.form != Form::Rule);
    let outside = || (0..first).chain(last + 1..blocks.len()).filter(is_text);
    let length = |at: usize| blocks.get(at).map_or(0, |block| block.piece.text.len());
    let inside: usize = (first..last).map(length).sum();
    let counts = [(0..first).filter(is_text).count(), (last + 1..blocks.len()).filter(is_text).count()];
    let is_all = blocks.iter().filter(|block| is_fence(block)).count() == 2
        && counts.iter().all(|&count| count <= MOST)
        && outside().all(|at| blocks.get(at).is_some_and(may_frame))
        && outside().map(length).sum::<usize>() * 2 < inside;
    if is_all { outside().collect() } else { Vec::new() }
}

/// The phrases of framing, in the language of the text and in English, in which models are often spoken to.
#[derive(Debug, Clone, Copy)]
struct Chat<'a> {
    lexicon: &'a Lexicon,
    language: Option<&'a str>,
}

/// How a line opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Opening {
    None,
    /// With one word of framing, which may be the article's own: "Certainly".
    Word,
    /// With a phrase of framing, or with more than one word of it.
    Phrase,
}

impl Opening {
    fn is_certain(self) -> bool {
        self == Self::Phrase
    }
}

impl Chat<'_> {
    fn opens(self, text: &str) -> Opening {
        let own = &self.lexicon.index(self.language);
        let opening = opens(own, text);
        let may_be_english = text.is_ascii() && text.ends_with([':', '!', '.', '?']);
        if opening == Opening::Phrase || self.language == Some("en") || !may_be_english {
            return opening;
        }
        opening.max(opens(&self.lexicon.index(Some("en")), text))
    }
}

/// How far from its beginning, in bytes, a line still opens.
const OPENING: u32 = 16;

fn opens(index: &Index, text: &str) -> Opening {
    let (mut opening, mut hits) = (Opening::None, 0);
    let mut end = 0;
    index.search(text, Kind::Prose, |hit| {
        if !matches!(index.sense(hit.sense), Some(Sense::Chat)) {
            return;
        }
        hits += usize::from(hit.start >= end);
        end = end.max(hit.end);
        if hit.start <= OPENING {
            let words = text.get(hit.start as usize..hit.end as usize).unwrap_or_default();
            let is_phrase = words.split_whitespace().nth(1).is_some();
            opening = opening.max(if is_phrase { Opening::Phrase } else { Opening::Word });
        }
    });
    if opening == Opening::Word && hits > 1 { Opening::Phrase } else { opening }
}

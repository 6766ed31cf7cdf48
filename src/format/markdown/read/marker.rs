//! Comments and spans → what they say.

use super::super::marker::{ADDED, COMMENT_END, COMMENT_START, Follows, Marker, Note, SPAN_OPENED, SPAN_START};
use super::super::marker::{SectionMarker, Shown};
use super::nodes::{self, Members};
use crate::front_matter::flow::{self, Style};
use crate::model::{Block, Inline, Perspective, Role, Section, Stance, Value};

/// What a block of HTML says, where it is one of our comments.
pub(super) fn comment(html: &str) -> Option<Marker> {
    let source = html.trim_matches([' ', '\n']);
    let mut members = members(source.strip_prefix(COMMENT_START)?.strip_suffix(COMMENT_END)?)?;
    let marker = if members.has("block") {
        let block = Box::new(nodes::block(members.take("block")?)?);
        let shown = if members.flag("shown")? { Shown::Below } else { Shown::Nowhere };
        Marker::Exact { block, shown }
    } else if members.has("role") {
        Marker::Section(Box::new(section(&mut members, html)?))
    } else {
        let is_plain = members.has("section") && !members.flag("section")?;
        let is_attribution = members.flag("attribution")?;
        let is_loose = if members.has("loose") { Some(members.flag("loose")?) } else { None };
        let note = Note { is_plain, is_attribution, is_loose, extra: members.extra()? };
        if note == Note::default() {
            return None;
        }
        Marker::Note(note)
    };
    members.is_empty().then_some(marker)
}

/// The inline that an opening tag carries, where it is one of our spans.
pub(super) fn span(html: &str) -> Option<Inline> {
    let members = members(html.strip_prefix(SPAN_START)?.strip_suffix(SPAN_OPENED)?)?;
    nodes::inline(members.done())
}

fn members(json: &str) -> Option<Members> {
    let (value, end) = flow::read(json, 0, Style::Json).ok()?;
    (end == json.len()).then(|| Members::of(value))?
}

fn section(members: &mut Members, source: &str) -> Option<SectionMarker> {
    let role = match members.text("role")?.as_str() {
        "perspective" => Role::from(perspective(members)?),
        id => Role::from(id),
    };
    let mut section = Section::new(role);
    section.extra = members.extra()?;
    let heading = match members.take("heading") {
        None => Follows::Heading,
        Some(Value::Bool(false)) => Follows::Body,
        Some(Value::String(word)) if word == ADDED => Follows::Added,
        Some(_) => return None,
    };
    let depth = if members.has("reply") { usize::try_from(members.number("reply")?).ok()? } else { 0 };
    Some(SectionMarker { section, heading, depth, source: source.to_owned() })
}

fn perspective(members: &mut Members) -> Option<Perspective> {
    let mut perspective = Perspective::new(Stance::from(members.text("stance")?));
    perspective.holder = members.some_text("holder")?;
    perspective.thesis = members.some_text("thesis")?;
    perspective.label = members.some_text("label")?;
    perspective.likelihood = match members.some_text("likelihood")? {
        Some(text) => Some(text.parse().ok()?),
        None => None,
    };
    Some(perspective)
}

/// Puts what a note says into a block, or gives the block back as it is where it is not for such a block.
pub(super) fn apply(note: Note, mut block: Block) -> Result<Block, Block> {
    let fits = (!note.is_plain || matches!(block, Block::Heading(_)))
        && (!note.is_attribution || matches!(block, Block::Paragraph(_)))
        && (note.is_loose.is_none() || matches!(block, Block::List(_)));
    if !fits {
        return Err(block);
    }
    match (&mut block, note.is_loose) {
        (Block::Paragraph(paragraph), _) => paragraph.is_attribution = note.is_attribution,
        (Block::List(list), Some(is_loose)) => list.is_loose = is_loose,
        _ => {}
    }
    match nodes::extra_of(&mut block) {
        Some(extra) => *extra = note.extra,
        None if note.extra.is_empty() => {}
        None => return Err(block),
    }
    Ok(block)
}

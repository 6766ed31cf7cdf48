//! All of YAML between the fences, but for what can hide data: anchors, aliases, tags, directives, keys that are no text.

use std::collections::HashSet;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError};

use super::Entry;
use super::flow::{self, Fault, MAX_DEPTH, Problem};
use crate::model::{Extra, Value};
use crate::span::Span;

/// The entries that `inside` covers.
pub(super) fn entries(source: &str, inside: Span) -> Result<Vec<Entry>, Fault> {
    let text = inside.slice(source).unwrap_or_default();
    let options = granit_parser::options! { emit_comments: false };
    let mut reader = Reader { start: inside.start(), entries: Vec::new(), open: Vec::new(), documents: 0 };
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, span) = event.map_err(|error| reader.refused(&error))?;
        let byte = |marker: granit_parser::Marker| reader.start + marker.byte_offset().unwrap_or_default();
        let at = byte(span.tag_start().unwrap_or(span.start));
        // A node that is not written is told as `~`.
        let event = match event {
            Event::Scalar(_, ScalarStyle::Plain, anchor, tag) if span.is_empty() => {
                Event::Scalar("".into(), ScalarStyle::Plain, anchor, tag)
            }
            event => event,
        };
        reader.event(event, at).map_err(|problem| Fault { at, problem })?;
    }
    Ok(reader.entries)
}

struct Reader {
    /// The byte at which the text starts.
    start: usize,
    entries: Vec<Entry>,
    /// The lists and objects that are not closed yet; the outermost is the front matter itself.
    open: Vec<Open>,
    documents: usize,
}

/// A list or an object that is not closed yet, and the byte at which it stands.
enum Open {
    /// The front matter, and the key whose value comes next.
    Front(HashSet<String>, Option<String>),
    Array(Vec<Value>, usize),
    /// The keys read so far, and the key whose value comes next.
    Object(Extra, HashSet<String>, Option<String>, usize),
}

impl Reader {
    fn refused(&self, error: &ScanError) -> Fault {
        let at = self.start + error.marker().byte_offset().unwrap_or_default();
        let problem = match error.kind() {
            ErrorKind::ExpectedDocumentStart => Problem::Unsupported("a directive (`%`)"),
            ErrorKind::UnknownAnchor => Problem::Unsupported("an alias (`*`)"),
            ErrorKind::RecursionLimitExceeded => Problem::TooDeep,
            _ => Problem::Syntax(error.info()),
        };
        Fault { at, problem }
    }

    fn event(&mut self, event: Event<'_>, at: usize) -> Result<(), Problem> {
        if event.anchor_id().is_some_and(|id| id != 0) {
            return Err(Problem::Unsupported("an anchor (`&`)"));
        }
        if event.tag().is_some() {
            return Err(Problem::Unsupported("a tag (`!`)"));
        }
        match event {
            Event::Alias(_) => Err(Problem::Unsupported("an alias (`*`)")),
            Event::DocumentStart(_, Some(_)) => Err(Problem::Unsupported("a directive (`%`)")),
            Event::DocumentStart(..) if self.documents > 0 => Err(Problem::Unsupported("a second document")),
            Event::DocumentStart(..) => {
                self.documents += 1;
                Ok(())
            }
            Event::Scalar(text, style, ..) => self.scalar(&text, style, at),
            Event::SequenceStart(..) => self.open(Open::Array(Vec::new(), at)),
            Event::MappingStart(..) if self.open.is_empty() => self.open(Open::Front(HashSet::new(), None)),
            Event::MappingStart(..) => self.open(Open::Object(Extra::new(), HashSet::new(), None, at)),
            Event::SequenceEnd | Event::MappingEnd => match self.open.pop() {
                Some(Open::Array(items, at)) => self.value(Some(Value::Array(items)), at),
                Some(Open::Object(members, .., at)) => self.value(Some(Value::Object(members)), at),
                Some(Open::Front(..)) | None => Ok(()),
            },
            _ => Ok(()),
        }
    }

    /// Opens a list or an object, which must be a value.
    fn open(&mut self, open: Open) -> Result<(), Problem> {
        match self.open.last() {
            None if !matches!(open, Open::Front(..)) => return Err(Problem::Expected("a key and `:`")),
            Some(Open::Front(_, None) | Open::Object(_, _, None, _)) => {
                return Err(Problem::Unsupported("a complex key (`?`)"));
            }
            _ => {}
        }
        // The front matter itself is none of them.
        if self.open.len() > MAX_DEPTH {
            return Err(Problem::TooDeep);
        }
        self.open.push(open);
        Ok(())
    }

    /// A key, or a value: what stands without quotes is the text that is written, and where JSON has a value for it, that.
    fn scalar(&mut self, text: &str, style: ScalarStyle, at: usize) -> Result<(), Problem> {
        let is_plain = style == ScalarStyle::Plain;
        match self.open.last_mut() {
            // Nothing between the fences.
            None if is_plain && text.is_empty() => Ok(()),
            None => Err(Problem::Expected("a key and `:`")),
            Some(Open::Front(keys, key @ None) | Open::Object(_, keys, key @ None, _)) => {
                if is_plain && text.is_empty() {
                    return Err(Problem::Expected("a key and `:`"));
                }
                if !keys.insert(text.to_owned()) {
                    return Err(Problem::DuplicateKey(text.to_owned()));
                }
                *key = Some(text.to_owned());
                Ok(())
            }
            Some(_) if is_plain && text.is_empty() => self.value(None, at),
            Some(_) if is_plain => self.value(Some(flow::bare(text)), at),
            Some(_) => self.value(Some(Value::from(text)), at),
        }
    }

    /// Puts a value where it belongs.
    fn value(&mut self, value: Option<Value>, at: usize) -> Result<(), Problem> {
        match self.open.last_mut() {
            Some(Open::Array(items, _)) => items.push(value.unwrap_or(Value::Null)),
            Some(Open::Object(members, _, key, _)) => {
                members.append(key.take().unwrap_or_default(), value.unwrap_or(Value::Null));
            }
            Some(Open::Front(_, key)) => {
                let key = key.take().unwrap_or_default();
                self.entries.push(Entry { key, value, at });
            }
            None => return Err(Problem::Expected("a key and `:`")),
        }
        Ok(())
    }
}

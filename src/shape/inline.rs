//! Inline content: a string is plain text, an object with a `type` is anything else.
//!
//! Objects are kept as values until they are closed: emphasis and its like have no place for unknown keys, so that one
//! such key anywhere among them decides whether the object is read or kept as it stands.

use std::borrow::Cow;

use serde::de::{self, MapAccess};
use serde::ser::{SerializeMap, Serializer};

use super::block::unknown_type;
use super::fault::Fault;
use super::members::{Members, Nothing};
use super::place::Place;
use super::read::Read;
use super::record::{Fields, Record, always_objects, record};
use super::write::{Object, Write};
use crate::model::{Citation, Extra, Image, Inline, Link, Value};

record! {
    Link {
        /// Where it leads.
        "url" => url,
        /// The title, shown on hovering.
        "title" => title,
        /// What stands for it in the line.
        "content" => content,
    }
}

record! {
    Image {
        /// Where it is.
        "url" => url,
        /// The title, shown on hovering.
        "title" => title,
        /// What is said instead where it cannot be seen.
        "alt" => alt,
    }
}

record! {
    Citation {
        /// The `id` of the reference that is meant.
        "id" => id,
        /// The mark as written.
        "text" => text,
    }
}

always_objects!(Link, Image, Citation);

/// Declares the types that keep unknown keys, and the records that they are.
macro_rules! open {
    ($($record:ident = $type:literal),+) => {
        /// The types that keep unknown keys.
        const OPEN_TYPES: &[&str] = &[$($type),+];

        /// What an object of each type holds.
        #[cfg(feature = "schema")]
        pub(super) const OPEN: &[super::describe::Open] = &[$(super::describe::Open::of::<$record>($type)),+];
    };
}

open!(Link = "link", Image = "image", Citation = "citation");

/// The types that cannot, and what they hold.
pub(super) const CLOSED: &[(&str, Holds)] = &[
    ("emphasis", Holds::Content),
    ("strong", Holds::Content),
    ("code", Holds::Text),
    ("html", Holds::Text),
    ("soft_break", Holds::Nothing),
    ("hard_break", Holds::Nothing),
];

/// What an inline without a place for unknown keys holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Holds {
    Content,
    Text,
    Nothing,
}

impl Holds {
    /// The one key that is known, beside the `type`.
    pub(super) const fn key(self) -> Option<&'static str> {
        match self {
            Self::Content => Some("content"),
            Self::Text => Some("text"),
            Self::Nothing => None,
        }
    }
}

/// True for an object of a closed type with a key that this type does not know.
fn is_closed_with_more(kind: &str, members: &Extra) -> bool {
    match CLOSED.iter().find(|(name, _)| *name == kind) {
        Some((_, holds)) => members.iter().any(|(key, _)| key != "type" && Some(key) != holds.key()),
        None => false,
    }
}

impl Read for Inline {
    const EXPECTED: &'static str = "a string or an object";

    fn from_text<E: de::Error>(text: Cow<'_, str>, _: &Place) -> Result<Self, E> {
        Ok(Self::Text(text.into_owned()))
    }

    fn from_object<'de, A: MapAccess<'de>>(members: Members<'_, A>) -> Result<Self, A::Error> {
        let place = members.place();
        let mut members = members.into_extra()?;
        let kind: String = field(members.get("type").cloned(), "type", place)?;
        Ok(match kind.as_str() {
            kind if is_closed_with_more(kind, &members) => Self::Unknown(members),
            "emphasis" => Self::Emphasis(field(members.remove("content"), "content", place)?),
            "strong" => Self::Strong(field(members.remove("content"), "content", place)?),
            "code" => Self::Code(field(members.remove("text"), "text", place)?),
            "html" => Self::Html(field(members.remove("text"), "text", place)?),
            "soft_break" => Self::SoftBreak,
            "hard_break" => Self::HardBreak,
            "link" => Self::Link(from_members(members, place)?),
            "image" => Self::Image(from_members(members, place)?),
            "citation" => Self::Citation(from_members(members, place)?),
            _ => Self::Unknown(members),
        })
    }
}

/// Reads the value that was kept for a key.
fn field<T: Read, E: de::Error>(value: Option<Value>, key: &'static str, place: &Place) -> Result<T, E> {
    let Some(value) = value else {
        return T::absent().ok_or_else(|| place.refuse(T::missing(key)));
    };
    place.enter_key(key);
    let read = T::from_value(value, place)?;
    place.leave();
    Ok(read)
}

/// Reads a record from the members that were kept.
fn from_members<T: Fields, E: de::Error>(members: Extra, place: &Place) -> Result<T, E> {
    T::read_members(Members::<Nothing<E>>::kept_without_tag(members, place))
}

impl Write for Inline {
    fn write<S: Serializer>(&self, serializer: S, place: &Place) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Unknown(members) => {
                unknown_inline(members).map_err(|fault| place.refuse_to_write(fault))?;
                members.write(serializer, place)
            }
            known => {
                let mut object = Object::open(serializer, place)?;
                write_known(known, &mut object)?;
                object.close()
            }
        }
    }
}

/// Writes what stands between the braces of an inline that this version knows.
fn write_known<M: SerializeMap>(inline: &Inline, object: &mut Object<'_, M>) -> Result<(), M::Error> {
    match inline {
        Inline::Emphasis(content) => {
            object.tag("emphasis")?;
            object.field("content", content)
        }
        Inline::Strong(content) => {
            object.tag("strong")?;
            object.field("content", content)
        }
        Inline::Code(text) => {
            object.tag("code")?;
            object.field("text", text)
        }
        Inline::Html(text) => {
            object.tag("html")?;
            object.field("text", text)
        }
        Inline::SoftBreak => object.tag("soft_break"),
        Inline::HardBreak => object.tag("hard_break"),
        Inline::Link(link) => {
            object.tag("link")?;
            link.write_members(object)
        }
        Inline::Image(image) => {
            object.tag("image")?;
            image.write_members(object)
        }
        Inline::Citation(citation) => {
            object.tag("citation")?;
            citation.write_members(object)
        }
        Inline::Text(_) | Inline::Unknown(_) => Ok(()),
    }
}

/// Checks that an unknown inline will be read as one again.
fn unknown_inline(members: &Extra) -> Result<(), Fault> {
    let kind = members.get("type").and_then(Value::as_str).unwrap_or_default();
    if is_closed_with_more(kind, members) {
        return Ok(());
    }
    let known: Vec<&str> = OPEN_TYPES.iter().copied().chain(CLOSED.iter().map(|(name, _)| *name)).collect();
    unknown_type(members, &known)
}

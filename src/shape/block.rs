//! Blocks: objects with a `type`.

use serde::de::{MapAccess, SeqAccess};
use serde::ser::Serializer;

use super::fault::Fault;
use super::members::{Items, Members};
use super::place::Place;
use super::read::Read;
use super::record::{Fields, Record, always_objects, record};
use super::write::{Object, Write};
use crate::diagnostic::quote;
use crate::model::{Block, Code, Extra, Html, List, ListItem, Paragraph, Quote, Rule, Value};

record! {
    Paragraph {
        /// Its text.
        "content" => content,
        /// True for the line that says whose words stand above it, such as `— Name | Outlet`.
        "attribution" => is_attribution,
    }
}

record! {
    List {
        /// The first number of a numbered list; left out for bullets.
        "start" => start,
        /// True where its items stand apart, each a paragraph of its own.
        "loose" => is_loose,
        /// Its items.
        "items" => items,
    }
}

record! {
    ListItem {
        /// Its text.
        "body" => body,
    }
}

record! {
    Quote {
        /// What is quoted.
        "body" => body,
    }
}

record! {
    Code {
        /// The info string of its fence, such as `rust`; left out for code without one.
        "info" => info,
        /// The code, line ends included.
        "text" => text,
    }
}

record! { Rule {} }

record! {
    Html {
        /// The HTML as written, line ends included.
        "text" => text,
    }
}

always_objects!(Paragraph, List, Quote, Code, Rule, Html);

/// Declares the blocks and their types.
macro_rules! blocks {
    ($($variant:ident = $type:literal,)+) => {
        /// The types that have a variant of their own.
        const TYPES: &[&str] = &[$($type),+];

        impl Read for Block {
            const EXPECTED: &'static str = "an object with a `type`";

            fn from_object<'de, A: MapAccess<'de>>(mut members: Members<'_, A>) -> Result<Self, A::Error> {
                let tag = members.tag()?;
                match tag.name.as_str() {
                    $($type => Fields::read_members(members).map(Self::$variant),)+
                    _ => members.into_extra_with(tag).map(Self::Unknown),
                }
            }
        }

        impl Write for Block {
            fn write<S: Serializer>(&self, serializer: S, place: &Place) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(block) => {
                        let mut object = Object::open(serializer, place)?;
                        object.tag($type)?;
                        block.write_members(&mut object)?;
                        object.close()
                    })+
                    Self::Unknown(members) => {
                        unknown_type(members, TYPES).map_err(|fault| place.refuse_to_write(fault))?;
                        members.write(serializer, place)
                    }
                }
            }
        }

        /// What an object of each type holds.
        #[cfg(feature = "schema")]
        pub(super) const OPEN: &[super::describe::Open] =
            &[$(super::describe::Open::of::<crate::model::$variant>($type)),+];
    };
}

blocks! {
    Paragraph = "paragraph",
    Heading = "heading",
    List = "list",
    Quote = "quote",
    Code = "code",
    Rule = "rule",
    Html = "html",
}

/// Checks that an unknown element will be read as one again: its type is a string, and none of the `known`.
pub(super) fn unknown_type(members: &Extra, known: &[&str]) -> Result<(), Fault> {
    let expected = "an unknown element with a `type` that has no variant of its own";
    match members.get("type") {
        None => Err(Fault::mismatch(expected, &"no `type`")),
        Some(Value::String(name)) if known.contains(&name.as_str()) => Err(Fault::mismatch(expected, &quote(name))),
        Some(Value::String(_)) => Ok(()),
        Some(_) => Err(Fault::mismatch(expected, &"a `type` that is no string")),
    }
}

impl Read for ListItem {
    const EXPECTED: &'static str = "an array or an object";

    fn from_list<'de, A: SeqAccess<'de>>(items: Items<'_, A>) -> Result<Self, A::Error> {
        // The path is that of the model, which has a body in either form.
        let place = items.place();
        place.enter_key("body");
        let body: Vec<Block> = Read::from_list(items)?;
        place.leave();
        Ok(Self::from(body))
    }

    fn from_object<'de, A: MapAccess<'de>>(members: Members<'_, A>) -> Result<Self, A::Error> {
        Self::read_members(members)
    }
}

impl Write for ListItem {
    fn write<S: Serializer>(&self, serializer: S, place: &Place) -> Result<S::Ok, S::Error> {
        if self.extra.is_empty() {
            place.enter_key("body");
            let written = self.body.write(serializer, place)?;
            place.leave();
            return Ok(written);
        }
        let mut object = Object::open(serializer, place)?;
        self.write_members(&mut object)?;
        object.close()
    }
}

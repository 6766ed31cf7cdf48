//! An item as it stands in the text: its keys, and what their values may be.

use std::borrow::Cow;

use serde::de::{self, MapAccess};
use serde::ser::Serializer;

use super::form::{self, Kind};
use super::{date, name};
use crate::diagnostic::quote;
use crate::model::{Address, Author, Date, Extra, Number, ReferenceKind, Value};
use crate::shape::Place;
use crate::shape::members::Members;
use crate::shape::read::Read;
use crate::shape::record::{always_objects, record};
use crate::shape::write::Write;

/// An item. What has no field in a reference is in `extra`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Item {
    pub(super) id: Id,
    pub(super) kind: String,
    pub(super) title: Option<String>,
    pub(super) authors: Vec<Name>,
    pub(super) outlet: Option<String>,
    pub(super) issued: Option<Day>,
    pub(super) accessed: Option<Day>,
    pub(super) url: Option<Address>,
    pub(super) custom: Option<Custom>,
    pub(super) extra: Extra,
}

record! {
    Item {
        "id" => id,
        "type" => kind,
        "title" => title,
        "author" => authors,
        "container-title" => outlet,
        "issued" => issued,
        "accessed" => accessed,
        "URL" => url,
        "custom" => custom,
    }
}

/// The place for what CSL has no variable for.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Custom {
    pub(super) exact: Option<Exact>,
    /// What other programs have put there.
    pub(super) extra: Extra,
}

record! { Custom { "commentary" => exact, } }

/// What a reference says that its item cannot: only what would be read otherwise.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Exact {
    /// The id of the item, where the reference has none.
    pub(super) generated_id: Option<String>,
    pub(super) kind: Option<ReferenceKind>,
    pub(super) authors: Vec<Author>,
    pub(super) published: Option<Date>,
    pub(super) accessed: Option<Date>,
    pub(super) keys: Option<Extra>,
    /// Fields of a later version.
    pub(super) extra: Extra,
}

record! {
    Exact {
        "generated_id" => generated_id,
        "kind" => kind,
        "authors" => authors,
        "published" => published,
        "accessed" => accessed,
        "extra" => keys,
    }
}

always_objects!(Item, Custom, Exact);

/// An id: a text, or a number that becomes one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Id(pub(super) String);

impl Read for Id {
    const EXPECTED: &'static str = "a string or a number";

    fn from_text<E: de::Error>(text: Cow<'_, str>, _: &Place) -> Result<Self, E> {
        Ok(Self(text.into_owned()))
    }

    fn from_number<E: de::Error>(number: Number, _: &Place) -> Result<Self, E> {
        Ok(Self(number.to_string()))
    }
}

impl Write for Id {
    fn write<S: Serializer>(&self, serializer: S, _: &Place) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// The parts of a name.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Name(pub(super) Extra);

impl Read for Name {
    const EXPECTED: &'static str = "an object";

    fn from_object<'de, A: MapAccess<'de>>(members: Members<'_, A>) -> Result<Self, A::Error> {
        read_form(members, name::PARTS).map(Self)
    }
}

impl Write for Name {
    fn write<S: Serializer>(&self, serializer: S, place: &Place) -> Result<S::Ok, S::Error> {
        self.0.write(serializer, place)
    }
}

/// A date: a text, or an object.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Day(pub(super) Value);

impl Read for Day {
    const EXPECTED: &'static str = "a string or an object";

    fn from_text<E: de::Error>(text: Cow<'_, str>, _: &Place) -> Result<Self, E> {
        Ok(Self(Value::String(text.into_owned())))
    }

    fn from_object<'de, A: MapAccess<'de>>(members: Members<'_, A>) -> Result<Self, A::Error> {
        read_form(members, date::KEYS).map(|members| Self(Value::Object(members)))
    }
}

impl Write for Day {
    fn write<S: Serializer>(&self, serializer: S, place: &Place) -> Result<S::Ok, S::Error> {
        self.0.write(serializer, place)
    }
}

/// Reads an object whose known keys have values of their kinds.
fn read_form<'de, A: MapAccess<'de>>(members: Members<'_, A>, keys: &[(&str, Kind)]) -> Result<Extra, A::Error> {
    let place = members.place();
    let members = members.into_extra()?;
    match form::first_wrong(&members, keys) {
        None => Ok(members),
        Some((key, value, kind)) => {
            place.enter_key(key.to_owned());
            let found = match value {
                Value::Null => "null".to_owned(),
                Value::Bool(truth) => truth.to_string(),
                Value::Number(number) => quote(number.as_str()).to_string(),
                Value::String(text) => quote(text).to_string(),
                Value::Array(_) if kind == Kind::Days => "another array".to_owned(),
                Value::Array(_) => "an array".to_owned(),
                Value::Object(_) => "an object".to_owned(),
            };
            Err(place.refuse_other(kind.expected(), &found))
        }
    }
}

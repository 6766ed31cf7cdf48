//! Reading: one visitor for all types, so that each type says only what it accepts and every other value gives the same
//! kind of message.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::fault::Fault;
use super::members::{Items, Members};
use super::place::Place;
use crate::diagnostic::quote;
use crate::model::{Number, Value};

/// What can be read. A type overrides the kinds of value that it accepts; the others are refused.
pub(crate) trait Read: Sized {
    /// What is accepted, for messages.
    const EXPECTED: &'static str;

    /// What a missing key means, or `None` where the key is needed.
    fn absent() -> Option<Self> {
        None
    }

    /// What to say where a needed key is missing.
    fn missing(key: &'static str) -> Fault {
        Fault::Missing(key)
    }

    fn from_null<E: de::Error>(place: &Place) -> Result<Self, E> {
        Err(place.refuse(Fault::mismatch(Self::EXPECTED, &"null")))
    }

    fn from_bool<E: de::Error>(truth: bool, place: &Place) -> Result<Self, E> {
        Err(place.refuse(Fault::mismatch(Self::EXPECTED, &truth)))
    }

    fn from_number<E: de::Error>(number: Number, place: &Place) -> Result<Self, E> {
        Err(place.refuse(Fault::number(Self::EXPECTED, &number)))
    }

    fn from_text<E: de::Error>(text: Cow<'_, str>, place: &Place) -> Result<Self, E> {
        Err(place.refuse(Fault::mismatch(Self::EXPECTED, &quote(&text))))
    }

    fn from_list<'de, A: SeqAccess<'de>>(items: Items<'_, A>) -> Result<Self, A::Error> {
        Err(items.place().refuse(Fault::mismatch(Self::EXPECTED, &"an array")))
    }

    fn from_object<'de, A: MapAccess<'de>>(members: Members<'_, A>) -> Result<Self, A::Error> {
        let place = members.place();
        #[cfg(feature = "json")]
        if super::json::are_numbers_objects() {
            if let Some(number) = super::json::number(&members.into_extra()?, place)? {
                return Self::from_number(number, place);
            }
        }
        Err(place.refuse(Fault::mismatch(Self::EXPECTED, &"an object")))
    }

    /// Reads what has been kept as a value, because its type was not known yet.
    fn from_value<E: de::Error>(value: Value, place: &Place) -> Result<Self, E> {
        match value {
            Value::Null => Self::from_null(place),
            Value::Bool(truth) => Self::from_bool(truth, place),
            Value::Number(number) => Self::from_number(number, place),
            Value::String(text) => Self::from_text(text.into(), place),
            Value::Array(items) => nested(place, || Self::from_list(Items::kept(items, place))),
            Value::Object(members) => nested(place, || Self::from_object(Members::kept(members, place))),
        }
    }
}

/// Reads the inside of an array or an object, unless it lies too deep.
fn nested<T, E: de::Error>(place: &Place, read: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    place.open().map_err(|fault| place.refuse(fault))?;
    let value = read()?;
    place.close();
    Ok(value)
}

/// Reads a `T` from any self-describing format.
pub(crate) struct Seed<'p, T> {
    place: &'p Place,
    what: PhantomData<T>,
}

impl<'p, T> Seed<'p, T> {
    pub(crate) const fn new(place: &'p Place) -> Self {
        Self { place, what: PhantomData }
    }
}

impl<'de, T: Read> DeserializeSeed<'de> for Seed<'_, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        // Not by a hint such as `deserialize_str`: then the format would write the message for a value of another kind.
        deserializer.deserialize_any(self)
    }
}

impl<'de, T: Read> Visitor<'de> for Seed<'_, T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_bool<E: de::Error>(self, truth: bool) -> Result<T, E> {
        T::from_bool(truth, self.place)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<T, E> {
        T::from_number(number.into(), self.place)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<T, E> {
        T::from_number(number.into(), self.place)
    }

    fn visit_i128<E: de::Error>(self, number: i128) -> Result<T, E> {
        written_number(&number.to_string(), self.place)
    }

    fn visit_u128<E: de::Error>(self, number: u128) -> Result<T, E> {
        written_number(&number.to_string(), self.place)
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<T, E> {
        match self.place.take_digits(number) {
            Some(digits) => written_number(&digits, self.place),
            // The shortest form that reads back as the same number, with an exponent where that is shorter.
            None => written_number(&format!("{number:?}"), self.place),
        }
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        T::from_text(text.into(), self.place)
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<T, E> {
        T::from_text(text.into(), self.place)
    }

    fn visit_unit<E: de::Error>(self) -> Result<T, E> {
        T::from_null(self.place)
    }

    fn visit_none<E: de::Error>(self) -> Result<T, E> {
        T::from_null(self.place)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<T, A::Error> {
        nested(self.place, || T::from_list(Items::live(items, self.place)))
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<T, A::Error> {
        nested(self.place, || T::from_object(Members::live(members, self.place)))
    }
}

/// Reads a number from its digits; the infinite and NaN have none.
fn written_number<T: Read, E: de::Error>(digits: &str, place: &Place) -> Result<T, E> {
    match digits.parse() {
        Ok(number) => T::from_number(number, place),
        Err(_) => Err(place.refuse(Fault::mismatch("a finite number", &digits))),
    }
}

impl<T: Read> Read for Option<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn from_null<E: de::Error>(place: &Place) -> Result<Self, E> {
        T::from_null(place).map(Some)
    }

    fn from_bool<E: de::Error>(truth: bool, place: &Place) -> Result<Self, E> {
        T::from_bool(truth, place).map(Some)
    }

    fn from_number<E: de::Error>(number: Number, place: &Place) -> Result<Self, E> {
        T::from_number(number, place).map(Some)
    }

    fn from_text<E: de::Error>(text: Cow<'_, str>, place: &Place) -> Result<Self, E> {
        T::from_text(text, place).map(Some)
    }

    fn from_list<'de, A: SeqAccess<'de>>(items: Items<'_, A>) -> Result<Self, A::Error> {
        T::from_list(items).map(Some)
    }

    fn from_object<'de, A: MapAccess<'de>>(members: Members<'_, A>) -> Result<Self, A::Error> {
        T::from_object(members).map(Some)
    }
}

impl<T: Read> Read for Vec<T> {
    const EXPECTED: &'static str = "an array";

    /// An empty list is left out.
    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn from_list<'de, A: SeqAccess<'de>>(mut items: Items<'_, A>) -> Result<Self, A::Error> {
        let mut list = Self::new();
        while let Some(item) = items.next()? {
            list.push(item);
        }
        Ok(list)
    }
}

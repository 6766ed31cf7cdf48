//! Data of any shape. Numbers go through the format's own: whole ones of 64 bits keep their digits, others too where the
//! format is this crate's JSON, and elsewhere their value as far as a 64-bit floating-point number can hold it.

use std::borrow::Cow;

use serde::de::{self, MapAccess, SeqAccess};
use serde::ser::Serializer;

use super::fault::Fault;
use super::members::{Items, Members};
use super::place::Place;
use super::read::Read;
use super::write::{Object, Write};
use crate::diagnostic::quote;
use crate::model::{Extra, Number, Value};

impl Read for Value {
    const EXPECTED: &'static str = "a value";

    fn from_null<E: de::Error>(_: &Place) -> Result<Self, E> {
        Ok(Self::Null)
    }

    fn from_bool<E: de::Error>(truth: bool, _: &Place) -> Result<Self, E> {
        Ok(Self::Bool(truth))
    }

    fn from_number<E: de::Error>(number: Number, _: &Place) -> Result<Self, E> {
        Ok(Self::Number(number))
    }

    fn from_text<E: de::Error>(text: Cow<'_, str>, _: &Place) -> Result<Self, E> {
        Ok(Self::String(text.into_owned()))
    }

    fn from_list<'de, A: SeqAccess<'de>>(items: Items<'_, A>) -> Result<Self, A::Error> {
        Read::from_list(items).map(Self::Array)
    }

    fn from_object<'de, A: MapAccess<'de>>(members: Members<'_, A>) -> Result<Self, A::Error> {
        #[cfg(feature = "json")]
        let place = members.place();
        let members = members.into_extra()?;
        #[cfg(feature = "json")]
        if let Some(number) = super::json::number(&members, place)? {
            return Ok(Self::Number(number));
        }
        Ok(Self::Object(members))
    }

    /// Nothing has to be read a second time.
    fn from_value<E: de::Error>(value: Value, _: &Place) -> Result<Self, E> {
        Ok(value)
    }
}

impl Write for Value {
    fn write<S: Serializer>(&self, serializer: S, place: &Place) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(truth) => serializer.serialize_bool(*truth),
            Self::Number(number) => number.write(serializer, place),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(items) => items.write(serializer, place),
            Self::Object(members) => members.write(serializer, place),
        }
    }
}

impl Read for Extra {
    const EXPECTED: &'static str = "an object";

    fn from_object<'de, A: MapAccess<'de>>(members: Members<'_, A>) -> Result<Self, A::Error> {
        members.into_extra()
    }
}

impl Write for Extra {
    fn write<S: Serializer>(&self, serializer: S, place: &Place) -> Result<S::Ok, S::Error> {
        let mut object = Object::open(serializer, place)?;
        object.extra(self, &[])?;
        object.close()
    }
}

impl Read for Number {
    const EXPECTED: &'static str = "a number";

    fn from_number<E: de::Error>(number: Number, _: &Place) -> Result<Self, E> {
        Ok(number)
    }
}

impl Write for Number {
    fn write<S: Serializer>(&self, serializer: S, place: &Place) -> Result<S::Ok, S::Error> {
        let float = self.as_f64();
        match (self.as_i64(), self.as_u64()) {
            // `-0` fits a whole number, which has no such sign.
            (Some(whole), _) if whole != 0 || float.is_sign_positive() => serializer.serialize_i64(whole),
            (None, Some(whole)) => serializer.serialize_u64(whole),
            _ if float.is_finite() => {
                place.give_digits(self.as_str());
                serializer.serialize_f64(float)
            }
            _ => Err(place.refuse_to_write(Fault::mismatch("a number up to 1.7e308", &quote(self.as_str())))),
        }
    }
}

impl Read for String {
    const EXPECTED: &'static str = "a string";

    fn from_text<E: de::Error>(text: Cow<'_, str>, _: &Place) -> Result<Self, E> {
        Ok(text.into_owned())
    }
}

impl Write for str {
    fn write<S: Serializer>(&self, serializer: S, _: &Place) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl Write for String {
    fn write<S: Serializer>(&self, serializer: S, _: &Place) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl Read for bool {
    const EXPECTED: &'static str = "true or false";

    /// A mark that is not set is left out.
    fn absent() -> Option<Self> {
        Some(false)
    }

    fn from_bool<E: de::Error>(truth: bool, _: &Place) -> Result<Self, E> {
        Ok(truth)
    }
}

impl Write for bool {
    fn is_absent(&self) -> bool {
        !self
    }

    fn write<S: Serializer>(&self, serializer: S, _: &Place) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(*self)
    }
}

impl Read for u64 {
    const EXPECTED: &'static str = "a whole number from 0";

    fn from_number<E: de::Error>(number: Number, place: &Place) -> Result<Self, E> {
        number.as_u64().ok_or_else(|| place.refuse(Fault::number(Self::EXPECTED, &number)))
    }
}

impl Write for u64 {
    fn write<S: Serializer>(&self, serializer: S, _: &Place) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(*self)
    }
}

//! Numbers as serde_json gives them where some crate of the build has turned on its feature `arbitrary_precision`: all but
//! whole ones of 64 bits as an object with one key. That crate need not know of this one, and an article must not change its meaning by it.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};

use crate::diagnostic::quote;
use crate::model::{Extra, Number, Value};
use crate::shape::place::Place;

/// The key of that object.
const KEY: &str = "$serde_json::private::Number";

/// The number that an object stands for, if it does. Without that feature every object is itself.
pub(in crate::shape) fn number<E: de::Error>(members: &Extra, place: &Place) -> Result<Option<Number>, E> {
    let digits = members.get(KEY).and_then(Value::as_str).filter(|_| members.len() == 1);
    let Some(number) = digits.and_then(|digits| digits.parse::<Number>().ok()).filter(|_| are_numbers_objects()) else {
        return Ok(None);
    };
    if number.as_f64().is_infinite() {
        // As without that feature, where serde_json says so.
        return Err(place.refuse_other("a number up to 1.7e308", &quote(number.as_str()).to_string()));
    }
    // serde_json has put the exponent in a form of its own.
    let written = place.take_digits(number.as_f64()).and_then(|digits| digits.parse().ok());
    Ok(Some(written.unwrap_or(number)))
}

/// True where that feature is on: nothing but a number can tell.
pub(in crate::shape) fn are_numbers_objects() -> bool {
    serde_json::from_str("1.5").is_ok_and(|Probe(is_object)| is_object)
}

/// Whether a number came as an object.
struct Probe(bool);

impl<'de> Deserialize<'de> for Probe {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self(false))
    }
}

impl<'de> Visitor<'de> for Probe {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self, E> {
        Ok(Self(false))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self, A::Error> {
        while members.next_entry::<String, String>()?.is_some() {}
        Ok(Self(true))
    }
}

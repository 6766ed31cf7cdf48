//! Reading a part of the shape, or anything that is read by the same rules, on its own.

use serde::de::DeserializeSeed;

use super::Error;
use crate::shape::{Place, Read, Seed};

/// Reads a `T` from JSON. Nothing may follow it; a byte order mark before it is skipped.
pub(crate) fn read<T: Read>(text: &str) -> Result<T, Error> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let place = Place::default();
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Seed::<T>::new(&place).deserialize(&mut reader);
    value.and_then(|value| reader.end().map(|()| value)).map_err(|error| Error::reading(&error, &place, text))
}
